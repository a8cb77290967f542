package tui

import (
	"testing"

	"parley/engine"
)

// callScenario is the example with a hotline, a kind of request below it, and a
// case.
const callScenario = exampleScenario + `
[[action]]
id = "lift-it"
title = "Open the hotline"
[[action]]
id = "ask-abroad"
title = "Ask abroad"
[[authority]]
id = "statement"
side = "alder"
title = "Joint statement"
held-by = ["alder-justice"]
basis = "Joint statement of 2015"
permits = ["lift-it"]
reaches = ["any"]
[[request]]
id = "keep"
title = "Preservation of stored data"
basis = "Treaty, Art. 29"
from = ["alder-cyber", "birch-cyber"]
to = ["alder-cyber", "birch-cyber"]
clock = "exercise"
sends-as = "ask-abroad"
handles-as = "ask-abroad"
executes-as = "preserve-data"
  [[request.field]]
  id = "addresses"
  title = "Addresses with ports"
  [[request.time]]
  urgency = "urgent"
  acknowledge = "6m"
[[hotline]]
id = "red"
title = "Red phone"
basis = "Joint statement of 2015"
scope = "For what is *urgent* and could not be resolved through the points of contact."
opens = ["alder-prosecutor", "birch-cyber"]
opens-as = "lift-it"
contacts = ["alder-legal", "birch-cyber"]
answer-within = "3m"
clock = "exercise"
  [[hotline.topic]]
  id = "stuck"
  title = "A request that is not answered in time"
  [[hotline.topic]]
  id = "misread"
  title = "An incident that could be misread"
  [[hotline.step]]
  id = "say-who"
  title = "Say who you are and for whom you speak"
  [[hotline.step]]
  id = "read-back"
  title = "Read back what you have understood"
  [[hotline.step]]
  id = "agree"
  title = "Agree on a summary and the time of the next call"
[[case]]
id = "corvane-case"
title = "Theft of turbine designs"
text = "Design files of Corvane Turbines were copied to a server at Mistwood Hosting."
`

func newCaller(tb testing.TB, w, h int) *user {
	tb.Helper()
	u := &user{tb, newFakeHost(tb, callScenario), nil}
	u.start()
	u.resize(w, h)
	return u
}

// sits takes a seat, once control's console is in sight.
func (u *user) sits(role string) {
	u.tb.Helper()
	if u.m.seat != nil {
		u.keys("esc")
	}
	u.keys("v", "'"+role, "enter")
	if u.m.seat == nil || u.m.seat.role != role {
		u.tb.Fatalf("not at %s:\n%s", role, u.screen())
	}
}

// stuck plays until a request of Alder's is late.
func stuck(u *user) {
	u.keys("space", "enter")
	u.pass(60_000)
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.SendRequest{Kind: "keep", To: "birch-cyber", Fields: map[string]string{"addresses": "203.0.113.7:443"}, Case: "corvane-case"}})
	u.pass(7 * 60_000)
}

// rung is a call that was opened properly and rings in Birch.
func rung(u *user) {
	stuck(u)
	u.do(engine.Command{Seat: "alder-prosecutor", Op: engine.OpenHotline{
		Hotline: "red", To: "birch", Topic: "stuck", Urgent: engine.UrgentLoss, Lower: engine.LowerFailed, Request: "alder-req1",
		Text: "The logs are overwritten at midnight.", Cites: []string{"statement"}, Lang: "en",
	}})
}

