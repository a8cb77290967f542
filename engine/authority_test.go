package engine

import (
	"slices"
	"testing"
)

const powers = `
[[authority]]
id = "preservation"
side = "alder"
title = "Preservation"
held-by = ["alder-police"]
basis = "s. 1"
permits = ["preserve"]
reaches = ["own"]
[[authority]]
id = "warrant"
side = "alder"
title = "Search warrant"
held-by = ["alder-police"]
basis = "s. 2"
permits = ["search"]
reaches = ["own"]
condition = 'milestone("filed")'
approval = "prosecutor"
approval-lasts = "10m"
[[authority]]
id = "summons"
side = "alder"
title = "Summons"
held-by = ["alder-court"]
basis = "s. 3"
permits = ["preserve"]
reaches = ["own"]
[[authority]]
id = "old-power"
side = "alder"
title = "Old power"
held-by = ["alder-police"]
basis = "s. 4"
permits = ["preserve"]
reaches = ["any"]
in-force = [2010-01-01, 2016-01-01]
[[authority]]
id = "new-power"
side = "alder"
title = "New power"
held-by = ["alder-police"]
basis = "s. 5"
permits = ["preserve"]
reaches = ["any"]
in-force = [2016-12-01]
`

// An action is never blocked for want of authority; the finding says what is
// missing (rule 6).
func TestOneFindingForEachCause(t *testing.T) {
	tb := started(t, powers)
	cases := []struct {
		what, action, target string
		cites                []string
		want                 string
	}{
		{"the right authority", "preserve", "corvane", []string{"preservation"}, "within"},
		{"none cited, one would do", "preserve", "corvane", nil, "uncited none-cited"},
		{"another agency's", "preserve", "corvane", []string{"summons"}, "outside not-held"},
		{"not what it permits", "search", "corvane", []string{"preservation"}, "outside not-permitted"},
		{"the other side's target", "preserve", "mistwood", []string{"preservation"}, "outside does-not-reach"},
		{"its condition and approval missing", "search", "corvane", []string{"warrant"}, "outside condition-unmet approval-missing"},
		{"no longer in force", "preserve", "mistwood", []string{"old-power"}, "outside lapsed:power"},
		{"not yet in force", "preserve", "mistwood", []string{"new-power"}, "outside lapsed:not-yet"},
		{"one of two cited does", "preserve", "corvane", []string{"summons", "preservation"}, "within"},
	}
	for _, c := range cases {
		act := tb.do("alder-cyber", Act{Action: c.action, Target: c.target, Cites: c.cites})
		if got := tb.finding(act); got != c.want {
			t.Errorf("%s: found %s, want %s", c.what, got, c.want)
		}
	}
	act := tb.do("birch-cyber", Act{Action: "preserve", Target: "mistwood"})
	if got := tb.finding(act); got != "outside not-permitted" {
		t.Errorf("a side that has stated nothing: found %s", got)
	}
	tb.refuses("no-such-authority", "birch-cyber", Act{Action: "preserve", Cites: []string{"preservation"}})
}

func TestAnApprovalCoversOneRoleActionTargetAndAuthority(t *testing.T) {
	tb := started(t, powers)
	tb.do(SeatControl, SetMilestone{"filed"})
	search := Act{Action: "search", Target: "corvane", Cites: []string{"warrant"}}
	before := tb.do("alder-cyber", search)
	ask := AskApproval{Action: "search", Target: "corvane", Authority: "warrant"}
	p := tb.do("alder-cyber", ask)
	tb.refuses("no-such-approval", "alder-cyber", Approve{Approval: p})
	tb.refuses("no-such-approval", "birch-cyber", Approve{Approval: p})
	tb.until("2m")
	tb.do("alder-prosecutor", Approve{Approval: p})
	tb.refuses("already-decided", "alder-prosecutor", Approve{Approval: p})
	for _, c := range []struct {
		what string
		op   Act
		want string
	}{
		{"covered", search, "within"},
		{"another target", Act{Action: "search", Target: "mistwood", Cites: []string{"warrant"}}, "outside does-not-reach approval-missing"},
	} {
		if got := tb.finding(tb.do("alder-cyber", c.op)); got != c.want {
			t.Errorf("%s: found %s, want %s", c.what, got, c.want)
		}
	}
	if got := tb.finding(before); got != "outside approval-missing" {
		t.Errorf("an approval cured what came before it: %s", got)
	}
	tb.until("12m") // ten minutes of story time at pace 1
	tb.wantStory("lapsed approval:alder-p1@00:12:00", "lapsed")
	if got := tb.finding(tb.do("alder-cyber", search)); got != "outside lapsed:approval" {
		t.Errorf("after the approval lapsed: %s", got)
	}
	refused := tb.do("alder-cyber", ask)
	tb.do("alder-prosecutor", RefuseApproval{Approval: refused, Text: "not enough"})
	if got := tb.finding(tb.do("alder-cyber", search)); got != "outside lapsed:approval" {
		t.Errorf("after a refusal: %s", got)
	}
	tb.refuses("needs-no-approval", "alder-cyber", AskApproval{Action: "preserve", Authority: "preservation"})
}

// What was said earlier is judged by what was in force and approved then.
func TestASpokenActionIsJudgedByWhatHeldWhenItWasSaid(t *testing.T) {
	tb := started(t, powers)
	tb.until("5m")
	tb.do(SeatControl, SetMilestone{"filed"})
	p := tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant"})
	tb.do("alder-prosecutor", Approve{Approval: p})
	tb.until("8m")
	search := Act{Action: "search", Target: "corvane", Cites: []string{"warrant"}}
	if got := tb.finding(tb.said("alder-cyber", "4m", search)); got != "outside condition-unmet approval-missing" {
		t.Errorf("said before case and approval: %s", got)
	}
	if got := tb.finding(tb.said("alder-cyber", "6m", search)); got != "within" {
		t.Errorf("said after both: %s", got)
	}
	tb.until("20m") // the approval has lapsed at 15m
	if got := tb.finding(tb.said("alder-cyber", "14m", search)); got != "within" {
		t.Errorf("said before the lapse, recorded after: %s", got)
	}
}

