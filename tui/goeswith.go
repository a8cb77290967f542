package tui

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/scenarios"
)

// mostListed bounds what a page lists of a kind: nobody reads more of it.
const mostListed = 200

// happenedShown is how many of the latest things that happened are shown.
const happenedShown = 40

// goesWith adds what of the scenario hangs on a thing, and what happened to it.
func (m *Model) goesWith(p *page, v engine.View, s subject) {
	if !v.Control() || s.id == "" || s.kind == onCue || s.kind == onWays {
		return
	}
	m.itsNames(p, v, s)
	if s.kind == onAction { // what came of it before what the planner thought of
		m.happenedTo(p, v, s)
		m.tied(p, v, s)
		return
	}
	m.tied(p, v, s)
	m.happenedTo(p, v, s)
}

// tied lists what of the scenario goes with a thing, by how it does.
func (m *Model) tied(p *page, v engine.View, s subject) {
	id := s.id
	a, did := v.Action(id)
	if did {
		id = a.Name()
	}
	all := m.console.ties.with(v.Scenario(), id)
	if did {
		all = slices.DeleteFunc(slices.Clone(all), func(t tie) bool { return t.bond == bondPermitted && !m.statedBy(t.at.id, a.Side) })
	}
	if len(all) == 0 {
		return
	}
	p.heading(m.t("What hangs on it"))
	for i, t := range all {
		if i == mostListed {
			p.note(m.t("… and {n} more", "n", strconv.Itoa(len(all)-i)))
			return
		}
		text := m.thingName(t.at)
		if it, ok := v.Item(t.at.id); ok && t.at.kind == onInject {
			text = m.t("{what} ({more})", "what", text, "more", m.stateWord(&it))
		}
		text = m.t("{who}: {what}", "who", text, "what", m.bondName(t.bond))
		if t.text != "" {
			text += ", " + m.t("if {condition}", "condition", line(t.text))
		}
		p.link(t.at, "⇢", text)
	}
}

// statedBy reports whether an authority is one that a side has stated.
func (m *Model) statedBy(authority, side string) bool {
	return slices.ContainsFunc(m.view.Authorities(side), func(a *scenarios.Authority) bool { return a.ID == authority })
}

// happenedTo lists the entries of the log that speak of a thing; each can be
// gone to.
func (m *Model) happenedTo(p *page, v engine.View, s subject) {
	all := m.console.mentions.of[s.id]
	if s.kind == onCatalogue || s.kind == onTarget || s.kind == onAuthority {
		all = actsOnly(v, all)
	}
	if s.kind == onObjective {
		all = slices.DeleteFunc(slices.Clone(all), func(i int32) bool {
			_, stands := v.LogAt(int(i)).Body.(*engine.Rated) // among the ratings
			return stands
		})
	}
	if len(all) == 0 {
		return
	}
	p.heading(m.t("What happened"))
	if n := len(all) - happenedShown; n > 0 {
		p.note(m.t("{n} earlier", "n", strconv.Itoa(n)))
		all = all[n:]
	}
	for _, i := range all {
		e := v.LogAt(int(i))
		if n, ok := e.Body.(*engine.Noted); ok && n.On == s.ref() {
			continue // stands among the notes
		}
		sign, _ := feedSign(m.st, e.Body)
		p.link(m.otherOf(e, int(i), s), sign, shortClock(e.T)+" "+m.tells.event(m, v, int(i)))
	}
}

// actsOnly leaves what was done: a thing of the catalogue is in many entries
// that say no more than that.
func actsOnly(v engine.View, all []int32) []int32 {
	var out []int32
	for _, i := range all {
		if _, ok := v.LogAt(int(i)).Body.(*engine.Acted); ok {
			out = append(out, i)
		}
	}
	return out
}

// otherOf is what an entry speaks of beside the thing at hand: who did it, or
// what it was done to; nothing if it speaks of nothing else.
func (m *Model) otherOf(e *engine.Event, i int, s subject) subject {
	if at := entrySubject(e, -1); at.kind != onEvent && at.id != s.id {
		return at
	}
	switch b := e.Body.(type) {
	case *engine.ExpectationSet:
		return injectSubject(injectOf(b.ID))
	case *engine.MilestoneSet:
		return m.thingOf(injectOf(b.Source))
	case *engine.Messaged:
		if b.ReplyTo != "" && b.ReplyTo != s.id {
			return subject{kind: onMessage, id: b.ReplyTo, entry: -1}
		}
	case *engine.Ruled:
		return m.thingOf(b.On)
	}
	if m.roleOf(e.Seat) != nil && e.Seat != s.id {
		return roleSubject(e.Seat)
	}
	return subject{kind: onEvent, id: "", entry: i, t: e.T}
}
