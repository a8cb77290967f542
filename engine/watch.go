package engine

import (
	"slices"

	"parley/scenarios"
)

// What conditions of the scenario bring about, beside injects.
type watchKind int32

const (
	watchStart   watchKind = iota // a deadline starts
	watchMet                      // a deadline is met
	watchFor                      // something speaks for a commitment
	watchAgainst                  // or against it
	watchTable                    // a proposal is tabled
	watchNeeded                   // a hotline ought to be used
	watchKinds
)

// watcher names the condition of something that is no inject, where those of
// injects are named by their place: below zero.
func watcher(kind watchKind, place int) int32 {
	return -1 - (int32(place)*int32(watchKinds) + int32(kind))
}

func watched(ref int32) (kind watchKind, place int) {
	n := -1 - ref
	return watchKind(n % int32(watchKinds)), int(n / int32(watchKinds))
}

// watchersIn is how many of these conditions, in order, are no inject's.
func watchersIn(refs []int32) int {
	n, _ := slices.BinarySearch(refs, 0)
	return n
}

// eachWatch goes through the conditions that are no inject's.
func eachWatch(sc *scenarios.Scenario, do func(ref int32, c *scenarios.Cond)) {
	for i := range sc.Deadlines {
		do(watcher(watchStart, i), sc.Deadlines[i].Starts)
		do(watcher(watchMet, i), sc.Deadlines[i].Met)
	}
	for i := range sc.Commitments {
		do(watcher(watchFor, i), sc.Commitments[i].For)
		do(watcher(watchAgainst, i), sc.Commitments[i].Against)
	}
	for i := range sc.Proposals {
		do(watcher(watchTable, i), sc.Proposals[i].When)
	}
	for i := range sc.Hotlines {
		do(watcher(watchNeeded, i), sc.Hotlines[i].Needed)
	}
}

// look evaluates a condition that is no inject's, and lets follow what does.
// Each comes true once; what has come is seen by what it left.
func (x *Exercise) look(ref int32) {
	kind, i := watched(ref)
	switch kind {
	case watchStart:
		x.startLegal(i)
	case watchMet:
		x.meetLegal(i)
	case watchFor:
		x.bears(i, "for", x.sc.Commitments[i].For)
	case watchAgainst:
		x.bears(i, "against", x.sc.Commitments[i].Against)
	case watchTable:
		x.tablePlanned(i)
	case watchNeeded:
		x.needHotline(i)
	}
}

// sinceWhen is from when on a condition that holds has held, as far as that can
// be told: what was said or done earlier dates it (rule 7).
func (x *Exercise) sinceWhen(c *scenarios.Cond) Millis {
	switch c.Op {
	case scenarios.CondFact:
		switch c.Fact {
		case scenarios.FactActed, scenarios.FactMilestone, scenarios.FactDelivered, scenarios.FactRequested, scenarios.FactCalled:
			if len(c.IDs) == 1 || c.Fact == scenarios.FactActed {
				if t, ok := x.firstSo(c); ok {
					return t
				}
			}
		}
	case scenarios.CondAnd:
		t := Millis(0)
		for _, a := range c.Args {
			t = max(t, x.sinceWhen(a))
		}
		return t
	case scenarios.CondOr:
		t := x.now.T
		for _, a := range c.Args {
			if x.holds(a, x.now.T) {
				t = min(t, x.sinceWhen(a))
			}
		}
		return t
	case scenarios.CondTrue:
		return 0
	}
	return x.now.T
}

// firstSo is when what a fact speaks of first was so.
func (x *Exercise) firstSo(c *scenarios.Cond) (Millis, bool) {
	if c.Fact != scenarios.FactActed {
		return x.lastSo(c.IDs[0], x.now.T)
	}
	first, ok := Millis(0), false
	for _, i := range x.facts.acts[askedFor(c.IDs)] {
		if a := x.actions.at(int(i)); x.actMatches(i, c.IDs[1:], x.now.T) && (!ok || a.At < first) {
			first, ok = a.At, true
		}
	}
	return first, ok
}

// planBetween notes what the conditions of all that is no inject ask.
func (p *plan) planBetween(sc *scenarios.Scenario) {
	for i := range sc.Requests {
		p.request[sc.Requests[i].ID] = int32(i)
		for j := range sc.Requests[i].Fields {
			p.asks(sc.Requests[i].Fields[j].When)
		}
	}
	for i := range sc.Hotlines {
		p.hotline[sc.Hotlines[i].ID] = int32(i)
	}
	eachWatch(sc, func(ref int32, c *scenarios.Cond) {
		if c != nil {
			p.asks(c)
			p.watch(ref, c)
		}
	})
}
