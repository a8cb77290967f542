package engine

import (
	"slices"

	"parley/scenarios"
)

// RequestKinds are the kinds of request for assistance of the scenario. What
// they must contain is known to everyone: both sides agreed it.
func (v View) RequestKinds() []*scenarios.RequestKind {
	out := make([]*scenarios.RequestKind, len(v.s.sc.Requests))
	for i := range out {
		out[i] = &v.s.sc.Requests[i]
	}
	return out
}

// RequestKind finds a kind of request, nil if there is none of that id.
func (v View) RequestKind(id string) *scenarios.RequestKind {
	return v.s.plan.requestKind(v.s.sc, id)
}

// Drafts are the requests that the seat's side is writing, for control all that
// it may see; those that were sent are no longer among them.
func (v View) Drafts() []Draft {
	var out []Draft
	for i := range v.s.drafts.len() {
		if d := v.s.drafts.at(i); d.Sent == "" && v.Sees(d.Side) {
			out = append(out, *d)
		}
	}
	return out
}

// Requests are those that the seat's side sent or received, from the oldest;
// for control all that it may see.
func (v View) Requests() []Request {
	var out []Request
	for i := range v.s.requests.len() {
		if r := v.s.requests.at(i); v.has(r.to) {
			out = append(out, v.publicRequest(*r))
		}
	}
	return out
}

// Request finds a request that the seat may see.
func (v View) Request(id string) (Request, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.requests.len() {
		return Request{}, false
	}
	r := *v.s.requests.at(i)
	if r.ID != id || !v.has(r.to) {
		return Request{}, false
	}
	return v.publicRequest(r), true
}

// publicRequest leaves away what the seat may not have: what the engine found in
// it, which is the answer to a task of the receiver's, and what went on within
// the other side.
func (v View) publicRequest(r Request) Request {
	if !v.Control() {
		r.Checks = nil
	}
	if !v.Sees(r.ToSide) {
		r.Forwards = nil
	}
	r.Ticks = slices.DeleteFunc(slices.Clone(r.Ticks), func(t Tick) bool { return !v.has(t.to) })
	return r
}

// Contents are a request's fields as it was sent and supplemented since: text
// leaves by field.
func (r *Request) Contents() map[string]string { return contents(r) }

// Deadlines are the response times and legal clocks that were started and that
// the seat may see, from the oldest: for a player those of their side, and what
// the other side owes them.
func (v View) Deadlines() []Deadline {
	var out []Deadline
	for i := range v.s.clocks.len() {
		if d := v.s.clocks.at(i); v.has(d.to) {
			out = append(out, *d)
		}
	}
	return out
}

// DeadlinesOf are those of a request that the seat may see, in order.
func (v View) DeadlinesOf(request string) []Deadline {
	var out []Deadline
	if i, ok := place(v.s.lists, request); ok && i < v.s.requests.len() {
		r := v.s.requests.at(i)
		if r.ID != request || !v.has(r.to) {
			return nil
		}
		for _, n := range r.clocks {
			out = append(out, *v.s.clocks.at(int(n)))
		}
	}
	return out
}

// Deadline finds one that the seat may see.
func (v View) Deadline(id string) (Deadline, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.clocks.len() {
		return Deadline{}, false
	}
	if d := *v.s.clocks.at(i); d.ID == id && v.has(d.to) {
		return d, true
	}
	return Deadline{}, false
}

// DeadlineDef is the legal clock of the scenario that a deadline is, nil for a
// response time.
func (v View) DeadlineDef(d *Deadline) *scenarios.Deadline {
	for i := range v.s.sc.Deadlines {
		if v.s.sc.Deadlines[i].ID == d.Deadline {
			return &v.s.sc.Deadlines[i]
		}
	}
	return nil
}

// Ending is something that comes to its end by itself, in story time: an
// approval, the effect of an action, a power.
type Ending struct {
	What  string // approval | effect | power
	Ref   string // the approval, the action or the authority
	Side  string
	Until int64 // story time, Unix milliseconds
	Over  bool
}

// Endings are what comes to its end of itself for the seat's side; for control
// all that it may see. Powers that end after the story are not among them.
func (v View) Endings() []Ending {
	var out []Ending
	for i := range v.s.approvals.len() {
		if p := v.s.approvals.at(i); p.Until != 0 && v.Sees(p.Side) && (p.State == ApprovalGiven || p.State == ApprovalLapsed) {
			out = append(out, Ending{"approval", p.ID, p.Side, p.Until, p.State == ApprovalLapsed})
		}
	}
	for i := range v.s.actions.len() {
		if a := v.s.actions.at(i); a.Outcome != nil && a.Outcome.Until != 0 && !a.Withdrawn && v.Sees(a.Side) {
			out = append(out, Ending{"effect", a.ID, a.Side, a.Outcome.Until, a.Lapsed})
		}
	}
	now := v.s.clock.StoryAt(v.s.clock.T)
	for i := range v.s.sc.Authorities {
		a := &v.s.sc.Authorities[i]
		if until := a.Until.UnixMilli(); !a.Until.IsZero() && v.Sees(a.Side) && until <= v.storyEnd() {
			out = append(out, Ending{"power", a.ID, a.Side, until, until <= now})
		}
	}
	return out
}

// storyEnd is how far the story can go.
func (v View) storyEnd() int64 {
	last := &v.s.sc.Phases[len(v.s.sc.Phases)-1]
	end := last.Story.UnixMilli()
	for _, s := range last.Segments {
		if !s.Story.IsZero() {
			end = max(end, s.Story.UnixMilli())
		}
		if s.Kind == scenarios.SegmentPlay {
			end += s.Length * last.Pace
		}
	}
	return end
}

// DraftText reads a draft's or request's field, "" for one that is not there or
// gone.
func (v View) DraftText(fields map[string]string, field string) string {
	text, _ := v.Text(fields[field])
	return text
}

// Left is how much play is left under a deadline at an exercise time, negative
// once it has passed; ok is false where it does not run by itself: it is paused
// or over, or story time stands or will only leap there.
func (v View) Left(d *Deadline, now Millis) (left Millis, ok bool) {
	if d.Status == DeadlineMissed && d.Exercise {
		return d.Due - now, true
	}
	if d.Status != DeadlineRunning {
		return 0, false
	}
	if d.Exercise {
		return d.Due - now, true
	}
	t, ok := v.s.clock.reaches(d.Due)
	return t - now, ok
}

// HasDeadlines reports whether something can run out for the seat: the scenario
// has requests with their response times, or a legal clock of its side.
func (v View) HasDeadlines() bool {
	return len(v.s.sc.Requests) > 0 || slices.ContainsFunc(v.s.sc.Deadlines, func(d scenarios.Deadline) bool { return v.Sees(d.Side) })
}
