package engine

import (
	"fmt"
	"strings"
	"testing"
)

// part finds a part of a score by the codes that lead to it, with the number of
// one of several after a colon: "requests/request:0/mandatory".
func part(t *testing.T, s Score, path string) Score {
	t.Helper()
	for _, code := range strings.Split(path, "/") {
		found := false
		for _, p := range s.Parts {
			if p.Code == code {
				s, found = p, true
				break
			}
		}
		if !found {
			t.Fatalf("there is no %s of %s in %s", code, path, shown(s))
		}
	}
	return s
}

func shown(s Score) string {
	out := fmt.Sprintf("%s %.1f/%.0f", s.Code, s.Points, s.Of)
	for _, p := range s.Parts {
		out += " (" + shown(p) + ")"
	}
	return out
}

func (tb *table) score(side string) Score {
	tb.t.Helper()
	v, _ := tb.x.View(SeatControl)
	scores, ok := v.Scores()
	for _, s := range scores.Sides {
		if ok && s.Side == side {
			return s.Score
		}
	}
	tb.t.Fatalf("no score of %s", side)
	return Score{}
}

func wantPoints(t *testing.T, s Score, path string, want float64) {
	t.Helper()
	p := part(t, s, path)
	if d := p.Points - want; d > 0.05 || d < -0.05 {
		t.Errorf("%s is %s, want %.1f", path, shown(p), want)
	}
}

