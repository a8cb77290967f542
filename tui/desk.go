package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Desk keeps what is nobody else's and outlives the program: drafts, whether
// the bell rings, control's PIN. Only SetPIN and CheckPIN take a while, and
// are called in a tea.Cmd; the others return at once.
type Desk interface {
	// Recall is what was kept under a key for a person in a seat, "" if
	// nothing.
	Recall(seat, person, key string) string
	// Keep keeps a value; "" keeps nothing any longer.
	Keep(seat, person, key, value string)
	// Keys are the keys with a prefix that something is kept under.
	Keys(seat, person, prefix string) []string
	// SetPIN keeps a PIN for control's console.
	SetPIN(digits string) error
	// HasPIN reports whether there is a PIN.
	HasPIN() bool
	// CheckPIN reports whether it is this one.
	CheckPIN(digits string) bool
	// Err is why what was kept last is not safe yet, nil if nothing is wrong.
	Err() error
}

// langKeys is what the desk keeps of languages chosen: by seat.
const langKeys = "lang/"

// noDesk keeps nothing.
type noDesk struct{}

func (noDesk) Recall(_, _, _ string) string { return "" }
func (noDesk) Keep(_, _, _, _ string)       {}
func (noDesk) Keys(_, _, _ string) []string { return nil }
func (noDesk) SetPIN(string) error          { return errors.ErrUnsupported }
func (noDesk) HasPIN() bool                 { return false }
func (noDesk) CheckPIN(string) bool         { return false }
func (noDesk) Err() error                   { return nil }

// owner is whose things of the desk the one before the screen has.
func (m *Model) owner() (seat, person string) {
	if m.lock != nil {
		return m.lock.Seat, "@" + m.lock.Name // who comes back later has what they left
	}
	return m.home, m.opts.Person
}

func (m *Model) recall(key string) string {
	seat, person := m.owner()
	return m.desk.Recall(seat, person, key)
}

func (m *Model) keep(key, value string) {
	seat, person := m.owner()
	m.desk.Keep(seat, person, key, value)
}

// lookAtDesk says once that the desk can't be written.
func (m *Model) lookAtDesk() {
	err := m.desk.Err()
	if err != nil && !m.deskFailed {
		m.say(m.t("Drafts can't be kept now: {error}. The exercise goes on.", "error", line(err.Error())), true)
	}
	m.deskFailed = err != nil
}

// own is what is the one's alone who sits before the screen.
type own struct {
	desk       Desk
	deskFailed bool // said already
	drafts     []draft
	lock       *lock // nil: the screen is control's
	tries      tries
	bell       bellState
	wall       time.Time // of the last tick
	first      tea.Cmd   // what is to be done first
}

// ticked takes in the wall clock's time.
func (m *Model) ticked(at time.Time) {
	m.wall = at
	if m.tries.wrong > 0 && m.tries.since.IsZero() && !m.tries.asked {
		m.tries.since = at
	}
	if m.bell.rung && m.bell.since.IsZero() {
		m.bell.since = at
	}
	m.lookAtDesk()
}
