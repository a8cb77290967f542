package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// figure is what a program came to under load.
type figure struct {
	name              string
	seats             int
	joined, dropped   int
	actions, pairs    int
	unseen, foreign   int
	own, other        spread
	inject            spread // from the first screen that has it to each other one
	empty, idle, end  sample // with no seats, after joining, at the end of the load
	joining           time.Duration
	length, generator time.Duration
	bytes             int64 // that the clients received under load
	strange           map[string]int
	missed            []string // some of what was never seen
	screens           int      // that an emulator had otherwise, with -verify
}

// spread is how long things took.
type spread struct {
	n             int
	p50, p99, max time.Duration
}

func spreadOf(micros []int64) spread {
	if len(micros) == 0 {
		return spread{}
	}
	slices.Sort(micros)
	at := func(i int) time.Duration { return time.Duration(micros[i]) * time.Microsecond }
	n := len(micros)
	return spread{n, at(n / 2), at(min(n-1, n*99/100)), at(n - 1)}
}

// crowd are the clients of one server.
type crowd struct {
	o       *options
	p       *program
	server  *process
	tally   *tally
	clients []*client // nil where one could not join
}

// join lets all in, some at a time.
func (c *crowd) join() error {
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	turns := make(chan struct{}, 8)
	for i := range c.clients {
		turns <- struct{}{}
		wg.Go(func() {
			defer func() { <-turns }()
			if err := c.enter(i); err != nil {
				failed.CompareAndSwap(nil, &err)
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return fmt.Errorf("not everybody could join: %w\nThe server said:\n%s", *err, c.server.lines())
	}
	return nil
}

func (c *crowd) enter(i int) error {
	one := newClient(i, c.tally, i < c.o.verify)
	if err := one.dial(c.server.address, c.p.password(one.seat)); err != nil {
		return err
	}
	c.clients[i] = one
	return c.p.enter(one)
}

// play lets every client act now and then for a time. What a client does ends
// early if it is dropped.
func (c *crowd) play(length time.Duration) {
	until := time.Now().Add(length)
	var wg sync.WaitGroup
	for _, one := range c.clients {
		wg.Go(func() {
			next := time.Now().Add(rand.N(c.o.every))
			for ; next.Before(until) && !one.dropped(); next = next.Add(c.o.every) {
				time.Sleep(time.Until(next))
				if one.act(c.p) != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	time.Sleep(min(c.o.every, 5*time.Second)) // for the last ones to be seen
}

// act does one action as a person types it.
func (c *client) act(p *program) error {
	n := c.tally.begin()
	if n >= mostActions {
		return errors.New("that are more actions than are counted")
	}
	keys := p.keys(marker(actionSign, n))
	for i, k := range keys {
		if i == len(keys)-1 {
			c.tally.sent(n, c.n)
		}
		if err := c.press(k); err != nil {
			return err
		}
		time.Sleep(40*time.Millisecond + rand.N(80*time.Millisecond))
	}
	return nil
}

// measure puts a program under load.
func measure(o *options, p *program) (*figure, error) {
	server, err := p.begin()
	if err != nil {
		return nil, err
	}
	defer server.kill()
	c := &crowd{o: o, p: p, server: server, tally: newTally(o.seats, o.injects()), clients: make([]*client, o.seats)}
	defer c.leave()
	time.Sleep(2 * time.Second)
	f := &figure{name: p.name, seats: o.seats, empty: server.take()}
	began := time.Now()
	if err := c.join(); err != nil {
		return nil, err
	}
	f.joining = time.Since(began)
	time.Sleep(o.settle)
	f.idle = server.take()
	if o.length > 0 {
		if err := c.load(f); err != nil {
			return nil, err
		}
	}
	for _, one := range c.clients {
		if !one.dropped() {
			f.joined++
		}
	}
	f.dropped = f.seats - f.joined
	c.collect(f)
	if n := server.raced(); n > 0 {
		return nil, fmt.Errorf("the race detector has met %d data races:\n%s", n, server.lines())
	}
	return f, nil
}

// load plays, and notes what that takes.
func (c *crowd) load(f *figure) error {
	received, was, began := c.received(), spent(), time.Now()
	stop := c.o.profiling(c.server)
	c.play(c.o.length)
	if err := stop(); err != nil {
		return err
	}
	f.end, f.length, f.generator, f.bytes = c.server.take(), time.Since(began), spent()-was, c.received()-received
	return nil
}

func (c *crowd) received() (n int64) {
	for _, one := range c.clients {
		n += one.bytes.Load()
	}
	return n
}

func (c *crowd) leave() {
	for _, one := range c.clients {
		if one != nil {
			one.close()
		}
	}
}

// collect adds up what was seen when.
func (c *crowd) collect(f *figure) {
	for _, one := range c.clients {
		one.mu.Lock() // what it saw is its own until here
		defer one.mu.Unlock()
	}
	var own, other, inject []int64
	for n := range min(c.tally.next.Load(), mostActions) {
		s := c.tally.sendingOf(int(n))
		if s == nil {
			continue
		}
		f.actions++
		for i := s.by % sides; i < len(s.seen); i += sides {
			f.pairs++
			switch took := s.seen[i]; {
			case took == 0:
				f.miss(int(n), s, i)
			case i == s.by:
				own = append(own, took)
			default:
				other = append(other, took)
			}
		}
	}
	for _, seen := range c.tally.injects {
		inject = append(inject, afterFirst(seen)...)
	}
	f.own, f.other, f.inject, f.foreign = spreadOf(own), spreadOf(other), spreadOf(inject), int(c.tally.foreign.Load())
	f.strange = map[string]int{}
	for _, one := range c.clients {
		for what, n := range one.grid.strange {
			f.strange[what] += n
		}
		f.screens += one.otherwise
	}
}

// miss notes what a client never saw.
func (f *figure) miss(n int, s *sending, client int) {
	f.unseen++
	if len(f.missed) < 10 {
		f.missed = append(f.missed, fmt.Sprintf("%s by %s on %s", marker(actionSign, n), seatOf(s.by), seatOf(client)))
	}
}

// afterFirst is how long after the first each client saw an inject.
func afterFirst(seen []int64) (out []int64) {
	first := int64(0)
	for _, t := range seen {
		if t > 0 && (first == 0 || t < first) {
			first = t
		}
	}
	for _, t := range seen {
		if t > first {
			out = append(out, t-first)
		}
	}
	return out
}

// note says how a run gets on.
func note(format string, args ...any) { fmt.Fprintf(os.Stderr, "load: "+format+"\n", args...) }
