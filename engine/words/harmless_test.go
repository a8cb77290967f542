package words_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parley/engine/words"
)

func TestHarmless(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, lines, line string }{
		{"plain text", "We do it.", "We do it.", "We do it."},
		{"nothing", "", "", ""},
		{"line ends", "a\nb\r\nc\rd\u2028e\u0085f", "a\nb\nc\nd\ne\nf", "a b c d e f"},
		{"tab", "a\tb", "a    b", "a b"},
		{"colours", "\x1b[31mred\x1b[0m", "␛[31mred␛[0m", "␛[31mred␛[0m"},
		{"window title", "\x1b]0;pwned\x07", "␛]0;pwned␇", "␛]0;pwned␇"},
		{"eight-bit control sequence", "\u009b31m", "\ufffd31m", "\ufffd31m"},
		{"backspace and delete", "no\b\x7f", "no␈␡", "no␈␡"},
		{"zero byte", "a\x00b", "a␀b", "a␀b"},
		{"invalid bytes", "a\xff\xfeb", "a\ufffd\ufffdb", "a\ufffd\ufffdb"},
		{"text turned round", "user\u202egpj.exe\u202c", "usergpj.exe", "usergpj.exe"},
		{"isolates", "\u2066a\u2069\u2067b\u2069", "ab", "ab"},
		{"hidden tags", "a\U000e0041\U000e007fb", "ab", "ab"},
		{"byte order mark", "\ufeffa", "a", "a"},
		{"Arabic keeps its letters and marks", "مُحَمَّد", "مُحَمَّد", "مُحَمَّد"},
		{"Hebrew with points", "שָׁלוֹם", "שָׁלוֹם", "שָׁלוֹם"},
		{"Vietnamese in parts", "tie\u0302\u0301ng", "tie\u0302\u0301ng", "tie\u0302\u0301ng"},
		{"Persian with a non-joiner", "می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"},
		{"Chinese", "数据保全", "数据保全", "数据保全"},
		{"Chinese with its punctuation", "“《数据安全法》”——第三十六条（一）　……", "“《数据安全法》”——第三十六条（一）　……", "“《数据安全法》”——第三十六条（一）　……"},
		{"rare and variant characters", "𠮷野家、葛\U000e0100城", "𠮷野家、葛\U000e0100城", "𠮷野家、葛\U000e0100城"},
		{"kana with marks of their own, Hangul in parts", "か\u3099 \u1112\u1161\u11ab", "か\u3099 \u1112\u1161\u11ab", "か\u3099 \u1112\u1161\u11ab"},
		{"a family", "👩\u200d👩\u200d👧\ufe0f", "👩\u200d👩\u200d👧\ufe0f", "👩\u200d👩\u200d👧\ufe0f"},
		{"a tower of marks", "a" + strings.Repeat("\u0301", 500) + "b", "a" + strings.Repeat("\u0301", 8) + "b", "a" + strings.Repeat("\u0301", 8) + "b"},
		{"a tower with a floor of hidden marks", "a" + strings.Repeat("\u0301\u202e", 50), "a" + strings.Repeat("\u0301", 8), "a" + strings.Repeat("\u0301", 8)},
		{"invisible padding", "a" + strings.Repeat("\u200b", 500), "a" + strings.Repeat("\u200b", 8), "a" + strings.Repeat("\u200b", 8)},
		{"a mark with nothing before it", "\u0301a\n\u0301b", "◌\u0301a\n◌\u0301b", "◌\u0301a \u0301b"},
		{"a joiner with nothing before it", "\u200da", "a", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := words.Harmless(c.in); got != c.lines {
				t.Errorf("Harmless(%q) = %q, want %q", c.in, got, c.lines)
			}
			if got := words.HarmlessLine(c.in); got != c.line {
				t.Errorf("HarmlessLine(%q) = %q, want %q", c.in, got, c.line)
			}
		})
	}
}

func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"a\x1b[2J\nb", "\u202ea\u0301\u200d", "\xc2", "e\u0301\t\r\n", "\U000e0001\ufeff\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lines, line := words.Harmless(s), words.HarmlessLine(s)
		if again := words.Harmless(lines); again != lines {
			t.Errorf("twice: %q, once: %q", again, lines)
		}
		if again := words.HarmlessLine(line); again != line {
			t.Errorf("twice: %q, once: %q", again, line)
		}
		if strings.Contains(line, "\n") {
			t.Errorf("a line of two lines: %q", line)
		}
		for _, got := range []string{lines, line} {
			if !utf8.ValidString(got) {
				t.Errorf("not UTF-8: %q", got)
			}
			run := 0
			for _, r := range got {
				if unicode.Is(unicode.Cc, r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f' {
					t.Errorf("%U is left in %q", r, got)
				}
				if run++; !unicode.Is(unicode.M, r) {
					run = 0
				}
				if run > 8 {
					t.Errorf("a run of marks is left in %q", got)
				}
			}
		}
	})
}
