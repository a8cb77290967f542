//go:build !windows

package transcripts

import (
	"errors"
	"os"
	"path/filepath"
)

// syncDir makes durable which files the directory of path holds.
func syncDir(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
