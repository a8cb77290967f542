package engine

import "parley/scenarios"

// What follows is for control; a player's view has none of it.

// MSELLen is how many injects there are, improvised ones too.
func (v View) MSELLen() int {
	if !v.Control() {
		return 0
	}
	return v.s.msel.len()
}

// MSELAt is inject i in MSEL order.
func (v View) MSELAt(i int) MSELItem {
	if !v.Control() {
		return MSELItem{}
	}
	return *v.s.msel.at(i)
}

// Item finds an inject.
func (v View) Item(id string) (MSELItem, bool) {
	if !v.Control() {
		return MSELItem{}, false
	}
	if i, ok := v.s.plan.inject[id]; ok {
		return *v.s.msel.at(int(i)), true
	}
	for i := v.s.msel.len() - 1; i >= len(v.s.sc.Injects); i-- {
		if m := v.s.msel.at(i); m.ID == id {
			return *m, true
		}
	}
	return MSELItem{}, false
}

// ItemText is a part ("subject", "body", "ask", "from") of an inject as it
// would be delivered now, alternatives aside.
func (v View) ItemText(m *MSELItem, part, lang string) string { return v.ItemIn(m, part, lang).Text }

// DeliveriesOf are an inject's deliveries, oldest first.
func (v View) DeliveriesOf(m *MSELItem) []Delivery {
	if !v.Control() {
		return nil
	}
	out := make([]Delivery, 0, len(m.deliveries))
	for _, i := range m.deliveries {
		out = append(out, *v.s.deliveries.at(int(i)))
	}
	return out
}

// Expectations of a delivery; of all deliveries if it is "".
func (v View) Expectations(delivery string) []Expectation {
	if !v.Control() {
		return nil
	}
	var out []Expectation
	for i := range v.s.expectations.len() {
		if e := v.s.expectations.at(i); delivery == "" || e.Delivery == delivery {
			out = append(out, *e)
		}
	}
	return out
}

// WaitingExpectation is the expected action that an entry of the queue names.
func (v View) WaitingExpectation(w Waiting) (Expectation, bool) {
	if !v.Control() || w.Class != "expectation" || int(w.place) >= v.s.expectations.len() {
		return Expectation{}, false
	}
	return *v.s.expectations.at(int(w.place)), true
}

// Waiting is what waits for a decision, oldest first; not to be changed.
func (v View) Waiting() []Waiting {
	if !v.Control() {
		return nil
	}
	return v.s.waiting
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
		out = append(out, *v.s.notes.at(i))
	}
	return out
}

// MilestoneState is a milestone and whether it is set.
type MilestoneState struct {
	*scenarios.Milestone
	Reached bool
	Since   Millis
}

// Milestones in the scenario's order.
func (v View) Milestones() []MilestoneState {
	if !v.Control() {
		return nil
	}
	var out []MilestoneState
	for i := range v.s.sc.Milestones {
		out = append(out, MilestoneState{&v.s.sc.Milestones[i], v.s.milestones[i].set, v.s.milestones[i].since})
	}
	return out
}

// Texts are all typed texts, for expunging; oldest first.
func (v View) Texts() []WrittenText {
	if !v.Control() {
		return nil
	}
	out := make([]WrittenText, 0, v.s.texts.len())
	for i := range v.s.texts.len() {
		out = append(out, *v.s.texts.at(i))
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

// EventAt is event i from 0, in order.
func (v View) EventAt(i int) *Event {
	if !v.Control() {
		return &Event{Body: blank{}}
	}
	return v.s.log.at(i)
}
