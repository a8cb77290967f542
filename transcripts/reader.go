package transcripts

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
)

// A Reader reads a transcript, or one side's copy of one, and verifies it on the way. It needs memory for
// the longest line, and four bytes for each event.
type Reader struct {
	lines  *physical
	parser *parser
	ledger *ledger
	begun  bool
	err    error // what every later Next returns

	begin     int64 // offset of the line last read
	end       int64 // offset behind the last good line
	undurable []mark
}

// A mark is where a line begins of which no line so far says that it is durable.
type mark struct {
	n      int
	offset int64
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader {
	return &Reader{lines: newPhysical(r), parser: newParser(), ledger: newLedger()}
}

// Next returns the next line; the caller may keep it. At the end it returns io.EOF; what else it returns is
// a *BadLine. A reduced event must have an expunging somewhere behind it, so only io.EOF says that all is
// well.
func (r *Reader) Next() (Line, error) {
	raw, err := r.next()
	if err != nil {
		return Line{}, err
	}
	return r.export(raw), nil
}

// Lines yields the lines of a transcript, or of one side's copy, and stops at the first error, a *BadLine.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		reader := NewReader(r)
		for {
			line, err := reader.Next()
			if errors.Is(err, io.EOF) || !yield(line, err) || err != nil {
				return
			}
		}
	}
}

// next is Next without a copy: the line is valid until the following call.
func (r *Reader) next() (*rawLine, error) {
	if r.err != nil {
		return nil, r.err
	}
	b, err := r.line()
	if err != nil {
		r.err = r.ended(err)
		return nil, r.err
	}
	if f := r.judge(b); f != nil {
		r.err = r.refuse(b, f)
		return nil, r.err
	}
	r.follow(&r.parser.line)
	return &r.parser.line, nil
}

// line returns the next line of the chain, having dealt with an export's first line.
func (r *Reader) line() ([]byte, error) {
	r.begin = r.lines.offset
	b, err := r.lines.next()
	if r.begun || err != nil {
		return b, err
	}
	r.begun = true
	if !isExport(b) {
		return b, nil
	}
	if r.ledger.export, err = parseExport(r.parser.audiences, b); err != nil {
		return nil, &BadLine{N: 1, Reason: Malformed, Detail: "can't be relied on: " + err.Error()}
	}
	r.begin = r.lines.offset
	return r.lines.next()
}

// judge parses a line and takes it into the ledger.
func (r *Reader) judge(b []byte) *fault {
	if b[len(b)-1] != '\n' {
		if len(b) >= MaxLine || r.lines.err == nil {
			return faultf(Malformed, "is longer than %d bytes", MaxLine)
		}
		return faultf(Torn, "breaks off in the middle")
	}
	if len(b) > MaxLine {
		return faultf(Malformed, "is longer than %d bytes", MaxLine)
	}
	if err := r.parser.parse(b); err != nil {
		return faultf(Malformed, "can't be read: %v", err)
	}
	l := &r.parser.line
	return r.ledger.add(l, r.ledger.hasher.lineOf(l))
}

// follow keeps count of where the lines begin that may not be durable.
func (r *Reader) follow(l *rawLine) {
	r.end = r.lines.offset
	durable := 0
	for durable < len(r.undurable) && r.undurable[durable].n <= l.durable {
		durable++
	}
	if durable > 0 {
		r.undurable = append(r.undurable[:0], r.undurable[durable:]...)
	}
	r.undurable = append(r.undurable, mark{l.n, r.begin})
}

// ended judges the end of the file.
func (r *Reader) ended(err error) error {
	if bad, ok := errors.AsType[*BadLine](err); ok {
		return bad
	}
	if !errors.Is(err, io.EOF) {
		return &BadLine{
			N: r.ledger.n + 1, Reason: Unread, Offset: r.end, err: err,
			Detail: fmt.Sprintf("could not be read: %v", err),
		}
	}
	if r.ledger.n == 0 {
		return &BadLine{N: 1, Reason: Torn, Detail: "is not there: the file is empty", Cut: true}
	}
	if bad := r.withheld(); bad != nil {
		return bad
	}
	return io.EOF
}

// withheld returns the error for a reduced event that no expunging named, or nil.
func (r *Reader) withheld() error {
	line, event := r.ledger.unexplained()
	if line == 0 {
		return nil
	}
	return &BadLine{
		N: line, Reason: Withheld,
		Detail: fmt.Sprintf("lacks the content of event %d, and no later line says that it was expunged", event),
	}
}

// export copies a line for the caller.
func (r *Reader) export(l *rawLine) Line {
	line := Line{N: l.n, Durable: l.durable, Prev: l.prev, Hash: l.hash, Leaves: make([]Leaf, len(l.leaves))}
	if l.n > 1 {
		line.First = len(r.ledger.events) - len(l.leaves) + 1
	}
	size := 0
	for i := range l.leaves {
		size += SaltSize + len(l.leaves[i].content)
	}
	bytes := make([]byte, 0, size)
	keep := func(b []byte) []byte {
		from := len(bytes)
		bytes = append(bytes, b...)
		return bytes[from:len(bytes):len(bytes)]
	}
	for i := range l.leaves {
		from, to := &l.leaves[i], &line.Leaves[i]
		to.Audience = slices.Clone(from.audience.members)
		to.Reduced = from.reduced
		if from.content != nil {
			to.Salt, to.Content = keep(from.salt[:]), keep(from.content)
		}
	}
	return line
}

// Report returns what is known of the lines read so far.
func (r *Reader) Report() Report {
	g := r.ledger
	report := Report{
		Lines: g.n, Events: g.count, Hash: g.hash, Bytes: r.end,
		Withheld: maps.Clone(g.withheld), Unblanked: g.outstanding(),
	}
	report.Expunged = len(g.named)
	if g.export != nil {
		report.For = slices.Clone(g.export.members)
		report.About = slices.Clone(g.export.about)
	}
	return report
}
