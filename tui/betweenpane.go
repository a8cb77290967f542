package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/engine/words"
)

// betweenRow is a line of the pane of what happens between the sides.
type betweenRow struct {
	part  int  // of the pane
	first bool // of its part: the part's name stands above it
	at    subject
}

// betweenParts are the parts of the pane in order: what is late first.
func betweenParts() []func(v engine.View) []subject {
	return []func(v engine.View) []subject{
		lateOnes, runningOut, requestsBetween, callsBetween, evidenceBetween, proposalsBetween, commitmentsBetween, casesBetween, scoresBetween,
	}
}

// betweenHead names a part of the pane.
func (m *Model) betweenHead(part int) string {
	return [...]string{
		m.t("Late"), m.t("Running out next"), m.t("Requests"), m.t("Calls on the hotline"), m.t("Evidence"), m.t("Proposals"),
		m.t("Commitments"), m.t("Cases"), m.t("Scores"),
	}[part]
}

func of(kind, id string) subject { return subject{kind: kind, id: id, entry: -1} }

// betweenOf is all that happens between the sides, as far as a seat of control
// may see it.
func betweenOf(v engine.View) []betweenRow {
	var out []betweenRow
	for n, rows := range betweenParts() {
		for i, at := range rows(v) {
			out = append(out, betweenRow{n, i == 0, at})
		}
	}
	return out
}

// lateOnes are the deadlines that were missed and not met since, the oldest
// first, and the calls that nobody has answered.
func lateOnes(v engine.View) []subject {
	var out []subject
	for _, d := range v.Deadlines() {
		if d.Status == engine.DeadlineMissed {
			out = append(out, of(onClock, d.ID))
		}
	}
	return out
}

// nextOnes is how many of the deadlines that run out next are listed.
const nextOnes = 5

// runningOut are the deadlines that run out next.
func runningOut(v engine.View) []subject {
	type one struct {
		left engine.Millis
		id   string
	}
	var all []one
	now := v.Clock().T
	for _, d := range v.Deadlines() {
		if left, ok := v.Left(&d, now); ok && d.Status == engine.DeadlineRunning {
			all = append(all, one{left, d.ID})
		}
	}
	slices.SortStableFunc(all, func(a, b one) int { return int(a.left - b.left) })
	var out []subject
	for _, o := range all[:min(len(all), nextOnes)] {
		out = append(out, of(onClock, o.id))
	}
	return out
}

// requestsBetween are all requests, those that are under way before those that
// are over, the newest first.
func requestsBetween(v engine.View) []subject {
	var open, over []subject
	for _, r := range slices.Backward(v.Requests()) {
		switch r.State {
		case engine.RequestClosed, engine.RequestWithdrawn, engine.RequestRefused:
			over = append(over, of(onRequest, r.ID))
		default:
			open = append(open, of(onRequest, r.ID))
		}
	}
	return append(open, over...)
}

func callsBetween(v engine.View) []subject {
	var out []subject
	for _, c := range slices.Backward(v.Calls()) {
		out = append(out, of(onCall, c.ID))
	}
	return out
}

func evidenceBetween(v engine.View) []subject {
	var out []subject
	for _, e := range slices.Backward(v.Exhibits()) {
		out = append(out, of(onEvidence, e.ID))
	}
	return out
}

func proposalsBetween(v engine.View) []subject {
	var out []subject
	for _, p := range v.Proposals() {
		out = append(out, of(onProposal, p.ID))
	}
	return out
}

func commitmentsBetween(v engine.View) []subject {
	var out []subject
	for _, c := range v.Commitments() {
		out = append(out, of(onCommitment, c.ID))
	}
	return out
}

func casesBetween(v engine.View) []subject {
	var out []subject
	for _, c := range v.Cases() {
		out = append(out, of(onCase, c.ID))
	}
	return out
}

func scoresBetween(v engine.View) []subject {
	scores, _ := v.Scores()
	var out []subject
	for _, s := range scores.Sides {
		if len(s.Parts) > 0 {
			out = append(out, of(onScore, s.Side))
		}
	}
	return out
}

// hasBetween reports whether the scenario has anything that happens between the
// sides.
func hasBetween(v engine.View) bool {
	sc := v.Scenario()
	return sc != nil && len(sc.Requests)+len(sc.Hotlines)+len(sc.Deadlines)+len(sc.Proposals)+len(sc.Commitments)+len(sc.Cases) > 0
}

// refreshBetween takes in a new view; the cursor stays on what it is on.
func (c *console) refreshBetween(v engine.View) {
	l := &c.lists[paneBetween]
	var was subject
	if l.cursor < len(c.between) {
		was = c.between[l.cursor].at
	}
	if !hasBetween(v) {
		return
	}
	c.between = betweenOf(v)
	l.set(len(c.between))
	for i := range c.between {
		if c.between[i].at == was {
			l.cursor = i
			return
		}
	}
}

// betweenLine is a row: its head above it if it is the first of its part.
func (c *console) betweenLine(m *Model, i, w int, focus bool) []string {
	r := &c.between[i]
	var out []string
	if r.first {
		out = append(out, fit(m.st.heading.Render(" "+m.betweenHead(r.part)), w))
	}
	sign, style, text, more := m.betweenText(r.at)
	if more != "" { // how it stands is what one looks for
		text = ansi.Truncate(text, max(w*2/5, w-len(" ! ")-len("  ")-width(more)), "…")
	}
	return append(out, m.listRow(w, i == c.lists[paneBetween].cursor, focus, seg{style, sign + " "}, seg{m.st.plain, text}, seg{m.st.dim, "  " + more}))
}

