package transcripts

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncData makes durable what was written to f, and as much of its metadata as reading it back needs.
func syncData(f *os.File) error {
	for {
		if err := unix.Fdatasync(int(f.Fd())); err != unix.EINTR {
			return os.NewSyscallError("fdatasync", err)
		}
	}
}
