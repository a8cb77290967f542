package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// The steps of practice, each done with one key.
const (
	practiceOpen = iota
	practiceAcknowledge
	practiceAct
	practiceDone
)

// practice lets somebody try a seat before it counts: a message that is
// nowhere in the record, and the real form, which sends nothing.
type practice struct {
	step int
	did  string // what was said to be done
}

func (*practice) scope() scope                       { return scopePractice }
func (*practice) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (*practice) size(_ *Model, w, h int) (int, int) { return w, h }

func (*practice) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopePractice, msg) == nil {
		return m.below(msg, m.t("that key is for later; Esc ends practice"))
	}
	return m.press(scopePractice, msg)
}

// practiceBindings are the keys of practice: those of the real thing.
func practiceBindings() []binding {
	return []binding{
		{scopePractice, []string{"enter"}, "open", "open the practice message", 1, "", practiceStep(practiceOpen), whyNotStep(practiceOpen), nil, false},
		{scopePractice, []string{"a"}, "acknowledge", "acknowledge the practice message", 1, "", practiceStep(practiceAcknowledge), whyNotStep(practiceAcknowledge), nil, false},
		{scopePractice, []string{"d"}, "we do…", "say what you do; nothing of it is recorded", 1, "", (*Model).practiceForm, whyNotStep(practiceAct), nil, false},
		{scopePractice, []string{"P"}, "again", "practise once more from the start", 2, "", (*Model).practiceAgain, nil, nil, false},
		{scopePractice, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopePractice, []string{"esc", "q", "ctrl+c"}, "back", "back to the seat's screen", 1, "", (*Model).dropTop, nil, nil, false},
	}
}

// practising is the practice in hand, nil for none.
func (m *Model) practising() *practice {
	for i := len(m.over) - 1; i >= 0; i-- {
		if p, ok := m.over[i].(*practice); ok {
			return p
		}
	}
	return nil
}

func (m *Model) whyNoPractice() string {
	if m.life() == engine.Over {
		return m.t("the exercise is over")
	}
	return m.whyFrozen() // that it is done could not be recorded
}

func (m *Model) practiceKey() tea.Cmd {
	m.lay(&practice{})
	return nil
}

func (m *Model) practiceAgain() tea.Cmd {
	m.practiseOn(&practice{})
	return nil
}

// practiseOn puts the next step in the place of the present one.
func (m *Model) practiseOn(next *practice) {
	if p := m.practising(); p != nil {
		m.drop(p)
		m.lay(next)
	}
}

func practiceStep(step int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.practiseOn(&practice{step: step + 1})
		return nil
	}
}

func whyNotStep(step int) func(m *Model) string {
	return func(m *Model) string {
		switch p := m.practising(); {
		case p == nil:
			return m.t("you are not practising")
		case p.step < step:
			return m.t("first things first: see the line above")
		case p.step > step:
			return m.t("that is done")
		}
		return ""
	}
}

// practiceForm is the real form, whose sending stays here.
func (m *Model) practiceForm() tea.Cmd {
	a := m.newSeatAct(m.t("We do … (practice)"))
	a.send = m.t("try it")
	a.instead = func(m *Model) (tea.Cmd, string) {
		if _, wrong := a.make(); wrong != "" {
			return nil, wrong
		}
		m.drop(a.form)
		m.practiseOn(&practice{step: practiceDone, did: a.did.summary(m)})
		m.keep(practisedKeys+m.seat.role, "yes")
		return m.order(engine.PassPractice{}, m.t("You are ready.")), ""
	}
	return m.open(a.form)
}

// draw draws the practice message as the inbox draws a real one, below a line
// that says what to do next.
func (p *practice) draw(m *Model, w, h int) []string {
	todo := [...]string{
		m.t("1 of 3. A message has come. {key} opens it.", "key", "Enter"),
		m.t("2 of 3. You have read it. {key} acknowledges it: the sender knows that you have it.", "key", "a"),
		m.t("3 of 3. Say what your office does: {key}, a few letters, ↓ chooses from the list, Enter, Enter.", "key", "d"),
		m.t("This was practice: nothing was recorded. You are ready. {key} goes to your screen.", "key", "Esc"),
	}[p.step]
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("Practice"), w))}
	out = append(out, styled(indent(" ", todo, w-2), m.st.key)...)
	out = append(out, "", p.row(m, w), m.st.rule.Render(ruleLine("", w)))
	page := &page{m: m, st: m.st, w: max(20, min(w-2, textWidth))}
	p.message(m, page)
	for _, l := range page.lines {
		out = append(out, " "+l)
	}
	return fitAll(out, w, h)
}

