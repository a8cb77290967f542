package tui

import (
	"slices"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// What the steps of a request ask for, each in its own form.

// askable are the fields of a kind, with what stands there and what does not.
// Whether that is as it must be is for whoever asks to see.
func (m *Model) askable(r *engine.Request, k *scenarios.RequestKind) []option {
	now := r.Contents()
	out := make([]option, len(k.Fields))
	for i := range k.Fields {
		f := &k.Fields[i]
		label := m.fieldTitle(f)
		if now[f.ID] == "" && !k.FreeText {
			label = m.t("{what} — not there ({more})", "what", label, "more", m.weightText(f))
		}
		out[i] = option{f.ID, label}
	}
	return out
}

// supplementParts are the fields that were asked for; if none was, all that
// are not there or not as they must be; if there is nothing, all.
func (s *stepping) supplementParts(m *Model, v engine.View) ([]field, []string) {
	now, asked := s.r.Contents(), askedOf(s.r)
	var lead []string
	if said := lastText(m, v, s.r, scenarios.StepAskSupplement); said != "" {
		lead = append(lead, m.t("Asked: “{text}”", "text", said))
	}
	if s.kind.FreeText {
		return nil, lead
	}
	pick := func(want func(f *scenarios.RequestField) bool) {
		for i := range s.kind.Fields {
			if f := &s.kind.Fields[i]; want(f) {
				s.gives = append(s.gives, m.newRequestField(f, block(v.DraftText(now, f.ID))))
			}
		}
	}
	switch pick(func(f *scenarios.RequestField) bool { return slices.Contains(asked, f.ID) }); {
	case len(s.gives) > 0:
	default:
		pick(func(f *scenarios.RequestField) bool {
			return f.Weight != scenarios.WeightDesirable && now[f.ID] == "" || now[f.ID] != "" && !scenarios.CheckValue(f.Check, v.DraftText(now, f.ID))
		})
		if len(s.gives) == 0 {
			pick(func(*scenarios.RequestField) bool { return true })
		}
	}
	fields := make([]field, len(s.gives))
	for i, f := range s.gives {
		fields[i] = f
	}
	return fields, lead
}

// askedOf are the fields that the last demand for a supplement names.
func askedOf(r *engine.Request) []string {
	for _, s := range slices.Backward(r.Steps) {
		if s.Step == scenarios.StepAskSupplement {
			return s.Asked
		}
	}
	return nil
}

// lastText is what was said with the last step of a kind.
func lastText(m *Model, v engine.View, r *engine.Request, step string) string {
	for _, s := range slices.Backward(r.Steps) {
		if s.Step == step {
			return m.typed(v, s.Text)
		}
	}
	return ""
}

// itemsOf are what the answer must speak to, as far as the request asks for it,
// with what was asked.
func (s *stepping) itemsOf(m *Model, do func(f *scenarios.RequestField, asked string)) {
	now := s.r.Contents()
	for i := range s.kind.Fields {
		if f := &s.kind.Fields[i]; f.Asks && (now[f.ID] != "" || s.kind.FreeText) {
			do(f, m.typed(m.seat.view, now[f.ID]))
		}
	}
}

// items chooses among what was asked for.
func (s *stepping) items(m *Model) {
	var options []option
	s.itemsOf(m, func(f *scenarios.RequestField, asked string) {
		what := m.fieldTitle(f)
		if asked != "" {
			what = m.t("{what}: “{text}”", "what", what, "text", asked)
		}
		options = append(options, option{f.ID, what})
	})
	s.some = newSeveral(m.t("Which items"), m.t("none"), options)
}

// answerParts are the answers, one to each thing that was asked for; the
// evidence that goes with them; and for a part, why not the rest.
func (s *stepping) answerParts(m *Model, v engine.View) ([]field, []string) {
	var fields []field
	s.itemsOf(m, func(f *scenarios.RequestField, asked string) {
		if asked == "" {
			asked = m.typed(v, s.r.Text)
		}
		s.answers = append(s.answers, m.newAnswer(f, asked))
		fields = append(fields, s.answers[len(s.answers)-1])
	})
	s.pickEvidence(m, v)
	fields = append(fields, s.evidence)
	lead := []string{m.t("Say item by item what was found, or that nothing was.")}
	if s.step == scenarios.StepExecutePart {
		s.pickGround(m, false)
		s.ground.label = m.t("For the rest")
		fields = append(fields, s.ground)
	}
	return fields, lead
}

// answered puts the answers into one text, each below what it answers to, and
// says to what they speak. Words alone speak to all that was asked for.
func (s *stepping) answered(m *Model) (items []string, text string) {
	var parts []string
	for _, a := range s.answers {
		if !a.empty() {
			items = append(items, a.def.ID)
			parts = append(parts, m.labelled(a.title, a.value()))
		}
	}
	if s.text.value() != "" {
		parts = append(parts, s.text.value())
	}
	if len(items) == 0 && len(parts) > 0 && s.step == scenarios.StepExecute {
		for _, a := range s.answers {
			items = append(items, a.def.ID)
		}
	}
	return items, strings.Join(parts, "\n")
}

// pickGround chooses a ground of the kind; those for postponing first, where
// that is what is done, and none of them where it is not.
func (s *stepping) pickGround(m *Model, postpone bool) {
	options := []option{{"", m.t("none of the list; see the words")}}
	var first string
	for i := range s.kind.Grounds {
		g := &s.kind.Grounds[i]
		if g.Postpone && !postpone {
			continue
		}
		options = append(options, option{g.ID, m.groundText(g)})
		if first == "" && g.Postpone {
			first = g.ID
		}
	}
	s.ground = newPick(m.t("Ground"), options, first)
	s.ground.rows = 8
}

func (s *stepping) pickEvidence(m *Model, v engine.View) {
	var options []option
	for _, e := range v.Exhibits() {
		if e.Holder != "" {
			options = append(options, option{e.ID, m.exhibitText(&e)})
		}
	}
	s.evidence = newSeveral(m.t("Evidence"), m.t("none handed over"), options)
}

// refusalLead says what a good refusal is, and whether the sender was heard.
func (m *Model) refusalLead(r *engine.Request) []string {
	lead := []string{m.t("A refusal with reasons is a good answer; one without a ground or reasons is not.")}
	for i := range r.Steps {
		if r.Steps[i].Step == scenarios.StepConsult {
			return append(lead, m.t("The sender was consulted at {time}.", "time", clockText(r.Steps[i].T)))
		}
	}
	return append(lead, m.t("The sender was not consulted on what could be done instead: Esc, {key}, consult does that first.", "key", "s"))
}

// tickParts are what a request contains and what is wrong with it, as they were
// ticked last.
func (s *stepping) tickParts(m *Model) ([]field, []string) {
	var fields, faults []option
	for i := range s.kind.Fields {
		f := &s.kind.Fields[i]
		fields = append(fields, option{f.ID, m.t("{what} ({more})", "what", m.fieldTitle(f), "more", m.weightText(f))})
	}
	for _, f := range engine.Faults() {
		faults = append(faults, option{f, m.faultText(f)})
	}
	s.some = newSeveral(m.t("It contains"), m.t("nothing chosen"), fields)
	s.some.rows = 8
	s.faults = newSeveral(m.t("Wrong with it"), m.t("nothing"), faults)
	if n := len(s.r.Ticks); n > 0 {
		s.some.taken, s.faults.taken = slices.Clone(s.r.Ticks[n-1].Fields), slices.Clone(s.r.Ticks[n-1].Faults)
	}
	return []field{s.some, s.faults}, []string{m.t("What you find in it. The sender sees it too.")}
}
