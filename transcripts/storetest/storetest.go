// Package storetest is the suite that every implementation of transcripts.Store passes.
package storetest

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"parley/transcripts"
)

// A Maker makes the stores under test.
type Maker struct {
	// Create returns a new, empty store.
	Create func(t *testing.T) transcripts.Store
	// Reopen returns a store of what s held; the suite has closed s. Nil skips what needs it.
	Reopen func(t *testing.T, s transcripts.Store) transcripts.Store
}

// Run runs the suite.
func Run(t *testing.T, m Maker) {
	t.Run("empty", func(t *testing.T) { testEmpty(t, m) })
	t.Run("append and read", func(t *testing.T) { testAppend(t, m) })
	t.Run("read while appending", func(t *testing.T) { testReadWhileAppending(t, m) })
	t.Run("many writers", func(t *testing.T) { testManyWriters(t, m) })
	t.Run("refused batch breaks the store", func(t *testing.T) { testRefused(t, m) })
	t.Run("blank", func(t *testing.T) { testBlank(t, m) })
	t.Run("blank what is not expunged", func(t *testing.T) { testBlankUnrecorded(t, m) })
	t.Run("closed", func(t *testing.T) { testClosed(t, m) })
	if m.Reopen != nil {
		t.Run("reopen", func(t *testing.T) { testReopen(t, m) })
	}
}

// Leaf returns a leaf that the store draws a salt for.
func Leaf(content string, audience ...string) transcripts.Leaf {
	return transcripts.Leaf{Audience: audience, Content: []byte(content)}
}

// Expunge returns a leaf that expunges events.
func Expunge(audience string, events ...int) transcripts.Leaf {
	list := fmt.Sprint(events[0])
	for _, e := range events[1:] {
		list += fmt.Sprint(",", e)
	}
	return Leaf(`{"k":"expunged","t":9,"b":{"leaves":[`+list+`],"by":"control-alder"}}`, audience)
}

func header() []transcripts.Leaf {
	return []transcripts.Leaf{
		Leaf(`{"k":"header","b":{"seed":"7"}}`, "all"),
		Leaf(`{"k":"scenario","b":{"text":"…"}}`, "control/alder", "control/birch", "lead"),
	}
}

func say(i int) []transcripts.Leaf {
	return []transcripts.Leaf{Leaf(fmt.Sprintf(`{"k":"said","i":%d}`, i), "alder", "control/alder")}
}

// Collect returns the lines of a store.
func Collect(t *testing.T, s transcripts.Store) []transcripts.Line {
	t.Helper()
	var lines []transcripts.Line
	for l, err := range s.Lines() {
		if err != nil {
			t.Fatalf("Lines: %v", err)
		}
		lines = append(lines, l)
	}
	return lines
}

func mustAppend(t *testing.T, s transcripts.Store, want int, batch ...[]transcripts.Leaf) {
	t.Helper()
	last, err := s.Append(batch)
	if err != nil {
		t.Fatalf("Append: %v", err)
	}
	if last != want {
		t.Fatalf("Append returned line %d, want %d", last, want)
	}
}

func mustClose(t *testing.T, s transcripts.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
}

func testEmpty(t *testing.T, m Maker) {
	s := m.Create(t)
	if lines := Collect(t, s); len(lines) != 0 {
		t.Fatalf("a new store has %d lines", len(lines))
	}
	mustAppend(t, s, 0)
	mustClose(t, s)
}

func testAppend(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustAppend(t, s, 4, say(1), say(2), []transcripts.Leaf{say(3)[0], Leaf(`{"k":"tick"}`, "all")})
	mustAppend(t, s, 4)
	mustAppend(t, s, 5, say(4))
	lines := Collect(t, s)
	if len(lines) != 5 {
		t.Fatalf("%d lines, want 5", len(lines))
	}
	firsts, marks := []int{0, 1, 2, 3, 5}, []int{0, 1, 1, 1, 4}
	for i, l := range lines {
		if l.N != i+1 || l.First != firsts[i] || l.Durable != marks[i] {
			t.Errorf("line %d: N %d, First %d, Durable %d; want First %d, Durable %d", i+1, l.N, l.First, l.Durable, firsts[i], marks[i])
		}
		if i > 0 && l.Prev != lines[i-1].Hash {
			t.Errorf("line %d does not follow on the one before", l.N)
		}
	}
	leaf := lines[3].Leaves[1]
	if string(leaf.Content) != `{"k":"tick"}` || !slices.Equal(leaf.Audience, []string{"all"}) || len(leaf.Salt) != transcripts.SaltSize {
		t.Errorf("leaf came back as %q for %v with salt %x", leaf.Content, leaf.Audience, leaf.Salt)
	}
	mustClose(t, s)
}

func testReadWhileAppending(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustAppend(t, s, 2, say(1))
	n := 0
	for _, err := range s.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		n++
		mustAppend(t, s, 2+n, say(n))
	}
	if n != 2 {
		t.Errorf("read %d lines, want the 2 that were there when reading began", n)
	}
	mustClose(t, s)
}

