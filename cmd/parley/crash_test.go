package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/transcripts"
)

// The exercise that is killed: three hours in about three seconds.
const (
	crashScenario = "quiet-lathe"
	crashSeed     = "7"
	crashRate     = "4000"
)

// happened lists the events of a transcript in order, each with its audience
// and all that it says but the wall time, and without those that say how the
// host went about it: marks of the clock, pauses, who took a seat when.
func happened(t *testing.T, transcript []byte) []string {
	t.Helper()
	var out []string
	for line, err := range transcripts.Lines(bytes.NewReader(transcript)) {
		if err != nil {
			t.Fatal(err)
		}
		for _, leaf := range line.Leaves {
			var content map[string]any
			d := json.NewDecoder(bytes.NewReader(leaf.Content))
			d.UseNumber()
			if err := d.Decode(&content); err != nil {
				t.Fatalf("line %d: %v", line.N, err)
			}
			switch content["k"] {
			case "marked", "paused", "resumed", "reopened", "rate-set", "joined", "left":
				continue
			}
			delete(content, "w")
			text, err := json.Marshal(content)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprintf("%v %s", leaf.Audience, text))
		}
	}
	return out
}

// sameEvents compares what happened in two exercises, and shows where they
// part.
func sameEvents(t *testing.T, got, want []string) {
	t.Helper()
	short := func(s string) string { return s[:min(len(s), 600)] }
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("after %d events there are no more; missing first:\n%s", i, short(want[i]))
		case i >= len(want):
			t.Fatalf("after %d events there are %d too many; first:\n%s", i, len(got)-i, short(got[i]))
		case got[i] != want[i]:
			var before strings.Builder
			for _, e := range want[max(0, i-3):i] {
				fmt.Fprintf(&before, "   same %s\n", short(e))
			}
			t.Fatalf("event %d differs:\n%s    got %s\nunkilled %s", i+1, before.String(), short(got[i]), short(want[i]))
		}
	}
}

// unkilled runs the exercise in peace.
func unkilled(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "peace.jsonl")
	fine(t, parley(t, "run", crashScenario, "--headless", "--bots", "all", "--seed", crashSeed, "--rate", crashRate, "--transcript", path))
	return read(t, path)
}

// killedAt starts a command line and kills it as soon as the transcript has
// reached a size. It reports false if the command ended by itself before.
func killedAt(t *testing.T, path string, size int64, args ...string) bool {
	t.Helper()
	var errOut bytes.Buffer
	c := exec.CommandContext(t.Context(), "parley", args...)
	c.Stderr = &errOut
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for {
		if info, err := os.Stat(path); err == nil && info.Size() >= size {
			if err := c.Process.Kill(); err != nil {
				t.Logf("killed too late: %v", err)
			}
			return <-ended != nil
		}
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("%v: %v\n%s", args, err, errOut.String())
			}
			return false
		case <-time.After(100 * time.Microsecond): // until it has grown
		}
	}
}

// TestKilled kills an exercise at random moments, and some of the resumed ones
// again. In the end the record has to hold what it would have held otherwise.
// go test ./cmd/parley -run TestKilled -v -kills=50 is the long form.
func TestKilled(t *testing.T) {
	peace := unkilled(t)
	want := happened(t, peace)
	rest := given(t, "kills")
	r := rand.New(rand.NewPCG(7, 7))
	for round := 1; rest > 0; round++ {
		n := min(rest, 1+r.IntN(3))
		rest -= n
		at := make([]float64, n)
		for i := range at {
			at[i] = r.Float64()
		}
		t.Run(fmt.Sprintf("round-%02d", round), func(t *testing.T) {
			t.Parallel()
			killedAndResumed(t, int64(len(lines(peace)[0])), int64(len(peace)), at, want)
		})
	}
}

func killedAndResumed(t *testing.T, header, whole int64, at []float64, want []string) {
	path := filepath.Join(t.TempDir(), "exercise.jsonl")
	args := []string{"run", crashScenario, "--headless", "--bots", "all", "--seed", crashSeed, "--rate", crashRate, "--transcript", path}
	resume := []string{"resume", path, "--headless", "--bots", "all", "--rate", crashRate}
	var story []string
	from := header
	for _, part := range at {
		size := from + int64(part*float64(whole-from))
		if !killedAt(t, path, size, args...) {
			story = append(story, "ended before it could be killed")
			args = resume
			break
		}
		before := read(t, path)
		story = append(story, fmt.Sprintf("killed with %d lines, %d bytes", bytes.Count(before, []byte("\n")), len(before)))
		defer func() {
			whole := before[:bytes.LastIndexByte(before, '\n')+1]
			if !bytes.HasPrefix(read(t, path), whole) {
				t.Error("a line that stood in the file when it was killed is not there any more")
			}
		}()
		from, args = int64(len(before)), resume
	}
	ended := fine(t, parley(t, args...))
	sameEvents(t, happened(t, read(t, path)), want)
	v := fine(t, parley(t, "verify", path))
	if !strings.Contains(v.out, ", intact.\n") {
		t.Errorf("verify: %s", v.out)
	}
	t.Logf("%s; then %s  %d events as in the unkilled run; %s", strings.Join(story, "; "), first(ended.out), len(want), first(v.out[strings.LastIndex(v.out, ".jsonl: ")+8:]))
}

func first(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
