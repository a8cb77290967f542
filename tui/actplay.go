package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// catalogue of a side as a list to choose from.
func (m *Model) catalogue(side string) []option {
	var out []option
	for _, a := range m.sight().Catalogue(side) {
		title := line(a.Title.In(m.lang))
		if title == "" {
			title = line(a.ID)
		}
		out = append(out, option{a.ID, title})
	}
	return out
}

func (m *Model) targets() []option {
	out := []option{{"", m.t("none")}}
	for _, t := range m.sight().Targets() {
		out = append(out, option{t.ID, m.ofSide(line(t.Title.In(m.lang)), t.Side)})
	}
	return out
}

// citable are the authorities that a side has stated, in its own order:
// nothing here tells which would do.
func (m *Model) citable(side string) []option {
	var out []option
	for _, a := range m.sight().Authorities(side) {
		out = append(out, option{a.ID, m.authorityLabel(a)})
	}
	for _, s := range m.sight().Stated() {
		if m.agencySide(s.Agency) == side {
			v := m.sight()
			out = append(out, option{s.ID, m.typed(v, s.Title) + " · " + m.typed(v, s.Basis)})
		}
	}
	return out
}

// approvable are those that need somebody's approval, whatever they permit.
func (m *Model) approvable(side string) []option {
	var out []option
	for _, a := range m.sight().Authorities(side) {
		if a.Approval != "" {
			out = append(out, option{a.ID, m.authorityLabel(a)})
		}
	}
	return out
}

func (m *Model) agencySide(id string) string {
	for _, a := range m.sight().Agencies() {
		if a.ID == id {
			return a.Side
		}
	}
	return ""
}

func (m *Model) hows() []option {
	var out []option
	for _, h := range []engine.How{engine.HowTyped, engine.HowSpoken, engine.HowPaper} {
		out = append(out, option{string(h), words.Say(m.lang, "how."+string(h), nil)})
	}
	return out
}

// didForm records what a role did, from control: mostly spoken in the room.
func (m *Model) didForm() tea.Cmd {
	role := newPick(m.t("Role"), m.roleOptions(""), "")
	switch s := m.at(); s.kind { // whoever is under the cursor
	case onAction:
		if a, ok := m.act(); ok {
			role.taken = []string{a.Role}
		}
	case onInject:
		if it, ok := m.inject(); ok && len(it.Roles) == 1 {
			role.taken = []string{it.Roles[0]}
		}
	}
	return m.open(m.actForm(m.t("We did …"), role, engine.HowSpoken))
}

// actForm records an action of a role; role is a field, or fixed if nil.
func (m *Model) actForm(title string, role *pickField, how engine.How) *form {
	fixed := m.actor()
	who := func() string {
		if role != nil {
			return role.value()
		}
		return fixed
	}
	side := func() string { return m.sight().SideOf(who()) }
	did := newAct(m.t("We do …"), func() []option { return m.catalogue(side()) })
	target := newPick(m.t("Target"), m.targets(), "")
	cites := newSeveral(m.t("Relying on"), m.t("no authority cited"), nil)
	cites.options = func() []option { return m.citable(side()) }
	uses := m.newUses(side)
	said := newPick(m.t("How"), m.hows(), string(how))
	when := m.lasting(newText(m.t("Said at"), m.t("now; or -2m, T+00:40:00"), ""), parseMoment)
	f := &form{title: title, done: m.t("Recorded."), send: m.t("record")}
	if role != nil {
		f.fields = []field{m.newDidLine(role, did, target, when), role}
	}
	f.fields = append(f.fields, did, target, cites, said, when)
	if uses != nil {
		f.fields = append(f.fields, uses)
	}
	f.to = func() string { return m.recordedAs(who(), said.value(), when.value()) }
	f.make = func() (engine.Command, string) {
		t, given, ok := parseMoment(when.value(), m.now)
		if !ok {
			return engine.Command{}, m.t("a time is -2m or T+00:40:00")
		}
		if why := m.whyLater(t); given && why != "" {
			return engine.Command{}, why
		}
		if !given {
			t = engine.SaidNow
		}
		op := engine.Act{Action: did.action(), Text: did.text(), Target: target.value(), Cites: cites.values(), Uses: usedBy(uses), Lang: m.lang}
		if op.Text == "" && op.Action == "" {
			return engine.Command{}, m.t("say what is done")
		}
		c := engine.Command{Seat: who(), Op: op, How: engine.How(said.value()), Said: t}
		if role != nil {
			c.Via = m.home
		}
		return c, ""
	}
	return f
}

