package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// notices are the lines above a seat's tabs: what must not be overlooked
// whichever tab is in sight.
func (s *seatScreen) notices(m *Model) []string {
	var out []string
	for _, n := range []string{s.callNotice(m), s.practiceNotice(m), s.questionNotice(m), s.cameNotice(m), s.requestNotice(m), s.penNotice(m)} {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// segmentWords is where the exercise is, in words for the one who sits there.
func (m *Model) segmentWords() string {
	h, c := m.view.Head(), m.view.Clock()
	switch {
	case c.Life == engine.Over:
		return m.t("the exercise is over")
	case h.Segment == nil:
		return m.t("before the start")
	}
	switch h.Segment.Kind {
	case scenarios.SegmentBrief:
		return m.t("briefing: listen and read")
	case scenarios.SegmentBreakout:
		return m.t("breakout: your side alone")
	case scenarios.SegmentPlenary:
		return m.t("plenary: everyone together")
	case scenarios.SegmentBreak:
		if left := c.SegmentEnd - m.now; left > 0 {
			return m.t("break: back in {time}", "time", spanText(left))
		}
		return m.t("break")
	}
	return words.Say(m.lang, "segment."+h.Segment.Kind, nil)
}

// seatParts are whose screen it is, where the exercise is, and what is done
// with what one does here.
func (m *Model) seatParts() []string {
	out := []string{m.whoseScreen(), m.st.accent.Render(m.segmentWords())}
	if !m.handedOver() && m.w >= wideWidth {
		out = append(out, m.st.dim.Render(m.t("what you do here is recorded as theirs")))
	}
	return out
}

// whoseScreen is the seat in sight, and who has it to themselves.
func (m *Model) whoseScreen() string {
	role := m.roleTitle(m.seat.role)
	switch name := line(m.myName()); {
	case m.looksOn() && m.w < wideWidth:
		return m.st.bold.Render(m.t("looking on: {role}", "role", role))
	case m.looksOn():
		return m.st.bold.Render(m.t("looking on: {role}", "role", role)) + m.st.dim.Render(" · "+m.sideName(m.view.SideOf(m.seat.role)))
	case name != "":
		return m.st.bold.Render(name) + m.st.dim.Render(" · "+role)
	case m.alone():
		return m.st.bold.Render(role)
	}
	return m.st.bold.Render(m.t("as {role}", "role", role))
}

// askedWhen says by when something is asked, and how long that is.
func (m *Model) askedWhen(by engine.Millis) string {
	if m.now > by {
		return m.t("was asked by {time}", "time", clockText(by))
	}
	return m.t("by {time}, in {span}", "time", clockText(by), "span", spanText(by-m.now))
}

// secondOf is the present second where the details of a subject count down,
// else 0: they are drawn anew only then.
func (m *Model) secondOf(v engine.View, at subject) int64 {
	switch at.kind {
	case onSoFar:
		return m.now / 1000
	case onRequest, onClock:
		if m.countsDown(v, at) {
			return m.now / 1000
		}
	case onCall:
		if c, ok := v.Call(at.id); ok && c.Rings() {
			return m.now / 1000
		}
	case onDelivery:
		if it, ok := v.Delivery(at.id); ok && it.AskBy > 0 && !v.Control() {
			return min(m.now, it.AskBy+1000) / 1000
		}
	}
	return 0
}

// leftOfMessage says at the end of a message what its reader has yet to do
// with it, and with which key.
func (m *Model) leftOfMessage(p *page, v engine.View, it *engine.InboxItem) {
	p.gap()
	if v.Control() || it.Recalled || m.looksOn() {
		p.note(words.Say(m.lang, "status."+statusCode(it.Status), nil))
		return
	}
	switch it.Status {
	case engine.StatusClosed:
		p.note(m.t("Put away."))
	case engine.StatusAcknowledged:
		p.note(m.t("Acknowledged. {key} puts it away.", "key", "c"))
	default:
		p.lit(m.t("Not acknowledged yet: {key} says that you have taken it in.", "key", "a"), m.st.warn)
	}
	for i := range it.Questions {
		r := askedRow{q: &it.Questions[i], delivery: it.ID}
		if !r.open(v) {
			continue
		}
		if len(it.Questions) == 1 {
			p.lit(m.t("Question not answered: {key} answers it.", "key", "r"), m.st.warn)
		} else {
			p.lit(m.t("Question {n} not answered: {key} answers it.", "n", strconv.Itoa(i+1), "key", "r"), m.st.warn)
		}
	}
}

// nextUnread is the oldest message that was not opened, as the place in the
// list; -1 for none.
func (s *seatScreen) nextUnread() int {
	for i := range s.view.InboxLen() {
		if it := s.view.InboxAt(i); it.Status == engine.Unopened && !it.Recalled {
			return s.view.InboxLen() - 1 - i
		}
	}
	return -1
}

func (m *Model) whyNoUnread() string {
	if m.seat.nextUnread() < 0 && m.seat.unlooked(m) == 0 {
		return m.t("everything was opened")
	}
	return ""
}

// nextUnreadKey goes to the next message that was not opened, and opens it: of
// the inbox first, since an inject is what the side is asked to deal with.
func (m *Model) nextUnreadKey() tea.Cmd {
	s := m.seat
	if f, ok := m.top().(*fullDetail); ok {
		m.drop(f)
	}
	next := s.nextUnread()
	if next < 0 {
		m.nextMessage()
		return nil
	}
	s.tab, s.scroll = tabInbox, 0
	s.lists[tabInbox].cursor = next
	return m.openKey()
}

// seatFindForm finds a row of the list that has all the words; of a card, in
// the whole of it.
func (m *Model) seatFindForm() tea.Cmd {
	s := m.seat
	what := newText(m.t("Find"), m.t("words; with nothing typed, the next one"), "")
	f := &form{title: m.t("Find"), fields: []field{what}, send: m.t("find")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		if v := what.value(); v != "" {
			s.find = v
		}
		if s.find == "" {
			return nil, m.t("nothing to find")
		}
		m.drop(f)
		if !s.findNext(m) {
			return nil, m.t("not found: {words}", "words", line(s.find))
		}
		return nil, ""
	}
	return m.open(f)
}

func (m *Model) whyNoList() string {
	if m.seat.lists[m.seat.tab].n == 0 {
		return m.t("there is nothing in this list")
	}
	return ""
}

func (s *seatScreen) findNext(m *Model) bool {
	l := &s.lists[s.tab]
	was := l.cursor
	for d := 1; d <= l.n; d++ {
		l.cursor = (was + d) % l.n
		if match(s.find, s.searched(m, l.cursor)) {
			l.follow, s.scroll = false, 0
			return true
		}
	}
	l.cursor = was
	return false
}

// searched is what is searched of the row under the cursor.
func (s *seatScreen) searched(m *Model, i int) string {
	text := strings.Join(s.row(m, i, 1000, false), " ")
	if s.tab == tabAuthorities || s.tab == tabInbox {
		text += " " + strings.Join(m.details(s.view, s.subject(), textWidth).lines, " ")
	}
	return ansi.Strip(text)
}
