package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/engine/session"
	"parley/scenarios"
	"parley/tui"
)

// Options are what a server is made of.
type Options struct {
	// Session that people join, and the desk of its transcript, which has the
	// hashed codes.
	Session *session.Session
	Desk    *session.Desk
	// Codes are those known in full, by seat, for facilitators to look up;
	// they are kept in the desk too. Nil: none.
	Codes map[string]string
	// Keys are public keys that open seats without a code, from ReadKeys.
	Keys Keys
	// HostKey is the file of the host's key, made if it is not there (0600).
	HostKey string
	// Hosts are the names or addresses by which people reach this computer, for
	// screens; if nil, the one address that it listens at.
	Hosts []string
	// MaxSeats is how many people may be connected at once, 0 for 500.
	// Facilitators get in all the same.
	MaxSeats int
	// Screen is how screens begin: Lang, NoBell. Seat, Person, Room and what
	// belongs to a terminal is filled for each.
	Screen tui.Options
	// Log is told of what the one who runs the host may want to know, a line at
	// a time; nil for nobody.
	Log func(line string)
	// Now is the wall clock, time.Now if nil.
	Now func() time.Time
}

// defaultSeats is how many may be connected at once if nothing is said of it.
const defaultSeats = 500

// pace is how long things take.
type pace struct {
	getIn     time.Duration // from knocking to having a terminal
	keepAlive time.Duration // between two looks whether a client is there
	dead      time.Duration // without an answer
	patience  time.Duration // with a client that is to go
	grace     time.Duration // until the record has somebody who dropped leave
	resumed   time.Duration // the same after the host was started again
	entering  time.Duration // that somebody may think about their name
	resize    time.Duration // between two sizes of a window
	sweep     time.Duration // between two looks at who is where

	// wait lets time pass, until somebody has gone.
	wait func(gone <-chan struct{}, d time.Duration)
}

func realPace() pace {
	return pace{
		getIn: time.Minute, keepAlive: 10 * time.Second, dead: 30 * time.Second, patience: 2 * time.Second,
		grace: 30 * time.Second, resumed: time.Minute, entering: 10 * time.Minute,
		resize: 100 * time.Millisecond, sweep: 500 * time.Millisecond, wait: wait,
	}
}

// Server lets people in. It is a [tui.Room].
type Server struct {
	opts     Options
	scenario *scenarios.Scenario
	key      gossh.Signer
	now      func() time.Time
	pace     pace
	door     *door
	ssh      *ssh.Server
	hashing  chan struct{}
	buffers  sync.Pool

	mu        sync.Mutex
	limiter   *limiter
	codes     map[string]code
	places    map[string][]*place
	names     map[string]int // how many new ones were given at a seat with its code
	tried     bool           // a code, in vain, since the last sweep
	terminals map[*terminal]bool
	watchers  map[chan struct{}]bool
	listening net.Addr
	closing   bool
}

// code of a seat, as far as it is known.
type code struct {
	full   string // "" where only its hash is
	number int    // counts the seat's codes since this host began
}

// New makes a server; nothing listens yet. The host's key is read or made, and
// the codes that are known are kept in the desk.
func New(opts Options) (*Server, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.MaxSeats == 0 {
		opts.MaxSeats = defaultSeats
	}
	key, err := hostKey(opts.HostKey)
	if err != nil {
		return nil, err
	}
	s := &Server{
		opts: opts, scenario: opts.Session.Scenario(), key: key, now: opts.Now, pace: realPace(), door: &door{},
		hashing: make(chan struct{}, max(2, runtime.GOMAXPROCS(0))), limiter: newLimiter(), codes: map[string]code{},
		places: map[string][]*place{}, names: map[string]int{}, terminals: map[*terminal]bool{}, watchers: map[chan struct{}]bool{},
	}
	if err := s.keepCodes(); err != nil {
		return nil, err
	}
	s.remember()
	return s, nil
}

