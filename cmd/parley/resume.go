package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/bots"
	"parley/engine/session"
	"parley/transcripts"
)

func newResume() *cobra.Command {
	f := &runFlags{}
	c := &cobra.Command{
		Use:   "resume TRANSCRIPT",
		Short: "Go on with an exercise from its transcript",
		Long: `Resume takes up an exercise that was cut short: by a crash, a power cut, or
because somebody left the console. It starts paused, at the last recorded time.
Bots sit where they sat, unless --bots says otherwise.

With --listen people join at terminals of their own, with the codes that they
had: each finds their seat as they left it. See parley help run.`,
		Args: exactly(1, "a transcript"),
		RunE: func(c *cobra.Command, args []string) error { return resume(c, args[0], f) },
	}
	f.add(c)
	c.Flags().BoolVar(&f.forgetPIN, "forget-pin", false, "clear the PIN of control's console; a screen that was handed over is control's again")
	return c
}

func resume(c *cobra.Command, path string, f *runFlags) error {
	num, den, fastest, err := f.check()
	if err != nil {
		return err
	}
	if err := f.onScreen(c); err != nil {
		return err
	}
	script, err := readPlay(f.play)
	if err != nil {
		return err
	}
	opts := transcripts.Options{}
	if fastest {
		h, err := readHeader(path)
		if err != nil {
			return fmt.Errorf("%s can't be resumed: %w", path, err)
		}
		opts.Salts = transcripts.SeededSalts(session.SaltSeed(h.ID, h.Seed))
	}
	store, recovery, err := transcripts.Open(path, opts)
	if err != nil {
		return fmt.Errorf("%s can't be resumed: %w", path, err)
	}
	tellRecovery(c, recovery)
	err = resumeStore(c, path, f, store, &show{cmd: c, f: f, path: path, script: script, num: num, den: den, fastest: fastest})
	return closed(store, err)
}

func resumeStore(c *cobra.Command, path string, f *runFlags, store *transcripts.File, s *show) error {
	rec, err := session.Load(store.Lines(), store)
	if err != nil {
		return fmt.Errorf("%s can't be resumed: %w", path, err)
	}
	s.rec = rec
	clock := rec.X.Clock()
	if clock.Life == engine.Over && f.headless && f.listen == "" {
		tell(c.ErrOrStderr(), "This exercise has ended already.")
		return s.finish(nil)
	}
	sat := sittingBots(rec.X)
	if f.bots == "" {
		s.seats = sat
		if clock.Life == engine.Planned {
			s.seats = rec.Bots // cut off before all of them had sat down
		}
		s.seats = without(s.seats, f.seat)
		if f.headless && f.listen == "" && (len(s.script) == 0 || slices.Contains(rec.Bots, engine.SeatControl)) {
			s.seats = append([]string{engine.SeatControl}, s.seats...)
		}
	} else if s.seats, err = botSeats(rec.X.Scenario(), f); err != nil {
		return err
	}
	if err := f.controlSeat(rec.X.Scenario()); err != nil {
		return err
	}
	shut, err := s.listenAgain()
	defer shut()
	if err != nil {
		return err
	}
	if !c.Flags().Changed("name") {
		f.name = lastName(rec.X, f.seat, f.name)
	}
	wall := time.Now().UnixMilli()
	if s.fastest {
		wall = rec.X.Scenario().Phases[0].Story.UnixMilli() + clock.T
	}
	if err := rec.Give(engine.Command{Wall: wall, Seat: engine.SeatControl, Said: engine.SaidNow, Op: engine.Reopen{Rules: engine.Rules}}); err != nil {
		return err
	}
	if err := takeSeats(rec, without(s.seats, sat...), f, wall); err != nil {
		return err
	}
	if !c.Flags().Changed("rate") {
		s.num, s.den = clock.Num, clock.Den
	}
	tell(c.ErrOrStderr(), "Resumed at %s, %s.", engine.FormatT(clock.T), counted(rec.X.Events(), "event"))
	return s.run(c.Context())
}

// listenAgain opens the way in for those who had joined. What it returns closes
// it, and can be called when all is closed.
func (s *show) listenAgain() (shut func(), err error) {
	s.lobby, err = openLobby(&s.f.listenFlags, s.rec.X.Scenario())
	if s.lobby == nil {
		return func() {}, err
	}
	s.openDesk()
	shut = func() {
		s.lobby.close()
		_ = s.desk.Close() // whoever kept something in it has closed it before
	}
	return shut, s.lobby.codesForOld(s.path, s.desk.Codes(), s.seats, s.f)
}

// lastName is what the person at a seat was called before, else other.
func lastName(x *engine.Exercise, seat, other string) string {
	v, _ := x.View(seat)
	for _, who := range v.Sitting(seat) {
		if who.Person == person && who.Name != "" {
			other = who.Name
		}
	}
	return other
}

func tellRecovery(c *cobra.Command, r *transcripts.Recovery) {
	if r == nil {
		return
	}
	if r.Line > 0 {
		tell(c.ErrOrStderr(), "Line %d %s. No line says that it was safely on disk. It was cut off (%d bytes) and kept in %s.", r.Line, r.Detail, r.Bytes, r.SavedAs)
	}
	if len(r.Blanked) > 0 {
		tell(c.ErrOrStderr(), "%s recorded as expunged: now gone.", counted(len(r.Blanked), "event"))
	}
}

// sittingBots are the seats in which the record has bots, control's first.
func sittingBots(x *engine.Exercise) []string {
	ids := append(engine.ControlSeats(x.Scenario()), roleIDs(x.Scenario())...)
	var out []string
	for _, id := range ids {
		v, _ := x.View(id) // who sits there, the seat itself may know
		for _, who := range v.Sitting(id) {
			if who.Bot && who.Person == bots.By {
				out = append(out, id)
				break
			}
		}
	}
	return out
}

func without(seats []string, drop ...string) []string {
	var out []string
	for _, s := range seats {
		keep := true
		for _, d := range drop {
			keep = keep && s != d
		}
		if keep {
			out = append(out, s)
		}
	}
	return out
}

// readHeader reads the first line of a transcript.
func readHeader(path string) (engine.Header, error) {
	f, err := os.Open(path)
	if err != nil {
		return engine.Header{}, err
	}
	defer func() { _ = f.Close() }() // only read from
	r := transcripts.NewReader(f)
	line, err := r.Next()
	switch {
	case err != nil:
		return engine.Header{}, err
	case r.Report().For != nil:
		return engine.Header{}, transcripts.ErrExport
	}
	return engine.ReadHeader(line.Leaves[0].Content)
}
