package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// hosts reports whether the screen is the host's own, and others have
// terminals: closing it need not end anything for them.
func (m *Model) hosts() bool { return m.opts.Room != nil && !m.opts.Remote && m.host.Err() == nil }

// leaveOthers says that the others play on when this screen closes.
func (m *Model) leaveOthers() { m.room.goOn = m.hosts() }

// closeConsole asks whether to close this console alone, or to stop Parley.
func (m *Model) closeConsole() tea.Cmd {
	n := m.room.connected()
	lines := []string{m.t("People at terminals of their own: {n}. The exercise goes on for them without this screen.", "n", text64(int64(n)))}
	if n == 0 {
		lines = []string{m.t("Nobody is connected. The exercise goes on without this screen, and people can still join.")}
	}
	if leads := m.leadsElsewhere(); leads != "" {
		lines = append(lines, m.t("It is led by: {who}.", "who", leads))
	} else {
		lines = append(lines, m.t("No facilitator is connected: have the code of {seat} at hand to lead from elsewhere (p).", "seat", m.home))
	}
	lines = append(lines, m.t("x stops Parley for everyone; the exercise is saved, and is taken up again with:"), "  parley resume "+line(m.host.Path()))
	if k := len(m.drafts); k > 0 {
		lines = append(lines, m.t("Drafts that are kept: {n}.", "n", text64(int64(k))))
	}
	m.lay(&confirm{
		title: m.t("Close this console?"), yes: m.t("closes it alone"), lines: lines, thrown: m.t("stops Parley for everyone"),
		act: func(m *Model) tea.Cmd {
			m.leaveOthers()
			return tea.Quit
		},
		throw: func(*Model) tea.Cmd { return tea.Quit },
	})
	return nil
}

// leadsElsewhere names the facilitators who are connected.
func (m *Model) leadsElsewhere() string {
	var names []string
	for i := range m.room.terminals {
		if t := &m.room.terminals[i]; engine.Leads(t.Seat) && t.State != Gone && !slices.Contains(names, m.terminalName(t)) {
			names = append(names, m.terminalName(t))
		}
	}
	if names == nil {
		return ""
	}
	return m.joinNames(names)
}
