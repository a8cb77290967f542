package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"parley/engine"
	"parley/engine/session"
	"parley/scenarios/book"
	"parley/tui"
	"parley/tui/server"
)

// closingTime is how long terminals may take to be told and closed. What is
// accepted is on disk by then.
const closingTime = 5 * time.Second

// guests are those at terminals of their own, while an exercise runs. There are
// none without --listen.
type guests struct {
	room tui.Room
	log  *hostLog
	stop context.CancelFunc
	done chan struct{}
	err  error // why nobody can join any longer, once done is closed
}

// letIn begins to let people in; nil without --listen.
func (s *show) letIn(ctx context.Context, live *session.Session) (*guests, error) {
	b := s.lobby
	if b == nil {
		return nil, nil
	}
	if b.codes != nil {
		s.desk.KeepCodes(b.codes)
	}
	log := &hostLog{out: s.cmd.ErrOrStderr(), on: s.f.headless}
	srv, err := server.New(server.Options{
		Session: live, Desk: s.desk, Codes: b.full, Keys: b.keys, HostKey: hostKeyPath(), Hosts: b.hosts, MaxSeats: b.flags.maxSeats,
		Screen: tui.Options{Lang: s.f.lang, NoBell: s.f.noBell}, Log: log.line,
	})
	if err != nil {
		return nil, err
	}
	if err := b.writeSlips(); err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	g := &guests{room: anyRoom(srv), log: log, stop: stop, done: make(chan struct{})}
	go func() {
		defer close(g.done)
		g.err = srv.Serve(ctx, b.l)
	}()
	s.sayWays()
	return g, nil
}

// sayWays says how people join.
func (s *show) sayWays() {
	var without []string
	codes := s.desk.Codes()
	for _, seat := range seatsOf(s.lobby.sc) {
		if _, ok := codes[seat]; !ok && s.lobby.full[seat] == "" {
			without = append(without, seat)
		}
	}
	s.lobby.say(func(format string, args ...any) { tell(s.cmd.ErrOrStderr(), format, args...) }, without)
}

// close tells those who are there, and closes their terminals.
func (g *guests) close() {
	if g == nil {
		return
	}
	g.stop()
	select {
	case <-g.done:
	case <-time.After(closingTime):
	}
}

// ended is closed when nobody can join any longer, and nil without --listen.
func (g *guests) ended() <-chan struct{} {
	if g == nil {
		return nil
	}
	return g.done
}

// consoleRoom is what the console shows of the guests, nil if there are none.
func (g *guests) consoleRoom() tui.Room {
	if g == nil {
		return nil
	}
	return g.room
}

// withoutScreen goes on after the console was closed, until it is stopped.
func (s *show) withoutScreen(ctx context.Context, live *session.Session, g *guests) error {
	errOut := s.cmd.ErrOrStderr()
	// Nobody sits at this computer any longer.
	leave := engine.Command{By: person, Seat: s.f.seat, Said: engine.SaidNow, Op: engine.Leave{Person: person}}
	if _, err := live.Do(ctx, leave); err != nil {
		return err
	}
	tell(errOut, "The console is closed, and the exercise goes on. A facilitator joins with, and the code of %s:", s.f.seat)
	for _, host := range s.lobby.hosts {
		tell(errOut, "  %s", book.SSHLine(s.f.seat, host, s.lobby.port))
	}
	tell(errOut, "Ctrl-C here stops Parley for everyone.")
	g.log.begin()
	return s.follow(ctx, live, g)
}

// hostLog says what the one who runs the host may want to know, once nothing
// else has the screen.
type hostLog struct {
	mu  sync.Mutex
	out io.Writer
	on  bool
}

func (l *hostLog) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.on = true
}

// line says one line, with the hour of the day.
func (l *hostLog) line(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.on {
		_, _ = fmt.Fprintf(l.out, "%s  %s\n", time.Now().Format("15:04:05"), text) // best effort: nobody else is to be told
	}
}

func anyRoom(s any) tui.Room { r, _ := s.(tui.Room); return r }
