package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"parley/engine"
)

// version of this Parley, as records name it.
const version = "0.1.0"

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "parley %s (rules %d, %s %s/%s)\n", version, engine.Rules, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
