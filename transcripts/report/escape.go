package report

import (
	"strings"

	"parley/engine/words"
)

// escape makes a text harmless within a line of Markdown: it is one line, can
// start no markup, no HTML and no table cell, and no address in it becomes a
// link, since exercises speak of hostile ones.
func escape(s string) string {
	s = strings.TrimSpace(words.HarmlessLine(s))
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
			continue
		case '<':
			b.WriteString("&lt;")
			continue
		case '>':
			b.WriteString("&gt;")
			continue
		case '\\', '|', '`', '*', '_', '[', ']', '~', '$', '@':
			b.WriteByte('\\')
		case ':':
			if strings.HasPrefix(s[i:], "://") {
				b.WriteByte('\\')
			}
		case '.':
			if n := i - len("www"); n >= 0 && strings.EqualFold(s[n:i], "www") || numbers(s[:i]) {
				b.WriteByte('\\') // an address, or a list
			}
		case ')':
			if numbers(s[:i]) {
				b.WriteByte('\\')
			}
		case '#', '-', '+', '=':
			if i == 0 {
				b.WriteByte('\\') // a heading, a list, a rule
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func numbers(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
