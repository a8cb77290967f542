package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parley/engine"
)

// inTwoLanguages is the example with a side that reads Chinese and some of its
// texts in it.
func inTwoLanguages() string {
	return strings.NewReplacer(
		`title = "Tin Whistle"`, `title = { en = "Tin Whistle", zh-Hans = "锡笛" }`,
		`title = "First days"`, `title = { en = "First days", zh-Hans = "最初几天" }`,
		`timezone = "Asia/Shanghai"`, `timezone = "Asia/Shanghai"`+"\nlanguage = \"zh\"",
		`name = "Republic of Alder"`, `name = { en = "Republic of Alder", zh-Hans = "桤木共和国" }`,
		`name = "Union of Birch"`, `name = { en = "Union of Birch", zh-Hans = "白桦联盟" }`,
		`title = "Duty officer 值班员"`, `title = { en = "Duty officer", zh-Hans = "网络值班员" }`,
		`title = "Order a provider to preserve stored data"`, `title = { en = "Order a provider to preserve stored data", zh-Hans = "要求服务商保存所存储的数据" }`,
		`subject = "A reporter calls 记者来电"`, `subject = { en = "A reporter calls", zh-Hans = "记者来电" }`,
		`body = "Is it true?"`, `body = { en = "Is it true?", zh-Hans = "您好，我是《哈尔登邮报》的记者。有消息称，一家涡轮机企业的设计文件被他人复制，且涉及贵国境内的服务器。这是真的吗？" }`,
	).Replace(exampleScenario)
}

func newReader(tb testing.TB, lang string, w, h int) *user {
	tb.Helper()
	host := newFakeHost(tb, inTwoLanguages())
	u := &user{tb, host, New(host, Options{Person: "ana", Lang: lang})}
	u.resize(w, h)
	return u
}

// lacks checks that something is not on the screen.
func (u *user) lacks(what string) {
	u.tb.Helper()
	if s := u.screen(); strings.Contains(s, what) {
		u.tb.Errorf("the screen says %q:\n%s", what, s)
	}
}

// TestLanguageOfASeat: control's language, the side's, and what is chosen.
func TestLanguageOfASeat(t *testing.T) {
	t.Parallel()
	u := newReader(t, "", 120, 40)
	u.keys("space", "enter")
	u.pass(370_000)
	u.toMSEL("halden-calls")
	u.keys("n", "enter")
	u.shows("EXERCISE · ")
	u.keys("v", "'birch", "enter")
	u.shows("演练 · ")
	u.shows("4月12日 周二")
	u.shows("收件箱")
	u.keys("enter")
	u.shows("记者来电")
	u.shows("哈尔登邮报")
	u.lacks("[en]")
	u.keys("esc")
	u.shows("EXERCISE · ")
	u.lacks("收件箱")

	u.keys("v", "enter", "L", "'中", "enter") // Alder's, which has no language of its own
	u.shows("演练 · ")
	u.keys("m")
	u.shows("收件人")
	u.keys("esc", "esc", "v", "'birch", "enter", "L", "'engl", "enter")
	u.shows("EXERCISE · ")
	u.keys("esc", "v", "enter")
	u.shows("演练 · ")
	u.keys("d", "'call", "ctrl+s")
	if op, ok := u.last().Op.(engine.Act); !ok || op.Lang != "zh-Hans" {
		t.Errorf("what is typed there is said to be in another language: %+v", u.last().Op)
	}
}

