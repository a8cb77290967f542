package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// seatAct is the form in which a seat says what it does: one line, Enter, and
// Enter records. Tab goes on to what may be left as it is.
type seatAct struct {
	*form
	did    *actField
	target *pickField
	cites  *pickField
	uses   *pickField // nil where there can be no evidence
	how    *pickField
	when   *textField
	role   *pickField // for a scribe; nil: the seat itself
	// suggestion that it takes up, "" for none.
	suggestion string
}

// newSeatAct makes the form. A scribe's has the role first, since others speak
// and the scribe writes.
func (m *Model) newSeatAct(title string) *seatAct {
	v, own := m.seat.view, m.seat.role
	side := v.Side().ID
	a := &seatAct{did: newAct(m.t("We do …"), func() []option { return m.catalogue(side) })}
	a.did.straight = !m.opts.Plain // in lines there is no Tab to the rest
	a.target = newPick(m.t("Target"), m.targets(), "")
	a.cites = newSeveral(m.t("Relying on"), m.t("no authority cited"), m.citable(side))
	a.cites.rows = 5
	a.uses = m.newUses(func() string { return side })
	how := engine.HowTyped
	if v.Role().Scribe {
		if !m.alone() {
			how = engine.HowSpoken
		}
		a.role = newPick(m.t("Role"), m.roleOptions(side), own)
	}
	a.how = newPick(m.t("How"), m.hows(), string(how))
	a.when = m.lasting(newText(m.t("Said at"), m.t("now; or -2m, T+00:40:00"), ""), parseMoment)
	a.form = &form{title: title, send: m.t("record"), done: m.t("Recorded."), fields: []field{a.did, a.target, a.cites}, low: true}
	if !m.alone() || a.role != nil { // who sits at a terminal of their own types, and now
		a.fields = append(a.fields, a.how, a.when)
	}
	if a.uses != nil {
		a.fields = append(a.fields, a.uses)
	}
	if a.role != nil {
		a.fields, a.at = append([]field{a.role}, a.fields...), 1
	}
	a.to = func() string {
		if a.said(own) == string(engine.HowTyped) && a.when.value() == "" {
			return m.t("as {role}: {what}", "role", m.roleTitle(a.who(own)), "what", a.did.summary(m))
		}
		return m.t("{who}: {what}", "who", m.recordedAs(a.who(own), a.said(own), a.when.value()), "what", a.did.summary(m))
	}
	a.make = func() (engine.Command, string) { return a.command(m, own) }
	return a
}

func (a *seatAct) who(own string) string {
	if a.role != nil {
		return a.role.value()
	}
	return own
}

// said is how it was said: of what a scribe writes for another, nobody typed it.
func (a *seatAct) said(own string) string {
	if how := a.how.value(); a.who(own) == own || how != string(engine.HowTyped) {
		return how
	}
	return string(engine.HowSpoken)
}

// command is what the form says. What a scribe writes for another role is
// recorded as that role's, by the scribe.
func (a *seatAct) command(m *Model, own string) (engine.Command, string) {
	t, given, ok := parseMoment(a.when.value(), m.now)
	if !ok {
		return engine.Command{}, m.t("a time is -2m or T+00:40:00")
	}
	if why := m.whyLater(t); given && why != "" {
		return engine.Command{}, why
	}
	if !given {
		t = engine.SaidNow
	}
	op := engine.Act{
		Action: a.did.action(), Text: a.did.text(), Target: a.target.value(), Cites: a.cites.values(), Uses: usedBy(a.uses), Lang: m.lang, Suggestion: a.suggestion,
	}
	if op.Text == "" && op.Action == "" {
		return engine.Command{}, m.t("say what is done")
	}
	c := engine.Command{Seat: a.who(own), Op: op, How: engine.How(a.said(own)), Said: t}
	if c.Seat != own {
		c.Via = own
	}
	return c, ""
}

// fill puts an action that was suggested into the form.
func (a *seatAct) fill(m *Model, s *engine.Suggestion) {
	a.suggestion = s.ID
	if w, ok := original(m.seat.view, s.Text); ok {
		a.did.in.SetValue(line(w.Text))
	}
	a.did.chosen = s.Action
	if a.did.in.Value() == "" {
		a.did.in.SetValue(m.actionName(m.seat.view, "", s.Action))
	}
	a.target.taken, a.cites.taken = []string{s.Target}, slices.Clone(s.Cites)
	a.at = len(a.fields) // Enter takes it up as it stands
}

func (m *Model) seatDidForm() tea.Cmd { return m.open(m.newSeatAct(m.t("We do …")).form) }
