package tui

import (
	"context"

	"parley/engine"
)

// Host is the live exercise as a screen needs it. Do may take as long as a
// disk needs and is called in a tea.Cmd; the others return at once and may be
// called by any goroutine.
type Host interface {
	// View is what a seat may know now; false if there is no such seat.
	View(seat string) (engine.View, bool)
	// Do gives a command: Seat, Op and, where a form made one, ID, How and
	// Said are filled; T and Wall are the host's, and so is By where the
	// screen names nobody. It returns when what was decided is on disk. A
	// refusal is an *engine.Refusal.
	Do(ctx context.Context, cmd engine.Command) (engine.Answer, error)
	// Watch gives a channel that holds one token when the seat's view may
	// have changed, until cancel is called.
	Watch(seat string) (changed <-chan struct{}, cancel func())
	// Now is the exercise time now, as the host's clock has it.
	Now() engine.Millis
	// JumpList is what a jump to a later time would pass.
	JumpList(to engine.Millis) []engine.JumpChoice
	// Path is where the transcript lies.
	Path() string
	// Err is why the session ended by itself (a full disk), else nil.
	Err() error
}
