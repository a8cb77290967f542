package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/scenarios"
	"parley/transcripts"
	"parley/transcripts/report"
)

// exportFlags are the flags of export.
type exportFlags struct {
	side, output string
	force        bool
}

func newExport() *cobra.Command {
	f := &exportFlags{}
	c := &cobra.Command{
		Use:   "export TRANSCRIPT --side SIDE -o FILE",
		Short: "Write one side's copy of a transcript, to take home",
		Long: `Export writes the same record with what is another side's, or control's,
taken out: of each such event there remain for whom it was, and its hash. So
parley verify checks the copy like the whole, down to the same hash of the last
line, and says how much is withheld. parley report makes the side's account of
it. A copy can't be resumed. It can be written while the exercise runs.`,
		Args: exactly(1, "a transcript"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case f.side == "":
				return usageError{errors.New("parley export needs --side: whose copy it is")}
			case f.output == "":
				return usageError{errors.New("parley export needs -o: the file to write")}
			}
			return f.export(c.OutOrStdout(), c.ErrOrStderr(), args[0])
		},
	}
	c.Flags().StringVar(&f.side, "side", "", "whose copy it is, by the side's id")
	c.Flags().StringVarP(&f.output, "output", "o", "", "the file to write")
	c.Flags().BoolVar(&f.force, "force", false, "replace a file that exists")
	return c
}

func (f *exportFlags) export(out, errOut io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("the transcript can't be read: %w", err)
	}
	defer func() { _ = file.Close() }() // only read from
	whole, sc, err := f.exportable(file, errOut)
	if err != nil {
		return err
	}
	if err := f.mayWrite(file); err != nil {
		return err
	}
	about, err := json.Marshal(aboutCopy{Notice: "EXERCISE", Scenario: sc.ID, Side: f.side, Marking: markingOf(sc)})
	if err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("%s can't be read: %w", path, err)
	}
	err = replaceFile(f.output, ".parley-export-*", func(w io.Writer) error {
		return transcripts.Export(w, io.LimitReader(file, whole.Bytes), []string{f.side}, about)
	})
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", f.output, err)
	}
	r, err := transcripts.VerifyFile(f.output)
	if err != nil {
		return fmt.Errorf("%s was written, and does not stand up to parley verify: %w", f.output, err)
	}
	tell(out, "%s: the copy of the record for %s, %s, %s.\n%s.\nHash of the last line, as of the whole record: %s",
		f.output, f.side, counted(r.Lines, "line"), counted(r.Events, "event"), withheld(r), r.Hash)
	return nil
}

// aboutCopy is what a copy says of itself in its first line.
type aboutCopy struct {
	Notice   string `json:"notice"`
	Scenario string `json:"scenario"`
	Side     string `json:"side"`
	Marking  string `json:"marking,omitempty"`
}

// exportable reads the transcript once: whether it is whole, and whether it is
// one that the side has a copy of.
func (f *exportFlags) exportable(file *os.File, errOut io.Writer) (transcripts.Report, *scenarios.Scenario, error) {
	none := func(err error) (transcripts.Report, *scenarios.Scenario, error) {
		return transcripts.Report{}, nil, err
	}
	r, err := transcripts.Verify(file)
	var bad *transcripts.BadLine
	switch {
	case errors.As(err, &bad) && bad.Cut && bad.N > 1:
		_, _ = fmt.Fprintf(errOut, "parley: %s\n", bad.Error())
	case err != nil:
		return none(fmt.Errorf("%s can't be exported: %w", file.Name(), err))
	case slices.Equal(r.For, []string{f.side}):
		return none(fmt.Errorf("%s is the copy for %s already: it can be handed on as it is", file.Name(), f.side))
	case r.For != nil:
		return none(fmt.Errorf("%s is the copy for %s, and has nothing of %s in it: export from the whole transcript", file.Name(), andList(r.For), f.side))
	case len(r.Unblanked) > 0:
		return none(fmt.Errorf("%s holds %s recorded as expunged: parley resume finishes that; export then", file.Name(), counted(len(r.Unblanked), "event")))
	}
	h, err := readHeader(file.Name())
	if err != nil {
		return none(fmt.Errorf("%s can't be exported: %w", file.Name(), err))
	}
	sc, problems := scenarios.LoadFiles(h.Files)
	if err := problems.Err(); err != nil {
		return none(fmt.Errorf("the scenario in %s can't be loaded: %w", file.Name(), err))
	}
	sides := make([]string, len(sc.Sides))
	for i := range sc.Sides {
		sides[i] = sc.Sides[i].ID
	}
	if !slices.Contains(sides, f.side) {
		return none(usageError{fmt.Errorf("%s has no side %q; its sides are %s", file.Name(), f.side, strings.Join(sides, ", "))})
	}
	return r, sc, nil
}

