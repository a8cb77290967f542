package tui

import tea "charm.land/bubbletea/v2"

// overlay is something that lies over a screen and has the keys.
type overlay interface {
	// key takes every key while the overlay is on top.
	key(m *Model, msg tea.KeyPressMsg) tea.Cmd
	// paste takes pasted text.
	paste(m *Model, msg tea.PasteMsg) tea.Cmd
	// size is how much it wants of a body of w×h cells. One that wants less
	// than the height lies at the bottom.
	size(m *Model, w, h int) (int, int)
	// draw draws it on w×h cells.
	draw(m *Model, w, h int) []string
	// scope that its bindings are in.
	scope() scope
}

// top is the overlay that has the keys, nil if there is none.
func (m *Model) top() overlay {
	if len(m.over) == 0 {
		return nil
	}
	return m.over[len(m.over)-1]
}

// lay puts an overlay on top.
func (m *Model) lay(o overlay) { m.over = append(m.over, o) }

// drop takes an overlay away, wherever it lies.
func (m *Model) drop(o overlay) {
	for i := range m.over {
		if m.over[i] == o {
			m.over = append(m.over[:i:i], m.over[i+1:]...)
			return
		}
	}
}

// confirm is a question that takes Enter. It says what follows and for whom.
type confirm struct {
	title string
	lines []string
	yes   string // what Enter does
	no    string // what Esc does, if more than nothing
	// leave, if set, is done on Esc: who presses it again means it.
	leave func(m *Model) tea.Cmd
	act   func(m *Model) tea.Cmd
	// throw, if set, is done on x: what it is about is thrown away.
	throw func(m *Model) tea.Cmd
	// thrown is what x does, where that is another thing.
	thrown string
	// again: the key that put the question, pressed again, means yes.
	again bool
	bad   bool // to be looked at twice
}

func (c *confirm) scope() scope                       { return scopeConfirm }
func (c *confirm) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }

func (c *confirm) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if k := msg.String(); c.leave != nil && (k == "esc" || k == "ctrl+c") {
		m.drop(c)
		return c.leave(m)
	}
	if k := msg.String(); c.again && (k == "q" || k == "ctrl+c") {
		return m.confirmYes()
	}
	if m.bound(scopeConfirm, msg) == nil {
		return m.below(msg, m.t("Enter or Esc first"))
	}
	return m.press(scopeConfirm, msg)
}

func (c *confirm) size(_ *Model, w, h int) (int, int) { return w, min(h, len(c.wrapped(w))+4) }

// wrapped is what it says below its title.
func (c *confirm) wrapped(w int) []string {
	var out []string
	for _, l := range c.lines {
		if l == "" {
			continue // there was nothing to say
		}
		out = append(out, indent(" ", l, w-1)...)
	}
	return out
}

func (c *confirm) draw(m *Model, w, h int) []string {
	st := m.st
	mark := st.titleFocus
	if c.bad {
		mark = st.errorLine
	}
	out := []string{st.rule.Render(ruleLine("", w)), fit(" "+mark.Render(c.title), w)}
	out = append(out, c.wrapped(w)...)
	keys := " " + st.key.Render("Enter") + " " + c.yes
	if c.again {
		keys = " " + st.key.Render(m.t("Enter, or {key} again,", "key", "q")) + " " + c.yes
	}
	if c.throw != nil {
		keys += "   " + st.key.Render("x") + " " + c.throwWord(m)
	}
	out = append(out, fit(keys+"   "+st.key.Render("Esc")+" "+c.noWord(m), w))
	return fitAll(out, w, h)
}

// throwWord is what x does.
func (c *confirm) throwWord(m *Model) string {
	if c.thrown != "" {
		return c.thrown
	}
	return m.t("throws it away")
}

// noWord is what Esc does.
func (c *confirm) noWord(m *Model) string {
	if c.no != "" {
		return c.no
	}
	return m.t("no")
}

// ask puts a question.
func (m *Model) ask(title, yes string, act func(m *Model) tea.Cmd, lines ...string) tea.Cmd {
	m.lay(&confirm{title: title, yes: yes, act: act, lines: lines})
	return nil
}

// askTwice puts a question whose yes can't be taken back.
func (m *Model) askTwice(title, yes string, act func(m *Model) tea.Cmd, lines ...string) tea.Cmd {
	m.lay(&confirm{title: title, yes: yes, act: act, lines: lines, bad: true})
	return nil
}

func (m *Model) confirmYes() tea.Cmd {
	c, ok := m.top().(*confirm)
	if !ok {
		return nil
	}
	m.drop(c)
	return c.act(m)
}

// confirmThrow throws away what the question is about, if it can be.
func (m *Model) confirmThrow() tea.Cmd {
	c, ok := m.top().(*confirm)
	if !ok || c.throw == nil {
		m.say(m.t("Enter or Esc first"), true)
		return nil
	}
	m.drop(c)
	return c.throw(m)
}

func (m *Model) dropTop() tea.Cmd {
	if o := m.top(); o != nil {
		m.drop(o)
	}
	return nil
}
