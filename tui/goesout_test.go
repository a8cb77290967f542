package tui

import (
	"testing"

	"parley/engine"
)

// TestShowsAddressees holds that whatever sends something shows to whom, and
// when, before Enter does it.
func TestShowsAddressees(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"deliver", []string{"/", "'loss", "enter", "n"}, "To: Prosecutor"},
		{"recall", []string{"/", "'corvane", "enter", "u"}, "Duty officer, cyber division; Prosecutor"},
		{"retime to now", []string{"/", "'loss", "enter", "t", "ctrl+u", "tab"}, "now, to Prosecutor"},
		{"retime later", []string{"/", "'loss", "enter", "t", "ctrl+u", "'+5m"}, "at T+00:11:05, to Prosecutor"},
		{"edit", []string{"/", "'loss", "enter", "e"}, "goes out later, to Prosecutor"},
		{"message", []string{"m", "'legal", "space", "tab", "down"}, "to Legal adviser, as Editor, Halden Post"},
		{"made up, by phone", []string{"i", "down", "tab", "tab", "tab", "'legal", "space"}, "counts as said now, to Legal adviser"},
		{"made up, by phone, later", []string{"i", "down", "tab", "tab", "tab", "'legal", "space", "tab", "tab", "tab", "tab", "'+5m"}, "cued to you at T+00:11:05, to be said to Legal adviser"},
		{"rule", []string{"r"}, "to every side, with its reason"},
		{"jump", []string{"J", "'+10m", "enter"}, "mfa-note → everyone (4 roles)"},
		{"outcome", []string{"2", "/", "'preserve stored", "enter", "a", "o"}, "to Republic of Alder, 3 roles"},
		{"disclose", []string{"2", "/", "'preserve stored", "enter", "D", "tab", "space"}, "what it says goes to: Union of Birch"},
		{"release", []string{"/", "'loss", "enter", "t", "ctrl+u", "'+1m", "ctrl+s", "h", "pass", "h"}, "To: Prosecutor"},
		{"segment", []string{">"}, "next: plenary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			u := newUser(t, 120, 40)
			inPlay(u)
			u.keys("1", "home")
			for _, k := range c.keys {
				if k == "pass" {
					u.pass(120_000)
					continue
				}
				u.keys(k)
			}
			u.shows(c.want)
			if len(u.m.over) == 0 {
				t.Error("it is done without Enter")
			}
		})
	}
}

// TestImproviseAs makes up a call as a persona that is due later; it is then
// cued.
func TestImproviseAs(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	inPlay(u)
	u.keys("i", "down", "tab", "down", "tab", "tab", "'legal", "space", "tab", "'A word", "tab", "'Is it true?", "tab", "tab", "'+5m", "ctrl+s")
	u.gave("improvise", "control")
	if op := u.last().Op.(engine.Improvise); op.From != "Editor, Halden Post" || op.Channel != "phone" || op.Due != 665_000 {
		t.Errorf("made up %+v", op)
	}
	u.pass(310_000)
	u.keys("3", "home", "down", "enter")
	u.shows("Editor, Halden Post")
	u.shows("Legal adviser")
}
