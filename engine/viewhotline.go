package engine

import (
	"slices"

	"parley/scenarios"
)

// Hotlines are the escalation channels of the scenario. What they are for is
// known to everyone; when they ought to be used is for control.
func (v View) Hotlines() []*scenarios.Hotline {
	all := v.hotlines()
	out := make([]*scenarios.Hotline, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}

// Hotline finds one, nil if there is none of that id.
func (v View) Hotline(id string) *scenarios.Hotline {
	if i, ok := v.s.plan.hotline[id]; ok {
		return &v.hotlines()[i]
	}
	return nil
}

func (v View) hotlines() []scenarios.Hotline {
	if v.Control() {
		return v.s.sc.Hotlines
	}
	return v.s.plan.forPlayers.hotlines
}

// HotlineNeeded reports whether a hotline has come to be one that ought to be
// used. For control.
func (v View) HotlineNeeded(id string) bool {
	return v.Control() && slices.Contains(v.s.needed, id)
}

// EntryTest says what opening a hotline would be found to be, were a role of the
// seat's side to open it so now: whether the entry test holds, and the Misuse
// constants.
func (v View) EntryTest(role string, op OpenHotline) (test bool, causes []string) {
	h := v.Hotline(op.Hotline)
	if h == nil || v.Control() || v.SideOf(role) != v.Side().ID {
		return false, nil
	}
	opener := slices.Contains(h.Openers, role) || v.routing().standsIn(role, h.Openers)
	return entryTest(op, opener, op.Request == "" || v.RequestFailed(op.Request))
}

// RequestFailed reports whether a request that the seat may see is one that the
// lower channel failed with: refused, or late.
func (v View) RequestFailed(id string) bool {
	r, ok := v.Request(id)
	return ok && (r.State == RequestRefused || slices.ContainsFunc(v.DeadlinesOf(id), func(d Deadline) bool {
		return d.Status == DeadlineMissed || d.Status == DeadlineLate
	}))
}

// Calls are those that the seat's side made or had, from the oldest; for control
// all that it may see.
func (v View) Calls() []Call {
	var out []Call
	for i := range v.s.calls.len() {
		if c := v.s.calls.at(i); v.has(c.to) {
			out = append(out, v.publicCall(*c))
		}
	}
	return out
}

// Call finds a call that the seat may see.
func (v View) Call(id string) (Call, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.calls.len() {
		return Call{}, false
	}
	c := *v.s.calls.at(i)
	if c.ID != id || !v.has(c.to) {
		return Call{}, false
	}
	return v.publicCall(c), true
}

// publicCall leaves away what was found of the other side.
func (v View) publicCall(c Call) Call {
	c.Found = slices.DeleteFunc(slices.Clone(c.Found), func(f HotlineFound) bool { return !v.Sees(f.Side) })
	return c
}

// DeadlineOfCall is by when a call is to be answered, if that is stated.
func (v View) DeadlineOfCall(c *Call) (Deadline, bool) {
	return v.Deadline(c.clock)
}

// MayAnswer reports whether the seat is one that a call is to be answered by: a
// point of contact of the side that is called, or the alternate of one who is
// not there.
func (v View) MayAnswer(c *Call) bool {
	h := v.Hotline(c.Hotline)
	return h != nil && !v.Control() && v.Side().ID == c.ToSide && (slices.Contains(h.Contacts, v.seat) || v.routing().standsIn(v.seat, h.Contacts))
}
