package transcripts

import (
	"errors"
	"io"
	"os"
)

// A Report says what Verify found.
type Report struct {
	Lines     int            // good lines, the header among them
	Events    int            // events in them, without the header's
	Hash      Hash           // of the last good line: noted on paper, it proves the whole transcript later
	Bytes     int64          // length of the file up to there
	Expunged  int            // events that an expunging names
	Unblanked []int          // those of them whose content is still there, to be blanked by the next resume
	For       []string       // whose copy it is; nil if it is a full transcript
	About     []byte         // what the copy's first line says of itself, outside the chain; a JSON object or nil
	Withheld  map[string]int // in a copy, how many events are not for its side, by audience as it is written
}

// Verify reads a whole transcript, or one side's copy, and checks every line. The error is a *BadLine, and
// the report then says what is good before it. It needs memory for the longest line, and four bytes for each
// event.
func Verify(r io.Reader) (Report, error) {
	reader := NewReader(r)
	for {
		if _, err := reader.next(); errors.Is(err, io.EOF) {
			return reader.Report(), nil
		} else if err != nil {
			return reader.Report(), err
		}
	}
}

// VerifyFile verifies the transcript at path. It takes no lock, so that it works while an exercise is being
// recorded; what is being written at that moment may show as a torn last line.
func VerifyFile(path string) (Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return Report{}, err
	}
	report, err := Verify(f)
	_ = f.Close() // only read from
	return report, err
}
