package engine

import "parley/scenarios"

// Ways are the ways of each side to do an action, with the authorities that were
// stated during the exercise. For control.
func (v View) Ways(action string) []scenarios.SideWays {
	if !v.Control() {
		return nil
	}
	return v.s.sc.Ways(action, v.statedWays()...)
}

// RequestWays are the ways of each side with a kind of request, likewise. For
// control.
func (v View) RequestWays(kind *scenarios.RequestKind) []scenarios.RequestWays {
	if !v.Control() {
		return nil
	}
	return v.s.sc.RequestWays(kind, v.statedWays()...)
}

// statedWays are the authorities stated during the exercise that the seat may
// know.
func (v View) statedWays() []scenarios.Way {
	var out []scenarios.Way
	for _, s := range v.Stated() {
		i, ok := v.s.plan.agency[s.Agency]
		if !ok {
			continue // a record of another scenario
		}
		a := stated(&s, v.s.sc.Agencies[i].Side)
		a.Title, a.Basis = scenarios.Text{}, ""
		if t, ok := v.TextIn(s.Title, v.s.sc.Language); ok {
			a.Title[t.Lang] = t.Text
		}
		if t, ok := v.Text(s.Basis); ok {
			a.Basis = t
		}
		out = append(out, scenarios.Way{Authority: a, Act: s.Act})
	}
	return out
}
