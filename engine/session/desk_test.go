package session_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"parley/engine/session"
)

// deskAt opens the desk of a transcript in a folder, and closes it at the end
// of the test.
func deskAt(t *testing.T, dir string) (*session.Desk, error) {
	t.Helper()
	d, err := session.OpenDesk(filepath.Join(dir, "evening.jsonl"), "quiet-lathe/7")
	t.Cleanup(func() { _ = d.Close() })
	return d, err
}

func deskFile(dir string) string { return filepath.Join(dir, "evening.jsonl.desk") }

// TestDeskSurvivesKill opens the desk anew without the old one having been
// closed, a second after the last change.
func TestDeskSurvivesKill(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		d, err := deskAt(t, dir)
		if err != nil {
			t.Fatal(err)
		}
		d.Keep("control", "p1", "draft/1", "half a sen")
		d.Keep("control", "p1", "draft/1", "half a sentence")
		d.Keep("control", "p1", "draft/2", "gone")
		d.Keep("control", "p1", "draft/2", "")
		d.Keep("alder-cyber", "Ana", "draft/3", "“mine”\n\x00\u202e")
		time.Sleep(time.Second)
		synctest.Wait()

		again, err := deskAt(t, dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ seat, person, key, want string }{
			{"control", "p1", "draft/1", "half a sentence"},
			{"control", "p1", "draft/2", ""},
			{"control", "p2", "draft/1", ""},
			{"alder-cyber", "Ana", "draft/3", "“mine”\n\x00\u202e"},
		} {
			if got := again.Recall(c.seat, c.person, c.key); got != c.want {
				t.Errorf("%+v: got %q", c, got)
			}
		}
		if keys := again.Keys("control", "p1", "draft/"); len(keys) != 1 || keys[0] != "draft/1" {
			t.Errorf("keys: %q", keys)
		}
	})
	info, err := os.Stat(deskFile(dir))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the desk can be read by others: %v", info.Mode())
	}
}

// TestDeskClosed has everything on disk when it is closed, and leaves no file
// if nothing was kept.
func TestDeskClosed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := deskAt(t, dir)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(deskFile(dir)); err == nil {
		t.Error("a desk with nothing on it has a file")
	}
	d, _ = deskAt(t, dir)
	d.Keep("control", "p1", "bell", "off")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d, _ = deskAt(t, dir)
	if d.Recall("control", "p1", "bell") != "off" {
		t.Error("what was kept before closing is not there")
	}
}

// TestDeskSetAside goes on with an empty desk where the file is of no use, and
// keeps that file.
func TestDeskSetAside(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"empty":     "",
		"torn":      `{"format":1,"of":"quiet-lathe/7","seats":{"control":{"p1":{"draft/1":"half a`,
		"noise":     "\x00\x01\x02",
		"future":    `{"format":2,"of":"quiet-lathe/7","seats":{}}`,
		"another's": `{"format":1,"of":"open-hours/3","seats":{"control":{"p1":{"draft/1":"x"}}}}`,
		"no PIN":    `{"format":1,"of":"quiet-lathe/7","pin":{"salt":"","rounds":0},"seats":{}}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for n := range 2 {
				if err := os.WriteFile(deskFile(dir), []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
				d, err := deskAt(t, dir)
				aside := fmt.Sprintf("%s.bad-%d", deskFile(dir), n+1)
				if err == nil || !strings.Contains(err.Error(), aside) {
					t.Errorf("it is not said that it was set aside: %v", err)
				}
				if kept, err := os.ReadFile(aside); err != nil || string(kept) != content {
					t.Errorf("set aside: %q, %v", kept, err)
				}
				if d.HasPIN() || d.Keys("control", "p1", "") != nil {
					t.Error("something of it was taken")
				}
				d.Keep("control", "p1", "draft/1", "new")
				if err := d.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestDeskHalfWritten clears away what a program left that died while writing.
func TestDeskHalfWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := deskAt(t, dir)
	d.Keep("control", "p1", "draft/1", "whole")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	left := deskFile(dir) + ".tmp-123"
	for _, f := range []string{left, filepath.Join(dir, "other.desk.tmp-1")} {
		if err := os.WriteFile(f, []byte(`{"format":1,"se`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d, err := deskAt(t, dir)
	if err != nil || d.Recall("control", "p1", "draft/1") != "whole" {
		t.Errorf("%v; the draft is %q", err, d.Recall("control", "p1", "draft/1"))
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("the half-written file is still there")
	}
	if _, err := os.Stat(filepath.Join(dir, "other.desk.tmp-1")); err != nil {
		t.Error("another desk's file is gone")
	}
}

// TestDeskCantBeWritten says so, loses nothing, and writes when it can again.
func TestDeskCantBeWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	synctest.Test(t, func(t *testing.T) {
		d, _ := deskAt(t, dir) // there is no such folder yet
		d.Keep("control", "p1", "draft/1", "words")
		time.Sleep(time.Second)
		synctest.Wait()
		if d.Err() == nil {
			t.Error("nothing is wrong")
		}
		if d.Recall("control", "p1", "draft/1") != "words" {
			t.Error("it is not even in memory")
		}
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if err := d.Err(); err != nil {
			t.Errorf("still wrong: %v", err)
		}
		again, _ := deskAt(t, dir)
		if again.Recall("control", "p1", "draft/1") != "words" {
			t.Error("what was kept meanwhile was not written")
		}
	})
}

// TestDeskFromManyHands is for the race detector, and ends with all of it on
// disk.
func TestDeskFromManyHands(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := deskAt(t, dir)
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			for i := range 200 {
				key := fmt.Sprintf("draft/%d", i)
				d.Keep("control", fmt.Sprint("p", n), key, fmt.Sprint(i))
				d.Keys("control", "p1", "draft/")
			}
		})
	}
	wg.Wait()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again, _ := deskAt(t, dir)
	for n := range 8 {
		if got := len(again.Keys("control", fmt.Sprint("p", n), "")); got != 200 {
			t.Errorf("person %d: %d of 200", n, got)
		}
	}
}

// TestPIN is not in the file as it was typed, and is known again.
func TestPIN(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := deskAt(t, dir)
	if d.HasPIN() || d.CheckPIN("") {
		t.Error("there is a PIN before one was chosen")
	}
	if err := d.SetPIN("314159"); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(deskFile(dir)); strings.Contains(string(b), "314159") {
		t.Error("the PIN stands in the file")
	}
	d, _ = deskAt(t, dir)
	if !d.HasPIN() || !d.CheckPIN("314159") || d.CheckPIN("314158") || d.CheckPIN("") {
		t.Error("the PIN is not known again, or another one is")
	}
	d.ForgetPIN()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if d, _ = deskAt(t, dir); d.HasPIN() || d.CheckPIN("314159") {
		t.Error("the PIN was not forgotten")
	}
}
