package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
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
			out = append(out, markdownLine(strings.Join(open, " "), w, st)...)
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

func styled(lines []string, s lipgloss.Style) []string {
	for i := range lines {
		lines[i] = s.Render(lines[i])
	}
	return lines
}

// boldMarks turns pairs of ** into marks.
func boldMarks(s string) string {
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
func embolden(lines []string, bold lipgloss.Style) []string {
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
