package scenarios

import "fmt"

// kindOption is no kind of the scenario's namespace: options are known within
// their question.
const kindOption = "option"

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
	return []factSpec{
		{name: "delivered", fact: FactDelivered, args: one(kindInject), least: 1, usage: `delivered("inject")`, doc: "the inject has been delivered, and not recalled"},
		{name: "acted", fact: FactActed, args: [][]string{{kindAction}, about}, least: 1, more: true, usage: `acted("action")`, doc: "somebody has done it, on good authority or not; further ids narrow it to a role, a side or a target: `acted(\"preserve-data\", \"alder\", \"mistwood\")`"},
		{name: "answered", fact: FactAnswered, args: [][]string{{kindQuestion}, {kindOption}}, least: 1, usage: `answered("question")`, doc: "somebody has answered; with a second argument: has chosen that option"},
		{name: "milestone", fact: FactMilestone, args: one(kindMilestone), least: 1, usage: `milestone("milestone")`, doc: "the milestone is set"},
		{name: "has", fact: FactHas, args: [][]string{{kindSide}, {kindEvidence}}, least: 2, usage: `has("side", "evidence")`, doc: "the side holds the evidence"},
		{name: "missed", fact: FactMissed, args: one(kindInject), least: 1, usage: `missed("inject")`, doc: "an action that was expected after the inject did not come in time"},
		{name: "stands", fact: FactStands, args: one(kindAction), least: 1, usage: `stands("action")`, doc: "it was done, worked, and its effect has not lapsed"},
		{name: "phase", fact: FactPhase, args: one(kindPhase), least: 1, usage: `phase("phase")`, doc: "it is the present phase"},
		{name: "since", fact: FactSince, args: one(kindInject, kindAction, kindMilestone), least: 1, time: true, usage: `since("inject, action or milestone") > "36m"`, doc: "exercise time since the inject was last delivered, the action last done, the milestone last set"},
		{name: "elapsed", fact: FactElapsed, args: one(kindPhase), least: 0, time: true, usage: `elapsed() > "1h"`, doc: "exercise time since STARTEX, or since the start of a phase: `elapsed(\"first-days\") > \"20m\"`"},
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
