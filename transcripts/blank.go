package transcripts

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// blankSuffix names the file that is to take a transcript's place.
const blankSuffix = ".blanking"

// Blank implements Store. It writes the transcript anew beside the old one, verifies it, and puts it in the
// old one's place in one step. If it fails, or the host does, the transcript stays as it was, and the next
// Open does what was to be done.
//
// It can do nothing about copies, nor about what the disk still holds of the old file.
func (f *File) Blank(events []int) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.usable(); err != nil {
		return err
	}
	var todo []int
	for _, e := range events {
		blank, named := f.ledger.named[e]
		if !named {
			return fmt.Errorf("event %d can't be blanked: no expunging of it is recorded", e)
		}
		if !blank {
			todo = append(todo, e)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	slices.Sort(todo)
	return f.blank(todo)
}

// blank does what Blank says for events that have their content. They are sorted.
func (f *File) blank(events []int) error {
	size, err := f.rewrite(events)
	if err != nil {
		return fmt.Errorf("blank what was expunged: %w", errors.Join(err, removeIfThere(f.path+blankSuffix)))
	}
	// Windows replaces no file that is open.
	if err := f.disk.Close(); err != nil {
		f.err = err
		return err
	}
	renamed := os.Rename(f.path+blankSuffix, f.path)
	file, err := os.OpenFile(f.path, os.O_RDWR, 0)
	if err != nil {
		f.err = fmt.Errorf("the transcript can't be opened again after blanking: %w", errors.Join(renamed, err))
		return f.err
	}
	f.disk = osDisk{file}
	if renamed != nil {
		return fmt.Errorf("blank what was expunged: %w", errors.Join(renamed, removeIfThere(f.path+blankSuffix)))
	}
	f.size = size
	f.ledger.blanked(events)
	if err := syncDir(f.path); err != nil {
		f.err = fmt.Errorf("the blanked transcript may not be on disk: %w", err)
		return f.err
	}
	return nil
}

// rewrite writes the transcript without the content of these events to the file that is to take its place,
// and returns its length.
func (f *File) rewrite(events []int) (size int64, err error) {
	from, err := os.Open(f.path)
	if err != nil {
		return 0, err
	}
	defer func() { _ = from.Close() }() // only read from
	info, err := from.Stat()
	if err != nil {
		return 0, err
	}
	to, err := os.OpenFile(f.path+blankSuffix, os.O_RDWR|os.O_CREATE|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	if err := copyBlanked(to, io.NewSectionReader(from, 0, f.size), events); err != nil {
		return 0, err
	}
	if err := to.Sync(); err != nil {
		return 0, err
	}
	if _, err := to.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	report, err := Verify(to)
	if err != nil {
		return 0, err
	}
	if report.Lines != f.ledger.n || report.Hash != f.ledger.hash {
		return 0, errors.New("the blanked transcript is not the same as before")
	}
	return report.Bytes, nil
}

// copyBlanked copies a transcript and reduces these events, which are sorted.
func copyBlanked(w io.Writer, r io.Reader, events []int) error {
	reader := NewReader(r)
	out := bufio.NewWriterSize(w, 1<<20)
	var buf []byte
	for {
		l, err := reader.next()
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil {
			return err
		}
		first := reader.ledger.count - len(l.leaves) + 1
		for i := range l.leaves {
			if _, ok := slices.BinarySearch(events, first+i); ok && l.n > 1 {
				l.leaves[i].content = nil // its hash is in reduced already
			}
		}
		buf = appendLine(buf[:0], l)
		if _, err := out.Write(buf); err != nil {
			return err
		}
	}
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
