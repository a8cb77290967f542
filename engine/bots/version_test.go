package bots_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

// lookedAt is a seat as it was when its view last bore a new version, and as it
// is now.
type lookedAt struct {
	first, last engine.View
	steps       int // since then
}

// While a view's version stays the same, everything that it answers does, since
// its screen is not drawn anew: it goes on by the clock's anchor alone. So it is
// for each role, at every step of whole exercises.
func TestTheSameVersionShowsTheSame(t *testing.T) {
	n := few(1)
	for _, sc := range versioned(t) {
		t.Run(sc.ID+" "+sc.Control, func(t *testing.T) {
			t.Parallel()
			plan := engine.Prepare(sc)
			for seed := range n {
				compared := sameVersions(t, newMarked(t, plan, sc, seed), int(seed))
				t.Logf("seed %d: %d pairs of views of the same version are the same", seed, compared)
				if compared < 5 {
					t.Error("next to nothing was compared")
				}
			}
		})
	}
}

// versioned are the library's scenarios, and one of them between sides who do
// not show each other their cards.
func versioned(t *testing.T) []*scenarios.Scenario {
	return append(library(t), perSide(t, "quiet-lathe"), perSide(t, "open-hours"))
}

// every so many pairs of views of the same version one is compared.
const every = 41

// sameVersions plays one exercise, in which more happens than bots do.
func sameVersions(t *testing.T, m *marked, seed int) (compared int) {
	seen := map[string]*lookedAt{}
	roles := m.seats[len(engine.ControlSeats(m.x.Scenario())):]
	pairs := 0
	wall := m.x.Plenary()
	for n := 0; m.step(1000 * 60_000); n++ {
		if n%3 == 0 {
			m.stir(n/3, roles)
		}
		wall = m.sameWall(wall)
		for _, seat := range roles {
			v, _ := m.x.View(seat)
			l := seen[seat]
			if l != nil && l.last.Version() == v.Version() {
				l.last, l.steps = v, l.steps+1
				continue
			}
			if l != nil && l.steps > 0 {
				if pairs++; (pairs+seed)%every == 0 {
					compared++
					m.same(l)
				}
			}
			seen[seat] = &lookedAt{first: v, last: v}
			if t.Failed() {
				return compared
			}
		}
	}
	return compared
}

// stir does what bots leave undone, without a care whether it is refused: all
// that changes something for some and not for others.
func (m *marked) stir(n int, roles []string) {
	lead, _ := m.x.View(engine.SeatControl)
	role, hand := roles[n%len(roles)], engine.SeatControl
	if engine.PerSide(m.x.Scenario()) && n%4 > 0 {
		hand += "/" + m.side(role)
	}
	v, _ := m.x.View(hand)
	var inject, text, milestone string
	if k := v.MSELLen(); k > 0 {
		item := v.MSELAt(n % k)
		inject = item.ID
	}
	if texts := v.Texts(); len(texts) > 0 {
		text = texts[n%len(texts)].ID
	}
	if all := lead.Milestones(); len(all) > 0 {
		milestone = all[n%len(all)].ID
	}
	words := "changed"
	ops := []engine.Op{
		engine.MakeNote{On: role, Text: "note"},
		engine.Hold{Inject: inject},
		engine.Release{Inject: inject},
		engine.SetMilestone{Milestone: milestone},
		engine.ClearMilestone{Milestone: milestone},
		engine.Edit{Inject: inject, Lang: "en", Subject: &words},
		engine.Pause{},
		engine.Resume{},
		engine.SetRate{Num: int64(1 + n%3), Den: 1},
		engine.Improvise{Channel: "email", To: []string{role}, Subject: words, Body: words},
		engine.SendMessage{To: []string{role}, Text: words},
		engine.Rule{To: []string{m.side(role)}, Text: words, Reason: words},
		engine.Translate{Of: text, Lang: "fr", Text: words},
		engine.Expunge{Texts: []string{text}, Reason: words},
	}
	for _, w := range v.WaitingAnywhere() {
		ops = append(ops, engine.Claim{Class: w.Class, Ref: w.Ref}, engine.Claim{Class: w.Class, Ref: w.Ref, Drop: true})
	}
	m.try(hand, ops[n%len(ops)])
	m.try(hand, engine.Resume{}) // bots play on
	own := []engine.Op{
		engine.Join{Person: "p1", Name: "Ann"},
		engine.PassPractice{},
		engine.Suggest{Text: words},
		engine.AskControl{Text: words},
		engine.SendMessage{To: []string{m.side(role)}, Text: words},
		engine.Leave{Person: "p1"},
	}
	m.try(role, own[n%len(own)])
	if n == 9 || n == 99 { // each makes bots do more
		const forAll = "for all ⟦ 0⟧"
		m.try(engine.SeatControl, engine.Rule{Text: forAll, Reason: words})
		m.try(engine.SeatControl, engine.Improvise{Channel: "news", To: []string{"everyone"}, Subject: forAll, Body: words})
	}
	m.try("observer/"+m.side(role), engine.Join{Person: "p2", Name: "Ben"})
	m.try("evaluator", engine.MakeNote{Text: words})
}

