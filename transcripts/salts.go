package transcripts

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
)

// Salts gives the salt of a leaf: the number of its line and its place in the line, from 0.
type Salts func(line, leaf int) [SaltSize]byte

// RandomSalts draws each salt from the system, so that nobody can guess at the content of a reduced leaf and
// try the guess against its hash.
func RandomSalts() Salts {
	return func(int, int) (salt [SaltSize]byte) {
		_, _ = rand.Read(salt[:]) // never fails: without randomness it ends the program
		return salt
	}
}

// SeededSalts derives the salts from a seed, so that a run without people gives the same bytes again. Whoever
// knows the seed, or guesses it, can try guesses against reduced leaves: it promises no secrecy.
func SeededSalts(seed string) Salts {
	return func(line, leaf int) (salt [SaltSize]byte) {
		b := []byte{domainSalt}
		b = binary.BigEndian.AppendUint32(b, uint32(len(seed)))
		b = append(b, seed...)
		b = binary.BigEndian.AppendUint64(b, uint64(line))
		b = binary.BigEndian.AppendUint64(b, uint64(leaf))
		sum := sha256.Sum256(b)
		copy(salt[:], sum[:])
		return salt
	}
}
