package tui

import (
	"strconv"

	"parley/engine"
)

// An entry of the feed has at most so many lines, and those after the first
// stand this far in.
const (
	feedLines  = 2
	feedIndent = 10
)

// goOn draws a further line of an entry.
func (m *Model) goOn(w int, chosen bool, in int, s style, text string) string {
	return row(w, chosen, m.st.chosen, seg{m.st.plain, spaces(in)}, seg{s, text})
}

// shorten wraps a text to at most n lines.
func shorten(text string, w, n int) []string {
	lines := wrap(text, max(1, w))
	if len(lines) <= n {
		return lines
	}
	lines[n-1] = fit(joinLines(lines[n-1:n+1]), max(1, w))
	return lines[:n]
}

// feedRow draws an entry of the feed: when, what, and of an action what it
// was found to be.
func (c *console) feedRow(m *Model, i, w int, focus bool) []string {
	if joined(m.view, i) || seatedWithNext(m.view, i) {
		return nil
	}
	e := m.view.LogAt(i)
	sign, style := feedSign(m.st, e.Body)
	chosen := i == c.lists[paneFeed].cursor
	when := shortClock(e.T)
	told := m.tells.event(m, m.view, i)
	if n := seatedBots(m.view, i); n > 1 {
		told = m.t("{n} bots sit down", "n", strconv.Itoa(n))
	}
	text := shorten(told, w-feedIndent, feedLines)
	out := []string{m.listRow(w, chosen, focus, seg{m.st.dim, fit(when, 7)}, seg{style, sign + " "}, seg{style, text[0]})}
	for _, more := range text[1:] {
		out = append(out, m.goOn(w, chosen && focus, feedIndent, style, more))
	}
	if b, ok := e.Body.(*engine.Acted); ok {
		if a, ok := m.view.Action(b.ID); ok {
			for _, l := range shorten(m.findingLine(m.view, &a), w-feedIndent-2, feedLines+1) {
				out = append(out, m.goOn(w, false, feedIndent+2, m.findingStyle(&a), l))
			}
		}
	}
	return out
}

// joined reports whether an entry is shown with the one before: the finding
// that comes with an action.
func joined(v engine.View, i int) bool {
	f, ok := v.LogAt(i).Body.(*engine.Found)
	if !ok || i == 0 || f.Standing != engine.StandingProvisional {
		return false
	}
	a, ok := v.LogAt(i - 1).Body.(*engine.Acted)
	return ok && a.ID == f.Act
}

// botSits reports whether an entry says that a bot sits down.
func botSits(v engine.View, i int) bool {
	if i < 0 || i >= v.LogLen() {
		return false
	}
	j, ok := v.LogAt(i).Body.(*engine.Joined)
	return ok && j.Bot
}

// seatedWithNext reports whether an entry is told with the next one: bots that
// sit down one after another are one line.
func seatedWithNext(v engine.View, i int) bool { return botSits(v, i) && botSits(v, i+1) }

// seatedBots counts the bots that sit down one after another up to an entry.
func seatedBots(v engine.View, i int) int {
	n := 0
	for ; botSits(v, i); i-- {
		n++
	}
	return n
}

// feedSign marks the kind of an entry.
func feedSign(st *styles, b engine.Body) (string, style) {
	switch b := b.(type) {
	case *engine.Started, *engine.Ended, *engine.SegmentStarted, *engine.Jumped, *engine.RateSet, *engine.Paused, *engine.Resumed, *engine.Reopened:
		return "◆", st.accent
	case *engine.Frozen:
		return "❄", st.bad
	case *engine.Delivered:
		return "▣", st.bold
	case *engine.Acted, *engine.Answered, *engine.Withdrawn:
		return "»", st.plain
	case *engine.Messaged:
		if b.Asks {
			return "?", st.odd
		}
		return "✉", st.plain
	case *engine.Found, *engine.Counted, *engine.AuthorityStated:
		return "§", st.plain
	case *engine.Proposed, *engine.ApprovalAsked, *engine.OutcomeProposed:
		return "?", st.odd
	case *engine.Cued, *engine.FellDue:
		return "☎", st.warn
	case *engine.Ruled:
		return "⚖", st.bold
	case *engine.Noted, *engine.Rated:
		return "✎", st.dim
	case *engine.ExpectationSet:
		switch b.Status {
		case engine.ExpectMet:
			return "✓", st.good
		case engine.ExpectMissed, engine.ExpectLate:
			return "!", st.warn
		}
		return "·", st.dim
	case *engine.Joined, *engine.Left, *engine.Acknowledged:
		return "·", st.dim
	}
	return betweenSign(st, b)
}

// betweenSign marks what happens between the sides.
func betweenSign(st *styles, b engine.Body) (string, style) {
	switch b := b.(type) {
	case *engine.EvidenceGained, *engine.EvidenceHanded, *engine.EvidenceCertified, *engine.EvidenceMarked:
		return "⬒", st.plain
	case *engine.ProposalTabled, *engine.ProposalAmended, *engine.ProposalAssessed, *engine.ProposalSettled:
		return "◇", st.plain
	case *engine.CommitmentBears, *engine.CommitmentJudged:
		return "⚑", st.plain
	case *engine.RequestSent, *engine.RequestStepped:
		return "⇄", st.bold
	case *engine.DeadlineSet:
		if b.Status == engine.DeadlineMissed {
			return "!", st.bad
		}
	case *engine.HotlineOpened, *engine.HotlineNeeded:
		return "☎", st.warn
	case *engine.HotlineStepped:
		return "☎", st.plain
	case *engine.HotlineFound:
		return "!", st.warn
	case *engine.CaseOpened, *engine.LineWritten, *engine.LineMarked:
		return "▤", st.plain
	}
	return "·", st.plain
}

// findingStyle colours a finding; its words say the same.
func (m *Model) findingStyle(a *engine.Action) style {
	if a.Finding == nil {
		return m.st.dim
	}
	switch a.Finding.Verdict {
	case engine.VerdictWithin:
		return m.st.good
	case engine.VerdictUncited:
		return m.st.warn
	default:
		return m.st.bad
	}
}
