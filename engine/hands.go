package engine

import (
	"slices"

	"parley/scenarios"
)

// reach is which events a seat may have: those whose audience names it.
type reach struct {
	token string   // the member of audiences that it answers to: a side, "control/SIDE" or "lead"
	all   bool     // nothing is kept from it
	every []string // sides, where it is what each of them may have
}

// has reports whether an audience reaches the seat.
func (r reach) has(to Audience) bool {
	if r.all || slices.Contains(to, r.token) || slices.Contains(to, "all") {
		return true
	}
	other := func(side string) bool { return !slices.Contains(to, side) }
	return r.every != nil && !slices.ContainsFunc(r.every, other)
}

// hand is what Apply keeps for a seat of control under control = "per-side":
// the lead, who sees what crosses, or a side's controller, who sees that side.
type hand struct {
	reach
	log      []int32 // its feed
	messages []int32
	msel     []int32 // of a controller: the injects for its side, in MSEL order
}

// PerSide reports whether each side of a scenario has a controller of its own
// beside the lead.
func PerSide(sc *scenarios.Scenario) bool { return sc.Control == "per-side" }

// ControlSeats are control's seats in a scenario, the lead's first.
func ControlSeats(sc *scenarios.Scenario) []string {
	out := []string{SeatControl}
	if PerSide(sc) {
		for i := range sc.Sides {
			out = append(out, SeatControl+"/"+sc.Sides[i].ID)
		}
	}
	return out
}

func (x *Exercise) perSide() bool { return PerSide(x.sc) }

func newHands(x *Exercise) []hand {
	if !x.perSide() {
		return nil
	}
	hands := []hand{{reach: reach{token: "lead"}}}
	for _, s := range x.aud.sides {
		hands = append(hands, hand{reach: reach{token: SeatControl + "/" + s}})
	}
	x.hands = hands
	x.readdress()
	return hands
}

// readdress lists anew which injects are whose; few addressees ever change.
func (x *Exercise) readdress() {
	if x.hands == nil {
		return
	}
	lists := make([][]int32, len(x.aud.sides))
	for i := range x.msel.len() {
		set := x.sidesOf(x.msel.at(i).Roles)
		for s := range lists {
			if set&(1<<s) != 0 {
				lists[s] = append(lists[s], int32(i))
			}
		}
	}
	for s := range lists {
		x.hands[1+s].msel = lists[s]
	}
}

// handOf is the place of a control seat's hand, -1 where there is none of its
// own.
func handOf(p *plan, hands []hand, seat string) int {
	_, side := seatName(seat)
	switch i, ok := p.side[side]; {
	case hands == nil || !IsControl(seat):
		return -1
	case side == "":
		return 0
	case ok:
		return 1 + int(i)
	}
	return -1
}

// feed puts an event into control's feed, under control = "per-side" into the
// feeds of those who may have it.
func (x *Exercise) feed(e *Event, n int32) {
	x.control = append(x.control, n)
	for i := range x.hands {
		if h := &x.hands[i]; h.has(e.To) {
			h.log = append(h.log, n)
		}
	}
}

// reachOf is which events a seat may have.
func (x *Exercise) reachOf(seat string) reach {
	if i, ok := x.plan.role[seat]; ok {
		return reach{token: x.sc.Roles[i].Side}
	}
	if h := handOf(x.plan, x.hands, seat); h >= 0 {
		return reach{token: x.hands[h].token, all: x.openedUp}
	}
	return reach{all: true}
}

// controls reports whether a seat of control's has charge of a side: under
// "single" the one there is, under "per-side" that side's controller alone.
func (x *Exercise) controls(seat, side string) bool {
	if !x.perSide() {
		return IsControl(seat)
	}
	return side != "" && deskOf(seat) == SeatControl+"/"+side
}

// controlsOf is who of control may have what a control seat keeps to control:
// a side's controller to itself, all others to all of control.
func (x *Exercise) controlsOf(seat string) Audience {
	if a, ok := x.aud.control[x.sideOf(seat)]; ok && IsControl(seat) {
		return a
	}
	return x.aud.controls
}

