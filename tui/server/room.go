package server

import (
	"cmp"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/engine/session"
	"parley/scenarios/book"
	"parley/tui"
)

var _ tui.Room = (*Server)(nil)

// presence is how a terminal is, and since when.
type presence struct {
	state tui.State
	since time.Time
}

// Fingerprint of the host's key ("SHA256:…").
func (s *Server) Fingerprint() string { return gossh.FingerprintSHA256(s.key.PublicKey()) }

// Ways are the lines to type to join a seat, one for each address of this host.
// There are none before it listens.
func (s *Server) Ways(seat string) []string {
	s.mu.Lock()
	addr, hosts := s.listening, s.opts.Hosts
	s.mu.Unlock()
	if addr == nil {
		return nil
	}
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return nil
	}
	if hosts == nil && !at.Addr().IsUnspecified() {
		hosts = []string{at.Addr().WithZone("").String()}
	}
	var out []string
	for _, h := range hosts {
		out = append(out, book.SSHLine(seat, h, int(at.Port())))
	}
	return out
}

// Terminals are those connected, and those that dropped and whose seat is kept,
// by seat and name.
func (s *Server) Terminals() []tui.Terminal {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.look(s.now())
	var out []tui.Terminal
	for t := range s.terminals {
		if t.place == nil {
			continue
		}
		out = append(out, tui.Terminal{
			ID: t.id, Seat: t.place.seat, Person: t.place.person, Name: t.place.name, Address: t.addr,
			State: t.state.state, Since: t.state.since, Window: t.window.size().String(),
		})
	}
	for _, all := range s.places {
		for _, p := range all {
			if p.at == nil && !p.left {
				out = append(out, tui.Terminal{ID: p.person + "@" + p.seat, Seat: p.seat, Person: p.person, Name: p.name, State: tui.Gone, Since: p.gone})
			}
		}
	}
	slices.SortFunc(out, func(a, b tui.Terminal) int {
		return cmp.Or(cmp.Compare(a.Seat, b.Seat), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Attempts are what came of trying codes, the newest first.
func (s *Server) Attempts() []tui.Attempt {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.limiter.attempts(s.now())
}

// Changed gives a channel that holds a token when any of this may have changed,
// until cancel is called.
func (s *Server) Changed() (changed <-chan struct{}, cancel func()) {
	ch := make(chan struct{}, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[ch] = true
	return ch, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.watchers, ch)
	}
}

// change tells who watches.
func (s *Server) change() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ch := range s.watchers {
		select {
		case ch <- struct{}{}:
		default: // they know already
		}
	}
}

// Code is a seat's join code, if it was made since this host began.
func (s *Server) Code(seat string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.codes[seat].full
}

// NewCode makes a new one. The old one opens nothing any longer; who sits there
// stays.
func (s *Server) NewCode(seat string) (string, error) {
	if !s.isSeat(seat) {
		return "", noSeat(seat)
	}
	full, kept := session.NewCode(), session.Codes{}
	if err := kept.Keep(seat, full); err != nil {
		return "", err
	}
	s.mu.Lock()
	s.opts.Desk.KeepCodes(kept)
	s.codes[seat] = code{full: full, number: s.codes[seat].number + 1}
	s.limiter.unlock(seat)
	delete(s.names, seat)
	s.mu.Unlock()
	s.change()
	return full, nil
}

func noSeat(seat string) error { return fmt.Errorf("this exercise has no seat %q", seat) }

var errNotThere = errors.New("that terminal is not there any longer")

// Remove closes a terminal and empties the seat.
func (s *Server) Remove(terminal string) error {
	s.mu.Lock()
	t, p := s.find(terminal)
	if t != nil {
		t.removed = true
	} else if p != nil {
		p.left = true
	}
	s.mu.Unlock()
	switch {
	case t != nil:
		t.end(s.t("The facilitator has closed this terminal. What you were writing is kept."))
	case p != nil:
		s.leave(p)
		s.change()
	default:
		return errNotThere
	}
	return nil
}

// find is a terminal by its name, or the place of one who is gone. The lock is
// held.
func (s *Server) find(id string) (*terminal, *place) {
	for t := range s.terminals {
		if t.id == id && t.place != nil {
			return t, nil
		}
	}
	for _, all := range s.places {
		for _, p := range all {
			if p.at == nil && p.person+"@"+p.seat == id {
				return nil, p
			}
		}
	}
	return nil, nil
}

// Move takes a person to another seat; their screen becomes that seat's.
func (s *Server) Move(terminal, seat string) error {
	s.mu.Lock()
	t, err := s.moves(terminal, seat)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	t.swap()
	return nil
}

// moves keeps a place for who is moved. The lock is held.
func (s *Server) moves(terminal, seat string) (*terminal, error) {
	t, gone := s.find(terminal)
	switch {
	case gone != nil:
		return nil, fmt.Errorf("%s is not connected: give them the other seat's slip instead", gone.name)
	case t == nil:
		return nil, errNotThere
	case !s.isSeat(seat):
		return nil, noSeat(seat)
	case seat == engine.SeatProjector || t.place.seat == engine.SeatProjector:
		return nil, errors.New("the projector is nobody's seat: close it, and join as somebody else")
	case t.place.seat == seat:
		return nil, fmt.Errorf("%s sits there already", t.place.name)
	case t.moving != nil:
		return nil, fmt.Errorf("%s is being moved already", t.place.name)
	case s.full(seat):
		return nil, fmt.Errorf("%s has no free place: move or remove who sits there first", seat)
	}
	p := s.placeOf(seat, t.place.name)
	if p != nil && p.at != nil {
		return nil, fmt.Errorf("somebody called %s sits there already", p.name)
	}
	if p == nil {
		p = s.newPlace(seat, t.place.name)
		p.person = t.place.person // the same person, as the record has it
	}
	p.at, p.left = t, false
	t.moving = p
	return t, nil
}
