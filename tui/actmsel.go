package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// toRoles says to whom something goes: names while they are few.
func (m *Model) toRoles(roles []string) string {
	if len(roles) == 0 {
		return "nobody yet"
	}
	if len(roles) == len(m.view.Seats()) {
		return fmt.Sprintf("everyone (%d roles)", len(roles))
	}
	names := make([]string, 0, len(roles))
	for _, r := range roles {
		names = append(names, m.roleTitle(r))
	}
	if len(names) > 6 {
		return fmt.Sprintf("%s and %d more", joinNames(names[:5]), len(names)-5)
	}
	return joinNames(names)
}

// resolve gives the roles that ids of roles, agencies and sides mean.
func (m *Model) resolve(to []string) []string {
	var out []string
	seats := m.view.Seats()
	for i := range seats {
		r := &seats[i]
		if slices.ContainsFunc(to, func(t string) bool { return t == "everyone" || t == r.ID || t == r.Agency || t == r.Side }) {
			out = append(out, r.ID)
		}
	}
	return out
}

// addressees are what an inject or a message can be addressed to.
func (m *Model) addressees() []option {
	out := []option{{"everyone", "everyone"}}
	for _, s := range m.view.Sides() {
		out = append(out, option{s.ID, m.sideName(s.ID) + " (the side)"})
	}
	for _, a := range m.view.Agencies() {
		out = append(out, option{a.ID, line(a.Name.In(m.lang)) + " (agency of " + m.sideName(a.Side) + ")"})
	}
	return append(out, m.roleOptions("")...)
}

// roleOptions are the roles of a side, of all sides if it is "".
func (m *Model) roleOptions(side string) []option {
	var out []option
	seats := m.view.Seats()
	for i := range seats {
		r := &seats[i]
		if side == "" || r.Side == side {
			out = append(out, option{r.ID, m.roleTitle(r.ID) + " (" + line(r.ID) + ", " + m.sideName(r.Side) + ")"})
		}
	}
	return out
}

func (m *Model) deliverKey() tea.Cmd {
	it, _ := m.inject()
	lines := []string{"To: " + m.toRoles(it.Roles), "Subject: " + line(m.view.ItemText(&it, "subject", m.lang))}
	title, yes := "Deliver "+line(it.ID)+" now?", "deliver"
	if it.State == engine.InjectCued {
		title, yes = "Was "+line(it.ID)+" said?", "it was said: record it as delivered"
	}
	return m.ask(title, yes, func(m *Model) tea.Cmd {
		return m.order(engine.Deliver{Inject: it.ID}, "Delivered: "+line(it.ID)+".")
	}, lines...)
}

func (m *Model) holdKey() tea.Cmd {
	it, _ := m.inject()
	if it.State != engine.InjectHeld {
		return m.order(engine.Hold{Inject: it.ID}, "Held: "+line(it.ID)+".")
	}
	release := func(m *Model) tea.Cmd {
		return m.order(engine.Release{Inject: it.ID}, "Released: "+line(it.ID)+".")
	}
	if !it.HasDue || it.Due > m.now {
		return release(m)
	}
	return m.ask("Release "+line(it.ID)+"? Its time has passed", "release, it is delivered now", release, "To: "+m.toRoles(it.Roles))
}

func (m *Model) holdWord() string {
	if it, ok := m.inject(); ok && it.State == engine.InjectHeld {
		return "release"
	}
	return "hold"
}

// reasonForm is a form that asks for nothing but a reason.
func (m *Model) reasonForm(title, send, to, done string, make func(reason string) engine.Op) tea.Cmd {
	reason := newText("Reason", "for the record; may be empty", "")
	return m.open(&form{
		title: title, fields: []field{reason}, send: send, done: done, to: func() string { return to },
		make: func() (engine.Command, string) {
			return engine.Command{Seat: m.actor(), Op: make(reason.value()), Said: engine.SaidNow}, ""
		},
	})
}

func (m *Model) skipForm() tea.Cmd {
	it, _ := m.inject()
	return m.reasonForm("Skip "+line(it.ID), "skip", "takes it out; what follows from it is put on hold", "Skipped: "+line(it.ID)+".",
		func(r string) engine.Op { return engine.Skip{Inject: it.ID, Reason: r} })
}

func (m *Model) recallForm() tea.Cmd {
	it, _ := m.inject()
	id := m.liveDelivery(&it)
	return m.reasonForm("Recall "+line(id), "recall", "takes it out of the inboxes of: "+m.toRoles(it.Roles), "Recalled: "+line(id)+".",
		func(r string) engine.Op { return engine.Recall{Delivery: id, Reason: r} })
}

func (m *Model) acceptKey() tea.Cmd {
	if a, ok := m.approval(); ok {
		return m.approveForm(&a, true)
	}
	it, _ := m.inject()
	return m.ask("Accept "+line(it.ID)+"?", "deliver it", func(m *Model) tea.Cmd {
		return m.order(engine.Accept{Inject: it.ID}, "Accepted: "+line(it.ID)+".")
	}, "To: "+m.toRoles(it.Roles), "Subject: "+line(m.view.ItemText(&it, "subject", m.lang)))
}

func (m *Model) acceptWord() string {
	if _, ok := m.approval(); ok {
		return "approve"
	}
	return "accept"
}

func (m *Model) dismissWord() string {
	if _, ok := m.approval(); ok {
		return "refuse"
	}
	return "dismiss"
}

