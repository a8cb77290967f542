package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// Why keys are of no use now, in words. The engine would refuse them too; here
// nobody has to try.

func (m *Model) life() engine.Life { return m.view.Clock().Life }

func (m *Model) whyNoClock() string {
	if m.life() == engine.Over {
		return m.t("the exercise is over")
	}
	return ""
}

func (m *Model) whyNotStarted() string {
	if m.life() == engine.Planned {
		return m.t("the exercise has not started")
	}
	return m.whyNoClock()
}

func (m *Model) whyFrozen() string {
	if m.life() == engine.FrozenLife {
		return m.t("the exercise is frozen")
	}
	return ""
}

func (m *Model) whyNotDuring() string {
	if why := m.whyNotStarted(); why != "" {
		return why
	}
	return m.whyFrozen()
}

func (m *Model) whyNoFreeze() string {
	if m.life() == engine.FrozenLife {
		return m.t("already frozen; space goes on")
	}
	return m.whyNotDuring()
}

// whyNoPhase: nothing follows on the last phase but the end.
func (m *Model) whyNoPhase() string {
	if why := m.whyNotDuring(); why != "" {
		return why
	}
	if m.view.Clock().Phase+1 >= len(m.view.Scenario().Phases) {
		return m.t("this is the last phase; E ends the exercise")
	}
	return ""
}

// whyNoSegment: a phase follows on the last segment of one.
func (m *Model) whyNoSegment() string {
	if why := m.whyNotDuring(); why != "" {
		return why
	}
	if !m.lastSegment() || m.whyNoPhase() == "" {
		return ""
	}
	return m.t("this is the last segment of the exercise; E ends it")
}

// at is what the cursor of the screen in sight is on.
func (m *Model) at() subject {
	for i := len(m.over) - 1; i >= 0; i-- {
		switch o := m.over[i].(type) { // whatever the cursor does below
		case *fullDetail:
			if o.at.kind != onWays { // a map is of what lies below it
				return o.at
			}
		case *judgeMenu:
			return o.at
		case *cueCard:
			return injectSubject(o.inject)
		case *evaluation:
			return o.subject(m)
		}
	}
	if m.seat != nil {
		return m.seat.subject()
	}
	return m.console.subject(m.view)
}

// inject is the inject under the cursor.
func (m *Model) inject() (engine.MSELItem, bool) {
	if s := m.at(); s.kind == onInject {
		return m.view.Item(s.id)
	}
	return engine.MSELItem{}, false
}

// act is the action under the cursor.
func (m *Model) act() (engine.Action, bool) {
	if s := m.at(); s.kind == onAction {
		return m.sight().Action(s.id)
	}
	return engine.Action{}, false
}

// approval is the approval under the cursor that still waits.
func (m *Model) approval() (engine.Approval, bool) {
	if s := m.at(); s.kind == onApproval {
		if a, ok := m.sight().Approval(s.id); ok && a.State == engine.ApprovalWaiting {
			return a, true
		}
	}
	return engine.Approval{}, false
}

func (m *Model) whyNothing() string {
	if m.at().kind == "" {
		return m.t("nothing is under the cursor")
	}
	return ""
}

func (m *Model) noInject() string { return m.t("no inject is under the cursor") }

func (m *Model) whyNoInject() string {
	it, ok := m.inject()
	switch {
	case !ok:
		return m.noInject()
	case !it.Def.Repeat && m.liveDelivery(&it) != "":
		return m.t("it is delivered already")
	}
	return m.whyNotDuring()
}

// stateWord says where an inject stands.
func (m *Model) stateWord(it *engine.MSELItem) string {
	return words.Say(m.lang, "state."+it.State.String(), nil)
}

func (m *Model) whyNoHold() string {
	it, ok := m.inject()
	if !ok {
		return m.noInject()
	}
	switch it.State {
	case engine.InjectPlanned, engine.InjectDue, engine.InjectCued, engine.InjectHeld:
		return m.whyFrozen()
	}
	return m.t("the inject is {state}", "state", m.stateWord(&it))
}

// whyDelivered: what is done to an inject before it goes out.
func (m *Model) whyDelivered() string {
	it, ok := m.inject()
	if !ok {
		return m.noInject()
	}
	switch it.State {
	case engine.InjectDelivered, engine.InjectSkipped, engine.InjectDismissed:
		return m.t("the inject is {state}", "state", m.stateWord(&it))
	}
	if why := m.whyNoClock(); why != "" {
		return why
	}
	return m.whyFrozen()
}

func (m *Model) whyNotDelivered() string {
	it, ok := m.inject()
	if !ok {
		return m.noInject()
	}
	if m.liveDelivery(&it) == "" {
		return m.t("nothing of it was delivered")
	}
	return m.whyNotDuring()
}

// liveDelivery is the delivery under the cursor, else the last one of the
// inject that still stands.
func (m *Model) liveDelivery(it *engine.MSELItem) string {
	want, last := m.at().delivery, ""
	for _, d := range m.view.DeliveriesOf(it) {
		if d.Recalled {
			continue
		}
		if last = d.ID; d.ID == want {
			return want
		}
	}
	return last
}

func (m *Model) whyNoAction() string {
	if _, ok := m.act(); !ok {
		return m.t("no action is under the cursor")
	}
	return m.whyFrozen()
}

func (m *Model) whyNoFinding() string {
	a, ok := m.act()
	switch {
	case !ok:
		return m.t("no action is under the cursor")
	case a.Finding == nil:
		return m.t("there is no finding yet")
	}
	return m.whyFrozen()
}

func (m *Model) whyNotFree() string {
	a, ok := m.act()
	switch {
	case !ok:
		return m.t("no action is under the cursor")
	case a.Name() != "":
		return m.t("it is an action of the catalogue already")
	}
	return m.whyNotDuring()
}

func (m *Model) whyNoOutcome() string {
	a, ok := m.act()
	switch {
	case !ok:
		return m.t("no action is under the cursor")
	case a.Withdrawn:
		return m.t("it was withdrawn")
	}
	return m.whyNotDuring()
}

func (m *Model) whyNoMilestones() string {
	if len(m.view.Milestones()) == 0 {
		return m.t("the scenario has no milestones")
	}
	return m.whyNotDuring()
}
