package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// WallHost is the live exercise as the projector needs it: what is plenary, and
// nothing else. All of it returns at once and may be called by any goroutine.
type WallHost interface {
	// Plenary is what the whole room may see now.
	Plenary() engine.Plenary
	// Now is the exercise time now, as the host's clock has it.
	Now() engine.Millis
	// Watch gives a channel that holds one token when what is plenary may have
	// changed, for the seat [engine.SeatProjector], until cancel is called.
	Watch(seat string) (changed <-chan struct{}, cancel func())
	// Err is why the session ended by itself, else nil.
	Err() error
}

// Wall is what a projector shows to a room: the clock, the segment, the question
// put to the room and what was reported on it, what went to everyone. It is a
// tea.Model. Nothing can be done on it but to leave it and to choose its
// language.
type Wall struct {
	host WallHost
	opts Options
	lang string

	st      *styles
	profile colorprofile.Profile
	ground  ground
	w, h    int
	p       engine.Plenary
	now     engine.Millis
	watch   *watch
	left    bool

	kept [2]struct { // what there is to read, as drawn last: loose and tight
		key   partsKey
		drawn bool
		parts []wallPart
	}
	page   int // of what does not fit, from 0
	pages  int // as drawn last
	turned time.Time
	shown  string // what was paged through last, to begin with the first page of what is new
}

// pageStays is how long the wall shows a page of what does not fit on one.
const pageStays = 10 * time.Second

// NewWall makes a projector's screen on a host.
func NewWall(host WallHost, opts Options) *Wall {
	opts.fill()
	w := &Wall{host: host, opts: opts, w: 80, h: 24, st: newStyles(neutralPalette(), 0)}
	w.watch = newWatch(host, engine.SeatProjector)
	w.pull()
	if w.lang = opts.Lang; w.lang == "" {
		w.lang = w.p.Head().Language
	}
	return w
}

// Left reports whether the wall was left by a key.
func (w *Wall) Left() bool { return w.left }

// Detach lets go of what the host watches for the wall; nobody looks at it.
func (w *Wall) Detach() {
	w.watch.stop()
	w.watch = nil
}

// Attach is called before somebody looks at it again.
func (w *Wall) Attach() {
	w.Detach()
	w.left = false
	w.watch = newWatch(w.host, engine.SeatProjector)
	w.pull()
}

// Init asks for what the terminal can tell and starts to listen.
func (w *Wall) Init() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, w.watch.wait(), w.tick()) }

// Update takes in a message.
func (w *Wall) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		w.w, w.h = max(1, msg.Width), max(1, msg.Height)
	case tea.BackgroundColorMsg:
		w.ground = groundLight
		if msg.IsDark() {
			w.ground = groundDark
		}
		w.st = newStyles(paletteOf(w.profile, w.ground), 0)
	case tea.ColorProfileMsg:
		w.profile = msg.Profile
		w.st = newStyles(paletteOf(w.profile, w.ground), 0)
	case tickMsg:
		w.now = w.host.Now()
		w.turn(msg.at)
		return w, w.tick()
	case changedMsg:
		w.pull()
		return w, msg.w.wait()
	case tea.KeyPressMsg:
		return w, w.key(msg.String())
	}
	return w, nil
}

func (w *Wall) key(name string) tea.Cmd {
	switch name {
	case "q", "ctrl+c":
		w.left = true
		return tea.Quit
	case "L":
		all := screenLanguages()
		if scenarios.SameLanguage(w.lang, all[0]) {
			w.lang = all[1]
		} else {
			w.lang = all[0]
		}
	}
	return nil
}

// pull takes what is plenary from the host.
func (w *Wall) pull() { w.p, w.now = w.host.Plenary(), w.host.Now() }

// tick waits for the exercise clock's next full second.
func (w *Wall) tick() tea.Cmd { return tickAt(w.p.Clock(), w.now) }

// turn turns the page when it was looked at long enough.
func (w *Wall) turn(at time.Time) {
	switch {
	case w.turned.IsZero() || w.pages < 2:
		w.turned = at
	case at.Sub(w.turned) >= pageStays:
		w.turned = at
		w.page = (w.page + 1) % w.pages
	}
}

// t puts a text of the wall itself into its language.
func (w *Wall) t(text string, args ...string) string {
	return words.Fill(w.lang, words.Label(w.lang, text), args...)
}

// View draws the wall.
func (w *Wall) View() tea.View {
	v := tea.NewView(w.content())
	v.AltScreen = true
	v.WindowTitle = "Parley — " + w.t("EXERCISE")
	return v
}
