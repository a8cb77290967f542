package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	// deskSuffix names the file beside a transcript that its desk is kept in.
	deskSuffix = ".desk"
	// deskTemp is what the names of half-written desks go on with.
	deskTemp = ".tmp-"
	// deskFormat is the version of the file that this program writes.
	deskFormat = 1
	// deskAfter is how long a change waits for others before it is written.
	deskAfter = 200 * time.Millisecond
	// deskAgain is how long it waits after a write that failed.
	deskAgain = 2 * time.Second
)

// Desk keeps what is nobody else's: drafts, whether the bell rings, control's
// PIN, join codes. It lies in a file beside the transcript, and losing it loses
// no exercise. Its methods may be called from any goroutine; none waits for the
// disk but OpenDesk and Close.
type Desk struct {
	path string
	of   string

	mu    sync.Mutex
	seats deskSeats
	pin   *pin
	codes Codes
	rev   int // counts changes
	saved int // change up to which all is on disk
	err   error

	changed chan struct{}
	quit    chan struct{}
	done    chan struct{}
	closing sync.Once
}

// deskSeats is seat → person → key → value.
type deskSeats map[string]map[string]map[string]string

// deskFile is what stands in the file.
type deskFile struct {
	Format int       `json:"format"`
	Of     string    `json:"of"` // the exercise whose desk it is
	PIN    *pin      `json:"pin,omitempty"`
	Codes  Codes     `json:"codes,omitempty"`
	Seats  deskSeats `json:"seats"`
}

// OpenDesk opens the desk of the transcript at path. of names the exercise:
// the desk of another one that once lay there is not taken for this one's. A
// file that can't be used is set aside; the desk is then an empty one, and the
// error says so. There always is a desk, and its owner has to close it.
func OpenDesk(path, of string) (*Desk, error) {
	d := &Desk{
		path: path + deskSuffix, of: of, seats: deskSeats{},
		changed: make(chan struct{}, 1), quit: make(chan struct{}), done: make(chan struct{}),
	}
	err := d.read()
	if err != nil {
		err = d.setAside(err)
	}
	d.sweep()
	go d.loop()
	return d, err
}

// read takes in the file, if there is one.
func (d *Desk) read() error {
	b, err := os.ReadFile(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var f deskFile
	if err := json.Unmarshal(b, &f); err != nil {
		return fmt.Errorf("it is damaged: %w", err)
	}
	switch {
	case f.Format != deskFormat:
		return fmt.Errorf("it is of version %d, and this Parley reads version %d", f.Format, deskFormat)
	case f.Of != d.of:
		return errors.New("it is another exercise's")
	case f.PIN != nil && !f.PIN.usable():
		return errors.New("it is damaged: its PIN is none")
	}
	if f.Seats != nil {
		d.seats = f.Seats
	}
	d.pin = f.PIN
	d.codes = f.Codes
	for seat, k := range d.codes {
		if !k.usable() {
			delete(d.codes, seat) // its facilitator makes a new one
		}
	}
	return nil
}

// setAside puts a file that can't be used out of the way.
func (d *Desk) setAside(why error) error {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.bad-%d", d.path, n)
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		if err := os.Rename(d.path, name); err != nil {
			return fmt.Errorf("the drafts in %s can't be used (%w), nor put aside: %w", d.path, why, err)
		}
		return fmt.Errorf("the drafts in %s can't be used (%w); the file is now %s, and the exercise goes on without it", d.path, why, name)
	}
}

// sweep clears away what was half written when a program died.
func (d *Desk) sweep() {
	all, err := os.ReadDir(filepath.Dir(d.path))
	if err != nil {
		return
	}
	for _, e := range all {
		if strings.HasPrefix(e.Name(), filepath.Base(d.path)+deskTemp) {
			_ = os.Remove(filepath.Join(filepath.Dir(d.path), e.Name())) // it harms nobody if it stays
		}
	}
}

// Recall is what was kept under a key for a person in a seat, "" if nothing.
func (d *Desk) Recall(seat, person, key string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.seats[seat][person][key]
}

// Keep keeps a value under a key for a person in a seat; "" keeps nothing any
// longer. It is on disk within a second.
func (d *Desk) Keep(seat, person, key, value string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.seats[seat][person][key] == value {
		return
	}
	if d.seats[seat] == nil {
		d.seats[seat] = map[string]map[string]string{}
	}
	if d.seats[seat][person] == nil {
		d.seats[seat][person] = map[string]string{}
	}
	if value == "" {
		delete(d.seats[seat][person], key)
	} else {
		d.seats[seat][person][key] = value
	}
	d.touch()
}

// Keys are the keys with a prefix that something is kept under for a person in
// a seat, in order.
func (d *Desk) Keys(seat, person, prefix string) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []string
	for k := range d.seats[seat][person] {
		if strings.HasPrefix(k, prefix) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// Err is why what was kept last is not on disk yet, nil if nothing is wrong.
func (d *Desk) Err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.err
}

// Close writes what is not on disk yet, and says if that can't be done.
func (d *Desk) Close() error {
	d.closing.Do(func() { close(d.quit) })
	<-d.done
	return d.Err()
}

// touch tells the writer; the lock is held.
func (d *Desk) touch() {
	d.rev++
	select {
	case d.changed <- struct{}{}:
	default: // it knows already
	}
}

// loop writes what has changed: soon, and all of it at once.
func (d *Desk) loop() {
	defer close(d.done)
	timer := time.NewTimer(0)
	timer.Stop()
	waits := false
	for {
		select {
		case <-d.changed:
			if !waits {
				waits = true
				timer.Reset(deskAfter)
			}
		case <-timer.C:
			if waits = !d.write(); waits {
				timer.Reset(deskAgain)
			}
		case <-d.quit:
			d.write()
			return
		}
	}
}

// write brings the desk to disk if it has changed, and reports whether all of
// it is there.
func (d *Desk) write() bool {
	d.mu.Lock()
	if d.rev == d.saved {
		d.mu.Unlock()
		return true
	}
	rev := d.rev
	f := deskFile{Format: deskFormat, Of: d.of, PIN: d.pin, Codes: d.codes, Seats: d.copied()}
	d.mu.Unlock()

	err := writeDesk(d.path, &f)
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // what is wrong; the name of a file half written tells nobody anything
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.err = err; err == nil {
		d.saved = rev
	}
	return err == nil
}

// copied is the desk as it is now, without what holds nothing; the lock is
// held.
func (d *Desk) copied() deskSeats {
	out := make(deskSeats, len(d.seats))
	for seat, people := range d.seats {
		for person, kept := range people {
			if len(kept) == 0 {
				continue
			}
			if out[seat] == nil {
				out[seat] = map[string]map[string]string{}
			}
			out[seat][person] = maps.Clone(kept)
		}
	}
	return out
}

// writeDesk puts a new file in the place of the old one, so that there always
// is a whole one.
func writeDesk(path string, f *deskFile) (err error) {
	b, err := json.Marshal(f)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+deskTemp+"*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name()) // the error that counts is the first
		}
	}()
	_, err = tmp.Write(append(b, '\n'))
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	if err = os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync() // not every system can; the old file would still be whole
		_ = dir.Close()
	}
	return nil
}
