package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/textinput"
)

// suggestions is how many entries of the catalogue are shown below "we do …".
const suggestions = 6

// actField is one line in free words that suggests from the catalogue. What
// is not chosen from it stays free text.
type actField struct {
	label     string
	catalogue func() []option
	in        textinput.Model
	chosen    string // id, "" for none
	cursor    int    // among the suggestions, -1: on the line
	// straight: Enter goes straight to the line that sends; Tab goes on.
	straight bool
}

func newAct(label string, catalogue func() []option) *actField {
	f := &actField{label: label, catalogue: catalogue, in: textinput.New(), cursor: -1}
	f.in.Prompt = ""
	f.in.CharLimit = 2000
	plainInput(&f.in)
	f.in.Focus()
	return f
}

func (f *actField) name() string     { return f.label }
func (f *actField) dirty() bool      { return f.in.Value() != "" || f.chosen != "" }
func (f *actField) keepsEnter() bool { return false }
func (f *actField) paste(s string) {
	f.in, _ = f.in.Update(tea.PasteMsg{Content: line(s)})
	f.cursor = -1
}

// action is what was chosen of the catalogue, "" for none.
func (f *actField) action() string {
	if slices.ContainsFunc(f.catalogue(), func(o option) bool { return o.id == f.chosen }) {
		return f.chosen
	}
	return ""
}

// text is what was typed, "" where it was only to find the entry.
func (f *actField) text() string {
	s := strings.TrimSpace(f.in.Value())
	for _, o := range f.catalogue() {
		if o.id == f.chosen && (match(s, o.label) || match(s, o.id)) {
			return ""
		}
	}
	return s
}

func (f *actField) suggest() []option { return rank(strings.TrimSpace(f.in.Value()), f.catalogue()) }

// rank orders a catalogue by how well it fits what is typed: all words, then
// the letters in order.
func rank(typed string, catalogue []option) []option {
	typed = strings.TrimPrefix(typed, "we ")
	var whole, some, loose []option
	for _, o := range catalogue {
		text := o.label + " " + o.id
		switch {
		case match(typed, text):
			whole = append(whole, o)
		case wordsIn(typed, text) > 0:
			some = append(some, o)
		case inOrder(typed, text):
			loose = append(loose, o)
		}
	}
	slices.SortStableFunc(some, func(a, b option) int {
		return wordsIn(typed, b.label+" "+b.id) - wordsIn(typed, a.label+" "+a.id)
	})
	slices.SortStableFunc(whole, func(a, b option) int { return beginsWith(typed, b.label) - beginsWith(typed, a.label) })
	if len(whole) > 0 {
		loose = nil // what only has the letters is in the way then
	}
	out := slices.Concat(whole, some, loose)
	return out[:min(len(out), suggestions)]
}

// beginsWith is 1 if a word of a text begins with what is typed, else 0.
func beginsWith(typed, text string) int {
	if strings.Contains(" "+strings.ToLower(text), " "+strings.ToLower(typed)) {
		return 1
	}
	return 0
}

// wordsIn counts the words of more than three letters that are in a text.
func wordsIn(typed, text string) int {
	n := 0
	text = strings.ToLower(text)
	for w := range strings.FieldsSeq(strings.ToLower(typed)) {
		if utf8.RuneCountInString(w) > 3 && strings.Contains(text, w) {
			n++
		}
	}
	return n
}

// inOrder reports whether the letters of typed are in text in that order.
func inOrder(typed, text string) bool {
	rest := strings.ToLower(text)
	for _, r := range strings.ToLower(typed) {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+utf8.RuneLen(r):]
	}
	return true
}

func (f *actField) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "down":
		found := f.suggest()
		if f.cursor+1 >= len(found) {
			return false
		}
		f.cursor++
		f.chosen = found[f.cursor].id
		return true
	case "up":
		if f.cursor < 0 {
			return false
		}
		f.cursor--
		f.chosen = ""
		if f.cursor >= 0 {
			f.chosen = f.suggest()[f.cursor].id
		}
		return true
	}
	before := f.in.Value()
	f.in, _ = f.in.Update(msg)
	if f.in.Value() != before {
		f.cursor, f.chosen = -1, ""
	}
	return true
}

func (f *actField) draw(m *Model, w int, focus bool) []string {
	if !focus {
		return []string{fit(f.summary(m), min(w, max(1, width(f.summary(m)))))}
	}
	f.in.SetWidth(max(10, w-4))
	out := []string{strings.TrimRight(f.in.View(), " ")}
	for i, o := range f.suggest() {
		s := "  " + o.label
		if i == f.cursor {
			s = m.st.chosen.Render(fit("● "+o.label, min(w, width(o.label)+2)))
		}
		out = append(out, s)
	}
	hint := m.t("↓ chooses from the catalogue; else it stays as free words")
	if f.action() != "" {
		hint = m.t("↑ takes it back to free words")
	}
	return append(out, m.st.dim.Render(hint))
}

func (f *actField) summary(m *Model) string {
	name := ""
	for _, o := range f.catalogue() {
		if o.id == f.action() {
			name = o.label
		}
	}
	text := line(f.text())
	switch {
	case name != "" && text != "":
		return m.t("{what}: “{text}”", "what", name, "text", text)
	case name != "":
		return name
	case text != "":
		return "“" + text + "” " + m.st.dim.Render(m.t("(free words)"))
	}
	return m.st.dim.Render(m.t("nothing yet"))
}
