package engine

import (
	"slices"
	"strings"
	"testing"
)

// redPhone is a hotline on the stage, beside requests; the prosecutor opens it
// and the duty officers of both sides answer.
const redPhone = keepRequests + `
[[action]]
id = "lift-it"
title = "Open the hotline"
[[authority]]
id = "statement"
title = "Joint statement"
side = "alder"
held-by = ["alder-court"]
basis = "Joint statement of 2015"
permits = ["lift-it"]
reaches = ["any"]
[[hotline]]
id = "red"
title = "Red phone"
scope = "Urgent issues that could not be resolved otherwise."
opens = ["alder-prosecutor", "birch-cyber"]
opens-as = "lift-it"
contacts = ["alder-cyber", "birch-cyber"]
answer-within = "3m"
clock = "exercise"
needed = 'late("keep", "alder")'
  [[hotline.topic]]
  id = "stuck"
  title = "A request that is not answered"
  [[hotline.step]]
  id = "read-back"
  title = "Read back what you understood"
[[role]]
id = "birch-clerk"
agency = "birch-police"
title = "Clerk"
[[inject]]
id = "desk-complains"
to = ["birch"]
channel = "phone"
subject = "Why do they call?"
when = 'misused("red", "alder")'
[[inject]]
id = "silence"
to = ["birch"]
channel = "phone"
subject = "You did not answer"
when = 'called("red", "alder") and not connected("red") and since("red") > "5m"'
[[case]]
id = "mistwood-case"
title = "Mistwood"
text = "What both know."
`

// proper is an opening against which nothing can be said, once a request is
// late.
func proper(request string) OpenHotline {
	return OpenHotline{
		Hotline: "red", To: "birch", Topic: "stuck", Urgent: UrgentLoss, Lower: LowerFailed, Request: request,
		Text: "The logs are gone at midnight.", Cites: []string{"statement"},
	}
}

// record of a call: its state, what was found of its opening, and its clock.
func (tb *table) record(call string) string {
	tb.t.Helper()
	v, _ := tb.x.View(SeatControl)
	c, ok := v.Call(call)
	if !ok {
		return "none"
	}
	out := c.State
	for _, f := range c.Found {
		out += ", " + f.Side + " " + f.Step
		if f.Test {
			out += " holds"
		}
		for _, cause := range f.Causes {
			out += " " + cause
		}
	}
	if d, ok := v.DeadlineOfCall(&c); ok {
		out += ", " + d.Status
	}
	return out
}

func (tb *table) wantRecord(call, want string) {
	tb.t.Helper()
	if got := tb.record(call); got != want {
		tb.t.Errorf("%s: %s, want %s", call, got, want)
	}
}

func TestAHotlineIsOpenedProperly(t *testing.T) {
	tb := started(t, redPhone)
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.until("7m") // not acknowledged in time
	call := tb.do("alder-prosecutor", proper(q))
	tb.wantRecord(call, "ringing, alder open holds, running")
	if got := tb.finding("alder-a2"); got != "within" {
		t.Errorf("opening it was found %s", got)
	}
	tb.until("9m")
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallAnswer})
	tb.wantRecord(call, "answered, alder open holds, met")
	turn := tb.do("alder-prosecutor", StepHotline{Call: call, Step: CallSay, Text: "Freeze the server."})
	back := tb.do("birch-cyber", StepHotline{Call: call, Step: CallSay, Text: "You want it frozen.", Reads: turn})
	tb.refuses("not-to-read-back", "birch-cyber", StepHotline{Call: call, Step: CallSay, Text: "I said so.", Reads: back})
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallTick, Tick: "read-back"})
	tb.refuses("nothing-changed", "birch-cyber", StepHotline{Call: call, Step: CallTick, Tick: "read-back"})
	tb.refuses("nothing-to-sign", "birch-cyber", StepHotline{Call: call, Step: CallSign})
	first := tb.do("birch-cyber", StepHotline{Call: call, Step: CallSummary, Text: "We look into it."})
	tb.do("alder-prosecutor", StepHotline{Call: call, Step: CallSummary, Text: "The server is frozen today."})
	tb.refuses("another-summary", "alder-prosecutor", StepHotline{Call: call, Step: CallSign, Reads: first})
	tb.refuses("already-signed", "alder-cyber", StepHotline{Call: call, Step: CallSign})
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallSign})
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallEscalate, To: "birch-clerk", Text: "For the file."})
	tb.refuses("escalates-own-side", "birch-cyber", StepHotline{Call: call, Step: CallEscalate, To: "alder-cyber"})
	now := tb.x.Clock()
	next := now.StoryAt(now.T) + 3_600_000
	tb.refuses("next-call-past", "birch-cyber", StepHotline{Call: call, Step: CallClose, Next: now.StoryAt(now.T)})
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallClose, Next: next})
	tb.refuses("call-over", "alder-prosecutor", StepHotline{Call: call, Step: CallSay, Text: "One more thing."})
	v, _ := tb.x.View("alder-prosecutor")
	c, _ := v.Call(call)
	if text, _ := v.Text(c.AgreedText()); text != "The server is frozen today." || c.Next() != next {
		t.Errorf("they agreed on %q and the next call at %d", text, c.Next())
	}
	tb.wantStory("proposed victim-complains@00:06:00", "proposed") // of the request, none of the call
}

