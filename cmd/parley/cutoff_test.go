package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCutOff resumes an exercise from many of its lines, as if it had been
// killed after each of them. Without a wall clock it goes at once, so that far
// more places can be tried than by killing: -cuts=9999 tries every line.
func TestCutOff(t *testing.T) {
	play := filepath.Join(t.TempDir(), "play.toml")
	write(t, play, []byte(cutPlay))
	for _, c := range []struct {
		name  string
		flags []string
	}{
		{"bots", []string{"--headless", "--rate", "max", "--bots", "all"}},
		{"play", []string{"--headless", "--rate", "max", "--bots", "control,alder-cyber,birch-cyber", "--play", play}},
	} {
		t.Run(c.name, func(t *testing.T) { cutOff(t, c.flags) })
	}
}

const cutPlay = `
[[step]]
t = "9m"
seat = "alder-prosecutor"
command = "message"
to = ["alder"]
text = "Who speaks to the press?"

[[step]]
t = "15m"
seat = "control"
command = "pause"

[[step]]
t = "15m"
seat = "control"
command = "note"
text = "Both sides are still reading."

[[step]]
t = "15m"
seat = "birch-procurator"
command = "ask-control"
text = "Are we still playing?"

[[step]]
t = "16m"
said = "14m"
how = "spoken"
seat = "alder-prosecutor"
command = "act"
text = "We wait."

[[step]]
t = "20m"
seat = "control"
command = "jump"
to = "25m"
`

func cutOff(t *testing.T, flags []string) {
	peace := filepath.Join(t.TempDir(), "peace.jsonl")
	ran := fine(t, inside(append([]string{"run", crashScenario, "--seed", crashSeed, "--transcript", peace}, flags...)...))
	if strings.Contains(ran.errOut, "refused") {
		t.Error(ran.errOut)
	}
	all := lines(read(t, peace))
	want := happened(t, read(t, peace))
	cuts := min(given(t, "cuts"), len(all)-1)
	at := together(t, all)
	at = at[:min(len(at), cuts)]
	for i := range cuts {
		at = append(at, 1+i*(len(all)-1)/cuts)
	}
	slices.Sort(at)
	for _, n := range slices.Compact(at) {
		t.Run(fmt.Sprintf("line-%04d", n), func(t *testing.T) {
			t.Parallel()
			path := another(t, bytes.Join(all[:n], nil))
			fine(t, inside(append([]string{"resume", path}, flags...)...))
			sameEvents(t, happened(t, read(t, path)), want)
			if v := inside("verify", path); v.code != exitFine {
				t.Error(v.errOut)
			}
		})
	}
}

// together are the numbers of lines, from 1, behind which a line of the same
// exercise time stands that the clock brought: what falls due there is due at
// the very time at which the exercise is taken up again.
func together(t *testing.T, all [][]byte) []int {
	t.Helper()
	var out []int
	last := int64(-1)
	for i, line := range all[1:] {
		var l struct {
			E []struct {
				C struct {
					T    int64
					Seat string
				}
			}
		}
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatal(err)
		}
		if first := l.E[0].C; first.T == last && first.Seat == "" {
			out = append(out, i+1)
		}
		last = l.E[0].C.T
	}
	if out == nil {
		t.Fatal("no two things fall due at the same time: nothing is tried here")
	}
	return out
}

// TestTorn damages the end of a transcript as a crash does, and reads what
// resuming says of it.
func TestTorn(t *testing.T) {
	peace := filepath.Join(t.TempDir(), "peace.jsonl")
	fine(t, inside("run", crashScenario, "--headless", "--bots", "all", "--seed", crashSeed, "--rate", crashRate, "--transcript", peace))
	whole := read(t, peace)
	all := lines(whole)
	want := happened(t, whole)
	some := bytes.Join(all[:900], nil)
	next := all[900]
	for _, c := range []struct{ name, tail, says string }{
		{"mid-line", string(next[:len(next)/2]), "breaks off in the middle"},
		{"newline-missing", string(next[:len(next)-1]), "breaks off in the middle"},
		{"garbage", "~~~ not a line\n", "can't be read"},
		{"zeros", strings.Repeat("\x00", 4096), "breaks off in the middle"},
		{"damaged", strings.Replace(string(next), `"c":{"k":"`, `"c":{"k":"x`, 1), "was changed after it was written"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := another(t, append(bytes.Clone(some), c.tail...))
			v := inside("verify", path)
			if v.code != exitFailed || !strings.Contains(v.errOut, "is not intact: line 901 ") || !strings.Contains(v.errOut, "resuming cuts it off") {
				t.Errorf("verify: exit code %d, %s", v.code, v.errOut)
			}
			r := fine(t, inside("resume", path, "--headless", "--rate", "max"))
			for _, say := range []string{"Line 901 ", c.says, fmt.Sprintf("It was cut off (%d bytes) and kept in %s.cut-1.", len(c.tail), path)} {
				if !strings.Contains(r.errOut, say) {
					t.Errorf("resume does not say %q:\n%s", say, r.errOut)
				}
			}
			if kept := read(t, path+".cut-1"); string(kept) != c.tail {
				t.Errorf("kept are %d bytes, not the %d cut off", len(kept), len(c.tail))
			}
			sameEvents(t, happened(t, read(t, path)), want)
			fine(t, inside("verify", path))
			t.Logf("resume: %s", first(r.errOut))
		})
	}
}

// TestNothingBegan is a transcript whose first line was never whole.
func TestNothingBegan(t *testing.T) {
	for name, b := range map[string]string{"empty": "", "half a header": `{"n":1,"p":"1a85`} {
		path := another(t, []byte(b))
		r := inside("resume", path, "--headless")
		if r.code != exitFailed || !strings.Contains(r.errOut, "can't be resumed") {
			t.Errorf("%s: exit code %d, %s", name, r.code, r.errOut)
		}
		if got := read(t, path); string(got) != b {
			t.Errorf("%s: the file was changed", name)
		}
		t.Logf("%s: %s", name, first(r.errOut))
	}
}
