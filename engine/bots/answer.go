package bots

import (
	"maps"
	"slices"

	"parley/engine"
	"parley/scenarios"
)

// handler is the role that a request lies with: to whom it was sent, or last
// passed on.
func handler(r *engine.Request) string {
	if n := len(r.Forwards); n > 0 {
		return r.Forwards[n-1].To
	}
	return r.To
}

// answering is a request in the hands of the bot that is to answer it.
type answering struct {
	*chooser
	r    *engine.Request
	k    *scenarios.RequestKind
	last engine.RequestStep
	from engine.Millis // when it came to be as it is
}

// handle deals with a request that lies with the bot.
func (b *chooser) handle(r *engine.Request) {
	if b.draws.chance(b.temper(r.ToSide).silent, r.ID, "silent?") {
		return
	}
	a := answering{chooser: b, r: r, k: b.v.RequestKind(r.Request), last: lastStep(r)}
	a.from = max(r.T, a.last.T)
	if n := len(r.Forwards); n > 0 {
		a.from = max(a.from, r.Forwards[n-1].T)
	}
	switch {
	case !a.took():
		a.do(scenarios.StepAcknowledge, engine.StepRequest{}, scenarios.TimeAcknowledge, 30*second, 4*minute)
	case a.passOn():
	case a.tick(a.from, 70, 20):
	case r.State == engine.RequestAsked && a.last.Step == scenarios.StepAskSupplement:
		if a.chance(50, "waited?") {
			a.refuse(10*minute, 15*minute)
		}
	case a.last.Step == scenarios.StepConsult:
		a.refuse(5*minute, 8*minute)
	case r.State == engine.RequestPostponed:
		a.review()
	case r.State == engine.RequestAccepted:
		a.carryOut()
	case r.State == engine.RequestExecuted:
		a.results()
	case r.State == engine.RequestRefused:
	case a.incomplete():
	case a.draws.chance(45, a.r.ID, "at once?") && a.groundwork():
	default:
		a.verdict()
	}
}

// chance is drawn anew with each step.
func (a *answering) chance(percent uint64, what string) bool {
	return a.draws.chance(percent, a.r.ID, a.last.ID, what)
}

// done counts steps that the bot's side took.
func (a *answering) done(steps ...string) int {
	n := 0
	for i := range a.r.Steps {
		if s := &a.r.Steps[i]; s.Side == a.r.ToSide && slices.Contains(steps, s.Step) {
			n++
		}
	}
	return n
}

// took reports whether the bot's side has said that it has the request, or does
// without saying so.
func (a *answering) took() bool {
	return a.done(scenarios.ReceiverSteps()...) > 0 || a.draws.chance(8, a.r.ID, "unsaid?")
}

// do takes a step some time after the last, within the response time that is
// stated for it, unless the bot is late.
func (a *answering) do(step string, op engine.StepRequest, time string, lo, hi int64) {
	op.Step = step
	t := a.from + a.draws.between(lo, hi, a.r.ID, a.last.ID, step)
	if start, length, ok := a.window(time); ok && length < 40*minute {
		if a.draws.chance(a.temper(a.r.ToSide).late, a.r.ID, "late?") {
			t = max(t, start+length*3/2)
		} else {
			t = max(a.from+15*second, min(t, start+length*4/5))
		}
	}
	a.step(a.r, a.k, op, t)
}

// window is the response time for a step in exercise time, as the story goes now;
// false if none runs.
func (a *answering) window(step string) (start, length engine.Millis, ok bool) {
	for _, d := range a.v.DeadlinesOf(a.r.ID) {
		if d.Step != step || d.Status != engine.DeadlineRunning {
			continue
		}
		pace := int64(1)
		if !d.Exercise {
			pace = a.pace()
		}
		if pace > 0 {
			return d.T, (d.Due - d.From) / pace, true
		}
	}
	return 0, 0, false
}

// pace is how fast the story goes in the present segment.
func (b *chooser) pace() int64 {
	c := b.v.Clock()
	return c.StoryAt(c.SegmentStart+1) - c.StoryAt(c.SegmentStart)
}