// talked is a call in which something was said, with a summary proposed.
func underway(u *user) {
	rung(u)
	u.pass(60_000)
	step := func(seat string, op engine.StepHotline) string {
		op.Call, op.Lang = "alder-call1", "en"
		return u.do(engine.Command{Seat: seat, Op: op}).Ref
	}
	step("birch-cyber", engine.StepHotline{Step: engine.CallAnswer})
	u.pass(20_000)
	turn := step("alder-prosecutor", engine.StepHotline{Step: engine.CallSay, Text: "We ask you to have the provider keep the server as it is, until our request is dealt with."})
	u.pass(20_000)
	step("birch-cyber", engine.StepHotline{Step: engine.CallSay, Reads: turn, Text: "You want the server kept as it is, and nothing handed over yet."})
	step("alder-prosecutor", engine.StepHotline{Step: engine.CallTick, Tick: "say-who"})
	step("birch-cyber", engine.StepHotline{Step: engine.CallTick, Tick: "say-who"})
	step("birch-cyber", engine.StepHotline{Step: engine.CallTick, Tick: "read-back"})
	u.pass(20_000)
	step("birch-cyber", engine.StepHotline{Step: engine.CallSummary, Text: "Birch has the provider keep the server today. The request is answered within two days."})
}

// reported is a case with an account of each side and a joint status report.
func reported(u *user) {
	underway(u)
	give := func(seat string, op engine.Op) { u.do(engine.Command{Seat: seat, Op: op}) }
	give("alder-cyber", engine.WriteAccount{Case: "corvane-case", Text: "We believe that the card was stolen in Alder.", Lang: "en"})
	give("birch-cyber", engine.WriteAccount{Case: "corvane-case", Text: "The renter is known to us.", Lang: "en"})
	give("alder-cyber", engine.FileUnder{Case: "corvane-case", Item: "corvane-reports#1"})
	give("alder-cyber", engine.WriteLine{Case: "corvane-case", Text: "1,100 design files were copied out on 10 and 11 April.", Lang: "en"})
	give("birch-cyber", engine.WriteLine{Case: "corvane-case", Text: "The server was rented from within Alder.", Lang: "en"})
	give("birch-cyber", engine.WriteLine{Case: "corvane-case", Text: "The server stands in Birch and is kept as it is.", Lang: "en"})
	give("birch-cyber", engine.MarkLine{Line: "alder-line1", Agrees: true})
	give("alder-cyber", engine.MarkLine{Line: "birch-line1", Text: "By whom it was rented is not known.", Lang: "en"})
}

// toBetween puts control's cursor on something between the sides.
func (u *user) toBetween(id string) {
	u.tb.Helper()
	u.keys("5", "home")
	for range 40 {
		if u.m.at().id == id {
			return
		}
		u.keys("down")
	}
	u.tb.Fatalf("%s is not in the pane:\n%s", id, u.screen())
}

// TestCallScreens shows what a call and a case look like at their ends.
func TestCallScreens(t *testing.T) {
	t.Parallel()
	goldens(t, newCaller, []scene{
		{"call-none", func(u *user) { stuck(u); u.sits("alder-prosecutor"); u.keys("H") }},
		{"call-open", func(u *user) { stuck(u); u.sits("alder-prosecutor"); u.keys("N", "'red phone", "enter") }},
		{"call-open-ready", func(u *user) {
			stuck(u)
			u.sits("alder-prosecutor")
			u.keys("N", "'red phone", "enter", "down", "enter", "down", "down", "down", "enter", "up", "up", "enter", "enter", "'The logs are overwritten at midnight.", "tab", "space", "enter", "tab", "tab")
		}},
		{"call-rings", func(u *user) { rung(u); u.pass(30_000); u.sits("birch-cyber"); u.keys("H") }},
		{"call-rings-control", func(u *user) { rung(u); u.pass(30_000) }},
		{"call-underway", func(u *user) { underway(u); u.sits("alder-prosecutor"); u.keys("H") }},
		{"call-menu", func(u *user) { underway(u); u.sits("alder-prosecutor"); u.keys("H", "down", "down", "s") }},
		{"call-read-back", func(u *user) { underway(u); u.sits("alder-prosecutor"); u.keys("H", "down", "down", "s", "enter") }},
		{"call-close", func(u *user) {
			underway(u)
			u.sits("alder-prosecutor")
			u.keys("H", "s", "'close", "enter", "'+2h", "tab")
		}},
		{"call-control", func(u *user) { reported(u); u.toBetween("alder-call1"); u.keys("enter") }},
		{"case-control", func(u *user) { reported(u); u.toBetween("corvane-case"); u.keys("enter") }},
		{"case-list", func(u *user) { reported(u); u.sits("alder-prosecutor"); u.keys("C") }},
		{"case-line", func(u *user) { reported(u); u.sits("alder-prosecutor"); u.keys("C", "down", "down") }},
		{"case-dispute", func(u *user) {
			reported(u)
			u.sits("alder-prosecutor")
			u.keys("C", "down", "down", "down", "s", "'disp", "enter")
		}},
	})
}

