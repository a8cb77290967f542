package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// scope is where a binding holds.
type scope uint8

// The scopes, in the order that help shows them.
const (
	scopeConsole scope = iota
	scopeAdjudicate
	scopeSeat
	scopeFinding // of a legal adviser, on a seat's screen
	scopeDetail
	scopeForm
	scopeConfirm
	scopeBatch
	scopeCue
	scopePractice
	scopeEvaluation
	scopeRoom
	scopeCode
	scopeHelp
	scopeCount
)

// title of a scope in help.
func (s scope) title() string {
	return [scopeCount]string{
		"Control's console", "Adjudicate (a) the action under the cursor", "A seat's screen (v)",
		"The finding (f) on an action, for a legal adviser", "Details (Enter)", "Forms", "Questions", "Many at once (*, + and y or x)", "What is to be said aloud (Enter on ☎)", "Practice (P) at a seat", "Evaluation (O)", "Who is where (p)", "A seat's code", "Help",
	}[s]
}

// binding is everything about a key, for what it does, the footer and help.
type binding struct {
	scope scope
	keys  []string // as Bubble Tea names them
	short string   // in the footer
	help  string
	foot  int // rank in the footer from 1; 0: not there
	group string
	// run does it. nil for keys that the scope takes by itself and that are
	// here for help.
	run func(m *Model) tea.Cmd
	// why says in words why it is of no use now, "" if it is; nil: always of
	// use.
	why func(m *Model) string
	// now is the footer's word where it changes with the state; nil: short.
	now func(m *Model) string
	// onThing: it is done to what the cursor is on, also while that is shown
	// in full.
	onThing bool
}

func (b *binding) footLabel(m *Model) string {
	if b.now != nil {
		return b.now(m)
	}
	return m.t(b.short)
}

// footKeys names the first key, which is enough for the footer; a pair of
// arrows is one thing.
func (b *binding) footKeys() string {
	first := *b
	if first.keys = b.keys[:1]; len(b.keys) > 1 && b.keys[0] == "up" && b.keys[1] == "down" {
		first.keys = b.keys[:2]
	}
	return first.keyText()
}

// keyText names the keys for reading.
func (b *binding) keyText() string {
	out := make([]string, len(b.keys))
	for i, k := range b.keys {
		switch k {
		case "up":
			k = "↑"
		case "down":
			k = "↓"
		case "left":
			k = "←"
		case "right":
			k = "→"
		case "enter":
			k = "Enter"
		case "esc":
			k = "Esc"
		case "tab":
			k = "Tab"
		case "shift+tab":
			k = "⇧Tab"
		case "pgup":
			k = "PgUp"
		case "pgdown":
			k = "PgDn"
		case "f1":
			k = "F1"
		case "home":
			k = "Home"
		case "end":
			k = "End"
		default:
			k = strings.Replace(k, "ctrl+", "^", 1)
		}
		out[i] = k
	}
	return strings.Join(out, " ")
}

// allBindings is the one record of keys.
func allBindings() []binding {
	var all []binding
	for _, part := range [][]binding{
		clockBindings(), mselBindings(), playBindings(), moveBindings(), adjudicateBindings(),
		seatBindings(), playerBindings(), practiceBindings(), findingBindings(), overlayBindings(), batchBindings(), cueBindings(), deskBindings(), waysBindings(), roomBindings(), evaluationBindings(),
	} {
		all = append(all, part...)
	}
	return all
}

// things marks bindings that are done to what the cursor is on.
func things(all []binding) []binding {
	for i := range all {
		key := all[i].keys[0]
		all[i].onThing = all[i].why != nil && key != "enter" && key != "space" // those scroll and close
	}
	return all
}

// screenScope is the scope of the screen that overlays lie on.
func (m *Model) screenScope() scope {
	if m.seat != nil {
		return scopeSeat
	}
	return scopeConsole
}

// currentScope is whose keys apply.
func (m *Model) currentScope() scope {
	if o := m.top(); o != nil {
		return o.scope()
	}
	return m.screenScope()
}

// press runs the binding of a key. One that is of no use now says why.
func (m *Model) press(s scope, msg tea.KeyPressMsg) tea.Cmd {
	b := m.bound(s, msg)
	if b == nil || b.run == nil {
		return nil
	}
	if why := b.against(m); why != "" {
		m.say(why, true)
		return nil
	}
	if b.actsOnInject() && m.console.focus == paneMSEL {
		// The cursor stays on what it is done to, or the next press of the key
		// would be done to the next inject.
		m.console.lists[paneMSEL].follow = false
	}
	return m.runFrom(b)
}

// below is done with a key that the overlay on top has no use for. Freezing is
// one key from anywhere; of other keys of the screen below, it is said what
// comes first.
func (m *Model) below(msg tea.KeyPressMsg, first string) tea.Cmd {
	b := m.bound(m.screenScope(), msg)
	switch {
	case b == nil:
		return nil
	case b.keys[0] == "F":
		return m.press(b.scope, msg)
	}
	m.say(first, true)
	return nil
}

// ofClock reports whether a key is the clock's, from whichever screen.
func (b *binding) ofClock() bool {
	return b.group == groupClock || b.scope == scopeSeat && (b.keys[0] == "space" || b.keys[0] == "F")
}

// actsOnInject reports whether a key of the console does something to the
// inject under the cursor.
func (b *binding) actsOnInject() bool {
	return b.scope == scopeConsole && b.onThing && (b.group == groupInjects && b.keys[0] != "i" || b.keys[0] == "o")
}

// bound finds the binding of a key.
func (m *Model) bound(s scope, msg tea.KeyPressMsg) *binding {
	name := msg.String()
	for i := range m.binds {
		b := &m.binds[i]
		if b.scope != s {
			continue
		}
		for _, k := range b.keys {
			if k == name {
				return b
			}
		}
	}
	return nil
}
