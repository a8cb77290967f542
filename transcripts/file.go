package transcripts

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/gofrs/flock"
)

// Options of a transcript in a file.
type Options struct {
	Salts Salts // nil means RandomSalts
}

// A disk is what a File writes to.
type disk interface {
	io.WriterAt
	Sync() error
	Close() error
}

// A File is a transcript in a file, open for writing. No other File of the same transcript can be open, in
// this program or another.
type File struct {
	path  string
	salts Salts

	mu     sync.Mutex
	lock   *flock.Flock
	disk   disk
	size   int64 // bytes of durable lines
	parser *parser
	ledger *ledger
	buf    []byte
	err    error // what broke the store
	closed bool
}

var _ Store = (*File)(nil)

// osDisk syncs with fdatasync where there is one.
type osDisk struct{ *os.File }

func (d osDisk) Sync() error { return syncData(d.File) }

func newFile(path string, l *flock.Flock, opts Options) *File {
	if opts.Salts == nil {
		opts.Salts = RandomSalts()
	}
	return &File{path: path, salts: opts.Salts, lock: l}
}

// Create makes a new transcript, for the owner's eyes only. It never overwrites anything. The file stays
// empty until the first Append, whose first line is the header.
func Create(path string, opts Options) (*File, error) {
	dir, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("create the transcript: %w", err)
	}
	path = filepath.Join(dir, filepath.Base(path))
	l, err := lock(path)
	if err != nil {
		return nil, err
	}
	f := newFile(path, l, opts)
	if err := f.create(); err != nil {
		return nil, errors.Join(err, l.Unlock())
	}
	return f, nil
}

func (f *File) create() error {
	file, err := os.OpenFile(f.path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and a transcript is never written over: %w", f.path, fs.ErrExist)
	}
	if err != nil {
		return fmt.Errorf("create the transcript: %w", err)
	}
	if err := syncDir(f.path); err != nil {
		return errors.Join(fmt.Errorf("create the transcript: %w", err), file.Close())
	}
	f.disk, f.parser, f.ledger = osDisk{file}, newParser(), newLedger()
	return nil
}

// Append implements Store. The batch is one write and one sync.
//
// A batch that breaks the rules of the format breaks the store as a failed disk does. What a failed write
// left on disk is not taken back: the next Open finds and cuts it.
func (f *File) Append(batch [][]Leaf) (last int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.usable(); err != nil {
		return 0, err
	}
	if len(batch) == 0 {
		return f.ledger.n, nil
	}
	if err := f.append(batch); err != nil {
		f.err = fmt.Errorf("the transcript can't be written any further: %w", err)
		return 0, f.err
	}
	return f.ledger.n, nil
}

func (f *File) usable() error {
	if f.err != nil {
		return f.err
	}
	if f.closed {
		return ErrClosed
	}
	return nil
}

func (f *File) append(batch [][]Leaf) error {
	f.buf = f.buf[:0]
	durable := f.ledger.n
	for _, leaves := range batch {
		if err := f.encode(leaves, durable); err != nil {
			return fmt.Errorf("line %d: %w", f.ledger.n+1, err)
		}
	}
	if _, err := f.disk.WriteAt(f.buf, f.size); err != nil {
		return err
	}
	if err := f.disk.Sync(); err != nil {
		return err
	}
	f.size += int64(len(f.buf))
	if cap(f.buf) > 4<<20 {
		f.buf = nil
	}
	return nil
}

// encode appends one line to the buffer. It then reads it as every later reader will, so that what is
// written is what is accepted.
func (f *File) encode(leaves []Leaf, durable int) error {
	l := rawLine{n: f.ledger.n + 1, durable: durable, prev: f.ledger.hash, leaves: make([]rawLeaf, len(leaves))}
	for i := range leaves {
		if err := f.fill(&l.leaves[i], &leaves[i], l.n, i); err != nil {
			return fmt.Errorf("event %d of the line: %w", i+1, err)
		}
	}
	from := len(f.buf)
	f.buf = appendLine(f.buf, &l)
	b := f.buf[from:]
	if len(b) > MaxLine {
		return fmt.Errorf("it would be %d bytes long, and no line may exceed %d", len(b), MaxLine)
	}
	if err := f.parser.parse(b); err != nil {
		return err
	}
	parsed := &f.parser.line
	sum := f.ledger.hasher.lineOf(parsed)
	parsed.hash = sum
	appendHash(b[:len(b)-len(lineEnd)-2*len(sum)], sum)
	if fault := f.ledger.add(parsed, sum); fault != nil {
		return errors.New(fault.detail)
	}
	return nil
}

// fill makes a leaf ready to be encoded.
func (f *File) fill(raw *rawLeaf, leaf *Leaf, line, i int) (err error) {
	if raw.audience, err = f.parser.audiences.add(leaf.Audience); err != nil {
		return err
	}
	if !jsontext.Value(leaf.Content).IsValid() {
		return errors.New("what it says is not valid JSON")
	}
	raw.content = leaf.Content
	switch len(leaf.Salt) {
	case 0:
		raw.salt = f.salts(line, i)
	case SaltSize:
		raw.salt = [SaltSize]byte(leaf.Salt)
	default:
		return fmt.Errorf("its salt has %d bytes, not %d", len(leaf.Salt), SaltSize)
	}
	return nil
}

// Lines implements Store. It yields the lines that are durable when it is called, and the caller may append
// meanwhile.
func (f *File) Lines() iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		file, size, err := f.reopen()
		if err != nil {
			yield(Line{}, err)
			return
		}
		defer func() { _ = file.Close() }() // only read from
		if size == 0 {
			return
		}
		Lines(io.NewSectionReader(file, 0, size))(yield)
	}
}

// reopen opens the file for reading.
func (f *File) reopen() (*os.File, int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.usable(); err != nil {
		return nil, 0, err
	}
	file, err := os.Open(f.path)
	return file, f.size, err
}

// Last returns the number and the hash of the last durable line, and the number of events so far.
func (f *File) Last() (line int, hash Hash, events int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.ledger.n, f.ledger.hash, f.ledger.count
}

// Close implements Store.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return f.err
	}
	f.closed = true
	err := errors.Join(f.disk.Close(), f.lock.Unlock())
	if f.err != nil {
		return f.err
	}
	return err
}
