package tui

import (
	"strconv"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// paneTitle is the first line of a pane.
func (c *console) paneTitle(m *Model, p pane, w int, focus bool) string {
	l := &c.lists[p]
	var title, more string
	switch p {
	case paneMSEL:
		title, more = c.mselCount(m)
	case paneAgenda:
		title = m.t("Agenda")
		if l.follow {
			more = m.t("following")
		}
	case paneBetween:
		title = m.t("Between the sides")
	case paneFeed:
		title = m.t("Feed")
		if !l.follow && l.n > 0 {
			more = m.t("{n} newer below", "n", strconv.Itoa(l.n-1-l.cursor))
		}
	default:
		title, more = c.queueTitle(m, focus)
	}
	if m.w < wideWidth && p != paneWaiting {
		other := m.t("Feed")
		if p == paneFeed {
			other = m.t("MSEL")
			switch c.plan {
			case paneAgenda:
				other = m.t("Agenda")
			case paneBetween:
				other = m.t("Between the sides")
			}
		}
		more = strings.TrimSpace(more + " · Tab " + other)
	}
	style := m.st.title
	if focus {
		style = m.st.titleFocus
	}
	sign := "─ "
	if focus {
		sign = style.Render("▶ ")
	}
	s := style.Render(title)
	if more != "" {
		s += " " + m.st.dim.Render(more)
	}
	s = sign + s + " "
	return fit(s+m.st.rule.Render(ruleLine("", w-width(s))), w)
}

// mselRow draws a line of the MSEL.
func (c *console) mselRow(m *Model, i, w int, focus bool) []string {
	it := m.view.MSELAt(c.mselAt(i))
	sign, when, style := m.mselState(&it)
	id := m.st.plain
	if it.State == engine.InjectSkipped || it.State == engine.InjectDismissed {
		id = m.st.dim
	}
	if c.mselAt(i) == c.next {
		id = m.st.bold
	}
	name := line(it.ID)
	col := 9
	if m.life() == engine.Over {
		col = width(m.t("not delivered"))
	}
	subject := line(m.view.ItemText(&it, "subject", m.lang))
	return []string{m.listRow(w, i == c.lists[paneMSEL].cursor, focus,
		seg{style, sign + " " + fit(when, col)}, seg{id, " " + name}, seg{m.st.dim, "  " + subject})}
}

// listRow draws a row of a list with the mark of the cursor: as a sign too,
// for screens on which reversed text can't be told.
func (m *Model) listRow(w int, chosen, focus bool, segs ...seg) string {
	mark := seg{m.st.plain, " "}
	switch {
	case chosen && focus:
		mark = seg{m.st.accent, "▸"}
	case chosen:
		mark = seg{m.st.dim, "·"} // the cursor of a list that has not the keys
	}
	return row(w, chosen && focus, m.st.chosen, append([]seg{mark}, segs...)...)
}

// mselState is an inject's sign and when it comes or came.
func (m *Model) mselState(it *engine.MSELItem) (sign, when string, style style) {
	st := m.st
	if m.life() == engine.Over && undelivered(it) {
		return "–", m.t("not delivered"), st.dim
	}
	switch it.State {
	case engine.InjectDelivered:
		if m.recalled(it) {
			return "⤺", m.t("recalled"), st.warn
		}
		return "✓", "T+" + shortClock(it.Since), st.good
	case engine.InjectDue:
		return "●", m.t("DUE"), st.warn
	case engine.InjectHeld:
		return "⏸", m.t("held"), st.warn
	case engine.InjectCued:
		return "☎", m.t("say it"), st.warn
	case engine.InjectProposed:
		return "?", m.t("proposed"), st.odd
	case engine.InjectSkipped:
		return "–", m.t("skipped"), st.dim
	case engine.InjectDismissed:
		return "–", m.t("dismissed"), st.dim
	}
	return m.plannedState(it)
}

// undelivered reports whether an inject still was to come.
func undelivered(it *engine.MSELItem) bool {
	switch it.State {
	case engine.InjectDelivered, engine.InjectSkipped, engine.InjectDismissed:
		return false
	}
	return true
}

func (m *Model) plannedState(it *engine.MSELItem) (sign, when string, style style) {
	st := m.st
	switch {
	case it.HasDue:
		left := it.Due - m.now
		if left < 60_000 {
			return "◷", m.t("in {time}", "time", spanText(max(0, left))), st.warn
		}
		return "◷", m.t("in {time}", "time", spanText(left)), st.accent
	case it.Def.When != nil:
		return "◇", m.t("if …"), st.dim
	case it.Def.After != "":
		return "◷", m.t("after …"), st.dim
	case it.Def.HasAt:
		if n := m.phaseNumber(it.Def.Phase); n > m.view.Clock().Phase+1 && m.view.Clock().Phase >= 0 {
			return "◷", m.t("phase {n}", "n", strconv.Itoa(n)), st.dim
		}
		return "◷", "+" + spanText(it.Def.At), st.dim
	}
	return "☛", m.t("by hand"), st.accent
}

// recalled reports whether nothing that was delivered of an inject still
// stands.
func (m *Model) recalled(it *engine.MSELItem) bool {
	all := m.view.DeliveriesOf(it)
	for i := range all {
		if !all[i].Recalled {
			return false
		}
	}
	return len(all) > 0
}

// phaseNumber counts a phase from 1.
func (m *Model) phaseNumber(id string) int {
	if sc := m.view.Scenario(); sc != nil {
		for i := range sc.Phases {
			if sc.Phases[i].ID == id {
				return i + 1
			}
		}
	}
	return 0
}

// cuedChannel reports whether a controller says what comes by a channel.
func cuedChannel(channel string) bool {
	return channel == scenarios.ChannelPhone || channel == scenarios.ChannelInPerson
}