func testManyWriters(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	var wg sync.WaitGroup
	errs := make(chan error, 80)
	for w := range 8 {
		wg.Go(func() {
			for i := range 10 {
				_, err := s.Append([][]transcripts.Leaf{say(100*w + i)})
				errs <- err
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	if lines := Collect(t, s); len(lines) != 81 {
		t.Errorf("%d lines, want 81", len(lines))
	}
	mustClose(t, s)
}

func testRefused(t *testing.T, m Maker) {
	bad := map[string][]transcripts.Leaf{
		"no leaf":            {},
		"no audience":        {Leaf(`{}`)},
		"unsorted audience":  {Leaf(`{}`, "birch", "alder")},
		"repeated audience":  {Leaf(`{}`, "alder", "alder")},
		"strange audience":   {Leaf(`{}`, "Alder")},
		"no content":         {Leaf(``, "all")},
		"not an object":      {Leaf(`[]`, "all")},
		"white space":        {Leaf(`{"a": 1}`, "all")},
		"name twice":         {Leaf(`{"a":1,"a":2}`, "all")},
		"bad UTF-8":          {Leaf("{\"a\":\"\xff\"}", "all")},
		"half a surrogate":   {Leaf(`{"a":"\ud800"}`, "all")},
		"more than an event": {Leaf(`{}}`, "all")},
		"short salt":         {{Audience: []string{"all"}, Salt: []byte("short"), Content: []byte(`{}`)}},
		"future expunged":    {Expunge("all", 2)},
		"itself expunged":    {Expunge("all", 1)},
		"header expunged":    {Expunge("all", 0)},
	}
	for name, leaves := range bad {
		t.Run(name, func(t *testing.T) {
			s := m.Create(t)
			mustAppend(t, s, 1, header())
			_, err := s.Append([][]transcripts.Leaf{leaves})
			if err == nil {
				t.Fatal("accepted")
			}
			if _, again := s.Append([][]transcripts.Leaf{say(1)}); again == nil || again.Error() != err.Error() {
				t.Errorf("then got %v, want the same error for good: %v", again, err)
			}
			if again := s.Close(); again == nil || again.Error() != err.Error() {
				t.Errorf("Close gave %v, want %v", again, err)
			}
		})
	}
}

func testBlank(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustAppend(t, s, 4, say(1), say(2), []transcripts.Leaf{Leaf(`{"k":"tick"}`, "all"), say(3)[0]})
	expunging := Expunge("x", 1, 4)
	expunging.Audience = say(0)[0].Audience
	mustAppend(t, s, 5, []transcripts.Leaf{expunging})
	before := Collect(t, s)
	if err := s.Blank([]int{1, 4}); err != nil {
		t.Fatal(err)
	}
	if err := s.Blank([]int{4}); err != nil {
		t.Fatalf("blanking again: %v", err)
	}
	mustAppend(t, s, 6, say(5))
	after := Collect(t, s)
	for i, l := range before {
		if after[i].Hash != l.Hash {
			t.Errorf("the hash of line %d has changed", l.N)
		}
		for k, leaf := range after[i].Leaves {
			event := l.First + k
			gone := i > 0 && (event == 1 || event == 4)
			if gone != (leaf.Content == nil) {
				t.Errorf("event %d: content %q", event, leaf.Content)
			}
		}
	}
	mustClose(t, s)
}

func testBlankUnrecorded(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustAppend(t, s, 2, say(1))
	if err := s.Blank([]int{1}); err == nil {
		t.Error("blanked what no expunging names")
	}
	mustAppend(t, s, 3, say(2))
	mustClose(t, s)
}

func testClosed(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustClose(t, s)
	mustClose(t, s)
	if _, err := s.Append([][]transcripts.Leaf{say(1)}); !errors.Is(err, transcripts.ErrClosed) {
		t.Errorf("Append after Close: %v", err)
	}
	if err := s.Blank([]int{1}); !errors.Is(err, transcripts.ErrClosed) {
		t.Errorf("Blank after Close: %v", err)
	}
	for _, err := range s.Lines() {
		if !errors.Is(err, transcripts.ErrClosed) {
			t.Errorf("Lines after Close: %v", err)
		}
	}
}

func testReopen(t *testing.T, m Maker) {
	s := m.Create(t)
	mustAppend(t, s, 1, header())
	mustAppend(t, s, 3, say(1), say(2))
	before := Collect(t, s)
	mustClose(t, s)
	s = m.Reopen(t, s)
	mustAppend(t, s, 4, say(3))
	after := Collect(t, s)
	for i, l := range before {
		if after[i].Hash != l.Hash {
			t.Errorf("line %d has changed", l.N)
		}
	}
	if after[3].Prev != before[2].Hash || after[3].Durable != 3 {
		t.Errorf("line 4 follows on %s and calls line %d durable", after[3].Prev, after[3].Durable)
	}
	mustClose(t, s)
}
