package tui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"parley/engine/words"
)

// Bounds on what is looked at for drawing: a line needs no more than its
// beginning, and nobody pages through more of a text than this.
const (
	lineBytes  = 1 << 10
	blockBytes = 256 << 10
)

// line makes a text harmless as a part of one line.
func line(s string) string { return words.HarmlessLine(clip(s, lineBytes)) }

// block makes a text of several lines harmless.
func block(s string) string {
	cut := clip(s, blockBytes)
	out := words.Harmless(cut)
	if len(cut) < len(s) {
		out += "\n…"
	}
	return out
}

// clip cuts a text to n bytes at the start of a rune.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// fit cuts or pads s, which may bear styles, to exactly w cells.
func fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	n := width(s)
	if n > w {
		s = ansi.Truncate(s, w, "…")
		n = ansi.StringWidth(s)
	}
	if n < w {
		s += spaces(w - n)
	}
	return s
}

func spaces(n int) string {
	const many = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(many) {
		return many[:n]
	}
	return strings.Repeat(" ", n)
}

// seg is a piece of a row in one style.
type seg struct {
	style style
	text  string
}

// row draws segments on exactly w cells. A chosen row is drawn in one style,
// since the styles of its parts would break it up.
func row(w int, chosen bool, choice style, segs ...seg) string {
	var b strings.Builder
	for _, s := range segs {
		if chosen {
			b.WriteString(s.text)
			continue
		}
		if s.text != "" {
			b.WriteString(s.style.Render(s.text))
		}
	}
	if chosen {
		return choice.Render(fit(b.String(), w))
	}
	return fit(b.String(), w)
}

// wrap breaks a harmless text into lines of at most w cells. Hyphens are no
// place to break: ids are full of them.
func wrap(s string, w int) []string {
	if w < 1 {
		return nil
	}
	const unbroken = "\u2011"
	hyphens := strings.Contains(s, "-")
	if hyphens {
		s = strings.ReplaceAll(s, "-", unbroken)
	}
	s = ansi.Wrap(breakable(s), w, string(zeroSpace))
	s = strings.ReplaceAll(s, string(zeroSpace), "")
	if hyphens {
		s = strings.ReplaceAll(s, unbroken, "-")
	}
	return strings.Split(s, "\n")
}

// indent wraps a harmless text with a first prefix and spaces below it.
func indent(prefix, s string, w int) []string {
	p := width(prefix)
	lines := wrap(s, max(1, w-p))
	for i := range lines {
		if i == 0 {
			lines[i] = prefix + lines[i]
			continue
		}
		lines[i] = spaces(p) + lines[i]
	}
	return lines
}

// fitAll makes exactly h lines of exactly w cells.
func fitAll(lines []string, w, h int) []string {
	out := make([]string, max(0, h))
	for i := range out {
		if i < len(lines) {
			out[i] = fit(lines[i], w)
		} else {
			out[i] = spaces(w)
		}
	}
	return out
}