// row is the message in the list.
func (p *practice) row(m *Model, w int) string {
	sign, style, subject := "✓", m.st.good, m.st.plain
	switch p.step {
	case practiceOpen:
		sign, style, subject = "●", m.st.accent, m.st.bold
	case practiceAcknowledge:
		sign, style = "○", m.st.accent
	}
	return m.listRow(w, true, true, seg{style, sign + " "}, seg{m.st.dim, fit(shortClock(0), 8)}, seg{subject, m.t("Practice: does this reach you?")})
}

func (p *practice) message(m *Model, page *page) {
	if p.step == practiceOpen {
		page.lit("● "+m.t("unread"), m.st.accent)
	}
	page.field(m.t("from"), m.t("Parley, for practice"))
	page.field(m.t("to"), m.roleTitle(m.seat.role))
	if p.step == practiceOpen {
		return
	}
	page.gap()
	page.lit(m.t("Practice: does this reach you?"), m.st.bold)
	page.lit("→ "+m.t("Asked of you: {ask}", "ask", m.t("acknowledge this message, then say in one line what your office does.")), m.st.accent)
	page.gap()
	text := m.seat.view.Practice().In(m.lang)
	if text == "" {
		text = m.t("An alarm has gone off at a company in your country. Nobody knows more yet. This message is for practice: it is not part of the exercise, nobody else sees it, and nothing that you do with it is kept.")
	}
	page.markdown(text)
	page.gap()
	switch p.step {
	case practiceAcknowledge:
		page.lit(m.t("Not acknowledged yet: {key} says that you have taken it in.", "key", "a"), m.st.warn)
	case practiceAct:
		page.note(words.Say(m.lang, "status.acknowledged", nil))
	case practiceDone:
		page.lit(m.t("{who}: {what}", "who", m.roleTitle(m.seat.role), "what", p.did), m.st.bold)
		page.note(m.t("not recorded: this was practice"))
	}
}

// practisedKeys are what the desk keeps of practice: by seat, that its person has
// been through it. The record has it of the seat alone.
const practisedKeys = "practised/"

// practiceNotice invites to practice until the one who sits here has been
// through it, before STARTEX.
func (s *seatScreen) practiceNotice(m *Model) string {
	if m.life() != engine.Planned || m.looksOn() {
		return ""
	}
	if s.view.Practised(s.role) && (m.myName() == "" || m.recall(practisedKeys+s.role) != "") {
		return m.st.good.Render(" ✓ "+m.t("You have practised and are ready.")) + m.st.dim.Render("  "+m.t("{key} practises again", "key", "P"))
	}
	return m.st.warn.Render(" "+m.t("Try your seat before it counts:")) + m.st.key.Render("  "+m.t("{key} practice, two minutes", "key", "P"))
}

// practised says, before STARTEX, how many of the seats where people sit or
// will sit have been through practice; "" later.
func (m *Model) practised() string {
	if m.life() != engine.Planned {
		return ""
	}
	n, of := 0, 0
	seats := m.view.Seats()
	for i := range seats {
		if m.botAt(seats[i].ID) {
			continue
		}
		of++
		if m.view.Practised(seats[i].ID) {
			n++
		}
	}
	if of == 0 {
		return ""
	}
	return m.t("practised {n}/{of}", "n", strconv.Itoa(n), "of", strconv.Itoa(of))
}

// practisedWord says it of one seat.
func (m *Model) practisedWord(seat string) string {
	switch {
	case m.botAt(seat):
		return ""
	case m.view.Practised(seat):
		return "✓ " + m.t("practised")
	}
	return m.t("not practised")
}

// botAt reports whether a bot sits in a seat, which needs no practice.
func (m *Model) botAt(seat string) bool {
	for _, s := range m.view.Sitting(seat) {
		if s.Bot {
			return true
		}
	}
	return false
}
