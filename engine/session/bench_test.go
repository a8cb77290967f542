package session_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley/engine"
	"parley/engine/session"
	"parley/transcripts"
)

// eventBytes is about what the command of the benchmark takes in the record.
const eventBytes = 300

// bare is write and sync without anything around it.
func bare(b *testing.B, atOnce int) float64 {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	chunk := bytes.Repeat([]byte{'x'}, eventBytes*atOnce)
	n := 0
	begun := time.Now()
	for time.Since(begun) < time.Second {
		if _, err := f.Write(chunk); err != nil {
			b.Fatal(err)
		}
		if err := syncData(f); err != nil {
			b.Fatal(err)
		}
		n += atOnce
	}
	return float64(n) / time.Since(begun).Seconds()
}

// BenchmarkSession is commands of n writers through the session's loop, each
// waiting for its answer, beside bare write and fdatasync of as many bytes in
// the same run: one at a time beside one writer, 100 at a time beside 64.
func BenchmarkSession(b *testing.B) {
	for _, c := range []struct{ writers, atOnce int }{{1, 1}, {64, 100}} {
		b.Run(fmt.Sprintf("writers=%d", c.writers), func(b *testing.B) {
			limit := bare(b, c.atOnce)
			file, err := transcripts.Create(filepath.Join(b.TempDir(), "a.jsonl"), transcripts.Options{})
			if err != nil {
				b.Fatal(err)
			}
			rec, driver := begin(b, file)
			before := rec.X.Events()
			s := session.Open(rec, driver, "", time.Now)
			var left atomic.Int64
			left.Store(int64(b.N))
			b.ResetTimer()
			var wg sync.WaitGroup
			for range c.writers {
				wg.Go(func() {
					for left.Add(-1) >= 0 {
						_, err := s.Do(context.Background(), engine.Command{
							By: "p1", Seat: engine.SeatControl, Said: engine.SaidNow,
							Op: engine.SetRate{Num: 1, Den: 1},
						})
						if err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			wg.Wait()
			b.StopTimer()
			s.Close()
			_ = file.Close()
			events := float64(rec.X.Events() - before)
			rate := events / b.Elapsed().Seconds()
			b.ReportMetric(rate, "events/s")
			b.ReportMetric(limit, "bare-events/s")
			b.ReportMetric(rate/limit, "of-bare")
			b.ReportMetric(0, "ns/op")
		})
	}
}
