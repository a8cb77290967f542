package tui

import (
	"errors"
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/scenarios"
)

// hall is a room with a projector, and whoever plays in it.
type hall struct {
	tb   testing.TB
	h    *fakeHost
	w    *Wall
	wide int
	high int
	at   time.Time
}

func (h *fakeHost) Plenary() engine.Plenary {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.x.Plenary()
}

func newHall(tb testing.TB, sc *scenarios.Scenario, wide, high int, opts Options) *hall {
	tb.Helper()
	h := &fakeHost{x: engine.New(sc, 1), wall: 1_000_000, chans: map[string]chan struct{}{}, desk: &fakeDesk{}}
	r := &hall{tb: tb, h: h, wide: wide, high: high, at: time.Unix(1000, 0)}
	r.w = NewWall(h, opts)
	r.w.Update(tea.WindowSizeMsg{Width: wide, Height: high})
	return r
}

func openHours(tb testing.TB) *scenarios.Scenario {
	tb.Helper()
	sc, problems := scenarios.Open("open-hours")
	if err := problems.Err(); err != nil {
		tb.Fatal(problems)
	}
	return sc
}

// do gives a command that must be taken.
func (r *hall) do(seat string, op engine.Op) string {
	r.tb.Helper()
	a, err := r.h.Do(r.tb.Context(), engine.Command{Seat: seat, Op: op, Said: engine.SaidNow})
	if err != nil {
		r.tb.Fatalf("%s by %s: %v", engine.OpName(op), seat, err)
	}
	r.w.Update(changedMsg{r.w.watch})
	return a.Ref
}

// pass lets seconds go by, each with a tick.
func (r *hall) pass(seconds int) {
	for range seconds {
		r.h.pass(1000)
		r.at = r.at.Add(time.Second)
		r.w.Update(tickMsg{r.at})
	}
	r.w.Update(changedMsg{r.w.watch})
}

// screen is the wall without colours; it must be filled exactly.
func (r *hall) screen() string {
	r.tb.Helper()
	content := r.w.View().Content
	lines := strings.Split(content, "\n")
	if len(lines) != r.high {
		r.tb.Fatalf("%d lines on a wall of %d:\n%s", len(lines), r.high, ansi.Strip(content))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != r.wide {
			r.tb.Fatalf("line %d has %d cells of %d: %q", i, n, r.wide, l)
		}
	}
	return ansi.Strip(content)
}

// The scenes of a tabletop as the wall shows them, each from the one before.
func wallScenes() []struct {
	name string
	do   func(*hall)
} {
	return []struct {
		name string
		do   func(*hall)
	}{
		{"before", func(r *hall) {
			r.do("wren-it", engine.Join{Person: "p1", Name: "Ann"})
			r.do("wren-duty", engine.Join{Person: "p2", Name: "Ben"})
		}},
		{"brief", func(r *hall) {
			r.do("control", engine.Start{})
			r.pass(72)
		}},
		{"message", func(r *hall) {
			r.do("control", engine.NextSegment{})
			r.do("control", engine.Improvise{
				Channel: "news", From: "Evening Post", To: []string{"everyone"}, Subject: "Clinic pages are dark across the town",
				Body: "Patients of several clinics can't book **any longer**. The company has said nothing so far.",
			})
			r.pass(5)
		}},
		{"breakout", func(r *hall) {
			r.do("control", engine.NextSegment{})
			for _, q := range []string{"who-decides", "tell-when", "may-we-ask"} {
				r.do("control", engine.PutQuestion{Question: q})
			}
			r.do("wren-duty", engine.AnswerQuestion{Question: "who-decides", Text: "The duty manager, and she tells the director."})
			r.do("wren-duty", engine.AnswerQuestion{Question: "tell-when", Options: []string{"tonight"}, Text: "With what we know by ten."})
			r.do("reg-lawyer", engine.AnswerQuestion{Question: "may-we-ask", Text: "We may ask the company whether it is well, and no more."})
			r.pass(8*60 - 25)
		}},
		{"plenary", func(r *hall) {
			r.do("control", engine.NextSegment{})
			r.do("control", engine.PutQuestion{Question: "sure-of-24-hours"})
			r.pass(20)
		}},
		{"reported", func(r *hall) {
			v, _ := r.h.View("control")
			for _, q := range []string{"tell-when", "may-we-ask"} {
				for _, a := range v.Replies(q) {
					r.do(a.Role, engine.Report{Answer: a.ID})
				}
			}
			r.do("control", engine.Rule{Text: "The 24 hours count from 18:05.", Reason: "That is when the first patient called the duty manager."})
			r.pass(15)
		}},
		{"paused", func(r *hall) { r.do("control", engine.Pause{}) }},
		{"frozen", func(r *hall) { r.do("control", engine.Freeze{}) }},
		{"over", func(r *hall) {
			r.do("control", engine.Resume{})
			r.pass(6 * 60)
		}},
		{"ended", func(r *hall) { r.do("control", engine.End{}) }},
	}
}

