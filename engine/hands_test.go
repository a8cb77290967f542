package engine

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parley/scenarios"
)

// The seats of control under control = "per-side".
const (
	ofAlder = SeatControl + "/alder"
	ofBirch = SeatControl + "/birch"
)

// sided is started on the stage with a controller for each side.
func sided(t *testing.T, more string) *table {
	t.Helper()
	text := strings.Replace(stage, `family = "cybercrime"`, "family = \"cybercrime\"\ncontrol = \"per-side\"", 1)
	text = strings.Replace(text, "name = \"Alder\"\n", "name = \"Alder\"\ncleared-by = \"alder-prosecutor\"\n", 1)
	text = strings.Replace(text, "legal-adviser = true\n", "legal-adviser = true\nalternate = \"alder-prosecutor\"\n", 1)
	text = strings.Replace(text, "title = \"Prosecutor\"\n", "title = \"Prosecutor\"\nalternate = \"alder-counsel\"\n", 1)
	text = strings.Replace(text, "agency = \"alder-court\"\ntitle = \"Counsel\"", "agency = \"alder-law\"\ntitle = \"Counsel\"", 1)
	more = "[[agency]]\nid = \"alder-law\"\nside = \"alder\"\nname = \"Law\"\noffice = [\"legal-adviser\"]\n" + more
	sc, problems := scenarios.Load(fstest.MapFS{"s.toml": {Data: []byte(text + more)}}, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	tb := &table{t: t, x: New(sc, 1)}
	t.Cleanup(tb.holdsAgainstItsFold)
	tb.do(SeatControl, Start{})
	return tb
}

// sees is the view of a seat now.
func (tb *table) sees(seat string) View {
	tb.t.Helper()
	v, ok := tb.x.View(seat)
	if !ok {
		tb.t.Fatalf("no view of %s", seat)
	}
	return v
}

// queue says what waits for a seat, and in brackets what waits for another.
func (tb *table) queue(seat string) string {
	var out []string
	v := tb.sees(seat)
	for _, w := range v.Waiting() {
		out = append(out, w.Kind+" "+w.Ref)
	}
	for _, w := range v.WaitingElsewhere() {
		out = append(out, "("+w.Kind+" "+w.Ref+" "+w.Seat+")")
	}
	return strings.Join(out, ", ")
}

func (tb *table) wantQueue(seat, want string) {
	tb.t.Helper()
	if got := tb.queue(seat); got != want {
		tb.t.Errorf("for %s waits %q, want %q", seat, got, want)
	}
}

func TestUnderOneFacilitatorNoSideHasAController(t *testing.T) {
	tb := started(t, branches)
	if _, ok := tb.x.View(ofAlder); ok {
		t.Error("there is a view of a side's controller")
	}
	tb.refuses("no-such-seat", ofAlder, Pause{})
	tb.refuses("no-agreement-needed", SeatControl, Agree{What: AgreeEndex})
	if v := tb.sees(SeatControl); !v.Sees("alder") || !v.Sees("birch") || v.Agreements() != nil {
		t.Error("the one facilitator does not see everything")
	}
	tb.do(SeatControl, End{})
}

// What a side does, its controller sees and no other hand of control.
func TestASidesPlayIsItsControllersAlone(t *testing.T) {
	tb := sided(t, branches+powers)
	tb.until("4m")
	const secret = "our secret"
	tb.do("alder-cyber", SendMessage{To: []string{"alder"}, Text: secret})
	ask := tb.do("alder-cyber", AskControl{Text: secret})
	tb.do("alder-cyber", Act{Text: secret})
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant", Text: secret})
	tb.do(ofAlder, SendMessage{To: []string{"alder-cyber"}, Text: secret, ReplyTo: ask})
	tb.do(ofAlder, MakeNote{On: act, Text: secret})
	tb.do(ofAlder, Rule{On: act, Text: secret, Reason: secret})
	tb.do("alder-cyber", Open{"report#1"})
	tb.do("alder-cyber", Acknowledge{"report#1"})
	tb.do(ofAlder, DecideOutcome{Act: act, Result: ResultWorks, Text: secret})
	for _, seat := range []string{SeatControl, ofBirch} {
		v := tb.sees(seat)
		if n := v.ActionsLen() + v.MessagesLen() + len(v.ApprovalsAsked()) + len(v.Rulings()) + len(v.Notes()) + len(v.Expectations("")) + len(v.Texts()); n > 0 {
			t.Errorf("%s sees %d things of alder's", seat, n)
		}
		for i := range v.Events() {
			if line := v.Tell(v.EventAt(i), "en"); strings.Contains(line, "secret") || strings.Contains(line, act) {
				t.Errorf("%s may tell %q", seat, line)
			}
			if line := v.Tell(tb.x.log.at(i), "en"); strings.Contains(line, "secret") || strings.Contains(line, act) {
				t.Errorf("%s, handed an event that is not for it, tells %q", seat, line)
			}
		}
		for i := range v.LogLen() {
			if to := v.LogAt(i).To; !v.has(to) {
				t.Errorf("the feed of %s has %s for %v", seat, v.LogAt(i).Body.Kind(), to)
			}
		}
	}
	v := tb.sees(ofAlder)
	if v.ActionsLen() != 2 || v.MessagesLen() != 3 || len(v.ApprovalsAsked()) != 1 || len(v.Rulings()) != 1 || len(v.Notes()) != 1 || v.ControlOf() != "alder" {
		t.Error("alder's controller does not see alder's play")
	}
	lead := tb.sees(SeatControl)
	m, _ := lead.Item("report")
	if d := lead.DeliveriesOf(&m); len(d) != 1 || d[0].Status[0] != StatusHidden {
		t.Errorf("the lead sees how far alder has come: %v", d)
	}
	m, _ = v.Item("report")
	if d := v.DeliveriesOf(&m); d[0].Status[0] != StatusAcknowledged {
		t.Errorf("alder's controller sees %v", d[0].Status)
	}
}

// A controller's MSEL is what goes to the side; the lead's is all of it.
func TestTheMSELOfEachHand(t *testing.T) {
	tb := sided(t, branches)
	list := func(seat string) string {
		v := tb.sees(seat)
		var out []string
		for i := range v.MSELLen() {
			out = append(out, v.MSELAt(i).ID)
		}
		return strings.Join(out, " ")
	}
	tb.until("4m")
	for seat, want := range map[string]string{SeatControl: "report call logs-gone news", ofAlder: "report logs-gone news", ofBirch: "call news"} {
		if got := list(seat); got != want {
			t.Errorf("%s has %s, want %s", seat, got, want)
		}
	}
	tb.do(SeatControl, Edit{Inject: "logs-gone", To: []string{"birch-cyber"}})
	made := tb.do(ofBirch, Improvise{Channel: "email", To: []string{"birch"}, Subject: "s", Body: "b"})
	for seat, want := range map[string]string{ofAlder: "report news", ofBirch: "call logs-gone news " + made} {
		if got := list(seat); got != want {
			t.Errorf("%s has %s, want %s", seat, got, want)
		}
	}
	if _, ok := tb.sees(ofAlder).Item(made); ok {
		t.Error("alder's controller finds what birch's made up")
	}
	if _, ok := tb.sees(ofAlder).Delivery("call#1"); ok {
		t.Error("alder's controller finds what birch was called about")
	}
}

// A missed action, and a milestone that an action sets, are the side's own.
func TestWhatASideDidNotDoIsItsOwn(t *testing.T) {
	tb := sided(t, `
[[milestone]]
id = "kept"
title = "Kept"
[[action]]
id = "keep"
title = "Keep"
sets = ["kept"]
[[inject]]
id = "both"
phase = "one"
at = "1m"
channel = "email"
to = ["everyone"]
subject = "S"
body = "b"
  [[inject.expect]]
  action = "preserve"
  by = ["alder-cyber"]
  within = "2m"
[[inject]]
id = "then"
after = "both"
delay = "30m"
channel = "email"
to = ["birch-cyber"]
subject = "S"
body = "b"
`)
	tb.until("10m")
	tb.do("birch-cyber", Act{Action: "keep"})
	for seat, want := range map[string]int{SeatControl: 0, ofAlder: 1, ofBirch: 0} {
		v := tb.sees(seat)
		if got := len(v.Expectations("")); got != want {
			t.Errorf("%s sees %d expected actions, want %d", seat, got, want)
		}
		overdue := strings.Contains(tb.queue(seat), "overdue")
		if overdue != (want == 1) {
			t.Errorf("for %s waits %s", seat, tb.queue(seat))
		}
		if reached := v.Milestones()[1].Reached; reached != (seat == ofBirch) {
			t.Errorf("to %s the milestone is reached: %v", seat, reached)
		}
	}
	// The lead, who can't know that it is set, is not told by a refusal.
	tb.do(SeatControl, SetMilestone{"kept"})
	tb.refuses("nothing-changed", SeatControl, SetMilestone{"kept"})
	list := tb.x.JumpList(tb.at, 29*60_000)
	if slices.ContainsFunc(list, func(c JumpChoice) bool { return c.Kind == "expectation" || c.Kind == "outcome" }) {
		t.Errorf("the jump's list speaks of a side's play: %v", list)
	}
}

// What anybody may do counts for the sides that it is expected of, and who did
// it is known to those who see that side.
func TestWhatIsExpectedOfSeveralSides(t *testing.T) {
	inject := func(id, to string) string {
		return "[[inject]]\nid = \"" + id + "\"\nphase = \"one\"\nat = \"1m\"\nchannel = \"email\"\nto = [\"" + to + "\"]\nsubject = \"S\"\nbody = \"b\"\n" +
			"  [[inject.expect]]\n  action = \"preserve\"\n  within = \"5m\"\n"
	}
	tb := sided(t, inject("both", "everyone")+inject("birchs", "birch"))
	tb.until("2m")
	tb.do("alder-cyber", Act{Action: "preserve"})
	tb.until("10m")
	status := func(seat string) string {
		var out []string
		for _, e := range tb.sees(seat).Expectations("") {
			out = append(out, e.ID+" "+e.Status+" "+e.Act)
		}
		return strings.Join(out, ", ")
	}
	if got := status(ofAlder); got != "both#1/1 met alder-a1" {
		t.Errorf("alder's controller: %s", got)
	}
	if got := status(ofBirch); got != "both#1/1 open , birchs#1/1 missed " {
		t.Errorf("birch's controller: %s", got)
	}
}

// The lead jumps without a word of what the sides have under way.
func TestAJumpMovesAlongWhatIsASides(t *testing.T) {
	tb := sided(t, `
[[inject]]
id = "first"
phase = "one"
at = "1m"
channel = "email"
to = ["alder-cyber"]
subject = "S"
body = "b"
  [[inject.expect]]
  action = "preserve"
  by = ["alder-cyber"]
  within = "10m"
[[inject]]
id = "second"
phase = "one"
at = "7m"
channel = "email"
to = ["birch-cyber"]
subject = "S"
body = "b"
`)
	tb.until("5m")
	tb.do("birch-cyber", Act{Action: "preserve", Target: "mistwood"}) // its outcome is due at 10m
	tb.do(SeatControl, Jump{To: 20 * 60_000, Choices: tb.x.JumpList(tb.at, 20*60_000)})
	tb.at = 20 * 60_000
	if e := tb.sees(ofAlder).Expectations("")[0]; e.Status != ExpectOpen || e.Deadline != 26*60_000 {
		t.Errorf("what was expected of alder is %s until %s", e.Status, FormatT(e.Deadline))
	}
	if a := tb.sees(ofBirch).ActionAt(0); a.Proposed != ResultWorks {
		t.Error("the outcome of birch's action is not proposed on arrival")
	}
	if m, _ := tb.sees(SeatControl).Item("second"); m.Due != 22*60_000 {
		t.Errorf("the inject is due at %s", FormatT(m.Due))
	}
}

func TestEachHandDoesItsOwn(t *testing.T) {
	tb := sided(t, branches+powers)
	tb.until("4m")
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	free := tb.do("alder-cyber", Act{Text: "we keep it"})
	ask := tb.do("alder-cyber", AskControl{Text: "who?"})
	p := tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant"})
	unknown := func(code string, op, none Op) {
		t.Helper()
		for _, seat := range []string{SeatControl, ofBirch} {
			tb.refuses(code, seat, op)
			tb.refuses(code, seat, none) // and what does not exist is refused with the same words
			a, b := tb.refusal(seat, op), tb.refusal(seat, none)
			if len(a.Args) != len(b.Args) {
				t.Errorf("%s: refused with %v and %v", OpName(op), a.Args, b.Args)
			}
		}
	}
	unknown("no-such-act", ConfirmFinding{act}, ConfirmFinding{"alder-a99"})
	unknown("no-such-act", CorrectFinding{Act: act, Verdict: "x"}, CorrectFinding{Act: "alder-a99", Verdict: "x"})
	unknown("no-such-act", AddAuthority{Act: act}, AddAuthority{Act: "alder-a99"})
	unknown("no-such-act", DecideOutcome{Act: act, Result: "x"}, DecideOutcome{Act: "alder-a99", Result: "x"})
	unknown("no-such-act", Count{Act: free, As: "preserve"}, Count{Act: "alder-a99", As: "preserve"})
	unknown("no-such-approval", Approve{Approval: p}, Approve{Approval: "alder-p99"})
	unknown("no-such-item", Disclose{Item: act, To: []string{"birch"}}, Disclose{Item: "alder-a99", To: []string{"birch"}})
	unknown("no-such-item", MakeNote{On: act, Text: "x"}, MakeNote{On: "alder-a99", Text: "x"})
	unknown("no-such-item", Rule{On: act, Text: "x", Reason: "y"}, Rule{On: "alder-a99", Text: "x", Reason: "y"})
	unknown("no-such-message", SendMessage{To: []string{"birch"}, Text: "x", ReplyTo: ask}, SendMessage{To: []string{"birch"}, Text: "x", ReplyTo: "alder-m99"})
	unknown("no-such-text", Expunge{Texts: []string{"alder-t1"}, Reason: "x"}, Expunge{Texts: []string{"alder-t99"}, Reason: "x"})
	unknown("no-such-text", Translate{Of: "alder-t1", Lang: "zh", Text: "x"}, Translate{Of: "alder-t99", Lang: "zh", Text: "x"})
	unknown("nothing-waits", Claim{Class: "finding", Ref: act}, Claim{Class: "finding", Ref: "alder-a99"})

	for _, op := range []Op{SetRate{Num: 2, Den: 1}, Jump{To: 5 * 60_000}, NextSegment{}, NextPhase{}, End{}} {
		tb.refuses("lead-only", ofAlder, op)
	}
	tb.do(ofAlder, Pause{})
	tb.do(ofBirch, Resume{})
	tb.do(ofBirch, Freeze{})
	tb.refuses("lead-only", ofBirch, Resume{})
	tb.do(SeatControl, Resume{})
	tb.refuses("no-such-inject", ofAlder, Hold{"call"})
	tb.refuses("no-such-inject", ofAlder, Hold{"nothing"})
	tb.refuses("no-such-inject", SeatControl, Hold{act}) // an id, but of something else
	tb.refuses("goes-to-others", ofAlder, Deliver{"news"})
	tb.refuses("no-such-delivery", ofAlder, Recall{Delivery: "call#1"})
	tb.refuses("crosses", ofAlder, Improvise{Channel: "email", To: []string{"everyone"}, Body: "x"})
	tb.refuses("crosses", ofAlder, Edit{Inject: "logs-gone", To: []string{"birch"}})
	tb.refuses("crosses", ofAlder, SendMessage{To: []string{"birch-cyber"}, Text: "x"})
	tb.refuses("crosses", ofAlder, Rule{To: []string{"birch"}, Text: "x", Reason: "y"})

	tb.do(ofAlder, ConfirmFinding{act})
	tb.do(ofAlder, Count{Act: free, As: "search"})
	tb.do(ofAlder, DecideOutcome{Act: act, Result: ResultWorks})
	tb.do(ofAlder, Approve{Approval: p})
	tb.do(ofAlder, SendMessage{To: []string{"alder"}, Text: "nobody", ReplyTo: ask})
	tb.do(ofAlder, ClearMilestone{"filed"})
	tb.do(ofAlder, Recall{Delivery: "report#1"})
	tb.do(ofAlder, Hold{"logs-gone"})
	tb.do(SeatControl, Deliver{"news"})
	tb.do(SeatControl, Rule{Text: "for all", Reason: "y"})
	if n := len(tb.sees(ofBirch).Rulings()); n != 1 {
		t.Errorf("birch's controller has %d rulings", n)
	}
}

// refusal is why a command is refused.
func (tb *table) refusal(seat string, op Op) *Refusal {
	_, err := tb.x.Do(Command{T: max(tb.at, tb.x.Clock().T), Seat: seat, Op: op, Said: SaidNow})
	var r *Refusal
	if !errors.As(err, &r) {
		tb.t.Fatalf("%s by %s was not refused: %v", OpName(op), seat, err)
	}
	return r
}

// Only the controller whose side wrote a text takes it out of the record.
func TestExpungingIsForThoseWhoWrote(t *testing.T) {
	tb := sided(t, branches)
	tb.until("4m")
	said := tb.do("birch-cyber", SendMessage{To: []string{"birch"}, Text: "oops"})
	tb.do("birch-cyber", Disclose{Item: said, To: []string{"alder"}})
	tb.do(ofAlder, MakeNote{Text: "mine"})
	tb.do(SeatControl, MakeNote{Text: "the lead's"})
	tb.do(SeatControl, SendMessage{To: []string{"everyone"}, Text: "welcome"})
	texts := func(seat string) string {
		var out []string
		for _, w := range tb.sees(seat).Texts() {
			if !w.Expunged {
				out = append(out, w.ID)
			}
		}
		return strings.Join(out, " ")
	}
	if got := texts(SeatControl); got != "birch-t2 control-t1 control-t2" {
		t.Errorf("the lead has %s", got)
	}
	for _, seat := range []string{SeatControl, ofAlder} {
		tb.refuses("text-of-others", seat, Expunge{Texts: []string{"birch-t2"}, Reason: "x"}) // it crossed
		tb.refuses("no-such-text", seat, Expunge{Texts: []string{"birch-t1"}, Reason: "x"})
	}
	tb.refuses("no-such-text", SeatControl, Expunge{Texts: []string{"control/alder-t1"}, Reason: "x"})
	tb.refuses("text-of-others", ofAlder, Expunge{Texts: []string{"control-t2"}, Reason: "x"})
	tb.do(ofBirch, Expunge{Texts: []string{"birch-t1"}, Reason: "x"})
	tb.do(ofAlder, Expunge{Texts: []string{"control/alder-t1"}, Reason: "x"})
	tb.do(SeatControl, Expunge{Texts: []string{"control-t2"}, Reason: "x"})
	if v := tb.sees("alder-cyber"); v.Showings()[0].Text != "birch-t2" {
		t.Error("alder was shown something else")
	} else if _, ok := v.Text("birch-t2"); ok {
		t.Error("the copy that crossed is still there")
	}
}

func TestENDEXAndTheReleaseNeedTheSides(t *testing.T) {
	tb := sided(t, branches)
	act := tb.do("alder-cyber", Act{Action: "preserve"})
	tb.do(ofAlder, Join{Person: "p1", Name: "Ann"})
	tb.refuses("controllers-agree", SeatControl, Agree{What: AgreeEndex})
	tb.refuses("nothing-to-agree", ofAlder, Agree{What: "lunch"})
	tb.refuses("not-ended", ofAlder, Agree{What: AgreeRelease})
	if r := tb.refusal(SeatControl, End{}); r.Code != "needs-agreement" || r.Args["sides"] != "alder" {
		t.Errorf("refused with %v: an empty seat is not asked", r)
	}
	tb.do(ofAlder, Agree{What: AgreeEndex})
	tb.refuses("nothing-changed", ofAlder, Agree{What: AgreeEndex})
	tb.do(ofAlder, Agree{What: AgreeEndex, Not: true})
	tb.refuses("needs-agreement", SeatControl, End{})
	tb.do(ofAlder, Agree{What: AgreeEndex})
	tb.do(SeatControl, End{})
	tb.refuses("ended-already", ofBirch, Agree{What: AgreeEndex})

	tb.do(ofAlder, Agree{What: AgreeRelease})
	if got := fmt.Sprint(tb.sees(SeatControl).Agreements()); got != "[{endex alder true} {endex birch false} {release alder true} {release birch false}]" {
		t.Errorf("agreed: %s", got)
	}
	if v := tb.sees(ofBirch); v.ActionsLen() != 0 || v.OpenedUp() {
		t.Error("opened up before birch agreed")
	}
	tb.do(ofBirch, Agree{What: AgreeRelease}) // nobody sits there, and yet it is asked
	for _, seat := range []string{SeatControl, ofAlder, ofBirch} {
		v := tb.sees(seat)
		if _, ok := v.Action(act); !ok || v.MSELLen() != 4 || v.LogLen() != len(tb.x.control) || !v.OpenedUp() {
			t.Errorf("%s does not see everything after the release", seat)
		}
	}
	if _, ok := tb.sees("birch-cyber").Action(act); ok {
		t.Error("a player of the other side sees it too")
	}
	tb.refuses("opened-already", ofAlder, Agree{What: AgreeRelease, Not: true})
	tb.refuses("no-such-act", SeatControl, ConfirmFinding{act}) // to see is not to decide
	tb.do(SeatControl, MakeNote{On: act, Text: "for the hot wash"})
}

func TestWhatCrossesIsCleared(t *testing.T) {
	tb := sided(t, branches)
	act := tb.do("alder-cyber", Act{Text: "we saw the server"})
	c := tb.do("alder-cyber", Disclose{Item: act, To: []string{"birch"}})
	if c != "alder-c1" {
		t.Errorf("it is %s", c)
	}
	if n := len(tb.sees("birch-cyber").Showings()); n != 0 {
		t.Error("it crossed uncleared")
	}
	for _, seat := range []string{ofBirch, SeatControl, "birch-cyber"} {
		tb.refuses("no-such-clearance", seat, Clear{c})
		tb.refuses("no-such-clearance", seat, Clear{"alder-c9"})
		if len(tb.sees(seat).Clearances()) != 0 {
			t.Errorf("%s sees it", seat)
		}
	}
	tb.refuses("no-such-clearance", "alder-cyber", Clear{c})
	tb.do("alder-prosecutor", RefuseClearance{Clearance: c, Text: "not yet"})
	tb.refuses("already-cleared", "alder-prosecutor", Clear{c})
	c = tb.do("alder-cyber", Disclose{Item: act, To: []string{"birch"}})
	tb.wantQueue(ofAlder, "free-text alder-a1, clearance alder-c2") // nobody sits at the prosecutor's
	tb.do("alder-prosecutor", Join{Person: "p1"})
	tb.wantQueue(ofAlder, "free-text alder-a1, (clearance alder-c2 alder-prosecutor)")
	tb.wantQueue("alder-prosecutor", "clearance alder-c2")
	tb.refuses("no-such-clearance", "alder-counsel", Clear{c}) // the alternate, while the seat is taken
	tb.do("alder-prosecutor", Leave{Person: "p1"})
	tb.do("alder-counsel", Clear{c})
	v := tb.sees("birch-cyber")
	if text, ok := v.Text(v.Showings()[0].Text); !ok || text != "we saw the server" {
		t.Errorf("birch was shown %q", text)
	}
	if len(tb.sees(SeatControl).Showings()) != 1 {
		t.Error("the lead does not see what crosses")
	}
	// Neither the one who clears nor control asks anybody.
	for _, seat := range []string{"alder-prosecutor", ofAlder} {
		tb.do(seat, Disclose{Item: act, To: []string{"birch"}})
	}
	if n := len(tb.sees("birch-cyber").Showings()); n != 3 {
		t.Errorf("birch was shown %d items", n)
	}
}

// A decision waits for whom the scenario names, else the alternate, else
// control: as it stands when one looks (rule 17).
func TestTheQueueFollowsWhoIsThere(t *testing.T) {
	tb := sided(t, branches+powers)
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	p := tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant"})
	tb.wantQueue(ofAlder, "finding alder-a1, approval alder-p1")
	tb.wantQueue("alder-counsel", "")
	tb.do("alder-prosecutor", Join{Person: "p1"})
	tb.wantQueue("alder-prosecutor", "finding alder-a1, approval alder-p1") // for the counsel, and for itself
	tb.wantQueue(ofAlder, "(finding alder-a1 alder-prosecutor), (approval alder-p1 alder-prosecutor)")
	if a, _ := tb.sees("alder-prosecutor").Action(act); a.Finding == nil {
		t.Error("the alternate has no finding to decide on")
	}
	tb.do("alder-counsel", Join{Person: "bot", Bot: true})
	tb.wantQueue("alder-prosecutor", "approval alder-p1")
	tb.wantQueue("alder-counsel", "finding alder-a1")
	tb.wantQueue("alder-cyber", "")
	if a, _ := tb.sees("alder-prosecutor").Action(act); a.Finding != nil {
		t.Error("the alternate still has the finding")
	}
	tb.refuses("not-yours", "alder-prosecutor", ConfirmFinding{act})
	tb.refuses("no-such-approval", "alder-counsel", Approve{Approval: p})
	tb.do("alder-counsel", Leave{Person: "bot"})
	tb.do("alder-prosecutor", ConfirmFinding{act})
	tb.do("alder-prosecutor", Leave{Person: "p1"})
	tb.do("alder-counsel", Approve{Approval: p})
	tb.wantQueue(ofAlder, "")
	tb.wantQueue(SeatControl, "")
	tb.until("4m")
	tb.wantQueue(SeatControl, "cued call")
	tb.wantQueue(ofBirch, "cued call") // either may say it
	tb.wantQueue(ofAlder, "")
}

func TestTheQueueUnderOneFacilitator(t *testing.T) {
	tb := started(t, branches+powers)
	tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	tb.wantQueue(SeatControl, "finding alder-a1")
	tb.do("alder-counsel", Join{Person: "p2"})
	tb.wantQueue(SeatControl, "(finding alder-a1 alder-counsel)")
	tb.wantQueue("alder-counsel", "finding alder-a1")
	tb.do(SeatControl, ConfirmFinding{"alder-a1"}) // control may all the same
}

// A claim is a sign, not a lock.
func TestAClaimLocksNothing(t *testing.T) {
	tb := sided(t, branches+powers)
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	tb.refuses("nothing-waits", "alder-cyber", Claim{Class: "finding", Ref: act})
	tb.refuses("nothing-changed", ofAlder, Claim{Class: "finding", Ref: act, Drop: true})
	tb.give(Command{Seat: "alder-counsel", By: "p7", Said: SaidNow, Op: Claim{Class: "finding", Ref: act}})
	if w := tb.sees(ofAlder).Waiting()[0]; w.Claimed != (Claimant{Seat: "alder-counsel", Person: "p7"}) {
		t.Errorf("claimed by %v", w.Claimed)
	}
	tb.do(ofAlder, Claim{Class: "finding", Ref: act}) // takes it over
	tb.do(ofAlder, Claim{Class: "finding", Ref: act, Drop: true})
	tb.give(Command{Seat: "alder-counsel", By: "p7", Said: SaidNow, Op: Claim{Class: "finding", Ref: act}})
	tb.do(ofAlder, ConfirmFinding{act})
	tb.refuses("nothing-waits", "alder-counsel", Claim{Class: "finding", Ref: act})
}

// What follows from one side's act by a condition says nothing of whose it was.
func TestConsequencesBearNobodysName(t *testing.T) {
	tb := sided(t, `
[[inject]]
id = "echo"
when = 'acted("preserve", "alder")'
category = "contingency"
auto = true
channel = "email"
to = ["birch-cyber"]
subject = "Echo"
body = "b"
`)
	tb.give(Command{Seat: "alder-cyber", By: "p1", ID: "secret-command", Said: SaidNow, How: HowSpoken, Op: Act{Action: "preserve"}})
	v := tb.sees("birch-cyber")
	e := v.LogAt(v.LogLen() - 1)
	if e.Body.Kind() != "delivered" || e.Seat+e.By+e.Cmd+string(e.How) != "" {
		t.Errorf("birch reads %s by %q at %q, command %q", e.Body.Kind(), e.By, e.Seat, e.Cmd)
	}
}
