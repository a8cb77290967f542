package tui

import (
	"fmt"
	"strings"
	"testing"

	"parley/engine"
)

// talkedScenario is a short tabletop that is talked, with two who share a seat
// and a scribe.
const talkedScenario = `
format = 1
[scenario]
id = "talked"
title = "Talked"
family = "network-protection"
style = "discussion"
[[phase]]
id = "module"
title = "Friday evening"
story = 2025-03-07T18:00:00Z
  [[phase.segment]]
  kind = "brief"
  length = "3m"
  [[phase.segment]]
  id = "apart"
  kind = "breakout"
  length = "8m"
    [[phase.segment.question]]
    id = "who-decides"
    kind = "text"
    prompt = "Who decides?"
    note = "Listen for the works council."
  [[phase.segment]]
  kind = "plenary"
  length = "7m"
    [[phase.segment.question]]
    id = "surprised"
    kind = "one"
    prompt = "Were you surprised?"
      [[phase.segment.question.option]]
      id = "yes"
      text = "Yes"
      [[phase.segment.question.option]]
      id = "no"
      text = "No"
  [[phase.segment]]
  kind = "break"
  length = "5m"
[[side]]
id = "firm"
name = "The firm"
timezone = "UTC"
briefing = "The screens are yours to keep running."
[[side]]
id = "office"
name = "The office"
timezone = "UTC"
[[agency]]
id = "firm-it"
side = "firm"
name = "IT"
[[agency]]
id = "office-desk"
side = "office"
name = "Desk"
[[role]]
id = "manager"
agency = "firm-it"
title = "Manager"
[[role]]
id = "counsel"
agency = "firm-it"
title = "Counsel"
scribe = true
[[role]]
id = "officer"
agency = "office-desk"
title = "Officer"
[[target]]
id = "server"
side = "firm"
title = "The server"
[[action]]
id = "notify"
title = "Notify the office"
[[action]]
id = "unplug"
title = "Take the server off the network"
[[authority]]
id = "plan"
side = "firm"
title = "Emergency plan"
held-by = ["firm-it"]
basis = "point 4"
says = "Whoever is on duty may unplug what burns."
permits = ["unplug"]
reaches = ["own"]
[[inject]]
id = "dark"
phase = "module"
segment = "apart"
at = "10s"
channel = "email"
from = "Reception"
to = ["manager"]
subject = "The screens are dark"
body = "All of them."
ask = "Tell us what to say at the door."
ask-within = "5m"
  [[inject.question]]
  id = "tell"
  kind = "text"
  prompt = "What do you tell them?"
[[inject]]
id = "still"
phase = "module"
segment = "apart"
at = "20s"
channel = "phone"
from = "Reception"
to = ["manager"]
subject = "Still dark"
body = "People ask."
`

// newTalker sits before the console of a tabletop that is talked.
func newTalker(tb testing.TB, w, h int) *user {
	tb.Helper()
	host := newFakeHost(tb, talkedScenario)
	n := 0
	m := New(host, Options{Person: "ana", NewID: func() string { n++; return fmt.Sprintf("id-%d", n) }})
	u := &user{tb, host, m}
	u.resize(w, h)
	return u
}

// inBreakout starts, goes on to the breakout, puts its question and takes the
// manager's seat when two messages have come.
func inBreakout(u *user) {
	u.keys("space", "enter", ">", "enter")
	u.pass(25_000)
	u.do(engine.Command{Seat: "control", Op: engine.Deliver{Inject: "dark"}})
	u.pass(60_000)
	u.do(engine.Command{Seat: "control", Op: engine.Deliver{Inject: "still"}})
	u.do(engine.Command{Seat: "control", Op: engine.PutQuestion{Question: "who-decides"}})
	u.keys("v", "enter")
}

// do gives a command that came from elsewhere.
func (u *user) do(c engine.Command) engine.Answer {
	u.tb.Helper()
	c.Said = engine.SaidNow
	a, err := u.h.Do(u.tb.Context(), c)
	if err != nil {
		u.tb.Fatalf("%s: %v", engine.OpName(c.Op), err)
	}
	u.pass(0)
	return a
}

// seated lets Ann and Bo share the manager's seat.
func seated(u *user) {
	inBreakout(u)
	u.keys("h", "'Ann", "ctrl+s", "h", "'Bo", "ctrl+s")
}

// TestPlayersScreens shows what a player meets.
func TestPlayersScreens(t *testing.T) {
	t.Parallel()
	goldens(t, newTalker, []scene{
		{"player-briefing", func(u *user) { u.keys("v", "enter") }},
		{"player-practice", func(u *user) { u.keys("v", "enter", "P", "enter", "a") }},
		{"player-inbox", inBreakout},
		{"player-message", func(u *user) { inBreakout(u); u.keys("n"); u.pass(5 * 60_000) }},
		{"player-act", func(u *user) { inBreakout(u); u.keys("d", "'off", "down") }},
		{"player-questions", func(u *user) { inBreakout(u); u.keys("esc", "v", "enter", "9") }},
		{"player-suggested", func(u *user) { seated(u); u.keys("o", "'unplug it", "ctrl+s", "2") }},
		{"player-so-far", func(u *user) { seated(u); u.keys("d", "'off", "down", "enter", "enter", "S") }},
		{"player-scribe", func(u *user) { inBreakout(u); u.keys("esc", "v", "'counsel", "enter", "d") }},
	})
}

