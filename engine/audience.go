package engine

import (
	"slices"
	"strings"
)

// Audience is who may have an event: a sorted list of "all", side ids,
// "control/SIDE" and "lead". It is shared and never changed.
type Audience []string

// SeatControl is the seat of the facilitator who leads the exercise. Under
// control = "single" it sees everything.
const SeatControl = "control"

// audiences are the audiences of a scenario, made once so that events share
// them.
type audiences struct {
	all      Audience
	controls Audience            // every controller and the lead
	side     map[string]Audience // a side and its controller
	control  map[string]Audience // a side's controller alone
	sides    []string
	crossing map[string]Audience // several sides, their controllers and the lead; by joined ids
}

func newAudiences(sides []string) audiences {
	a := audiences{
		all:      Audience{"all"},
		side:     map[string]Audience{},
		control:  map[string]Audience{},
		sides:    sides,
		crossing: map[string]Audience{},
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

// across is the audience of what several sides may have: each of them, their
// controllers, and the lead. sides must be sorted and unique.
func (a *audiences) across(sides []string) Audience {
	key := strings.Join(sides, " ")
	if got, ok := a.crossing[key]; ok {
		return got
	}
	out := Audience{"lead"}
	for _, s := range sides {
		out = append(out, s, "control/"+s)
	}
	out = sorted(out)
	a.crossing[key] = out
	return out
}

// controlsOf is the lead and the controllers of these sides.
func (a *audiences) controlsOf(sides []string) Audience {
	key := "control " + strings.Join(sides, " ")
	if got, ok := a.crossing[key]; ok {
		return got
	}
	out := Audience{"lead"}
	for _, s := range sides {
		out = append(out, "control/"+s)
	}
	out = sorted(out)
	a.crossing[key] = out
	return out
}
