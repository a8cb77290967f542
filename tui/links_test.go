package tui

import (
	"strings"
	"testing"

	"parley/engine"
)

// TestGoThrough goes from a thing to what hangs on it and back.
func TestGoThrough(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 60)
	inPlay(u)
	at := func(kind, id string) {
		t.Helper()
		if s := u.m.at(); s.kind != kind || s.id != id {
			t.Fatalf("on %s %s, want %s %s:\n%s", s.kind, s.id, kind, id, u.screen())
		}
	}
	u.toMSEL("corvane-reports")
	u.keys("enter")
	at(onInject, "corvane-reports")
	u.goTo("logs-gone")
	at(onInject, "logs-gone")
	u.shows("its condition asks for: Order a provider to preserve stored data")
	u.goTo("Order a provider")
	at(onCatalogue, "preserve-data")
	u.shows("sets: The data is secured")
	u.goTo("The data is secured")
	at(onMilestone, "data-secured")
	u.shows("✓ reached")
	u.goTo("by alder-a1")
	at(onAction, "alder-a1")
	u.goTo("by Duty officer")
	at(onRole, "alder-cyber")
	u.shows("sits there  –")
	u.keys("esc", "esc", "esc", "esc")
	at(onInject, "logs-gone")
	u.keys("esc", "esc")
	if len(u.m.over) > 0 {
		t.Error("Esc does not come back")
	}
}

// goTo chooses the link that says something, and goes there.
func (u *user) goTo(what string) {
	u.tb.Helper()
	for range 100 {
		u.keys("tab")
		for l := range strings.SplitSeq(u.screen(), "\n") {
			if strings.HasPrefix(l, " ▸ ") && strings.Contains(l, what) {
				u.keys("enter")
				return
			}
		}
	}
	u.tb.Fatalf("no link says %q:\n%s", what, u.screen())
}

// TestActionInFull shows of an action its expectations, approvals, evidence,
// rulings and all that happened to it.
func TestActionInFull(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 80)
	inPlay(u)
	u.does("control", engine.ConfirmFinding{Act: "alder-a1"})
	u.pass(60_000)
	u.does("control", engine.DecideOutcome{Act: "alder-a1", Result: engine.ResultWorks})
	u.does("control", engine.Rule{On: "alder-a1", To: []string{"alder"}, Text: "It stands.", Reason: "As agreed."})
	u.does("control", engine.MakeNote{On: "alder-a1", Text: "Late, but done."})
	u.keys("2", "/", "'preserve stored", "enter", "enter")
	for _, want := range []string{
		"by Duty officer", "target: Mistwood", "cites: Preservation", "mfa-note", "expectation met", "finding on alder-a1",
		"outcome: alder-a1", "gains evidence", "ruling on alder-a1", "Late, but done.",
	} {
		u.shows(want)
	}
}

// TestThread shows a message among those that it belongs with.
func TestThread(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter")
	u.does("alder-cyber", engine.AskControl{Text: "Who is on duty?"})
	u.does("control", engine.SendMessage{To: []string{"alder-cyber"}, Text: "Ms Gray.", ReplyTo: "alder-m1"})
	u.does("alder-cyber", engine.SendMessage{To: []string{"control"}, Text: "Thank you.", ReplyTo: "control-m1"})
	u.keys("2", "end", "up", "enter")
	s := u.screen()
	first, second, third := strings.Index(s, "Who is on duty?"), strings.Index(s, "control: Ms Gray."), strings.Index(s, ": Thank you.")
	if first < 0 || second < 0 || third < 0 || second > third {
		t.Errorf("the thread is not shown in order:\n%s", s)
	}
}

// TestRoleAndPhase shows who sits in a seat, what is unread there and what it
// last did, and a phase with its segments and injects.
func TestRoleAndPhase(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 60)
	u.does("alder-cyber", engine.Join{Person: "p1", Name: "Ada"})
	inPlay(u)
	u.keys("2", "/", "'sits down", "enter", "enter")
	for _, want := range []string{"Role · alder-cyber", "Ada", "corvane-reports#1 “Design files copied out”: not opened", "Order a provider"} {
		u.shows(want)
	}
	u.keys("esc", "/", "'play begins", "enter", "enter")
	for _, want := range []string{"First days", "in the phase: First days"} {
		u.shows(want)
	}
	u.goTo("in the phase")
	for _, want := range []string{"Phase 1 · first", "▶ play", "plenary", "delivered: corvane-reports"} {
		u.shows(want)
	}
}

// TestSeatHasNoLinks holds that a seat's screen does not go where control's
// goes.
func TestSeatHasNoLinks(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 60)
	inPlay(u)
	u.keys("v", "enter")
	for tab := range tabCount {
		u.keys(tab.key(), "home", "enter", "tab", "enter")
		u.hides("What hangs on it")
		u.hides("What happened")
		u.keys("esc")
		if u.m.seat == nil {
			u.keys("v", "enter")
		}
	}
	v := u.m.seat.view
	for i := range v.LogLen() {
		u.m.seat.lists[tabLog].cursor = i
		switch s := u.m.seat.logSubject(i); s.kind {
		case onRole, onPhase, onMilestone, onCatalogue, onInject:
			t.Errorf("entry %d of a seat's log leads to a %s", i, s.kind)
		}
	}
}

// TestCue shows whom to call and what to say; Enter says that it was said.
func TestCue(t *testing.T) {
	t.Parallel()
	for _, open := range [][]string{{"3", "home", "enter"}, {"1", "home", "down", "enter"}, {"1", "home", "down", "n"}} {
		u := newUser(t, 80, 24)
		inPlay(u)
		u.keys(open...)
		for _, want := range []string{"Call", "Duty officer 值班员 (nobody sits there)", "You are", "Editor, Halden Post", "Sounds tired.", "Is it true?"} {
			u.shows(want)
		}
		u.keys("esc")
		if len(u.m.over) > 0 {
			t.Fatal("Esc does not put the card away")
		}
		u.keys(open...)
		u.keys("enter")
		u.gave("deliver", "control")
		u.toMSEL("halden-calls")
		u.keys("n")
		u.shows("it is delivered already")
	}
	u := newUser(t, 80, 24)
	inPlay(u)
	u.keys("3", "home", "enter", "t", "ctrl+u", "'+5m", "ctrl+s")
	u.gave("retime", "control")
}
