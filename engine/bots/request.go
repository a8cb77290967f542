package bots

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/scenarios"
)

// requests has the bot ask the other side for assistance of its own accord, see
// to what it asked for, and deal with what was asked of it.
func (b *chooser) requests() {
	for _, k := range b.v.RequestKinds() {
		b.initiative(k)
	}
	for _, r := range b.asks {
		switch {
		case r.State == engine.RequestClosed || r.State == engine.RequestWithdrawn:
		case r.From == b.seat:
			b.follow(&r)
		case handler(&r) == b.seat:
			b.handle(&r)
		}
	}
}

// errand is what a request is sent for.
type errand struct {
	about  string // draws are made about it
	id     string // of the command
	since  engine.Millis
	story  int64   // when it came up, Unix milliseconds
	shared bool    // others of the side may be about it too
	text   reading // the message that calls for it, nil for none
	target string  // what it is about, "" for anything
}

// initiative is a request that no message calls for: in a segment of play now
// and then one of a kind that the seat may send.
func (b *chooser) initiative(k *scenarios.RequestKind) {
	seg := b.seg
	if seg.Kind != scenarios.SegmentPlay || !slices.Contains(k.Senders, b.seat) || !b.draws.chance(b.temper(b.side).zeal/12, b.seat, seg.ID, k.ID, "ask?") {
		return
	}
	c := b.v.Clock()
	length := seg.Length
	t := c.SegmentStart + b.draws.between(length/20, length*2/3, b.seat, seg.ID, k.ID, "ask")
	b.ask(k, errand{about: seg.ID + "/" + k.ID, id: b.id(seg.ID, "ask/"+k.ID), since: c.SegmentStart, story: c.StoryAt(c.SegmentStart)}, t)
}

// kindSentAs is the kind of request that a message calls for, if the action
// that it calls for is the sending of one, nil if not. One who may not send it
// mostly says what they want done, and now and then sends it nevertheless.
func (b *chooser) kindSentAs(it *engine.InboxItem, action string) *scenarios.RequestKind {
	text := b.reading(it)
	var best *scenarios.RequestKind
	most := -1.0
	for _, k := range b.v.RequestKinds() {
		if k.As[scenarios.StepSend] != action {
			continue
		}
		s := text.likeness(b.titleWords(k.Title.In(b.lang))) + float64(b.draws.of(b.seat, it.ID, k.ID)%100)/400
		if slices.Contains(k.Senders, b.seat) {
			s++
		}
		if s > most {
			best, most = k, s
		}
	}
	likely := uint64(30)
	if best != nil && slices.Contains(best.Senders, b.seat) {
		likely = 90
	}
	if best == nil || !b.draws.chance(likely, b.seat, it.ID, "as a request?") {
		return nil
	}
	return best
}

// ask sends a request, now and then after a draft that others of the side can
// read.
func (b *chooser) ask(k *scenarios.RequestKind, e errand, t engine.Millis) {
	to := b.receiver(k, e.about)
	if to == "" || b.wasSent(k.ID, e) {
		return
	}
	p := plan{action: b.v.CatalogueAction(b.side, k.As[scenarios.StepSend])}
	b.cite(e.about, &p)
	t, ok := b.granted(e.about, &p, t)
	if !ok {
		return
	}
	urgency := ""
	if d := b.draws.of(b.seat, e.about, "urgency"); d%100 < 40 {
		urgency = k.Times[d/100%uint64(len(k.Times))].Urgency
	}
	if e.target = b.matter(e.text, b.v.SideOf(to)); e.target == "" {
		e.target = b.targetOf(b.v.SideOf(to), e.about)
	}
	op := engine.SendRequest{Kind: k.ID, To: to, Urgency: urgency, Case: b.fileOf(e.about), Cites: p.cites}
	op.Fields, op.Text = b.contents(k, &e)
	if !b.draws.chance(25, b.seat, e.about, "draft?") {
		b.at(t, e.id, op)
		return
	}
	d, found := b.draft(k.ID, e.since)
	if !found {
		b.at(t-b.draws.between(30*second, 2*minute, b.seat, e.about, "draft"), e.id+"/draft",
			engine.DraftRequest{Kind: op.Kind, To: op.To, Urgency: op.Urgency, Case: op.Case, Fields: op.Fields, Text: op.Text})
		return
	}
	b.at(max(t, d.T+20*second), e.id, engine.SendRequest{Draft: d.ID, Cites: op.Cites})
}

