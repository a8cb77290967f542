package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"parley/scenarios"
)

// listed is a scenario as --json gives it.
type listed struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Family  string `json:"family"`
	Style   string `json:"style"`
	Minutes int    `json:"minutes"`
	Summary string `json:"summary"`
}

func newScenarios() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "scenarios",
		Short: "List the scenarios that come with Parley",
		Args:  exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			library := scenarios.Library()
			list := make([]listed, 0, len(library))
			for _, e := range library {
				list = append(list, listed{e.ID, e.Title.In("en"), e.Family, e.Style, e.Minutes, e.Summary.In("en")})
			}
			if asJSON {
				enc := json.NewEncoder(c.OutOrStdout())
				enc.SetIndent("", "  ")
				return enc.Encode(list)
			}
			w := tabwriter.NewWriter(c.OutOrStdout(), 0, 4, 2, ' ', 0)
			for _, l := range list {
				if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%d min\n", l.ID, l.Title, l.Family, l.Minutes); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON")
	return c
}
