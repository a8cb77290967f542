package transcripts

import (
	"bytes"
	"errors"
	"io"
)

// refuse makes the error for the first bad line, b, by looking at all that comes behind it.
//
// What a crash leaves of a last write are lines of which no other says that they are durable, in any state.
// So the question is whether some later line, itself whole by its own hash, says that the bad line was
// durable. A line that is whole is not made by chance, even if it stands in the wrong place.
func (r *Reader) refuse(b []byte, f *fault) *BadLine {
	bad := &BadLine{N: r.ledger.n + 1, Reason: f.reason, Detail: f.detail, Offset: r.begin}
	if !f.byCrash() {
		return bad
	}
	s := &search{parser: newParser(), hasher: newHasher(), bad: bad}
	s.look(b)
	for {
		b, err := r.lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			bad.err = err
			return bad
		}
		s.look(b)
	}
	if bad.Reason == Missing && s.found {
		bad.Reason = Misplaced
		bad.Detail = "is not in its place: it stands behind a line that came after it"
	}
	// Before anything was blanked, its expunging was durable: so the bad line, or one behind it, was.
	bad.Cut = bad.Claimed == 0 && len(r.ledger.owed) == 0
	return bad
}

// byCrash says whether what is wrong leaves open that a crash did it. Of a line that is whole and follows
// on the one before, but breaks another rule, that is certain: it is what somebody wrote.
func (f *fault) byCrash() bool {
	switch f.reason {
	case Torn, Malformed, Changed, Missing, Repeated, Unchained:
		return true
	}
	return false
}

// A search looks behind a bad line for what later lines say of it.
type search struct {
	parser *parser
	hasher *hasher
	bad    *BadLine
	found  bool // the bad line's own number stands further on
}

// maxTries bounds how many beginnings of a line are tried in one damaged line.
const maxTries = 64

// look considers one line of the file. Where damage has joined two lines to one, the second is found by its
// beginning, which stands nowhere within a line: in a string its quotes are escaped.
func (s *search) look(b []byte) {
	lineStart := []byte(`{"n":`)
	for range maxTries {
		k := bytes.Index(b, lineStart)
		if k < 0 {
			return
		}
		if s.parser.parse(b[k:]) == nil {
			l := &s.parser.line
			if s.hasher.lineOf(l) == l.hash {
				s.consider(l)
				return
			}
		}
		b = b[k+len(lineStart):]
	}
}

// consider takes in what a whole line says.
func (s *search) consider(l *rawLine) {
	n := s.bad.N
	switch {
	case l.n == n && s.bad.Reason == Unchained && l.durable >= n-1:
		s.claim(l.n) // the line before was durable, but is not the one that this one follows on
	case l.n == n:
		s.found = true
	case l.n > n && l.durable >= n && l.durable < l.n:
		s.claim(l.n)
	}
}

func (s *search) claim(by int) {
	if s.bad.Claimed == 0 || by < s.bad.Claimed {
		s.bad.Claimed = by
	}
}
