package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/engine"
	"parley/scenarios"
	"parley/transcripts/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

func text(s string) scenarios.Text { return scenarios.Text{"en": s} }

// lathe is a small scenario with one of everything that the report tells.
func lathe() *scenarios.Scenario {
	return &scenarios.Scenario{
		ID: "quiet-lathe", Title: text("Quiet Lathe"), Family: "cybercrime", Style: "operations", Control: "single", Language: "en",
		Marking:  "amber",
		Markings: []scenarios.Marking{{ID: "amber", Label: "TLP:AMBER"}},
		Phases: []scenarios.Phase{{
			ID: "first-days", Title: text("First days"), Story: time.Date(2016, 4, 12, 8, 0, 0, 0, time.UTC), Pace: 1,
			Segments: []scenarios.Segment{
				{ID: "first-days-1", Kind: "play", Length: 3_600_000},
				{ID: "first-days-2", Kind: "plenary", Title: text("Together"), Length: 600_000},
			},
		}},
		Sides: []scenarios.Side{
			{ID: "alder", Name: text("Republic of Alder"), Zone: time.FixedZone("EDT", -4*3600)},
			{ID: "birch", Name: text("Birch"), Zone: time.FixedZone("CST", 8*3600)},
		},
		Agencies: []scenarios.Agency{
			{ID: "alder-police", Side: "alder", Name: text("Alder Police"), Offices: []string{"investigator"}},
			{ID: "alder-justice", Side: "alder", Name: text("Alder Justice"), Offices: []string{"prosecutor"}},
			{ID: "birch-police", Side: "birch", Name: text("Birch Police")},
		},
		Roles: []scenarios.Role{
			{ID: "alder-cyber", Agency: "alder-police", Side: "alder", Title: text("Duty officer, cyber division")},
			{ID: "alder-law", Agency: "alder-justice", Side: "alder", Title: text("Prosecutor"), Legal: true},
			{ID: "birch-cyber", Agency: "birch-police", Side: "birch", Title: text("Duty officer")},
		},
		Targets: []scenarios.Target{
			{ID: "corvane", Side: "alder", Title: text("Corvane Turbines")},
			{ID: "mistwood", Side: "birch", Title: text("Mistwood Hosting")},
		},
		Actions: []scenarios.Action{
			{ID: "preserve-data", Title: text("Order a provider to preserve stored data"), Takes: 300_000, Result: "works", Yields: []string{"image"}},
			{ID: "search", Title: text("Search premises"), Takes: 600_000, Result: "in-part", Sets: []string{"searched"}},
		},
		Authorities: []scenarios.Authority{
			{
				ID: "alder.preservation", Side: "alder", Title: text("Preservation letter"), Agencies: []string{"alder-police"},
				Basis: "18 U.S.C. § 2703(f)", Permits: []string{"preserve-data"}, Reaches: []string{"own"}, Lasts: 90 * 24 * 3_600_000,
			},
			{
				ID: "alder.warrant", Side: "alder", Title: text("Search warrant"), Agencies: []string{"alder-police"}, Basis: "Rule 41",
				Permits: []string{"search"}, Reaches: []string{"own"}, Approval: "prosecutor", Approvers: []string{"alder-law"}, ApprovalLasts: 14 * 24 * 3_600_000,
			},
		},
		Objectives: []scenarios.Objective{
			{ID: "evidence", Title: text("Secure evidence"), Tasks: []scenarios.Task{
				{ID: "timely", Title: text("Preserve in time")}, {ID: "lawful", Title: text("Know the limits | of the law")},
			}},
		},
		Milestones: []scenarios.Milestone{{ID: "searched", Title: text("Premises searched")}},
		Evidence:   []scenarios.Evidence{{ID: "image", Title: text("Frozen server image"), Hash: "9f86d081", Limits: text("For this case alone.")}},
		Injects:    latheInjects(),
		Proposals:  []scenarios.Proposal{{ID: "seminar", Title: text("Seminar"), Text: text("Experts meet in August.")}},
		Commitments: []scenarios.Commitment{{
			ID: "timely", Title: text("Timely help"), Text: text("Both sides help in time."),
			For: &scenarios.Cond{Op: scenarios.CondFact, Fact: scenarios.FactActed, IDs: []string{"preserve-data"}},
		}},
	}
}

