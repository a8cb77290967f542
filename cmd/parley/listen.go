package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/session"
	"parley/scenarios"
	"parley/scenarios/book"
	"parley/tui/server"
)

// listenFlags are what run and resume are told of terminals over the network.
type listenFlags struct {
	listen, codes, keys string
	hosts               []string
	maxSeats            int
}

func (f *listenFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.listen, "listen", "", "let people join with ssh at this address: :2222, or 192.168.1.20:2222 for one network alone")
	c.Flags().StringVar(&f.codes, "codes", "", "with --listen, the file of join codes that parley slips wrote (default: new codes, and their slips beside the transcript)")
	c.Flags().StringVar(&f.keys, "keys", "", "with --listen, a file of public keys that need no code: a line each, SEAT KEY NAME")
	c.Flags().StringArrayVar(&f.hosts, "host", nil, "with --listen, name or address of this computer for slips and screens, several if repeated (default: its addresses)")
	c.Flags().IntVar(&f.maxSeats, "max-seats", 0, "with --listen, how many may be connected at once, facilitators aside (default 500)")
}

// check makes sense of the flags together.
func (f *listenFlags) check() error {
	switch {
	case f.maxSeats < 0:
		return usageError{fmt.Errorf("--max-seats %d: give a number from 1, or leave it out", f.maxSeats)}
	case f.listen != "":
		return nil
	}
	for name, given := range map[string]bool{"--codes": f.codes != "", "--keys": f.keys != "", "--host": f.hosts != nil, "--max-seats": f.maxSeats != 0} {
		if given {
			return usageError{fmt.Errorf("%s is for people who join with ssh: add --listen :%d", name, defaultPort)}
		}
	}
	return nil
}

// lobby is the way in, open before anything of an exercise is written.
type lobby struct {
	flags       *listenFlags
	sc          *scenarios.Scenario
	l           net.Listener
	port        int
	hosts       []string
	fingerprint string
	keys        server.Keys
	codes       session.Codes     // from a file
	full        map[string]string // new ones, as they are read
	slips       string            // file that the new ones' slips are in
}

// openLobby checks what the flags ask for and listens; nil without --listen.
func openLobby(f *listenFlags, sc *scenarios.Scenario) (*lobby, error) {
	if f.listen == "" {
		return nil, nil
	}
	b := &lobby{flags: f, sc: sc}
	address, err := listenAddress(f.listen)
	if err != nil {
		return nil, err
	}
	if f.codes != "" {
		if b.codes, err = readCodes(f.codes, sc); err != nil {
			return nil, err
		}
	}
	if f.keys != "" {
		if b.keys, err = server.ReadKeys(f.keys, seatsOf(sc)); err != nil {
			return nil, err
		}
	}
	if b.hosts, err = b.names(address); err != nil {
		return nil, err
	}
	if b.fingerprint, err = server.HostFingerprint(hostKeyPath()); err != nil {
		return nil, err
	}
	if b.l, err = net.Listen("tcp", address); err != nil {
		return nil, cantListen(f.listen, address, err)
	}
	if at, ok := b.l.Addr().(*net.TCPAddr); ok {
		b.port = at.Port
	}
	return b, nil
}

// close lets nobody in any longer. It can be called twice, and on none.
func (b *lobby) close() {
	if b != nil {
		_ = b.l.Close() // whoever serves it says what was wrong
	}
}

// names are those by which people reach the address listened at.
func (b *lobby) names(address string) ([]string, error) {
	host, _, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err == nil && b.flags.hosts == nil && host != "" && (ip == nil || !ip.IsUnspecified()) {
		return hostNames([]string{host})
	}
	return hostNames(b.flags.hosts)
}

// listenAddress reads ":2222", "2222", "192.168.1.20", "host:2222", "[::1]:22".
func listenAddress(given string) (string, error) {
	wrong := usageError{fmt.Errorf("--listen %s: give :%d, or an address of this computer and a port, like 192.168.1.20:%d", given, defaultPort, defaultPort)}
	host, port, err := net.SplitHostPort(given)
	if err != nil {
		host, port = given, strconv.Itoa(defaultPort)
		if _, err := strconv.Atoi(given); err == nil {
			host, port = "", given
		}
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return "", wrong
	}
	if host != "" {
		if host, err = hostName(host); err != nil {
			return "", wrong
		}
	}
	return net.JoinHostPort(host, port), nil
}

