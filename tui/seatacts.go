package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// delivery is the message under the cursor of a seat's screen.
func (m *Model) delivery() (engine.InboxItem, bool) {
	if s := m.at(); s.kind == onDelivery {
		return m.seat.view.Delivery(s.id)
	}
	return engine.InboxItem{}, false
}

func (m *Model) whyNoDelivery() string {
	it, ok := m.delivery()
	switch {
	case !ok:
		return m.t("no message is under the cursor")
	case it.Recalled:
		return m.t("it was recalled")
	}
	return m.whyNotDuring()
}

func (m *Model) whyNoAcknowledge() string {
	if it, ok := m.delivery(); ok && it.Status >= engine.StatusAcknowledged {
		return m.t("you have acknowledged it")
	}
	return m.whyNoDelivery()
}

func (m *Model) whyNoClose() string {
	if it, ok := m.delivery(); ok && it.Status == engine.StatusClosed {
		return m.t("you have put it away")
	}
	return m.whyNoDelivery()
}

// openKey opens a message, which is recorded. It is shown in full unless there
// is room for it beside the list; a second Enter does so then.
func (m *Model) openKey() tea.Cmd {
	it, ok := m.delivery()
	fresh := ok && it.Status == engine.Unopened && !it.Recalled
	if !fresh || m.w < seatBeside || m.looksOn() {
		m.lay(&fullDetail{at: m.at()})
	}
	if fresh && m.whyNotDuring() == "" && !m.looksOn() {
		return m.order(engine.Open{Delivery: it.ID}, "")
	}
	return nil
}

func (m *Model) acknowledgeKey() tea.Cmd {
	it, _ := m.delivery()
	return m.order(engine.Acknowledge{Delivery: it.ID}, m.t("Acknowledged."))
}

func (m *Model) closeKey() tea.Cmd {
	it, _ := m.delivery()
	return m.order(engine.Close{Delivery: it.ID}, m.t("Closed."))
}

// answerTo answers a question of a delivery, or one put up for discussion if
// delivery is "". who is who spoke, where it is recorded for another; nil: the
// seat whose screen it is.
func (m *Model) answerTo(delivery string, q *engine.Asked, who *pickField) *form {
	var options []option
	for _, o := range q.Options {
		options = append(options, option{o.ID, line(scenarios.Text(o.Text).In(m.lang))})
	}
	f := &form{title: m.t("Answer"), about: q.ID, lead: []string{line(scenarios.Text(q.Prompt).In(m.lang))}, done: m.t("Answered."), to: func() string { return m.t("to control; your side sees it") }}
	text := newArea(m.t("In words"), "", 3)
	var one *pickField
	var scale *textField
	switch q.Kind {
	case "one":
		one = newPick(m.t("Answer"), options, "")
		f.fields = []field{one, text}
	case "several":
		one = newSeveral(m.t("Answers"), m.t("none chosen"), options)
		f.fields = []field{one, text}
	case "scale":
		scale = newText(m.t("Answer"), m.t("a number from {min} to {max}", "min", text64(q.Min), "max", text64(q.Max)), "")
		f.fields = []field{scale, text}
	default:
		f.fields = []field{text}
	}
	c := engine.Command{Seat: m.actor(), Said: engine.SaidNow}
	if who != nil {
		f.fields = append([]field{who}, f.fields...)
		f.at, f.send, f.done = 1, m.t("record"), m.t("Recorded.")
		f.to = func() string {
			side := m.sight().SideOf(who.value())
			as := m.t("as {role} of {side}", "role", m.roleTitle(who.value()), "side", m.sideName(side))
			if _, ok := m.lastAnswer(q.ID, side); ok && q.Per == "side" {
				as += " · " + m.t("replaces what it answered before")
			}
			return as
		}
		c.How, c.Via = engine.HowSpoken, m.home
	}
	f.make = func() (engine.Command, string) {
		op := engine.AnswerQuestion{Delivery: delivery, Question: q.ID, Text: text.value(), Lang: m.lang}
		if one != nil {
			op.Options = one.values()
		}
		if scale != nil {
			n, err := strconv.ParseInt(scale.value(), 10, 64)
			if err != nil {
				return engine.Command{}, scale.hint
			}
			op.Scale = n
		}
		c.Op = op
		if who != nil {
			c.Seat = who.value()
		}
		return c, ""
	}
	return f
}

func (m *Model) whyNotMine() string {
	a, ok := m.act()
	switch {
	case !ok:
		return m.t("no action is under the cursor")
	case a.Role != m.seat.role:
		return m.t("it is another role's")
	case a.Withdrawn:
		return m.t("it was withdrawn")
	}
	return m.whyNotDuring()
}

