package tui

import tea "charm.land/bubbletea/v2"

// small reports whether there is too little room to draw a screen.
func (m *Model) small() bool { return m.w < leastWidth || m.h < leastHeight }

// smallKey takes a key while nothing can be seen: what one can't see one
// neither chooses nor sends. Freezing works, for it asks nothing. Leaving takes
// the key twice, in place of the question.
func (m *Model) smallKey(msg tea.KeyPressMsg) tea.Cmd {
	again := m.leaving
	m.leaving = false
	k, writing := msg.String(), m.topForm() != nil
	switch {
	case m.mayLeave() && (k == "ctrl+c" || k == "q" && !writing):
		if again {
			m.leaveOthers()
			return m.leave()
		}
		m.leaving = true
	case k == "F" && !writing:
		return m.press(m.screenScope(), msg)
	}
	return nil
}
