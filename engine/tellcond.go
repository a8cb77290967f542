package engine

import (
	"parley/engine/words"
	"parley/scenarios"
)

// TellCond puts a condition into words, with the names of what it speaks of;
// "" for none.
func (v View) TellCond(c *scenarios.Cond, lang string) string {
	return words.HarmlessLine(teller{v, lang}.cond(c))
}

func (t teller) cond(c *scenarios.Cond) string { return c.InWords(t.say, t.condName) }

// condName is what a condition's id is called.
func (t teller) condName(fact scenarios.Fact, id string) string {
	s := t.v.s.sc
	p := t.v.s.plan
	if i, ok := p.milestone[id]; ok {
		return t.quote(or(t.in(s.Milestones[i].Title), id))
	}
	if i, ok := p.evidence[id]; ok {
		return t.quote(or(t.in(s.Evidence[i].Title), id))
	}
	if _, ok := p.inject[id]; ok {
		return t.inject(id)
	}
	for i := range s.Proposals {
		if s.Proposals[i].ID == id {
			return t.quote(or(t.in(s.Proposals[i].Title), id))
		}
	}
	if q, ok := p.question[id]; ok && t.v.Control() {
		return t.quote(firstLine(t.in(q.Prompt)))
	}
	if i, ok := p.role[id]; ok {
		return or(t.in(s.Roles[i].Title), id)
	}
	if name := t.betweenName(id); name != "" {
		return t.quote(name)
	}
	switch fact {
	case scenarios.FactPhase, scenarios.FactElapsed:
		return t.phase(id)
	case scenarios.FactActed, scenarios.FactStands, scenarios.FactSince:
		for i := range s.Actions {
			if s.Actions[i].ID == id {
				return t.quote(or(t.in(s.Actions[i].Title), id))
			}
		}
	}
	if name := t.side(id); name != id {
		return name
	}
	return t.target(id)
}

// condition is the condition of an authority in words, "" for one that the
// scenario does not have.
func (t teller) condition(side, authority string) string {
	if i, ok := t.v.s.plan.authority[authority]; ok && t.v.s.sc.Authorities[i].Side == side {
		return t.cond(t.v.s.sc.Authorities[i].Condition)
	}
	return ""
}

// betweenName is the title of something that happens between the sides.
func (t teller) betweenName(id string) string {
	s := t.v.s.sc
	if k := t.v.RequestKind(id); k != nil {
		return or(t.in(k.Title), id)
	}
	for i := range s.Hotlines {
		if s.Hotlines[i].ID == id {
			return or(t.in(s.Hotlines[i].Title), id)
		}
	}
	for i := range s.Deadlines {
		if s.Deadlines[i].ID == id {
			return or(t.in(s.Deadlines[i].Title), id)
		}
	}
	for i := range s.Proposals {
		if s.Proposals[i].ID == id {
			return or(t.in(s.Proposals[i].Title), id)
		}
	}
	return ""
}
