package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// jumpForm asks how far, then what becomes of what lies between.
func (m *Model) jumpForm() tea.Cmd {
	to := newText(m.t("To"), m.t("+10m or T+01:10:00"), "")
	end := m.view.Clock().SegmentEnd
	f := &form{
		title: m.t("Jump"), fields: []field{to}, send: m.t("see what lies between"),
		lead: []string{m.t("Now is {now}; the segment ends at {end}, as far as a jump goes.", "now", clockText(m.now), "end", clockText(end))},
	}
	f.instead = func(m *Model) (tea.Cmd, string) {
		t, given, ok := parseLater(to.value(), m.now)
		switch {
		case !ok || !given:
			return nil, m.t("a time is +10m or T+01:10:00; in ten minutes is {time}", "time", clockText(m.now+10*60_000))
		case t <= m.now:
			return nil, m.t("a jump goes to a later time")
		case t > end:
			return nil, m.t("a jump stays within its segment, which ends at {time}", "time", clockText(end))
		}
		to.load(clockText(t)) // a draft of what follows means this very time
		m.drop(f)
		return m.jumpChoices(t), ""
	}
	return m.open(f)
}

func (m *Model) jumpChoices(to engine.Millis) tea.Cmd {
	list := &jumpField{label: m.t("Between"), choices: slices.Clone(m.host.JumpList(to)), fresh: map[thing]bool{}}
	f := &form{
		title: m.t("Jump to {time}", "time", clockText(to)), send: m.t("jump"), done: m.t("Jumped to {time}.", "time", clockText(to)),
		make: func() (engine.Command, string) {
			return m.control(engine.Jump{To: to, Choices: slices.Clone(list.choices)}), ""
		},
	}
	fill := func() {
		if len(list.choices) == 0 {
			f.lead, f.fields, f.at = []string{m.t("Nothing lies between.")}, nil, 0
			f.to = func() string { return m.t("to {time}", "time", clockText(to)) }
			return
		}
		f.lead = []string{m.t("What lies between. ← → choose for one; D S H choose for all: Deliver on arrival, Skip, sHift.")}
		if f.fields == nil {
			f.fields, f.at = []field{list}, 0
		}
		f.to = func() string { return list.count(m) }
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
	label   string
	choices []engine.JumpChoice
	fresh   map[thing]bool // came on while the list was read
	rows    list
	touched bool
}

func (f *jumpField) name() string     { return f.label }
func (f *jumpField) dirty() bool      { return f.touched }
func (f *jumpField) keepsEnter() bool { return false }
func (f *jumpField) paste(string)     {}

// count says how many are chosen for what.
func (f *jumpField) count(m *Model) string {
	n := map[string]int{}
	for _, c := range f.choices {
		n[c.Choice]++
	}
	return m.t("deliver {deliver}, skip {skip}, shift {shift}", "deliver", strconv.Itoa(n[engine.JumpDeliver]), "skip", strconv.Itoa(n[engine.JumpSkip]), "shift", strconv.Itoa(n[engine.JumpShift]))
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
			fresh = m.t("new:") + " "
		}
		return []string{m.listRow(w, i == f.rows.cursor && focus, focus,
			seg{m.st.bold, fit(m.choiceWord(c.Choice), 8)}, seg{m.st.dim, " " + shortClock(c.Due) + "  "}, seg{m.st.warn, fresh}, seg{m.st.plain, m.jumpText(c)})}
	})
}

// choiceWord says what becomes of an entry.
func (m *Model) choiceWord(choice string) string {
	switch choice {
	case engine.JumpDeliver:
		return m.t("deliver")
	case engine.JumpSkip:
		return m.t("skip")
	default:
		return m.t("shift")
	}
}

// jumpText says what an entry of the list is.
func (m *Model) jumpText(c *engine.JumpChoice) string {
	switch c.Kind {
	case "inject", "condition":
		if it, ok := m.view.Item(c.ID); ok {
			return line(c.ID) + " → " + m.toRoles(it.Roles) + "  " + line(m.view.ItemText(&it, "subject", m.lang))
		}
	case "outcome":
		if a, ok := m.view.Action(c.ID); ok {
			return m.t("outcome of {who}: {what}", "who", m.roleTitle(a.Role), "what", m.actText(m.view, &a))
		}
	case "expectation":
		for _, e := range m.view.Expectations("") {
			if e.ID == c.ID {
				return m.t("deadline: {what} ({delivery})", "what", m.expectText(e.Def), "delivery", line(e.Delivery))
			}
		}
	}
	return line(c.Kind + " " + c.ID)
}
