package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// callAt is the call that a subject is, or is part of, with the turn that it is.
func (m *Model) callAt(at subject) (c engine.Call, turn *engine.CallStep, ok bool) {
	if m.seat == nil {
		return c, nil, false
	}
	switch at.kind {
	case onCall:
		c, ok = m.seat.view.Call(at.id)
	case onTurn:
		if c, ok = m.seat.view.Call(callOfStep(at.id)); ok {
			turn = stepOf(&c, at.id)
		}
	}
	return c, turn, ok
}

// callSteps are the steps that can be taken in a call: the likeliest first. On a
// hotline, the calls that can be opened on it.
func (m *Model) callSteps(at subject) []entry {
	if h := m.hotlineAt(at); h != nil {
		return m.openings(h)
	}
	c, turn, ok := m.callAt(at)
	if !ok || c.State == engine.CallClosed {
		return nil
	}
	v := m.seat.view
	side := v.Side().ID
	escalate := entry{engine.CallEscalate, m.t("escalate it within your side"), func(m *Model) tea.Cmd { return m.escalateForm(&c) }}
	end := entry{engine.CallClose, m.t("close the call"), func(m *Model) tea.Cmd { return m.closeCallForm(&c) }}
	if c.Rings() {
		if side == c.ToSide {
			return []entry{{engine.CallAnswer, m.t("answer the call"), func(m *Model) tea.Cmd { return m.answerCall(&c) }}}
		}
		end.label = m.t("give it up")
		return []entry{escalate, end}
	}
	out := []entry{{engine.CallSay, m.t("say something"), func(m *Model) tea.Cmd { return m.sayForm(&c, nil) }}}
	if toSign(&c, side) {
		out = slices.Insert(out, 0, entry{engine.CallSign, m.t("sign the summary off"), func(m *Model) tea.Cmd { return m.signKey(&c) }})
	}
	if t := toReadBack(&c, turn, side); t != nil {
		back := entry{"read-back", m.t("read back: {text}", "text", m.typed(v, t.Text)), func(m *Model) tea.Cmd { return m.sayForm(&c, t) }}
		if turn != nil { // it is what the cursor is on
			out = slices.Insert(out, 0, back)
		} else {
			out = append(out, back)
		}
	}
	if len(m.unticked(&c)) > 0 {
		out = append(out, entry{engine.CallTick, m.t("tick off a step of the procedure"), func(m *Model) tea.Cmd { return m.tickForm(&c) }})
	}
	return append(out, entry{engine.CallSummary, m.t("propose a summary"), func(m *Model) tea.Cmd { return m.summaryForm(&c) }}, escalate, end)
}

// toReadBack is what can be read back: the turn under the cursor, if the other
// side said it, else the last that it said.
func toReadBack(c *engine.Call, turn *engine.CallStep, side string) *engine.CallStep {
	if turn != nil && turn.Step == engine.CallSay {
		if turn.Side == side {
			return nil
		}
		return turn
	}
	for i := range slices.Backward(c.Steps) {
		if s := &c.Steps[i]; s.Step == engine.CallSay && s.Side != side {
			return s
		}
	}
	return nil
}

// onTheLine says who hears what is said in a call.
func (m *Model) onTheLine(c *engine.Call) string {
	return m.t("on the line: {side} hears it", "side", m.sideName(c.Other(m.seat.view.Side().ID)))
}

// callForm is a form of a step in a call. A scribe's asks who said it, how and
// when.
func (m *Model) callForm(c *engine.Call, title, send, done string, fields []field, make func() (engine.StepHotline, string)) *form {
	id, who, all, first := c.ID, m.newSayer(), fields, 0
	if m.seat.view.Role().Scribe { // who talks has no time to say how
		all, first = who.around(fields...)
	}
	return &form{
		title: title, about: id, fields: all, at: first, send: send, done: done, low: true,
		to: func() string { return who.as(m) + " · " + m.onTheLine(c) },
		make: func() (engine.Command, string) {
			op, wrong := make()
			if wrong != "" {
				return engine.Command{}, wrong
			}
			op.Call, op.Lang = id, m.lang
			return who.command(m, op)
		},
	}
}

// sayForm says something, or reads back what the other side said.
func (m *Model) sayForm(c *engine.Call, reads *engine.CallStep) tea.Cmd {
	text := newArea(m.t("Words"), "", 4)
	title := m.t("Say in {id}", "id", line(c.ID))
	back := ""
	if reads != nil {
		title, back = m.t("Read back in {id}", "id", line(c.ID)), reads.ID
	}
	f := m.callForm(c, title, m.t("say it"), m.t("Said."), []field{text}, func() (engine.StepHotline, string) {
		if text.value() == "" {
			return engine.StepHotline{}, m.t("say something first")
		}
		return engine.StepHotline{Step: engine.CallSay, Text: text.value(), Reads: back}, ""
	})
	if reads != nil {
		f.about += "/" + back
		f.lead = []string{m.t("{who} said: “{text}”", "who", m.speaker(reads.Role, reads.Side), "text", m.typed(m.seat.view, reads.Text)), m.t("Say in your own words what you understood.")}
	}
	return m.open(f)
}

