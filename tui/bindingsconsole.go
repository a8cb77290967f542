package tui

import tea "charm.land/bubbletea/v2"

// Groups of the console's keys that more is said of elsewhere.
const (
	groupClock   = "Clock"
	groupInjects = "Injects"
)

// clockBindings are the keys of the clock.
func clockBindings() []binding {
	const g = groupClock
	return []binding{
		{scopeConsole, []string{"space"}, "pause", "start the exercise, pause it, or let it go on", 1, g, (*Model).spaceKey, (*Model).whyNoClock, (*Model).spaceWord, false},
		{scopeConsole, []string{"g"}, "next", "take the next step, as the second line says it", 1, g, (*Model).nextStepKey, (*Model).whyNoStep, nil, false},
		{scopeConsole, []string{"F"}, "freeze", "freeze: the real world interrupts, nothing is taken in", 2, g, (*Model).freezeKey, (*Model).whyNoFreeze, nil, false},
		{scopeConsole, []string{"R"}, "rate", "set exercise time per real time", 3, g, (*Model).rateForm, (*Model).whyNoClock, nil, false},
		{scopeConsole, []string{"J"}, "jump", "jump to a later time in this segment", 3, g, (*Model).jumpForm, (*Model).whyNotDuring, nil, false},
		{scopeConsole, []string{">"}, "segment", "end this segment and start the next, or the next phase", 3, g, (*Model).nextSegmentKey, (*Model).whyNoSegment, nil, false},
		{scopeConsole, []string{"P"}, "phase", "end this phase and start the next", 0, g, (*Model).nextPhaseKey, (*Model).whyNoPhase, nil, false},
		{scopeConsole, []string{"E"}, "end", "ENDEX: end the exercise; of a side's controller: agree to it, and after it to the release", 0, g, (*Model).endKey, (*Model).whyNoEnd, nil, false},
	}
}

// mselBindings are the keys on the inject under the cursor, and those that
// make one.
func mselBindings() []binding {
	const g = groupInjects
	return things([]binding{
		{scopeConsole, []string{"n"}, "now", "deliver the inject now, for a cued one: it was said; put the question, or report its answer", 1, g, (*Model).nowKey, (*Model).whyNotNow, nil, false},
		{scopeConsole, []string{"h"}, "hold", "hold the inject, or release it", 1, g, (*Model).holdKey, (*Model).whyNoHold, (*Model).holdWord, false},
		{scopeConsole, []string{"s"}, "skip", "skip the inject, with a reason", 2, g, (*Model).skipForm, (*Model).whyDelivered, nil, false},
		{scopeConsole, []string{"t"}, "time", "give the inject another time", 3, g, (*Model).retimeForm, (*Model).whyDelivered, nil, false},
		{scopeConsole, []string{"e"}, "edit", "edit the inject's text or addressees before it goes out", 2, g, (*Model).editForm, (*Model).whyDelivered, nil, false},
		{scopeConsole, []string{"u"}, "recall", "recall the delivery, with a reason", 2, g, (*Model).recallForm, (*Model).whyNotDelivered, nil, false},
		{scopeConsole, []string{"y"}, "accept", "accept what is proposed, confirm a finding, take an outcome as proposed, approve what is asked; all that are marked", 1, g, (*Model).acceptKey, (*Model).whyNoAccept, (*Model).acceptWord, false},
		{scopeConsole, []string{"x"}, "dismiss", "dismiss what is proposed, or refuse what is asked; all that are marked", 1, g, (*Model).dismissForm, (*Model).whyNoDismiss, (*Model).dismissWord, false},
		{scopeConsole, []string{"i"}, "inject", "send an inject made up on the spot", 2, g, (*Model).improviseForm, (*Model).whyNotDuring, nil, false},
	})
}

// playBindings are the keys for what people do and say.
func playBindings() []binding {
	const g = "Play"
	return things([]binding{
		{scopeConsole, []string{"d"}, "we did…", "record an action that a role did, spoken or on paper; on a question, an answer", 1, g, (*Model).recordForm, (*Model).whyNotDuring, nil, false},
		{scopeConsole, []string{"a"}, "adjudicate", "adjudicate the action under the cursor: finding, outcome, count", 1, g, (*Model).adjudicateKey, (*Model).whyNoAction, nil, false},
		{scopeConsole, []string{"m"}, "message", "message roles or sides, also as a persona; replies to the message under the cursor", 2, g, (*Model).controlMessageForm, (*Model).whyFrozen, nil, false},
		{scopeConsole, []string{"r"}, "rule", "make a ruling on play, with its reason", 3, g, (*Model).ruleForm, (*Model).whyFrozen, nil, false},
		{scopeConsole, []string{"D"}, "disclose", "disclose an item of one side to others", 0, g, (*Model).discloseForm, (*Model).whyNotDuring, nil, false},
		{scopeConsole, []string{"o"}, "note", "note something on what is under the cursor", 2, g, (*Model).noteForm, (*Model).whyFrozen, nil, false},
		{scopeConsole, []string{"M"}, "milestones", "see, set or clear milestones", 0, g, (*Model).milestoneForm, (*Model).whyNoMilestones, nil, false},
		{scopeConsole, []string{"X"}, "expunge", "take a typed text and its copies out of the record", 0, g, (*Model).expungeForm, (*Model).whyFrozen, nil, false},
		{scopeConsole, []string{"v"}, "view as", "see what a seat sees, and act as it", 1, g, (*Model).seatForm, nil, nil, false},
	})
}

