package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// onSuggestion is a suggestion to whoever holds the pen.
const onSuggestion = "suggestion"

// asControl marks what control does on a seat's screen as recorded by control,
// so that the pen of the seat, which another holds, is no hindrance.
func (m *Model) asControl(c *engine.Command) {
	if m.seat != nil && c.Seat == m.seat.role && c.Via == "" && !m.handedOver() {
		c.Via = m.home
	}
}

// handedOver reports whether the one who sits at the seat has this screen, and
// not control.
func (m *Model) handedOver() bool { return m.lock != nil || m.alone() }

// people are those who sit at the seat on screen.
func (s *seatScreen) people() []engine.Sitting {
	return slices.DeleteFunc(slices.Clone(s.view.Sitting(s.role)), func(p engine.Sitting) bool { return p.Bot })
}

func personLabel(p *engine.Sitting) string {
	if p.Name != "" {
		return line(p.Name)
	}
	return line(p.Person)
}

// penNotice says who holds the pen of a shared seat, and what the others
// suggest.
func (s *seatScreen) penNotice(m *Model) string {
	holder := s.view.Pen(s.role)
	if holder == "" {
		return ""
	}
	var pen string
	var others []string
	for _, p := range s.people() {
		if p.Person == holder {
			pen = personLabel(&p)
		} else {
			others = append(others, personLabel(&p))
		}
	}
	text := " " + m.t("{who} has the pen; beside: {others}", "who", pen, "others", strings.Join(others, ", "))
	if m.alone() && holder == m.me() {
		text = " " + m.t("You have the pen; beside you: {others}", "others", strings.Join(others, ", "))
	}
	return m.st.accent.Render(text) + m.st.key.Render(s.penKeys(m, holder))
}

// penKeys are what one can do about the pen.
func (s *seatScreen) penKeys(m *Model, holder string) string {
	switch n := len(s.suggested); {
	case m.looksOn():
		return ""
	case n > 0:
		return "  " + m.t("suggested: {n}, in Actions", "n", text64(int64(n)))
	case !m.alone():
		return "  " + m.t("{o} suggests, {h} hands the pen on", "o", "o", "h", "h")
	case holder == m.me():
		return "  " + m.t("{key} hands it on", "key", "h")
	}
	return "  " + m.t("{key} suggests", "key", "o")
}

// penElsewhere is the name of another who holds the pen of the seat in sight,
// "" where the one before the screen may act.
func (m *Model) penElsewhere() string {
	if m.seat == nil || !m.alone() || m.looksOn() {
		return ""
	}
	if holder := m.seat.view.Pen(m.seat.role); holder != "" && holder != m.me() {
		return m.personName(m.seat.role, holder)
	}
	return ""
}

// withPen reports whether a key is for whoever holds the pen.
func (b *binding) withPen() bool {
	switch key := b.keys[0]; b.scope {
	case scopeSeat:
		return b.group == groupMessages && key != "enter" && key != "n" || b.group == groupPlay || key == "h"
	case scopeFinding:
		return b.group == groupFinding && b.why != nil
	}
	return false
}

// against is why a key is of no use now, in words, "" if it is.
func (b *binding) against(m *Model) string {
	if b.why != nil {
		if why := b.why(m); why != "" {
			return why
		}
	}
	if b.withPen() {
		if who := m.penElsewhere(); who != "" {
			return m.t("{who} has the pen: {key} suggests", "who", who, "key", "o")
		}
	}
	return ""
}

// suggestedAt is the suggestion under the cursor.
func (m *Model) suggestedAt() (engine.Suggestion, bool) {
	if at := m.at(); at.kind == onSuggestion {
		if s, ok := m.seat.view.Suggestion(at.id); ok && s.Taken == "" && !s.Dropped {
			return s, true
		}
	}
	return engine.Suggestion{}, false
}

// openSuggestions are those neither taken up nor dropped, oldest first.
func openSuggestions(v engine.View) []engine.Suggestion {
	return slices.DeleteFunc(v.Suggestions(), func(s engine.Suggestion) bool { return s.Taken != "" || s.Dropped })
}

