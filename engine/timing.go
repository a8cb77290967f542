package engine

import (
	"slices"

	"parley/scenarios"
)

func (x *Exercise) start() {
	x.emit(x.aud.all, &Started{})
	for i := range x.sc.Injects {
		if x.sc.Injects[i].When != nil {
			x.dirty = append(x.dirty, int32(i))
		}
	}
	eachWatch(x.sc, func(ref int32, _ *scenarios.Cond) { x.dirty = append(x.dirty, ref) })
	x.startSegment(0, 0)
}

func (x *Exercise) pause() error {
	if x.clock.Life != Running {
		return refuse("already-paused")
	}
	x.emit(x.aud.all, &Paused{})
	return nil
}

func (x *Exercise) resume() error {
	if x.clock.Life == Running {
		return refuse("already-running")
	}
	x.emit(x.aud.all, &Resumed{})
	return nil
}

// maxRate bounds both parts of a rate, so that no product overflows within
// the longest exercise.
const maxRate = 100_000

func (x *Exercise) setRate(op SetRate) error {
	if op.Num < 1 || op.Den < 1 || op.Num > maxRate || op.Den > maxRate {
		return refuse("bad-rate")
	}
	x.emit(x.aud.all, &RateSet{Num: op.Num, Den: op.Den})
	return nil
}

func (x *Exercise) nextSegment() error {
	ph := &x.sc.Phases[x.clock.Phase]
	if x.clock.Segment+1 >= len(ph.Segments) {
		return refuse("last-segment")
	}
	x.holdEnded("", ph.Segments[x.clock.Segment].ID)
	x.startSegment(x.clock.Phase, x.clock.Segment+1)
	return nil
}

func (x *Exercise) nextPhase() error {
	if x.clock.Phase+1 >= len(x.sc.Phases) {
		return refuse("last-phase")
	}
	x.holdEnded(x.sc.Phases[x.clock.Phase].ID, "")
	x.startSegment(x.clock.Phase+1, 0)
	return nil
}

// holdEnded puts on hold what an ending phase or segment has not delivered.
func (x *Exercise) holdEnded(phase, segment string) {
	var ids []string
	for i := range x.sc.Injects {
		d := &x.sc.Injects[i]
		mine := phase != "" && d.Phase == phase || segment != "" && d.HasAt && d.Segment == segment
		if s := x.msel.at(i).State; mine && (s == InjectPlanned || s == InjectDue) {
			ids = append(ids, d.ID)
		}
	}
	x.emitHeld(ids, WhyEnded)
}

// startSegment begins a segment; story time leaps to where the phase or the
// segment says, never back, and what the leap passes lapses in story order.
func (x *Exercise) startSegment(p, s int) {
	ph := &x.sc.Phases[p]
	seg := &ph.Segments[s]
	was := x.clock.StoryAt(x.now.T)
	b := &SegmentStarted{Phase: ph.ID, Segment: seg.ID, SegmentKind: seg.Kind, First: s == 0, Length: seg.Length, Story: was}
	if s == 0 {
		b.Story = max(b.Story, ph.Story.UnixMilli())
	}
	if !seg.Story.IsZero() {
		b.Story = max(b.Story, seg.Story.UnixMilli())
	}
	if seg.Kind == "play" {
		b.Pace = ph.Pace
	}
	if p+1 < len(x.sc.Phases) {
		b.Cap = x.sc.Phases[p+1].Story.UnixMilli()
	}
	if b.Story > was && (p > 0 || s > 0) {
		b.Leap = was
		x.lapseUntil(b.Story)
	}
	x.now.Story = b.Story
	x.emit(x.aud.all, b)
	var dues []Scheduled
	for i := range x.sc.Injects {
		d := &x.sc.Injects[i]
		m := x.msel.at(i)
		if d.HasAt && d.Segment == seg.ID && !m.HasDue && (m.State == InjectPlanned || m.State == InjectHeld) {
			dues = append(dues, Scheduled{d.ID, x.now.T + d.At})
		}
	}
	x.emitDues(dues)
}

// lapseUntil lets lapse what a leap of story time passes, each at its own
// story time, and what hangs on it follow before the next.
func (x *Exercise) lapseUntil(story int64) {
	for len(x.story) > 0 && x.story[0].story <= story {
		l := x.story[0]
		x.story = x.story[1:]
		if !x.lapses(l) {
			continue
		}
		x.now.Story = max(x.now.Story, l.story)
		x.lapse(l)
		x.settle(false)
	}
}

func (x *Exercise) end() {
	x.emit(x.aud.all, &Ended{})
	for k := range x.expectations.len() {
		e := x.expectations.at(k)
		if e.Status == ExpectOpen {
			x.emit(x.expectationAudience(e), &ExpectationSet{ID: e.ID, Status: ExpectWaived, Why: WhyEndex})
		}
	}
	x.endClocks()
}

// expectationAudience is whose controllers an expected action concerns: those
// of the sides that were to do it. What they did or did not do is not the
// lead's, nor another side's that had the same inject.
func (x *Exercise) expectationAudience(e *Expectation) Audience { return x.aud.of(e.sides).own }

// JumpList is what a jump has to choose about. Under control = "per-side" it is
// the lead who jumps, and what is a side's play is not listed: expected actions
// move along, outcomes are proposed on arrival.
func (x *Exercise) JumpList(at, to Millis) []JumpChoice {
	return slices.DeleteFunc(x.onTheWay(at, to), x.unlisted)
}

func (x *Exercise) unlisted(c JumpChoice) bool {
	return x.perSide() && (c.Kind == "expectation" || c.Kind == "outcome")
}

// onTheWay is what lies between now (the last event's t, or at if later) and
// to, in order of due t: injects, expected actions, outcomes, and conditions
// that time alone turns.
func (x *Exercise) onTheWay(at, to Millis) []JumpChoice {
	entries := slices.Clone(x.dues)
	slices.SortFunc(entries, func(a, b due) int {
		if a.before(b) {
			return -1
		}
		return 1
	})
	var out []JumpChoice
	seen := map[due]bool{}
	for _, d := range entries {
		if d.t > to || d.t <= at && d.kind == dueCondition || seen[d] || !x.standing(d) {
			continue
		}
		seen[d] = true
		if c, ok := x.jumped(d); ok {
			out = append(out, c)
		}
	}
	return out
}

func (x *Exercise) jumped(d due) (JumpChoice, bool) {
	c := JumpChoice{Due: d.t}
	switch d.kind {
	case dueInject:
		c.Kind, c.ID, c.Choice = "inject", x.msel.at(int(d.ref)).ID, "shift"
	case dueExpectation:
		c.Kind, c.ID, c.Choice = "expectation", x.expectations.at(int(d.ref)).ID, "shift"
	case dueOutcome:
		c.Kind, c.ID, c.Choice = "outcome", x.actions.at(int(d.ref)).ID, "deliver"
	case dueDeadline:
		return c, false // moves along
	default:
		if d.ref < 0 {
			return c, false // settles on arrival
		}
		m := x.msel.at(int(d.ref))
		if m.Holds || m.State != InjectPlanned || !x.armed(m) || !purelyTimed(m.Def.When) || !x.holds(m.Def.When, d.t) {
			return c, false
		}
		c.Kind, c.ID, c.Choice = "condition", m.ID, "deliver"
	}
	return c, true
}
