package engine

import (
	"slices"

	"parley/scenarios"
)

// settle evaluates the conditions that may have changed, in MSEL order, until
// nothing changes; each fires at most once in it. alone says that what turns
// true is only proposed, since nothing happened but that something was taken
// back.
func (x *Exercise) settle(alone bool) {
	if x.clock.Life == Planned || x.clock.Life == Over {
		x.dirty = x.dirty[:0]
		return
	}
	// What follows by a condition is nobody's act, and may reach a side that
	// must not learn whose act it followed from.
	now := x.now
	defer func() { x.now = now }()
	x.now.By, x.now.Seat, x.now.How, x.now.Via, x.now.Said, x.now.Cmd = "", "", "", "", x.now.T, ""
	var fired map[int32]bool
	for len(x.dirty) > 0 {
		round := x.dirty
		x.dirty, x.spare = x.spare[:0], round
		slices.Sort(round)
		round = slices.Compact(round)
		slices.Reverse(round[:watchersIn(round)]) // in the order of the scenario too
		for _, i := range round {
			if i < 0 {
				x.look(i)
				continue
			}
			m := x.msel.at(int(i))
			if !x.armed(m) {
				continue
			}
			holds := x.holds(m.Def.When, x.now.T)
			turned := holds != m.Holds
			if turned {
				x.emit(x.injectControls(m), &CondTurned{Inject: m.ID, Holds: holds})
				m = x.msel.at(int(i))
			}
			if !holds || fired[i] || !turned && m.Fires+len(m.deliveries) > 0 || m.State != InjectPlanned && !x.again(m) {
				continue
			}
			if m.HasDue && m.Due > x.now.T {
				continue // control gave it a time of its own
			}
			if fired == nil {
				fired = map[int32]bool{}
			}
			fired[i] = true
			x.fire(int(i), alone)
		}
	}
}

// maxFires bounds a contingency inject that repeats: two that set each other
// off would otherwise fill the record.
const maxFires = 100

// armed reports whether an inject's condition is looked at.
func (x *Exercise) armed(m *MSELItem) bool {
	return m.Def.Phase == "" || x.clock.Phase >= 0 && x.sc.Phases[x.clock.Phase].ID == m.Def.Phase
}

// again reports whether an inject that has fired may fire once more.
func (x *Exercise) again(m *MSELItem) bool {
	if !m.Def.Repeat || m.Fires+len(m.deliveries) >= maxFires {
		return false
	}
	return m.State == InjectDelivered || m.State == InjectDismissed
}

// fire proposes or delivers an inject whose condition turned true.
func (x *Exercise) fire(i int, alone bool) {
	m := x.msel.at(i)
	switch {
	case alone:
		x.emit(x.injectControls(m), &Proposed{Inject: m.ID, Why: WhyRecall})
	case m.Def.Category == scenarios.CategoryContingency && !m.Def.Auto:
		x.emit(x.injectControls(m), &Proposed{Inject: m.ID})
	default:
		x.deliver(i, false)
	}
}

// injectControls is who on control's side an inject concerns.
func (x *Exercise) injectControls(m *MSELItem) Audience { return x.partyOf(m.Roles).controls }

// partyOf is the sides of these roles.
func (x *Exercise) partyOf(roles []string) *party {
	var set sideSet
	for _, r := range roles {
		if i, ok := x.plan.role[r]; ok {
			set |= 1 << x.plan.sideOf[i]
		}
	}
	return x.aud.of(set)
}
