package tui

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// width is how many cells s takes. Lines of which each character stands for
// itself, with styles between them, are counted here, which is most of them and
// much faster; all others by the book.
func width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= ' ' && c < 0x7f:
			n++
			i++
		case c == '\x1b':
			end := styleEnd(s, i)
			if end < 0 {
				return ansi.StringWidth(s)
			}
			i = end
		case c < utf8.RuneSelf:
			return ansi.StringWidth(s)
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			cells := cellsAlone(r)
			if cells == 0 {
				return ansi.StringWidth(s)
			}
			n += cells
			i += size
		}
	}
	return n
}

// styleEnd is where the style that begins at i ends, -1 if it is none.
func styleEnd(s string, i int) int {
	if i+1 >= len(s) || s[i+1] != '[' {
		return -1
	}
	for i += 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return -1
		}
	}
	return -1
}

// cellsAlone is how many cells a character takes that never joins with its
// neighbours; 0 for all of which that is not certain.
func cellsAlone(r rune) int {
	switch {
	case r >= 0xa1 && r < 0x300 && r != 0xad && r != 0xa9 && r != 0xae, // letters with accents, marks; not ©, ®
		r >= 0x2010 && r <= 0x2027 && r != 0x2011, // dashes, quotes, …
		r >= 0x2190 && r <= 0x2193,                // ← ↑ → ↓
		r >= 0x2500 && r <= 0x257f,                // rules
		r == '●', r == '○', r == '◆', r == '◇', r == '▸', r == '✓', r == '✗', r == '◷', r == '×', r == '⇧', r == '▤', r == '⇄':
		return 1
	case r >= 0x4e00 && r <= 0x9fff, // 汉字
		r >= 0x3001 && r <= 0x3029 && r != 0x3012 && r != 0x3013,
		r >= 0xff01 && r <= 0xff60: // （，：）
		return 2
	}
	return 0
}

// Width is how many cells a line takes on a terminal, styles not counted.
func Width(s string) int { return width(s) }
