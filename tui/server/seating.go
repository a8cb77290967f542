package server

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"parley/engine"
	"parley/scenarios"
	"parley/tui"
)

// How many are kept, and how many may wait.
const (
	// keptFor is how many people are remembered at a seat for each that may sit
	// there at once, and keptStaff at one of the staff's. Of more, whoever has
	// been gone longest is forgotten; their drafts are not.
	keptFor   = 3
	keptStaff = 24
	// maxNames is how many names may be given at a seat with one code: each
	// stands in the record for good.
	maxNames = 60
	// maxEntering is how many may be asked for their name at a seat at once.
	maxEntering = 8
	// moreForLeads is how many facilitators get in although the host has as
	// many terminals as it takes.
	moreForLeads = 50
)

// place is one person at one seat: whoever has given that name there. It is kept
// while they are away, with the screen as they left it.
type place struct {
	seat, name string
	person     string // as the record names them

	// Under Server.mu:
	at   *terminal // where they are now, nil if they are not
	gone time.Time // since when they are not
	left bool      // they said that they leave
	due  time.Time // when the record has them leave, if they are not back

	screen *tui.Model // used by who is at the terminal alone

	recording sync.Mutex // held while the record is told
	sits      bool       // the record has them sitting; under recording
}

// Why somebody can't sit down.
var (
	errHere  = errors.New("that person is here at another terminal")
	errFull  = errors.New("as many sit there as may")
	errNames = errors.New("more names were given at this seat than anyone needs")
	errMost  = errors.New("the host has as many terminals as it takes")
)

// people is how many may sit at a seat at once, 0 for any number.
func (s *Server) people(seat string) int {
	i := slices.IndexFunc(s.scenario.Roles, func(r scenarios.Role) bool { return r.ID == seat })
	if i < 0 {
		return 0
	}
	return max(1, s.scenario.Roles[i].People)
}

// placeOf is a person's place at a seat, nil if there is none. The lock is held.
func (s *Server) placeOf(seat, name string) *place {
	for _, p := range s.places[seat] {
		if sameName(p.name, name) {
			return p
		}
	}
	return nil
}

// sitting are those who are at a seat now. The lock is held.
func (s *Server) sitting(seat string) []*place {
	var out []*place
	for _, p := range s.places[seat] {
		if p.at != nil {
			out = append(out, p)
		}
	}
	return out
}

// full reports whether nobody else may sit down at a seat. The lock is held.
func (s *Server) full(seat string) bool {
	n := s.people(seat)
	return n > 0 && len(s.sitting(seat)) >= n
}

// crowded reports whether the host has as many terminals as it takes. The lock
// is held.
func (s *Server) crowded(seat string) bool {
	most := s.opts.MaxSeats
	if engine.Leads(seat) {
		most += moreForLeads
	}
	n := 0
	for t := range s.terminals {
		if t.place != nil {
			n++
		}
	}
	return n >= most
}

// take gives a person their place at a seat. takeOver names whose terminal is
// to be closed for it; it returns when that has ended, so that never two are
// where one may be.
func (s *Server) take(t *terminal, seat, name, takeOver string) (*place, error) {
	for {
		p, other, err := s.tryTake(t, seat, name, takeOver)
		if other == nil {
			return p, err
		}
		other.end(s.t("{name} has taken this seat over from another terminal.", "name", name))
		select {
		case <-other.done:
		case <-t.ctx.Done():
			return nil, t.ctx.Err()
		}
	}
}

// tryTake is one attempt: a place, or whose terminal has to end first.
func (s *Server) tryTake(t *terminal, seat, name, takeOver string) (p *place, other *terminal, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p = s.placeOf(seat, name)
	switch {
	case p != nil && p.at != nil:
		if !sameName(takeOver, name) {
			return nil, nil, errHere
		}
		return nil, p.at, nil
	case s.full(seat):
		for _, o := range s.sitting(seat) {
			if takeOver != "" && sameName(o.name, takeOver) {
				return nil, o.at, nil
			}
		}
		return nil, nil, errFull
	case s.crowded(seat):
		return nil, nil, errMost
	case s.closing:
		return nil, nil, context.Canceled
	case p == nil && s.names[seat] >= maxNames:
		return nil, nil, errNames
	}
	if p == nil {
		s.names[seat]++
		p = s.newPlace(seat, name)
	}
	p.at, p.left = t, false
	t.place, t.state = p, presence{tui.Connected, s.now()}
	return p, nil, nil
}

