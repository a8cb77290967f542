package transcripts

import (
	"encoding/hex"
	"iter"
)

// SaltSize is the length of a leaf's salt in bytes.
const SaltSize = 16

// MaxLine is the length that no line exceeds, its newline included.
const MaxLine = 64 << 20

// A Hash is a SHA-256 hash. Its text is 64 lower-case hex digits.
type Hash [32]byte

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// A Leaf is one event in the record: for whom it is, and what it says.
//
// A leaf is full (Content is set) or reduced (Content is nil, and Reduced is the hash of the salt and the
// content that stood there).
type Leaf struct {
	Audience []string // sorted, unique: "all", SIDE, "control/SIDE", "lead"
	Salt     []byte   // SaltSize bytes; nil lets the store draw one
	Content  []byte   // a compact JSON object
	Reduced  Hash     // valid if Content is nil
}

// A Line is one command, one due instant or one clock mark, with all its events.
type Line struct {
	N       int  // from 1; line 1 is the header
	First   int  // ordinal of its first event, counted from 1 after the header; 0 in the header
	Durable int  // the last line known to be durable when this one was written
	Prev    Hash // hash of the line before
	Hash    Hash
	Leaves  []Leaf
}

// A Store keeps one transcript. Its methods may be called from several goroutines.
type Store interface {
	// Append records a batch, each element the leaves of one line, and returns the number of the last line
	// once all of them are durable. After an error the store is broken for good: nobody knows what is on
	// disk, so every later call returns the same error.
	Append(batch [][]Leaf) (last int, err error)

	// Lines yields every durable line in order and stops at the first error.
	Lines() iter.Seq2[Line, error]

	// Blank takes the content of these events out of the store, leaving their hashes. Each of them must be
	// named by an expunging already recorded.
	Blank(events []int) error

	// Close releases the store. Everything appended is durable already.
	Close() error
}

// An Error is one of this package's plain errors, to be compared with errors.Is.
type Error string

func (e Error) Error() string { return string(e) }

const (
	// ErrInUse says that another program has the transcript open for writing.
	ErrInUse Error = "this transcript is open in another Parley: only one program may write it at a time"
	// ErrNothing says that the file holds no complete header, so that no exercise ever began in it.
	ErrNothing Error = "this transcript has no complete first line, so there is nothing to resume: start a new exercise in a new file"
	// ErrExport says that a file is what one side may have, which can be read and verified but not resumed.
	ErrExport Error = "this is one side's copy of a transcript: it can be read and verified, but not resumed"
	// ErrClosed says that the store was closed.
	ErrClosed Error = "the transcript is closed"
)
