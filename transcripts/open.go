package transcripts

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// A Recovery says what Open had to put right.
type Recovery struct {
	// What a crash left of a last write that was never acknowledged: from which line on it was cut off, how
	// many bytes it was, in which file they are kept, and what was wrong with the line. Line is 0 if nothing
	// was cut off.
	Line    int
	Bytes   int64
	SavedAs string
	Reason  Reason
	Detail  string

	// Blanked are the events that were recorded as expunged but still had their content.
	Blanked []int
}

// Open opens a transcript to go on with it. It verifies all of it, and refuses with a *BadLine what no crash
// does. It cuts off what a crash left of a last write, blanks what was to be blanked, and makes everything
// durable before it returns. The Recovery is nil if there was nothing to put right.
func Open(path string, opts Options) (*File, *Recovery, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open the transcript: %w", err)
	}
	l, err := lock(path)
	if err != nil {
		return nil, nil, err
	}
	f := newFile(path, l, opts)
	recovery, err := f.open()
	if err != nil {
		if f.disk != nil {
			err = errors.Join(err, f.disk.Close())
		}
		return nil, nil, errors.Join(err, l.Unlock())
	}
	return f, recovery, nil
}

func (f *File) open() (*Recovery, error) {
	// What an interrupted blanking left is a copy, and of no use.
	if err := removeIfThere(f.path + blankSuffix); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(f.path, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("open the transcript: %w", err)
	}
	f.disk = osDisk{file}
	reader := NewReader(file)
	bad, err := readToEnd(reader)
	if err != nil {
		return nil, err
	}
	f.parser, f.ledger, f.size = reader.parser, reader.ledger, reader.end
	var recovery Recovery
	if bad != nil {
		if recovery, err = f.cut(file, bad); err != nil {
			return nil, err
		}
	}
	if err := f.settle(file, reader); err != nil {
		return nil, err
	}
	if events := f.ledger.outstanding(); len(events) > 0 {
		if err := f.blank(events); err != nil {
			return nil, err
		}
		recovery.Blanked = events
	}
	if bad == nil && recovery.Blanked == nil {
		return nil, nil
	}
	return &recovery, nil
}

// readToEnd reads all that is good. It returns the first bad line if it may be cut off, and otherwise an
// error.
func readToEnd(reader *Reader) (*BadLine, error) {
	for {
		_, err := reader.next()
		if reader.ledger.export != nil {
			return nil, ErrExport
		}
		if err == nil {
			continue
		}
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		bad, ok := errors.AsType[*BadLine](err)
		switch {
		case !ok || !bad.Cut:
			return nil, err
		case bad.N == 1:
			return nil, ErrNothing
		}
		return bad, nil
	}
}

// cut saves everything from the bad line on beside the transcript, and then takes it off.
func (f *File) cut(file *os.File, bad *BadLine) (Recovery, error) {
	info, err := file.Stat()
	if err != nil {
		return Recovery{}, err
	}
	r := Recovery{Line: bad.N, Bytes: info.Size() - f.size, Reason: bad.Reason, Detail: bad.Detail}
	saved, err := createCut(f.path)
	if err != nil {
		return Recovery{}, fmt.Errorf("keep what is cut off the transcript: %w", err)
	}
	r.SavedAs = saved.Name()
	_, err = io.Copy(saved, io.NewSectionReader(file, f.size, r.Bytes))
	err = errors.Join(err, saved.Sync(), saved.Close(), syncDir(f.path))
	if err != nil {
		return Recovery{}, fmt.Errorf("keep what is cut off the transcript: %w", err)
	}
	return r, file.Truncate(f.size)
}

// createCut creates the first of PATH.cut-1, PATH.cut-2, … that is not there yet.
func createCut(path string) (*os.File, error) {
	for i := 1; ; i++ {
		f, err := os.OpenFile(path+".cut-"+strconv.Itoa(i), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// settle makes durable what the file holds. The lines of which no line says that they are durable are
// written once more: after a sync that failed, the system may hold them in memory as if they were on disk,
// so that a further sync would do nothing.
func (f *File) settle(file *os.File, reader *Reader) error {
	buf := make([]byte, 1<<20)
	for at := reader.undurable[0].offset; at < f.size; {
		n, err := file.ReadAt(buf[:min(int64(len(buf)), f.size-at)], at)
		if n == 0 {
			return err
		}
		if _, err := file.WriteAt(buf[:n], at); err != nil {
			return err
		}
		at += int64(n)
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return syncDir(f.path)
}
