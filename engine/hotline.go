package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// How a hotline is misused.
const (
	MisuseRole  = "wrong-role"         // by somebody who is stated neither to open nor to answer it
	MisuseScope = "out-of-scope"       // for something that it is not for
	MisuseCalm  = "not-urgent"         // nothing urgent is named
	MisuseLower = "lower-channel-open" // the lower channel has neither failed nor is it too slow
)

// hotlineOf finds a hotline of the scenario, nil if it has none of that id.
func (p *plan) hotlineOf(sc *scenarios.Scenario, id string) *scenarios.Hotline {
	if i, ok := p.hotline[id]; ok {
		return &sc.Hotlines[i]
	}
	return nil
}

// openHotline opens a call to another side, whoever opens it and for whatever
// (rule 6): that the entry test does not hold is found, not prevented.
func (x *Exercise) openHotline(c *Command, op OpenHotline) error {
	side := x.sideOf(c.Seat)
	h := x.plan.hotlineOf(x.sc, op.Hotline)
	if err := x.checkOpening(side, h, op); err != nil {
		return err
	}
	b := &HotlineOpened{
		ID: x.next(side + "-call"), Hotline: h.ID, From: c.Seat, FromSide: side, ToSide: op.To, Topic: op.Topic, Urgent: op.Urgent,
		Lower: op.Lower, Request: op.Request, Basis: x.basisOf(side, op.Cites),
	}
	x.doneAs(c, h.OpensAs, b.ID, StepOpen, op.Cites)
	to := x.across(side, op.To)
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	x.emit(to, b)
	failed := true
	if r, err := x.requestOf(side, op.Request); err == nil {
		failed = r.State == RequestRefused || x.isLate(r)
	}
	test, causes := entryTest(op, x.speaksOn(c.Seat, h.Openers), failed)
	x.emit(x.aud.side[side], &HotlineFound{Call: b.ID, Step: StepOpen, Side: side, Test: test, Causes: causes})
	if h.AnswerWithin > 0 {
		from := x.ownTime(h.ExerciseTime)
		x.emit(to, &DeadlineStarted{
			ID: x.next(b.ID + "-clock"), Call: b.ID, Step: CallAnswer, Side: op.To, From: from, Due: from + h.AnswerWithin, Exercise: h.ExerciseTime,
		})
	}
	return nil
}

