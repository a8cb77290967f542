package tui

import "parley/engine"

// requestSheet is the tab of requests for assistance.
type requestSheet struct{}

func (*requestSheet) shown(v engine.View) bool          { return len(v.RequestKinds()) > 0 }
func (*requestSheet) refresh(engine.View) int           { return 0 }
func (*requestSheet) subject(int) subject               { return subject{entry: -1} }
func (*requestSheet) row(*Model, int, rowLook) []string { return nil }
func (*requestSheet) waits() int                        { return 0 }
func (*requestSheet) countsDown() bool                  { return false }
func (*requestSheet) empty(*Model) string               { return "" }

// requestSteps are the steps that can be taken with a request.
func (m *Model) requestSteps(subject) []entry { return nil }

// newRequests begins one.
func (m *Model) newRequests() []entry { return nil }
