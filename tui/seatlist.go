package tui

import (
	"strings"

	"parley/engine"
	"parley/engine/words"
)

// drawBar draws the tabs, below what the seat must not overlook.
func (s *seatScreen) drawBar(m *Model, w int) *drawn {
	notices := s.notices(m)
	key := barKey{tab: s.tab, version: s.version, style: m.st.gen, w: w, unread: s.unread, messages: s.messages.n, notices: strings.Join(notices, "\n")}
	return s.bar.get(key, func() []string {
		out := make([]string, 0, len(notices)+2)
		for _, n := range notices {
			out = append(out, fit(n, w))
		}
		return append(out, fitAll(s.tabLines(m, w), w, s.barLines(m, w))...)
	})
}

// unanswered is how many questions wait for the side.
func (s *seatScreen) unanswered() int {
	n := 0
	for i := range s.questions {
		if s.questions[i].open(s.view) {
			n++
		}
	}
	return n
}

// waitingApprovals is how many approvals are asked of the seat.
func (s *seatScreen) waitingApprovals() int {
	n := 0
	for _, a := range s.view.ApprovalsAsked() {
		if a.State == engine.ApprovalWaiting {
			n++
		}
	}
	return n
}

func (s *seatScreen) drawList(m *Model, w, h int) *drawn {
	l := &s.lists[s.tab]
	key := seatKey{
		tab: s.tab, version: s.version, style: m.st.gen, w: w, h: h, cursor: l.cursor, n: l.n,
		time: m.now / 1000, focus: m.top() == nil,
	}
	switch {
	case s.tab == tabInbox:
		key.time = min(m.now, s.asks+1000) / 1000
	case s.sheets[s.tab] == nil || !s.sheets[s.tab].countsDown():
		key.time = 0
	}
	return s.listPart.get(key, func() []string {
		if l.n == 0 {
			return fitAll([]string{m.st.dim.Render(" " + s.emptyText(m))}, w, h)
		}
		var head []string
		if s.tab == tabAuthorities {
			head = []string{m.st.dim.Render(" ◆ " + m.t("of your agency") + "   ◇ " + m.t("of another agency of your side"))}
		}
		rows := l.draw(h-len(head), func(i int) []string { return s.row(m, i, w, key.focus) })
		return fitAll(append(head, rows...), w, h)
	})
}

func (s *seatScreen) emptyText(m *Model) string {
	sh := s.sheets[s.tab]
	switch {
	case m.looksOn():
		return m.t("Nothing stands here yet.")
	case sh != nil:
		return sh.empty(m)
	}
	return [tabListed]string{
		m.t("No message has come yet."), m.t("Your side has done nothing yet. d says what you do."), m.t("No messages. m writes one."),
		m.t("No approvals are asked."), m.t("No authorities are stated."), m.t("No evidence, disclosures or rulings."), m.t("Nothing has happened yet."), "",
		m.t("No question is put to you."),
	}[s.tab]
}

// row draws a row of the tab in sight.
func (s *seatScreen) row(m *Model, i, w int, focus bool) []string {
	l := &s.lists[s.tab]
	chosen, at := i == l.cursor, l.n-1-i
	if sh := s.sheets[s.tab]; sh != nil {
		return sh.row(m, i, rowLook{w, chosen, focus})
	}
	line1 := func(segs ...seg) []string { return []string{m.listRow(w, chosen, focus, segs...)} }
	switch s.tab {
	case tabInbox:
		it := s.view.InboxAt(at)
		return s.inboxRow(m, &it, chosen, focus, w)
	case tabQuestions:
		return s.questionRow(m, &s.questions[at], chosen, focus, w)
	case tabActions:
		if i < len(s.suggested) {
			return s.suggestionRow(m, i, chosen, focus, w)
		}
		a := s.view.ActionAt(at)
		return []string{
			m.listRow(w, chosen, focus, seg{m.st.dim, fit(shortClock(a.At), 8)}, seg{m.st.bold, m.roleTitle(a.Role)}),
			fit("         "+m.actText(s.view, &a)+m.resultSuffix(&a), w),
		}
	case tabMessages:
		msg := s.view.MessageAt(at)
		dir := m.t("from {who}", "who", m.messageFrom(&msg))
		if msg.From == s.role {
			dir = m.t("to {to}", "to", m.addressed(msg.To))
		}
		return []string{
			m.listRow(w, chosen, focus, seg{m.st.dim, fit(shortClock(msg.T), 8)}, seg{m.st.bold, dir}),
			fit("         "+m.typed(s.view, msg.Text), w),
		}
	case tabApprovals:
		a := &s.approvals[i]
		sign, style := approvalSign(m.st, a.State)
		return []string{
			m.listRow(w, chosen, focus, seg{style, sign + " "}, seg{m.st.bold, m.actionName(s.view, a.Side, a.Action)}, seg{m.st.dim, " " + words.Say(m.lang, "approval."+a.State, nil)}),
			fit("   "+m.roleTitle(a.Role)+" · "+m.authorityName(s.view, a.Side, a.Authority), w),
		}
	case tabAuthorities:
		c := &s.cards[i]
		if c.own {
			return line1(seg{m.st.accent, "◆ "}, seg{m.st.bold, c.title(m)})
		}
		return line1(seg{m.st.dim, "◇ "}, seg{m.st.dim, c.title(m)})
	case tabEvidence:
		c := &s.caseRows[at]
		if c.exhibit != nil {
			return m.exhibitRow(c.exhibit, c.t, rowLook{w, chosen, focus})
		}
		return line1(seg{m.st.dim, fit(shortClock(c.t), 8)}, seg{m.st.plain, c.text(m, s.view)})
	default:
		return m.tells.row(m, s.view, i, rowLook{w, chosen, focus}, func() []string {
			e := s.view.LogAt(i)
			sign, style := feedSign(m.st, e.Body)
			return line1(seg{m.st.dim, fit(shortClock(e.T), 8)}, seg{style, sign + " "}, seg{style, m.tells.event(m, s.view, i)})
		})
	}
}

