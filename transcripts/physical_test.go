package transcripts_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"testing/iotest"

	"parley/transcripts"
)

// endless reads as n times x.
type endless struct{ n int }

func (e *endless) Read(b []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	b = b[:min(len(b), e.n)]
	for i := range b {
		b[i] = 'x'
	}
	e.n -= len(b)
	return len(b), nil
}

func TestALineThatIsTooLong(t *testing.T) {
	lines := split(small(t))
	head := bytes.Join(lines[:3], nil)
	long := func(tail ...[]byte) error {
		_, err := transcripts.Verify(io.MultiReader(bytes.NewReader(head), &endless{transcripts.MaxLine + 5}, bytes.NewReader(bytes.Join(tail, nil))))
		return err
	}
	if b := bad(t, long()); b.N != 4 || !b.Cut {
		t.Errorf("at the end: %+v", b)
	}
	if b := bad(t, long([]byte("\n"), lines[3], lines[4])); b.N != 4 || b.Reason != transcripts.Malformed || b.Claimed != 5 {
		t.Errorf("before a line that claims it: %+v", b)
	}
}

func TestReadInPieces(t *testing.T) {
	whole := small(t)
	for name, wrap := range map[string]func(io.Reader) io.Reader{
		"bytes": iotest.OneByteReader, "halves": iotest.HalfReader, "early end": iotest.DataErrReader,
	} {
		if report, err := transcripts.Verify(wrap(bytes.NewReader(whole))); err != nil || report.Lines != smallLines {
			t.Errorf("%s: %+v, %v", name, report, err)
		}
	}
}

func TestALongHeader(t *testing.T) {
	path := t.TempDir() + "/x.jsonl"
	s := create(t, path)
	header := transcripts.Leaf{Audience: []string{"all"}, Content: fmt.Appendf(nil, `{"text":"%s"}`, bytes.Repeat([]byte("长"), 1<<20))}
	appendTo(t, s, batch{{header}})
	appendTo(t, s, batch{{event(1)}, {event(2)}})
	n := 0
	for l, err := range s.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		if l.N == 1 && !bytes.Equal(l.Leaves[0].Content, header.Content) {
			t.Error("the header came back otherwise")
		}
		n++
	}
	if n != 3 {
		t.Errorf("%d lines", n)
	}
}
