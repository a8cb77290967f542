package bots_test

import (
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

// A person who sits down where a bot plays, plays alone; when they get up, the
// bot goes on.
func TestABotStandsBackForAPerson(t *testing.T) {
	sc, problems := scenarios.Open("quiet-lathe")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	x := engine.New(sc, 1)
	give := func(seat string, op engine.Op) {
		t.Helper()
		if _, err := x.Do(engine.Command{T: x.Clock().T, Seat: seat, By: "p-ana", Said: engine.SaidNow, Op: op}); err != nil {
			t.Fatal(err)
		}
	}
	d := bots.NewDriver(x, []string{"alder-cyber"}, nil)
	give("alder-cyber", engine.Join{Person: "bot", Bot: true})
	give("alder-cyber", engine.Join{Person: "p-ana", Name: "Ana"})
	give(engine.SeatControl, engine.Start{})
	d.Changed()
	acts := func(until engine.Millis) int {
		n := 0
		for {
			line, ok := d.Step(until, func(engine.Millis) int64 { return 0 })
			if !ok {
				return n
			}
			for i := range line {
				if line[i].Seat == "alder-cyber" {
					n++
				}
			}
		}
	}
	if n := acts(10 * 60_000); n != 0 {
		t.Errorf("the bot did %d things in the seat of a person", n)
	}
	give("alder-cyber", engine.Leave{Person: "p-ana"})
	d.Changed()
	if acts(20*60_000) == 0 {
		t.Error("nobody plays in the seat that was left to the bot")
	}
}
