package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// field is one question of a form.
type field interface {
	// name is its label.
	name() string
	// key takes a key; false if it means nothing to the field.
	key(msg tea.KeyPressMsg) bool
	paste(text string)
	// draw draws it below its label. What is in focus may take more lines.
	draw(m *Model, w int, focus bool) []string
	// dirty reports whether something would be lost with it.
	dirty() bool
	// keepsEnter reports whether Enter is a part of what is typed.
	keepsEnter() bool
	// save gives what it holds as text, and load takes that in again.
	save() string
	load(s string)
}

// form asks for what a command needs. Nothing that arrives changes it.
type form struct {
	title  string
	id     string // of the command, the same when it is sent again
	lead   []string
	fields []field
	at     int // field in focus; len(fields): the line that sends
	send   string
	// does, if set, is what sending does as the form stands, instead of send.
	does func() string
	to   func() string // to whom it goes, or what follows
	// live, if set, is said below the title while the form is filled.
	live func(w int) []string
	// over: what sends from any field first goes to the line that sends, so
	// that it is read over.
	over bool
	// make gives the command, or says what is wrong with the form.
	make func() (c engine.Command, wrong string)
	// instead, if set, is done in place of sending a command.
	instead func(m *Model) (cmd tea.Cmd, wrong string)
	done    string // said when it was taken
	// refused, if set, is done when the command was refused.
	refused func(m *Model, code string)
	sending bool
	// low: it wants the lower part of a high screen, so that what it answers
	// to stays in sight above.
	low bool
	// text, if set, takes words that were typed where one chooses to whom.
	text    *areaField
	about   string      // what it is about, where the title does not say
	from    origin      // how it was opened
	kept    []keptField // as it was kept last
	resumed []keptField // as it was when it was gone on with
}

// open shows a form.
func (m *Model) open(f *form) tea.Cmd {
	f.id = m.opts.NewID()
	if f.send == "" {
		f.send = m.t("send")
	}
	m.lay(f)
	return nil
}

func (f *form) scope() scope { return scopeForm }

// sends is what sending does as the form stands.
func (f *form) sends() string {
	if f.does != nil {
		return f.does()
	}
	return f.send
}

// wholeField is a field that draws its label itself.
type wholeField interface {
	field
	drawWhole(m *Model, w int, focus bool) []string
}

// textArea is a text of several lines, in whichever field.
func textArea(x field) (*areaField, bool) {
	switch x := x.(type) {
	case *areaField:
		return x, true
	case *requestField:
		return x.areaField, true
	}
	return nil, false
}

// besideFrom is the width from which the feed stays in sight beside a form.
const besideFrom = 130

// lowForm is how many lines a form in the lower part takes.
const lowForm = 17

func (f *form) size(_ *Model, w, h int) (int, int) {
	if w >= besideFrom {
		return w * 11 / 20, h
	}
	if f.low && h >= 2*lowForm {
		return w, lowForm
	}
	return w, h
}

func (f *form) dirty() bool {
	for _, x := range f.fields {
		if x.dirty() {
			return true
		}
	}
	return false
}

func (f *form) paste(_ *Model, msg tea.PasteMsg) tea.Cmd {
	if f.at < len(f.fields) && !f.sending {
		f.fields[f.at].paste(msg.Content)
	}
	return nil
}

// key gives a key to the field in focus, or moves between fields.
func (f *form) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if f.sending {
		return nil // its answer is on the way
	}
	name := msg.String()
	switch name {
	case "esc", "ctrl+c":
		return f.leave(m)
	case "ctrl+s":
		return f.submitNow(m)
	case "f1":
		return m.helpKey()
	case "tab":
		f.spill(m)
		f.onward()
		return nil
	case "shift+tab":
		f.at = max(f.at-1, 0)
		return nil
	}
	if f.at == len(f.fields) {
		return f.sendLineKey(m, name)
	}
	x := f.fields[f.at]
	if l, ok := x.(leading); ok && name == "enter" && x.dirty() {
		return f.enterLeading(m, l)
	}
	if name == "enter" && !x.keepsEnter() {
		if !f.takes(m) {
			m.say(m.t("nothing matches what is typed"), true)
			return nil
		}
		if len(f.fields) == 1 && f.to == nil {
			return f.submit(m)
		}
		if f.straight() {
			f.at = len(f.fields)
			return nil
		}
		f.at++
		return nil
	}
	if x.key(msg) {
		return nil
	}
	switch name {
	case "up":
		f.spill(m)
		f.takeNarrowed(true) // what was typed was meant
		f.at = max(f.at-1, 0)
	case "down":
		f.spill(m)
		f.takeNarrowed(true)
		f.at = min(f.at+1, len(f.fields))
	}
	return nil
}

