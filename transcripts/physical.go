package transcripts

import (
	"bytes"
	"errors"
	"io"
)

// physical splits what it reads at newlines, within bounded memory.
type physical struct {
	r        io.Reader
	buf      []byte
	from, to int   // what is read and not yet given out
	offset   int64 // of buf[from] in the file
	err      error // of r, io.EOF at its end
}

const firstBuffer = 256 << 10

func newPhysical(r io.Reader) *physical {
	return &physical{r: r, buf: make([]byte, firstBuffer)}
}

// next returns the next line with its newline. The last one may lack it; one longer than MaxLine is cut to
// its beginning, without newline, and the rest of it skipped. The bytes are valid until the following call.
// At the end of the file it returns no bytes and io.EOF, after a failure of the reader that error.
func (p *physical) next() (line []byte, err error) {
	seen := 0
	for {
		if k := bytes.IndexByte(p.buf[p.from+seen:p.to], '\n'); k >= 0 {
			return p.take(seen + k + 1), nil
		}
		seen = p.to - p.from
		switch {
		case errors.Is(p.err, io.EOF) && seen > 0:
			return p.take(seen), nil
		case p.err != nil:
			return nil, p.err
		case seen >= MaxLine:
			return p.skip()
		}
		p.fill()
	}
}

// take gives out the next n bytes.
func (p *physical) take(n int) []byte {
	line := p.buf[p.from : p.from+n : p.from+n]
	p.from += n
	p.offset += int64(n)
	return line
}

// fill reads once, making room first.
func (p *physical) fill() {
	if p.from > 0 && p.to == len(p.buf) {
		p.to = copy(p.buf, p.buf[p.from:p.to])
		p.from = 0
	}
	if p.to == len(p.buf) {
		p.buf = append(p.buf, make([]byte, len(p.buf))...)
	}
	for range 100 {
		n, err := p.r.Read(p.buf[p.to:])
		p.to += n
		if p.err = err; errors.Is(err, io.EOF) {
			p.err = io.EOF
		}
		if n > 0 || err != nil {
			return
		}
	}
	p.err = io.ErrNoProgress
}

// skip gives out the beginning of a line that is too long, and drops the rest of it.
func (p *physical) skip() ([]byte, error) {
	const keep = 4096
	line := bytes.Clone(p.buf[p.from : p.from+keep])
	for {
		k := bytes.IndexByte(p.buf[p.from:p.to], '\n')
		if k >= 0 {
			p.take(k + 1)
			return line, nil
		}
		p.take(p.to - p.from)
		if p.err != nil {
			return line, nil //nolint:nilerr // the next call says so
		}
		p.from, p.to = 0, 0
		p.fill()
	}
}
