package bots

import "parley/engine"

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
	b.moveOn(&c)
	b.lead(&c)
	for _, w := range b.v.Waiting() {
		b.waiting(w)
	}
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
	default:
		b.at(c.SegmentEnd, id, engine.End{})
	}
}

func (b *chooser) waiting(w engine.Waiting) {
	after := func(lo, hi int64) engine.Millis {
		return w.Since + b.draws.between(lo*second, hi*second, b.seat, w.Ref, w.Kind)
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
		if s := words.likeness(b.titleWords(e.Title.In(b.v.Head().Language))); s > most {
			best, most = e.ID, s
		}
	}
	if best != "" {
		b.at(t, "", engine.Count{Act: w.Ref, As: best})
	}
}
