package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"parley/engine"
)

// staffed sits before a console of a seat of the staff, in the tenth minute of
// play.
func staffed(tb testing.TB, seat string, w, h int) *user {
	tb.Helper()
	u := newUser(tb, w, h)
	inPlay(u)
	u.h.seated("alder-cyber", "kim", "Kim")
	u.isAsked()
	u.h.seated(seat, "eve", "Eve Okafor")
	u.as(seat, "eve")
	return u
}

// isAsked has a player ask control something.
func (u *user) isAsked() {
	ask := engine.Command{Seat: "alder-cyber", By: "kim", Op: engine.AskControl{Text: "Wem gehört Mistwood?", Lang: "de"}, Said: engine.SaidNow}
	if _, err := u.h.Do(u.tb.Context(), ask); err != nil {
		u.tb.Fatal(err)
	}
}

// staffHost is the exercise as somebody of the staff has it at a terminal of
// their own.
type staffHost struct {
	*fakeHost
	seat, person string
}

func (p staffHost) Person() string { return p.person }
func (p staffHost) Sees() []string { return engine.SeatsSeenBy(p.x.Scenario(), p.seat) }

func (p staffHost) Do(ctx context.Context, c engine.Command) (engine.Answer, error) {
	c.From, c.By = p.seat, p.person
	a, err := p.fakeHost.Do(ctx, c)
	if p.told != nil {
		p.told(c, err)
	}
	return a, err
}

// as goes on at the terminal of somebody in a seat.
func (u *user) as(seat, person string) {
	w, h := u.m.w, u.m.h
	u.m = New(staffHost{u.h, seat, person}, Options{Seat: seat, Person: "@" + person, Remote: true, Desk: u.h.desk, Now: u.h.now, NewID: func() string { u.h.ids++; return "id-" + text64(int64(u.h.ids)) }})
	u.resize(w, h)
}

// TestStaffScreens shows what an evaluator and a simulator have before them.
func TestStaffScreens(t *testing.T) {
	for seat, scenes := range map[string][]scene{
		engine.SeatEvaluator: {
			{"evaluator", func(*user) {}},
			{"evaluator-objectives", func(u *user) { u.keys("O") }},
			{"evaluator-rate", func(u *user) { u.keys("O", "enter", "down", "tab", "'Found the number late.") }},
			{"evaluator-rated", func(u *user) { u.keys("O", "enter", "down", "tab", "'Found the number late.", "ctrl+s") }},
			{"evaluator-help", func(u *user) { u.keys("?") }},
		},
		engine.SeatSimulator: {
			{"simulator", func(u *user) { u.keys("3") }},
			{"simulator-says", func(u *user) { u.keys("3", "home", "enter") }},
			{"simulator-message", func(u *user) { u.keys("3", "down", "m") }},
		},
	} {
		goldens(t, func(tb testing.TB, w, h int) *user { return staffed(tb, seat, w, h) }, scenes)
	}
}

// TestStaffKeysAgreeWithTheEngine: what a key of an evaluator's or simulator's
// console may come to, the engine takes from the seat. A key that is new must
// say what it comes to before they have it.
func TestStaffKeysAgreeWithTheEngine(t *testing.T) {
	t.Parallel()
	for _, seat := range []string{engine.SeatEvaluator, "evaluator/alder", engine.SeatSimulator, "simulator/birch"} {
		for _, b := range consoleBindings(seat) {
			for _, op := range b.commandsOf() {
				if b.keys[0] == "n" && b.short == "said" {
					continue // delivers what is cued; see TestASimulatorSays
				}
				if !engine.MayGive(seat, op) {
					t.Errorf("%s has %s, which gives %s", seat, b.keyText(), engine.OpName(op))
				}
			}
		}
	}
	looks := []string{"W", "B", "v"}
	for _, b := range allBindings() {
		if b.scope == scopeConsole && b.commandsOf() == nil && b.group != groupLooking && !slices.Contains(looks, b.keys[0]) {
			t.Errorf("nobody knows which commands %s (%s) comes to", b.keyText(), b.help)
		}
	}
}

// TestStaffMayWhatTheyAreOffered presses every key that there is on every pane,
// and answers what it asks: the engine refuses nothing as not theirs.
func TestStaffMayWhatTheyAreOffered(t *testing.T) {
	t.Parallel()
	notTheirs := []string{"not-yours", "not-your-seat", "not-seated", "looks-on", "players-only", "cued-only", "lead-only", "no-pen"}
	for _, seat := range []string{engine.SeatEvaluator, engine.SeatSimulator} {
		gave := map[string]bool{}
		u := staffed(t, seat, 120, 40)
		u.h.told = func(c engine.Command, err error) {
			gave[engine.OpName(c.Op)] = true
			var r *engine.Refusal
			if errors.As(err, &r) && slices.Contains(notTheirs, r.Code) {
				t.Errorf("%s was offered %s, which is refused: %v", seat, engine.OpName(c.Op), err)
			}
		}
		var keys []string
		for _, b := range allBindings() {
			if !slices.Contains(keys, b.keys[0]) && b.keys[0] != "q" && b.keys[0] != "esc" {
				keys = append(keys, b.keys[0])
			}
		}
		for _, way := range [][]string{{"1", "home"}, {"2"}, {"2", "up", "up", "up"}, {"2", "up", "enter"}, {"3", "home"}, {"3", "home", "down"}, {"3", "home", "enter"}, {"O"}, {"v", "enter", "home"}} {
			for _, key := range keys {
				u.isAsked()
				u.as(seat, "eve")
				u.blindly(way...)
				u.blindly(key, "S", "a", "y", "tab", "x", "tab", "ctrl+s", "enter", "enter")
				u.as(seat, "eve")
				u.blindly(way...)
				u.blindly(key, "tab", "S", "a", "y", "ctrl+s", "enter")
			}
		}
		var names []string
		for name := range gave {
			names = append(names, name)
		}
		slices.Sort(names)
		want := map[string]string{engine.SeatEvaluator: "note rate", engine.SeatSimulator: "claim deliver message note translate"}[seat]
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s gave %s, not %s", seat, got, want)
		}
	}
}

// blindly presses keys without looking.
func (u *user) blindly(names ...string) {
	for _, n := range names {
		before := u.m.sending
		if _, cmd := u.m.Update(keyNamed(n)); u.m.sending > before {
			u.m.Update(cmd())
		}
	}
}

// TestTwoFacilitators: what one of two does bears their name on the screen of
// the other, and each takes over what the other claimed.
func TestTwoFacilitators(t *testing.T) {
	t.Parallel()
	u := newUser(t, 200, 60)
	u.h.seated(engine.SeatControl, "ana", "Ana Lindqvist")
	inPlay(u)
	u.keys("3", "home", "c")
	u.shows("claimed by Ana Lindqvist")
	u.h.seated(engine.SeatControl, "bo", "Bo Sandberg")
	u.as(engine.SeatControl, "bo")
	u.keys("3", "home")
	u.shows("claimed by Ana Lindqvist")
	u.keys("c")
	u.gave("claim", engine.SeatControl)
	u.shows("claimed by Bo Sandberg")
	u.keys("1", "home", "o", "'Watch the clock.", "ctrl+s", "2")
	u.shows("notes on corvane-reports: “Watch the clock.” (Bo Sandberg)")
	u.keys("1", "home", "enter")
	u.shows("Watch the clock. (Bo Sandberg)")
}
