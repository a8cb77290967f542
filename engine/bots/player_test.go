package bots_test

import (
	"strconv"
	"strings"
	"testing"

	"parley/engine"
	"parley/scenarios"
)

// annotated is quiet-lathe with a mark in everything that is for control: notes,
// objectives, and deadlines that no other time is.
func annotated(t *testing.T) *scenarios.Scenario {
	sc := quietLathe(t)
	mark := func(what string) scenarios.Text { return scenarios.Text{sc.Language: "⟦" + what + "⟧"} }
	for i := range sc.Injects {
		sc.Injects[i].Note = mark("note of an inject")
		for k := range sc.Injects[i].Expects {
			e := &sc.Injects[i].Expects[k]
			e.Note, e.Within = mark("note of an expected action"), e.Within+17
		}
	}
	for i := range sc.Objectives {
		sc.Objectives[i].Title = mark("objective")
		for k := range sc.Objectives[i].Tasks {
			sc.Objectives[i].Tasks[k].Title = mark("task")
		}
	}
	for i := range sc.Phases {
		for k := range sc.Phases[i].Segments {
			s := &sc.Phases[i].Segments[k]
			s.Note = mark("note of a segment")
			s.Questions = []scenarios.Discussion{{Question: scenarios.Question{ID: "later" + strconv.Itoa(k), Kind: "text", Prompt: mark("question to come")}, Note: mark("note of a question")}}
		}
	}
	for i := range sc.Personas {
		sc.Personas[i].Note = mark("note of a persona")
	}
	return sc
}

// A player's view holds no expected action, deadline of one, objective or
// control's note: not by any method, for any id, at any moment, over seeds.
func TestAPlayersViewHoldsNothingOfControls(t *testing.T) {
	t.Parallel()
	sc := annotated(t)
	plan := engine.Prepare(sc)
	looked := 0
	for seed := range few(8) {
		m := newMarked(t, plan, sc, seed)
		moments := []engine.Millis{3, 14, 31}
		if seed%10 == 0 {
			moments = append(moments, 90, 181)
		}
		for i, at := range moments {
			for m.step((at + engine.Millis(seed%5)) * 60_000) {
			}
			m.give(engine.Command{T: m.x.Clock().T, Seat: engine.SeatControl, By: "bot", Op: engine.MakeNote{On: m.seats[3], Text: "⟦control's note⟧"}})
			for k := range 3 {
				m.lookAsPlayer(m.seats[1+(int(seed)+3*i+7*k)%(len(m.seats)-1)])
				looked++
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d views", looked)
}

func (m *marked) lookAsPlayer(seat string) {
	v, _ := m.x.View(seat)
	all := map[string]bool{}
	deadlines, times := map[string]bool{}, map[string]bool{} // of expected actions; of all else
	for i := range m.events {
		for _, token := range m.tells[i] {
			all[token] = true
		}
		e := &m.events[i]
		times[strconv.FormatInt(e.T, 10)], times[strconv.FormatInt(e.Said, 10)] = true, true
		if b, ok := e.Body.(*engine.Expected); ok {
			for _, it := range b.Items {
				deadlines[strconv.FormatInt(it.Deadline, 10)] = true
			}
		}
	}
	s := sight{t: m.t, v: v, events: m.events, waiting: m.queues(), ids: m.ids(all), sides: m.sides, sideOf: m.side, plan: true}
	seen := s.everything()
	if len(seen) < 100 {
		m.t.Errorf("%s sees next to nothing: the test does not look", seat)
	}
	for text := range seen {
		switch {
		case deadlines[text] && !times[text]:
			m.t.Errorf("seed %d: %s has the deadline %s", m.x.Seed(), seat, text)
		case strings.HasPrefix(text, "type "):
			for _, control := range []string{"Expectation", "Expect", "ExpectationSet", "Expected", "Note", "Noted", "Rating", "Rated", "Objective", "Task", "Inject", "MSELItem", "Persona", "Milestone", "MilestoneState", "OutcomeProposed", "Scenario", "Check", "RequestChecked", "Bearing", "CommitmentBears", "CommitmentJudged", "HotlineNeeded"} {
				if strings.HasSuffix(text, "."+control) {
					m.t.Errorf("seed %d: %s has a %s", m.x.Seed(), seat, text)
				}
			}
		}
		for _, what := range []string{"⟦note", "⟦objective", "⟦task", "⟦question to come", "⟦control's"} {
			if strings.Contains(text, what) {
				m.t.Errorf("seed %d: %s reads %q", m.x.Seed(), seat, text)
			}
		}
	}
}
