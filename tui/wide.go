package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// zeroSpace is a place where a line may end that takes no room.
const zeroSpace = '\u200b'

// Marks that no line of Chinese begins with, and that none ends with.
const (
	closing = "，。、；：？！）］】》」』”’…—·%％,.;:?!)]}"
	opening = "（［【《「『“‘([{"
)

// wide reports whether a rune is of a writing without spaces between words.
func wide(r rune) bool {
	return r >= 0x2e80 && (r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff60 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// breakable marks where a text in such a writing may go on in the next line:
// beside any of its characters, save where a mark belongs to its neighbour.
func breakable(s string) string {
	if !strings.ContainsFunc(s, wide) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) * 2)
	last, style := ' ', false
	for _, r := range s {
		if style || r < ' ' { // a style, or a mark of one, to its end
			b.WriteRune(r)
			style = r == '\x1b' || style && (r == '[' || r < '@')
			continue
		}
		if (wide(last) || wide(r)) && !unicode.IsSpace(last) && !unicode.IsSpace(r) && !unicode.In(r, unicode.M, unicode.Cf) &&
			!strings.ContainsRune(opening, last) && !strings.ContainsRune(closing, r) {
			b.WriteRune(zeroSpace)
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// joinLines makes one line of several: with a space between, which Chinese has
// none of.
func joinLines(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(lines[i-1], "*"))
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l, "*"))
			if !wide(last) || !wide(first) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l)
	}
	return b.String()
}
