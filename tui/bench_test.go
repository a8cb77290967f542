package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// busy is a console on an exercise with many events behind it.
func busy(b *testing.B, events, injects int) *user {
	b.Helper()
	var more strings.Builder
	for i := range injects {
		fmt.Fprintf(&more, "\n[[inject]]\nid = \"extra-%d\"\nphase = \"second\"\nat = \"2m\"\nchannel = \"email\"\nfrom = \"x\"\nto = [\"everyone\"]\nsubject = \"Extra\"\nbody = \"x\"\n", i)
	}
	host := newFakeHost(b, exampleScenario+more.String())
	u := &user{b, host, New(host, Options{})}
	u.resize(160, 50)
	inPlay(u)
	for i := range events {
		c := engine.Command{Seat: "control", Op: engine.MakeNote{Text: fmt.Sprintf("note %d", i)}, Said: engine.SaidNow}
		if _, err := host.Do(b.Context(), c); err != nil {
			b.Fatal(err)
		}
	}
	u.pass(1000)
	u.keys("2", "end", "pgup")
	return u
}

// BenchmarkFrame draws a frame after each kind of message, with few and with
// many events and injects behind it: the two must cost the same.
func BenchmarkFrame(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		u := busy(b, n, n)
		up, down := keyNamed("up"), keyNamed("down")
		b.Run(fmt.Sprintf("cursor/events=%d", n), func(b *testing.B) {
			for i := range b.N {
				if i%2 == 0 {
					u.m.Update(up)
				} else {
					u.m.Update(down)
				}
				_ = u.m.View()
			}
		})
		b.Run(fmt.Sprintf("tick/events=%d", n), func(b *testing.B) {
			for range b.N {
				u.h.wall += 1000
				u.m.now = u.h.Now()
				_ = u.m.View()
			}
		})
		b.Run(fmt.Sprintf("cached/events=%d", n), func(b *testing.B) {
			for range b.N {
				_ = u.m.View()
			}
		})
		b.Run(fmt.Sprintf("uncached/events=%d", n), func(b *testing.B) {
			for i := range b.N {
				u.m.Update(tea.WindowSizeMsg{Width: 160 + i%2, Height: 50})
				_ = u.m.View()
			}
		})
	}
}