// controlMessageForm writes to players, also as a persona; on a message it
// replies to it.
func (m *Model) controlMessageForm() tea.Cmd {
	as := m.newSpeaker()
	to := newSeveral(m.t("To"), m.t("nobody yet"), m.addressees())
	to.lost = m.t("nothing matches: choose to whom first; Tab moves these words to the text")
	text := newArea(m.t("Text"), "", 6)
	f := &form{title: m.t("Message"), fields: []field{to, as, text}, text: text, done: m.t("Sent.")}
	if !engine.Leads(m.home) {
		f.fields = []field{as, to, text} // whose words they are is what a simulator is asked for first
	}
	reply := ""
	if s := m.at(); s.kind == onMessage {
		if msg, ok := m.view.Message(s.id); ok && !engine.IsControl(msg.From) {
			reply = msg.ID
			to.taken = []string{msg.From}
			f.lead = []string{m.t("Reply to {who}: “{text}”", "who", m.messageFrom(&msg), "text", m.typed(m.view, msg.Text))}
			if engine.Leads(m.home) {
				f.at = 2
			}
		}
	}
	f.to = func() string {
		return m.t("to {to}, as {whom}", "to", m.toRoles(m.resolve(to.values())), "whom", as.summary(m))
	}
	f.make = func() (engine.Command, string) {
		if as.value() == nobodyYet {
			return engine.Command{}, m.t("choose as whom you write")
		}
		return m.control(engine.SendMessage{To: to.values(), Text: text.value(), Lang: m.lang, Persona: as.value(), ReplyTo: reply}), ""
	}
	return m.open(f)
}

// on are the things that a note or a ruling can be on, with what is under the
// cursor first.
func (m *Model) on(nothing string) []option {
	s := m.at()
	var out []option
	if s.kind != "" {
		out = append(out, option{s.ref(), m.subjectName(s)})
	}
	out = append(out, option{"", nothing})
	out = append(out, m.roleOptions("")...)
	if sc := m.view.Scenario(); sc != nil {
		for i := range sc.Objectives {
			o := &sc.Objectives[i]
			out = append(out, option{o.ID, m.t("objective: {title}", "title", line(o.Title.In(m.lang)))})
			for _, t := range o.Tasks {
				out = append(out, option{t.ID, "  " + m.t("task: {title}", "title", line(t.Title.In(m.lang)))})
			}
		}
	}
	return out
}

// subjectName says what is under the cursor.
func (m *Model) subjectName(s subject) string {
	v := m.sight()
	switch s.kind {
	case onInject:
		return m.t("inject {id}", "id", line(s.id))
	case onAction:
		if a, ok := v.Action(s.id); ok {
			return m.t("{id}: {who}, {what}", "id", line(s.id), "who", m.roleTitle(a.Role), "what", m.actText(v, &a))
		}
	case onMessage:
		return m.t("message {id}", "id", line(s.id))
	case onApproval:
		return m.t("approval {id}", "id", line(s.id))
	case onRole, onPhase, onMilestone, onCatalogue, onTarget, onEvidence, onAuthority, onObjective:
		return m.thingName(s)
	case onEvent:
		return m.t("the moment {time}", "time", clockText(s.t))
	}
	return line(s.id)
}

