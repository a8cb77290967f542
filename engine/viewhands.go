package engine

// ControlOf is the side that the seat is the controller of; "" for the lead,
// for the one facilitator under control = "single", and for players.
func (v View) ControlOf() string {
	if v.Control() && v.side >= 0 {
		return v.s.sc.Sides[v.side].ID
	}
	return ""
}

// Sees reports whether the seat sees a side's play: its own side's; the one
// facilitator's under control = "single" everyone's; the lead's under
// "per-side" nobody's until the release.
func (v View) Sees(side string) bool {
	return v.reach.all || v.side >= 0 && v.s.sc.Sides[v.side].ID == side
}

// seesAny is Sees for a set of sides.
func (v View) seesAny(sides sideSet) bool {
	return v.reach.all || v.side >= 0 && sides&(1<<v.side) != 0
}

// seesRoles reports whether control sees what was put before these roles: the
// lead all, a controller what goes to the side.
func (v View) seesRoles(roles []string) bool {
	return v.Control() && (v.side < 0 || v.seesAny(v.s.plan.sidesOf(roles)))
}

// seesInject reports whether an inject is in the seat's MSEL. What its
// condition says of a side's play comes with it: a contingency that is proposed
// tells the lead, and whoever it goes to, that its condition holds. That is the
// planner's choice, and both sides agreed the scenario.
func (v View) seesInject(m *MSELItem) bool { return v.seesRoles(m.Roles) }
