package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// commandsOf are the commands that a key can come to, none for one that only
// looks. It is what decides which keys the consoles of simulators and
// evaluators have.
func (b *binding) commandsOf() []engine.Op {
	switch b.scope {
	case scopeConsole:
		return consoleCommands()[b.keys[0]]
	case scopeCue:
		return map[string][]engine.Op{"enter": {engine.Deliver{}}, "t": {engine.Retime{}}}[b.keys[0]]
	case scopeEvaluation:
		return map[string][]engine.Op{"enter": {engine.Rate{}}, "o": {engine.MakeNote{}}}[b.keys[0]]
	}
	return nil
}

// consoleCommands are those of the console's keys.
func consoleCommands() map[string][]engine.Op {
	decide := []engine.Op{
		engine.Accept{},
		engine.Dismiss{},
		engine.Deliver{},
		engine.ConfirmFinding{},
		engine.DecideOutcome{},
		engine.Approve{},
		engine.RefuseApproval{},
		engine.JudgeCommitment{},
	}
	clock := []engine.Op{engine.Start{}, engine.Pause{}, engine.Resume{}}
	steps := slices.Concat(clock, []engine.Op{engine.PutQuestion{}, engine.Report{}, engine.NextSegment{}, engine.NextPhase{}, engine.End{}}, decide)
	return map[string][]engine.Op{
		"space": clock, "g": steps, "F": {engine.Freeze{}}, "R": {engine.SetRate{}}, "J": {engine.Jump{}},
		">": {engine.NextSegment{}, engine.NextPhase{}}, "P": {engine.NextPhase{}}, "E": {engine.End{}, engine.Agree{}},
		"n": {engine.Deliver{}, engine.PutQuestion{}, engine.Report{}}, "h": {engine.Hold{}, engine.Release{}}, "s": {engine.Skip{}},
		"t": {engine.Retime{}}, "e": {engine.Edit{}}, "u": {engine.Recall{}}, "y": decide, "x": decide, "*": decide, "+": decide,
		"i": {engine.Improvise{}}, "d": {engine.Act{}, engine.AnswerQuestion{}},
		"a": {engine.DecideOutcome{}, engine.ConfirmFinding{}, engine.CorrectFinding{}, engine.AddAuthority{}, engine.Count{}, engine.Rule{}},
		"m": {engine.SendMessage{}}, "r": {engine.Rule{}}, "D": {engine.Disclose{}}, "o": {engine.MakeNote{}},
		"M": {engine.SetMilestone{}, engine.ClearMilestone{}}, "X": {engine.Expunge{}}, "T": {engine.Translate{}}, "c": {engine.Claim{}},
		"H": {engine.Join{}, engine.Leave{}}, "p": {engine.Join{}, engine.Leave{}}, "O": {engine.Rate{}},
	}
}

// consoleBindings are the keys of the console of a seat of control: all of a
// facilitator's; of another's, those that change nothing and those whose every
// command the engine takes from the seat.
func consoleBindings(seat string) []binding {
	all := allBindings()
	if engine.Leads(seat) {
		return all
	}
	kind := func(b *binding) bool {
		switch b.scope {
		case scopeAdjudicate, scopeBatch, scopeRoom, scopeCode:
			return false
		case scopeSeat:
			return b.looks() || b.group == groupAsControl && b.keys[0] != "space" && b.keys[0] != "F"
		}
		return b.looks()
	}
	out := slices.DeleteFunc(all, func(b binding) bool {
		return !kind(&b) || slices.ContainsFunc(b.commandsOf(), func(op engine.Op) bool { return !engine.MayGive(seat, op) })
	})
	for i := range out {
		switch b := &out[i]; {
		case b.scope != scopeConsole:
		case b.keys[0] == "v":
			b.help = "see what a seat sees"
		case b.keys[0] == "O", b.keys[0] == "c":
			b.foot = 1 // what they are there for
		}
	}
	if engine.MayGive(seat, engine.Deliver{}) {
		out = append(out, things([]binding{
			{scopeConsole, []string{"n"}, "said", "what to say, and that it was said, of the cued inject under the cursor", 1, groupInjects, (*Model).deliverKey, (*Model).whyNotCued, nil, false},
		})...)
	}
	return out
}

// whyNotCued: a simulator says what is cued.
func (m *Model) whyNotCued() string {
	it, ok := m.inject()
	switch {
	case !ok:
		return m.noInject()
	case it.State != engine.InjectCued:
		return m.t("only what is cued is said; a facilitator delivers all else")
	}
	return m.whyNotDuring()
}

// maySay reports whether who sits here says what is cued.
func (m *Model) maySay() bool { return m.bound(scopeCue, keyPress("enter")) != nil }

// sayOrShow shows what is to be said to who says it, and its details to others.
func (m *Model) sayOrShow(inject string) tea.Cmd {
	if m.maySay() {
		return m.cueKey(inject)
	}
	m.lay(&fullDetail{at: m.at()})
	return nil
}
