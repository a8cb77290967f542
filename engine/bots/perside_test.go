package bots_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

// changed is a scenario of the library with its files changed.
func changed(t testing.TB, change func(text string) string) *scenarios.Scenario {
	t.Helper()
	files := slices.Clone(quietLathe(t).Files)
	for i := range files {
		files[i].Content = change(files[i].Content)
	}
	sc, problems := scenarios.LoadFiles(files)
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	return sc
}

// perSide is quiet-lathe between sides who do not show each other their cards:
// a controller for each, and somebody at alder's table who clears what crosses.
func perSide(t testing.TB) *scenarios.Scenario {
	t.Helper()
	sc := changed(t, func(text string) string {
		text = strings.Replace(text, "\ncontrol = \"single\"\n", "\ncontrol = \"per-side\"\n", 1)
		return strings.Replace(text, "[[side]]\nid = \"alder\"\n", "[[side]]\nid = \"alder\"\ncleared-by = \"alder-state\"\n", 1)
	})
	if !engine.PerSide(sc) || sc.Sides[0].ClearedBy == "" {
		t.Fatal("the scenario was not changed")
	}
	return sc
}

// marked plays an exercise with bots in all seats, as the driver does, but for
// what they type: each text bears a mark of the side that typed it, and now and
// then somebody says more than bots do.
type marked struct {
	t      *testing.T
	x      *engine.Exercise
	crew   *bots.Crew
	seats  []string
	moves  map[string]bots.Move
	seen   map[string]int
	events []engine.Event
	tells  [][]string // telltales of each event
	find   *regexp.Regexp
	marks  int
}

func newMarked(t *testing.T, plan *engine.Plan, sc *scenarios.Scenario, seed uint64) *marked {
	m := &marked{t: t, x: plan.New(seed), crew: bots.NewCrew(seed), moves: map[string]bots.Move{}, seen: map[string]int{}, find: telltales()}
	m.seats = engine.ControlSeats(sc)
	for i := range sc.Roles {
		m.seats = append(m.seats, sc.Roles[i].ID)
	}
	for _, s := range m.seats {
		m.give(engine.Command{Seat: s, By: bots.By, Op: engine.Join{Person: bots.By, Bot: true}})
	}
	return m
}

// side of a seat, "" for the lead and the one facilitator.
func (m *marked) side(seat string) string {
	if rest, ok := strings.CutPrefix(seat, engine.SeatControl); ok {
		return strings.TrimPrefix(rest, "/")
	}
	return strings.SplitN(seat, "-", 2)[0]
}

// give gives a command with a mark in everything that is typed in it.
func (m *marked) give(c engine.Command) {
	op := reflect.New(reflect.TypeOf(c.Op)).Elem()
	op.Set(reflect.ValueOf(c.Op))
	for _, name := range []string{"Text", "Reason", "Title", "Basis"} {
		if f := op.FieldByName(name); f.IsValid() {
			m.marks++
			f.SetString(f.String() + fmt.Sprintf(" ⟦%s %d⟧", m.side(c.Seat), m.marks))
		}
	}
	c.Op, c.Said = op.Interface().(engine.Op), engine.SaidNow
	a, err := m.x.Do(c)
	if err != nil {
		m.t.Fatalf("seed %d, %s: %s %+v: %v", m.x.Seed(), engine.FormatT(c.T), c.Seat, c.Op, err)
	}
	m.took(a.Events)
	if _, acted := c.Op.(engine.Act); acted {
		m.more(c, a.Ref)
	}
}

func (m *marked) took(events []engine.Event) {
	m.events = append(m.events, events...)
	for i := range events {
		e := &events[i]
		m.tells = append(m.tells, tell(m.t, m.find, e))
		side, kind := m.side(e.Seat), e.Body.Kind()
		abroad := func(to string) bool { return side != "" && to != side && to != engine.SeatControl+"/"+side }
		if slices.ContainsFunc(e.To, abroad) && !slices.Contains([]engine.Kind{"disclosed", "typed", "agreed"}, kind) {
			m.t.Errorf("%s by %s goes to %v", kind, e.Seat, e.To)
		}
	}
}

// more is what bots leave unsaid: a controller notes and rules on an action of
// the side's, a finding is corrected, an action is disclosed.
func (m *marked) more(c engine.Command, act string) {
	say := func(seat string, op engine.Op) { m.give(engine.Command{T: c.T, Seat: seat, By: bots.By, Op: op}) }
	side := m.side(c.Seat)
	hand := engine.SeatControl
	if engine.PerSide(m.x.Scenario()) {
		hand += "/" + side
	}
	other := map[string]string{"alder": "birch", "birch": "alder"}[side]
	switch m.marks % 7 {
	case 0:
		say(hand, engine.MakeNote{On: act})
	case 1:
		say(hand, engine.Rule{On: act, To: []string{side}})
	case 2:
		say(c.Seat, engine.Disclose{Item: act, To: []string{other}})
	case 3:
		say(hand, engine.Disclose{Item: act, To: []string{other}})
	case 4:
		say(engine.SeatControl, engine.MakeNote{On: c.Seat})
	case 5:
		if v, _ := m.x.View(hand); v.Seat() == hand {
			if a, ok := v.Action(act); ok && a.Finding != nil {
				say(hand, engine.CorrectFinding{Act: act, Verdict: engine.VerdictWithin})
			}
		}
	}
}

