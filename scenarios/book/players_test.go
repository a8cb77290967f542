package book_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/scenarios"
	"parley/scenarios/book"
)

// emptied is a scenario without anything that is control's.
func emptied(sc *scenarios.Scenario) *scenarios.Scenario {
	sc.Summary, sc.Objectives, sc.Practice = nil, nil, nil
	for i := range sc.Phases {
		for j := range sc.Phases[i].Segments {
			s := &sc.Phases[i].Segments[j]
			s.Note = nil
			for k := range s.Questions {
				s.Questions[k].Note = nil
				emptiedOptions(s.Questions[k].Options)
			}
		}
	}
	for i := range sc.Injects {
		in := &sc.Injects[i]
		in.Category, in.When, in.WhenText, in.Auto, in.Repeat = scenarios.CategoryInject, nil, "", false, false
		in.Note, in.Expects, in.Sets, in.Clears = nil, nil, nil, nil
		for j := range in.Alternatives {
			in.Alternatives[j].When, in.Alternatives[j].WhenText = nil, ""
		}
		for j := range in.Questions {
			emptiedOptions(in.Questions[j].Options)
		}
	}
	for i := range sc.Actions {
		a := &sc.Actions[i]
		a.Takes, a.Result, a.Yields, a.Sets, a.Clears = 0, "", nil, nil, nil
	}
	for i := range sc.Milestones {
		sc.Milestones[i].Set = !sc.Milestones[i].Set
	}
	for i := range sc.Personas {
		sc.Personas[i].Note = nil
	}
	sc.Evidence = nil
	return sc
}

func emptiedOptions(all []scenarios.Option) {
	for i := range all {
		all[i].Sets, all[i].Clears = nil, nil
	}
}

// TestPlayersHaveNothingOfControls: the players' papers are the same to the
// byte if nothing of control's is in the scenario.
func TestPlayersHaveNothingOfControls(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		for _, lang := range []string{"en", "zh"} {
			opt := book.Options{Lang: lang, Only: players()}
			if printed(t, load(t, name), opt) != printed(t, emptied(load(t, name)), opt) {
				t.Errorf("%s, %s: something of control's is in the players' papers", name, lang)
			}
		}
	}
}

// TestPlayersReadNoNote looks for control's words themselves, and for the ids
// of injects, which often tell what is to come.
func TestPlayersReadNoNote(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		sc := load(t, name)
		var text strings.Builder
		for _, p := range read(t, printed(t, sc, book.Options{Only: players()})) {
			text.WriteString(p.text + "\n" + p.id + "\n")
		}
		never := func(what, s string) {
			if s = strings.Join(strings.Fields(s), " "); s != "" && strings.Contains(text.String(), s) {
				t.Errorf("%s: the players' papers hold %s: %s", name, what, s)
			}
		}
		for i := range sc.Injects {
			in := &sc.Injects[i]
			never("a condition", in.WhenText)
			first, _, _ := strings.Cut(in.Note.In("en"), ".")
			never("a note", first)
			if strings.Contains(in.ID, "-") {
				never("the id of an inject", in.ID)
			}
			for _, e := range in.Expects {
				never("a note on what is expected", e.Note.In("en"))
			}
			for _, a := range in.Alternatives {
				never("a condition", a.WhenText)
			}
		}
		for _, o := range sc.Objectives {
			never("an objective", o.Title.In("en"))
			for _, task := range o.Tasks {
				never("a critical task", task.Title.In("en"))
			}
		}
	}
}