// passOn gives the request to a colleague: who may not receive it to one who
// may, others now and then.
func (a *answering) passOn() bool {
	if len(a.r.Forwards) > 0 {
		return false
	}
	stated := slices.Contains(a.k.Receivers, a.seat)
	likely := uint64(85)
	if stated {
		likely = 10
	}
	var to []string
	for _, s := range a.v.Seats() {
		if s.Side == a.r.ToSide && s.ID != a.seat && (stated && s.Agency != a.v.Role().Agency || slices.Contains(a.k.Receivers, s.ID)) {
			to = append(to, s.ID)
		}
	}
	if len(to) == 0 || !a.draws.chance(likely, a.r.ID, "pass on?") {
		return false
	}
	op := engine.StepRequest{To: to[a.draws.of(a.r.ID, "pass on")%uint64(len(to))], Text: "This is for you, I think. Their clock is running."}
	a.do(scenarios.StepForward, op, scenarios.TimeVerdict, 30*second, 3*minute)
	return true
}

// incomplete asks for what is missing, now and then for what is not.
func (a *answering) incomplete() bool {
	times := a.done(scenarios.StepAskSupplement)
	if times > 1 || times == 1 && !a.chance(25, "again?") {
		return false
	}
	lacks := a.lacking(a.k, a.r)
	switch {
	case len(lacks) == 0 && a.chance(7, "without cause?"):
		lacks = []string{a.k.Fields[a.draws.of(a.r.ID, "without cause")%uint64(len(a.k.Fields))].ID}
	case len(lacks) == 0 || !a.chance(75, "ask for it?"):
		return false
	}
	op := engine.StepRequest{Asked: lacks}
	if a.chance(50, "say why?") {
		op.Text = "Without this our competent organ cannot decide."
	}
	a.do(scenarios.StepAskSupplement, op, scenarios.TimeVerdict, minute, 5*minute)
	return true
}

// verdict accepts, in whole or in part, refuses or postpones; what might be lost
// is mostly protected first.
func (a *answering) verdict() {
	if a.protect(60) {
		return
	}
	d := a.draws.of(a.r.ID, a.last.ID, "verdict") % 100
	switch postponed := a.done(scenarios.StepPostpone) > 0; {
	case d < 14 && !postponed:
		var op engine.StepRequest
		op.Ground, op.Text = a.ground(true)
		a.do(scenarios.StepPostpone, op, scenarios.TimeVerdict, minute, 5*minute)
	case d < 30:
		if a.done(scenarios.StepConsult) == 0 && a.chance(50, "consult?") {
			a.do(scenarios.StepConsult, engine.StepRequest{Text: "We see difficulties. What would help you if not this?"}, scenarios.TimeVerdict, minute, 4*minute)
			return
		}
		a.refuse(minute, 5*minute)
	case d < 46:
		op := engine.StepRequest{Items: a.part()}
		op.Ground, op.Text = a.ground(false)
		a.do(scenarios.StepAcceptPart, op, scenarios.TimeVerdict, minute, 5*minute)
	case d < 54:
		a.execute()
	default:
		a.do(scenarios.StepAccept, engine.StepRequest{}, scenarios.TimeVerdict, 40*second, 5*minute)
	}
}

func (a *answering) refuse(lo, hi int64) {
	var op engine.StepRequest
	op.Ground, op.Text = a.ground(false)
	a.do(scenarios.StepRefuse, op, scenarios.TimeAnswer, lo, hi)
}

// ground is on what a request is refused or postponed; sometimes nothing is said.
func (a *answering) ground(postpone bool) (ground, text string) {
	var may []string
	for _, g := range a.k.Grounds {
		if g.Postpone == postpone {
			may = append(may, g.ID)
		}
	}
	d := a.draws.of(a.r.ID, a.last.ID, "ground")
	if len(may) > 0 && d%100 < 85 {
		ground = may[d/100%uint64(len(may))]
	}
	if ground == "" && d%100 < 95 || a.chance(70, "reasons?") {
		text = "Our law leaves us no other way at present; we explain it gladly at the desks."
	}
	return ground, text
}

// part is what is asked for but for the last item.
func (a *answering) part() []string {
	items := spokenTo(a.k, a.r)
	return items[:max(0, len(items)-1)]
}

// review is a request that was postponed, at its review date or when it has
// waited long.
func (a *answering) review() {
	wait := 15 * minute
	if pace := a.pace(); pace > 0 && a.last.Step == scenarios.StepPostpone {
		wait = min(wait, max(minute, (a.last.Review-a.last.Story)/pace))
	}
	a.from += wait
	a.verdict()
}

