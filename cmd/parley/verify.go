package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parley/transcripts"
)

// verified is what verify --json gives.
type verified struct {
	File     string         `json:"file"`
	Intact   bool           `json:"intact"`
	Lines    int            `json:"lines"`  // good ones
	Events   int            `json:"events"` // in them
	Hash     string         `json:"hash"`   // of the last good line
	Expunged int            `json:"expunged"`
	For      []string       `json:"for,omitempty"`
	Withheld map[string]int `json:"withheld,omitempty"`
	BadLine  int            `json:"bad-line,omitempty"`
	Why      string         `json:"why,omitempty"`
}

func newVerify() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify TRANSCRIPT",
		Short: "Check that a transcript is whole and unchanged",
		Args:  exactly(1, "a transcript"),
		RunE: func(c *cobra.Command, args []string) error {
			return verify(c.OutOrStdout(), c.ErrOrStderr(), args[0], asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

func verify(out, errOut io.Writer, path string, asJSON bool) error {
	r, err := transcripts.VerifyFile(path)
	var bad *transcripts.BadLine
	if err != nil && !errors.As(err, &bad) {
		return fmt.Errorf("the transcript can't be read: %w", err)
	}
	v := verified{
		File: path, Intact: err == nil, Lines: r.Lines, Events: r.Events, Hash: r.Hash.String(), Expunged: r.Expunged, For: r.For, Withheld: r.Withheld,
	}
	if bad != nil {
		v.BadLine, v.Why = bad.N, bad.Error()
	}
	switch {
	case asJSON:
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(v); err != nil {
			return err
		}
	case bad != nil:
		_, _ = fmt.Fprintf(errOut, "parley: %s is not intact: %s\n", path, bad.Error())
	default:
		tellIntact(out, &v, r)
	}
	if bad != nil {
		return saidError{err}
	}
	return nil
}

func tellIntact(out io.Writer, v *verified, r transcripts.Report) {
	_, _ = fmt.Fprintf(out, "%s: %s, %s, intact.\n", v.File, counted(v.Lines, "line"), counted(v.Events, "event"))
	if v.Expunged > 0 {
		_, _ = fmt.Fprintf(out, "%s expunged, as recorded.\n", counted(v.Expunged, "event"))
	}
	if n := len(r.Unblanked); n > 0 {
		_, _ = fmt.Fprintf(out, "%s recorded as expunged but still there: parley resume finishes that.\n", counted(n, "event"))
	}
	if len(v.For) > 0 {
		tell(out, "It is the copy of the record for %s. %s.", andList(v.For), withheld(r))
	}
	_, _ = fmt.Fprintf(out, "Hash of the last line: %s\nWhoever notes it on paper can prove later that nothing was changed.\n", v.Hash)
}
