package bots

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/scenarios"
)

// hotlines has the bot open calls, answer those that come in, and speak in those
// that it has.
func (b *chooser) hotlines() {
	lines := b.v.Hotlines()
	if len(lines) == 0 {
		return
	}
	for _, h := range lines {
		b.ring(h)
	}
	for i := range b.calls {
		c := &b.calls[i]
		switch {
		case c.State == engine.CallClosed:
		case c.Rings() && c.FromSide == b.side:
			b.hangOn(c)
		case c.Rings():
			b.pickUp(c)
		default:
			b.converse(c)
		}
	}
}

// ring opens a call of the bot's own accord: in a segment of play now and then
// one whom the hotline names, seldom somebody else; and over a request of its
// side's that is late or was refused.
func (b *chooser) ring(h *scenarios.Hotline) {
	opener, c, seg := slices.Contains(h.Openers, b.seat), b.v.Clock(), b.seg
	likely := uint64(1)
	if opener {
		likely = 4
	}
	if seg.Kind == scenarios.SegmentPlay && b.draws.chance(likely, b.seat, seg.ID, h.ID, "ring?") {
		about := seg.ID + "/" + h.ID
		b.call(h, errand{about: about, id: b.id(about, "call"), since: c.SegmentStart}, "",
			c.SegmentStart+b.draws.between(seg.Length/20, seg.Length*3/4, b.seat, about, "ring"))
	}
	if !opener {
		return
	}
	for i := range b.asks {
		r := &b.asks[i]
		if r.FromSide == b.side && r.State != engine.RequestClosed && b.draws.chance(6, b.seat, r.ID, "ring?") && b.v.RequestFailed(r.ID) {
			t := b.failedAt(r) + b.draws.between(minute, 4*minute, b.seat, r.ID, "ring")
			b.call(h, errand{about: r.ID, id: b.id(r.ID, "call"), since: r.T}, r.ID, t)
		}
	}
}

// failedAt is when a request was refused, or a response time of it missed.
func (b *chooser) failedAt(r *engine.Request) engine.Millis {
	t := lastStep(r).T
	clocks := b.v.DeadlinesOf(r.ID)
	for i := b.v.LogLen() - 1; i >= 0; i-- {
		e := b.v.LogAt(i)
		if e.T <= max(t, r.T) {
			break
		}
		if d, ok := e.Body.(*engine.DeadlineSet); ok && slices.ContainsFunc(clocks, func(c engine.Deadline) bool { return c.ID == d.ID }) {
			return e.T
		}
	}
	return max(t, r.T)
}

// call opens a hotline to the other side unless the bot did, or its side is on
// the line. Of the entry test something is wrong now and then.
func (b *chooser) call(h *scenarios.Hotline, e errand, request string, t engine.Millis) {
	own := b.side
	if slices.ContainsFunc(b.calls, func(c engine.Call) bool {
		return c.Hotline == h.ID && (c.From == b.seat && c.T >= e.since || c.FromSide == own && c.State != engine.CallClosed)
	}) {
		return
	}
	others := slices.DeleteFunc(slices.Clone(b.v.Sides()), func(s scenarios.Side) bool { return s.ID == own })
	if len(others) == 0 {
		return
	}
	p := plan{action: b.v.CatalogueAction(own, h.OpensAs)}
	if p.action != nil {
		b.cite(e.about, &p)
	}
	t, ok := b.granted(e.about, &p, t)
	if !ok {
		return
	}
	is := func(percent uint64, what string) bool { return b.draws.chance(percent, b.seat, e.about, what) }
	d := b.draws.of(b.seat, e.about, "call")
	op := engine.OpenHotline{
		Hotline: h.ID, To: others[d%uint64(len(others))].ID, Cites: p.cites,
		Urgent: engine.Urgencies()[d/7%uint64(len(engine.Urgencies()))], Lower: engine.LowerTooSlow,
		Text: "This cannot wait for the desks. We have facts to give and one thing to ask.",
	}
	if len(h.Topics) > 0 && !is(9, "out of scope?") {
		op.Topic = h.Topics[d/31%uint64(len(h.Topics))].ID
	}
	if is(8, "calm?") {
		op.Urgent = ""
	}
	switch {
	case request != "":
		op.Lower, op.Request = engine.LowerFailed, request
	case is(8, "not tried?"):
		op.Lower = engine.LowerNotTried
	case is(20, "failed?"):
		op.Lower = engine.LowerFailed
	}
	b.at(t, e.id, op)
}