func TestAHotlineIsOpenedByTheWrongRole(t *testing.T) {
	tb := started(t, redPhone)
	op := proper("")
	op.Lower, op.Cites = LowerTooSlow, nil
	call := tb.do("alder-cyber", op)
	tb.wantRecord(call, "ringing, alder open holds wrong-role, running")
	tb.do("birch-clerk", StepHotline{Call: call, Step: CallAnswer}) // nor is the clerk the one to answer
	tb.wantRecord(call, "answered, alder open holds wrong-role, birch answer wrong-role, met")
	tb.wantStory("proposed desk-complains@00:00:00", "proposed")
}

func TestAHotlineIsOpenedOutOfScope(t *testing.T) {
	tb := started(t, redPhone)
	call := tb.do("alder-prosecutor", OpenHotline{Hotline: "red", To: "birch", Lower: LowerNotTried, Text: "Shall we have lunch?"})
	tb.wantRecord(call, "ringing, alder open out-of-scope not-urgent lower-channel-open, running")
	v, _ := tb.x.View("alder-cyber")
	if c, _ := v.Call(call); len(c.Found) != 1 || !c.Misused() {
		t.Errorf("the opener's side is told %v", c.Found)
	}
	if v, _ := tb.x.View("birch-cyber"); func() bool { c, _ := v.Call(call); return len(c.Found) > 0 }() {
		t.Error("the other side is told what was found")
	}
}

func TestAHotlineIsNotAnswered(t *testing.T) {
	tb := started(t, redPhone)
	op := proper("")
	op.Lower = LowerTooSlow
	call := tb.do("alder-prosecutor", op)
	tb.until("3m")
	tb.wantRecord(call, "ringing, alder open holds, running")
	tb.refuses("not-answered", "alder-prosecutor", StepHotline{Call: call, Step: CallSay, Text: "Hello?"})
	tb.refuses("not-answered", "birch-cyber", StepHotline{Call: call, Step: CallClose})
	tb.refuses("own-call", "alder-cyber", StepHotline{Call: call, Step: CallAnswer})
	tb.until("6m")
	tb.wantRecord(call, "unanswered, alder open holds, missed")
	tb.wantStory("proposed silence@00:05:00", "proposed")
	v, _ := tb.x.View(SeatControl)
	if w := v.Waiting(); !slices.ContainsFunc(w, func(w Waiting) bool { return w.Class == "deadline" && w.Side == "birch" }) {
		t.Errorf("the queue has %v", w)
	}
	tb.do("birch-cyber", StepHotline{Call: call, Step: CallAnswer}) // it still rang
	tb.wantRecord(call, "answered, alder open holds, late")
}

// Whoever gives up before it was answered leaves nothing for the other side to
// be late with.
func TestACallerGivesUp(t *testing.T) {
	tb := started(t, redPhone)
	call := tb.do("alder-prosecutor", proper(""))
	tb.do("alder-prosecutor", StepHotline{Call: call, Step: CallEscalate, To: "alder-counsel"})
	tb.do("alder-counsel", StepHotline{Call: call, Step: CallClose})
	tb.until("9m")
	tb.wantRecord(call, "closed, alder open holds, waived")
	tb.refuses("call-over", "birch-cyber", StepHotline{Call: call, Step: CallAnswer})
}

