package engine

import (
	"fmt"
	"strings"
	"testing"
)

// talks is a stage with a proposal that lies on the table from the start, one
// that comes later, and injects that tell when each is assessed and adopted.
const talks = `
[[proposal]]
id = "seminar"
title = { en = "Seminar", zh-Hans = "研讨会" }
text = "Experts meet in August."
[[proposal]]
id = "exchange"
title = "Expert exchange"
text = "Two experts a year."
by = "birch"
when = 'milestone("filed")'
[[inject]]
id = "assessed"
category = "contingency"
auto = true
when = 'assessed("seminar")'
channel = "email"
to = ["alder-cyber"]
subject = "x"
body = "x"
[[inject]]
id = "adopted"
category = "contingency"
auto = true
when = 'adopted("seminar")'
channel = "email"
to = ["alder-cyber"]
subject = "x"
body = "x"
`

// stands says how it stands with each proposal: its version and outcome.
func (tb *table) stands(seat string) string {
	var out []string
	for _, p := range tb.sees(seat).Proposals() {
		out = append(out, fmt.Sprintf("%s v%d %s", p.ID, p.Version, p.Outcome))
	}
	return strings.Join(out, ", ")
}

func (tb *table) wantStands(want string) {
	tb.t.Helper()
	if got := tb.stands("birch-cyber"); got != want {
		tb.t.Errorf("on the table: %q, want %q", got, want)
	}
}

func TestProposalsAreTabledAtTheStartWhenTheirTimeComesAndByPlayers(t *testing.T) {
	tb := play(t, talks)
	tb.wantStands("")
	tb.do(SeatControl, Start{})
	tb.wantStands("proposal-1 v1 ")
	tb.until("1m")
	tb.do(SeatControl, SetMilestone{"filed"})
	tb.do(SeatControl, ClearMilestone{"filed"})
	tb.do(SeatControl, SetMilestone{"filed"}) // tabled once
	tb.refuses("nothing-proposed", "alder-cyber", TableProposal{Title: "A hotline", Text: " "})
	id := tb.do("alder-cyber", TableProposal{Title: "A hotline", Text: "One number, day and night."})
	tb.wantStands("proposal-1 v1 , proposal-2 v1 , proposal-3 v1 ")
	v := tb.sees("birch-cyber")
	p, ok := v.Proposal(id)
	if text := v.PieceIn(&p.Text, "en").Text; !ok || p.Side != "alder" || p.Role != "alder-cyber" || text != "One number, day and night." {
		t.Errorf("birch reads %q by %s", text, p.Side)
	}
	if p, _ := v.Proposal("proposal-2"); p.Side != "birch" {
		t.Errorf("the exchange is tabled by %q", p.Side)
	}
	if p, _ := v.Proposal("proposal-1"); v.PieceIn(&p.Title, "zh-Hans").Text != "研讨会" {
		t.Error("a proposal of the scenario is not in the reader's language")
	}
}

func TestEachSideAssessesAProposalAndTheLeastWillingDecides(t *testing.T) {
	for _, c := range []struct{ alder, birch, want string }{
		{SupportFull, SupportFull, OutcomeAdopted},
		{SupportFull, SupportChanges, OutcomeChanges},
		{SupportDefer, SupportChanges, OutcomeDeferred},
		{SupportDefer, SupportDecline, OutcomeDeclined},
	} {
		tb := started(t, talks)
		tb.do("alder-cyber", AssessProposal{Proposal: "proposal-1", Verdict: c.alder, Text: "Our reasons."})
		tb.wantStands("proposal-1 v1 ")
		tb.do("birch-cyber", AssessProposal{Proposal: "proposal-1", Verdict: c.birch, Text: "Our reasons."})
		tb.wantStands("proposal-1 v1 " + c.want)
		want := "delivered assessed#1@00:00:00"
		if c.want == OutcomeAdopted {
			want += ", delivered adopted#1@00:00:00"
		}
		tb.wantStory(want, "delivered")
	}
}

func TestAnAmendmentOpensAProposalAgain(t *testing.T) {
	tb := started(t, talks)
	id := "proposal-1"
	tb.do("alder-cyber", AssessProposal{Proposal: id, Verdict: SupportFull})
	tb.refuses("no-reason", "birch-cyber", AssessProposal{Proposal: id, Verdict: SupportChanges})
	tb.refuses("no-such-support", "birch-cyber", AssessProposal{Proposal: id, Verdict: "perhaps", Text: "x"})
	tb.do("birch-cyber", AssessProposal{Proposal: id, Verdict: SupportChanges, Text: "Not in August."})
	tb.wantStands("proposal-1 v1 adopted-with-changes")
	tb.until("1m")
	tb.do("birch-cyber", AmendProposal{Proposal: id, Text: "Experts meet in September."})
	tb.wantStands("proposal-1 v2 ")
	tb.refuses("nothing-changed", "alder-cyber", AmendProposal{Proposal: id, Text: "Experts meet in September."})
	tb.refuses("amended-meanwhile", "alder-cyber", AssessProposal{Proposal: id, Version: 1, Verdict: SupportFull})
	tb.do("alder-prosecutor", AssessProposal{Proposal: id, Version: 2, Verdict: SupportDecline, Text: "Too late."})
	tb.do("birch-cyber", AssessProposal{Proposal: id, Verdict: SupportFull})
	tb.wantStands("proposal-1 v2 declined")
	tb.do("alder-cyber", AssessProposal{Proposal: id, Verdict: SupportFull}) // a side's last word counts
	tb.wantStands("proposal-1 v2 adopted")
	tb.wantStory("delivered assessed#1@00:00:00, delivered adopted#1@00:01:00", "delivered")

	v := tb.sees("alder-cyber")
	p, _ := v.Proposal(id)
	if first, second := p.Piece(1), p.Piece(2); v.PieceIn(&first, "en").Text != "Experts meet in August." || v.PieceIn(&second, "en").Text != "Experts meet in September." {
		t.Error("an earlier text is gone")
	}
	if a := p.Said("birch", 1); a == nil || a.Verdict != SupportChanges {
		t.Errorf("what birch said of the first version: %+v", a)
	}
	tb.refuses("no-such-proposal", "alder-cyber", AmendProposal{Proposal: "alder-a1", Text: "x"})
}

