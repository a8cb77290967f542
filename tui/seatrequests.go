package tui

import (
	"slices"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// requestSheet is the tab of requests for assistance: drafts of the side, and
// what it sent and received, the newest first.
type requestSheet struct {
	rows []requestRow
	side string
}

// requestRow is a request, or a draft of one.
type requestRow struct {
	t     engine.Millis
	r     *engine.Request
	draft *engine.Draft
	next  *engine.Deadline // open one that ends next, nil for none
	waits bool             // for the seat's side
}

func (*requestSheet) shown(v engine.View) bool { return len(v.RequestKinds()) > 0 }

func (s *requestSheet) refresh(v engine.View) int {
	s.rows, s.side = nil, v.Side().ID
	for _, r := range v.Requests() {
		s.rows = append(s.rows, requestRow{t: r.T, r: &r, next: nextDeadline(v.DeadlinesOf(r.ID)), waits: waitsFor(v, &r, s.side)})
	}
	for _, d := range v.Drafts() {
		s.rows = append(s.rows, requestRow{t: d.T, draft: &d})
	}
	slices.SortStableFunc(s.rows, func(a, b requestRow) int { return int(b.t - a.t) })
	return len(s.rows)
}

func (s *requestSheet) subject(i int) subject {
	if r := &s.rows[i]; r.r == nil {
		return subject{kind: onDraft, id: r.draft.ID, entry: -1}
	}
	return requestSubject(s.rows[i].r.ID)
}

func requestSubject(id string) subject { return subject{kind: onRequest, id: id, entry: -1} }

// waits counts the requests whose next step is the side's own.
func (s *requestSheet) waits() int {
	n := 0
	for i := range s.rows {
		if s.rows[i].waits {
			n++
		}
	}
	return n
}

// waitsFor reports whether a request waits for a step of a side now: one that
// is postponed does when it is to be taken up again.
func waitsFor(v engine.View, r *engine.Request, side string) bool {
	t := turnOf(r)
	if t.of(r) != side {
		return false
	}
	if t == turnReview {
		c := v.Clock()
		for _, s := range slices.Backward(r.Steps) {
			if s.Step == scenarios.StepPostpone {
				return s.Review <= c.StoryAt(c.T)
			}
		}
	}
	return true
}

func (s *requestSheet) countsDown() bool {
	return slices.ContainsFunc(s.rows, func(r requestRow) bool { return r.next != nil })
}

func (*requestSheet) empty(m *Model) string {
	return m.t("No request was sent or received yet. {key} writes one.", "key", "N")
}

func (s *requestSheet) row(m *Model, i int, look rowLook) []string {
	r, v := &s.rows[i], m.seat.view
	if r.draft != nil {
		return m.draftRow(v, r.draft, look)
	}
	arrow, other := "→ ", r.r.To
	if r.r.ToSide == s.side {
		arrow, other = "← ", r.r.From
	}
	name, mark := m.st.plain, m.st.dim
	if r.waits {
		name, mark = m.st.bold, m.st.accent
	}
	under := append([]seg{{m.st.plain, "    "}, {m.stateStyle(r.r), words.Say(m.lang, "request."+r.r.State, nil)}}, s.due(m, v, r)...)
	under = append(under, seg{m.st.dim, " · " + m.roleAndSide(other, v.SideOf(other))})
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{mark, arrow}, seg{m.st.dim, fit(shortClock(r.t), 8)}, seg{m.st.dim, line(r.r.ID) + " "}, seg{name, m.kindTitle(v, r.r.Request)}),
		row(look.w, false, m.st.plain, under...),
	}
}

// due says what a request waits for, and what of it is due next.
func (s *requestSheet) due(m *Model, v engine.View, r *requestRow) []seg {
	var out []seg
	t := turnOf(r.r)
	running := r.next != nil && r.next.Status != engine.DeadlinePaused
	if t != turnNone && (!running || r.next.Side != t.of(r.r)) {
		out = append(out, seg{m.st.plain, " · " + m.turnText(t, t.of(r.r) == s.side)})
	}
	if r.next == nil {
		return out
	}
	left, style := m.deadlineLeft(v, r.next)
	if running {
		whose := m.t("theirs")
		if r.next.Side == s.side {
			whose = m.t("ours")
		}
		left = m.t("{label}: {text}", "label", whose, "text", m.shortTime(r.next.Step)+" "+left)
	}
	return append(out, seg{m.st.plain, " · "}, seg{style, left})
}

