package tui

import "parley/engine"

// ofCalls is what an event of hotlines or of cases speaks of.
func (s *subject) ofCalls(body engine.Body) {
	is := func(kind, id string) { s.kind, s.id = kind, id }
	switch b := body.(type) {
	case *engine.HotlineOpened:
		is(onCall, b.ID)
	case *engine.HotlineFound:
		is(onCall, b.Call)
	case *engine.HotlineStepped:
		is(onCall, b.Call)
	case *engine.HotlineNeeded:
		is(onHotline, b.Hotline)
	case *engine.CaseOpened:
		is(onCase, b.ID)
	case *engine.Filed:
		is(onCase, b.Case)
	case *engine.AccountWritten:
		is(onCase, b.Case)
	case *engine.LineWritten:
		is(onReportLine, b.ID)
	case *engine.LineMarked:
		is(onReportLine, b.Line)
	}
}

// callTexts are the typed texts of a call, a turn, a case or a line, for
// translating; none for anything else.
func callTexts(v engine.View, s subject) []string {
	var all []string
	switch s.kind {
	case onCall, onTurn:
		id := s.id
		if s.kind == onTurn {
			id = callOfStep(s.id)
		}
		c, _ := v.Call(id)
		for i := range c.Steps {
			if t := &c.Steps[i]; t.Text != "" && (s.kind == onCall || t.ID == s.id) {
				all = append(all, t.Text)
			}
		}
		if s.kind == onCall && c.HotlineOpened != nil && c.Text != "" {
			all = append(all, c.Text)
		}
	case onCase:
		c, _ := v.Case(s.id)
		if c.Opened != nil {
			all = append(all, c.Opened.Title)
		}
		for i := range c.Lines {
			all = append(all, c.Lines[i].LineWritten.Text)
		}
		for i := range c.Accounts {
			all = append(all, c.Accounts[i].AccountWritten.Text)
		}
	case onReportLine:
		l, ok := v.Line(s.id)
		if ok {
			all = append(all, l.LineWritten.Text)
		}
		for i := range l.Marks {
			all = append(all, l.Marks[i].LineMarked.Text)
		}
	}
	return all
}
