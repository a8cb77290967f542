package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// process is a server under load: a process of its own, so that its memory and
// time are not the generator's.
type process struct {
	cmd     *exec.Cmd
	address string
	ended   chan struct{}

	mu    sync.Mutex
	said  []string // its last lines
	heap  int64    // live after the last collection, in bytes
	races int
}

var (
	// collected is what GODEBUG=gctrace=1 says of each collection.
	collected = regexp.MustCompile(`^gc \d+ @.* \d+->\d+->(\d+) MB,`)
	// listens is where a server says that it listens on loopback.
	listens = regexp.MustCompile(`127\.0\.0\.1:(\d+)|ssh -p (\d+) SEAT@`)
)

// begin starts a server and waits until it says where it listens.
func begin(env []string, name string, args ...string) (*process, error) {
	p := &process{cmd: exec.Command(name, args...), ended: make(chan struct{})}
	p.cmd.Env = append(append(os.Environ(), "GODEBUG=gctrace=1"), env...)
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	p.cmd.Stdout, p.cmd.Stderr = w, w
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	_ = w.Close()
	found := make(chan string, 1)
	go p.read(r, found)
	select {
	case p.address = <-found:
		return p, nil
	case <-p.ended:
		return nil, fmt.Errorf("%s ended at once:\n%s", name, p.lines())
	case <-time.After(time.Minute):
		p.kill()
		return nil, fmt.Errorf("%s does not say where it listens:\n%s", name, p.lines())
	}
}

func (p *process) read(r io.Reader, found chan<- string) {
	defer close(p.ended)
	for s := bufio.NewScanner(r); s.Scan(); {
		p.line(s.Text(), found)
	}
	_ = p.cmd.Wait() // how it ended is for who ended it
}

func (p *process) line(line string, found chan<- string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if m := collected.FindStringSubmatch(line); m != nil {
		mb, _ := strconv.ParseInt(m[1], 10, 64)
		p.heap = mb << 20
		return
	}
	if strings.HasPrefix(line, "WARNING: DATA RACE") {
		p.races++
	}
	if at := listens.FindStringSubmatch(line); at != nil {
		select {
		case found <- "127.0.0.1:" + at[1] + at[2]:
		default:
		}
	}
	if p.said = append(p.said, line); len(p.said) > 200 && p.races == 0 {
		p.said = p.said[100:]
	}
}

// lines are the last ones that it said.
func (p *process) lines() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.said, "\n")
}

// raced is how many data races its detector has met.
func (p *process) raced() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.races
}

// kill ends it as a power cut would.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// stop ends it as ^C does.
func (p *process) stop() error {
	_ = p.cmd.Process.Signal(os.Interrupt)
	select {
	case <-p.ended:
		return nil
	case <-time.After(time.Minute):
		p.kill()
		return errors.New("the server did not stop within a minute of its interrupt")
	}
}

// sample is what a process has taken.
type sample struct {
	rss, peak, heap int64 // bytes
	cpu             time.Duration
}

// take reads it; zero where the system has no /proc.
func (p *process) take() sample {
	s := sampleOf(p.cmd.Process.Pid)
	p.mu.Lock()
	defer p.mu.Unlock()
	s.heap = p.heap
	return s
}

func sampleOf(pid int) (s sample) {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for l := range strings.Lines(string(status)) {
		name, rest, _ := strings.Cut(l, ":")
		kb, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
		switch name {
		case "VmRSS":
			s.rss = kb << 10
		case "VmHWM":
			s.peak = kb << 10
		}
	}
	return s.withCPU(pid)
}

func (s sample) withCPU(pid int) sample {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, _ := strings.Cut(string(stat), ") ")
	if f := strings.Fields(after); len(f) > 12 {
		user, _ := strconv.ParseInt(f[11], 10, 64)
		system, _ := strconv.ParseInt(f[12], 10, 64)
		s.cpu = time.Duration(user+system) * (time.Second / 100) // USER_HZ
	}
	return s
}

// spent is the time that the generator itself has taken.
func spent() time.Duration { return sample{}.withCPU(os.Getpid()).cpu }
