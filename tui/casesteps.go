package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// caseSteps are the steps that can be taken with a case or a line of its report,
// and with what can be filed under one.
func (m *Model) caseSteps(at subject) []entry {
	if m.seat == nil {
		return nil
	}
	v := m.seat.view
	switch at.kind {
	case onCase:
		if c, ok := v.Case(at.id); ok {
			return m.stepsOnCase(&c)
		}
	case onReportLine:
		if l, ok := v.Line(at.id); ok {
			return m.stepsOnLine(&l)
		}
	default:
		return m.filingSteps(v, at)
	}
	return nil
}

func (m *Model) stepsOnCase(c *engine.CaseFile) []entry {
	id := c.ID
	out := []entry{
		{"write-line", m.t("write a line of the joint status report"), func(m *Model) tea.Cmd { return m.lineForm(id, nil) }},
		{"write-account", m.t("write in your side's account"), func(m *Model) tea.Cmd { return m.accountForm(id) }},
		{"file", m.t("file something under it"), func(m *Model) tea.Cmd { return m.fileForm(id) }},
	}
	if len(m.ownFilings(c)) > 0 {
		out = append(out, entry{"take-out", m.t("take something out of it"), func(m *Model) tea.Cmd { return m.takeOutForm(id) }})
	}
	return out
}

func (m *Model) stepsOnLine(l *engine.ReportLine) []entry {
	line := *l
	another := entry{"write-line", m.t("write another line"), func(m *Model) tea.Cmd { return m.lineForm(line.Case, nil) }}
	if l.Side == m.seat.view.Side().ID {
		return []entry{{"rewrite", m.t("rewrite this line"), func(m *Model) tea.Cmd { return m.lineForm(line.Case, &line) }}, another}
	}
	return []entry{
		{"agree", m.t("agree to it"), func(m *Model) tea.Cmd { return m.agreeLineKey(&line) }},
		{"dispute", m.t("dispute it"), func(m *Model) tea.Cmd { return m.disputeForm(&line) }},
		another,
	}
}

// filingSteps files what the cursor is on under a case.
func (m *Model) filingSteps(v engine.View, at subject) []entry {
	id := at.id
	switch at.kind {
	case onTurn:
		id = callOfStep(at.id)
	case onAction, onMessage, onDelivery, onShowing, onCall, onRequest, onEvidence:
	default:
		return nil
	}
	var open []option
	for _, c := range v.Cases() {
		if !slices.ContainsFunc(c.Items, func(i engine.CaseItem) bool { return i.Item == id }) {
			open = append(open, option{c.ID, line(v.CaseTitle(c.ID, m.lang))})
		}
	}
	if len(open) == 0 {
		return nil
	}
	return []entry{{"file-it", m.t("file it under a case"), func(m *Model) tea.Cmd {
		pick := newPick(m.t("Case"), open, "")
		return m.open(m.caseForm(m.t("File under a case"), id, m.t("file"), m.t("Filed."), []field{pick}, m.ownAlone(), func() (engine.Op, string) {
			return engine.FileUnder{Case: pick.value(), Item: id}, ""
		}))
	}}}
}

// allCases are all cases there are.
func (m *Model) allCases(v engine.View) []option {
	var all []option
	for _, c := range v.Cases() {
		all = append(all, option{c.ID, line(v.CaseTitle(c.ID, m.lang))})
	}
	return all
}

// newCases opens a case, or begins a line of a report.
func (m *Model) newCases() []entry {
	if m.seat == nil {
		return nil
	}
	v := m.seat.view
	cases := v.Cases()
	if len(cases)+len(v.Hotlines())+len(v.RequestKinds()) == 0 {
		return nil
	}
	var out []entry
	if len(cases) > 0 {
		out = append(out, entry{"report-line", m.t("Line of a joint status report"), func(m *Model) tea.Cmd { return m.lineForm("", nil) }})
	}
	return append(out, entry{"case", m.t("Case"), (*Model).openCaseForm})
}

// caseForm is a form that gives a command on a case.
func (m *Model) caseForm(title, about, send, done string, fields []field, to string, make func() (engine.Op, string)) *form {
	role := m.seat.role
	return &form{
		title: title, about: about, fields: fields, send: send, done: done, low: true, to: func() string { return to },
		make: func() (engine.Command, string) {
			op, wrong := make()
			return engine.Command{Seat: role, Op: op, Said: engine.SaidNow}, wrong
		},
	}
}

func (m *Model) ownAlone() string   { return m.t("for your side and control alone") }
func (m *Model) everySide() string  { return m.t("every side reads it") }
func (m *Model) writeFirst() string { return m.t("write something first") }

func (m *Model) openCaseForm() tea.Cmd {
	title := newText(m.t("Title"), m.t("what it is called on both sides"), "")
	return m.open(m.caseForm(m.t("Open a case"), "", m.t("open it"), m.t("Opened: {key} shows it.", "key", tabCases.key()), []field{title}, m.everySide(), func() (engine.Op, string) {
		if title.value() == "" {
			return nil, m.writeFirst()
		}
		return engine.OpenCase{Title: title.value(), Lang: m.lang}, ""
	}))
}

