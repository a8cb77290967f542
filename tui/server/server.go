package server

import (
	"context"
	"errors"
	"net"
	"time"

	"parley/engine/session"
	"parley/tui"
)

// Options are what a server is made of.
type Options struct {
	// Session that people join, and the desk of its transcript, which has the
	// hashed codes.
	Session *session.Session
	Desk    *session.Desk
	// Codes are those known in full, by seat, for facilitators to look up;
	// they are kept in the desk too. Nil: none.
	Codes map[string]string
	// Keys are public keys that open seats without a code, from ReadKeys.
	Keys Keys
	// HostKey is the file of the host's key, made if it is not there (0600).
	HostKey string
	// Hosts are the names or addresses by which people reach this computer, for
	// slips and screens; those of its network interfaces if nil.
	Hosts []string
	// MaxSeats is how many people may be connected at once, 0 for 500.
	// Facilitators get in all the same.
	MaxSeats int
	// Screen is how screens begin: Lang, NoBell. Seat, Person, Room and what
	// belongs to a terminal is filled for each.
	Screen tui.Options
	// Log is told of what the one who runs the host may want to know, a line at
	// a time; nil for nobody.
	Log func(line string)
	// Now is the wall clock, time.Now if nil.
	Now func() time.Time
}

// Server lets people in. It is a [tui.Room].
type Server struct{ opts Options }

var errNotYet = errors.New("not built")

// New makes a server; nothing listens yet.
func New(opts Options) (*Server, error) { return &Server{opts}, nil }

// Serve lets people in until ctx is done or the listener fails; then it tells
// those who are there, closes their terminals, and returns when all are closed.
func (s *Server) Serve(ctx context.Context, l net.Listener) error { return errNotYet }

// Keys are public keys by seat.
type Keys struct{}

// ReadKeys reads a file of public keys: a line each, SEAT, the key as OpenSSH
// writes it, and the person's name; # begins a comment. The error names every
// line that is wrong.
func ReadKeys(path string, seats []string) (Keys, error) { return Keys{}, errNotYet }
