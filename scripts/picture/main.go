// Command picture turns a terminal's screen, as "tmux capture-pane -e -p"
// gives it on standard input, into an SVG on standard output. The pictures in
// docs/ are made with it.
package main

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	cellWidth  = 8.4
	cellHeight = 17
	margin     = 10
	seam       = 0.6 // that backgrounds of runs overlap by, to show as one
	ground     = "#16181d"
	ink        = "#d6d9e0"
)

// look is how a run of cells is drawn.
type look struct {
	fg, bg              string
	bold, faint, invert bool
	underline, italic   bool
}

func main() {
	if err := draw(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func draw(in io.Reader, out io.Writer) error {
	var lines []string
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<20)
	wide := 0
	for sc.Scan() {
		lines = append(lines, sc.Text())
		wide = max(wide, ansi.StringWidth(sc.Text()))
	}
	if err := sc.Err(); err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	width, height := float64(wide)*cellWidth+2*margin, len(lines)*cellHeight+2*margin
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace" font-size="14">`+"\n", width, height)
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", ground)
	l := look{}
	for i, line := range lines {
		drawLine(w, line, i, &l)
	}
	fmt.Fprintln(w, "</svg>")
	return w.Flush()
}

func drawLine(w io.Writer, line string, row int, l *look) {
	col := 0
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			end := strings.IndexFunc(rest, func(r rune) bool { return r >= '@' && r <= '~' })
			if end < 0 {
				return
			}
			if rest[end] == 'm' {
				l.apply(rest[:end])
			}
			line = rest[end+1:]
			continue
		}
		end := strings.IndexByte(line, 0x1b)
		if end == 0 { // another escape: passed over
			line = line[1:]
			continue
		}
		if end < 0 {
			end = len(line)
		}
		text := line[:end]
		line = line[end:]
		for _, run := range runs(text) {
			l.write(w, run, row, col)
			col += ansi.StringWidth(run)
		}
	}
}

// runs cuts a text into runs that keep to their cells: a font that has wide
// characters is another one, and not exactly twice as wide.
func runs(text string) []string {
	var out []string
	was := 0
	for text != "" {
		g, n := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
		if n == 1 && was == 1 {
			out[len(out)-1] += g
		} else {
			out = append(out, g)
		}
		was, text = n, text[len(g):]
	}
	return out
}

func (l *look) write(w io.Writer, text string, row, col int) {
	fg, bg := l.fg, l.bg
	if fg == "" {
		fg = ink
	}
	if l.invert {
		if bg == "" {
			bg = ground
		}
		fg, bg = bg, fg
	}
	x, y, n := margin+float64(col)*cellWidth, margin+row*cellHeight, ansi.StringWidth(text)
	if bg != "" {
		fmt.Fprintf(w, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", x, y, float64(n)*cellWidth+seam, cellHeight, bg)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	style := ""
	if l.bold {
		style += ` font-weight="bold"`
	}
	if l.italic {
		style += ` font-style="italic"`
	}
	if l.underline {
		style += ` text-decoration="underline"`
	}
	if l.faint {
		style += ` opacity="0.6"`
	}
	fmt.Fprintf(w, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" fill="%s"%s xml:space="preserve">%s</text>`+"\n",
		x, y+13, float64(n)*cellWidth, fg, style, html.EscapeString(text))
}

// apply takes an SGR sequence's numbers.
func (l *look) apply(seq string) {
	parts := strings.Split(strings.ReplaceAll(seq, ":", ";"), ";")
	for i := 0; i < len(parts); i++ {
		n, _ := strconv.Atoi(parts[i])
		switch {
		case n == 0:
			*l = look{}
		case n == 1:
			l.bold = true
		case n == 2:
			l.faint = true
		case n == 3:
			l.italic = true
		case n == 4:
			l.underline = true
		case n == 7:
			l.invert = true
		case n == 22:
			l.bold, l.faint = false, false
		case n == 23:
			l.italic = false
		case n == 24:
			l.underline = false
		case n == 27:
			l.invert = false
		case n == 39:
			l.fg = ""
		case n == 49:
			l.bg = ""
		case n == 38 || n == 48:
			colour, used := extended(parts[i+1:])
			i += used
			if n == 38 {
				l.fg = colour
			} else {
				l.bg = colour
			}
		case n >= 30 && n <= 37:
			l.fg = indexed(n - 30)
		case n >= 40 && n <= 47:
			l.bg = indexed(n - 40)
		case n >= 90 && n <= 97:
			l.fg = indexed(n - 90 + 8)
		case n >= 100 && n <= 107:
			l.bg = indexed(n - 100 + 8)
		}
	}
}

func extended(parts []string) (colour string, used int) {
	number := func(i int) int {
		if i >= len(parts) {
			return 0
		}
		n, _ := strconv.Atoi(parts[i])
		return n
	}
	switch number(0) {
	case 5:
		return indexed(number(1)), 2
	case 2:
		return fmt.Sprintf("#%02x%02x%02x", number(1)&255, number(2)&255, number(3)&255), 4
	}
	return "", 0
}

// indexed is a colour of the 256.
func indexed(n int) string {
	basic := [...]string{
		"#2a2e37", "#e06c75", "#98c379", "#d8b26a", "#61a0e0", "#c586d0", "#56b6c2", "#c8ccd4",
		"#6b7280", "#ff8b92", "#b5e08f", "#f0d08c", "#8cc0ff", "#e0a8ea", "#7fd5df", "#ffffff",
	}
	switch {
	case n < 16:
		return basic[max(0, n)]
	case n < 232:
		n -= 16
		level := func(v int) int {
			if v == 0 {
				return 0
			}
			return 55 + 40*v
		}
		return fmt.Sprintf("#%02x%02x%02x", level(n/36), level(n/6%6), level(n%6))
	default:
		v := 8 + 10*(min(n, 255)-232)
		return fmt.Sprintf("#%02x%02x%02x", v, v, v)
	}
}
