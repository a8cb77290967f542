package tui

import (
	"fmt"
	"strings"

	"parley/engine"
	"parley/engine/words"
)

// What the fields hold, as text that outlives the program. What is loaded may
// come from a file that anybody could have changed, and an input draws what it
// holds, so it is made harmless like what is pasted.

func (f *textField) save() string {
	if f.lasting != nil {
		return f.lasting(f.in.Value())
	}
	return f.in.Value()
}
func (f *textField) load(s string) { f.in.SetValue(words.HarmlessLine(s)) }

func (f *areaField) save() string  { return f.in.Value() }
func (f *areaField) load(s string) { f.in.SetValue(block(clip(s, areaBytes))) }

// An action's first line is what was chosen of the catalogue.
func (f *actField) save() string { return f.chosen + "\n" + f.in.Value() }

func (f *actField) load(s string) {
	chosen, text, _ := strings.Cut(s, "\n")
	f.in.SetValue(words.HarmlessLine(text))
	f.chosen, f.cursor = chosen, -1
	for i, o := range f.suggest() {
		if o.id == chosen {
			f.cursor = i
		}
	}
}

// A line fills the fields below it while it is typed. They are kept too, and
// may have been changed since, so loading it fills nothing.
func (f *lineField) save() string { return f.in.Value() }

func (f *lineField) load(s string) {
	f.in.SetValue(words.HarmlessLine(s))
	n := f.names()
	f.said, f.cursor = parseDid(f.in.Value(), &n), -1
}

func (f *pickField) save() string { return strings.Join(f.taken, "\n") }
func (f *pickField) load(s string) {
	f.taken = strings.Split(s, "\n")
	if f.several {
		f.taken = strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
		f.touched = true
	}
}

// A jump's list is kept as what was chosen for which thing: what lies between
// may have become another list.
func (f *jumpField) save() string {
	var b strings.Builder
	for _, c := range f.choices {
		_, _ = fmt.Fprintf(&b, "%s %s %s\n", c.Choice, c.Kind, c.ID)
	}
	return b.String()
}

func (f *jumpField) load(s string) {
	chosen := map[thing]string{}
	for l := range strings.Lines(s) {
		if w := strings.Fields(l); len(w) == 3 {
			chosen[thing{w[1], w[2]}] = w[0]
		}
	}
	for i := range f.choices {
		switch c := chosen[thing{f.choices[i].Kind, f.choices[i].ID}]; c {
		case engine.JumpDeliver, engine.JumpSkip, engine.JumpShift:
			f.choices[i].Choice = c
			f.touched = true
		}
	}
}

// lasting lets a field for a time be kept as that very time: "-2m" of a draft
// is two minutes before it was typed, not before it is gone on with.
func (m *Model) lasting(f *textField, read func(s string, now engine.Millis) (engine.Millis, bool, bool)) *textField {
	f.lasting = func(s string) string {
		if t, given, ok := read(s, m.now); given && ok && t >= 0 {
			return clockText(t)
		}
		return s
	}
	return f
}

// keptField is a field as it is kept.
type keptField struct {
	Kind  string `json:"kind"` // of the field, to tell whether the form is still the same
	Label string `json:"label"`
	// Value is what it held, if that was more than what the form began with.
	Value   string `json:"value,omitempty"`
	Changed bool   `json:"changed,omitempty"`
	// Typed says that the value is somebody's words.
	Typed bool `json:"typed,omitempty"`
}

// save gives the fields as they are. What nobody changed is left out: when the
// form is opened again it begins with what is so then.
func (f *form) save() []keptField {
	out := make([]keptField, len(f.fields))
	for i, x := range f.fields {
		k := keptField{Kind: fmt.Sprintf("%T", x), Label: x.name(), Changed: x.dirty()}
		switch x := x.(type) {
		case *pickField:
			k.Changed = k.Changed || !x.several
		case *textField, *areaField, *requestField, *actField, *lineField:
			k.Typed = k.Changed
		}
		if k.Changed {
			k.Value = x.save()
		}
		out[i] = k
	}
	return out
}

// load fills the fields with what was kept, and reports whether they are the
// same fields; further ones may have come behind them.
func (f *form) load(kept []keptField) bool {
	if len(kept) > len(f.fields) {
		return false
	}
	for i, x := range f.fields[:len(kept)] {
		if kept[i].Kind != fmt.Sprintf("%T", x) {
			return false
		}
	}
	for i, x := range f.fields[:len(kept)] {
		if kept[i].Changed {
			x.load(kept[i].Value)
		}
	}
	return true
}
