package session

import (
	"parley/engine"
	"parley/scenarios"
)

// Scenario that is being run. It is never changed, and holds what is for
// control alone: it is for the host, not for a screen.
func (s *Session) Scenario() *scenarios.Scenario { return s.rec.X.Scenario() }

// People are all who have ever sat in a seat, for the host that lets them in
// again; see [engine.Frame.People].
func (s *Session) People() []engine.Person { return s.frame.Load().People() }
