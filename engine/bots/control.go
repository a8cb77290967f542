package bots

import (
	"slices"

	"parley/engine"
	"parley/scenarios"
)

// control runs the exercise where no person does: start, move on at planned
// lengths, deal with what waits, end.
func (b *chooser) control() {
	c := b.v.Clock()
	switch c.Life {
	case engine.Planned:
		b.at(0, "bot/control/start", engine.Start{})
		return
	case engine.Over:
		return
	case engine.FrozenLife, engine.PausedLife:
		b.at(c.T, "", engine.Resume{})
		return
	}
	b.release(&c)
	b.moveOn(&c)
	b.lead(&c)
	b.byHand()
	b.factsByHand()
	b.waits()
}

// waits deals with requests and with what waits, also with what waits for others and has waited
// long.
func (b *chooser) waits() {
	b.readRequests()
	for _, w := range b.v.WaitingAnywhere() {
		b.waiting(w)
	}
}

// controller deals with its side's play, and agrees to ENDEX when the planned
// time is over. The clock and the injects are the lead's.
func (b *chooser) controller() {
	c := b.v.Clock()
	if c.Life != engine.Running {
		return
	}
	b.release(&c)
	if b.last(&c) && !b.agreed(b.v.ControlOf()) {
		b.at(c.SegmentEnd, "", engine.Agree{What: engine.AgreeEndex})
	}
	b.lead(&c)
	b.waits()
}

// last reports whether the present segment is the exercise's last.
func (b *chooser) last(c *engine.Clock) bool {
	return c.Phase+1 >= len(b.v.Scenario().Phases) && c.Segment+1 >= len(b.v.Head().Phase.Segments)
}

// agreed reports whether ENDEX waits for no controller of these sides, all if
// none is named: those whose seat is empty are not asked.
func (b *chooser) agreed(sides ...string) bool {
	for _, a := range b.v.Agreements() {
		named := sides == nil || slices.Contains(sides, a.Side)
		there := sides != nil || len(b.v.Sitting(engine.SeatControl+"/"+a.Side)) > 0
		if a.What == engine.AgreeEndex && !a.Agreed && named && there {
			return false
		}
	}
	return true
}

func (b *chooser) moveOn(c *engine.Clock) {
	head := b.v.Head()
	id := "bot/control/after/" + head.Segment.ID
	phases := b.v.Scenario().Phases
	switch {
	case c.Segment+1 < len(head.Phase.Segments):
		b.at(c.SegmentEnd, id, engine.NextSegment{})
	case c.Phase+1 < len(phases):
		b.at(c.SegmentEnd, id, engine.NextPhase{})
	case b.agreed():
		b.at(c.SegmentEnd, id, engine.End{})
	}
}

// byHand delivers what the planner left to the facilitator's own hand, mostly
// not at all: an inject in its segment, one that belongs to none at any moment.
func (b *chooser) byHand() {
	if b.v.Head().Style == "discussion" {
		return
	}
	now := b.v.Head()
	for i := range b.v.MSELLen() {
		m := b.v.MSELAt(i)
		if m.State != engine.InjectPlanned || m.HasDue || m.Def.When != nil || m.Def.After != "" || !b.draws.chance(30, m.ID, "by hand?") {
			continue
		}
		phase, segment := m.Def.Phase, m.Def.Segment
		if phase == "" {
			phases := b.v.Scenario().Phases
			phase = phases[b.draws.of(m.ID, "phase")%uint64(len(phases))].ID
		}
		if phase == now.Phase.ID && (segment == "" || segment == now.Segment.ID) {
			c := b.v.Clock()
			b.at(c.SegmentStart+b.draws.between(minute, now.Segment.Length, m.ID, "by hand"), "", engine.Deliver{Inject: m.ID})
		}
	}
}

// factsByHand sets a milestone that nothing in the scenario sets, now and then.
func (b *chooser) factsByHand() {
	for _, m := range b.v.Milestones() {
		if m.Reached || m.Set || !b.draws.chance(12, m.ID, "by hand?") || b.seg.Kind != scenarios.SegmentPlay || b.isSet(m.ID) {
			continue
		}
		phases := b.v.Scenario().Phases
		if phases[b.draws.of(m.ID, "phase")%uint64(len(phases))].ID == b.v.Head().Phase.ID {
			c := b.v.Clock()
			b.at(c.SegmentStart+b.draws.between(minute, b.seg.Length, m.ID, "by hand"), "", engine.SetMilestone{Milestone: m.ID})
		}
	}
}

