package scenarios

import "fmt"

// kindOption is no kind of the scenario's namespace: options are known within
// their question.
const kindOption = "option"

// kindMark is no kind either: what can be asked about evidence.
const kindMark = "mark"

// marks are what a condition can ask about evidence: its certification and how
// it was obtained.
func marks() []string {
	return []string{"certified", "within", "approved", "outside", "nothing"}
}

// factSpec is a fact as conditions write it.
type factSpec struct {
	name  string
	fact  Fact
	args  [][]string // kinds that each argument may be
	least int        // arguments that must be there
	more  bool       // the last kind may be repeated
	time  bool       // a time, not a truth
	usage string
	doc   string
}

func facts() []factSpec {
	one := func(kinds ...string) [][]string { return [][]string{kinds} }
	about := []string{kindRole, kindSide, kindTarget}
	request := [][]string{{kindRequest}, {kindSide}}
	hotline := [][]string{{kindHotline}, {kindSide}}
	return []factSpec{
		{name: "delivered", fact: FactDelivered, args: one(kindInject), least: 1, usage: `delivered("inject")`, doc: "the inject has been delivered, and not recalled"},
		{name: "acted", fact: FactActed, args: [][]string{{kindAction}, about}, least: 1, more: true, usage: `acted("action")`, doc: "somebody has done it, on good authority or not; further ids narrow it to a role, a side or a target: `acted(\"preserve-data\", \"alder\", \"mistwood\")`"},
		{name: "answered", fact: FactAnswered, args: [][]string{{kindQuestion}, {kindOption}}, least: 1, usage: `answered("question")`, doc: "somebody has answered; with a second argument: has chosen that option"},
		{name: "milestone", fact: FactMilestone, args: one(kindMilestone), least: 1, usage: `milestone("milestone")`, doc: "the milestone is set"},
		{name: "has", fact: FactHas, args: [][]string{{kindSide}, {kindEvidence}, {kindMark}}, least: 2, usage: `has("side", "evidence")`, doc: "the side holds the evidence; with a third argument: and it is `certified`, or was obtained `within` stated authority (or, among that, as `approved`), `outside` it, or on `nothing`"},
		{name: "missed", fact: FactMissed, args: one(kindInject, kindDeadline), least: 1, usage: `missed("inject or deadline")`, doc: "an action that was expected after the inject did not come in time; the deadline was missed"},
		{name: "stands", fact: FactStands, args: one(kindAction), least: 1, usage: `stands("action")`, doc: "it was done, worked, and its effect has not lapsed"},
		{name: "phase", fact: FactPhase, args: one(kindPhase), least: 1, usage: `phase("phase")`, doc: "it is the present phase"},
		{name: "since", fact: FactSince, args: one(kindInject, kindAction, kindMilestone, kindRequest, kindHotline), least: 1, time: true, usage: `since("inject, action, milestone, request or hotline") > "36m"`, doc: "exercise time since the inject was last delivered, the action last done, the milestone last set, such a request last sent, the hotline last opened"},
		{name: "elapsed", fact: FactElapsed, args: one(kindPhase), least: 0, time: true, usage: `elapsed() > "1h"`, doc: "exercise time since STARTEX, or since the start of a phase: `elapsed(\"first-days\") > \"20m\"`"},
		{name: "requested", fact: FactRequested, args: request, least: 1, usage: `requested("request")`, doc: "a request of that kind has been sent; with a side: by it"},
		{name: "acknowledged", fact: FactAcknowledged, args: request, least: 1, usage: `acknowledged("request")`, doc: "one has been acknowledged, or answered outright; with a side: one that it sent"},
		{name: "accepted", fact: FactAccepted, args: request, least: 1, usage: `accepted("request")`, doc: "one has been accepted, in whole or in part; with a side: one that it sent"},
		{name: "refused", fact: FactRefused, args: request, least: 1, usage: `refused("request")`, doc: "one has been refused; with a side: one that it sent"},
		{name: "executed", fact: FactExecuted, args: request, least: 1, usage: `executed("request")`, doc: "one has been carried out, in whole or in part; with a side: one that it sent"},
		{name: "late", fact: FactLate, args: request, least: 1, usage: `late("request")`, doc: "a response time of one has been missed; with a side: of one that it sent"},
		{name: "called", fact: FactCalled, args: hotline, least: 1, usage: `called("hotline")`, doc: "the hotline has been opened; with a side: by it"},
		{name: "connected", fact: FactConnected, args: hotline, least: 1, usage: `connected("hotline")`, doc: "a call on it has been answered; with a side: one that it opened"},
		{name: "misused", fact: FactMisused, args: hotline, least: 1, usage: `misused("hotline")`, doc: "it has been opened by somebody who may not, out of scope, or without the entry test holding; with a side: by it"},
		{name: "met", fact: FactMet, args: one(kindDeadline), least: 1, usage: `met("deadline")`, doc: "the deadline has been met in time"},
		{name: "assessed", fact: FactAssessed, args: [][]string{{kindProposal}, {kindSide}}, least: 1, usage: `assessed("proposal")`, doc: "every side has assessed the proposal as it stands; with a side: that one has"},
		{name: "adopted", fact: FactAdopted, args: one(kindProposal), least: 1, usage: `adopted("proposal")`, doc: "every side supports it as it stands"},
	}
}

// arity says how many arguments the fact takes.
func (f *factSpec) arity() string {
	switch most := len(f.args); {
	case f.more:
		return fmt.Sprintf("at least %d", f.least)
	case most == f.least:
		return fmt.Sprintf("%d", most)
	default:
		return fmt.Sprintf("%d or %d", f.least, most)
	}
}

func findFact(name string) *factSpec {
	for _, f := range facts() {
		if f.name == name {
			return &f
		}
	}
	return nil
}
