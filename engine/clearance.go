package engine

import "slices"

// The states of a clearance.
const (
	ClearanceWaiting = "asked"
	ClearanceGiven   = "cleared"
	ClearanceRefused = "refused"
)

// Clearance is an item that somebody wants to disclose and that another role
// of the side clears.
type Clearance struct {
	*ClearanceAsked
	Role      string
	Side      string
	T         Millis
	State     string
	DecidedAt Millis
	DecidedBy string // seat
	Note      string // text leaf
	Cmd       string
}

// mustAsk reports whether a role's disclosures wait for another's clearing.
func (x *Exercise) mustAsk(role int) bool {
	by := x.sc.Sides[x.plan.sideOf[role]].ClearedBy
	return by != "" && by != x.sc.Roles[role].ID
}

func (x *Exercise) askClearance(b *Disclosed, op Disclose) error {
	if err := x.toSides(b, op.To); err != nil {
		return err
	}
	x.emit(x.aud.side[b.Side], &ClearanceAsked{ID: x.next(b.Side + "-c"), Item: b.Item, What: b.What, To: b.To})
	return nil
}

func (x *Exercise) applyClearanceAsked(e *Event, b *ClearanceAsked) {
	side := x.sideOf(e.Seat)
	n := x.clearances.add(Clearance{ClearanceAsked: b, Role: e.Seat, Side: side, T: e.T, State: ClearanceWaiting, Cmd: e.Cmd}, x.gen)
	x.keep(b.ID, n)
	by := SeatControl
	if i, ok := x.plan.side[side]; ok {
		by = x.sc.Sides[i].ClearedBy
	}
	x.wait(Waiting{Kind: "clearance", Class: "clearance", Ref: b.ID, Since: e.T, Seat: by, Side: side})
}

func (x *Exercise) applyClearanceDecided(e *Event, b *ClearanceDecided) {
	i, ok := x.placeOf(b.Clearance)
	if !ok {
		return
	}
	c := x.clearances.edit(int(i), x.gen)
	c.State = ClearanceRefused
	if b.Cleared {
		c.State = ClearanceGiven
	}
	c.DecidedAt, c.DecidedBy, c.Note = e.Said, e.Seat, b.Text
	x.unwait("clearance", b.Clearance)
}

// clear decides on what waits to cross: the role that the scenario names may,
// its alternate if its seat is empty, and control. What is cleared is disclosed
// as it stands now.
func (x *Exercise) clear(seat, id string, yes bool, text string) error {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.clearances.len() || x.clearances.at(int(i)).ID != id {
		return refuse("no-such-clearance", "clearance", id)
	}
	c := *x.clearances.at(int(i))
	by := []string{x.sc.Sides[x.plan.side[c.Side]].ClearedBy}
	if !x.controls(seat, c.Side) && !slices.Contains(by, seat) && !x.routing().standsIn(seat, by) {
		return refuse("no-such-clearance", "clearance", id)
	}
	if c.State != ClearanceWaiting {
		return refuse("already-cleared", "clearance", id)
	}
	if err := checkTexts(text); err != nil {
		return err
	}
	to := x.aud.side[c.Side]
	b := &ClearanceDecided{Clearance: id, Cleared: yes, Text: x.typed(to, x.scope(seat), "", text, "")}
	x.emit(to, b)
	if !yes {
		return nil
	}
	x.now.Cmd = "" // the id stays with the side: a bot's names what it cleared
	if c.Hand != "" {
		return x.clearedHand(&c)
	}
	shown, item := x.showable(c.Item)
	return x.show(shown, item, Disclose{Item: c.Item, To: c.To})
}

// Clearances that the seat may know: its own side's, for control those of the
// sides that it sees; oldest first.
func (v View) Clearances() []Clearance {
	var out []Clearance
	for i := range v.s.clearances.len() {
		if c := v.s.clearances.at(i); v.Sees(c.Side) {
			out = append(out, *c)
		}
	}
	return out
}

// Clearance finds one that the seat may know.
func (v View) Clearance(id string) (Clearance, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.clearances.len() {
		return Clearance{}, false
	}
	c := *v.s.clearances.at(i)
	if c.ID != id || !v.Sees(c.Side) {
		return Clearance{}, false
	}
	return c, true
}
