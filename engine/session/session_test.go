package session_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"parley/engine"
	"parley/engine/bots"
	"parley/engine/session"
	"parley/scenarios"
	"parley/transcripts"
)

// memory is a store that keeps lines in memory and can be made to wait or to
// fail.
type memory struct {
	mu     sync.Mutex
	lines  []transcripts.Line
	gate   chan struct{} // if not nil, Append waits for it
	broken error
}

func (m *memory) Append(batch [][]transcripts.Leaf) (int, error) {
	if m.gate != nil {
		<-m.gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.broken != nil {
		return 0, m.broken
	}
	for _, leaves := range batch {
		m.lines = append(m.lines, transcripts.Line{N: len(m.lines) + 1, Leaves: append([]transcripts.Leaf(nil), leaves...)})
	}
	return len(m.lines), nil
}

func (m *memory) Lines() iter.Seq2[transcripts.Line, error] {
	return func(yield func(transcripts.Line, error) bool) {
		for _, l := range m.lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func (m *memory) Blank([]int) error { return nil }
func (m *memory) Close() error      { return nil }

func quietLathe(t testing.TB) *scenarios.Scenario {
	t.Helper()
	sc, problems := scenarios.Open("quiet-lathe")
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	return sc
}

func begin(t testing.TB, store transcripts.Store, seats ...string) (*session.Record, *bots.Driver) {
	t.Helper()
	x := engine.New(quietLathe(t), 7)
	rec, err := session.Begin(x, store, "test", 0, seats)
	if err != nil {
		t.Fatal(err)
	}
	return rec, bots.NewDriver(x, seats, nil)
}

func everyone(sc *scenarios.Scenario) []string {
	seats := []string{engine.SeatControl}
	for i := range sc.Roles {
		seats = append(seats, sc.Roles[i].ID)
	}
	return seats
}

// played lists what happened, without wall times and what only a running clock
// leaves.
func played(t testing.TB, lines []transcripts.Line) []string {
	t.Helper()
	var out []string
	for _, l := range lines[1:] {
		for _, leaf := range l.Leaves {
			e, err := engine.Decode(leaf.Audience, leaf.Content)
			if err != nil {
				t.Fatal(err)
			}
			switch e.Body.Kind() {
			case "marked", "paused", "resumed", "reopened":
				continue
			}
			e.Wall = 0
			content, err := engine.Encode(&e)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprint(leaf.Audience, string(content)))
		}
	}
	return out
}

func wantSame(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("event %d differs:\n got %s\nwant %s", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d events, want %d", len(got), len(want))
	}
}

// Three hours with nineteen bots at rate 1 on a wall clock leave the same
// events at the same t as the same exercise as fast as it goes.
func TestALiveExerciseIsTheOneAtRateMax(t *testing.T) {
	fast := &memory{}
	rec, driver := begin(t, fast, everyone(quietLathe(t))...)
	driver.Refused = func(c engine.Command, err error) { t.Errorf("refused %s %+v: %v", c.Seat, c.Op, err) }
	if err := session.Run(context.Background(), rec, driver, nil); err != nil {
		t.Fatal(err)
	}
	want := played(t, fast.lines)
	if rec.X.Clock().Life != engine.Over || len(want) < 1000 {
		t.Fatalf("at rate max: %s after %d events", rec.X.Clock().Life, len(want))
	}
	synctest.Test(t, func(t *testing.T) {
		live := &memory{}
		rec, driver := begin(t, live, everyone(quietLathe(t))...)
		s := session.Open(rec, driver, "", time.Now)
		changed, cancel := s.Watch(engine.SeatControl)
		defer cancel()
		for range changed {
			if v, _ := s.View(engine.SeatControl); v.Clock().Life == engine.Over {
				break
			}
		}
		s.Close()
		wantSame(t, played(t, live.lines), want)
	})
}

// Cut off after any line and taken up again, the exercise comes out the same.
func TestAResumedExerciseIsTheOneThatWasNotCutOff(t *testing.T) {
	whole := &memory{}
	seats := everyone(quietLathe(t))
	rec, driver := begin(t, whole, seats...)
	if err := session.Run(context.Background(), rec, driver, nil); err != nil {
		t.Fatal(err)
	}
	want := played(t, whole.lines)
	for cut := 2; cut < len(whole.lines); cut += len(whole.lines)/20 + 1 {
		part := &memory{lines: append([]transcripts.Line(nil), whole.lines[:cut]...)}
		rec, err := session.Load(part.Lines(), part)
		if err != nil {
			t.Fatal(err)
		}
		if err := rec.Give(engine.Command{Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Reopen{Rules: engine.Rules}}); err != nil {
			t.Fatal(err)
		}
		if l := rec.X.Clock().Life; l == engine.Running {
			t.Fatalf("cut after line %d it came up %s", cut, l)
		}
		if err := session.Run(context.Background(), rec, bots.NewDriver(rec.X, seats, nil), nil); err != nil {
			t.Fatal(err)
		}
		wantSame(t, played(t, part.lines), want)
	}
}

// What is not on disk yet, nobody has seen and nobody was told.
func TestNothingIsSeenBeforeItIsOnDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		rec, driver := begin(t, store)
		s := session.Open(rec, driver, "", time.Now)
		defer s.Close()
		store.gate = make(chan struct{})
		answered := false
		go func() {
			_, err := s.Do(context.Background(), engine.Command{Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Start{}})
			answered = err == nil
		}()
		synctest.Wait()
		if v, _ := s.View(engine.SeatControl); answered || v.Clock().Life != engine.Planned || s.Now() != 0 {
			t.Error("seen or answered before it is on disk")
		}
		close(store.gate)
		synctest.Wait()
		if v, _ := s.View(engine.SeatControl); !answered || v.Clock().Life != engine.Running {
			t.Error("not seen or answered afterwards")
		}
	})
}