// handAudience is who has what a control seat sends out: what a side's
// controller says stays with that side, else the given ones.
func (x *Exercise) handAudience(seat string, otherwise Audience) Audience {
	if a, ok := x.aud.side[x.sideOf(seat)]; ok && IsControl(seat) {
		return a
	}
	return otherwise
}

// improvised is the prefix of ids of injects that the seat at work makes up.
func (x *Exercise) improvised() string {
	if side := x.sideOf(x.now.Seat); side != "" {
		return side + "-improvised-"
	}
	return "improvised-"
}

// ruledBy are the sides that a ruling without addressees is for.
func (x *Exercise) ruledBy(seat string) []string {
	if side := x.sideOf(seat); side != "" {
		return []string{side}
	}
	return sorted(slices.Clone(x.aud.sides))
}

// sidesOf is the set of these roles' sides.
func (x *Exercise) sidesOf(roles []string) sideSet { return x.plan.sidesOf(roles) }

func (p *plan) sidesOf(roles []string) sideSet {
	var set sideSet
	for _, r := range roles {
		if i, ok := p.role[r]; ok {
			set |= 1 << p.sideOf[i]
		}
	}
	return set
}

// expectedOf is whose roles are expected to do something: those that the
// planner named, else those who have the delivery.
func (x *Exercise) expectedOf(def *scenarios.Expect, roles []string) sideSet {
	if len(def.By) > 0 {
		return x.sidesOf(def.By)
	}
	return x.sidesOf(roles)
}

// emitDues gives injects their due t, in one event for those that concern the
// same controllers: when another side's fall due would say what happened there.
func (x *Exercise) emitDues(dues []Scheduled) {
	for len(dues) > 0 {
		to, rest := x.dueAudience(dues[0]), []Scheduled(nil)
		var mine []Scheduled
		for _, d := range dues {
			if slices.Equal(x.dueAudience(d), to) {
				mine = append(mine, d)
			} else {
				rest = append(rest, d)
			}
		}
		x.emit(to, &DuesSet{Items: mine})
		dues = rest
	}
}

func (x *Exercise) dueAudience(d Scheduled) Audience {
	i, _ := x.item(d.Inject)
	return x.injectControls(x.msel.at(i))
}

// emitHeld holds injects, in one event for those that concern the same
// controllers.
func (x *Exercise) emitHeld(ids []string, why string) {
	for len(ids) > 0 {
		to := x.dueAudience(Scheduled{Inject: ids[0]})
		var mine, rest []string
		for _, id := range ids {
			if slices.Equal(x.dueAudience(Scheduled{Inject: id}), to) {
				mine = append(mine, id)
			} else {
				rest = append(rest, id)
			}
		}
		x.emit(to, &Held{Injects: mine, Why: why})
		ids = rest
	}
}

// known is whether a milestone is set as far as a seat can know: what one
// side's play set is that side's until it crosses.
func (m *milestoneState) known(r reach, planned bool) bool {
	set, _ := m.knownSince(r, planned)
	return set
}

func (m *milestoneState) knownSince(r reach, planned bool) (set bool, since Millis) {
	if r.all {
		return m.set, m.since
	}
	for i := len(m.history) - 1; i >= 0; i-- {
		if f := &m.history[i]; r.has(f.to) {
			return f.set, f.t
		}
	}
	return planned, 0
}

// applyHands stores an event of control in several hands; false if it is not
// one.
func (x *Exercise) applyHands(e *Event) bool {
	switch b := e.Body.(type) {
	case *Agreed:
		if i, ok := x.plan.side[b.Side]; ok {
			x.consents[i].put(b.What, !b.Not)
		}
	case *OpenedUp:
		x.openedUp = true
	case *ClearanceAsked:
		x.applyClearanceAsked(e, b)
	case *ClearanceDecided:
		x.applyClearanceDecided(e, b)
	case *Claimed:
		x.applyClaimed(e, b)
	default:
		return false
	}
	return true
}
