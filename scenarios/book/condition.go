package book

import (
	"parley/engine/words"
	"parley/scenarios"
)

// conditions says conditions in words. A player's card names an inject by its
// number alone, and no question: its id or subject would tell what is to come.
type conditions struct {
	*printer
	forPlayers bool
	side       string              // whose catalogue names the actions
	question   *scenarios.Question // the last one named: its options follow
}

func (c *conditions) words(cond *scenarios.Cond) string {
	say := func(code string, args map[string]string) string { return words.Say(c.lang, code, args) }
	return cond.InWords(say, c.name)
}

// name is what an id is called that a fact speaks of.
func (c *conditions) name(fact scenarios.Fact, id string) string {
	if _, ok := c.places[id]; ok {
		if c.forPlayers {
			return c.t("inject {number}", "number", number(c.places[id].number))
		}
		return c.injectRef(id)
	}
	if fact == scenarios.FactAnswered {
		return c.answer(id)
	}
	if find(c.sc.Actions, func(a *scenarios.Action) bool { return a.ID == id }) != nil {
		return "“" + c.actionName(c.side, id) + "”"
	}
	if c.role(id) != nil || find(c.sc.Sides, func(s *scenarios.Side) bool { return s.ID == id }) != nil {
		return c.thing(id)
	}
	return "“" + c.thing(id) + "”"
}

// answer names a question, or the option of the question named before.
func (c *conditions) answer(id string) string {
	q := c.findQuestion(id)
	switch {
	case c.forPlayers:
		return c.t("a question")
	case q != nil:
		c.question = q
		return "“" + c.line(q.Prompt) + "”"
	case c.question != nil:
		if o := find(c.question.Options, func(o *scenarios.Option) bool { return o.ID == id }); o != nil {
			return "“" + c.line(o.Text) + "”"
		}
	}
	return id
}

// injectRef names an inject for control.
func (p *printer) injectRef(id string) string {
	return p.t("inject {number} ({id})", "number", number(p.places[id].number), "id", id)
}

// findQuestion finds a question of an inject or a segment.
func (p *printer) findQuestion(id string) *scenarios.Question {
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
