package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// tab is one of the lists of a seat's screen.
type tab uint8

// The tabs in order. Those from tabListed on are sheets: they are there only
// where the scenario has what they hold.
const (
	tabInbox tab = iota
	tabActions
	tabMessages
	tabApprovals
	tabAuthorities
	tabEvidence // and what was disclosed, and rulings
	tabLog
	tabBriefing
	tabQuestions
	tabListed
)

// The tabs of what happens between the sides.
const (
	tabRequests = tabListed + iota
	tabClocks
	tabHotline
	tabProposals
	tabCases
	tabCount
)

// key brings a tab into sight.
func (t tab) key() string { return "123456789QKHOC"[t : t+1] }

// listedBy is the tab that a key brings into sight.
func listedBy(key string) (tab, bool) {
	for t := range tabCount {
		if t.key() == key {
			return t, true
		}
	}
	return 0, false
}

// sheet is what a tab of what happens between the sides shows. It is made of
// its seat's view and nothing else.
type sheet interface {
	// shown reports whether the scenario has such things.
	shown(v engine.View) bool
	// refresh takes in a new view and says how many rows there are now.
	refresh(v engine.View) int
	subject(i int) subject
	// row draws a row on one line or two.
	row(m *Model, i int, look rowLook) []string
	// waits is how many things on it wait for the seat.
	waits() int
	// countsDown reports whether rows are to be drawn anew each second.
	countsDown() bool
	// empty says that there is nothing, and how something comes.
	empty(m *Model) string
}

// redirecting is a sheet on which the cursor goes on to something new, where it is
// on what nobody reads while that is there.
type redirecting interface{ redirect(was subject) subject }

// rowLook is how a row of a list is drawn.
type rowLook struct {
	w             int
	chosen, focus bool
}

type sheets [tabCount]sheet

func newSheets() sheets {
	return sheets{
		tabRequests: &requestSheet{}, tabClocks: &clockSheet{}, tabHotline: &hotlineSheet{}, tabProposals: &proposalSheet{}, tabCases: &caseSheet{},
	}
}

// refreshSheets keeps each cursor on what it is on, wherever that stands now;
// at the top of a list that nobody looks at, it stays at the top.
func (s *seatScreen) refreshSheets() {
	for t := tabListed; t < tabCount; t++ {
		sh, l := s.sheets[t], &s.lists[t]
		var was subject
		if l.n > 0 {
			was = sh.subject(l.cursor)
		}
		l.set(sh.refresh(s.view))
		if to, ok := sh.(redirecting); ok {
			was = to.redirect(was)
		}
		for i := range l.n {
			if (t == s.tab || l.cursor > 0) && sh.subject(i) == was {
				l.cursor = i
				break
			}
		}
	}
}

// has reports whether a tab is there.
func (s *seatScreen) has(t tab) bool { return t < tabListed || s.sheets[t].shown(s.view) }

// onSheets reports whether any of what happens between the sides is there.
func (s *seatScreen) onSheets() bool {
	for t := tabListed; t < tabCount; t++ {
		if s.has(t) {
			return true
		}
	}
	return false
}

// tabNames are what a tab is called: in the bar, there where room is short, and
// as it is typed in plain mode.
type tabNames struct{ long, short, word string }

func (m *Model) tabNames() [tabCount]tabNames {
	return [tabCount]tabNames{
		tabInbox:       {m.t("Inbox"), m.t("Inbox"), m.t("inbox")},
		tabActions:     {m.t("Actions"), m.t("Acts"), m.t("actions")},
		tabMessages:    {m.t("Messages"), m.t("Msgs"), m.t("messages")},
		tabApprovals:   {m.t("Approvals"), m.t("Appr."), m.t("approvals")},
		tabAuthorities: {m.t("Authorities"), m.t("Auth."), m.t("authorities")},
		tabEvidence:    {m.t("Evidence"), m.t("Evid."), m.t("evidence")},
		tabLog:         {m.t("Log"), m.t("Log"), m.t("log")},
		tabBriefing:    {m.t("Briefing"), m.t("Brief"), m.t("briefing")},
		tabQuestions:   {m.t("Questions"), m.t("Asked"), m.t("questions")},
		tabRequests:    {m.t("Requests"), m.t("Requests"), m.t("requests")},
		tabClocks:      {m.t("Clocks"), m.t("Clocks"), m.t("clocks")},
		tabHotline:     {m.t("Hotline"), m.t("Hotline"), m.t("hotline")},
		tabProposals:   {m.t("Proposals"), m.t("Proposals"), m.t("proposals")},
		tabCases:       {m.t("Cases"), m.t("Cases"), m.t("cases")},
	}
}

