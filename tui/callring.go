package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// hotlineAt is the hotline that a subject is, nil for none.
func (m *Model) hotlineAt(at subject) *scenarios.Hotline {
	if m.seat == nil || at.kind != onHotline {
		return nil
	}
	return m.seat.view.Hotline(at.id)
}

// ringing is the call that rings for the seat's side: the one under the cursor,
// else one that the seat is to answer, else any.
func (m *Model) ringing() (engine.Call, bool) {
	if c, _, ok := m.callAt(m.at()); ok && c.Rings() && c.ToSide == m.seat.view.Side().ID {
		return c, true
	}
	return ringingFor(m.seat.view)
}

func ringingFor(v engine.View) (found engine.Call, ok bool) {
	for _, c := range v.Calls() {
		if !c.Rings() || c.ToSide != v.Side().ID {
			continue
		}
		if v.MayAnswer(&c) {
			return c, true
		}
		found, ok = c, true
	}
	return found, ok
}

func (m *Model) whyNoRing() string {
	if m.seat == nil {
		return m.t("only a seat does that")
	}
	if _, ok := m.ringing(); !ok {
		return m.t("no call rings for your side")
	}
	return m.whyNotDuring()
}

// takeCallKey answers the call that rings.
func (m *Model) takeCallKey() tea.Cmd {
	c, _ := m.ringing()
	return m.answerCall(&c)
}

// answerCall answers a call and goes to it. Who is no point of contact is told so
// first.
func (m *Model) answerCall(c *engine.Call) tea.Cmd {
	id := c.ID
	answer := func(m *Model) tea.Cmd {
		if s := m.seat; s != nil {
			if f, ok := m.top().(*fullDetail); ok {
				m.drop(f)
			}
			s.tab, s.scroll = tabHotline, 0
			s.toSubject(callSubject(id))
		}
		return m.order(engine.StepHotline{Call: id, Step: engine.CallAnswer}, m.t("Answered: {key} says something.", "key", "s"))
	}
	if m.seat.view.Role().Scribe {
		return m.answerForm(c)
	}
	if m.seat.view.MayAnswer(c) {
		return answer(m)
	}
	return m.ask(m.t("Answer it though you are no point of contact?"), m.t("answers it: that it was you is recorded for your side"), answer,
		m.t("It is for {who} to answer it.", "who", m.contactsOf(m.seat.view, c)))
}

// answerForm is how a scribe answers a call for whoever does.
func (m *Model) answerForm(c *engine.Call) tea.Cmd {
	f := m.callForm(c, m.t("Answer {id}", "id", line(c.ID)), m.t("answer the call"), m.t("Answered: {key} says something.", "key", "s"), nil, func() (engine.StepHotline, string) {
		return engine.StepHotline{Step: engine.CallAnswer}, ""
	})
	f.at = 0
	f.lead = []string{m.t("It is for {who} to answer it.", "who", m.contactsOf(m.seat.view, c))}
	return m.open(f)
}

// toSubject puts the cursor of the tab in sight on something, if it is there.
func (s *seatScreen) toSubject(at subject) {
	l, sh := &s.lists[s.tab], s.sheets[s.tab]
	for i := range l.n {
		if sh != nil && sh.subject(i) == at {
			l.cursor = i
			return
		}
	}
}

// callNotice is the line under the header while a call rings for the side, or
// one that was escalated to the seat is under way; "" for none.
func (s *seatScreen) callNotice(m *Model) string {
	if c, ok := ringingFor(s.view); ok {
		return s.ringNotice(m, &c)
	}
	for _, c := range s.view.Calls() {
		if by := escalatedTo(&c, s.role); by != nil && c.State != engine.CallClosed {
			return m.st.warn.Render(" ☎ "+m.t("{hotline}: {who} has escalated the call to you", "hotline", m.hotlineTitle(s.view, c.Hotline), "who", m.roleTitle(by.Role))) +
				m.st.key.Render("  "+m.t("{key} shows it", "key", tabHotline.key()))
		}
	}
	return ""
}

// ringNotice says which hotline rings, and how long yet: to who is to answer it
// with which key, to the others for whom it is.
func (s *seatScreen) ringNotice(m *Model, c *engine.Call) string {
	left := ""
	if d, ok := s.view.DeadlineOfCall(c); ok {
		text, _ := m.deadlineLeft(s.view, &d)
		left = " · " + m.t("to be answered {when}", "when", text)
	}
	what := m.t("RINGS: {hotline}, {side}", "hotline", m.hotlineTitle(s.view, c.Hotline), "side", m.sideName(c.FromSide))
	style, key := m.st.gone, "  "+m.t("{key} answers", "key", "t")
	if !s.view.MayAnswer(c) || m.looksOn() {
		style, key = m.st.warn, "  "+m.t("for {who}", "who", m.contactsOf(s.view, c))
	}
	room := max(10, m.w-width(key)-width(left)-4)
	return style.Render(" ☎ "+fit(what, min(room, width(what)))+left+" ") + m.st.key.Render(key)
}

// escalatedTo is the step by which a call came up to a role that has said nothing
// in it since, nil if it has not, or has.
func escalatedTo(c *engine.Call, role string) *engine.CallStep {
	var by *engine.CallStep
	for i := range c.Steps {
		switch s := &c.Steps[i]; {
		case s.Step == engine.CallEscalate && s.To == role:
			by = s
		case s.Role == role:
			by = nil
		}
	}
	return by
}

// soFarCalls adds what of calls and reports waits for the side.
func (m *Model) soFarCalls(p *page, v engine.View) {
	side := v.Side().ID
	for _, c := range v.Calls() {
		if c.State == engine.CallClosed {
			continue
		}
		state, _ := m.callState(v, &c)
		p.bullet("☎", m.t("{who}: {what}", "who", m.sideName(c.Other(side))+" · "+m.hotlineTitle(v, c.Hotline), "what", state))
	}
	n := 0
	for _, c := range v.Cases() {
		for i := range c.Lines {
			if c.Lines[i].StateFor(side) == engine.LineOpen {
				n++
			}
		}
	}
	if n > 0 {
		p.bullet("▤", m.t("lines of joint reports to agree to or dispute: {n}", "n", text64(int64(n))))
	}
}

// ringsWhere are the calls that ring, for control's second line; "" for none.
func (m *Model) ringsWhere() string {
	for _, c := range m.view.Calls() {
		if !c.Rings() {
			continue
		}
		text := m.t("rings: {from} → {to}", "from", line(c.FromSide), "to", line(c.ToSide)) // by their ids: there is little room
		if d, ok := m.view.DeadlineOfCall(&c); ok {
			left, _ := m.deadlineLeft(m.view, &d)
			text += ", " + left
		}
		return m.st.warn.Render("☎ " + text)
	}
	return ""
}

// ringAlarms are the calls that who sits in a seat should look up for: those that
// ring for them, and those that came up to them. What one did oneself is none.
func ringAlarms(v engine.View, me string, out map[alarm]bool) {
	for _, c := range v.Calls() {
		if c.Rings() && c.By != me && (v.Control() || v.MayAnswer(&c)) {
			out[alarm{"call", c.ID}] = true
		}
		if by := escalatedTo(&c, v.Seat()); by != nil && by.By != me && c.State != engine.CallClosed {
			out[alarm{"escalated", by.ID}] = true
		}
	}
}
