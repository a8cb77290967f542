package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// alone reports whether it is the terminal of one who has a seat's screen and
// no console behind it: a player's or an observer's.
func (m *Model) alone() bool { return !engine.IsControl(m.home) }

// looksOn reports whether who sits here gives no command on a seat's screen:
// the staff but facilitators.
func (m *Model) looksOn() bool { return engine.IsStaff(m.home) && !engine.Leads(m.home) }

// sitDown shows the seat's screen, or the first of those that an observer looks
// at.
func (m *Model) sitDown() {
	m.tells.mostLines, m.tells.mostTexts = keptSeatTells, keptSeatTexts
	if m.looksOn() {
		m.binds = observerBindings()
		m.lookOn()
	} else {
		m.binds = playerTerminalBindings()
		m.enterSeat(m.home) // Init waits for what is watched
	}
	if m.seat != nil {
		m.changeHands()
	}
}

// placed is a host that is the place of one person at a terminal of their own.
type placed interface {
	// Person who sits there, as the record names them.
	Person() string
	// Sees are the seats whose views can be asked for.
	Sees() []string
}

// me is who sits before the screen, as the record names them.
func (m *Model) me() string {
	if m.lock != nil {
		return m.lock.Person
	}
	if h, ok := m.host.(placed); ok {
		return h.Person()
	}
	return m.opts.Person
}

// myName is the name of the one who has a seat's screen to themselves, "" on
// control's.
func (m *Model) myName() string {
	switch {
	case m.lock != nil:
		return m.lock.Name
	case m.alone():
		return strings.TrimPrefix(m.opts.Person, "@")
	}
	return ""
}

// playerTerminalBindings are the keys of a player at a terminal of their own.
func playerTerminalBindings() []binding {
	return append(seatOnly(func(b *binding) bool { return b.group != groupAsControl }), leaveBinding())
}

// seatOnly are those keys of a seat's screen, and of what lies over it, that
// pass, with room for a few more: hundreds of screens have them, each its own.
func seatOnly(pass func(b *binding) bool) []binding {
	var out []binding
	for _, b := range allBindings() {
		switch b.scope {
		case scopeSeat, scopePractice, scopeFinding, scopeDetail, scopeForm, scopeConfirm, scopeHelp:
			if pass(&b) {
				out = append(out, b)
			}
		}
	}
	return append(make([]binding, 0, len(out)+2), out...)
}

func leaveBinding() binding {
	return binding{scopeSeat, []string{"q", "ctrl+c"}, "leave", "leave this terminal; your seat is kept", 3, groupScreen, (*Model).askLeave, nil, nil, false}
}

// askLeave asks whether to leave a terminal of one's own, which ends nothing.
func (m *Model) askLeave() tea.Cmd {
	kept := m.t("Your seat and what you were writing are kept; the same code brings you back.")
	if m.looksOn() && m.alone() {
		kept = m.t("The same code brings you back.")
	}
	lines := []string{kept}
	if !m.alone() {
		lines = append(lines, m.t("The exercise goes on without you; nothing is ended or paused."))
	}
	if n := len(m.drafts); n > 0 {
		lines = append(lines, m.t("Drafts that are kept: {n}.", "n", strconv.Itoa(n)))
	}
	m.lay(&confirm{title: m.t("Leave?"), yes: m.t("leave"), act: (*Model).leave, lines: lines, again: true})
	return nil
}

// leave ends the program, as its reader wants.
func (m *Model) leave() tea.Cmd {
	m.left = true
	return tea.Quit
}

// Left reports whether the last program ended because its reader left.
func (m *Model) Left() bool { return m.left }

// mayLeave reports whether the screen in sight may be left by its reader.
func (m *Model) mayLeave() bool {
	return m.seat == nil && m.alone() || m.bound(m.screenScope(), keyPress("q")) != nil
}

// noSuchSeat is all that there is to see without a seat.
func (m *Model) noSuchSeat() string {
	lines := []string{" " + m.t("EXERCISE"), "", " " + m.t("there is no such seat"), "", " q " + m.t("leave")}
	return strings.Join(fitAll(lines, m.w, m.h), "\n")
}

// seatWatch is what is watched of the seat in sight, nil for nothing.
func (m *Model) seatWatch() *watch {
	if m.seat == nil {
		return nil
	}
	return m.seat.watch
}

// Detach is called when a program on the Model has ended and nobody looks at it
// for now: nothing of the exercise is watched any longer, and what was drawn is
// let go of. What was typed, the cursor and the lists stay as they are, for
// hours if need be.
func (m *Model) Detach() {
	m.unwatchRoom()
	m.watch.stop()
	m.watch = nil
	if m.seat != nil {
		m.seat.watch.stop()
		m.seat.watch = nil
		m.seat.undraw()
	}
	m.frame = frame{}
}

// Attach is called when somebody is about to look again, before the program
// that they look with starts; its terminal may be another one. What happened
// meanwhile is taken in.
func (m *Model) Attach() {
	m.Detach()
	m.left, m.leaving = false, false
	m.profile, m.ground = 0, groundUnknown // the new terminal says what it can
	m.st = newStyles(neutralPalette(), m.st.gen+1)
	m.wall = m.opts.Now()
	if !m.alone() {
		m.watch = newWatch(m.host, m.home)
		m.watchRoom()
	}
	if m.seat != nil {
		m.seat.watch = newWatch(m.host, m.seat.role)
	}
	m.lateAnswers()
	m.pull() // after watching: nothing falls between the two
}

// undraw lets go of what was drawn.
func (s *seatScreen) undraw() {
	s.bar, s.listPart, s.detail, s.stack = cached[barKey]{}, cached[seatKey]{}, cached[detailKey]{}, cached[stackKey3]{}
	s.page, s.body, s.rows = keptPage{}, beside{}, nil
}

// ToldMsg is something for the person at the screen, from the host.
type ToldMsg struct{ Text string }

// Told has something said to the person at the screen when it is next drawn. It
// stays until they press a key. While a program runs on the Model, it is sent a
// [ToldMsg] instead.
func (m *Model) Told(text string) {
	m.say(line(text), false)
	m.told = true
}

// close lets go of what the host watches for it.
func (m *Model) close() { m.Detach() }