// A request that is under way in its time is no channel that failed.
func TestTheLowerChannelIsHeldAgainstTheRequestCited(t *testing.T) {
	tb := started(t, redPhone)
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	v, _ := tb.x.View("alder-prosecutor")
	if test, causes := v.EntryTest("alder-prosecutor", proper(q)); test || !slices.Equal(causes, []string{MisuseLower}) {
		t.Errorf("before sending: %v, %v", test, causes)
	}
	early := tb.do("alder-prosecutor", proper(q))
	tb.wantRecord(early, "ringing, alder open lower-channel-open, running")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "refuse", Ground: "sovereignty"})
	refused := tb.do("alder-prosecutor", proper(q))
	tb.wantRecord(refused, "ringing, alder open holds, running")
	tb.refuses("no-such-request", "birch-cyber", OpenHotline{Hotline: "red", To: "alder", Lower: LowerFailed, Request: q})
	tb.refuses("no-such-side", "alder-prosecutor", OpenHotline{Hotline: "red", To: "alder"})
	tb.refuses("no-such-topic", "alder-prosecutor", OpenHotline{Hotline: "red", To: "birch", Topic: "weather"})
}

func TestControlLearnsWhenAHotlineOughtToBeUsed(t *testing.T) {
	tb := started(t, redPhone)
	tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.until("9m")
	control, _ := tb.x.View(SeatControl)
	player, _ := tb.x.View("alder-prosecutor")
	if !control.HotlineNeeded("red") || player.HotlineNeeded("red") || player.Hotline("red").Needed != nil {
		t.Error("it is control, and nobody else, who learns that it ought to be used")
	}
	n := 0
	for _, e := range tb.ev {
		if e.Body.Kind() == "hotline-needed" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it was recorded %d times", n)
	}
	unsaid := started(t, strings.Replace(redPhone, `needed = 'late("keep", "alder")'`, "", 1))
	if v, _ := unsaid.x.View(SeatControl); v.HotlineNeeded("red") {
		t.Error("a hotline of which the planner says nothing ought to be used")
	}
}

func TestAStatusReportIsAgreedAndDisputedLineByLine(t *testing.T) {
	tb := started(t, redPhone)
	one := tb.do("alder-cyber", WriteLine{Case: "mistwood-case", Text: "The server stood in Birch."})
	two := tb.do("birch-cyber", WriteLine{Case: "mistwood-case", Text: "It was rented from Alder."})
	tb.do("birch-clerk", MarkLine{Line: one, Agrees: true})
	tb.refuses("no-reason", "alder-cyber", MarkLine{Line: two})
	tb.do("alder-cyber", MarkLine{Line: two, Text: "By whom is not known."})
	tb.refuses("own-line", "alder-prosecutor", MarkLine{Line: one, Agrees: true})
	tb.refuses("not-your-line", "alder-cyber", WriteLine{Line: two, Text: "It was not."})
	states := func() string {
		v, _ := tb.x.View("alder-counsel")
		c, _ := v.Case("mistwood-case")
		var out []string
		for i := range c.Lines {
			out = append(out, v.LineState(&c.Lines[i]))
		}
		return strings.Join(out, " ")
	}
	if got := states(); got != "agreed disputed" {
		t.Errorf("the lines stand as %s", got)
	}
	v, _ := tb.x.View("alder-cyber")
	old, _ := v.Line(two)
	tb.do("birch-cyber", WriteLine{Line: two, Text: "It was rented with a stolen card."})
	if got := states(); got != "agreed open" {
		t.Errorf("after another text the lines stand as %s", got)
	}
	tb.refuses("line-rewritten", "alder-cyber", MarkLine{Line: two, Reads: old.LineWritten.Text, Agrees: true})
	tb.do("alder-cyber", MarkLine{Line: two, Agrees: true})
	tb.refuses("nothing-changed", "alder-prosecutor", MarkLine{Line: two, Agrees: true})
	if got := states(); got != "agreed agreed" {
		t.Errorf("in the end the lines stand as %s", got)
	}
}

