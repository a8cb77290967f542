package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// tampered is one way of doing something to a transcript, and what verify and
// resume have to say of it.
type tampered struct {
	what   string
	do     func(all [][]byte) []byte
	verify int    // its exit code
	line   int    // that both name; 0 if none
	says   string // in verify's words
	resume int    // its exit code
}

// victim is the line that is damaged; later lines say that it was durable.
const victim = 701

// changed changes one byte of the victim: the one at offset off from the first
// place where mark stands.
func changed(mark string, off int) func(all [][]byte) []byte {
	return func(all [][]byte) []byte {
		return join(all[:victim-1], [][]byte{flip(all[victim-1], mark, off)}, all[victim:])
	}
}

// flip changes one byte into another of the same kind.
func flip(line []byte, mark string, off int) []byte {
	line = bytes.Clone(line)
	at := bytes.Index(line, []byte(mark)) + off
	if at < off {
		panic(fmt.Sprintf("there is no %s in %s", mark, line))
	}
	switch c := line[at]; {
	case c == '9':
		line[at] = '8'
	case c >= '0' && c < '9':
		line[at]++
	case c == 'f':
		line[at] = 'e'
	default:
		line[at] ^= 3
	}
	return line
}

func join(parts ...[][]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, bytes.Join(p, nil)...)
	}
	return out
}

func tampering() []tampered {
	one := func(what, mark string, off int, says string) tampered {
		return tampered{"one byte of " + what, changed(mark, off), 1, victim, says, 1}
	}
	return []tampered{
		{"nothing", func(all [][]byte) []byte { return join(all) }, 0, 0, "intact", 0},
		one("n, the number", `{"n":`, 7, ""),
		one("p, the hash before", `"p":"`, 10, ""),
		one("d, the durable mark", `"d":`, 6, ""),
		one("an audience", `"a":["`, 6, ""),
		one("a salt", `"s":"`, 9, ""),
		one("the content: its kind", `"c":{"k":"`, 12, ""),
		one("the content: its time", `"t":`, 5, ""),
		one("the content: the wall time", `"w":`, 6, ""),
		one("h, the line's hash", `"h":"`, 20, ""),
		one("the JSON around", `"e":[`, 4, ""),
		{"a line removed", func(all [][]byte) []byte { return join(all[:victim-1], all[victim:]) }, 1, victim, "missing", 1},
		{"two lines swapped", func(all [][]byte) []byte {
			return join(all[:victim-1], [][]byte{all[victim], all[victim-1]}, all[victim+1:])
		}, 1, victim, "not in its place", 1},
		{"a line repeated", func(all [][]byte) []byte { return join(all[:victim], all[victim-1:]) }, 1, victim + 1, "", 1},
		{"a line of the header's kind", func(all [][]byte) []byte { return join(all[:victim], all[:1], all[victim:]) }, 1, victim + 1, "", 1},
		{"the first line removed", func(all [][]byte) []byte { return join(all[1:]) }, 1, 1, "", 1},
		{"the tail cut off in mid-line", func(all [][]byte) []byte {
			last := all[len(all)-1]
			return join(all[:len(all)-1], [][]byte{last[:len(last)/2]})
		}, 1, -1, "breaks off", 0},
		{"one byte of the last line", func(all [][]byte) []byte {
			last := len(all) - 1
			return join(all[:last], [][]byte{flip(all[last], `"t":`, 5)})
		}, 1, -1, "changed after it was written", 0},
		{"the last line removed whole", func(all [][]byte) []byte { return join(all[:len(all)-1]) }, 0, 0, "intact", 0},
	}
}

