package tui

import (
	"slices"
	"strings"
)

// What is typed in a form beside answers. A line that begins with a space is
// an answer whatever it says.
const (
	goBack  = "<"
	listAll = "?"
	nothing = "-"
	endText = "."
)

// shownChoices is how many choices are said unasked.
const shownChoices = 20

// ask asks for the field in focus, or says what would be sent and to whom.
func (p *plain) ask(f *form) {
	if f != p.opened {
		p.opened, p.at = f, -1
		p.print(f.title)
		if _, ok := f.focused().(*jumpField); !ok { // that one's lead is about keys
			for _, l := range f.lead {
				p.print(l)
			}
		}
		if !p.taught {
			p.taught = true
			p.howToFill()
		}
	}
	if f.at == p.at {
		return
	}
	p.at, p.choices, p.writing = f.at, nil, false
	if x := f.focused(); x != nil {
		p.askField(x)
		return
	}
	p.readBack(f)
}

// howToFill says once how forms are filled.
func (p *plain) howToFill() {
	m := p.m
	p.print(m.t("In a form: an empty line keeps what is there and goes on; < goes back; cancel leaves; - empties; ? lists the choices. A line that begins with a space is taken as it is."))
}

// askField says what a field holds, and what there is to choose.
func (p *plain) askField(x field) {
	m := p.m
	switch x := x.(type) {
	case *requestField:
		p.askRequestField(x)
	case *areaField:
		p.print(m.labelled(x.name(), ""))
		for l := range strings.SplitSeq(x.value(), "\n") {
			if x.value() != "" {
				p.print(l)
			}
		}
		p.print(m.t("Several lines; one that holds only . ends them."))
	case *pickField:
		p.print(m.labelled(x.name(), present(m, x)))
		p.choices = x.options()
		if len(p.choices) <= shownChoices {
			p.offer(x.values(), m.t("taken"))
		} else {
			p.print(m.t("{n} choices: some words narrow them, ? lists all.", "n", text64(int64(len(p.choices)))))
		}
		if x.several {
			p.print(m.t("Several: 1,3"))
		}
	case *lineField:
		p.print(m.labelled(x.name(), x.in.Value()))
		p.print(m.t("role: what they did > target @-2m; an empty line asks one thing after another"))
	case *actField:
		p.print(m.labelled(x.name(), present(m, x)))
		p.print(m.t("In your own words; ? lists the catalogue."))
	case *jumpField:
		p.sayJump(x)
	default:
		p.print(m.labelled(x.name(), present(m, x)))
	}
}

// present is what a field holds now, in a line.
func present(m *Model, x field) string {
	drawn := x.draw(m, rowRoom, false)
	for i := range drawn {
		drawn[i] = bare(drawn[i])
	}
	return strings.TrimSpace(strings.Join(drawn, " "))
}

// offer says the choices by number.
func (p *plain) offer(taken []string, mark string) {
	for i, o := range p.choices {
		text := text64(int64(i+1)) + "  " + strings.TrimSpace(bare(o.label))
		if mark != "" && slices.Contains(taken, o.id) {
			text += ", " + mark
		}
		p.print(text)
	}
}

// readBack says what was filled in, to whom it goes and what sends it.
func (p *plain) readBack(f *form) {
	m := p.m
	for _, x := range f.fields {
		switch x := x.(type) {
		case *areaField:
			p.print(m.labelled(x.name(), strings.Join(strings.Fields(x.value()), " ")))
		case *requestField:
			p.print(m.labelled(x.name(), x.said(m)))
		case *jumpField, *lineField: // said by what follows, or by the other fields
		default:
			p.print(m.labelled(x.name(), present(m, x)))
		}
	}
	to := ""
	if f.to != nil {
		to = strings.ReplaceAll(f.to(), "\n", "; ") + ". "
	}
	p.print(m.t("{to}Enter: {send}; < goes back; cancel leaves", "to", to, "send", f.sends()))
}

// answer takes in a line that was typed in a form.
func (p *plain) answer(f *form, raw string) {
	s := strings.TrimSpace(raw)
	meant := !strings.HasPrefix(raw, " ") // and not to be taken as it is
	switch {
	case p.writing:
		p.writeOn(f, raw)
		return
	case meant && s == goBack:
		p.press("shift+tab")
		p.at = -1
		return
	case meant && p.means(s, p.m.t("cancel"), "cancel", "esc"):
		p.press("esc")
		return
	}
	x := f.focused()
	if x == nil {
		p.answerSend(f, s)
		return
	}
	if s == "" && meant {
		p.goOn(x)
		return
	}
	if p.fill(x, s, raw, meant) {
		p.goOn(x)
	}
}

// goOn goes to the next field, the way the form itself does.
func (p *plain) goOn(x field) {
	if x.keepsEnter() {
		p.press("tab")
		return
	}
	p.press("enter")
}

// answerSend takes in what was typed on the line that sends.
func (p *plain) answerSend(f *form, s string) {
	switch {
	case s == "" || p.means(s, f.sends()):
		p.press("enter")
	case s == listAll:
		p.readBack(f)
	default:
		p.print(p.m.t("Enter: {send}; < goes back; cancel leaves", "send", f.sends()))
	}
}

// writeOn takes in a further line of a longer text.
func (p *plain) writeOn(f *form, raw string) {
	if strings.TrimSpace(raw) != endText {
		p.writeLine(raw)
		return
	}
	p.writing = false
	if a, ok := textArea(f.focused()); ok {
		if a.in.Length() >= a.in.CharLimit {
			p.print(p.m.t("Only the beginning of it is taken: it is too long."))
		}
		if r, ok := f.focused().(*requestField); ok && r.fails() {
			p.print(p.m.t("Not as it must be: {why}.", "why", r.checkText(p.m)))
		}
		p.goOn(a)
	}
}
