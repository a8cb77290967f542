package session

import (
	"errors"
	"fmt"
	"iter"

	"parley/engine"
	"parley/transcripts"
)

// LoadCopy folds one side's copy of a record, which can be looked at and not
// gone on with. seat is the seat whose view has all that is in the copy.
func LoadCopy(lines iter.Seq2[transcripts.Line, error]) (x *engine.Exercise, seat string, err error) {
	var c *engine.Copy
	for line, err := range lines {
		if err != nil {
			return nil, "", err
		}
		if c == nil {
			if c, err = copyOf(line.Leaves); err != nil {
				return nil, "", err
			}
			continue
		}
		for _, l := range line.Leaves {
			if l.Content == nil {
				c.TakeBlank(l.Audience)
				continue
			}
			e, err := engine.Decode(l.Audience, l.Content)
			if err != nil {
				return nil, "", fmt.Errorf("line %d: %w", line.N, err)
			}
			c.Take(e)
		}
	}
	if c == nil {
		return nil, "", errors.New("the record is empty")
	}
	x, seat = c.Exercise()
	return x, seat, nil
}

// copyOf begins a copy with the one part of the header that it holds.
func copyOf(header []transcripts.Leaf) (*engine.Copy, error) {
	for _, l := range header {
		if l.Content == nil {
			continue
		}
		h, err := engine.ReadSideHeader(l.Content)
		if err != nil {
			return nil, err
		}
		return engine.NewCopy(&h), nil
	}
	return nil, errors.New("the first line of this copy holds no side's scenario")
}
