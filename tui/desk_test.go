package tui

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// fakeDesk keeps things as long as a test lasts, over the program's deaths.
type fakeDesk struct {
	mu   sync.Mutex
	kept map[[3]string]string
	pin  string
	err  error
}

func (d *fakeDesk) Recall(seat, person, key string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept[[3]string{seat, person, key}]
}

func (d *fakeDesk) Keep(seat, person, key, value string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept == nil {
		d.kept = map[[3]string]string{}
	}
	if d.kept[[3]string{seat, person, key}] = value; value == "" {
		delete(d.kept, [3]string{seat, person, key})
	}
}

func (d *fakeDesk) Keys(seat, person, prefix string) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []string
	for k := range d.kept {
		if k[0] == seat && k[1] == person && strings.HasPrefix(k[2], prefix) {
			out = append(out, k[2])
		}
	}
	slices.Sort(out)
	return out
}

func (d *fakeDesk) SetPIN(s string) error  { d.pin = s; return nil }
func (d *fakeDesk) HasPIN() bool           { return d.pin != "" }
func (d *fakeDesk) CheckPIN(s string) bool { return s == d.pin }
func (d *fakeDesk) Err() error             { return d.err }
func (h *fakeHost) now() time.Time         { return time.UnixMilli(1_460_000_000_000 + h.wall) }
func (u *user) tick() (tea.Model, tea.Cmd) { return u.m.Update(tickMsg{u.h.now()}) }

// TestDeskTrouble says once that nothing can be kept, and plays on.
func TestDeskTrouble(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 30)
	u.keys("space", "enter", "o", "'Half a note")
	u.h.desk.err = errors.New("no space left on device")
	u.tick()
	u.shows("Drafts can't be kept now: no space left on device. The exercise goes on.")
	u.keys("'.")
	u.tick()
	u.hides("no space left")
	u.keys("ctrl+s")
	u.gave("note", "control")
	u.h.desk.err = nil
	u.tick()
	u.h.desk.err = errors.New("read-only file system")
	u.tick()
	u.shows("read-only file system")
}
