package server

import (
	"context"
	"io"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/tui"
)

// owned stands in every hostile text, so that a test knows that it was drawn.
const owned = "pwned"

// hostile are texts that try to act on somebody else's terminal.
func hostile() map[string]string {
	return map[string]string{
		"escape":  owned + "\x1b[2J\x1b[H\x1b]0;title\x07\x1b]52;c;cm0=\x1b\\\x1bP1$qm\x1b\\\x1b[6n\x1bc\x1b[?1049l",
		"control": owned + "\x9b2J\u009b31m\u009d0;title\u009c\x00\x07\x08\x0e\x7f",
		"bidi":    owned + "\u202e\u2066 fed \u2069\u061c\u2067",
		"marks":   owned + strings.Repeat("\u0301", 100_000),
	}
}

// isHarmless holds what came to a terminal against what no screen ever draws:
// nothing in it may come from a text.
func isHarmless(t *testing.T, c *client, what string) {
	t.Helper()
	raw := c.output()
	for _, bad := range []string{"\x1b]0;", "\x1b]52", "\x1bP1$", "\x1b[6n", "\x1bc", "title\x07", "\x00", "\u009b", "\u009d", "\u202e", "\u2066", "\u2067", "\u061c"} {
		if i := strings.Index(raw, bad); i >= 0 {
			t.Errorf("%s: %q is written to another's terminal: …%q…", what, bad, raw[max(0, i-40):min(len(raw), i+40)])
		}
	}
	for rest := raw; rest != ""; {
		r, n := utf8.DecodeRuneInString(rest)
		if r == utf8.RuneError && n == 1 {
			t.Errorf("%s: a broken byte %q is written to another's terminal", what, rest[0])
			break
		}
		rest = rest[n:]
	}
	if strings.Contains(raw, strings.Repeat("\u0301", 9)) {
		t.Errorf("%s: a stack of marks is written to another's terminal", what)
	}
}

// TestWhatIsTypedActsOnNobodysTerminal: a name, a message and an action, each
// seen on the screens of the facilitator, an observer and somebody at the same
// seat.
func TestWhatIsTypedActsOnNobodysTerminal(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			h := opened(t)
			ada := h.joins("control", "Ada")
			watching := h.joins("observer", "Eve")
			// As a name, pasted with all that is in it.
			evil := h.terminal("alder-cyber", 120, 40)
			evil.sees("name")
			evil.types("\x1b[200~" + text + "\x1b[201~\r")
			h.eventually("somebody sits at alder-cyber", func() bool { return h.sits("alder-cyber", owned) })
			person := h.person("alder-cyber", owned)
			place := h.live.At("alder-cyber", person)
			for _, op := range []engine.Op{
				engine.Start{},
				engine.Act{Text: text},
				engine.AskControl{Text: text},
				engine.SendMessage{To: []string{"control"}, Text: text},
			} {
				var err error
				if _, start := op.(engine.Start); start {
					_, err = h.live.Do(context.Background(), engine.Command{Seat: "control", By: "p1", Said: engine.SaidNow, Op: op})
				} else {
					_, err = place.Do(context.Background(), engine.Command{Seat: "alder-cyber", Said: engine.SaidNow, Op: op})
				}
				if err != nil && (utf8.ValidString(text) || name != "control") {
					t.Fatal(err)
				}
			}
			second := h.terminal("alder-cyber", 120, 40) // at the entry the first is named
			second.sees(owned)
			if name != "control" { // what is no text is refused
				ada.sees(owned)
				ada.types("V")
				ada.sees(owned)
				watching.types("2")
			}
			for what, c := range map[string]*client{"control": ada, "observer": watching, "the same seat's entry": second} {
				isHarmless(t, c, what)
			}
		})
	}
}

// sits reports whether somebody whose name begins so sits at a seat.
func (h *host) sits(seat, name string) bool { return h.person(seat, name) != "" }

func (h *host) person(seat, name string) string {
	for _, p := range h.live.People() {
		if p.Seat == seat && p.Sits && strings.HasPrefix(p.Name, name) {
			return p.Person
		}
	}
	return ""
}

// TestAHundredMegabytesPasted: one pastes as fast as it goes, with and without
// saying so; the host keeps nothing of it, and somebody else types on.
func TestAHundredMegabytesPasted(t *testing.T) {
	size := 100 << 20
	if testing.Short() {
		size = 4 << 20
	}
	h := opened(t)
	other := h.joins("birch-cyber", "Bo")
	c := h.joins("alder-cyber", "Li Wei")
	h.eventually("both sit", func() bool { return h.sits("alder-cyber", "Li Wei") && h.sits("birch-cyber", "Bo") })
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	piece := []byte(strings.Repeat("all of this is one paste \x1b[31m ", 1<<11))
	c.types("\x1b[200~")
	for sent := 0; sent < size; sent += len(piece) {
		c.types(string(piece))
	}
	other.types("?")
	other.sees("A seat's screen")
	c.types("\x1b[201~")
	c.sees("256")
	// The same by somebody whose terminal does not say that it is a paste. It is
	// slowed, so that all of it never comes.
	var flood sync.WaitGroup
	flood.Go(func() {
		for sent := 0; sent < size; sent += len(piece) {
			if _, err := c.in.Write(piece); err != nil {
				return
			}
		}
	})
	other.types("\x1b")
	other.until("no help", func(s string) bool { return !strings.Contains(s, "A seat's screen") })
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 40<<20 {
		t.Errorf("the host holds %d MB more", grown>>20)
	}
	_ = c.conn.Close()
	flood.Wait()
}

