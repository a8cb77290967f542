package server

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"parley/engine/session"
)

// TestWrongCodesTenThousandTimes: ten thousand guesses over the network, from
// one address, at a player's seat and at control's. From that same address the
// right people get in while it goes on and afterwards.
func TestWrongCodesTenThousandTimes(t *testing.T) {
	guesses := 10_000
	if testing.Short() {
		guesses = 1_000
	}
	var waits struct {
		sync.Mutex
		n        int
		shortest time.Duration
	}
	h := opened(t, func(_ *Options, s **Server) {
		if s != nil {
			(*s).pace.wait = func(_ <-chan struct{}, d time.Duration) {
				waits.Lock()
				defer waits.Unlock()
				if waits.n++; waits.n == 1 || d < waits.shortest {
					waits.shortest = d
				}
			}
		}
	})
	made := 0
	guess := func(seat string) {
		auth := gossh.RetryableAuthMethod(gossh.PasswordCallback(func() (string, error) {
			made++
			return session.NewCode(), nil
		}), maxTries)
		c, err := gossh.Dial("tcp", h.addr, &gossh.ClientConfig{Config: cheap(), User: seat, Auth: []gossh.AuthMethod{auth}, HostKeyCallback: gossh.FixedHostKey(h.key.PublicKey()), Timeout: within})
		if err == nil {
			_ = c.Close()
			t.Fatal("a guess opened a seat")
		}
	}
	seats := []string{"alder-cyber", "control", "no-such-seat"}
	for i := 0; made < guesses; i++ {
		guess(seats[i%len(seats)])
		if i == 10 {
			h.joins("alder-cyber", "Li Wei")
		}
	}
	h.joins("control", "Ada")
	h.joins("birch-cyber", "Bo")
	waits.Lock()
	defer waits.Unlock()
	if waits.n < guesses || waits.shortest < slowFirst/2 {
		t.Errorf("of %d guesses %d were slowed, the least by %v", made, waits.n, waits.shortest)
	}
	a := h.Attempts()
	if len(a) != 1 || a[0].Address != "127.0.0.1" || a[0].Until.IsZero() {
		t.Errorf("a facilitator sees %+v; want one address, locked", a)
	}
}

func TestACodeOpensNoOtherSeat(t *testing.T) {
	h := opened(t)
	for _, seat := range []string{"birch-cyber", "control", "evaluator", "projector", "no-such-seat", "", "alder-cyber/", "ALDER-CYBER", strings.Repeat("x", 30_000)} {
		if c, err := h.dial(seat, h.Code("alder-cyber")); err == nil {
			_ = c.Close()
			t.Errorf("the code of alder-cyber opens %.40q", seat)
		}
	}
	for _, typed := range []string{"", "\x00", strings.Repeat("0", 200_000), h.Code("alder-cyber") + "0"} {
		if c, err := h.dial("alder-cyber", typed); err == nil {
			_ = c.Close()
			t.Errorf("%.40q opens alder-cyber", typed)
		}
	}
	h.joins("alder-cyber", "Li Wei")
}

// answers of a host to requests on a channel that a test opened by hand.
func (h *host) channel(t *testing.T, conn *gossh.Client) (gossh.Channel, <-chan *gossh.Request) {
	t.Helper()
	ch, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	return ch, requests
}