func latheInjects() []scenarios.Inject {
	both := []string{"alder-cyber", "alder-law"}
	return []scenarios.Inject{
		{
			ID: "corvane-reports", Number: 1, Category: "inject", Phase: "first-days", Segment: "first-days-1", HasAt: true, At: 120_000,
			Channel: "email", From: "Corvane Turbines", To: []string{"alder"}, Roles: both,
			Content: scenarios.Content{Subject: text("Design files copied out"), Body: text("…")},
			Expects: []scenarios.Expect{
				{Action: "preserve-data", By: []string{"alder-cyber"}, Within: 900_000, Objective: "timely"},
				{Action: "search", Target: "corvane", Within: 600_000, Objective: "evidence"},
			},
			Questions: []scenarios.Question{{
				ID: "worst", Kind: "one", Per: "role", Prompt: text("What is the worst of it?"),
				Options: []scenarios.Option{{ID: "loss", Text: text("The loss")}, {ID: "press", Text: text("The press")}},
			}},
		},
		{
			ID: "mfa-note", Number: 2, Category: "inject", Phase: "first-days", Segment: "first-days-1", HasAt: true, At: 3_000_000,
			Channel: "diplomatic-cable", To: []string{"birch"}, Roles: []string{"birch-cyber"},
			Content: scenarios.Content{Subject: text("A note"), Body: text("…")},
			Expects: []scenarios.Expect{{Action: "search", Within: 600_000, Objective: "timely"}},
		},
		{
			ID: "logs-gone", Number: 3, Category: "contingency", Channel: "email", To: []string{"everyone"},
			Roles: []string{"alder-cyber", "alder-law", "birch-cyber"}, WhenText: `since("corvane-reports") > "20m"`,
			When:    &scenarios.Cond{Op: scenarios.CondTime, Fact: scenarios.FactSince, IDs: []string{"corvane-reports"}, Cmp: scenarios.CmpGreater, Limit: 1_200_000},
			Content: scenarios.Content{Subject: text("The logs are gone"), Body: text("…")},
		},
		{
			ID: "mayor-calls", Number: 4, Category: "inject", Channel: "email", To: []string{"alder-cyber"}, Roles: []string{"alder-cyber"},
			Content: scenarios.Content{Subject: text("The mayor calls"), Body: text("…")},
		},
	}
}

// table plays an exercise.
type table struct {
	t *testing.T
	x *engine.Exercise
}

const startex = 1_760_000_000_000 // wall time of STARTEX

func (p table) do(at time.Duration, seat, by string, op engine.Op, change ...func(*engine.Command)) {
	p.t.Helper()
	ms := at.Milliseconds()
	for len(p.x.Advance(ms, startex+ms)) > 0 {
		continue
	}
	c := engine.Command{T: ms, Wall: startex + ms, Seat: seat, By: by, Op: op, Said: engine.SaidNow}
	for _, f := range change {
		f(&c)
	}
	if _, err := p.x.Do(c); err != nil {
		p.t.Fatalf("%s at %s: %v", engine.OpName(op), at, err)
	}
}

func spoken(said time.Duration) func(*engine.Command) {
	return func(c *engine.Command) { c.How, c.Said = engine.HowSpoken, said.Milliseconds() }
}

