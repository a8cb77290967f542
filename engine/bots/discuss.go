package bots

import (
	"parley/engine"
	"parley/scenarios"
)

// lead takes the steps of a tabletop that is talked, spread over the segment as
// a facilitator would: what lies in a segment comes in its order, each with an
// equal part of the planned time.
func (b *chooser) lead(c *engine.Clock) {
	s, ok := b.v.NextStep()
	if !ok || b.v.Head().Style != "discussion" || s.At != 0 {
		return
	}
	switch s.Kind {
	case engine.StepDeliver, engine.StepSay, engine.StepPut, engine.StepReport:
	default:
		return // what waits, and what comes after the segment, is seen to elsewhere
	}
	done, all := b.stepsOf(c)
	part := (c.SegmentEnd - c.SegmentStart) / engine.Millis(all+1)
	b.at(c.SegmentStart+part*engine.Millis(done)+10*second, "bot/control/"+s.Kind+"/"+s.Inject+"/"+s.Question+"/"+s.Side, s.Op)
}

// stepsOf counts the steps of the present segment, and those that are behind.
func (b *chooser) stepsOf(c *engine.Clock) (done, all int) {
	seg := b.seg
	for i := range b.v.MSELLen() {
		m := b.v.MSELAt(i)
		if m.Def.Segment != seg.ID || m.Def.When != nil || m.HasDue {
			continue
		}
		all++
		if m.State != engine.InjectPlanned {
			done++
		}
	}
	for _, p := range b.v.Puts() {
		if p.T >= c.SegmentStart {
			done++
		}
	}
	for _, r := range b.v.Reportings() {
		if r.T >= c.SegmentStart {
			done++
		}
	}
	all += len(seg.Questions)
	if seg.Kind == scenarios.SegmentPlenary {
		for _, p := range b.v.Puts() {
			if p.Alone {
				all += len(p.Sides)
			}
		}
	}
	return done, max(all, done)
}

// discussed answers what was put up for discussion, if the bot is its side's
// first seat: a table has one voice.
func (b *chooser) discussed() {
	for _, p := range b.v.Puts() {
		if !b.speaks() || p.T < b.v.Clock().T-stale || len(b.ownReplies(p.Asked.ID)) > 0 {
			continue
		}
		op := b.answer(engine.AnswerQuestion{Question: p.Asked.ID}, &p.Asked)
		b.at(p.T+b.draws.between(minute, 150*second, b.seat, p.Asked.ID), b.id("put", p.Asked.ID), op)
	}
}

func (b *chooser) ownReplies(question string) []engine.Reply {
	var out []engine.Reply
	for _, r := range b.v.Replies(question) {
		if r.Side == b.side {
			out = append(out, r)
		}
	}
	return out
}

// speaks reports whether the bot sits in its side's first seat.
func (b *chooser) speaks() bool {
	for _, r := range b.v.Seats() {
		if r.Side == b.side {
			return r.ID == b.seat
		}
	}
	return false
}
