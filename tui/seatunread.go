package tui

import "parley/engine"

// lookedKeys are what the desk keeps of the messages looked at: by seat, the
// last one.
const lookedKeys = "looked/"

// newMessages are the messages of others that came since the tab of messages
// was last looked at.
type newMessages struct {
	looked string // the last one that was looked at
	n      int
	first  int // place of the oldest, from the oldest of all
}

func (c *newMessages) count(v engine.View, role string) {
	c.n = 0
	for i := v.MessagesLen() - 1; i >= 0; i-- {
		msg := v.MessageAt(i)
		if msg.ID == c.looked {
			return
		}
		if msg.From != role {
			c.n++
			c.first = i
		}
	}
}

// recallLooked takes in which messages the one before the screen has looked
// at. Who gives no command at a seat has nothing to read there in time.
func (m *Model) recallLooked() {
	s := m.seat
	if s == nil {
		return
	}
	s.messages.looked = m.recall(lookedKeys + s.role)
	s.messages.count(s.view, s.role)
}

// looksAtMessages keeps that the messages in sight, if they are, were looked
// at. It is asked after a key: what comes while nobody touches one is new.
func (m *Model) looksAtMessages() {
	if s := m.seat; s != nil && s.tab == tabMessages && m.top() == nil && !m.small() {
		m.lookedUpTo(s.view.MessagesLen() - 1)
	}
}

// lookedUpTo keeps that the messages up to a place were looked at.
func (m *Model) lookedUpTo(at int) {
	s := m.seat
	if s.messages.n == 0 || at < s.messages.first || m.looksOn() {
		return
	}
	s.messages.looked = s.view.MessageAt(at).ID
	s.messages.count(s.view, s.role)
	m.keep(lookedKeys+s.role, s.messages.looked)
}

// unlooked is how many messages are new to the one before the screen.
func (s *seatScreen) unlooked(m *Model) int {
	if m.looksOn() {
		return 0
	}
	return s.messages.n
}

// nextMessage goes to the oldest message that is new, and opens it.
func (m *Model) nextMessage() {
	s := m.seat
	at := s.messages.first
	s.tab, s.scroll = tabMessages, 0
	s.lists[tabMessages].cursor = s.view.MessagesLen() - 1 - at
	m.lay(&fullDetail{at: m.at()})
	m.lookedUpTo(at)
}

// cameNotice says to one who still reads the briefing that a message has come.
func (s *seatScreen) cameNotice(m *Model) string {
	if s.tab != tabBriefing || m.looksOn() || s.unread == 0 && s.messages.n == 0 {
		return ""
	}
	return m.st.warn.Render(" " + m.t("A message has come: {key} opens it.", "key", "n"))
}
