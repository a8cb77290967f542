package tui

import (
	"strings"
)

// Marks for bold inside a text that is still to be wrapped. A harmless text
// has no control characters, so these can't come from content.
const (
	boldOn  = "\x01"
	boldOff = "\x02"
)

// markdown draws the little of Markdown that messages use: paragraphs,
// headings, lists, quotes, fenced text and bold. The rest is shown as written.
func markdown(text string, w int, st *styles) []string {
	var out, open []string
	fenced := false
	flush := func() {
		if open != nil {
			out = append(out, markdownLine(joinLines(open), w, st)...)
			open = nil
		}
	}
	for l := range strings.SplitSeq(strings.Trim(block(text), "\n"), "\n") {
		body := strings.TrimSpace(l)
		switch {
		case strings.HasPrefix(body, "```"):
			flush()
			fenced = !fenced
		case fenced:
			for _, part := range wrap(l, max(1, w-2)) {
				out = append(out, st.dim.Render("│ ")+part)
			}
		case body == "":
			flush()
			out = append(out, "")
		default:
			if starts(body) {
				flush()
			}
			open = append(open, body)
			if strings.HasSuffix(l, "  ") || body[0] == '#' {
				flush()
			}
		}
	}
	flush()
	return out
}

// starts reports whether a line begins something of its own and does not go
// on with the line before.
func starts(body string) bool {
	return body[0] == '#' || body[0] == '>' || body[0] == '|' || strings.HasPrefix(body, "- ") || strings.HasPrefix(body, "* ") || numbered(body)
}

// numbered reports whether a line begins with "1. " or the like.
func numbered(body string) bool {
	rest := strings.TrimLeft(body, "0123456789")
	return rest != body && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
}

func markdownLine(s string, w int, st *styles) []string {
	body := strings.TrimLeft(s, " \t")
	switch {
	case strings.HasPrefix(body, "#"):
		return styled(wrap(strings.TrimLeft(body, "# "), w), st.heading)
	case strings.HasPrefix(body, "> "):
		lines := wrap(body[2:], max(1, w-2))
		for i := range lines {
			lines[i] = st.dim.Render("┃ ") + lines[i]
		}
		return lines
	case strings.HasPrefix(body, "- "), strings.HasPrefix(body, "* "):
		return embolden(indent("• ", boldMarks(body[2:]), w), st.bold)
	case numbered(body):
		n, rest, _ := strings.Cut(body, " ")
		return embolden(indent(n+" ", boldMarks(rest), w), st.bold)
	}
	return embolden(wrap(boldMarks(s), w), st.bold)
}

func styled(lines []string, s style) []string {
	for i := range lines {
		lines[i] = s.Render(lines[i])
	}
	return lines
}

// plainEmphasis takes away pairs of single asterisks: what they stress is read
// without them.
func plainEmphasis(s string) string {
	if !strings.Contains(s, "*") {
		return s
	}
	var b strings.Builder
	for {
		from := loneStar(s, 0, true)
		if from < 0 {
			break
		}
		to := loneStar(s, from+1, false)
		if to < 0 {
			break
		}
		b.WriteString(s[:from] + s[from+1:to])
		s = s[to+1:]
	}
	b.WriteString(s)
	return b.String()
}

// loneStar finds an asterisk that is none of a pair ** and stands before
// something (opens) or after something, -1 for none.
func loneStar(s string, from int, opens bool) int {
	at := func(i int) byte {
		if i < 0 || i >= len(s) {
			return ' '
		}
		return s[i]
	}
	for i := from; i < len(s); i++ {
		if s[i] != '*' || at(i-1) == '*' || at(i+1) == '*' {
			continue
		}
		if opens && at(i+1) != ' ' && !wordByte(at(i-1)) || !opens && at(i-1) != ' ' && !wordByte(at(i+1)) {
			return i
		}
	}
	return -1
}

// wordByte reports whether a byte is an ASCII letter or digit: 2*3*4 stresses
// nothing.
func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// boldMarks turns pairs of ** into marks.
func boldMarks(s string) string {
	s = plainEmphasis(s)
	parts := strings.Split(s, "**")
	if len(parts) < 3 {
		return s
	}
	var b strings.Builder
	for i, p := range parts {
		switch {
		case i == 0:
		case i == len(parts)-1 && i%2 == 1:
			b.WriteString("**") // one without its pair
		case i%2 == 1:
			b.WriteString(boldOn)
		default:
			b.WriteString(boldOff)
		}
		b.WriteString(p)
	}
	return b.String()
}

// embolden replaces marks by a style, which is closed and opened again at the
// end of a line: nothing may run over into the pane beside.
func embolden(lines []string, bold style) []string {
	on := false
	for i, l := range lines {
		if !on && !strings.Contains(l, boldOn) {
			continue
		}
		var b strings.Builder
		for l != "" {
			mark := boldOn
			if on {
				mark = boldOff
			}
			part, rest, found := strings.Cut(l, mark)
			if on && part != "" {
				part = bold.Render(part)
			}
			b.WriteString(part)
			l = rest
			if found {
				on = !on
			}
		}
		lines[i] = b.String()
	}
	return lines
}
