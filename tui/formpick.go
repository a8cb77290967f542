package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// option is one of a list to choose from.
type option struct{ id, label string }

// pickField chooses one or several of a list; typing narrows the list.
type pickField struct {
	label   string
	options func() []option // asked anew, since it may hang on another field
	several bool
	none    string // said when none is taken

	filter  string
	cursor  int // among those that match
	taken   []string
	touched bool
	rows    int
	marked  bool // something was taken or left since the list was narrowed
	// lost, if set, is said where nothing matches and nothing is taken.
	lost string
}

func newPick(label string, options []option, taken string) *pickField {
	f := &pickField{label: label, options: func() []option { return options }, rows: 6}
	if taken == "" && len(options) > 0 {
		taken = options[0].id
	}
	f.taken = []string{taken}
	return f
}

func newSeveral(label, none string, options []option, taken ...string) *pickField {
	return &pickField{label: label, options: func() []option { return options }, several: true, none: none, taken: slices.Clone(taken), rows: 6}
}

func (f *pickField) name() string     { return f.label }
func (f *pickField) dirty() bool      { return f.several && f.touched }
func (f *pickField) keepsEnter() bool { return false }
func (f *pickField) paste(string)     {}

// value is what was taken of a list of one.
func (f *pickField) value() string {
	if len(f.taken) == 0 {
		return ""
	}
	return f.taken[0]
}

// values is what was taken, without what the list no longer holds.
func (f *pickField) values() []string {
	all := f.options()
	return slices.DeleteFunc(slices.Clone(f.taken), func(id string) bool {
		return !slices.ContainsFunc(all, func(o option) bool { return o.id == id })
	})
}

func (f *pickField) matches() []option {
	var out []option
	for _, o := range f.options() {
		if match(f.filter, o.label) || match(f.filter, o.id) {
			out = append(out, o)
		}
	}
	return out
}

