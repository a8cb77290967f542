package bots_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/scenarios"
)

// With -seeds 100 every scenario is looked at in full; with few only that it
// runs.
var seeds = flag.Uint64("seeds", 0, "over how many seeds bots play each scenario of the library; from 100 on all of it must be reached")

// few is how many seeds a test goes over that by default goes over n.
func few(n uint64) uint64 {
	if *seeds > 0 {
		return *seeds
	}
	return n
}

// The parts of a scenario that exercises can reach.
const (
	partInjects   = "injects"
	partBranches  = "branches"
	partRequests  = "request kinds"
	partResponses = "response times"
	partClocks    = "legal clocks"
	partSteps     = "request steps"
	partCalls     = "call steps"
	partMisuses   = "misuses"
	partSupports  = "assessments"
	partHotlines  = "hotlines"
	partProposals = "proposals"
	partBearings  = "commitments"
)

// reach counts in how many exercises each part of a scenario was reached.
type reach struct {
	parts []string
	items map[string][]string       // by part, in the scenario's order
	times map[string]map[string]int // by part and item
}

func newReach(sc *scenarios.Scenario) *reach {
	r := &reach{items: map[string][]string{}, times: map[string]map[string]int{}}
	for i := range sc.Injects {
		d := &sc.Injects[i]
		if d.When == nil {
			r.add(partInjects, d.ID)
		} else {
			r.add(partBranches, d.ID)
		}
		for k := range d.Alternatives {
			r.add(partBranches, alternative(d.ID, k))
		}
	}
	for i := range sc.Requests {
		k := &sc.Requests[i]
		r.add(partRequests, k.ID)
		for _, t := range k.Times {
			for _, step := range scenarios.TimeSteps() {
				if t.Steps[step] > 0 {
					r.add(partResponses, response(k.ID, t.Urgency, step))
				}
			}
		}
	}
	for i := range sc.Deadlines {
		r.add(partClocks, sc.Deadlines[i].ID)
	}
	for i := range sc.Hotlines {
		r.add(partHotlines, sc.Hotlines[i].ID)
	}
	for i := range sc.Proposals {
		r.add(partProposals, sc.Proposals[i].ID)
	}
	for i := range sc.Commitments {
		if c := &sc.Commitments[i]; c.For != nil {
			r.add(partBearings, c.ID+" "+engine.WayFor)
		}
		if c := &sc.Commitments[i]; c.Against != nil {
			r.add(partBearings, c.ID+" "+engine.WayAgainst)
		}
	}
	if len(sc.Hotlines) > 0 {
		r.add(partCalls, engine.CallSteps()...)
		r.add(partMisuses, engine.MisuseRole, engine.MisuseScope, engine.MisuseCalm, engine.MisuseLower)
	}
	if len(sc.Proposals) > 0 {
		r.add(partSupports, engine.Supports()...)
	}
	if len(sc.Requests) > 0 {
		r.add(partSteps, scenarios.SenderSteps()...)
		r.add(partSteps, scenarios.ReceiverSteps()...)
	}
	return r
}

func alternative(inject string, n int) string { return fmt.Sprintf("%s, alternative %d", inject, n+1) }

func response(kind, urgency, step string) string { return kind + ", " + urgency + ": " + step }

func (r *reach) add(part string, items ...string) {
	if !slices.Contains(r.parts, part) {
		r.parts = append(r.parts, part)
		r.times[part] = map[string]int{}
	}
	r.items[part] = append(r.items[part], items...)
}

// count takes in one exercise, as control sees it after its end.
func (r *reach) count(v engine.View) {
	seen := map[[2]string]bool{}
	for i := range v.Events() {
		for part, items := range reached(v, v.EventAt(i)) {
			for _, item := range items {
				seen[[2]string{part, item}] = true
			}
		}
	}
	for _, part := range r.parts {
		for _, item := range r.items[part] {
			if seen[[2]string{part, item}] {
				r.times[part][item]++
			}
		}
	}
}

