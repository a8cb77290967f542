package tui

import (
	"os"
	"testing"

	"parley/engine"
)

func requestsScenario(tb testing.TB) string {
	tb.Helper()
	toml, err := os.ReadFile("testdata/requests.toml")
	if err != nil {
		tb.Fatal(err)
	}
	return string(toml)
}

// newRequester sits before the console of an exercise with requests, which has
// begun.
func newRequester(tb testing.TB, w, h int) *user {
	tb.Helper()
	u := &user{tb, newFakeHost(tb, requestsScenario(tb)), nil}
	u.start()
	u.resize(w, h)
	u.keys("space", "enter")
	u.pass(60_000)
	return u
}

// asked is a request that lacks little.
func asked() map[string]string {
	return map[string]string{
		"authority": "Alder Police, cyber division, case 16-204", "offence": "Unauthorised access, s. 1030: design files of Lantern Works were copied out.",
		"data": "1. Server logs of 1 to 12 April\n2. The account data of the tenant", "addresses": "203.0.113.7:443", "times": "2016-04-02 06:11:07 UTC",
	}
}

// received lets birch have a request of alder's, with a draft and one of its
// own beside it.
func received(u *user) {
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.SendRequest{Kind: "keep", To: "birch-cyber", Fields: asked(), Cites: []string{"treaty"}}})
	u.pass(90_000)
	u.do(engine.Command{Seat: "alder-press", Op: engine.SendRequest{Kind: "keep", To: "birch-centre", Urgency: "routine", Fields: map[string]string{"data": "Everything.", "addresses": "203.0.113.7"}}})
	u.pass(30_000)
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.SendRequest{Kind: "tip", To: "alder-cyber", Text: "We see beacons to 203.0.113.7. Please look."}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.DraftRequest{Kind: "keep", To: "alder-cyber", Fields: map[string]string{"authority": "Birch Police"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "acknowledge", Cites: []string{"duty"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "accept", Text: "We go to the provider today.", Cites: []string{"duty"}}})
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req2", Step: "ask-supplement", Asked: []string{"data", "addresses"}, Text: "Which server?"}})
	u.pass(10_000)
}

// atDesk takes birch's seat, with a request of each kind in sight.
func atDesk(u *user) {
	received(u)
	u.keys("v", "'network pol", "enter", "Q")
}

// TestRequestScreens shows what a player meets of requests and clocks.
func TestRequestScreens(t *testing.T) {
	t.Parallel()
	goldens(t, newRequester, []scene{
		{"requests-list", func(u *user) { atDesk(u); u.keys("end") }},
		{"requests-detail", func(u *user) { atDesk(u); u.keys("end", "enter", "pgdown") }},
		{"requests-steps", func(u *user) { atDesk(u); u.keys("end", "s") }},
		{"requests-new", func(u *user) { atDesk(u); u.keys("N") }},
		{"requests-write", func(u *user) {
			atDesk(u)
			u.keys("N", "enter", "tab", "tab", "tab", "'Birch Police", "tab", "tab", "tab", "'203.0.113.7", "tab", "'at 10:00")
		}},
		{"requests-send", func(u *user) {
			atDesk(u)
			u.keys("N", "'draft", "enter", "ctrl+s")
		}},
		{"requests-refuse", func(u *user) {
			atDesk(u)
			u.keys("end", "s", "'refuse", "enter", "down", "tab", "'It names no offence.")
		}},
		{"requests-execute", func(u *user) { atDesk(u); u.keys("end", "s", "enter", "'Logs of 1 to 12 April are kept.", "tab") }},
		{"requests-supplement", func(u *user) {
			received(u)
			u.keys("v", "'press", "enter", "Q", "home", "down", "s", "enter")
		}},
		{"requests-tick", func(u *user) {
			received(u)
			u.keys("v", "'cyber div", "enter", "Q", "home", "s", "'tick", "enter", "space")
		}},
		{"requests-clocks", func(u *user) { atDesk(u); u.pass(13 * 60_000); u.m.pull(); u.keys("K") }},
	})
}

