package engine

import (
	"slices"

	"parley/scenarios"
)

// factKey names a fact that conditions watch.
type factKey struct {
	fact   scenarios.Fact
	id     string
	filter string // of acted: its first; furtherFilters if there are more
}

// timedTerm is a comparison of since or elapsed in a condition: it may turn
// After milliseconds after the fact.
type timedTerm struct {
	inject int32
	after  Millis
}

// facts are what conditions ask that is not in the vectors already.
type facts struct {
	milestones []milestoneState
	acts       map[actKey][]int32 // by name alone, and by name and role, side or target
	replies    map[string][]int32 // by question, those not replaced
	missed     map[string]int     // by inject
	phaseStart map[string]Millis
	exhibits   map[string][]int32 // by evidence
}

type milestoneState struct {
	set     bool
	since   Millis
	history []flip
}

type flip struct {
	t   Millis
	set bool
	to  Audience // who knows of it
}

func newFacts(x *Exercise) facts {
	f := facts{
		acts: map[actKey][]int32{}, replies: map[string][]int32{}, missed: map[string]int{},
		phaseStart: map[string]Millis{}, exhibits: map[string][]int32{},
	}
	f.milestones = make([]milestoneState, len(x.sc.Milestones))
	for i := range x.sc.Milestones {
		f.milestones[i].set = x.sc.Milestones[i].Set
	}
	return f
}

// asks notes which actions a condition of any kind asks for: no other need be
// found by name.
func (p *plan) asks(c *scenarios.Cond) {
	if c == nil {
		return
	}
	for _, a := range c.Args {
		p.asks(a)
	}
	switch c.Fact {
	case scenarios.FactActed:
		p.asked[askedFor(c.IDs)] = true
	case scenarios.FactStands, scenarios.FactSince:
		p.asked[actKey{c.IDs[0], ""}] = true
	}
}

// watch notes which facts the condition of an inject asks.
func (p *plan) watch(inject int32, c *scenarios.Cond) {
	switch c.Op {
	case scenarios.CondFact, scenarios.CondTime:
		key := factKey{fact: c.Fact}
		switch {
		case c.Fact == scenarios.FactHas:
			key.id = c.IDs[1]
		case c.Fact == scenarios.FactActed && len(c.IDs) > 2:
			p.filtered = true
			key.id, key.filter = c.IDs[0], furtherFilters
		case c.Fact == scenarios.FactActed && len(c.IDs) == 2:
			key.id, key.filter = c.IDs[0], c.IDs[1]
		case len(c.IDs) > 0:
			key.id = c.IDs[0]
		}
		if !slices.Contains(p.watchers[key], inject) {
			p.watchers[key] = append(p.watchers[key], inject)
		}
		if c.Op == scenarios.CondTime {
			after := c.Limit
			if c.Cmp == scenarios.CmpGreater || c.Cmp == scenarios.CmpLessEqual {
				after++ // the limit itself still counts as before
			}
			p.timed[key] = append(p.timed[key], timedTerm{inject, after})
		}
	default:
		for _, a := range c.Args {
			p.watch(inject, a)
		}
	}
}

// touch has the conditions that ask a fact looked at again.
func (x *Exercise) touch(k factKey) {
	if w := x.plan.watchers[k]; len(w) > 0 {
		x.dirty = append(x.dirty, w...)
	}
}

// happened says from when a time is counted: what compares it is looked at
// again now and when each of its limits is reached.
func (f *facts) happened(x *Exercise, k factKey, t Millis) {
	if k.fact == scenarios.FactElapsed && k.id != "" {
		f.phaseStart[k.id] = t
	}
	for _, term := range x.plan.timed[k] {
		x.dues.push(due{t: t + term.after, kind: dueCondition, ref: term.inject})
	}
	x.touch(k)
}

// holds evaluates a condition as of exercise time at, which is not after now.
func (x *Exercise) holds(c *scenarios.Cond, at Millis) bool {
	switch c.Op {
	case scenarios.CondTrue:
		return true
	case scenarios.CondAnd:
		for _, a := range c.Args {
			if !x.holds(a, at) {
				return false
			}
		}
		return true
	case scenarios.CondOr:
		for _, a := range c.Args {
			if x.holds(a, at) {
				return true
			}
		}
		return false
	case scenarios.CondNot:
		return !x.holds(c.Args[0], at)
	case scenarios.CondFact:
		return x.isSo(c, at)
	case scenarios.CondTime:
		since, ok := x.span(c, at)
		return ok && compare(since, c.Cmp, c.Limit)
	default:
		return false
	}
}

func compare(v Millis, cmp scenarios.Cmp, limit Millis) bool {
	switch cmp {
	case scenarios.CmpLess:
		return v < limit
	case scenarios.CmpLessEqual:
		return v <= limit
	case scenarios.CmpGreater:
		return v > limit
	default:
		return v >= limit
	}
}