func played(t *testing.T) *engine.Exercise {
	t.Helper()
	p := table{t, engine.New(lathe(), 7)}
	const s, m = time.Second, time.Minute
	p.do(0, "control", "u1", engine.Join{Person: "u1", Name: "Ann | Lee"})
	p.do(0, "alder-cyber", "u2", engine.Join{Person: "u2", Name: "Bo"})
	p.do(0, "alder-law", "bot", engine.Join{Person: "bot", Bot: true})
	p.do(0, "control", "u1", engine.Start{})
	p.do(2*m+30*s, "alder-cyber", "u2", engine.Open{Delivery: "corvane-reports#1"})
	p.do(2*m+40*s, "alder-cyber", "u2", engine.Acknowledge{Delivery: "corvane-reports#1"})
	p.do(4*m, "alder-law", "bot", engine.Acknowledge{Delivery: "corvane-reports#1"})
	p.do(4*m+10*s, "alder-cyber", "u2", engine.AnswerQuestion{Delivery: "corvane-reports#1", Question: "worst", Options: []string{"press"}, Text: "They <b>know</b>."})
	p.do(4*m+20*s, "alder-cyber", "u2", engine.AnswerQuestion{Delivery: "corvane-reports#1", Question: "worst", Options: []string{"loss"}})
	p.do(5*m, "alder-cyber", "u2", engine.Act{Action: "preserve-data", Target: "mistwood", Cites: []string{"alder.preservation"}})
	p.do(6*m, "alder-law", "bot", engine.CorrectFinding{Act: "alder-a1", Verdict: "outside", Cause: "does-not-reach", Authority: "alder.preservation", Reason: "Mistwood | is abroad."})
	p.do(7*m, "alder-cyber", "u2", engine.AskApproval{Action: "search", Target: "corvane", Authority: "alder.warrant", Text: "We must\nlook."})
	p.do(8*m, "alder-law", "bot", engine.Approve{Approval: "alder-p1"})
	p.do(10*m, "control", "u1", engine.DecideOutcome{Act: "alder-a1", Result: "in-part", Text: "Half of it."})
	p.do(13*m+30*s, "alder-cyber", "u2", engine.Act{Action: "search", Target: "corvane", Cites: []string{"alder.warrant"}}, spoken(13*m))
	p.do(14*m, "birch-cyber", "u3", engine.Act{Text: "We ask \x1b[31mMistwood\x1b[0m, see https://evil.example"})
	p.do(14*m+30*s, "control", "u1", engine.Count{Act: "birch-a1", As: "search"})
	p.do(15*m, "control", "u1", engine.Hold{Inject: "mfa-note"})
	p.do(15*m+10*s, "control", "u1", engine.Retime{Inject: "mfa-note", Due: 3_300_000})
	p.do(15*m+20*s, "control", "u1", engine.Skip{Inject: "mayor-calls", Reason: "No time."})
	p.do(16*m, "alder-cyber", "u2", engine.Disclose{Item: "alder-e1", To: []string{"birch"}})
	p.do(17*m, "alder-cyber", "u2", engine.SendMessage{To: []string{"alder-law"}, Text: "Call Bo at 555-0100"})
	p.do(18*m, "control", "u1", engine.Rule{On: "birch-a1", To: []string{"birch"}, Text: "It counts.", Reason: "They said so."})
	p.do(19*m, "control", "u1", engine.MakeNote{On: "alder-a1", Text: "# a heading? no"})
	p.do(20*m, "control", "u1", engine.Expunge{Texts: []string{"alder-t4"}, Reason: "A telephone number."})
	p.do(21*m, "alder-cyber", "u2", engine.HandOver{Exhibit: "alder-e1", To: "alder-law"})
	p.do(21*m+5*s, "alder-law", "bot", engine.Certify{Exhibit: "alder-e1", Text: "A copy | signed by two."})
	p.do(21*m+10*s, "alder-cyber", "u2", engine.HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "Not for the press."})
	p.do(21*m+20*s, "birch-cyber", "u3", engine.Act{Action: "search", Uses: []string{"alder-birch-e1"}})
	p.do(21*m+30*s, "alder-law", "bot", engine.AddAuthority{Act: "alder-a1", Basis: "A treaty.", Reaches: []string{"mistwood"}})
	p.do(22*m, "control", "u1", engine.JudgeCommitment{Bearing: "timely-for1", Way: engine.WayFor})
	p.do(22*m+10*s, "birch-cyber", "u3", engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportChanges, Text: "In September."})
	p.do(22*m+20*s, "alder-law", "bot", engine.AmendProposal{Proposal: "proposal-1", Text: "Experts meet in September."})
	p.do(22*m+30*s, "birch-cyber", "u3", engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportFull})
	p.do(22*m+40*s, "alder-law", "bot", engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportFull})
	p.do(23*m, "control", "u1", engine.Dismiss{Inject: "logs-gone", Reason: "They have it."})
	p.do(24*m, "control", "u1", engine.Improvise{Channel: "news", From: "Daily", To: []string{"birch"}, Subject: "Turbines!", Body: "…"})
	p.do(25*m, "control", "u1", engine.Recall{Delivery: "improvised-1#1", Reason: "Too early."})
	p.do(25*m+10*s, "birch-cyber", "u3", engine.AskControl{Text: "Are the\nlogs really gone?"})
	p.do(25*m+20*s, "birch-cyber", "u3", engine.Act{Text: "We go there.\nAll of us."})
	p.do(26*m, "control", "u1", engine.NextSegment{})
	p.do(27*m, "control", "u1", engine.End{})
	p.do(27*m, "evaluator", "u4", engine.Join{Person: "u4", Name: "Eve"})
	p.do(27*m, "evaluator", "u5", engine.Join{Person: "u5", Name: "Max"})
	p.do(27*m, "evaluator", "u4", engine.Rate{On: "timely", Rating: engine.RatingMajor, Text: "Asked | the wrong office first."})
	p.do(27*m, "evaluator", "u5", engine.Rate{On: "timely", Rating: engine.RatingSome})
	p.do(27*m, "evaluator", "u5", engine.Rate{On: "evidence", Rating: engine.RatingUnable})
	p.do(27*m, "evaluator", "u5", engine.Rate{On: "evidence", Rating: engine.RatingPerformed, Text: "On second thoughts."})
	p.do(27*m, "control", "u1", engine.Rate{On: "evidence", Rating: engine.RatingSome})
	return p.x
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := report.Markdown(&got, played(t), report.Options{Transcript: "quiet-lathe.parley", Hash: "9f86d081"}); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "account.md")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the report has changed; if that is right, run with -update. It is now:\n%s", got.String())
	}
}

