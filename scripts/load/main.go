// Command load puts Parley under load: hundreds of people with terminals of
// their own, over SSH on loopback, beside a minimal wish and Bubble Tea program
// with the same window. It prints a table of what came of it.
//
//	go run ./scripts/load                       300 seats for ten minutes
//	go run ./scripts/load -seats 40 -for 1m     a small run
//	go run ./scripts/load -idle -seats 1000     memory of 1,000 seats that do nothing
//	go run ./scripts/load -race -seats 60 -for 1m -only parley
//	go run ./scripts/load kill -seats 100       the server killed under load
//
// Every client is a terminal of 120×40 cells. It joins, looks at its side's log,
// and says every 20 seconds what it does, key by key; the scenario sends an
// inject to all every 10 seconds. Measured is how long it takes from the key
// that sends an action to its standing on each screen of its side, the actor's
// own and all others: a marker in its text is looked for in the cells of each
// screen. Server and generator are processes of their own on the same computer.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

// options are what a run is told.
type options struct {
	seats                 int
	length, every         time.Duration
	inject, first, settle time.Duration
	idle, race            bool
	only, profile         string
	verify                int
}

func (o *options) injects() int {
	if o.inject <= 0 {
		return 0
	}
	return int((o.first+o.length+10*time.Minute)/o.inject) + 1
}

func main() {
	if err := run(os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	kill := false
	if len(args) > 0 {
		switch args[0] {
		case "minimal":
			return minimal(args[1:])
		case "kill":
			kill, args = true, args[1:]
		}
	}
	o, err := readOptions(args)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "parley-load-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // a temporary folder
	if kill {
		return killed(o, dir)
	}
	return compare(o, dir)
}

func readOptions(args []string) (*options, error) {
	o := &options{}
	set := flag.NewFlagSet("load", flag.ContinueOnError)
	set.IntVar(&o.seats, "seats", 300, "people at terminals of their own")
	set.DurationVar(&o.length, "for", 10*time.Minute, "how long they act")
	set.DurationVar(&o.every, "every", 20*time.Second, "how often each one acts")
	set.DurationVar(&o.inject, "injects", 10*time.Second, "how often an inject comes to all; 0: none")
	set.DurationVar(&o.first, "first", time.Minute, "when the first inject comes, after the server began")
	set.DurationVar(&o.settle, "settle", 10*time.Second, "how long to wait after joining before memory is measured")
	set.BoolVar(&o.idle, "idle", false, "only join: memory of idle seats")
	set.BoolVar(&o.race, "race", false, "build Parley with the race detector")
	set.StringVar(&o.only, "only", "", "only parley, or only minimal")
	set.StringVar(&o.profile, "profile", "", "write profiles of Parley under load into this folder")
	set.IntVar(&o.verify, "verify", 0, "hold the screens of so many clients against a full emulator (costs much)")
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if o.idle {
		o.length, o.inject = 0, 0
	}
	if o.seats < sides || o.seats > sides*999 || set.NArg() > 0 {
		return nil, fmt.Errorf("give flags only, and from %d to %d seats", sides, sides*999)
	}
	return o, nil
}

// compare measures one program after the other and prints the table.
func compare(o *options, dir string) error {
	var programs []*program
	if o.only != "minimal" {
		p, err := newParley(o, dir)
		if err != nil {
			return err
		}
		programs = append(programs, p.program())
	}
	if o.only != "parley" {
		p, err := theMinimal(o)
		if err != nil {
			return err
		}
		programs = append(programs, p)
	}
	var figures []*figure
	for _, p := range programs {
		note("%s: %d seats for %v", p.name, o.seats, o.length)
		f, err := measure(o, p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		figures = append(figures, f)
	}
	return table(os.Stdout, o, figures)
}
