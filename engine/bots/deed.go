package bots

import (
	"slices"
	"strings"
	"unicode"

	"parley/engine"
	"parley/scenarios"
)

// plan is what a bot makes of a message: what to do to what, on what basis.
type plan struct {
	action *scenarios.Action
	target string
	cites  []string
	asks   *scenarios.Authority // whose approval it asks for first
}

// deed acts on a message once, with an approval first where the bot is careful.
func (b *chooser) deed(it *engine.InboxItem, from engine.Millis) {
	if !b.draws.chance(b.temper(b.side).zeal, b.seat, it.ID, "act?") || b.acted(b.id(it.ID, "act"), it.T) {
		return
	}
	p := b.plan(it)
	if p == nil {
		return
	}
	t := from + b.draws.between(40*second, 5*minute, b.seat, it.ID, "act")
	if k := b.kindSentAs(it, p.action.ID); k != nil {
		b.ask(k, errand{about: it.ID, id: b.id(it.ID, "act"), since: it.T, story: it.Story, shared: true, text: b.reading(it)}, t)
		return
	}
	if h := b.hotlineOpenedAs(it.ID, p.action.ID); h != nil {
		b.call(h, errand{about: it.ID, id: b.id(it.ID, "act"), since: it.T}, "", t)
		return
	}
	t, ok := b.granted(it.ID, p, t)
	if !ok {
		return
	}
	op := engine.Act{Action: p.action.ID, Target: p.target, Cites: p.cites, Uses: b.relied(it.ID)}
	if b.draws.chance(5, b.seat, it.ID, "free?") {
		op.Action, op.Text = "", "We decide to "+strings.ToLower(p.action.Title.In(b.lang))+"."
	}
	b.at(t, b.id(it.ID, "act"), op)
}

// temper is how a side's people are: one side in twenty hardly moves, one in ten
// is slow.
type temper struct {
	zeal   uint64 // how often, in percent, they act on what they read
	silent uint64 // and never answer a request
	late   uint64 // or answer it late
}

func (b *chooser) temper(side string) temper {
	switch d := b.draws.of(side, "temper") % 100; {
	case d < 5:
		return temper{zeal: 6, silent: 70, late: 50}
	case d < 15:
		return temper{zeal: 35, silent: 15, late: 40}
	}
	return temper{zeal: 87, silent: 4, late: 12}
}

// unasked is something that the bot does of its own accord: now and then in a
// segment of play what its agency may do, to whom or what it pleases.
func (b *chooser) unasked() {
	c, seg := b.v.Clock(), b.seg
	id := b.id(seg.ID, "unasked")
	if seg.Kind != scenarios.SegmentPlay || !b.draws.chance(b.temper(b.side).zeal/10, b.seat, seg.ID, "unasked?") || b.acted(id, c.SegmentStart) {
		return
	}
	var may []*scenarios.Action
	for _, a := range b.v.Catalogue(b.side) {
		if len(b.held(a.ID)) > 0 {
			may = append(may, a)
		}
	}
	if len(may) == 0 {
		return
	}
	about := seg.ID + "/unasked"
	p := plan{action: may[b.draws.of(b.seat, about)%uint64(len(may))], target: b.anyTarget(about)}
	b.cite(about, &p)
	t := c.SegmentStart + b.draws.between(seg.Length/20, seg.Length*3/4, b.seat, about, "when")
	if t, ok := b.granted(about, &p, t); ok {
		b.at(t, id, engine.Act{Action: p.action.ID, Target: p.target, Cites: p.cites, Uses: b.relied(about)})
	}
}

// anyTarget draws a target, mostly where the bot's law reaches.
func (b *chooser) anyTarget(about string) string {
	all := b.v.Targets()
	if len(all) == 0 || b.draws.chance(70, b.seat, about, "own target?") {
		return b.targetOf(b.side, about)
	}
	return all[b.draws.of(b.seat, about, "target")%uint64(len(all))].ID
}

