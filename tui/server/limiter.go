package server

import (
	"container/list"
	"net/netip"
	"slices"
	"time"

	"parley/engine/session"
	"parley/tui"
)

// How trying codes is slowed and stopped.
const (
	// slowFirst is after how long the first wrong code from an address is
	// answered; each further one doubles it, up to slowMost.
	slowFirst = time.Second
	slowMost  = 30 * time.Second
	// lockAddress is after how many wrong codes an address is locked, and
	// lockSeat after how many whose first group was right a seat is.
	lockAddress = 20
	lockSeat    = 10
	// lockedFor is how long either stays locked, and after how long without a
	// wrong one what was wrong is forgotten.
	lockedFor = 10 * time.Minute
	// maxAddresses bounds how many addresses are remembered; of more, the one
	// that was quiet longest is forgotten.
	maxAddresses = 4096
)

// limiter decides what comes of trying a code. It is pure: time comes in, and
// nobody waits here.
//
// A code's first group is its ticket. Who guesses has no ticket and so counts
// against the address alone; who has one, and the rest wrong, counts against the
// seat too. So guessing locks no seat, and what an address did never keeps out
// the right code from there. How long an answer takes depends on the address
// alone, so that it tells nothing of what was right in a wrong code.
type limiter struct {
	addresses map[netip.Addr]*list.Element
	recent    *list.List // of *tried, the newest first
	seats     map[string]*tried
}

// tried is what came of trying codes from an address, or at a seat.
type tried struct {
	addr  netip.Addr
	seat  string // tried last, if it is one of the exercise's
	wrong int
	last  time.Time
}

func newLimiter() *limiter {
	return &limiter{addresses: map[netip.Addr]*list.Element{}, recent: list.New(), seats: map[string]*tried{}}
}

// try takes in how far a typed code was a seat's ("" for a seat that does not
// exist), and says whether it opens it, and if not, after how long to say so.
func (l *limiter) try(addr netip.Addr, seat string, match session.CodeMatch, now time.Time) (open bool, after time.Duration) {
	if match == session.CodeRight && !l.locked(seat, now) {
		if e := l.addresses[addr]; e != nil {
			e.Value.(*tried).wrong /= 2 // a room behind one address is not slowed for all by some typing errors
		}
		return true, 0
	}
	a := l.address(addr)
	a.count(now)
	a.seat = seat
	if match == session.CodeTicket {
		s := l.seats[seat]
		if s == nil {
			s = &tried{seat: seat}
			l.seats[seat] = s
		}
		if !s.lockedAt(now, lockSeat) { // so that a lock ends
			s.count(now)
		}
	}
	return false, a.delay()
}

// address is what is remembered of one, now the newest.
func (l *limiter) address(addr netip.Addr) *tried {
	if e := l.addresses[addr]; e != nil {
		l.recent.MoveToFront(e)
		return e.Value.(*tried)
	}
	if l.recent.Len() >= maxAddresses {
		old := l.recent.Remove(l.recent.Back()).(*tried)
		delete(l.addresses, old.addr)
	}
	a := &tried{addr: addr}
	l.addresses[addr] = l.recent.PushFront(a)
	return a
}

// locked reports whether a seat opens to no code now.
func (l *limiter) locked(seat string, now time.Time) bool {
	s := l.seats[seat]
	return s != nil && s.lockedAt(now, lockSeat)
}

// unlock forgets what was tried at a seat, for it has a new code.
func (l *limiter) unlock(seat string) { delete(l.seats, seat) }

// attempts are the addresses and seats that were tried in vain and are not
// forgotten, the newest first.
func (l *limiter) attempts(now time.Time) []tui.Attempt {
	var out []tui.Attempt
	for e := l.recent.Front(); e != nil; e = e.Next() {
		if a := e.Value.(*tried); a.wrong > 0 && now.Sub(a.last) < lockedFor {
			out = append(out, tui.Attempt{Seat: a.seat, Address: a.addr.String(), Wrong: a.wrong, Last: a.last, Until: a.until(now, lockAddress)})
		}
	}
	for _, s := range l.seats {
		if now.Sub(s.last) < lockedFor {
			out = append(out, tui.Attempt{Seat: s.seat, Wrong: s.wrong, Last: s.last, Until: s.until(now, lockSeat)})
		}
	}
	slices.SortStableFunc(out, func(a, b tui.Attempt) int { return b.Last.Compare(a.Last) })
	return out
}

// count takes in one more wrong code.
func (t *tried) count(now time.Time) {
	if now.Sub(t.last) >= lockedFor {
		t.wrong = 0
	}
	t.wrong++
	t.last = now
}

// delay of the answer to the wrong code that was counted last.
func (t *tried) delay() time.Duration {
	d := slowFirst
	for n := 1; n < t.wrong && d < slowMost; n++ {
		d *= 2
	}
	return min(d, slowMost)
}

func (t *tried) lockedAt(now time.Time, limit int) bool {
	return t.wrong >= limit && now.Sub(t.last) < lockedFor
}

// until is when a lock ends, zero if there is none.
func (t *tried) until(now time.Time, limit int) time.Time {
	if !t.lockedAt(now, limit) {
		return time.Time{}
	}
	return t.last.Add(lockedFor)
}

// addressOf is what counts as one address: an IPv4 address, or the network of
// an IPv6 one, of which everyone has as many as they like.
func addressOf(ip netip.Addr) netip.Addr {
	ip = ip.Unmap().WithZone("")
	if ip.Is6() {
		if p, err := ip.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return ip
}
