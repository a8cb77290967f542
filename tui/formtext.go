package tui

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// textField is a line of text.
type textField struct {
	label string
	hint  string // shown while nothing is typed
	in    textinput.Model
	first string
	// lasting, if set, says the same in words that mean the same later.
	lasting func(s string) string
}

func newText(label, hint, value string) *textField {
	f := &textField{label: label, hint: hint, in: textinput.New(), first: value}
	f.in.Prompt = ""
	f.in.CharLimit = 2000
	f.in.SetValue(value)
	plainInput(&f.in)
	f.in.Focus()
	return f
}

// plainInput draws an input with the terminal's own colours and a cursor that
// does not blink: a blink would be a message, and a frame, of its own.
func plainInput(in *textinput.Model) {
	s := textinput.Styles{}
	s.Cursor.Blink = false
	in.SetStyles(s)
	in.KeyMap.DeleteWordForward.SetEnabled(false) // on the last letter it ends the program (bubbles 2.2.1)
}

func (f *textField) name() string     { return f.label }
func (f *textField) value() string    { return strings.TrimSpace(f.in.Value()) }
func (f *textField) dirty() bool      { return f.in.Value() != f.first }
func (f *textField) keepsEnter() bool { return false }

// paste takes in one line, harmless already: an input draws what it holds.
func (f *textField) paste(s string) {
	f.in, _ = f.in.Update(tea.PasteMsg{Content: line(s)})
}

func (f *textField) key(msg tea.KeyPressMsg) bool {
	if k := msg.String(); k == "up" || k == "down" {
		return false
	}
	f.in, _ = f.in.Update(msg)
	return true
}

func (f *textField) draw(m *Model, w int, focus bool) []string {
	if !focus {
		if v := f.in.Value(); v != "" {
			return []string{fit(line(v), min(width(line(v)), w))}
		}
		return []string{m.st.dim.Render(f.hint)}
	}
	f.in.SetWidth(max(10, w-labelWidth-2))
	s := strings.TrimRight(f.in.View(), " ")
	if f.in.Value() == "" && f.hint != "" {
		s += " " + m.st.dim.Render(f.hint)
	}
	return []string{s}
}

// areaField is a text of several lines.
type areaField struct {
	label string
	in    textarea.Model
	first string
	rows  int
}

// areaBytes is how much can be typed: an input that holds more is slow.
const areaBytes = engine.MaxText / 8

func newArea(label, value string, rows int) *areaField {
	f := &areaField{label: label, in: textarea.New(), rows: rows}
	f.in.Prompt = "┃ "
	f.in.ShowLineNumbers = false
	f.in.CharLimit = areaBytes
	f.in.MaxHeight = 0
	s := textarea.Styles{}
	s.Cursor.Blink = false
	f.in.SetStyles(s)
	f.in.SetWidth(60)
	f.in.SetHeight(rows)
	f.in.SetValue(value)
	f.first = f.in.Value() // as the input keeps it
	f.in.Focus()
	return f
}

func (f *areaField) name() string     { return f.label }
func (f *areaField) value() string    { return strings.TrimSpace(f.in.Value()) }
func (f *areaField) dirty() bool      { return f.in.Value() != f.first }
func (f *areaField) keepsEnter() bool { return true }

// paste takes in as much as the field may hold.
func (f *areaField) paste(s string) {
	f.in, _ = f.in.Update(tea.PasteMsg{Content: block(clip(s, areaBytes))})
}

// key leaves the field at its first and last line.
func (f *areaField) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "up":
		if f.in.Line() == 0 && f.in.LineInfo().RowOffset == 0 {
			return false
		}
	case "down":
		if f.in.Line() == f.in.LineCount()-1 && f.in.LineInfo().RowOffset >= f.in.LineInfo().Height-1 {
			return false
		}
	}
	f.in, _ = f.in.Update(msg)
	return true
}

func (f *areaField) draw(_ *Model, w int, focus bool) []string {
	if !focus {
		lines := wrap(block(clip(f.in.Value(), 1<<12)), w)
		if len(lines) > f.rows {
			lines = append(lines[:f.rows-1:f.rows-1], "…")
		}
		return lines
	}
	f.in.SetWidth(w)
	f.in.SetHeight(f.rows)
	return strings.Split(f.in.View(), "\n")
}
