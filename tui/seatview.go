package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// seatScreen is what a player sees: made of that seat's view and nothing else.
type seatScreen struct {
	role      string
	view      engine.View
	watch     *watch
	tab       tab
	lists     [tabCount]list
	approvals []engine.Approval
	cards     []card
	caseRows  []caseRow
	questions []askedRow
	suggested []engine.Suggestion // open ones, above the actions
	sheets    sheets
	unread    int
	messages  newMessages
	asks      engine.Millis // when the last of what the inbox asks for is due
	rows      map[rowKey][]string
	version   int

	bar      cached[barKey]
	listPart cached[seatKey]
	detail   cached[detailKey]
	page     keptPage
	scroll   int
	find     string
	body     beside
	stack    cached[stackKey3]
}

type stackKey3 struct{ bar, upper, lower *drawn }

// seatKey is all that a list of a seat's screen is drawn from.
type seatKey struct {
	tab                             tab
	version, style, w, h, cursor, n int
	time                            int64
	focus                           bool
}

type barKey struct {
	tab                       tab
	version, style, w, unread int
	messages                  int
	notices                   string
}

// enterSeat shows a seat's screen.
func (m *Model) enterSeat(role string) tea.Cmd {
	v, ok := m.host.View(role)
	if !ok {
		m.say(m.t("there is no such seat"), true)
		return nil
	}
	m.leaveSeat()
	s := &seatScreen{role: role, watch: newWatch(m.host, role), version: -1, sheets: newSheets()}
	s.lists[tabLog].follow = true
	if v.Clock().Life == engine.Planned {
		s.tab = tabBriefing // there is nothing else to read yet
	}
	s.refresh(v)
	m.seat = s
	if m.alone() {
		m.view = v
	}
	m.speak()
	m.recallLooked()
	m.listen()
	return s.watch.wait()
}

// leaveSeat goes back to control's console.
func (m *Model) leaveSeat() {
	if m.seat != nil {
		m.seat.watch.stop()
		m.seat = nil
		m.speak()
	}
}

func (m *Model) leaveSeatKey() tea.Cmd {
	m.leaveSeat()
	return nil
}

// refresh takes in a new view. The newest stands first but in the log, and
// the cursor stays on what it is on: what is being read is not pulled away.
func (s *seatScreen) refresh(v engine.View) {
	if v.Version() == s.version {
		return
	}
	s.version, s.view = v.Version(), v
	s.grow(tabInbox, v.InboxLen())
	s.growActions(v)
	s.questions = questionsOf(v)
	s.grow(tabQuestions, len(s.questions))
	s.grow(tabMessages, v.MessagesLen())
	s.messages.count(v, s.role)
	s.approvals = slices.Concat(v.ApprovalsAsked(), v.MyApprovals())
	slices.Reverse(s.approvals)
	slices.SortStableFunc(s.approvals, func(a, b engine.Approval) int { return int(b.T - a.T) })
	s.grow(tabApprovals, len(s.approvals))
	s.cards = cardsOf(v)
	s.lists[tabAuthorities].set(len(s.cards))
	s.caseRows = caseOf(v)
	s.grow(tabEvidence, len(s.caseRows))
	s.refreshSheets()
	log := &s.lists[tabLog]
	log.set(v.LogLen())
	if log.follow {
		log.cursor = max(0, log.n-1)
	}
	s.countUnread()
}

// grow sets a list whose new rows come first.
func (s *seatScreen) grow(t tab, n int) {
	l := &s.lists[t]
	was := l.n
	l.set(n)
	if was > 0 && n > was {
		l.cursor += n - was
	}
}

// growActions sets the list of actions, above which stands what is suggested.
func (s *seatScreen) growActions(v engine.View) {
	l := &s.lists[tabActions]
	old, was := l.n-len(s.suggested), l.cursor-len(s.suggested)
	s.suggested = openSuggestions(v)
	if l.set(v.ActionsLen() + len(s.suggested)); was >= 0 && old > 0 {
		l.cursor = max(0, min(len(s.suggested)+was+v.ActionsLen()-old, l.n-1))
	}
}

func (s *seatScreen) countUnread() {
	s.unread, s.asks = 0, 0
	for i := range s.view.InboxLen() {
		it := s.view.InboxAt(i)
		if it.Status == engine.Unopened && !it.Recalled {
			s.unread++
		}
		if asksStill(&it) {
			s.asks = max(s.asks, it.AskBy)
		}
	}
}

