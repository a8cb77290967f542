package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// step is what accepting or dismissing an entry of the queue comes to.
type step struct {
	entry engine.Waiting
	name  string    // what it is
	does  string    // what becomes of it
	to    string    // to whom that goes
	op    engine.Op // nil: nothing is done
	why   string    // why nothing is done
	id    string    // of the command
	err   error     // why it was refused
	done  bool
}

// accepting is what it means to accept an entry as it stands.
func (m *Model) accepting(q engine.Waiting) step {
	s := step{entry: q, name: m.queueName(q)}
	switch q.Kind {
	case "proposed":
		it, _ := m.view.Item(q.Ref)
		s.op, s.does, s.to = engine.Accept{Inject: q.Ref}, m.deliveredHow(&it), m.toRoles(it.Roles)
	case "outcome":
		if a, ok := m.view.Action(q.Ref); ok && a.Proposed != "" {
			s.op = engine.DecideOutcome{Act: q.Ref, Result: a.Proposed}
			s.does, s.to = words.Say(m.lang, "result."+a.Proposed, nil), m.wholeSide(a.Side)
		}
	case "finding":
		if a, ok := m.view.Action(q.Ref); ok && a.Finding != nil {
			s.op, s.to = engine.ConfirmFinding{Act: q.Ref}, m.wholeSide(a.Side)
			s.does = m.t("confirmed: {finding}", "finding", m.findingLine(m.view, &a))
		}
	case "approval":
		if a, ok := m.view.Approval(q.Ref); ok {
			s.op, s.to = engine.Approve{Approval: q.Ref}, m.roleTitle(a.Role)
			s.does = m.t("approved in the place of {approvers}", "approvers", m.toRoles(a.Approvers))
		}
	case "commitment":
		if b, _, ok := m.view.Bearing(q.Ref); ok {
			s.op, s.does = engine.JudgeCommitment{Bearing: q.Ref, Way: b.Way}, m.judgedText(b.Way)
		}
	case "cued":
		s.why = m.t("it has to be said first: Enter shows what")
	case "due", "depends":
		s.why = m.t("n delivers it, s skips it")
	case "asks":
		s.why = m.t("m replies")
	case "free-text":
		s.why = m.t("a, then =: count it as an action")
	case "overdue":
		s.why = m.t("it goes when it is done: d records that")
	}
	if s.op == nil && s.why == "" {
		s.why = m.t("it can't be accepted as it stands")
	}
	return s
}

// dismissing is what it means to decline an entry.
func (m *Model) dismissing(q engine.Waiting) step {
	s := step{entry: q, name: m.queueName(q)}
	switch q.Kind {
	case "proposed":
		s.op, s.does = engine.Dismiss{Inject: q.Ref}, m.t("dismissed: players get nothing")
	case "approval":
		if a, ok := m.view.Approval(q.Ref); ok {
			s.op, s.to = engine.RefuseApproval{Approval: q.Ref}, m.roleTitle(a.Role)
			s.does = m.t("refused in the place of {approvers}", "approvers", m.toRoles(a.Approvers))
		}
	case "outcome", "finding", "free-text":
		s.why = m.t("a decides it otherwise")
	case "commitment":
		s.why = m.t("x on it alone asks for the reason")
	default:
		s = m.accepting(q)
		s.op, s.does, s.to = nil, "", ""
	}
	return s
}

// deliveredHow is what accepting an inject does: one that is spoken is cued
// first.
func (m *Model) deliveredHow(it *engine.MSELItem) string {
	if cuedChannel(it.Def.Channel) {
		return m.t("cue it: you say it aloud")
	}
	return m.t("deliver it")
}

// wholeSide names a side with how many read it.
func (m *Model) wholeSide(side string) string {
	n := 0
	for _, r := range m.view.Seats() {
		if r.Side == side {
			n++
		}
	}
	if n == 1 {
		return m.t("{side}, one role", "side", m.sideName(side))
	}
	return m.t("{side}, {n} roles", "side", m.sideName(side), "n", strconv.Itoa(n))
}

// acceptable is the entry of the queue that the thing under the cursor stands
// for, where it can be accepted.
func (m *Model) acceptable() (engine.Waiting, bool) {
	at := m.at()
	switch at.kind {
	case onInject:
		if it, ok := m.inject(); ok && it.State == engine.InjectProposed {
			return engine.Waiting{Kind: "proposed", Class: "inject", Ref: it.ID}, true
		}
	case onApproval:
		if a, ok := m.approval(); ok {
			return engine.Waiting{Kind: "approval", Class: "approval", Ref: a.ID}, true
		}
	case onBearing, onCommitment:
		if b, _, ok := m.bearing(); ok {
			return engine.Waiting{Kind: "commitment", Class: "commitment", Ref: b.ID}, true
		}
	case onAction:
		a, ok := m.act()
		if !ok || a.Withdrawn {
			return engine.Waiting{}, false
		}
		outcome := a.Proposed != "" && a.Outcome == nil
		finding := a.Finding != nil && a.Finding.Standing == engine.StandingProvisional
		switch {
		case outcome && at.class != "finding":
			return engine.Waiting{Kind: "outcome", Class: "outcome", Ref: a.ID}, true
		case finding && at.class != "outcome":
			return engine.Waiting{Kind: "finding", Class: "finding", Ref: a.ID}, true
		}
	}
	return engine.Waiting{}, false
}