// unticked are the steps of the procedure that the side has not ticked off.
func (m *Model) unticked(c *engine.Call) []option {
	h := m.seat.view.Hotline(c.Hotline)
	var out []option
	for i := range h.Procedure {
		if s := &h.Procedure[i]; !c.Ticked(s.ID, m.seat.view.Side().ID) {
			out = append(out, option{s.ID, line(s.Title.In(m.lang))})
		}
	}
	return out
}

func (m *Model) tickForm(c *engine.Call) tea.Cmd {
	pick := newPick(m.t("Step"), m.unticked(c), "")
	return m.open(m.callForm(c, m.t("Tick off in {id}", "id", line(c.ID)), m.t("tick it off"), m.t("Ticked off."), []field{pick}, func() (engine.StepHotline, string) {
		return engine.StepHotline{Step: engine.CallTick, Tick: pick.value()}, ""
	}))
}

// summaryForm proposes a summary; what stands is where one goes on.
func (m *Model) summaryForm(c *engine.Call) tea.Cmd {
	was := ""
	if w, ok := original(m.seat.view, c.SummaryText()); ok {
		was = w.Text
	}
	text := newArea(m.t("Summary"), was, 5)
	f := m.callForm(c, m.t("Summary of {id}", "id", line(c.ID)), m.t("propose it"), m.t("Proposed, and signed by your side."), []field{text}, func() (engine.StepHotline, string) {
		if text.value() == "" {
			return engine.StepHotline{}, m.t("say something first")
		}
		return engine.StepHotline{Step: engine.CallSummary, Text: text.value()}, ""
	})
	other := m.sideName(c.Other(m.seat.view.Side().ID))
	then := m.t("{side} signs it off, or proposes another", "side", other)
	if c.Summary != "" {
		then = m.t("replaces the one that was proposed; {side} signs it off, or proposes another", "side", other)
	}
	f.to = func() string { return then }
	return m.open(f)
}

// signKey signs off the summary that is shown.
func (m *Model) signKey(c *engine.Call) tea.Cmd {
	text, _ := original(m.seat.view, c.SummaryText())
	id, summary := c.ID, c.Summary
	return m.ask(m.t("Sign this summary off for your side?"), m.t("signs it off: both sides see that"), func(m *Model) tea.Cmd {
		return m.order(engine.StepHotline{Call: id, Step: engine.CallSign, Reads: summary}, m.t("Signed off."))
	}, blockLines(text.Text)...)
}

// blockLines are the lines of a typed text, for a question.
func blockLines(s string) []string {
	var out []string
	for _, l := range wrap(block(clip(s, 2000)), textWidth) {
		out = append(out, "┃ "+l)
	}
	return out
}

// escalateForm passes a call upwards within the side; the other side hears it.
func (m *Model) escalateForm(c *engine.Call) tea.Cmd {
	v := m.seat.view
	role := m.seat.role
	to := newPick(m.t("To"), slices.DeleteFunc(m.roleOptions(v.Side().ID), func(o option) bool { return o.id == role }), "")
	text := newArea(m.t("Words"), "", 3)
	return m.open(m.callForm(c, m.t("Escalate {id}", "id", line(c.ID)), m.t("escalate"), m.t("Escalated."), []field{to, text}, func() (engine.StepHotline, string) {
		return engine.StepHotline{Step: engine.CallEscalate, To: to.value(), Text: text.value()}, ""
	}))
}

// closeCallForm ends a call, with the time of the next one.
func (m *Model) closeCallForm(c *engine.Call) tea.Cmd {
	v, id := m.seat.view, c.ID
	next := m.storyField(m.t("Next call"))
	text := newArea(m.t("Words"), "", 2)
	own := []field{next, text}
	if c.Rings() {
		own = []field{text}
	}
	f := m.callForm(c, m.t("Close {id}", "id", line(c.ID)), m.t("close it"), m.t("Closed."), own, func() (engine.StepHotline, string) {
		at, wrong := m.readStory(next.value())
		return engine.StepHotline{Step: engine.CallClose, Next: at, Text: text.value()}, wrong
	})
	if c.Rings() {
		f.title, f.send, f.done = m.t("Give {id} up", "id", line(c.ID)), m.t("give it up"), m.t("Given up.")
	}
	said := f.to
	f.to = func() string {
		s := said()
		if at, wrong := m.readStory(next.value()); at != 0 && wrong == "" {
			s += " · " + m.t("next call {when}", "when", m.storyOf(v, at))
		}
		if now, ok := m.seat.view.Call(id); ok && !now.Rings() && now.Agreed == "" {
			s += " · " + m.st.warn.Render(m.t("no summary is signed off by both"))
		}
		return s
	}
	return m.open(f)
}
