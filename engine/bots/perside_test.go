package bots_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/scenarios"
	"parley/transcripts"
)

// perSide is a scenario of the library between sides who do not show each other
// their cards: a controller for each, and somebody at the first side's table who
// clears what crosses.
func perSide(t testing.TB, id string) *scenarios.Scenario {
	t.Helper()
	as, problems := scenarios.Open(id)
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	files := slices.Clone(as.Files)
	first := as.Sides[0].ID
	clears := as.Roles[slices.IndexFunc(as.Roles, func(r scenarios.Role) bool { return r.Side == first })].ID
	for i := range files {
		text := &files[i].Content
		*text = strings.Replace(*text, "\ncontrol = \"single\"\n", "\ncontrol = \"per-side\"\n", 1)
		if !strings.Contains(*text, "cleared-by") {
			*text = strings.Replace(*text, "[[side]]\nid = \""+first+"\"\n", "[[side]]\nid = \""+first+"\"\ncleared-by = \""+clears+"\"\n", 1)
		}
	}
	sc, problems := scenarios.LoadFiles(files)
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	if !engine.PerSide(sc) || sc.Sides[0].ClearedBy == "" {
		t.Fatalf("%s was not changed", id)
	}
	return sc
}

// Nothing of one side's deliberations is in the lead's or the other
// controller's view, nor in any player's of the other side, nor in the other
// side's copy of the record: not by any method of the view, for any id, at any
// moment, in any scenario of the library. What reaches a seat is taken from the
// events' audiences, and not from the engine's views; what must reach no other
// side, from the command that it was typed in.
func TestNothingOfASidesDeliberationsCrosses(t *testing.T) {
	n := few(3)
	for _, e := range scenarios.Library() {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			sc := perSide(t, e.ID)
			plan := engine.Prepare(sc)
			looked, kept := 0, 0
			for seed := range n {
				n, k := crossings(t, newMarked(t, plan, sc, seed), seed)
				looked, kept = looked+n, kept+k
			}
			t.Logf("%d telltales in %d views, each where it may be", kept, looked)
		})
	}
}

// crossings plays one exercise and looks at it at some moments; one seed in twenty
// is played to its end, and what each side takes home is looked at.
func crossings(t *testing.T, m *marked, seed uint64) (looked, kept int) {
	moments := []engine.Millis{7, 25}
	if seed%20 == 0 {
		moments = append(moments, 60, 120, 1000)
	}
	for i := range moments {
		at := moments[i] + engine.Millis(seed%7)
		for m.step(at * 60_000) {
		}
		seats := map[string]string{}
		for _, s := range engine.ControlSeats(m.x.Scenario()) {
			seats[s] = s
		}
		seats[engine.SeatControl] = "lead"
		roles := m.seats[len(seats):]
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
	if seed%20 == 0 {
		if m.x.Clock().Life != engine.Over {
			t.Errorf("seed %d: it does not end", seed)
		}
		for _, side := range m.sides {
			m.takenHome(side)
		}
	}
	return looked, kept
}

// takenHome looks at a side's copy of the record.
func (m *marked) takenHome(side string) {
	t := m.t
	path := filepath.Join(t.TempDir(), "evening.jsonl")
	file, err := transcripts.Create(path, transcripts.Options{Salts: transcripts.SeededSalts("evening")})
	if err != nil {
		t.Fatal(err)
	}
	header, err := engine.NewHeader(m.x, "test", 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	batch := [][]transcripts.Leaf{{}}
	for _, h := range header {
		batch[0] = append(batch[0], transcripts.Leaf{Audience: h.To, Content: h.Content})
	}
	for _, events := range m.lines {
		var leaves []transcripts.Leaf
		for i := range events {
			content, err := engine.Encode(&events[i])
			if err != nil {
				t.Fatal(err)
			}
			leaves = append(leaves, transcripts.Leaf{Audience: events[i].To, Content: content})
		}
		if leaves != nil {
			batch = append(batch, leaves)
		}
	}
	if _, err := file.Append(batch); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var home bytes.Buffer
	if err := transcripts.Export(&home, bytes.NewReader(whole), []string{side}, nil); err != nil {
		t.Fatal(err)
	}
	own, found := map[string]bool{}, 0
	for i := range m.events {
		for _, token := range m.tells[i] {
			own[token] = own[token] || reaches(side, m.events[i].To)
		}
	}
	for _, token := range m.find.FindAllString(home.String(), -1) {
		if may, known := own[token]; known && !may {
			t.Errorf("seed %d: the copy for %s has %s", m.x.Seed(), side, token)
		}
		found++
	}
	if found < 200 {
		t.Errorf("seed %d: the copy for %s has next to nothing in it", m.x.Seed(), side)
	}
}
