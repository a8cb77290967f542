package server

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parley/tui"
)

// paintEvery is the least time between two frames of a screen. Who is far away
// sees no more, and a host with hundreds of terminals has other things to do.
const paintEvery = 50 * time.Millisecond

// painter writes what a screen draws to its terminal, line by line: of a line
// that is another one, the part that changed. Bubble Tea's own renderer keeps
// every cell of the terminal three times over and goes through all of them for
// each frame, which for hundreds of terminals is most of what a host has to do
// and to remember.
//
// It is a tea.Model around the screen's, for a program with its options. A
// frame is drawn at once when something came, and then not again for a while;
// a terminal that takes nothing stops its own program only.
type painter struct {
	tea.Model
	out     *sharedWriter
	profile colorprofile.Profile
	now     func() time.Time

	w, h    int
	on      []string // the lines that stand on the terminal, nil: not known
	title   string
	begun   bool
	atOnce  bool      // the terminal can show a frame as one
	unicode bool      // it can count letters of several parts as one
	cursor  bool      // is shown
	last    time.Time // of the last frame
	due     bool      // a frame is on its way
	buf     bytes.Buffer
	col     bytes.Buffer
}

// newPainter paints a screen on a terminal.
func newPainter(screen tea.Model, out io.Writer, now func() time.Time) *painter {
	return &painter{Model: screen, out: &sharedWriter{w: out}, profile: colorprofile.ANSI256, now: now}
}

// options are those that a program with a painter needs.
func (p *painter) options() []tea.ProgramOption {
	return []tea.ProgramOption{tea.WithoutRenderer(), tea.WithOutput(p.out), tea.WithFPS(int(time.Second / paintEvery))}
}

// sharedWriter is written to by the painter, and by the program for what it
// asks of the terminal.
type sharedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (s *sharedWriter) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(b)
}

// paintMsg says that a frame is due.
type paintMsg struct{}

// Update gives the screen a message, and paints it now or soon.
func (p *painter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(paintMsg); ok {
		p.due = false
		p.paint()
		return p, nil
	}
	var cmd tea.Cmd
	p.Model, cmd = p.Model.Update(msg)
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h, p.on = msg.Width, msg.Height, nil
	case tea.ColorProfileMsg:
		p.profile, p.on = msg.Profile, nil
	case tea.ModeReportMsg:
		p.can(msg)
	}
	if p.due || p.w <= 0 || p.h <= 0 {
		return p, cmd
	}
	if rest := paintEvery - p.now().Sub(p.last); rest > 0 && rest <= paintEvery {
		p.due = true
		return p, tea.Batch(cmd, tea.Tick(rest, func(time.Time) tea.Msg { return paintMsg{} }))
	}
	p.paint()
	return p, cmd
}

// can takes in what a terminal says that it can: show a frame as one, and count
// the cells of letters as we do.
func (p *painter) can(m tea.ModeReportMsg) {
	switch {
	case m.Value.IsNotRecognized() || m.Value.IsPermanentlyReset():
	case m.Mode == ansi.ModeSynchronizedOutput:
		p.atOnce = true
	case m.Mode == ansi.ModeUnicodeCore:
		p.unicode, p.begun, p.on = true, false, nil
	}
}

// View is nothing: what there is to see is painted.
func (p *painter) View() tea.View { return tea.View{} }

// What a terminal is told when painting begins and ends: another screen that
// does not wrap lines, no cursor, pasted text in brackets; and around each frame
// that it is one, for terminals that can show it at once.
const (
	beginPainting = "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h"
	endPainting   = "\x1b[m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l"
	beginFrame    = "\x1b[?2026h"
	endFrame      = "\x1b[?2026l"
	resetStyle    = "\x1b[m"
)

// leave gives the terminal back as it was. The program has ended.
func (p *painter) leave() {
	if !p.begun {
		return
	}
	end := endPainting
	if p.unicode {
		end = "\x1b[?2027l" + end
	}
	_, _ = io.WriteString(p.out, end) // it may be gone
}

// paint draws the screen and writes what of it is new.
func (p *painter) paint() {
	v := p.Model.View()
	p.buf.Reset()
	if p.atOnce {
		p.buf.WriteString(beginFrame)
	}
	empty := p.buf.Len()
	p.begin(v.WindowTitle)
	p.lines(v.Content)
	p.placeCursor(v.Cursor)
	if p.buf.Len() == empty {
		return
	}
	p.last = p.now()
	if p.atOnce {
		p.buf.WriteString(endFrame)
	}
	if p.profile < colorprofile.ANSI {
		p.plain()
		return
	}
	_, _ = p.out.Write(p.buf.Bytes()) // who reads from the terminal learns that it is gone
}

// plain writes without colours.
func (p *painter) plain() {
	p.col.Reset()
	w := colorprofile.Writer{Forward: &p.col, Profile: p.profile}
	_, _ = w.Write(p.buf.Bytes())
	_, _ = p.out.Write(p.col.Bytes())
}

