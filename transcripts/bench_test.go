package transcripts_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/transcripts"
)

// event returns a leaf of about 300 bytes of content.
func event(i int) transcripts.Leaf {
	content := fmt.Sprintf(`{"k":"said","v":1,"t":%d,"story":"2016-04-12T08:%02d:00Z","seat":"alder-cyber","how":"typed","b":{"id":"alder-%d","text":"%s"}}`,
		i*1000, i%60, i, strings.Repeat("We ask Mistwood to keep the image. ", 5))
	return transcripts.Leaf{Audience: []string{"alder", "control/alder"}, Content: []byte(content)}
}

// BenchmarkAppend appends one event at a time, and beside it writes and syncs the same number of bytes with
// nothing around them. The metric bare/store is 1 if the store costs nothing.
func BenchmarkAppend(b *testing.B) {
	dir := b.TempDir()
	s, err := transcripts.Create(filepath.Join(dir, "x.jsonl"), transcripts.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.Append(batch{{event(0)}}); err != nil {
		b.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "x.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	bare, err := os.Create(filepath.Join(dir, "bare"))
	if err != nil {
		b.Fatal(err)
	}
	line := bytes.Repeat([]byte("x"), int(info.Size()))
	one := batch{{event(1)}}
	var inBare, inStore time.Duration
	b.ResetTimer()
	for range b.N { // in turns, so that both meet the same disk
		began := time.Now()
		if _, err := bare.Write(line); err != nil {
			b.Fatal(err)
		}
		if err := transcripts.SyncData(bare); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		if _, err := s.Append(one); err != nil {
			b.Fatal(err)
		}
		inBare += middle.Sub(began)
		inStore += time.Since(middle)
	}
	b.StopTimer()
	b.ReportMetric(float64(inBare.Nanoseconds())/float64(b.N), "bare-ns/op")
	b.ReportMetric(float64(inStore.Nanoseconds())/float64(b.N), "store-ns/op")
	b.ReportMetric(inBare.Seconds()/inStore.Seconds(), "bare/store")
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	_ = bare.Close()
}

// BenchmarkAppendBatch appends what many seats sent at once.
func BenchmarkAppendBatch(b *testing.B) {
	s, err := transcripts.Create(filepath.Join(b.TempDir(), "x.jsonl"), transcripts.Options{})
	if err != nil {
		b.Fatal(err)
	}
	const size = 1000
	many := make(batch, size)
	for i := range many {
		many[i] = []transcripts.Leaf{event(i)}
	}
	b.ResetTimer()
	for range b.N {
		if _, err := s.Append(many); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size*b.N)/b.Elapsed().Seconds(), "events/s")
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkVerify verifies a transcript in a file, and beside it reads and hashes the same file. The metric
// verify/sha256 is the share of that speed that Verify has.
func BenchmarkVerify(b *testing.B) {
	path := filepath.Join(b.TempDir(), "long.jsonl")
	whole := long(b, 20_000)
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(whole)))
	var inHash, inVerify time.Duration
	buf := make([]byte, 256<<10)
	b.ResetTimer()
	for range b.N {
		began := time.Now()
		hashFile(b, path, buf)
		middle := time.Now()
		if _, err := transcripts.VerifyFile(path); err != nil {
			b.Fatal(err)
		}
		inHash += middle.Sub(began)
		inVerify += time.Since(middle)
	}
	b.StopTimer()
	megabytes := float64(b.N) * float64(len(whole)) / 1e6
	b.ReportMetric(megabytes/inHash.Seconds(), "sha256-MB/s")
	b.ReportMetric(megabytes/inVerify.Seconds(), "verify-MB/s")
	b.ReportMetric(inHash.Seconds()/inVerify.Seconds(), "verify/sha256")
}

func hashFile(b *testing.B, path string, buf []byte) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	h := sha256.New()
	// The wrappers hide what would let the copy go another way.
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, buf); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkLines reads a transcript as a resuming session does.
func BenchmarkLines(b *testing.B) {
	whole := long(b, 20_000)
	b.SetBytes(int64(len(whole)))
	events := 0
	for b.Loop() {
		for l, err := range transcripts.Lines(bytes.NewReader(whole)) {
			if err != nil {
				b.Fatal(err)
			}
			events += len(l.Leaves)
		}
	}
	b.ReportMetric(float64(events)/b.Elapsed().Seconds(), "events/s")
}

// long returns a transcript of n events, one a line, as if many seats had sent them.
func long(b *testing.B, n int) []byte {
	b.Helper()
	path := filepath.Join(b.TempDir(), "long.jsonl")
	s, err := transcripts.Create(path, transcripts.Options{})
	if err != nil {
		b.Fatal(err)
	}
	const gathered = 50
	lines := make(batch, gathered)
	for i := 0; i < n; i += gathered {
		for k := range lines {
			lines[k] = []transcripts.Leaf{event(i + k)}
		}
		if _, err := s.Append(lines); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	return whole
}
