package engine

import "testing"

const rated = `
[[objective]]
id = "timely"
title = "Preserve in time"
  [[objective.task]]
  id = "know-whom"
  title = "Know whom to call"
`

// An evaluator rates objectives and tasks; the last word of each person stands,
// and can be taken back.
func TestRatings(t *testing.T) {
	t.Parallel()
	tb := started(t, rated)
	rates := func(by, seat string, op Rate) {
		t.Helper()
		tb.give(Command{Seat: seat, By: by, Op: op, Said: SaidNow})
	}
	rates("eve", SeatEvaluator, Rate{On: "timely", Rating: RatingMajor, Text: "nobody knew the number"})
	rates("eve", SeatEvaluator, Rate{On: "timely", Rating: RatingSome, Text: "found in the end"})
	rates("max", SeatEvaluator, Rate{On: "timely", Rating: RatingPerformed})
	rates("ana", SeatControl, Rate{On: "know-whom", Rating: RatingUnable})
	tb.refuses("nothing-changed", SeatEvaluator, Rate{On: "timely"})
	tb.refuses("no-such-rating", SeatEvaluator, Rate{On: "timely", Rating: "A"})
	tb.refuses("no-such-objective", SeatEvaluator, Rate{On: "alder-cyber", Rating: RatingPerformed})
	tb.refuses("not-yours", "alder-cyber", Rate{On: "timely", Rating: RatingPerformed})
	tb.refuses("not-yours", SeatSimulator, Rate{On: "timely", Rating: RatingPerformed})
	tb.refuses("looks-on", SeatObserver, Rate{On: "timely", Rating: RatingPerformed})
	tb.do(SeatControl, End{})
	rates("max", SeatEvaluator, Rate{On: "timely"})
	v, _ := tb.x.View(SeatControl)
	got := ""
	for _, r := range v.Ratings() {
		text, _ := v.Text(r.Text)
		got += r.On + " " + r.Rating + " by " + r.By + " at " + r.Seat + " " + text + "; "
	}
	if want := "timely S by eve at evaluator found in the end; know-whom U by ana at control ; "; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if v, _ := tb.x.View("alder-cyber"); v.Ratings() != nil {
		t.Error("a player reads ratings")
	}
	if got := v.Tell(v.LogAt(v.LogLen()-1), "en"); got != "evaluator takes its rating of “Preserve in time” back" {
		t.Errorf("told: %s", got)
	}
}

// An evaluator of a side rates for that side's controller alone, until all is
// opened up.
func TestRatingsOfASide(t *testing.T) {
	t.Parallel()
	tb := sided(t, rated)
	tb.do("evaluator/alder", Rate{On: "timely", Rating: RatingMajor, Text: "slow"})
	for seat, n := range map[string]int{"control/alder": 1, "control/birch": 0, SeatControl: 0, "evaluator/alder": 1} {
		if v, _ := tb.x.View(seat); len(v.Ratings()) != n {
			t.Errorf("%s reads %d ratings, not %d", seat, len(v.Ratings()), n)
		}
	}
}