// transcriptBegins is how every whole transcript begins.
const transcriptBegins = `{"n":1,"p":"`

// mayWrite refuses to write onto a transcript, ever, and onto another file
// unless told to.
func (f *exportFlags) mayWrite(transcript *os.File) error {
	old, err := os.Open(f.output)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", f.output, err)
	}
	defer func() { _ = old.Close() }() // only read from
	is, err := old.Stat()
	from, err2 := transcript.Stat()
	begin := make([]byte, len(transcriptBegins))
	n, _ := io.ReadFull(old, begin) // a directory has nothing to read, a short file is none
	switch {
	case errors.Join(err, err2) != nil:
		return fmt.Errorf("%s can't be written: %w", f.output, errors.Join(err, err2))
	case os.SameFile(is, from):
		return fmt.Errorf("%s is the transcript itself: give another file with -o", f.output)
	case bytes.Equal(begin[:n], []byte(transcriptBegins)):
		return fmt.Errorf("%s is a transcript, which nothing overwrites: give another file with -o", f.output)
	case !f.force:
		return fmt.Errorf("%s exists: give another file with -o, or --force", f.output)
	}
	return nil
}

// markingOf is the label of a scenario's default marking, "" for none.
func markingOf(sc *scenarios.Scenario) string {
	x, _ := engine.New(sc, 0).View(engine.SeatControl)
	return x.Marking(sc.Marking)
}

// copyFor is for whom a copy of a transcript is, nil for a whole one.
func copyFor(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("the transcript can't be read: %w", err)
	}
	defer func() { _ = f.Close() }() // only read from
	r := transcripts.NewReader(f)
	_, _ = r.Next() // what is wrong with it shows when it is read
	return r.Report().For, nil
}

// withheld says how many events of whose are not in a copy: "412 events
// withheld: 300 of birch, 112 of control's".
func withheld(r transcripts.Report) string {
	sum := 0
	var parts []string
	for _, o := range others(r) {
		whose := "control's"
		if o.Sides != nil {
			whose = andList(o.Sides)
		}
		sum += o.Events
		parts = append(parts, fmt.Sprintf("%d of %s", o.Events, whose))
	}
	if sum == 0 {
		return "No event is withheld"
	}
	return counted(sum, "event") + " withheld: " + strings.Join(parts, ", ")
}

// others counts the events that are not in a copy by whose they are: the sides
// of their audience, of events for no side control. Control's come last.
func others(r transcripts.Report) []report.Others {
	var out []report.Others
	for audience, events := range r.Withheld {
		var members, sides []string
		if err := json.Unmarshal([]byte(audience), &members); err != nil {
			continue // Verify passes no such audience
		}
		for _, m := range members {
			if m != "lead" && !strings.HasPrefix(m, engine.SeatControl+"/") {
				sides = append(sides, m)
			}
		}
		i := slices.IndexFunc(out, func(o report.Others) bool { return slices.Equal(o.Sides, sides) })
		if i < 0 {
			i = len(out)
			out = append(out, report.Others{Sides: sides})
		}
		out[i].Events += events
	}
	slices.SortFunc(out, func(a, b report.Others) int {
		if (a.Sides == nil) != (b.Sides == nil) {
			return cmp.Compare(len(b.Sides), len(a.Sides))
		}
		return slices.Compare(a.Sides, b.Sides)
	})
	return out
}

// andList joins names: "alder and birch".
func andList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
