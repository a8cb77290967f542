package engine

import (
	"sort"

	"parley/scenarios"
)

// Life says where an exercise is between planning and ENDEX.
type Life uint8

// The lives of an exercise.
const (
	Planned Life = iota // before STARTEX
	Running
	PausedLife
	FrozenLife
	Over // after ENDEX
)

// String is the code of the life.
func (l Life) String() string {
	return [...]string{"planned", "running", "paused", "frozen", "ended"}[l]
}

// Clock is the clock as events left it. Between events exercise time is
// computed by [Clock.At] on the host's clock.
type Clock struct {
	Life     Life
	T        Millis // of the last event
	Num, Den int64  // exercise time per wall time

	AnchorT    Millis // at AnchorWall it was AnchorT
	AnchorWall int64  // Unix milliseconds

	Phase        int // index into the scenario's phases, -1 before STARTEX
	Segment      int // index into the phase's segments
	PhaseStart   Millis
	SegmentStart Millis
	SegmentEnd   Millis // as planned

	anchors []storyAnchor // one for each start of a segment, in order
}

// storyAnchor says how story time goes from an exercise time on.
type storyAnchor struct {
	t     Millis
	story int64
	pace  int64
	bound int64 // 0: none
}

func newClock(sc *scenarios.Scenario) Clock {
	c := Clock{Num: 1, Den: 1, Phase: -1}
	if len(sc.Phases) > 0 {
		c.anchors = []storyAnchor{{story: sc.Phases[0].Story.UnixMilli()}}
	}
	return c
}

// At is the exercise time at a wall time, in Unix milliseconds; it stands
// unless the clock runs, and is never before the last event.
func (c *Clock) At(wall int64) Millis {
	if c.Life != Running {
		return c.T
	}
	return max(c.T, c.AnchorT+mulDiv(wall-c.AnchorWall, c.Num, c.Den))
}

// WallAt is the first wall time at which At is t, while the clock runs.
func (c *Clock) WallAt(t Millis) int64 {
	return c.AnchorWall + mulDivUp(t-c.AnchorT, c.Den, c.Num)
}

// StoryAt is the story time, in Unix milliseconds, at an exercise time.
func (c *Clock) StoryAt(t Millis) int64 {
	i := sort.Search(len(c.anchors), func(i int) bool { return c.anchors[i].t > t }) - 1
	if i < 0 {
		i = 0
	}
	if len(c.anchors) == 0 {
		return 0
	}
	return c.anchors[i].at(t)
}

func (a storyAnchor) at(t Millis) int64 {
	s := a.story + max(0, t-a.t)*a.pace
	if a.bound != 0 && s > a.bound {
		return max(a.story, a.bound)
	}
	return s
}

// reaches is the exercise time at which story time first is story, if it gets
// there by itself in the present segment.
func (c *Clock) reaches(story int64) (Millis, bool) {
	a := c.anchors[len(c.anchors)-1]
	switch {
	case story <= a.story:
		return max(c.T, a.t), true
	case a.pace == 0, a.bound != 0 && story > a.bound:
		return 0, false
	}
	return a.t + (story-a.story+a.pace-1)/a.pace, true
}

func mulDiv(v, num, den int64) int64 {
	return v/den*num + v%den*num/den
}

func mulDivUp(v, num, den int64) int64 {
	return v/den*num + (v%den*num+den-1)/den
}

// applyClock stores an event of the clock; false if it is not one.
func (x *Exercise) applyClock(e *Event) bool {
	c := &x.clock
	switch b := e.Body.(type) {
	case *Started:
		c.Life = Running
		c.anchor(e)
		x.facts.happened(x, factKey{fact: scenarios.FactElapsed, id: ""}, e.T)
	case *Paused:
		if c.Life == Running {
			c.Life = PausedLife
		}
		c.anchor(e)
	case *Frozen:
		c.Life = FrozenLife
		c.anchor(e)
	case *Resumed:
		c.Life = Running
		c.anchor(e)
	case *RateSet:
		c.Num, c.Den = b.Num, b.Den
		c.anchor(e)
	case *Jumped:
		c.anchor(e)
	case *SegmentStarted:
		x.applySegment(e, b)
	case *Ended:
		c.Life = Over
		c.anchor(e)
	case *Marked, *Reopened:
	default:
		return false
	}
	return true
}

func (c *Clock) anchor(e *Event) { c.AnchorT, c.AnchorWall = e.T, e.Wall }

func (x *Exercise) applySegment(e *Event, b *SegmentStarted) {
	c := &x.clock
	was := c.Phase
	for p := range x.sc.Phases {
		if x.sc.Phases[p].ID != b.Phase {
			continue
		}
		c.Phase = p
		for s := range x.sc.Phases[p].Segments {
			if x.sc.Phases[p].Segments[s].ID == b.Segment {
				c.Segment = s
			}
		}
	}
	c.SegmentStart, c.SegmentEnd = e.T, e.T+b.Length
	c.anchors = append(c.anchors, storyAnchor{t: e.T, story: b.Story, pace: b.Pace, bound: b.Cap})
	if b.First {
		c.PhaseStart = e.T
		if was >= 0 {
			x.touch(factKey{fact: scenarios.FactPhase, id: x.sc.Phases[was].ID})
		}
		x.touch(factKey{fact: scenarios.FactPhase, id: b.Phase})
		x.facts.happened(x, factKey{fact: scenarios.FactElapsed, id: b.Phase}, e.T)
		for i := range x.sc.Injects {
			if x.sc.Injects[i].When != nil && x.sc.Injects[i].Phase == b.Phase {
				x.dirty = append(x.dirty, int32(i))
			}
		}
	}
}