// jam is a connection that can be made to take nothing any longer.
type jam struct {
	net.Conn
	mu      sync.Mutex
	freed   *sync.Cond
	stopped bool
}

func (j *jam) Read(p []byte) (int, error) {
	j.mu.Lock()
	for j.stopped {
		j.freed.Wait()
	}
	j.mu.Unlock()
	return j.Conn.Read(p)
}

func (j *jam) stop(stop bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.stopped = stop
	j.freed.Broadcast()
}

// dialJam connects with a small buffer and a way to jam it.
func (h *host) dialJam(seat string) (*gossh.Client, *jam) {
	h.t.Helper()
	nc, err := net.Dial("tcp", h.addr)
	if err != nil {
		h.t.Fatal(err)
	}
	_ = nc.(*net.TCPConn).SetReadBuffer(4 << 10)
	j := &jam{Conn: nc}
	j.freed = sync.NewCond(&j.mu)
	conn, chans, requests, err := gossh.NewClientConn(j, h.addr, &gossh.ClientConfig{
		Config: cheap(), User: seat, Auth: []gossh.AuthMethod{gossh.Password(h.Code(seat))}, HostKeyCallback: gossh.FixedHostKey(h.key.PublicKey()),
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { j.stop(false); _ = nc.Close() })
	return gossh.NewClient(conn, chans, requests), j
}

// state of the only terminal at a seat.
func (h *host) state(seat string) tui.State {
	for _, x := range h.Terminals() {
		if x.Seat == seat {
			return x.State
		}
	}
	return ""
}

func (h *host) terminalAt(seat string) string {
	h.t.Helper()
	for _, x := range h.Terminals() {
		if x.Seat == seat {
			return x.ID
		}
	}
	h.t.Fatalf("nobody is at %s", seat)
	return ""
}

// TestAClientThatStopsReading: it is seen to lag, the others go on as ever, it
// comes back where it was, or is removed.
func TestAClientThatStopsReading(t *testing.T) {
	var clock struct {
		sync.Mutex
		ahead time.Duration
	}
	h := opened(t, func(o *Options, s **Server) {
		o.Now = func() time.Time {
			clock.Lock()
			defer clock.Unlock()
			return time.Now().Add(clock.ahead)
		}
		if s != nil {
			(*s).pace.sweep, (*s).pace.patience = 10*time.Millisecond, 100*time.Millisecond
		}
	})
	conn, j := h.dialJam("alder-cyber")
	c := h.terminalOn(conn, "xterm-256color", 400, 150)
	c.gives("Li Wei")
	h.eventually("Li Wei sits", func() bool { return h.sits("alder-cyber", "Li Wei") })
	other := h.joins("birch-cyber", "Bo")
	j.stop(true)
	// The host draws until nothing goes out any longer.
	h.mu.Lock()
	var stuck *terminal
	for x := range h.terminals {
		if x.place != nil && x.place.seat == "alder-cyber" {
			stuck = x
		}
	}
	h.mu.Unlock()
	filling := make(chan struct{})
	go func() {
		defer close(filling)
		noise := make([]byte, 64<<10)
		for stuck.ctx.Err() == nil {
			if _, err := stuck.out.Write(noise); err != nil {
				return
			}
		}
	}()
	h.eventually("a write that waits", func() bool {
		s := stuck.out.stuck()
		return !s.IsZero() && h.now().Sub(s) > 200*time.Millisecond
	})
	clock.Lock()
	clock.ahead = tui.LagAfter
	clock.Unlock()
	h.eventually("alder-cyber lags", func() bool { return h.state("alder-cyber") == tui.Lagging })
	if s := h.state("birch-cyber"); s != tui.Connected {
		t.Errorf("birch-cyber is %s", s)
	}
	other.types("?")
	other.sees("A seat's screen")
	if err := h.Remove(h.terminalAt("alder-cyber")); err != nil {
		t.Fatal(err)
	}
	h.eventually("it is closed", func() bool { return h.state("alder-cyber") == "" })
	<-filling
	h.eventually("the seat is empty", func() bool { return !h.sits("alder-cyber", "Li Wei") })
}

// TestAClientThatIsNotThereAnyLonger is found by what it does not answer.
func TestAClientThatIsNotThereAnyLonger(t *testing.T) {
	h := opened(t, func(_ *Options, s **Server) {
		if s != nil {
			(*s).pace.keepAlive, (*s).pace.dead = 20*time.Millisecond, 500*time.Millisecond
		}
	})
	conn, j := h.dialJam("alder-cyber")
	c := h.terminalOn(conn, "xterm", 80, 24)
	c.gives("Li Wei")
	there := h.joins("birch-cyber", "Bo")
	h.eventually("both sit", func() bool { return h.sits("alder-cyber", "Li Wei") && h.sits("birch-cyber", "Bo") })
	j.stop(true)
	h.eventually("the dead one is gone", func() bool { return h.state("alder-cyber") == tui.Gone })
	if s := h.state("birch-cyber"); s != tui.Connected {
		t.Errorf("who answers is %s", s)
	}
	there.types("?")
	there.sees("A seat's screen")
	_, _ = io.WriteString(c.in, "x") // may fail: it is closed
}