// whyNoAccept: something that waits to be accepted.
func (m *Model) whyNoAccept() string {
	if m.batching() {
		return m.whyFrozen() // what else is against it, is said entry by entry
	}
	q, ok := m.acceptable()
	switch {
	case ok && decidedLater(q.Kind):
		return m.whyFrozen()
	case ok:
		return m.whyNotDuring()
	}
	if l := &m.console.lists[paneWaiting]; m.top() == nil && m.console.focus == paneWaiting && l.n > 0 {
		return m.accepting(m.console.queue[l.cursor]).why
	}
	return m.t("nothing that can be accepted is under the cursor")
}

// whyNoDismiss: a proposal or an approval that waits.
func (m *Model) whyNoDismiss() string {
	if m.batching() {
		return m.whyFrozen()
	}
	q, ok := m.acceptable()
	switch {
	case !ok:
		return m.t("no proposal or approval is under the cursor")
	case q.Kind == "commitment":
		return m.whyFrozen()
	case q.Kind != "proposed" && q.Kind != "approval":
		return m.t("a decides it otherwise")
	}
	return m.whyNotDuring()
}

func (m *Model) acceptWord() string {
	if m.batching() {
		return m.t("accept {n}", "n", strconv.Itoa(len(m.console.marks)))
	}
	switch q, _ := m.acceptable(); q.Kind {
	case "approval":
		return m.t("approve")
	case "finding":
		return m.t("confirm")
	case "outcome":
		return m.t("as proposed")
	}
	return m.t("accept")
}

func (m *Model) dismissWord() string {
	if q, _ := m.acceptable(); q.Kind == "approval" && !m.batching() {
		return m.t("refuse")
	}
	return m.t("dismiss")
}

// acceptKey accepts what is marked, else what is under the cursor.
func (m *Model) acceptKey() tea.Cmd {
	if m.batching() {
		return m.batch(m.t("Accept"), m.accepting)
	}
	q, _ := m.acceptable()
	switch q.Kind {
	case "approval":
		a, _ := m.approval()
		return m.approveForm(&a, true)
	case "finding":
		return m.confirmFindingKey()
	case "outcome":
		return m.acceptOutcome(q)
	case "commitment":
		return m.acceptBearing()
	}
	it, _ := m.inject()
	m.lay(&confirm{
		title: m.t("Accept {id}?", "id", line(it.ID)), yes: m.deliveredHow(&it), no: m.t("leaves it waiting; then x dismisses it"),
		act: func(m *Model) tea.Cmd {
			return m.order(engine.Accept{Inject: it.ID}, m.t("Accepted: {id}.", "id", line(it.ID)))
		},
		lines: []string{m.toLine(it.Roles), m.subjectLine(&it)},
	})
	return nil
}

// acceptOutcome decides an outcome as the scenario proposes it.
func (m *Model) acceptOutcome(q engine.Waiting) tea.Cmd {
	s := m.accepting(q)
	a, _ := m.act()
	lines := []string{
		s.name,
		m.t("Outcome: {result}", "result", s.does),
		m.t("Finding: {finding}", "finding", m.findingLine(m.view, &a)),
		m.t("To: {to}", "to", s.to),
	}
	return m.ask(m.t("Outcome as proposed?"), m.t("decide so; a, then o decides otherwise"), func(m *Model) tea.Cmd {
		if !m.console.waits(q) {
			m.say(m.t("it was decided meanwhile"), true)
			return nil
		}
		return m.order(s.op, m.t("Decided: {act}.", "act", line(q.Ref)))
	}, lines...)
}

// dismissForm declines what is marked, else what is under the cursor.
func (m *Model) dismissForm() tea.Cmd {
	if m.batching() {
		return m.batch(m.t("Dismiss"), m.dismissing)
	}
	if a, ok := m.approval(); ok {
		return m.approveForm(&a, false)
	}
	if _, _, ok := m.bearing(); ok {
		return m.judgeBearing()
	}
	it, _ := m.inject()
	return m.reasonForm(m.t("Dismiss {id}", "id", line(it.ID)), m.t("dismiss"), m.t("players get nothing"), m.t("Dismissed: {id}.", "id", line(it.ID)),
		func(r string) engine.Op { return engine.Dismiss{Inject: it.ID, Reason: r} })
}
