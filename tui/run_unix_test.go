//go:build !windows

package tui

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"parley/engine"
)

// TestToldToStop ends without a question when the terminal is closed or the
// program is told to stop.
func TestToldToStop(t *testing.T) {
	for n := range 20 {
		sig := []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT}[n%3]
		ctx, stop := signal.NotifyContext(t.Context(), sig)
		in, keys, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		host, froze := newFakeHost(t, exampleScenario), make(chan struct{})
		host.refuse = func(c engine.Command) error {
			if _, ok := c.Op.(engine.Freeze); ok {
				close(froze)
			}
			return nil
		}
		if _, err := host.Do(ctx, engine.Command{Seat: engine.SeatControl, Op: engine.Start{}, Said: engine.SaidNow}); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() {
			_, err := Run(ctx, host, Options{Person: "ana", In: in, Out: io.Discard, Env: []string{"TERM=xterm"}})
			ended <- err
		}()
		_, _ = keys.WriteString("F")
		<-froze // it takes keys
		if err := syscall.Kill(os.Getpid(), sig); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("%v: %v", sig, err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%v does not end it", sig)
		}
		stop()
		_, _ = in.Close(), keys.Close()
	}
}
