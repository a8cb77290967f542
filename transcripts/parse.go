package transcripts

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A rawLine is a line as it was parsed. Its bytes belong to the buffer it was read into.
type rawLine struct {
	n, durable int
	prev, hash Hash
	leaves     []rawLeaf
}

type rawLeaf struct {
	audience *audience
	salt     [SaltSize]byte
	content  []byte // nil if the leaf is reduced
	secret   []byte // salt and content as they stand in the line, which is what is hashed
	reduced  Hash
}

// A parser reads lines strictly: what it accepts, the encoder writes back with the very same bytes.
type parser struct {
	audiences *table
	line      rawLine // filled by parse

	// The hash of the line before, as text and decoded: the next line bears the same text.
	lastText [2 * len(Hash{})]byte
	last     Hash
}

func newParser() *parser { return &parser{audiences: newTable()} }

var errSyntax = errors.New("it is not written the way Parley writes lines")

// parse reads one line with its newline into p.line.
func (p *parser) parse(b []byte) error {
	if len(b) == 0 || b[len(b)-1] != '\n' {
		return errors.New("it has no end")
	}
	l := &p.line
	l.leaves = l.leaves[:0]
	i := token(b, 0, `{"n":`)
	i, l.n = integer(b, i)
	i = token(b, i, `,"p":"`)
	i = p.prev(b, i)
	i = token(b, i, `","d":`)
	i, l.durable = integer(b, i)
	i = token(b, i, `,"e":[`)
	i, err := p.parseLeaves(b, i)
	if err != nil {
		return fmt.Errorf("%w (event %d of the line)", err, len(l.leaves))
	}
	i = token(b, i, `],"h":"`)
	from := i
	i = unhex(l.hash[:], b, i)
	if token(b, i, lineEnd) != len(b) {
		return errSyntax
	}
	p.last = l.hash
	copy(p.lastText[:], b[from:i])
	return nil
}

// prev reads the hash of the line before.
func (p *parser) prev(b []byte, i int) int {
	if i >= 0 && len(b)-i >= len(p.lastText) && string(b[i:i+len(p.lastText)]) == string(p.lastText[:]) {
		p.line.prev = p.last
		return i + len(p.lastText)
	}
	return unhex(p.line.prev[:], b, i)
}

// parseLeaves reads one leaf after another.
func (p *parser) parseLeaves(b []byte, i int) (int, error) {
	if i < 0 {
		return -1, nil // reported by the caller
	}
	for {
		p.line.leaves = append(p.line.leaves, rawLeaf{})
		var err error
		if i, err = p.parseLeaf(b, i, &p.line.leaves[len(p.line.leaves)-1]); err != nil {
			return -1, err
		}
		if b[i] != ',' {
			return i, nil
		}
		i++
	}
}

// parseLeaf reads one leaf.
func (p *parser) parseLeaf(b []byte, i int, leaf *rawLeaf) (int, error) {
	i = token(b, i, `{"a":`)
	if i < 0 {
		return -1, errSyntax
	}
	var err error
	if leaf.audience, i, err = p.audiences.read(b, i); err != nil {
		return -1, err
	}
	if full := token(b, i, `,"s":"`); full >= 0 {
		from := i + 1
		i = unhex(leaf.salt[:], b, full)
		if i = token(b, i, `","c":`); i < 0 {
			return -1, errSyntax
		}
		end := object(b, i)
		if end < 0 {
			return -1, errors.New("what the event says is not compact JSON")
		}
		leaf.content = b[i:end:end]
		leaf.secret = b[from:end:end]
		i = token(b, end, `}`)
	} else {
		i = token(b, i, `,"x":"`)
		i = unhex(leaf.reduced[:], b, i)
		i = token(b, i, `"}`)
	}
	if i < 0 {
		return -1, errSyntax
	}
	return i, nil
}

// token returns the index after t at b[i]; it and the functions below pass on an i of -1, which means that
// the line was refused already.
func token(b []byte, i int, t string) int {
	if i < 0 || len(b)-i < len(t) || string(b[i:i+len(t)]) != t {
		return -1
	}
	return i + len(t)
}

// integer reads a decimal number without sign or leading zero.
func integer(b []byte, i int) (end, n int) {
	if i < 0 {
		return -1, 0
	}
	begin := i
	for ; i < len(b) && isDigit(b[i]); i++ {
		n = n*10 + int(b[i]-'0')
	}
	if i == begin || i-begin > maxDigits || b[begin] == '0' && i-begin > 1 {
		return -1, 0
	}
	return i, n
}

// maxDigits keeps line numbers within an int of 32 bits.
const maxDigits = 9

// unhex reads 2·len(dst) lower-case hex digits, eight at a time; len(dst) is a multiple of four.
func unhex(dst, b []byte, i int) int {
	if i < 0 || len(b)-i < 2*len(dst) {
		return -1
	}
	end := i + 2*len(dst)
	src := b[i:end]
	var bad uint64
	for len(dst) >= 4 && len(src) >= 8 {
		x := binary.LittleEndian.Uint64(src)
		v := x&(ones*0x0f) + (x>>6)&ones*9       // a letter has bit 6
		over := (v + ones*(0x80-10)) >> 7 & ones // 1 where v is 10 or more
		bad |= x ^ (v + ones*'0' + over*('a'-'0'-10)) | v&(ones*0xf0)
		v = (v<<4 | v>>8) & 0x00ff00ff00ff00ff
		v = (v | v>>8) & 0x0000ffff0000ffff
		binary.LittleEndian.PutUint32(dst, uint32(v|v>>16))
		dst, src = dst[4:], src[8:]
	}
	if bad != 0 {
		return -1
	}
	return end
}