func (p *painter) begin(title string) {
	if !p.begun {
		p.buf.WriteString(beginPainting)
		if p.unicode {
			p.buf.WriteString("\x1b[?2027h")
		}
		p.begun = true
	}
	if title != p.title {
		p.title = title
		p.buf.WriteString("\x1b]2;" + strings.Map(func(r rune) rune {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				return -1
			}
			return r
		}, title) + "\x07")
	}
}

// lines writes the lines that are not as they stand on the terminal.
func (p *painter) lines(content string) {
	if p.on == nil || len(p.on) != p.h {
		p.on = make([]string, p.h)
		p.buf.WriteString(resetStyle + "\x1b[2J")
	}
	for y := range p.on {
		now, rest, _ := strings.Cut(content, "\n")
		content = rest
		if now = strings.TrimRight(now, "\r"); now != p.on[y] {
			p.line(y, p.on[y], now)
			p.on[y] = now
		}
	}
}

// line writes what is new in a line.
func (p *painter) line(y int, was, now string) {
	from, x, style := sameBegin(was, now)
	p.moveTo(x, y)
	if style != "" {
		p.buf.WriteString(style)
	}
	was, now = was[from:], now[from:]
	if n := sameEnd(was, now); n > 0 {
		if a, b := was[:len(was)-n], now[:len(now)-n]; tui.Width(a) == tui.Width(b) {
			p.buf.WriteString(b) // it ends with a reset
			return
		}
	}
	if was != "" && tui.Width(was) > tui.Width(now) {
		// Before the text: at the end of a full line it would take the last letter.
		p.buf.WriteString(resetStyle + "\x1b[K" + style)
	}
	p.buf.WriteString(now)
	if !strings.HasSuffix(now, resetStyle) && (style != "" || strings.Contains(now, "\x1b")) {
		p.buf.WriteString(resetStyle)
	}
}

func (p *painter) moveTo(x, y int) {
	p.buf.WriteString("\x1b[")
	p.buf.WriteString(strconv.Itoa(y + 1))
	p.buf.WriteByte(';')
	p.buf.WriteString(strconv.Itoa(x + 1))
	p.buf.WriteByte('H')
}

// placeCursor shows the cursor where the screen wants one.
func (p *painter) placeCursor(c *tea.Cursor) {
	switch {
	case c != nil:
		p.moveTo(c.X, c.Y)
		if !p.cursor {
			p.buf.WriteString("\x1b[?25h")
		}
	case p.cursor:
		p.buf.WriteString("\x1b[?25l")
	}
	p.cursor = c != nil
}

// sameBegin is how far two lines begin alike, in bytes of both, the column
// there, and the style in force. It goes no further than what surely takes a
// cell a letter, and never between a letter and what is put on it.
func sameBegin(a, b string) (at, x int, style string) {
	from := 0 // of the style in force, its sequences lie in b from there to at
	var safe struct{ at, x, from int }
	for at < len(a) && at < len(b) {
		n, cell := step(b[at:])
		if n == 0 || !strings.HasPrefix(a[at:], b[at:at+n]) {
			break
		}
		if cell {
			safe.at, safe.x, safe.from = at, x, from
			x++
		} else if b[at:at+n] == resetStyle {
			from = at + n
		}
		at += n
	}
	if plainAt(a, at) && plainAt(b, at) {
		safe.at, safe.x, safe.from = at, x, from
	}
	return safe.at, safe.x, sequences(b[safe.from:safe.at])
}

// step is how many bytes the next letter or style takes, and whether it is a
// letter, of one cell; 0 if it is neither.
func step(s string) (n int, cell bool) {
	switch c := s[0]; {
	case c >= ' ' && c < 0x7f:
		return 1, true
	case strings.HasPrefix(s, "\x1b["):
		for i := 2; i < len(s); i++ {
			if c := s[i]; c == 'm' {
				return i + 1, false
			} else if c < '0' || c > ';' {
				return 0, false
			}
		}
	case strings.HasPrefix(s, "\u2500"), strings.HasPrefix(s, "\u2502"), strings.HasPrefix(s, "\u00b7"):
		return len(string([]rune(s[:min(len(s), 4)])[0])), true
	}
	return 0, false
}

// plainAt reports whether a line goes on, at a place, with nothing that is put
// on the letter before.
func plainAt(s string, at int) bool { return at >= len(s) || s[at] < 0x80 }

// sequences are the styles among letters.
func sequences(s string) string {
	if !strings.Contains(s, "\x1b") {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n, cell := step(s[i:])
		if !cell {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// sameEnd is how many bytes two lines have alike at their end, after a reset of
// the style that both have there; 0 if there is none.
func sameEnd(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	end := b[len(b)-n:]
	i := strings.Index(end, resetStyle)
	if i < 0 {
		return 0
	}
	end = end[i+len(resetStyle):]
	if end != "" && end[0] >= 0x80 && !strings.HasPrefix(end, "\u2500") && !strings.HasPrefix(end, "\u2502") {
		return 0 // it could be put on the letter before
	}
	return len(end)
}
