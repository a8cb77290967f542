package server

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestTheHostsKeyStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "host_key")
	first, err := HostFingerprint(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	again, err := HostFingerprint(path)
	if err != nil || again != first || !strings.HasPrefix(first, "SHA256:") {
		t.Errorf("first %s, then %s, %v", first, again, err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the key lies %v, %v", left, err)
	}
}

func TestTwoHostsThatBeginAtOnceHaveOneKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_key")
	var prints [8]string
	var all sync.WaitGroup
	for i := range prints {
		all.Go(func() {
			var err error
			if prints[i], err = HostFingerprint(path); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, p := range prints {
		if p != prints[0] {
			t.Fatalf("%v", prints)
		}
	}
}

func TestAHostsKeyThatCantBeTrustedIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no modes there")
	}
	dir := t.TempDir()
	open := filepath.Join(dir, "open")
	if _, err := HostFingerprint(open); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(open, 0o640); err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(dir, "damaged")
	if err := os.WriteFile(damaged, []byte("-----BEGIN OPENSSH PRIVATE KEY-----\nnot\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string][]string{
		open:    {open, "read by others", "0640", "chmod 600"},
		damaged: {damaged, "damaged", "delete it"},
		dir:     {"no file"},
	} {
		_, err := HostFingerprint(path)
		if err == nil {
			t.Errorf("%s was taken", path)
			continue
		}
		for _, s := range says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%q does not say %q", err, s)
			}
		}
	}
}