// moveBindings are the keys that change nothing.
func moveBindings() []binding {
	const g = groupLooking
	return []binding{
		{scopeConsole, []string{"tab"}, "pane", "next pane", 3, g, func(m *Model) tea.Cmd { m.console.turn(1); return nil }, nil, nil, false},
		{scopeConsole, []string{"shift+tab"}, "", "previous pane", 0, g, func(m *Model) tea.Cmd { m.console.turn(-1); return nil }, nil, nil, false},
		{scopeConsole, []string{"1"}, "", "MSEL", 0, g, focusKey(paneMSEL), nil, nil, false},
		{scopeConsole, []string{"2"}, "", "Feed", 0, g, focusKey(paneFeed), nil, nil, false},
		{scopeConsole, []string{"3"}, "", "Waiting", 0, g, focusKey(paneWaiting), nil, nil, false},
		{scopeConsole, []string{"4"}, "", "Agenda, of an exercise that is talked", 0, g, focusKey(paneAgenda), (*Model).whyNoAgenda, nil, false},
		{scopeConsole, []string{"5"}, "", "between the sides: requests, clocks, calls, evidence, proposals, scores; who is late", 0, g, focusKey(paneBetween), (*Model).whyNothingBetween, nil, false},
		{scopeConsole, []string{"up", "k"}, "", "up", 0, g, stepKey(-1), nil, nil, false},
		{scopeConsole, []string{"down", "j"}, "", "down", 0, g, stepKey(1), nil, nil, false},
		{scopeConsole, []string{"pgup", "ctrl+b"}, "", "a page up", 0, g, pageKey(-1), nil, nil, false},
		{scopeConsole, []string{"pgdown", "ctrl+f"}, "", "a page down", 0, g, pageKey(1), nil, nil, false},
		{scopeConsole, []string{"home"}, "", "to the first", 0, g, pageKey(-2), nil, nil, false},
		{scopeConsole, []string{"end", "G"}, "", "to the last", 0, g, pageKey(2), nil, nil, false},
		{scopeConsole, []string{"f"}, "follow", "follow what is due next, or what happens", 3, g, (*Model).followKey, nil, nil, false},
		{scopeConsole, []string{"l"}, "list", "what the MSEL shows: all, to come, waiting, delivered, conditional, this phase, to a side", 3, g, filterKey(1), nil, nil, false},
		{scopeConsole, []string{"w"}, "", "choose what the MSEL shows, from a list that counts", 0, g, (*Model).filterForm, nil, nil, false},
		{scopeConsole, []string{"enter"}, "details", "details of what is under the cursor, in full", 2, g, (*Model).detailKey, (*Model).whyNothing, nil, false},
		{scopeConsole, []string{"["}, "", "scroll the details up", 0, g, scrollKey(-3), nil, nil, false},
		{scopeConsole, []string{"]"}, "", "scroll the details down", 0, g, scrollKey(3), nil, nil, false},
		{scopeConsole, []string{"/"}, "find", "find in the pane; with nothing typed, the next one", 3, g, (*Model).findForm, nil, nil, false},
		{scopeConsole, []string{"L"}, "", "the language of this screen", 0, g, (*Model).languageForm, nil, nil, false},
		{scopeConsole, []string{"?", "f1"}, "", "this help", 0, g, (*Model).helpKey, nil, nil, false},
		{scopeConsole, []string{"q", "ctrl+c"}, "quit", "leave the console", 3, g, (*Model).quitKey, nil, nil, false},
	}
}

// adjudicateBindings are the judgements on an action.
func adjudicateBindings() []binding {
	const g = "Adjudicate"
	return []binding{
		{scopeAdjudicate, []string{"o"}, "outcome", "decide its outcome", 1, g, (*Model).outcomeForm, (*Model).whyNoOutcome, nil, false},
		{scopeAdjudicate, []string{"c"}, "confirm finding", "confirm the finding", 1, g, (*Model).confirmFindingKey, (*Model).whyNoFinding, nil, false},
		{scopeAdjudicate, []string{"k"}, "correct", "correct the finding, with a reason", 1, g, (*Model).correctForm, (*Model).whyNoFinding, nil, false},
		{scopeAdjudicate, []string{"+"}, "authority", "state a further authority for it", 1, g, (*Model).authorityForm, (*Model).whyNoFinding, nil, false},
		{scopeAdjudicate, []string{"="}, "count as", "count free words as an action of the catalogue", 1, g, (*Model).countForm, (*Model).whyNotFree, nil, false},
		{scopeAdjudicate, []string{"r"}, "rule", "make a ruling on it", 2, g, (*Model).ruleForm, nil, nil, false},
		{scopeAdjudicate, []string{"?", "f1"}, "", "help", 0, g, (*Model).helpKey, nil, nil, false},
		{scopeAdjudicate, []string{"esc", "q", "ctrl+c"}, "back", "back", 2, g, (*Model).dropTop, nil, nil, false},
	}
}

