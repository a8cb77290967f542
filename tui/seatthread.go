package tui

import (
	"parley/engine"
)

// seatThread adds the messages that belong to one: all that reply to the same
// first one, in order.
func (m *Model) seatThread(p *page, v engine.View, msg *engine.Message) {
	if v.Control() {
		return // its links lead there
	}
	roots := map[string]string{}
	var all []engine.Message
	for i := range v.MessagesLen() {
		x := v.MessageAt(i)
		root, ok := roots[x.ReplyTo]
		if !ok {
			root = x.ID
		}
		roots[x.ID] = root
		all = append(all, x)
	}
	root, ok := roots[msg.ID]
	if !ok {
		return
	}
	first := true
	for i := range all {
		x := &all[i]
		if roots[x.ID] != root || x.ID == msg.ID {
			continue
		}
		if first {
			p.heading(m.t("The same thread"))
			first = false
		}
		p.bullet(shortClock(x.T), m.messageFrom(x)+" → "+m.addressed(x.To))
		for _, l := range m.tells.markdown(m.typedBlock(v, x.Text), p.w-4, p.st) {
			p.add("    " + l)
		}
	}
}

// addressed names to whom a message went: roles, sides and control.
func (m *Model) addressed(to []string) string {
	names := make([]string, len(to))
	for i, id := range to {
		names[i] = m.seatName(id)
		if names[i] == line(id) {
			names[i] = m.sideName(id)
		}
	}
	return m.joinNames(names)
}

// approvalLead is what an approver reads before yes or no: the words of who
// asks, and what the authority says.
func (m *Model) approvalLead(a *engine.Approval) []string {
	v := m.sight()
	var out []string
	if t := m.typed(v, a.ApprovalAsked.Text); t != "" {
		out = append(out, "“"+t+"”")
	}
	for _, x := range v.Authorities(a.Side) {
		if x.ID == a.Authority {
			out = append(out, m.t("It reaches: {where}. It permits: {what}.", "where", m.reachText(x.Reaches), "what", m.permitText(v, x.Side, x.Permits)))
			if says := line(x.Says.In(m.lang)); says != "" {
				out = append(out, says)
			}
		}
	}
	return out
}

// permitText names what an authority permits.
func (m *Model) permitText(v engine.View, side string, permits []string) string {
	acts := make([]string, len(permits))
	for i, id := range permits {
		acts[i] = m.actionName(v, side, id)
	}
	return m.joinNames(acts)
}