// suggestionText is what is suggested, in a line.
func (m *Model) suggestionText(v engine.View, s *engine.Suggestion) string {
	a := engine.Action{Acted: &engine.Acted{Action: s.Action, Text: s.Text}, Side: v.Side().ID}
	return m.actText(v, &a)
}

func (s *seatScreen) suggestionRow(m *Model, i int, chosen, focus bool, w int) []string {
	sg := &s.suggested[i]
	return []string{
		m.listRow(w, chosen, focus, seg{m.st.dim, fit(shortClock(sg.T), 8)}, seg{m.st.odd, m.t("{who} suggests", "who", m.personName(s.role, sg.By))}, seg{m.st.key, s.suggestionKeys(m)}),
		fit("         "+m.suggestionText(s.view, sg), w),
	}
}

func (s *seatScreen) suggestionKeys(m *Model) string {
	if m.looksOn() || m.penElsewhere() != "" {
		return ""
	}
	return "  " + m.t("{y} takes it up, {x} drops it", "y", "y", "x", "x")
}

func (m *Model) suggestionDetail(p *page, v engine.View, id string) {
	s, ok := v.Suggestion(id)
	if !ok {
		return
	}
	p.title = m.t("Suggestion · {id}", "id", line(s.ID))
	p.lit(m.t("{who} suggests: {what}", "who", m.personName(s.Role, s.By), "what", m.suggestionText(v, &s)), m.st.bold)
	if s.Target != "" {
		p.field(m.t("target"), m.ofSide(m.targetName(s.Target), v.SideOf(s.Target)))
	}
	for _, c := range s.Cites {
		p.field(m.t("cites"), m.authorityName(v, v.Side().ID, c))
	}
	if t := m.typedBlock(v, s.Text); strings.Contains(t, "\n") { // else it stands above
		p.gap()
		p.markdown(t)
	}
	p.gap()
	switch {
	case s.Taken != "":
		p.note(m.t("taken up as {id}", "id", line(s.Taken)))
	case s.Dropped:
		p.note(m.t("dropped"))
	case m.penElsewhere() != "":
		p.note(m.t("{who} takes it up or drops it", "who", m.penElsewhere()))
	default:
		p.todo(m.t("{y} takes it up, {x} drops it", "y", "y", "x", "x"), m.st.dim)
	}
}

// Where somebody is to sit down who does not yet.
const (
	somebodyNew = "new"
	getsUp      = "up:" // and the person
)

// penForm hands the pen on, and says who sits down or gets up.
func (m *Model) penForm() tea.Cmd {
	s, holder := m.seat, m.seat.view.Pen(m.seat.role)
	var options, leave []option
	for _, p := range s.people() {
		if holder != "" && p.Person != holder {
			options = append(options, option{p.Person, m.t("the pen to {who}", "who", personLabel(&p))})
		}
		leave = append(leave, option{getsUp + p.Person, m.t("{who} gets up", "who", personLabel(&p))})
	}
	if m.alone() {
		return m.handPenForm(options)
	}
	options = append(append(options, option{somebodyNew, m.t("somebody new sits down")}), leave...)
	what := newPick(m.t("What"), options, "")
	name := newText(m.t("Name"), m.t("of who sits down"), "")
	seat, fresh := s.role, "p-"+strings.ToLower(clip(m.opts.NewID(), 8))
	f := &form{title: m.t("Who sits here, and who has the pen"), fields: []field{what, name}, send: m.t("do it"), done: m.t("Done.")}
	if options[0].id == somebodyNew {
		f.at = 1
	}
	f.to = func() string { return m.t("at {role}", "role", m.roleTitle(seat)) }
	f.make = func() (engine.Command, string) {
		c := engine.Command{Seat: seat, Said: engine.SaidNow}
		who, leaves := strings.CutPrefix(what.value(), getsUp)
		switch {
		case leaves:
			c.Op = engine.Leave{Person: who}
		case who != somebodyNew:
			c.Op = engine.HandPen{Person: who}
		case name.value() == "":
			return c, m.t("say who sits down")
		default:
			c.Op = engine.Join{Person: fresh, Name: name.value()}
		}
		return c, ""
	}
	return m.open(f)
}

