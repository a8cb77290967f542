package tui

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// translatedBy says who translated a text, how long after, and from what.
func (m *Model) translatedBy(w *engine.Written) string {
	return m.t("translated by {who}, {time} after; original ({lang}):", "who", m.roleTitle(w.Seat), "time", spanText(w.Took), "lang", line(w.From))
}

// original is a typed text as it was typed.
func original(v engine.View, id string) (engine.Written, bool) { return v.TextIn(id, "") }

// textsOn are the typed texts of what the cursor is on, those in another
// language than the reader's first.
func (m *Model) textsOn() []string {
	v, s := m.sight(), m.at()
	var all []string
	switch s.kind {
	case onAction:
		if a, ok := v.Action(s.id); ok {
			all = append(all, a.Acted.Text)
			if a.Outcome != nil {
				all = append(all, a.Outcome.Text)
			}
		}
	case onMessage:
		if msg, ok := v.Message(s.id); ok {
			all = append(all, msg.Text)
		}
	case onApproval:
		if a, ok := v.Approval(s.id); ok {
			all = append(all, a.ApprovalAsked.Text, a.Note)
		}
	case onSuggestion:
		if sg, ok := v.Suggestion(s.id); ok {
			all = append(all, sg.Text)
		}
	case onQuestion:
		for _, r := range v.Replies(s.id) {
			all = append(all, r.Answered.Text)
		}
		for _, r := range v.Reportings() {
			if r.Question == s.id {
				all = append(all, r.Text)
			}
		}
	case onRuling:
		for _, r := range v.Rulings() {
			if r.ID == s.id {
				all = append(all, r.Text, r.Reason)
			}
		}
	default:
		all = callTexts(v, s)
	}
	all = append(all, textsBetween(v, s)...)
	all = slices.DeleteFunc(all, func(id string) bool {
		_, ok := original(v, id)
		return !ok
	})
	foreign := func(id string) bool {
		w, _ := original(v, id)
		return !scenarios.SameLanguage(w.Lang, m.lang)
	}
	slices.SortStableFunc(all, func(a, b string) int {
		switch x, y := foreign(a), foreign(b); {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	return all
}

// textsBetween are those of what happens between the sides.
func textsBetween(v engine.View, s subject) []string {
	switch s.kind {
	case onRequest:
		if r, ok := v.Request(s.id); ok {
			return requestTexts(&r)
		}
	case onEvidence:
		if e, ok := v.Exhibit(s.id); ok {
			return evidenceTexts(&e)
		}
	case onProposal:
		if p, ok := v.Proposal(s.id); ok {
			return proposalTexts(&p)
		}
	}
	return nil
}

// requestTexts are the typed texts of a request, as it was sent and since.
func requestTexts(r *engine.Request) []string {
	out := append(slices.Sorted(maps.Values(r.Contents())), r.Text)
	for i := range r.Steps {
		out = append(out, r.Steps[i].Text)
	}
	for i := range r.Forwards {
		out = append(out, r.Forwards[i].Text)
	}
	return out
}

func (m *Model) whyNoText() string {
	if len(m.textsOn()) == 0 {
		return m.t("nothing that somebody typed is under the cursor")
	}
	return m.whyFrozen()
}

// tongues are the languages that a text can be translated into.
func (m *Model) tongues() []option {
	var out []option
	for _, tag := range []string{m.lang, m.view.Head().Language, "en", "zh-Hans"} {
		if !slices.ContainsFunc(out, func(o option) bool { return scenarios.SameLanguage(o.id, tag) }) {
			out = append(out, option{tag, line(tag)})
		}
	}
	return out
}

// translateForm adds a translation beside what somebody typed.
func (m *Model) translateForm() tea.Cmd {
	v, all := m.sight(), m.textsOn()
	var options []option
	for _, id := range all {
		w, _ := original(v, id)
		options = append(options, option{id, "[" + line(w.Lang) + "] " + line(w.Text)})
	}
	which := newPick(m.t("Text"), options, "")
	of := func() engine.Written {
		w, _ := original(v, which.value())
		return w
	}
	lang := newPick(m.t("Into"), nil, "")
	lang.options = func() []option {
		return slices.DeleteFunc(m.tongues(), func(o option) bool { return scenarios.SameLanguage(o.id, of().Lang) })
	}
	if into := lang.options(); len(into) > 0 {
		lang.taken = []string{into[0].id}
	}
	text := newArea(m.t("Translation"), "", 5)
	f := &form{title: m.t("Translate"), send: m.t("add it"), done: m.t("The translation stands beside the original."), fields: []field{lang, text}, at: 1}
	if len(all) > 1 {
		f.fields, f.at = []field{which, lang, text}, 2
	}
	f.lead = []string{m.t("Original ({lang}):", "lang", line(of().Lang))}
	for l := range strings.SplitSeq(block(clip(of().Text, 2000)), "\n") {
		f.lead = append(f.lead, "┃ "+l)
	}
	f.to = func() string { return m.t("for those who have the original; both stay") }
	seat := m.actor()
	f.make = func() (engine.Command, string) {
		if text.value() == "" {
			return engine.Command{}, m.t("the translation is empty")
		}
		op := engine.Translate{Of: which.value(), Lang: lang.value(), Text: text.value()}
		return engine.Command{Seat: seat, Op: op, Said: engine.SaidNow}, ""
	}
	return m.open(f)
}
