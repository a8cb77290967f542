package engine

import (
	"slices"

	"parley/scenarios"
)

// applyHotlines stores an event of hotlines; false if it is not one.
func (x *Exercise) applyHotlines(e *Event) bool {
	switch b := e.Body.(type) {
	case *HotlineOpened:
		n := x.calls.add(Call{HotlineOpened: b, By: e.By, T: e.Said, Story: x.clock.StoryAt(e.Said), State: CallRinging, to: e.To}, x.gen)
		x.keep(b.ID, n)
		x.touch(factKey{fact: scenarios.FactCalled, id: b.Hotline})
		x.facts.happened(x, factKey{fact: scenarios.FactSince, id: b.Hotline}, e.Said)
	case *HotlineFound:
		if c := x.editCall(b.Call); c != nil {
			c.Found = append(slices.Clip(c.Found), *b)
			x.touch(factKey{fact: scenarios.FactMisused, id: c.Hotline})
		}
	case *HotlineStepped:
		x.applyCallStep(e, b)
	case *HotlineNeeded:
		x.needed = append(slices.Clip(x.needed), b.Hotline)
	default:
		return false
	}
	return true
}

func (x *Exercise) editCall(id string) *Call {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.calls.len() || x.calls.at(int(i)).ID != id {
		return nil
	}
	return x.calls.edit(int(i), x.gen)
}

func (x *Exercise) applyCallStep(e *Event, b *HotlineStepped) {
	c := x.editCall(b.Call)
	if c == nil {
		return
	}
	x.numbered(b.ID)
	c.Steps = append(slices.Clip(c.Steps), CallStep{HotlineStepped: b, Role: e.Seat, By: e.By, T: e.Said, Story: x.clock.StoryAt(e.Said)})
	switch b.Step {
	case CallAnswer:
		c.State = CallAnswered
		x.touch(factKey{fact: scenarios.FactConnected, id: c.Hotline})
	case CallClose:
		c.State = CallClosed
	case CallSummary:
		c.Summary, c.SignedBy = b.ID, []string{b.Side}
	case CallSign:
		c.SignedBy = append(slices.Clip(c.SignedBy), b.Side)
		if slices.Contains(c.SignedBy, c.FromSide) && slices.Contains(c.SignedBy, c.ToSide) {
			c.Agreed = c.Summary
		}
	}
}

// applyCallClock lets a call know of its deadline, and that nobody answered in
// time.
func (x *Exercise) applyCallClock(d *Deadline) {
	c := x.editCall(d.Call)
	if c == nil {
		return
	}
	c.clock = d.ID
	if d.Status == DeadlineMissed && c.State == CallRinging {
		c.State = CallUnanswered
	}
}

// Rings reports whether a call still waits to be answered, be it in time or not.
func (c *Call) Rings() bool { return c.State == CallRinging || c.State == CallUnanswered }

// Other is the other side's id of the two that speak.
func (c *Call) Other(side string) string {
	if side == c.FromSide {
		return c.ToSide
	}
	return c.FromSide
}

// Ticked reports whether a side has ticked off a step of the procedure.
func (c *Call) Ticked(step, side string) bool {
	return slices.ContainsFunc(c.Steps, func(s CallStep) bool { return s.Step == CallTick && s.Tick == step && s.Side == side })
}

// step finds a step in the call, nil if there is none of that id.
func (c *Call) step(id string) *CallStep {
	for i := range c.Steps {
		if c.Steps[i].ID == id {
			return &c.Steps[i]
		}
	}
	return nil
}

// SummaryText is the text leaf of the summary proposed last, "" while there is
// none.
func (c *Call) SummaryText() string { return c.textOf(c.Summary) }

// AgreedText is the text leaf of the summary that both sides signed off, "" while
// there is none.
func (c *Call) AgreedText() string { return c.textOf(c.Agreed) }

func (c *Call) textOf(step string) string {
	if s := c.step(step); s != nil {
		return s.Text
	}
	return ""
}

// Next is the story time of the next call as agreed on closing, in Unix
// milliseconds, 0 if none was.
func (c *Call) Next() int64 {
	if n := len(c.Steps); n > 0 && c.Steps[n-1].Step == CallClose {
		return c.Steps[n-1].Next
	}
	return 0
}

// callSo is whether some call on a hotline, opened by a side if one is named, is
// as a fact says.
func (x *Exercise) callSo(c *scenarios.Cond, at Millis) bool {
	for i := range x.calls.len() {
		call := x.calls.at(i)
		if call.Hotline != c.IDs[0] || len(c.IDs) > 1 && call.FromSide != c.IDs[1] || call.T > at {
			continue
		}
		switch c.Fact {
		case scenarios.FactCalled:
			return true
		case scenarios.FactConnected:
			if slices.ContainsFunc(call.Steps, func(s CallStep) bool { return s.Step == CallAnswer && s.T <= at }) {
				return true
			}
		case scenarios.FactMisused:
			if call.Misused() {
				return true
			}
		}
	}
	return false
}

// Misused reports whether opening it was found to be a misuse, as far as whoever
// has the call may know.
func (c *Call) Misused() bool {
	return slices.ContainsFunc(c.Found, func(f HotlineFound) bool { return f.Step == StepOpen && len(f.Causes) > 0 })
}

// lastCall is when a hotline was last opened.
func (x *Exercise) lastCall(hotline string, at Millis) (Millis, bool) {
	last, ok := Millis(0), false
	for i := range x.calls.len() {
		if c := x.calls.at(i); c.Hotline == hotline && c.T <= at {
			last, ok = max(last, c.T), true
		}
	}
	return last, ok
}