// TestARequestIsWritten goes from a menu to what is sent; while it is typed, it
// says what is missing and what is not as it must be.
func TestARequestIsWritten(t *testing.T) {
	t.Parallel()
	u := newRequester(t, 128, 44)
	u.keys("v", "'cyber div", "enter", "N", "enter")
	u.shows("Missing, mandatory (4): Authority seeking it; Offence")
	u.shows("● Duty officer, network police, Union of Birch")
	u.shows("off channel: not stated to receive it")
	u.keys("tab")
	u.shows("Routine: acknowledgement 8 h · verdict 1 d · first answer 7 d")
	u.keys("down", "tab", "tab", "'Alder Police", "tab", "'Intrusion", "tab", "'Logs", "tab", "'203.0.113.7")
	u.shows("Missing, mandatory (1): Times of the events")
	u.shows("Not as it must be (1): IP addresses")
	u.shows("✗ each IP address needs its port")
	u.keys("':443")
	u.hides("Not as it must be")
	u.shows("✓ as it must be")
	u.shows("needed if “A figure of the loss is on record”")
	for range 6 {
		u.keys("tab")
	}
	u.keys("ctrl+s") // reads it over first
	u.shows("[ Enter: send it ]  to Duty officer, network police, Union of Birch")
	u.shows("no authority cited")
	u.shows("Missing, mandatory (1): Times of the events, with their time zone")
	u.keys("up", "up", "up", "up", "space", "ctrl+s")
	u.hides("no authority cited")
	u.keys("enter")
	u.gave("send-request", "alder-cyber")
	op := u.last().Op.(engine.SendRequest)
	if op.To != "birch-cyber" || op.Urgency != "routine" || op.Fields["addresses"] != "203.0.113.7:443" || len(op.Fields) != 4 || len(op.Cites) != 1 {
		t.Errorf("sent %+v", op)
	}
	u.keys("Q")
	u.shows("→ 01:00   alder-req1 Preservation of stored data")
	u.shows("sent · theirs: acknowledgement in 8 h")
}

// TestADraftIsTheSides is kept by one role and sent by another.
func TestADraftIsTheSides(t *testing.T) {
	t.Parallel()
	u := newRequester(t, 128, 44)
	u.keys("v", "'press", "enter", "N", "'preservation", "enter")
	u.shows("Your role is not stated to send this")
	u.keys("tab", "tab", "tab", "'Alder Police")
	for range 13 {
		u.keys("tab")
	}
	u.keys("down", "enter")
	u.shows("[ Enter: keep the draft ]  for your side alone: nothing goes out yet")
	u.keys("enter")
	u.gave("draft-request", "alder-press")
	u.keys("v", "'network", "enter", "Q")
	u.shows("No request was sent or received yet. N writes one.")
	u.keys("v", "'cyber div", "enter", "Q")
	u.shows("✎ 01:00   alder-draft1 Preservation of stored data")
	u.keys("s", "enter")
	u.shows("✓ Authority seeking it")
	u.keys("tab", "tab", "tab", "tab", "'Intrusion", "ctrl+s", "enter")
	u.gave("send-request", "alder-cyber")
	if op := u.last().Op.(engine.SendRequest); op.Draft != "alder-draft1" || op.Fields["authority"] != "Alder Police" || op.Fields["offence"] != "Intrusion" {
		t.Errorf("sent %+v", op)
	}
	u.hides("✎")
}

