package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parley/scenarios"
)

func newCheck() *cobra.Command {
	var asJSON, reference, schema bool
	c := &cobra.Command{
		Use:   "check SCENARIO",
		Short: "Find every mistake in a scenario",
		Long: `Check reads a scenario (a file, a folder, or the name of one that comes with
Parley) and lists every mistake with file, line, column, the line itself and
what was probably meant. The exit code is 0 if it can be run, 1 if not.`,
		Args: func(c *cobra.Command, args []string) error {
			if reference || schema {
				return exactly(0, "no scenario with --reference or --schema")(c, args)
			}
			return exactly(1, "a scenario")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case reference:
				_, err := io.WriteString(c.OutOrStdout(), scenarios.Reference())
				return err
			case schema:
				_, err := c.OutOrStdout().Write(scenarios.JSONSchema())
				return err
			}
			return check(c.OutOrStdout(), args[0], asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the mistakes as JSON")
	c.Flags().BoolVar(&reference, "reference", false, "print the reference of the format (docs/format.md)")
	c.Flags().BoolVar(&schema, "schema", false, "print the JSON Schema for editors")
	return c
}

func check(out io.Writer, name string, asJSON bool) error {
	sc, problems := scenarios.Open(name)
	failed := problems.Err() != nil
	if asJSON {
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		if problems == nil {
			problems = scenarios.Problems{}
		}
		if err := enc.Encode(problems); err != nil {
			return err
		}
	} else {
		for _, p := range problems {
			if _, err := fmt.Fprintln(out, p); err != nil {
				return err
			}
		}
		summary := fmt.Sprintf("%s: %s", name, counted(len(problems.Errors()), "error")+", "+counted(len(problems.Warnings()), "warning"))
		if !failed {
			summary = fmt.Sprintf("%s: fine. %s, %s, %s, %s", name, counted(len(sc.Roles), "role"), counted(len(sc.Injects), "inject"),
				counted(len(sc.Authorities), "authorit(y|ies)"), counted(len(problems), "warning"))
		}
		if _, err := fmt.Fprintln(out, summary); err != nil {
			return err
		}
	}
	if failed {
		return saidError{errors.New("the scenario has errors")}
	}
	return nil
}

// counted says "1 role" or "2 roles"; noun(a|b) has its own endings.
func counted(n int, noun string) string {
	one, many := noun, noun+"s"
	if noun == "authorit(y|ies)" {
		one, many = "authority", "authorities"
	}
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
