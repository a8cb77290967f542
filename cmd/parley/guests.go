package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"parley/engine"
	"parley/engine/session"
	"parley/engine/words"
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
	g := &guests{room: srv, log: log, stop: stop, done: make(chan struct{})}
	changed, cancel := srv.Changed()
	go log.follow(ctx, srv, changed)
	go func() {
		defer close(g.done)
		defer cancel()
		g.err = srv.Serve(ctx, b.l)
	}()
	s.sayWays()
	if s.f.headless {
		s.sayLead()
	}
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

// sayLead says how somebody leads the exercise from elsewhere.
func (s *show) sayLead() {
	errOut := s.cmd.ErrOrStderr()
	tell(errOut, "A facilitator joins with the code of %s:", s.f.seat)
	for _, host := range s.lobby.hosts {
		tell(errOut, "  %s", book.SSHLine(s.f.seat, host, s.lobby.port))
	}
	tell(errOut, "Ctrl-C here stops Parley for everyone.")
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

// say says how the exercise goes on, with the hour of the day where people come
// and go.
func (g *guests) say(out io.Writer, text string) {
	if g == nil {
		tell(out, "%s", text)
		return
	}
	g.log.line(text)
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
	tell(errOut, "The console is closed, and the exercise goes on.")
	s.sayLead()
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

// follow says who comes and goes, until everybody has to.
func (l *hostLog) follow(ctx context.Context, room tui.Room, changed <-chan struct{}) {
	here := map[string]tui.Terminal{}
	for _, t := range room.Terminals() {
		here[t.Person+"@"+t.Seat] = t // whom the record knows is no news
	}
	for {
		select {
		case <-changed:
		case <-ctx.Done():
			return
		}
		if now := room.Terminals(); ctx.Err() == nil {
			here = l.comings(here, now)
		}
	}
}

// comings says what is new of who is where, and gives it back by person and
// seat.
func (l *hostLog) comings(before map[string]tui.Terminal, now []tui.Terminal) map[string]tui.Terminal {
	here := make(map[string]tui.Terminal, len(now))
	for _, t := range now {
		id := t.Person + "@" + t.Seat
		if was, ok := here[id]; ok && was.State != tui.Gone {
			continue
		}
		here[id] = t
	}
	for id, t := range here {
		was, knew := before[id]
		switch who := nameOf(t); {
		case t.State == tui.Gone && knew && was.State != tui.Gone:
			l.line(who + " has lost the connection; the seat is kept: " + t.Seat)
		case t.State != tui.Gone && knew && was.State == tui.Gone:
			l.line(who + " is back, from " + t.Address + ": " + t.Seat)
		case t.State != tui.Gone && !knew:
			l.line(who + " has joined, from " + t.Address + ": " + t.Seat)
		}
	}
	for id, t := range before {
		if _, ok := here[id]; !ok {
			l.line(nameOf(t) + " has left: " + t.Seat)
		}
	}
	return here
}

// nameOf is what a person is called, on one line.
func nameOf(t tui.Terminal) string {
	if t.Name == "" {
		return "Somebody"
	}
	return words.HarmlessLine(t.Name)
}
