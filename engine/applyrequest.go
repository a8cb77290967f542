package engine

import (
	"slices"

	"parley/scenarios"
)

// applyRequests stores an event of requests; false if it is not one.
func (x *Exercise) applyRequests(e *Event) bool {
	switch b := e.Body.(type) {
	case *RequestDrafted:
		x.applyDraft(e, b)
	case *RequestSent:
		x.applySent(e, b)
	case *RequestStepped:
		x.applyStep(e, b)
	case *RequestForwarded:
		if r := x.editRequest(b.Request); r != nil {
			r.Forwards = append(slices.Clip(r.Forwards), Forward{RequestForwarded: b, From: e.Seat, T: e.Said})
		}
		x.numbered(b.ID)
	case *RequestChecked:
		if r := x.editRequest(b.Request); r != nil {
			r.Checks = append(slices.Clip(r.Checks), Check{RequestChecked: b, T: e.T})
		}
	case *RequestTicked:
		if r := x.editRequest(b.Request); r != nil {
			r.Ticks = append(slices.Clip(r.Ticks), Tick{RequestTicked: b, Seat: e.Seat, T: e.T, to: e.To})
		}
	default:
		return false
	}
	return true
}

func (x *Exercise) editRequest(id string) *Request {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.requests.len() || x.requests.at(int(i)).ID != id {
		return nil
	}
	return x.requests.edit(int(i), x.gen)
}

func (x *Exercise) applyDraft(e *Event, b *RequestDrafted) {
	d := Draft{RequestDrafted: b, Role: e.Seat, Side: x.sideOf(e.Seat), T: e.T}
	if i, ok := x.placeOf(b.ID); ok && int(i) < x.drafts.len() && x.drafts.at(int(i)).ID == b.ID {
		*x.drafts.edit(int(i), x.gen) = d
		return
	}
	x.keep(b.ID, x.drafts.add(d, x.gen))
}

func (x *Exercise) applySent(e *Event, b *RequestSent) {
	n := x.requests.add(Request{RequestSent: b, T: e.Said, Story: x.clock.StoryAt(e.Said), State: RequestOpen, to: e.To}, x.gen)
	x.keep(b.ID, n)
	x.touch(factKey{fact: scenarios.FactRequested, id: b.Request})
	x.facts.happened(x, factKey{fact: scenarios.FactSince, id: b.Request}, e.Said)
}

func (x *Exercise) applyStep(e *Event, b *RequestStepped) {
	r := x.editRequest(b.Request)
	if r == nil {
		return
	}
	x.numbered(b.ID)
	r.Steps = append(slices.Clip(r.Steps), RequestStep{RequestStepped: b, Role: e.Seat, T: e.Said, Story: x.clock.StoryAt(e.Said), How: e.How})
	r.State = stateAfter(r.State, b.Step)
	for _, f := range [...]scenarios.Fact{scenarios.FactAcknowledged, scenarios.FactAccepted, scenarios.FactRefused, scenarios.FactExecuted} {
		x.touch(factKey{fact: f, id: r.Request})
	}
}

// stateAfter is where a request stands after a step.
func stateAfter(state, step string) string {
	switch step {
	case scenarios.StepAcknowledge:
		if state == RequestOpen {
			return RequestAcknowledged
		}
	case scenarios.StepAskSupplement:
		return RequestAsked
	case scenarios.StepSupplement:
		if state == RequestAsked {
			return RequestAcknowledged
		}
	case scenarios.StepAccept, scenarios.StepAcceptPart:
		return RequestAccepted
	case scenarios.StepRefuse:
		return RequestRefused
	case scenarios.StepPostpone:
		return RequestPostponed
	case scenarios.StepExecute, scenarios.StepExecutePart:
		return RequestExecuted
	case scenarios.StepClose:
		return RequestClosed
	case scenarios.StepWithdraw:
		return RequestWithdrawn
	}
	return state
}

// requestSo is whether some request of a kind, of a side if one is named, is as
// a fact says.
func (x *Exercise) requestSo(c *scenarios.Cond, at Millis) bool {
	for i := range x.requests.len() {
		r := x.requests.at(i)
		if r.Request != c.IDs[0] || len(c.IDs) > 1 && !slices.Contains(c.IDs[1:], r.FromSide) || r.T > at {
			continue
		}
		if c.Fact == scenarios.FactRequested || c.Fact == scenarios.FactLate && x.isLate(r) || x.stepped(r, c.Fact, at) {
			return true
		}
	}
	return false
}

// stepped is whether a step of a request answers to a fact.
func (x *Exercise) stepped(r *Request, f scenarios.Fact, at Millis) bool {
	return slices.ContainsFunc(r.Steps, func(s RequestStep) bool {
		if s.T > at || s.Side != r.ToSide {
			return false
		}
		switch f {
		case scenarios.FactAcknowledged:
			return true
		case scenarios.FactAccepted:
			return s.Step == scenarios.StepAccept || s.Step == scenarios.StepAcceptPart
		case scenarios.FactRefused:
			return s.Step == scenarios.StepRefuse
		case scenarios.FactExecuted:
			return s.Step == scenarios.StepExecute || s.Step == scenarios.StepExecutePart
		}
		return false
	})
}

func (x *Exercise) isLate(r *Request) bool {
	return slices.ContainsFunc(r.clocks, func(i int32) bool {
		s := x.clocks.at(int(i)).Status
		return s == DeadlineMissed || s == DeadlineLate
	})
}

// lastRequest is when a request of a kind was last sent.
func (x *Exercise) lastRequest(kind string, at Millis) (Millis, bool) {
	last, ok := Millis(0), false
	for i := range x.requests.len() {
		if r := x.requests.at(i); r.Request == kind && r.T <= at {
			last, ok = max(last, r.T), true
		}
	}
	return last, ok
}
