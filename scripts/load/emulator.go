package main

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/vt"
)

// emulator is a full emulator of a terminal, for holding a grid against it.
type emulator struct{ *vt.Emulator }

func newEmulator(w, h int) emulator {
	e := emulator{vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, e) }() // its answers
	return e
}

func (e emulator) write(b []byte) { _, _ = e.Write(b) } // never fails while it is open

func (e emulator) String() string {
	var b strings.Builder
	for y := range e.Height() {
		var line strings.Builder
		for x := range e.Width() {
			switch c := e.CellAt(x, y); {
			case c == nil, c.Width > 0 && c.Content == "":
				line.WriteByte(' ')
			case c.Width > 0:
				line.WriteString(c.Content)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}
