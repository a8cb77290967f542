package server

import (
	"bytes"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"
)

// sheet is a screen that shows a text.
type sheet struct{ text string }

func (s *sheet) Init() tea.Cmd  { return nil }
func (s *sheet) View() tea.View { return tea.NewView(s.text) }
func (s *sheet) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if t, ok := msg.(string); ok {
		s.text = t
	}
	return s, nil
}

// cells are what stands in the cells of a terminal, with how it looks.
func cells(e *vt.Emulator) string {
	var b strings.Builder
	for y := range e.Height() {
		for x := range e.Width() {
			c := e.CellAt(x, y)
			switch {
			case c == nil || c.Width > 0 && c.Content == "":
				b.WriteByte(' ')
			case c.Width > 0:
				b.WriteString(c.Content + c.Style.String())
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	part = rapid.SampledFrom([]string{
		"a", "b", " ", "word", "─", "│", "·", "▸", "界", "保留", "\x1b[1m", "\x1b[38;5;110m", "\x1b[7m", "\x1b[m", "\x1b[m",
	})
	row  = rapid.Map(rapid.SliceOfN(part, 0, 12), func(s []string) string { return strings.Join(s, "") + "\x1b[m" })
	text = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(row, 0, 7).Draw(t, "rows"), "\n")
	})
)

// painted is a painter and the terminal that it paints on.
type painted struct {
	*painter
	out bytes.Buffer
	e   *vt.Emulator
	now time.Time
}

func newPainted(text string) *painted {
	p := &painted{e: vt.NewEmulator(24, 6)}
	p.painter = newPainter(&sheet{text}, &p.out, func() time.Time { p.now = p.now.Add(time.Second); return p.now })
	p.show(tea.WindowSizeMsg{Width: 24, Height: 6})
	return p
}

func (p *painted) show(msg tea.Msg) {
	p.out.Reset()
	p.Update(msg)
	_, _ = p.e.Write(p.out.Bytes())
}

// TestPaint shows that whatever was painted before, a terminal looks as if the
// screen had been painted on an empty one.
func TestPaint(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		now := text.Draw(t, "first")
		p := newPainted(now)
		for range 3 {
			now = changed(t, now)
			p.show(now)
			if got, want := cells(p.e), cells(newPainted(now).e); got != want {
				t.Fatalf("%q painted by %q:\n%s\nwant\n%s", now, p.out.String(), got, want)
			}
		}
	})
}

// changed is another text, or one that is the same but for a part of a line.
func changed(t *rapid.T, was string) string {
	if rapid.Bool().Draw(t, "another") {
		return text.Draw(t, "text")
	}
	parts := strings.SplitAfter(was, " ")
	parts[rapid.IntRange(0, len(parts)-1).Draw(t, "which")] = strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "parts"), "") + "\x1b[m "
	return strings.Join(parts, "")
}

// TestPaintPart writes only what is new in a line, with its style, and not
// between a letter and what is put on it.
func TestPaintPart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, was, now, want string }{
		{"the same", "abc", "abc", ""},
		{"the end", "time 10:01", "time 10:02", "\x1b[1;10H2"},
		{"the middle", "\x1b[1mab\x1b[m | right", "\x1b[1mxy\x1b[m | right", "\x1b[1;1H\x1b[1mxy\x1b[m"},
		{"in a style", "\x1b[1mtime 1\x1b[m", "\x1b[1mtime 2\x1b[m", "\x1b[1;6H\x1b[1m2\x1b[m"},
		{"shorter", "time 10:01", "time", "\x1b[1;5H\x1b[m\x1b[K"},
		{"an accent comes", "le vu", "le\u0301 vu", "\x1b[1;2He\u0301 vu"},
		{"an accent goes", "le\u0301 vu", "le vu", "\x1b[1;2He vu"},
		{"wide", "保留 1", "保留 2", "\x1b[1;1H保留 2"},
	} {
		p := newPainted(c.was)
		p.show(c.now)
		if got := p.out.String(); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