// findingBindings are what a side's legal adviser may do to a finding.
func findingBindings() []binding {
	const g = groupFinding
	return []binding{
		{scopeFinding, []string{"c"}, "confirm", "confirm the finding", 1, g, (*Model).confirmFindingKey, (*Model).whyNoFinding, nil, false},
		{scopeFinding, []string{"k"}, "correct", "correct the finding, with a reason", 1, g, (*Model).correctForm, (*Model).whyNoFinding, nil, false},
		{scopeFinding, []string{"+"}, "authority", "state a further authority for it", 1, g, (*Model).authorityForm, (*Model).whyNoFinding, nil, false},
		{scopeFinding, []string{"?", "f1"}, "", "help", 0, g, (*Model).helpKey, nil, nil, false},
		{scopeFinding, []string{"esc", "q", "ctrl+c"}, "back", "back", 2, g, (*Model).dropTop, nil, nil, false},
	}
}

// overlayBindings are the keys of what lies over a screen.
func overlayBindings() []binding {
	return []binding{
		{scopeDetail, []string{"up", "k"}, "up", "up", 3, "", detailScroll(-1), nil, nil, false},
		{scopeDetail, []string{"down", "j"}, "down", "down", 3, "", detailScroll(1), nil, nil, false},
		{scopeDetail, []string{"pgup"}, "", "a page up", 0, "", detailScroll(-15), nil, nil, false},
		{scopeDetail, []string{"pgdown"}, "", "a page down", 0, "", detailScroll(15), nil, nil, false},
		{scopeDetail, []string{"tab"}, "links", "next of the things that it names", 1, "", linkKey(1), (*Model).whyNoLinks, nil, false},
		{scopeDetail, []string{"shift+tab"}, "", "previous of the things that it names", 0, "", linkKey(-1), (*Model).whyNoLinks, nil, false},
		{scopeDetail, []string{"enter"}, "", "go to the thing that was chosen, or back", 2, "", (*Model).goKey, nil, (*Model).goWord, false},
		{scopeDetail, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeDetail, []string{"esc", "backspace", "q", "ctrl+c"}, "back", "back", 1, "", (*Model).dropTop, nil, nil, false},

		{scopeForm, []string{"enter"}, "", "next field; takes what a list was narrowed to; a new line in a longer text; sends on the last line", 1, "", nil, (*Model).whyNextOnly, (*Model).enterWord, false},
		{scopeForm, []string{"space"}, "take", "in a list of several: take or leave", 1, "", nil, (*Model).whyNoTake, nil, false},
		{scopeForm, []string{"tab"}, "next field", "next field", 1, "", nil, nil, nil, false},
		{scopeForm, []string{"shift+tab"}, "previous", "previous field", 2, "", nil, nil, nil, false},
		{scopeForm, []string{"up", "down"}, "choose", "choose from a list; typing narrows it", 2, "", nil, nil, nil, false},
		{scopeForm, []string{"ctrl+s"}, "send", "send from any field", 1, "", nil, nil, nil, false},
		{scopeForm, []string{"f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeForm, []string{"esc", "ctrl+c"}, "leave", "leave the form; asks what becomes of what was typed", 1, "", nil, nil, nil, false},

		{scopeConfirm, []string{"enter"}, "", "do it", 0, "", (*Model).confirmYes, nil, nil, false},
		{scopeConfirm, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeConfirm, []string{"x"}, "", "throw it away, where a draft is asked about", 0, "", (*Model).confirmThrow, nil, nil, false},
		{scopeConfirm, []string{"esc", "n", "q", "ctrl+c"}, "", "don't; or later", 0, "", (*Model).dropTop, nil, nil, false},

		{scopeHelp, []string{"up", "k"}, "up", "up", 1, "", helpScroll(-1), nil, nil, false},
		{scopeHelp, []string{"down", "j"}, "down", "down", 1, "", helpScroll(1), nil, nil, false},
		{scopeHelp, []string{"pgup"}, "", "a page up", 0, "", helpScroll(-15), nil, nil, false},
		{scopeHelp, []string{"pgdown", "space"}, "page", "a page down", 2, "", helpScroll(15), nil, nil, false},
		{scopeHelp, []string{"esc", "?", "enter", "q", "ctrl+c"}, "back", "back", 1, "", (*Model).dropTop, nil, nil, false},
	}
}
