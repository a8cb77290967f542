package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// observerBindings are the keys of one who looks on: none gives a command.
func observerBindings() []binding {
	return append(seatOnly((*binding).looks), binding{
		scopeSeat, []string{"v"}, "other seat", "look at another seat's screen; Enter goes to the next one", 1, groupLooking, (*Model).lookForm, (*Model).whyNoOther, nil, false,
	}, leaveBinding())
}

// looks reports whether a key of a seat's screen, or of what lies over it,
// changes nothing of the exercise and keeps nothing.
func (b *binding) looks() bool {
	switch b.scope {
	case scopePractice, scopeFinding:
		return false
	case scopeSeat:
		key := b.keys[0]
		return b.group == groupLooking && key != "P" || key == "enter" || key == "B"
	}
	return true
}

// lookOn shows the first of the screens that an observer may look at where
// somebody sits; the first of all if nobody does.
func (m *Model) lookOn() {
	all := m.sees()
	if len(all) == 0 {
		return
	}
	at := slices.IndexFunc(all, func(seat string) bool {
		v, ok := m.host.View(seat)
		return ok && slices.ContainsFunc(v.Sitting(seat), func(s engine.Sitting) bool { return !s.Bot })
	})
	m.enterSeat(all[max(at, 0)])
}

// sees are the seats that an observer may look at.
func (m *Model) sees() []string {
	if h, ok := m.host.(placed); ok {
		return h.Sees()
	}
	return nil
}

func (m *Model) whyNoOther() string {
	if len(m.sees()) < 2 {
		return m.t("there is no other seat to look at")
	}
	return ""
}

// lookForm chooses the seat to look at next: Enter takes the one after the
// present one.
func (m *Model) lookForm() tea.Cmd {
	all := m.sees()
	next := all[(slices.Index(all, m.seat.role)+1)%len(all)]
	var options []option
	for _, id := range all {
		options = append(options, option{id, m.column(m.roleTitle(id), 34) + m.column(m.sideName(m.view.SideOf(id)), 18) + m.whoSits(id)})
	}
	pick := newPick(m.t("Seat"), options, next)
	pick.rows = 14
	f := &form{title: m.t("Look at another seat"), fields: []field{pick}, send: m.t("look from there"), low: true}
	f.instead = func(m *Model) (tea.Cmd, string) {
		m.drop(f)
		tab := m.seat.tab
		cmd := m.enterSeat(pick.value())
		if m.seat.has(tab) {
			m.seat.tab = tab // who compares looks at the same list
		}
		return cmd, ""
	}
	return m.open(f)
}
