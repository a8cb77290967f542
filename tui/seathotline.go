package tui

import "parley/engine"

// hotlineSheet is the tab of calls on hotlines.
type hotlineSheet struct{}

func (*hotlineSheet) shown(engine.View) bool            { return false }
func (*hotlineSheet) refresh(engine.View) int           { return 0 }
func (*hotlineSheet) subject(int) subject               { return subject{entry: -1} }
func (*hotlineSheet) row(*Model, int, rowLook) []string { return nil }
func (*hotlineSheet) waits() int                        { return 0 }
func (*hotlineSheet) countsDown() bool                  { return false }
func (*hotlineSheet) empty(*Model) string               { return "" }

// callSteps are the steps that can be taken in a call.
func (m *Model) callSteps(subject) []entry { return nil }

// newCalls opens a call.
func (m *Model) newCalls() []entry { return nil }
