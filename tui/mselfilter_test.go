package tui

import (
	"fmt"
	"slices"
	"testing"

	"parley/engine"
)

// shownInjects are the injects that the MSEL's pane lists.
func (u *user) shownInjects() []string {
	var out []string
	for i := range u.m.console.lists[paneMSEL].n {
		it := u.m.view.MSELAt(u.m.console.mselAt(i))
		out = append(out, it.ID)
	}
	return out
}

// TestMSELFilters lists what each filter lets through, and says so in the
// title.
func TestMSELFilters(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"to come 2/5 of 6", []string{"halden-calls", "mfa-note", "loss-estimate", "second-wave", "logs-gone"}},
		{"waiting 1/1 of 6", []string{"halden-calls"}},
		{"delivered 1/1 of 6", []string{"corvane-reports"}},
		{"conditional 1/1 of 6", []string{"logs-gone"}},
		{"this phase 4/4 of 6", []string{"corvane-reports", "halden-calls", "mfa-note", "loss-estimate"}},
		{"to alder 4/5 of 6", []string{"corvane-reports", "halden-calls", "mfa-note", "loss-estimate", "second-wave"}},
		{"to birch 3/4 of 6", []string{"halden-calls", "mfa-note", "second-wave", "logs-gone"}},
		{"MSEL 5/6", []string{"corvane-reports", "halden-calls", "mfa-note", "loss-estimate", "second-wave", "logs-gone"}},
	} {
		u.keys("l")
		if got := u.shownInjects(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.title, got, c.want)
		}
		u.shows(c.title)
		u.keys("k", "j") // no longer following
	}
	u.keys("w", "'deliv", "enter")
	u.shows("delivered 1/1 of 6")
}

// TestFilterKeepsInject keeps the cursor on its inject when the filter changes,
// and while that is no longer let through.
func TestFilterKeepsInject(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	at := func(want string) {
		t.Helper()
		if it, ok := u.m.inject(); !ok || it.ID != want {
			t.Errorf("the cursor is on %s, want %s", it.ID, want)
		}
	}
	u.toMSEL("loss-estimate")
	u.keys("l")
	at("loss-estimate")
	u.keys("n", "enter")
	u.gave("deliver", "control")
	at("loss-estimate")
	if got := u.shownInjects(); !slices.Contains(got, "loss-estimate") {
		t.Error("what was just delivered is gone from under the cursor")
	}
	u.keys("down")
	at("second-wave")
	u.pass(1000)
	u.does("control", engine.MakeNote{Text: "anything"})
	if got := u.shownInjects(); slices.Contains(got, "loss-estimate") {
		t.Errorf("it stays although the cursor went on: %v", got)
	}
	at("second-wave")
}

// TestFindWithin finds within what the filter lets through and counts.
func TestFindWithin(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	u.keys("1", "l", "/", "'e", "enter")
	u.shows("of 5 with “e”")
	u.keys("/", "'calls", "enter")
	u.shows("1 of 1 with “calls”")
	u.keys("/", "'corvane", "enter")
	u.shows("not found") // it is delivered
	u.keys("esc")
	if u.m.console.filter.show != showToCome {
		t.Error("finding changed the filter")
	}
}

// BenchmarkFilter takes in a new view with a filter on 10,000 injects.
func BenchmarkFilter(b *testing.B) {
	u := busy(b, 100, 10_000)
	for _, f := range u.m.filters() {
		b.Run(fmt.Sprint(f.show, f.side), func(b *testing.B) {
			u.m.console.filter = f
			for range b.N {
				u.m.console.refreshMSEL(u.m.view, true)
			}
		})
	}
}
