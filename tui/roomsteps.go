package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// roomBindings are the keys of the screen of who is where, and the one that
// leads there.
func roomBindings() []binding {
	return []binding{
		{scopeConsole, []string{"p"}, "people", "who is where: terminals, codes to join with, moving and removing people", 2, "Play", (*Model).roomKey, (*Model).whyNoRoom, nil, false},

		{scopeRoom, []string{"enter", "c"}, "code", "the code of the seat, and what to type to join", 1, "", (*Model).codeKey, (*Model).whyNoCode, nil, false},
		{scopeRoom, []string{"n"}, "new code", "make a new code for the seat; the old one opens nothing any longer", 1, "", (*Model).newCodeKey, (*Model).whyNoCode, nil, false},
		{scopeRoom, []string{"m"}, "move", "move the person to another seat", 1, "", (*Model).moveForm, (*Model).whyNoTerminal, nil, false},
		{scopeRoom, []string{"x"}, "remove", "remove the person: their terminal is closed", 1, "", (*Model).removeKey, (*Model).whyNoTerminal, nil, false},
		{scopeRoom, []string{"up", "k"}, "", "up", 0, "", roomStep(-1), nil, nil, false},
		{scopeRoom, []string{"down", "j"}, "", "down", 0, "", roomStep(1), nil, nil, false},
		{scopeRoom, []string{"pgup"}, "", "a page up", 0, "", roomPage(-1), nil, nil, false},
		{scopeRoom, []string{"pgdown"}, "", "a page down", 0, "", roomPage(1), nil, nil, false},
		{scopeRoom, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeRoom, []string{"esc", "q", "ctrl+c"}, "back", "back", 1, "", (*Model).dropTop, nil, nil, false},

		{scopeCode, []string{"n"}, "new code", "make a new code for the seat; the old one opens nothing any longer", 1, "", (*Model).newCodeKey, nil, nil, false},
		{scopeCode, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeCode, []string{"esc", "enter", "q", "ctrl+c"}, "back", "back", 1, "", (*Model).dropTop, nil, nil, false},
	}
}

func (m *Model) whyNoCode() string {
	r, ok := m.roomAt()
	switch {
	case !ok:
		return m.t("no seat is under the cursor")
	case !m.managesSeat(r.seat):
		return m.t("that is for the controller of {side}", "side", m.sideName(m.seatSide(r.seat)))
	}
	return ""
}

func (m *Model) whyNoTerminal() string {
	r, ok := m.roomAt()
	switch {
	case ok && r.term == nil && r.sits != nil && !r.sits.Bot:
		return m.t("they sit at the host's own computer")
	case !ok || r.term == nil:
		return m.t("nobody with a terminal is under the cursor")
	}
	return m.whyNoCode()
}

// inRoom does something that may take a while, and says what came of it.
func (m *Model) inRoom(do func(Room) (*codeCard, error), done string) tea.Cmd {
	r := m.opts.Room
	m.sending++
	return func() tea.Msg {
		card, err := do(r)
		return roomDoneMsg{done: done, card: card, err: err}
	}
}

// didInRoom takes in what came of it.
func (m *Model) didInRoom(msg roomDoneMsg) {
	m.sending = max(0, m.sending-1)
	switch {
	case msg.err != nil:
		m.say(line(m.t("Not done: {error}", "error", msg.err.Error())), true)
		return
	case msg.done != "":
		m.say(msg.done, false)
	}
	if msg.card != nil && m.lock == nil {
		if old, ok := m.top().(*codeCard); ok {
			m.drop(old)
		}
		m.lay(msg.card)
	}
}

// codeAt is the seat whose code is meant.
func (m *Model) codeAt() string {
	if c, ok := m.top().(*codeCard); ok {
		return c.seat
	}
	r, _ := m.roomAt()
	return r.seat
}

