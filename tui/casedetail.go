package tui

import (
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// caseDetails is what is shown of cases; false if a subject is none.
func (m *Model) caseDetails(p *page, v engine.View, s subject) bool {
	switch s.kind {
	case onCase:
		m.caseDetail(p, v, s.id)
	case onReportLine:
		m.lineDetail(p, v, s.id)
	default:
		return false
	}
	return true
}

// caseDetail is a case: what both sides know of it, what is filed under it, the
// side's own account, and the joint status report.
func (m *Model) caseDetail(p *page, v engine.View, id string) {
	c, ok := v.Case(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Case · {id}", "id", line(c.ID))
	p.lit(line(v.CaseTitle(c.ID, m.lang)), m.st.bold)
	switch {
	case c.Opened != nil:
		p.note(m.t("opened by {side} at {time}", "side", m.sideName(c.Opened.Side), "time", clockText(c.Opened.T)))
	default:
		p.prose(m.read(c.Def.Text))
	}
	m.caseReport(p, v, &c)
	m.caseAccounts(p, v, &c)
	m.caseItems(p, v, &c)
	if !v.Control() {
		p.gap()
		p.todo(m.t("{key} writes a line of the report or in the account, and files.", "key", "s"), m.st.dim)
	}
}

// caseReport is the joint status report, line by line.
func (m *Model) caseReport(p *page, v engine.View, c *engine.CaseFile) {
	p.heading(m.t("Joint status report"))
	if len(c.Lines) == 0 {
		p.note(m.t("No line yet. Every side reads it."))
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		sign, _ := m.lineSign(v.LineState(l))
		p.link(of(onReportLine, l.ID), sign, m.t("{who}: {what}", "who", m.sideName(l.Side), "what", m.typed(v, l.LineWritten.Text)))
		m.lineMarks(p, v, l)
	}
}

// lineMarks are what the other sides say of a line.
func (m *Model) lineMarks(p *page, v engine.View, l *engine.ReportLine) {
	for _, s := range v.Sides() {
		if s.ID == l.Side {
			continue
		}
		p.under(m.t("{who}: {what}", "who", m.sideName(s.ID), "what", words.Say(m.lang, "line."+l.StateFor(s.ID), nil)) + m.markReason(v, l, s.ID))
	}
}

// markReason is why a side agrees or disputes, as far as it said.
func (m *Model) markReason(v engine.View, l *engine.ReportLine, side string) string {
	for i := range l.Marks {
		if k := &l.Marks[i]; k.Side == side && k.LineMarked.Text != "" {
			return m.t(", because “{text}”", "text", m.typed(v, k.LineMarked.Text))
		}
	}
	return ""
}

// caseAccounts are the side's own accounts; for control those of all sides.
func (m *Model) caseAccounts(p *page, v engine.View, c *engine.CaseFile) {
	sides := v.Sides()
	if !v.Control() {
		sides = []scenarios.Side{*v.Side()}
	}
	for _, s := range sides {
		head := m.t("Account of {side}", "side", m.sideName(s.ID))
		if !v.Control() {
			head = m.t("Your side's account")
		}
		first := true
		for i := range c.Accounts {
			a := &c.Accounts[i]
			if a.Side != s.ID {
				continue
			}
			if first {
				p.heading(head)
			}
			first = false
			p.bullet(shortClock(a.T), m.roleTitle(a.Role))
			m.saidBlock(p, v, a.AccountWritten.Text, underClock)
		}
		if first && !v.Control() {
			p.heading(head)
			p.note(m.t("Nothing yet. Your side and control alone read it."))
		}
	}
}

// caseItems is what is filed under a case.
func (m *Model) caseItems(p *page, v engine.View, c *engine.CaseFile) {
	if len(c.Items) == 0 {
		return
	}
	p.heading(m.t("Filed under it"))
	for _, it := range c.Items {
		text := m.itemName(v, it.Item)
		if it.Side != "" && v.Control() {
			text = m.t("{what} ({more})", "what", text, "more", m.sideName(it.Side))
		}
		p.link(itemSubject(v, it.Item), "·", text)
	}
	if !v.Control() {
		p.note(m.t("What was sent under the case, both sides have there; what else is filed is your side's."))
	}
}

// lineDetail is a line of a joint status report.
func (m *Model) lineDetail(p *page, v engine.View, id string) {
	l, ok := v.Line(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Line · {id}", "id", line(l.ID))
	state := v.LineState(&l)
	_, style := m.lineSign(state)
	p.lit(words.Say(m.lang, "line."+state, nil), style)
	p.field(m.t("case"), line(v.CaseTitle(l.Case, m.lang)))
	p.field(m.t("written by"), m.sideName(l.Side)+" · "+clockText(l.T))
	p.gap()
	p.markdown(m.typedBlock(v, l.LineWritten.Text))
	p.heading(m.t("What the others say of it"))
	m.lineMarks(p, v, &l)
	if v.Control() {
		return
	}
	p.gap()
	switch {
	case l.Side == v.Side().ID:
		p.todo(m.t("{key} rewrites it; what others said of it is gone then.", "key", "s"), m.st.dim)
	case l.StateFor(v.Side().ID) == engine.LineOpen:
		p.todo(m.t("{key} agrees to it or disputes it for your side.", "key", "s"), m.st.warn)
	default:
		p.todo(m.t("{key} agrees to it or disputes it anew.", "key", "s"), m.st.dim)
	}
}

// itemName says what a thing is that can be filed or cited, as far as the seat
// has it.
func (m *Model) itemName(v engine.View, id string) string {
	if r, ok := v.Request(id); ok {
		return m.named(m.t("request"), m.kindTitle(v, r.Request), id)
	}
	if c, ok := v.Call(id); ok {
		return m.named(m.t("call"), m.hotlineTitle(v, c.Hotline), id)
	}
	if a, ok := v.Action(id); ok {
		return m.named(words.Say(m.lang, "item.action", nil), m.actText(v, &a), id)
	}
	if msg, ok := v.Message(id); ok {
		return m.named(words.Say(m.lang, "item.message", nil), m.messageFrom(&msg)+": “"+m.typed(v, msg.Text)+"”", id)
	}
	if strings.Contains(id, "#") {
		if it, ok := v.Delivery(id); ok {
			return m.t("{who}: {what}", "who", words.Say(m.lang, "item.delivery", nil), "what", m.piece(v, &it.Subject))
		}
	}
	for _, e := range v.Exhibits() {
		if e.ID == id {
			return m.named(words.Say(m.lang, "item.evidence", nil), m.exhibitText(&e), id)
		}
	}
	for _, s := range v.Showings() {
		if s.ID == id {
			return m.named(m.t("disclosure"), m.showingText(v, &s), id)
		}
	}
	return line(id)
}

// itemSubject is a thing that is filed, to go to it.
func itemSubject(v engine.View, id string) subject {
	if strings.Contains(id, "#") {
		at := injectSubject(injectOf(id))
		at.delivery = id
		return at
	}
	kind := ""
	if _, ok := v.Request(id); ok {
		kind = onRequest
	} else if _, ok := v.Call(id); ok {
		kind = onCall
	} else if _, ok := v.Action(id); ok {
		kind = onAction
	} else if _, ok := v.Message(id); ok {
		kind = onMessage
	}
	return of(kind, id)
}

// named is a thing by what it is, its name and its id.
func (m *Model) named(what, name, id string) string {
	return m.t("{who}: {what}", "who", what, "what", name) + " · " + line(id)
}
