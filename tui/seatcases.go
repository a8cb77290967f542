package tui

import (
	"strconv"

	"parley/engine"
	"parley/engine/words"
)

// caseSheet is the tab of cases: below each the lines of its joint status
// report.
type caseSheet struct {
	rows []caseFileRow
	side string
}

// caseFileRow is a case, or a line of its joint status report.
type caseFileRow struct {
	file *engine.CaseFile
	line *engine.ReportLine
}

func (*caseSheet) shown(v engine.View) bool { return len(v.Cases()) > 0 }

func (s *caseSheet) refresh(v engine.View) int {
	s.rows, s.side = nil, v.Side().ID
	files := v.Cases()
	for i := range files {
		s.rows = append(s.rows, caseFileRow{file: &files[i]})
		for k := range files[i].Lines {
			s.rows = append(s.rows, caseFileRow{file: &files[i], line: &files[i].Lines[k]})
		}
	}
	return len(s.rows)
}

func (s *caseSheet) subject(i int) subject {
	if r := &s.rows[i]; r.line == nil {
		return caseSubject(r.file.ID)
	}
	return subject{kind: onReportLine, id: s.rows[i].line.ID, entry: -1}
}

func caseSubject(id string) subject { return subject{kind: onCase, id: id, entry: -1} }

// waits counts the lines of others that the side has said nothing of yet.
func (s *caseSheet) waits() int {
	n := 0
	for i := range s.rows {
		if l := s.rows[i].line; l != nil && l.StateFor(s.side) == engine.LineOpen {
			n++
		}
	}
	return n
}

func (*caseSheet) countsDown() bool { return false }

func (*caseSheet) empty(m *Model) string {
	return m.t("No case is open. {key} opens one.", "key", "N")
}

func (s *caseSheet) row(m *Model, i int, look rowLook) []string {
	r, v := &s.rows[i], m.seat.view
	if r.line == nil {
		return []string{
			m.listRow(look.w, look.chosen, look.focus, seg{m.st.accent, "▤ "}, seg{m.st.bold, line(v.CaseTitle(r.file.ID, m.lang))}, seg{m.st.dim, m.caseCounts(v, r.file)}),
		}
	}
	sign, style := m.lineSign(v.LineState(r.line))
	text := m.st.plain
	if r.line.StateFor(s.side) == engine.LineOpen {
		text = m.st.bold
	}
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{style, "  " + sign + " "}, seg{m.st.dim, m.sideName(r.line.Side) + " · "}, seg{text, m.typed(v, r.line.LineWritten.Text)}),
	}
}

// caseCounts says what there is of a case.
func (m *Model) caseCounts(v engine.View, c *engine.CaseFile) string {
	count := map[string]int{}
	for i := range c.Lines {
		count[v.LineState(&c.Lines[i])]++
	}
	out := ""
	for _, state := range []string{engine.LineAgreed, engine.LineDisputed, engine.LineOpen} {
		if n := count[state]; n > 0 {
			out += " · " + m.t("{n} {what}", "n", strconv.Itoa(n), "what", words.Say(m.lang, "line."+state, nil))
		}
	}
	if n := len(c.Items); n > 0 {
		out += " · " + m.t("{n} filed", "n", strconv.Itoa(n))
	}
	return out
}

// lineSign marks how a line of a report stands.
func (m *Model) lineSign(state string) (string, style) {
	switch state {
	case engine.LineAgreed:
		return "✓", m.st.good
	case engine.LineDisputed:
		return "✗", m.st.bad
	}
	return "○", m.st.warn
}
