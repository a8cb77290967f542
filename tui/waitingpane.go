package tui

import (
	"charm.land/lipgloss/v2"
)

// waitingRow draws what waits for a decision: what it is, and how long for
// whom.
func (c *console) waitingRow(m *Model, i, w int, focus bool) []string {
	q := &c.queue[i]
	chosen := i == c.lists[paneWaiting].cursor
	var out []string
	if q.Kind == "overdue" && (i == 0 || c.queue[i-1].Kind != "overdue") {
		out = append(out, m.st.title.Render(" "+m.t("Overdue")))
	}
	sign, style := waitingSign(m.st, q.Kind)
	age := m.agoText(m.now - q.Since)
	text := shorten(m.waitingLine(*q), w-waitingIndent, 3)
	for k, l := range text {
		segs := []seg{{style, sign + " "}, {m.st.plain, l}}
		if k > 0 {
			segs = []seg{{m.st.plain, "  " + l}}
		}
		if k == 0 {
			out = append(out, m.listRow(w, chosen, focus, segs...))
		} else {
			out = append(out, row(w, chosen && focus, m.st.chosen, append([]seg{{m.st.plain, " "}}, segs...)...))
		}
	}
	return append(out, fit(m.st.dim.Render(spaces(waitingIndent)+age), w))
}

// waitingIndent is how far in the text of an entry of the queue stands.
const waitingIndent = 3

func waitingSign(st *styles, kind string) (string, lipgloss.Style) {
	switch kind {
	case "proposed":
		return "?", st.odd
	case "cued":
		return "☎", st.warn
	case "due", "depends":
		return "●", st.warn
	case "finding":
		return "§", st.accent
	case "outcome":
		return "◎", st.accent
	case "free-text":
		return "»", st.accent
	case "asks":
		return "?", st.odd
	case "approval":
		return "✍", st.odd
	}
	return "!", st.warn
}
