package tui

import (
	"errors"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// batchPane shows what will become of each marked entry of the queue, and to
// whom that goes, before Enter does it; afterwards what was refused.
type batchPane struct {
	title   string
	steps   []step
	sending bool
	refused int
	scroll  int
	most    int
}

// batchMsg is what came of the commands of a batch, one for each step.
type batchMsg struct {
	pane  *batchPane
	errs  []error
	place int // see sentMsg
}

// batch shows what doing the same to every marked entry comes to.
func (m *Model) batch(title string, of func(engine.Waiting) step) tea.Cmd {
	b := &batchPane{title: title}
	for _, q := range m.console.marked() {
		s := of(q)
		s.id = m.opts.NewID()
		b.steps = append(b.steps, s)
	}
	m.lay(b)
	return nil
}

// todo is how many steps do something.
func (b *batchPane) todo() int {
	n := 0
	for i := range b.steps {
		if b.steps[i].op != nil && !b.steps[i].done {
			n++
		}
	}
	return n
}

func (b *batchPane) scope() scope                       { return scopeBatch }
func (b *batchPane) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (b *batchPane) size(m *Model, w, h int) (int, int) { return w, min(h, len(b.lines(m, w))+3) }

func (b *batchPane) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case b.sending:
		return nil // its answers are on the way
	case m.bound(scopeBatch, msg) == nil:
		return m.below(msg, m.t("Enter or Esc first"))
	}
	return m.press(scopeBatch, msg)
}

func (b *batchPane) draw(m *Model, w, h int) []string {
	all := b.lines(m, w)
	room := h - 3
	b.most = max(0, len(all)-room)
	b.scroll = max(0, min(b.scroll, b.most))
	title := m.t("{what}: {n} of {m} marked", "what", b.title, "n", strconv.Itoa(b.todo()), "m", strconv.Itoa(len(b.steps)))
	if b.refused > 0 {
		title = m.t("{what}: {n} refused, the others are done", "what", b.title, "n", strconv.Itoa(b.refused))
	}
	if b.most > 0 {
		title += " · " + m.t("↑ ↓ scroll")
	}
	out := []string{m.st.rule.Render(ruleLine("", w)), fit(" "+m.st.titleFocus.Render(title), w)}
	out = append(out, all[b.scroll:min(len(all), b.scroll+room)]...)
	out = fitAll(out, w, h)
	out[h-1] = fit(" "+b.last(m), w)
	return out
}

// last is what the keys do now.
func (b *batchPane) last(m *Model) string {
	enter, esc := m.st.key.Render("Enter")+" ", "   "+m.st.key.Render("Esc")+" "
	switch {
	case b.sending:
		return m.st.warn.Render(m.t("sending…"))
	case b.refused > 0, b.todo() == 0:
		return enter + m.t("back")
	case b.todo() == 1:
		return enter + m.t("do it") + esc + m.t("no")
	}
	return enter + m.t("do all {n}, one command each", "n", strconv.Itoa(b.todo())) + esc + m.t("no")
}

// lines are the steps that do something, then those that can't.
func (b *batchPane) lines(m *Model, w int) []string {
	var out, stay []string
	for i := range b.steps {
		s := &b.steps[i]
		sign, style := waitingSign(m.st, s.entry.Kind)
		text := indent(" "+sign+" ", s.name, w)
		switch {
		case s.done:
			continue
		case s.err != nil:
			text = append(text, styled(indent("   ✗ ", m.reason(s.err), w), m.st.errorLine)...)
		case s.op == nil:
			stay = append(append(stay, text...), styled(indent("   ", m.t("stays: {why}", "why", s.why), w), m.st.dim)...)
			continue
		default:
			what := s.does
			if s.to != "" {
				what += " → " + s.to
			}
			text[0] = " " + style.Render(sign) + " " + text[0][len(" "+sign+" "):]
			text = append(text, styled(indent("   ", what, w), m.st.bold)...)
		}
		out = append(out, text...)
	}
	return append(out, stay...)
}

// batchEnter does all steps, one after the other, or goes back.
func (m *Model) batchEnter() tea.Cmd {
	b, ok := m.top().(*batchPane)
	if !ok || b.refused > 0 || b.todo() == 0 {
		return m.dropTop()
	}
	cmds := make([]engine.Command, len(b.steps))
	for i := range b.steps {
		if s := &b.steps[i]; s.op != nil && m.console.waits(s.entry) {
			cmds[i] = m.control(s.op)
			cmds[i].ID = s.id
		}
	}
	b.sending = true
	m.sending++
	host, ctx, place := m.host, m.ctx, m.answers.expect()
	gone := errors.New(m.t("it no longer waits"))
	return func() tea.Msg {
		errs := make([]error, len(cmds))
		for i, c := range cmds {
			if errs[i] = gone; c.Op != nil {
				_, errs[i] = host.Do(ctx, c)
			}
		}
		return m.answers.keep(place, batchMsg{b, errs, place})
	}
}

// batched takes in what came of a batch. What was refused stays in sight with
// its reason.
func (m *Model) batched(msg batchMsg) {
	m.sending = max(0, m.sending-1)
	b := msg.pane
	b.sending = false
	n := 0
	for i, err := range msg.errs {
		s := &b.steps[i]
		switch {
		case s.op == nil:
		case err != nil:
			s.err = err
			b.refused++
		default:
			s.done = true
			n++
		}
	}
	m.pull()
	if b.refused > 0 {
		b.scroll = 0
		m.say(m.t("{n} done, {m} refused", "n", strconv.Itoa(n), "m", strconv.Itoa(b.refused)), true)
		return
	}
	m.drop(b)
	m.say(m.t("{n} done", "n", strconv.Itoa(n)), false)
}

func batchScroll(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if b, ok := m.top().(*batchPane); ok {
			b.scroll = max(0, min(b.scroll+d, b.most))
		}
		return nil
	}
}

// batchBindings are the keys that mark what waits, and those of a batch.
func batchBindings() []binding {
	const g = "Waiting"
	return []binding{
		{scopeConsole, []string{"c"}, "claim", "claim what waits: the others see that you deal with it; again: leave it", 3, g, (*Model).claimKey, (*Model).whyNoClaim, nil, false},
		{scopeConsole, []string{"*"}, "mark", "mark what waits, to accept or dismiss many at once", 2, g, (*Model).markKey, (*Model).whyNoMark, nil, false},
		{scopeConsole, []string{"+"}, "mark all", "mark all of this kind that wait", 2, g, (*Model).markKindKey, (*Model).whyNoMark, nil, false},

		{scopeBatch, []string{"enter"}, "", "do it for all that are listed", 0, "", (*Model).batchEnter, nil, nil, false},
		{scopeBatch, []string{"up", "k"}, "", "up", 0, "", batchScroll(-1), nil, nil, false},
		{scopeBatch, []string{"down", "j"}, "", "down", 0, "", batchScroll(1), nil, nil, false},
		{scopeBatch, []string{"pgup"}, "", "a page up", 0, "", batchScroll(-10), nil, nil, false},
		{scopeBatch, []string{"pgdown"}, "", "a page down", 0, "", batchScroll(10), nil, nil, false},
		{scopeBatch, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeBatch, []string{"esc", "n", "q", "ctrl+c"}, "", "don't", 0, "", (*Model).dropTop, nil, nil, false},
	}
}