func (m *Model) noteForm() tea.Cmd {
	now := "t:" + text64(m.now)
	options := m.on(m.t("nothing in particular"))
	options = append(options[:len(options):len(options)], option{now, m.t("this moment, {time}", "time", clockText(m.now))})
	on := newPick(m.t("On"), options, "")
	on.taken = []string{options[0].id}
	text := newArea(m.t("Note"), "", 5)
	return m.open(&form{
		title: m.t("Note"), fields: []field{on, text}, at: 1, send: m.t("note it"), done: m.t("Noted."), to: func() string { return m.t("seen by control alone") },
		make: func() (engine.Command, string) {
			return m.control(engine.MakeNote{On: on.value(), Text: text.value()}), ""
		},
	})
}

func (m *Model) ruleForm() tea.Cmd {
	m.dropMenu()
	options := m.on(m.t("play in general"))
	on := newPick(m.t("On"), slices.DeleteFunc(options, func(o option) bool { return o.id == "" && o.label == "" }), "")
	on.taken = []string{options[0].id}
	to := newSeveral(m.t("To"), m.t("all sides"), m.sideOptions())
	text := newArea(m.t("Ruling"), "", 4)
	reason := newArea(m.t("Reason"), "", 3)
	return m.open(&form{
		title: m.t("Ruling"), fields: []field{on, to, text, reason}, at: 2, send: m.t("rule"), done: m.t("Ruled."),
		to: func() string {
			if len(to.values()) == 0 {
				return m.t("to every side, with its reason")
			}
			return m.t("to {to}, with its reason", "to", to.summary(m))
		},
		make: func() (engine.Command, string) {
			return m.control(engine.Rule{On: on.value(), To: to.values(), Text: text.value(), Reason: reason.value()}), ""
		},
	})
}

func (m *Model) sideOptions() []option {
	var out []option
	for _, s := range m.view.Sides() {
		out = append(out, option{s.ID, m.sideName(s.ID)})
	}
	return out
}

func (m *Model) milestoneForm() tea.Cmd {
	var options []option
	reached := map[string]bool{}
	for _, s := range m.view.Milestones() {
		sign := "○ "
		if s.Reached {
			sign = "✓ "
		}
		name := sign + m.t("{what} ({more})", "what", line(s.Title.In(m.lang)), "more", line(s.ID))
		if s.Reached {
			name = m.t("{name} since {time}", "name", name, "time", clockText(s.Since))
		}
		reached[s.ID] = s.Reached
		options = append(options, option{s.ID, name})
	}
	which := newPick(m.t("Milestone"), options, "")
	which.rows = 10
	return m.open(&form{
		title: m.t("Milestones"), fields: []field{which}, send: m.t("set or clear"), done: m.t("The milestone is changed."),
		to: func() string {
			if reached[which.value()] {
				return m.t("clears it")
			}
			return m.t("sets it")
		},
		make: func() (engine.Command, string) {
			if reached[which.value()] {
				return m.control(engine.ClearMilestone{Milestone: which.value()}), ""
			}
			return m.control(engine.SetMilestone{Milestone: which.value()}), ""
		},
	})
}

// shownTexts is how many of the latest texts can be chosen for expunging.
const shownTexts = 500

func (m *Model) expungeForm() tea.Cmd {
	all := m.view.Texts()
	var options []option
	for i := len(all) - 1; i >= 0 && len(options) < shownTexts; i-- {
		if t := &all[i]; !t.Expunged {
			options = append(options, option{t.ID, line(t.ID) + "  " + m.t("{who}: “{text}”", "who", m.roleTitle(t.Seat), "text", line(clip(t.Text, 200)))})
		}
	}
	texts := newSeveral(m.t("Texts"), m.t("none chosen"), options)
	texts.rows = 8
	reason := newText(m.t("Reason"), m.t("needed, for the record"), "")
	return m.open(&form{
		title: m.t("Expunge"), fields: []field{texts, reason}, send: m.t("expunge"), done: m.t("Expunged."),
		lead: []string{m.t("Takes typed texts and every copy of them out of the record for good. Who could read them learns that they are gone.")},
		to:   func() string { return m.t("this can't be taken back") },
		make: func() (engine.Command, string) {
			return m.control(engine.Expunge{Texts: texts.values(), Reason: reason.value()}), ""
		},
	})
}
