package tui

import "parley/engine"

// clockSheet is the tab of what runs against the side, and what is owed to it.
type clockSheet struct{}

func (*clockSheet) shown(v engine.View) bool          { return len(v.RequestKinds()) > 0 }
func (*clockSheet) refresh(engine.View) int           { return 0 }
func (*clockSheet) subject(int) subject               { return subject{entry: -1} }
func (*clockSheet) row(*Model, int, rowLook) []string { return nil }
func (*clockSheet) waits() int                        { return 0 }
func (*clockSheet) countsDown() bool                  { return false }
func (*clockSheet) empty(*Model) string               { return "" }
