package main

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// grid is the screen of a terminal, as far as texts on it go: which letter
// stands in which cell. It reads what xterm reads of what Bubble Tea writes,
// and costs little enough for hundreds of them beside the server on one
// computer; TestGrid holds it against a full emulator.
type grid struct {
	w, h        int
	cells       []rune // 0: the second half of a wide letter
	dirty       []bool // rows that were written to since scan asked
	x, y        int
	top, bottom int // of the scrolling region, bottom exclusive
	savedX      int
	savedY      int
	last        rune // for REP

	state   parseState
	params  [8]int
	n       int  // of params begun
	private byte // of a control sequence: ?, >, =, < or 0
	middle  byte // intermediate byte of it, 0 for none
	part    [utf8.UTFMax]byte
	parted  int
	escaped bool // in a string, after ESC

	strange map[string]int // sequences that were not understood
}

type parseState uint8

const (
	inText parseState = iota
	afterEscape
	inControl // CSI
	inString  // OSC, DCS, APC, PM, SOS: passed over
	inCharset
)

func newGrid(w, h int) *grid {
	g := &grid{w: w, h: h, cells: make([]rune, w*h), dirty: make([]bool, h), bottom: h, strange: map[string]int{}}
	g.clear(0, w*h)
	return g
}

// row is the text of a row, 0 at the top; cells that nothing was written to are
// spaces.
func (g *grid) row(y int) []rune { return g.cells[y*g.w : (y+1)*g.w] }

// write takes in what came from the server.
func (g *grid) write(b []byte) {
	for len(b) > 0 {
		if g.state == inText && g.parted == 0 && b[0] >= 0x20 && b[0] < 0x7f {
			g.put(rune(b[0]), 1)
			b = b[1:]
			continue
		}
		c := b[0]
		b = b[1:]
		switch g.state {
		case inText:
			g.text(c)
		case afterEscape:
			g.escape(c)
		case inControl:
			g.control(c)
		case inCharset:
			g.state = inText
		case inString:
			g.string(c)
		}
	}
}

func (g *grid) text(c byte) {
	switch {
	case g.parted > 0 || c >= 0x80:
		g.letter(c)
	case c == 0x1b:
		g.state = afterEscape
	case c == '\r':
		g.x = 0
	case c == '\n':
		g.down()
	case c == '\b':
		g.x = max(0, min(g.x, g.w-1)-1)
	case c == '\t':
		g.x = min(g.w-1, (g.x/8+1)*8)
	}
}

// letter gathers a letter of several bytes.
func (g *grid) letter(c byte) {
	g.part[g.parted] = c
	g.parted++
	if got := g.part[:g.parted]; utf8.FullRune(got) {
		r, _ := utf8.DecodeRune(got)
		g.parted = 0
		g.put(r, runeWidth(r))
	}
}

// runeWidth is how many cells a letter takes. What Parley draws frames and
// signs with takes one.
func runeWidth(r rune) int {
	switch {
	case r < 0x300, r >= 0x2010 && r < 0x2300, r >= 0x2500 && r < 0x25fd:
		return 1
	}
	return ansi.StringWidth(string(r))
}

func (g *grid) put(r rune, w int) {
	if w == 0 {
		return
	}
	if g.x+w > g.w {
		g.x = 0
		g.down()
	}
	row := g.row(g.y)
	if row[g.x] == 0 && g.x > 0 { // half of a wide letter takes the other along
		row[g.x-1] = ' '
	}
	if end := g.x + w; end < g.w && row[end] == 0 {
		row[end] = ' '
	}
	row[g.x] = r
	if w == 2 {
		row[g.x+1] = 0
	}
	g.x += w
	g.last = r
	g.dirty[g.y] = true
}

// down goes to the next row, and scrolls at the region's end.
func (g *grid) down() {
	if g.y == g.bottom-1 {
		g.scroll(g.top, g.bottom, 1)
	} else if g.y < g.h-1 {
		g.y++
	}
}

func (g *grid) up() {
	if g.y == g.top {
		g.scroll(g.top, g.bottom, -1)
	} else if g.y > 0 {
		g.y--
	}
}

// scroll moves the rows from top to bottom up by n, or down by -n.
func (g *grid) scroll(top, bottom, n int) {
	if top >= bottom || n == 0 {
		return
	}
	n = max(top-bottom, min(n, bottom-top))
	part := g.cells[top*g.w : bottom*g.w]
	if n > 0 {
		copy(part, part[n*g.w:])
		g.clear((bottom-n)*g.w, bottom*g.w)
	} else {
		copy(part[-n*g.w:], part)
		g.clear(top*g.w, (top-n)*g.w)
	}
	for y := top; y < bottom; y++ {
		g.dirty[y] = true
	}
}

// clear makes cells from one to before another spaces.
func (g *grid) clear(from, to int) {
	for i := from; i < to; i++ {
		g.cells[i] = ' '
	}
	for y := from / g.w; y*g.w < to; y++ {
		g.dirty[y] = true
	}
}

func (g *grid) escape(c byte) {
	g.state = inText
	switch c {
	case '[':
		g.state, g.n, g.private, g.middle = inControl, 0, 0, 0
		g.params = [8]int{}
	case ']', 'P', 'X', '^', '_':
		g.state, g.escaped = inString, false
	case '(', ')', '*', '+', '#', '%', ' ':
		g.state = inCharset
	case '7':
		g.savedX, g.savedY = g.x, g.y
	case '8':
		g.x, g.y = g.savedX, g.savedY
	case 'D':
		g.down()
	case 'M':
		g.up()
	case 'E':
		g.x = 0
		g.down()
	case 'c':
		*g = *newGrid(g.w, g.h)
	case '=', '>', '\\': // keypad modes, the end of a string
	default:
		g.strange["ESC "+string(rune(c))]++
	}
}

// string passes over what is no text: titles, colours, answers.
func (g *grid) string(c byte) {
	switch {
	case c == 0x07, g.escaped && c == '\\':
		g.state = inText
	case g.escaped && c == '[': // the string was broken off
		g.escape(c)
	}
	g.escaped = c == 0x1b
}

// String is the whole screen.
func (g *grid) String() string {
	var b strings.Builder
	for y := range g.h {
		line := make([]rune, 0, g.w)
		for _, r := range g.row(y) {
			if r != 0 {
				line = append(line, r)
			}
		}
		b.WriteString(strings.TrimRight(string(line), " "))
		b.WriteByte('\n')
	}
	return b.String()
}
