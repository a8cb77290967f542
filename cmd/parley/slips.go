package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/engine"
	"parley/engine/session"
	"parley/scenarios"
	"parley/scenarios/book"
	"parley/transcripts"
	"parley/tui/server"
)

// defaultPort is where people join unless --listen says otherwise.
const defaultPort = 2222

// slipsFlags are the flags of slips.
type slipsFlags struct {
	only, hosts  []string
	port         int
	lang, output string
	force        bool
}

func newSlips() *cobra.Command {
	f := &slipsFlags{}
	c := &cobra.Command{
		Use:   "slips SCENARIO|TRANSCRIPT",
		Short: "Make join codes, and a slip of paper for each seat",
		Long: `Slips makes a join code for each seat, and writes a page of HTML with a cut-out
for each: how to join with ssh, the fingerprint to compare, the code. Open it in
a browser and print it, A4 or Letter. Whoever has the page can sit in any seat:
print it, then delete it.

Of a scenario, the page goes to ID.slips.html in this folder and the codes,
hashed, to ID.codes. Run it with them:

  parley run SCENARIO --listen :2222 --codes ID.codes

Of a transcript that is not running, the page goes beside it, and the new codes
to its desk: parley resume TRANSCRIPT --listen :2222 takes them from there.
Codes that the seats had before open nothing any longer.

Run slips on the computer that will be the host, in the network of the exercise:
its addresses and the fingerprint of its key are on the slips. They have to be
printed anew when the address changes; --host takes a name instead.`,
		Args: exactly(1, "a scenario or a transcript"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), args[0]) },
	}
	c.Flags().StringSliceVar(&f.only, "only", nil, "only for players, staff, or a list of seats like alder-cyber,observer")
	c.Flags().StringArrayVar(&f.hosts, "host", nil, "name or address of this computer to put on the slips, several if repeated (default: its addresses)")
	c.Flags().IntVar(&f.port, "port", defaultPort, "port that parley run will listen on")
	c.Flags().StringVar(&f.lang, "lang", "", "language, such as en or zh-Hans (default: of each seat its side's, else the scenario's)")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write the page to this file, and the codes of a scenario beside it")
	c.Flags().BoolVar(&f.force, "force", false, "replace slips and codes made before: what was printed opens nothing then")
	return c
}

func (f *slipsFlags) run(out, errOut io.Writer, name string) error {
	if f.port < 1 || f.port > 65535 {
		return usageError{fmt.Errorf("--port %d: a port is a number from 1 to 65535", f.port)}
	}
	if isTranscript(name) {
		return f.ofTranscript(out, errOut, name)
	}
	sc, problems := scenarios.Open(name)
	if err := problems.Err(); err != nil {
		_, _ = fmt.Fprintf(errOut, "%s\n", problems.Errors())
		return fmt.Errorf("there are no slips for %s: %s", name, counted(len(problems.Errors()), "error"))
	}
	page := f.output
	if page == "" {
		page = sc.ID + ".slips.html"
	}
	path := strings.TrimSuffix(strings.TrimSuffix(page, ".html"), ".slips") + ".codes"
	made, err := f.make(sc, page)
	if err != nil {
		return err
	}
	codes, err := f.codesBefore(path, sc, made.seats)
	if err != nil {
		return err
	}
	for seat, code := range made.codes {
		if err := codes.Keep(seat, code); err != nil {
			return err
		}
	}
	// The codes first: a page whose codes are nowhere opens nothing.
	err = replaceFile(path, ".parley-codes-*", func(w io.Writer) error { return session.WriteCodes(w, sc.ID, codes) })
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", path, err)
	}
	if err := made.write(page); err != nil {
		return err
	}
	made.tell(out, page)
	listen := fmt.Sprintf(":%d", f.port)
	tell(out, "%s: the codes, hashed. Run the exercise with:\n  parley run %s --listen %s --codes %s", path, name, listen, path)
	return nil
}

