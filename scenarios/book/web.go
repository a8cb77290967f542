package book

import (
	"slices"

	"parley/scenarios"
)

// web is what hangs on what, by id.
type web struct {
	*printer
	asked map[string][]string // what conditions ask for → who asks, in MSEL order
	sets  map[string][]string // milestone → who sets it
}

// milestone is a fact that the scenario tracks.
type milestone struct {
	Title, ID string
	Set       bool // at STARTEX
	SetBy     []string
	AskedBy   []string
}

func (p *printer) newWeb() *web {
	w := &web{printer: p, asked: map[string][]string{}, sets: map[string][]string{}}
	sc := p.sc
	for i := range sc.Injects {
		in := &sc.Injects[i]
		name := p.injectRef(in.ID)
		if in.After != "" {
			w.ask(in.After, p.t("{inject} follows it", "inject", name))
		}
		w.walk(in.When, name)
		for _, v := range variants(in) {
			if v.When != nil {
				w.walk(v.When, p.t("text {code} of {inject}", "code", v.Code, "inject", name))
			}
		}
		w.set(in.Sets, name)
		for j := range in.Questions {
			w.answers(&in.Questions[j])
		}
	}
	for i := range sc.Phases {
		for j := range sc.Phases[i].Segments {
			for k := range sc.Phases[i].Segments[j].Questions {
				w.answers(&sc.Phases[i].Segments[j].Questions[k].Question)
			}
		}
	}
	for i := range sc.Authorities {
		a := &sc.Authorities[i]
		w.walk(a.Condition, p.t("authority “{authority}” of {side}", "authority", p.line(a.Title), "side", p.sideName(a.Side)))
	}
	for i := range sc.Actions {
		w.set(sc.Actions[i].Sets, p.t("action “{action}”", "action", p.line(sc.Actions[i].Title)))
	}
	return w
}

func (w *web) answers(q *scenarios.Question) {
	for i := range q.Options {
		w.set(q.Options[i].Sets, w.t("answer “{option}”", "option", w.line(q.Options[i].Text)))
	}
}

func (w *web) set(milestones []string, by string) {
	for _, id := range milestones {
		if !slices.Contains(w.sets[id], by) {
			w.sets[id] = append(w.sets[id], by)
		}
	}
}

func (w *web) ask(id, who string) {
	if !slices.Contains(w.asked[id], who) {
		w.asked[id] = append(w.asked[id], who)
	}
}

// walk notes whom a condition asks for.
func (w *web) walk(c *scenarios.Cond, who string) {
	if c == nil {
		return
	}
	for _, arg := range c.Args {
		w.walk(arg, who)
	}
	switch c.Fact {
	case scenarios.FactDelivered, scenarios.FactMissed, scenarios.FactSince, scenarios.FactAnswered, scenarios.FactMilestone:
		w.ask(c.IDs[0], who)
	}
}

// on lists what hangs on an inject: on its delivery, on its answers, on what
// it sets.
func (w *web) on(in *scenarios.Inject) []string {
	out := slices.Clone(w.asked[in.ID])
	add := func(id, because string) {
		for _, who := range w.asked[id] {
			if s := w.t("{what} (through {because})", "what", who, "because", because); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	for i := range in.Questions {
		q := &in.Questions[i]
		add(q.ID, w.t("the answer to “{question}”", "question", w.line(q.Prompt)))
		for j := range q.Options {
			for _, id := range append(slices.Clone(q.Options[j].Sets), q.Options[j].Clears...) {
				add(id, "“"+w.thing(id)+"”")
			}
		}
	}
	for _, id := range append(slices.Clone(in.Sets), in.Clears...) {
		add(id, "“"+w.thing(id)+"”")
	}
	return out
}

func (p *printer) milestone(w *web, m *scenarios.Milestone) milestone {
	return milestone{Title: p.line(m.Title), ID: m.ID, Set: m.Set, SetBy: w.sets[m.ID], AskedBy: w.asked[m.ID]}
}
