package main

import (
	"bufio"
	"bytes"
	"fmt"
	"html"
	"io"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// reading says what somebody's reader has seen so far, and waits for more.
type reading struct {
	t     *testing.T
	whose string
	more  chan []byte
	all   []byte
}

func readFrom(t *testing.T, whose string, r io.Reader) *reading {
	t.Helper()
	w := &reading{t: t, whose: whose, more: make(chan []byte, 64)}
	go func() {
		defer close(w.more)
		b := bufio.NewReader(r)
		for {
			chunk := make([]byte, 4096)
			n, err := b.Read(chunk)
			if n > 0 {
				w.more <- chunk[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	return w
}

// until waits for what matches, and gives its groups. What was read up to there
// is not looked at again.
func (w *reading) until(pattern string) []string {
	w.t.Helper()
	re := regexp.MustCompile(pattern)
	timeout := time.After(20 * time.Second)
	for {
		if m := re.FindSubmatchIndex(w.all); m != nil {
			var out []string
			for i := 0; i < len(m); i += 2 {
				out = append(out, string(w.all[m[i]:m[i+1]]))
			}
			w.all = w.all[m[1]:]
			return out
		}
		select {
		case b, ok := <-w.more:
			if !ok {
				w.t.Fatalf("%s ended without %q:\n%s", w.whose, pattern, w.all)
			}
			w.all = append(w.all, b...)
		case <-timeout:
			w.t.Fatalf("%s does not say %q:\n%s", w.whose, pattern, w.all)
		}
	}
}

// hosting is a Parley in a process of its own that people can join.
type hosting struct {
	t       *testing.T
	cmd     *exec.Cmd
	says    *reading
	in      io.Writer
	address string
	print   string
}

// hosts starts one, and waits until it says how to join.
func hosts(t *testing.T, state string, args ...string) *hosting {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	c := exec.CommandContext(t.Context(), "parley", append(args, "--listen", "127.0.0.1:0")...)
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+state, "XDG_DATA_HOME="+state)
	errOut, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	h := &hosting{t: t, cmd: c, in: in, says: readFrom(t, "the host", errOut)}
	port := h.says.until(`ssh -p (\d+) SEAT@127\.0\.0\.1\n`)[1]
	h.address = "127.0.0.1:" + port
	h.print = h.says.until(`Fingerprint of this computer's key: (SHA256:\S+)\n`)[1]
	return h
}

// stop ends it as the system or the one at the keyboard does.
func (h *hosting) stop(with os.Signal) {
	h.t.Helper()
	if err := h.cmd.Process.Signal(with); err != nil {
		h.t.Fatal(err)
	}
}

// guest is somebody at a terminal of their own.
type guest struct {
	*ssh.Client
	in   io.Writer
	sees *reading
}

// dial tries to get in.
func (h *hosting) dial(seat, code string) (*ssh.Client, error) {
	return ssh.Dial("tcp", h.address, &ssh.ClientConfig{
		User: seat, Auth: []ssh.AuthMethod{ssh.Password(code)}, Timeout: 20 * time.Second,
		HostKeyCallback: func(_ string, _ net.Addr, key ssh.PublicKey) error {
			if got := ssh.FingerprintSHA256(key); got != h.print {
				return fmt.Errorf("fingerprint %s, and it was said to be %s", got, h.print)
			}
			return nil
		},
	})
}

// joins gets into a seat with a name, and waits for the screen that says who
// they are.
func (h *hosting) joins(seat, code, name string) *guest {
	h.t.Helper()
	client, err := h.dial(seat, code)
	if err != nil {
		h.t.Fatalf("%s: %v", seat, err)
	}
	h.t.Cleanup(func() { _ = client.Close() })
	s, err := client.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	in, err := s.StdinPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	out, err := s.StdoutPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	if err := s.RequestPty("xterm", 40, 120, ssh.TerminalModes{}); err != nil {
		h.t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		h.t.Fatal(err)
	}
	g := &guest{Client: client, in: in, sees: readFrom(h.t, "the screen of "+seat, out)}
	g.sees.until(`Your name`)
	g.types("\x15" + name) // in the place of a name that stands there
	g.types("\r")
	return g
}

func (g *guest) types(keys string) { _, _ = io.WriteString(g.in, keys) }

// codeOn is the code on the slip of a seat.
func codeOn(t *testing.T, page []byte, seat string) string {
	t.Helper()
	for _, slip := range bytes.Split(page, []byte("<section ")) {
		if bytes.Contains(slip, []byte(" "+seat+"@127.0.0.1<")) {
			return string(regexp.MustCompile(`[0-9A-Z]{4}(-[0-9A-Z]{4}){2}`).Find(slip))
		}
	}
	t.Fatalf("there is no slip for %s", seat)
	return ""
}

// TestJoined lets people in with what stands on their slips, says who comes and
// goes, closes when it is told to, and goes on with the same codes and key.
func TestJoined(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "evening.jsonl")
	h := hosts(t, dir, "run", "open-hours", "--transcript", path, "--bots", "reg-duty", "--headless")
	slips := h.says.until(`Slips with the codes: (\S+)\n`)[1]
	page := read(t, slips)
	if !strings.Contains(html.UnescapeString(string(page)), h.print) {
		t.Errorf("the slips lack the fingerprint %s", h.print)
	}
	wren, control := codeOn(t, page, "wren-duty"), codeOn(t, page, "control")

	if _, err := h.dial("wren-duty", control); err == nil {
		t.Error("the code of another seat opens one")
	}
	g := h.joins("wren-duty", strings.ToLower(strings.ReplaceAll(wren, "-", "")), "Mira")
	h.says.until(`\d\d:\d\d:\d\d  Mira has joined, from 127\.0\.0\.1: wren-duty\n`)
	_ = g.Close()
	h.says.until(`Mira has lost the connection; the seat is kept: wren-duty\n`)
	h.joins("wren-duty", wren, "Mira")
	h.says.until(`Mira is back, from 127\.0\.0\.1: wren-duty\n`)

	// A transcript that runs gets no new codes from elsewhere.
	s := parley(t, "slips", path, "--host", "10.0.0.7")
	if s.code != exitFailed || !strings.Contains(s.errOut, "is running: make a new code at its console") {
		t.Errorf("slips of what runs: %d, %s", s.code, s.errOut)
	}

	h.stop(syscall.SIGTERM)
	h.says.until(`interrupted at T\+00:00:00; it goes on with: parley resume \S+evening\.jsonl --headless --listen 127\.0\.0\.1:0\n`)
	_ = h.cmd.Wait() // it said how it ended
	if v := fine(t, parley(t, "verify", path)); !strings.Contains(v.out, "intact") {
		t.Errorf("verify: %s", v.out)
	}

	again := hosts(t, dir, "resume", path, "--headless")
	if again.print != h.print {
		t.Errorf("the key was %s, and is %s", h.print, again.print)
	}
	again.says.until(`Codes: those of before`)
	lead := again.joins("control", control, "Ana")
	again.says.until(`Ana has joined, from 127\.0\.0\.1: control\n`)
	again.joins("wren-duty", wren, "Mira").sees.until(`Mira`)
	again.says.until(`Mira is back`)

	again.stop(os.Interrupt)
	lead.sees.until(`The host has closed`)
	again.says.until(`interrupted at`)
	_ = again.cmd.Wait() // it said how it ended
}

// TestConsoleClosed closes the console alone; a facilitator leads on from
// elsewhere until it is stopped.
func TestConsoleClosed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "evening.jsonl")
	h := hosts(t, dir, "run", "open-hours", "--transcript", path, "--plain", "--name", "Bo")
	page := read(t, h.says.until(`Slips with the codes: (\S+)\n`)[1])
	_, _ = io.WriteString(h.in, "leave\nyes\n")
	h.says.until(`The console is closed, and the exercise goes on\.\nA facilitator joins with the code of control:\n  ssh -p \d+ control@127\.0\.0\.1\n`)
	g := h.joins("control", codeOn(t, page, "control"), "Ana")
	h.says.until(`Ana has joined, from 127\.0\.0\.1: control\n`)
	g.sees.until(`Bo`) // has left the console
	h.stop(os.Interrupt)
	h.says.until(`The exercise has not ended\. It goes on with: parley resume \S+ --listen 127\.0\.0\.1:0\n`)
	if err := h.cmd.Wait(); err != nil {
		t.Errorf("it was stopped as it was said, and yet: %v", err)
	}
}

// TestHotWash stays open after ENDEX until it is stopped, which is then no
// failure. An exercise that never listened gets codes when it is taken up.
func TestHotWash(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "evening.jsonl")
	fine(t, parley(t, "run", "open-hours", "--headless", "--bots", "all", "--rate", "max", "--transcript", path))
	h := hosts(t, dir, "resume", path, "--headless")
	page := read(t, h.says.until(`Slips with the codes: (\S+)\n`)[1])
	h.says.until(`ENDEX at T\+\S+ Terminals stay open for the hot wash`)
	h.joins("wren-duty", codeOn(t, page, "wren-duty"), "Mira")
	h.says.until(`Mira has joined`)
	h.stop(os.Interrupt)
	if err := h.cmd.Wait(); err != nil {
		t.Errorf("it was stopped after ENDEX, and yet: %v", err)
	}
}

