package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// newCalls opens a call: on each hotline, to each other side.
func (m *Model) newCalls() []entry {
	if m.seat == nil {
		return nil
	}
	var out []entry
	for _, h := range m.seat.view.Hotlines() {
		out = append(out, m.openings(h)...)
	}
	return out
}

// openings are the calls that can be opened on a hotline.
func (m *Model) openings(h *scenarios.Hotline) []entry {
	v := m.seat.view
	var out []entry
	for _, s := range v.Sides() {
		if s.ID == v.Side().ID {
			continue
		}
		label := m.t("Call: {hotline}, to {side}", "hotline", m.hotlineTitle(v, h.ID), "side", m.sideName(s.ID))
		if !slices.Contains(h.Openers, v.Seat()) && !v.Role().Scribe {
			label = m.t("{what} ({more})", "what", label, "more", m.t("your role is not stated to open it"))
		}
		out = append(out, entry{"call/" + h.ID + "/" + s.ID, label, func(m *Model) tea.Cmd { return m.openingForm(h, s.ID) }})
	}
	return out
}

// callOpening is the form in which a call is opened. It says live whether the entry
// test holds, and prevents nothing.
type callOpening struct {
	*form
	h                             *scenarios.Hotline
	side                          string
	topic, urgent, lower, request *pickField
	cites                         *pickField // nil where opening it is no action
	text                          *areaField
	who                           *sayer
}

func (m *Model) openingForm(h *scenarios.Hotline, side string) tea.Cmd {
	v := m.seat.view
	o := &callOpening{h: h, side: side, who: m.newSayer()}
	topics := []option{{"", m.t("something else than what it is for")}}
	for i := range h.Topics {
		topics = append(topics, option{h.Topics[i].ID, line(h.Topics[i].Title.In(m.lang))})
	}
	o.topic = newPick(m.t("About"), topics, "")
	urgents := []option{{"", m.t("none of these")}}
	for _, u := range engine.Urgencies() {
		urgents = append(urgents, option{u, words.Say(m.lang, "urgent."+u, nil)})
	}
	o.urgent = newPick(m.t("Urgent"), urgents, "")
	var lowers []option
	for _, l := range engine.Lowers() {
		lowers = append(lowers, option{l, words.Say(m.lang, "lower."+l, nil)})
	}
	o.lower = newPick(m.t("Before it"), lowers, engine.LowerNotTried)
	requests, failed := m.requestsTo(v, side)
	o.request = newPick(m.t("Request"), requests, failed)
	o.text = newArea(m.t("First words"), "", 2)
	own := []field{o.topic, o.urgent, o.lower}
	if len(requests) > 1 {
		own = append(own, o.request)
	}
	own = append(own, o.text)
	if h.OpensAs != "" {
		o.cites = m.citesFor(v, h.OpensAs)
		own = append(own, o.cites)
	}
	all, first := o.who.around(own...)
	o.form = &form{
		title: m.t("Open a call on {hotline}", "hotline", m.hotlineTitle(v, h.ID)), about: h.ID + "/" + side, fields: all, at: first,
		send: m.t("place the call"), done: m.t("It rings at {side}.", "side", m.sideName(side)), over: true,
	}
	o.live = func(w int) []string { return o.test(m, w) }
	o.to = func() string { return o.says(m) }
	o.make = func() (engine.Command, string) {
		op := o.op()
		op.Text, op.Lang = o.text.value(), m.lang
		return o.who.command(m, op)
	}
	return m.open(o.form)
}

// op is what the form says, without the first words.
func (o *callOpening) op() engine.OpenHotline {
	op := engine.OpenHotline{Hotline: o.h.ID, To: o.side, Topic: o.topic.value(), Urgent: o.urgent.value(), Lower: o.lower.value()}
	if op.Lower != engine.LowerNotTried {
		op.Request = o.request.value()
	}
	if o.cites != nil {
		op.Cites = o.cites.values()
	}
	return op
}

// found says whether the entry test holds as the form stands, and what else
// would be recorded.
func (o *callOpening) found(m *Model) (string, style) {
	test, causes := m.seat.view.EntryTest(o.who.who(), o.op())
	switch {
	case len(causes) == 0:
		return "✓ " + m.t("The entry test holds."), m.st.good
	case test:
		return "✗ " + m.t("The entry test holds, but this is recorded: {what}.", "what", m.misuseText(causes)), m.st.warn
	}
	return "✗ " + m.t("The entry test does not hold, and this is recorded: {what}.", "what", m.misuseText(causes)), m.st.warn
}

// test says it in the form's head; nothing is prevented.
func (o *callOpening) test(m *Model, w int) []string {
	text, style := o.found(m)
	var out []string
	for _, l := range styled(indent(" ", text, w-1), style) {
		out = append(out, fit(l, w))
	}
	return out
}

// says is as whom it is opened and where it rings; in lines also what the head
// of the form says.
func (o *callOpening) says(m *Model) string {
	v := m.seat.view
	call := engine.Call{HotlineOpened: &engine.HotlineOpened{Hotline: o.h.ID, ToSide: o.side}}
	to := m.t("to {side} ({who})", "who", m.contactsOf(v, &call), "side", m.sideName(o.side))
	if o.h.AnswerWithin > 0 {
		to = m.t("{what}; to be answered within {time}", "what", to, "time", m.ownSpan(o.h.AnswerWithin, o.h.ExerciseTime))
	}
	to = o.who.as(m) + " · " + to
	if m.opts.Plain {
		text, _ := o.found(m)
		to += " · " + strings.TrimSuffix(strings.TrimSuffix(text, "."), "。")
	}
	return to
}

// requestsTo are the side's requests to another, those that failed first, and
// the one to be proposed: the last that failed.
func (m *Model) requestsTo(v engine.View, side string) (all []option, failed string) {
	all = []option{{"", m.t("none in particular")}}
	var late, other []option
	for _, r := range slices.Backward(v.Requests()) {
		if r.FromSide != v.Side().ID || r.ToSide != side {
			continue
		}
		name := m.requestName(v, r.ID)
		switch {
		case r.State == engine.RequestRefused:
			late = append(late, option{r.ID, m.t("{what} ({more})", "what", name, "more", words.Say(m.lang, "request.refused", nil))})
		case v.RequestFailed(r.ID):
			late = append(late, option{r.ID, m.t("{what} ({more})", "what", name, "more", m.t("no answer in time"))})
		default:
			other = append(other, option{r.ID, name})
		}
	}
	if len(late) > 0 {
		failed = late[0].id
	}
	return slices.Concat(all, late, other), failed
}