// wasSent reports whether the bot has done its errand, or somebody else of its
// side has for whom it would leave it.
func (b *chooser) wasSent(kind string, e errand) bool {
	left := e.shared && b.draws.chance(70, b.seat, e.about, "leave it?")
	return slices.ContainsFunc(b.asks, func(r engine.Request) bool {
		return r.Request == kind && (r.From == b.seat && r.T >= e.since || left && r.FromSide == b.side && r.T >= e.since-5*minute)
	})
}

func (b *chooser) draft(kind string, since engine.Millis) (engine.Draft, bool) {
	for _, d := range b.v.Drafts() {
		if d.Role == b.seat && d.Request == kind && d.T >= since {
			return d, true
		}
	}
	return engine.Draft{}, false
}

// receiver is to whom a request goes: mostly to the first who may receive it,
// sometimes to somebody else.
func (b *chooser) receiver(k *scenarios.RequestKind, about string) string {
	own := b.side
	var stated, others []string
	for _, s := range b.v.Seats() {
		switch {
		case s.Side == own:
		case slices.Contains(k.Receivers, s.ID):
			stated = append(stated, s.ID)
		default:
			others = append(others, s.ID)
		}
	}
	d := b.draws.of(b.seat, about, "to")
	switch {
	case len(others) > 0 && (len(stated) == 0 || d%100 < 6):
		return others[d/100%uint64(len(others))]
	case len(stated) == 0:
		return ""
	case d%100 < 70:
		return stated[0]
	}
	return stated[d/100%uint64(len(stated))]
}

// follow sees to a request that the bot sent: it gives what is asked for
// besides, answers when it is consulted, closes what was answered, and in the
// end gives up.
func (b *chooser) follow(r *engine.Request) {
	k := b.v.RequestKind(r.Request)
	own := b.side
	last := lastStep(r)
	chance := func(percent uint64, what string) bool { return b.draws.chance(percent, r.ID, last.ID, what) }
	after := func(lo, hi int64, what string) engine.Millis {
		return max(r.T, last.T) + b.draws.between(lo, hi, r.ID, last.ID, what)
	}
	switch {
	case r.State == engine.RequestAsked && last.Step == scenarios.StepAskSupplement:
		if chance(85, "supplement?") {
			b.step(r, k, engine.StepRequest{Step: scenarios.StepSupplement, Fields: b.supplement(k, r, &last), Text: "Herewith what you asked for."}, after(minute, 5*minute, "supplement"))
			return
		}
	case last.Step == scenarios.StepConsult && last.Side != own:
		if chance(90, "reply?") {
			b.step(r, k, engine.StepRequest{Step: scenarios.StepReply, Text: "A narrower answer would help us as well: begin with what would be lost first."}, after(minute, 4*minute, "reply"))
			return
		}
	case r.State == engine.RequestExecuted || r.State == engine.RequestRefused:
		if chance(70, "close?") {
			b.step(r, k, engine.StepRequest{Step: scenarios.StepClose, Text: "Received with thanks. We close it on our side."}, after(3*minute, 12*minute, "close"))
		}
		return
	}
	if last.Side != own && chance(25, "give up?") {
		b.step(r, k, engine.StepRequest{Step: scenarios.StepWithdraw, Text: "The matter is settled for us. Thank you."}, after(14*minute, 25*minute, "give up"))
	}
}

// step takes a step on a request, with the approval that it needs first.
func (b *chooser) step(r *engine.Request, k *scenarios.RequestKind, op engine.StepRequest, t engine.Millis) {
	about := r.ID + "/" + op.Step
	p := plan{action: b.v.CatalogueAction(b.side, k.As[op.Step])}
	if p.action != nil {
		b.cite(about, &p)
	}
	t, ok := b.granted(about, &p, t)
	if !ok {
		return
	}
	if op.Step == scenarios.StepPostpone {
		op.Review = b.storyAfter(t, b.draws.between(2, 30, r.ID, "review")*60*minute)
	}
	op.Request, op.Cites = r.ID, p.cites
	b.at(t, b.id(about, strconv.Itoa(len(r.Steps)+len(r.Forwards))), op)
}

// storyAfter is the story time so long after an exercise time; a story that has
// leapt meanwhile is counted from where it came to.
func (b *chooser) storyAfter(t engine.Millis, after int64) int64 {
	c := b.v.Clock()
	return c.StoryAt(max(t, c.SegmentStart)) + after
}

// lastStep is the last step on a request, an empty one if there is none.
func lastStep(r *engine.Request) engine.RequestStep {
	if n := len(r.Steps); n > 0 {
		return r.Steps[n-1]
	}
	return engine.RequestStep{RequestStepped: &engine.RequestStepped{}}
}
