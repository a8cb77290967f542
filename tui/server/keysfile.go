package server

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
)

// maxKeysLine is how long a line of a file of keys may be, in bytes.
const maxKeysLine = 64 << 10

// Keys are public keys by seat.
type Keys struct {
	bySeat map[string]map[string]string // seat → key as it goes over the wire → name
}

// opens reports whether a key opens a seat, and whose it is.
func (k Keys) opens(seat string, key ssh.PublicKey) (name string, ok bool) {
	name, ok = k.bySeat[seat][string(key.Marshal())]
	return name, ok
}

// ReadKeys reads a file of public keys: a line each, SEAT, the key as OpenSSH
// writes it, and the person's name; # begins a comment. The error names every
// line that is wrong.
func ReadKeys(path string, seats []string) (Keys, error) {
	f, err := os.Open(path)
	if err != nil {
		return Keys{}, fmt.Errorf("the file of keys can't be read: %w", err)
	}
	defer func() { _ = f.Close() }() // only read from
	keys := Keys{bySeat: map[string]map[string]string{}}
	var wrong []error
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxKeysLine)
	n := 0
	for lines.Scan() {
		n++
		text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if err := keys.add(text, seats); err != nil {
			wrong = append(wrong, fmt.Errorf("%s, line %d: %w", path, n, err))
		}
	}
	if err := lines.Err(); err != nil {
		wrong = append(wrong, fmt.Errorf("%s, line %d: %w; a line holds one key", path, n+1, err))
	}
	return keys, errors.Join(wrong...)
}

// add takes in one line.
func (k Keys) add(text string, seats []string) error {
	seat, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(seat, "ssh-") || strings.HasPrefix(seat, "ecdsa-") || strings.HasPrefix(seat, "sk-") {
		return errors.New("it begins with the key: write the seat before it, as in \"alder-cyber ssh-ed25519 AAAA… Li Wei\"")
	}
	if !slices.Contains(seats, seat) {
		return fmt.Errorf("there is no seat %q; the seats are %s", seat, strings.Join(seats, ", "))
	}
	key, name, options, _, err := ssh.ParseAuthorizedKey([]byte(rest))
	switch {
	case err != nil:
		return fmt.Errorf("what follows %s is no public key: copy the whole line of the person's .pub file, it begins with ssh-ed25519, ecdsa-… or ssh-rsa", seat)
	case len(options) > 0:
		return fmt.Errorf("options before the key (%s) are not for this file: leave them out", options[0])
	}
	if _, isCert := key.(*ssh.Certificate); isCert {
		return errors.New("that is a certificate: give the key itself, from the .pub file without -cert")
	}
	clean, ok := cleanName(name)
	if !ok {
		return errors.New("there is no name behind the key: write how the person is called, as in \"alder-cyber ssh-ed25519 AAAA… Li Wei\"")
	}
	if k.bySeat[seat] == nil {
		k.bySeat[seat] = map[string]string{}
	}
	if before, twice := k.bySeat[seat][string(key.Marshal())]; twice {
		return fmt.Errorf("this key is %s's at %s already: leave one of the lines out", before, seat)
	}
	k.bySeat[seat][string(key.Marshal())] = clean
	return nil
}
