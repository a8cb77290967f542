package tui

import "time"

// Room is who sits at a terminal of their own, as a facilitator's console needs
// it: who is where, codes, moving and removing people. Its methods may be called
// from any goroutine; NewCode takes some milliseconds and is called in a tea.Cmd.
type Room interface {
	// Ways are the lines to type to join a seat, one for each address of this
	// host ("ssh -p 2222 alder-cyber@192.168.1.20").
	Ways(seat string) []string
	// Fingerprint of the host's key ("SHA256:…").
	Fingerprint() string
	// Terminals are those connected, and those that dropped and whose seat is
	// kept, by seat and name.
	Terminals() []Terminal
	// Attempts are what came of trying codes: the seats and addresses that were
	// tried in vain, the newest first.
	Attempts() []Attempt
	// Changed gives a channel that holds a token when any of this may have
	// changed, until cancel is called.
	Changed() (changed <-chan struct{}, cancel func())
	// Code is a seat's join code, if it was made since this host began; ""
	// where only its hash is known: it stands on the slip.
	Code(seat string) string
	// NewCode makes a new one. The old one opens nothing any longer; who sits
	// there stays.
	NewCode(seat string) (string, error)
	// Remove closes a terminal and empties the seat. The person is told; with
	// the seat's code they can come back, until there is a new one.
	Remove(terminal string) error
	// Move takes a person to another seat; their screen becomes that seat's.
	Move(terminal, seat string) error
}

// State of a terminal.
type State string

// The states of a terminal, the best first.
const (
	Connected State = "connected"
	Idle      State = "idle"    // no key for IdleAfter
	Lagging   State = "lagging" // the network takes nothing for LagAfter
	Gone      State = "gone"    // dropped; what they wrote is kept for them
)

// When a terminal counts as idle, and as lagging.
const (
	IdleAfter = 5 * time.Minute
	LagAfter  = 2 * time.Second
)

// Terminal is one person at a terminal of their own.
type Terminal struct {
	ID      string // for Remove and Move
	Seat    string
	Person  string // as the record names them
	Name    string // that they gave: any text
	Address string // where they come from, without the port
	State   State
	Since   time.Time // of being in this state
	Window  string    // "120×40"
}

// Attempt is codes tried in vain for a seat from an address.
type Attempt struct {
	Seat, Address string
	Wrong         int
	Last          time.Time
	// Until is when the next one from there is looked at, zero if at once.
	Until time.Time
}
