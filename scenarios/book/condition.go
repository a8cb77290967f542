package book

import (
	"strings"

	"parley/scenarios"
)

// conditions says conditions in words. A player's card names an inject by its
// number alone: its id or subject would tell what is to come.
type conditions struct {
	*printer
	forPlayers bool
	side       string // whose catalogue names the actions
}

// words says a condition as a part of a sentence that goes on after "if".
func (c conditions) words(cond *scenarios.Cond) string {
	if cond == nil {
		return ""
	}
	switch cond.Op {
	case scenarios.CondAnd:
		return c.joined(cond, "{a} and {b}")
	case scenarios.CondOr:
		return c.joined(cond, "{a} or {b}")
	case scenarios.CondNot:
		if inner := cond.Args[0]; inner.Op == scenarios.CondFact {
			return c.fact(inner, false)
		}
		return c.t("it is not so that ({condition})", "condition", c.words(cond.Args[0]))
	case scenarios.CondFact:
		return c.fact(cond, true)
	case scenarios.CondTime:
		return c.time(cond)
	case scenarios.CondTrue:
		return c.t("always")
	default:
		return c.t("never")
	}
}

func (c conditions) joined(cond *scenarios.Cond, with string) string {
	out := ""
	for i, arg := range cond.Args {
		s := c.words(arg)
		if (arg.Op == scenarios.CondAnd || arg.Op == scenarios.CondOr) && arg.Op != cond.Op {
			s = c.t("({condition})", "condition", s)
		}
		if i == 0 {
			out = s
			continue
		}
		out = c.t(with, "a", out, "b", s)
	}
	return out
}

// fact says that something is so, or is not.
func (c conditions) fact(f *scenarios.Cond, so bool) string {
	either := func(yes, no string, args ...string) string {
		if so {
			return c.t(yes, args...)
		}
		return c.t(no, args...)
	}
	id := f.IDs[0]
	switch f.Fact {
	case scenarios.FactDelivered:
		return either("{inject} was delivered", "{inject} was not delivered", "inject", c.injectName(id))
	case scenarios.FactActed:
		who, on := c.actors(f.IDs[1:])
		return either("“{action}” was done[ by {who}][ on {target}]", "“{action}” was not done[ by {who}][ on {target}]",
			"action", c.actionName(c.side, id), "who", who, "target", on)
	case scenarios.FactAnswered:
		prompt, option := c.answer(f.IDs)
		if c.forPlayers {
			return either("a question was answered in a certain way", "a question was not answered in a certain way")
		}
		return either("“{question}” was answered[ with “{option}”]", "“{question}” was not answered[ with “{option}”]", "question", prompt, "option", option)
	case scenarios.FactMilestone:
		return either("“{fact}” is so", "“{fact}” is not so", "fact", c.thing(id))
	case scenarios.FactHas:
		return either("{side} holds “{evidence}”", "{side} does not hold “{evidence}”", "side", c.sideName(id), "evidence", c.thing(f.IDs[1]))
	case scenarios.FactMissed:
		return either("an action expected after {inject} was missed", "no action expected after {inject} was missed", "inject", c.injectName(id))
	case scenarios.FactStands:
		return either("the effect of “{action}” lasts", "the effect of “{action}” does not last", "action", c.actionName(c.side, id))
	case scenarios.FactPhase:
		return either("the phase is “{phase}”", "the phase is not “{phase}”", "phase", c.thing(id))
	default:
		return strings.Join(f.IDs, ", ")
	}
}

// actors parts the further ids of acted in who did it and what it was done to.
func (c conditions) actors(ids []string) (who, on string) {
	var people, targets []string
	for _, id := range ids {
		if find(c.sc.Targets, func(t *scenarios.Target) bool { return t.ID == id }) != nil {
			targets = append(targets, c.thing(id))
			continue
		}
		people = append(people, c.thing(id))
	}
	return c.list(people), c.list(targets)
}

// answer is a question's prompt, and the option if one is named.
func (c conditions) answer(ids []string) (prompt, option string) {
	prompt = ids[0]
	q := c.question(ids[0])
	if q == nil {
		return prompt, strings.Join(ids[1:], ", ")
	}
	prompt = c.line(q.Prompt)
	if len(ids) > 1 {
		option = ids[1]
		if o := find(q.Options, func(o *scenarios.Option) bool { return o.ID == ids[1] }); o != nil {
			option = c.line(o.Text)
		}
	}
	return prompt, option
}

func (c conditions) time(cond *scenarios.Cond) string {
	after := c.t("STARTEX")
	switch {
	case cond.Fact == scenarios.FactElapsed && len(cond.IDs) > 0:
		after = c.t("the start of “{phase}”", "phase", c.thing(cond.IDs[0]))
	case cond.Fact == scenarios.FactSince:
		after = c.event(cond.IDs[0])
	}
	label := "more than {span} have passed since {event}"
	switch cond.Cmp {
	case scenarios.CmpGreaterEqual:
		label = "at least {span} have passed since {event}"
	case scenarios.CmpLess:
		label = "less than {span} have passed since {event}"
	case scenarios.CmpLessEqual:
		label = "at most {span} have passed since {event}"
	}
	return c.t(label, "span", c.span(cond.Limit), "event", after)
}

// event is what since counts from.
func (c conditions) event(id string) string {
	if _, ok := c.places[id]; ok {
		return c.injectName(id)
	}
	if find(c.sc.Actions, func(a *scenarios.Action) bool { return a.ID == id }) != nil {
		return c.t("“{action}” was done", "action", c.actionName(c.side, id))
	}
	return c.t("“{fact}” became so", "fact", c.thing(id))
}

func (c conditions) injectName(id string) string {
	if c.forPlayers {
		return c.t("inject {number}", "number", number(c.places[id].number))
	}
	return c.injectRef(id)
}

// injectRef names an inject for control.
func (p *printer) injectRef(id string) string {
	return p.t("inject {number} ({id})", "number", number(p.places[id].number), "id", id)
}

// question finds a question of an inject or a segment.
func (p *printer) question(id string) *scenarios.Question {
	is := func(q *scenarios.Question) bool { return q.ID == id }
	for i := range p.sc.Injects {
		if q := find(p.sc.Injects[i].Questions, is); q != nil {
			return q
		}
	}
	for i := range p.sc.Phases {
		for j := range p.sc.Phases[i].Segments {
			d := p.sc.Phases[i].Segments[j].Questions
			if q := find(d, func(d *scenarios.Discussion) bool { return is(&d.Question) }); q != nil {
				return &q.Question
			}
		}
	}
	return nil
}