// reached are the items that an event reaches, by part.
func reached(v engine.View, e *engine.Event) map[string][]string {
	switch b := e.Body.(type) {
	case *engine.Delivered:
		return map[string][]string{partInjects: {b.Inject}, partBranches: {b.Inject}}
	case *engine.ChoseAlternative:
		inject, _, _ := strings.Cut(b.Delivery, "#")
		return map[string][]string{partBranches: {alternative(inject, b.Alternative)}}
	case *engine.RequestSent:
		return map[string][]string{partRequests: {b.Request}}
	case *engine.RequestStepped:
		return map[string][]string{partSteps: {b.Step}}
	case *engine.RequestForwarded:
		return map[string][]string{partSteps: {scenarios.StepForward}}
	case *engine.DeadlineStarted:
		if req, ok := v.Request(b.Request); ok {
			return map[string][]string{partResponses: {response(req.Request, req.Urgency, b.Step)}}
		}
		return map[string][]string{partClocks: {b.Deadline}}
	case *engine.HotlineOpened:
		return map[string][]string{partHotlines: {b.Hotline}}
	case *engine.HotlineStepped:
		return map[string][]string{partCalls: {b.Step}}
	case *engine.HotlineFound:
		return map[string][]string{partMisuses: b.Causes}
	case *engine.ProposalAssessed:
		return map[string][]string{partSupports: {b.Verdict}}
	case *engine.ProposalTabled:
		return map[string][]string{partProposals: {b.Proposal}}
	case *engine.CommitmentBears:
		return map[string][]string{partBearings: {b.Commitment + " " + b.Way}}
	}
	return nil
}

// missing are the items that no exercise reached.
func (r *reach) missing() []string {
	var out []string
	for _, part := range r.parts {
		for _, item := range r.items[part] {
			if r.times[part][item] == 0 {
				out = append(out, part+": "+item)
			}
		}
	}
	return out
}

// String is a table: of each part how much of it there is, how much of it was
// reached, and how often what was reached most seldom.
func (r *reach) String() string {
	var out strings.Builder
	for _, item := range r.missing() {
		fmt.Fprintf(&out, "\n  not reached: %s", item)
	}
	for _, part := range r.parts {
		reached, least, seldom := 0, 1<<30, ""
		for _, item := range r.items[part] {
			if n := r.times[part][item]; n > 0 {
				reached++
				if n < least {
					least, seldom = n, item
				}
			}
		}
		fmt.Fprintf(&out, "\n  %-15s %3d of %3d", part, reached, len(r.items[part]))
		if seldom != "" {
			fmt.Fprintf(&out, "   most seldom in %d: %s", least, seldom)
		}
	}
	return out.String()
}

// library are the scenarios that come with the program.
func library(t *testing.T) []*scenarios.Scenario {
	t.Helper()
	var out []*scenarios.Scenario
	for _, e := range scenarios.Library() {
		sc, problems := scenarios.Open(e.ID)
		if err := problems.Err(); err != nil {
			t.Fatal(problems)
		}
		out = append(out, sc)
	}
	return out
}

// Bots play every scenario of the library to its end, give no command that is
// refused, and over a hundred seeds reach all of it.
func TestBotsReachEverything(t *testing.T) {
	n := few(3)
	for _, sc := range library(t) {
		t.Run(sc.ID, func(t *testing.T) {
			t.Parallel()
			r, plan, verdicts := newReach(sc), engine.Prepare(sc), map[string]int{}
			var length engine.Millis
			for _, p := range sc.Phases {
				for _, s := range p.Segments {
					length += s.Length
				}
			}
			for seed := range n {
				x := plan.New(seed)
				drive(t, x)
				if c := x.Clock(); c.Life != engine.Over || c.T != length {
					t.Fatalf("seed %d: %s at %s", seed, c.Life, engine.FormatT(c.T))
				}
				v, _ := x.View(engine.SeatControl)
				r.count(v)
				for i := range v.ActionsLen() {
					if f := v.ActionAt(i).Finding; f != nil {
						verdicts[f.Verdict]++
					}
				}
			}
			t.Logf("over %d seeds, findings %v:%s", n, verdicts, r)
			for _, v := range []string{engine.VerdictWithin, engine.VerdictUncited, engine.VerdictOutside} {
				if verdicts[v] == 0 {
					t.Errorf("nobody ever acted %s authority", v)
				}
			}
			if missing := r.missing(); len(missing) > 0 && n >= 100 {
				t.Errorf("no seed reached\n  %s", strings.Join(missing, "\n  "))
			}
		})
	}
}

// The same seed gives the same exercise, byte for byte.
func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	sc := quietLathe(t)
	once := func() []byte {
		x := engine.New(sc, 11)
		drive(t, x)
		v, _ := x.View(engine.SeatControl)
		var out []byte
		for i := range v.Events() {
			content, err := engine.Encode(v.EventAt(i))
			if err != nil {
				t.Fatal(err)
			}
			out = append(append(out, content...), '\n')
		}
		return out
	}
	a, b := once(), once()
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("…%s\nand\n…%s", a[max(0, i-200):i+50], b[max(0, i-200):i+50])
		}
	}
	if len(a) != len(b) || len(a) == 0 {
		t.Errorf("%d and %d bytes", len(a), len(b))
	}
}
