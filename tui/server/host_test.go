package server

import (
	"context"
	"iter"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/engine/bots"
	"parley/engine/session"
	"parley/scenarios"
	"parley/transcripts"
)

// within is how long anything may take that a test waits for.
const within = 20 * time.Second

// memory is a record in memory.
type memory struct {
	mu    sync.Mutex
	lines []transcripts.Line
}

func (m *memory) Append(batch [][]transcripts.Leaf) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, leaves := range batch {
		m.lines = append(m.lines, transcripts.Line{N: len(m.lines) + 1, Leaves: append([]transcripts.Leaf(nil), leaves...)})
	}
	return len(m.lines), nil
}

func (m *memory) Lines() iter.Seq2[transcripts.Line, error] {
	return func(yield func(transcripts.Line, error) bool) {
		for _, l := range m.lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func (m *memory) Blank([]int) error { return nil }
func (m *memory) Close() error      { return nil }

// host is an exercise with a server on loopback.
type host struct {
	*Server
	t    *testing.T
	live *session.Session
	desk *session.Desk
	rec  *memory
	addr string
	stop func() error
	logs logs
}

// logs are what the host was told.
type logs struct {
	mu    sync.Mutex
	lines []string
}

func (l *logs) add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.lines, "\n")
}

// opened starts a host whose seats have codes; change may change what it is
// made of.
func opened(t *testing.T, change ...func(o *Options, s **Server)) *host {
	t.Helper()
	sc, problems := scenarios.Open("quiet-lathe")
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	return openedWith(t, sc, &memory{}, change...)
}

func openedWith(t *testing.T, sc *scenarios.Scenario, store *memory, change ...func(o *Options, s **Server)) *host {
	t.Helper()
	h := &host{t: t, rec: store}
	x := engine.New(sc, 7)
	var rec *session.Record
	var err error
	if len(store.lines) == 0 {
		rec, err = session.Begin(x, store, "test", 0, nil)
	} else {
		rec, err = session.Load(store.Lines(), store)
	}
	if err != nil {
		t.Fatal(err)
	}
	h.live = session.Open(rec, bots.NewDriver(rec.X, nil, nil), "test.jsonl", time.Now)
	h.desk, err = session.OpenDesk(filepath.Join(t.TempDir(), "test.jsonl"), "test")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Session: h.live, Desk: h.desk, HostKey: filepath.Join(t.TempDir(), "host", "key"), Codes: map[string]string{}, Log: h.logs.add}
	for _, seat := range []string{"alder-cyber", "birch-cyber", "control", "observer", "evaluator", "projector"} {
		o.Codes[seat] = session.NewCode()
	}
	for _, c := range change {
		c(&o, nil)
	}
	if h.Server, err = New(o); err != nil {
		t.Fatal(err)
	}
	h.pace.wait = func(<-chan struct{}, time.Duration) {} // nobody waits in a test
	for _, c := range change {
		c(&Options{}, &h.Server)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.addr = l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- h.Serve(ctx, l) }()
	var once sync.Once
	h.stop = func() (err error) {
		once.Do(func() {
			cancel()
			select {
			case err = <-done:
			case <-time.After(within):
				t.Error("the server does not close")
			}
		})
		return err
	}
	t.Cleanup(func() {
		if err := h.stop(); err != nil {
			t.Error(err)
		}
		h.live.Close()
		_ = h.desk.Close()
	})
	return h
}

// cheap are the fastest ways of the protocol, for tests that connect a thousand
// times.
func cheap() gossh.Config {
	return gossh.Config{KeyExchanges: []string{"curve25519-sha256"}, Ciphers: []string{"aes128-gcm@openssh.com"}}
}

// dial connects with a code.
func (h *host) dial(seat, code string) (*gossh.Client, error) {
	return gossh.Dial("tcp", h.addr, &gossh.ClientConfig{
		Config: cheap(), User: seat, Auth: []gossh.AuthMethod{gossh.Password(code)},
		HostKeyCallback: gossh.FixedHostKey(h.key.PublicKey()), Timeout: within,
	})
}

