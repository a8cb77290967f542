package book_test

import (
	"reflect"
	"strings"
	"testing"

	"parley/scenarios"
	"parley/scenarios/book"
)

const print = "SHA256:2mvn5qiy6oK/CH2KI4d6cXV5kW5nCebTXNFeO/OjPG8"

// slips prints a slip for each role of a scenario and for the seats named, each
// with a code of its own that begins with CODE and its number.
func slips(t *testing.T, sc *scenarios.Scenario, opt book.SlipsOptions, seats ...string) (page string, cut []paper, all []book.Slip) {
	t.Helper()
	for i := range sc.Roles {
		seats = append(seats, sc.Roles[i].ID)
	}
	for i, seat := range seats {
		all = append(all, book.Slip{Seat: seat, Code: "CODE-" + string(rune('A'+i/26)) + string(rune('A'+i%26)) + "00-0000"})
	}
	opt.Port, opt.Fingerprint = 2222, print
	if opt.Hosts == nil {
		opt.Hosts = []string{"192.168.1.20"}
	}
	var b strings.Builder
	if err := book.PrintSlips(&b, sc, all, opt); err != nil {
		t.Fatal(err)
	}
	return b.String(), read(t, b.String()), all
}

// TestSlips has on each slip what its people type and compare, and no code of
// another seat's; in both languages.
func TestSlips(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		for _, lang := range []string{"en", "zh-Hans"} {
			sc := load(t, name)
			page, cut, all := slips(t, sc, book.SlipsOptions{Lang: lang}, "control", "simulator", "evaluator", "observer/"+sc.Sides[0].ID, "projector")
			if len(cut) != len(all) {
				t.Fatalf("%s: %d slips for %d seats", name, len(cut), len(all))
			}
			for i, p := range cut {
				for _, want := range []string{all[i].Code, "ssh -p 2222 " + all[i].Seat + "@192.168.1.20", print, `ssh-keygen -R "[192.168.1.20]:2222"`, "Permission denied"} {
					if !strings.Contains(p.text, want) {
						t.Errorf("%s, %s: the slip of %s lacks %q", name, lang, all[i].Seat, want)
					}
				}
				if n := strings.Count(p.text, "CODE-"); n != 1 {
					t.Errorf("%s: the slip of %s has %d codes", name, all[i].Seat, n)
				}
			}
			if begin := page[:min(len(page), 1000)]; !strings.Contains(begin, book.SlipsMark) || !strings.Contains(begin, "default-src 'none'") {
				t.Errorf("%s: the page begins with %s", name, begin)
			}
		}
	}
}

// TestSlipsOfSides are in the language of each side, which --lang overrules.
func TestSlipsOfSides(t *testing.T) {
	t.Parallel()
	sc := load(t, small)
	sc.Sides[1].Language = "zh-Hans"
	_, cut, all := slips(t, sc, book.SlipsOptions{}, "control", "observer/"+sc.Sides[1].ID)
	for i, p := range cut {
		chinese := strings.HasSuffix(all[i].Seat, "/"+sc.Sides[1].ID)
		for j := range sc.Roles {
			chinese = chinese || sc.Roles[j].ID == all[i].Seat && sc.Roles[j].Side == sc.Sides[1].ID
		}
		if got := strings.Contains(p.text, "指纹"); got != chinese {
			t.Errorf("the slip of %s is in Chinese: %v", all[i].Seat, got)
		}
	}
}

// TestSlipsOfShared says of a role for several that it is; of others not.
func TestSlipsOfShared(t *testing.T) {
	t.Parallel()
	sc := load(t, small)
	sc.Roles[0].People = 3
	_, cut, all := slips(t, sc, book.SlipsOptions{Lang: "en"})
	for i, p := range cut {
		if got := strings.Contains(p.text, "For up to 3 people"); got != (all[i].Seat == sc.Roles[0].ID) {
			t.Errorf("the slip of %s speaks of three people: %v", all[i].Seat, got)
		}
	}
}

// TestSlipsOfManyHosts gives every address a line, and of port 22 no number.
func TestSlipsOfManyHosts(t *testing.T) {
	t.Parallel()
	_, cut, all := slips(t, load(t, small), book.SlipsOptions{Hosts: []string{"10.0.0.7", "host.example"}})
	for i, p := range cut {
		if !strings.Contains(p.text, "ssh -p 2222 "+all[i].Seat+"@host.example") {
			t.Errorf("the slip of %s lacks the second line", all[i].Seat)
		}
	}
	if got := book.SSHLine("control", "10.0.0.7", 22); got != "ssh control@10.0.0.7" {
		t.Errorf("at port 22: %s", got)
	}
}

// TestSlipsOfNobody are refused: a seat that there is not, a host without a
// name.
func TestSlipsOfNobody(t *testing.T) {
	t.Parallel()
	sc := load(t, small)
	hosts := []string{"10.0.0.7"}
	for _, seat := range []string{"nobody", "observer/nobody", "", "projector/x"} {
		err := book.PrintSlips(&strings.Builder{}, sc, []book.Slip{{Seat: seat, Code: "x"}}, book.SlipsOptions{Hosts: hosts})
		if err == nil {
			t.Errorf("there is a slip for %q", seat)
		}
	}
	if err := book.PrintSlips(&strings.Builder{}, sc, nil, book.SlipsOptions{}); err == nil {
		t.Error("there are slips without an address")
	}
}

// TestHostileSlips draws harmless what a planner wrote.
func TestHostileSlips(t *testing.T) {
	t.Parallel()
	sc := load(t, small)
	for i := range sc.Roles {
		poison(reflect.ValueOf(&sc.Roles[i].Title).Elem(), "</p><script>\x1b]0;x\a\u202e")
	}
	page, _, _ := slips(t, sc, book.SlipsOptions{Lang: "en"})
	for _, bad := range []string{"<script", "\x1b", "\u202e", "\a"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}
