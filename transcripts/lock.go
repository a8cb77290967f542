package transcripts

import (
	"fmt"
	"os"

	"github.com/gofrs/flock"
)

// lockSuffix names the file beside a transcript that its writer holds locked. The transcript itself can't be
// the one: blanking puts a new file in its place. The lock goes with the process that holds it; the file
// stays and means nothing.
const lockSuffix = ".lock"

// lock takes the lock of a transcript, or returns ErrInUse.
func lock(path string) (*flock.Flock, error) {
	l := flock.New(path+lockSuffix, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
	got, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the transcript: %w", err)
	}
	if !got {
		return nil, ErrInUse
	}
	return l, nil
}