// client is somebody with a terminal.
type client struct {
	t    *testing.T
	conn *gossh.Client
	sess *gossh.Session
	in   interface{ Write([]byte) (int, error) }

	mu     sync.Mutex
	screen *vt.Emulator
	raw    []byte
	news   chan struct{}
	ended  chan struct{} // closed when the session has
}

// Write takes what the host writes, as a terminal does.
func (c *client) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.raw) < 16<<20 {
		c.raw = append(c.raw, p...)
	}
	_, _ = c.screen.Write(p)
	select {
	case c.news <- struct{}{}:
	default:
	}
	return len(p), nil
}

// sits connects to a seat and asks for a terminal.
func (h *host) terminal(seat string, columns, rows int) *client {
	h.t.Helper()
	conn, err := h.dial(seat, h.Code(seat))
	if err != nil {
		h.t.Fatalf("%s: %v", seat, err)
	}
	return h.terminalOn(conn, "xterm-256color", columns, rows)
}

func (h *host) terminalOn(conn *gossh.Client, term string, columns, rows int) *client {
	h.t.Helper()
	h.t.Cleanup(func() { _ = conn.Close() })
	sess, err := conn.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	c := &client{t: h.t, conn: conn, sess: sess, screen: vt.NewEmulator(min(columns, 400), min(rows, 150)), news: make(chan struct{}, 1), ended: make(chan struct{})}
	go func() { // what the terminal answers goes nowhere
		var b [256]byte
		for {
			if _, err := c.screen.Read(b[:]); err != nil {
				return
			}
		}
	}()
	sess.Stdout = c
	if c.in, err = sess.StdinPipe(); err != nil {
		h.t.Fatal(err)
	}
	if err := sess.RequestPty(term, rows, columns, gossh.TerminalModes{}); err != nil {
		h.t.Fatal(err)
	}
	if err := sess.Shell(); err != nil {
		h.t.Fatal(err)
	}
	go func() {
		_ = sess.Wait()
		close(c.ended)
		select {
		case c.news <- struct{}{}:
		default:
		}
	}()
	return c
}

// joins sits down at a seat under a name and waits for its screen.
func (h *host) joins(seat, name string) *client {
	h.t.Helper()
	c := h.terminal(seat, 100, 30)
	c.gives(name)
	c.sees("EXERCISE ·")
	return c
}

// gives types a name at the entry.
func (c *client) gives(name string) {
	c.t.Helper()
	c.sees("name")
	c.types("\x15" + name + "\r") // the line is emptied first
}

func (c *client) types(keys string) {
	c.t.Helper()
	if _, err := c.in.Write([]byte(keys)); err != nil {
		c.t.Fatalf("typing %q: %v", keys, err)
	}
}

// shows is the screen as it is now.
func (c *client) shows() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.screen.String()
}

// output is all that came.
func (c *client) output() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return string(c.raw)
}

// until waits for something to be so on the screen.
func (c *client) until(what string, so func(screen string) bool) {
	c.t.Helper()
	deadline := time.After(within)
	for !so(c.shows()) {
		select {
		case <-c.news:
		case <-deadline:
			c.t.Fatalf("never saw %s; the screen:\n%s", what, c.shows())
		}
	}
}

func (c *client) sees(text string) {
	c.t.Helper()
	c.until(text, func(s string) bool { return strings.Contains(s, text) })
}

// leaves waits for the host to end the session.
func (c *client) isEnded() {
	c.t.Helper()
	select {
	case <-c.ended:
	case <-time.After(within):
		c.t.Fatalf("the session was not ended; the screen:\n%s", c.shows())
	}
}

// eventually waits for something of the host's to be so.
func (h *host) eventually(what string, so func() bool) {
	h.t.Helper()
	changed, cancel := h.Changed()
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond) // not all of it is told
	defer tick.Stop()
	deadline := time.After(within)
	for !so() {
		select {
		case <-changed:
		case <-tick.C:
		case <-deadline:
			h.t.Fatalf("never so: %s; terminals %+v; log:\n%s", what, h.Terminals(), h.logs.String())
		}
	}
}
