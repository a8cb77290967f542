package tui

import (
	"slices"
	"strings"
	"testing"

	"parley/engine"
)

// hides checks that something is not on the screen.
func (u *user) hides(what string) {
	u.tb.Helper()
	if s := u.screen(); strings.Contains(s, what) {
		u.tb.Errorf("the screen says %q:\n%s", what, s)
	}
}

// does gives a command past the screen, as another seat's terminal would.
func (u *user) does(seat string, op engine.Op) {
	u.tb.Helper()
	if _, err := u.h.Do(u.tb.Context(), engine.Command{Seat: seat, Op: op, Said: engine.SaidNow}); err != nil {
		u.tb.Fatal(err)
	}
	u.pass(0)
}

// crowded is a console on whose queue many things wait: findings, outcomes, a
// proposal, a cue, words to count, a question, an approval.
func crowded(t *testing.T, w, h int) *user {
	t.Helper()
	u := newUser(t, w, h)
	u.keys("space", "enter")
	u.pass(125_000)
	for range 3 {
		u.does("alder-cyber", engine.Act{Action: "search-premises", Cites: []string{"search"}})
	}
	u.does("birch-cyber", engine.Act{Action: "call-provider", Target: "mistwood"})
	u.does("birch-cyber", engine.Act{Text: "we write to everybody"})
	u.does("alder-prosecutor", engine.AskControl{Text: "Who is on duty?"})
	u.does("alder-cyber", engine.AskApproval{Action: "search-premises", Authority: "search"})
	u.pass(24 * 60_000)
	return u
}

// given are the names of the commands given since a moment.
func (u *user) given(from int) []string {
	var out []string
	for _, c := range u.h.asked[from:] {
		out = append(out, engine.OpName(c.Op))
	}
	return out
}

// TestBatchAccept marks by kind and accepts all of them, each by a command of
// its own, after they were shown with what becomes of them and for whom.
func TestBatchAccept(t *testing.T) {
	t.Parallel()
	u := crowded(t, 120, 50)
	u.keys("3", "end")
	for u.m.console.queue[u.m.console.lists[paneWaiting].cursor].Kind != "outcome" {
		u.keys("up")
	}
	u.keys("+")
	u.shows("4 marked")
	from := len(u.h.asked)
	u.keys("y")
	u.shows("Accept: 4 of 4 marked")
	u.shows("works → Republic of Alder, 3 roles")
	if len(u.h.asked) != from {
		t.Fatal("it is done before Enter")
	}
	u.keys("enter")
	if got := u.given(from); !slices.Equal(got, []string{"decide-outcome", "decide-outcome", "decide-outcome", "decide-outcome"}) {
		t.Errorf("gave %v", got)
	}
	for _, c := range u.h.asked[from:] {
		op := c.Op.(engine.DecideOutcome)
		want := map[string]string{"birch-a1": engine.ResultInPart}[op.Act]
		if want == "" {
			want = engine.ResultWorks
		}
		if op.Result != want || c.ID == "" {
			t.Errorf("%s: %s by command %q", op.Act, op.Result, c.ID)
		}
	}
	u.shows("4 done")
	u.hides("marked")
}

// TestBatchRefused goes on after a refusal and says which entry it was.
func TestBatchRefused(t *testing.T) {
	t.Parallel()
	u := crowded(t, 120, 50)
	u.keys("3", "end")
	for u.m.console.queue[u.m.console.lists[paneWaiting].cursor].Kind != "finding" {
		u.keys("up")
	}
	u.keys("+", "y")
	u.does("alder-legal", engine.ConfirmFinding{Act: "alder-a2"})
	u.h.refuse = func(c engine.Command) error {
		if op, ok := c.Op.(engine.ConfirmFinding); ok && op.Act == "alder-a3" {
			return &engine.Refusal{Code: "not-provisional", Args: map[string]string{"act": "alder-a3"}}
		}
		return nil
	}
	u.keys("enter")
	u.shows("2 refused, the others are done")
	u.shows("it no longer waits")
	for id, standing := range map[string]string{"alder-a1": engine.StandingConfirmed, "alder-a3": engine.StandingProvisional, "birch-a1": engine.StandingConfirmed} {
		if a, _ := u.m.view.Action(id); a.Finding.Standing != standing {
			t.Errorf("the finding on %s is %s, want %s", id, a.Finding.Standing, standing)
		}
	}
	u.keys("enter")
	if len(u.m.over) > 0 {
		t.Errorf("Enter does not go back:\n%s", u.screen())
	}
}