// TestACallFromEndToEnd opens, takes, talks, signs and closes by keys.
func TestACallFromEndToEnd(t *testing.T) {
	t.Parallel()
	u := newCaller(t, 200, 50)
	stuck(u)
	u.sits("alder-cyber") // who is not stated to open it
	u.keys("N", "'red phone", "enter")
	u.shows("The entry test does not hold, and this is recorded: by a role")
	u.keys("down", "enter", "'irrev", "enter", "'failed", "enter")
	u.shows("alder-req1 (no answer in time)") // proposed, since it is late
	u.shows("The entry test holds, but this is recorded: by a role that is not stated for it.")
	u.keys("ctrl+s", "enter")
	u.gave("open-hotline", "alder-cyber")
	if op := u.last().Op.(engine.OpenHotline); op.Topic != "stuck" || op.Urgent != engine.UrgentLoss || op.Lower != engine.LowerFailed || op.Request != "alder-req1" {
		t.Errorf("opened %+v", op)
	}
	u.keys("H")
	u.shows("Recorded of the opening: by a role that is not stated for it")
	u.shows("rings at Union of Birch; to be answered in 3:00")
	u.keys("home", "s")
	u.shows("escalate it within your side")
	u.shows("give it up")
	u.hides("say something")
	u.keys("esc")

	u.sits("birch-cyber")
	u.shows("☎ RINGS: Red phone, Republic of Alder")
	u.keys("t")
	u.gave("step-hotline", "birch-cyber")
	u.hides("☎ RINGS")
	u.shows("under way")
	u.hides("Recorded of")
	u.keys("s", "'say", "enter", "'Who speaks?", "ctrl+s")
	u.keys("s", "'tick", "enter", "ctrl+s")
	u.shows("✓ Say who you are and for whom you speak (Union of Birch)")

	u.sits("alder-cyber")
	u.keys("H", "home", "down", "s", "enter", "'You ask who speaks.", "ctrl+s")
	if op := u.last().Op.(engine.StepHotline); op.Reads != "alder-call1-step2" {
		t.Errorf("read back %+v", op)
	}
	u.keys("s", "'summary", "enter", "'The server is kept.", "ctrl+s")
	u.shows("the summary waits for their signature")
	u.keys("s", "'escalate", "enter", "'prosecutor", "enter", "ctrl+s")
	u.sits("alder-prosecutor")
	u.shows("has escalated the call to you  H shows it")

	u.sits("birch-cyber")
	u.keys("H", "home", "s", "enter")
	u.shows("┃ The server is kept.")
	u.keys("enter")
	u.shows("summary signed off by both")
	u.keys("s", "'close", "enter", "'nonsense", "ctrl+s")
	u.shows("a moment of the story is")
	u.keys("ctrl+u", "'+2h", "ctrl+s")
	u.gave("step-hotline", "birch-cyber")
	u.shows("closed; next call Tue 12 Apr 18:08 CST+8")
	u.keys("s")
	u.hides("say something")
}

// TestWhoIsNoContactIsToldSo before they answer, and nothing prevents it.
func TestWhoIsNoContactIsToldSo(t *testing.T) {
	t.Parallel()
	u := newCaller(t, 200, 50)
	u.keys("space", "enter")
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.OpenHotline{Hotline: "red", To: "alder", Topic: "misread", Urgent: engine.UrgentEscalation, Lower: engine.LowerTooSlow}})
	u.sits("alder-cyber")
	u.shows("☎ RINGS: Red phone, Union of Birch")
	u.shows("for Legal adviser")
	u.keys("t")
	u.shows("though you are no point of contact")
	u.keys("enter")
	u.gave("step-hotline", "alder-cyber")
	u.shows("Recorded of the answer: by a role that is not stated for it")
}

