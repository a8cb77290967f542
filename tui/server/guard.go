package server

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// guard is a screen whose mistakes end that screen and nothing else: a panic in
// it, or in what it does beside, reaches neither the host nor anyone's terminal.
type guard struct {
	tea.Model
	asks string         // of the terminal, when it begins
	fell func(what any) // called with what a panic said, by any goroutine
	down bool
}

// ask is what a terminal is asked, as a program with an input of its own does by
// itself: whether its ground is light, and of some whether they can show a frame
// at once and count wide characters as we do. Others would show that question.
func ask(term string) string {
	for _, known := range [...]string{"ghostty", "wezterm", "alacritty", "kitty", "rio"} {
		if strings.Contains(term, known) {
			return ansi.RequestBackgroundColor + ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore
		}
	}
	return ansi.RequestBackgroundColor
}

// Init asks the terminal, and begins the screen.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return tea.Batch(tea.Raw(g.asks), g.mind(g.Model.Init()))
}

// Update gives a message to the screen.
func (g *guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if g.down {
		return g, tea.Quit
	}
	return g, g.update(msg)
}

func (g *guard) update(msg tea.Msg) (cmd tea.Cmd) {
	defer g.catch(&cmd)
	g.Model, cmd = g.Model.Update(msg)
	return g.mind(cmd)
}

// View draws the screen.
func (g *guard) View() (v tea.View) {
	if g.down {
		return v
	}
	defer func() {
		if what := recover(); what != nil {
			g.down = true
			g.fell(what)
		}
	}()
	return g.Model.View()
}

func (g *guard) catch(cmd *tea.Cmd) {
	if what := recover(); what != nil {
		g.down = true
		g.fell(what)
		*cmd = tea.Quit
	}
}

// mind makes a command of the screen harmless.
func (g *guard) mind(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if what := recover(); what != nil {
				g.fell(what)
				msg = nil
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.mind(batch[i])
			}
		}
		return msg
	}
}

// noSuspend turns away what would stop this host's process group.
func noSuspend(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}
