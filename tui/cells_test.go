package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// TestCellsAlone holds the quick count against the book: every character alone
// and beside others, a combining mark and a selector of emoji among them.
func TestCellsAlone(t *testing.T) {
	t.Parallel()
	beside := []string{"", "a", "é", "汉", "●", "\u0301", "\ufe0f", "\u200d", "👩", "\x1b[1mb\x1b[m"}
	n := 0
	for r := rune(1); r < 0x20000; r++ {
		if !utf8.ValidRune(r) || cellsAlone(r) == 0 && r > 0x3000 && r%97 != 0 {
			continue
		}
		if cellsAlone(r) > 0 {
			n++
		}
		for _, b := range beside {
			for _, s := range []string{string(r) + b, b + string(r)} {
				if want, got := ansi.StringWidth(s), width(s); got != want {
					t.Fatalf("%q (%U) takes %d cells, counted as %d", s, r, want, got)
				}
			}
		}
	}
	if n < 20_000 {
		t.Errorf("only %d characters are counted quickly", n)
	}
}

func FuzzWidth(f *testing.F) {
	for _, s := range hostile() {
		f.Add(clip(s, 500))
	}
	f.Add("\x1b[38;5;1mred\x1b[m ● 汉字")
	f.Add("\x1b[2Jx")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		if want, got := ansi.StringWidth(s), width(s); want != got {
			t.Errorf("%q takes %d cells, counted as %d", s, want, got)
		}
	})
}