// handPenForm hands the pen on at a terminal of one's own: who sits down joins
// at theirs, and who gets up leaves it.
func (m *Model) handPenForm(people []option) tea.Cmd {
	who, seat := newPick(m.t("To"), people, ""), m.seat.role
	return m.open(&form{
		title: m.t("Hand the pen on"), fields: []field{who}, send: m.t("do it"), done: m.t("Done."), low: true,
		to: func() string { return m.t("at {role}", "role", m.roleTitle(seat)) },
		make: func() (engine.Command, string) {
			return engine.Command{Seat: seat, Said: engine.SaidNow, Op: engine.HandPen{Person: who.value()}}, ""
		},
	})
}

// whyNoPen: at a terminal of one's own the pen is all that there is to hand on.
func (m *Model) whyNoPen() string {
	if m.alone() && m.seat.view.Pen(m.seat.role) == "" {
		return m.t("nobody shares this seat")
	}
	return m.whyNoClock()
}

func (m *Model) whyNoSuggest() string {
	holder := m.seat.view.Pen(m.seat.role)
	switch {
	case holder == "" && m.alone():
		return m.t("nobody shares this seat")
	case m.alone() && holder == m.me():
		return m.t("you have the pen: d says what you do")
	case holder == "":
		return m.t("nobody shares this seat; h says who sits down beside")
	}
	return m.whyNotDuring()
}

// suggestForm puts an action before whoever holds the pen.
func (m *Model) suggestForm() tea.Cmd {
	s := m.seat
	holder := s.view.Pen(s.role)
	var people []option
	taken := ""
	for _, p := range s.people() {
		people = append(people, option{p.Person, personLabel(&p)})
		if p.Person != holder && taken == "" {
			taken = p.Person
		}
	}
	who := newPick(m.t("Who"), people, taken)
	a := m.newSeatAct(m.t("Suggest: we could …"))
	f := a.form
	f.fields, f.at, f.send, f.done = []field{who, a.did, a.target, a.cites}, 1, m.t("suggest"), m.t("Suggested.")
	if m.opts.Remote { // who suggests is who sits at the terminal
		f.fields, f.at = f.fields[1:], 0
	}
	f.to = func() string {
		return m.t("to {who}, who has the pen: {what}", "who", m.personName(s.role, holder), "what", a.did.summary(m))
	}
	f.make = func() (engine.Command, string) {
		c, wrong := a.command(m, s.role)
		act, ok := c.Op.(engine.Act)
		if !ok {
			return c, wrong
		}
		c.Seat, c.Via, c.How = s.role, "", ""
		if !m.opts.Remote {
			c.By = who.value()
		}
		c.Op = engine.Suggest{Action: act.Action, Text: act.Text, Target: act.Target, Cites: act.Cites, Lang: act.Lang}
		return c, wrong
	}
	return m.open(f)
}

// whyNoYes is for y and x: a suggestion, or an approval that is asked.
func (m *Model) whyNoYes() string {
	if _, ok := m.suggestedAt(); ok {
		return m.whyNotDuring()
	}
	return m.whyNoApproval()
}

func (m *Model) seatYesKey() tea.Cmd {
	s, ok := m.suggestedAt()
	if !ok {
		return m.seatApproveKey()
	}
	a := m.newSeatAct(m.t("Take up: we do …"))
	a.fill(m, &s)
	return m.open(a.form)
}

func (m *Model) seatNoKey() tea.Cmd {
	s, ok := m.suggestedAt()
	if !ok {
		return m.seatRefuseKey()
	}
	return m.order(engine.DropSuggestion{Suggestion: s.ID}, m.t("Dropped."))
}

func (m *Model) yesWord() string {
	if _, ok := m.suggestedAt(); ok {
		return m.t("take up")
	}
	return m.t("approve")
}

func (m *Model) noWord() string {
	if _, ok := m.suggestedAt(); ok {
		return m.t("drop")
	}
	return m.t("refuse")
}