// TestPortInUse says which flag to change, and writes nothing.
func TestPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	path := filepath.Join(t.TempDir(), "evening.jsonl")
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	s := parley(t, "run", "open-hours", "--headless", "--listen", l.Addr().String(), "--transcript", path)
	if s.code != exitFailed || !strings.Contains(s.errOut, "is in use on this computer") || !strings.Contains(s.errOut, "--listen") {
		t.Errorf("exit code %d: %s", s.code, s.errOut)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a transcript")
	}
}

// TestListenAddress takes what people write.
func TestListenAddress(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		":2222": ":2222", "2222": ":2222", "127.0.0.1": "127.0.0.1:2222", "10.0.0.7:4022": "10.0.0.7:4022", "[::1]:4022": "[::1]:4022",
		"::1": "[::1]:2222", "laptop.example": "laptop.example:2222", ":0": ":0",
		":": "", "x y": "", ":99999": "", "10.0.0.7:ssh": "", "-x:22": "",
	} {
		if got, err := listenAddress(given); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", given, got, err)
		}
	}
}

// TestReachable prefers short addresses that a room can reach.
func TestReachable(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"127.0.0.1 ::1 192.168.1.20 fe80::1 2001:db8::7 169.254.3.4 10.0.0.7": "192.168.1.20 10.0.0.7",
		"::1 fe80::1 2001:db8::7 169.254.3.4":                                 "2001:db8::7",
		"127.0.0.1 fe80::1 169.254.3.4":                                       "169.254.3.4",
		"127.0.0.1 ::1 fe80::1":                                               "",
	} {
		var all []netip.Addr
		for _, a := range strings.Fields(given) {
			all = append(all, netip.MustParseAddr(a))
		}
		if got := reachable(all); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("of %s: %v", given, got)
		}
	}
}
