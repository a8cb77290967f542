package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// lineField is one line that says all that the fields below it ask, and fills
// them while it is typed. They can still be changed; who does not know how the
// line is written leaves it empty.
type lineField struct {
	label  string
	in     textinput.Model
	names  func() lineNames
	fill   func(was, is didLine)
	said   didLine
	cursor int // among the suggestions, -1: on the line
}

// leading is a field that fills others and takes Tab and Enter its own way.
type leading interface {
	// complete takes what is suggested; false if there is nothing to take.
	// With chosen, only what was chosen from the list is taken, or the role
	// that alone is meant.
	complete(chosen bool) bool
	// unclear names what could mean several things, "" for nothing.
	unclear() string
}

func newLine(label string, names func() lineNames, fill func(was, is didLine)) *lineField {
	f := &lineField{label: label, in: textinput.New(), names: names, fill: fill, cursor: -1}
	f.in.Prompt = ""
	f.in.CharLimit = 2000
	plainInput(&f.in)
	f.in.Focus()
	return f
}

func (f *lineField) name() string     { return f.label }
func (f *lineField) dirty() bool      { return f.in.Value() != "" }
func (f *lineField) keepsEnter() bool { return false }

func (f *lineField) unclear() string {
	if f.said.part == partRole && len(f.suggest()) > 1 {
		return f.said.typing
	}
	return f.said.several
}

func (f *lineField) paste(s string) {
	f.in, _ = f.in.Update(tea.PasteMsg{Content: line(s)})
	f.read()
}

// read reads the line anew and fills what changed.
func (f *lineField) read() {
	n := f.names()
	was := f.said
	f.said = parseDid(f.in.Value(), &n)
	f.cursor = -1
	f.fill(was, f.said)
}

func (f *lineField) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "down":
		if f.cursor+1 >= len(f.suggest()) {
			return false
		}
		f.cursor++
		return true
	case "up":
		if f.cursor < 0 {
			return false
		}
		f.cursor--
		return true
	}
	before := f.in.Value()
	f.in, _ = f.in.Update(msg)
	if f.in.Value() != before {
		f.read()
	}
	return true
}

// suggest lists what the end of the line may become.
func (f *lineField) suggest() []option {
	n, typing := f.names(), f.said.typing
	if typing == "" && f.said.part != partTarget || !strings.HasSuffix(strings.TrimRight(f.in.Value(), " "), typing) {
		return nil
	}
	var out []option
	switch f.said.part {
	case partRole:
		out = namedLike(typing, n.roles)
	case partDid:
		if f.said.action == "" {
			out = rank(typing, n.catalogue(f.said.role))
		}
	case partTarget:
		if typing == "" {
			out = slices.DeleteFunc(slices.Clone(n.targets), func(o option) bool { return o.id == "" })
		} else {
			out = namedLike(typing, n.targets)
		}
	}
	if len(out) == 1 && out[0].id == typing {
		return nil
	}
	return out[:min(len(out), suggestions)]
}

// complete puts what is suggested in the place of what was typed of it. Free
// words that are more than the beginning of a name stay behind it.
func (f *lineField) complete(chosen bool) bool {
	found := f.suggest()
	at := max(f.cursor, 0)
	onlyRole := f.said.part == partRole && len(found) == 1 // nobody did just that
	if at >= len(found) || f.cursor < 0 && (chosen && !onlyRole || f.said.part == partDid && !startOf(f.said.typing, found[0])) {
		return false
	}
	o, typing := found[at], f.said.typing
	s := strings.TrimSuffix(strings.TrimRight(f.in.Value(), " "), typing)
	switch f.said.part {
	case partRole:
		s += o.id + ": "
	case partDid:
		s += o.id
		if !match(typing, o.label) && !match(typing, o.id) {
			s += ": " + typing
		}
		s += " "
	default:
		s = strings.TrimRight(s, " ") + " " + o.id + " "
	}
	f.in.SetValue(s)
	f.in.CursorEnd()
	f.read()
	return true
}

func (f *lineField) draw(m *Model, w int, focus bool) []string {
	if !focus {
		v := line(f.in.Value())
		if v == "" {
			return []string{m.st.dim.Render(m.t("in one line, or field by field below"))}
		}
		return []string{fit(v, min(width(v), w))}
	}
	f.in.SetWidth(max(10, w-4))
	out := []string{strings.TrimRight(f.in.View(), " ")}
	for i, o := range f.suggest() {
		s := "  " + o.id + "  " + o.label
		if i == f.cursor {
			s = m.st.chosen.Render(fit("● "+o.id+"  "+o.label, min(w, width(s))))
		}
		out = append(out, s)
	}
	return append(out, styled(wrap(f.hint(m), w), m.st.dim)...)
}

// hint says how the line goes on.
func (f *lineField) hint(m *Model) string {
	found := f.suggest()
	switch {
	case f.said.several != "":
		return m.t("“{name}” could be several: ↓ and Enter choose", "name", line(f.said.several))
	case f.in.Value() == "":
		return m.t("role: what they did > target @-2m (or leave it empty: Tab goes to the fields)")
	case len(found) > 0 && (f.said.part != partDid || startOf(f.said.typing, found[0])):
		return m.t("Tab takes {name}; ↓ chooses; Enter reads it over", "name", found[max(f.cursor, 0)].id)
	case len(found) > 0:
		return m.t("free words; ↓ chooses from the catalogue; > target @-2m; Enter reads it over")
	}
	return m.t("> target   @-2m   Enter reads it over")
}
