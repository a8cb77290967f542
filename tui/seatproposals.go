package tui

import "parley/engine"

// proposalSheet is the tab of proposals on the table.
type proposalSheet struct{}

func (*proposalSheet) shown(engine.View) bool            { return false }
func (*proposalSheet) refresh(engine.View) int           { return 0 }
func (*proposalSheet) subject(int) subject               { return subject{entry: -1} }
func (*proposalSheet) row(*Model, int, rowLook) []string { return nil }
func (*proposalSheet) waits() int                        { return 0 }
func (*proposalSheet) countsDown() bool                  { return false }
func (*proposalSheet) empty(*Model) string               { return "" }

// proposalSteps are the steps that can be taken with a proposal.
func (m *Model) proposalSteps(subject) []entry { return nil }

// newProposals tables one.
func (m *Model) newProposals() []entry { return nil }