func TestACaseHoldsWhatEachSideFilesThere(t *testing.T) {
	tb := started(t, redPhone)
	act := tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	note := tb.do("alder-cyber", SendMessage{To: []string{"alder-counsel"}, Text: "Is this ours?"})
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full(), Case: "mistwood-case"})
	theirs := tb.do("birch-cyber", Act{Action: "search"})
	opened := tb.do("birch-cyber", OpenCase{Title: "The card"})
	for _, item := range []string{act, note} {
		tb.do("alder-prosecutor", FileUnder{Case: "mistwood-case", Item: item})
	}
	tb.refuses("nothing-changed", "alder-cyber", FileUnder{Case: "mistwood-case", Item: act})
	tb.refuses("nothing-changed", "alder-cyber", FileUnder{Case: "mistwood-case", Item: q})
	tb.refuses("no-such-item", "alder-cyber", FileUnder{Case: "mistwood-case", Item: theirs})
	tb.refuses("no-such-item", "alder-cyber", FileUnder{Case: "mistwood-case", Item: "nothing"})
	tb.refuses("no-such-case", "alder-cyber", FileUnder{Case: "corvane", Item: act})
	tb.do("birch-cyber", FileUnder{Case: opened, Item: q})
	tb.do("alder-counsel", FileUnder{Case: "mistwood-case", Item: note, Not: true})
	tb.refuses("not-filed", "alder-counsel", FileUnder{Case: "mistwood-case", Item: note, Not: true})
	held := func(seat, file string) string {
		v, _ := tb.x.View(seat)
		c, _ := v.Case(file)
		var out []string
		for _, i := range c.Items {
			out = append(out, strings.TrimSpace(i.Side+" "+i.Item))
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ seat, file, want string }{
		{"alder-counsel", "mistwood-case", "alder-req1, alder alder-a1"},
		{"birch-cyber", "mistwood-case", "alder-req1"},
		{"alder-cyber", opened, ""},
		{"birch-clerk", opened, "birch alder-req1"},
		{SeatControl, opened, "birch alder-req1"},
	} {
		if got := held(c.seat, c.file); got != c.want {
			t.Errorf("%s has under %s: %s, want %s", c.seat, c.file, got, c.want)
		}
	}
	if v, _ := tb.x.View("alder-cyber"); v.CaseTitle(opened, "en") != "The card" {
		t.Errorf("the other side reads the case as %q", v.CaseTitle(opened, "en"))
	}
}

// Neither what a call was found to be, nor what a side files or writes for
// itself, reaches the other side: not in its view, nor in its log, nor the lead
// where each side has a controller.
func TestNoFindingFilingOrAccountReachesTheOtherSide(t *testing.T) {
	single, perSide := started(t, redPhone), sided(t, redPhone)
	for _, tb := range []*table{single, perSide} {
		call := tb.do("alder-cyber", OpenHotline{Hotline: "red", To: "birch", Text: "said aloud"})
		tb.do("birch-clerk", StepHotline{Call: call, Step: CallAnswer})
		act := tb.do("alder-cyber", Act{Text: "secret act"})
		tb.do("alder-cyber", FileUnder{Case: "mistwood-case", Item: act})
		tb.do("alder-cyber", WriteAccount{Case: "mistwood-case", Text: "secret account"})
		tb.do("birch-cyber", WriteAccount{Case: "mistwood-case", Text: "their account"})
		seats := []string{"birch-cyber", "birch-clerk"}
		if tb == perSide {
			seats = append(seats, ofBirch, SeatControl)
		}
		for _, seat := range seats {
			v, _ := tb.x.View(seat)
			c, ok := v.Call(call)
			if !ok || slices.ContainsFunc(c.Found, func(f HotlineFound) bool { return f.Side == "alder" }) {
				t.Errorf("%s has the call %v with findings %v", seat, ok, c.Found)
			}
			file, _ := v.Case("mistwood-case")
			if slices.ContainsFunc(file.Items, func(i CaseItem) bool { return i.Side == "alder" }) ||
				slices.ContainsFunc(file.Accounts, func(a Account) bool { return a.Side == "alder" }) {
				t.Errorf("%s has %v and %v", seat, file.Items, file.Accounts)
			}
			log := told(v, "en")
			for _, secret := range []string{"secret", "(Red phone) (Alder)", act} {
				if strings.Contains(log, secret) {
					t.Errorf("%s is told of %q:\n%s", seat, secret, log)
				}
			}
			if !strings.Contains(log, "said aloud") {
				t.Errorf("%s is not told of the call:\n%s", seat, log)
			}
		}
	}
}