// newPlace remembers a person at a seat. The lock is held.
func (s *Server) newPlace(seat, name string) *place {
	most := keptStaff
	if n := s.people(seat); n > 0 {
		most = keptFor * n
	}
	if len(s.places[seat]) >= most {
		oldest := -1
		for i, p := range s.places[seat] {
			if p.at == nil && (oldest < 0 || p.gone.Before(s.places[seat][oldest].gone)) {
				oldest = i
			}
		}
		if oldest >= 0 {
			go s.leave(s.places[seat][oldest])
			s.places[seat] = slices.Delete(s.places[seat], oldest, oldest+1)
		}
	}
	p := &place{seat: seat, name: name, person: "p-" + randomLetters(8)}
	s.places[seat] = append(s.places[seat], p)
	return p
}

// join has the record say that a person sits down, if it does not yet. Those
// who are away give way first, where not all have room.
func (s *Server) join(ctx context.Context, p *place) error {
	s.mu.Lock()
	n := s.people(p.seat)
	var away []*place
	if n > 0 {
		for _, o := range s.places[p.seat] {
			if o.at == nil {
				away = append(away, o)
			}
		}
		if len(away) > 0 && len(s.sitting(p.seat)) < n {
			away = nil
		}
	}
	s.mu.Unlock()
	for _, o := range away {
		s.leave(o)
	}
	p.recording.Lock()
	defer p.recording.Unlock()
	if p.sits {
		return nil
	}
	_, err := s.opts.Session.Do(ctx, engine.Command{By: p.person, Seat: p.seat, Said: engine.SaidNow, Op: engine.Join{Person: p.person, Name: p.name}})
	p.sits = err == nil
	return err
}

// leave has the record say that a person has left, if they are not back.
func (s *Server) leave(p *place) {
	p.recording.Lock()
	defer p.recording.Unlock()
	s.mu.Lock()
	back := p.at != nil
	s.mu.Unlock()
	if back || !p.sits {
		return
	}
	_, err := s.opts.Session.Do(context.Background(), engine.Command{By: p.person, Seat: p.seat, Said: engine.SaidNow, Op: engine.Leave{Person: p.person}})
	if err != nil {
		s.log("That %s left %s could not be recorded: %v", p.name, p.seat, err)
		return
	}
	p.sits = false
}

// vacate is when a terminal no longer is at a place: for now, or because its
// person leaves.
func (s *Server) vacate(t *terminal, p *place, leaves bool) {
	s.mu.Lock()
	if p.at == t {
		p.at, p.gone, p.left = nil, s.now(), leaves
		p.due = p.gone.Add(s.pace.grace)
	}
	if t.place == p {
		t.place = nil
	}
	s.mu.Unlock()
	if leaves {
		s.leave(p)
	}
	s.change()
}

// come lets a terminal in as far as its seat's entry; why not, if it can't.
func (s *Server) come(t *terminal) (why string) {
	if !s.admitted(t.conn) {
		return s.t("The code for this seat has changed: ask your facilitator for the new one.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return s.t("The host is closing.")
	}
	n := 0
	for o := range s.terminals {
		if o.place == nil && o.conn.User() == t.conn.User() {
			n++
		}
	}
	if n >= maxEntering {
		return s.t("Too many are at the door of this seat. Try again in a minute.")
	}
	s.terminals[t] = true
	return ""
}

// free forgets a terminal that has ended.
func (s *Server) free(t *terminal) {
	s.mu.Lock()
	delete(s.terminals, t)
	at, to := t.place, t.moving
	s.mu.Unlock()
	for _, p := range [...]*place{at, to} {
		if p != nil {
			s.vacate(t, p, false)
		}
	}
	s.change()
}
