package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestACodeIsKnownHoweverItIsTyped(t *testing.T) {
	codes := Codes{}
	if err := codes.Keep("alder-cyber", "7K2M-0X4P-91TR"); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]CodeMatch{
		"7K2M-0X4P-91TR":           CodeRight,
		"7k2m0x4p91tr":             CodeRight,
		" 7k2m ox4p 9ltr ":         CodeRight,
		"7K2M–0X4P–9iTR":           CodeRight,
		"7K2M-0X4P-91TS":           CodeTicket,
		"8K2M-0X4P-91TR":           CodeWrong,
		"7K2M-0X4P-91T":            CodeWrong,
		"":                         CodeWrong,
		"7K2M-0X4P-91TR-":          CodeRight,
		"7K2M-0X4P-91TU":           CodeWrong,
		strings.Repeat("7", 1<<20): CodeWrong,
		"\x1b[31m\x007K2M":         CodeWrong,
	} {
		if got := codes.Match("alder-cyber", typed); got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
	if codes.Match("birch-cyber", "7K2M-0X4P-91TR") != CodeWrong {
		t.Error("a code opened another seat")
	}
}

func TestCodesOutliveTheProgramHashed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	d, err := OpenDesk(path, "x/1")
	if err != nil {
		t.Fatal(err)
	}
	code := NewCode()
	codes := Codes{}
	if err := codes.Keep("alder-cyber", code); err != nil {
		t.Fatal(err)
	}
	d.KeepCodes(codes)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d, err = OpenDesk(path, "x/1")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	if d.Codes().Match("alder-cyber", code) != CodeRight {
		t.Error("the code is not the seat's any longer")
	}
	if b := kept(t, path); strings.Contains(b, code) || strings.Contains(b, strings.ReplaceAll(code, "-", "")) {
		t.Error("the code stands in the file")
	}
}

func TestCodesAreNeverTheSame(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		c := NewCode()
		if plainCode(c) == "" || seen[c] {
			t.Fatalf("%q", c)
		}
		seen[c] = true
	}
}

func kept(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path + deskSuffix)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
