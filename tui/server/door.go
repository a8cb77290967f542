package server

import (
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// maxAtDoor is how many connections may be on their way in at once: not logged
// in, or without a terminal yet.
const maxAtDoor = 100

// door holds the connections that are on their way in. There is room for so
// many; when it is full, whoever has waited longest of the address with the most
// must go, so that somebody who only knocks keeps nobody else out.
type door struct {
	mu    sync.Mutex
	conns []*conn // in order of their coming
	shut  bool
}

// conn is a connection of a client. It knows when its client has gone, also
// while nobody reads from it.
type conn struct {
	net.Conn
	door  *door
	ip    netip.Addr // as shown
	from  netip.Addr // what counts as one address
	timer *time.Timer

	gone    chan struct{} // closed when it is over
	closing sync.Once
	spoke   bool // has asked to log in; under door.mu
	seized  bool // has a channel; under door.mu
	opened  bool // has a terminal; under door.mu
}

// let makes room for a connection and starts its time to get in.
func (d *door) let(nc net.Conn, grace time.Duration) *conn {
	c := &conn{Conn: nc, door: d, gone: make(chan struct{})}
	if a, err := netip.ParseAddrPort(nc.RemoteAddr().String()); err == nil {
		c.ip = a.Addr().Unmap().WithZone("")
	}
	c.from = addressOf(c.ip)
	d.mu.Lock()
	var out *conn
	if len(d.conns) >= maxAtDoor {
		out = d.crowded(c.from)
		d.drop(out)
	}
	d.conns = append(d.conns, c)
	c.timer = time.AfterFunc(grace, func() { d.late(c) })
	shut := d.shut
	d.mu.Unlock()
	if shut {
		out = c
	}
	if out != nil {
		_ = out.Close() // its client sees that
	}
	return c
}

// crowded is who must go for a newcomer: the oldest of the address with the
// most, the newcomer counted in. The lock is held.
func (d *door) crowded(newcomer netip.Addr) *conn {
	count := map[netip.Addr]int{newcomer: 1}
	most := newcomer
	for _, c := range d.conns {
		count[c.from]++
	}
	for _, c := range d.conns {
		if count[c.from] > count[most] {
			most = c.from
		}
	}
	oldest := d.conns[0]
	for _, c := range slices.Backward(d.conns) {
		// Who has not said anything goes before one who looks for their code.
		if c.from == most && (oldest.from != most || oldest.spoke || !c.spoke) {
			oldest = c
		}
	}
	return oldest
}

// heard is when a client asks to log in.
func (d *door) heard(c *conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c.spoke = true
}

// late ends a connection that got nowhere in its time.
func (d *door) late(c *conn) {
	d.mu.Lock()
	opened := c.opened
	d.mu.Unlock()
	if !opened {
		_ = c.Close() // its client sees that
	}
}

// seize gives a connection its one channel; false if it has it already.
func (d *door) seize(c *conn) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	was := c.seized
	c.seized = true
	return !was
}

// open says that a connection has its terminal, and so is in.
func (d *door) open(c *conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c.opened = true
	c.timer.Stop()
	d.drop(c)
}

func (d *door) drop(c *conn) {
	for i := range d.conns {
		if d.conns[i] == c {
			d.conns = append(d.conns[:i], d.conns[i+1:]...)
			return
		}
	}
}

// close shows out all who are on their way in, and who still comes.
func (d *door) close() {
	d.mu.Lock()
	d.shut = true
	all := slices.Clone(d.conns)
	d.mu.Unlock()
	for _, c := range all {
		_ = c.Close() // its client sees that
	}
}

// waiting is how many are on their way in.
func (d *door) waiting() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.conns)
}

// Read notices that the client has gone.
func (c *conn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if err != nil {
		c.over()
	}
	return n, err
}

// Close ends the connection; whoever waits in it is woken.
func (c *conn) Close() error {
	c.over()
	return c.Conn.Close()
}

func (c *conn) over() {
	c.closing.Do(func() {
		close(c.gone)
		c.timer.Stop()
		c.door.mu.Lock()
		defer c.door.mu.Unlock()
		c.door.drop(c)
	})
}
