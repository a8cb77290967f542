package server

import (
	"context"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"
)

// terminal is a client that got in, and the screen that it is shown.
type terminal struct {
	srv     *Server
	id      string
	conn    *gossh.ServerConn
	knock   *conn // the same, as it came to the door
	channel gossh.Channel
	addr    string // without the port
	began   time.Time

	term    string
	noColor bool
	status  atomic.Uint32 // for the client to exit with
	window  window
	out     output
	in      *input

	ctx    context.Context //nolint:containedctx // it lasts as long as the terminal
	cancel context.CancelFunc
	shut   sync.Once
	done   chan struct{} // closed when nothing of it runs any longer

	mu      sync.Mutex
	program *tea.Program
	begins  chan struct{}      // closed when the next program begins
	stop    context.CancelFunc // of the program
	ending  bool
	last    string // said when it ends

	// Under Server.mu:
	place   *place // where they sit, nil at the door
	moving  *place // where they are to sit
	removed bool   // by a facilitator
	state   presence
}

func (s *Server) newTerminal(sc *gossh.ServerConn, ch gossh.Channel, c *conn) *terminal {
	t := &terminal{
		srv: s, id: randomLetters(8), conn: sc, knock: c, channel: ch, addr: showAddr(c.ip), began: s.now(),
		done: make(chan struct{}), begins: make(chan struct{}),
	}
	t.window.pause = s.pace.resize
	t.out = output{to: ch, now: s.now, buffers: &s.buffers}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	t.in = newInput(t.give, s.now, func(d time.Duration) { s.pace.wait(t.ctx.Done(), d) }, t.pasteCut)
	return t
}

// give gives a message to the screen that is shown now, or to the next: who
// types ahead of a screen that is about to come loses nothing.
func (t *terminal) give(msg tea.Msg) {
	for {
		t.mu.Lock()
		p, begins := t.program, t.begins
		t.mu.Unlock()
		if p != nil {
			p.Send(msg)
			return
		}
		select {
		case <-begins:
		case <-t.ctx.Done():
			return
		}
	}
}

// live is the life of a terminal, from its first picture to its last word.
func (t *terminal) live() {
	defer t.hangUp()
	defer t.srv.recovered("a terminal")
	defer close(t.done)
	if why := t.srv.come(t); why != "" {
		t.print(why)
		return
	}
	defer t.srv.free(t)
	go t.read()
	go t.keepAlive()
	t.visit()
	t.mu.Lock()
	last := t.last
	t.mu.Unlock()
	if last != "" && t.ctx.Err() == nil {
		t.print(last)
	}
}

// noScreen tells somebody without a terminal what they need.
func (t *terminal) noScreen() {
	defer t.hangUp()
	defer t.srv.recovered("a terminal")
	defer close(t.done)
	t.status.Store(1)
	t.sayBeside(t.srv.t("Parley is a screen and needs a terminal. Type the line of your slip into a terminal window, without -T and without anything behind it."))
}

// read takes what the client sends until it sends no more.
func (t *terminal) read() {
	defer t.hangUp()
	defer t.in.close()
	defer t.srv.recovered("a terminal's input")
	var buf [2 << 10]byte
	for {
		n, err := t.channel.Read(buf[:])
		t.in.feed(buf[:n])
		if err != nil {
			return
		}
	}
}

// keepAlive finds out when nobody is there any longer.
func (t *terminal) keepAlive() {
	ticks := time.NewTicker(t.srv.pace.keepAlive)
	defer ticks.Stop()
	for {
		select {
		case <-t.ctx.Done():
			return
		case <-ticks.C:
		}
		late := time.AfterFunc(t.srv.pace.dead, func() { _ = t.conn.Close() })
		_, _, err := t.conn.SendRequest("keepalive@openssh.com", true, nil)
		late.Stop()
		if err != nil {
			return
		}
	}
}

