package engine

import (
	"slices"

	"parley/scenarios"
)

// routing says whom a decision waits for, from who sits where at the moment
// (rule 17): those whom the scenario names, if one of them is there, else their
// alternates, else control. It is computed on looking, so that it is right when
// somebody leaves.
type routing struct {
	sc      *scenarios.Scenario
	plan    *plan
	sitting map[string][]Sitting
}

func (x *Exercise) routing() routing { return routing{x.sc, x.plan, x.sitting} }

func (v View) routing() routing { return routing{v.s.sc, v.s.plan, v.s.sitting} }

// seated reports whether somebody sits in a seat; a bot is somebody.
func (r routing) seated(seat string) bool { return len(r.sitting[seat]) > 0 }

// standsIn reports whether a seat is the alternate of one of these roles whose
// own seat is empty.
func (r routing) standsIn(seat string, roles []string) bool {
	return slices.ContainsFunc(roles, func(role string) bool { return r.alternate(role) == seat && !r.seated(role) })
}

func (r routing) alternate(role string) string {
	if i, ok := r.plan.role[role]; ok {
		return r.sc.Roles[i].Alternate
	}
	return ""
}

// advises reports whether a role decides on its side's findings: as the side's
// legal adviser, or for one who is not there.
func (r routing) advises(role int) bool {
	return r.sc.Roles[role].Legal || r.standsIn(r.sc.Roles[role].ID, r.advisers(r.sc.Roles[role].Side))
}

func (r routing) advisers(side string) []string {
	var out []string
	if s, ok := r.plan.side[side]; ok {
		for _, i := range r.plan.legal[s] {
			out = append(out, r.sc.Roles[i].ID)
		}
	}
	return out
}

// named are the roles that the scenario names for a decision; none: control.
func (r routing) named(w *Waiting) []string {
	switch w.Kind {
	case "finding":
		return r.advisers(w.Side)
	case "approval":
		return w.approvers
	case "clearance":
		if i, ok := r.plan.side[w.Side]; ok {
			return []string{r.sc.Sides[i].ClearedBy}
		}
	}
	return nil
}

// now are the roles that an entry waits for at the moment; none: control.
func (r routing) now(w *Waiting) []string {
	var there, instead []string
	for _, role := range r.named(w) {
		switch alt := r.alternate(role); {
		case r.seated(role):
			there = append(there, role)
		case alt != "" && r.seated(alt) && !slices.Contains(instead, alt):
			instead = append(instead, alt)
		}
	}
	if there != nil {
		return there
	}
	return instead
}

// Claimant is who has said that they deal with an entry of the queue.
type Claimant struct {
	Seat   string
	Person string
	T      Millis
}

// claim says that somebody deals with an entry. It locks nothing: whoever may
// decide still may.
func (x *Exercise) claim(c *Command, op Claim) error {
	w := x.waitingFor(op.Class, op.Ref)
	if w == nil || !x.mayClaim(c.Seat, w) {
		return refuse("nothing-waits", "ref", op.Ref)
	}
	mine := w.Claimed.Seat == c.Seat && w.Claimed.Person == c.By
	if op.Drop && w.Claimed == (Claimant{}) || !op.Drop && mine {
		return refuse("nothing-changed")
	}
	x.emit(x.waitingAudience(w), &Claimed{Class: w.Class, Ref: w.Ref, Drop: op.Drop})
	return nil
}

// waitingFor finds an entry of the queue.
func (x *Exercise) waitingFor(class, ref string) *Waiting {
	order, ok := x.inQueue[queueKey{class, ref}]
	if !ok {
		return nil
	}
	i, _ := slices.BinarySearchFunc(x.waiting, order, func(w Waiting, order int) int { return w.order - order })
	return &x.waiting[i]
}

func (x *Exercise) mayClaim(seat string, w *Waiting) bool {
	if IsControl(seat) {
		return x.reachOf(seat).has(x.waitingAudience(w))
	}
	r := x.routing()
	named := r.named(w)
	return slices.Contains(named, seat) || r.standsIn(seat, named)
}

