package transcripts_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/transcripts"
)

func export(t *testing.T, whole []byte, members ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := transcripts.Export(&out, bytes.NewReader(whole), members, []byte(`{"marking":"TLP:AMBER"}`)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestExport(t *testing.T) {
	whole := small(t)
	full, err := transcripts.Verify(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	b := export(t, whole, "alder", "control/alder")
	report, err := transcripts.Verify(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if report.Hash != full.Hash || report.Lines != full.Lines || !slices.Equal(report.For, []string{"alder", "control/alder"}) {
		t.Errorf("%+v", report)
	}
	if string(report.About) != `{"marking":"TLP:AMBER"}` {
		t.Errorf("about %s", report.About)
	}
	if len(report.Withheld) != 2 || report.Withheld[`["birch"]`] != 2 || report.Withheld[`["lead"]`] != 1 {
		t.Errorf("withheld %v", report.Withheld)
	}
	if strings.Contains(string(b), "expunged") || !strings.Contains(string(b), "naïve") {
		t.Errorf("it holds the wrong things: %s", b)
	}
	path := filepath.Join(t.TempDir(), "x.jsonl")
	write(t, path, b)
	if _, _, err := open(t, path); !errors.Is(err, transcripts.ErrExport) {
		t.Errorf("resumed: %v", err)
	}
	if err := transcripts.Export(io.Discard, bytes.NewReader(b), []string{"birch"}, nil); !errors.Is(err, transcripts.ErrExport) {
		t.Errorf("exported again: %v", err)
	}
}

func TestExportShowsItsSideWhatWasExpunged(t *testing.T) {
	b := export(t, small(t), "birch")
	report, err := transcripts.Verify(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if report.Expunged != 1 || report.Withheld[`["birch"]`] != 0 {
		t.Errorf("%+v", report)
	}
}

func TestExportIsForWhomItSays(t *testing.T) {
	b := export(t, small(t), "alder")
	_, chain, _ := bytes.Cut(b, []byte("\n"))
	for name, c := range map[string]struct {
		head string
		n    int
		why  transcripts.Reason
	}{
		"no head":         {"", 1, transcripts.Withheld},
		"another side":    {`{"export":{"for":["birch"]}}` + "\n", 2, transcripts.Leaked},
		"more sides":      {`{"export":{"for":["alder","birch"]}}` + "\n", 4, transcripts.Withheld},
		"damaged":         {`{"export":{"for":["alder"]}} ` + "\n", 1, transcripts.Malformed},
		"damaged about":   {`{"export":{"for":["alder"],"about":{]}}` + "\n", 1, transcripts.Malformed},
		"without newline": {`{"export":{"for":["alder"]}}`, 1, transcripts.Malformed},
	} {
		b := bad(t, verify(append([]byte(c.head), chain...)))
		if b.N != c.n || b.Reason != c.why || b.Cut {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

func TestExportHoldsNothingForOthers(t *testing.T) {
	whole := small(t)
	b := bad(t, verify(append([]byte(`{"export":{"for":["alder"]}}`+"\n"), whole...)))
	if b.Reason != transcripts.Leaked || b.N != 1 {
		t.Errorf("%+v", b)
	}
}

func TestChangedExportIsNoticed(t *testing.T) {
	b := export(t, small(t), "alder")
	head := bytes.IndexByte(b, '\n') + 1
	for i := head; i < len(b); i++ {
		changed := bytes.Clone(b)
		changed[i] ^= 1
		if got := bad(t, verify(changed)); got.N != lineAt(b, i)-1 {
			t.Fatalf("byte %d: %+v", i, got)
		}
	}
}
