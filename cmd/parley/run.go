package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/bots"
	"parley/engine/session"
	"parley/scenarios"
	"parley/transcripts"
)

// runFlags are what run and resume are told.
type runFlags struct {
	bots       string
	play       string
	headless   bool
	plain      bool
	rate       string
	transcript string
	seed       uint64
	name       string
	seat       string
	lang       string
	asJSON     bool
	noBell     bool
	forgetPIN  bool
	listenFlags
}

func (f *runFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.bots, "bots", "", "seats that bots fill: all, or a list like alder-cyber,birch-cyber")
	c.Flags().StringVar(&f.play, "play", "", "play the steps of this file")
	c.Flags().BoolVar(&f.headless, "headless", false, "run without a screen; without --listen a bot sits in control's seat")
	c.Flags().BoolVar(&f.plain, "plain", false, "lines in, lines out: for screen readers, braille lines, poor terminals and pipes")
	c.Flags().StringVar(&f.rate, "rate", "", "exercise time per wall time: 2, 1/2, or max (headless: as fast as it goes)")
	c.Flags().StringVar(&f.seat, "seat", engine.SeatControl, "your seat, where control sits in several: control for the lead, control/SIDE for a side's controller")
	c.Flags().StringVar(&f.name, "name", "Facilitator", "name of the person at this console, for the record")
	c.Flags().StringVar(&f.lang, "lang", "", "language of control's console: en or zh-Hans (default: the scenario's)")
	c.Flags().BoolVar(&f.noBell, "no-bell", false, "begin with the bell for what is urgent turned off")
	c.Flags().BoolVar(&f.asJSON, "json", false, "with --headless, print the result as JSON")
	f.listenFlags.add(c)
}

func newRun() *cobra.Command {
	f := &runFlags{}
	c := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Run an exercise",
		Long: `Run opens control's console on a new exercise. SCENARIO is the name of one that
comes with Parley (see parley scenarios), a file, or a folder.

The transcript lies in your data directory, named by scenario and date, unless
--transcript says otherwise. An exercise that was cut short goes on with
parley resume.

With --listen, people join at terminals of their own, with ssh and the code on
the slip of their seat (parley slips, or else this makes them): players,
simulators, evaluators, observers, further facilitators, a projector. The
console can be closed meanwhile. With --headless too there is none: a facilitator
joins as control, and it stays open until it is stopped.`,
		Args: exactly(1, "a scenario"),
		RunE: func(c *cobra.Command, args []string) error { return run(c, args[0], f) },
	}
	f.add(c)
	c.Flags().StringVar(&f.transcript, "transcript", "", "write the transcript to this new file")
	c.Flags().Uint64Var(&f.seed, "seed", 0, "seed of all draws (default: a random one)")
	return c
}

func run(c *cobra.Command, name string, f *runFlags) error {
	num, den, fastest, err := f.check()
	if err != nil {
		return err
	}
	script, err := readPlay(f.play)
	if err != nil {
		return err
	}
	sc, problems := scenarios.Open(name)
	if err := problems.Err(); err != nil {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "%s\n", problems.Errors())
		return fmt.Errorf("%s can't be run: %s", name, counted(len(problems.Errors()), "error"))
	}
	if err := f.controlSeat(sc); err != nil {
		return err
	}
	seats, err := botSeats(sc, f)
	if err != nil {
		return err
	}
	if err := f.onScreen(c); err != nil {
		return err
	}
	b, err := openLobby(&f.listenFlags, sc)
	if err != nil {
		return err
	}
	defer b.close()
	if !c.Flags().Changed("seed") {
		f.seed = randomSeed()
	}
	path, err := transcriptPath(f.transcript, sc.ID, time.Now())
	if err != nil {
		return err
	}
	if err := b.codesForNew(path, seats, f); err != nil {
		return err
	}
	opts := transcripts.Options{}
	wall := time.Now().UnixMilli()
	if fastest {
		opts.Salts = transcripts.SeededSalts(session.SaltSeed(sc.ID, f.seed))
		wall = sc.Phases[0].Story.UnixMilli()
	}
	store, err := transcripts.Create(path, opts)
	if err != nil {
		return err
	}
	rec, err := session.Begin(engine.New(sc, f.seed), store, version, wall, seats)
	if err == nil {
		err = takeSeats(rec, seats, f, wall)
	}
	if err == nil {
		err = (&show{cmd: c, f: f, rec: rec, path: path, seats: seats, script: script, num: num, den: den, fastest: fastest, lobby: b}).run(c.Context())
	}
	return closed(store, err)
}

// closed closes a transcript; if something went wrong before, that is what
// there is to say.
func closed(store *transcripts.File, err error) error {
	closing := store.Close()
	if err != nil {
		return err
	}
	return closing
}

// check makes sense of the flags together.
func (f *runFlags) check() (num, den int64, fastest bool, err error) {
	num, den, fastest, err = parseRate(f.rate)
	switch {
	case err != nil:
		return 0, 0, false, err
	case fastest && f.listen != "":
		return 0, 0, false, usageError{errors.New("--rate max is over in a moment: with --listen leave it out")}
	case fastest && !f.headless:
		return 0, 0, false, usageError{errors.New("--rate max needs --headless: nobody could follow it on a screen")}
	case f.plain && f.headless:
		return 0, 0, false, usageError{errors.New("--plain shows the console in lines, and --headless has none: take one of them")}
	case f.forgetPIN && f.headless:
		return 0, 0, false, usageError{errors.New("--forget-pin is for a console: leave --headless out")}
	case f.asJSON && !f.headless:
		return 0, 0, false, usageError{errors.New("--json needs --headless: otherwise the result is on the screen")}
	}
	return num, den, fastest, f.listenFlags.check()
}