// TestEnvelopes: each inject lies before each of its addressees, once for each
// of its texts, and before nobody else.
func TestEnvelopes(t *testing.T) {
	t.Parallel()
	for _, name := range all() {
		sc := load(t, name)
		var want, got []string
		for _, r := range sc.Roles {
			for _, in := range sc.Injects {
				texts := len(in.Alternatives)
				if texts > 0 && in.Content.Body != nil {
					texts++
				}
				for i := range max(texts, 1) {
					code := ""
					if texts > 0 {
						code = string(rune('A' + i))
					}
					if slices.Contains(in.Roles, r.ID) {
						want = append(want, fmt.Sprintf("e-%s-%d%s", r.ID, in.Number, code))
					}
				}
			}
		}
		for _, p := range read(t, printed(t, sc, book.Options{Only: []book.Part{book.Envelopes}})) {
			if p.class == "sheet envelope" {
				got = append(got, p.id)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the envelopes are\n%v\nnot\n%v", name, got, want)
		}
	}
}

// sheetOf finds one sheet of the small scenario.
func sheetOf(t *testing.T, sheets []paper, id string) paper {
	t.Helper()
	i := slices.IndexFunc(sheets, func(p paper) bool { return p.id == id })
	if i < 0 {
		t.Fatalf("there is no sheet %s", id)
	}
	return sheets[i]
}

func holds(t *testing.T, p paper, want ...string) {
	t.Helper()
	for _, s := range want {
		if !strings.Contains(p.text, s) {
			t.Errorf("%s does not say %q:\n%s", p.id, s, p.text)
		}
	}
}

func TestEnvelope(t *testing.T) {
	t.Parallel()
	sheets := read(t, printed(t, load(t, small), book.Options{}))
	e := sheetOf(t, sheets, "e-works-shift-1")
	if e.head != "EXERCISE For Shift engineer only WORKS ONLY" {
		t.Errorf("it is headed %q", e.head)
	}
	holds(t, e, "Inject 1", "Planned for T+00:06:30.", "From Night desk", "To Shift engineer, Director of the works",
		"A stranger in the network", "See [the page](https://example.example/x) and <b>call</b>.", "Say what you cut off.", "Within 10 min",
		"Attached: addresses.txt", "192.0.2.1 seen <twice>", "How sure are you?", "Tick a number. 1 2 3 4 5")
	label, _, _ := strings.Cut(e.text, "Fold the part above")
	for _, inside := range []string{"stranger", "Night desk", "cut off", "email"} {
		if strings.Contains(label, inside) {
			t.Errorf("the label says %q: %s", inside, label)
		}
	}
	holds(t, sheetOf(t, sheets, "e-works-shift-2A"), "Inject 2 A", "OWN-SUBJECT", "CUT-BODY", "Control says this aloud.", "A caller from the network firm", "Planned for T+00:11:30.")
	holds(t, sheetOf(t, sheets, "e-works-shift-2B"), "ALONE-SUBJECT", "OWN-BODY", "ALONE-ASK")
	holds(t, sheetOf(t, sheets, "e-works-shift-2C"), "OWN-SUBJECT", "OWN-BODY")
	if p := sheetOf(t, sheets, "e-office-officer-3"); strings.Contains(p.text, "Planned") {
		t.Errorf("nobody knows when this comes: %s", p.text)
	}
}

func TestRoleCard(t *testing.T) {
	t.Parallel()
	sheets := read(t, printed(t, load(t, small), book.Options{Only: []book.Part{book.Roles}}))
	holds(t, sheetOf(t, sheets, "r-works-shift"), "BRIEFING-SHIFT", "scribe of your side", "Decides in your absence Director of the works (works-director)",
		"Clears what you show to another side Director of the works", "nobody: ask control", "Cut the pump house off", "Inform the regulator",
		"Right of the house Waterworks Order, s. 4 The shift may cut off what harms the plant.", "permits Cut the pump house off",
		"reaches what belongs to your side", "only if inject 1 was delivered, and “MILESTONE-CUT” has not been reached",
		"approval by Director of the works (works-director) · holds for 2 days", "effect lasts 1 h 30 min", "from 1 January 2020 before 1 January 2030")
	holds(t, sheetOf(t, sheets, "r-works-director"), "You approve Right of the house (asked by Control room)", "You clear what your side shows", "in the absence of Shift engineer")
	if p := sheetOf(t, sheets, "r-office-officer"); strings.Contains(p.text, "Right of the house") || !strings.Contains(p.text, "legal adviser of your side") {
		t.Errorf("the other side's card: %s", p.text)
	}
	slips := 0
	for _, p := range sheets {
		if p.class == "sheet slips" {
			slips++
			if n := strings.Count(p.text, "We do …"); n != 4 {
				t.Errorf("%d slips on a sheet", n)
			}
		}
	}
	if slips != 3 {
		t.Errorf("%d sheets of slips for three roles", slips)
	}
}

// TestSides: what one side alone may read is on its own sheets only.
func TestSides(t *testing.T) {
	t.Parallel()
	for _, p := range read(t, printed(t, load(t, small), book.Options{Only: players()})) {
		for secret, whom := range map[string]string{"BRIEFING-WORKS": "Brackwater Works", "BRIEFING-OFFICE": "Office for Networks", "What do you tell the public?": "Office for Networks"} {
			if strings.Contains(p.text, secret) && p.head != "EXERCISE For "+whom+" only INTERNAL" {
				t.Errorf("%s stands on a sheet headed %s", secret, p.head)
			}
		}
	}
}

// TestOneRole: what is printed for a role is what it may have.
func TestOneRole(t *testing.T) {
	t.Parallel()
	sc := load(t, small)
	for _, p := range read(t, printed(t, sc, book.Options{Role: "works-shift"})) {
		for _, head := range []string{"For everyone", "For Brackwater Works only", "For Shift engineer only"} {
			p.head = strings.ReplaceAll(p.head, head, "")
		}
		if strings.Contains(p.head, "For") || strings.Contains(p.head, "CONTROL") {
			t.Errorf("a sheet is headed %s", p.head)
		}
	}
	for _, opt := range []book.Options{{Role: "nobody"}, {Only: []book.Part{"bok"}}, {Only: []book.Part{book.Book}, Role: "works-shift"}} {
		if _, err := book.Print(&strings.Builder{}, sc, opt); err == nil {
			t.Errorf("%+v: no error", opt)
		}
	}
}