// TestRequestSteps takes each step by its form.
func TestRequestSteps(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		seat  string
		keys  []string
		check func(op engine.StepRequest) bool
	}{
		"acknowledge": {"'coord", []string{"'ack", "enter", "enter"}, func(op engine.StepRequest) bool { return true }},
		"ask-supplement": {"'coord", []string{"'ask for", "enter", "'addresses", "enter", "'With ports.", "ctrl+s"}, func(op engine.StepRequest) bool {
			return len(op.Asked) == 1 && op.Asked[0] == "addresses" && op.Text != ""
		}},
		"consult":     {"'coord", []string{"'consult", "enter", "'What if we only keep it?", "ctrl+s"}, func(op engine.StepRequest) bool { return op.Text != "" }},
		"accept":      {"'coord", []string{"'accept it: ", "backspace", "backspace", "enter", "enter"}, nil},
		"accept-part": {"'coord", []string{"'accept it in", "enter", "space", "tab", "down", "ctrl+s"}, func(op engine.StepRequest) bool { return len(op.Items) == 1 && op.Ground == "sovereignty" }},
		"refuse":      {"'coord", []string{"'refuse", "enter", "down", "down", "tab", "'Everything is too much.", "ctrl+s"}, func(op engine.StepRequest) bool { return op.Ground == "too-broad" && op.Text != "" }},
		"postpone":    {"'coord", []string{"'postpone", "enter", "tab", "'2016-04-20 12:00", "ctrl+s"}, func(op engine.StepRequest) bool { return op.Ground == "own-case" && op.Review == 1461124800000 }},
		"protect":     {"'coord", []string{"'protect", "enter", "'Kept.", "ctrl+s"}, nil},
		"execute": {"'coord", []string{"'execute it: ", "enter", "'All of it.", "ctrl+s"}, func(op engine.StepRequest) bool {
			return len(op.Items) == 1 && op.Items[0] == "data" && op.Text == "Stored data to be preserved, item by item: All of it."
		}},
		"execute-part": {"'coord", []string{"'execute it in", "enter", "'Some.", "tab", "tab", "tab", "down", "ctrl+s"}, func(op engine.StepRequest) bool { return len(op.Items) == 1 && op.Ground == "sovereignty" }},
		"update":       {"'coord", []string{"'update", "enter", "down", "tab", "'Found.", "ctrl+s"}, func(op engine.StepRequest) bool { return op.Result && op.Text == "Found." }},
		"forward":      {"'coord", []string{"'forward", "enter", "tab", "'Yours.", "ctrl+s"}, func(op engine.StepRequest) bool { return op.To == "birch-cyber" }},
		"supplement":   {"'press", []string{"'supplement", "enter", "'Us.", "ctrl+s"}, func(op engine.StepRequest) bool { return len(op.Fields) == 1 && op.Fields["authority"] == "Us." }},
		"close":        {"'press", []string{"'close", "enter", "'Thanks.", "ctrl+s"}, nil},
		"withdraw":     {"'press", []string{"'withdraw", "enter", "ctrl+s"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newRequester(t, 100, 40)
			u.do(engine.Command{Seat: "alder-press", Op: engine.SendRequest{Kind: "keep", To: "birch-centre", Fields: map[string]string{"data": "Everything.", "addresses": "203.0.113.7"}}})
			u.keys("v", c.seat, "enter", "Q", "s")
			u.keys(c.keys...)
			op, ok := u.last().Op.(engine.StepRequest)
			if !ok || op.Step != name || op.Request != "alder-req1" || u.m.failed || c.check != nil && !c.check(op) {
				t.Errorf("gave %+v (%s)\n%s", u.last().Op, u.m.note, u.screen())
			}
			u.shows("alder-req1")
		})
	}
}

// TestRequestNotices says above the tabs what waits for the side and which
// clock is near its end, and rings for both.
func TestRequestNotices(t *testing.T) {
	t.Parallel()
	u := newRequester(t, 120, 30)
	u.m.lockWith(lock{Seat: "birch-cyber", Person: "p-1", Name: "Bo"})
	u.hides("Q requests, K clocks")
	u.rings()
	u.quiet()
	u.by("alder-cyber", engine.SendRequest{Kind: "keep", To: "birch-cyber", Fields: asked()})
	if !u.rings() {
		t.Error("a request comes in without a sound")
	}
	u.shows("yours to acknowledge: alder-req1 Preservation of stored data  Q requests, K clocks")
	u.does("alder-cyber", engine.SendRequest{Kind: "keep", To: "birch-centre", Fields: asked()})
	u.m.pull()
	u.shows("2 requests wait for your side")
	u.shows("Q Requests ●2")
	u.quiet() // for the second request
	u.quiet()
	u.does("birch-centre", engine.StepRequest{Request: "alder-req2", Step: "refuse", Ground: "sovereignty"})
	u.h.pass(3*60_000 + 20_000) // of the four minutes that two hours of the story are
	u.m.Update(tickMsg{u.h.now()})
	if !u.m.bell.since.IsZero() { // as it is after a ring, until the next tick
		t.Error("a clock comes near its end without a sound")
	}
	u.shows("in 18 min: alder-req1 acknowledgement · Preservation of stored data · yours to acknowledge")
	u.pass(60_000)
	u.m.pull()
	u.shows("late by 12 min: alder-req1 acknowledgement")
	u.shows("K Clocks ●1")
	u.keys("S")
	u.shows("yours to acknowledge: alder-req1 Preservation of stored data (acknowledgement: late by 12 min)")
}

// TestWhatIsNotTold: drafts, and whom a request was passed on to, stay with
// their side; and nobody but its sender is told what is not as it must be.
func TestWhatIsNotTold(t *testing.T) {
	t.Parallel()
	u := newRequester(t, 120, 60)
	received(u)
	u.does("birch-cyber", engine.StepRequest{Request: "alder-req2", Step: "forward", To: "birch-cyber", Text: "Between us."})
	u.keys("v", "'cyber div", "enter")
	for _, tab := range []string{"Q", "K", "7", "2"} {
		u.keys(tab, "home")
		for range 8 {
			u.hides("birch-draft")
			u.hides("Between us")
			u.hides("passes")
			u.keys("down")
		}
	}
	u.keys("v", "'coord", "enter", "Q", "end", "up")
	for _, keys := range [][]string{{"enter"}, {"esc", "s", "'ask", "enter"}} {
		u.keys(keys...)
		u.hides("each IP address needs its port, as in")
		u.hides("Not as it must be")
	}
}