// step lets the next thing happen, if it comes by until.
func (m *marked) step(until engine.Millis) bool {
	now := m.x.Clock().T
	t, ok := m.x.NextDue()
	var who string
	for _, s := range m.seats {
		if n := m.x.LogLen(s); n != m.seen[s] || m.seen[s] == 0 || engine.IsControl(s) {
			v, _ := m.x.View(s)
			m.seen[s] = n
			delete(m.moves, s)
			if move, ok := m.crew.Next(v); ok {
				m.moves[s] = move
			}
		}
		if move, has := m.moves[s]; has && (!ok || max(now, move.T) < t) {
			t, who, ok = max(now, move.T), s, true
		}
	}
	if !ok || t > until {
		return false
	}
	if who == "" {
		m.took(m.x.Advance(t, t))
		return true
	}
	c := m.moves[who].Command
	delete(m.moves, who)
	m.seen[who] = 0
	c.T, c.Wall = t, t
	if m.x.Taken(c.ID) {
		return true
	}
	m.give(c)
	return true
}

// queues is what waits for all seats.
func (m *marked) queues() []engine.Waiting {
	var out []engine.Waiting
	for _, s := range m.seats {
		v, _ := m.x.View(s)
		out = append(out, v.WaitingAnywhere()...)
	}
	return out
}

// Nothing of one side's deliberations is in the lead's or the other
// controller's view, nor in any player's of the other side: not by any method
// of the view, for any id, at any moment, over 100 seeds. What reaches a seat
// is taken from the events' audiences, and not from the engine's views.
func TestNothingOfASidesDeliberationsCrosses(t *testing.T) {
	t.Parallel()
	sc := perSide(t)
	plan := engine.Prepare(sc)
	for part := range uint64(2) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			looked, kept := 0, 0
			for seed := part; seed < 100; seed += 2 {
				n, k := crossings(t, newMarked(t, plan, sc, seed), seed)
				looked, kept = looked+n, kept+k
			}
			t.Logf("%d telltales in %d views, each where it may be", kept, looked)
		})
	}
}

// crossings plays one exercise and looks at it at some moments; one seed in twenty
// is played to its end.
func crossings(t *testing.T, m *marked, seed uint64) (looked, kept int) {
	moments := []engine.Millis{7, 25}
	if seed%20 == 0 {
		moments = append(moments, 60, 120, 181)
	}
	for i := range moments {
		at := moments[i] + engine.Millis(seed%7)
		for m.step(at * 60_000) {
		}
		seats := map[string]string{engine.SeatControl: "lead", "control/alder": "control/alder", "control/birch": "control/birch"}
		roles := m.seats[3:]
		role := roles[(int(seed)+i)%len(roles)]
		seats[role] = m.side(role)
		for seat, member := range seats {
			looked++
			kept += m.look(seat, member)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	if seed%20 == 0 && m.x.Clock().Life != engine.Over {
		t.Errorf("seed %d: it does not end", seed)
	}
	return looked, kept
}

// look reads everything in a seat's view and returns how many telltales it has
// that the seat may have.
func (m *marked) look(seat, member string) int {
	own, all := map[string]bool{}, map[string]bool{}
	for i := range m.events {
		for _, token := range m.tells[i] {
			all[token] = true
			own[token] = own[token] || reaches(member, m.events[i].To)
		}
	}
	v, ok := m.x.View(seat)
	if !ok {
		m.t.Fatalf("no view of %s", seat)
	}
	s := sight{t: m.t, v: v, events: m.events, waiting: m.queues(), ids: m.ids(all)}
	kept := map[string]bool{}
	for text := range s.everything() {
		for _, token := range m.find.FindAllString(text, -1) {
			if own[token] {
				kept[token] = true
			} else {
				m.t.Errorf("seed %d, %s: %s sees %s in %q", m.x.Seed(), engine.FormatT(m.x.Clock().T), seat, token, text)
			}
		}
	}
	if len(kept) == 0 && len(m.events) > 200 && seat != engine.SeatControl {
		m.t.Errorf("seed %d: %s sees nothing at all", m.x.Seed(), seat)
	}
	return len(kept)
}

// ids are what a seat may ask for: telltales and all else that has an id.
func (m *marked) ids(telltales map[string]bool) []string {
	out := slices.Clone(m.seats)
	for id := range telltales {
		if !strings.HasPrefix(id, "⟦") {
			out = append(out, id)
		}
	}
	for i := range m.events {
		switch b := m.events[i].Body.(type) {
		case *engine.Delivered:
			out = append(out, b.ID, b.Inject)
		case *engine.Expected:
			out = append(out, b.Items[0].ID)
		case *engine.Answered:
			out = append(out, b.Question)
		}
	}
	return out
}
