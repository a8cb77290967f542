package server

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// guard is a screen whose mistakes end that screen and nothing else: a panic in
// it, or in what it does beside, reaches neither the host nor anyone's terminal.
type guard struct {
	tea.Model
	fell func(what any) // called with what a panic said, by any goroutine
	down bool
}

// askTerminal asks the terminal what a program with an input of its own would
// ask by itself: whether it can show a frame at once and counts wide characters
// as we do, and whether its ground is light.
const askTerminal = ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore + ansi.RequestBackgroundColor

// Init asks the terminal, and begins the screen.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return tea.Batch(tea.Raw(askTerminal), g.mind(g.Model.Init()))
}

// Update gives a message to the screen.
func (g *guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	if g.down {
		return g, tea.Quit
	}
	defer g.catch(&cmd)
	g.Model, cmd = g.Model.Update(msg)
	return g, g.mind(cmd)
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
