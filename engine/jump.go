package engine

import (
	"slices"

	"parley/scenarios"
)

// Choices of what becomes of a thing that a jump passes.
const (
	JumpDeliver = "deliver" // it happens on arrival; an expected action counts as missed
	JumpSkip    = "skip"    // it is skipped; an expected action is waived
	JumpShift   = "shift"   // it keeps its distance: its due t moves by the length of the jump
)

// purelyTimed reports whether time alone decides a condition.
func purelyTimed(c *scenarios.Cond) bool {
	if c.Op == scenarios.CondFact {
		return false
	}
	return !slices.ContainsFunc(c.Args, func(a *scenarios.Cond) bool { return !purelyTimed(a) })
}

// jump goes to a later t within the segment. What was to be delivered is
// delivered on arrival, so that players get it when they are there and its
// expectations run from then.
func (x *Exercise) jump(op Jump) error {
	if op.To <= x.now.T {
		return refuse("jump-back")
	}
	if op.To > x.clock.SegmentEnd {
		return refuse("jump-past-segment")
	}
	all := x.onTheWay(x.now.T, op.To)
	list := slices.DeleteFunc(slices.Clone(all), x.unlisted)
	if !slices.EqualFunc(list, op.Choices, func(a, b JumpChoice) bool { return a.Kind == b.Kind && a.ID == b.ID && a.Due == b.Due }) {
		return refuse("jump-list-changed")
	}
	for _, c := range op.Choices {
		if c.Choice != JumpDeliver && c.Choice != JumpSkip && c.Choice != JumpShift {
			return refuse("bad-choice", "choice", c.Choice)
		}
	}
	from, choices := x.now.T, op.Choices
	for i, c := range all { // in order of due t, as the list is
		if x.unlisted(c) {
			choices = slices.Insert(slices.Clone(choices), i, c)
		}
	}
	for _, c := range choices {
		x.leave(c, op.To-from)
	}
	x.shiftClocks(op.To - from)
	x.lapseOnTheWay(op.To)
	x.now.T, x.now.Said = op.To, op.To
	x.now.Story = max(x.now.Story, x.clock.StoryAt(op.To))
	x.emit(x.aud.all, &Jumped{From: from, To: op.To})
	for _, c := range choices {
		if c.Choice == JumpDeliver {
			x.arrive(c)
		}
	}
	for _, d := range x.dues {
		if d.kind == dueCondition && d.t <= op.To {
			x.dirty = append(x.dirty, d.ref)
		}
	}
	return nil
}

// leave carries out a choice that is not to deliver, before the jump.
func (x *Exercise) leave(c JumpChoice, by Millis) {
	skip := c.Choice == JumpSkip
	if c.Choice == JumpDeliver {
		return
	}
	switch c.Kind {
	case "inject", "condition":
		i, _ := x.item(c.ID)
		to := x.injectControls(x.msel.at(i))
		if skip {
			x.emit(to, &Skipped{Inject: c.ID, Why: WhyJump})
			x.holdDependants(i, WhySkippedBefore)
			return
		}
		x.emit(to, &DuesSet{Items: []Scheduled{{c.ID, c.Due + by}}})
	case "expectation":
		e := x.expectations.at(int(x.mustPlace(c.ID)))
		to := x.expectationAudience(e)
		if skip {
			x.emit(to, &ExpectationSet{ID: c.ID, Status: ExpectWaived, Why: WhyJump})
			return
		}
		x.emit(to, &ExpectationSet{ID: c.ID, Status: ExpectOpen, Deadline: e.Deadline + by, Why: WhyJump})
	case "outcome":
		a := x.actions.at(int(x.mustPlace(c.ID)))
		due := c.Due + by
		if skip {
			due = -1
		}
		x.emit(x.aud.control[a.Side], &OutcomeDue{Act: c.ID, Due: due, Result: x.proposedResult(a)})
	}
}

// arrive carries out a choice to deliver, after the jump.
func (x *Exercise) arrive(c JumpChoice) {
	switch c.Kind {
	case "inject":
		i, _ := x.item(c.ID)
		x.injectFallsDue(i)
	case "expectation":
		e := x.expectations.at(int(x.mustPlace(c.ID)))
		x.emit(x.expectationAudience(e), &ExpectationSet{ID: c.ID, Status: ExpectMissed, Why: WhyJump})
	case "outcome":
		a := x.actions.at(int(x.mustPlace(c.ID)))
		x.emit(x.aud.control[a.Side], &OutcomeProposed{Act: a.ID, Result: x.proposedResult(a)})
	}
}

// lapseOnTheWay fires the legal and treaty periods that a jump passes, each at
// the exercise and story time at which it ends.
func (x *Exercise) lapseOnTheWay(to Millis) {
	for {
		l, t, ok := x.peekLapse()
		if !ok || t > to {
			return
		}
		x.story = x.story[1:]
		x.now.T = max(x.now.T, t)
		x.now.Said = x.now.T
		x.now.Story = max(x.now.Story, l.story)
		x.lapse(l)
	}
}
