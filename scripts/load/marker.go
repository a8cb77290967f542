package main

import (
	"hash/fnv"
	"sync/atomic"
	"time"
)

// A marker stands in the text of an action or an inject, and is looked for on
// every screen: a sign that occurs nowhere else, a number, and letters to check
// it by, so that half of one marker and half of another are none.
const (
	actionSign = '§'
	injectSign = '¤'
	markerLen  = 1 + digits + checks
	digits     = 4
	checks     = 2
	letters    = "0123456789abcdefghijkmnpqrstuvwxyz" // 34, without l and o
)

func marker(sign rune, n int) string {
	out := make([]byte, 0, digits+checks)
	for range digits {
		out = append(out, letters[n%len(letters)])
		n /= len(letters)
	}
	sum := fnv.New32a()
	_, _ = sum.Write(out) // never fails, by its contract
	check := int(sum.Sum32() % uint32(len(letters)*len(letters)))
	return string(sign) + string(append(out, letters[check%len(letters)], letters[check/len(letters)]))
}

// readMarker reads the number of a marker whose sign stands at the beginning
// of cells.
func readMarker(cells []rune) (n int, ok bool) {
	if len(cells) < markerLen {
		return 0, false
	}
	for i := digits; i >= 1; i-- {
		at := letterAt(cells[i])
		if at < 0 {
			return 0, false
		}
		n = n*len(letters) + at
	}
	return n, marker(cells[0], n) == string(cells[:markerLen])
}

func letterAt(r rune) int {
	for i, c := range letters {
		if c == r {
			return i
		}
	}
	return -1
}

// sending is one action on its way to the screens of its side.
type sending struct {
	by   int       // client
	at   time.Time // when the key that sends it was pressed
	seen []int64   // when each client saw it, in microseconds after at; 0: not
}

// tally is when which screen showed what. A client writes its own places alone.
type tally struct {
	began   time.Time
	clients int
	actions []atomic.Pointer[sending]
	next    atomic.Int64
	injects [][]int64 // by number and client: microseconds after began
	foreign atomic.Int64
}

// mostActions is how many actions a run can have.
const mostActions = 200_000

func newTally(clients, injects int) *tally {
	t := &tally{began: time.Now(), clients: clients, actions: make([]atomic.Pointer[sending], mostActions), injects: make([][]int64, injects)}
	for i := range t.injects {
		t.injects[i] = make([]int64, clients)
	}
	return t
}

// begin gives the next action a number. It counts once it is sent.
func (t *tally) begin() int { return int(t.next.Add(1) - 1) }

// sent says that the key that sends an action is pressed now.
func (t *tally) sent(n, by int) *sending {
	s := &sending{by: by, at: time.Now(), seen: make([]int64, t.clients)}
	t.actions[n].Store(s)
	return s
}

// saw says that an action stands on a client's screen.
func (t *tally) saw(n, client int, now time.Time) {
	if n >= len(t.actions) {
		return
	}
	s := t.actions[n].Load()
	if s == nil {
		return // it stands in the form of the one who types it
	}
	if s.by%sides != client%sides {
		t.foreign.Add(1) // the other side's: a leak
	}
	if s.seen[client] == 0 {
		s.seen[client] = max(1, now.Sub(s.at).Microseconds())
	}
}

func (t *tally) sawInject(n, client int, now time.Time) {
	if n < len(t.injects) && t.injects[n][client] == 0 {
		t.injects[n][client] = max(1, now.Sub(t.began).Microseconds())
	}
}

// sendingOf is an action that was sent, nil while it was not.
func (t *tally) sendingOf(n int) *sending {
	if n >= len(t.actions) {
		return nil
	}
	return t.actions[n].Load()
}
