package report

import (
	"strings"
	"testing"
	"unicode"
)

func TestEscape(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"We call them.":              "We call them.",
		"a | b":                      `a \| b`,
		"two\nlines":                 "two lines",
		"<script>alert(1)</script>":  "&lt;script&gt;alert(1)&lt;/script&gt;",
		"&lt;b&gt;":                  "&amp;lt;b&amp;gt;",
		"**bold** _it_ `code`":       "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`",
		"[x](javascript:alert(1))":   `\[x\](javascript:alert(1))`,
		"see https://evil.example/":  `see https\://evil.example/`,
		"see www.evil.example":       `see www\.evil.example`,
		"ann@example.org":            `ann\@example.org`,
		"# not a heading":            `\# not a heading`,
		"- not a list":               `\- not a list`,
		"1. not a list":              `1\. not a list`,
		"2) nor this":                `2\) nor this`,
		"2016-04-12 at 3.5 #1":       "2016-04-12 at 3.5 #1",
		`\| already`:                 `\\\| already`,
		"\x1b[2Jgone":                `␛\[2Jgone`,
		"user\u202egpj.exe":          "usergpj.exe",
		"  spaces\tand tabs  ":       "spaces and tabs",
		"数据 | 保全":                    `数据 \| 保全`,
		"``` \n| a | b |\n| - | - |": "\\`\\`\\`  \\| a \\| b \\| \\| - \\| - \\|",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// No text leaves its cell: a row has one line and as many bare bars as it has
// cells, and one more.
func FuzzRow(f *testing.F) {
	for _, s := range []string{"a|b", "\\|", "\\", "a\nb", "<td>", "\u2028|", "`|`"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var p page
		p.row([]string{a, b})
		got := p.b.String()
		if strings.Count(got, "\n") != 1 || !strings.HasSuffix(got, "|\n") {
			t.Fatalf("not one line: %q", got)
		}
		bars, slashes := 0, 0
		for _, r := range strings.TrimSuffix(got, "\n") {
			if unicode.Is(unicode.Cc, r) || r == '<' || r == '>' {
				t.Fatalf("%q is left in %q", r, got)
			}
			if r == '|' && slashes%2 == 0 {
				bars++
			}
			if slashes++; r != '\\' {
				slashes = 0
			}
		}
		if bars != 3 {
			t.Errorf("%d bars in %q", bars, got)
		}
	})
}

func TestMedian(t *testing.T) {
	t.Parallel()
	for want, of := range map[string][]int64{"": nil, "3s": {3000}, "2s": {1000, 3000}, "5s": {9000, 1000, 5000}} {
		if got := median(of); got != want {
			t.Errorf("median(%v) = %s, want %s", of, got, want)
		}
	}
}
