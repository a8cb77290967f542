package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"parley/engine"
)

// shows checks that something is on the screen.
func (u *user) shows(what string) {
	u.tb.Helper()
	if s := u.screen(); !strings.Contains(s, what) {
		u.tb.Errorf("the screen does not say %q:\n%s", what, s)
	}
}

// TestJumpListRenewed sends a jump whose list has changed meanwhile a second
// time, with the choices that were made.
func TestJumpListRenewed(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter", "J", "'15m", "enter", "down", "down", "s")
	u.pass(125_000)
	u.keys("ctrl+s")
	if !u.m.failed || len(u.m.over) != 1 {
		t.Fatalf("a list that has changed is taken:\n%s", u.screen())
	}
	u.keys("ctrl+s")
	u.gave("jump", "control")
	for _, c := range u.last().Op.(engine.Jump).Choices {
		if c.ID == "mfa-note" && c.Choice != engine.JumpSkip {
			t.Errorf("%s is now to be %s", c.ID, c.Choice)
		}
	}
}

// TestHoldTwice holds and releases the same inject while the MSEL follows.
func TestHoldTwice(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter", "h")
	if op, ok := u.last().Op.(engine.Hold); !ok || op.Inject != "corvane-reports" {
		t.Fatalf("held %+v", u.last().Op)
	}
	u.keys("h")
	if op, ok := u.last().Op.(engine.Release); !ok || op.Inject != "corvane-reports" {
		t.Errorf("released %+v", u.last().Op)
	}
}

// TestTakeNarrowed takes from a list of several with Enter, or on the way.
func TestTakeNarrowed(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"'editor no", "ctrl+u"}, {"'legal", "enter"}, {"'legal", "tab"}, {"'legal", "space", "enter"}, {"'legal", "space", "tab"}} {
		u := newUser(t, 100, 40)
		u.keys("space", "enter", "m")
		u.keys(keys...)
		if keys[1] == "ctrl+u" {
			u.shows("nothing matches: choose to whom first")
			u.keys("enter") // what matches nobody was meant for the text
			u.shows("These words stand in the text now")
			continue
		}
		u.keys("tab", "'Now?", "ctrl+s")
		u.gave("message", "control")
		if to := u.last().Op.(engine.SendMessage).To; !slices.Equal(to, []string{"alder-legal"}) {
			t.Errorf("%v sends to %v", keys, to)
		}
	}
}

// TestLastSegment goes on with the next phase, and says when there is none.
func TestLastSegment(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter", ">", "enter", ">")
	u.shows("This is the last segment of First days.")
	u.shows("Start the phase Second week?")
	u.shows("1 inject not delivered goes on hold.")
	u.keys("enter")
	u.gave("next-phase", "control")
	u.keys(">")
	u.shows("last segment of the exercise; E ends it")
}

// TestAnswerFades gives the keys back after a while; a refusal stays.
func TestAnswerFades(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter")
	from := time.Now()
	for i, want := range []string{"has started", "has started", "space pause"} {
		u.m.Update(tickMsg{from.Add(time.Duration(i) * 2 * time.Second)})
		u.shows(want)
	}
	u.keys("u")
	for i := range 10 {
		u.m.Update(tickMsg{from.Add(time.Duration(i) * 2 * time.Second)})
	}
	u.shows("nothing of it was delivered")
}

// TestKeysAnswerEverywhere holds that keys of the screen below do their work
// in full details, freeze from anywhere, and else say what comes first.
func TestKeysAnswerEverywhere(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter", "enter", "space")
	if engine.OpName(u.last().Op) != "pause" {
		t.Errorf("space in details: %+v", u.last().Op)
	}
	u.keys("space", "v")
	u.shows("Esc first")
	u.keys("esc", "q", "F")
	if u.m.life() != engine.FrozenLife {
		t.Error("F does not freeze over a question")
	}
	u.keys("esc", "F")
	u.shows("already frozen; space goes on")
	u.keys("?", "J")
	u.shows("Esc first")
}

// TestAfterEnd shows neither what can't be decided any more nor countdowns.
func TestAfterEnd(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	u.keys("E")
	u.shows("parley report tin-whistle.parley")
	u.keys("enter", "1")
	u.shows("Waiting (1)")
	u.shows("not delivered")
	u.shows("q leaves; then: parley report")
	if s := u.screen(); strings.Contains(s, "in 5:5") || strings.Contains(s, "to be said aloud: halden-calls “A\n") {
		t.Errorf("something still counts down:\n%s", s)
	}
}

// TestEmphasis draws single asterisks as nothing.
func TestEmphasis(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"say *this* now": "say this now", "*a* and *b c*.": "a and b c.", "2 * 3 * 4": "2 * 3 * 4", "2*3*4": "2*3*4",
		"*.log and *.txt": "*.log and *.txt", "他*说*了": "他说了", "**bold** and *it*": "**bold** and it", "a * b*": "a * b*",
	} {
		if got := plainEmphasis(in); got != want {
			t.Errorf("%q is drawn as %q, want %q", in, got, want)
		}
	}
}
