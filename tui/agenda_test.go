package tui

import "testing"

// TestFindInTheAgenda goes to a question by a word of it, and stays where it is
// if nothing has the word.
func TestFindInTheAgenda(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	u.keys("4", "/", "'surprised", "enter")
	if r := u.m.console.agenda[u.m.console.lists[paneAgenda].cursor]; r.id != "surprised" {
		t.Errorf("found %q", r.id)
	}
	u.keys("/", "'nowhere", "enter", "esc")
	u.keys("/", "ctrl+u", "'dark", "enter")
}

// TestNothingMatches sends nothing that was not chosen.
func TestNothingMatches(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	u.keys("v", "'no such", "enter")
	u.shows("nothing matches what is typed")
	u.keys("ctrl+s")
	if u.m.seat != nil {
		t.Error("a seat was opened that nobody chose")
	}
}

// TestNextStepFromAnyDetails takes the next step whatever is shown in full.
func TestNextStepFromAnyDetails(t *testing.T) {
	t.Parallel()
	u := newTalker(t, 80, 24)
	for i := range u.m.console.agenda {
		u.keys("4")
		u.m.console.lists[paneAgenda].cursor = i
		u.keys("enter", "g")
		if u.m.top() == nil {
			t.Errorf("row %d: the next step asks nothing", i)
		}
		u.keys("esc", "esc")
	}
}
