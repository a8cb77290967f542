package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// rings lets what happened arrive, and reports whether the bell rings.
func (u *user) rings() bool {
	u.tb.Helper()
	u.m.pull()
	cmd := u.m.ring()
	if cmd == nil {
		return false
	}
	if raw, ok := cmd().(tea.RawMsg); !ok || raw.Msg != "\a" {
		u.tb.Errorf("it rings by %#v", cmd())
	}
	return true
}

// quiet lets so much time pass that the bell may ring again.
func (u *user) quiet() {
	u.tick()
	u.h.wall += 2000
	u.tick()
}

func (u *user) by(seat string, op engine.Op) {
	u.tb.Helper()
	if _, err := u.h.Do(u.tb.Context(), engine.Command{By: "p9", Seat: seat, Op: op, Said: engine.SaidNow}); err != nil {
		u.tb.Fatal(err)
	}
}

// TestBell rings for what is urgent, once, for who sits there.
func TestBell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		happens       func(u *user)
		control, seat bool // alder-prosecutor's
	}{
		{"nothing", func(u *user) {}, false, false},
		{"an inject is cued", func(u *user) { u.h.pass(6 * 60_000) }, true, true}, // with another that reaches the seat
		{"an inject reaches the seat", func(u *user) { u.h.pass(125_000) }, false, true},
		{"a proposal", func(u *user) { u.h.pass(19 * 60_000) }, true, true},
		{"a player asks control", func(u *user) { u.by("birch-cyber", engine.AskControl{Text: "When?"}) }, true, false},
		{"a message", func(u *user) { u.by("alder-cyber", engine.SendMessage{To: []string{"alder"}, Text: "Hello"}) }, false, false},
		{"an action", func(u *user) { u.by("alder-cyber", engine.Act{Text: "We wait."}) }, false, false},
		{"a freeze", func(u *user) { u.by("control", engine.Freeze{}) }, true, true},
		{"a freeze of one's own", func(u *user) { u.keys("F") }, false, false},
		{"a question of one's own", func(u *user) {
			_, err := u.h.Do(u.tb.Context(), engine.Command{Seat: "birch-cyber", Op: engine.AskControl{Text: "When?"}, Said: engine.SaidNow})
			if err != nil {
				u.tb.Fatal(err)
			}
		}, false, false},
		{"a pause", func(u *user) { u.by("control", engine.Pause{}) }, false, false},
		{"an approval asked", func(u *user) {
			u.by("alder-cyber", engine.AskApproval{Action: "search-premises", Target: "mistwood", Authority: "search"})
		}, false, true},
		{"an approval asked of another", func(u *user) {
			u.by("alder-legal", engine.SendMessage{To: []string{"alder-cyber"}, Text: "May we?"})
		}, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for seat, want := range map[string]bool{"": c.control, "alder-prosecutor": c.seat} {
				u := newUser(t, 80, 24)
				u.keys("space", "enter")
				if seat != "" {
					u.m.lockWith(lock{Seat: seat, Person: "p-1", Name: "Ana"})
				}
				c.happens(u)
				if got := u.rings(); got != want {
					t.Errorf("at %q it rings: %v", seat, got)
				}
				u.quiet()
				if u.rings() {
					t.Errorf("at %q it rings again", seat)
				}
			}
		})
	}
}

// TestRecallRings rings at a seat from whose inbox something is taken.
func TestRecallRings(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	u.h.pass(125_000)
	u.m.lockWith(lock{Seat: "alder-prosecutor", Person: "p-1", Name: "Ana"})
	u.by("control", engine.Recall{Delivery: "corvane-reports#1"})
	if !u.rings() {
		t.Error("it does not ring")
	}
}

// TestBellNotTooOften rings at most every two seconds, and forgets nothing.
func TestBellNotTooOften(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	asks := func() { u.by("birch-cyber", engine.AskControl{Text: "When?"}) }
	asks()
	asks()
	if !u.rings() || u.rings() {
		t.Error("two at once do not ring once")
	}
	asks()
	u.tick()
	u.h.wall += 1999
	if u.tick(); u.rings() {
		t.Error("it rings twice in two seconds")
	}
	u.h.wall++
	if u.tick(); u.m.bell.owed {
		t.Error("it does not ring when it may again")
	}
}

// TestBellOff is silent, over restarts, and says how it stands.
func TestBellOff(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 60)
	u.keys("space", "enter", "B")
	u.shows("The bell is off.")
	u.by("birch-cyber", engine.AskControl{Text: "When?"})
	if u.rings() {
		t.Error("it rings though it is off")
	}
	u.start()
	u.by("birch-cyber", engine.AskControl{Text: "When?"})
	if u.rings() {
		t.Error("a restart turns it on")
	}
	u.keys("?", "end", "pgdown", "pgdown")
	for range 100 {
		u.keys("up")
	}
	u.keys("pgdown")
	u.shows("off or on: it is off")
	u.keys("esc", "B")
	u.shows("The bell is on")
	if u.rings() {
		t.Error("turned on, it rings for what was")
	}
	u.by("birch-cyber", engine.AskControl{Text: "When?"})
	if !u.rings() {
		t.Error("it is on and does not ring")
	}
}
