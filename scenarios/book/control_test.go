package book_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"parley/scenarios"
	"parley/scenarios/book"
)

// TestHeads: every sheet bears EXERCISE and a marking at its head and its
// foot, an inject's its own, and control's say so.
func TestHeads(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		sc := load(t, name)
		marking := map[string]string{}
		for _, m := range sc.Markings {
			marking[m.ID] = m.Label
		}
		want := map[string]string{}
		for _, in := range sc.Injects {
			m := marking[in.Marking]
			if m == "" {
				m = marking[sc.Marking]
			}
			want[itoa(in.Number)] = m
		}
		for _, p := range read(t, printed(t, sc, book.Options{})) {
			mark := marking[sc.Marking]
			if n, ok := strings.CutPrefix(p.id, "i-"); ok {
				mark = want[n]
			} else if strings.HasPrefix(p.id, "e-") {
				mark = want[strings.TrimRight(p.id[strings.LastIndex(p.id, "-")+1:], "ABCDEFGH")]
			}
			if !strings.HasPrefix(p.head, "EXERCISE ") || !strings.HasSuffix(p.head, " "+mark) || !strings.HasPrefix(p.foot, "EXERCISE ") || !strings.HasSuffix(p.foot, " "+mark) {
				t.Errorf("%s: %s %s is headed %q and ends %q, marking %q", name, p.class, p.id, p.head, p.foot, mark)
			}
			if control := strings.Contains(p.head, "CONTROL ONLY"); control != strings.Contains(p.class, "control") {
				t.Errorf("%s: %s %s is headed %q", name, p.class, p.id, p.head)
			}
		}
	}
}

func itoa(n int) string {
	const digits = "0123456789"
	if n < 10 {
		return digits[n : n+1]
	}
	return itoa(n/10) + digits[n%10:n%10+1]
}

// theBook is all of the facilitator's book as one text.
func theBook(t *testing.T, sc *scenarios.Scenario) string {
	t.Helper()
	var b strings.Builder
	for _, p := range read(t, printed(t, sc, book.Options{Only: []book.Part{book.Book}})) {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

func TestBook(t *testing.T) {
	t.Parallel()
	text := theBook(t, load(t, small))
	for _, want := range []string{
		"A waterworks finds a stranger in its network.", "Say who you are.",
		"T+00:05–T+00:25 breakout · Each side alone · 20 min", "“STARTEX. The exercise begins now.”", "2 March 2026, 16:00 (UTC+08:00) in Office for Networks",
		"NOTE-SEGMENT", "Who decides tonight? Put to: Brackwater Works, Office for Networks", "NOTE-DISCUSSION", "“The night shift” sets “MILESTONE-ALONE”",
		"What do you tell the public? Put to: Office for Networks",
		"NOTE-INJECT", "1 min 30 s after the start of “Each side alone”",
		"Cut the pump house off → The pump house cut-off NOTE-EXPECT Shift engineer (works-shift) within 12 min T+00:18:30 TASK-TOLD",
		"inject 2 (call-back) follows it", "inject 3 (nobody-told)", "authority “Right of the house” of Brackwater Works",
		"5 min after inject 1 (stranger)", "A goes out if somebody did “Cut the pump house off” acted(\"cut-off\")",
		"B goes out if “Who decides tonight?” was answered with “The director”, or “MILESTONE-ALONE” has been reached", "C goes out if none of the others does",
		"proposed if more than 10 min have passed since inject 1 (stranger), and nobody did “Inform the regulator” (Brackwater Works)",
		"text B of inject 2 (call-back) (through “MILESTONE-ALONE”)", "When it goes out sets “MILESTONE-ALONE”",
		"NOTE-PERSONA", "MILESTONE-CUT cut action “Cut the pump house off” authority “Right of the house” of Brackwater Works",
		"OBJECTIVE-SPEED TASK-TOLD 1 Why:", "Shift engineer (works-shift) 1, 2 A, 2 B, 2 C, 3", "“ENDEX.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the book does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// TestTriggers: what a condition speaks of is named.
func TestTriggers(t *testing.T) {
	t.Parallel()
	for when, want := range map[string]string{
		`not delivered("stranger")`:               "proposed if inject 1 (stranger) was not delivered",
		`acted("cut-off", "works", "pump-house")`: "proposed if somebody did “Cut the pump house off” (Brackwater Works, “The pump house”)",
		`not acted("cut-off", "works-shift")`:     "proposed if nobody did “Cut the pump house off” (Shift engineer)",
		`answered("how-sure")`:                    "proposed if “How sure are you?” was answered",
		`not answered("who-decides", "director")`: "proposed if “Who decides tonight?” was not answered with “The director”",
		`phase("module-one")`:                     "proposed if it is “Module 1: the stranger”",
		`elapsed() >= "1h"`:                       "proposed if more than 1 h have passed since",
		`since("cut-off") > "10m"`:                "proposed if more than 10 min have passed since “Cut the pump house off”",
		`milestone("cut") and missed("stranger")`: "proposed if “MILESTONE-CUT” has been reached, and an action expected after inject 1 (stranger) was missed",
	} {
		file := string(readFile(t, small)) + "\n[[inject]]\nid = \"added\"\nchannel = \"email\"\nto = [\"everyone\"]\nsubject = \"ADDED\"\nwhen = '" + when + "'\n"
		src := scenarios.Source{FS: fstest.MapFS{"s.toml": {Data: []byte(file)}}, Name: "s.toml"}
		sc, problems := src.Load()
		if err := problems.Err(); err != nil {
			t.Errorf("%s: %v", when, err)
			continue
		}
		if text := theBook(t, sc); !strings.Contains(text, want) {
			t.Errorf("%s is not said as %q", when, want)
		}
	}
}
