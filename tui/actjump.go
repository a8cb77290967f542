package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// jumpForm asks how far, then what becomes of what lies between.
func (m *Model) jumpForm() tea.Cmd {
	to := newText("To", "+10m or T+01:10:00", "")
	end := m.view.Clock().SegmentEnd
	f := &form{
		title: "Jump", fields: []field{to}, send: "see what lies between",
		lead: []string{"Now is " + clockText(m.now) + "; the segment ends at " + clockText(end) + ", as far as a jump goes."},
	}
	f.instead = func(m *Model) (tea.Cmd, string) {
		t, given, ok := parseLater(to.value(), m.now)
		switch {
		case !ok || !given:
			return nil, "a time is +10m or T+01:10:00; in ten minutes is " + clockText(m.now+10*60_000)
		case t <= m.now:
			return nil, "a jump goes to a later time"
		case t > end:
			return nil, "a jump stays within its segment, which ends at " + clockText(end)
		}
		m.drop(f)
		return m.jumpChoices(t), ""
	}
	return m.open(f)
}

func (m *Model) jumpChoices(to engine.Millis) tea.Cmd {
	list := &jumpField{choices: slices.Clone(m.host.JumpList(to)), fresh: map[thing]bool{}}
	f := &form{
		title: "Jump to " + clockText(to), send: "jump", done: "Jumped to " + clockText(to) + ".",
		make: func() (engine.Command, string) {
			return m.control(engine.Jump{To: to, Choices: slices.Clone(list.choices)}), ""
		},
	}
	fill := func() {
		if len(list.choices) == 0 {
			f.lead, f.fields, f.at = []string{"Nothing lies between."}, nil, 0
			f.to = func() string { return "to " + clockText(to) }
			return
		}
		f.lead = []string{"What lies between. ← → choose for one; D S H choose for all: Deliver on arrival, Skip, sHift."}
		if f.fields == nil {
			f.fields, f.at = []field{list}, 0
		}
		f.to = list.count
	}
	f.refused = func(m *Model, code string) {
		if code == "jump-list-changed" {
			list.renew(m.host.JumpList(to))
			fill()
		}
	}
	fill()
	return m.open(f)
}

// thing is what an entry of the list stands for, whenever it is due.
type thing struct{ kind, id string }

// jumpField is a list with a choice for each entry.
type jumpField struct {
	choices []engine.JumpChoice
	fresh   map[thing]bool // came on while the list was read
	rows    list
	touched bool
}

func (f *jumpField) name() string     { return "Between" }
func (f *jumpField) dirty() bool      { return f.touched }
func (f *jumpField) keepsEnter() bool { return false }
func (f *jumpField) paste(string)     {}

// count says how many are chosen for what.
func (f *jumpField) count() string {
	n := map[string]int{}
	for _, c := range f.choices {
		n[c.Choice]++
	}
	return fmt.Sprintf("deliver %d, skip %d, shift %d", n[engine.JumpDeliver], n[engine.JumpSkip], n[engine.JumpShift])
}

func (f *jumpField) key(msg tea.KeyPressMsg) bool {
	f.rows.set(len(f.choices))
	if len(f.choices) == 0 {
		return false
	}
	before := f.rows.cursor
	switch msg.String() {
	case "up":
		f.rows.move(-1, nil)
		return f.rows.cursor != before
	case "down":
		f.rows.move(1, nil)
		return f.rows.cursor != before
	case "right", "space":
		f.turn(1)
	case "left":
		f.turn(2)
	case "d":
		f.choose(engine.JumpDeliver)
	case "s":
		f.choose(engine.JumpSkip)
	case "h":
		f.choose(engine.JumpShift)
	case "D":
		f.chooseAll(engine.JumpDeliver)
	case "S":
		f.chooseAll(engine.JumpSkip)
	case "H":
		f.chooseAll(engine.JumpShift)
	default:
		return false
	}
	return true
}

// renew takes in what lies between now. What was chosen stays, and so does the
// cursor.
func (f *jumpField) renew(now []engine.JumpChoice) {
	old := map[thing]string{}
	var at thing
	for i, c := range f.choices {
		old[thing{c.Kind, c.ID}] = c.Choice
		if i == f.rows.cursor {
			at = thing{c.Kind, c.ID}
		}
	}
	f.choices = slices.Clone(now)
	for i := range f.choices {
		c := &f.choices[i]
		is := thing{c.Kind, c.ID}
		choice, was := old[is]
		if f.fresh[is] = !was; was {
			c.Choice = choice
		}
		if is == at {
			f.rows.cursor = i
		}
	}
	f.rows.set(len(f.choices))
}

func (f *jumpField) turn(d int) {
	order := []string{engine.JumpDeliver, engine.JumpSkip, engine.JumpShift}
	at := slices.Index(order, f.choices[f.rows.cursor].Choice)
	f.choose(order[(max(at, 0)+d)%len(order)])
}

func (f *jumpField) choose(c string) {
	f.choices[f.rows.cursor].Choice = c
	f.touched = true
}

func (f *jumpField) chooseAll(c string) {
	for i := range f.choices {
		f.choices[i].Choice = c
	}
	f.touched = true
}

func (f *jumpField) draw(m *Model, w int, focus bool) []string {
	f.rows.set(len(f.choices))
	return f.rows.draw(10, func(i int) []string {
		c := &f.choices[i]
		fresh := ""
		if f.fresh[thing{c.Kind, c.ID}] {
			fresh = "new: "
		}
		return []string{m.listRow(w, i == f.rows.cursor && focus, focus,
			seg{m.st.bold, fit(c.Choice, 8)}, seg{m.st.dim, " " + shortClock(c.Due) + "  "}, seg{m.st.warn, fresh}, seg{m.st.plain, m.jumpText(c)})}
	})
}

// jumpText says what an entry of the list is.
func (m *Model) jumpText(c *engine.JumpChoice) string {
	switch c.Kind {
	case "inject", "condition":
		if it, ok := m.view.Item(c.ID); ok {
			return line(c.ID) + "  " + line(m.view.ItemText(&it, "subject", m.lang))
		}
	case "outcome":
		if a, ok := m.view.Action(c.ID); ok {
			return "outcome of " + m.roleTitle(a.Role) + ": " + m.actText(m.view, &a)
		}
	case "expectation":
		for _, e := range m.view.Expectations("") {
			if e.ID == c.ID {
				return "deadline: " + m.expectText(e.Def) + " (" + line(e.Delivery) + ")"
			}
		}
	}
	return line(c.Kind + " " + c.ID)
}
