package session

import (
	"context"

	"parley/engine"
	"parley/engine/bots"
)

// runBatch is how many lines a run without a wall clock writes at once. A
// constant, since each line names the last durable one.
const runBatch = 256

// Run lets an exercise go as fast as it does, on a simulated wall clock that
// shows the story's start at STARTEX, until ENDEX or nothing more happens.
// progress is called now and then.
func Run(ctx context.Context, rec *Record, driver *bots.Driver, progress func(t engine.Millis, events int)) error {
	base := rec.X.Scenario().Phases[0].Story.UnixMilli()
	wall := func(t engine.Millis) int64 { return base + t }
	for n := 1; ; n++ {
		events, ok := driver.Step(1<<60, wall)
		if err := rec.add(events); err != nil {
			return err
		}
		if !ok || ctx.Err() != nil {
			break
		}
		if len(rec.lines) < runBatch {
			continue
		}
		if err := rec.flush(); err != nil {
			return err
		}
		if progress != nil {
			progress(rec.X.Clock().T, rec.X.Events())
		}
	}
	if err := rec.flush(); err != nil {
		return err
	}
	return ctx.Err()
}

// Give gives a command outside a session and writes it: people and bots taking
// their seats, a record taken up again.
func (r *Record) Give(cmd engine.Command) error {
	cmd.T = r.X.Clock().T
	a, err := r.X.Do(cmd)
	if err != nil {
		return err
	}
	if err := r.add(a.Events); err != nil {
		return err
	}
	return r.flush()
}
