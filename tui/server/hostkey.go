package server

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/crypto/ssh"
)

// hostKey reads the host's key, or makes it if the file is not there. Whoever
// has the key can pretend to be this host, so that a file that others may read
// is refused.
func hostKey(path string) (ssh.Signer, error) {
	key, err := readHostKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return key, err
	}
	if err := makeHostKey(path); err != nil {
		return nil, fmt.Errorf("the host's key can't be written to %s: %w; name a place where it can", path, err)
	}
	return readHostKey(path)
}

// HostFingerprint is the fingerprint of the key in a file ("SHA256:…"), which is
// made if it is not there: for slips that are printed before anything listens.
func HostFingerprint(path string) (string, error) {
	key, err := hostKey(path)
	if err != nil {
		return "", err
	}
	return ssh.FingerprintSHA256(key.PublicKey()), nil
}

func readHostKey(path string) (ssh.Signer, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("the host's key %s is no file: move it away, and a new one is made", path)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return nil, fmt.Errorf("the host's key %s can be read by others (mode %04o), who could pretend to be this host: "+
			"chmod 600 %s if nobody has copied it; else delete it, and a new one is made (its fingerprint changes, and with it the slips)", path, info.Mode().Perm(), path)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the host's key can't be read: %w", err)
	}
	key, err := ssh.ParsePrivateKey(b)
	if err != nil {
		return nil, fmt.Errorf("the host's key %s is damaged (%w): restore it, or delete it and a new one is made (its fingerprint changes, and with it the slips)", path, err)
	}
	return key, nil
}

// makeHostKey writes a new key so that there is a whole one or none; if
// somebody else wrote one meanwhile, theirs stays.
func makeHostKey(path string) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
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
	tmp, err := os.CreateTemp(dir, filepath.Base(path)+".tmp-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(tmp.Name())) }()
	_, err = tmp.Write(pem.EncodeToMemory(block))
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	// A link fails where a rename would replace a key that is there.
	if err = os.Link(tmp.Name(), path); errors.Is(err, fs.ErrExist) {
		return nil
	} else if err == nil {
		return nil
	}
	return copyKey(tmp.Name(), path)
}

// copyKey is for file systems without links.
func copyKey(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}