func (h *host) in(t *testing.T, seat string) *gossh.Client {
	t.Helper()
	conn, err := h.dial(seat, h.Code(seat))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

func TestThereIsNothingButTheScreen(t *testing.T) {
	h := opened(t)
	str := func(s string) []byte { return gossh.Marshal(struct{ S string }{s}) }
	for name, payload := range map[string][]byte{
		"exec":                        str("id > /tmp/owned"),
		"subsystem":                   str("sftp"),
		"auth-agent-req@openssh.com":  nil,
		"x11-req":                     gossh.Marshal(struct{ S bool }{true}),
		"env":                         gossh.Marshal(struct{ K, V string }{"LD_PRELOAD", "/tmp/evil.so"}),
		"signal":                      str("KILL"),
		"break":                       {0, 0, 0, 1},
		"pty-req":                     {0, 0, 0, 200},
		"no-such-request@example.com": nil,
	} {
		ch, requests := h.channel(t, h.in(t, "alder-cyber"))
		go gossh.DiscardRequests(requests)
		if ok, err := ch.SendRequest(name, true, payload); ok || err != nil && !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
	}
	// What is around a session: forwarding here and there, sockets, agents.
	conn := h.in(t, "alder-cyber")
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = inner.Close() }()
	if c, err := conn.Dial("tcp", inner.Addr().String()); err == nil {
		_ = c.Close()
		t.Error("a connection was forwarded")
	}
	if l, err := conn.Listen("tcp", "127.0.0.1:0"); err == nil {
		_ = l.Close()
		t.Error("a port was listened to")
	}
	if l, err := conn.ListenUnix("/tmp/parley-test.sock"); err == nil {
		_ = l.Close()
		t.Error("a socket was listened to")
	}
	for _, kind := range []string{"direct-streamlocal@openssh.com", "auth-agent@openssh.com", "x11", "tun@openssh.com", "forwarded-tcpip"} {
		if ch, _, err := conn.OpenChannel(kind, nil); err == nil {
			_ = ch.Close()
			t.Errorf("a channel %s was opened", kind)
		}
	}
	// One connection, one terminal.
	h.terminalOn(conn, "xterm", 80, 24).sees("name")
	if ch, _, err := conn.OpenChannel("session", nil); err == nil {
		_ = ch.Close()
		t.Error("a second session was opened")
	}
}

func TestAShellWithoutATerminalIsTold(t *testing.T) {
	h := opened(t)
	s, err := h.in(t, "alder-cyber").NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	s.Stderr = &said
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	var status *gossh.ExitError
	if err := s.Wait(); !errors.As(err, &status) || status.ExitStatus() != 1 {
		t.Errorf("it ended with %v", err)
	}
	if !strings.Contains(said.String(), "needs a terminal") {
		t.Errorf("it said %q", said.String())
	}
}

// TestHugeAndShakingWindows: a window of 10,000×10,000, and a thousand sizes in
// one go; what is drawn stays small, and somebody else sees nothing of it.
func TestHugeAndShakingWindows(t *testing.T) {
	h := opened(t)
	other := h.joins("birch-cyber", "Bo")
	c := h.terminalOn(h.in(t, "alder-cyber"), "xterm-256color", 10_000, 10_000)
	c.gives("Li Wei")
	window := func() string {
		for _, x := range h.Terminals() {
			if x.Seat == "alder-cyber" {
				return x.Window
			}
		}
		return ""
	}
	h.eventually("a window of 400×150", func() bool { return window() == "400×150" })
	before := len(c.output())
	for i := range 1000 {
		if err := c.sess.WindowChange(9000+i, 9000-i); err != nil {
			t.Fatal(err)
		}
		if err := c.sess.WindowChange(10+i%100, 30+i%200); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.sess.WindowChange(33, 111); err != nil {
		t.Fatal(err)
	}
	h.eventually("the last window", func() bool { return window() == "111×33" })
	other.types("?")
	other.sees("A seat's screen")
	if drawn := len(c.output()) - before; drawn > 8<<20 {
		t.Errorf("%d bytes were drawn", drawn)
	}
}

// TestATerminalTypeOfAMegabyte: nothing of a terminal's type is used that is no
// name of one.
func TestATerminalTypeOfAMegabyte(t *testing.T) {
	h := opened(t)
	pty := func(term string) []byte {
		return gossh.Marshal(struct {
			Term       string
			C, R, X, Y uint32
			Modes      string
		}{term, 80, 24, 0, 0, "\x00"})
	}
	conn := h.in(t, "alder-cyber")
	ch, requests := h.channel(t, conn)
	go gossh.DiscardRequests(requests)
	// More than a packet holds: the protocol itself refuses it.
	if ok, err := ch.SendRequest("pty-req", true, pty(strings.Repeat("x", 1<<20))); ok && err == nil {
		t.Error("a terminal's type of a megabyte was taken")
	}
	for _, term := range []string{strings.Repeat("x", 30_000), "../../../../tmp/terminfo", "xterm\x1b]0;owned\a", "", "screen;id", "vt100"} {
		c := h.terminalOn(h.in(t, "alder-cyber"), term, 80, 24)
		c.sees("name")
		if strings.Contains(c.output(), "owned") {
			t.Error("a terminal's type is drawn")
		}
		_ = c.conn.Close()
		h.eventually("it is gone", func() bool { return h.entering() == 0 })
	}
}

// entering is how many are at the entry of a seat.
func (h *host) entering() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for x := range h.terminals {
		if x.place == nil {
			n++
		}
	}
	return n
}