// submitNow submits from any field, with what that was narrowed to.
func (f *form) submitNow(m *Model) tea.Cmd {
	if f.spill(m) {
		return nil
	}
	if !f.takeNarrowed(true) {
		m.say(m.t("nothing matches what is typed"), true)
		return nil
	}
	if f.over && f.at < len(f.fields) {
		f.at = len(f.fields)
		return nil
	}
	return f.submit(m)
}

// onward goes to the next field, with what is suggested or narrowed to.
func (f *form) onward() {
	if l, ok := f.focused().(leading); ok && l.complete(false) {
		return
	}
	f.takeNarrowed(true)
	f.at = min(f.at+1, len(f.fields))
}

// enterLeading goes from a line that says it all to the line that sends.
func (f *form) enterLeading(m *Model, l leading) tea.Cmd {
	if l.complete(true) {
		return nil
	}
	if name := l.unclear(); name != "" {
		m.say(m.t("“{name}” could be several: ↓ and Enter choose", "name", line(name)), true)
		return nil
	}
	f.at = len(f.fields)
	return nil
}

// spill moves words that were typed where one chooses to whom, and that match
// nobody, to where one writes. False if there are none.
func (f *form) spill(m *Model) bool {
	p, ok := f.focused().(*pickField)
	if !ok || f.text == nil || p.filter == "" || p.lost == "" || f.text.in.Value() != "" || len(p.matches()) > 0 {
		return false
	}
	f.text.in.SetValue(block(p.filter))
	p.narrow("")
	if len(p.values()) == 0 {
		m.say(m.t("These words stand in the text now; choose to whom with ⇧Tab."), false)
	}
	return true
}

// takes takes what was typed in a list, on Enter. False if that is nothing.
func (f *form) takes(m *Model) bool { return f.spill(m) || f.takeNarrowed(false) }

// takeNarrowed takes what the list in focus was narrowed to.
func (f *form) takeNarrowed(onTheWay bool) bool {
	if p, ok := f.focused().(*pickField); ok {
		return p.takeNarrowed(onTheWay)
	}
	return true
}

// straight reports whether Enter passes over what may be left as it is.
func (f *form) straight() bool {
	a, ok := f.focused().(*actField)
	return ok && a.straight
}

// focused is the field in focus, nil on the line that sends.
func (f *form) focused() field {
	if f.at < len(f.fields) {
		return f.fields[f.at]
	}
	return nil
}

// topForm is the form that has the keys, nil if none has.
func (m *Model) topForm() *form {
	f, _ := m.top().(*form)
	return f
}

// enterWord is what Enter does in the form on top.
func (m *Model) enterWord() string {
	f := m.topForm()
	if f == nil {
		return m.t("next field")
	}
	switch x := f.focused().(type) {
	case nil:
		return f.sends()
	case *areaField, *requestField:
		return m.t("new line")
	case *lineField:
		if x.dirty() {
			return m.t("read it over")
		}
	case *pickField:
		if x.several && x.filter != "" && !x.marked {
			return m.t("take")
		}
	}
	if f.straight() {
		return m.t("go on")
	}
	if len(f.fields) == 1 && f.to == nil {
		return f.sends()
	}
	return m.t("next field")
}

// whyNextOnly: where Enter does what Tab does, the footer names that one.
func (m *Model) whyNextOnly() string {
	if m.enterWord() == m.t("next field") {
		return m.t("it does what Tab does")
	}
	return ""
}

