package bots_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

func quietLathe(t testing.TB) *scenarios.Scenario {
	t.Helper()
	sc, problems := scenarios.Open("quiet-lathe")
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	return sc
}

func everyone(sc *scenarios.Scenario) []string {
	seats := []string{engine.SeatControl}
	for i := range sc.Roles {
		seats = append(seats, sc.Roles[i].ID)
	}
	return seats
}

// drive lets an exercise go on to its end.
func drive(t testing.TB, x *engine.Exercise, script ...engine.Command) {
	t.Helper()
	d := bots.NewDriver(x, everyone(x.Scenario()), script)
	d.Refused = func(c engine.Command, err error) {
		t.Errorf("seed %d, %s: %s %+v was refused: %v", x.Seed(), engine.FormatT(c.T), c.Seat, c.Op, err)
	}
	for range 100_000 {
		if _, ok := d.Step(1<<60, func(t engine.Millis) int64 { return t }); !ok {
			return
		}
	}
	t.Fatal("it does not end")
}

// A bot is a pure function of view, seed and seat.
func TestABotHasNoMemory(t *testing.T) {
	sc := quietLathe(t)
	x := engine.New(sc, 3)
	veteran := bots.NewCrew(3)
	d := bots.NewDriver(x, everyone(sc), nil)
	for n := range 900 {
		d.Step(1<<60, func(t engine.Millis) int64 { return t })
		if n%30 != 0 {
			continue
		}
		for _, seat := range everyone(sc) {
			v, _ := x.View(seat)
			old, ok1 := veteran.Next(v)
			fresh, ok2 := bots.NewCrew(3).Next(v)
			if ok1 != ok2 || fmt.Sprintf("%+v", old) != fmt.Sprintf("%+v", fresh) {
				t.Fatalf("%s at step %d: %+v, new to it %+v", seat, n, old, fresh)
			}
		}
	}
}

// A bot does not read what is not before it: its moves follow from its own
// side's view, so what the other side's seats say changes nothing.
func TestABotsMovesDoNotFollowTheOtherSide(t *testing.T) {
	sc := quietLathe(t)
	moves := func(said string) string {
		x := engine.New(sc, 5)
		d := bots.NewDriver(x, []string{engine.SeatControl, "birch-cyber"}, []engine.Command{{
			ID: "s", T: 60_000, Seat: "alder-cyber", Said: engine.SaidNow, By: "script", Op: engine.SendMessage{To: []string{"alder"}, Text: said},
		}})
		var out strings.Builder
		for range 400 {
			line, ok := d.Step(60*60_000, func(t engine.Millis) int64 { return t })
			if !ok {
				break
			}
			for _, e := range line {
				if e.Seat == "birch-cyber" {
					fmt.Fprintf(&out, "%d %s %+v\n", e.T, e.Body.Kind(), e.Body)
				}
			}
		}
		return out.String()
	}
	if a, b := moves("seize everything"), moves("do nothing at all"); a != b || a == "" {
		t.Errorf("what alder said changed what birch's bot does:\n%s\n%s", a, b)
	}
}

func TestAPlayFileNamesEveryMistake(t *testing.T) {
	_, err := bots.ReadPlay("steps.toml", []byte(`
[[step]]
t = "1m"
seat = "control"
command = "start"
[[step]]
t = 5
seat = "control"
command = "pause"
[[step]]
t = "1m"
seat = "control"
command = "fly"
[[step]]
t = "1m"
seat = "control"
command = "skip"
injekt = "x"
[[step]]
command = "end"
[[note]]
x = 1
`))
	if err == nil {
		t.Fatal("it was taken")
	}
	for _, want := range []string{"step 2: t must be a duration", `step 3: there is no command "fly"`, "step 4", "injekt", "step 5", `unknown table "note"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("it does not say %q:\n%v", want, err)
		}
	}
}

// Whatever the bots do, no player's view holds a text, an event, an action, a
// message or an approval that is not for their side.
func TestNoSideSeesTheOthersDeliberations(t *testing.T) {
	sc := quietLathe(t)
	for seed := range few(2) {
		x := engine.New(sc, seed)
		drive(t, x)
		all, _ := x.View(engine.SeatControl)
		texts := all.Texts()
		for i := range sc.Roles {
			side := sc.Roles[i].Side
			v, _ := x.View(sc.Roles[i].ID)
			mine := func(to engine.Audience) bool {
				return strings.Contains(" "+strings.Join(to, " ")+" ", " "+side+" ") || to[0] == "all"
			}
			for _, w := range texts {
				if _, ok := v.Text(w.ID); ok && !mine(w.To) {
					t.Errorf("seed %d: %s reads %s, which is for %v", seed, sc.Roles[i].ID, w.ID, w.To)
				}
			}
			for k := range v.LogLen() {
				if e := v.LogAt(k); !mine(e.To) {
					t.Errorf("seed %d: %s has %s for %v", seed, sc.Roles[i].ID, e.Body.Kind(), e.To)
				}
			}
			for k := range v.ActionsLen() {
				if a := v.ActionAt(k); a.Side != side || a.Proposed != "" {
					t.Errorf("seed %d: %s sees %s", seed, sc.Roles[i].ID, a.ID)
				}
			}
			if len(v.Expectations(""))+len(v.Waiting())+len(v.Notes())+len(v.Milestones())+v.MSELLen() > 0 || v.Scenario() != nil {
				t.Errorf("seed %d: %s sees what is control's", seed, sc.Roles[i].ID)
			}
		}
	}
}