// TestBatchMixed says of each entry what can be done with it, and does only
// that.
func TestBatchMixed(t *testing.T) {
	t.Parallel()
	for key, want := range map[string][]string{"y": {"accept", "approve"}, "x": {"dismiss", "refuse-approval"}} {
		u := crowded(t, 80, 40)
		u.keys("3", "home")
		n := 0
		for i, q := range u.m.console.queue {
			if slices.Contains([]string{"cued", "proposed", "approval", "asks", "free-text"}, q.Kind) {
				u.m.console.lists[paneWaiting].cursor = i
				u.keys("*")
				n++
			}
		}
		if n != 5 {
			t.Fatalf("%d kinds to mark, want 5", n)
		}
		from := len(u.h.asked)
		u.keys(key)
		u.shows("2 of 5 marked")
		u.shows("m replies")
		u.keys("enter")
		if got := u.given(from); !slices.Equal(got, want) {
			t.Errorf("%s gave %v, want %v", key, got, want)
		}
	}
}

// TestMarks marks and unmarks, and nowhere but in the queue.
func TestMarks(t *testing.T) {
	t.Parallel()
	u := crowded(t, 120, 50)
	u.keys("1", "*")
	u.shows("3 goes there")
	u.keys("3", "end", "*", "*")
	u.hides("marked")
	u.keys("home", "*", "1", "y")
	if _, ok := u.m.top().(*batchPane); ok {
		t.Error("marks of the queue are accepted from the MSEL")
	}
}

// TestOneKeyAccept takes an outcome as proposed, and a finding, each by y.
func TestOneKeyAccept(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]string{"outcome": "decide-outcome", "finding": "confirm-finding"} {
		side := map[string]string{"outcome": "To: Union of Birch, one role", "finding": "Republic of Alder sees it"}[kind]
		u := crowded(t, 120, 50)
		u.keys("3", "home")
		for u.m.console.queue[u.m.console.lists[paneWaiting].cursor].Kind != kind {
			u.keys("down")
		}
		u.keys("y")
		u.shows(side)
		u.keys("enter")
		u.gave(want, "control")
	}
}

// TestQueueGroups counts each kind of a queue that is longer than its pane and
// shows the entry under the cursor in full.
func TestQueueGroups(t *testing.T) {
	t.Parallel()
	u := crowded(t, 80, 24)
	u.does("alder-prosecutor", engine.Join{Person: "p1", Name: "Ada"})
	u.keys("3", "home")
	u.shows("inject to say aloud · 1")
	u.shows("finding to confirm · 4")
	u.shows("for you")
	for u.m.console.queue[u.m.console.lists[paneWaiting].cursor].Kind != "approval" {
		u.keys("down")
	}
	u.shows("for Prosecutor")
	u.keys("home")
	u.resize(200, 24)
	u.shows("for Prosecutor: alder-cyber: Search premises")
	u.resize(200, 100)
	u.hides("inject to say aloud · 1")
}

// TestQueueCursor stays on its entry when others come before it or go.
func TestQueueCursor(t *testing.T) {
	t.Parallel()
	u := crowded(t, 120, 50)
	u.keys("3", "end")
	at := func() queueKey { return keyOf(u.m.console.queue[u.m.console.lists[paneWaiting].cursor]) }
	for at().class != "outcome" {
		u.keys("up")
	}
	was := at()
	u.does("alder-prosecutor", engine.AskControl{Text: "And now?"})
	u.does("control", engine.Approve{Approval: "alder-p1"})
	if at() != was {
		t.Errorf("the cursor went from %v to %v", was, at())
	}
}
