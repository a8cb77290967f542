package engine

import (
	"slices"

	"parley/scenarios"
)

// Puts are the questions put up for discussion that the seat may know, in the
// order in which they were put; for control all.
func (v View) Puts() []Put {
	var out []Put
	for i := range v.s.puts.len() {
		p := v.s.puts.at(i)
		if v.reach.all || v.side < 0 || !p.Alone || slices.Contains(p.Sides, v.s.sc.Sides[v.side].ID) {
			out = append(out, *p)
		}
	}
	return out
}

// Reportings are what sides told the plenary of their answers, oldest first.
func (v View) Reportings() []Reporting {
	out := make([]Reporting, 0, v.s.reportings.len())
	for i := range v.s.reportings.len() {
		out = append(out, *v.s.reportings.at(i))
	}
	return out
}

// Discussion is a question of a segment as the planner wrote it, with its note;
// for control alone, nil for a question that is none.
func (v View) Discussion(question string) *scenarios.Discussion {
	if !v.Control() {
		return nil
	}
	return v.s.plan.discuss[question]
}

// QuestionNumber counts the questions for discussion through the scenario, from
// 1; 0 for one that is none.
func (v View) QuestionNumber(question string) int {
	n := 0
	for i := range v.s.sc.Phases {
		for j := range v.s.sc.Phases[i].Segments {
			for k := range v.s.sc.Phases[i].Segments[j].Questions {
				n++
				if v.s.sc.Phases[i].Segments[j].Questions[k].ID == question {
					return n
				}
			}
		}
	}
	return 0
}

// Practice is the scenario's own message of the practice inject; empty: the
// standard one.
func (v View) Practice() scenarios.Text { return v.s.sc.Practice }

// Practised reports whether a seat has been through the practice inject. A
// player learns it of their own side's seats.
func (v View) Practised(seat string) bool {
	r, ok := v.s.plan.role[seat]
	if !ok || v.side >= 0 && !v.Sees(v.s.sc.Roles[r].Side) {
		return false
	}
	return v.s.practised[r]
}

// Pen is the person who holds the pen of a seat that several people share; ""
// where it needs none, or is another side's.
func (v View) Pen(seat string) string {
	if !v.reach.all && !v.Sees(v.SideOf(seat)) {
		return ""
	}
	return penOf(v.s.sitting[seat], v.s.pens[seat])
}

// Suggestions are what was suggested to the holder of the seat's pen, oldest
// first; for control at every seat.
func (v View) Suggestions() []Suggestion {
	var out []Suggestion
	for i := range v.s.suggestions.len() {
		if s := v.s.suggestions.at(i); v.hasSuggestion(s) {
			out = append(out, *s)
		}
	}
	return out
}

// Suggestion finds one that the seat may see.
func (v View) Suggestion(id string) (Suggestion, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.suggestions.len() {
		return Suggestion{}, false
	}
	s := *v.s.suggestions.at(i)
	if s.ID != id || !v.hasSuggestion(&s) {
		return Suggestion{}, false
	}
	return s, true
}

func (v View) hasSuggestion(s *Suggestion) bool {
	return s.Role == v.seat || v.Control() && v.Sees(v.SideOf(s.Role))
}

// Written is a typed text as a reader of a language gets it.
type Written struct {
	Text string
	Lang string // that it is in
	// By is who translated it and Took how much exercise time passed from the
	// original to the translation; "" where it is the original.
	By   string
	Seat string
	Took Millis
	// Original is what was typed, where Text is a translation of it, and From
	// the language that it was typed in.
	Original string
	From     string
}

// Mark says in short that a reader of a language has the text in another one,
// "[zh]", or a translation of it, "[zh→en]"; else "".
func (w Written) Mark(lang string) string {
	switch {
	case w.Original != "":
		return "[" + w.From + "→" + w.Lang + "]"
	case w.Lang != "" && !scenarios.SameLanguage(w.Lang, lang):
		return "[" + w.Lang + "]"
	}
	return ""
}

// TextIn resolves a typed text for a reader of a language: a translation, if
// there is one, else the original. A text that the seat may not have, or that
// was expunged, is not ok.
func (v View) TextIn(id, lang string) (Written, bool) {
	text, ok := v.Text(id)
	if !ok {
		return Written{}, false
	}
	i, _ := place(v.s.lists, id)
	t := v.s.texts.at(i)
	w := Written{Text: text, Lang: t.Lang}
	if scenarios.SameLanguage(t.Lang, lang) {
		return w, true
	}
	for _, tr := range t.Translations {
		if !scenarios.SameLanguage(tr.Lang, lang) {
			continue
		}
		if in, ok := v.Text(tr.Text); ok {
			w = Written{Text: in, Lang: tr.Lang, By: tr.By, Seat: tr.Seat, Took: tr.T - t.T, Original: text, From: t.Lang}
		}
	}
	return w, true
}
