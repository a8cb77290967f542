package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// showing is which injects the MSEL shows.
type showing uint8

// What the MSEL can show. Phase is the present one, side that of addressees.
const (
	showAll showing = iota
	showToCome
	showWaiting
	showDelivered
	showConditional
	showPhase
	showSide
)

// mselFilter is what the MSEL shows; side is set for showSide alone.
type mselFilter struct {
	show showing
	side string
}

// filters are those that there are, in the order that a key goes through them.
func (m *Model) filters() []mselFilter {
	var out []mselFilter
	for s := showAll; s < showSide; s++ {
		out = append(out, mselFilter{show: s})
	}
	for _, s := range m.view.Sides() {
		out = append(out, mselFilter{showSide, s.ID})
	}
	return out
}

// filterName is a filter as the pane's title says it, "" for all.
func (m *Model) filterName(f mselFilter) string {
	switch f.show {
	case showToCome:
		return m.t("to come")
	case showWaiting:
		return m.t("waiting")
	case showDelivered:
		return m.t("delivered")
	case showConditional:
		return m.t("conditional")
	case showPhase:
		return m.t("this phase")
	case showSide:
		return m.t("to {side}", "side", line(f.side)) // the title has little room
	}
	return ""
}

// injectsOf gives the places in the MSEL of what a filter lets through, nil for
// all.
func (f mselFilter) injectsOf(v engine.View) []int32 {
	if f.show == showAll {
		return nil
	}
	phase := ""
	if sc := v.Scenario(); sc != nil && len(sc.Phases) > 0 {
		phase = sc.Phases[max(0, v.Clock().Phase)].ID
	}
	mine := map[string]bool{}
	for _, r := range v.Seats() {
		mine[r.ID] = r.Side == f.side
	}
	out := []int32{}
	for i := range v.MSELLen() {
		it := v.MSELAt(i)
		if f.lets(&it, phase, mine) {
			out = append(out, int32(i))
		}
	}
	return out
}

func (f mselFilter) lets(it *engine.MSELItem, phase string, mine map[string]bool) bool {
	switch f.show {
	case showToCome:
		return undelivered(it)
	case showWaiting:
		switch it.State {
		case engine.InjectDue, engine.InjectCued, engine.InjectProposed, engine.InjectHeld:
			return true
		}
		return false
	case showDelivered:
		return it.State == engine.InjectDelivered
	case showConditional:
		return it.Def.When != nil
	case showPhase:
		return it.Def.Phase == phase
	case showSide:
		return slices.ContainsFunc(it.Roles, func(r string) bool { return mine[r] })
	}
	return true
}

// mselAt is the place in the MSEL of row i of its pane.
func (c *console) mselAt(i int) int {
	if c.shown == nil {
		return i
	}
	return int(c.shown[i])
}

// mselRowOf is the row of a place in the MSEL, or of the first after it that
// is shown.
func (c *console) mselRowOf(place int) (row int, there bool) {
	if c.shown == nil {
		return place, true
	}
	return slices.BinarySearch(c.shown, int32(place))
}

// refreshMSEL takes in what there is to show. The cursor stays on its inject,
// also while that is no longer let through: the next press of a key must not be
// done to another one.
func (c *console) refreshMSEL(v engine.View, keep bool) {
	l := &c.lists[paneMSEL]
	place := 0
	if l.cursor < l.n {
		place = c.mselAt(l.cursor)
	}
	had := l.n > 0
	c.shown = c.filter.injectsOf(v)
	c.shownGen++
	row, there := c.mselRowOf(place)
	if keep && !there && had && !l.follow {
		c.shown = slices.Insert(c.shown, row, int32(place))
	}
	n := v.MSELLen()
	if c.shown != nil {
		n = len(c.shown)
	}
	l.cursor = row
	l.set(n)
	c.followNext()
}

// followNext puts the cursor of an MSEL that follows on what is due next.
func (c *console) followNext() {
	if l := &c.lists[paneMSEL]; l.follow && c.next >= 0 {
		if row, there := c.mselRowOf(c.next); there {
			l.cursor = row
		}
	}
}

// showOnly lets the MSEL show what a filter lets through.
func (m *Model) showOnly(f mselFilter) {
	c := &m.console
	c.filter = f
	c.refreshMSEL(m.view, false)
	c.show(paneMSEL)
}

// filterKey goes on to the next filter.
func filterKey(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		all := m.filters()
		at := max(0, slices.Index(all, m.console.filter))
		m.showOnly(all[(at+d+len(all))%len(all)])
		return nil
	}
}

// filterForm chooses a filter from a list with what each lets through.
func (m *Model) filterForm() tea.Cmd {
	all := m.filters()
	var options []option
	for i, f := range all {
		name, n := m.filterName(f), m.view.MSELLen()
		if name == "" {
			name = m.t("all")
		} else {
			n = len(f.injectsOf(m.view))
		}
		options = append(options, option{strconv.Itoa(i), fit(name, 30) + " " + strconv.Itoa(n)})
	}
	pick := newPick(m.t("Show"), options, strconv.Itoa(max(0, slices.Index(all, m.console.filter))))
	pick.rows = len(options)
	f := &form{title: m.t("What the MSEL shows"), fields: []field{pick}, send: m.t("show")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		m.drop(f)
		if i, err := strconv.Atoi(pick.value()); err == nil {
			m.showOnly(all[i])
		}
		return nil, ""
	}
	return m.open(f)
}

// mselCount says which of how many the cursor is on, and what is shown.
func (c *console) mselCount(m *Model) (title, count string) {
	l := &c.lists[paneMSEL]
	title, count = m.t("MSEL"), strconv.Itoa(min(l.cursor+1, l.n))+"/"+strconv.Itoa(l.n)
	if c.filter.show != showAll {
		title += " · " + m.filterName(c.filter)
		if m.w >= wideWidth {
			count = m.t("{count} of {all}", "count", count, "all", strconv.Itoa(m.view.MSELLen()))
		}
	}
	if _, there := c.mselRowOf(c.next); l.follow && there {
		count += " " + m.t("following")
	}
	return title, count
}
