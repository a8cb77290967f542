package tui

import (
	"maps"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
)

// hostile are texts that try to get out of the line they stand in.
func hostile() map[string]string {
	all := map[string]string{
		"escape":    "\x1b[2J\x1b[H\x1b]0;owned\x07 gone \u009b31m red \x1bP payload \x1b\\",
		"bidi":      "abc \u202e\u2066 fed \u2069 \u200f \u061c ghi",
		"marks":     "e" + strings.Repeat("\u0301", 100_000),
		"megabyte":  strings.Repeat("word ", 200_000),
		"one-word":  strings.Repeat("x", 200_000),
		"lines":     strings.Repeat("line\r\n", 30_000),
		"wide":      strings.Repeat("漢字かな交じり文", 3000),
		"emoji":     strings.Repeat("👩‍👩‍👧‍👦🏳️‍🌈", 2000),
		"control":   "a\tb\vc\fd\x00e\x7ff\u2028g\u0085h",
		"sentinels": "**\x01bold\x02** \x01 loose \x02",
		"invalid":   "ok \u00ff\ufffd end",
	}
	if raced {
		maps.DeleteFunc(all, func(_, text string) bool { return len(text) > 1000 })
	}
	return all
}

// TestHostileText lets hostile texts come by every way that a text can come.
func TestHostileText(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if len(text) > engine.MaxText {
				text = text[:engine.MaxText]
			}
			u := newUser(t, 80, 24)
			inPlay(u)
			for _, c := range []engine.Command{
				{Seat: "alder-cyber", Op: engine.Act{Text: text}, Said: engine.SaidNow},
				{Seat: "alder-cyber", Op: engine.AskControl{Text: text}, Said: engine.SaidNow},
				{Seat: "control", Op: engine.Improvise{Channel: "email", From: text, To: []string{"alder-cyber"}, Subject: text, Body: text, Ask: text}, Said: engine.SaidNow},
				{Seat: "control", Op: engine.SendMessage{To: []string{"alder-cyber"}, Text: text}, Said: engine.SaidNow},
				{Seat: "control", Op: engine.MakeNote{On: "corvane-reports", Text: text}, Said: engine.SaidNow},
				{Seat: "control", Op: engine.Rule{Text: text, Reason: text}, Said: engine.SaidNow},
			} {
				if _, err := u.h.Do(t.Context(), c); err != nil {
					t.Fatal(err)
				}
			}
			u.pass(1000)
			for _, size := range [][2]int{{80, 24}, {160, 50}} {
				u.resize(size[0], size[1])
				for _, keys := range [][]string{
					{"1", "home"},
					{"enter"},
					{"esc", "end", "enter", "pgdown"},
					{"esc", "2", "end"},
					{"up", "enter"},
					{"esc", "3", "home", "down"},
					{"enter"},
					{"esc", "3", "home", "*", "*", "*", "*", "*", "y"},
					{"esc", "3", "end", "enter", "tab", "tab", "enter"},
					{"esc", "esc", "X"},
					{"esc", "v", "enter", "1"},
					{"enter"},
					{"esc", "3", "enter"},
					{"esc", "6", "enter"},
					{"esc", "7"},
					{"esc"},
				} {
					u.keys(keys...)
					clean(t, u)
				}
			}
		})
	}
}

// clean reports an escape sequence other than the console's own styles.
func clean(t *testing.T, u *user) {
	t.Helper()
	u.screen()
	content := u.m.View().Content
	for i := 0; i < len(content); i++ {
		c := content[i]
		if c < ' ' && c != '\n' && c != 0x1b || c == 0x7f {
			t.Fatalf("control character %q on the screen", c)
		}
		if c == 0x1b && !style1(content[i:]) {
			t.Fatalf("an escape sequence that is no style: %q", content[i:min(len(content), i+12)])
		}
	}
	if plain := ansi.Strip(content); strings.ContainsAny(plain, "\u202e\u2066\u2069\u061c\u0085\u2028") {
		t.Fatal("a character that turns or breaks lines is on the screen")
	}
	if len(content) > 400*u.m.w*u.m.h {
		t.Fatalf("a screen of %d bytes", len(content))
	}
}

// style1 reports whether s begins with a sequence that sets a style.
func style1(s string) bool {
	if !strings.HasPrefix(s, "\x1b[") {
		return false
	}
	rest := strings.TrimLeft(s[2:], "0123456789;:")
	return strings.HasPrefix(rest, "m")
}

// TestHostilePaste pastes hostile texts into every kind of field.
func TestHostilePaste(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newUser(t, 80, 24)
			inPlay(u)
			for _, open := range [][]string{{"o"}, {"d"}, {"d", "tab", "tab"}, {"R"}, {"i", "tab"}, {"v"}, {"/"}} {
				u.keys(open...)
				u.m.Update(tea.PasteMsg{Content: text})
				clean(t, u)
				u.keys("tab")
				clean(t, u)
				u.keys("esc")
				if len(u.m.over) > 0 {
					u.keys("enter")
				}
			}
		})
	}
}

// TestResize goes through sizes from nothing to large with every screen.
func TestResize(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	for _, keys := range [][]string{nil, {"enter"}, {"esc", "d"}, {"esc", "?"}, {"esc", "J", "'+20m", "enter"}, {"esc", "q"}, {"esc", "v", "enter"}, {"8"}, {"1", "m"}, {"esc", "esc", "3", "home", "enter"}, {"esc", "+", "y"}, {"esc", "l", "enter", "tab"}, {"esc", "d", "'alder: x > m"}} {
		u.keys(keys...)
		for _, s := range [][2]int{{1, 1}, {2, 3}, {20, 60}, {59, 20}, {60, 19}, {60, 20}, {79, 23}, {80, 24}, {99, 29}, {100, 30}, {110, 33}, {130, 34}, {200, 60}, {300, 100}} {
			u.resize(s[0], s[1])
			u.screen()
		}
	}
	u.resize(40, 10)
	if !strings.Contains(u.screen(), "too small") {
		t.Error("a small screen does not say so")
	}
}

// TestEveryKeyInFields presses what edits a line at every place of it.
func TestEveryKeyInFields(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	for c := 'a'; c <= 'z'; c++ {
		for _, mod := range []tea.KeyMod{tea.ModAlt, tea.ModCtrl} {
			for _, form := range [][]string{{"d", "tab", "tab"}, {"o"}, {"/"}} {
				for back := range 2 {
					u.keys(form...)
					u.keys("'a b")
					for range back {
						u.keys("left")
					}
					u.press(tea.KeyPressMsg{Code: c, Mod: mod})
					u.m.over = nil
				}
			}
		}
	}
}
