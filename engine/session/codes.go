package session

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"strings"
)

const (
	// codeLetters are what join codes are made of: no letter that is taken for
	// another, and none that makes words. 32 of them, 5 bits each.
	codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	// codeLen is how many there are in a code: 60 bits, in groups of four.
	codeLen   = 12
	codeGroup = 4
	// codeRounds costs a computer some milliseconds a guess. Who has the file can
	// work out a ticket at once and is left with 2^40 guesses at the rest, which
	// is years; who asks at the door is let guess a few.
	codeRounds = 20_000
)

// NewCode makes a join code from a cryptographic source: "7K2M-QX4P-9DTR".
func NewCode() string {
	b := make([]byte, codeLen)
	_, _ = rand.Read(b) // never fails, by its contract
	var s strings.Builder
	for i, c := range b {
		if i > 0 && i%codeGroup == 0 {
			s.WriteByte('-')
		}
		s.WriteByte(codeLetters[int(c)%len(codeLetters)])
	}
	return s.String()
}

// plainCode is a code as people type it: in small letters, without the dashes
// or with spaces, and with O for 0, I or L for 1. "" if it can be none.
func plainCode(typed string) string {
	if len(typed) > 4*codeLen {
		return ""
	}
	var s strings.Builder
	for _, c := range strings.ToUpper(typed) {
		switch c {
		case '-', ' ', '\u2013', '\u2014':
			continue
		case 'O':
			c = '0'
		case 'I', 'L':
			c = '1'
		}
		if !strings.ContainsRune(codeLetters, c) {
			return ""
		}
		s.WriteRune(c)
	}
	if s.Len() != codeLen {
		return ""
	}
	return s.String()
}

// Codes are the join codes of seats as they are kept: hashed.
type Codes map[string]KeptCode

// KeptCode is one join code as it is kept. Ticket is its first group, Secret the
// rest.
type KeptCode struct {
	Salt   []byte `json:"salt"`
	Ticket []byte `json:"ticket"`
	Secret []byte `json:"secret"`
}

// CodeMatch is how far a typed code is a seat's.
type CodeMatch int

// A code whose first group is right was read from the seat's slip, rightly or
// not; who guesses hits that once in a million.
const (
	CodeWrong CodeMatch = iota
	CodeTicket
	CodeRight
)

// Keep makes a code the one of a seat, in the place of the one before.
func (c Codes) Keep(seat, code string) error {
	plain := plainCode(code)
	k := KeptCode{Salt: make([]byte, 16)}
	_, _ = rand.Read(k.Salt) // never fails, by its contract
	k.Ticket = k.ticket(plain)
	var err error
	if k.Secret, err = k.secret(plain); err != nil {
		return err
	}
	c[seat] = k
	return nil
}

// Match says how far what was typed is a seat's code. Only where its first
// group is right does it take some milliseconds.
func (c Codes) Match(seat, typed string) CodeMatch {
	k, ok := c[seat]
	plain := plainCode(typed)
	if !ok || plain == "" || subtle.ConstantTimeCompare(k.ticket(plain), k.Ticket) != 1 {
		return CodeWrong
	}
	if hash, err := k.secret(plain); err != nil || subtle.ConstantTimeCompare(hash, k.Secret) != 1 {
		return CodeTicket
	}
	return CodeRight
}

func (k *KeptCode) ticket(plain string) []byte {
	h := sha256.Sum256(append([]byte(plain[:min(codeGroup, len(plain))]), k.Salt...))
	return h[:]
}

func (k *KeptCode) secret(plain string) ([]byte, error) {
	return pbkdf2.Key(sha256.New, plain, k.Salt, codeRounds, sha256.Size)
}

// usable reports whether what came from a file can be a code.
func (k *KeptCode) usable() bool {
	return len(k.Salt) >= 8 && len(k.Ticket) == sha256.Size && len(k.Secret) == sha256.Size
}

// KeepCodes makes these the codes of their seats; others stay as they are.
func (d *Desk) KeepCodes(codes Codes) {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := Codes{} // who checks one now has the old ones
	for seat, k := range d.codes {
		next[seat] = k
	}
	for seat, k := range codes {
		next[seat] = k
	}
	d.codes = next
	d.touch()
}

// Codes are the join codes that are kept. The map is never changed.
func (d *Desk) Codes() Codes {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.codes
}
