package server

import (
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
	o := s.opts.Screen
	o.NoColor = t.noColor
	wall := tui.NewWall(s.opts.Session, o)
	defer wall.Detach()
	t.run(wall)
}
