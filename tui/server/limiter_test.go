package server

import (
	"net/netip"
	"testing"
	"time"

	"parley/engine/session"
)

func address(s string) netip.Addr { return addressOf(netip.MustParseAddr(s)) }

var start = time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)

func TestWrongCodesAreSlowed(t *testing.T) {
	l := newLimiter()
	want := []int{1, 2, 4, 8, 16, 30, 30, 30}
	for i, w := range want {
		open, after := l.try(address("192.0.2.1"), "alder-cyber", session.CodeWrong, start)
		if open || after != time.Duration(w)*time.Second {
			t.Errorf("wrong code %d: open %v, answered after %v, want %v s", i+1, open, after, w)
		}
	}
	if _, after := l.try(address("192.0.2.2"), "alder-cyber", session.CodeWrong, start); after != time.Second {
		t.Errorf("another address waits %v for its first", after)
	}
	if open, _ := l.try(address("192.0.2.1"), "alder-cyber", session.CodeRight, start); !open {
		t.Error("the right code from the same address did not open")
	}
}

// TestTenThousandGuesses: one address guesses 10,000 times at every seat; the
// right person gets in from there and from elsewhere, and so does the
// facilitator.
func TestTenThousandGuesses(t *testing.T) {
	l := newLimiter()
	seats := []string{"alder-cyber", "control", ""}
	now := start
	for i := range 10_000 {
		if open, after := l.try(address("192.0.2.1"), seats[i%len(seats)], session.CodeWrong, now); open || after < time.Second {
			t.Fatalf("guess %d: open %v after %v", i, open, after)
		}
		now = now.Add(100 * time.Millisecond)
	}
	for _, from := range []string{"192.0.2.1", "192.0.2.77"} {
		for _, seat := range []string{"alder-cyber", "control"} {
			if open, after := l.try(address(from), seat, session.CodeRight, now); !open || after != 0 {
				t.Errorf("the right code for %s from %s: open %v after %v", seat, from, open, after)
			}
		}
	}
	a := l.attempts(now)
	if len(a) != 1 || a[0].Address != "192.0.2.1" || !a[0].Until.After(now) {
		t.Errorf("a facilitator sees %+v; want one address, locked", a)
	}
}

// TestATicketWithAWrongRestLocksTheSeat: who has seen half a slip gets ten
// attempts, from however many addresses.
func TestATicketWithAWrongRestLocksTheSeat(t *testing.T) {
	l := newLimiter()
	for i := range lockSeat {
		from := netip.AddrFrom4([4]byte{192, 0, 2, byte(i)})
		l.try(from, "alder-cyber", session.CodeTicket, start)
	}
	try := func(seat string, now time.Time) bool {
		open, _ := l.try(address("198.51.100.1"), seat, session.CodeRight, now)
		return open
	}
	if try("alder-cyber", start.Add(lockedFor-time.Second)) {
		t.Error("the seat is not locked")
	}
	if !try("birch-cyber", start) || !try("control", start) {
		t.Error("another seat is locked too")
	}
	if !try("alder-cyber", start.Add(lockedFor)) {
		t.Error("the lock does not end")
	}
	for range lockSeat {
		l.try(address("192.0.2.1"), "control", session.CodeTicket, start)
	}
	if l.unlock("control"); !try("control", start) {
		t.Error("a new code does not unlock the seat")
	}
}

// TestAWrongAnswerTellsNothing: when it comes depends on what the address did,
// not on what was right in a code.
func TestAWrongAnswerTellsNothing(t *testing.T) {
	for n := range 2 * lockAddress {
		var after [3]time.Duration
		for i, last := range []struct {
			seat  string
			match session.CodeMatch
		}{{"alder-cyber", session.CodeWrong}, {"alder-cyber", session.CodeTicket}, {"", session.CodeWrong}} {
			l := newLimiter()
			for range n {
				l.try(address("192.0.2.1"), "birch-cyber", session.CodeWrong, start)
			}
			_, after[i] = l.try(address("192.0.2.1"), last.seat, last.match, start)
		}
		if after[0] != after[1] || after[1] != after[2] {
			t.Fatalf("after %d wrong ones the next is answered after %v, by what was wrong with it", n, after)
		}
	}
	// Nor does it tell that a seat is locked.
	l := newLimiter()
	for range lockSeat {
		l.try(address("192.0.2.9"), "alder-cyber", session.CodeTicket, start)
	}
	if open, after := l.try(address("192.0.2.1"), "alder-cyber", session.CodeRight, start); open || after != slowFirst {
		t.Errorf("a locked seat: open %v, answered after %v", open, after)
	}
}

func TestManyAddressesTakeNoMoreMemory(t *testing.T) {
	l := newLimiter()
	for i := range 3 * maxAddresses {
		l.try(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), "", session.CodeWrong, start)
	}
	if len(l.addresses) != maxAddresses || l.recent.Len() != maxAddresses {
		t.Errorf("%d and %d addresses are remembered", len(l.addresses), l.recent.Len())
	}
	if address("2001:db8::1") != address("2001:db8::ffff") || address("2001:db8::1") == address("2001:db8:0:1::1") {
		t.Error("an IPv6 network does not count as one address")
	}
	if address("::ffff:192.0.2.1") != address("192.0.2.1") {
		t.Error("an IPv4 address counts as another one in IPv6")
	}
}

func TestARoomBehindOneAddressIsNotSlowedForLong(t *testing.T) {
	l := newLimiter()
	for range 4 {
		l.try(address("192.0.2.1"), "alder-cyber", session.CodeWrong, start)
		l.try(address("192.0.2.1"), "alder-cyber", session.CodeRight, start)
	}
	if _, after := l.try(address("192.0.2.1"), "birch-cyber", session.CodeWrong, start); after > 2*time.Second {
		t.Errorf("a typing error is answered after %v", after)
	}
}
