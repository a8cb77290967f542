package session

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
)

// pinRounds makes trying all PINs slow for who has the file; a tenth of a
// second for who knows it.
const pinRounds = 300_000

// pin is a PIN as it is kept.
type pin struct {
	Salt   []byte `json:"salt"`
	Rounds int    `json:"rounds"`
	Hash   []byte `json:"hash"`
}

// usable reports whether what came from a file can be a PIN.
func (p *pin) usable() bool {
	return p.Rounds > 0 && p.Rounds <= 100*pinRounds && len(p.Hash) == sha256.Size && len(p.Salt) > 0
}

func (p *pin) of(digits string) ([]byte, error) {
	return pbkdf2.Key(sha256.New, digits, p.Salt, p.Rounds, sha256.Size)
}

// SetPIN keeps a PIN for control's console. It takes a tenth of a second.
func (d *Desk) SetPIN(digits string) error {
	p := &pin{Salt: make([]byte, 16), Rounds: pinRounds}
	_, _ = rand.Read(p.Salt) // never fails, by its contract
	var err error
	if p.Hash, err = p.of(digits); err != nil {
		return err
	}
	d.setPIN(p)
	return nil
}

// ForgetPIN clears control's PIN.
func (d *Desk) ForgetPIN() { d.setPIN(nil) }

func (d *Desk) setPIN(p *pin) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pin = p
	d.touch()
}

// HasPIN reports whether there is a PIN.
func (d *Desk) HasPIN() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.pin != nil
}

// CheckPIN reports whether it is this one. It takes a tenth of a second.
func (d *Desk) CheckPIN(digits string) bool {
	d.mu.Lock()
	p := d.pin
	d.mu.Unlock()
	if p == nil {
		return false
	}
	hash, err := p.of(digits)
	return err == nil && subtle.ConstantTimeCompare(hash, p.Hash) == 1
}