func tabHelp(t tab) string {
	return [tabCount]string{
		"the inbox", "what your side has done", "messages", "approvals asked", "your authorities as cards",
		"evidence, disclosures and rulings", "your side's log", "the briefing", "questions, and what was answered",
		"requests for assistance, sent and received", "clocks that run against your side, and what is owed to it", "calls on a hotline",
		"proposals on the table", "cases, and what belongs to them",
	}[t]
}

// barLines is how many lines the tabs take, whatever is counted behind them.
func (s *seatScreen) barLines(m *Model, w int) int {
	if !s.onSheets() {
		return 1
	}
	all := 0
	for _, n := range s.barNames(m.tabNames(), false, 0, tabCount) {
		all += width(n) + len(" 1 ●9 ")
	}
	if all <= w {
		return 1
	}
	return 2
}

// tabLines draws the tabs: those of what happens between the sides below the
// others where they don't fit beside them.
func (s *seatScreen) tabLines(m *Model, w int) []string {
	if s.barLines(m, w) == 1 && s.onSheets() {
		return []string{s.tabLine(m, false, 0, tabCount)}
	}
	first := s.tabLine(m, false, 0, tabListed)
	if width(first) > w {
		first = s.tabLine(m, true, 0, tabListed)
	}
	if !s.onSheets() {
		return []string{first}
	}
	return []string{first, s.tabLine(m, false, tabListed, tabCount)}
}

// barNames are the names of the tabs that are there, by tab.
func (s *seatScreen) barNames(names [tabCount]tabNames, short bool, from, to tab) map[tab]string {
	out := map[tab]string{}
	for t := from; t < to; t++ {
		switch {
		case !s.has(t):
		case short:
			out[t] = names[t].short
		default:
			out[t] = names[t].long
		}
	}
	return out
}

// tabLine names tabs, with how many things in each wait.
func (s *seatScreen) tabLine(m *Model, short bool, from, to tab) string {
	pad := " "
	if short {
		pad = ""
	}
	names := s.barNames(m.tabNames(), short, from, to)
	var b strings.Builder
	for t := from; t < to; t++ {
		n, ok := names[t]
		if !ok {
			continue
		}
		style := m.st.plain
		text := fmt.Sprintf(" %s %s%s", t.key(), n, pad)
		if c := s.waitsOn(m, t); c > 0 {
			text = fmt.Sprintf(" %s %s ●%d%s", t.key(), n, c, pad)
		}
		if t == s.tab {
			style, text = m.st.chosen, "▸"+text[1:]
		}
		b.WriteString(style.Render(text))
	}
	return b.String()
}

// waitsOn is how many things on a tab wait for the seat.
func (s *seatScreen) waitsOn(m *Model, t tab) int {
	switch t {
	case tabInbox:
		return s.unread
	case tabActions:
		return len(s.suggested)
	case tabMessages:
		return s.unlooked(m)
	case tabApprovals:
		return s.waitingApprovals()
	case tabQuestions:
		return s.unanswered()
	}
	if sh := s.sheets[t]; sh != nil {
		return sh.waits()
	}
	return 0
}

func turnTab(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		s := m.seat
		next := s.tab
		for {
			if next = tab((int(next) + d + int(tabCount)) % int(tabCount)); s.has(next) {
				return turnTo(next)(m)
			}
		}
	}
}

func turnTo(t tab) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.seat.tab, m.seat.scroll = t, 0
		return nil
	}
}

// whyNoTab says that the scenario has none of what a tab shows; nil for those
// that are always there.
func whyNoTab(t tab) func(m *Model) string {
	if t < tabListed {
		return nil
	}
	return func(m *Model) string {
		if m.seat != nil && !m.seat.has(t) {
			return m.t("this exercise has no such list")
		}
		return ""
	}
}