// TestRequestDraftsOutlive kills the program while a request, and a step, are
// half written, and goes on with them.
func TestRequestDraftsOutlive(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ open, write []string }{
		"send-request": {[]string{"v", "'network pol", "enter", "N", "enter"}, []string{"tab", "down", "tab", "tab", "'Birch Police", "tab", "'Facts", "tab", "tab", "'203.0.113.7"}},
		"step-request": {[]string{"v", "'network pol", "enter", "Q", "end", "s", "'refuse", "enter"}, []string{"down", "tab", "'No offence is named."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			send := func(die bool) engine.Command {
				u := newRequester(t, 120, 40)
				received(u)
				u.keys(c.open...)
				u.keys(c.write...)
				if die {
					u.start()
					u.shows("You were writing “")
					u.keys("enter")
				}
				if u.keys("ctrl+s"); u.m.topForm() != nil {
					u.keys("enter")
				}
				u.gave(name, "birch-cyber")
				return u.last()
			}
			if a, b := text(t, send(false).Op), text(t, send(true).Op); a != b {
				t.Errorf("sent %s, and without the death %s", b, a)
			}
		})
	}
}

// TestPlainRequests writes, reads and answers a request in lines.
func TestPlainRequests(t *testing.T) {
	t.Parallel()
	r := newListenerTo(t, requestsScenario(t))
	r.types("start", "yes")
	r.pass(60_000)
	r.types("v alder-cyber", "new preservation")
	r.types("", "routine", "", "Alder Police", ".", "Intrusion", ".", "Logs", ".", "203.0.113.7", ".")
	r.types("2016-04-02 06:11:07 UTC", ".", "", "", "", "", "", "treaty", "", "", "")
	r.types("")
	c := r.gave("send-request", "alder-cyber")
	if op, ok := c.Op.(engine.SendRequest); !ok || op.Urgency != "routine" || len(op.Fields) != 5 || len(op.Cites) != 1 {
		t.Errorf("sent %+v", c.Op)
	}
	r.pass(60_000)
	r.types("control", "v birch-cyber", "requests", "1", "clocks", "requests", "step acknowledge 1")
	r.types("")
	r.gave("step-request", "birch-cyber")
	r.types("step ask 1", "addresses", "Which port?", ".", "", "", "", "")
	if op := r.gave("step-request", "birch-cyber").Op.(engine.StepRequest); op.Step != "ask-supplement" || len(op.Asked) != 1 {
		t.Errorf("gave %+v", op)
	}
	golden(t, "plain-requests", r.out.String())
}

// TestChineseRequests shows a request and the clocks in Chinese.
func TestChineseRequests(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string][]string{
		"zh-requests-list": {"end"}, "zh-requests-steps": {"end", "s"}, "zh-requests-refuse": {"end", "s", "'拒绝", "enter"}, "zh-requests-write": {"N", "enter", "tab", "tab", "tab"}, "zh-requests-clocks": {"K"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newRequester(t, 80, 24)
			atDesk(u)
			u.keys("L", "'中", "enter")
			u.pass(9 * 60_000)
			u.m.pull()
			u.keys(keys...)
			golden(t, name+"-80x24", u.screen())
		})
	}
}

// TestClocksEnd shows the effect of an action with its end, a clock that the
// story does not get to by itself, and one that was done late.
func TestClocksEnd(t *testing.T) {
	t.Parallel()
	u := newRequester(t, 128, 40)
	act := u.do(engine.Command{Seat: "birch-cyber", Op: engine.Act{Action: "preserve", Cites: []string{"own-preservation"}}})
	u.pass(90_000)
	u.do(engine.Command{Seat: "control", Op: engine.DecideOutcome{Act: act.Ref, Result: engine.ResultWorks}})
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.SendRequest{Kind: "keep", To: "birch-cyber", Urgency: "routine", Fields: asked()}})
	u.keys("v", "'network", "enter", "K")
	u.shows("◌ in 90 d")
	u.shows("effect of birch-a1: Order a")
	u.shows("ends Mon 11 Jul 17:15 CST+8 · not in this phase")
	u.do(engine.Command{Seat: "control", Op: engine.NextPhase{}})
	u.m.pull()
	u.keys("home")
	u.shows("late by")
	u.do(engine.Command{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "execute", Items: []string{"data"}}})
	u.m.pull()
	u.shows("● done late")
	u.shows("ended       Wed 20 Apr 16:00 CST+8")
}
