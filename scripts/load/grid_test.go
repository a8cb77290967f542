package main

import (
	"fmt"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// Sequences that Bubble Tea writes, as parts of which any stream can be made.
var (
	letter   = rapid.SampledFrom([]string{"a", "Z", " ", "§", "▸", "─", "é", "0123456789", "\r", "\n", "\b", "\t", "\x1b[1;38;5;204m", "\x1b]0;title\x07", "\x1b]11;?\x1b\\"})
	sequence = rapid.Custom(func(t *rapid.T) string {
		switch kind := rapid.SampledFrom([]string{"H", "r", "one"}).Draw(t, "kind"); kind {
		case "H":
			return fmt.Sprintf("\x1b[%d;%dH", rapid.IntRange(1, 6).Draw(t, "y"), rapid.IntRange(1, 20).Draw(t, "x"))
		case "r":
			top := rapid.IntRange(1, 5).Draw(t, "top")
			bottom := rapid.IntRange(top+1, 6).Draw(t, "bottom")
			what := rapid.SampledFrom([]string{"\x1b[2S", "\x1b[T", "\x1b[L", "\x1b[3M", "\n\n", "\x1bM"}).Draw(t, "what")
			return fmt.Sprintf("\x1b[%d;%dr\x1b[%dH%s\x1b[r", top, bottom, rapid.IntRange(top, bottom).Draw(t, "y"), what)
		}
		final := rapid.SampledFrom([]string{"A", "B", "C", "D", "G", "d", "K", "J", "X", "P", "@", "L", "M", "S", "T"}).Draw(t, "final")
		if final == "K" || final == "J" {
			return fmt.Sprintf("\x1b[%d%s", rapid.IntRange(0, 2).Draw(t, "which"), final)
		}
		return fmt.Sprintf("\x1b[%d%s", rapid.IntRange(1, 9).Draw(t, "n"), final)
	})
)

// TestGrid holds the light screen against a full emulator.
func TestGrid(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.OneOf(letter, sequence)).Draw(t, "parts")
		g, e := newGrid(20, 6), newEmulator(20, 6)
		for i, p := range parts {
			g.write([]byte(p))
			e.write([]byte(p))
			if got, want := g.String(), e.String(); got != want {
				t.Fatalf("after %q:\n%s\nan emulator has\n%s", strings.Join(parts[:i+1], ""), got, want)
			}
		}
	})
}

// TestGridCut shows that it does not matter where the network cuts what comes.
func TestGridCut(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := []byte(strings.Join(rapid.SliceOf(rapid.OneOf(letter, sequence)).Draw(t, "parts"), ""))
		whole, cut := newGrid(20, 6), newGrid(20, 6)
		whole.write(all)
		for i := range all {
			cut.write(all[i : i+1])
		}
		if whole.String() != cut.String() {
			t.Fatalf("%q whole:\n%s\ncut:\n%s", all, whole, cut)
		}
	})
}

// TestMarker finds each number again, and none where half of another stands.
func TestMarker(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, mostActions).Draw(t, "n")
		m := []rune(marker(actionSign, n))
		if got, ok := readMarker(append(m, 'x')); !ok || got != n {
			t.Fatalf("%s reads %d, %v, want %d", string(m), got, ok, n)
		}
		m[2]++
		if _, ok := readMarker(m); ok {
			t.Fatalf("%s is read", string(m))
		}
	})
}

// TestWindow shows that what a Bubble Tea program draws is read.
func TestWindow(t *testing.T) {
	t.Parallel()
	r, w := io.Pipe()
	g, e := newGrid(wide, high), newEmulator(wide, high)
	read := make(chan struct{})
	go func() {
		defer close(read)
		b := make([]byte, 1<<10)
		for {
			n, err := r.Read(b)
			g.write(b[:n])
			e.write(b[:n])
			if err != nil {
				return
			}
		}
	}()
	h := &hall{}
	p := tea.NewProgram(&window{hall: h, name: "a001", w: wide, h: high}, tea.WithInput(nil), tea.WithOutput(w), tea.WithWindowSize(wide, high), tea.WithoutSignalHandler())
	go func() {
		for i := range 100 {
			p.Send(told(fmt.Sprintf("A001: %s %s", marker(actionSign, i), strings.Repeat("x", i%7))))
		}
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	<-read
	if got, want := g.String(), e.String(); got != want {
		t.Errorf("got\n%s\nan emulator has\n%s", got, want)
	}
}
