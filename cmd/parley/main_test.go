package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be parley when it is called by that name, so
// that tests run it as a program of its own, with its own standard streams,
// exit code and death.
func TestMain(m *testing.M) {
	flag.Int("kills", 6, "how often TestKilled kills an exercise")
	flag.Int("cuts", 12, "at how many lines TestCutOff cuts an exercise off")
	testscript.Main(m, map[string]func(){
		"parley": func() { os.Exit(start(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// given is the value of one of TestMain's flags.
func given(t *testing.T, name string) int {
	t.Helper()
	n, ok := flag.Lookup(name).Value.(flag.Getter).Get().(int)
	if !ok || n < 1 {
		t.Fatalf("-%s must be 1 or more", name)
	}
	return n
}

// said is what a finished command line came to.
type said struct {
	out, errOut string
	code        int
}

// parley runs a command line in a process of its own.
func parley(t *testing.T, args ...string) said {
	t.Helper()
	var out, errOut bytes.Buffer
	c := exec.CommandContext(t.Context(), "parley", args...)
	c.Stdout, c.Stderr = &out, &errOut
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return said{out.String(), errOut.String(), c.ProcessState.ExitCode()}
}

// inside runs a command line in this process, where that is enough.
func inside(args ...string) said {
	var out, errOut bytes.Buffer
	code := start(args, bytes.NewReader(nil), &out, &errOut)
	return said{out.String(), errOut.String(), code}
}

// fine is for what has to succeed.
func fine(t *testing.T, s said) said {
	t.Helper()
	if s.code != exitFine {
		t.Fatalf("exit code %d\n%s%s", s.code, s.out, s.errOut)
	}
	return s
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// lines are the lines of a transcript with their newlines.
func lines(b []byte) [][]byte {
	out := bytes.SplitAfter(b, []byte("\n"))
	if len(out[len(out)-1]) == 0 {
		out = out[:len(out)-1]
	}
	return out
}

// another copies a transcript to a folder of its own.
func another(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "exercise.jsonl")
	write(t, path, b)
	return path
}