func (m *Model) draftRow(v engine.View, d *engine.Draft, look rowLook) []string {
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{m.st.odd, "✎ "}, seg{m.st.dim, fit(shortClock(d.T), 8)}, seg{m.st.dim, line(d.ID) + " "}, seg{m.st.plain, m.kindTitle(v, d.Request)}),
		row(look.w, false, m.st.plain, seg{m.st.plain, "    "}, seg{m.st.odd, m.t("draft of your side, not sent")}, seg{m.st.dim, " · " + m.t("for {who}", "who", m.roleAndSide(d.To, v.SideOf(d.To)))}),
	}
}

func (m *Model) stateStyle(r *engine.Request) style {
	switch r.State {
	case engine.RequestOpen, engine.RequestAsked:
		return m.st.warn
	case engine.RequestExecuted, engine.RequestAccepted:
		return m.st.good
	case engine.RequestRefused, engine.RequestPostponed:
		return m.st.odd
	case engine.RequestClosed, engine.RequestWithdrawn:
		return m.st.dim
	}
	return m.st.plain
}

// turn is what a request waits for.
type turn uint8

// What a request can wait for, of its receiver and then of its sender.
const (
	turnNone turn = iota
	turnAcknowledge
	turnVerdict
	turnExecute
	turnReview
	turnSupplement
	turnReply
)

// turnOf is what a request waits for as it stands. An answer to a consultation
// comes before what else there is to do.
func turnOf(r *engine.Request) turn {
	switch r.State {
	case engine.RequestClosed, engine.RequestWithdrawn, engine.RequestRefused, engine.RequestExecuted:
		return turnNone
	case engine.RequestAsked:
		return turnSupplement
	}
	if consulted(r) {
		return turnReply
	}
	switch r.State {
	case engine.RequestOpen:
		return turnAcknowledge
	case engine.RequestAccepted:
		return turnExecute
	case engine.RequestPostponed:
		return turnReview
	}
	return turnVerdict
}

// consulted reports whether a consultation waits for its answer: nothing was
// decided since either.
func consulted(r *engine.Request) bool {
	for _, s := range slices.Backward(r.Steps) {
		switch s.Step {
		case scenarios.StepConsult:
			return true
		case scenarios.StepAcknowledge, scenarios.StepProtect, scenarios.StepUpdate, scenarios.StepAskSupplement, scenarios.StepSupplement:
		default:
			return false
		}
	}
	return false
}

// of is the side whose turn it is, "" for nobody's.
func (t turn) of(r *engine.Request) string {
	switch t {
	case turnNone:
		return ""
	case turnSupplement, turnReply:
		return r.FromSide
	}
	return r.ToSide
}

// turnText says what a request waits for, and of whom.
func (m *Model) turnText(t turn, ours bool) string {
	if ours {
		return [...]string{
			"", m.t("yours to acknowledge"), m.t("yours to accept or not"), m.t("yours to execute"), m.t("yours to take up again"),
			m.t("yours to supplement"), m.t("yours to reply to"),
		}[t]
	}
	return [...]string{
		"", m.t("theirs to acknowledge"), m.t("theirs to accept or not"), m.t("theirs to execute"), m.t("theirs to take up again"),
		m.t("theirs to supplement"), m.t("theirs to reply to"),
	}[t]
}

// timeWord is what a response time is for.
func (m *Model) timeWord(step string) string { return words.Say(m.lang, "time."+step, nil) }

// kindTitle is what a kind of request is called.
func (m *Model) kindTitle(v engine.View, id string) string {
	if k := v.RequestKind(id); k != nil {
		if t := line(k.Title.In(m.lang)); t != "" {
			return t
		}
	}
	return line(id)
}
