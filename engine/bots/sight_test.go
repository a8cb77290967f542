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
	"parley/scenarios"
)

// sight reads everything that a view gives: every exported method, for every
// id, entry and event there is. A method that is added later is read too, or
// the test says that it does not know how.
type sight struct {
	t       *testing.T
	v       engine.View
	ids     []string // to ask for
	sides   []string
	sideOf  func(seat string) string
	events  []engine.Event   // to hand in, also those that are not for the seat
	waiting []engine.Waiting // likewise
	plan    bool             // what the planner wrote is looked at too
	out     map[string]bool
	echo    []string // ids that the present call was given
}

// everything is each text and number once, and the name of each type.
func (s *sight) everything() map[string]bool {
	s.out = map[string]bool{}
	view := reflect.ValueOf(s.v)
	for i := range view.NumMethod() {
		name := view.Type().Method(i).Name
		for _, args := range s.arguments(name, view.Method(i).Type()) {
			s.echo = nil
			for _, a := range args {
				s.echo = append(s.echo, handedIn(a)...)
			}
			for _, r := range view.Method(i).Call(args) {
				s.print(r, 0)
			}
		}
	}
	return s.out
}

// handedIn are the ids that a method is given, and that it gives away nothing by
// giving back.
func handedIn(a reflect.Value) []string {
	switch v := a.Interface().(type) {
	case string:
		if strings.ContainsAny(v, "0123456789") {
			return []string{v}
		}
	case *engine.Score:
		return v.From
	}
	return nil
}

// arguments are the calls of a method worth making.
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
	langs := map[string]any{"string": "en", "int64": int64(0), "bool": true}
	switch sign := strings.Join(in, " "); {
	case sign == "":
		call()
	case sign == "int":
		for i := range s.count(strings.TrimSuffix(name, "At")) {
			call(i)
		}
	case sign == "string string":
		for _, id := range s.ids {
			call(id, "en")
			for _, side := range s.sides {
				call(side, id)
			}
		}
	case sign == "map[string]string string": // text leaves by field
		for _, id := range s.ids {
			call(map[string]string{"field": id}, "field")
		}
	case sign == "string engine.OpenHotline":
		for _, op := range s.given(f.In(1), name) {
			call(s.v.Seat(), op)
		}
	case strings.HasPrefix(sign, "*engine.MSELItem string"):
		for i := range s.v.MSELLen() {
			m := s.v.MSELAt(i)
			for _, part := range []string{"subject", "body", "ask", "from"} {
				call(&m, part, "en")
			}
		}
	default:
		for _, first := range s.given(f.In(0), name) {
			args := []any{first}
			for _, t := range in[1:] {
				if langs[t] == nil {
					s.t.Fatalf("nobody has said how to look at View.%s(%s)", name, sign)
				}
				args = append(args, langs[t])
			}
			call(args...)
		}
	}
	return calls
}

// given are the things of a type that can be handed in: what the view itself
// gives, and what was made of events that may not be for the seat.
func (s *sight) given(t reflect.Type, name string) []any {
	var out []any
	switch t.String() {
	case "string":
		for _, id := range s.ids {
			out = append(out, id)
		}
	case "*engine.Event":
		for i := range s.events {
			out = append(out, &s.events[i])
		}
	case "*engine.MSELItem":
		for i := range s.v.MSELLen() {
			m := s.v.MSELAt(i)
			out = append(out, &m)
		}
	case "*engine.Piece":
		for i := range s.events {
			if d, ok := s.events[i].Body.(*engine.Delivered); ok {
				out = append(out, &engine.Piece{Typed: d.Body.Typed}) // what is not typed is the planner's
			}
		}
	case "*scenarios.Cond":
		for _, side := range s.sides {
			for _, a := range s.v.Authorities(side) {
				out = append(out, a.Condition)
			}
		}
	case "*scenarios.RequestKind":
		for _, k := range s.v.RequestKinds() {
			out = append(out, k)
		}
	case "engine.Waiting":
		for _, w := range s.waiting {
			out = append(out, w)
		}
	case "engine.Step":
		if step, ok := s.v.NextStep(); ok {
			out = append(out, step)
		}
	case "engine.OpenHotline":
		for _, h := range s.v.Hotlines() {
			for _, id := range s.ids {
				out = append(out, engine.OpenHotline{Hotline: h.ID, To: s.sides[0], Request: id})
			}
		}
	case "*engine.Score":
		for _, id := range s.ids {
			out = append(out, &engine.Score{Code: "request", From: []string{id}, Args: map[string]string{"request": id}})
		}
	default:
		out = s.madeOf(t, name)
	}
	return out
}

// madeOf makes things of a type that bears the body of an event out of all
// events with such a body.
func (s *sight) madeOf(t reflect.Type, name string) []any {
	plain := t
	if t.Kind() == reflect.Pointer {
		plain = t.Elem()
	}
	if plain.Kind() != reflect.Struct || plain.NumField() == 0 || !plain.Field(0).Anonymous {
		s.t.Fatalf("nobody has said how to make a %s for View.%s", t, name)
	}
	var out []any
	for i := range s.events {
		e := &s.events[i]
		if reflect.TypeOf(e.Body) != plain.Field(0).Type {
			continue
		}
		made := reflect.New(plain)
		made.Elem().Field(0).Set(reflect.ValueOf(e.Body))
		for field, value := range map[string]string{"Role": e.Seat, "Side": s.sideOf(e.Seat)} {
			if f := made.Elem().FieldByName(field); f.IsValid() && f.Kind() == reflect.String && f.CanSet() && f.String() == "" {
				f.SetString(value)
			}
		}
		if t.Kind() != reflect.Pointer {
			made = made.Elem()
		}
		out = append(out, made.Interface())
	}
	return out
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
		text := v.String()
		for _, id := range s.echo {
			text = strings.ReplaceAll(text, id, "")
		}
		s.out[text] = true
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
	// What the planner wrote is no secret between sides; ways to act bear what
	// was stated during the exercise too.
	if way, ok := v.Interface().(scenarios.Way); ok && way.Act != "" {
		plan := s.plan
		s.plan = true
		defer func() { s.plan = plan }()
	} else if name := v.Type().String(); !s.plan && strings.HasPrefix(name, "scenarios.") && !strings.HasSuffix(name, "Ways") {
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
func telltales(sides []string) *regexp.Regexp {
	return regexp.MustCompile(`⟦[^⟧]*⟧|\b(?:control/)?(?:` + strings.Join(sides, "|") + `|control)[-.][a-z-]*[0-9]+\b`)
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