func (m *Model) dismissForm() tea.Cmd {
	if a, ok := m.approval(); ok {
		return m.approveForm(&a, false)
	}
	it, _ := m.inject()
	return m.reasonForm("Dismiss "+line(it.ID), "dismiss", "players get nothing", "Dismissed: "+line(it.ID)+".",
		func(r string) engine.Op { return engine.Dismiss{Inject: it.ID, Reason: r} })
}

// approveForm approves or refuses what a role asked.
func (m *Model) approveForm(a *engine.Approval, yes bool) tea.Cmd {
	text := newText("Words", "for the one who asks; may be empty", "")
	f := &form{
		title: "Approve " + line(a.ID), send: "approve", done: "Approved: " + line(a.ID) + ".", fields: []field{text},
		lead: []string{m.roleTitle(a.Role) + " asks: " + m.actionName(m.sight(), a.Side, a.Action), "Under: " + m.authorityName(m.sight(), a.Side, a.Authority)},
		to:   func() string { return "to " + m.roleTitle(a.Role) },
	}
	if a.Target != "" {
		f.lead[0] += " → " + m.targetName(a.Target)
	}
	if !yes {
		f.title, f.send, f.done = "Refuse "+line(a.ID), "refuse", "Refused: "+line(a.ID)+"."
	}
	seat, id := m.actor(), a.ID
	f.make = func() (engine.Command, string) {
		c := engine.Command{Seat: seat, Op: engine.RefuseApproval{Approval: id, Text: text.value()}, Said: engine.SaidNow}
		if yes {
			c.Op = engine.Approve{Approval: id, Text: text.value()}
		}
		return c, ""
	}
	return m.open(f)
}

func (m *Model) retimeForm() tea.Cmd {
	it, _ := m.inject()
	value := ""
	if it.HasDue {
		value = clockText(it.Due)
	}
	at := newText("Due", "+5m, T+01:10:00 or now", value)
	return m.open(&form{
		title: "Another time for " + line(it.ID), fields: []field{at}, send: "set", done: "Re-timed: " + line(it.ID) + ".",
		lead: []string{"Now is " + clockText(m.now) + ". A time that has passed means now."},
		to:   func() string { return "then to " + m.toRoles(it.Roles) },
		make: func() (engine.Command, string) {
			t, _, ok := parseLater(at.value(), m.now)
			if !ok {
				return engine.Command{}, "a time is +5m or T+01:10:00"
			}
			return m.control(engine.Retime{Inject: it.ID, Due: t}), ""
		},
	})
}

func (m *Model) editForm() tea.Cmd {
	it, _ := m.inject()
	part := func(name string) string { return m.view.ItemText(&it, name, m.lang) }
	subject := newText("Subject", "", part("subject"))
	body := newArea("Text", part("body"), 8)
	ask := newText("Asks", "what it asks of its reader", part("ask"))
	to := newSeveral("To", "nobody", m.addressees(), it.To...)
	changed := func(dirty bool, value string) *string {
		if !dirty {
			return nil
		}
		return &value
	}
	f := &form{
		title: "Edit " + line(it.ID) + " (" + line(m.lang) + ")", fields: []field{subject, body, ask, to}, send: "save",
		done: "Edited: " + line(it.ID) + ".",
		to:   func() string { return "goes out later, to " + m.toRoles(m.resolve(to.values())) },
		make: func() (engine.Command, string) {
			op := engine.Edit{
				Inject: it.ID, Lang: m.lang, Subject: changed(subject.dirty(), subject.value()),
				Body: changed(body.dirty(), body.value()), Ask: changed(ask.dirty(), ask.value()),
			}
			if to.dirty() {
				if op.To = to.values(); len(op.To) == 0 {
					return engine.Command{}, "somebody must be addressed"
				}
			}
			return m.control(op), ""
		},
	}
	if len(it.Def.Alternatives) > 0 {
		f.lead = []string{"It has alternatives: if the condition of one holds on delivery, that one's text is sent."}
	}
	return m.open(f)
}

// channels that an inject can come by.
func (m *Model) channels() []option {
	var out []option
	for _, c := range []string{
		"email", "phone", "news", "social-media", "diplomatic-cable", "intelligence-report", "cert-alert", "in-person", "controller",
	} {
		out = append(out, option{c, words.Say(m.lang, "channel."+c, nil)})
	}
	return out
}

func (m *Model) improviseForm() tea.Cmd {
	channel := newPick("Channel", m.channels(), "email")
	from := newText("From", "who writes or calls", "")
	to := newSeveral("To", "nobody yet", m.addressees())
	subject := newText("Subject", "", "")
	body := newArea("Text", "", 6)
	ask := newText("Asks", "what it asks of its reader; may be empty", "")
	due := newText("When", "now; or +5m, T+01:10:00", "")
	return m.open(&form{
		title: "Send an inject", fields: []field{channel, from, to, subject, body, ask, due}, done: "Sent.",
		to: func() string { return "to " + m.toRoles(m.resolve(to.values())) },
		make: func() (engine.Command, string) {
			t, given, ok := parseLater(due.value(), m.now)
			if !ok {
				return engine.Command{}, "a time is +5m or T+01:10:00"
			}
			op := engine.Improvise{
				Channel: channel.value(), From: from.value(), To: to.values(), Lang: m.lang,
				Subject: subject.value(), Body: body.value(), Ask: ask.value(),
			}
			if given {
				op.Due = t
			}
			if len(op.To) == 0 {
				return engine.Command{}, "somebody must be addressed"
			}
			return m.control(op), ""
		},
	})
}
