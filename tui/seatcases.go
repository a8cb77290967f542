package tui

import "parley/engine"

// caseSheet is the tab of cases and what belongs to them.
type caseSheet struct{}

func (*caseSheet) shown(engine.View) bool            { return false }
func (*caseSheet) refresh(engine.View) int           { return 0 }
func (*caseSheet) subject(int) subject               { return subject{entry: -1} }
func (*caseSheet) row(*Model, int, rowLook) []string { return nil }
func (*caseSheet) waits() int                        { return 0 }
func (*caseSheet) countsDown() bool                  { return false }
func (*caseSheet) empty(*Model) string               { return "" }

// caseSteps are the steps that can be taken with a case or a line of its report.
func (m *Model) caseSteps(subject) []entry { return nil }

// newCases opens one.
func (m *Model) newCases() []entry { return nil }
