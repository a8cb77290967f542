package tui

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine/words"
)

// Options are how a console is shown, and to whom.
type Options struct {
	// Person at this terminal, as the host knows them.
	Person string
	// In and Out are the terminal; standard input and output if nil.
	In  io.Reader
	Out io.Writer
	// Env is the terminal's environment (TERM, COLORTERM); the process's if
	// nil.
	Env []string
	// NoColor draws without colours, as NO_COLOR in Env does.
	NoColor bool
	// NewID makes the id of a command; random if nil.
	NewID func() string
	// Lang is the language of control's screens; the scenario's if empty.
	Lang string
	// Seat whose terminal it is; SeatControl if empty. A role's shows that
	// seat's screen and nothing else, an observer's the screens that they may
	// look at, an evaluator's and a simulator's a console that offers what they
	// may do.
	Seat string
	// Remote says that it is somebody's own terminal, which came over the
	// network, and not the host's: nothing is handed over there, and leaving it
	// ends nothing.
	Remote bool
	// Room, for a facilitator, is who sits at terminals of their own; nil where
	// nobody can.
	Room Room
	// Desk keeps what outlives the program and is nobody else's; nothing is
	// kept if nil.
	Desk Desk
	// News, if any, is said when the screen opens.
	News string
	// NoBell begins with the bell off.
	NoBell bool
	// Now is the wall clock, time.Now if nil.
	Now func() time.Time
	// Practice says on every screen that one person tries the scenario alone.
	Practice bool
	// Plain says everything in lines and takes lines, without moving a
	// cursor; In and Out need not be a terminal.
	Plain bool
}

// fellSoon is how soon after its begin a screen falls that would only fall
// again.
const fellSoon = 5 * time.Second

// Run shows control's console until its reader leaves it or ctx is done. goOn
// says that only this screen was closed: those at terminals of their own play
// on. A screen that falls by a mistake of Parley's is put up again: it must not
// end the exercise for those who are in it.
func Run(ctx context.Context, host Host, opts Options) (goOn bool, err error) {
	if opts.Plain {
		return runPlain(ctx, host, opts)
	}
	opts.fill()
	for {
		began := opts.Now()
		goOn, err = runScreen(ctx, host, opts)
		if !errors.Is(err, tea.ErrProgramPanic) || ctx.Err() != nil || opts.Now().Sub(began) < fellSoon {
			return goOn, err
		}
		opts.News = words.Label(opts.Lang, "Something went wrong with the screen, which was put up again. The exercise went on; what you were writing is kept.")
	}
}

// runScreen shows the console once.
func runScreen(ctx context.Context, host Host, opts Options) (goOn bool, err error) {
	m := New(host, opts)
	m.ctx = ctx
	defer m.close()
	// Signals end ctx. With a handler of its own besides, the program now and
	// then waited for itself for ever.
	with := []tea.ProgramOption{tea.WithoutSignalHandler()}
	if opts.In != nil {
		with = append(with, tea.WithInput(opts.In))
	}
	if opts.Out != nil {
		with = append(with, tea.WithOutput(opts.Out))
	}
	if opts.Env != nil {
		with = append(with, tea.WithEnvironment(opts.Env))
	}
	if opts.NoColor || noColor(opts.Env) {
		with = append(with, tea.WithColorProfile(colorprofile.ASCII))
	}
	p := tea.NewProgram(m, with...)
	// Told to stop it leaves as it does by its key: killed, it would let go of
	// the keyboard while it still reads from it.
	defer context.AfterFunc(ctx, p.Quit)()
	_, err = p.Run()
	return m.room.goOn && ctx.Err() == nil, err
}

// noColor reports whether an environment, the process's if nil, asks for no
// colours: by any NO_COLOR that is not empty.
func noColor(env []string) bool {
	if env == nil {
		return os.Getenv("NO_COLOR") != ""
	}
	return slices.ContainsFunc(env, func(s string) bool { return strings.HasPrefix(s, "NO_COLOR=") && s != "NO_COLOR=" })
}

func randomID() string { return rand.Text() }

// fill fills what was left out.
func (o *Options) fill() {
	if o.NewID == nil {
		o.NewID = randomID
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Desk == nil {
		o.Desk = noDesk{}
	}
}
