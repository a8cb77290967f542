package server

import (
	"context"
	"time"

	"parley/tui"
)

// sweeper looks now and then at who is where, until ctx is done.
func (s *Server) sweeper(ctx context.Context) {
	ticks := time.NewTicker(s.pace.sweep)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
			s.sweep(s.now())
		}
	}
}

// sweep sees who has gone for good, who has been at the door for too long, and
// tells who watches if anybody's state is another.
func (s *Server) sweep(now time.Time) {
	s.mu.Lock()
	changed := s.look(now) || s.tried
	s.tried = false
	var away []*place
	for _, all := range s.places {
		for _, p := range all {
			if p.at == nil && !p.due.IsZero() && !now.Before(p.due) {
				p.due = time.Time{}
				away = append(away, p)
			}
		}
	}
	var late []*terminal
	for t := range s.terminals {
		if t.place == nil && now.Sub(t.began) > s.pace.entering {
			late = append(late, t)
		}
	}
	s.mu.Unlock()
	for _, p := range away {
		go func() { // a disk may be slow
			defer s.recovered("leaving a seat")
			s.leave(p)
		}()
	}
	for _, t := range late {
		t.end(s.t("You took your time. Connect again when you are ready."))
	}
	if changed || len(away) > 0 {
		s.change()
	}
}

// look brings the states of the terminals up to date, and reports whether any
// is another one. The lock is held.
func (s *Server) look(now time.Time) (changed bool) {
	for t := range s.terminals {
		if t.place == nil {
			continue
		}
		next := presence{state: tui.Connected, since: t.state.since}
		pressed := t.in.idleSince()
		if now.Sub(pressed) >= tui.IdleAfter {
			next = presence{tui.Idle, pressed}
		}
		if stuck := t.out.stuck(); !stuck.IsZero() && now.Sub(stuck) >= tui.LagAfter {
			next = presence{tui.Lagging, stuck}
		}
		if next.state == t.state.state {
			continue
		}
		if next.state == tui.Connected {
			next.since = now
		}
		t.state = next
		changed = true
	}
	return changed
}