// targetOf draws a target of a side, "" if it has none.
func (b *chooser) targetOf(side, about string) string {
	var all []string
	for _, t := range b.v.Targets() {
		if t.Side == side {
			all = append(all, t.ID)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[b.draws.of(b.seat, about, "target")%uint64(len(all))]
}

// granted is when a bot goes ahead with a plan: at t, or once it has the
// approval that it asks for first. It is false while it waits, and for good
// where it was refused.
func (b *chooser) granted(about string, p *plan, t engine.Millis) (engine.Millis, bool) {
	if p.asks == nil {
		return t, true
	}
	asked, found := b.asked(b.id(about, "approval"))
	switch {
	case !found:
		b.at(t, b.id(about, "approval"), engine.AskApproval{Action: p.action.ID, Target: p.target, Authority: p.asks.ID})
		return 0, false
	case asked.State == engine.ApprovalRefused:
		return 0, false
	case asked.State == engine.ApprovalWaiting:
		return max(t, asked.T+10*minute), true // does it without, in the end
	}
	return max(t, asked.DecidedAt+b.draws.between(20*second, minute, b.seat, about, "then")), true
}

// acted looks for the bot's own action with a command id, back to since, which
// is not before the present segment or the oldest message at hand.
func (b *chooser) acted(id string, since engine.Millis) bool {
	for _, a := range b.own() {
		if a.T < since {
			return false
		}
		if a.Cmd == id {
			return true
		}
	}
	return false
}

// own are the actions of the bot's seat of the present segment, and those not
// older than what it still deals with, the newest first.
func (b *chooser) own() []engine.Action { return b.acts[b.seat] }

func (b *chooser) asked(id string) (engine.Approval, bool) {
	for _, p := range b.v.MyApprovals() {
		if p.Cmd == id {
			return p, true
		}
	}
	return engine.Approval{}, false
}

// plan is what the bot makes of a message, nil for nothing.
func (b *chooser) plan(it *engine.InboxItem) *plan {
	key := planKey{b.readKey(it), b.seat}
	p, known := b.plans[key]
	if !known {
		p = b.makePlan(it)
		b.plans[key] = p
	}
	return p
}

// makePlan reads a message and picks what sounds most like it.
func (b *chooser) makePlan(it *engine.InboxItem) *plan {
	text := b.reading(it)
	var best *scenarios.Action
	most := 0.3
	kinds := b.v.RequestKinds()
	for _, a := range b.v.Catalogue(b.side) {
		s := text.likeness(b.titleWords(a.Title.In(b.lang)))
		for _, k := range kinds {
			if k.As[scenarios.StepSend] == a.ID {
				s = max(s, text.likeness(b.titleWords(k.Title.In(b.lang))))
			}
		}
		if s == 0 {
			continue
		}
		if len(b.held(a.ID)) > 0 {
			s += 0.5
		}
		s += float64(b.draws.of(b.seat, it.ID, a.ID)%100) / 400
		if s > most {
			best, most = a, s
		}
	}
	p := plan{action: best, target: b.target(text)}
	if all := b.v.Catalogue(b.side); len(all) > 0 && b.draws.chance(3, b.seat, it.ID, "rash?") {
		p.action, p.target = all[b.draws.of(b.seat, it.ID, "rash")%uint64(len(all))], b.anyTarget(it.ID)
	}
	if p.action == nil {
		return nil
	}
	b.cite(it.ID, &p)
	return &p
}

// cite chooses what to rely on: mostly an authority that the agency holds,
// sometimes nothing, sometimes the wrong one.
func (b *chooser) cite(about string, p *plan) {
	held := b.held(p.action.ID)
	all := b.v.Authorities(b.side)
	d := b.draws.of(b.seat, about, "cite")
	switch {
	case d%100 < 7 && len(all) > 0:
		p.cites = []string{all[d/100%uint64(len(all))].ID}
	case d%100 < 88 && len(held) > 0:
		auth := held[d/100%uint64(len(held))]
		p.cites = []string{auth.ID}
		if auth.Approval != "" && !slices.Contains(auth.Approvers, b.seat) && b.draws.chance(75, b.seat, about, "careful?") {
			p.asks = auth
		}
	}
}

// target is what the message names most fully.
func (b *chooser) target(text reading) string {
	best, most := "", 0.25
	for _, t := range b.v.Targets() {
		if s := text.likeness(b.titleWords(t.Title.In(b.lang))); s > most {
			best, most = t.ID, s
		}
	}
	return best
}

// matter is the target of a side that a text names by words that no other
// target and no side has in its title: what is asked for, and not whom.
func (b *chooser) matter(text reading, side string) string {
	all := b.v.Targets()
	count := map[string]int{}
	for _, t := range all {
		for _, w := range b.titleWords(t.Title.In(b.lang)) {
			count[w]++
		}
	}
	for _, s := range b.v.Sides() {
		for _, w := range b.titleWords(s.Name.In(b.lang)) {
			count[w] += 2
		}
	}
	best, most := "", 0.2
	for _, t := range all {
		own := slices.DeleteFunc(slices.Clone(b.titleWords(t.Title.In(b.lang))), func(w string) bool { return count[w] > 1 })
		if s := text.likeness(own); t.Side == side && s > most {
			best, most = t.ID, s
		}
	}
	return best
}

// reading is the words of a message, cut to their stems, with their weight: of
// the body 1, of the subject 2, of what is asked 3.
type reading map[string]float64

// readKey is a message as it can be read now: a part may have been expunged
// since, and a bot has no memory of it then.
type readKey struct {
	id   string
	size int
}

func (b *chooser) readKey(it *engine.InboxItem) readKey {
	key := readKey{id: it.ID}
	for _, text := range b.texts(it) {
		key.size += len(text)
	}
	return key
}

func (b *chooser) texts(it *engine.InboxItem) [3]string {
	var out [3]string
	for i, p := range [...]*engine.Piece{&it.Body, &it.Subject, &it.Ask} {
		out[i], _, _ = b.v.Piece(p, b.lang)
	}
	return out
}

func (b *chooser) reading(it *engine.InboxItem) reading {
	key := b.readKey(it)
	if r, ok := b.read[key]; ok {
		return r
	}
	r := reading{}
	for i, text := range b.texts(it) {
		for _, w := range stems(text) {
			r[w] = float64(i + 1)
		}
	}
	b.read[key] = r
	return r
}

// likeness is how much of a title the message has, by the words' weight, and a
// little for each word: a long title that is there in full says more.
func (r reading) likeness(words []string) float64 {
	if len(words) == 0 {
		return 0
	}
	sum, n := 0.0, 0.0
	for _, w := range words {
		if r[w] > 0 {
			sum += r[w]
			n++
		}
	}
	return sum/float64(3*len(words)) + n/20
}

func (c *Crew) titleWords(title string) []string {
	if w, ok := c.words[title]; ok {
		return w
	}
	w := stems(title)
	c.words[title] = w
	return w
}

// stems are the words of more than three letters, cut to six, so that
// "preserve" and "preservation" are alike.
func stems(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		r := []rune(w)
		if len(r) <= 3 && r[0] < 0x2E80 { // Chinese words are short
			continue
		}
		out = append(out, string(r[:min(len(r), 6)]))
	}
	return out
}
