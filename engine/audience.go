package engine

import (
	"slices"
)

// Audience is who may have an event: a sorted list of "all", side ids,
// "control/SIDE" and "lead". It is shared and never changed.
type Audience []string

// audiences are the audiences of a scenario, made once so that events share
// them.
type audiences struct {
	all      Audience
	controls Audience            // every controller and the lead
	side     map[string]Audience // a side and its controller
	control  map[string]Audience // a side's controller alone
	sides    []string
	parties  map[sideSet]*party
}

func newAudiences(sides []string) audiences {
	a := audiences{
		all:     Audience{"all"},
		side:    map[string]Audience{},
		control: map[string]Audience{},
		sides:   sides,
		parties: map[sideSet]*party{},
	}
	a.controls = Audience{"lead"}
	for _, s := range sides {
		a.controls = append(a.controls, "control/"+s)
		a.side[s] = sorted(Audience{s, "control/" + s})
		a.control[s] = Audience{"control/" + s}
	}
	a.controls = sorted(a.controls)
	return a
}

func sorted(a Audience) Audience {
	slices.Sort(a)
	return slices.Compact(a)
}

// sideSet is a set of sides, a bit for each in the scenario's order. The format
// allows 60.
type sideSet uint64

// party is what several sides together mean: their ids, sorted; those who may
// have what crosses between them (each side, its controller, the lead); and
// control's part of that.
type party struct {
	sides    []string
	across   Audience
	controls Audience
	own      Audience // their controllers without the lead, who sees no side's play
}

// of gives what a set of sides means; made once for each set.
func (a *audiences) of(set sideSet) *party {
	if p, ok := a.parties[set]; ok {
		return p
	}
	p := &party{across: Audience{"lead"}, controls: Audience{"lead"}}
	for i, s := range a.sides {
		if set&(1<<i) == 0 {
			continue
		}
		p.sides = append(p.sides, s)
		p.across = append(p.across, s, "control/"+s)
		p.controls = append(p.controls, "control/"+s)
		p.own = append(p.own, "control/"+s)
	}
	slices.Sort(p.sides)
	sorted(p.across)
	sorted(p.controls)
	sorted(p.own)
	a.parties[set] = p
	return p
}

// named is the set of these sides; ids that are none count for nothing.
func (a *audiences) named(ids ...string) sideSet {
	var set sideSet
	for _, id := range ids {
		if i := slices.Index(a.sides, id); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}