// match reports whether every word of a filter is in a text.
func match(filter, text string) bool {
	text = strings.ToLower(text)
	for w := range strings.FieldsSeq(strings.ToLower(filter)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (f *pickField) key(msg tea.KeyPressMsg) bool {
	found := f.matches()
	switch msg.String() {
	case "up", "left":
		if !f.several && f.cursorAt(found) == 0 || f.several && f.cursor == 0 {
			return msg.String() == "left"
		}
		f.move(found, -1)
	case "down", "right":
		at := f.cursor
		if !f.several {
			at = f.cursorAt(found)
		}
		if at >= len(found)-1 {
			return msg.String() == "right"
		}
		f.move(found, 1)
	case "space":
		if f.filter != "" && (!f.several || len(found) == 0 || !f.marked && f.cursor == 0 && len(found) > 1) {
			f.narrow(f.filter + " ") // between two words of what is looked for
			return true
		}
		f.toggle(found)
	case "backspace":
		if r := []rune(f.filter); len(r) > 0 {
			f.narrow(string(r[:len(r)-1]))
		}
	default:
		return f.typeFilter(msg)
	}
	return true
}

func (f *pickField) typeFilter(msg tea.KeyPressMsg) bool {
	text := msg.Key().Text
	if text == "" || strings.ContainsFunc(text, unicode.IsControl) {
		return false
	}
	if f.marked {
		f.filter = "" // what was typed has done its work
	}
	f.narrow(f.filter + text)
	return true
}

// takeNarrowed takes what a list of several was narrowed to: the one under the
// cursor, unless something was marked of it. On the way to the next field, it
// does so only where nothing is marked at all. False if nothing matches.
func (f *pickField) takeNarrowed(onTheWay bool) bool {
	if f.filter == "" {
		return true
	}
	found := f.matches()
	if !f.several {
		return len(found) > 0
	}
	switch {
	case f.marked || onTheWay && len(f.values()) > 0:
	case f.cursor >= len(found):
		return onTheWay
	case !slices.Contains(f.taken, found[f.cursor].id):
		f.toggle(found)
	}
	f.narrow("")
	return true
}

// narrow takes the first that matches where one is to be taken.
func (f *pickField) narrow(filter string) {
	f.filter, f.cursor, f.marked = filter, 0, false
	if found := f.matches(); !f.several && len(found) > 0 && f.cursorAt(found) < 0 {
		f.taken = []string{found[0].id}
	}
}

func (f *pickField) cursorAt(found []option) int {
	return slices.IndexFunc(found, func(o option) bool { return o.id == f.value() })
}

func (f *pickField) move(found []option, d int) {
	if f.several {
		f.cursor = max(0, min(f.cursor+d, len(found)-1))
		return
	}
	at := max(0, min(f.cursorAt(found)+d, len(found)-1))
	if at < len(found) {
		f.taken = []string{found[at].id}
	}
}

func (f *pickField) toggle(found []option) {
	if !f.several || f.cursor >= len(found) {
		return
	}
	f.touched, f.marked = true, true
	id := found[f.cursor].id
	if i := slices.Index(f.taken, id); i >= 0 {
		f.taken = slices.Delete(slices.Clone(f.taken), i, i+1)
		return
	}
	f.taken = append(slices.Clone(f.taken), id)
}

func (f *pickField) draw(m *Model, w int, focus bool) []string {
	if !focus {
		return []string{fit(f.summary(m), min(w, max(1, width(f.summary(m)))))}
	}
	found := f.matches()
	at := f.cursor
	if !f.several {
		at = max(0, f.cursorAt(found))
	}
	var out []string
	if f.filter != "" {
		out = append(out, m.st.dim.Render(m.t("narrowed to"))+" "+line(f.filter))
	}
	from := max(0, min(at-f.rows/2, len(found)-f.rows))
	for i := from; i < len(found) && i < from+f.rows; i++ {
		out = append(out, f.optionLine(m, found[i], i == at, w))
	}
	if len(found) == 0 {
		out = append(out, f.noMatch(m, w)...)
	}
	if at < len(found) && width(found[at].label)+4 > w { // in full, since it is cut above
		out = append(out, styled(indent("… ", found[at].label, w), m.st.accent)...)
	}
	if hint := f.hint(m, len(found), at); hint != "" {
		out = append(out, m.st.dim.Render(hint))
	}
	if len(out) == 1 {
		out = append(out, "")
	}
	return out
}

// noMatch says that what was typed narrows to nothing.
func (f *pickField) noMatch(m *Model, w int) []string {
	if f.lost == "" || len(f.values()) > 0 {
		return []string{m.st.dim.Render(m.t("nothing matches"))}
	}
	return styled(wrap(f.lost, w), m.st.warn)
}

// hint says how to take and to narrow.
func (f *pickField) hint(m *Model, n, at int) string {
	var parts []string
	if n > f.rows {
		parts = append(parts, m.t("{i} of {n}; type to narrow", "i", strconv.Itoa(min(at+1, n)), "n", strconv.Itoa(n)))
	}
	if f.several && n > 0 {
		take := m.t("space takes or leaves")
		if f.filter != "" && !f.marked {
			take = m.t("space takes or leaves, Enter takes and goes on")
		}
		parts = append(parts, take)
	}
	return strings.Join(parts, "; ")
}

func (f *pickField) optionLine(m *Model, o option, at bool, w int) string {
	sign := "  "
	if f.several {
		sign = " [ ] "
		if slices.Contains(f.taken, o.id) {
			sign = " [x] "
		}
		if at {
			sign = "▸" + sign[1:]
		}
	} else if at {
		sign = "● "
	}
	s := fit(sign+o.label, min(w, max(24, width(sign+o.label))))
	if at {
		return m.st.chosen.Render(s)
	}
	return s
}

// summary is what was taken, in a line.
func (f *pickField) summary(m *Model) string {
	var names []string
	taken := f.values()
	for _, o := range f.options() {
		if slices.Contains(taken, o.id) {
			names = append(names, strings.TrimSpace(o.label))
		}
	}
	if len(names) == 0 {
		if f.none == "" {
			return m.st.dim.Render(m.t("none"))
		}
		return m.st.dim.Render(f.none)
	}
	out := names[0]
	for _, name := range names[1:] {
		out = m.t("{names}, {name}", "names", out, "name", name)
	}
	return out
}
