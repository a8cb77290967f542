package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// toRoles says to whom something goes: names while they are few.
func (m *Model) toRoles(roles []string) string {
	if len(roles) == 0 {
		return m.t("nobody yet")
	}
	if len(roles) == len(m.view.Seats()) {
		return m.t("everyone ({n} roles)", "n", strconv.Itoa(len(roles)))
	}
	names := make([]string, 0, len(roles))
	for _, r := range roles {
		names = append(names, m.roleTitle(r))
	}
	if len(names) > 6 {
		return m.t("{names} and {n} more", "names", m.joinNames(names[:5]), "n", strconv.Itoa(len(names)-5))
	}
	return m.joinNames(names)
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
	out := []option{{"everyone", m.t("everyone")}}
	for _, s := range m.view.Sides() {
		out = append(out, option{s.ID, m.t("{name} (the side)", "name", m.sideName(s.ID))})
	}
	for _, a := range m.view.Agencies() {
		out = append(out, option{a.ID, m.t("{name} (agency of {side})", "name", line(a.Name.In(m.lang)), "side", m.sideName(a.Side))})
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
			out = append(out, option{r.ID, m.t("{name} ({id}, {side})", "name", m.roleTitle(r.ID), "id", line(r.ID), "side", m.sideName(r.Side))})
		}
	}
	return out
}

func (m *Model) deliverKey() tea.Cmd {
	it, _ := m.inject()
	if cuedChannel(it.Def.Channel) { // whoever is asked must see what to say
		return m.cueKey(it.ID)
	}
	return m.ask(m.t("Deliver {id} now?", "id", line(it.ID)), m.t("deliver"), func(m *Model) tea.Cmd {
		return m.order(engine.Deliver{Inject: it.ID}, m.t("Delivered: {id}.", "id", line(it.ID)))
	}, m.toLine(it.Roles), m.subjectLine(&it))
}

// toLine and subjectLine are what a question says of an inject.
func (m *Model) toLine(roles []string) string { return m.t("To: {to}", "to", m.toRoles(roles)) }

func (m *Model) subjectLine(it *engine.MSELItem) string {
	return m.t("Subject: {subject}", "subject", line(m.view.ItemText(it, "subject", m.lang)))
}

func (m *Model) holdKey() tea.Cmd {
	it, _ := m.inject()
	if it.State != engine.InjectHeld {
		return m.order(engine.Hold{Inject: it.ID}, m.t("Held: {id}.", "id", line(it.ID)))
	}
	release := func(m *Model) tea.Cmd {
		return m.order(engine.Release{Inject: it.ID}, m.t("Released: {id}.", "id", line(it.ID)))
	}
	if !it.HasDue || it.Due > m.now {
		return release(m)
	}
	return m.ask(m.t("Release {id}? Its time has passed", "id", line(it.ID)), m.t("release, it is delivered now"), release, m.toLine(it.Roles))
}

func (m *Model) holdWord() string {
	if it, ok := m.inject(); ok && it.State == engine.InjectHeld {
		return m.t("release")
	}
	return m.t("hold")
}

// reasonForm is a form that asks for nothing but a reason.
func (m *Model) reasonForm(title, send, to, done string, make func(reason string) engine.Op) tea.Cmd {
	reason := newText(m.t("Reason"), m.t("for the record; may be empty"), "")
	return m.open(&form{
		title: title, fields: []field{reason}, send: send, done: done, to: func() string { return to },
		make: func() (engine.Command, string) {
			return engine.Command{Seat: m.actor(), Op: make(reason.value()), Said: engine.SaidNow}, ""
		},
	})
}

func (m *Model) skipForm() tea.Cmd {
	it, _ := m.inject()
	return m.reasonForm(m.t("Skip {id}", "id", line(it.ID)), m.t("skip"), m.t("takes it out; what follows from it is put on hold"), m.t("Skipped: {id}.", "id", line(it.ID)),
		func(r string) engine.Op { return engine.Skip{Inject: it.ID, Reason: r} })
}

func (m *Model) recallForm() tea.Cmd {
	it, _ := m.inject()
	id := m.liveDelivery(&it)
	return m.reasonForm(m.t("Recall {id}", "id", line(id)), m.t("recall"), m.t("takes it out of the inboxes of: {to}", "to", m.toRoles(it.Roles)), m.t("Recalled: {id}.", "id", line(id)),
		func(r string) engine.Op { return engine.Recall{Delivery: id, Reason: r} })
}