func TestARecordThatCantBeWrittenEndsTheSession(t *testing.T) {
	store := &memory{}
	rec, driver := begin(t, store)
	s := session.Open(rec, driver, "here.jsonl", time.Now)
	store.mu.Lock()
	store.broken = errors.New("no space left")
	store.mu.Unlock()
	start := engine.Command{Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Start{}}
	for range 2 {
		_, err := s.Do(context.Background(), start)
		if err == nil || !strings.Contains(err.Error(), "parley resume here.jsonl") {
			t.Errorf("it says %v", err)
		}
	}
	<-s.Done()
	if v, _ := s.View(engine.SeatControl); v.Clock().Life != engine.Planned {
		t.Error("what was not written is seen")
	}
	s.Close()
}

// A clock that nothing happens on is marked, so that a crash loses at most
// five seconds of it.
func TestTheClockIsMarkedEveryFiveSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		rec, driver := begin(t, store)
		s := session.Open(rec, driver, "", time.Now)
		if _, err := s.Do(context.Background(), engine.Command{Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Start{}}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(21 * time.Second)
		s.Close()
		again, err := session.Load(store.Lines(), store)
		if err != nil {
			t.Fatal(err)
		}
		if got := again.X.Clock().T; got < 16_000 || got > 21_000 {
			t.Errorf("after 21 s the record knows of T+%d ms", got)
		}
	})
}

// An expunged text is gone from the file, which still verifies and resumes.
func TestExpungedTextIsGoneFromTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	file, err := transcripts.Create(path, transcripts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rec, driver := begin(t, file)
	s := session.Open(rec, driver, path, time.Now)
	give := func(seat string, op engine.Op) string {
		t.Helper()
		a, err := s.Do(context.Background(), engine.Command{Seat: seat, Said: engine.SaidNow, Op: op})
		if err != nil {
			t.Fatal(err)
		}
		return a.Ref
	}
	give(engine.SeatControl, engine.Start{})
	act := give("alder-cyber", engine.Act{Text: "ask the witness Jane Roe"})
	give("alder-cyber", engine.Disclose{Item: act, To: []string{"birch"}})
	give(engine.SeatControl, engine.Expunge{Texts: []string{"alder-t1"}, Reason: "a real name"})
	s.Close()
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := transcripts.VerifyFile(path)
	if err != nil || report.Expunged != 2 || len(report.Unblanked) != 0 {
		t.Errorf("verify: %v, %+v", err, report)
	}
	again, recovery, err := transcripts.Open(path, transcripts.Options{})
	if err != nil || recovery != nil {
		t.Fatal(err, recovery)
	}
	defer again.Close()
	folded, err := session.Load(again.Lines(), again)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines(t, again) {
		if strings.Contains(l, "Jane Roe") {
			t.Errorf("still there: %s", l)
		}
	}
	v, _ := folded.X.View("birch-cyber")
	if _, ok := v.Text(v.Showings()[0].Text); ok {
		t.Error("birch still reads it")
	}
	// The next text does not take the number of one that is gone.
	if err := folded.Give(engine.Command{Seat: "alder-cyber", Said: engine.SaidNow, Op: engine.Act{Text: "something else"}}); err != nil {
		t.Fatal(err)
	}
	w, _ := folded.X.View("alder-cyber")
	if a := w.ActionAt(1); a.Text == "alder-t1" || a.Text == "alder-t2" {
		t.Errorf("the new text is %s again", a.Text)
	}
}

func lines(t *testing.T, f *transcripts.File) []string {
	t.Helper()
	var out []string
	for l, err := range f.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		for _, leaf := range l.Leaves {
			out = append(out, string(leaf.Content))
		}
	}
	return out
}

// The transcript of each version there was is folded by this one, and says the
// same: each of its events, written again, is what stands in it.
func TestEveryVersionsTranscriptIsStillUnderstood(t *testing.T) {
	paths, err := filepath.Glob("../../transcripts/testdata/v*.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var all []transcripts.Line
		for l, err := range transcripts.Lines(f) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, l)
		}
		rec, err := session.Load((&memory{lines: all}).Lines(), nil)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if rec.X.Clock().Life != engine.Over {
			t.Errorf("%s: it ends %s", path, rec.X.Clock().Life)
		}
		for _, l := range all[1:] {
			for _, leaf := range l.Leaves {
				if leaf.Content == nil {
					continue
				}
				e, err := engine.Decode(leaf.Audience, leaf.Content)
				if err != nil {
					t.Fatal(err)
				}
				again, err := engine.Encode(&e)
				if err != nil || string(again) != string(leaf.Content) {
					t.Errorf("%s line %d: %v\n reads  %s\n writes %s", path, l.N, err, leaf.Content, again)
				}
			}
		}
	}
}

// A play file that says start sets a live exercise going, with nobody at
// control.
func TestAPlayFileStartsALiveExercise(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		x := engine.New(quietLathe(t), 7)
		rec, err := session.Begin(x, &memory{}, "test", 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		script := []engine.Command{{Seat: engine.SeatControl, By: "ana", Said: engine.SaidNow, Op: engine.Start{}}}
		s := session.Open(rec, bots.NewDriver(x, nil, script), "x", time.Now)
		defer s.Close()
		time.Sleep(time.Minute)
		v, _ := s.View(engine.SeatControl)
		if c := v.Clock(); c.Life != engine.Running || s.Now() != 60_000 {
			t.Errorf("%v at %d, want it to run for a minute", c.Life, s.Now())
		}
	})
}
