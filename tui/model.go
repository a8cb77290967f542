package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine"
	"parley/engine/words"
)

// The smallest screen that anything can be read on.
const (
	leastWidth  = 60
	leastHeight = 20
)

// Model is what one person at a terminal has before them: control's console,
// and from it the screens of seats; or at a player's or an observer's own
// terminal such a screen alone. It is used by one goroutine at a time.
type Model struct {
	ctx  context.Context //nolint:containedctx // a tea.Model has no other way to hand it to its commands
	host Host
	opts Options
	home string // the seat whose terminal it is: control's, or a player's
	lang string // of the screen in sight
	// langs are the languages chosen at seats, by seat.
	langs  map[string]string
	labels map[labelKey]string // those that were looked up

	st      *styles
	profile colorprofile.Profile // how many colours the terminal has
	ground  ground

	w, h    int
	view    engine.View // of the seat whose terminal it is; an observer's is of whom they look at
	now     engine.Millis
	over    []overlay // the last has the keys
	seat    *seatScreen
	console console
	watch   *watch // of the console; nil where there is none, and while nobody looks
	tells   *tellings
	own
	room room

	binds   []binding
	sending int
	note    string    // last answer or refusal, until the next key
	noted   time.Time // of the first tick that met the note
	failed  bool      // note is a refusal
	told    bool      // note is from the host
	leaving bool      // asked to leave while the screen is too small
	left    bool      // and did so
	answers answers
	frame   frame
}

// labelKey is a text of the screens in a language.
type labelKey struct{ lang, text string }

// New makes the screen of a seat on a host.
func New(host Host, opts Options) *Model {
	opts.fill()
	m := &Model{ctx: context.Background(), host: host, opts: opts, w: 80, h: 24, st: newStyles(neutralPalette(), 0), langs: map[string]string{}}
	if m.home = opts.Seat; m.home == "" {
		m.home = engine.SeatControl
	}
	m.tells = newTellings()
	m.desk, m.wall = opts.Desk, opts.Now()
	if m.alone() {
		m.sitDown()
	} else {
		m.binds = consoleBindings(m.home)
		m.watch = newWatch(host, m.home)
		m.console = newConsole()
		m.pull()
		m.console.begin(m.view)
		m.speak()
		m.watchRoom()
		m.first = m.restoreLock()
	}
	if opts.News != "" {
		m.say(line(opts.News), true)
	}
	return m
}

// Init asks for what the terminal can tell and starts to listen. A program that
// comes after another on the same Model calls it again.
func (m *Model) Init() tea.Cmd {
	first := m.first
	m.first = nil
	return tea.Batch(tea.RequestBackgroundColor, m.watch.wait(), m.seatWatch().wait(), m.tick(), first, m.room.watch.first())
}

// Update takes in a message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = max(1, msg.Width), max(1, msg.Height)
		m.leaving = false
	case tea.BackgroundColorMsg:
		m.ground = groundLight
		if msg.IsDark() {
			m.ground = groundDark
		}
		m.st = newStyles(paletteOf(m.profile, m.ground), m.st.gen+1)
	case tea.ColorProfileMsg:
		m.profile = msg.Profile
		m.st = newStyles(paletteOf(m.profile, m.ground), m.st.gen+1)
	case tickMsg:
		m.now = m.host.Now()
		m.fade(msg.at)
		m.ticked(msg.at)
		m.lateAnswers()
		m.sayRoom()
		if m.seat != nil && m.seat.view.HasDeadlines() {
			m.listen() // clocks come near their end by time alone
		}
		return m, tea.Batch(m.tick(), m.ring())
	case changedMsg:
		m.pull()
		return m, tea.Batch(msg.w.wait(), m.ring())
	case sentMsg, batchMsg:
		m.takeAnswer(msg)
		return m, m.ring()
	case ToldMsg:
		m.Told(msg.Text)
	case handedMsg:
		return m, m.handed(msg)
	case roomMsg:
		return m, m.roomed(msg)
	case roomDoneMsg:
		m.didInRoom(msg)
	case waysMsg:
		msg.pane.ways, msg.pane.print = msg.ways, msg.print
	case pinMsg:
		return m, m.checked(msg)
	case tea.KeyPressMsg:
		cmd := m.key(msg)
		m.looksAtMessages()
		m.keepForms()
		return m, cmd
	case tea.PasteMsg:
		if o := m.top(); o != nil && !m.small() {
			cmd := o.paste(m, msg)
			m.keepForms()
			return m, cmd
		}
	}
	return m, nil
}

// pull takes the newest views from the host.
func (m *Model) pull() {
	m.now = m.host.Now()
	if !m.alone() {
		if v, ok := m.host.View(m.home); ok {
			m.view = v
		}
		m.console.refresh(m.view)
	}
	if m.seat != nil {
		waited := m.seat.waits()
		if v, ok := m.host.View(m.seat.role); ok {
			m.seat.refresh(v)
			m.goIn(waited)
		}
		if m.alone() {
			m.view = m.seat.view
		}
	}
	m.tells.forget(m.view)
	m.listen()
}

// actor is the seat that a command from the screen in sight is given for.
func (m *Model) actor() string {
	if m.seat != nil {
		return m.seat.role
	}
	return m.home
}

// sight is the view that the screen in sight is drawn from.
func (m *Model) sight() engine.View {
	if m.seat != nil {
		return m.seat.view
	}
	return m.view
}

// t puts a text of the screen itself into the reader's language: English with
// {placeholders}, and names and values in turn.
func (m *Model) t(text string, args ...string) string {
	key := labelKey{m.lang, text}
	said, ok := m.labels[key]
	if !ok {
		if m.labels == nil {
			m.labels = map[labelKey]string{}
		}
		said = words.Label(m.lang, text)
		m.labels[key] = said
	}
	return words.Fill(m.lang, said, args...)
}

// say puts a line into the footer until the next key.
func (m *Model) say(text string, failed bool) {
	m.note, m.failed, m.told, m.noted = text, failed, false, time.Time{}
}

// noteStays is how long an answer hides the keys. A refusal stays until the
// next key: somebody must have read it.
const noteStays = 4 * time.Second

// fade lets an answer give way to the keys.
func (m *Model) fade(at time.Time) {
	switch {
	case m.note == "" || m.failed || m.told:
	case m.noted.IsZero():
		m.noted = at
	case at.Sub(m.noted) >= noteStays:
		m.note = ""
	}
}

// key gives a key to the overlay on top, or to the screen's bindings.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	m.note = ""
	if m.small() || m.seat == nil && m.alone() {
		return m.smallKey(msg)
	}
	if o := m.top(); o != nil {
		return o.key(m, msg)
	}
	if m.seat != nil {
		if m.bound(scopeSeat, msg) == nil && m.bound(scopeConsole, msg) != nil {
			m.say(m.t("Esc first: that is a key of control's console"), true)
			return nil
		}
		return m.press(scopeSeat, msg)
	}
	return m.press(scopeConsole, msg)
}
