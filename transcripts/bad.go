package transcripts

import (
	"fmt"
	"strings"
)

// A Reason says what kind of thing is wrong with a line.
type Reason string

// The reasons for which a line is refused.
const (
	Torn      Reason = "torn"      // the file ends in the middle of the line
	Malformed Reason = "malformed" // not written as Parley writes lines
	Changed   Reason = "changed"   // the line does not match its own hash
	Missing   Reason = "missing"   // the line is not there, a later one is in its place
	Misplaced Reason = "misplaced" // lines have changed places
	Repeated  Reason = "repeated"  // an earlier line stands in its place
	Unchained Reason = "unchained" // it does not carry the hash of the line before
	Unknown   Reason = "unknown"   // the first line is not the start of a transcript of this version
	Mark      Reason = "mark"      // its durable mark can't be
	Withheld  Reason = "withheld"  // content is gone without a recorded expunging, or kept from its own side
	Leaked    Reason = "leaked"    // one side's copy holds what is not for that side
	Expunging Reason = "expunging" // an expunging names what it can't
	Unread    Reason = "unread"    // the disk or the network failed while reading
)

// A BadLine is the first line of a transcript that can't be relied on.
type BadLine struct {
	N      int    // its number, counted as lines should have been
	Reason Reason // what kind of thing is wrong
	Detail string // what is wrong, in words
	Offset int64  // where it begins in the file, in bytes

	// Claimed is the number of a later line that says that line N was safely on disk, or 0. A crash while
	// writing leaves no such line.
	Claimed int
	// Cut says that line N and all behind it may be what a crash left of a last write that was never
	// acknowledged, so that resuming may cut it off.
	Cut bool

	err error
}

// Unwrap returns the error of the reader beneath, if there was one.
func (e *BadLine) Unwrap() error { return e.err }

func (e *BadLine) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "line %d %s.", e.N, e.Detail)
	if e.Reason == Unread {
		return b.String()
	}
	switch e.N {
	case 1:
	case 2:
		b.WriteString(" Line 1 is good.")
	default:
		fmt.Fprintf(&b, " Lines 1 to %d are good.", e.N-1)
	}
	switch {
	case e.Claimed > 0:
		fmt.Fprintf(&b, " Line %d says that line %d was safely on disk, so no crash did this: the file was damaged or edited.", e.Claimed, e.claimedLine())
	case e.Cut && e.N == 1:
		b.WriteString(" No exercise began in this file.")
	case e.Cut:
		b.WriteString(" No line says that it was safely on disk, so it may still be being written, or a crash cut it short: resuming cuts it off, with all behind it, and keeps that beside the file.")
	default:
		b.WriteString(" No crash does this: the file was damaged or edited.")
	}
	return b.String()
}

// claimedLine is the line that line Claimed calls durable.
func (e *BadLine) claimedLine() int {
	if e.Claimed == e.N {
		return e.N - 1
	}
	return e.N
}
