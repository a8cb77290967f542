package engine

import "parley/scenarios"

// RoleTitle is the title of a role, whichever side's: who plays is known to
// everyone. ok is false for what is no role. Unlike [View.Seats] it makes
// nothing anew, since every row of a screen asks for it.
func (v View) RoleTitle(id string) (title scenarios.Text, ok bool) {
	i, ok := v.s.plan.role[id]
	if !ok {
		return nil, false
	}
	return v.s.sc.Roles[i].Title, true
}

// Advises reports whether the seat decides on its side's findings: as the
// legal adviser, or in the place of one who is not there (rule 17).
func (v View) Advises() bool { return v.role >= 0 && v.routing().advises(v.role) }

// PersonName is the name of somebody who sits in a seat, or sat there, as far
// as the seat may know it; "" for others and for bots.
func (v View) PersonName(seat, person string) string {
	for _, s := range v.Sitting(seat) {
		if s.Person == person && person != "" {
			return s.Name
		}
	}
	if v.Sees(v.SideOf(seat)) || seat == v.seat {
		return v.s.named[seat+" "+person]
	}
	return ""
}
