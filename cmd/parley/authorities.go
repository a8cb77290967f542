package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parley/engine/words"
	"parley/scenarios"
	"parley/scenarios/book"
	"parley/tui"
)

// authoritiesFlags are the flags of authorities.
type authoritiesFlags struct {
	lang             string
	actions, request []string
	width            int
}

func newAuthorities() *cobra.Command {
	f := &authoritiesFlags{}
	c := &cobra.Command{
		Use:   "authorities SCENARIO",
		Short: "Show how each side may do each action: who, on what basis, with whose approval",
		Long: `Authorities prints the authority map: for each action, and each kind of request
for assistance, the ways of all sides side by side, as they have stated their
authorities. From 100 columns on the sides stand beside each other, else one
below the other; without a terminal there are 80. It says what control may
know: players have their own side's cards.`,
		Args: exactly(1, "a scenario"),
		RunE: func(c *cobra.Command, args []string) error { return f.print(c, args[0]) },
	}
	c.Flags().StringSliceVar(&f.actions, "action", nil, "only these actions, by id")
	c.Flags().StringSliceVar(&f.request, "request", nil, "only these kinds of request, by id")
	c.Flags().StringVar(&f.lang, "lang", "", "language, such as en or zh-Hans (default: the scenario's)")
	c.Flags().IntVar(&f.width, "width", 0, "columns (default: the terminal's, else 80)")
	return c
}

func (f *authoritiesFlags) print(c *cobra.Command, name string) error {
	sc, problems := scenarios.Open(name)
	if err := problems.Err(); err != nil {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s\n", problems.Errors())
		return fmt.Errorf("%s can't be read: %s", name, counted(len(problems.Errors()), "error"))
	}
	if f.width != 0 && f.width < 40 {
		return usageError{errors.New("--width must be 40 or more")}
	}
	ids, err := f.ids(sc)
	if err != nil {
		return err
	}
	lang, err := languageOf(sc, f.lang)
	if err != nil {
		return err
	}
	_, err = io.WriteString(c.OutOrStdout(), tui.AuthorityMap(sc, lang, columns(c.OutOrStdout(), f.width), ids))
	return err
}

// ids are the actions and kinds of request to show: those asked for, else all.
func (f *authoritiesFlags) ids(sc *scenarios.Scenario) ([]string, error) {
	actions := sc.ActionIDs()
	kinds := make([]string, len(sc.Requests))
	for i := range sc.Requests {
		kinds[i] = sc.Requests[i].ID
	}
	if f.actions == nil && f.request == nil {
		return append(actions, kinds...), nil
	}
	for _, id := range f.actions {
		if !slices.Contains(actions, id) {
			return nil, usageError{fmt.Errorf("%s has no action %q; its actions are %s", sc.ID, id, strings.Join(actions, ", "))}
		}
	}
	for _, id := range f.request {
		if len(kinds) == 0 {
			return nil, usageError{fmt.Errorf("%s has no kinds of request", sc.ID)}
		}
		if !slices.Contains(kinds, id) {
			return nil, usageError{fmt.Errorf("%s has no kind of request %q; its kinds are %s", sc.ID, id, strings.Join(kinds, ", "))}
		}
	}
	return slices.Concat(f.actions, f.request), nil
}

// languageOf is the language asked for, if there is something in it; else the
// scenario's.
func languageOf(sc *scenarios.Scenario, lang string) (string, error) {
	if lang == "" {
		return sc.Language, nil
	}
	langs := book.Languages(sc)
	if !words.Spoken(lang) && !slices.ContainsFunc(langs, func(tag string) bool { return scenarios.SameLanguage(tag, lang) }) {
		return "", usageError{fmt.Errorf("--lang %s: there is no text in it; there are %s", lang, strings.Join(langs, ", "))}
	}
	return lang, nil
}

// columns are those asked for, else the terminal's, else 80.
func columns(out io.Writer, asked int) int {
	if asked != 0 {
		return asked
	}
	if f, ok := out.(*os.File); ok && term.IsTerminal(f.Fd()) {
		if w, _, err := term.GetSize(f.Fd()); err == nil && w >= 40 {
			return w
		}
	}
	return 80
}
