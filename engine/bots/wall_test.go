package bots_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/scenarios"
)

// Nothing that a side typed is on the wall but what it reported to the plenary,
// and no id of what is not everyone's: not by any method of a Plenary, for any
// id, while bots play every scenario of the library.
func TestTheWallHasNothingOfASides(t *testing.T) {
	n := few(2)
	for _, e := range scenarios.Library() {
		for _, sc := range []*scenarios.Scenario{opened(t, e.ID), perSide(t, e.ID)} {
			t.Run(sc.ID+" "+sc.Control, func(t *testing.T) {
				t.Parallel()
				plan := engine.Prepare(sc)
				kept, marks := 0, 0
				for seed := range n {
					m := newMarked(t, plan, sc, seed)
					for k := 0; m.step(1000 * 60_000); k++ {
						if k%3 == 0 {
							m.stir(k/3, m.seats[len(engine.ControlSeats(sc)):])
						}
						if k%331 == int(seed) {
							tokens, typed := m.lookAtTheWall()
							kept, marks = kept+tokens, marks+typed
						}
						if t.Failed() {
							t.FailNow()
						}
					}
					tokens, typed := m.lookAtTheWall()
					kept, marks = kept+tokens, marks+typed
				}
				t.Logf("%d telltales on the wall, %d of them typed, each where it may be", kept, marks)
				if kept == 0 {
					t.Error("the wall shows nothing at all")
				}
			})
		}
	}
}

func opened(t *testing.T, id string) *scenarios.Scenario {
	t.Helper()
	sc, problems := scenarios.Open(id)
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	return sc
}

// told are the marks of what was said to everyone, and the telltales in what
// everyone may have, taken from the events and not from the engine's views.
func (m *marked) told() (said, public map[string]bool, typed map[string][]string) {
	said, public, typed = map[string]bool{}, map[string]bool{}, map[string][]string{}
	everyone := func(to engine.Audience) bool {
		return slices.Contains(to, "all") || !slices.ContainsFunc(m.sides, func(s string) bool { return !slices.Contains(to, s) })
	}
	say := func(texts ...string) {
		for _, id := range texts {
			for _, mark := range typed[id] {
				said[mark] = true
			}
		}
	}
	for i := range m.events {
		e := &m.events[i]
		if b, ok := e.Body.(*engine.Typed); ok {
			typed[b.ID] = m.tells[i]
		}
		if !everyone(e.To) {
			continue
		}
		switch b := e.Body.(type) {
		case *engine.Reported:
			say(b.Text)
		case *engine.Ruled:
			say(b.Text, b.Reason)
		}
		for _, token := range m.tells[i] {
			if !strings.HasPrefix(token, "⟦") {
				public[token] = true
			}
		}
	}
	return said, public, typed
}

// lookAtTheWall reads everything that a Plenary answers, and counts what of it
// belongs to somebody.
func (m *marked) lookAtTheWall() (tokens, marks int) {
	said, public, typed := m.told()
	p := m.x.Plenary()
	s := sight{t: m.t, sides: m.sides, out: map[string]bool{}}
	call := func(name string, args ...any) {
		method := reflect.ValueOf(p).MethodByName(name)
		var in []reflect.Value
		for _, a := range args {
			in = append(in, reflect.ValueOf(a))
		}
		for _, r := range method.Call(in) {
			s.print(r, 0)
		}
	}
	kind := reflect.TypeOf(p)
	for i := range kind.NumMethod() {
		switch name := kind.Method(i).Name; {
		case kind.Method(i).Type.NumIn() == 1:
			call(name)
		case name == "Marking": // of the scenario's
		case name == "Asked":
			for _, ph := range m.x.Scenario().Phases {
				for _, seg := range ph.Segments {
					for _, q := range seg.Questions {
						call(name, q.ID)
					}
				}
			}
		case name == "Piece":
			for id := range typed {
				call(name, &engine.Piece{Typed: map[string]string{"en": id}}, "en")
			}
		case name == "TextIn":
			for id := range typed {
				call(name, id, "en")
			}
		default:
			m.t.Fatalf("nobody has said how to look at Plenary.%s", name)
		}
	}
	for text := range s.out {
		for _, token := range m.find.FindAllString(text, -1) {
			switch mark := strings.HasPrefix(token, "⟦"); {
			case mark && (said[token] || strings.HasPrefix(token, "⟦ ")): // the one facilitator's, or the lead's
				marks++
			case !mark && public[token]:
				tokens++
			default:
				m.t.Errorf("seed %d, %s: the wall shows %s in %q", m.x.Seed(), engine.FormatT(m.x.Clock().T), token, text)
			}
		}
	}
	return tokens + marks, marks
}
