package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"parley/transcripts"
)

// killed plays for half the time, kills the server as a power cut would, resumes
// its transcript, lets all come back with the codes that they have, and plays
// on. Then every action that its actor saw in the list must stand in the record
// once, and the record must be whole.
func killed(o *options, dir string) error {
	p, err := newParley(o, dir)
	if err != nil {
		return err
	}
	c := &crowd{o: o, p: p.program(), tally: newTally(o.seats, o.injects())}
	if c.server, err = c.p.begin(); err != nil {
		return err
	}
	before, err := c.untilKilled()
	if err != nil {
		return err
	}
	note("killed; %d actions stood in their actors' lists", before)
	if c.server, err = p.begin("resume", p.transcript); err != nil {
		return fmt.Errorf("the transcript can't be resumed: %w", err)
	}
	defer c.server.kill()
	began := time.Now()
	if err := c.begin(); err != nil {
		return err
	}
	note("all %d came back within %s", o.seats, short(time.Since(began)))
	c.play(o.length / 2)
	c.leave()
	if err := c.server.stop(); err != nil {
		return err
	}
	return c.account(p.transcript)
}

// begin lets all in, anew.
func (c *crowd) begin() error {
	c.clients = make([]*client, c.o.seats)
	return c.join()
}

// untilKilled plays until the server is killed, in the middle of it all.
func (c *crowd) untilKilled() (acknowledged int, err error) {
	defer c.server.kill()
	if err := c.begin(); err != nil {
		return 0, err
	}
	time.AfterFunc(c.o.length/2, func() { _ = c.server.cmd.Process.Kill() })
	c.play(c.o.length / 2)
	<-c.server.ended
	for _, one := range c.clients {
		if err := one.gone(); err != nil {
			return 0, err
		}
		one.close()
	}
	return len(c.tally.acknowledged()), nil
}

// gone waits until a client has noticed that the server is no more.
func (c *client) gone() error {
	if err := c.until(patience, func() bool { return c.ended != nil }); err != nil {
		return fmt.Errorf("%s: %w, and it has not noticed that the server was killed", c.seat, err)
	}
	return nil
}

// acknowledged are the actions that stood in their actor's own list.
func (t *tally) acknowledged() (out []int) {
	for n := range int(min(t.next.Load(), mostActions)) {
		if s := t.sendingOf(n); s != nil && s.seen[s.by] > 0 {
			out = append(out, n)
		}
	}
	return out
}

// account holds what was acknowledged against the record.
func (c *crowd) account(path string) error {
	in, err := recorded(path)
	if err != nil {
		return err
	}
	report, err := transcripts.VerifyFile(path)
	if err != nil {
		return fmt.Errorf("the transcript is not whole: %w", err)
	}
	var wrong []error
	seen := c.tally.acknowledged()
	for _, n := range seen {
		if in[n] != 1 {
			wrong = append(wrong, fmt.Errorf("%s was acknowledged and stands in the record %d times", marker(actionSign, n), in[n]))
		}
	}
	for n, times := range in {
		if times > 1 {
			wrong = append(wrong, fmt.Errorf("%s stands in the record %d times", marker(actionSign, n), times))
		}
	}
	fmt.Printf("%d seats; killed under load and resumed.\n\n- acknowledged: %d actions, each in the record once: %v\n- in the record: %d; sent: %d\n- record: whole, %d lines, %d events\n",
		c.o.seats, len(seen), len(wrong) == 0, len(in), c.tally.next.Load(), report.Lines, report.Events)
	return errors.Join(wrong...)
}

// recorded counts the actions in a transcript by their markers.
func recorded(path string) (map[int]int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read from
	in := map[int]int{}
	for l, err := range transcripts.Lines(f) {
		if err != nil {
			return nil, err
		}
		for _, leaf := range l.Leaves {
			text := []rune(string(leaf.Content))
			for i, r := range text {
				if n, ok := readMarker(text[i:]); r == actionSign && ok {
					in[n]++
				}
			}
		}
	}
	return in, nil
}
