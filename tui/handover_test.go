package tui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// ofControl are words that only control may read.
func ofControl() []string {
	return []string{
		"MSEL", "Waiting (", "Look for the order", "against Mistwood it does not reach", "Preserve in time", "it counts as late",
		"loss-estimate", "What it cost", "mfa-note", "Note between ministries", "second-wave", "Second wave", "logs-gone", "Logs overwritten",
		"birch asks this", "alden", "Say aloud", "Next:", "it no longer waits", "Agenda", "Milestones", "View as", "seats  ●",
	}
}

// handedOver plays a little and hands a seat over to Ana.
func handedOver(t *testing.T, w, h int) *user {
	t.Helper()
	u := newUser(t, w, h)
	inPlay(u)
	u.keys("o", "'it counts as late", "ctrl+s")
	u.keys("v", "'birch", "enter", "A", "'birch asks this", "ctrl+s", "esc")
	u.keys("o", "'a draft: it counts as late", "esc", "enter")
	u.keys("H", "'cyber div", "tab", "'Ana Example", "tab", "'2718", "tab", "'2718", "ctrl+s")
	if u.m.lock == nil {
		t.Fatalf("the screen was not handed over:\n%s", u.screen())
	}
	return u
}

// sees checks that nothing of control's is on the screen.
func (u *user) seesNothingOfControl(after string) {
	u.tb.Helper()
	s := u.screen() + u.m.View().WindowTitle
	for _, w := range ofControl() {
		if strings.Contains(s, w) {
			u.tb.Fatalf("after %s the screen says %q:\n%s", after, w, s)
		}
	}
}

// hit presses a key and lets everything happen that follows from it, and
// reports whether the program would end.
func (u *user) hit(k tea.KeyPressMsg) (ends bool) {
	u.tb.Helper()
	_, cmd := u.m.Update(k)
	if cmd == nil {
		return false
	}
	msg := cmd()
	if _, ok := msg.(tea.QuitMsg); ok {
		return true
	}
	if msg != nil {
		_, cmd = u.m.Update(msg)
	}
	if _, ok := msg.(pinMsg); ok && cmd != nil {
		u.m.Update(cmd())
	}
	return false
}

// pinned types a PIN.
func (u *user) pinned(digits string) {
	u.tb.Helper()
	u.keys("ctrl+u", "'"+digits)
	u.hit(keyNamed("enter"))
}

// TestHandOver records who sits down and what they do, and who leaves.
func TestHandOver(t *testing.T) {
	t.Parallel()
	u := handedOver(t, 80, 24)
	join := u.last()
	ana, ok := join.Op.(engine.Join)
	if !ok || join.Seat != "alder-cyber" || ana.Name != "Ana Example" || ana.Person == "ana" || ana.Bot {
		t.Fatalf("recorded %+v", join)
	}
	u.shows("Ana Example · Duty officer, cyber division")
	u.seesNothingOfControl("handing over")
	golden(t, "handed-over-80x24", u.screen())
	u.keys("A", "'Who is on duty?", "ctrl+s")
	u.gave("ask-control", "alder-cyber")
	if u.last().By != ana.Person {
		t.Errorf("recorded as done by %q", u.last().By)
	}
	u.keys("d", "'we call them", "ctrl+s", "d", "'we look", "esc", "enter", "esc")
	golden(t, "pin-80x24", u.screen())
	u.pinned("2718")
	if u.m.lock != nil || u.m.seat != nil || len(u.m.over) > 0 && u.m.topForm() != nil {
		t.Fatalf("the PIN does not lead back:\n%s", u.screen())
	}
	u.shows("You were writing “Note: a draft")
	if len(u.m.drafts) != 1 {
		t.Error("control has what Ana did not send")
	}
	if who := u.m.view.Sitting("alder-cyber"); len(who) != 0 {
		t.Errorf("%+v sit there still", who)
	}
	u.keys("esc", "2", "/", "'we call them", "enter", "enter")
	u.shows("(Ana Example)")

	u.keys("esc", "H", "'cyber div", "tab", "'Bob Example", "ctrl+s")
	if bob := u.last().Op.(engine.Join).Person; bob == ana.Person {
		t.Errorf("two people are %s", bob)
	}
	u.hides("You were writing")
	u.keys("esc")
	u.pinned("2718")
	u.keys("esc", "H", "'cyber div", "tab", "'Ana Example", "ctrl+s")
	u.shows("You were writing “We do …: we look”")
}

