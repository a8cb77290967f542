package tui

import (
	"slices"

	"parley/scenarios"
)

// bond is how a thing of the scenario goes with another.
type bond uint8

// The bonds. Each says how the thing at hand stands to the other one.
const (
	bondFollows     bond = iota // the other comes after it
	bondAsked                   // the other's condition asks for it
	bondAlternative             // an alternative text of the other asks for it
	bondSet                     // the other sets it
	bondCleared                 // the other clears it
	bondAnswer                  // an answer to the other sets or clears it
	bondExpected                // the other expects it
	bondPermitted               // the other, an authority, permits it
	bondYielded                 // the other, an action, yields it
)

// tie is one thing of the scenario that goes with another.
type tie struct {
	at   subject
	bond bond
	text string // a condition as written, "" for none
}

func (m *Model) bondName(b bond) string {
	switch b {
	case bondFollows:
		return m.t("comes after it")
	case bondAsked:
		return m.t("asks for it")
	case bondAlternative:
		return m.t("has a text that asks for it")
	case bondSet:
		return m.t("sets it")
	case bondCleared:
		return m.t("clears it")
	case bondAnswer:
		return m.t("an answer to it changes it")
	case bondExpected:
		return m.t("expects it")
	case bondPermitted:
		return m.t("permits it")
	default:
		return m.t("yields it")
	}
}

// ties are what goes with each thing of a scenario, by id. They are looked for
// once: a scenario does not change.
type ties struct {
	of *scenarios.Scenario
	to map[string][]tie
}

// with is what goes with a thing.
func (x *ties) with(sc *scenarios.Scenario, id string) []tie {
	if x.of != sc {
		x.of, x.to = sc, map[string][]tie{}
		x.injects(sc)
		x.others(sc)
	}
	return x.to[id]
}

func (x *ties) add(id string, t tie) {
	if all := x.to[id]; id != "" && (len(all) == 0 || all[len(all)-1] != t) {
		x.to[id] = append(all, t)
	}
}

func (x *ties) injects(sc *scenarios.Scenario) {
	question := map[string]string{}
	for i := range sc.Injects {
		for k := range sc.Injects[i].Questions {
			question[sc.Injects[i].Questions[k].ID] = sc.Injects[i].ID
		}
	}
	for i := range sc.Injects {
		d := &sc.Injects[i]
		at := injectSubject(d.ID)
		x.add(d.After, tie{at, bondFollows, ""})
		asks := func(c *scenarios.Cond, b bond, text string) {
			for _, id := range askedIDs(c) {
				if q, ok := question[id]; ok {
					id = q
				}
				x.add(id, tie{at, b, text})
			}
		}
		asks(d.When, bondAsked, d.WhenText)
		for k := range d.Alternatives {
			asks(d.Alternatives[k].When, bondAlternative, d.Alternatives[k].WhenText)
		}
		x.changes(at, bondSet, d.Sets)
		x.changes(at, bondCleared, d.Clears)
		for k := range d.Questions {
			for _, o := range d.Questions[k].Options {
				x.changes(at, bondAnswer, o.Sets)
				x.changes(at, bondAnswer, o.Clears)
			}
		}
		for k := range d.Expects {
			x.add(d.Expects[k].Action, tie{at, bondExpected, ""})
		}
	}
}

func (x *ties) changes(at subject, b bond, milestones []string) {
	for _, id := range milestones {
		x.add(id, tie{at, b, ""})
	}
}

// others are the catalogue, the questions for discussion and the authorities.
func (x *ties) others(sc *scenarios.Scenario) {
	for i := range sc.Actions {
		a := &sc.Actions[i]
		at := subject{kind: onCatalogue, id: a.ID, entry: -1}
		x.changes(at, bondSet, a.Sets)
		x.changes(at, bondCleared, a.Clears)
		x.changes(at, bondYielded, a.Yields)
	}
	for i := range sc.Phases {
		for k := range sc.Phases[i].Segments {
			for _, q := range sc.Phases[i].Segments[k].Questions {
				for _, o := range q.Options {
					x.changes(subject{kind: onQuestion, id: q.ID, entry: -1}, bondAnswer, o.Sets)
					x.changes(subject{kind: onQuestion, id: q.ID, entry: -1}, bondAnswer, o.Clears)
				}
			}
		}
	}
	for i := range sc.Authorities {
		a := &sc.Authorities[i]
		at := subject{kind: onAuthority, id: a.ID, entry: -1}
		for _, id := range a.Permits {
			x.add(id, tie{at, bondPermitted, ""})
		}
		for _, id := range askedIDs(a.Condition) {
			x.add(id, tie{at, bondAsked, a.ConditionText})
		}
	}
}

// askedIDs are the ids that a condition names, each once.
func askedIDs(c *scenarios.Cond) []string {
	if c == nil {
		return nil
	}
	out := slices.Clone(c.IDs)
	for _, a := range c.Args {
		out = append(out, askedIDs(a)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