// ofTranscript gives the seats of an exercise that was begun new codes.
func (f *slipsFlags) ofTranscript(out, errOut io.Writer, path string) (err error) {
	release, err := transcripts.Hold(path)
	if errors.Is(err, transcripts.ErrInUse) {
		return fmt.Errorf("%s is running: make a new code at its console (p shows who is where)", path)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	h, err := readHeader(path)
	if err != nil {
		return fmt.Errorf("there are no slips for %s: %w", path, err)
	}
	sc, problems := scenarios.LoadFiles(h.Files)
	if err := problems.Err(); err != nil {
		return fmt.Errorf("the scenario in %s can't be loaded: %w", path, err)
	}
	page := f.output
	if page == "" {
		page = slipsBeside(path)
	}
	made, err := f.make(sc, page)
	if err != nil {
		return err
	}
	codes := session.Codes{}
	for seat, code := range made.codes {
		if err := codes.Keep(seat, code); err != nil {
			return err
		}
	}
	desk, err := session.OpenDesk(path, fmt.Sprintf("%s/%d", h.ID, h.Seed))
	if err != nil {
		tell(errOut, "%v", err)
	}
	desk.KeepCodes(codes)
	if err := desk.Close(); err != nil {
		return fmt.Errorf("the codes can't be kept beside %s: %w", path, err)
	}
	if err := made.write(page); err != nil {
		return err
	}
	made.tell(out, page)
	tell(out, "What these seats had before opens nothing any longer. Go on with:\n  parley resume %s --listen :%d", path, f.port)
	return nil
}

// isTranscript reports whether there is a file of that name that begins as a
// transcript does.
func isTranscript(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // only read from
	begin := make([]byte, len(transcriptBegins))
	n, _ := io.ReadFull(file, begin) // a folder has nothing to read, a short file is none
	return string(begin[:n]) == transcriptBegins
}

// slipsBeside is where the slips of a transcript go.
func slipsBeside(transcript string) string {
	return strings.TrimSuffix(transcript, ".jsonl") + ".slips.html"
}

// codesBefore are the codes that lie in the file already, none if there is no
// file; it is an error if they would be replaced unasked.
func (f *slipsFlags) codesBefore(path string, sc *scenarios.Scenario, seats []string) (session.Codes, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return session.Codes{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s can't be replaced: %w", path, err)
	}
	if !bytes.HasPrefix(data, []byte(session.CodesMark)) {
		return nil, fmt.Errorf("%s exists and is no file of codes: name another page with -o, and the codes go beside it", path)
	}
	codes, err := session.ReadCodes(data, sc.ID, seatsOf(sc))
	if err != nil {
		if !f.force {
			return nil, fmt.Errorf("%s: %w\n--force makes it anew, with codes for the seats asked for; slips printed before open nothing then", path, err)
		}
		codes = session.Codes{}
	}
	for _, seat := range seats {
		if _, had := codes[seat]; had && !f.force {
			return nil, fmt.Errorf("%s has a code for %s already, and its slip may be on a table: --force makes new ones, of all seats or of those in --only; the others stay", path, seat)
		}
	}
	return codes, nil
}

// slips are those of some seats, with new codes.
type slips struct {
	sc    *scenarios.Scenario
	seats []string
	codes map[string]string // in full
	opt   book.SlipsOptions
}

// make makes codes, once everything else is known to be in order.
func (f *slipsFlags) make(sc *scenarios.Scenario, page string) (*slips, error) {
	seats, err := f.seats(sc)
	if err != nil {
		return nil, err
	}
	if f.lang != "" {
		if _, err := languageOf(sc, f.lang); err != nil {
			return nil, err
		}
	}
	if err := mayReplaceSlips(page, f.force); err != nil {
		return nil, err
	}
	hosts, err := hostNames(f.hosts)
	if err != nil {
		return nil, err
	}
	print, err := server.HostFingerprint(hostKeyPath())
	if err != nil {
		return nil, err
	}
	return newSlipsOf(sc, seats, book.SlipsOptions{Lang: f.lang, Hosts: hosts, Port: f.port, Fingerprint: print}), nil
}

func newSlipsOf(sc *scenarios.Scenario, seats []string, opt book.SlipsOptions) *slips {
	s := &slips{sc, seats, map[string]string{}, opt}
	for _, seat := range seats {
		s.codes[seat] = session.NewCode()
	}
	return s
}

// write writes the page, for the owner's eyes only.
func (s *slips) write(path string) error {
	all := make([]book.Slip, len(s.seats))
	for i, seat := range s.seats {
		all[i] = book.Slip{Seat: seat, Code: s.codes[seat]}
	}
	err := replaceFile(path, ".parley-slips-*", func(w io.Writer) error { return book.PrintSlips(w, s.sc, all, s.opt) })
	if err != nil {
		return fmt.Errorf("%s can't be written: %w", path, err)
	}
	return nil
}

// tell says what is on the page.
func (s *slips) tell(out io.Writer, path string) {
	tell(out, "%s: %s. Whoever has this page can sit in any seat: print it, then delete it.", path, counted(len(s.seats), "slip"))
	tell(out, "On them: %s, port %d, fingerprint %s.", andList(s.opt.Hosts), s.opt.Port, s.opt.Fingerprint)
}

// mayReplaceSlips refuses to overwrite what slips did not write, and slips
// unless told to: their codes stand nowhere else.
func mayReplaceSlips(path string, force bool) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s can't be replaced: %w", path, err)
	}
	defer func() { _ = file.Close() }() // only read from
	begin, err := io.ReadAll(io.LimitReader(file, 1<<10))
	switch {
	case err != nil:
		return fmt.Errorf("%s can't be replaced: %w", path, err)
	case !bytes.Contains(begin, []byte(book.SlipsMark)):
		return fmt.Errorf("%s exists and is not a page that slips wrote: give another file with -o", path)
	case !force:
		return fmt.Errorf("%s is still there, and its codes stand nowhere else: if it was printed, delete it; --force replaces it", path)
	}
	return nil
}

// seatsOf are all seats of a scenario: the roles, then the staff's.
func seatsOf(sc *scenarios.Scenario) []string { return append(roleIDs(sc), engine.StaffSeats(sc)...) }

// seats are those that --only names, all without it, in the scenario's order.
func (f *slipsFlags) seats(sc *scenarios.Scenario) ([]string, error) {
	all := seatsOf(sc)
	if len(f.only) == 0 {
		return all, nil
	}
	want := map[string]bool{}
	for _, o := range f.only {
		switch o = strings.TrimSpace(o); {
		case slices.Contains(all, o):
			want[o] = true
		case o == "players":
			for _, seat := range roleIDs(sc) {
				want[seat] = true
			}
		case o == "staff":
			for _, seat := range engine.StaffSeats(sc) {
				want[seat] = true
			}
		default:
			return nil, usageError{fmt.Errorf("--only: %s has no seat %q; give players, staff, or some of %s", sc.ID, o, strings.Join(all, ", "))}
		}
	}
	return slices.DeleteFunc(all, func(seat string) bool { return !want[seat] }), nil
}
