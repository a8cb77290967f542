package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// replaceFile writes a file beside its place first, then puts it there in one
// step: a full disk leaves the old one. pattern names the file beside it.
func replaceFile(path, pattern string, write func(io.Writer) error) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), pattern)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name()) // best effort: the error is what matters
		}
	}()
	if err := errors.Join(write(tmp), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
