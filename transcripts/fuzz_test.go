package transcripts_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"parley/transcripts"
)

func FuzzVerify(f *testing.F) {
	path := filepath.Join(f.TempDir(), "x.jsonl")
	s, err := transcripts.Create(path, transcripts.Options{Salts: transcripts.SeededSalts("fuzz")})
	if err != nil {
		f.Fatal(err)
	}
	for i := range 3 {
		if _, err := s.Append(batch{{event(i)}, {event(i), event(i + 1)}}); err != nil {
			f.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	for l := range transcriptLines(f, path) {
		f.Add(l)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		report, err := transcripts.Verify(bytes.NewReader(b))
		if err != nil {
			_ = bad(t, err).Error()
		}
		if report.Bytes > int64(len(b)) {
			t.Errorf("%d bytes of %d are good", report.Bytes, len(b))
		}
		if !transcripts.Canonical(b) {
			t.Error("a line was accepted that is written otherwise")
		}
	})
}

// transcriptLines yields beginnings of a transcript, damaged ones, and an export.
func transcriptLines(f *testing.F, path string) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		var file bytes.Buffer
		for l := range bytes.Lines(mustRead(f, path)) {
			file.Write(l)
			b := bytes.Clone(file.Bytes())
			damaged := bytes.Clone(b)
			damaged[len(b)/2] ^= 4
			export := append([]byte(`{"export":{"for":["alder"],"about":{}}}`+"\n"), b...)
			if !yield(b) || !yield(b[:len(b)-9]) || !yield(damaged) || !yield(export) {
				return
			}
		}
	}
}

// TestEveryVersion verifies a transcript of each version of the format that there ever was.
func TestEveryVersion(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "v*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		report, err := transcripts.VerifyFile(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		t.Logf("%s: %d lines, %d events, last hash %s", path, report.Lines, report.Events, report.Hash)
	}
}