// TestTamper does to a transcript what somebody might, and asks verify and
// resume about it. Under -v it prints what they say.
func TestTamper(t *testing.T) {
	path := filepath.Join(t.TempDir(), "exercise.jsonl")
	fine(t, inside("run", crashScenario, "--headless", "--bots", "all", "--seed", crashSeed, "--rate", "max", "--transcript", path))
	all := lines(read(t, path))
	var table strings.Builder
	for _, c := range tampering() {
		damaged := another(t, c.do(all))
		before := read(t, damaged)
		line := c.line
		if line < 0 {
			line = len(all)
		}
		v := inside("verify", damaged)
		r := inside("resume", damaged, "--headless", "--rate", "max")
		if v.code != c.verify || r.code != c.resume {
			t.Errorf("%s: verify exits %d, not %d; resume %d, not %d", c.what, v.code, c.verify, r.code, c.resume)
		}
		named := fmt.Sprintf("line %d ", line)
		if !strings.Contains(v.out+v.errOut, c.says) || line > 0 && (!strings.Contains(v.errOut, named) || !strings.Contains(strings.ToLower(r.errOut), named)) {
			t.Errorf("%s: %q and line %d are not in what is said:\n%s%s", c.what, c.says, line, v.errOut, r.errOut)
		}
		if r.code != 0 && !bytes.Equal(read(t, damaged), before) {
			t.Errorf("%s: resume refused the transcript, and yet changed it", c.what)
		}
		tell := func(s said) string {
			text := first(s.errOut)
			if s.errOut == "" || s.code == exitFine && !strings.HasPrefix(text, "Line") {
				text = first(s.out)
			}
			return strings.ReplaceAll(strings.TrimPrefix(text, "parley: "), damaged, "FILE")
		}
		fmt.Fprintf(&table, "\n%s\n    verify %d  %s\n    resume %d  %s", c.what, v.code, tell(v), r.code, tell(r))
	}
	t.Logf("%d lines, line %d damaged%s", len(all), victim, table.String())
}

const secret = "We heard of it from the cousin of our liaison in Wetherby."

const expungePlay = `
[[step]]
t = "10m"
seat = "alder-cyber"
command = "message"
to = ["alder"]
text = "` + secret + `"

[[step]]
t = "20m"
seat = "control"
command = "expunge"
texts = ["alder-t1"]
reason = "A source stood in it."
`

// TestExpunged takes a typed text out of the record by a recorded act.
func TestExpunged(t *testing.T) {
	dir := t.TempDir()
	play := func(name, steps string) (path string) {
		path = filepath.Join(dir, name)
		write(t, path+".toml", []byte(steps))
		fine(t, inside("run", crashScenario, "--headless", "--bots", "control", "--seed", "3", "--rate", "max", "--play", path+".toml", "--transcript", path))
		return path
	}
	typed, _, _ := strings.Cut(expungePlay, "\n[[step]]\nt = \"20m\"")
	before := play("before.jsonl", typed)
	after := play("after.jsonl", expungePlay)
	if !bytes.Contains(read(t, before), []byte(secret)) || bytes.Contains(read(t, after), []byte(secret)) {
		t.Fatal("the text must stand in the transcript before it is expunged, and nowhere after")
	}
	has(t, fine(t, inside("verify", before)).out, ", intact.\n")
	v := fine(t, inside("verify", after))
	has(t, v.out, ", intact.\n1 event expunged, as recorded.\n")
	r := fine(t, inside("report", after))
	if strings.Contains(r.out, secret) {
		t.Error("the report still has the text")
	}
	has(t, fine(t, inside("resume", after, "--headless", "--rate", "max")).errOut, "This exercise has ended already.")

	// Killed between recording the act and carrying it out: what was written
	// before it is as it was, and the act is there.
	was, is := lines(read(t, before)), lines(read(t, after))
	n := 0
	for n < len(was) && (bytes.Equal(was[n], is[n]) || bytes.Contains(was[n], []byte(secret))) {
		n++
	}
	half := another(t, join(was[:n], is[n:]))
	has(t, fine(t, inside("verify", half)).out, "1 event recorded as expunged but still there: parley resume finishes that.")
	done := fine(t, inside("resume", half, "--headless", "--rate", "max"))
	has(t, done.errOut, "1 event recorded as expunged: now gone.")
	if !bytes.Equal(read(t, half), read(t, after)) {
		t.Error("resuming does not finish it")
	}

	m := 0
	for !bytes.Contains(was[m], []byte(secret)) {
		m++
	}
	for what, damaged := range map[string][]byte{
		"changing what is left of it":       join(is[:m], [][]byte{flip(is[m], `"x":"`, 9)}, is[m+1:]),
		"taking it out without a word":      join(was[:m], [][]byte{is[m]}, was[m+1:]),
		"taking out the act that says so":   join(is[:n], is[n+1:]),
		"putting another text in its place": join(is[:m], [][]byte{bytes.Replace(was[m], []byte("cousin"), []byte("mother"), 1)}, is[m+1:]),
	} {
		v := inside("verify", another(t, damaged))
		if v.code != exitFailed {
			t.Errorf("%s is not noticed", what)
		}
		t.Logf("%s: %s", what, v.errOut[strings.Index(v.errOut, "is not"):])
	}
	t.Logf("before: %d bytes, after: %d bytes\nverify: %s\nhalf-done, resume: %s", len(read(t, before)), len(read(t, after)), v.out, done.errOut)
}

func has(t *testing.T, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("there is no %q in:\n%s", want, text)
	}
}