func TestWhoDecidesOnAFinding(t *testing.T) {
	tb := started(t, powers)
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "mistwood", Cites: []string{"preservation"}})
	tb.refuses("not-yours", "alder-cyber", ConfirmFinding{act})
	tb.refuses("not-yours", "birch-cyber", ConfirmFinding{act})
	tb.do("alder-counsel", ConfirmFinding{act})
	tb.refuses("not-provisional", SeatControl, ConfirmFinding{act})
	again := tb.do("alder-cyber", Act{Action: "preserve", Target: "mistwood", Cites: []string{"preservation"}})
	a, _ := tb.x.actionOf(again)
	if a.Finding.Precedent != act || a.Finding.Standing != StandingProvisional {
		t.Errorf("precedent is suggested, never applied: %+v", a.Finding)
	}
	tb.refuses("no-reason", "alder-counsel", CorrectFinding{Act: again, Verdict: VerdictWithin})
	tb.do("alder-counsel", CorrectFinding{Act: again, Verdict: VerdictWithin, Authority: "preservation", Reason: "the server stands at home"})
	third := tb.do("alder-cyber", Act{Action: "search", Target: "mistwood"})
	tb.do(SeatControl, AddAuthority{Act: third, Title: "Treaty", Basis: "Art. 9", Reaches: []string{"birch"}})
	if got := tb.finding(third); got != "within" {
		t.Errorf("with a further authority stated: %s", got)
	}
}

// A fact is a fact whatever the finding (rule 7): spoken, uncovered, or free
// text counted.
func TestFreeTextCountsFromWhenItWasSaid(t *testing.T) {
	tb := started(t, powers+threeInjects)
	tb.until("4m")
	act := tb.do("alder-cyber", Act{Text: "We ring the provider and have everything kept", Target: "corvane"})
	tb.until("15m")
	tb.wantStory("expectation-set first#1/1:missed@00:07:00", "expectation-set")
	tb.refuses("not-counted", SeatControl, ConfirmFinding{act})
	tb.do(SeatControl, Count{Act: act, As: "preserve"})
	tb.wantStory("expectation-set first#1/1:missed@00:07:00, expectation-set first#1/1:met@00:15:00", "expectation-set")
	if got := tb.finding(act); got != "uncited none-cited" {
		t.Errorf("counted free text: %s", got)
	}
}

func TestAPlayerSeesNoFindingBeforeItStands(t *testing.T) {
	tb := started(t, powers)
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "mistwood"})
	seen := func(seat string) bool {
		v, _ := tb.x.View(seat)
		a, ok := v.Action(act)
		return ok && a.Finding != nil
	}
	if seen("alder-cyber") || !seen("alder-counsel") || !seen(SeatControl) || seen("birch-cyber") {
		t.Error("a provisional finding is for the legal adviser and control")
	}
	tb.do("alder-counsel", ConfirmFinding{act})
	if !seen("alder-cyber") || seen("birch-cyber") {
		t.Error("a finding that stands is for its side")
	}
}

func TestEvidenceComesFromOutcomesAndKeepsHowItWasObtained(t *testing.T) {
	tb := started(t, powers+`
[[evidence]]
id = "image"
title = "Server image"
[[action]]
id = "seize"
title = "Seize a server"
yields = ["image"]
[[inject]]
id = "have-it"
category = "contingency"
auto = true
when = 'has("birch", "image")'
channel = "email"
to = ["birch-cyber"]
subject = "You have it"
body = "x"
`)
	act := tb.do("alder-cyber", Act{Action: "seize", Target: "mistwood"})
	tb.until("1m")
	tb.do(SeatControl, DecideOutcome{Act: act, Result: ResultWorks})
	v, _ := tb.x.View("alder-cyber")
	if e := v.Exhibits(); len(e) != 1 || e[0].Obtained != ObtainedNothing {
		t.Fatalf("evidence of an action that no authority covers: %+v", e)
	}
	tb.do("alder-cyber", Disclose{Item: "alder-e1", To: []string{"birch"}})
	tb.wantStory("delivered have-it#1@00:01:00", "delivered")
	b, _ := tb.x.View("birch-cyber")
	if s := b.Showings(); len(s) != 1 || s[0].How != ObtainedNothing {
		t.Errorf("what birch was shown: %+v", s)
	}
	tb.refuses("no-such-item", "birch-cyber", Disclose{Item: "alder-e1", To: []string{"alder"}})
}

func TestMilestonesHoldFromWhenTheFactWas(t *testing.T) {
	tb := started(t, powers+`
[[inject]]
id = "reminder"
category = "contingency"
auto = true
when = 'since("filed") >= "5m"'
channel = "email"
to = ["alder-cyber"]
subject = "Five minutes"
body = "x"
[[action]]
id = "file"
title = "File a case"
sets = ["filed"]
`)
	tb.until("4m")
	tb.said("alder-cyber", "1m", Act{Action: "file"})
	tb.until("30m")
	tb.wantStory("milestone-set filed@00:04:00, delivered reminder#1@00:06:00", "milestone-set", "delivered")
	tb.refuses("nothing-changed", SeatControl, SetMilestone{"filed"})
	tb.do(SeatControl, ClearMilestone{"filed"})
	if !slices.ContainsFunc(tb.ev, func(e Event) bool { return e.Body.Kind() == "cond-turned" }) {
		t.Error("turning of a condition is not recorded")
	}
}