// try gives a command, if it is taken.
func (m *marked) try(seat string, op engine.Op) {
	t := m.x.Clock().T
	a, err := m.x.Do(engine.Command{T: t, Wall: t, Seat: seat, By: bots.By, Said: engine.SaidNow, Op: op})
	if err != nil {
		return
	}
	m.lines = append(m.lines, slices.Clone(a.Events))
	for i := range a.Events {
		m.events = append(m.events, a.Events[i])
		m.tells = append(m.tells, tell(m.t, m.find, &a.Events[i]))
	}
}

// same says what two views of one version answer differently.
func (m *marked) same(l *lookedAt) {
	all := map[string]bool{}
	for i := range m.events {
		for _, token := range m.tells[i] {
			all[token] = true
		}
	}
	events, ids := m.events[max(0, len(m.events)-60):], m.ids(all)
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) > 60 { // another part of them each time
		from := (len(m.events) * 7) % (len(ids) - 60)
		ids = ids[from : from+60]
	}
	s := sight{t: m.t, v: l.first, events: events, waiting: m.queues(), ids: ids, sides: m.sides, sideOf: m.side}
	first, last := reflect.ValueOf(l.first), reflect.ValueOf(l.last)
	for i := range first.NumMethod() {
		name := first.Type().Method(i).Name
		if name == "Clock" {
			continue // its T is that of the last event of all; the screen's is computed from its anchor
		}
		for _, args := range s.arguments(name, first.Method(i).Type()) {
			was, is := first.Method(i).Call(args), last.Method(i).Call(args)
			for k := range was {
				if where := differs(was[k], is[k], 0); where != "" {
					m.t.Errorf("seed %d, %s: after %d steps and with the same version, %s's %s(%s) differs: %s",
						m.x.Seed(), engine.FormatT(m.x.Clock().T), l.steps, l.first.Seat(), name, given(args), where)
				}
			}
		}
	}
}

// sameWall says what the projector shows differently although its version is the
// same, and gives what it is held against next.
func (m *marked) sameWall(was engine.Plenary) engine.Plenary {
	is := m.x.Plenary()
	if was.Version() != is.Version() {
		return is
	}
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	for i := range a.NumMethod() {
		if name := a.Type().Method(i).Name; name != "Clock" && a.Method(i).Type().NumIn() == 0 {
			for k, r := range a.Method(i).Call(nil) {
				if where := differs(r, b.Method(i).Call(nil)[k], 0); where != "" {
					m.t.Errorf("%s: with the same version, the wall's %s differs: %s", engine.FormatT(m.x.Clock().T), name, where)
				}
			}
		}
	}
	return was
}

func given(args []reflect.Value) string {
	var out []string
	for _, a := range args {
		out = append(out, fmt.Sprint(a))
	}
	return strings.Join(out, ", ")
}

// differs says where two values differ in what is exported of them, "" if they
// don't.
func differs(a, b reflect.Value, depth int) string {
	if a.IsValid() != b.IsValid() || depth > 14 {
		return "one is nothing"
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() || a.Kind() == reflect.Pointer && a.Pointer() == b.Pointer() {
			return unlike(a.IsNil() == b.IsNil(), a, b)
		}
		return differs(a.Elem(), b.Elem(), depth+1)
	case reflect.Struct:
		for i := range a.NumField() {
			if f := a.Type().Field(i); f.IsExported() {
				if where := differs(a.Field(i), b.Field(i), depth+1); where != "" {
					return f.Name + " " + where
				}
			}
		}
		return ""
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%d and %d: %v and %v", a.Len(), b.Len(), a, b)
		}
		for i := range a.Len() {
			if where := differs(a.Index(i), b.Index(i), depth+1); where != "" {
				return fmt.Sprintf("[%d] %s", i, where)
			}
		}
		return ""
	case reflect.Map:
		keys := a.MapKeys()
		same := a.Len() == b.Len() && !slices.ContainsFunc(keys, func(k reflect.Value) bool {
			return !b.MapIndex(k).IsValid() || differs(a.MapIndex(k), b.MapIndex(k), depth+1) != ""
		})
		return unlike(same, a, b)
	case reflect.Func, reflect.Chan:
		return ""
	}
	return unlike(a.Equal(b), a, b)
}

func unlike(same bool, a, b reflect.Value) string {
	if same {
		return ""
	}
	return fmt.Sprintf("%v and %v", a, b)
}
