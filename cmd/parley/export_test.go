package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"testing"

	"parley/scenarios"
	"parley/transcripts"
)

// texts lists the strings of some length in a value that was decoded from JSON.
func texts(v any, is func(string)) {
	switch v := v.(type) {
	case string:
		if len(v) >= 16 {
			is(v)
		}
	case []any:
		for _, e := range v {
			texts(e, is)
		}
	case map[string]any:
		for _, e := range v {
			texts(e, is)
		}
	}
}

// private lists what stands in events that are not for a side, and nowhere in
// those that are.
func private(t *testing.T, whole []byte, side string) []string {
	t.Helper()
	own, other := map[string]bool{}, map[string]bool{}
	for line, err := range transcripts.Lines(bytes.NewReader(whole)) {
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range line.Leaves {
			var v any
			if err := json.Unmarshal(l.Content, &v); err != nil {
				t.Fatal(err)
			}
			to := other
			if slices.Contains(l.Audience, side) || slices.Contains(l.Audience, "all") {
				to = own
			}
			texts(v, func(s string) { to[s] = true })
		}
	}
	var out []string
	for s := range other {
		if !own[s] {
			out = append(out, s)
		}
	}
	return out
}

// holds is every string that stands in a file of lines of JSON.
func holds(t *testing.T, file []byte) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for d := json.NewDecoder(bytes.NewReader(file)); ; {
		var v any
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		texts(v, func(s string) { out[s] = true })
	}
}

// TestExportKeepsOthersOut plays each scenario that comes with Parley with bots
// in every seat, and seeks every text of the others in each side's copy.
func TestExportKeepsOthersOut(t *testing.T) {
	for _, e := range scenarios.Library() {
		path := filepath.Join(t.TempDir(), "whole.jsonl")
		fine(t, inside("run", e.ID, "--headless", "--bots", "all", "--rate", "max", "--seed", "7", "--transcript", path))
		whole := read(t, path)
		sc, _ := scenarios.Open(e.ID)
		for _, side := range sc.Sides {
			copied := filepath.Join(t.TempDir(), side.ID+".jsonl")
			fine(t, inside("export", path, "--side", side.ID, "-o", copied))
			got := read(t, copied)
			there := holds(t, got)
			secrets := private(t, whole, side.ID)
			if len(sc.Sides) > 1 && len(secrets) < 200 {
				t.Errorf("%s: only %d texts are kept from %s: this does not show much", e.ID, len(secrets), side.ID)
			}
			for _, s := range secrets {
				// A short one, such as a statute, may stand within a text of the side.
				if there[s] || len(s) > 150 && bytes.Contains(got, inQuotes(t, s)) {
					t.Errorf("%s: the copy for %s holds %q", e.ID, side.ID, s)
				}
			}
			fine(t, inside("report", copied))
		}
	}
}

// inQuotes is a text as it stands within a string of JSON.
func inQuotes(t *testing.T, s string) []byte {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return b[1 : len(b)-1]
}
