package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"parley/engine"
	"parley/engine/session"
)

// program is one of those that are put under load.
type program struct {
	name  string
	begin func() (*process, error)
	// password of a seat, and how a client gets from there to where it sees what
	// its side does.
	password func(seat string) string
	enter    func(c *client) error
	// keys do an action with a text; the last one sends it.
	keys func(text string) []string
}

// typed are the keys of a text.
func typed(text string) []string {
	var out []string
	for _, r := range text {
		out = append(out, string(r))
	}
	return out
}

// theMinimal is this program's own hall.
func theMinimal(o *options) (*program, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return &program{
		name: "minimal wish and Bubble Tea program",
		begin: func() (*process, error) {
			return begin(nil, self, "minimal", "-injects", o.inject.String(), "-first", o.first.String())
		},
		password: func(string) string { return minimalPassword },
		enter: func(c *client) error {
			_, err := c.await("the least there can be")
			return err
		},
		keys: func(text string) []string { return append(typed("we look at "+text), "\r") },
	}, nil
}

// parley is the program built from this repository, with a scenario for so many
// seats, in a folder of its own.
type parley struct {
	o          *options
	dir        string
	binary     string
	transcript string
	codes      map[string]string
}

func newParley(o *options, dir string) (*parley, error) {
	p := &parley{o: o, dir: dir, binary: filepath.Join(dir, "parley"), transcript: filepath.Join(dir, "load.jsonl"), codes: map[string]string{}}
	if err := p.build(); err != nil {
		return nil, err
	}
	if err := writeScenario(p.scenario(), o.seats, o.injects(), o.first, o.inject); err != nil {
		return nil, err
	}
	return p, p.slips()
}

// slips makes a code for each seat; parley run takes their hashes from a file.
func (p *parley) slips() error {
	kept := session.Codes{}
	seats := []string{engine.SeatControl}
	for i := range p.o.seats {
		seats = append(seats, seatOf(i))
	}
	for _, seat := range seats {
		p.codes[seat] = session.NewCode()
		if err := kept.Keep(seat, p.codes[seat]); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if err := session.WriteCodes(&b, "load", kept); err != nil {
		return err
	}
	return os.WriteFile(p.codesFile(), b.Bytes(), 0o600)
}

func (p *parley) codesFile() string { return filepath.Join(p.dir, "load.codes") }

func (p *parley) scenario() string { return filepath.Join(p.dir, "load.toml") }

// profiled is added to the program for -profile: what it spends is read on
// loopback.
const profiled = `package main

import (
	"net/http"
	_ "net/http/pprof"
	"os"
)

func init() { go http.ListenAndServe(os.Getenv("LOAD_PPROF"), nil) }
`

// build builds it, with what -race and -profile ask for.
func (p *parley) build() error {
	args := []string{"build", "-o", p.binary}
	if p.o.race {
		args = append(args, "-race")
	}
	if p.o.profile != "" {
		overlay, err := p.overlay()
		if err != nil {
			return err
		}
		args = append(args, "-overlay", overlay)
	}
	out, err := exec.Command("go", append(args, "parley/cmd/parley")...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("parley can't be built: %w\n%s", err, out)
	}
	return nil
}

func (p *parley) overlay() (string, error) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "parley/cmd/parley").Output()
	if err != nil {
		return "", fmt.Errorf("cmd/parley can't be found: %w", err)
	}
	source, path := filepath.Join(p.dir, "profiled.go"), filepath.Join(p.dir, "overlay.json")
	if err := os.WriteFile(source, []byte(profiled), 0o600); err != nil {
		return "", err
	}
	replace := map[string]map[string]string{"Replace": {filepath.Join(string(out[:len(out)-1]), "profiled.go"): source}}
	data, err := json.Marshal(replace)
	if err != nil {
		return "", err
	}
	return path, os.WriteFile(path, data, 0o600)
}

// lead joins as the facilitator, starts the exercise, or resumes it, and goes.
func (p *parley) lead(address string) error {
	c := &client{seat: engine.SeatControl, grid: newGrid(wide, high)}
	c.changed = sync.NewCond(&c.mu)
	if err := c.dial(address, p.codes[c.seat]); err != nil {
		return err
	}
	defer c.close()
	if _, err := c.await("name"); err != nil {
		return err
	}
	if err := c.press("Facilitator\r"); err != nil {
		return err
	}
	if _, err := c.await("MSEL"); err != nil {
		return err
	}
	for _, key := range [...]string{" ", "\r"} { // Enter where it asks
		if err := c.press(key); err != nil {
			return err
		}
		time.Sleep(time.Second / 2)
	}
	_, err := c.await("▶ ×1")
	return err
}

// program is Parley as it is run for an exercise. What players say in free words
// waits for its facilitator, and stands as played meanwhile.
func (p *parley) program() *program {
	return &program{
		name: "Parley",
		begin: func() (*process, error) {
			return p.begin("run", p.scenario(), "--transcript", p.transcript, "--codes", p.codesFile())
		},
		password: func(seat string) string { return p.codes[seat] },
		enter:    p.enter,
		// In free words, which the lines of the log show.
		keys: func(text string) []string {
			return append(append([]string{"d"}, typed("we look at "+text)...), "\r", "\r")
		},
	}
}

// begin starts it with a verb.
func (p *parley) begin(args ...string) (*process, error) {
	args = append(args, "--headless", "--listen", "127.0.0.1:0", "--max-seats", strconv.Itoa(p.o.seats+10))
	server, err := begin([]string{"XDG_STATE_HOME=" + filepath.Join(p.dir, "state"), "LOAD_PPROF=" + profileAddress}, p.binary, args...)
	if err != nil {
		return nil, err
	}
	if err := p.lead(server.address); err != nil {
		server.kill()
		return nil, err
	}
	return server, nil
}

// enter gives the name that the entry asks for, and goes on to the log, which
// follows what is new.
func (p *parley) enter(c *client) error {
	if _, err := c.await("name"); err != nil {
		return err
	}
	name := "Person " + c.seat + "\r"
	if c.shows("Person " + c.seat) {
		name = "\r" // it is known from before
	}
	if err := c.press(name); err != nil {
		return err
	}
	if _, err := c.await("7 Log"); err != nil {
		return err
	}
	for {
		if err := c.press("7"); err != nil {
			return err
		}
		const draft = "x throws it away" // what was being written when the host was killed
		switch said, err := c.await("▸7 Log", draft); {
		case err != nil, said != draft:
			return err
		}
		if err := c.press("x"); err != nil {
			return err
		}
		if err := c.until(patience, func() bool { return !c.holds([]rune(draft)) }); err != nil {
			return fmt.Errorf("%s: %w, and the draft is still offered", c.seat, err)
		}
	}
}
