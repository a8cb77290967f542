package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"golang.org/x/crypto/ssh"
)

// hostKeyPath is where this computer's key for exercises lies. It is one for
// all of them, so that who joined once is not asked again.
func hostKeyPath() string { return filepath.Join(xdg.StateHome, "parley", "host_key") }

// fingerprint is that of this computer's key, which is made if there is none.
func fingerprint() (string, error) {
	path := hostKeyPath()
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeHostKey(path); err != nil {
			return "", fmt.Errorf("the key of this computer can't be made: %w", err)
		}
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return "", fmt.Errorf("the key of this computer can't be read: %w", err)
	}
	key, err := ssh.ParsePrivateKey(data)
	if err != nil {
		return "", fmt.Errorf("%s is no key (%w): put it aside, and a new one is made; every computer that joined before will then warn that the key has changed", path, err)
	}
	return ssh.FingerprintSHA256(key.PublicKey()), nil
}

func makeHostKey(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(key, "parley")
	if err != nil {
		return err
	}
	return replaceFile(path, ".host_key-*", func(w io.Writer) error { return pem.Encode(w, block) })
}