// keepCodes sees that the desk has the codes that are known in full.
func (s *Server) keepCodes() error {
	have, missing := s.opts.Desk.Codes(), session.Codes{}
	for seat, full := range s.opts.Codes {
		if !s.isSeat(seat) {
			return fmt.Errorf("there is a code for %q, and this exercise has no such seat", seat)
		}
		s.codes[seat] = code{full: full}
		if have.Match(seat, full) == session.CodeRight {
			continue
		}
		if err := missing.Keep(seat, full); err != nil {
			return err
		}
	}
	if len(missing) > 0 {
		s.opts.Desk.KeepCodes(missing)
	}
	return nil
}

// remember takes up whom the record knows: who has sat at a terminal once is the
// same person when they come again, and who still sits there as it says is
// waited for.
func (s *Server) remember() {
	now := s.now()
	for _, p := range s.opts.Session.People() {
		if p.Bot || !isPerson(p.Person) || !s.isSeat(p.Seat) {
			continue
		}
		s.places[p.Seat] = append(s.places[p.Seat], &place{
			seat: p.Seat, name: p.Name, person: p.Person, sits: p.Sits, gone: now, left: !p.Sits, due: now.Add(s.pace.resumed),
		})
	}
}

// Serve lets people in until ctx is done or the listener fails; then it tells
// those who are there, closes their terminals, and returns when all are closed.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	inner, err := wish.NewServer(
		wish.WithVersion("Parley"),
		func(srv *ssh.Server) error {
			srv.AddHostKey(s.key)
			srv.ServerConfigCallback = s.config
			srv.ConnCallback = func(ctx ssh.Context, nc net.Conn) net.Conn {
				c := s.door.let(nc, s.pace.getIn)
				ctx.SetValue(connKey{}, c)
				return c
			}
			// These and no others: what is not in the maps is refused.
			srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.session}
			srv.RequestHandlers = map[string]ssh.RequestHandler{}
			srv.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
			return nil
		})
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.ssh, s.listening = inner, l.Addr()
	s.mu.Unlock()
	s.change()
	defer context.AfterFunc(ctx, func() { _ = l.Close() })()
	sweeping, stop := context.WithCancel(context.Background())
	defer stop()
	go s.sweeper(sweeping)
	err = inner.Serve(l)
	s.shutDown()
	if ctx.Err() != nil || errors.Is(err, ssh.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("nobody can join any longer: %w", err)
}

// shutDown tells everyone, and returns when all terminals are closed.
func (s *Server) shutDown() {
	s.mu.Lock()
	s.closing = true
	all := make([]*terminal, 0, len(s.terminals))
	for t := range s.terminals {
		all = append(all, t)
	}
	s.mu.Unlock()
	for _, t := range all {
		t.end(s.t("The host has closed {title}. What you were writing is kept; it goes on when the host opens it again.", "title", s.title()))
	}
	s.await(all, 3*s.pace.patience)
	_ = s.ssh.Close() // what may be left
	s.door.close()
}

// await waits for terminals to end, but not for ever: a disk may hang.
func (s *Server) await(all []*terminal, most time.Duration) {
	late := time.NewTimer(most)
	defer late.Stop()
	for _, t := range all {
		select {
		case <-t.done:
			<-t.ctx.Done() // it hangs up next
		case <-late.C:
			s.log("Not every terminal could be closed in time.")
			return
		}
	}
}

// isSeat reports whether the exercise has a seat.
func (s *Server) isSeat(seat string) bool { return engine.IsSeat(s.scenario, seat) }

// log tells the one who runs the host.
func (s *Server) log(format string, args ...any) {
	if s.opts.Log != nil {
		s.opts.Log(fmt.Sprintf(format, args...))
	}
}

// recovered keeps a panic where it happened; it is to be deferred.
func (s *Server) recovered(where string) {
	if what := recover(); what != nil {
		s.fell(where, what)
	}
}

// fell logs what a panic said, on one line.
func (s *Server) fell(where string, what any) {
	s.log("Parley made a mistake in %s, which was closed; the exercise goes on. Please report: %v %q", where, what, debug.Stack())
}