// hotlineOpenedAs is the hotline that an action opens, if the bot would take up
// the receiver rather than say that it should be done; nil if not.
func (b *chooser) hotlineOpenedAs(about, action string) *scenarios.Hotline {
	for _, h := range b.v.Hotlines() {
		likely := uint64(30)
		if slices.Contains(h.Openers, b.seat) {
			likely = 90
		}
		if h.OpensAs == action && b.draws.chance(likely, b.seat, about, "call?") {
			return h
		}
	}
	return nil
}

// pickUp answers a call that rings: a point of contact mostly, the second if the
// first does not; one call in ten rings on, and seldom somebody else answers.
func (b *chooser) pickUp(c *engine.Call) {
	h := b.v.Hotline(c.Hotline)
	t := c.T + b.draws.between(15*second, 100*second, b.seat, c.ID, "answer")
	switch contacts := b.ofOwnSide(h.Contacts); {
	case b.draws.chance(9+b.temper(c.ToSide).silent/3, c.ID, "let it ring?"):
		return
	case b.v.MayAnswer(c):
		t += int64(max(0, slices.Index(contacts, b.seat))) * 40 * second
		if b.draws.chance(10, c.ID, "slow to answer?") {
			t += h.AnswerWithin
		}
	case !b.draws.chance(1, b.seat, c.ID, "any phone?"):
		return
	}
	b.speak(c, engine.StepHotline{Step: engine.CallAnswer}, t)
}

// hangOn is what the caller does while it rings: give up in the end.
func (b *chooser) hangOn(c *engine.Call) {
	if c.From != b.seat {
		return
	}
	wait := b.v.Hotline(c.Hotline).AnswerWithin
	if wait == 0 || wait > 10*minute {
		wait = 5 * minute
	}
	b.speak(c, engine.StepHotline{Step: engine.CallClose, Text: "Nobody answers. We try the desk."}, c.T+wait+b.draws.between(2*minute, 5*minute, c.ID, "give up"))
}

func (b *chooser) speak(c *engine.Call, op engine.StepHotline, t engine.Millis) {
	op.Call = c.ID
	b.at(t, b.id(c.ID, op.Step+"/"+strconv.Itoa(len(c.Steps))), op)
}

func (b *chooser) ofOwnSide(roles []string) []string {
	return slices.DeleteFunc(slices.Clone(roles), func(r string) bool { return b.v.SideOf(r) != b.side })
}

// speaker is who speaks for a side in a call: who opened or answered it, or to
// whom it was last escalated.
func speaker(c *engine.Call, side string) string {
	who := ""
	if side == c.FromSide {
		who = c.From
	}
	for i := range c.Steps {
		switch s := &c.Steps[i]; {
		case s.Side != side:
		case s.Step == engine.CallAnswer:
			who = s.Role
		case s.Step == engine.CallEscalate:
			who = s.To
		}
	}
	return who
}