// isSet reports whether something in the scenario sets a milestone.
func (b *chooser) isSet(milestone string) bool {
	sc := b.v.Scenario()
	has := func(sets []string) bool { return slices.Contains(sets, milestone) }
	return slices.ContainsFunc(sc.Actions, func(a scenarios.Action) bool { return has(a.Sets) }) ||
		slices.ContainsFunc(sc.Injects, func(i scenarios.Inject) bool {
			return has(i.Sets) || slices.ContainsFunc(i.Questions, func(q scenarios.Question) bool {
				return slices.ContainsFunc(q.Options, func(o scenarios.Option) bool { return has(o.Sets) })
			})
		})
}

func (b *chooser) waiting(w engine.Waiting) {
	after := func(lo, hi int64) engine.Millis {
		return w.Since + b.draws.between(lo*second, hi*second, b.seat, w.Ref, w.Kind)
	}
	if w.Class == "inject" && b.v.ControlOf() != "" {
		return // the lead's
	}
	switch w.Kind {
	case "proposed":
		b.at(after(10, 40), "", engine.Accept{Inject: w.Ref})
	case "cued":
		b.at(after(10, 40), "", engine.Deliver{Inject: w.Ref})
	case "due":
		b.at(after(5, 20), "", engine.Deliver{Inject: w.Ref})
	case "depends":
		b.at(after(30, 60), "", engine.Skip{Inject: w.Ref, Reason: "What it followed did not happen."})
	case "outcome":
		if a, ok := b.v.Action(w.Ref); ok {
			b.at(after(5, 20), "", engine.DecideOutcome{Act: w.Ref, Result: a.Proposed})
		}
	case "finding": // the legal adviser comes first
		b.at(after(300, 360), "", engine.ConfirmFinding{Act: w.Ref})
	case "free-text":
		b.count(w, after(20, 60))
	case "asks":
		if m, ok := b.v.Message(w.Ref); ok {
			b.at(after(20, 60), "", engine.SendMessage{To: []string{m.From}, ReplyTo: w.Ref, Text: "Control: work with what you have."})
		}
	case "approval": // nobody who may approve has
		b.at(after(420, 480), "", engine.Approve{Approval: w.Ref})
	case "commitment":
		b.judge(w, after(30, 90))
	case "clearance":
		b.at(after(420, 480), "", engine.Clear{Clearance: w.Ref})
	}
}

// judge says whether something bears on a commitment, mostly as proposed.
func (b *chooser) judge(w engine.Waiting, t engine.Millis) {
	bears, _, ok := b.v.Bearing(w.Ref)
	if !ok {
		return
	}
	op := engine.JudgeCommitment{Bearing: bears.ID, Way: bears.Way}
	switch d := b.draws.of(bears.ID, "judge") % 100; {
	case d < 15:
		op.Way, op.Text = "", "It has another cause."
	case d < 20 && bears.Way == engine.WayFor:
		op.Way, op.Text = engine.WayAgainst, "It came too late to be for it."
	}
	b.at(t, "", op)
}

// release lets the scores of the sides be shown, mostly, when the last segment
// is over.
func (b *chooser) release(c *engine.Clock) {
	sc := b.v.Scenario()
	if sc.Scoring == nil || !b.last(c) || b.v.ControlOf() == "" && engine.PerSide(sc) {
		return
	}
	for i := range sc.Sides {
		side := sc.Sides[i].ID
		id := "bot/control/release/" + side
		if of := b.v.ControlOf(); of != "" && of != side || !b.draws.chance(85, side, "release?") || b.did(id, c.SegmentStart) {
			continue
		}
		b.at(c.SegmentEnd, id, engine.ReleaseScores{Side: side})
	}
}

// count takes a free text for the catalogue action that it names most fully;
// one that names none stands as played.
func (b *chooser) count(w engine.Waiting, t engine.Millis) {
	a, ok := b.v.Action(w.Ref)
	if !ok {
		return
	}
	text, _ := b.v.Text(a.Text)
	words := reading{}
	for _, s := range stems(text) {
		words[s] = 3
	}
	best, most := "", 0.6
	for _, e := range b.v.Catalogue(a.Side) {
		if s := words.likeness(b.titleWords(e.Title.In(b.lang))); s > most {
			best, most = e.ID, s
		}
	}
	if best != "" {
		b.at(t, "", engine.Count{Act: w.Ref, As: best})
	}
}
