package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts plays the command lines in testdata/script. Besides the usual
// commands of a testscript these have
//
//	exits CODE COMMAND...    run a command that has to end with this exit code
//	crowd N FILE             write a scenario with N injects at the same time
//	count N TEXT FILE        a text has to stand in a file N times
//	private FILE...          nobody but its owner may read a file
//	sameseats FILE OLD SEAT  two files of codes differ in the code of SEAT alone
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/data")
			e.Setenv("XDG_STATE_HOME", e.WorkDir+"/state")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":     exits,
			"crowd":     crowd,
			"count":     count,
			"private":   ownersOnly,
			"sameseats": sameSeats,
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, not %d", got, want)
	}
}

func crowd(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var b strings.Builder
	b.WriteString(ts.ReadFile("stage.toml"))
	for i := range n {
		fmt.Fprintf(&b, "\n[[inject]]\nid = \"inject-%d\"\nphase = \"only\"\nat = \"1m\"\nchannel = \"email\"\nto = [\"alder-cyber\"]\nsubject = \"Number %d\"\n", i, i)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o600))
}

func count(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[2]), args[1]); got != want {
		ts.Fatalf("%q stands %d times in %s, not %d times", args[1], got, args[2], want)
	}
}

func ownersOnly(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		info, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if info.Mode().Perm() != 0o600 {
			ts.Fatalf("%s has mode %v", name, info.Mode())
		}
	}
}

func sameSeats(ts *testscript.TestScript, _ bool, args []string) {
	now, before := strings.Split(ts.ReadFile(args[0]), "\n"), strings.Split(ts.ReadFile(args[1]), "\n")
	if len(now) != len(before) {
		ts.Fatalf("%d lines, before %d", len(now), len(before))
	}
	for i := range now {
		if (now[i] == before[i]) == strings.HasPrefix(now[i], `"`+args[2]+`":`) {
			ts.Fatalf("line %d: %s\nbefore: %s", i+1, now[i], before[i])
		}
	}
}
