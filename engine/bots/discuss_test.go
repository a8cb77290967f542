package bots_test

import (
	"testing"

	"parley/engine"
	"parley/scenarios"
)

// A tabletop that is talked runs to its end without people: every question is
// put, every side that it went to answers, and the plenary hears every answer
// of a breakout.
func TestBotsTalkOpenHoursThrough(t *testing.T) {
	sc, problems := scenarios.Open("open-hours")
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	for seed := range few(3) {
		x := engine.New(sc, seed)
		drive(t, x)
		v, _ := x.View(engine.SeatControl)
		if c := x.Clock(); c.Life != engine.Over {
			t.Fatalf("seed %d: %s at %s", seed, c.Life, engine.FormatT(c.T))
		}
		reported := map[string]bool{}
		for _, r := range v.Reportings() {
			reported[r.Question+r.Side] = true
		}
		for _, p := range v.Puts() {
			for _, side := range p.Sides {
				answered := false
				for _, r := range v.Replies(p.Asked.ID) {
					answered = answered || r.Side == side
				}
				if !answered || p.Alone && !reported[p.Asked.ID+side] {
					t.Errorf("seed %d: %s of %s: answered %v, reported %v", seed, p.Asked.ID, side, answered, reported[p.Asked.ID+side])
				}
			}
		}
		if n, all := len(v.Puts()), v.QuestionNumber(lastQuestion(sc)); n != all {
			t.Errorf("seed %d: %d of %d questions were put", seed, n, all)
		}
	}
}

func lastQuestion(sc *scenarios.Scenario) string {
	last := ""
	for _, p := range sc.Phases {
		for _, s := range p.Segments {
			for _, q := range s.Questions {
				last = q.ID
			}
		}
	}
	return last
}