// cantListen says what to do when an address can't be had.
func cantListen(given, address string, err error) error {
	host, port, _ := net.SplitHostPort(address)
	var dns *net.DNSError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("--listen %s: port %s is in use on this computer, perhaps by another Parley: stop that, or take another port, and print slips that name it", given, port)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("--listen %s: this computer does not let you use port %s; those below 1024 are kept: take --listen %s", given, port, net.JoinHostPort(host, strconv.Itoa(defaultPort)))
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.As(err, &dns):
		return fmt.Errorf("--listen %s: %s is no address of this computer now: connect it to that network, or take --listen :%s for all of its networks", given, host, port)
	}
	return fmt.Errorf("--listen %s: %w", given, err)
}

func readCodes(path string, sc *scenarios.Scenario) (session.Codes, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the file of codes can't be read: %w", err)
	}
	codes, err := session.ReadCodes(data, sc.ID, seatsOf(sc))
	if err != nil {
		return nil, fmt.Errorf("the codes in %s can't be used:\n%w\nparley slips %s makes new ones, and the slips with them", path, err, sc.ID)
	}
	return codes, nil
}

// codesForNew sees that a new exercise has join codes, and somebody to lead it.
func (b *lobby) codesForNew(transcript string, bots []string, f *runFlags) error {
	if b == nil {
		return nil
	}
	if b.codes == nil {
		if err := b.newCodes(transcript, false); err != nil {
			return err
		}
	}
	return b.led(b.codes, bots, f)
}

// codesForOld does so for one that is taken up again: the codes that it had
// hold, and those of a file take the place of theirs.
func (b *lobby) codesForOld(transcript string, had session.Codes, bots []string, f *runFlags) error {
	if b == nil {
		return nil
	}
	if len(b.codes) == 0 && len(had) == 0 {
		if err := b.newCodes(transcript, true); err != nil {
			return err
		}
	}
	all := session.Codes{}
	maps.Copy(all, had)
	maps.Copy(all, b.codes)
	return b.led(all, bots, f)
}

// newCodes makes a code for each seat; their slips go beside the transcript.
// Slips of codes that are nowhere any longer may be replaced.
func (b *lobby) newCodes(transcript string, replace bool) error {
	b.slips = slipsBeside(transcript)
	if err := mayReplaceSlips(b.slips, replace); err != nil {
		return err
	}
	b.full = map[string]string{}
	for _, seat := range seatsOf(b.sc) {
		b.full[seat] = session.NewCode()
	}
	return nil
}

// writeSlips writes the slips of new codes, if there are any.
func (b *lobby) writeSlips() error {
	if b.full == nil {
		return nil
	}
	s := &slips{b.sc, seatsOf(b.sc), b.full, book.SlipsOptions{Hosts: b.hosts, Port: b.port, Fingerprint: b.fingerprint}}
	return s.write(b.slips)
}

// led sees that somebody can lead an exercise that nobody at this computer
// leads: by a code, by a key, or a bot does. Where new codes are made there is
// one for control.
func (b *lobby) led(codes session.Codes, bots []string, f *runFlags) error {
	_, code := codes[engine.SeatControl]
	_, full := b.full[engine.SeatControl]
	if !f.headless || f.play != "" || code || full || b.flags.keys != "" || slices.ContainsFunc(bots, engine.Leads) {
		return nil
	}
	return fmt.Errorf("nobody could lead: there is no code for control, and without a screen nobody can make one; parley slips --only control makes it, or leave --headless out")
}

// say says how people join.
func (b *lobby) say(line func(format string, args ...any), withoutCode []string) {
	line("To join, people type, with the seat of their slip for SEAT:")
	for _, host := range b.hosts {
		line("  %s", book.SSHLine("SEAT", host, b.port))
	}
	line("Fingerprint of this computer's key: %s", b.fingerprint)
	switch {
	case b.full != nil:
		line("Slips with the codes: %s\nWhoever has this page can sit in any seat: print it, then delete it.", b.slips)
	case b.flags.codes != "":
		line("Codes: those of %s; they stand on its slips.", b.flags.codes)
	default:
		line("Codes: those of before; they stand on the slips. parley slips makes new ones while the exercise does not run.")
	}
	if len(withoutCode) > 0 && b.flags.keys == "" {
		line("No code, so that nobody can join there until a facilitator makes one: %s", strings.Join(withoutCode, ", "))
	}
}
