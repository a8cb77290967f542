package engine

import (
	"slices"

	"parley/scenarios"
)

// What follows is for control; a player's view has none of it.

// MSELLen is how many injects there are, improvised ones too; for a side's
// controller those that go to the side.
func (v View) MSELLen() int {
	if !v.Control() {
		return 0
	}
	if v.ControlOf() != "" && v.hand != nil {
		return len(v.hand.msel)
	}
	return v.s.msel.len()
}

// MSELAt is inject i in MSEL order.
func (v View) MSELAt(i int) MSELItem {
	if !v.Control() {
		return MSELItem{}
	}
	if v.ControlOf() != "" && v.hand != nil {
		i = int(v.hand.msel[i])
	}
	return *v.s.msel.at(i)
}

// Item finds an inject.
func (v View) Item(id string) (MSELItem, bool) {
	if !v.Control() {
		return MSELItem{}, false
	}
	if i, ok := v.s.plan.inject[id]; ok {
		m := v.s.msel.at(int(i))
		if !v.seesInject(m) {
			return MSELItem{}, false
		}
		return *m, true
	}
	for i := v.s.msel.len() - 1; i >= len(v.s.sc.Injects); i-- {
		if m := v.s.msel.at(i); m.ID == id && v.seesInject(m) {
			return *m, true
		}
	}
	return MSELItem{}, false
}

// ItemText is a part ("subject", "body", "ask", "from") of an inject as it
// would be delivered now, alternatives aside.
func (v View) ItemText(m *MSELItem, part, lang string) string { return v.ItemIn(m, part, lang).Text }

// DeliveriesOf are an inject's deliveries, oldest first. How far addressees of
// a side have come is for those who see that side.
func (v View) DeliveriesOf(m *MSELItem) []Delivery {
	if !v.Control() {
		return nil
	}
	out := make([]Delivery, 0, len(m.deliveries))
	for _, i := range m.deliveries {
		d := *v.s.deliveries.at(int(i))
		if !v.seesRoles(d.Roles) {
			continue
		}
		if v.hand != nil {
			d.Status = slices.Clone(d.Status)
			for k, r := range d.Roles {
				if k < len(d.Status) && !v.Sees(v.SideOf(r)) {
					d.Status[k] = StatusHidden
				}
			}
		}
		out = append(out, d)
	}
	return out
}

// Expectations of a delivery; of all deliveries if it is "". Whether something
// was done is for those who see the side that was to do it.
func (v View) Expectations(delivery string) []Expectation {
	if !v.Control() {
		return nil
	}
	var out []Expectation
	for i := range v.s.expectations.len() {
		if e := v.s.expectations.at(i); (delivery == "" || e.Delivery == delivery) && v.seesAny(e.sides) {
			out = append(out, v.expectation(*e))
		}
	}
	return out
}

// expectation is how one stands as far as the seat can know. What several sides
// are to do together is open to one of them while another did it.
func (v View) expectation(e Expectation) Expectation {
	if e.Act != "" && v.hand != nil {
		if _, ok := v.Action(e.Act); !ok {
			e.Act, e.Status = "", ExpectOpen
		}
	}
	return e
}

// WaitingExpectation is the expected action that an entry of the queue names.
func (v View) WaitingExpectation(w Waiting) (Expectation, bool) {
	if !v.Control() || w.Class != "expectation" || int(w.place) >= v.s.expectations.len() || !v.seesAny(v.s.expectations.at(int(w.place)).sides) {
		return Expectation{}, false
	}
	return v.expectation(*v.s.expectations.at(int(w.place))), true
}

// Personas that control may speak as.
func (v View) Personas() []scenarios.Persona {
	if !v.Control() {
		return nil
	}
	return v.s.sc.Personas
}

// Scenario is the whole of what the planner wrote.
func (v View) Scenario() *scenarios.Scenario {
	if !v.Control() {
		return nil
	}
	return v.s.sc
}

// Notes of control, oldest first.
func (v View) Notes() []Note {
	if !v.Control() {
		return nil
	}
	var out []Note
	for i := range v.s.notes.len() {
		if n := v.s.notes.at(i); v.has(n.to) {
			out = append(out, *n)
		}
	}
	return out
}

// MilestoneState is a milestone and whether it is set.
type MilestoneState struct {
	*scenarios.Milestone
	Reached bool
	Since   Millis
}

// Milestones in the scenario's order, as far as the seat may know of them.
func (v View) Milestones() []MilestoneState {
	if !v.Control() {
		return nil
	}
	var out []MilestoneState
	for i := range v.s.sc.Milestones {
		def := &v.s.sc.Milestones[i]
		set, since := v.s.milestones[i].knownSince(v.reach, def.Set)
		out = append(out, MilestoneState{def, set, since})
	}
	return out
}

// Texts are the typed texts that the seat may have, for expunging; oldest first.
func (v View) Texts() []WrittenText {
	if !v.Control() {
		return nil
	}
	out := make([]WrittenText, 0, v.s.texts.len())
	for i := range v.s.texts.len() {
		if t := v.s.texts.at(i); v.has(t.To) {
			out = append(out, *t)
		}
	}
	return out
}

// Events are all events of the exercise, for the documents made afterwards.
func (v View) Events() int {
	if !v.Control() {
		return 0
	}
	return v.s.log.len()
}

// EventAt is event i from 0, in order; an empty one where it is not for the
// seat.
func (v View) EventAt(i int) *Event {
	if e := v.s.log.at(i); v.Control() && v.has(e.To) {
		return e
	}
	return &Event{Body: blank{}}
}