// The same exercise, read back from the events of its record, gives the same
// report.
func TestMarkdownOfTheFold(t *testing.T) {
	t.Parallel()
	x := played(t)
	folded := engine.New(lathe(), 7)
	v, _ := x.View(engine.SeatControl)
	for i := range v.Events() {
		e := v.EventAt(i)
		if e.Body.Kind() == "" {
			folded.ApplyBlank(e.To)
			continue
		}
		content, err := engine.Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		read, err := engine.Decode(e.To, content)
		if err != nil {
			t.Fatal(err)
		}
		folded.Apply(read)
	}
	var live, again bytes.Buffer
	for w, of := range map[*bytes.Buffer]*engine.Exercise{&live: x, &again: folded} {
		if err := report.Markdown(w, of, report.Options{Names: true}); err != nil {
			t.Fatal(err)
		}
	}
	if live.String() != again.String() {
		t.Errorf("live:\n%s\nfolded:\n%s", live.String(), again.String())
	}
	if !strings.Contains(live.String(), `Ann \| Lee`) {
		t.Error("the names are not in it")
	}
}

// An exercise that never started has a report too.
func TestMarkdownOfNothing(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := report.Markdown(&got, engine.New(&scenarios.Scenario{ID: "bare"}, 1), report.Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got.String(), "# EXERCISE · bare\n") {
		t.Errorf("got:\n%s", got.String())
	}
}