// lineForm writes a line, or rewrites one of the side's own. Without a case it
// asks for which.
func (m *Model) lineForm(id string, was *engine.ReportLine) tea.Cmd {
	v := m.seat.view
	text, about, title := "", id, m.t("A line of the joint status report")
	to, done := m.everySide(), m.t("It stands in the report; the others agree or dispute.")
	if was != nil {
		w, _ := original(v, was.LineWritten.Text)
		text, about, title = w.Text, was.ID, m.t("Rewrite {id}", "id", line(was.ID))
		to += " · " + m.t("what others said of it is gone then")
	}
	words := newArea(m.t("Text"), text, 3)
	fields := []field{words}
	var pick *pickField
	if id == "" {
		all := m.allCases(v)
		if pick = newPick(m.t("Case"), all, ""); len(all) > 1 {
			fields = []field{pick, words}
		}
	}
	f := m.caseForm(title, about, m.t("write it"), done, fields, to, func() (engine.Op, string) {
		if words.value() == "" {
			return nil, m.writeFirst()
		}
		op := engine.WriteLine{Case: id, Text: words.value(), Lang: m.lang}
		if pick != nil {
			op.Case = pick.value()
		}
		if was != nil {
			op.Line = was.ID
		}
		return op, ""
	})
	if id != "" {
		f.lead = []string{line(v.CaseTitle(id, m.lang))}
	}
	return m.open(f)
}

// agreeLineKey agrees to a line for the side, as it was read.
func (m *Model) agreeLineKey(l *engine.ReportLine) tea.Cmd {
	text, _ := original(m.seat.view, l.LineWritten.Text)
	op := engine.MarkLine{Line: l.ID, Reads: l.LineWritten.Text, Agrees: true}
	return m.ask(m.t("Agree to this line for your side?"), m.t("agrees to it: every side sees that"), func(m *Model) tea.Cmd {
		return m.order(op, m.t("Agreed."))
	}, append([]string{m.t("{side} wrote:", "side", m.sideName(l.Side))}, blockLines(text.Text)...)...)
}

func (m *Model) disputeForm(l *engine.ReportLine) tea.Cmd {
	reason := newArea(m.t("Reason"), "", 3)
	id, reads := l.ID, l.LineWritten.Text
	f := m.caseForm(m.t("Dispute {id}", "id", line(id)), id, m.t("dispute it"), m.t("Disputed."), []field{reason}, m.everySide(), func() (engine.Op, string) {
		if reason.value() == "" {
			return nil, m.t("say why: the others read it")
		}
		return engine.MarkLine{Line: id, Reads: reads, Text: reason.value(), Lang: m.lang}, ""
	})
	f.lead = []string{m.t("{who} wrote: “{text}”", "who", m.sideName(l.Side), "text", m.typed(m.seat.view, reads))}
	return m.open(f)
}

func (m *Model) accountForm(id string) tea.Cmd {
	text := newArea(m.t("Account"), "", 5)
	f := m.caseForm(m.t("Your side's account"), id, m.t("write it"), m.t("It stands in your side's account."), []field{text}, m.ownAlone(), func() (engine.Op, string) {
		if text.value() == "" {
			return nil, m.writeFirst()
		}
		return engine.WriteAccount{Case: id, Text: text.value(), Lang: m.lang}, ""
	})
	f.lead = []string{line(m.seat.view.CaseTitle(id, m.lang))}
	return m.open(f)
}

// fileForm files something that the seat has, the newest first.
func (m *Model) fileForm(id string) tea.Cmd {
	v := m.seat.view
	c, _ := v.Case(id)
	pick := newPick(m.t("What"), m.fileable(v, &c), "")
	pick.rows = 9
	f := m.caseForm(m.t("File under a case"), id, m.t("file"), m.t("Filed."), []field{pick}, m.ownAlone(), func() (engine.Op, string) {
		if pick.value() == "" {
			return nil, m.t("there is nothing to file yet")
		}
		return engine.FileUnder{Case: id, Item: pick.value()}, ""
	})
	f.lead = []string{line(v.CaseTitle(id, m.lang))}
	return m.open(f)
}

// fileable is all that the seat has and that is not under a case yet.
func (m *Model) fileable(v engine.View, c *engine.CaseFile) []option {
	type thing struct {
		t  engine.Millis
		id string
	}
	var all []thing
	for i := range v.InboxLen() {
		if it := v.InboxAt(i); !it.Recalled {
			all = append(all, thing{it.T, it.ID})
		}
	}
	for i := range v.MessagesLen() {
		msg := v.MessageAt(i)
		all = append(all, thing{msg.T, msg.ID})
	}
	for i := range v.ActionsLen() {
		a := v.ActionAt(i)
		all = append(all, thing{a.At, a.ID})
	}
	for _, r := range v.Requests() {
		all = append(all, thing{r.T, r.ID})
	}
	for _, call := range v.Calls() {
		all = append(all, thing{call.T, call.ID})
	}
	for _, e := range v.Exhibits() {
		all = append(all, thing{e.T, e.ID})
	}
	for _, s := range v.Showings() {
		all = append(all, thing{s.T, s.ID})
	}
	slices.SortStableFunc(all, func(a, b thing) int { return int(b.t - a.t) })
	var out []option
	for _, x := range all {
		if !slices.ContainsFunc(c.Items, func(i engine.CaseItem) bool { return i.Item == x.id }) {
			out = append(out, option{x.id, m.itemName(v, x.id)})
		}
	}
	return out
}

// ownFilings are what the side filed, and can take out.
func (m *Model) ownFilings(c *engine.CaseFile) []option {
	v := m.seat.view
	var out []option
	for _, i := range c.Items {
		if i.Side == v.Side().ID {
			out = append(out, option{i.Item, m.itemName(v, i.Item)})
		}
	}
	return out
}

func (m *Model) takeOutForm(id string) tea.Cmd {
	c, _ := m.seat.view.Case(id)
	pick := newPick(m.t("What"), m.ownFilings(&c), "")
	return m.open(m.caseForm(m.t("Take out of a case"), id, m.t("take it out"), m.t("Taken out; nothing is lost of it."), []field{pick}, m.ownAlone(), func() (engine.Op, string) {
		return engine.FileUnder{Case: id, Item: pick.value(), Not: true}, ""
	}))
}