func (x *Exercise) isSo(c *scenarios.Cond, at Millis) bool {
	id := c.IDs[0]
	switch c.Fact {
	case scenarios.FactDelivered:
		_, ok := x.lastDelivery(id, at)
		return ok
	case scenarios.FactActed:
		return slices.ContainsFunc(x.facts.acts[askedFor(c.IDs)], func(i int32) bool { return x.actMatches(i, c.IDs[1:], at) })
	case scenarios.FactAnswered:
		return slices.ContainsFunc(x.facts.replies[id], func(i int32) bool {
			r := x.replies.at(int(i))
			return r.T <= at && (len(c.IDs) == 1 || slices.Contains(r.Options, c.IDs[1]))
		})
	case scenarios.FactMilestone:
		return x.facts.milestones[x.plan.milestone[id]].at(at)
	case scenarios.FactHas:
		return slices.ContainsFunc(x.facts.exhibits[c.IDs[1]], func(i int32) bool {
			return x.has(x.exhibits.at(int(i)), id, markOf(c), at)
		})
	case scenarios.FactMissed:
		return x.facts.missed[id] > 0
	case scenarios.FactStands:
		return slices.ContainsFunc(x.facts.acts[actKey{id, ""}], func(i int32) bool {
			a := x.actions.at(int(i))
			return a.At <= at && !a.Withdrawn && !a.Lapsed && a.Outcome != nil && worked(a.Outcome.Result)
		})
	case scenarios.FactPhase:
		return x.clock.Phase >= 0 && x.sc.Phases[x.clock.Phase].ID == id
	default:
		return x.isSoBetween(c, at)
	}
}

// isSoBetween is isSo for what happens between the sides.
func (x *Exercise) isSoBetween(c *scenarios.Cond, at Millis) bool {
	switch c.Fact {
	case scenarios.FactMissedDeadline:
		d := x.legalClock(c.IDs[0])
		return d != nil && (d.Status == DeadlineMissed || d.Status == DeadlineLate)
	case scenarios.FactMet:
		d := x.legalClock(c.IDs[0])
		return d != nil && d.Status == DeadlineMet
	case scenarios.FactRequested, scenarios.FactAcknowledged, scenarios.FactAccepted, scenarios.FactRefused, scenarios.FactExecuted, scenarios.FactLate:
		return x.requestSo(c, at)
	case scenarios.FactCalled, scenarios.FactConnected, scenarios.FactMisused:
		return x.callSo(c, at)
	case scenarios.FactAssessed, scenarios.FactAdopted:
		return x.proposalSo(c, at)
	default:
		return false
	}
}

// actKey is what acted(action, filter…) is looked up by: its action and first
// filter, so that an action of one role has nobody look who asks for another.
type actKey struct{ action, filter string }

func askedFor(ids []string) actKey {
	if len(ids) == 1 {
		return actKey{ids[0], ""}
	}
	return actKey{ids[0], ids[1]}
}

// furtherFilters marks conditions that ask for more than one filter: the first
// action that answers to the first may not be theirs, so they look again at
// each.
const furtherFilters = "…"

// actKeys are all keys that an action answers to; some may be twice the same.
func actKeys(a *Action) [4]actKey {
	name := a.Name()
	return [4]actKey{{name, ""}, {name, a.Role}, {name, a.Side}, {name, a.Target}}
}

func worked(result string) bool { return result == ResultWorks || result == ResultInPart }

func (m *milestoneState) at(t Millis) bool {
	set := m.set
	for i := len(m.history) - 1; i >= 0; i-- {
		if m.history[i].t <= t {
			return m.history[i].set
		}
		set = !m.history[i].set // before its first change it was the other way
	}
	return set
}

func (x *Exercise) actMatches(i int32, filters []string, at Millis) bool {
	a := x.actions.at(int(i))
	if a.Withdrawn || a.At > at {
		return false
	}
	for _, f := range filters {
		if f != a.Role && f != a.Side && f != a.Target {
			return false
		}
	}
	return true
}

// lastDelivery is the t of an inject's last delivery not recalled, as of at.
func (x *Exercise) lastDelivery(inject string, at Millis) (Millis, bool) {
	m := x.msel.at(int(x.plan.inject[inject]))
	for i := len(m.deliveries) - 1; i >= 0; i-- {
		d := x.deliveries.at(int(m.deliveries[i]))
		if d.T <= at && (!d.Recalled || d.RecallAt > at) {
			return d.T, true
		}
	}
	return 0, false
}

// span is what since or elapsed gives, if what it counts from has happened.
func (x *Exercise) span(c *scenarios.Cond, at Millis) (Millis, bool) {
	if c.Fact == scenarios.FactElapsed {
		if len(c.IDs) == 0 {
			return at, true
		}
		t, ok := x.facts.phaseStart[c.IDs[0]]
		return at - t, ok && t <= at
	}
	t, ok := x.lastSo(c.IDs[0], at)
	return at - t, ok
}

// lastSo is when an inject was last delivered, an action last done, or a
// milestone last set.
func (x *Exercise) lastSo(id string, at Millis) (Millis, bool) {
	if _, ok := x.plan.inject[id]; ok {
		return x.lastDelivery(id, at)
	}
	if _, ok := x.plan.request[id]; ok {
		return x.lastRequest(id, at)
	}
	if _, ok := x.plan.hotline[id]; ok {
		return x.lastCall(id, at)
	}
	if i, ok := x.plan.milestone[id]; ok {
		m := &x.facts.milestones[i]
		return m.since, m.set && m.since <= at
	}
	last, ok := Millis(0), false
	for _, i := range x.facts.acts[actKey{id, ""}] {
		if a := x.actions.at(int(i)); !a.Withdrawn && a.At <= at {
			last, ok = max(last, a.At), true
		}
	}
	return last, ok
}
