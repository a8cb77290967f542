package main

import (
	"io"

	"github.com/spf13/cobra"

	"parley/tui"
)

// newKeys is a topic of help: it runs nothing.
func newKeys() *cobra.Command {
	c := &cobra.Command{
		Use:   "keys",
		Short: "Every key and its word, as Markdown (docs/keys.md)",
	}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { _, _ = io.WriteString(c.OutOrStdout(), tui.KeyReference()) })
	return c
}
