package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// TestTooSmall says so on a screen of any size, and goes on with what was in
// hand when there is room again.
func TestTooSmall(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{1, 1}, {0, 0}, {59, 20}, {60, 19}, {200, 3}, {3, 200}} {
		u := newUser(t, 80, 24)
		u.keys("space", "enter", "o", "'half a no")
		u.resize(size[0], size[1])
		s := u.screen() // which checks that it is of that size
		if size[0] >= 59 && !strings.Contains(s, "too small") {
			t.Errorf("%v: the screen does not say so:\n%s", size, s)
		}
		u.keys("'x")
		u.m.Update(tea.PasteMsg{Content: "y"})
		u.resize(60, 20)
		u.keys("'te")
		if s := u.screen(); !strings.Contains(s, "half a note") {
			t.Errorf("%v: what was in hand is another one:\n%s", size, s)
		}
	}
}

// TestNothingBlind holds that no key sends or chooses what can't be seen.
func TestNothingBlind(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter", "1", "home", "n") // deliver it now?
	given := len(u.h.asked)
	u.resize(40, 10)
	u.keys("enter", "y", "space", "h", "E", "enter", "q", "esc", "x")
	if len(u.h.asked) != given {
		t.Errorf("%+v was given blindly", u.last())
	}
	u.keys("F")
	if u.m.life() != engine.FrozenLife {
		t.Error("F does not freeze")
	}
	u.resize(80, 24)
	if !strings.Contains(u.screen(), "Deliver corvane-reports now?") {
		t.Errorf("the question is gone:\n%s", u.screen())
	}
}

// TestLeaveSmall leaves on the second press only, and not in a form by a
// letter.
func TestLeaveSmall(t *testing.T) {
	t.Parallel()
	leaves := func(u *user, key string) bool {
		_, cmd := u.m.Update(keyNamed(key))
		if cmd == nil {
			return false
		}
		_, ok := cmd().(tea.QuitMsg)
		return ok
	}
	u := newUser(t, 20, 5)
	if leaves(u, "q") || !strings.Contains(u.screen(), "Again leaves.") {
		t.Errorf("the first press does not ask:\n%s", u.screen())
	}
	u.keys("x")
	if leaves(u, "ctrl+c") {
		t.Error("another key between does not take it back")
	}
	u.resize(80, 24)
	u.resize(20, 5)
	if leaves(u, "q") || !leaves(u, "ctrl+c") {
		t.Error("the second press does not leave, or the first one does")
	}
	u = newUser(t, 80, 24)
	u.keys("space", "enter", "o")
	u.resize(20, 5)
	for range 2 {
		if leaves(u, "q") {
			t.Error("a letter leaves a form")
		}
	}
	if leaves(u, "ctrl+c") || !leaves(u, "ctrl+c") {
		t.Error("ctrl+c twice does not leave a form")
	}
}
