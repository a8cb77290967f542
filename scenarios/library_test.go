package scenarios

import (
	"reflect"
	"slices"
	"strconv"
	"testing"
)

// TestFirstExercise holds the scenario for a first-time facilitator to what it
// promises: it is fine without a warning, all of it stands in both languages,
// it takes 45 minutes in two modules, and each part says how to lead it.
func TestFirstExercise(t *testing.T) {
	s, problems := Open("open-hours")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for where, text := range textsOf(reflect.ValueOf(*s), "") {
		for _, lang := range []string{"en", "zh-Hans"} {
			if text[lang] == "" {
				t.Errorf("%s has no %s: %v", where, lang, text)
			}
		}
	}
	total := Millis(0)
	for _, p := range s.Phases {
		for _, seg := range p.Segments {
			total += seg.Length
			if seg.Note.In("en") == "" || seg.Title.In("en") == "" {
				t.Errorf("segment %s has no title, or no note on how to lead it", seg.ID)
			}
			if seg.Kind == "breakout" && !everySideIsAsked(s, seg.Questions) {
				t.Errorf("in segment %s a side has nothing to talk about", seg.ID)
			}
		}
	}
	if len(s.Phases) != 2 || total != 45*60_000 {
		t.Errorf("%d modules, %d minutes", len(s.Phases), total/60_000)
	}
	for _, in := range s.Injects {
		if in.Note.In("en") == "" {
			t.Errorf("inject %s has no note for control", in.ID)
		}
	}
	for _, side := range s.Sides {
		scribe := func(r Role) bool { return r.Side == side.ID && r.Scribe }
		adviser := func(r Role) bool { return r.Side == side.ID && r.Legal }
		if !slices.ContainsFunc(s.Roles, scribe) || !slices.ContainsFunc(s.Roles, adviser) {
			t.Errorf("side %s has no scribe, or no legal adviser", side.ID)
		}
	}
}

func everySideIsAsked(s *Scenario, questions []Discussion) bool {
	for _, side := range s.Sides {
		asked := func(d Discussion) bool { return len(d.To) == 0 || slices.Contains(d.To, side.ID) }
		if !slices.ContainsFunc(questions, asked) {
			return false
		}
	}
	return true
}

// textsOf gives all texts of a value that are not empty, by where they stand.
func textsOf(v reflect.Value, where string) map[string]Text {
	out := map[string]Text{}
	add := func(v reflect.Value, name string) {
		for at, text := range textsOf(v, where+name) {
			out[at] = text
		}
	}
	if text, ok := v.Interface().(Text); ok {
		if len(text) > 0 {
			out[where] = text
		}
		return out
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				add(v.Field(i), "."+f.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			add(v.Index(i), "["+strconv.Itoa(i)+"]")
		}
	}
	return out
}