// whyNoTake: space takes in a list of several, and is a letter elsewhere.
func (m *Model) whyNoTake() string {
	if f := m.topForm(); f != nil {
		if p, ok := f.focused().(*pickField); ok && p.several {
			return ""
		}
	}
	return m.t("the field is no list of several")
}

func (f *form) sendLineKey(m *Model, name string) tea.Cmd {
	switch name {
	case "enter":
		return f.submit(m)
	case "up":
		f.at = max(f.at-1, 0)
	}
	return nil
}

// leave closes the form; what was typed is not lost without a question.
func (f *form) leave(m *Model) tea.Cmd {
	if !f.dirty() {
		m.drop(f)
		return nil
	}
	if f.keepable() {
		m.askKeep(f)
		return nil
	}
	m.lay(&confirm{
		title: m.t("Leave without sending?"), bad: true, yes: m.t("goes on writing"), no: m.t("again leaves and drops what was typed"),
		act: func(*Model) tea.Cmd { return nil },
		leave: func(m *Model) tea.Cmd {
			m.drop(f)
			return nil
		},
	})
	return nil
}

func (f *form) submit(m *Model) tea.Cmd {
	if f.instead != nil {
		cmd, wrong := m.goThrough(f)
		if wrong != "" {
			m.say(wrong, true)
		}
		return cmd
	}
	c, wrong := f.make()
	if wrong != "" {
		m.say(wrong, true)
		return nil
	}
	c.ID = f.id
	f.sending = true
	return m.send(c, f, f.done)
}

// draw draws the form with the field in focus in sight.
func (f *form) draw(m *Model, w, h int) []string {
	out := []string{m.st.titleFocus.Render(ruleLine(f.title, w))}
	for _, l := range f.lead {
		out = append(out, indent(" ", l, w-1)...)
	}
	if f.live != nil {
		out = append(out, f.live(w)...)
	}
	head := len(out)
	from, to := 0, 0
	iw := min(w-4, textWidth)
	for i, x := range f.fields {
		focus := i == f.at && m.top() == f
		if focus {
			from = len(out)
		}
		mark, style := "  ", m.st.fieldLabel
		if focus {
			mark, style = m.st.accent.Render("▸ "), m.st.fieldFocus
		}
		if whole, ok := x.(wholeField); ok {
			out = append(out, whole.drawWhole(m, w, focus)...)
			if focus {
				to = len(out)
			}
			continue
		}
		body := x.draw(m, iw, focus)
		label := x.name()
		// A short answer stands beside its label.
		if len(body) == 1 && width(body[0]) <= iw-labelWidth {
			out = append(out, fit(mark+style.Render(fit(label, labelWidth))+body[0], w))
		} else {
			out = append(out, fit(mark+style.Render(label), w))
			for _, l := range body {
				out = append(out, fit("    "+l, w))
			}
		}
		if focus {
			to = len(out)
		}
	}
	if f.at == len(f.fields) {
		from = len(out)
	}
	out = append(out, f.sendLines(m, w)...)
	if f.at == len(f.fields) {
		to = len(out)
	}
	return fitAll(inSight(out, head, from, to, h), w, h)
}

// labelWidth is the room of a label beside its answer.
const labelWidth = 14

func (f *form) sendLines(m *Model, w int) []string {
	to := ""
	if f.to != nil {
		to = f.to()
	}
	line := "  " + m.st.fieldLabel.Render("[ "+f.sends()+" ]")
	if f.at == len(f.fields) {
		line = m.st.accent.Render("▸ ") + m.st.button.Render("[ Enter: "+f.sends()+" ]")
	}
	out := []string{""}
	if f.sending {
		return append(out, "  "+m.st.warn.Render(m.t("sending…")))
	}
	lines := wrap(to, max(20, w-6-width(line)))
	for i, l := range lines {
		if i == 0 {
			out = append(out, line+"  "+l)
			continue
		}
		out = append(out, spaces(width(line)+2)+l)
	}
	return out
}

// inSight cuts lines to h, with the head kept and lines from..to in sight.
func inSight(lines []string, head, from, to, h int) []string {
	if len(lines) <= h {
		return lines
	}
	skip := max(0, to-h)
	skip = min(skip, max(0, from-head))
	return append(lines[:head:head], lines[head+skip:]...)
}