// The life of a request that is neither well made nor wholly granted, with each
// number worked out by hand.
func TestARequestSupplementedRefusedInPartExecutedInPartIsScored(t *testing.T) {
	tb := started(t, keepRequests+"[scores]\n")
	lacking := full()
	delete(lacking, "authority")
	delete(lacking, "offence")
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: lacking, Cites: []string{"treaty"}})
	tb.until("5m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "ask-supplement", Asked: []string{"authority", "offence"}, Cites: []string{"duty"}})
	tb.until("9m") // four minutes' pause
	tb.do("alder-cyber", StepRequest{Request: q, Step: "supplement", Fields: map[string]string{"authority": "Police", "offence": "Intrusion"}, Cites: []string{"treaty"}})
	tb.until("10m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "accept-part", Items: []string{"logs"}, Ground: "sovereignty", Text: "Not the logs.", Cites: []string{"duty"}})
	tb.until("12m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "update", Text: "The image is being made.", Cites: []string{"duty"}})
	tb.until("20m")
	step := tb.do("birch-cyber", StepRequest{Request: q, Step: "execute-part", Items: []string{"addresses"}, Text: "The servers are preserved.", Cites: []string{"duty"}})
	tb.do("alder-cyber", StepRequest{Request: q, Step: "close", Cites: []string{"treaty"}})

	a := tb.score("alder")
	// Three fields are mandatory, one of them is there: a third of 60. Nothing is
	// conditional now: 15. The technical minimum is there: 15. Channel 5, language 5.
	wantPoints(t, a, "requests/request/mandatory", 20)
	wantPoints(t, a, "requests/request/conditional", 15)
	wantPoints(t, a, "requests/request/technical", 15)
	wantPoints(t, a, "requests", 60)

	b := tb.score("birch")
	// A lawful part 40, both items spoken to 20, no evidence that lacks a hash 5,
	// in words 5, in their language 5, both updates in time 10, told 5, limits 10.
	wantPoints(t, b, "responses/response/lawful-part", 40)
	wantPoints(t, b, "responses/response/completeness", 20)
	wantPoints(t, b, "responses", 100)
	// Acknowledged and verdict after 5 of 6 and 8 minutes: 1, 1. The protective
	// step after 20 - 4 = 16 of 10 minutes: 1 - 6/20 = 0.7. The answer after 16
	// of 20: 1. Two updates after 2 and 8 of 10: 1, 1.
	wantPoints(t, b, "timeliness", 100*(1+1+0.7+1+1+1)/6)
	// 0.30 timeliness, 0.25 responses, 0.15 authority (all within) of 0.70.
	wantPoints(t, b, "authority", 100)
	wantPoints(t, Score{Parts: []Score{b}}, "side", (30*95+25*100+15*100)/70.0)
	late := part(t, b, "timeliness/class").Parts[2]
	if late.From[1] != step {
		t.Errorf("the protective step's score opens to %v, not to %s", late.From, step)
	}
}

// The same request answered on time, late by half of its time, and never.
func TestTimelinessFallsInAStraightLineToThreeTimesTheTarget(t *testing.T) {
	for at, want := range map[string]float64{"20m": 100, "30m": 75, "": 0} {
		tb := started(t, keepRequests+"[scores]\n")
		q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
		if at != "" {
			tb.until(at)
			tb.do("birch-cyber", StepRequest{Request: q, Step: "execute"})
		}
		tb.until("30m")
		tb.do(SeatControl, End{})
		for _, s := range part(t, tb.score("birch"), "timeliness/class").Parts {
			if s.Args["time"] == "answer" && s.Points != want {
				t.Errorf("answered at %q: %s, want %.0f", at, shown(s), want)
			}
		}
	}
}

func TestAReasonedRefusalScoresAsAnAnswer(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps []StepRequest
		want  float64
	}{
		{"after consultation, on a ground", []StepRequest{{Step: "consult", Text: "May we give the customer's name only?"}, {Step: "refuse", Ground: "sovereignty", Text: "Art. 29(5)."}}, 100},
		{"on a ground", []StepRequest{{Step: "refuse", Ground: "sovereignty", Text: "Art. 29(5)."}}, 90},
		{"without a word", []StepRequest{{Step: "refuse"}}, 10 + 0 + 5 + 0 + 5 + 10 + 0 + 10},
	} {
		tb := started(t, keepRequests+"[scores]\n")
		q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
		for _, s := range c.steps {
			s.Request = q
			tb.do("birch-cyber", s)
		}
		if got := part(t, tb.score("birch"), "responses"); got.Points != c.want {
			t.Errorf("refused %s: %s, want %.0f", c.name, shown(got), c.want)
		}
	}
}

func TestScoresAreASidesOwnUntilAllReleaseThem(t *testing.T) {
	tb := started(t, keepRequests+"[scores]\n")
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.do("birch-cyber", StepRequest{Request: q, Step: "execute", Text: "Done."})
	sees := func(seat string) string {
		v, _ := tb.x.View(seat)
		scores, _ := v.Scores()
		out := ""
		for _, s := range scores.Sides {
			out += s.Side + " "
		}
		return out
	}
	if got := sees("alder-cyber"); got != "" {
		t.Errorf("during play a player sees the scores of %s", got)
	}
	tb.do(SeatControl, End{})
	if got := sees("alder-cyber"); got != "alder " {
		t.Errorf("after ENDEX alder sees the scores of %q", got)
	}
	tb.do("birch-cyber", ReleaseScores{})
	if got := sees("alder-cyber"); got != "alder " {
		t.Errorf("after one release alder sees the scores of %q", got)
	}
	tb.do(SeatControl, ReleaseScores{Side: "alder"})
	if got := sees("alder-cyber"); got != "alder birch " {
		t.Errorf("after both releases alder sees the scores of %q", got)
	}
	tb.refuses("nothing-changed", "birch-cyber", ReleaseScores{})
	if tb := started(t, keepRequests); true {
		tb.refuses("no-scores", "birch-cyber", ReleaseScores{})
		if v, _ := tb.x.View(SeatControl); true {
			if _, ok := v.Scores(); ok {
				t.Error("there are scores though the scenario has none")
			}
		}
	}
}

// Every number has words for what it is.
func TestEveryScoreHasWords(t *testing.T) {
	tb := started(t, keepRequests+"[scores]\n")
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.do("birch-cyber", StepRequest{Request: q, Step: "execute-part", Items: []string{"logs"}})
	v, _ := tb.x.View(SeatControl)
	var said func(s Score)
	said = func(s Score) {
		got := v.TellScore(&s, "en")
		if strings.Contains(got, "score.") || strings.ContainsAny(got, "{}") || got == "" {
			t.Errorf("%s is said as %q", s.Code, got)
		}
		for _, p := range s.Parts {
			said(p)
		}
	}
	said(tb.score("birch"))
	said(tb.score("alder"))
}