// TestFiveHundredThatNeverLogIn: they take a hundred places at the door, and
// whoever comes with a code gets in.
func TestFiveHundredThatNeverLogIn(t *testing.T) {
	h := opened(t)
	knocking := make([]net.Conn, 500)
	for i := range knocking {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		if i%2 == 0 {
			_, _ = fmt.Fprint(c, "SSH-2.0-slow\r\n")
		}
		knocking[i] = c
	}
	h.joins("alder-cyber", "Li Wei")
	h.joins("control", "Ada")
	if n := h.door.waiting(); n > maxAtDoor {
		t.Errorf("%d are at the door", n)
	}
	// The first were shown out for the later ones.
	_ = knocking[0].SetReadDeadline(time.Now().Add(within))
	if _, err := io.Copy(io.Discard, knocking[0]); err != nil {
		t.Errorf("who knocked first is still there: %v", err)
	}
}

// TestWhoGetsNowhereMustGo: time to get in ends, with a log-in and without.
func TestWhoGetsNowhereMustGo(t *testing.T) {
	h := opened(t, func(_ *Options, s **Server) {
		if s != nil {
			(*s).pace.getIn = 300 * time.Millisecond
		}
	})
	c, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.SetReadDeadline(time.Now().Add(within))
	if _, err := io.Copy(io.Discard, c); err != nil {
		t.Errorf("who says nothing may stay: %v", err)
	}
	idle := h.in(t, "alder-cyber")
	ch, _ := h.channel(t, idle) // and then nothing
	defer func() { _ = ch.Close() }()
	gone := make(chan struct{})
	go func() { _ = idle.Wait(); close(gone) }()
	select {
	case <-gone:
	case <-time.After(within):
		t.Error("who asks for no terminal may stay")
	}
	if n := h.door.waiting(); n != 0 {
		t.Errorf("%d are still at the door", n)
	}
}

// TestTheDoorShowsOutTheOldestOfTheMost: an address that knocks a lot loses its
// own, and nobody else's.
func TestTheDoorShowsOutTheOldestOfTheMost(t *testing.T) {
	d := &door{}
	let := func(from string) *conn {
		a, b := net.Pipe()
		t.Cleanup(func() { _, _ = a.Close(), b.Close() })
		return d.let(from1{a, from}, time.Hour)
	}
	right := let("192.0.2.1:5000")
	typing := let("198.51.100.7:5000") // looks for their code, behind the same address as the many
	d.heard(typing)
	var many []*conn
	for i := range 300 {
		many = append(many, let(fmt.Sprintf("198.51.100.7:%d", 1000+i)))
	}
	over := func(c *conn) bool {
		select {
		case <-c.gone:
			return true
		default:
			return false
		}
	}
	if over(right) || over(typing) {
		t.Error("who came to log in had to go")
	}
	if !over(many[0]) || !over(many[201]) || over(many[202]) || over(many[299]) || d.waiting() != maxAtDoor {
		t.Errorf("of 300 from one address: first gone %v, last gone %v, %d at the door", over(many[0]), over(many[299]), d.waiting())
	}
}

// from1 is a connection from somewhere.
type from1 struct {
	net.Conn
	addr string
}

func (c from1) RemoteAddr() net.Addr {
	a, _ := net.ResolveTCPAddr("tcp", c.addr)
	return a
}
