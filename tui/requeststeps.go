package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// stepTick is no step of a request: its receiver says what it contains.
const stepTick = "tick"

// requestAt is the request under the cursor, or that the clock under it is of.
func requestAt(v engine.View, at subject) (engine.Request, bool) {
	switch at.kind {
	case onRequest:
		return v.Request(at.id)
	case onClock:
		if d, ok := v.Deadline(at.id); ok {
			return v.Request(d.Request)
		}
	}
	return engine.Request{}, false
}

// requestSteps are the steps that can be taken with a request, those that it
// waits for first; or going on with a draft.
func (m *Model) requestSteps(at subject) []entry {
	v := m.seat.view
	if at.kind == onDraft {
		if d, ok := draftOf(v, at.id); ok {
			return []entry{m.draftEntry(v, d)}
		}
		return nil
	}
	r, ok := requestAt(v, at)
	if !ok || r.State == engine.RequestClosed || r.State == engine.RequestWithdrawn {
		return nil
	}
	steps := scenarios.SenderSteps()
	if r.ToSide == v.Side().ID {
		steps = append(scenarios.ReceiverSteps(), stepTick)
		if r.State != engine.RequestOpen {
			steps = steps[1:] // acknowledged, by whatever was done first
		}
	}
	if !slices.ContainsFunc(r.Steps, func(s engine.RequestStep) bool { return s.Step == scenarios.StepConsult }) {
		steps = slices.DeleteFunc(steps, func(s string) bool { return s == scenarios.StepReply })
	}
	if len(m.roleOptions(v.Side().ID)) < 2 {
		steps = slices.DeleteFunc(steps, func(s string) bool { return s == scenarios.StepForward })
	}
	likely := likelySteps(&r)
	slices.SortStableFunc(steps, func(a, b string) int { return placeIn(likely, a) - placeIn(likely, b) })
	out := make([]entry, len(steps))
	for i, step := range steps {
		out[i] = entry{step, m.stepLabel(step), func(m *Model) tea.Cmd { return m.stepForm(&r, step) }}
	}
	return out
}

// placeIn is where something stands in a list, behind it if it does not.
func placeIn(list []string, s string) int {
	if i := slices.Index(list, s); i >= 0 {
		return i
	}
	return len(list)
}

// likelySteps are those that a request waits for as it stands.
func likelySteps(r *engine.Request) []string {
	switch turnOf(r) {
	case turnSupplement:
		return []string{scenarios.StepSupplement}
	case turnReply:
		return []string{scenarios.StepReply}
	case turnExecute:
		return []string{scenarios.StepExecute, scenarios.StepExecutePart, scenarios.StepUpdate, scenarios.StepProtect}
	case turnVerdict, turnReview:
		return []string{scenarios.StepAccept, scenarios.StepAcceptPart, scenarios.StepAskSupplement, scenarios.StepConsult, scenarios.StepRefuse, scenarios.StepPostpone}
	case turnNone:
		return []string{scenarios.StepClose, scenarios.StepUpdate}
	}
	return nil
}

// stepLabel is a step as the menu offers it.
func (m *Model) stepLabel(step string) string {
	return map[string]string{
		scenarios.StepAcknowledge:   m.t("acknowledge it: it has arrived"),
		scenarios.StepAskSupplement: m.t("ask for a supplement"),
		scenarios.StepConsult:       m.t("consult the sender on what could be done instead"),
		scenarios.StepAccept:        m.t("accept it"),
		scenarios.StepAcceptPart:    m.t("accept it in part"),
		scenarios.StepRefuse:        m.t("refuse it, with reasons"),
		scenarios.StepPostpone:      m.t("postpone it, with a reason and a date"),
		scenarios.StepProtect:       m.t("protect, so that nothing is lost meanwhile"),
		scenarios.StepExecute:       m.t("execute it: answer"),
		scenarios.StepExecutePart:   m.t("execute it in part"),
		scenarios.StepUpdate:        m.t("update on it: how it stands, or a result"),
		scenarios.StepForward:       m.t("forward it to a role of your side"),
		stepTick:                    m.t("tick what it contains, and what is wrong with it"),
		scenarios.StepSupplement:    m.t("supplement it"),
		scenarios.StepReply:         m.t("reply to the consultation"),
		scenarios.StepWithdraw:      m.t("withdraw it"),
		scenarios.StepClose:         m.t("close it: nothing is left to do"),
	}[step]
}

