package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapWide(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		w    int
		want []string
	}{
		"fills the line":                {"我方已保存服务器镜像", 8, []string{"我方已保", "存服务器", "镜像"}},
		"a cell is left over":           {"我方已保存", 7, []string{"我方已", "保存"}},
		"no mark begins a line":         {"我方已保，存。", 8, []string{"我方已", "保，存。"}},
		"no quote ends a line":          {"我方已“保存”", 8, []string{"我方已", "“保存”"}},
		"goes on behind a Latin word":   {"Mistwood 保存服务器镜像", 13, []string{"Mistwood 保存", "服务器镜像"}},
		"Latin words stay whole":        {"保存服务器 Mistwood 镜像", 12, []string{"保存服务器", "Mistwood 镜", "像"}},
		"a style takes no room":         {"\x1b[1m我方\x1b[m已保存", 8, []string{"\x1b[1m我方\x1b[m已保", "存"}},
		"a character with its accents":  {"我方e\u0301已", 5, []string{"我方e\u0301", "已"}},
		"narrower than one character":   {"我方", 2, []string{"我", "方"}},
		"a hyphen is no place to break": {"保存 alder-cyber", 8, []string{"保存", "alder-cy", "ber"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := wrap(c.text, c.w)
			for i := range got {
				got[i] = strings.TrimRight(got[i], " ")
				if n := ansi.StringWidth(got[i]); n > c.w {
					t.Errorf("a line of %d cells: %q", n, got[i])
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestMarkdownJoinsChinese(t *testing.T) {
	t.Parallel()
	st := newStyles(neutralPalette(), 0)
	text := "请贵方\n**保存**服务器镜像，\n并告知 Mistwood\n公司。\n\n- 日志\n- 镜像"
	got := ansi.Strip(strings.Join(markdown(text, 60, st), "\n"))
	want := "请贵方保存服务器镜像，并告知 Mistwood 公司。\n\n• 日志\n• 镜像"
	if got != want {
		t.Errorf("%q", got)
	}
}
