package tui

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// scene is a screen to come to, by keys.
type scene struct {
	name string
	do   func(u *user)
}

// goldens compares scenes with their golden screens at the two sizes that
// everything is looked at in.
func goldens(t *testing.T, begin func(tb testing.TB, w, h int) *user, scenes []scene) {
	t.Helper()
	for _, s := range scenes {
		for _, size := range []struct {
			name string
			w, h int
		}{{"80x24", 80, 24}, {"120x40", 120, 40}} {
			t.Run(s.name+"-"+size.name, func(t *testing.T) {
				t.Parallel()
				u := begin(t, size.w, size.h)
				s.do(u)
				golden(t, s.name+"-"+size.name, u.screen())
			})
		}
	}
}

// golden compares a screen with testdata/NAME.golden.
func golden(t *testing.T, name, screen string) {
	t.Helper()
	var b strings.Builder
	for l := range strings.SplitSeq(screen, "\n") {
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("%s: the screen is another one; run with -update and read it:\n%s", name, got)
	}
}

// inPlay starts the exercise and plays ten minutes of it.
func inPlay(u *user) {
	u.keys("space", "enter")
	u.pass(125_000)
	// A side acts outside its stated authority, as recorded from the room.
	u.keys("d", "tab", "tab", "'preserve", "down", "tab", "'mist", "tab", "space", "ctrl+s")
	u.pass(240_000)
}

// TestScreens shows the screens that a facilitator meets.
func TestScreens(t *testing.T) {
	t.Parallel()
	screens := []struct {
		name string
		keys []string
	}{
		{"console", nil},
		{"feed", []string{"2"}},
		{"waiting", []string{"3"}},
		{"detail", []string{"1", "home", "enter"}},
		{"act", []string{"d", "tab", "tab", "'keep the data"}},
		{"act-line", []string{"d", "'alder-p: preserve-data: at once > mi"}},
		{"marks", []string{"3", "end", "+"}},
		{"batch", []string{"3", "home", "*", "*", "y"}},
		{"jump", []string{"J", "'+15m", "enter"}},
		{"adjudicate", []string{"2", "up", "a"}},
		{"map", []string{"2", "up", "A"}},
		{"help", []string{"?"}},
		{"seats", []string{"v"}},
		{"quit", []string{"q"}},
		{"cue", []string{"2", "n"}},
		{"seat", []string{"v", "enter"}},
		{"seat-message", []string{"v", "enter", "home", "enter"}},
		{"seat-authorities", []string{"v", "enter", "5"}},
	}
	for _, s := range screens {
		for _, size := range []struct {
			name string
			w, h int
		}{{"80x24", 80, 24}, {"160x50", 160, 50}} {
			t.Run(s.name+"-"+size.name, func(t *testing.T) {
				t.Parallel()
				u := newUser(t, size.w, size.h)
				inPlay(u)
				u.keys(s.keys...)
				golden(t, s.name+"-"+size.name, u.screen())
			})
		}
	}
}

// TestBeforeStart shows the console before STARTEX.
func TestBeforeStart(t *testing.T) {
	t.Parallel()
	golden(t, "before-80x24", newUser(t, 80, 24).screen())
}
