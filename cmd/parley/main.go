// Command parley runs tabletop exercises on cybercrime and network protection
// in a terminal.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	_ "time/tzdata" // hosts without zone files know the sides' clocks too

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/words"
)

// Exit codes.
const (
	exitFine   = 0
	exitFailed = 1 // the thing asked for failed
	exitUsage  = 2 // it was asked for wrongly
)

func main() {
	os.Exit(start(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// start runs a command line and returns the exit code. Tests call it in
// process.
func start(args []string, in io.Reader, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP) // the last: the terminal was closed
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	var said saidError
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &said):
		return exitFailed
	case errors.As(err, &usage):
		_, _ = fmt.Fprintf(errOut, "parley: %s\n", inWords(err))
		return exitUsage
	}
	_, _ = fmt.Fprintf(errOut, "parley: %s\n", inWords(err))
	return exitFailed
}

// usageError is a command line that makes no sense.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// saidError is a failure whose result was printed already.
type saidError struct{ error }

// inWords says an error for the person who reads it.
func inWords(err error) string {
	var r *engine.Refusal
	if errors.As(err, &r) {
		return words.Say("en", "refusal."+r.Code, r.Args)
	}
	return err.Error()
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "parley",
		Short: "Run tabletop exercises on cybercrime and network protection",
		Long: `Parley runs tabletop exercises between governments, companies and their
regulators. Planners write a scenario; facilitators run it on a clock; players
respond; the record says afterwards who did what, and on which legal basis.

To see one at once:  parley run quiet-lathe --bots all`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command %q; parley help lists them", args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see parley help %s", err, c.Name())}
	})
	root.AddCommand(newRun(), newResume(), newCheck(), newPrint(), newSlips(), newVerify(), newScenarios(), newReport(), newExport(), newAuthorities(), newVersion(), newKeys())
	return root
}

// exactly wants n arguments, and says what they are for otherwise.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("%s needs %s: %s", c.CommandPath(), what, c.UseLine())}
		}
		return nil
	}
}
