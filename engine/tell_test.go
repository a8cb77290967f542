package engine

import (
	"slices"
	"strings"
	"testing"
)

// tale plays a short exercise and returns it.
func tale(t *testing.T) *Exercise {
	t.Helper()
	x := New(tellScenario(), 1)
	do := func(at Millis, seat, by string, op Op, change ...func(*Command)) {
		t.Helper()
		for len(x.Advance(at, 0)) > 0 {
			continue
		}
		c := Command{T: at, Seat: seat, By: by, Op: op, Said: SaidNow}
		for _, f := range change {
			f(&c)
		}
		if _, err := x.Do(c); err != nil {
			t.Fatalf("%s: %v", OpName(op), err)
		}
	}
	spoken := func(said Millis) func(*Command) {
		return func(c *Command) { c.How, c.Said = HowSpoken, said }
	}
	do(0, SeatControl, "ann", Start{})
	do(90_000, "alder-cyber", "bob", Act{Action: "preserve", Target: "mistwood", Cites: []string{"alder.preservation"}})
	do(95_000, "alder-law", "cho", CorrectFinding{Act: "alder-a1", Verdict: VerdictOutside, Cause: CauseDoesNotReach, Authority: "alder.preservation", Reason: "Mistwood is abroad."})
	do(100_000, "alder-cyber", "bot", AskApproval{Action: "search", Target: "mistwood", Authority: "alder.warrant", Text: "two lines\nof reasons"})
	do(110_000, "alder-law", "cho", Approve{Approval: "alder-p1"}, spoken(105_000))
	do(120_000, "birch-cyber", "dee", Act{Text: "We call \x1b[31mMistwood\x1b[0m"})
	do(160_000, SeatControl, "ann", DecideOutcome{Act: "alder-a1", Result: ResultFails, Text: "The provider\nrefuses."})
	do(170_000, SeatControl, "ann", Rule{Text: "Birch answers.", Reason: "No time left."})
	do(180_000, "alder-cyber", "bob", AskControl{Text: "Who is on duty?"})
	do(190_000, "alder-cyber", "bob", Disclose{Item: "alder-a1", To: []string{"birch"}})
	do(200_000, SeatControl, "ann", Expunge{Texts: []string{"alder-t2"}, Reason: "A real name."})
	do(210_000, SeatControl, "ann", Pause{})
	return x
}

