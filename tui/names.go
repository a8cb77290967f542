package tui

import (
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// roleOf finds a role.
func (m *Model) roleOf(id string) *scenarios.Role {
	seats := m.view.Seats()
	for i := range seats {
		if seats[i].ID == id {
			return &seats[i]
		}
	}
	return nil
}

// roleTitle is a role's title, or the id of what is none.
func (m *Model) roleTitle(id string) string {
	if title, ok := m.view.RoleTitle(id); ok {
		if t := line(title.In(m.lang)); t != "" {
			return t
		}
	}
	return line(id)
}

// seatName is a seat in words, control's too.
func (m *Model) seatName(id string) string {
	if engine.IsControl(id) {
		return m.t("control")
	}
	return m.roleTitle(id)
}

// sideName is a side's name.
func (m *Model) sideName(id string) string {
	for _, s := range m.view.Sides() {
		if s.ID == id {
			return line(s.Name.In(m.lang))
		}
	}
	return line(id)
}

// personName is the name of a person who acts for a seat, as far as it is
// known who sits there.
func (m *Model) personName(seat, person string) string {
	for _, at := range []string{seat, m.home} {
		for _, s := range m.view.Sitting(at) {
			switch {
			case s.Person != person:
			case s.Bot:
				return m.t("bot")
			case s.Name != "":
				return line(s.Name)
			}
		}
	}
	for _, name := range []string{m.view.PersonName(seat, person), m.console.mentions.people[person]} {
		if name != "" { // has left since
			return line(name)
		}
	}
	return line(person)
}

func (m *Model) targetName(id string) string {
	for _, t := range m.view.Targets() {
		if t.ID == id {
			return line(t.Title.In(m.lang))
		}
	}
	return line(id)
}

// actionName is the title of a catalogue action.
func (m *Model) actionName(v engine.View, side, id string) string {
	if a := v.CatalogueAction(side, id); a != nil {
		if t := line(a.Title.In(m.lang)); t != "" {
			return t
		}
	}
	return line(id)
}

// actText is an action as its side put it: the catalogue's title, or its own
// words.
func (m *Model) actText(v engine.View, a *engine.Action) string {
	if a.Of != "" { // a step on a request, or the like
		return m.t("{what} ({more})", "what", m.actionName(v, a.Side, a.Name()), "more", m.labelled(line(a.Of), m.stepName(a.Step)))
	}
	own := m.typed(v, a.Acted.Text)
	switch {
	case a.Name() == "":
		return "“" + own + "”"
	case own != "":
		return m.t("{what}: “{text}”", "what", m.actionName(v, a.Side, a.Name()), "text", own)
	}
	return m.actionName(v, a.Side, a.Name())
}

// whoDid is an action with the role that did it.
func (m *Model) whoDid(v engine.View, a *engine.Action) string {
	return m.t("{who}: {what}", "who", m.roleTitle(a.Role), "what", m.actText(v, a))
}

// typed is a typed text on one line, "" for none.
func (m *Model) typed(v engine.View, id string) string {
	if id == "" {
		return ""
	}
	w, ok := v.TextIn(id, m.lang)
	if !ok {
		return m.t("[expunged]")
	}
	if mark := w.Mark(m.lang); mark != "" {
		return line(mark + " " + w.Text)
	}
	return line(w.Text)
}

// typedBlock is a typed text of several lines.
func (m *Model) typedBlock(v engine.View, id string) string {
	if id == "" {
		return ""
	}
	w, ok := v.TextIn(id, m.lang)
	switch {
	case !ok:
		return m.t("[expunged]")
	case w.Original != "":
		return w.Text + "\n\n> " + m.translatedBy(&w) + "\n> " + strings.ReplaceAll(w.Original, "\n", "\n> ")
	}
	if mark := w.Mark(m.lang); mark != "" {
		return mark + " " + w.Text
	}
	return w.Text
}

// targets names several ids in a line.
func ids(all []string) string { return line(strings.Join(all, ", ")) }

// authorityName is an authority with its basis.
func (m *Model) authorityName(v engine.View, side, id string) string {
	for _, a := range v.Authorities(side) {
		if a.ID == id {
			return m.authorityLabel(a)
		}
	}
	for _, s := range v.Stated() {
		if s.ID == id {
			return m.typed(v, s.Title) + ", " + m.typed(v, s.Basis)
		}
	}
	return line(id)
}

func (m *Model) authorityLabel(a *scenarios.Authority) string {
	name := line(a.Title.In(m.lang))
	if name == "" {
		name = line(a.ID)
	}
	if a.Basis != "" {
		name += " · " + line(a.Basis)
	}
	return name
}
