package transcripts

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// An exportHead is the first line of one side's copy. It stands outside the chain.
type exportHead struct {
	members []string // for whom it is
	about   []byte   // a JSON object, or nil
}

const (
	exportStart = `{"export":{"for":`
	exportAbout = `,"about":`
	exportEnd   = "}}\n"
)

// isExport says whether a first line is that of one side's copy.
func isExport(line []byte) bool { return bytes.HasPrefix(line, []byte(exportStart)) }

// parseExport reads the first line of one side's copy.
func parseExport(t *table, b []byte) (*exportHead, error) {
	bad := errors.New("the first line of this copy does not say for whom it is")
	if b[len(b)-1] != '\n' {
		return nil, bad
	}
	i := token(b, 0, exportStart)
	end := bytes.IndexByte(b, ']')
	if i < 0 || end < i {
		return nil, bad
	}
	a, err := t.parse(b[i : end+1])
	if err != nil {
		return nil, err
	}
	head := &exportHead{members: a.members}
	i = end + 1
	if about := token(b, i, exportAbout); about >= 0 {
		if i = object(b, about); i < 0 {
			return nil, bad
		}
		head.about = append([]byte(nil), b[about:i]...)
	}
	if token(b, i, exportEnd) != len(b) {
		return nil, bad
	}
	return head, nil
}

// appendExport appends the first line of one side's copy.
func appendExport(b []byte, a *audience, about []byte) []byte {
	b = append(b, exportStart...)
	b = append(b, a.text...)
	if about != nil {
		b = append(b, exportAbout...)
		b = append(b, about...)
	}
	return append(b, exportEnd...)
}

// Export writes one side's copy of the transcript in r: the same lines, in which every leaf that is neither
// for all nor for one of these members is reduced. About is a JSON object for the copy's first line, which
// stands outside the chain; it may be nil. The transcript is verified on the way: after an error, what was
// written is of no use.
func Export(w io.Writer, r io.Reader, members []string, about []byte) error {
	reader := NewReader(r)
	a, err := reader.parser.audiences.add(members)
	if err != nil {
		return fmt.Errorf("whom the copy is for: %w", err)
	}
	head := appendExport(nil, a, about)
	if about != nil && !jsontext.Value(about).IsValid() {
		return errors.New("what the copy says of itself is not valid JSON")
	}
	if _, err := parseExport(reader.parser.audiences, head); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<20)
	buf := head
	for {
		if _, err := out.Write(buf); err != nil {
			return err
		}
		l, err := reader.next()
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		if reader.ledger.export != nil {
			return ErrExport
		}
		for i := range l.leaves {
			if !l.leaves[i].audience.meets(members) {
				l.leaves[i].content = nil // its hash is in reduced already
			}
		}
		buf = appendLine(buf[:0], l)
	}
}