// TestPractice goes through practice: nothing but that it was done is sent.
func TestPractice(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	u.shows("practised 0/3")
	u.keys("v", "enter", "P")
	given := len(u.h.asked)
	u.keys("a")
	u.shows("first things first")
	u.keys("enter", "a", "d", "'off", "down", "enter", "enter")
	if n := len(u.h.asked) - given; n != 1 {
		t.Errorf("practice gave %d commands: %+v", n, u.h.asked[given:])
	}
	if c := u.last(); engine.OpName(c.Op) != "pass-practice" || c.Seat != "manager" {
		t.Errorf("gave %+v", c)
	}
	u.shows("nothing was recorded")
	u.keys("esc")
	u.shows("You have practised")
	u.keys("esc")
	u.shows("practised 1/3")
	u.keys("v")
	u.shows("not practised")
}

// TestDiscussion answers in a breakout and reports in plenary.
func TestDiscussion(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 100, 30)
	inBreakout(u)
	u.keys("8")
	u.shows("Question 1, your side alone: “Who decides?”")
	u.keys("R")
	u.shows("no answer of your side waits")
	u.keys("r", "'The manager.", "ctrl+s")
	u.gave("answer", "manager")
	if s := u.screen(); strings.Contains(s, "your side alone: “") {
		t.Errorf("the question is still said to wait:\n%s", s)
	}
	u.keys("R")
	u.shows("answers are reported in plenary")
	u.keys("esc", ">", "enter", "v", "enter", "9", "R", "enter")
	u.gave("report", "manager")
	u.keys("v", "'officer", "enter", "9")
	u.shows("The firm: “The manager.”")
}

// TestSharedSeat hands the pen on, suggests, takes up and drops.
func TestSharedSeat(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 100, 30)
	seated(u)
	u.gave("join", "manager")
	u.shows("Ann has the pen; beside: Bo")
	u.keys("o", "'network", "down", "enter", "enter")
	u.gave("suggest", "manager")
	bo := u.last().By
	u.keys("o", "'wait and see", "enter", "enter", "2", "down", "x")
	u.gave("drop-suggestion", "manager")
	u.keys("y", "enter")
	u.gave("act", "manager")
	if c := u.last(); c.Op.(engine.Act).Suggestion == "" || c.Op.(engine.Act).Action != "unplug" || c.Via != engine.SeatControl {
		t.Errorf("took up %+v", c)
	}
	u.keys("h", "enter", "enter", "enter")
	u.gave("hand-pen", "manager")
	u.shows("Bo has the pen; beside: Ann")
	if v := u.m.seat.view; v.Pen("manager") != bo {
		t.Errorf("the pen is with %q, want %q", v.Pen("manager"), bo)
	}
}

// TestScribe writes for another role of the side.
func TestScribe(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 100, 30)
	inBreakout(u)
	u.keys("esc", "v", "'counsel", "enter", "d", "shift+tab", "'manager", "enter", "'off", "down", "enter", "enter")
	u.gave("act", "manager")
	if c := u.last(); c.Via != "counsel" || c.How != engine.HowSpoken {
		t.Errorf("recorded via %q, %q", c.Via, c.How)
	}
}

// TestTranslating adds a translation, which its reader has then in the place of
// the original, with the original below.
func TestTranslating(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 100, 40)
	inBreakout(u)
	u.do(engine.Command{Seat: "counsel", Op: engine.SendMessage{To: []string{"firm"}, Text: "保留服务器。", Lang: "zh-Hans"}})
	u.m.Update(changedMsg{u.m.seat.watch})
	u.keys("3")
	u.shows("[zh-Hans] 保留服务器。")
	u.pass(65_000)
	u.keys("T", "'Keep the server.", "ctrl+s")
	u.gave("translate", "manager")
	for _, want := range []string{"[zh-Hans→en] Keep the server.", "┃ translated by Manager, 1:05 after; original (zh-Hans):", "┃ 保留服务器。"} {
		u.shows(want)
	}
	u.resize(200, 50)
	u.keys("7", "end")
	u.shows("[zh-Hans→en] “Keep the server.”")
}

// TestNextUnread opens one message after another, the oldest first.
func TestNextUnread(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	inBreakout(u)
	u.keys("9", "n")
	u.shows("Tell us what to say at the door.")
	u.keys("n")
	u.shows("People ask.")
	u.keys("n")
	u.shows("everything was opened")
	if n := len(u.m.over); n != 1 {
		t.Errorf("%d screens lie over each other", n)
	}
}

// TestFindCard finds an authority by a word of its text.
func TestFindCard(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	inBreakout(u)
	u.keys("5", "/", "'burns", "enter")
	if u.m.failed || u.m.at().id != "plan" {
		t.Errorf("found %q: %s", u.m.at().id, u.m.note)
	}
	u.keys("/", "'nowhere", "enter")
	u.shows("not found: nowhere")
}
