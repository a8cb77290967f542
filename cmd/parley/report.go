package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/session"
	"parley/transcripts"
	"parley/transcripts/report"
)

func newReport() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:   "report TRANSCRIPT",
		Short: "Write an account of an exercise from its transcript",
		Long: `Report writes control's account as Markdown: summary, timeline, actions with
findings, rulings, outcomes, expected actions. It can be called while the
exercise runs. Of one side's copy (parley export) it writes the account that
this side may have.`,
		Args: exactly(1, "a transcript"),
		RunE: func(c *cobra.Command, args []string) error {
			return writeReport(c.OutOrStdout(), c.ErrOrStderr(), args[0], output)
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this file instead of standard output")
	return c
}

func writeReport(out, errOut io.Writer, path, output string) error {
	write, err := accountOf(path, errOut)
	if err != nil {
		return err
	}
	if output == "" {
		return write(out)
	}
	if err := replaceFile(output, ".parley-report-*", write); err != nil {
		return fmt.Errorf("the report can't be written: %w", err)
	}
	return nil
}

// accountOf reads a transcript, or one side's copy of one, and gives what
// writes its account.
func accountOf(path string, errOut io.Writer) (func(io.Writer) error, error) {
	opt := report.Options{Transcript: filepath.Base(path)}
	if whose, err := copyFor(path); err != nil {
		return nil, err
	} else if whose == nil {
		rec, r, err := readRecord(path, errOut)
		if err != nil {
			return nil, err
		}
		opt.Hash = r.Hash.String()
		return func(w io.Writer) error { return report.Markdown(w, rec.X, opt) }, nil
	}
	var x *engine.Exercise
	var seat string
	r, err := readLines(path, errOut, func(lines iter.Seq2[transcripts.Line, error]) (err error) {
		x, seat, err = session.LoadCopy(lines)
		return err
	})
	if err != nil {
		return nil, err
	}
	opt.Hash, opt.Withheld = r.Hash.String(), others(r)
	return func(w io.Writer) error { return report.Side(w, x, seat, opt) }, nil
}

// readRecord folds a transcript without taking it up.
func readRecord(path string, errOut io.Writer) (rec *session.Record, r transcripts.Report, err error) {
	r, err = readLines(path, errOut, func(lines iter.Seq2[transcripts.Line, error]) (err error) {
		rec, err = session.Load(lines, nil)
		return err
	})
	return rec, r, err
}

// readLines gives the lines of a transcript to what folds them. A tail that a
// crash or a running exercise left is passed over, with a word about it.
func readLines(path string, errOut io.Writer, fold func(iter.Seq2[transcripts.Line, error]) error) (transcripts.Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return transcripts.Report{}, fmt.Errorf("the transcript can't be read: %w", err)
	}
	defer func() { _ = f.Close() }() // only read from
	r := transcripts.NewReader(f)
	err = fold(func(yield func(transcripts.Line, error) bool) {
		for {
			l, err := r.Next()
			var bad *transcripts.BadLine
			if errors.As(err, &bad) && bad.Cut && bad.N > 1 {
				_, _ = fmt.Fprintf(errOut, "parley: %s\n", bad.Error())
				return
			}
			if errors.Is(err, io.EOF) || !yield(l, err) || err != nil {
				return
			}
		}
	})
	return r.Report(), err
}