func (m *Model) withdrawForm() tea.Cmd {
	a, _ := m.act()
	return m.reasonForm(m.t("Withdraw {id}", "id", line(a.ID)), m.t("withdraw"), m.actText(m.seat.view, &a), m.t("Withdrawn: {id}.", "id", line(a.ID)),
		func(r string) engine.Op { return engine.Withdraw{Act: a.ID, Reason: r} })
}

// askApprovalForm asks those whom the scenario names for it.
func (m *Model) askApprovalForm() tea.Cmd {
	v, role := m.seat.view, m.seat.role
	side := v.Side().ID
	action := newPick(m.t("To do"), m.catalogue(side), "")
	target := newPick(m.t("Target"), m.targets(), "")
	authority := newPick(m.t("Under"), m.approvable(side), "")
	text := newArea(m.t("Words"), "", 3)
	return m.open(&form{
		title: m.t("Ask approval"), fields: []field{action, target, authority, text}, send: m.t("ask"), done: m.t("Asked."),
		to: func() string {
			for _, a := range v.Authorities(side) {
				if a.ID == authority.value() && len(a.Approvers) > 0 {
					return m.t("of {who}", "who", m.toRoles(a.Approvers))
				}
			}
			return m.t("of whom the authority names")
		},
		make: func() (engine.Command, string) {
			op := engine.AskApproval{Action: action.value(), Target: target.value(), Authority: authority.value(), Text: text.value()}
			return engine.Command{Seat: role, Op: op, Said: engine.SaidNow}, ""
		},
	})
}

func (m *Model) whyNoApproval() string {
	a, ok := m.approval()
	switch {
	case !ok:
		return m.t("no approval that waits is under the cursor")
	case a.Role == m.seat.role:
		return m.t("it was asked by this seat")
	}
	return m.whyNotDuring()
}

func (m *Model) seatApproveKey() tea.Cmd {
	a, _ := m.approval()
	return m.approveForm(&a, true)
}

func (m *Model) seatRefuseKey() tea.Cmd {
	a, _ := m.approval()
	return m.approveForm(&a, false)
}

// answerTo is where an answer to a seat goes: for any of control's to control.
func answerTo(seat string) string {
	if engine.IsControl(seat) {
		return engine.SeatControl
	}
	return seat
}

// seatMessageForm writes within the side or to control; on a message it
// replies to it.
func (m *Model) seatMessageForm() tea.Cmd {
	v, role := m.seat.view, m.seat.role
	side := v.Side().ID
	options := append([]option{{engine.SeatControl, m.t("control")}, {side, m.t("the whole of {side}", "side", m.sideName(side))}}, m.roleOptions(side)...)
	to := newSeveral(m.t("To"), m.t("nobody yet"), options)
	to.lost = m.t("nothing matches: choose to whom first; Tab moves these words to the text")
	text := newArea(m.t("Text"), "", 6)
	f := &form{title: m.t("Message"), fields: []field{to, text}, text: text, done: m.t("Sent."), to: func() string { return m.t("to {to}", "to", to.summary(m)) }}
	reply := ""
	if s := m.at(); s.kind == onMessage {
		if msg, ok := v.Message(s.id); ok && msg.From != role {
			reply = msg.ID
			to.taken = []string{answerTo(msg.From)}
			f.lead = []string{m.t("Reply to {who}: “{text}”", "who", m.messageFrom(&msg), "text", m.typed(v, msg.Text))}
			f.at = 1
		}
	}
	f.make = func() (engine.Command, string) {
		op := engine.SendMessage{To: to.values(), Text: text.value(), Lang: m.lang, ReplyTo: reply}
		return engine.Command{Seat: role, Op: op, Said: engine.SaidNow}, ""
	}
	return m.open(f)
}

func (m *Model) askControlForm() tea.Cmd {
	text := newArea(m.t("Question"), "", 4)
	role := m.seat.role
	return m.open(&form{
		title: m.t("Ask control for information"), fields: []field{text}, send: m.t("ask"), done: m.t("Asked."), to: func() string { return m.t("to control") },
		make: func() (engine.Command, string) {
			return engine.Command{Seat: role, Op: engine.AskControl{Text: text.value(), Lang: m.lang}, Said: engine.SaidNow}, ""
		},
	})
}

func (m *Model) whyNotLegal() string {
	if !m.seat.view.Advises() {
		return m.t("only the side's legal adviser does that")
	}
	return m.whyNoAction()
}
