package session

import (
	"runtime"
	"time"

	"parley/engine"
)

func (s *Session) loop() {
	defer s.wake(true) // watchers look up and find that it ended
	defer close(s.done)
	timer := time.NewTimer(0)
	defer timer.Stop()
	for s.Err() == nil {
		s.arm(timer)
		select {
		case <-s.quit:
			s.lastWall = 0 // mark the clock, so that a resume loses nothing of it
			s.turn(nil)
			return
		case r := <-s.in:
			s.turn(s.gather(r))
		case <-timer.C:
			s.turn(nil)
		}
	}
}

// arm sets the timer to the next thing that happens by itself.
func (s *Session) arm(timer *time.Timer) {
	c := s.rec.X.Clock()
	now := s.now().UnixMilli()
	if c.Life != engine.Running {
		if _, ok := s.driver.Next(); ok && s.stands() {
			timer.Reset(0)
			return
		}
		timer.Stop()
		return
	}
	at := s.lastWall + markEvery.Milliseconds()
	if t, ok := s.driver.Next(); ok {
		at = min(at, c.WallAt(t))
	}
	timer.Reset(time.Duration(max(0, at-now)) * time.Millisecond)
}

// stands reports whether the exercise stands and a bot of control, or before
// STARTEX a play file, may set it going.
func (s *Session) stands() bool {
	l := s.rec.X.Clock().Life
	if l == engine.Planned && s.driver.Opens() {
		return true
	}
	return (l == engine.Planned || l == engine.PausedLife || l == engine.FrozenLife) && s.driver.Has(engine.SeatControl)
}

// gather takes what else waits. It lets others run once before, since those
// who were just answered often have their next command at hand, and share this
// sync then instead of waiting for the next.
func (s *Session) gather(first request) []request {
	batch := []request{first}
	runtime.Gosched()
	for len(batch) < maxBatch {
		select {
		case r := <-s.in:
			batch = append(batch, r)
		default:
			return batch
		}
	}
	return batch
}

// turn is one round: advance, decide, append, sync, and only then answer and
// publish.
func (s *Session) turn(batch []request) {
	wall := s.now().UnixMilli()
	err := s.advance(wall)
	replies := make([]reply, len(batch))
	for i := range batch {
		if err == nil {
			replies[i], err = s.decide(&batch[i], wall)
		}
	}
	if err == nil {
		err = s.mark(wall)
	}
	if err == nil {
		if len(s.rec.lines) > 0 {
			s.lastWall = wall
		}
		err = s.rec.flush()
	}
	if err != nil {
		s.fail(err)
	} else {
		s.publish()
	}
	for i := range batch {
		if err != nil {
			replies[i] = reply{err: s.Err()}
		}
		batch[i].answer <- replies[i]
	}
}

// maxSteps bounds how much is made up for at once, so that after a long sleep
// of the laptop people are answered between.
const maxSteps = 2000

func (s *Session) advance(wall int64) error {
	wallOf := func(engine.Millis) int64 { return wall }
	for range maxSteps {
		c := s.rec.X.Clock()
		t := c.At(wall)
		if c.Life != engine.Running && !s.stands() {
			return nil
		}
		events, ok := s.driver.Step(t, wallOf)
		if !ok {
			return nil
		}
		if err := s.rec.add(events); err != nil {
			return err
		}
	}
	return nil
}

// decide decides one command. The error is the record's, not the command's.
func (s *Session) decide(r *request, wall int64) (reply, error) {
	if err := s.advance(wall); err != nil { // the one before may have brought something due now
		return reply{}, err
	}
	c := s.rec.X.Clock()
	t := c.At(wall)
	if next, ok := s.rec.X.NextDue(); ok {
		t = max(c.T, min(t, next-1)) // the rest is made up for in the next turns
	}
	if r.ask != nil {
		r.ask(s.rec.X, t)
		return reply{}, nil
	}
	r.cmd.T, r.cmd.Wall = t, wall
	if r.cmd.Said > t {
		r.cmd.Said = t
	}
	a, err := s.rec.X.Do(r.cmd)
	if err != nil {
		return reply{err: err}, nil //nolint:nilerr // a refusal is an answer
	}
	s.driver.Changed()
	err = s.rec.add(a.Events)
	a.Events = nil // the engine's own, and gone with the next command
	return reply{answer: a}, err
}

// mark marks the clock if nothing else has for a while.
func (s *Session) mark(wall int64) error {
	c := s.rec.X.Clock()
	if c.Life != engine.Running || len(s.rec.lines) > 0 || wall-s.lastWall < markEvery.Milliseconds() {
		return nil
	}
	t := c.At(wall)
	if next, ok := s.rec.X.NextDue(); ok && next <= t {
		return nil // there is something to make up for first
	}
	a, err := s.rec.X.Do(engine.Command{T: t, Wall: wall, Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Mark{}})
	if err != nil {
		return err
	}
	return s.rec.add(a.Events)
}