// converse is the bot's part in a call that was answered: facts, read back; the
// procedure ticked off; a summary, signed off; the time of the next call.
func (b *chooser) converse(c *engine.Call) {
	own := b.side
	if speaker(c, own) != b.seat {
		return
	}
	says, last := 0, &c.Steps[len(c.Steps)-1]
	var heard *engine.CallStep // the other side's last turn
	for i := range c.Steps {
		if s := &c.Steps[i]; s.Step == engine.CallSay {
			says++
			if s.Side != own {
				heard = s
			}
		}
	}
	is := func(percent uint64, what string) bool { return b.draws.chance(percent, own, c.ID, what) }
	after := func(lo, hi int64) engine.Millis {
		return last.T + b.draws.between(lo, hi, own, c.ID, strconv.Itoa(len(c.Steps)))
	}
	caller := own == c.FromSide
	turns := 2 + int(b.draws.of(c.ID, "turns")%4)
	switch {
	case says < turns:
		if caller == (says%2 == 0) {
			b.turn(c, heard, says, after(15*second, 70*second))
		}
	case says > 1 && is(14, "escalate?") && b.escalate(c, after(20*second, minute)):
	case b.ticks(c, after(5*second, 20*second)):
	case c.Summary == "" && b.summarizes(c, caller):
		b.speak(c, engine.StepHotline{Step: engine.CallSummary, Text: "Agreed: the facts as read back; we look at it on both sides tonight; the next call as set."}, after(20*second, 80*second))
	case c.Summary != "" && !slices.Contains(c.SignedBy, own) && is(88, "sign?"):
		b.speak(c, engine.StepHotline{Step: engine.CallSign}, after(10*second, 50*second))
	case caller || is(30, "close?"):
		b.hangUp(c, after(90*second, 3*minute))
	}
}

// turn says something, and mostly reads back what was heard.
func (b *chooser) turn(c *engine.Call, heard *engine.CallStep, n int, t engine.Millis) {
	says := [...]string{
		"The facts as we have them, and what we do not know. We ask one thing, and by when.",
		"Understood. We look at it at once; our desk has it within the hour.",
		"One more point: nobody on our side has been told to do anything that cannot be undone.",
		"We note it. We will say the same to our own people.",
		"Nothing further from us for now.",
	}
	op := engine.StepHotline{Step: engine.CallSay, Text: says[n%len(says)]}
	if heard != nil && b.draws.chance(70, c.ID, heard.ID, "read back?") {
		op.Reads, op.Text = heard.ID, "We heard: facts, one question, and a time for the answer. "+op.Text
	}
	b.speak(c, op, t)
}

// escalate hands the call to a colleague, once a side.
func (b *chooser) escalate(c *engine.Call, t engine.Millis) bool {
	own := b.side
	if slices.ContainsFunc(c.Steps, func(s engine.CallStep) bool { return s.Step == engine.CallEscalate && s.Side == own }) {
		return false
	}
	var to []string
	for _, s := range b.v.Seats() {
		if s.Side == own && s.ID != b.seat {
			to = append(to, s.ID)
		}
	}
	if len(to) == 0 {
		return false
	}
	op := engine.StepHotline{Step: engine.CallEscalate, To: to[b.draws.of(own, c.ID, "escalate")%uint64(len(to))], Text: "This is for somebody who can decide it."}
	b.speak(c, op, t)
	return true
}

// ticks ticks the next step of the procedure off that was kept.
func (b *chooser) ticks(c *engine.Call, t engine.Millis) bool {
	own, likely := b.side, uint64(35)
	if own == c.FromSide {
		likely = 75
	}
	for _, s := range b.v.Hotline(c.Hotline).Procedure {
		if !c.Ticked(s.ID, own) && b.draws.chance(likely, own, c.ID, s.ID, "kept?") {
			b.speak(c, engine.StepHotline{Step: engine.CallTick, Tick: s.ID}, t)
			return true
		}
	}
	return false
}

// summarizes reports whether it is the bot's side that proposes the summary, if
// any does.
func (b *chooser) summarizes(c *engine.Call, caller bool) bool {
	return b.draws.chance(85, c.ID, "summary?") && caller == b.draws.chance(75, c.ID, "by the caller?")
}

func (b *chooser) hangUp(c *engine.Call, t engine.Millis) {
	op := engine.StepHotline{Step: engine.CallClose, Text: "Thank you. We end the call here."}
	if b.draws.chance(65, c.ID, "next call?") {
		op.Next = b.storyAfter(t, b.draws.between(2, 24, c.ID, "next call")*60*minute)
	}
	b.speak(c, op, t)
}