// TestACaseFromEndToEnd writes, files, agrees and disputes by keys.
func TestACaseFromEndToEnd(t *testing.T) {
	t.Parallel()
	u := newCaller(t, 100, 40)
	stuck(u)
	u.sits("alder-cyber")
	u.keys("1", "home", "s", "'file", "enter", "ctrl+s")
	u.gave("file-under", "alder-cyber")
	u.keys("C", "home")
	u.shows("message received: ")
	u.shows("request: Preservation of stored data")
	u.keys("s", "'account", "enter", "'We have nothing.", "ctrl+s")
	u.gave("write-account", "alder-cyber")
	u.keys("s", "'take", "enter", "ctrl+s")
	u.gave("file-under", "alder-cyber")
	u.hides("message received: ")
	u.keys("s", "enter", "'Files were copied.", "ctrl+s")
	u.gave("write-line", "alder-cyber")
	u.keys("down", "s", "enter", "'Now", "ctrl+s")
	if op := u.last().Op.(engine.WriteLine); op.Line != "alder-line1" {
		t.Errorf("rewrote %+v", op)
	}

	u.sits("birch-cyber")
	u.shows("C Cases ●1")
	u.keys("C", "home")
	u.hides("We have nothing.")
	u.keys("down", "s", "'dispute", "enter", "ctrl+s")
	u.shows("say why")
	u.keys("'Which files?", "ctrl+s")
	u.gave("mark-line", "birch-cyber")
	u.shows("✗")
	u.shows("Which files?")
	u.keys("s", "'agree", "enter", "enter")
	u.gave("mark-line", "birch-cyber")
	u.shows("✓")
	u.keys("N", "'case", "enter", "'The card", "ctrl+s")
	u.gave("open-case", "birch-cyber")
	u.sits("alder-cyber")
	u.keys("C", "end")
	u.shows("opened by Union of Birch")
}

// TestCallBell rings for those who are to answer, and for control; not for who
// called.
func TestCallBell(t *testing.T) {
	t.Parallel()
	for seat, want := range map[string]bool{"": true, "alder-legal": true, "alder-cyber": false, "birch-cyber": false} {
		u := newCaller(t, 80, 24)
		u.keys("space", "enter")
		if seat != "" {
			u.m.lockWith(lock{Seat: seat, Person: "p-1", Name: "Ana"})
		}
		u.rings()
		u.quiet()
		u.by("birch-cyber", engine.OpenHotline{Hotline: "red", To: "alder", Lower: engine.LowerTooSlow})
		if got := u.rings(); got != want {
			t.Errorf("at %q it rings: %v", seat, got)
		}
	}
	u := newCaller(t, 80, 24)
	u.keys("space", "enter")
	u.sits("birch-cyber")
	u.rings()
	u.quiet()
	u.keys("N", "'red phone", "enter", "ctrl+s", "enter")
	if u.rings() {
		t.Error("it rings at who called")
	}
}

// TestTheOtherSidesScreenHasNothingOfIt: findings, accounts and filings are on no
// list and in no detail of the other side.
func TestTheOtherSidesScreenHasNothingOfIt(t *testing.T) {
	t.Parallel()
	u := newCaller(t, 160, 60)
	reported(u)
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.OpenHotline{Hotline: "red", To: "birch"}})
	u.sits("birch-cyber")
	for t := range tabCount {
		u.keys(t.key(), "home")
		for range 8 {
			for _, secret := range []string{"was stolen in Alder", "Recorded of", "out of scope", "Design files copied out"} {
				u.hides(secret)
			}
			u.keys("down")
		}
	}
	u.keys("C", "home")
	u.shows("The renter is known to us.")
}