// approveForm approves or refuses what a role asked.
func (m *Model) approveForm(a *engine.Approval, yes bool) tea.Cmd {
	text := newText(m.t("Words"), m.t("for the one who asks; may be empty"), "")
	f := &form{
		title: m.t("Approve {id}", "id", line(a.ID)), send: m.t("approve"), done: m.t("Approved: {id}.", "id", line(a.ID)), fields: []field{text},
		lead: []string{m.t("{who} asks: {what}", "who", m.roleTitle(a.Role), "what", m.actionName(m.sight(), a.Side, a.Action)), m.t("Under: {authority}", "authority", m.authorityName(m.sight(), a.Side, a.Authority))},
		to:   func() string { return m.t("to {to}", "to", m.roleTitle(a.Role)) },
	}
	if a.Target != "" {
		f.lead[0] += " → " + m.targetName(a.Target)
	}
	f.lead = append(f.lead, m.approvalLead(a)...)
	if !yes {
		f.title, f.send, f.done = m.t("Refuse {id}", "id", line(a.ID)), m.t("refuse"), m.t("Refused: {id}.", "id", line(a.ID))
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
	at := m.lasting(newText(m.t("Due"), m.t("+5m, T+01:10:00 or now"), value), parseLater)
	return m.open(&form{
		title: m.t("Another time for {id}", "id", line(it.ID)), fields: []field{at}, send: m.t("set"), done: m.t("Re-timed: {id}.", "id", line(it.ID)),
		lead: []string{m.t("Now is {time}. A time that has passed means now.", "time", clockText(m.now))},
		to:   func() string { return m.goesOut(at.value(), it.Def.Channel, it.Roles) },
		make: func() (engine.Command, string) {
			t, _, ok := parseLater(at.value(), m.now)
			if !ok {
				return engine.Command{}, m.t("a time is +5m or T+01:10:00")
			}
			return m.control(engine.Retime{Inject: it.ID, Due: t}), ""
		},
	})
}

func (m *Model) editForm() tea.Cmd {
	it, _ := m.inject()
	lang := m.editLang(&it)
	part := func(name string) string { return m.view.ItemText(&it, name, lang) }
	subject := newText(m.t("Subject"), "", part("subject"))
	body := newArea(m.t("Text"), part("body"), 8)
	ask := newText(m.t("Asks"), m.t("what it asks of its reader"), part("ask"))
	to := newSeveral(m.t("To"), m.t("nobody"), m.addressees(), it.To...)
	changed := func(dirty bool, value string) *string {
		if !dirty {
			return nil
		}
		return &value
	}
	f := &form{
		title: m.t("Edit {id} ({lang})", "id", line(it.ID), "lang", line(lang)), fields: []field{subject, body, ask, to}, send: m.t("save"),
		done: m.t("Edited: {id}.", "id", line(it.ID)),
		to:   func() string { return m.t("goes out later, to {to}", "to", m.toRoles(m.resolve(to.values()))) },
		make: func() (engine.Command, string) {
			op := engine.Edit{
				Inject: it.ID, Lang: lang, Subject: changed(subject.dirty(), subject.value()),
				Body: changed(body.dirty(), body.value()), Ask: changed(ask.dirty(), ask.value()),
			}
			if to.dirty() {
				if op.To = to.values(); len(op.To) == 0 {
					return engine.Command{}, m.t("somebody must be addressed")
				}
			}
			return m.control(op), ""
		},
	}
	if len(it.Def.Alternatives) > 0 {
		f.lead = []string{m.t("It has alternatives: if the condition of one holds on delivery, that one's text is sent.")}
	}
	return m.open(f)
}

// editLang is the language that an inject's text is edited in: the one in which
// it is read here.
func (m *Model) editLang(it *engine.MSELItem) string {
	for _, part := range []string{"body", "subject"} {
		if r := m.view.ItemIn(it, part, m.lang); r.Lang != "" {
			return r.Lang
		}
	}
	return m.lang
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
	channel := newPick(m.t("Channel"), m.channels(), "email")
	as := newPick(m.t("As"), m.personas(m.t("somebody else, named below")), "")
	from := newText(m.t("From"), m.t("who writes or calls, if none was chosen"), "")
	to := newSeveral(m.t("To"), m.t("nobody yet"), m.addressees())
	subject := newText(m.t("Subject"), "", "")
	body := newArea(m.t("Text"), "", 6)
	ask := newText(m.t("Asks"), m.t("what it asks of its reader; may be empty"), "")
	due := m.lasting(newText(m.t("When"), m.t("now; or +5m, T+01:10:00"), ""), parseLater)
	return m.open(&form{
		title: m.t("Send an inject"), fields: []field{channel, as, from, to, subject, body, ask, due}, done: m.t("Sent."),
		to: func() string { return m.madeUp(due.value(), channel.value(), m.resolve(to.values())) },
		make: func() (engine.Command, string) {
			t, given, ok := parseLater(due.value(), m.now)
			if !ok {
				return engine.Command{}, m.t("a time is +5m or T+01:10:00")
			}
			op := engine.Improvise{
				Channel: channel.value(), From: from.value(), To: to.values(), Lang: m.lang,
				Subject: subject.value(), Body: body.value(), Ask: ask.value(),
			}
			if given {
				op.Due = t
			}
			if as.value() != "" {
				op.From = m.personaName(as.value())
			}
			if len(op.To) == 0 {
				return engine.Command{}, m.t("somebody must be addressed")
			}
			return m.control(op), ""
		},
	})
}
