package session_test

import (
	"strings"
	"testing"

	"parley/engine/session"
)

// codesOf writes a file with a code for each seat.
func codesOf(t *testing.T, seats ...string) (string, map[string]string) {
	t.Helper()
	codes, full := session.Codes{}, map[string]string{}
	for _, seat := range seats {
		full[seat] = session.NewCode()
		if err := codes.Keep(seat, full[seat]); err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	if err := session.WriteCodes(&b, "quiet-lathe", codes); err != nil {
		t.Fatal(err)
	}
	return b.String(), full
}

// TestCodesFile opens with what it was written with, and does not say it.
func TestCodesFile(t *testing.T) {
	t.Parallel()
	file, full := codesOf(t, "control", "observer/alder", "alder-cyber")
	if !strings.HasPrefix(file, session.CodesMark) {
		t.Errorf("it begins with %.40s", file)
	}
	codes, err := session.ReadCodes([]byte(file), "quiet-lathe", []string{"control", "observer/alder", "alder-cyber", "projector"})
	if err != nil || len(codes) != 3 {
		t.Fatalf("%d codes, %v", len(codes), err)
	}
	for seat, code := range full {
		if codes.Match(seat, code) != session.CodeRight {
			t.Errorf("the code of %s is not known again", seat)
		}
		if strings.Contains(file, code) {
			t.Errorf("the code of %s stands in the file", seat)
		}
	}
}

// TestCodesFileMistakes names the line and what is wrong; all of it where it
// can be read.
func TestCodesFileMistakes(t *testing.T) {
	t.Parallel()
	file, _ := codesOf(t, "alder-cyber", "birch-cyber", "control")
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"empty":        {"", []string{"line 1: "}},
		"another file": {"{}\n", []string{"line 1: this is no file of codes"}},
		"cut off":      {file[:len(file)/2], []string{"line 5: this can't be read"}},
		"future":       {strings.Replace(file, ":1,", ":2,", 1), []string{"line 1: the file is of version 2"}},
		"another's":    {strings.Replace(file, "quiet-lathe", "open-hours", 1), []string{`line 2: the codes are for "open-hours", and this is quiet-lathe`}},
		"no codes":     {`{"parley-codes":1,` + "\n" + `"scenario":"quiet-lathe","codes":7}`, []string{"line 2: there are no codes"}},
		"two mistakes": {
			strings.Replace(strings.Replace(file, "birch-cyber", "birch-cybr", 1), `"control":{"salt":"`, `"control":{"salt":"!`, 1),
			[]string{`line 5: quiet-lathe has no seat "birch-cybr"`, "line 6: the code of control is damaged"},
		},
	} {
		_, err := session.ReadCodes([]byte(c.file), "quiet-lathe", []string{"alder-cyber", "birch-cyber", "control"})
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v; wanted %q", name, err, want)
			}
		}
	}
}
