package session

import (
	"errors"
	"fmt"
	"iter"
	"strconv"

	"parley/engine"
	"parley/scenarios"
	"parley/transcripts"
)

// Record is an exercise with the transcript that it is kept in.
type Record struct {
	X     *engine.Exercise
	Store transcripts.Store
	Bots  []string // seats that bots were to fill when it began
	lines [][]transcripts.Leaf
	blank []int // leaves to blank once what says so is on disk
}

// Begin writes the header of a new record; bots are the seats that bots fill.
func Begin(x *engine.Exercise, store transcripts.Store, version string, wall int64, bots []string) (*Record, error) {
	header, err := engine.NewHeader(x, version, wall, bots)
	if err != nil {
		return nil, err
	}
	leaves := make([]transcripts.Leaf, len(header))
	for i, h := range header {
		leaves[i] = transcripts.Leaf{Audience: h.To, Content: h.Content}
	}
	if _, err := store.Append([][]transcripts.Leaf{leaves}); err != nil {
		return nil, fmt.Errorf("the transcript can't be begun: %w", err)
	}
	return &Record{X: x, Store: store, Bots: bots}, nil
}

// Load folds the exercise from the lines of its record. Store is where the
// record goes on, nil if it is only read.
func Load(lines iter.Seq2[transcripts.Line, error], store transcripts.Store) (*Record, error) {
	r := &Record{Store: store}
	for line, err := range lines {
		if err != nil {
			return nil, err
		}
		if r.X == nil {
			if err := r.header(line.Leaves); err != nil {
				return nil, err
			}
			continue
		}
		if err := fold(r.X, line.Leaves); err != nil {
			return nil, fmt.Errorf("line %d: %w", line.N, err)
		}
	}
	if r.X == nil {
		return nil, errors.New("the record is empty")
	}
	return r, nil
}

func (r *Record) header(leaves []transcripts.Leaf) error {
	if len(leaves) == 0 || leaves[0].Content == nil {
		return errors.New("this record has no scenario in its first line: it is one side's copy, which can't be resumed")
	}
	h, err := engine.ReadHeader(leaves[0].Content)
	if err != nil {
		return err
	}
	sc, problems := scenarios.LoadFiles(h.Files)
	if err := problems.Err(); err != nil {
		return fmt.Errorf("the scenario in the record can't be loaded: %w", err)
	}
	if err := h.Check(sc); err != nil {
		return err
	}
	r.X = engine.New(sc, h.Seed)
	r.Bots = h.Bots
	return nil
}

func fold(x *engine.Exercise, leaves []transcripts.Leaf) error {
	for _, l := range leaves {
		if l.Content == nil {
			x.ApplyBlank(l.Audience)
			continue
		}
		e, err := engine.Decode(l.Audience, l.Content)
		if err != nil {
			return err
		}
		x.Apply(e)
	}
	return nil
}

// add puts a line's events into the batch; an empty line is none.
func (r *Record) add(events []engine.Event) error {
	if len(events) == 0 {
		return nil
	}
	leaves := make([]transcripts.Leaf, len(events))
	for i := range events {
		content, err := engine.Encode(&events[i])
		if err != nil {
			return err
		}
		leaves[i] = transcripts.Leaf{Audience: events[i].To, Content: content}
		if x, ok := events[i].Body.(*engine.Expunged); ok {
			r.blank = append(r.blank, x.Leaves...)
		}
	}
	r.lines = append(r.lines, leaves)
	return nil
}

// flush makes the batch durable. After an error nothing more can be written.
func (r *Record) flush() error {
	if len(r.lines) == 0 {
		return nil
	}
	if _, err := r.Store.Append(r.lines); err != nil {
		return err
	}
	r.lines = r.lines[:0]
	if len(r.blank) > 0 {
		if err := r.Store.Blank(r.blank); err != nil {
			return err
		}
		r.blank = r.blank[:0]
	}
	return nil
}

// SaltSeed is what a headless run at rate max derives its salts from, so that
// the same scenario, seed and play give the same bytes. It promises no
// secrecy.
func SaltSeed(scenario string, seed uint64) string {
	return scenario + "/" + strconv.FormatUint(seed, 10)
}