// waitingAudience is who may know that something waits.
func (x *Exercise) waitingAudience(w *Waiting) Audience {
	switch w.Class {
	case "inject":
		return x.injectControls(x.msel.at(int(w.place)))
	case "expectation":
		return x.expectationAudience(x.expectations.at(int(w.place)))
	case "finding", "approval", "clearance":
		return x.aud.side[w.Side]
	case "commitment":
		return x.bearings.at(int(w.place)).to
	}
	return x.aud.control[w.Side]
}

func (x *Exercise) applyClaimed(e *Event, b *Claimed) {
	if x.waitingFor(b.Class, b.Ref) == nil {
		return
	}
	x.ownWaiting()
	w := x.waitingFor(b.Class, b.Ref)
	w.Claimed = Claimant{e.Seat, e.By, e.T}
	if b.Drop {
		w.Claimed = Claimant{}
	}
}

// Waiting is what waits for a decision of this seat, oldest first. For a role
// that is what the scenario names it for, and what an alternate decides while
// the named seat is empty; for control all that waits for nobody else.
func (v View) Waiting() []Waiting { return v.queue(func(mine bool) bool { return mine }) }

// WaitingElsewhere is what waits for a decision of another seat, for control,
// who may decide all the same.
func (v View) WaitingElsewhere() []Waiting {
	if !v.Control() {
		return nil
	}
	return v.queue(func(mine bool) bool { return !mine })
}

// WaitingAnywhere is both, in the order in which it came; each entry says whom
// it waits for.
func (v View) WaitingAnywhere() []Waiting {
	return v.queue(func(mine bool) bool { return mine || v.Control() })
}

func (v View) queue(wanted func(mine bool) bool) []Waiting {
	r := v.routing()
	var out []Waiting
	for i := range v.s.waiting {
		w := v.s.waiting[i]
		if !v.knowsOf(&w) {
			continue
		}
		var own bool
		if w.Seat, own = v.waitsFor(r, &w); wanted(own) {
			out = append(out, w)
		}
	}
	return out
}

// knowsOf reports whether the seat may know that something waits.
func (v View) knowsOf(w *Waiting) bool {
	switch {
	case v.reach.all:
		return true
	case w.Class == "inject":
		return v.Control() && v.seesInject(v.s.msel.at(int(w.place)))
	case w.Class == "expectation":
		return v.Control() && v.seesAny(v.s.expectations.at(int(w.place)).sides)
	case w.Class == "commitment":
		return v.Control() && v.has(v.s.bearings.at(int(w.place)).to)
	}
	return v.Sees(w.Side)
}

// waitsFor is the seat that an entry waits for now, and whether that is the
// view's.
func (v View) waitsFor(r routing, w *Waiting) (seat string, mine bool) {
	if now := r.now(w); now != nil {
		if slices.Contains(now, v.seat) {
			return v.seat, true
		}
		return now[0], false
	}
	if !PerSide(v.s.sc) {
		return SeatControl, v.Control()
	}
	side, lead := w.Side, false
	switch w.Class {
	case "inject":
		side, lead = v.s.only(v.s.plan.sidesOf(v.s.msel.at(int(w.place)).Roles)), true
	case "expectation":
		side = v.s.only(v.s.expectations.at(int(w.place)).sides)
	}
	switch {
	case v.ControlOf() != "" && (side == v.ControlOf() || side == "" && !lead):
		return v.seat, true
	case lead:
		return SeatControl, deskOf(v.seat) == SeatControl
	}
	return SeatControl + "/" + side, false
}

// only is the one side in a set, "" if there are several.
func (s *snapshot) only(set sideSet) string {
	one := ""
	for i := range s.sc.Sides {
		switch {
		case set&(1<<i) == 0:
		case one != "":
			return ""
		default:
			one = s.sc.Sides[i].ID
		}
	}
	return one
}
