package tui

import (
	"charm.land/lipgloss/v2"

	"parley/engine"
	"parley/engine/words"
)

// waitingRow draws what waits for a decision: what it is, and how long for
// whom.
func (c *console) waitingRow(m *Model, i, w int, focus bool) []string {
	q := &c.queue[i]
	chosen := i == c.lists[paneWaiting].cursor
	var out []string
	if q.Kind == "overdue" && (i == 0 || c.queue[i-1].Kind != "overdue") {
		out = append(out, m.st.title.Render(" Overdue"))
	}
	sign, style := waitingSign(m.st, q.Kind)
	out = append(out, m.listRow(w, chosen, focus, seg{style, sign + " "}, seg{m.st.plain, m.waitingLine(*q)}))
	age := agoText(m.now - q.Since)
	if age != "now" {
		age += " ago"
	}
	under := "   " + words.Say(m.lang, "waiting."+q.Kind, nil) + " · " + age
	if q.Seat != "" && q.Seat != engine.SeatControl {
		under += " · " + line(q.Seat)
	}
	return append(out, fit(m.st.dim.Render(under), w))
}

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