// follows reports whether the list in sight is a log that goes with what is
// new.
func (s *seatScreen) follows() bool { return s.tab == tabLog && s.lists[tabLog].follow }

// subject is what the cursor is on.
func (s *seatScreen) subject() subject {
	l := &s.lists[s.tab]
	if s.tab == tabBriefing {
		return subject{kind: onBriefing, entry: -1}
	}
	if l.n == 0 {
		return subject{entry: -1}
	}
	if sh := s.sheets[s.tab]; sh != nil {
		return sh.subject(l.cursor)
	}
	at := l.n - 1 - l.cursor // newest first
	switch s.tab {
	case tabInbox:
		it := s.view.InboxAt(at)
		return subject{kind: onDelivery, id: it.ID, delivery: it.ID, entry: -1, t: it.T}
	case tabActions:
		if l.cursor < len(s.suggested) {
			return subject{kind: onSuggestion, id: s.suggested[l.cursor].ID, entry: -1}
		}
		return subject{kind: onAction, id: s.view.ActionAt(at).ID, entry: -1}
	case tabQuestions:
		r := &s.questions[at]
		return subject{kind: onQuestion, id: r.q.ID, delivery: r.delivery, entry: -1}
	case tabMessages:
		return subject{kind: onMessage, id: s.view.MessageAt(at).ID, entry: -1}
	case tabApprovals:
		return subject{kind: onApproval, id: s.approvals[l.cursor].ID, entry: -1}
	case tabAuthorities:
		return subject{kind: onAuthority, id: s.cards[l.cursor].id, entry: -1}
	case tabEvidence:
		return s.caseRows[at].at
	default:
		return s.logSubject(l.cursor)
	}
}

// logSubject is what an entry of the log speaks of, as far as the seat has it.
func (s *seatScreen) logSubject(i int) subject {
	at := subjectOf(s.view.LogAt(i), i)
	if at.kind == onInject {
		at.kind, at.id = onDelivery, at.delivery
	}
	return at
}

// seatBeside is the width from which there is room for a text beside its list.
const seatBeside = 100

// draw draws the seat's screen on w×h cells.
func (s *seatScreen) draw(m *Model, w, h int) *drawn {
	bar := s.drawBar(m, w)
	h -= len(bar.lines)
	at := s.subject()
	switch {
	case s.tab == tabBriefing && s.waits():
		low := s.drawWaiting(m, w, h)
		return s.stack.get(stackKey3{bar, low, nil}, func() []string { return append(slices.Clone(bar.lines), low.lines...) })
	case s.tab == tabBriefing:
		return s.stack.get(stackKey3{bar, s.drawDetail(m, at, w, h), nil}, func() []string {
			return append(slices.Clone(bar.lines), s.detail.piece.lines...)
		})
	case w >= seatBeside:
		lw := w * 2 / 5
		both := s.body.join(m.rule(), s.drawList(m, lw, h), s.drawDetail(m, at, w-lw-1, h))
		return s.stack.get(stackKey3{bar, both, nil}, func() []string { return append(slices.Clone(bar.lines), both.lines...) })
	}
	low := 0
	switch {
	case s.lists[s.tab].n == 0:
	case h >= 26:
		low = h / 2
	case s.tab != tabLog:
		low = h - max(6, h/3)
	}
	upper := s.drawList(m, w, h-low)
	key := stackKey3{bar, upper, nil}
	if low > 0 {
		key.lower = s.drawDetail(m, at, w, low)
	}
	return s.stack.get(key, func() []string {
		lines := append(slices.Clone(bar.lines), upper.lines...)
		if key.lower != nil {
			lines = append(lines, key.lower.lines...)
		}
		return lines
	})
}

func (s *seatScreen) drawDetail(m *Model, at subject, w, h int) *drawn {
	key := detailKey{at: at, version: s.view.Version(), style: m.st.gen, w: w, h: h, sc: s.scroll, second: m.secondOf(s.view, at)}
	return s.detail.get(key, func() []string {
		d := s.page.get(m, s.view, at, w-2)
		s.scroll = max(0, min(s.scroll, len(d.lines)-(h-1)))
		out := []string{m.st.title.Render(ruleLine(d.title, w))}
		for _, l := range d.lines[s.scroll:] {
			out = append(out, " "+l)
		}
		if len(out) > h {
			out = append(out[:h-1:h-1], m.st.dim.Render(" "+m.t("… [ and ] scroll")))
		}
		return fitAll(out, w, h)
	})
}
