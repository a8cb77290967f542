package server

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/tui"
)

// project shows the wall, which is nobody's seat: no name is asked for.
func (t *terminal) project() {
	s := t.srv
	s.mu.Lock()
	if s.crowded(engine.SeatProjector) {
		s.mu.Unlock()
		t.seated(nil, errMost)
		return
	}
	t.place = &place{seat: engine.SeatProjector, at: t}
	t.state = presence{tui.Connected, s.now()}
	s.mu.Unlock()
	s.change()
	t.run(newWall(s, t))
}

// newWall is the wall's screen.
func newWall(s *Server, _ *terminal) tea.Model { return wallStandIn{s.title()} }

type wallStandIn struct{ title string }

func (wallStandIn) Init() tea.Cmd { return nil }

func (w wallStandIn) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "q" || k.String() == "ctrl+c") {
		return w, tea.Quit
	}
	return w, nil
}

func (w wallStandIn) View() tea.View {
	v := tea.NewView("EXERCISE · " + w.title)
	v.AltScreen = true
	return v
}
