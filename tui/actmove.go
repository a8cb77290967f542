package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

func focusKey(p pane) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.console.show(p)
		return nil
	}
}

func stepKey(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.console.step(m, d)
		return nil
	}
}

// pageKey moves by pages; by two it goes to the end.
func pageKey(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		l := &m.console.lists[m.console.focus]
		switch d {
		case -2:
			l.cursor = 0
			m.console.step(m, 0)
		case 2:
			l.cursor = max(0, l.n-1)
			m.console.step(m, 0)
		default:
			m.console.step(m, d*max(1, l.page-1))
		}
		return nil
	}
}

func scrollKey(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.console.scroll = max(0, m.console.scroll+d)
		return nil
	}
}

func detailScroll(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if f, ok := m.top().(*fullDetail); ok {
			f.scroll = max(0, min(f.scroll+d, f.most))
		}
		return nil
	}
}

// followKey lets the pane follow again what is due next or what happens.
func (m *Model) followKey() tea.Cmd {
	c := &m.console
	if c.focus == paneWaiting {
		c.lists[paneWaiting].cursor = 0
		return nil
	}
	l := &c.lists[c.focus]
	l.follow = true
	if c.focus == paneFeed {
		l.cursor = max(0, l.n-1)
		l.settle(c.hidden(m.view, paneFeed))
	} else {
		c.followNext()
	}
	return nil
}

func (m *Model) detailKey() tea.Cmd {
	if it, ok := m.inject(); ok && it.State == engine.InjectCued {
		return m.sayOrShow(it.ID)
	}
	m.lay(&fullDetail{at: m.at()})
	return nil
}

// findForm finds a row of the pane in focus that has all the words.
func (m *Model) findForm() tea.Cmd {
	words := newText(m.t("Find"), m.t("words; with nothing typed, the next one"), "")
	c := &m.console
	p := c.focus
	f := &form{title: m.t("Find"), fields: []field{words}, send: m.t("find")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		if v := words.value(); v != "" {
			c.find = v
		}
		if c.find == "" {
			return nil, m.t("nothing to find")
		}
		m.drop(f)
		if !c.findNext(m, p) {
			return nil, m.t("not found: {words}", "words", line(c.find))
		}
		if p != paneFeed { // there are too many of it to count
			n, of := c.findCount(m, p)
			m.say(m.t("{n} of {m} with “{words}”", "n", strconv.Itoa(n), "m", strconv.Itoa(of), "words", line(c.find)), false)
		}
		return nil, ""
	}
	return m.open(f)
}

// findNext moves the cursor to the next row that has the words, round the end.
func (c *console) findNext(m *Model, p pane) bool {
	l := &c.lists[p]
	for d := 1; d <= l.n; d++ {
		i := (l.cursor + d) % l.n
		if hidden := c.hidden(m.view, p); hidden != nil && hidden(i) {
			continue
		}
		if match(c.find, c.rowText(m, p, i)) {
			l.cursor, l.follow = i, false
			c.scroll = 0
			return true
		}
	}
	return false
}

// findCount says which of how many rows with the words the cursor is on.
func (c *console) findCount(m *Model, p pane) (n, of int) {
	for i := range c.lists[p].n {
		if match(c.find, c.rowText(m, p, i)) {
			of++
			if i <= c.lists[p].cursor {
				n++
			}
		}
	}
	return n, of
}

// rowText is what is searched of a row.
func (c *console) rowText(m *Model, p pane, i int) string {
	switch p {
	case paneMSEL:
		it := m.view.MSELAt(c.mselAt(i))
		return it.ID + " " + it.State.String() + " " + m.view.ItemText(&it, "subject", m.lang)
	case paneFeed:
		return m.eventLine(m.view, m.view.LogAt(i))
	case paneBetween:
		r := &c.between[i]
		_, _, text, more := m.betweenText(r.at)
		return r.at.id + " " + text + " " + more
	case paneAgenda:
		r := &c.agenda[i]
		if d := m.view.Discussion(r.id); d != nil {
			return r.id + " " + d.Prompt.In(m.lang)
		}
		if it, ok := m.view.Item(r.id); ok {
			return r.id + " " + m.view.ItemText(&it, "subject", m.lang)
		}
		return r.id + " " + m.view.Scenario().Phases[r.phase].Segments[r.segment].Title.In(m.lang)
	default:
		return c.queue[i].Kind + " " + m.waitingLine(c.queue[i])
	}
}

// seatForm chooses a seat to look from.
func (m *Model) seatForm() tea.Cmd {
	pick := newPick(m.t("Seat"), m.seatOptions(), "")
	pick.rows = 12
	lead := m.t("What you do on a seat's screen is recorded as that seat's. Esc comes back.")
	if m.looksOn() {
		lead = m.t("You look on: nothing can be done there. Esc comes back.")
	}
	f := &form{title: m.t("View as"), lead: []string{lead}, fields: []field{pick}, send: m.t("look from there")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		m.drop(f)
		cmd := m.enterSeat(pick.value())
		m.offerDrafts(m.actor())
		return cmd, ""
	}
	return m.open(f)
}

// seatOptions are the seats with who sits there.
func (m *Model) seatOptions() []option {
	var options []option
	seats := m.view.Seats()
	for i := range seats {
		r := &seats[i]
		options = append(options, option{r.ID, m.column(m.roleTitle(r.ID), 34) + m.column(m.sideName(r.Side), 18) + m.column(m.unread(r.ID), 14) + m.whoSits(r.ID)})
	}
	return options
}

// unread says how many messages a seat has not opened; before STARTEX, whether
// it has practised.
func (m *Model) unread(role string) string {
	if m.life() == engine.Planned {
		return m.practisedWord(role) // nothing has come yet
	}
	v, ok := m.host.View(role)
	if !ok {
		return ""
	}
	n := 0
	for i := range v.InboxLen() {
		if it := v.InboxAt(i); it.Status == engine.Unopened && !it.Recalled {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return m.t("{n} unread", "n", strconv.Itoa(n))
}

// whoSits says who sits in a seat.
func (m *Model) whoSits(role string) string {
	var names []string
	for _, s := range m.view.Sitting(role) {
		switch {
		case s.Bot:
			names = append(names, m.t("bot"))
		case s.Name != "":
			names = append(names, line(s.Name))
		default:
			names = append(names, line(s.Person))
		}
	}
	if names == nil {
		return "–"
	}
	return m.joinNames(names)
}
