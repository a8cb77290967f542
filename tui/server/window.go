package server

import (
	"fmt"
	"sync"
	"time"
)

// The windows that are drawn. A larger one costs memory that its client does
// not pay for; in a smaller one nothing can be read.
const (
	leastColumns, mostColumns = 20, 400
	leastRows, mostRows       = 8, 150
)

// size of a window in cells.
type size struct{ columns, rows int }

func (s size) String() string { return fmt.Sprintf("%d×%d", s.columns, s.rows) }

// clamp makes a window of what a client says of its own. Zero is not known.
func clamp(columns, rows uint32) size {
	if columns == 0 || rows == 0 {
		columns, rows = 80, 24
	}
	return size{
		columns: int(min(max(columns, leastColumns), mostColumns)),
		rows:    int(min(max(rows, leastRows), mostRows)),
	}
}

// window is the size of a client's window as it changes. Whoever draws gets the
// newest size, no more often than every pause: dragging an edge sends hundreds.
type window struct {
	pause time.Duration

	mu   sync.Mutex
	now  size
	told size
	tell func(size) // nil: nobody draws
	busy bool       // somebody is being told, or will be
}

// change takes in a new size.
func (w *window) change(to size) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = to
	w.later(0)
}

// size of the window now.
func (w *window) size() size {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

// begin tells of sizes other than the one that is drawn now.
func (w *window) begin(drawn size, tell func(size)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.tell, w.told = tell, drawn
	w.later(0)
}

// end tells no longer.
func (w *window) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.tell = nil
}

// later sees that the newest size is told after a while; the lock is held.
func (w *window) later(after time.Duration) {
	if w.busy || w.tell == nil || w.told == w.now {
		return
	}
	w.busy = true
	time.AfterFunc(after, w.say)
}

// say tells the newest size, and rests.
func (w *window) say() {
	w.mu.Lock()
	tell, now := w.tell, w.now
	w.told = now
	w.mu.Unlock()
	if tell != nil {
		tell(now) // waits while its terminal takes nothing
	}
	time.AfterFunc(w.pause, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.busy = false
		w.later(0)
	})
}
