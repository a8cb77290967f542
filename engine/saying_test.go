package engine

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What the controller, the legal adviser, and the player who acted read about
// one action for each cause of rule 6, before the finding stands and after.
func TestWhatEachReadsOfAFinding(t *testing.T) {
	for lang, golden := range map[string]string{"en": "testdata/findings.txt", "zh-Hans": "testdata/findings.zh.txt"} {
		t.Run(lang, func(t *testing.T) { wantReadings(t, lang, golden) })
	}
}

func wantReadings(t *testing.T, lang, golden string) {
	t.Helper()
	tb := play(t, powers)
	inChinese(tb.x.sc)
	tb.x.plan.forPlayers = newForPlayers(tb.x.sc)
	tb.do(SeatControl, Start{})
	tb.do(SeatControl, SetMilestone{"filed"})
	p := tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant"})
	tb.do("alder-prosecutor", Approve{Approval: p})
	tb.until("11m") // the approval has lapsed
	tb.do(SeatControl, ClearMilestone{"filed"})
	var out strings.Builder
	for _, c := range []struct {
		what, seat string
		op         Act
	}{
		{"the right authority", "alder-cyber", Act{Action: "preserve", Target: "corvane", Cites: []string{"preservation"}}},
		{"none cited", "alder-cyber", Act{Action: "preserve", Target: "corvane"}},
		{"not held", "alder-cyber", Act{Action: "preserve", Target: "corvane", Cites: []string{"summons"}}},
		{"not permitted", "alder-cyber", Act{Action: "search", Target: "corvane", Cites: []string{"preservation"}}},
		{"nothing stated permits it", "birch-cyber", Act{Action: "search", Target: "mistwood"}},
		{"does not reach", "alder-cyber", Act{Action: "preserve", Target: "mistwood", Cites: []string{"preservation"}}},
		{"condition unmet, approval lapsed", "alder-cyber", Act{Action: "search", Target: "corvane", Cites: []string{"warrant"}}},
		{"approval missing", "alder-cyber", Act{Action: "search", Target: "mistwood", Cites: []string{"warrant"}}},
		{"no longer in force", "alder-cyber", Act{Action: "preserve", Target: "mistwood", Cites: []string{"old-power"}}},
		{"not yet in force", "alder-cyber", Act{Action: "preserve", Target: "mistwood", Cites: []string{"new-power"}}},
	} {
		act := tb.do(c.seat, c.op)
		fmt.Fprintf(&out, "== %s\n", c.what)
		says := func(who, seat string) {
			v, _ := tb.x.View(seat)
			a, ok := v.Action(act)
			if !ok {
				fmt.Fprintf(&out, "%s: nothing of it\n", who)
				return
			}
			lines := v.TellFinding(a, lang)
			if len(lines) == 0 {
				lines = []string{"no finding yet"}
			}
			fmt.Fprintf(&out, "%s: %s\n", who, strings.Join(lines, " | "))
		}
		says("controller", SeatControl)
		says("player", c.seat)
		tb.do(SeatControl, ConfirmFinding{act})
		says("player, once it stands", c.seat)
		other := "birch-cyber"
		if c.seat == other {
			other = "alder-cyber"
		}
		says("the other side", other)
		out.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("it reads now:\n%s", out.String())
	}
}