// TestHandOverNeeds refuses what would not lead back.
func TestHandOverNeeds(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	inPlay(u)
	for _, c := range []struct{ name, pin, again, says string }{
		{"", "2718", "2718", "say who sits down there"},
		{"Ana", "", "", "a PIN has 4 to 12 digits"},
		{"Ana", "271", "271", "a PIN has 4 to 12 digits"},
		{"Ana", "abcd", "abcd", "a PIN has 4 to 12 digits"},
		{"Ana", "2718", "2719", "the two PINs are not the same"},
	} {
		u.keys("H", "tab")
		for _, s := range []string{c.name, c.pin, c.again} {
			if s != "" {
				u.keys("'" + s)
			}
			u.keys("tab")
		}
		u.hides("271")
		u.keys("enter")
		u.shows(c.says)
		if u.m.lock != nil {
			t.Fatalf("%+v locks the screen", c)
		}
		u.m.over = nil
	}
}

// TestNoWayOut presses keys at random on a screen that was handed over: none
// leads to control's console, shows anything of it, ends the program, or is
// recorded as anybody else's.
func TestNoWayOut(t *testing.T) {
	t.Parallel()
	names := []string{
		"enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "f1", "space", "ctrl+c", "ctrl+s", "ctrl+u",
		"enter", "esc", "esc",
	}
	for c := 'a'; c <= 'z'; c++ {
		names = append(names, "ctrl+"+string(c))
	}
	var keys []tea.KeyPressMsg
	for _, n := range names {
		keys = append(keys, keyNamed(n))
	}
	for c := '!'; c <= '~'; c++ {
		keys = append(keys, keyNamed(string(c)))
		keys = append(keys, tea.KeyPressMsg{Code: c, Mod: tea.ModAlt})
	}
	for _, size := range [][2]int{{80, 24}, {160, 50}} {
		u := handedOver(t, size[0], size[1])
		person := u.m.lock.Person
		given := len(u.h.asked)
		r := rand.New(rand.NewPCG(3, uint64(size[0])))
		for range 1000 {
			k := keys[r.IntN(len(keys))]
			if u.hit(k) {
				t.Fatalf("%s ends the program", k)
			}
			if u.m.lock == nil || u.m.seat == nil {
				t.Fatalf("%s leads out:\n%s", k, u.screen())
			}
			u.seesNothingOfControl(k.String())
			if r.IntN(50) == 0 {
				u.tick()
			}
		}
		for _, c := range u.h.asked[given:] {
			if c.Seat != "alder-cyber" || c.By != person {
				t.Errorf("%s was given as %s by %s", engine.OpName(c.Op), c.Seat, c.By)
			}
		}
		t.Logf("%d commands given, all as that seat", len(u.h.asked)-given)
	}
}

// TestLockedAgain starts a program again that was killed while the screen was
// handed over.
func TestLockedAgain(t *testing.T) {
	t.Parallel()
	u := handedOver(t, 80, 24)
	u.keys("d", "'we look", "tab")
	u.start()
	if u.m.lock == nil {
		t.Fatal("a restart leads to control's console")
	}
	u.seesNothingOfControl("the restart")
	u.shows("You were writing “We do …: we look”")
	u.keys("enter", "ctrl+s")
	u.gave("act", "alder-cyber")
	u.keys("esc")
	u.pinned("2718")
	if u.m.lock != nil {
		t.Error("the PIN does not lead back")
	}
	u.start()
	if u.m.lock != nil {
		t.Error("it is locked again")
	}

	u.keys("esc", "H", "'cyber div", "tab", "'Ana Example", "ctrl+s")
	u.h.desk.pin = "" // parley resume --forget-pin
	u.start()
	if u.m.lock != nil || u.m.seat != nil {
		t.Error("it is locked, and no PIN leads back")
	}
	if msg := u.m.first(); msg == nil || engine.OpName(u.last().Op) != "leave" {
		t.Errorf("it is not recorded that somebody left: %+v", u.last())
	}
}

// TestWrongPINs are slowed down by the clock, more with each, over restarts.
func TestWrongPINs(t *testing.T) {
	t.Parallel()
	u := handedOver(t, 80, 24)
	u.keys("esc")
	passes := func(ms int64) {
		u.h.wall += ms
		u.tick()
	}
	for _, s := range []int64{1, 2, 4, 8, 16, 32, 60, 60} {
		u.pinned("9999")
		u.shows("That is not the PIN.")
		u.pinned("2718")
		u.shows("not yet")
		u.tick() // the clock begins to count
		passes(s*1000 - 1)
		u.pinned("2718")
		u.shows("not yet: another PIN is looked at in 1 s")
		if u.m.lock == nil {
			t.Fatal("nobody has to wait")
		}
		passes(1)
	}
	u.pinned("1111")
	u.start()
	u.keys("esc")
	u.pinned("2718")
	u.shows("not yet: another PIN is looked at in 60 s")
	u.tick()
	passes(60_000)
	u.pinned("2718")
	if u.m.lock != nil {
		t.Error("the right PIN in time does not lead back")
	}
	if u.m.tries.wrong != 0 {
		t.Error("the count goes on")
	}
}
