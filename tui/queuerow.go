package tui

import (
	"strconv"

	"parley/engine"
	"parley/engine/words"
)

// waitingIndent is how far in the text of an entry of the queue stands.
const waitingIndent = 3

// fullLines is about how many lines an entry of the queue takes when it is
// shown in full.
const fullLines = 4

// roomForWhom is the width from which a line says for whom an entry waits.
const roomForWhom = 44

// waitingRow draws what waits for a decision: what it is, how long, and for
// whom. In a long queue each kind has a line that counts it, and only the
// entry under the cursor is shown in full.
func (c *console) waitingRow(m *Model, i, w int, focus bool) []string {
	q := &c.queue[i]
	chosen := i == c.lists[paneWaiting].cursor
	var out []string
	if i == 0 || c.queue[i-1].Kind != q.Kind {
		switch {
		case c.grouped:
			out = append(out, fit(" "+m.st.title.Render(c.kindCount(m, q.Kind)), w))
		case q.Kind == "overdue", q.Kind == "late":
			out = append(out, fit(" "+m.st.title.Render(m.t("Overdue")), w))
		}
	}
	sign, style := waitingSign(m.st, q.Kind)
	mark, name := " ", m.st.plain
	if c.marks[keyOf(*q)] {
		mark, name = "*", m.st.bold
	}
	if c.grouped && !chosen {
		age := m.shortAge(m.now - q.Since)
		room := max(1, w-waitingIndent-width(age)-1)
		whose := ""
		if q.Seat != m.view.Seat() && q.Kind != "overdue" && q.Kind != "late" && w >= roomForWhom {
			whose = m.t("for {whom}", "whom", m.waitsFor(q.Seat)) + ": "
		}
		return append(out, m.listRow(w, false, focus, seg{style, sign + mark}, seg{name, fit(whose+m.queueName(*q), room)}, seg{m.st.dim, " " + age}))
	}
	for k, l := range shorten(m.waitingLine(*q), w-waitingIndent, 3) {
		if k == 0 {
			out = append(out, m.listRow(w, chosen, focus, seg{style, sign + mark}, seg{name, l}))
		} else {
			out = append(out, m.goOn(w, chosen && focus, waitingIndent, name, l))
		}
	}
	return append(out, fit(spaces(waitingIndent)+m.st.dim.Render(m.sinceFor(q)), w))
}

// kindCount counts a kind of what waits: "finding to confirm · 12".
func (c *console) kindCount(m *Model, kind string) string {
	n := 0
	for i := range c.queue {
		if c.queue[i].Kind == kind {
			n++
		}
	}
	return words.Say(m.lang, "waiting."+kind, nil) + " · " + strconv.Itoa(n)
}

// sinceFor says how long an entry has waited, and for whom. What is overdue
// waits for nobody's decision.
func (m *Model) sinceFor(q *engine.Waiting) string {
	age := m.agoText(m.now - q.Since)
	if q.Kind == "overdue" || q.Kind == "late" || q.Seat == "" {
		return age
	}
	if q.Claimed.Seat != "" { // that comes first: somebody is at it
		age += " · " + m.t("claimed by {whom}", "whom", m.personName(q.Claimed.Seat, q.Claimed.Person))
	}
	return age + " · " + m.t("for {whom}", "whom", m.waitsFor(q.Seat))
}

func (m *Model) waitsFor(seat string) string {
	switch {
	case seat == m.view.Seat():
		return m.t("you")
	case engine.IsControl(seat):
		return line(seat)
	}
	return m.roleTitle(seat)
}

// shortAge is how long ago in the fewest cells, "" for just now.
func (m *Model) shortAge(d engine.Millis) string {
	n := d / 60_000
	switch {
	case n < 1:
		return ""
	case n < 60:
		return m.t("{n}m", "n", strconv.FormatInt(n, 10))
	default:
		return m.t("{n}h", "n", strconv.FormatInt(n/60, 10))
	}
}

// queueName is what an entry of the queue is about, without what is to be
// done with it.
func (m *Model) queueName(q engine.Waiting) string {
	switch q.Class {
	case "inject":
		return m.thingName(injectSubject(q.Ref))
	case "action", "finding", "outcome":
		if a, ok := m.view.Action(q.Ref); ok {
			s := m.t("{who}: {what}", "who", line(a.Role), "what", m.actText(m.view, &a))
			if a.Target != "" {
				s += " → " + m.targetName(a.Target)
			}
			return s
		}
	case "message":
		if msg, ok := m.view.Message(q.Ref); ok {
			return m.t("{who}: {what}", "who", line(msg.From), "what", m.typed(m.view, msg.Text))
		}
	case "approval":
		if a, ok := m.view.Approval(q.Ref); ok {
			return m.t("{who}: {what}", "who", line(a.Role), "what", m.actionName(m.view, a.Side, a.Action))
		}
	case "commitment":
		if b, c, ok := m.view.Bearing(q.Ref); ok {
			return m.bearingName(&b, c)
		}
	case "expectation":
		if e, ok := m.view.WaitingExpectation(q); ok {
			return m.expectText(e.Def)
		}
	}
	return m.waitingLine(q)
}