func TestTheWall(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		for _, lang := range []string{"", "zh-Hans"} {
			t.Run(size.name+lang, func(t *testing.T) {
				t.Parallel()
				r := newHall(t, openHours(t), size.w, size.h, Options{Lang: lang})
				for _, s := range wallScenes() {
					s.do(r)
					if lang == "" || size.w != 120 {
						golden(t, "wall-"+s.name+lang+"-"+size.name, r.screen())
					}
				}
			})
		}
	}
}

var errDisk = errors.New("no space left")

// A question with options, and what the sides say of it, beside each other.
const choosing = `
format = 1
[scenario]
id = "choosing"
title = "Choosing"
family = "cybercrime"
style = "discussion"
[[phase]]
id = "one"
title = "One"
story = 2025-03-07T18:00:00Z
  [[phase.segment]]
  id = "apart"
  kind = "breakout"
  length = "8m"
    [[phase.segment.question]]
    id = "pay"
    kind = "one"
    prompt = "Do you pay?"
      [[phase.segment.question.option]]
      id = "yes"
      text = "Yes, all of it"
      [[phase.segment.question.option]]
      id = "no"
      text = "No, and say so"
  [[phase.segment]]
  id = "together"
  kind = "plenary"
  length = "7m"
    [[phase.segment.question]]
    id = "again"
    kind = "one"
    prompt = "And now?"
      [[phase.segment.question.option]]
      id = "yes"
      text = "Yes"
      [[phase.segment.question.option]]
      id = "no"
      text = "No"
[[side]]
id = "firm"
name = "The firm"
timezone = "UTC"
[[side]]
id = "bank"
name = "The bank"
timezone = "UTC"
[[agency]]
id = "firm-it"
side = "firm"
name = "IT"
[[agency]]
id = "bank-desk"
side = "bank"
name = "Desk"
[[role]]
id = "manager"
agency = "firm-it"
title = "Manager"
[[role]]
id = "officer"
agency = "bank-desk"
title = "Officer"
`

func choice(tb testing.TB, w, h int) *hall {
	tb.Helper()
	r := newHall(tb, newFakeHost(tb, choosing).x.Scenario(), w, h, Options{})
	r.do("control", engine.Start{})
	r.do("control", engine.PutQuestion{Question: "pay"})
	return r
}

func TestTheWallShowsAnswersSideBySide(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"200x60", 200, 60}} {
		r := choice(t, size.w, size.h)
		golden(t, "wall-options-"+size.name, r.screen())
		firm := r.do("manager", engine.AnswerQuestion{Question: "pay", Options: []string{"no"}, Text: "Never."})
		bank := r.do("officer", engine.AnswerQuestion{Question: "pay", Options: []string{"yes"}, Text: "Half now\x1b[31m, half\u202e later."})
		if s := r.screen(); strings.Contains(s, "Never") || strings.Contains(s, "NEVER") || strings.Contains(s, "later") {
			t.Error("the wall shows what a side answers alone")
		}
		r.do("control", engine.NextSegment{})
		r.do("manager", engine.Report{Answer: firm})
		r.do("officer", engine.Report{Answer: bank})
		golden(t, "wall-reports-"+size.name, r.screen())
		if s := r.w.View().Content; strings.Contains(s, "\x1b[31m") || strings.Contains(s, "\u202e") {
			t.Error("what somebody typed acts on the wall")
		}
	}
}

