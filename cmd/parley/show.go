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
	if s.f.headless {
		return s.follow(ctx, live)
	}
	desk, news := s.desk()
	_, err := tui.Run(ctx, host{live}, tui.Options{
		Person: person, In: s.cmd.InOrStdin(), Out: s.cmd.OutOrStdout(), Desk: desk, News: news, NoBell: s.f.noBell, Lang: s.f.lang, Plain: s.f.plain, Seat: s.f.seat,
	})
	live.Close()
	if err := desk.Close(); err != nil {
		tell(errOut, "Drafts that were not sent could not be kept: %v", err)
	}
	tell(errOut, "Transcript: %s", s.path)
	if s.rec.X.Clock().Life != engine.Over {
		tell(errOut, "The exercise has not ended. It goes on with: parley resume %s", s.path)
	}
	return errors.Join(err, live.Err())
}

// desk opens the desk of the transcript, and says if there is something to
// say of it.
func (s *show) desk() (desk *session.Desk, news string) {
	desk, err := session.OpenDesk(s.path, fmt.Sprintf("%s/%d", s.rec.X.Scenario().ID, s.rec.X.Seed()))
	if err != nil {
		news = err.Error()
		tell(s.cmd.ErrOrStderr(), "%s", news)
	}
	if s.f.forgetPIN {
		desk.ForgetPIN()
		tell(s.cmd.ErrOrStderr(), "The PIN of control's console is cleared.")
	}
	return desk, news
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

// follow says how a headless exercise goes on, until ENDEX or an interrupt.
func (s *show) follow(ctx context.Context, live *session.Session) error {
	changed, cancel := live.Watch(engine.SeatControl)
	defer cancel()
	phase := ""
	next := time.Now()
	for {
		v, _ := live.View(engine.SeatControl)
		c := v.Clock()
		if seg := v.Head().Segment; seg != nil && (seg.ID != phase || time.Now().After(next)) {
			phase, next = seg.ID, time.Now().Add(10*time.Second)
			tell(s.cmd.ErrOrStderr(), "%s  %s  %d events", engine.FormatT(c.T), phase, v.Version())
		}
		if c.Life == engine.Over {
			live.Close()
			return s.finish(nil)
		}
		select {
		case <-changed:
		case <-live.Done():
			return s.finish(live.Err())
		case <-ctx.Done():
			live.Close()
			return s.finish(ctx.Err())
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
	case err != nil && errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted at %s; it goes on with: parley resume %s", r.T, s.path)
	case err != nil:
		return err
	case s.f.asJSON:
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
