package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine/words"
)

// NameRunes is how long a name can be.
const NameRunes = 40

// EntryOptions are what an [Entry] says, and what it knows.
type EntryOptions struct {
	// Title of the exercise, and the seat, in words.
	Title, Seat string
	// Lang is the screen's language, English if empty.
	Lang string
	// Known are the people known at this seat.
	Known []Known
	// Full says that as many sit there as may: who goes in takes the place of
	// one who is here.
	Full bool
}

// Known is somebody who sat down at a seat once.
type Known struct {
	Name string
	// Here says that they are connected now.
	Here bool
	// Since is when they came, or went if they are not here; zero if that is
	// not known.
	Since time.Time
}

// Entry is the screen between the code and the seat: it asks for a name, and
// whether to take the place of somebody who sits there. It asks and gives
// nothing of the exercise.
type Entry struct {
	opts EntryOptions
	in   textinput.Model
	w, h int

	st      *styles
	profile colorprofile.Profile
	ground  ground

	chosen int    // of those known; -1: the name was typed
	asked  string // whose place is asked about, or "" while the name is
	seated []Known
	at     int // of seated
	wrong  string

	name, takeOver string
	ok             bool
}

// NewEntry makes the screen. The name of the one who went last and is not here
// stands in it already.
func NewEntry(o EntryOptions) *Entry {
	o.Known = slices.Clone(o.Known)
	slices.SortStableFunc(o.Known, func(a, b Known) int {
		if a.Here != b.Here {
			if b.Here {
				return -1
			}
			return 1
		}
		return b.Since.Compare(a.Since)
	})
	e := &Entry{opts: o, w: 80, h: 24, st: newStyles(neutralPalette(), 0), in: textinput.New(), chosen: -1}
	e.in.Prompt = ""
	e.in.CharLimit = NameRunes
	plainInput(&e.in)
	e.in.Focus()
	if len(o.Known) > 0 && !o.Known[0].Here {
		e.choose(0)
	}
	return e
}

// Result is the name that was given, and whose terminal is to be closed for it,
// "" for nobody's. A name that is known is given as it stands in
// EntryOptions.Known; any other is one line, harmless and of at most NameRunes.
// ok is false if they left instead.
func (e *Entry) Result() (name, takeOver string, ok bool) { return e.name, e.takeOver, e.ok }

// Init asks for what the terminal can tell.
func (e *Entry) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update takes in a message.
func (e *Entry) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.w, e.h = max(1, msg.Width), max(1, msg.Height)
	case tea.BackgroundColorMsg:
		e.ground = groundLight
		if msg.IsDark() {
			e.ground = groundDark
		}
		e.st = newStyles(paletteOf(e.profile, e.ground), 0)
	case tea.ColorProfileMsg:
		e.profile = msg.Profile
		e.st = newStyles(paletteOf(e.profile, e.ground), 0)
	case tea.KeyPressMsg:
		return e, e.key(msg)
	case tea.PasteMsg:
		if e.asked == "" && !e.small() {
			e.typed(tea.PasteMsg{Content: line(clip(msg.Content, lineBytes))})
		}
	}
	return e, nil
}

func (e *Entry) small() bool { return e.w < leastWidth || e.h < leastHeight }

func (e *Entry) key(msg tea.KeyPressMsg) tea.Cmd {
	e.wrong = ""
	k := msg.String()
	switch {
	case k == "ctrl+c":
		return tea.Quit
	case e.small():
		return nil
	case e.asked != "":
		return e.askedKey(k)
	}
	switch k {
	case "esc":
		return tea.Quit
	case "enter":
		return e.enter()
	case "up", "shift+tab":
		e.choose(e.chosen - 1)
	case "down", "tab":
		e.choose(e.chosen + 1)
	default:
		e.typed(msg)
	}
	return nil
}

// typed takes in what is typed or pasted of a name. What a terminal would act
// on never gets as far.
func (e *Entry) typed(msg tea.Msg) {
	was := e.in.Value()
	if e.chosen >= 0 && addsText(msg) {
		e.in.SetValue("") // who types a name says another one than that which stood there
	}
	e.in, _ = e.in.Update(msg)
	if v := words.HarmlessLine(e.in.Value()); v != e.in.Value() {
		e.in.SetValue(v)
	}
	if e.in.Value() != was {
		e.chosen = -1
	}
}

// addsText reports whether a key or a paste brings letters.
func addsText(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return msg.Content != ""
	case tea.KeyPressMsg:
		return msg.Text != ""
	}
	return false
}

// choose puts a known name into the field.
func (e *Entry) choose(i int) {
	if len(e.opts.Known) == 0 {
		return
	}
	e.chosen = max(0, min(i, len(e.opts.Known)-1))
	e.in.SetValue(clipRunes(line(e.opts.Known[e.chosen].Name), NameRunes))
	e.in.CursorEnd()
}

// clipRunes cuts a text to n runes.
func clipRunes(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// enter goes in with the name, or asks in whose place.
func (e *Entry) enter() tea.Cmd {
	name := strings.TrimSpace(e.in.Value())
	if name == "" {
		e.wrong = e.t("Say who you are: a name of up to {n} letters.", "n", strconv.Itoa(NameRunes))
		return nil
	}
	known, ok := e.known(name)
	if ok {
		name = known.Name // as they gave it first
	}
	switch {
	case ok && known.Here:
		e.asked, e.seated, e.at = askedSelf, []Known{known}, 0
	case e.opts.Full && len(e.here()) > 0:
		e.asked, e.seated, e.at = askedFull, e.here(), 0
	default:
		return e.goIn(name, "")
	}
	return nil
}

// What is asked about the place of somebody who is here.
const (
	askedSelf = "self" // whether it is they at another terminal
	askedFull = "full" // whose place it shall be
)

func (e *Entry) askedKey(k string) tea.Cmd {
	switch k {
	case "esc":
		e.asked = ""
	case "up", "shift+tab":
		e.at = max(0, e.at-1)
	case "down", "tab":
		e.at = min(e.at+1, len(e.seated)-1)
	case "enter":
		name := strings.TrimSpace(e.in.Value())
		if known, ok := e.known(name); ok {
			name = known.Name
		}
		return e.goIn(name, e.seated[e.at].Name)
	}
	return nil
}

func (e *Entry) goIn(name, takeOver string) tea.Cmd {
	e.name, e.takeOver, e.ok = name, takeOver, true
	return tea.Quit
}

// known finds somebody by name, whatever the case of its letters.
func (e *Entry) known(name string) (Known, bool) {
	for _, k := range e.opts.Known {
		if strings.EqualFold(strings.TrimSpace(k.Name), name) || strings.EqualFold(clipRunes(line(k.Name), NameRunes), name) {
			return k, true
		}
	}
	return Known{}, false
}

// here are those who are connected.
func (e *Entry) here() []Known {
	return slices.DeleteFunc(slices.Clone(e.opts.Known), func(k Known) bool { return !k.Here })
}

// t puts a text of the screen into its reader's language.
func (e *Entry) t(text string, args ...string) string {
	return words.Label(e.opts.Lang, text, args...)
}