// stepping is a step on a request that is being taken.
type stepping struct {
	*form
	r     *engine.Request
	kind  *scenarios.RequestKind
	step  string
	who   *sayer
	text  *areaField
	cites *pickField
	// of those steps that have them
	some     *pickField // fields asked for, or spoken to
	evidence *pickField
	ground   *pickField
	review   *textField
	role     *pickField
	result   *pickField
	faults   *pickField
	gives    []*requestField // of a supplement
	answers  []*requestField // of an execution
}

// stepForm takes a step.
func (m *Model) stepForm(r *engine.Request, step string) tea.Cmd {
	v := m.seat.view
	k := v.RequestKind(r.Request)
	s := &stepping{r: r, kind: k, step: step, who: m.newSayer(), text: newArea(m.t("Words"), "", 4)}
	s.cites = m.citesFor(v, k.As[step])
	own, lead := s.parts(m, v)
	if step != stepTick {
		own = append(own, s.text, s.cites)
	}
	fields, first := s.who.around(own...)
	if step == stepTick { // it is no act, and takes no time of its own
		fields, first = own, 0
	}
	title := m.stepLabel(step) + " · " + line(r.ID)
	s.form = &form{title: title, about: r.ID, fields: fields, at: first, lead: lead, done: m.t("Sent."), send: m.sendWord(step)}
	if step == scenarios.StepAcknowledge || step == scenarios.StepAccept {
		s.at = len(fields) // nothing else is needed: Enter does it
	}
	if s.gives != nil {
		s.live = func(w int) []string {
			l := lacksOf(s.gives)
			return l.live(m, w)
		}
	}
	s.to = func() string { return s.goesTo(m, v) }
	s.make = func() (engine.Command, string) { return s.command(m) }
	return m.open(s.form)
}

// sendWord is what Enter does at the end.
func (m *Model) sendWord(step string) string {
	switch step {
	case scenarios.StepForward:
		return m.t("forward it")
	case stepTick:
		return m.t("tick it")
	}
	return m.t("send")
}

// parts are the fields that a step has of its own, and what is said above them.
func (s *stepping) parts(m *Model, v engine.View) ([]field, []string) {
	k := s.kind
	switch s.step {
	case scenarios.StepAskSupplement:
		s.some = newSeveral(m.t("What"), m.t("nothing chosen"), m.askable(s.r, k))
		return []field{s.some}, []string{m.t("Asking for what is missing, or not as it must be, stops the clocks until it is supplemented. Asking for anything else does not.")}
	case scenarios.StepSupplement:
		return s.supplementParts(m, v)
	case scenarios.StepAcceptPart:
		s.items(m)
		s.pickGround(m, false)
		s.ground.label = m.t("For the rest")
		return []field{s.some, s.ground}, nil
	case scenarios.StepExecute, scenarios.StepExecutePart:
		return s.answerParts(m, v)
	case scenarios.StepRefuse:
		s.pickGround(m, false)
		return []field{s.ground}, m.refusalLead(s.r)
	case scenarios.StepPostpone:
		s.pickGround(m, true)
		s.review = newText(m.t("Until"), m.t("when you take it up again: 2016-04-20 12:00, or +7d"), "")
		return []field{s.ground, s.review}, []string{m.t("With a reason and a date of review the clocks stand until then. Without both they go on running.")}
	case scenarios.StepUpdate:
		s.result = newPick(m.t("What"), []option{{"", m.t("how it stands")}, {"result", m.t("a result")}}, "")
		return []field{s.result}, nil
	case scenarios.StepForward:
		roles := slices.DeleteFunc(m.roleOptions(v.Side().ID), func(o option) bool { return o.id == s.who.own })
		s.role = newPick(m.t("To"), roles, "")
		return []field{s.role}, []string{m.t("Within your side; the other side does not see it.")}
	case stepTick:
		return s.tickParts(m)
	}
	return nil, nil
}

// other is the role at the other end.
func (s *stepping) other(v engine.View) (role, side string) {
	if s.r.FromSide == v.Side().ID {
		return s.r.To, s.r.ToSide
	}
	return s.r.From, s.r.FromSide
}

