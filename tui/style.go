package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// style is how a piece of a line is drawn, as the sequences around it. They are
// made once for a palette: a screen is drawn of hundreds of pieces, for each of
// the people who look at it.
type style struct{ on, off string }

// styleOf takes the sequences from what Lip Gloss draws.
func styleOf(s lipgloss.Style) style {
	on, off, _ := strings.Cut(s.Render("x"), "x")
	return style{on, off}
}

// Render draws a piece of one line, or several lines, that are harmless
// already.
func (s style) Render(text string) string {
	switch {
	case text == "" || s.on == "":
		return text
	case strings.Contains(text, "\n"):
		return s.on + strings.ReplaceAll(text, "\n", s.off+"\n"+s.on) + s.off
	}
	return s.on + text + s.off
}
