package transcripts

import (
	"fmt"
	"path/filepath"
)

// Hold keeps everybody from opening a transcript for writing until it is
// released: for who changes what lies beside it. It returns ErrInUse while
// somebody has it open.
func Hold(path string) (release func() error, err error) {
	path, err = filepath.EvalSymlinks(path)
	if err != nil {
		return nil, fmt.Errorf("open the transcript: %w", err)
	}
	l, err := lock(path)
	if err != nil {
		return nil, err
	}
	return l.Unlock, nil
}
