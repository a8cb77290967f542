package session

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"parley/engine"
	"parley/engine/bots"
)

const (
	// markEvery is how much wall time a crash may take from the clock.
	markEvery = 5 * time.Second
	// maxBatch is how many commands are decided before they are synced.
	maxBatch = 1000
)

// Session is a live exercise. Its methods may be called from any goroutine.
type Session struct {
	rec    *Record
	driver *bots.Driver
	path   string
	now    func() time.Time

	in    chan request
	quit  chan struct{}
	done  chan struct{}
	frame atomic.Pointer[engine.Frame]
	fault atomic.Pointer[error]

	lastWall int64 // of the last line written

	mu       sync.Mutex
	watchers map[string]*watched // by seat
	closing  sync.Once
}

// request is a command that waits for its answer, or a question to the loop.
type request struct {
	cmd    engine.Command
	ask    func(x *engine.Exercise, t engine.Millis)
	answer chan reply
}

type reply struct {
	answer engine.Answer
	err    error
}

// Open begins to run a record. Path is where it lies, for messages; now is the
// wall clock. The driver says what happens by itself.
func Open(rec *Record, driver *bots.Driver, path string, now func() time.Time) *Session {
	s := &Session{
		rec: rec, driver: driver, path: path, now: now,
		in: make(chan request), quit: make(chan struct{}), done: make(chan struct{}),
		watchers: map[string]*watched{}, lastWall: now().UnixMilli(),
	}
	s.frame.Store(rec.X.Frame())
	go s.loop()
	return s
}

// Do gives a command for a person and returns when what was decided is on
// disk; the answer names what was made, its events are seen in views. The error is an *engine.Refusal, or what ended the session.
func (s *Session) Do(ctx context.Context, cmd engine.Command) (engine.Answer, error) {
	r := request{cmd: cmd, answer: make(chan reply, 1)}
	if err := s.send(ctx, r); err != nil {
		return engine.Answer{}, err
	}
	select {
	case a := <-r.answer:
		return a.answer, a.err
	case <-s.done:
	}
	select { // the loop may have answered while it ended
	case a := <-r.answer:
		return a.answer, a.err
	default:
		return engine.Answer{}, s.ended()
	}
}

func (s *Session) send(ctx context.Context, r request) error {
	select {
	case s.in <- r:
		return nil
	case <-s.done:
		return s.ended()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// closedError is what a command gets after Close.
type closedError struct{}

func (closedError) Error() string { return "the session is closed" }

func (s *Session) ended() error {
	if err := s.Err(); err != nil {
		return err
	}
	return closedError{}
}

// View is what a seat may know now, as far as it is on disk.
func (s *Session) View(seat string) (engine.View, bool) { return s.frame.Load().View(seat) }

// Now is the exercise time now.
func (s *Session) Now() engine.Millis {
	c := s.frame.Load().Clock()
	return c.At(s.now().UnixMilli())
}

// Path is where the transcript lies.
func (s *Session) Path() string { return s.path }

// Err is why the session ended by itself, nil while it runs or after Close.
func (s *Session) Err() error {
	if p := s.fault.Load(); p != nil {
		return *p
	}
	return nil
}

// Done is closed when the session has ended.
func (s *Session) Done() <-chan struct{} { return s.done }

// JumpList is what a jump to a later time would pass.
func (s *Session) JumpList(to engine.Millis) []engine.JumpChoice {
	var list []engine.JumpChoice
	r := request{answer: make(chan reply, 1), ask: func(x *engine.Exercise, t engine.Millis) { list = x.JumpList(t, to) }}
	if s.send(context.Background(), r) != nil {
		return nil
	}
	<-r.answer
	return list
}

// watched is a seat that somebody looks at: who, and what they have seen.
type watched struct {
	version int
	who     map[chan struct{}]bool
}

// Watch gives a channel that holds a token when a seat's view has changed, until
// cancel is called. One who does not look is not waited for. The projector's
// seat stands for what is plenary.
func (s *Session) Watch(seat string) (changed <-chan struct{}, cancel func()) {
	ch := make(chan struct{}, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.watchers[seat]
	if w == nil {
		w = &watched{version: s.versionOf(seat), who: map[chan struct{}]bool{}}
		s.watchers[seat] = w
	}
	w.who[ch] = true
	return ch, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if delete(w.who, ch); len(w.who) == 0 && s.watchers[seat] == w {
			delete(s.watchers, seat)
		}
	}
}

func (s *Session) versionOf(seat string) int {
	f := s.frame.Load()
	if v, ok := f.View(seat); ok {
		return v.Version()
	}
	return f.Plenary().Version()
}

// Plenary is what the whole room may see now.
func (s *Session) Plenary() engine.Plenary { return s.frame.Load().Plenary() }

// Close ends the session; what was accepted is on disk. The record stays open
// for its owner to close.
func (s *Session) Close() {
	s.closing.Do(func() { close(s.quit) })
	<-s.done
}

// publish shows what is on disk now.
func (s *Session) publish() {
	s.frame.Store(s.rec.X.Frame())
	s.wake(false)
}

// wake tells those whose view has changed, or all.
func (s *Session) wake(all bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for seat, w := range s.watchers {
		version := s.versionOf(seat)
		if version == w.version && !all {
			continue
		}
		w.version = version
		for ch := range w.who {
			select {
			case ch <- struct{}{}:
			default: // it has not looked since the last one
			}
		}
	}
}

func (s *Session) fail(err error) {
	err = fmt.Errorf("the exercise has stopped, since its transcript can't be written any more (%w); everything acknowledged is safe: make room on the disk, then run: parley resume %s", err, s.path)
	s.fault.Store(&err)
}
