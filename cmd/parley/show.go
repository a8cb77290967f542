package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/bots"
	"parley/engine/session"
	"parley/transcripts"
	"parley/tui"
)

// show is one exercise being run or taken up again.
type show struct {
	cmd      *cobra.Command
	f        *runFlags
	rec      *session.Record
	path     string
	seats    []string
	script   []engine.Command
	num, den int64
	fastest  bool
	refused  int
	lobby    *lobby // nil without --listen
	desk     *session.Desk
	news     string // of the desk
}

func (s *show) run(ctx context.Context) error {
	errOut := s.cmd.ErrOrStderr()
	tell(errOut, "Transcript: %s", s.path)
	tell(errOut, "Seed: %d", s.rec.X.Seed())
	driver := bots.NewDriver(s.rec.X, s.seats, s.script)
	driver.Refused = func(c engine.Command, err error) {
		s.refused++
		tell(errOut, "At %s the %s of %s was refused: %s", engine.FormatT(c.T), engine.OpName(c.Op), c.Seat, inWords(err))
	}
	if s.fastest {
		return s.asFastAsItGoes(ctx, driver)
	}
	if c := s.rec.X.Clock(); s.num != c.Num || s.den != c.Den {
		rate := engine.SetRate{Num: s.num, Den: s.den}
		if err := s.rec.Give(engine.Command{Wall: time.Now().UnixMilli(), By: s.author(), Seat: engine.SeatControl, Said: engine.SaidNow, Op: rate}); err != nil {
			return err
		}
	}
	live := session.Open(s.rec, driver, s.path, time.Now)
	defer live.Close()
	if s.f.headless && s.lobby == nil {
		err := s.follow(ctx, live, nil)
		live.Close()
		return s.finish(err)
	}
	s.openDesk()
	g, err := s.letIn(ctx, live)
	if err == nil && s.f.headless {
		err = s.follow(ctx, live, g)
	} else if err == nil {
		err = s.console(ctx, live, g)
	}
	g.close()
	live.Close()
	if err := s.desk.Close(); err != nil {
		tell(errOut, "Drafts that were not sent could not be kept: %v", err)
	}
	if s.f.headless {
		return s.finish(err)
	}
	tell(errOut, "Transcript: %s", s.path)
	if s.rec.X.Clock().Life != engine.Over {
		tell(errOut, "The exercise has not ended. It goes on with: parley resume %s", s.again())
	}
	return errors.Join(err, live.Err())
}

// again is how the exercise is taken up again.
func (s *show) again() string {
	if s.lobby == nil {
		return s.path
	}
	how := " --listen " + s.lobby.flags.listen
	if s.f.headless {
		how = " --headless" + how
	}
	return s.path + how
}

// console shows control's console until its reader leaves it, and then goes on
// for the others if they want it so.
func (s *show) console(ctx context.Context, live *session.Session, g *guests) error {
	goOn, err := tui.Run(ctx, host{live}, tui.Options{
		Person: person, In: s.cmd.InOrStdin(), Out: s.cmd.OutOrStdout(), Desk: s.desk, News: s.news, NoBell: s.f.noBell, Lang: s.f.lang, Plain: s.f.plain, Seat: s.f.seat,
		Room: g.consoleRoom(),
	})
	if err != nil || !goOn || g == nil {
		if g != nil {
			s.sayWays()
		}
		return err
	}
	if err = s.withoutScreen(ctx, live, g); errors.Is(err, context.Canceled) {
		return nil // it was stopped as it was said
	}
	return err
}

// openDesk opens the desk of the transcript, if it is not open yet, and says if
// there is something to say of it.
func (s *show) openDesk() {
	if s.desk != nil {
		return
	}
	var err error
	if s.desk, err = session.OpenDesk(s.path, fmt.Sprintf("%s/%d", s.rec.X.Scenario().ID, s.rec.X.Seed())); err != nil {
		s.news = err.Error()
		tell(s.cmd.ErrOrStderr(), "%s", s.news)
	}
	if s.f.forgetPIN {
		s.desk.ForgetPIN()
		tell(s.cmd.ErrOrStderr(), "The PIN of control's console is cleared.")
	}
}

func (s *show) author() string {
	if s.f.headless {
		return bots.By
	}
	return person
}

func (s *show) asFastAsItGoes(ctx context.Context, driver *bots.Driver) error {
	next := time.Now()
	err := session.Run(ctx, s.rec, driver, func(t engine.Millis, events int) {
		if now := time.Now(); now.After(next) {
			next = now.Add(time.Second)
			tell(s.cmd.ErrOrStderr(), "%s  %d events", engine.FormatT(t), events)
		}
	})
	return s.finish(err)
}

// follow says how an exercise without a screen goes on, until ENDEX or an
// interrupt. With guests it stays open after ENDEX, for the hot wash, until it
// is stopped.
func (s *show) follow(ctx context.Context, live *session.Session, g *guests) error {
	changed, cancel := live.Watch(engine.SeatControl)
	defer cancel()
	phase := ""
	next := time.Now()
	over := false
	for {
		v, _ := live.View(engine.SeatControl)
		c := v.Clock()
		if seg := v.Head().Segment; seg != nil && (seg.ID != phase || g == nil && time.Now().After(next)) {
			phase, next = seg.ID, time.Now().Add(10*time.Second)
			g.say(s.cmd.ErrOrStderr(), fmt.Sprintf("%s  %s  %d events", engine.FormatT(c.T), phase, v.Version()))
		}
		if c.Life == engine.Over && g == nil {
			return nil
		}
		if c.Life == engine.Over && !over {
			over = true
			g.log.line("ENDEX at " + engine.FormatT(c.T) + ". Terminals stay open for the hot wash; Ctrl-C here stops Parley for everyone.")
		}
		select {
		case <-changed:
		case <-live.Done():
			return live.Err()
		case <-g.ended():
			return g.err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// result is what a headless exercise comes to.
type result struct {
	Scenario   string `json:"scenario"`
	Seed       uint64 `json:"seed"`
	Ended      bool   `json:"ended"`
	T          string `json:"t"`
	Lines      int    `json:"lines"`
	Events     int    `json:"events"`
	Refused    int    `json:"refused"`
	Transcript string `json:"transcript"`
	Hash       string `json:"hash"`
}

func (s *show) finish(err error) error {
	out := s.cmd.OutOrStdout()
	c := s.rec.X.Clock()
	r := result{
		Scenario: s.rec.X.Scenario().ID, Seed: s.rec.X.Seed(), Ended: c.Life == engine.Over, T: engine.FormatT(c.T),
		Events: s.rec.X.Events(), Refused: s.refused, Transcript: s.path,
	}
	if f, ok := s.rec.Store.(*transcripts.File); ok {
		var hash transcripts.Hash
		r.Lines, hash, _ = f.Last()
		r.Hash = hash.String()
	}
	switch {
	case errors.Is(err, context.Canceled) && r.Ended && s.lobby != nil:
		// It was kept open, and stopped as it was said.
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted at %s; it goes on with: parley resume %s", r.T, s.again())
	case err != nil:
		return err
	}
	if s.f.asJSON {
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	how := "Nothing more happens"
	if r.Ended {
		how = "ENDEX"
	}
	tell(out, "%s at %s: %s, %s.\nTranscript: %s", how, r.T, counted(r.Lines, "line"), counted(r.Events, "event"), s.path)
	return nil
}
