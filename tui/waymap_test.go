package tui

import (
	"strings"
	"testing"
)

// TestMap opens the authority map from all that speaks of an action, and from
// nothing else.
func TestMap(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	preserve := "Order a provider to preserve stored data (preserve-data)"
	for name, to := range map[string][]string{
		"an action in the feed":     {"2", "/", "'preserve stored", "enter"},
		"a finding that waits":      {"3", "end"},
		"an inject that expects it": {"1", "home"},
		"the action shown in full":  {"2", "/", "'preserve stored", "enter", "enter"},
		"the menu of judgements":    {"2", "/", "'preserve stored", "enter", "a"},
	} {
		u.keys(to...)
		u.keys("A")
		if !strings.Contains(u.screen(), preserve) {
			t.Errorf("%s:\n%s", name, u.screen())
		}
		u.keys("A")
		u.shows("this is it")
		u.keys("esc", "esc", "esc")
	}
	u.toMSEL("mfa-note")
	u.keys("A")
	u.shows("it speaks of no action of the catalogue")
	u.keys("d", "tab", "tab", "'we write to everybody", "ctrl+s", "2", "end", "/", "'write to everybody", "enter", "A")
	u.shows("it is in free words")
}

// TestMapSaysWhatWasStatedInPlay has an authority that a side stated during the
// exercise by what was typed, here and wherever it is named.
func TestMapSaysWhatWasStatedInPlay(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	u.keys("2", "/", "'preserve stored", "enter", "a", "+", "'Emergency power", "tab", "'Decree 4", "ctrl+s")
	u.keys("A")
	for _, part := range []string{"Emergency power", "Decree 4", "stated during the exercise, on alder-a1"} {
		u.shows(part)
	}
	u.keys("esc", "v", "enter", "5")
	u.shows("Emergency power · Decree 4")
}

// TestMapInLines says the map without columns where it is read aloud.
func TestMapInLines(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("start", "yes")
	said := r.types("msel", "map 1")
	for _, part := range []string{"Authority map", "basis: 18 U.S.C. § 2703(f)", "effect: lasts 90 days", "nothing stated"} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not in:\n%s", part, said)
		}
	}
	if strings.ContainsAny(said, "│─═") {
		t.Errorf("rules are read aloud:\n%s", said)
	}
}