// goesTo says to whom it goes and what follows from it.
func (s *stepping) goesTo(m *Model, v engine.View) string {
	if s.role != nil {
		return m.t("to {who}, {as}", "who", m.roleTitle(s.role.value()), "as", s.who.as(m))
	}
	role, side := s.other(v)
	if s.step == stepTick {
		return m.t("to {who}", "who", m.roleAndSide(role, side))
	}
	parts := []string{m.t("to {who}, {as}", "who", m.roleAndSide(role, side), "as", s.who.as(m))}
	if len(s.cites.values()) == 0 {
		parts = append(parts, m.t("no authority cited"))
	}
	if s.evidence != nil && len(s.evidence.values()) > 0 {
		parts = append(parts, m.t("evidence goes with it: {what}", "what", s.evidence.summary(m)))
	}
	if why := s.follows(m, v); why != "" {
		parts = append(parts, why)
	}
	return strings.Join(parts, " · ")
}

// follows says what comes of a step as its form stands.
func (s *stepping) follows(m *Model, v engine.View) string {
	reasoned := s.ground != nil && (s.ground.value() != "" || s.text.value() != "")
	switch s.step {
	case scenarios.StepRefuse:
		if !reasoned {
			return m.t("no ground and no reasons yet")
		}
		return m.t("reasoned")
	case scenarios.StepPostpone:
		until, ok := s.until(m, v)
		switch {
		case !ok:
			return m.t("the date can't be read yet")
		case until == 0:
			return m.t("no date: the clocks run on")
		case !reasoned:
			return m.t("no reason: the clocks run on")
		}
		return m.t("until {time}: the clocks stand until then", "time", m.storyOf(v, until))
	case scenarios.StepExecute, scenarios.StepExecutePart:
		items, _ := s.answered(m)
		return m.t("{n} of {of} items answered", "n", text64(int64(len(items))), "of", text64(int64(len(s.answers))))
	case scenarios.StepWithdraw, scenarios.StepClose:
		return m.t("its clocks end; no further step can be taken")
	case scenarios.StepSupplement:
		return m.t("the clocks go on")
	}
	return ""
}

// until is the date of review, 0 for none.
func (s *stepping) until(m *Model, v engine.View) (int64, bool) {
	if s.review == nil || s.review.value() == "" {
		return 0, true
	}
	return parseStory(s.review.value(), m.ownNow(v, false), v.Side().Zone)
}

func (s *stepping) command(m *Model) (engine.Command, string) {
	if s.step == stepTick {
		op := engine.TickRequest{Request: s.r.ID, Fields: s.some.values(), Faults: s.faults.values()}
		return engine.Command{Seat: s.who.own, Op: op, Said: engine.SaidNow}, ""
	}
	op := engine.StepRequest{Request: s.r.ID, Step: s.step, Cites: s.cites.values(), Text: s.text.value(), Lang: m.lang}
	switch {
	case s.step == scenarios.StepAskSupplement:
		op.Asked = s.some.values()
		if len(op.Asked) == 0 && op.Text == "" {
			return engine.Command{}, m.t("say what is to be supplemented")
		}
	case s.some != nil:
		op.Items = s.some.values()
	}
	if s.step == scenarios.StepSupplement {
		op.Fields = changedFields(s.gives)
		if len(op.Fields) == 0 && op.Text == "" {
			return engine.Command{}, m.t("nothing is changed or said yet")
		}
	}
	if s.evidence != nil {
		op.Evidence = s.evidence.values()
		op.Items, op.Text = s.answered(m)
	}
	if s.ground != nil {
		op.Ground = s.ground.value()
	}
	if s.role != nil {
		op.To = s.role.value()
	}
	op.Result = s.result != nil && s.result.value() != ""
	until, ok := s.until(m, m.seat.view)
	if !ok {
		return engine.Command{}, m.t("a date is 2016-04-20 12:00 or +7d")
	}
	op.Review = until
	return s.who.command(m, op)
}

// changedFields are those that say something else than before.
func changedFields(all []*requestField) map[string]string {
	out := map[string]string{}
	for _, f := range all {
		if f.dirty() && !f.empty() {
			out[f.def.ID] = f.value()
		}
	}
	return out
}