// bound is a stage on which both sides have undertaken to preserve data fast,
// and Alder to file every case.
const bound = `
[[commitment]]
id = "fast"
title = "Timely help"
text = "Both sides help in time."
for = 'acted("preserve")'
against = 'elapsed() > "10m" and not acted("preserve")'
[[commitment]]
id = "files"
side = "alder"
title = "Cases are filed"
text = "Alder files every case."
for = 'milestone("filed")'
`

func TestWhatBearsOnACommitmentIsProposedToControlOnce(t *testing.T) {
	tb := started(t, bound)
	tb.until("11m")
	tb.do("alder-cyber", Act{Action: "preserve"})
	tb.do("birch-cyber", Act{Action: "preserve"})
	var bearings []string
	for _, b := range tb.sees(SeatControl).Bearings() {
		bearings = append(bearings, b.ID)
	}
	if got := strings.Join(bearings, " "); got != "fast-against1 fast-for1" {
		t.Fatalf("bearings: %s", got)
	}
	if got := tb.sees("alder-cyber"); len(got.Bearings()) != 0 || got.Commitments()[0].ForText != "" || len(tb.sees("birch-cyber").Commitments()) != 1 {
		t.Error("what bears on commitments is control's to know, and what one side has undertaken is that side's")
	}
	var told []string
	for _, w := range tb.sees(SeatControl).Waiting() {
		if w.Class == "commitment" {
			told = append(told, tb.sees(SeatControl).TellWaiting(w, "en"))
		}
	}
	want := "may speak against the keeping of “Timely help”: more than 10 min have passed since the exercise began, and nobody did “Preserve data”"
	if len(told) != 2 || !strings.HasPrefix(told[0], "may speak against the keeping of “Timely help”") || !strings.Contains(told[0], "nobody did “Preserve data”") {
		t.Errorf("the queue says %q, want like %q", told, want)
	}

	tb.refuses("no-reason", SeatControl, JudgeCommitment{Bearing: "fast-against1"})
	tb.refuses("no-such-way", SeatControl, JudgeCommitment{Bearing: "fast-against1", Way: "up", Text: "x"})
	tb.refuses("not-yours", "alder-cyber", JudgeCommitment{Bearing: "fast-for1", Way: WayFor})
	tb.do(SeatControl, JudgeCommitment{Bearing: "fast-for1", Way: WayFor})
	tb.do(SeatControl, JudgeCommitment{Bearing: "fast-against1", Text: "Nobody could have known."})
	b, def, _ := tb.sees(SeatControl).Bearing("fast-against1")
	if b.Judged == nil || b.Judged.Way != "" || def == nil || def.ID != "fast" || strings.Contains(tb.queue(SeatControl), "commitment") {
		t.Errorf("after judging: %+v, the queue has %s", b, tb.queue(SeatControl))
	}
	tb.do(SeatControl, JudgeCommitment{Bearing: "fast-against1", Way: WayAgainst}) // on second thoughts
	if b, _, _ := tb.sees(SeatControl).Bearing("fast-against1"); b.Judged.Way != WayAgainst {
		t.Error("a later judgement does not replace the first")
	}
}

func TestACommitmentOfOneSideIsItsControllersToJudge(t *testing.T) {
	tb := sided(t, bound)
	tb.do("alder-cyber", Act{Action: "preserve"})
	tb.do(ofAlder, SetMilestone{"filed"})
	for seat, want := range map[string]int{ofAlder: 2, ofBirch: 1, SeatControl: 0} {
		if got := strings.Count(tb.queue(seat), "commitment "); got != want {
			t.Errorf("%s has %d bearings to judge, want %d: %s", seat, got, want, tb.queue(seat))
		}
	}
	tb.refuses("no-such-bearing", ofBirch, JudgeCommitment{Bearing: "files-for1", Way: WayFor})
	tb.refuses("no-such-bearing", SeatControl, JudgeCommitment{Bearing: "files-for1", Way: WayFor})
	tb.do(ofAlder, JudgeCommitment{Bearing: "files-for1", Way: WayFor})
}
