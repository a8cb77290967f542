package transcripts_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"

	"parley/transcripts"
)

const (
	smallLines = 7
	lastBatch  = 6 // first line of the last batch: no line says that it is durable
)

func verify(b []byte) error {
	_, err := transcripts.Verify(bytes.NewReader(b))
	return err
}

// lineAt returns the number of the line that holds byte i.
func lineAt(b []byte, i int) int { return bytes.Count(b[:i], []byte("\n")) + 1 }

func TestOneChangedByteIsNoticedAndItsLineNamed(t *testing.T) {
	whole := small(t)
	if err := verify(whole); err != nil {
		t.Fatal(err)
	}
	flips := []byte{0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff}
	for i := range whole {
		values := make([]byte, 0, len(flips)+3)
		for _, x := range flips {
			values = append(values, whole[i]^x)
		}
		for _, c := range append(values, '\n', ' ', 0) {
			if c == whole[i] {
				continue
			}
			changed := bytes.Clone(whole)
			changed[i] = c
			checkDamage(t, verify(changed), lineAt(whole, i), fmt.Sprintf("byte %d %q to %q", i, whole[i], c))
		}
	}
}

// checkDamage checks that line n is named, and that it may be cut off only if no line calls it durable.
func checkDamage(t *testing.T, err error, n int, what string) {
	t.Helper()
	var b *transcripts.BadLine
	if !errors.As(err, &b) {
		t.Fatalf("%s of line %d: got %v", what, n, err)
	}
	if b.N != n {
		t.Fatalf("%s of line %d: line %d is named: %v", what, n, b.N, err)
	}
	if b.Cut != (n >= lastBatch) {
		t.Fatalf("%s of line %d: Cut is %v: %v", what, n, b.Cut, err)
	}
}

func TestAByteInsertedOrRemovedIsNoticed(t *testing.T) {
	whole := small(t)
	for i := range whole {
		n := lineAt(whole, i)
		checkDamage(t, verify(slices.Delete(bytes.Clone(whole), i, i+1)), n, fmt.Sprintf("byte %d removed", i))
		for _, c := range []byte(" \n0a,\x00") {
			named := n
			if c == '\n' && whole[i] == '\n' {
				named++ // the line is as it was, and an empty one follows
			}
			checkDamage(t, verify(slices.Insert(bytes.Clone(whole), i, c)), named, fmt.Sprintf("%q before byte %d", c, i))
		}
	}
	checkDamage(t, verify(append(bytes.Clone(whole), '\n')), smallLines+1, "newline added")
}

func TestLinesRemovedSwappedAndRepeated(t *testing.T) {
	lines := split(small(t))
	join := func(parts ...[][]byte) []byte { return bytes.Join(slices.Concat(parts...), nil) }
	for i := range lines {
		n := i + 1
		name := fmt.Sprintf("line %d", n)
		if n < smallLines {
			b := bad(t, verify(join(lines[:i], lines[i+1:])))
			want := transcripts.Missing
			if b.N != n || b.Reason != want || b.Cut != (n >= lastBatch) {
				t.Errorf("%s removed: %+v", name, b)
			}
			b = bad(t, verify(join(lines[:i], [][]byte{lines[i+1], lines[i]}, lines[i+2:])))
			if b.N != n || b.Reason != transcripts.Misplaced || b.Cut != (n >= lastBatch) {
				t.Errorf("%s swapped with the next: %+v", name, b)
			}
		}
		b := bad(t, verify(join(lines[:n], [][]byte{lines[i]}, lines[n:])))
		// That line n was durable does not show where line n+1 should be.
		if b.N != n+1 || b.Reason != transcripts.Repeated || b.Cut != (n+1 >= lastBatch) {
			t.Errorf("%s repeated: %+v", name, b)
		}
		for k := range i {
			b := bad(t, verify(join(lines[:n], [][]byte{lines[k]}, lines[n:])))
			if b.N != n+1 || b.Reason != transcripts.Repeated {
				t.Errorf("line %d after %s: %+v", k+1, name, b)
			}
		}
	}
	if err := verify(join(lines[2:])); bad(t, err).N != 1 {
		t.Errorf("two lines removed at the start: %v", err)
	}
	if b := bad(t, verify(join(lines[:2], lines[5:]))); b.N != 3 || b.Reason != transcripts.Missing {
		t.Errorf("three lines removed: %+v", b)
	}
}

func TestCutAtEveryByte(t *testing.T) {
	whole := small(t)
	for i := range whole {
		err := verify(whole[:i])
		n := lineAt(whole, i)
		if i > 0 && whole[i-1] == '\n' {
			// Whole lines gone from the end are not to be seen in the file: that is what the hash on paper is
			// for. Unless the expunging of what was blanked is among them.
			if n != 5 {
				if err != nil {
					t.Errorf("cut after line %d: %v", n-1, err)
				}
				continue
			}
			if b := bad(t, err); b.N != 4 || b.Reason != transcripts.Withheld || b.Cut {
				t.Errorf("cut after line %d: %+v", n-1, b)
			}
			continue
		}
		// Line 5 is the expunging of what is blanked in line 4, and was durable before that.
		if b := bad(t, err); b.N != n || b.Reason != transcripts.Torn || b.Cut != (n != 5) {
			t.Errorf("cut at byte %d: %+v", i, b)
		}
	}
}

func TestLineOfAnotherTranscript(t *testing.T) {
	lines := split(small(t))
	other := split(otherTranscript(t))
	mixed := bytes.Join([][]byte{lines[0], other[1]}, nil)
	b := bad(t, verify(mixed))
	if b.N != 2 || b.Reason != transcripts.Unchained || b.Cut || b.Claimed != 2 {
		t.Errorf("%+v", b)
	}
}

// otherTranscript returns one that says the same, with other salts.
func otherTranscript(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	path := t.TempDir() + "/other.jsonl"
	s, err := transcripts.Create(path, transcripts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for l, err := range transcripts.Lines(bytes.NewReader(small(t))) {
		if err != nil {
			t.Fatal(err)
		}
		for i := range l.Leaves {
			l.Leaves[i].Salt = nil
			if l.Leaves[i].Content == nil {
				l.Leaves[i].Content = []byte(`{"k":"said"}`)
			}
		}
		appendTo(t, s, batch{l.Leaves})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	out.Write(read(t, path))
	return out.Bytes()
}

type failing struct{ after io.Reader }

var errDisk = errors.New("the disk is on fire")

func (f failing) Read(b []byte) (int, error) {
	n, err := f.after.Read(b)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestReadErrorIsNoDamage(t *testing.T) {
	whole := small(t)
	for _, n := range []int{0, 10, len(whole) / 2, len(whole)} {
		_, err := transcripts.Verify(failing{bytes.NewReader(whole[:n])})
		if b := bad(t, err); b.Reason != transcripts.Unread || b.Cut || !errors.Is(err, errDisk) {
			t.Errorf("after %d bytes: %+v", n, b)
		}
	}
}
