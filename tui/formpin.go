package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// How long a PIN may be.
const (
	leastDigits = 4
	mostDigits  = 12
)

// pinField takes digits and shows dots. It is never kept.
type pinField struct {
	label, hint string
	digits      string
}

func newPIN(label, hint string) *pinField { return &pinField{label: label, hint: hint} }

func (f *pinField) name() string     { return f.label }
func (f *pinField) dirty() bool      { return false }
func (f *pinField) keepsEnter() bool { return false }
func (f *pinField) save() string     { return "" }
func (f *pinField) load(string)      {}
func (f *pinField) secret()          {}

// whole reports whether it can be a PIN.
func (f *pinField) whole() bool { return len(f.digits) >= leastDigits }

func (f *pinField) paste(s string) {
	for _, r := range clip(s, lineBytes) {
		if r >= '0' && r <= '9' && len(f.digits) < mostDigits {
			f.digits += string(r)
		}
	}
}

func (f *pinField) key(msg tea.KeyPressMsg) bool {
	switch msg.String() {
	case "up", "down":
		return false
	case "backspace":
		f.digits = f.digits[:max(0, len(f.digits)-1)]
	case "ctrl+u":
		f.digits = ""
	default:
		f.paste(msg.Key().Text)
	}
	return true
}

func (f *pinField) draw(m *Model, _ int, focus bool) []string {
	s := strings.Repeat("•", len(f.digits))
	if focus {
		s += m.st.chosen.Render(" ")
	}
	if f.digits == "" {
		s += " " + m.st.dim.Render(f.hint)
	}
	return []string{s}
}
