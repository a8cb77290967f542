package main

import (
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// Every client's window.
const (
	wide = 120
	high = 40
)

// patience is how long a client waits for a screen.
const patience = time.Minute

// client is one person at a terminal: what they see, and their keys.
type client struct {
	n     int
	seat  string
	conn  *ssh.Client
	in    io.Writer
	tally *tally

	mu      sync.Mutex
	grid    *grid
	changed *sync.Cond
	ended   error
	full    *emulator // nil: nobody follows
	// otherwise is how often it had another screen.
	otherwise int
	bytes     atomic.Int64
	leaving   atomic.Bool
}

// newClient makes one who sits nowhere yet; a full emulator follows their screen
// if verify is set.
func newClient(n int, t *tally, verify bool) *client {
	seat := seatOf(n)
	c := &client{n: n, seat: seat, tally: t, grid: newGrid(wide, high)}
	c.changed = sync.NewCond(&c.mu)
	if verify {
		c.full = new(newEmulator(wide, high))
	}
	return c
}

// dial logs in and asks for a terminal; password is the seat's code.
func (c *client) dial(address, password string) error {
	conn, err := ssh.Dial("tcp", address, &ssh.ClientConfig{
		User: c.seat, Auth: []ssh.AuthMethod{ssh.Password(password)}, Timeout: patience,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // on loopback, to a server that we have just begun
	})
	if err != nil {
		return fmt.Errorf("%s: %w", c.seat, err)
	}
	c.conn = conn
	if err := c.terminal(); err != nil {
		_ = conn.Close()
		return fmt.Errorf("%s: %w", c.seat, err)
	}
	return nil
}

func (c *client) terminal() error {
	s, err := c.conn.NewSession()
	if err != nil {
		return err
	}
	if c.in, err = s.StdinPipe(); err != nil {
		return err
	}
	out, err := s.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.RequestPty("xterm-256color", high, wide, ssh.TerminalModes{}); err != nil {
		return err
	}
	if err := s.Shell(); err != nil {
		return err
	}
	go c.read(out)
	return nil
}

// read takes in all that comes until the terminal ends.
func (c *client) read(out io.Reader) {
	b := make([]byte, 32<<10)
	for {
		n, err := out.Read(b)
		now := time.Now()
		c.bytes.Add(int64(n))
		c.mu.Lock()
		c.grid.write(b[:n])
		c.scan(now)
		if c.full != nil {
			c.full.write(b[:n])
			if c.full.String() != c.grid.String() {
				c.otherwise++
			}
		}
		if err != nil {
			c.ended = err
		}
		c.changed.Broadcast()
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// scan looks for markers in the rows that were written to.
func (c *client) scan(now time.Time) {
	if c.tally == nil {
		return // the facilitator
	}
	for y, dirty := range c.grid.dirty {
		if !dirty {
			continue
		}
		c.grid.dirty[y] = false
		row := c.grid.row(y)
		for x, r := range row {
			if r != actionSign && r != injectSign {
				continue
			}
			n, ok := readMarker(row[x:])
			switch {
			case !ok:
			case r == injectSign:
				c.tally.sawInject(n, c.n, now)
			case c.listed(row[:x], n):
				c.tally.saw(n, c.n, now)
			}
		}
	}
}

// listed reports whether a marker stands in a list, if it is the client's own:
// in the form it stood before it was sent. Lines of lists begin with a time.
func (c *client) listed(before []rune, n int) bool {
	if s := c.tally.sendingOf(n); s == nil || s.by != c.n {
		return s != nil
	}
	return slices.Contains(before[:min(len(before), 4)], ':')
}

func indexOf(text, part []rune) int {
	for i := 0; i+len(part) <= len(text); i++ {
		if slices.Equal(text[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// await waits until some row holds one of these texts, and says which.
func (c *client) await(texts ...string) (string, error) {
	found := ""
	err := c.until(patience, func() bool {
		for _, t := range texts {
			if c.holds([]rune(t)) {
				found = t
				return true
			}
		}
		return false
	})
	if err != nil {
		return "", fmt.Errorf("%s: %w before its screen said %q:\n%s", c.seat, err, texts, c.grid)
	}
	return found, nil
}

// until waits until something is so on the screen, or it has ended.
func (c *client) until(within time.Duration, so func() bool) error {
	late := time.AfterFunc(within, c.changed.Broadcast)
	defer late.Stop()
	deadline := time.Now().Add(within)
	c.mu.Lock()
	defer c.mu.Unlock()
	for !so() {
		switch {
		case c.ended != nil:
			return fmt.Errorf("closed (%w)", c.ended)
		case time.Now().After(deadline):
			return fmt.Errorf("%v went by", within)
		}
		c.changed.Wait()
	}
	return nil
}

// holds reports whether some row holds a text; the lock is held.
func (c *client) holds(text []rune) bool {
	for y := range c.grid.h {
		if indexOf(c.grid.row(y), text) >= 0 {
			return true
		}
	}
	return false
}

func (c *client) shows(text string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.holds([]rune(text))
}

// press writes keys as one.
func (c *client) press(keys string) error {
	_, err := io.WriteString(c.in, keys)
	return err
}

// dropped reports whether the server, or the network, ended the terminal.
func (c *client) dropped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ended != nil && !c.leaving.Load()
}

// close ends it as a closed window does.
func (c *client) close() {
	c.leaving.Store(true)
	if c.conn != nil {
		_ = c.conn.Close()
	}
}
