package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	bubble "charm.land/wish/v2/bubbletea"
	gossh "golang.org/x/crypto/ssh"
)

// minimalPassword lets everyone into the minimal program.
const minimalPassword = "load"

// hall is the minimal program that Parley is compared with: what wish and
// Bubble Tea show for getting many people into one room, with their default
// settings. Who types a line sends it to all of their side.
type hall struct {
	mu       sync.Mutex
	programs []*tea.Program
	side     []string
}

// minimal serves it on a free port of loopback until it is interrupted, and
// sends an inject to all every so often.
func minimal(args []string) error {
	set := flag.NewFlagSet("minimal", flag.ContinueOnError)
	every := set.Duration("injects", 10*time.Second, "")
	first := set.Duration("first", time.Minute, "")
	if err := set.Parse(args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	key, err := hostKey()
	if err != nil {
		return err
	}
	h := &hall{}
	srv, err := wish.NewServer(
		wish.WithHostKeyPEM(key), // else one would be left in the folder that it is run in
		wish.WithPasswordAuth(func(_ ssh.Context, password string) bool { return password == minimalPassword }),
		wish.WithMiddleware(bubble.MiddlewareWithProgramHandler(h.program)),
	)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println("listening on", l.Addr())
	go h.injects(ctx, *first, *every)
	context.AfterFunc(ctx, func() { _ = srv.Close() })
	if err := srv.Serve(l); !errors.Is(err, ssh.ErrServerClosed) {
		return err
	}
	return nil
}

// hostKey makes one for this run.
func hostKey() ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "")
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(block), nil
}

func (h *hall) injects(ctx context.Context, first, every time.Duration) {
	wait := time.NewTimer(first)
	defer wait.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-wait.C:
			h.tell("", fmt.Sprintf("inject %s what is known so far", marker(injectSign, n)))
			wait.Reset(every)
		}
	}
}

func (h *hall) program(s ssh.Session) *tea.Program {
	pty, _, _ := s.Pty()
	m := &window{hall: h, name: s.User(), w: pty.Window.Width, h: pty.Window.Height, bold: lipgloss.NewStyle().Bold(true)}
	p := tea.NewProgram(m, bubble.MakeOptions(s)...)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.programs, h.side = append(h.programs, p), append(h.side, sideOf(m.name))
	context.AfterFunc(s.Context(), func() { h.leave(p) })
	return p
}

func (h *hall) leave(p *tea.Program) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if i := slices.Index(h.programs, p); i >= 0 {
		h.programs, h.side = slices.Delete(h.programs, i, i+1), slices.Delete(h.side, i, i+1)
	}
}

type told string

// tell sends a line to a side's windows, to all for "".
func (h *hall) tell(side, text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i, p := range h.programs {
		if side == "" || h.side[i] == side {
			go p.Send(told(text))
		}
	}
}

// window shows the newest lines that anybody of a side sent, and the line that
// is typed.
type window struct {
	hall  *hall
	name  string
	w, h  int
	lines []string
	typed string
	bold  lipgloss.Style
}

func (m *window) Init() tea.Cmd { return nil }

func (m *window) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case told:
		m.lines = append(m.lines, time.Now().Format("15:04:05 ")+string(msg))
		m.lines = m.lines[max(0, len(m.lines)-m.room()):]
	case tea.KeyPressMsg:
		switch {
		case msg.String() == "ctrl+c":
			return m, tea.Quit
		case msg.String() == "enter":
			m.hall.tell(sideOf(m.name), m.name+": "+m.typed)
			m.typed = ""
		default:
			m.typed += msg.Text
		}
	}
	return m, nil
}

// room is how many lines there are beside the first and the last two.
func (m *window) room() int { return max(1, m.h-3) }

func (m *window) View() tea.View {
	var b strings.Builder
	b.WriteString(m.bold.Render("EXERCISE · the least there can be · " + m.name))
	for i := range m.room() {
		b.WriteByte('\n')
		if i < len(m.lines) {
			b.WriteString(m.lines[i])
		}
	}
	b.WriteString("\n\n> " + m.typed)
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}