// run shows a screen until it ends by itself, or is ended. It reports whether
// it can be shown again.
func (t *terminal) run(m tea.Model) (whole bool) {
	ctx, stop := context.WithCancel(t.ctx)
	defer stop()
	w := t.window.size()
	g := &guard{Model: m, asks: ask(t.term)}
	fell := make(chan struct{}, 1)
	g.fell = func(what any) {
		select {
		case fell <- struct{}{}:
			t.srv.fell("a screen", what)
			t.end(t.srv.t("Something went wrong with this screen. Your seat and your drafts are kept: connect again."))
		default: // it was said
		}
	}
	env := []string{"TERM=" + t.term}
	if t.noColor {
		env = append(env, "NO_COLOR=1")
	}
	paint := newPainter(g, &t.out, t.srv.now)
	defer paint.leave()
	p := tea.NewProgram(paint, append(paint.options(),
		tea.WithContext(ctx), tea.WithInput(nil), tea.WithEnvironment(env),
		tea.WithColorProfile(colorprofile.Env(env)), tea.WithWindowSize(w.columns, w.rows),
		tea.WithoutSignalHandler(), tea.WithFilter(noSuspend))...)
	if !t.begin(p, stop) {
		return true
	}
	t.window.begin(w, func(w size) { p.Send(tea.WindowSizeMsg{Width: w.columns, Height: w.rows}) })
	_, err := p.Run()
	t.window.end()
	t.mu.Lock()
	t.program, t.stop, t.begins = nil, nil, make(chan struct{})
	t.mu.Unlock()
	if err != nil && ctx.Err() == nil {
		t.srv.log("A screen ended: %v", err)
		return false
	}
	return len(fell) == 0
}

// begin notes the program that is shown, if it still may be.
func (t *terminal) begin(p *tea.Program, stop context.CancelFunc) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ending || t.ctx.Err() != nil {
		return false
	}
	t.program, t.stop = p, stop
	close(t.begins)
	return true
}

// end ends a terminal, with a last line to who sits there. It returns at once;
// one that takes nothing any longer is cut off after a while.
func (t *terminal) end(last string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ending {
		return
	}
	t.ending, t.last = true, last
	t.stopLocked()
}

// swap ends the screen that is shown now, for another.
func (t *terminal) swap() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stopLocked()
}

func (t *terminal) stopLocked() {
	if t.stop != nil {
		t.stop()
	}
	began := t.srv.now()
	time.AfterFunc(t.srv.pace.patience, func() {
		stuck := t.out.stuck()
		if t.isEnding() || !stuck.IsZero() && !stuck.After(began) {
			_ = t.conn.Close()
		}
	})
}

func (t *terminal) isEnding() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ending || t.ctx.Err() != nil
}

// print writes a text below what a screen left.
func (t *terminal) print(text string) {
	text = ansi.Wordwrap(text, t.window.size().columns-1, "")
	text = strings.ReplaceAll("\n"+text+"\n", "\n", "\r\n")
	_, _ = io.WriteString(&t.out, text) // if nobody is there, nobody misses it
}

// sayBeside writes a line where a client that shows no screen shows it.
func (t *terminal) sayBeside(text string) {
	_, _ = io.WriteString(t.channel.Stderr(), text+"\r\n") // if nobody is there, nobody misses it
}

// hangUp ends the connection: in peace if the client is there, else after a
// while.
func (t *terminal) hangUp() {
	t.shut.Do(func() {
		t.cancel()
		time.AfterFunc(t.srv.pace.patience, func() { _ = t.conn.Close() })
		_, _ = t.channel.SendRequest("exit-status", false, gossh.Marshal(struct{ Status uint32 }{t.status.Load()}))
		_ = t.channel.Close()
	})
}

// pasteCut says that not all of a paste was taken.
func (t *terminal) pasteCut() {
	t.tell(t.srv.t("Only the first {n} KB of what you pasted were taken.", "n", "256"))
}