// checkOpening refuses what is no opening at all.
func (x *Exercise) checkOpening(side string, h *scenarios.Hotline, op OpenHotline) error {
	if h == nil {
		return refuse("no-such-hotline", "hotline", op.Hotline)
	}
	if _, ok := x.plan.side[op.To]; !ok || op.To == side {
		return refuse("no-such-side", "side", op.To)
	}
	if op.Topic != "" && !slices.ContainsFunc(h.Topics, func(t scenarios.Topic) bool { return t.ID == op.Topic }) {
		return refuse("no-such-topic", "topic", op.Topic)
	}
	if op.Urgent != "" && !slices.Contains(Urgencies(), op.Urgent) {
		return refuse("not-an-urgency", "urgent", op.Urgent)
	}
	if op.Lower != "" && !slices.Contains(Lowers(), op.Lower) {
		return refuse("not-a-lower", "lower", op.Lower)
	}
	if op.Request != "" {
		// One that went elsewhere would tell this side that it exists.
		if r, err := x.requestOf(side, op.Request); err != nil || r.FromSide != side || r.ToSide != op.To {
			return refuse("no-such-request", "request", op.Request)
		}
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	return x.checkCites(side, op.Cites)
}

// entryTest says whether the entry test of a hotline holds (something urgent,
// and the lower channel failed or is too slow), and how else the opening is a
// misuse. failed says that the request cited is one that the lower channel
// failed with; of none that it may be.
func entryTest(op OpenHotline, opener, failed bool) (test bool, causes []string) {
	if !opener {
		causes = append(causes, MisuseRole)
	}
	if op.Topic == "" {
		causes = append(causes, MisuseScope)
	}
	if op.Urgent == "" {
		causes = append(causes, MisuseCalm)
	}
	lower := op.Lower == LowerTooSlow || op.Lower == LowerFailed && failed
	if !lower {
		causes = append(causes, MisuseLower)
	}
	return op.Urgent != "" && lower, causes
}

// speaksOn reports whether a seat is one of these roles, or the alternate of one
// who is not there.
func (x *Exercise) speaksOn(seat string, roles []string) bool {
	return slices.Contains(roles, seat) || x.routing().standsIn(seat, roles)
}

// callOf gives a call that a side is an end of.
func (x *Exercise) callOf(side, id string) (*Call, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.calls.len() {
		if c := x.calls.at(int(i)); c.ID == id && (side == "" || c.FromSide == side || c.ToSide == side) {
			return c, nil
		}
	}
	return nil, refuse("no-such-call", "call", id)
}

// stepHotline takes a step in a call.
func (x *Exercise) stepHotline(c *Command, op StepHotline) error {
	side := x.sideOf(c.Seat)
	call, err := x.callOf(side, op.Call)
	if err != nil {
		return err
	}
	h := x.plan.hotlineOf(x.sc, call.Hotline)
	if err := x.checkCallStep(side, call, h, op); err != nil {
		return err
	}
	to := call.to
	b := &HotlineStepped{ID: x.next(call.ID + "-step"), Call: call.ID, Step: op.Step, Side: side}
	switch op.Step {
	case CallSay:
		b.Reads = op.Reads
	case CallSign:
		b.Reads = call.Summary
	case CallTick:
		b.Tick = op.Tick
	case CallEscalate:
		b.To = op.To
	case CallClose:
		b.Next = op.Next
	}
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	x.emit(to, b)
	switch op.Step {
	case CallAnswer:
		if !x.speaksOn(c.Seat, h.Contacts) {
			x.emit(x.aud.side[side], &HotlineFound{Call: call.ID, Step: op.Step, Side: side, Causes: []string{MisuseRole}})
		}
		x.meet(x.clockOn(call.ID))
	case CallClose:
		x.waive(x.clockOn(call.ID)) // given up before it was answered
	}
	return nil
}

// clockOn is the deadline by which a call is to be answered, nil if there is
// none that is still open.
func (x *Exercise) clockOn(call string) *Deadline {
	c, err := x.callOf("", call)
	if err != nil || c.clock == "" {
		return nil
	}
	if d := x.clocks.at(int(x.mustPlace(c.clock))); d.open() {
		return d
	}
	return nil
}

// checkCallStep refuses a step that is none, or that the call has no place for.
func (x *Exercise) checkCallStep(side string, call *Call, h *scenarios.Hotline, op StepHotline) error {
	if !slices.Contains(CallSteps(), op.Step) {
		return refuse("no-such-call-step", "step", op.Step)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	switch {
	case call.State == CallClosed:
		return refuse("call-over", "call", call.ID)
	case op.Step == CallAnswer && side == call.FromSide:
		return refuse("own-call", "call", call.ID)
	case op.Step == CallAnswer && call.State == CallAnswered:
		return refuse("already-answered", "call", call.ID)
	case op.Step != CallAnswer && call.Rings() && (op.Step != CallClose && op.Step != CallEscalate || side != call.FromSide):
		return refuse("not-answered", "call", call.ID)
	case (op.Step == CallSay || op.Step == CallSummary) && strings.TrimSpace(op.Text) == "":
		return refuse("nothing-said")
	}
	return x.checkSpoken(side, call, h, op)
}

// checkSpoken refuses what a step speaks of and what is not there.
func (x *Exercise) checkSpoken(side string, call *Call, h *scenarios.Hotline, op StepHotline) error {
	switch op.Step {
	case CallSay:
		if s := call.step(op.Reads); op.Reads != "" && (s == nil || s.Step != CallSay || s.Side == side) {
			return refuse("not-to-read-back", "turn", op.Reads)
		}
	case CallTick:
		switch {
		case !slices.ContainsFunc(h.Procedure, func(s scenarios.HotlineStep) bool { return s.ID == op.Tick }):
			return refuse("not-in-procedure", "step", op.Tick)
		case call.Ticked(op.Tick, side):
			return refuse("nothing-changed")
		}
	case CallSign:
		return checkSigning(side, call, op.Reads)
	case CallEscalate:
		if op.To == "" || IsControl(op.To) || x.sideOf(op.To) != side {
			return refuse("escalates-own-side", "to", op.To)
		}
	case CallClose:
		if op.Next != 0 && op.Next <= x.now.Story {
			return refuse("next-call-past")
		}
	}
	return nil
}

// checkSigning refuses to sign off what is not there, or is not what was read.
func checkSigning(side string, call *Call, reads string) error {
	switch {
	case call.Summary == "":
		return refuse("nothing-to-sign", "call", call.ID)
	case reads != "" && reads != call.Summary:
		return refuse("another-summary", "call", call.ID)
	case slices.Contains(call.SignedBy, side):
		return refuse("already-signed", "call", call.ID)
	}
	return nil
}

// needHotline records, once, that a hotline ought to be used.
func (x *Exercise) needHotline(i int) {
	h := &x.sc.Hotlines[i]
	if h.Needed == nil || slices.Contains(x.needed, h.ID) || !x.holds(h.Needed, x.now.T) {
		return
	}
	x.emit(x.aud.controls, &HotlineNeeded{Hotline: h.ID})
}
