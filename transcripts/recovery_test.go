package transcripts_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"parley/transcripts"
	"parley/transcripts/storetest"
)

func open(t *testing.T, path string) (*transcripts.File, *transcripts.Recovery, error) {
	t.Helper()
	f, recovery, err := transcripts.Open(path, transcripts.Options{})
	if err == nil {
		t.Cleanup(func() { _ = f.Close() })
	}
	return f, recovery, err
}

// TestCrashAtEveryByte resumes from every state that a crash in the last write can leave: the file cut short,
// and its end filled with zeros.
func TestCrashAtEveryByte(t *testing.T) {
	whole := small(t)
	lines := split(whole)
	kept := len(bytes.Join(lines[:lastBatch-1], nil))
	for i := kept + 1; i < len(whole); i++ {
		zeros := append(bytes.Clone(whole[:i]), make([]byte, len(whole)-i)...)
		for _, left := range [][]byte{whole[:i], zeros} {
			if whole[i-1] == '\n' && len(left) == i {
				continue // a whole line: nothing to cut
			}
			checkCut(t, left, whole, lineAt(whole, i))
		}
	}
	hole := bytes.Clone(whole)
	clear(hole[kept+3 : kept+20])
	checkCut(t, hole, whole, lastBatch)
}

func checkCut(t *testing.T, left, whole []byte, n int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.jsonl")
	write(t, path, left)
	f, recovery, err := open(t, path)
	if err != nil {
		t.Fatalf("%d bytes left: %v", len(left), err)
	}
	keep := len(bytes.Join(split(whole)[:n-1], nil))
	if recovery == nil || recovery.Line != n || recovery.Bytes != int64(len(left)-keep) {
		t.Fatalf("%d bytes left: %+v", len(left), recovery)
	}
	if got := read(t, recovery.SavedAs); !bytes.Equal(got, left[keep:]) {
		t.Fatalf("saved %q", got)
	}
	if last, err := f.Append(batch{{storetest.Leaf(`{}`, "all")}}); err != nil || last != n {
		t.Fatalf("then appended line %d: %v", last, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := verify(read(t, path)); err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasCutIsNeverOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	whole := small(t)
	var saved []string
	for range 3 {
		write(t, path, whole[:len(whole)-5])
		f, recovery, err := open(t, path)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(saved, recovery.SavedAs) {
			t.Fatalf("saved as %s again", recovery.SavedAs)
		}
		saved = append(saved, recovery.SavedAs)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDamageIsRefusedAndLeftAlone(t *testing.T) {
	whole := small(t)
	lines := split(whole)
	damaged := map[string][]byte{
		"a byte":        bytes.Replace(whole, []byte("naïve"), []byte("naive"), 1),
		"a line gone":   bytes.Join(slices.Concat(lines[:2], lines[3:]), nil),
		"lines swapped": bytes.Join(slices.Concat(lines[:2], [][]byte{lines[3], lines[2]}, lines[4:]), nil),
		"expunging cut": bytes.Join(lines[:4], nil),
	}
	for name, b := range damaged {
		path := filepath.Join(t.TempDir(), "x.jsonl")
		write(t, path, b)
		_, _, err := open(t, path)
		if err == nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		if b := bad(t, err); b.Cut {
			t.Errorf("%s: %v", name, err)
		}
		if !bytes.Equal(read(t, path), b) {
			t.Errorf("%s: the file was changed", name)
		}
		if left, _ := filepath.Glob(path + ".cut-*"); left != nil {
			t.Errorf("%s: %v", name, left)
		}
	}
}

func TestCrashBetweenExpungingAndBlanking(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	s := create(t, path)
	appendTo(t, s, batch{
		{storetest.Leaf(`{"k":"header"}`, "all")},
		{storetest.Leaf(`{"k":"said","b":"unspeakable"}`, "alder"), storetest.Leaf(`{"k":"said","b":"fine"}`, "alder")},
	})
	appendTo(t, s, batch{{storetest.Expunge("alder", 1)}})
	_, hash, _ := s.Last()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if report, err := transcripts.VerifyFile(path); err != nil || !slices.Equal(report.Unblanked, []int{1}) {
		t.Fatalf("%+v, %v", report, err)
	}
	write(t, path+".blanking", []byte("half a copy, unspeakable"))
	f, recovery, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	if recovery == nil || !slices.Equal(recovery.Blanked, []int{1}) || recovery.Line != 0 {
		t.Errorf("%+v", recovery)
	}
	if _, again, _ := f.Last(); again != hash {
		t.Error("the hash has changed")
	}
	b := read(t, path)
	if bytes.Contains(b, []byte("unspeakable")) || !bytes.Contains(b, []byte("fine")) {
		t.Errorf("left: %s", b)
	}
	if _, err := os.Stat(path + ".blanking"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the copy is still there: %v", err)
	}
}

func TestExpungingIsForItsOwnAudience(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "x.jsonl"))
	appendTo(t, s, batch{{storetest.Leaf(`{}`, "all")}, {storetest.Leaf(`{}`, "alder")}})
	if _, err := s.Append(batch{{storetest.Expunge("birch", 1)}}); err == nil {
		t.Error("one side has expunged what is another's")
	}
}

// faulty fails from some operation on.
type faulty struct {
	transcripts.Disk
	writes, syncs int // how many still succeed
	short         int // bytes that the failing write leaves
}

func (d *faulty) WriteAt(b []byte, at int64) (int, error) {
	if d.writes--; d.writes < 0 {
		n, err := d.Disk.WriteAt(b[:min(d.short, len(b))], at)
		return n, errors.Join(err, errDisk)
	}
	return d.Disk.WriteAt(b, at)
}

func (d *faulty) Sync() error {
	if d.syncs--; d.syncs < 0 {
		return errDisk
	}
	return d.Disk.Sync()
}

func TestAFailedDiskBreaksTheStoreForGood(t *testing.T) {
	leaf := storetest.Leaf
	for name, d := range map[string]*faulty{
		"full": {writes: 0, syncs: 9}, "short": {writes: 0, syncs: 9, short: 150}, "sync": {writes: 9, syncs: 0},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.jsonl")
			s := create(t, path)
			appendTo(t, s, batch{{leaf(`{"k":"header"}`, "all")}, {leaf(`{"k":"said"}`, "all")}})
			transcripts.WithDisk(s, func(below transcripts.Disk) transcripts.Disk { d.Disk = below; return d })
			_, err := s.Append(batch{{leaf(`{"k":"lost"}`, "all")}})
			if !errors.Is(err, errDisk) {
				t.Fatalf("got %v", err)
			}
			d.writes, d.syncs = 9, 9 // that the disk is well again helps nothing
			_, again := s.Append(batch{{leaf(`{"k":"later"}`, "all")}})
			for _, again := range []error{again, s.Blank([]int{1}), s.Close(), s.Close()} {
				if again == nil || again.Error() != err.Error() {
					t.Errorf("then got %v", again)
				}
			}
			f, recovery, err := open(t, path)
			if err != nil {
				t.Fatal(err)
			}
			if name == "short" && (recovery == nil || recovery.Line != 3 || recovery.Bytes != 150) {
				t.Errorf("%+v", recovery)
			}
			if last, _, _ := f.Last(); last < 2 {
				t.Errorf("line %d is the last", last)
			}
		})
	}
}
