package transcripts

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// The first byte of what is hashed keeps one kind of hash from being taken for another; the text of a salt
// and content begins with a quotation mark. The version of the format stands in what the chain starts from.
const (
	domainStart = "parley transcript 1\n"
	domainLeaf  = 'l'
	domainLine  = 'n'
	domainSalt  = 's'
)

// start is what line 1 bears as the hash of the line before.
func start() Hash { return sha256.Sum256([]byte(domainStart)) }

// A hasher computes the hashes of leaves and lines. It keeps what would else be allocated for each.
type hasher struct {
	leaf, line hash.Hash
	sum        Hash
	head       [headSize]byte
}

// headSize is the length of what is hashed of a line before its leaves.
const headSize = 1 + 8 + 32 + 8 + 4

func newHasher() *hasher { return &hasher{leaf: sha256.New(), line: sha256.New()} }

// lineOf returns the hash of a line. On the way it gives every full leaf the hash of its salt and content.
func (h *hasher) lineOf(l *rawLine) Hash {
	b := append(h.head[:0], domainLine)
	b = binary.BigEndian.AppendUint64(b, uint64(l.n))
	b = append(b, l.prev[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(l.durable))
	b = binary.BigEndian.AppendUint32(b, uint32(len(l.leaves)))
	h.line.Reset()
	h.line.Write(b)
	for i := range l.leaves {
		leaf := &l.leaves[i]
		if leaf.content != nil {
			leaf.reduced = sha256.Sum256(leaf.secret)
		}
		h.leaf.Reset()
		h.leaf.Write(leaf.audience.hashed)
		h.leaf.Write(leaf.reduced[:])
		h.leaf.Sum(h.sum[:0])
		h.line.Write(h.sum[:])
	}
	h.line.Sum(h.sum[:0])
	return h.sum
}
