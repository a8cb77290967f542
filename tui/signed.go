package tui

import "parley/engine"

// signed is an event in words with the name of who did it, where several people
// have sat in that seat of the staff. Only control learns it.
func (m *Model) signed(v engine.View, e *engine.Event, text string) string {
	if who := m.signature(v, e); who != "" && text != "" {
		return m.t("{what} ({more})", "what", text, "more", who)
	}
	return text
}

// signature is the name of who did what one of several people in a seat of the
// staff did, "" for all else.
func (m *Model) signature(v engine.View, e *engine.Event) string {
	if !v.Control() || e.By == "" || !engine.IsStaff(e.Seat) || len(m.console.mentions.staff[e.Seat]) < 2 || follows(e.Body) {
		return ""
	}
	return m.personName(e.Seat, e.By)
}

// follows reports whether an event is not what somebody did but what came of
// it by itself; or who did it stands in it anyway.
func follows(b engine.Body) bool {
	switch b.(type) {
	case *engine.Joined, *engine.Left, *engine.FellDue, *engine.Cued, *engine.Proposed, *engine.ExpectationSet, *engine.OutcomeProposed,
		*engine.EvidenceGained, *engine.Found, *engine.Lapsed, *engine.OpenedUp, *engine.CommitmentBears, *engine.Reopened,
		*engine.DeadlineSet, *engine.DeadlineStarted, *engine.HotlineNeeded, *engine.HotlineFound:
		return true
	}
	return false
}
