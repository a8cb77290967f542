package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/scenarios"
	"parley/scenarios/book"
)

// printFlags are the flags of print.
type printFlags struct {
	output, lang, role string
	only               []string
	force              bool
}

func newPrint() *cobra.Command {
	f := &printFlags{}
	c := &cobra.Command{
		Use:   "print SCENARIO",
		Short: "Put a scenario on paper: briefing, role cards, envelopes, the facilitator's book",
		Long: `Print writes one page of HTML that holds all that a room needs on paper.
Open it in a browser and print it, A4 or Letter, on one side of the paper.

  briefing   for everyone, and a page for each side alone
  roles      a card for each role with its agency's authorities, and slips
  envelopes  each inject for each addressee, under a label to fold over it
  book       the facilitator's: agenda, MSEL, notes, what is expected

The page loads nothing and needs no network. It goes to ID.html in this folder.
Another file of that name is not replaced, unless print wrote it.`,
		Args: exactly(1, "a scenario"),
		RunE: func(c *cobra.Command, args []string) error { return f.print(c, args[0]) },
	}
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to this file; - is standard output")
	c.Flags().StringVar(&f.lang, "lang", "", "language, such as en or zh-Hans (default: the scenario's)")
	c.Flags().StringSliceVar(&f.only, "only", nil, "only these parts: briefing, roles, envelopes, book")
	c.Flags().StringVar(&f.role, "role", "", "only what this role may have")
	c.Flags().BoolVar(&f.force, "force", false, "replace a file that print did not write")
	return c
}

func (f *printFlags) print(c *cobra.Command, name string) error {
	sc, problems := scenarios.Open(name)
	if err := problems.Err(); err != nil {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s\n", problems.Errors())
		return fmt.Errorf("%s can't be printed: %s", name, counted(len(problems.Errors()), "error"))
	}
	opt, err := f.options(sc)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	sum, err := book.Print(&page, sc, opt)
	if err != nil {
		return usageError{err}
	}
	if f.output == "-" {
		_, err := page.WriteTo(c.OutOrStdout())
		return err
	}
	path := f.output
	if path == "" {
		path = sc.ID + ".html"
	}
	if !f.force {
		if err := mayReplace(path); err != nil {
			return err
		}
	}
	err = replaceFile(path, ".parley-print-*", func(w io.Writer) error {
		_, err := page.WriteTo(w)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", path, err)
	}
	tellPrinted(c.OutOrStdout(), path, sum)
	return nil
}

// options are what the flags ask for.
func (f *printFlags) options(sc *scenarios.Scenario) (book.Options, error) {
	opt := book.Options{Lang: f.lang, Role: f.role}
	for _, part := range f.only {
		opt.Only = append(opt.Only, book.Part(strings.TrimSpace(part)))
	}
	if _, err := languageOf(sc, f.lang); err != nil {
		return opt, err
	}
	if f.role != "" && !slices.Contains(roleIDs(sc), f.role) {
		return opt, usageError{fmt.Errorf("%s has no role %q; its roles are %s", sc.ID, f.role, strings.Join(roleIDs(sc), ", "))}
	}
	return opt, nil
}

// mayReplace refuses to overwrite what print did not write.
func mayReplace(path string) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s can't be replaced: %w", path, err)
	}
	defer func() { _ = file.Close() }() // only read from
	begin, err := io.ReadAll(io.LimitReader(file, 1<<10))
	if err != nil {
		return fmt.Errorf("%s can't be replaced: %w", path, err)
	}
	if !bytes.Contains(begin, []byte(book.Mark)) {
		return fmt.Errorf("%s exists and is not a page that print wrote: give another file with -o, or --force", path)
	}
	return nil
}

// tellPrinted says what is in the page and how it gets on paper.
func tellPrinted(out io.Writer, path string, sum book.Summary) {
	parts := make([]string, len(sum.Parts))
	control := false
	for i, part := range sum.Parts {
		switch part {
		case book.Roles:
			parts[i] = counted(sum.Roles, "role card")
		case book.Envelopes:
			parts[i] = counted(sum.Envelopes, "envelope")
		case book.Book:
			parts[i], control = "the facilitator's book", true
		default:
			parts[i] = "the " + string(part)
		}
	}
	tell(out, "%s: %s.\nOpen it in a browser and print it on one side of the paper, A4 or Letter, at 100 %%.", path, strings.Join(parts, ", "))
	if control {
		tell(out, "It holds what players must not see. For a page without that: --only briefing,roles,envelopes")
	}
}