// TestLanguageOfAText marks what is not in its reader's language, once.
func TestLanguageOfAText(t *testing.T) {
	t.Parallel()
	u := newReader(t, "zh-Hans", 120, 40)
	u.keys("space", "enter")
	u.pass(125_000)
	u.toMSEL("corvane-reports")
	u.keys("enter")
	if n := strings.Count(u.screen(), "[en]"); n != 1 {
		t.Errorf("marked %d times:\n%s", n, u.screen())
	}
	u.keys("esc")
	u.toMSEL("halden-calls")
	u.keys("enter")
	u.lacks("[en]")
	u.keys("esc", "e", "'！", "ctrl+s")
	if op, ok := u.last().Op.(engine.Edit); !ok || op.Lang != "zh-Hans" {
		t.Errorf("edited in another language than it is read in: %+v", u.last().Op)
	}
	u.keys("enter")
	u.shows("记者来电！")
	u.keys("esc", "L", "'engl", "enter", "enter")
	u.shows("[out of date] A reporter calls")
	u.keys("esc")
	u.toMSEL("mfa-note")
	u.keys("L", "'中", "enter", "e", "'？", "ctrl+s")
	if op, ok := u.last().Op.(engine.Edit); !ok || op.Lang != "en" {
		t.Errorf("edited in another language than it is read in: %+v", u.last().Op)
	}
	u.keys("v", "'birch", "enter")
	u.pass(700_000)
	u.keys("home", "enter")
	if n := strings.Count(u.screen(), "[en]"); n != 1 {
		t.Errorf("marked %d times on a seat's screen:\n%s", n, u.screen())
	}
}

// chineseScreens are keys to the screens that people meet.
func chineseScreens() map[string][]string {
	return map[string][]string{
		"console": nil, "feed": {"2"}, "waiting": {"3"}, "detail": {"1", "home", "enter"}, "act": {"d", "tab", "'保存"},
		"jump": {"J", "'+15m", "enter"}, "adjudicate": {"2", "up", "a"}, "help": {"?"}, "seats": {"v"}, "quit": {"q"}, "refused": {"2", "n"},
		"inject": {"i"}, "edit": {"1", "home", "e"}, "message": {"m"}, "rule": {"r"}, "outcome": {"2", "up", "a", "o"}, "language": {"L"},
		"seat": {"v", "'birch", "enter"}, "seat-message": {"v", "'birch", "enter", "enter"}, "seat-authorities": {"v", "enter", "5"},
		"seat-briefing": {"v", "enter", "8"}, "seat-acts": {"v", "enter", "2"}, "seat-act": {"v", "'birch", "enter", "d"}, "seat-help": {"v", "enter", "?"},
	}
}

// TestChineseScreens draws every screen in Chinese at every size; each line
// must fill the screen to its last cell.
func TestChineseScreens(t *testing.T) {
	t.Parallel()
	for name, keys := range chineseScreens() {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				u := newReader(t, "zh-Hans", size[0], size[1])
				inPlay(u)
				u.pass(30_000)
				u.keys(keys...)
				onTerminal(t, u)
			})
		}
	}
}

// TestChineseTalk does the same for a tabletop that is talked.
func TestChineseTalk(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		host := newFakeHost(t, talkedScenario)
		u := &user{t, host, New(host, Options{Person: "ana", Lang: "zh-Hans"})}
		u.resize(size[0], size[1])
		u.keys("space", "enter")
		for _, keys := range [][]string{{"1"}, {"down", "enter"}, {"esc", "g"}, {"enter", "g"}, {"esc", "2"}, {"3"}, {"v", "enter", "L", "'中", "enter"}, {"S"}, {"esc", "9"}, {"enter"}, {"esc", "P"}, {"esc", "?"}} {
			u.keys(keys...)
			onTerminal(t, u)
		}
	}
}

// onTerminal draws the screen cell by cell, as a terminal does: where a wide
// character has no room left in its line, a terminal would go on in the next.
func onTerminal(t *testing.T, u *user) {
	t.Helper()
	for _, l := range strings.Split(ansi.Strip(u.m.View().Content), "\n") {
		col := 0
		for g := range graphemes(l) {
			w := ansi.StringWidth(g)
			if col+w > u.m.w {
				t.Fatalf("%q has no room in %q", g, l)
			}
			col += w
		}
		if col != u.m.w {
			t.Errorf("%d cells of %d: %q", col, u.m.w, l)
		}
	}
}

func graphemes(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			g, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
			if g == "" || !yield(g) {
				return
			}
			s = s[len(g):]
		}
	}
}

// TestChineseGoldens keeps the two consoles in Chinese.
func TestChineseGoldens(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"console", "detail", "adjudicate", "seat-message"} {
		u := newReader(t, "zh-Hans", 80, 24)
		inPlay(u)
		u.keys(chineseScreens()[name]...)
		golden(t, "zh-"+name+"-80x24", u.screen())
	}
}
