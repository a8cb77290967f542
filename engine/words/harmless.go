package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many marks without a width of their own a character keeps.
// Languages need a few (Vietnamese two, pointed Hebrew three, Tibetan six);
// what stacks a hundred of them paints over its neighbours' lines.
const maxMarks = 8

// placeholder is what a mark sits on that has no character before it: left
// alone it would change whatever the screen drew there.
const placeholder = '◌'

// Harmless makes what somebody typed safe to draw on another's screen and
// leaves it readable: line ends are kept, as "\n", a tab is four spaces,
// control characters become visible signs, marks that reorder text or hide in
// it are dropped, and stacks of combining marks are cut. Invalid bytes become
// U+FFFD. Doing it twice changes nothing more.
func Harmless(s string) string { return harmless(s, "\n", "    ") }

// HarmlessLine is [Harmless] on one line: a line end or a tab is a space.
func HarmlessLine(s string) string { return harmless(s, " ", " ") }

func harmless(s, newline, tab string) string {
	if plain(s, newline == "\n") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + utf8.UTFMax)
	marks, fresh := 0, true // fresh: nothing stands on this line yet
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r == '\r' && i < len(s) && s[i] == '\n' {
			continue
		}
		switch {
		case lineEnd(r):
			b.WriteString(newline)
			marks, fresh = 0, newline == "\n"
			continue
		case r == '\t':
			b.WriteString(tab)
			marks, fresh = 0, false
			continue
		case hidden(r):
			continue
		case widthless(r):
			if fresh && !unicode.Is(unicode.M, r) {
				continue // joins or turns nothing
			}
			if fresh {
				b.WriteRune(placeholder)
				fresh = false
			}
			if marks++; marks <= maxMarks {
				b.WriteRune(r)
			}
			continue
		}
		b.WriteRune(visible(r))
		marks, fresh = 0, false
	}
	return b.String()
}

// plain reports whether there is nothing to do, which is so nearly always.
func plain(s string, lines bool) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' && (c != '\n' || !lines)) || c >= 0x7f {
			return false
		}
	}
	return true
}

// lineEnd reports whether a terminal or a reader takes r for the end of a line.
func lineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// visible gives a sign for a control character, and r itself for any other.
func visible(r rune) rune {
	switch {
	case r < ' ':
		return '\u2400' + r // ␀ … ␛ …
	case r == 0x7f:
		return '␡'
	case r > 0x7f && r < 0xa0:
		return utf8.RuneError
	}
	return r
}

// hidden reports whether r shows nothing and can mislead: what embeds,
// overrides or isolates a direction, tags, annotations, byte order marks and
// operators that only mathematics software reads.
func hidden(r rune) bool {
	switch {
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f: // directions; deprecated format characters
		return true
	case r >= 0x2060 && r <= 0x2065, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb:
		return true
	case r >= 0xe0000 && r <= 0xe007f, r >= 0x1d173 && r <= 0x1d17a, r >= 0x1bca0 && r <= 0x1bca3:
		return true
	case r == 0x180e, r == 0x061c:
		return true
	}
	return false
}

// widthless reports whether r takes no room of its own: combining marks,
// variation selectors, and the marks that join, separate or turn letters.
func widthless(r rune) bool {
	return unicode.Is(unicode.M, r) || r >= 0x200b && r <= 0x200f || r == 0x00ad
}
