package transcripts_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/transcripts"
	"parley/transcripts/storetest"
)

func TestFileIsAStore(t *testing.T) {
	paths := map[transcripts.Store]string{}
	storetest.Run(t, storetest.Maker{
		Create: func(t *testing.T) transcripts.Store {
			path := filepath.Join(t.TempDir(), "x.jsonl")
			s := create(t, path)
			paths[s] = path
			return s
		},
		Reopen: func(t *testing.T, s transcripts.Store) transcripts.Store {
			again, recovery, err := transcripts.Open(paths[s], transcripts.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if recovery != nil {
				t.Errorf("nothing was to be put right, but: %+v", recovery)
			}
			return again
		},
	})
}

func create(t *testing.T, path string) *transcripts.File {
	t.Helper()
	s, err := transcripts.Create(path, transcripts.Options{Salts: transcripts.SeededSalts("test")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	return mustRead(t, path)
}

func mustRead(t testing.TB, path string) []byte {
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

type batch = [][]transcripts.Leaf

func appendTo(t *testing.T, s transcripts.Store, b batch) {
	t.Helper()
	if _, err := s.Append(b); err != nil {
		t.Fatal(err)
	}
}

// small returns a transcript of seven lines; the last batch is lines 6 and 7.
func small(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.jsonl")
	s := create(t, path)
	leaf := storetest.Leaf
	appendTo(t, s, batch{{leaf(`{"k":"header","b":{"seed":"7"}}`, "all"), leaf(`{"k":"pack"}`, "control/alder", "lead")}})
	appendTo(t, s, batch{{leaf(`{"k":"said","b":{"text":"naïve \"ü\""}}`, "alder", "control/alder")}})
	appendTo(t, s, batch{{leaf(`{"k":"tick"}`, "all")}, {leaf(`{"k":"said","b":{"n":[1,2.5e3]}}`, "birch"), leaf(`{}`, "lead")}})
	appendTo(t, s, batch{{storetest.Expunge("birch", 3)}})
	if err := s.Blank([]int{3}); err != nil {
		t.Fatal(err)
	}
	appendTo(t, s, batch{{leaf(`{"k":"tick","i":6}`, "all")}, {leaf(`{"k":"tick","i":7}`, "all")}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

func split(b []byte) [][]byte {
	lines := bytes.SplitAfter(b, []byte("\n"))
	return lines[:len(lines)-1]
}

func bad(t *testing.T, err error) *transcripts.BadLine {
	t.Helper()
	var b *transcripts.BadLine
	if !errors.As(err, &b) {
		t.Fatalf("got %v, want a BadLine", err)
	}
	return b
}

func TestCreateNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	write(t, path, []byte("precious"))
	if _, err := transcripts.Create(path, transcripts.Options{}); !errors.Is(err, fs.ErrExist) {
		t.Fatalf("got %v", err)
	}
	if string(read(t, path)) != "precious" {
		t.Fatal("overwritten")
	}
}

func TestCreateIsForTheOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	create(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestTwoProgramsNeverWriteOneTranscript(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.jsonl")
	s := create(t, path)
	appendTo(t, s, batch{{storetest.Leaf(`{}`, "all")}})
	locked := func(when string) {
		t.Helper()
		if _, _, err := transcripts.Open(path, transcripts.Options{}); !errors.Is(err, transcripts.ErrInUse) {
			t.Errorf("Open %s: %v", when, err)
		}
		if _, err := transcripts.Create(path, transcripts.Options{}); !errors.Is(err, transcripts.ErrInUse) {
			t.Errorf("Create %s: %v", when, err)
		}
	}
	locked("while it is written")
	link := filepath.Join(dir, "link.jsonl")
	if err := os.Symlink(path, link); err == nil {
		if _, _, err := transcripts.Open(link, transcripts.Options{}); !errors.Is(err, transcripts.ErrInUse) {
			t.Errorf("Open through a link: %v", err)
		}
	}
	appendTo(t, s, batch{{storetest.Leaf(`{}`, "all")}, {storetest.Expunge("all", 1)}})
	if err := s.Blank([]int{1}); err != nil {
		t.Fatal(err)
	}
	locked("after blanking")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, _, err := transcripts.Open(path, transcripts.Options{})
	if err != nil {
		t.Fatalf("after Close: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenWithoutHeader(t *testing.T) {
	whole := small(t)
	header := split(whole)[0]
	for _, n := range []int{0, 1, 100, len(header) - 1} {
		path := filepath.Join(t.TempDir(), "x.jsonl")
		write(t, path, header[:n])
		if _, _, err := transcripts.Open(path, transcripts.Options{}); !errors.Is(err, transcripts.ErrNothing) {
			t.Errorf("with %d bytes: %v", n, err)
		}
		if !bytes.Equal(read(t, path), header[:n]) {
			t.Errorf("with %d bytes: the file was changed", n)
		}
	}
}

func TestSeededSaltsGiveTheSameBytes(t *testing.T) {
	if a, b := small(t), small(t); !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
	if a, b := transcripts.RandomSalts()(1, 0), transcripts.RandomSalts()(1, 0); a == b {
		t.Error("random salts repeat")
	}
}

func TestReport(t *testing.T) {
	report, err := transcripts.Verify(bytes.NewReader(small(t)))
	if err != nil {
		t.Fatal(err)
	}
	if report.Lines != 7 || report.Events != 7 || report.Expunged != 1 || len(report.Unblanked) != 0 || report.For != nil {
		t.Errorf("%+v", report)
	}
	if len(report.Hash.String()) != 64 || strings.ToLower(report.Hash.String()) != report.Hash.String() {
		t.Errorf("hash %s", report.Hash)
	}
}