// controlSeat sees that the person's seat is one of control's.
func (f *runFlags) controlSeat(sc *scenarios.Scenario) error {
	seats := engine.ControlSeats(sc)
	if slices.Contains(seats, f.seat) {
		return nil
	}
	return usageError{fmt.Errorf("--seat %s: control's seats in %s are %s; a player's seat is reached from there", f.seat, sc.ID, strings.Join(seats, ", "))}
}

// onScreen sees that there is a screen, before anything is written.
func (f *runFlags) onScreen(c *cobra.Command) error {
	in, isFile := c.InOrStdin().(*os.File)
	out, alsoFile := c.OutOrStdout().(*os.File)
	if f.headless || f.plain || isFile && alsoFile && term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd()) {
		return nil
	}
	return usageError{errors.New("the console needs a terminal, and this is none; --plain does without, and --headless runs without a console")}
}

// parseRate reads "2", "1/2", "max" or "" (1).
func parseRate(s string) (num, den int64, fastest bool, err error) {
	if s == "" {
		return 1, 1, false, nil
	}
	if s == "max" {
		return 1, 1, true, nil
	}
	a, b, ratio := strings.Cut(s, "/")
	num, err = strconv.ParseInt(a, 10, 64)
	den = 1
	if err == nil && ratio {
		den, err = strconv.ParseInt(b, 10, 64)
	}
	if err != nil || num < 1 || den < 1 || num > 100_000 || den > 100_000 {
		return 0, 0, false, usageError{fmt.Errorf("--rate %s: give a whole number from 1 to 100000, a ratio like 1/2, or max", s)}
	}
	return num, den, false, nil
}

func readPlay(path string) ([]engine.Command, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the play file can't be read: %w", err)
	}
	return bots.ReadPlay(filepath.Base(path), data)
}

// botSeats says in which seats bots sit, control's first.
func botSeats(sc *scenarios.Scenario, f *runFlags) ([]string, error) {
	want := map[string]bool{}
	for _, s := range strings.Split(f.bots, ",") {
		if s = strings.TrimSpace(s); s != "" {
			want[s] = true
		}
	}
	if want[f.seat] && !f.headless {
		return nil, usageError{fmt.Errorf("--bots %s needs --headless: on a screen you sit in that seat", f.seat)}
	}
	var seats []string
	for _, id := range append(engine.ControlSeats(sc), roleIDs(sc)...) {
		wanted := want["all"] || want[id]
		// Without people somebody has to lead, unless a play file does.
		leads := engine.IsControl(id) && f.headless && f.play == ""
		if f.listen != "" && engine.IsControl(id) {
			leads, wanted = false, want[id] // people do, unless it is named
		}
		if leads || wanted && (f.headless || id != f.seat) {
			seats = append(seats, id)
		}
		delete(want, id)
	}
	delete(want, "all")
	for s := range want {
		return nil, usageError{fmt.Errorf("--bots: %s has no seat %q; its seats are %s", sc.ID, s, strings.Join(roleIDs(sc), ", "))}
	}
	return seats, nil
}

func roleIDs(sc *scenarios.Scenario) []string {
	ids := make([]string, len(sc.Roles))
	for i := range sc.Roles {
		ids[i] = sc.Roles[i].ID
	}
	return ids
}

// takeSeats records who sits where at the beginning.
func takeSeats(rec *session.Record, seats []string, f *runFlags, wall int64) error {
	give := func(seat, by string, op engine.Op) error {
		return rec.Give(engine.Command{Wall: wall, By: by, Seat: seat, Said: engine.SaidNow, Op: op})
	}
	for _, s := range seats {
		if err := give(s, bots.By, engine.Join{Person: bots.By, Bot: true}); err != nil {
			return err
		}
	}
	if f.headless {
		return nil
	}
	return give(f.seat, person, engine.Join{Person: person, Name: f.name})
}

func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:])                        // never fails, by its contract
	return binary.LittleEndian.Uint64(b[:]) >> 11 // fits a JSON number everywhere
}

// transcriptPath is where a new transcript goes; it never names a file that
// exists.
func transcriptPath(given, id string, now time.Time) (string, error) {
	if given != "" {
		if info, err := os.Stat(filepath.Dir(given)); err != nil || !info.IsDir() {
			return "", fmt.Errorf("%s can't be written: there is no folder %s; make it first, or name another place", given, filepath.Dir(given))
		}
		if _, err := os.Lstat(given); err == nil {
			return "", fmt.Errorf("%s exists already, and a transcript is never overwritten: give another name, or go on with it by parley resume %s", given, given)
		}
		return given, nil
	}
	dir := filepath.Join(xdg.DataHome, "parley", "transcripts")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("the folder for transcripts can't be made: %w; --transcript names another place", err)
	}
	base := id + "-" + now.Format("2006-01-02-1504")
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		path := filepath.Join(dir, name+".jsonl")
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path, nil
		}
	}
}

// person is who sits at this console.
const person = "p1"

// host is the session as the console's person gives commands to it.
type host struct{ *session.Session }

// Do gives a command for the person at this console, or for whom the screen
// says it was handed over to or who speaks.
func (h host) Do(ctx context.Context, cmd engine.Command) (engine.Answer, error) {
	if cmd.By == "" {
		cmd.By = person
	}
	return h.Session.Do(ctx, cmd)
}

// tell writes a line to the person, best effort.
func tell(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\n", args...) }
