package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// guest is somebody before the entry screen.
type guest struct {
	tb   testing.TB
	e    *Entry
	left bool // the program has ended
}

func enters(tb testing.TB, o EntryOptions, w, h int) *guest {
	tb.Helper()
	g := &guest{tb: tb, e: NewEntry(o)}
	g.e.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return g
}

func (g *guest) keys(names ...string) {
	g.tb.Helper()
	for _, n := range names {
		var all []tea.KeyPressMsg
		if n[0] == '\'' {
			for _, r := range n[1:] {
				all = append(all, tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		} else {
			all = append(all, keyNamed(n))
		}
		for _, k := range all {
			if _, cmd := g.e.Update(k); cmd != nil {
				_, quits := cmd().(tea.QuitMsg)
				g.left = g.left || quits
			}
		}
	}
	g.screen()
}

func (g *guest) screen() string {
	g.tb.Helper()
	content := g.e.View().Content
	lines := splitLines(content)
	if len(lines) != g.e.h {
		g.tb.Fatalf("%d lines on a screen of %d:\n%s", len(lines), g.e.h, ansi.Strip(content))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != g.e.w {
			g.tb.Fatalf("line %d has %d cells of %d: %q", i, n, g.e.w, l)
		}
	}
	return ansi.Strip(content)
}

// got checks what came of it.
func (g *guest) got(name, takeOver string, ok bool) {
	g.tb.Helper()
	n, over, in := g.e.Result()
	if n != name || over != takeOver || in != ok || in && !g.left {
		g.tb.Errorf("got %q in the place of %q, %v (ended %v); want %q, %q, %v", n, over, in, g.left, name, takeOver, ok)
	}
}

func atTwo(minute int) time.Time { return time.Date(2025, 3, 7, 14, minute, 0, 0, time.UTC) }

func knownOptions() EntryOptions {
	return EntryOptions{
		Title: "Quiet Lathe", Seat: "Duty officer, cyber division — Alder Police",
		Known: []Known{{"Bo Example", true, atTwo(2)}, {"Ana Example", false, atTwo(12)}, {"Cy Example", false, atTwo(5)}},
	}
}

// TestEntry shows it in both languages and at the sizes that matter.
func TestEntry(t *testing.T) {
	t.Parallel()
	zh := knownOptions()
	zh.Lang, zh.Title, zh.Seat = "zh-Hans", "静默车床", "网络处值班员"
	full := knownOptions()
	full.Full = true
	for _, c := range []struct {
		name string
		o    EntryOptions
		w, h int
		keys []string
	}{
		{"entry-new-60x20", EntryOptions{Title: "Quiet Lathe", Seat: "Prosecutor"}, 60, 20, nil},
		{"entry-known-60x20", knownOptions(), 60, 20, nil},
		{"entry-known-80x24", knownOptions(), 80, 24, []string{"down"}},
		{"entry-known-120x40", knownOptions(), 120, 40, nil},
		{"entry-zh-60x20", zh, 60, 20, nil},
		{"entry-nobody-80x24", EntryOptions{Title: "Quiet Lathe", Seat: "Prosecutor"}, 80, 24, []string{"enter"}},
		{"entry-self-60x20", knownOptions(), 60, 20, []string{"ctrl+u", "'bo example", "enter"}},
		{"entry-full-80x24", full, 80, 24, []string{"enter"}},
		{"entry-small-40x10", knownOptions(), 40, 10, nil},
	} {
		g := enters(t, c.o, c.w, c.h)
		g.keys(c.keys...)
		golden(t, c.name, g.screen())
	}
}

// TestEntryResult goes in as somebody new, as one who comes back, in the place
// of another, and not at all.
func TestEntryResult(t *testing.T) {
	t.Parallel()
	full := knownOptions()
	full.Full = true
	empty := knownOptions()
	empty.Full, empty.Known[0].Here = true, false
	for _, c := range []struct {
		name      string
		o         EntryOptions
		keys      []string
		as, place string
		ok        bool
	}{
		{"new", EntryOptions{}, []string{"'Dee", "enter"}, "Dee", "", true},
		{"who was here last", knownOptions(), []string{"enter"}, "Ana Example", "", true},
		{"another of them", knownOptions(), []string{"down", "enter"}, "Cy Example", "", true},
		{"typed in another case", knownOptions(), []string{"ctrl+u", "' cy example ", "enter"}, "Cy Example", "", true},
		{"somebody new beside them", knownOptions(), []string{"ctrl+u", "'Dee", "enter"}, "Dee", "", true},
		{"oneself at another terminal", knownOptions(), []string{"end", "down", "down", "enter", "enter"}, "Bo Example", "Bo Example", true},
		{"not oneself", knownOptions(), []string{"down", "down", "enter", "esc", "'Bo Example 2", "enter"}, "Bo Example 2", "", true},
		{"full", full, []string{"enter", "enter"}, "Ana Example", "Bo Example", true},
		{"full, and back", full, []string{"enter", "esc"}, "", "", false},
		{"full of people who are away", empty, []string{"ctrl+u", "'Dee", "enter"}, "Dee", "", true},
		{"left", knownOptions(), []string{"esc"}, "", "", false},
		{"left at the question", full, []string{"enter", "ctrl+c"}, "", "", false},
		{"nobody", EntryOptions{}, []string{"'   ", "enter"}, "", "", false},
	} {
		g := enters(t, c.o, 80, 24)
		g.keys(c.keys...)
		t.Log(c.name)
		g.got(c.as, c.place, c.ok)
	}
}

// TestEntrySmall chooses nothing that can't be seen, and can be left.
func TestEntrySmall(t *testing.T) {
	t.Parallel()
	g := enters(t, knownOptions(), 59, 19)
	g.keys("'x", "enter", "esc")
	if g.left {
		t.Error("it is left by a key that nobody can see the meaning of")
	}
	g.keys("ctrl+c")
	if g.got("", "", false); !g.left {
		t.Error("it can't be left")
	}
}

// TestEntryHostile takes in a name that is a line of harmless text and bounded,
// whatever is typed, pasted or was known before.
func TestEntryHostile(t *testing.T) {
	t.Parallel()
	for what, text := range hostile() {
		g := enters(t, EntryOptions{Title: text, Seat: text, Known: []Known{{text, true, atTwo(1)}, {text + "2", false, time.Time{}}}, Full: true}, 80, 24)
		g.keys("ctrl+u")
		g.e.Update(tea.PasteMsg{Content: text})
		g.e.Update(tea.KeyPressMsg{Code: 'x', Text: "\x1b]0;x"})
		g.harmless()
		g.keys("enter", "enter", "enter")
		g.harmless()
		name, _, _ := g.e.Result()
		if name == text || name == text+"2" {
			continue // as the host gave it
		}
		if len([]rune(name)) > NameRunes || strings.ContainsAny(name, "\n\x1b\x07\u202e") || name != line(name) {
			t.Errorf("%s: the name is %.100q", what, name)
		}
	}
}

// harmless checks that nothing on the screen acts on a terminal.
func (g *guest) harmless() {
	g.tb.Helper()
	for _, r := range g.screen() {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			g.tb.Fatalf("the screen has %U", r)
		}
	}
}
