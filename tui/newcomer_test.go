package tui

import (
	"strings"
	"testing"

	"parley/engine"
)

// TestWordsTypedInTo: a newcomer writes where one chooses to whom; nothing of
// it is lost.
func TestWordsTypedInTo(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, _ := sitsDown(t, h, "alder-cyber", "Ana Example", 80, 24)
	h.does(t, engine.Start{})
	u.looks()
	u.keys("m", "'zz can you  confirm", "space", "'it?")
	u.shows("nothing matches: choose to whom first")
	u.keys("tab")
	u.shows("choose to whom with ⇧Tab")
	u.keys("'!", "shift+tab", "'control", "enter", "ctrl+s")
	u.gave("message", "alder-cyber")
	if op := u.last().Op.(engine.SendMessage); op.Text != "zz can you  confirm it?!" || len(op.To) != 1 || op.To[0] != "control" {
		t.Errorf("sent %+v", op)
	}
}

// TestSimulatorChoosesWhoSpeaks: nobody answers as control by oversight. Of one
// persona there is nothing to choose.
func TestSimulatorChoosesWhoSpeaks(t *testing.T) {
	t.Parallel()
	const second = "\n[[persona]]\nid = \"analyst\"\nname = \"Analyst\"\n"
	for _, more := range []string{"", second} {
		h := newFakeHost(t, exampleScenario+more)
		u, _ := sitsDown(t, h, "simulator", "Sim", 120, 40)
		h.does(t, engine.Start{})
		u.looks()
		given := len(h.asked)
		u.keys("m", "tab", "space", "tab", "'No comment.", "ctrl+s")
		if more != "" {
			u.shows("choose as whom you write")
			if len(h.asked) > given {
				t.Fatal("sent without anybody chosen")
			}
			u.keys("shift+tab", "shift+tab", "'editor", "ctrl+s")
		}
		u.gave("message", "simulator")
		if op := u.last().Op.(engine.SendMessage); op.Persona != "editor" || op.Text != "No comment." {
			t.Errorf("sent %+v", op)
		}
	}
}

// TestOwnAct: who types at a terminal of their own is not asked how and when
// it was said; a scribe is.
func TestOwnAct(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	h.does(t, engine.Start{})
	for i := range h.x.Scenario().Roles {
		r := &h.x.Scenario().Roles[i]
		u, _ := sitsDown(t, h, r.ID, "Ana", 80, 40)
		u.keys("d", "'we look")
		if got := strings.Contains(u.screen(), "Said at"); got != r.Scribe {
			t.Errorf("%s, scribe %v: asked when it was said: %v", r.ID, r.Scribe, got)
		}
		u.keys("ctrl+s")
		if c := u.last(); engine.OpName(c.Op) != "act" || c.How != engine.HowTyped {
			t.Errorf("%s: recorded as %+v", r.ID, c)
		}
	}
}

// TestLeaveByTheSameKey: who presses the key again means it.
func TestLeaveByTheSameKey(t *testing.T) {
	t.Parallel()
	for _, seat := range []string{"alder-cyber", engine.SeatControl} {
		u, _ := sitsDown(t, newFakeHost(t, exampleScenario), seat, "Ana", 80, 24)
		u.keys("q")
		u.shows("or q again, leave")
		if !u.hit(keyNamed("q")) || !u.m.Left() {
			t.Errorf("%s is not left", seat)
		}
	}
}

// TestObserverBegins where there is somebody to look at.
func TestObserverBegins(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	sitsDown(t, h, "alder-prosecutor", "Bo", 80, 24)
	u, _ := sitsDown(t, h, "observer/alder", "Ola", 80, 24)
	if u.m.seat.role != "alder-prosecutor" {
		t.Errorf("looks at %s", u.m.seat.role)
	}
}

// TestRatingKeys rate what the cursor is on, and say why not while all stands
// still.
func TestRatingKeys(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, _ := sitsDown(t, h, "evaluator", "Eva", 80, 24)
	h.does(t, engine.Start{})
	h.does(t, engine.Freeze{})
	u.looks()
	for _, key := range []string{"o", "O"} {
		u.keys(key)
	}
	u.keys("S")
	u.shows("the exercise is frozen")
	u.keys("esc", "o")
	u.shows("the exercise is frozen")
	u.keys("?")
	u.shows("Console: ")
	u.keys("esc")
	h.does(t, engine.Resume{})
	u.looks()
	u.keys("O", "S", "ctrl+s")
	if op, ok := u.last().Op.(engine.Rate); !ok || op.Rating != "S" {
		t.Errorf("gave %+v, want the rating S", u.last().Op)
	}
}

// TestEachPersonPractises: that somebody else has been through practice at the
// seat is not that one has oneself.
func TestEachPersonPractises(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	ana, _ := sitsDown(t, h, "alder-cyber", "Ana", 80, 24)
	ana.keys("P", "enter", "a", "d", "'we call", "enter", "enter", "esc")
	ana.looks()
	ana.shows("You have practised")
	bo, _ := sitsDown(t, h, "alder-cyber", "Bo", 80, 24)
	bo.shows("Try your seat before it counts")
	ana.looks()
	ana.shows("You have practised")
}