func told(v View, lang string) string {
	var lines []string
	for i := range v.LogLen() {
		lines = append(lines, v.Tell(v.LogAt(i), lang))
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestTell(t *testing.T) {
	t.Parallel()
	x := tale(t)
	for seat, want := range map[string]string{
		SeatControl: `STARTEX: the exercise begins
play begins: First days
report “Files copied out” → Alder
alder-cyber: Order a provider to preserve data → Mistwood Hosting, citing Preservation letter
finding on alder-a1: Preservation letter as stated does not reach Mistwood Hosting (Birch) (provisional)
expectation met: Order a provider to preserve data (alder-a1)
finding on alder-a1: Preservation letter as stated does not reach Mistwood Hosting (Birch) (corrected): “Mistwood is abroad.”
alder-cyber asks approval of alder-law: Search premises → Mistwood Hosting, under Warrant: [expunged] (bot)
alder-law approves alder-p1 (Search premises) (spoken, said at T+00:01:45)
birch-cyber: “We call ␛[31mMistwood␛[0m”
outcome proposed: alder-a1 (Order a provider to preserve data) works
outcome: alder-a1 (Order a provider to preserve data) fails: “The provider …”
ruling, for Alder, Birch: “Birch answers.”, because “No time left.”
alder-cyber → control: “Who is on duty?”
alder-cyber discloses to Birch: action “Order a provider to preserve data”
control expunges a text: “A real name.”
the clock is paused
`,
		"alder-cyber": `STARTEX: the exercise begins
play begins: First days
Corvane Turbines: Files copied out
alder-cyber: Order a provider to preserve data → Mistwood Hosting, citing Preservation letter
finding on alder-a1: Preservation letter as stated does not reach Mistwood Hosting (Birch) (corrected): “Mistwood is abroad.”
alder-cyber asks approval of alder-law: Search premises → Mistwood Hosting, under Warrant: [expunged] (bot)
alder-law approves alder-p1 (Search premises) (spoken, said at T+00:01:45)
outcome: alder-a1 (Order a provider to preserve data) fails: “The provider …”
ruling, for Alder, Birch: “Birch answers.”, because “No time left.”
alder-cyber → control: “Who is on duty?”
alder-cyber discloses to Birch: action “Order a provider to preserve data”
control expunges a text
the clock is paused
`,
		"birch-cyber": `STARTEX: the exercise begins
play begins: First days
birch-cyber: “We call ␛[31mMistwood␛[0m”
ruling, for Alder, Birch: “Birch answers.”, because “No time left.”
Alder discloses to Birch: action “Order a provider to preserve data”
the clock is paused
`,
	} {
		v, _ := x.View(seat)
		if got := told(v, "en"); got != want {
			t.Errorf("%s is told:\n%swant:\n%s", seat, got, want)
		}
	}
}

// Whatever event a caller hands in, a seat is told nothing that its own log
// does not hold.
func TestTellKeepsSecrets(t *testing.T) {
	t.Parallel()
	x := tale(t)
	control, _ := x.View(SeatControl)
	for _, seat := range []string{"alder-cyber", "alder-law", "birch-cyber"} {
		v, _ := x.View(seat)
		log := strings.Split(told(v, "en"), "\n")
		for i := range control.Events() {
			e := control.EventAt(i)
			if line := v.Tell(e, "en"); line != "" && e.Body.Kind() != "typed" && !slices.Contains(log, line) {
				t.Errorf("%s is told: %s", seat, line)
			}
		}
		if got := v.TellWaiting(Waiting{Kind: "due", Class: "inject", Ref: "report"}, "en"); got != "" {
			t.Errorf("%s is told of the queue: %s", seat, got)
		}
	}
}

func TestTellFinding(t *testing.T) {
	t.Parallel()
	x := tale(t)
	for _, c := range []struct {
		seat, act string
		want      []string
	}{
		{SeatControl, "alder-a1", []string{
			"outside authority as stated", "Preservation letter: Act 1 § 2",
			"Preservation letter as stated does not reach Mistwood Hosting (Birch)", "corrected by alder-law: “Mistwood is abroad.”",
		}},
		{SeatControl, "birch-a1", []string{"said in free words: nobody has counted it as an action yet, so there is no finding"}},
	} {
		v, _ := x.View(c.seat)
		a, _ := v.Action(c.act)
		if got := v.TellFinding(a, "en"); !slices.Equal(got, c.want) {
			t.Errorf("%s, %s:\n%s\nwant:\n%s", c.seat, c.act, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Every cause that judging can give is said with what it speaks of.
func TestTellCauses(t *testing.T) {
	t.Parallel()
	x := New(tellScenario(), 1)
	v, _ := x.View("alder-law")
	a := Action{Acted: &Acted{ID: "alder-a1", Action: "search", Target: "mistwood"}, Role: "alder-cyber", Side: "alder"}
	for _, code := range causeCodes() {
		for _, args := range []map[string]string{
			nil,
			{"authority": "alder.warrant", "agency": "alder-police", "holders": "alder-justice", "action": "search", "target": "mistwood", "side": "birch", "condition": `milestone("x")`, "approval": "prosecutor", "what": "power", "until": "2016-04-01"},
			{"authority": "", "side": "alder", "action": "search", "target": ""},
		} {
			got := teller{v, "en"}.cause(&a, Cause{Code: code, Args: args})
			if strings.Contains(got, "cause.") || strings.ContainsAny(got, "{}[]") || strings.Contains(got, "  ") {
				t.Errorf("%s %v: %q", code, args, got)
			}
		}
	}
}

func TestTellWaiting(t *testing.T) {
	t.Parallel()
	x := tale(t)
	v, _ := x.View(SeatControl)
	var got []string
	for _, w := range v.Waiting() {
		got = append(got, v.TellWaiting(w, "en"))
	}
	want := []string{
		"which action is this? birch-cyber: “We call ␛[31mMistwood␛[0m”",
		"alder-cyber asks control: “Who is on duty?”",
	}
	if !slices.Equal(got, want) {
		t.Errorf("waiting:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFormatT(t *testing.T) {
	t.Parallel()
	for ms, want := range map[Millis]string{0: "T+00:00:00", 3_723_999: "T+01:02:03", 360_000_000: "T+100:00:00", -61_000: "T-00:01:01"} {
		if got := FormatT(ms); got != want {
			t.Errorf("FormatT(%d) = %s, want %s", ms, got, want)
		}
	}
}
