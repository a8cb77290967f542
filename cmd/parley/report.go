package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

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
exercise runs.`,
		Args: exactly(1, "a transcript"),
		RunE: func(c *cobra.Command, args []string) error {
			return writeReport(c.OutOrStdout(), c.ErrOrStderr(), args[0], output)
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this file instead of standard output")
	return c
}

func writeReport(out, errOut io.Writer, path, output string) error {
	rec, hash, err := readRecord(path, errOut)
	if err != nil {
		return err
	}
	opt := report.Options{Transcript: filepath.Base(path), Hash: hash}
	if output == "" {
		return report.Markdown(out, rec.X, opt)
	}
	err = replaceFile(output, ".parley-report-*", func(w io.Writer) error { return report.Markdown(w, rec.X, opt) })
	if err != nil {
		return fmt.Errorf("the report can't be written: %w", err)
	}
	return nil
}

// readRecord folds a transcript without taking it up. A tail that a crash or a
// running exercise left is passed over, with a word about it.
func readRecord(path string, errOut io.Writer) (*session.Record, string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, "", fmt.Errorf("the transcript can't be read: %w", err)
	}
	defer func() { _ = f.Close() }() // only read from
	r := transcripts.NewReader(f)
	lines := func(yield func(transcripts.Line, error) bool) {
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
	}
	rec, err := session.Load(lines, nil)
	if err != nil {
		return nil, "", err
	}
	return rec, r.Report().Hash.String(), nil
}
