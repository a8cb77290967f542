package engine

import (
	"slices"

	"parley/scenarios"
)

// forPlayers is the scenario as players may have it: without control's notes, the
// questions to come, what an action leads to, and what is written for another
// side.
type forPlayers struct {
	phases  []scenarios.Phase
	actions []scenarios.Action
	sides   [][]scenarios.Side // by the side of who looks

	hotlines []scenarios.Hotline
}

func newForPlayers(sc *scenarios.Scenario) forPlayers {
	t := forPlayers{phases: slices.Clone(sc.Phases), actions: slices.Clone(sc.Actions)}
	for i := range t.phases {
		segments := slices.Clone(t.phases[i].Segments)
		for k := range segments {
			segments[k].Note, segments[k].Questions = nil, nil
		}
		t.phases[i].Segments = segments
	}
	for i := range t.actions {
		a := &t.actions[i]
		a.Result, a.Yields, a.Sets, a.Clears = "", nil, nil, nil
	}
	t.hotlines = slices.Clone(sc.Hotlines)
	for i := range t.hotlines {
		t.hotlines[i].Needed, t.hotlines[i].NeededText = nil, ""
	}
	for own := range sc.Sides {
		sides := slices.Clone(sc.Sides)
		for i := range sides {
			if i != own {
				sides[i].Briefing = nil
			}
		}
		t.sides = append(t.sides, sides)
	}
	return t
}