// TestAnUnsentTurnIsKept: what was being said in a call is a draft like any other.
func TestAnUnsentTurnIsKept(t *testing.T) {
	t.Parallel()
	u := newCaller(t, 100, 40)
	underway(u)
	u.sits("alder-prosecutor")
	u.keys("H", "home", "down", "down", "s", "enter", "'You keep it.")
	u.start()
	u.shows("You were writing")
	u.keys("enter")
	u.shows("Read back in alder-call1")
	u.shows("You keep it.")
	u.keys("ctrl+s")
	if op := u.last().Op.(engine.StepHotline); op.Reads != "alder-call1-step3" || op.Text != "You keep it." {
		t.Errorf("said %+v", op)
	}
}

// TestHostileCalls has hostile texts come in by every field of calls and cases.
func TestHostileCalls(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text = whole(text, engine.MaxText)
			u := newCaller(t, 80, 24)
			u.keys("space", "enter")
			give := func(seat string, op engine.Op) {
				t.Helper()
				if _, err := u.h.Do(t.Context(), engine.Command{Seat: seat, Op: op, Said: engine.SaidNow}); err != nil {
					t.Fatalf("%s: %v", engine.OpName(op), err)
				}
			}
			give("alder-prosecutor", engine.OpenHotline{Hotline: "red", To: "birch", Text: text, Lang: "zh"})
			give("birch-cyber", engine.StepHotline{Call: "alder-call1", Step: engine.CallAnswer})
			give("alder-prosecutor", engine.StepHotline{Call: "alder-call1", Step: engine.CallSay, Text: text})
			give("birch-cyber", engine.StepHotline{Call: "alder-call1", Step: engine.CallSummary, Text: text})
			give("alder-prosecutor", engine.OpenCase{Title: text})
			give("alder-prosecutor", engine.WriteAccount{Case: "corvane-case", Text: text})
			give("alder-prosecutor", engine.WriteLine{Case: "corvane-case", Text: text})
			give("birch-cyber", engine.MarkLine{Line: "alder-line1", Text: text})
			give("birch-cyber", engine.StepHotline{Call: "alder-call1", Step: engine.CallEscalate, To: "birch-cyber", Text: text})
			u.pass(0)
			for _, size := range [][2]int{{60, 20}, {160, 50}} {
				u.resize(size[0], size[1])
				u.sits("alder-prosecutor")
				for _, tab := range []string{"H", "C", "7"} {
					u.keys(tab, "home")
					for range 6 {
						clean(t, u)
						u.keys("s")
						clean(t, u)
						u.keys("esc")
						if u.m.seat == nil {
							u.sits("alder-prosecutor")
							u.keys(tab)
						}
						u.keys("down")
					}
				}
				u.keys("esc", "2", "end", "enter")
				clean(t, u)
				u.keys("esc")
			}
		})
	}
}

// TestChineseCalls draws the screens of calls and cases in Chinese at every size.
func TestChineseCalls(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		u := newCaller(t, size[0], size[1])
		reported(u)
		u.sits("alder-prosecutor")
		u.keys("L", "'中", "enter", "esc")
		for _, keys := range [][]string{
			{"H"},
			{"H", "home", "s"},
			{"H", "home", "s", "enter"},
			{"H", "down", "enter"},
			{"H", "end"},
			{"H", "end", "s", "enter"},
			{"C"},
			{"C", "down"},
			{"C", "down", "down", "s"},
			{"C", "home", "enter"},
			{"N"},
			{"1", "s"},
		} {
			u.keys("v", "'alder-prosecutor", "enter")
			u.keys(keys...)
			onTerminal(t, u)
			for range 4 {
				if u.m.seat != nil {
					u.keys("esc")
				}
			}
		}
		if size[0] == 80 {
			u.keys("v", "'alder-prosecutor", "enter", "H", "home")
			golden(t, "zh-call-80x24", u.screen())
			u.keys("C", "home")
			golden(t, "zh-case-80x24", u.screen())
			u.keys("H", "end", "s", "enter")
			golden(t, "zh-call-open-80x24", u.screen())
		}
	}
}
