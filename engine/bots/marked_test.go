package bots_test

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

// marked plays an exercise with bots in all seats, as the driver does, but for
// what they type: each text bears a mark of the side that typed it, and now and
// then somebody says more than bots do.
type marked struct {
	t      *testing.T
	x      *engine.Exercise
	crew   *bots.Crew
	seats  []string
	sides  []string
	moves  map[string]bots.Move
	seen   map[string]int
	events []engine.Event
	lines  [][]engine.Event
	tells  [][]string // telltales of each event
	find   *regexp.Regexp
	marks  int

	alone map[string]string   // marks of what is for one side alone, with that side
	typed map[string][]string // marks by what they are in
}

func newMarked(t *testing.T, plan *engine.Plan, sc *scenarios.Scenario, seed uint64) *marked {
	m := &marked{
		t: t, x: plan.New(seed), crew: bots.NewCrew(seed), moves: map[string]bots.Move{}, seen: map[string]int{},
		alone: map[string]string{}, typed: map[string][]string{},
	}
	for i := range sc.Sides {
		m.sides = append(m.sides, sc.Sides[i].ID)
	}
	m.find = telltales(m.sides)
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
	for i := range m.x.Scenario().Roles {
		if r := &m.x.Scenario().Roles[i]; r.ID == seat {
			return r.Side
		}
	}
	return ""
}

// give gives a command with a mark in everything that is typed in it.
func (m *marked) give(c engine.Command) {
	op := reflect.New(reflect.TypeOf(c.Op)).Elem()
	op.Set(reflect.ValueOf(c.Op))
	var marks []string
	mark := func(text string) string {
		m.marks++
		marks = append(marks, fmt.Sprintf("⟦%s %d⟧", m.side(c.Seat), m.marks))
		return text + " " + marks[len(marks)-1]
	}
	for _, name := range []string{"Text", "Reason", "Title", "Basis"} {
		if f := op.FieldByName(name); f.IsValid() {
			f.SetString(mark(f.String()))
		}
	}
	if f := op.FieldByName("Fields"); f.IsValid() && f.Kind() == reflect.Map { // of a tick it is a list
		fields := map[string]string{}
		for _, k := range slices.Sorted(maps.Keys(f.Interface().(map[string]string))) {
			fields[k] = mark(f.MapIndex(reflect.ValueOf(k)).String())
		}
		f.Set(reflect.ValueOf(fields))
	}
	c.Op, c.Said = op.Interface().(engine.Op), engine.SaidNow
	m.keep(&c, marks)
	a, err := m.x.Do(c)
	if err != nil {
		m.t.Fatalf("seed %d, %s: %s %+v: %v", m.x.Seed(), engine.FormatT(c.T), c.Seat, c.Op, err)
	}
	m.typed[a.Ref] = marks
	m.took(a.Events)
	if _, acted := c.Op.(engine.Act); acted {
		m.more(c, a.Ref)
	}
}

// keep notes whether what is typed is for the side alone, and what is not so any
// longer since it is sent or shown.
func (m *marked) keep(c *engine.Command, marks []string) {
	alone := false
	switch op := c.Op.(type) {
	case engine.Act, engine.AskApproval, engine.Approve, engine.RefuseApproval, engine.Withdraw, engine.DraftRequest, engine.WriteAccount,
		engine.CorrectFinding, engine.AddAuthority, engine.RefuseClearance:
		alone = m.side(c.Seat) != ""
	case engine.SendMessage:
		alone = !engine.IsControl(c.Seat)
	case engine.StepRequest:
		alone = op.Step == scenarios.StepForward
	case engine.HandOver:
		alone = m.side(op.To) == m.side(c.Seat)
	case engine.SendRequest:
		m.shown(op.Draft)
	case engine.Disclose:
		m.shown(op.Item)
	}
	if alone {
		for _, mark := range marks {
			m.alone[mark] = m.side(c.Seat)
		}
	}
}

func (m *marked) shown(item string) {
	for _, mark := range m.typed[item] {
		delete(m.alone, mark)
	}
}

// crossing are the kinds of event of a side's that others may have.
func crossing() []engine.Kind {
	return []engine.Kind{
		"disclosed", "typed", "agreed", "request-sent", "request-stepped", "request-ticked", "request-checked", "deadline-started", "deadline-set",
		"hotline-opened", "hotline-stepped", "evidence-certified", "evidence-handed", "evidence-marked", "proposal-tabled", "proposal-amended",
		"proposal-assessed", "proposal-settled", "case-opened", "line-written", "line-marked", "scores-released",
		"answered", "reported", // in plenary
		"commitment-judged", // on what both sides have undertaken
	}
}

func (m *marked) took(events []engine.Event) {
	m.lines = append(m.lines, slices.Clone(events))
	m.events = append(m.events, events...)
	for i := range events {
		e := &events[i]
		tells := tell(m.t, m.find, e)
		m.tells = append(m.tells, tells)
		side, kind := m.side(e.Seat), e.Body.Kind()
		abroad := func(to string) bool { return side != "" && to != side && to != engine.SeatControl+"/"+side }
		if slices.ContainsFunc(e.To, abroad) && !slices.Contains(crossing(), kind) {
			m.t.Errorf("%s by %s goes to %v", kind, e.Seat, e.To)
		}
		for _, mark := range tells {
			side = m.alone[mark]
			if slices.ContainsFunc(e.To, abroad) {
				m.t.Errorf("seed %d: %s, typed for %s alone, is in a %s for %v", m.x.Seed(), mark, side, kind, e.To)
			}
		}
	}
}

// more is what bots leave unsaid: a controller notes and rules on an action of
// the side's, a finding is corrected, an authority stated, an action disclosed.
func (m *marked) more(c engine.Command, act string) {
	say := func(seat string, op engine.Op) { m.give(engine.Command{T: c.T, Seat: seat, By: bots.By, Op: op}) }
	side := m.side(c.Seat)
	hand := engine.SeatControl
	if engine.PerSide(m.x.Scenario()) {
		hand += "/" + side
	}
	other := m.sides[(slices.Index(m.sides, side)+1)%len(m.sides)]
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
	case 5, 6:
		if a, ok := m.action(hand, act); !ok || a.Finding == nil {
			return
		}
		if m.marks%7 == 5 {
			say(hand, engine.CorrectFinding{Act: act, Verdict: engine.VerdictWithin})
		} else {
			say(hand, engine.AddAuthority{Act: act})
		}
	}
}

func (m *marked) action(seat, id string) (engine.Action, bool) {
	v, _ := m.x.View(seat)
	return v.Action(id)
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
	s := sight{t: m.t, v: v, events: m.events, waiting: m.queues(), ids: m.ids(all), sides: m.sides, sideOf: m.side}
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