// codeKey shows how one gets into the seat.
func (m *Model) codeKey() tea.Cmd {
	seat := m.codeAt()
	return m.inRoom(func(r Room) (*codeCard, error) { return newCodeCard(r, seat, r.Code(seat)), nil }, "")
}

// newCodeKey makes a new code, if that is meant.
func (m *Model) newCodeKey() tea.Cmd {
	seat := m.codeAt()
	return m.askTwice(m.t("A new code for {seat}?", "seat", m.seatTitle(seat)), m.t("make it"), func(m *Model) tea.Cmd {
		return m.inRoom(func(r Room) (*codeCard, error) {
			code, err := r.NewCode(seat)
			if err != nil {
				return nil, err
			}
			return newCodeCard(r, seat, code), nil
		}, m.t("The old code opens nothing any longer."))
	}, m.t("The old one, on its slip, opens nothing any longer. Who sits there stays."))
}

// removeKey closes a terminal, if that is meant.
func (m *Model) removeKey() tea.Cmd {
	r, _ := m.roomAt()
	t := *r.term
	return m.askTwice(m.t("Remove {who} from {seat}?", "who", m.terminalName(&t), "seat", m.seatTitle(t.Seat)), m.t("remove"), func(m *Model) tea.Cmd {
		return m.inRoom(func(room Room) (*codeCard, error) { return nil, room.Remove(t.ID) }, m.t("Removed: {who}.", "who", m.terminalName(&t)))
	}, m.t("Their terminal is closed, and says so. With the seat's code they can come back, until there is a new one (n)."))
}

// moveForm takes a person to another seat.
func (m *Model) moveForm() tea.Cmd {
	r, _ := m.roomAt()
	t := *r.term
	var options []option
	for _, s := range m.allSeats() {
		if s != t.Seat && m.managesSeat(s) {
			options = append(options, option{s, m.column(m.seatKind(s), 34) + m.column(m.sideName(m.seatSide(s)), 20) + m.whoSits(s)})
		}
	}
	to := newPick(m.t("Seat"), options, "")
	to.rows = 12
	who := m.terminalName(&t)
	f := &form{
		title: m.t("Move {who} from {seat}", "who", who, "seat", m.seatTitle(t.Seat)), fields: []field{to}, send: m.t("go on"),
		lead: []string{m.t("Their screen becomes that seat's, and they are told. What they have written stays with the seat they leave.")},
	}
	f.instead = func(m *Model) (tea.Cmd, string) {
		seat := to.value()
		if seat == "" {
			return nil, m.t("choose one")
		}
		m.drop(f)
		return m.askMove(&t, seat), ""
	}
	return m.open(f)
}

// askMove asks before somebody sees what another seat sees.
func (m *Model) askMove(t *Terminal, seat string) tea.Cmd {
	id, who, title := t.ID, m.terminalName(t), m.seatTitle(seat)
	see := ""
	if was, is := m.seatSide(t.Seat), m.seatSide(seat); was != is && is != "" {
		see = m.t("They will see all that {side} sees.", "side", m.sideName(is))
	} else if engine.IsControl(seat) && !engine.IsControl(t.Seat) {
		see = m.t("They will see all that control sees.")
	}
	sits := ""
	if slices.ContainsFunc(m.view.Sitting(seat), func(s engine.Sitting) bool { return !s.Bot }) {
		sits = m.t("There sits already: {who}.", "who", m.whoSits(seat))
	}
	return m.askTwice(m.t("Move {who} to {seat}?", "who", who, "seat", title), m.t("move"), func(m *Model) tea.Cmd {
		return m.inRoom(func(r Room) (*codeCard, error) { return nil, r.Move(id, seat) }, m.t("Moved: {who} to {seat}.", "who", who, "seat", title))
	}, see, sits)
}

// allSeats are the roles, then the staff's seats.
func (m *Model) allSeats() []string {
	var out []string
	for _, r := range m.view.Seats() {
		out = append(out, r.ID)
	}
	return append(out, engine.StaffSeats(m.view.Scenario())...)
}
