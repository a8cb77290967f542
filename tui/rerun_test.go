package tui

import (
	"context"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley/engine"
)

// fallingHost makes a screen fall once, at a command.
type fallingHost struct {
	*fakeHost
	fall   sync.Once
	freeze sync.Once
	looked atomic.Int32
	again  chan struct{} // closed when a second screen looks
	froze  chan struct{}
}

func (h *fallingHost) Watch(seat string) (<-chan struct{}, func()) {
	if h.looked.Add(1) == 2 {
		close(h.again)
	}
	return h.fakeHost.Watch(seat)
}

func (h *fallingHost) Do(ctx context.Context, c engine.Command) (engine.Answer, error) {
	if _, ok := c.Op.(engine.Freeze); ok {
		h.fall.Do(func() { panic("a mistake of Parley's") })
		h.freeze.Do(func() { close(h.froze) })
	}
	return h.fakeHost.Do(ctx, c)
}

// TestAScreenThatFallsIsPutUpAgain, since the exercise of others hangs on it.
func TestAScreenThatFallsIsPutUpAgain(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	in, keys, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), keys.Close() }()
	host := &fallingHost{fakeHost: newFakeHost(t, exampleScenario), again: make(chan struct{}), froze: make(chan struct{})}
	if _, err := host.Do(ctx, engine.Command{Seat: engine.SeatControl, Op: engine.Start{}, Said: engine.SaidNow}); err != nil {
		t.Fatal(err)
	}
	var calls time.Duration
	var mu sync.Mutex
	now := func() time.Time { // each look at the clock is a minute later: it did not fall soon
		mu.Lock()
		defer mu.Unlock()
		calls += time.Minute
		return time.Unix(1_700_000_000, 0).Add(calls)
	}
	ended := make(chan error, 1)
	go func() {
		_, err := Run(ctx, host, Options{Person: "ana", In: in, Out: io.Discard, Env: []string{"TERM=xterm"}, Now: now})
		ended <- err
	}()
	// The screen that fell may take one key more with it.
	late := time.After(time.Minute)
	for comes := host.again; comes != nil; {
		_, _ = keys.WriteString("F")
		select {
		case <-comes:
			if comes == host.froze {
				comes = nil
			} else {
				comes = host.froze
			}
		case <-time.After(200 * time.Millisecond):
		case err := <-ended:
			t.Fatalf("it ended: %v", err)
		case <-late:
			t.Fatal("no screen was put up again that takes keys")
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
