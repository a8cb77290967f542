package bots_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parley/engine"
)

// sight reads everything that a view gives: every exported method, for every
// id, entry and event there is. A method that is added later is read too, or
// the test says that it does not know how.
type sight struct {
	t       *testing.T
	v       engine.View
	ids     []string         // to ask for
	events  []engine.Event   // to hand in, also those that are not for the seat
	waiting []engine.Waiting // likewise
	plan    bool             // what the planner wrote is looked at too
	out     map[string]bool
}

// everything is each text and number once, and the name of each type.
func (s *sight) everything() map[string]bool {
	s.out = map[string]bool{}
	view := reflect.ValueOf(s.v)
	for i := range view.NumMethod() {
		name := view.Type().Method(i).Name
		for _, args := range s.arguments(name, view.Method(i).Type()) {
			for _, r := range view.Method(i).Call(args) {
				s.print(r, 0)
			}
		}
	}
	return s.out
}

// arguments are the calls of a method worth making.
//
//nolint:cyclop,funlen,gocyclo // a table in the form of a switch
func (s *sight) arguments(name string, f reflect.Type) [][]reflect.Value {
	in := make([]string, f.NumIn())
	for i := range in {
		in[i] = f.In(i).String()
	}
	var calls [][]reflect.Value
	call := func(args ...any) {
		values := make([]reflect.Value, len(args))
		for i := range args {
			values[i] = reflect.ValueOf(args[i])
		}
		calls = append(calls, values)
	}
	switch sign := strings.Join(in, " "); sign {
	case "":
		call()
	case "int":
		for i := range s.count(strings.TrimSuffix(name, "At")) {
			call(i)
		}
	case "string":
		for _, id := range s.ids {
			call(id)
		}
	case "string string":
		for _, id := range s.ids {
			call(id, "en")
			call("alder", id)
			call("birch", id)
		}
	case "*engine.Event string":
		for i := range s.events {
			call(&s.events[i], "en")
		}
	case "*engine.MSELItem", "*engine.MSELItem string string":
		for i := range s.v.MSELLen() {
			m := s.v.MSELAt(i)
			if len(in) == 1 {
				call(&m)
				continue
			}
			for _, part := range []string{"subject", "body", "ask", "from"} {
				call(&m, part, "en")
			}
		}
	case "*engine.Piece string":
		for i := range s.events {
			if d, ok := s.events[i].Body.(*engine.Delivered); ok {
				call(&engine.Piece{Typed: d.Body.Typed}, "en") // what is not typed is the planner's
			}
		}
	case "*scenarios.Cond string":
		for _, side := range []string{"alder", "birch"} {
			for _, a := range s.v.Authorities(side) {
				call(a.Condition, "en")
			}
		}
	case "engine.Action string":
		for i := range s.v.ActionsLen() {
			call(s.v.ActionAt(i), "en")
		}
	case "*engine.Action":
		for i := range s.v.ActionsLen() {
			a := s.v.ActionAt(i)
			call(&a)
		}
	case "*engine.Deadline":
		for _, d := range s.v.Deadlines() {
			call(&d)
		}
	case "*engine.Call":
		for _, c := range s.v.Calls() {
			call(&c)
		}
	case "map[string]string string":
		for _, d := range s.v.Drafts() {
			for field := range d.Fields {
				call(d.Fields, field)
			}
		}
	case "engine.OpenHotline":
		for _, h := range s.v.Hotlines() {
			call(engine.OpenHotline{Hotline: h.ID})
		}
	case "*engine.ReportLine":
		for _, c := range s.v.Cases() {
			for i := range c.Lines {
				call(&c.Lines[i])
			}
		}
	case "*engine.Deadline string", "*engine.Deadline int64 string":
		for _, d := range s.v.Deadlines() {
			if len(in) == 2 {
				call(&d, "en")
			} else {
				call(&d, d.Due, "en")
			}
		}
	case "*engine.Score string":
		if scores, ok := s.v.Scores(); ok {
			for i := range scores.Sides {
				call(&scores.Sides[i].Score, "en")
			}
		}
	case "engine.Waiting", "engine.Waiting string":
		for _, w := range s.waiting {
			if len(in) == 1 {
				call(w)
			} else {
				call(w, "en")
			}
		}
	case "engine.Step string int64":
		if step, ok := s.v.NextStep(); ok {
			call(step, "en", int64(0))
		}
	default:
		s.t.Fatalf("nobody has said how to look at View.%s(%s)", name, sign)
	}
	return calls
}

// count is how long a list of the view's is, by the name of its method.
func (s *sight) count(name string) int {
	for _, n := range []string{name + "sLen", name + "Len", name + "s"} {
		if m := reflect.ValueOf(s.v).MethodByName(n); m.IsValid() {
			return int(m.Call(nil)[0].Int())
		}
	}
	s.t.Fatalf("nobody has said how long the list of View.%sAt is", name)
	return 0
}

// print writes a value with all that hangs on it, types by name.
func (s *sight) print(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && depth < 12 {
			s.print(v.Elem(), depth+1)
		}
	case reflect.Struct:
		s.struc(v, depth)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			s.print(v.Index(i), depth+1)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			s.print(k, depth+1)
			s.print(v.MapIndex(k), depth+1)
		}
	case reflect.String:
		s.out[v.String()] = true
	case reflect.Int64:
		s.out[strconv.FormatInt(v.Int(), 10)] = true // times; all else that is no text is a small number
	}
}

func (s *sight) struc(v reflect.Value, depth int) {
	switch v.Type() {
	case reflect.TypeFor[time.Location](), reflect.TypeFor[time.Time]():
		return
	}
	if v.IsZero() { // what a method gives where there is nothing
		return
	}
	if !s.plan && strings.HasPrefix(v.Type().String(), "scenarios.") {
		return
	}
	s.out["type "+v.Type().String()] = true
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			s.print(v.Field(i), depth+1)
		}
	}
}

// Things that belong to somebody: ids that count per side, and marks that the
// tests put into what is typed.
func telltales() *regexp.Regexp {
	return regexp.MustCompile(`⟦[^⟧]*⟧|\b(?:control/)?(?:alder|birch|control)[-.][a-z-]*[0-9]+\b`)
}

// tell are the telltales in an event's content, as the record would have it.
func tell(t *testing.T, find *regexp.Regexp, e *engine.Event) []string {
	t.Helper()
	content, err := json.Marshal(e.Body)
	if err != nil {
		t.Fatal(err)
	}
	return find.FindAllString(string(content), -1)
}

// reaches says, without asking the engine's views, whom an audience reaches.
func reaches(member string, to engine.Audience) bool {
	return slices.Contains(to, "all") || slices.Contains(to, member)
}