// betweenText is a row's sign, what it is, and how it stands.
func (m *Model) betweenText(at subject) (sign string, st style, text, more string) {
	v := m.view
	switch at.kind {
	case onClock:
		d, _ := v.Deadline(at.id)
		return m.deadlineLine(&d)
	case onRequest:
		r, _ := v.Request(at.id)
		return m.requestLine(&r)
	case onCall:
		c, _ := v.Call(at.id)
		return m.callLine(&c)
	case onEvidence:
		return m.evidenceLine(at.id)
	case onProposal:
		return m.proposalLine(at.id)
	case onCommitment:
		return m.commitmentLine(at.id)
	case onCase:
		return "▤", m.st.accent, m.caseName(m.view, at.id), ""
	default:
		return m.scoreLine(at.id)
	}
}

func (m *Model) deadlineLine(d *engine.Deadline) (sign string, st style, text, more string) {
	text = d.Side + ": " + m.view.TellDeadline(d, m.lang)
	if left, ok := m.view.Left(d, m.now); ok && d.Status == engine.DeadlineRunning {
		return "◷", m.st.warn, spanText(max(0, left)) + "  " + text, m.view.TellOwnTime(d, d.Due, m.lang)
	}
	return "!", m.st.bad, text, m.view.TellOwnTime(d, d.Due, m.lang)
}

// requestLine says who asks whom for what, how it stands, and what is due next.
func (m *Model) requestLine(r *engine.Request) (sign string, st style, text, more string) {
	kind := r.Request
	if k := m.view.RequestKind(r.Request); k != nil {
		kind = line(k.Title.In(m.lang))
	}
	text = r.FromSide + " → " + r.ToSide + ": " + kind
	more = words.Say(m.lang, "request."+r.State, nil)
	sign, st = "✉", m.st.accent
	for _, d := range m.view.DeadlinesOf(r.ID) {
		step := words.Say(m.lang, "time."+d.Step, nil)
		switch d.Status {
		case engine.DeadlineMissed:
			return "!", m.st.bad, text, more + " · " + m.t("late: {what}", "what", step)
		case engine.DeadlinePaused:
			more += " · " + m.t("clock paused")
			return sign, st, text, more
		case engine.DeadlineRunning:
			if left, ok := m.view.Left(&d, m.now); ok {
				return sign, st, text, more + " · " + step + " " + spanText(max(0, left))
			}
		}
	}
	return sign, st, text, more
}

func (m *Model) scoreLine(side string) (sign string, st style, text, more string) {
	scores, _ := m.view.Scores()
	for i := range scores.Sides {
		if s := &scores.Sides[i]; s.Side == side {
			if s.Released {
				more = m.t("released")
			}
			return "Σ", m.st.accent, m.sideName(side) + " " + s.Shown(), more
		}
	}
	return "Σ", m.st.dim, m.sideName(side), ""
}

// scoreDetail is a side's score, each number with what it comes from.
func (m *Model) scoreDetail(p *page, v engine.View, side string) {
	scores, _ := v.Scores()
	for i := range scores.Sides {
		s := &scores.Sides[i]
		if s.Side != side {
			continue
		}
		p.title = m.t("Score of {side}", "side", m.sideName(side))
		p.lit(m.t("{n} of {all}", "n", s.Shown(), "all", "100"), m.st.bold)
		for k := range s.Parts {
			p.gap()
			m.scorePart(p, v, &s.Parts[k], 0)
		}
	}
	if len(scores.Reciprocity) > 0 {
		p.heading(m.t("Between the sides"))
		for i := range scores.Reciprocity {
			p.bullet("⇄", v.TellScore(&scores.Reciprocity[i], m.lang)+": "+scores.Reciprocity[i].Shown())
		}
	}
}

// scorePart is a number and, under it, what it is made of; a number that comes
// from one thing leads there.
func (m *Model) scorePart(p *page, v engine.View, s *engine.Score, depth int) {
	points := s.Shown()
	if s.Of > 0 {
		points = m.t("{n} of {all}", "n", points, "all", (&engine.Score{Points: s.Of}).Shown())
	}
	text := strings.Repeat("  ", depth) + points + "  " + v.TellScore(s, m.lang)
	p.link(m.scoredThing(v, s), "·", text)
	for i := range s.Parts {
		m.scorePart(p, v, &s.Parts[i], depth+1)
	}
}

// scoredThing is what a number comes from that one can go to.
func (m *Model) scoredThing(v engine.View, s *engine.Score) subject {
	for _, id := range s.From {
		if r, _, ok := strings.Cut(id, "-step"); ok {
			id = r
		}
		if r, _, ok := strings.Cut(id, "-clock"); ok {
			id = r
		}
		if _, ok := v.Request(id); ok {
			return of(onRequest, id)
		}
		if _, ok := v.Action(id); ok {
			return actionSubject(id)
		}
		if _, ok := v.Call(id); ok {
			return of(onCall, id)
		}
	}
	return subject{entry: -1}
}