// protect keeps what might be lost, where the kind states a time for it.
func (a *answering) protect(likely uint64) bool {
	times := a.k.TimesOf(a.r.Urgency)
	if times == nil || times.Steps[scenarios.TimeProtect] == 0 || a.done(scenarios.StepProtect) > 0 || !a.draws.chance(likely, a.r.ID, "protect?") {
		return false
	}
	a.do(scenarios.StepProtect, engine.StepRequest{Text: "Nothing will be lost meanwhile."}, scenarios.TimeProtect, minute, 5*minute)
	return true
}

// carryOut executes what was accepted, with an update on the way.
func (a *answering) carryOut() {
	switch {
	case a.done(scenarios.StepProtect) == 0 && a.protect(80):
	case a.groundwork():
	case a.done(scenarios.StepUpdate) == 0 && a.draws.chance(45, a.r.ID, "update?"):
		a.do(scenarios.StepUpdate, engine.StepRequest{Text: "It is with the competent organ. We expect something soon."}, scenarios.TimeUpdate, 2*minute, 7*minute)
	case a.draws.chance(90, a.r.ID, "execute?"):
		a.execute()
	}
}

// groundwork is what has to be done at home so that there is something to answer
// with: an action of the agency's that sounds like what is asked for.
func (a *answering) groundwork() bool {
	about := a.r.ID + "/groundwork"
	id := a.id(about, a.last.ID)
	if !a.draws.chance(60, a.r.ID, "groundwork?") || a.did(id, a.from) {
		return false
	}
	asked := reading{}
	for _, w := range a.titleWords(a.k.Title.In(a.lang)) {
		asked[w] = 1
	}
	var may []*scenarios.Action
	for _, action := range a.v.Catalogue(a.side) {
		if len(a.held(action.ID)) > 0 && asked.likeness(a.titleWords(action.Title.In(a.lang))) > 0 {
			may = append(may, action)
		}
	}
	if len(may) == 0 {
		return false
	}
	p := plan{action: may[a.draws.of(a.seat, about)%uint64(len(may))], target: a.about()}
	if p.target == "" {
		p.target = a.anyTarget(about)
	}
	a.cite(about, &p)
	t, ok := a.granted(about, &p, a.from+a.draws.between(minute, 3*minute, a.seat, about, "when"))
	if ok {
		a.at(t, id, engine.Act{Action: p.action.ID, Target: p.target, Cites: p.cites})
	}
	asks, waits := a.asked(a.id(about, "approval"))
	return ok || !waits || asks.State == engine.ApprovalWaiting
}

// about is the target that a request names, "" for none.
func (a *answering) about() string {
	names := reading{}
	ids := slices.Collect(maps.Values(a.r.Contents()))
	for _, id := range append(ids, a.r.Text) {
		text, _ := a.v.Text(id)
		for _, w := range stems(text) {
			names[w] = 3
		}
	}
	return a.matter(names, a.side)
}

// execute carries a request out, with what evidence there is.
func (a *answering) execute() {
	op := engine.StepRequest{Items: spokenTo(a.k, a.r), Evidence: a.evidence(a.r.FromSide), Text: "Carried out. The record is enclosed."}
	step := scenarios.StepExecute
	if a.draws.chance(30, a.r.ID, "in part?") {
		step, op.Items = scenarios.StepExecutePart, a.part()
		op.Ground, op.Text = a.ground(false)
	}
	a.do(step, op, scenarios.TimeAnswer, 2*minute, 8*minute)
}

// results tells what came of it, and now and then executes the rest.
func (a *answering) results() {
	switch {
	case a.done(scenarios.StepExecute) == 0 && a.done(scenarios.StepExecutePart) == 1 && a.draws.chance(30, a.r.ID, "the rest?"):
		a.do(scenarios.StepExecute, engine.StepRequest{Items: spokenTo(a.k, a.r), Text: "Herewith the rest."}, scenarios.TimeAnswer, 4*minute, 10*minute)
	case a.last.Step != scenarios.StepUpdate && a.draws.chance(50, a.r.ID, "results?"):
		a.do(scenarios.StepUpdate, engine.StepRequest{Result: true, Text: "It led to one person, who has been heard."}, scenarios.TimeUpdate, 2*minute, 8*minute)
	}
}