func (m *Model) resultSuffix(a *engine.Action) string {
	switch {
	case a.Withdrawn:
		return " — " + m.t("withdrawn")
	case a.Outcome != nil:
		return " — " + words.Say(m.lang, "result."+a.Outcome.Result, nil)
	}
	return ""
}

// rowKey is all that a row of the inbox is drawn from.
type rowKey struct {
	status          engine.Status
	recalled        bool
	t               engine.Millis
	subject, under  string
	askBy           engine.Millis
	second          int64 // while it counts down
	style, w        int
	chosen, focused bool
}

// keptRows is how many rows of the inbox are kept as they were drawn: some more
// than are in sight.
const keptRows = 64

// inboxRow draws a message of the list, once for as long as it looks the same.
func (s *seatScreen) inboxRow(m *Model, it *engine.InboxItem, chosen, focus bool, w int) []string {
	key := rowKey{
		status: it.Status, recalled: it.Recalled, t: it.T, subject: m.piece(s.view, &it.Subject), style: m.st.gen, w: w, chosen: chosen, focused: focus,
		under: words.Say(m.lang, "channel."+it.Channel, nil) + " · " + m.piece(s.view, &it.From),
	}
	if asksStill(it) {
		key.askBy, key.second = it.AskBy, min(m.now, it.AskBy+1000)/1000
	}
	if row, ok := s.rows[key]; ok {
		return row
	}
	if s.rows == nil || len(s.rows) >= keptRows {
		s.rows = make(map[rowKey][]string, keptRows)
	}
	row := m.inboxLines(&key)
	s.rows[key] = row
	return row
}

// asksStill reports whether a message asks for something by a time that its
// reader should see.
func asksStill(it *engine.InboxItem) bool {
	return it.AskBy > 0 && it.Status != engine.StatusClosed && !it.Recalled
}

// inboxLines marks what is unread and by when something is asked.
func (m *Model) inboxLines(it *rowKey) []string {
	w := it.w
	sign, style := "●", m.st.accent
	subject := m.st.bold
	switch {
	case it.recalled:
		sign, style, subject = "⤺", m.st.dim, m.st.dim
	case it.status == engine.StatusOpened:
		sign, subject = "○", m.st.plain
	case it.status == engine.StatusAcknowledged:
		sign, style, subject = "✓", m.st.good, m.st.plain
	case it.status == engine.StatusClosed:
		sign, style, subject = "–", m.st.dim, m.st.dim
	}
	first := m.listRow(w, it.chosen, it.focused, seg{style, sign + " "}, seg{m.st.dim, fit(shortClock(it.t), 8)}, seg{subject, it.subject})
	under := "           " + it.under
	if it.recalled {
		return []string{first, fit(m.st.dim.Render(under+" · "+m.t("recalled")), w)}
	}
	out := fit(m.st.dim.Render(under), w)
	if it.askBy > 0 {
		asks := " · " + m.t("asked within {time}", "time", spanText(it.askBy-m.now))
		style := m.st.warn
		if m.now > it.askBy {
			asks, style = " · "+m.t("was asked by {time}", "time", "T+"+shortClock(it.askBy)), m.st.bad
		}
		out = fit(m.st.dim.Render(fit(under, min(width(under), max(0, w-width(asks)))))+style.Render(asks), w)
	}
	return []string{first, out}
}

// piece is a part of a delivery on one line.
func (m *Model) piece(v engine.View, p *engine.Piece) string {
	text, _, gone := v.Piece(p, m.lang)
	if gone {
		return m.t("[expunged]")
	}
	return line(text)
}

func approvalSign(st *styles, state string) (string, style) {
	switch state {
	case engine.ApprovalWaiting:
		return "?", st.odd
	case engine.ApprovalGiven:
		return "✓", st.good
	case engine.ApprovalRefused:
		return "✗", st.bad
	}
	return "–", st.dim
}
