package server

import (
	"errors"

	"parley/engine"
	"parley/tui"
)

// visit leads who has got in to their seat, and to the seats that they are
// moved to, until they leave or are told to.
func (t *terminal) visit() {
	s := t.srv
	if t.conn.User() == engine.SeatProjector {
		t.project()
		return
	}
	p := t.enter()
	for p != nil {
		if err := s.join(t.ctx, p); err != nil {
			if t.ctx.Err() == nil {
				s.log("%s can't sit down at %s: %v", p.name, p.seat, err)
				t.end(s.t("The exercise takes nobody in now: {why}", "why", err.Error()))
			}
			return
		}
		s.change()
		t.sit(p)
		p = t.next()
	}
}

// enter asks who it is, until they have a place or leave.
func (t *terminal) enter() *place {
	s, seat := t.srv, t.conn.User()
	if name := t.conn.Permissions.Extensions[noteName]; name != "" {
		// A key is one person's: their other terminal is given up for this one.
		if p, err := s.take(t, seat, name, name); !errors.Is(err, errFull) {
			return t.seated(p, err)
		}
	}
	for !t.isEnding() {
		e := tui.NewEntry(s.entry(seat))
		if !t.run(e) {
			return nil
		}
		given, takeOver, ok := e.Result()
		name, valid := cleanName(given)
		switch {
		case !ok || !valid:
			return nil
		case !s.admitted(t.conn):
			t.end(s.t("The code for this seat has changed: ask your facilitator for the new one."))
			return nil
		}
		p, err := s.take(t, seat, name, takeOver)
		if !errors.Is(err, errHere) && !errors.Is(err, errFull) {
			return t.seated(p, err)
		}
		// Somebody was faster: ask again, with what is so now.
	}
	return nil
}

// seated is the place that somebody got, or nil and the word why not.
func (t *terminal) seated(p *place, err error) *place {
	switch {
	case errors.Is(err, errMost):
		t.end(t.srv.t("This host has as many terminals as it takes. Tell your facilitator."))
	case errors.Is(err, errNames):
		t.end(t.srv.t("More names were given at this seat than anyone needs. Take one that is known there, or ask your facilitator for a new code."))
	}
	return p
}

// entry is what the entry to a seat says.
func (s *Server) entry(seat string) tui.EntryOptions {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := tui.EntryOptions{Title: s.title(), Seat: s.seatTitle(seat), Lang: s.lang(), Full: s.full(seat)}
	for _, p := range s.places[seat] {
		k := tui.Known{Name: p.name, Here: p.at != nil, Since: p.gone}
		if p.at != nil {
			k.Since = p.at.state.since
		}
		o.Known = append(o.Known, k)
	}
	return o
}

// sit shows a person the screen of their seat, until it ends.
func (t *terminal) sit(p *place) {
	s := t.srv
	if p.screen == nil {
		p.screen = tui.New(s.opts.Session.At(p.seat, p.person), s.screen(t, p))
	} else {
		p.screen.Attach()
	}
	whole := t.run(p.screen)
	left := whole && p.screen.Left()
	if whole {
		p.screen.Detach()
	} else {
		p.screen = nil // whatever it was, it is not shown again
	}
	if left {
		t.end(s.t("You have left {title}. The same line and code bring you back.", "title", s.title()))
	}
	s.mu.Lock()
	out := t.moving != nil || t.removed
	s.mu.Unlock()
	s.vacate(t, p, left || out)
}

// next is the place that somebody is moved to, nil if they are not.
func (t *terminal) next() *place {
	s := t.srv
	s.mu.Lock()
	p := t.moving
	t.moving = nil
	if p != nil {
		t.place = p
	}
	s.mu.Unlock()
	if p == nil || t.isEnding() {
		return nil
	}
	if p.screen == nil {
		p.screen = tui.New(s.opts.Session.At(p.seat, p.person), s.screen(t, p))
	}
	p.screen.Told(s.t("You are moved to this seat. Ask for its slip, to come back with."))
	return p
}

// screen is how a seat's screen begins at a terminal.
func (s *Server) screen(t *terminal, p *place) tui.Options {
	o := s.opts.Screen
	o.Seat, o.Remote, o.Person = p.seat, true, "@"+p.name
	o.In, o.Out, o.Env, o.NoColor = nil, nil, []string{}, t.noColor
	o.Desk, o.Plain, o.Practice, o.News, o.Now = s.opts.Desk, false, false, "", s.now
	o.Room = nil
	if engine.Leads(p.seat) {
		o.Room = s
	}
	return o
}
