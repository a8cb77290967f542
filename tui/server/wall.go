package server

import (
	"parley/engine"
	"parley/tui"
)

// project shows the wall, which is nobody's seat: no name is asked for, and the
// record knows nothing of it.
func (t *terminal) project() {
	s := t.srv
	s.mu.Lock()
	if s.crowded(engine.SeatProjector) {
		s.mu.Unlock()
		t.seated(nil, errMost)
		return
	}
	p := &place{seat: engine.SeatProjector, at: t}
	t.place, t.state = p, presence{tui.Connected, s.now()}
	s.mu.Unlock()
	s.change()
	w := tui.NewWall(s.opts.Session, s.screen(t, p))
	t.run(w)
	w.Detach()
}