// Several questions, or more than there is room for, are paged by themselves.
func TestTheWallTurnsItsPages(t *testing.T) {
	r := choice(t, 80, 24)
	r.do("control", engine.Rule{Text: strings.Repeat("A long ruling. ", 30), Reason: "x"})
	first := r.screen()
	if !strings.Contains(first, "Do you pay?") || !strings.Contains(first, "1/") {
		t.Fatalf("no first page:\n%s", first)
	}
	r.w.Update(tickMsg{r.at})
	r.pass(9)
	if s := r.screen(); !strings.Contains(s, " 1/") {
		t.Errorf("turned too soon:\n%s", s)
	}
	r.pass(1)
	if s := r.screen(); !strings.Contains(s, " 2/") {
		t.Errorf("not turned:\n%s", s)
	}
	// What is new begins with its first page.
	r.do("control", engine.NextSegment{})
	r.do("control", engine.PutQuestion{Question: "again"})
	if s := r.screen(); !strings.Contains(s, "And now?") || strings.Contains(s, "2/") {
		t.Errorf("what is new is not begun with:\n%s", s)
	}
}

// No key does anything on the wall but to leave it and to choose its language.
func TestTheWallsKeys(t *testing.T) {
	r := choice(t, 120, 40)
	before := r.screen()
	for _, k := range []string{"enter", "space", "?", "F", "p", "n", "esc", "x", ":", "tab", "1", "Q", "l"} {
		if _, cmd := r.w.Update(keyNamed(k)); cmd != nil || r.screen() != before {
			t.Errorf("%s does something", k)
		}
	}
	r.w.Update(keyNamed("L"))
	if s := r.screen(); !strings.Contains(s, "演练") {
		t.Errorf("L gives\n%s", s)
	}
	if r.w.Update(keyNamed("L")); r.screen() != before {
		t.Error("L again does not go back")
	}
	for _, k := range []string{"q", "ctrl+c"} {
		r := choice(t, 80, 24)
		if _, cmd := r.w.Update(keyNamed(k)); cmd == nil || !r.w.Left() {
			t.Errorf("%s does not leave", k)
		}
	}
	if n := len(r.h.asked); n != 2 {
		t.Errorf("the wall gave commands: %d", n)
	}
	if v := r.w.View(); v.Cursor != nil || !v.AltScreen {
		t.Error("the wall has a cursor, or scrolls")
	}
}

// At every size the wall is filled exactly, in every state.
func TestTheWallAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {20, 8}, {49, 15}, {50, 16}, {60, 20}, {80, 24}, {100, 30}, {149, 39}, {150, 40}, {400, 150}} {
		for _, lang := range []string{"en", "zh-Hans"} {
			r := newHall(t, openHours(t), size[0], size[1], Options{Lang: lang})
			for _, s := range wallScenes() {
				s.do(r)
				r.screen()
				r.pass(11)
				r.screen()
			}
		}
	}
}

func TestTheWallSaysThatTheSessionEnded(t *testing.T) {
	r := choice(t, 80, 24)
	r.h.err = errDisk
	if s := r.screen(); !strings.Contains(s, "The session has ended") || !strings.Contains(s, errDisk.Error()) {
		t.Errorf("the wall shows\n%s", s)
	}
}

// While nobody looks at it, the wall watches nothing.
func TestTheWallIsLetGo(t *testing.T) {
	r := choice(t, 80, 24)
	r.w.Detach()
	r.do("control", engine.NextSegment{})
	r.w.Attach()
	if s := r.screen(); strings.Contains(s, "Do you pay?") {
		t.Errorf("the wall shows what was:\n%s", s)
	}
}

// Whatever colours a terminal has, the wall says the same.
func TestTheWallWithoutColour(t *testing.T) {
	for _, s := range []engine.Op{nil, engine.Pause{}, engine.Freeze{}, engine.End{}} {
		r := choice(t, 80, 24)
		if s != nil {
			r.do("control", s)
		}
		before := r.screen()
		for _, msg := range []tea.Msg{
			tea.ColorProfileMsg{Profile: colorprofile.ASCII},
			tea.ColorProfileMsg{Profile: colorprofile.ANSI},
			tea.ColorProfileMsg{Profile: colorprofile.TrueColor},
			tea.BackgroundColorMsg{Color: color.White},
			tea.BackgroundColorMsg{Color: color.Black},
		} {
			if r.w.Update(msg); r.screen() != before {
				t.Errorf("after %T the wall is\n%s", msg, r.screen())
			}
		}
	}
}
