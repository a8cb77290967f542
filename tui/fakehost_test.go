package tui

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/scenarios"
)

// exampleScenario has one of each thing that a screen must show.
const exampleScenario = `
format = 1
[scenario]
id = "tin-whistle"
title = "Tin Whistle"
family = "cybercrime"
style = "operations"
marking = "amber"

[[marking]]
id = "amber"
label = "TLP:AMBER"

[[phase]]
id = "first"
title = "First days"
story = 2016-04-12T08:00:00Z
  [[phase.segment]]
  kind = "play"
  length = "45m"
  [[phase.segment]]
  kind = "plenary"
  length = "10m"
[[phase]]
id = "second"
title = "Second week"
story = 2016-04-20T08:00:00Z
  [[phase.segment]]
  kind = "play"
  length = "30m"

[[side]]
id = "alder"
name = "Republic of Alder"
timezone = "America/New_York"
briefing = "You have **two days** to secure the data."
[[side]]
id = "birch"
name = "Union of Birch"
timezone = "Asia/Shanghai"

[[agency]]
id = "alder-police"
side = "alder"
name = "Alder Police"
[[agency]]
id = "alder-justice"
side = "alder"
name = "Alder Justice"
[[agency]]
id = "birch-police"
side = "birch"
name = "Birch Police 白桦警察"

[[role]]
id = "alder-cyber"
agency = "alder-police"
title = "Duty officer, cyber division"
[[role]]
id = "alder-prosecutor"
agency = "alder-justice"
title = "Prosecutor"
[[role]]
id = "alder-legal"
agency = "alder-justice"
title = "Legal adviser"
legal-adviser = true
[[role]]
id = "birch-cyber"
agency = "birch-police"
title = "Duty officer 值班员"

[[target]]
id = "mistwood"
side = "birch"
title = "Mistwood Hosting"

[[persona]]
id = "editor"
name = "Editor, Halden Post"
note = "Sounds tired."

[[milestone]]
id = "data-secured"
title = "The data is secured"

[[objective]]
id = "timely"
title = "Preserve in time"

[[action]]
id = "preserve-data"
title = "Order a provider to preserve stored data"
takes = "5m"
result = "works"
sets = ["data-secured"]
yields = ["image"]
[[action]]
id = "search-premises"
title = "Search premises"
takes = "20m"
result = "works"
[[action]]
id = "call-provider"
title = "Call the provider and ask"
result = "in-part"

[[evidence]]
id = "image"
title = "Image of the server"

[[authority]]
id = "preservation"
side = "alder"
title = "Preservation of stored data"
held-by = ["alder-police", "alder-justice"]
basis = "18 U.S.C. § 2703(f)"
permits = ["preserve-data"]
reaches = ["own"]
lasts = "90d"
[[authority]]
id = "search"
side = "alder"
title = "Search warrant"
held-by = ["alder-police"]
basis = "Rule 41"
permits = ["search-premises"]
reaches = ["own"]
approval = "alder-prosecutor"
approval-lasts = "14d"

[[inject]]
id = "corvane-reports"
phase = "first"
at = "2m"
channel = "email"
from = "Corvane Turbines, security officer"
to = ["alder-cyber", "alder-prosecutor"]
subject = "Design files copied out"
body = """
We want to **report a crime**. Somebody copied
our design files.

- 1,100 files
- two addresses abroad
"""
ask = "Tell Corvane what to keep."
ask-within = "15m"
note = "Look for the order to preserve."
  [[inject.expect]]
  action = "preserve-data"
  by = ["alder-cyber"]
  within = "15m"
  objective = "timely"
  note = "against Mistwood it does not reach"
  [[inject.question]]
  id = "tell-birch"
  kind = "one"
  prompt = "Do you tell Birch?"
    [[inject.question.option]]
    id = "now"
    text = "Now"
    [[inject.question.option]]
    id = "later"
    text = "Later"

[[inject]]
id = "halden-calls"
phase = "first"
at = "6m"
channel = "phone"
from = "editor"
to = ["alder-cyber", "birch-cyber"]
subject = "A reporter calls 记者来电"
body = "Is it true?"

[[inject]]
id = "mfa-note"
phase = "first"
at = "12m"
channel = "diplomatic-cable"
from = "Ministry"
to = ["everyone"]
subject = "Note between ministries"
body = "For your attention."
  [[inject.alternative]]
  when = 'acted("preserve-data")'
  body = "With thanks."

[[inject]]
id = "loss-estimate"
phase = "first"
channel = "email"
from = "Corvane Turbines"
to = ["alder-prosecutor"]
subject = "What it cost"
body = "Forty million."

[[inject]]
id = "second-wave"
phase = "second"
at = "1m"
channel = "cert-alert"
from = "CERT"
to = ["everyone"]
subject = "Second wave"
body = "More of the same."

[[inject]]
id = "logs-gone"
category = "contingency"
when = 'since("corvane-reports") > "16m" and not acted("preserve-data")'
channel = "email"
from = "Mistwood Hosting"
to = ["birch-cyber"]
subject = "Logs overwritten"
body = "They are gone."
`

// fakeHost runs a real exercise on a clock that the test moves.
type fakeHost struct {
	mu    sync.Mutex
	x     *engine.Exercise
	wall  int64
	chans map[string]chan struct{}
	err   error
	asked []engine.Command
	// refuse, if set, may refuse a command.
	refuse func(engine.Command) error
	// told, if set, is told what came of a command at a terminal of the staff.
	told func(engine.Command, error)
	desk *fakeDesk
	ids  int
}

func newFakeHost(tb testing.TB, toml string) *fakeHost {
	tb.Helper()
	fsys := fstest.MapFS{"x.toml": {Data: []byte(toml)}}
	sc, problems := scenarios.Load(fsys, "x.toml", nil)
	if sc == nil {
		tb.Fatalf("scenario: %v", problems)
	}
	return &fakeHost{x: engine.New(sc, 1), wall: 1_000_000, chans: map[string]chan struct{}{}, desk: &fakeDesk{}}
}

func (h *fakeHost) View(seat string) (engine.View, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.x.View(seat)
}

func (h *fakeHost) Do(_ context.Context, c engine.Command) (engine.Answer, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked = append(h.asked, c)
	if h.refuse != nil {
		if err := h.refuse(c); err != nil {
			return engine.Answer{}, err
		}
	}
	h.advance()
	clock := h.x.Clock()
	c.T, c.Wall = clock.At(h.wall), h.wall
	if c.By == "" {
		c.By = "ana"
	}
	return h.x.Do(c)
}

func (h *fakeHost) advance() {
	for {
		clock := h.x.Clock()
		if h.x.Advance(clock.At(h.wall), h.wall) == nil {
			return
		}
	}
}

// pass lets wall time pass.
func (h *fakeHost) pass(ms int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.wall += ms
	h.advance()
}

func (h *fakeHost) Watch(seat string) (<-chan struct{}, func()) {
	c := make(chan struct{}, 1)
	return c, func() {}
}

func (h *fakeHost) Now() engine.Millis {
	h.mu.Lock()
	defer h.mu.Unlock()
	clock := h.x.Clock()
	return clock.At(h.wall)
}

func (h *fakeHost) JumpList(to engine.Millis) []engine.JumpChoice {
	now := h.Now()
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.x.JumpList(now, to)
}

func (h *fakeHost) Path() string { return "tin-whistle.parley" }
func (h *fakeHost) Err() error   { return h.err }

// user sits before a console.
type user struct {
	tb testing.TB
	h  *fakeHost
	m  *Model
}

func newUser(tb testing.TB, w, h int) *user {
	tb.Helper()
	host := newFakeHost(tb, exampleScenario)
	u := &user{tb, host, nil}
	u.start()
	u.resize(w, h)
	return u
}

// start starts the program, the first time or again after it was killed.
func (u *user) start() {
	newID := func() string { u.h.ids++; return fmt.Sprintf("id-%d", u.h.ids) }
	was := u.m
	u.m = New(u.h, Options{Person: "ana", NewID: newID, Desk: u.h.desk, Now: u.h.now})
	if was != nil {
		u.resize(was.w, was.h)
	}
}

func (u *user) resize(w, h int) { u.m.Update(tea.WindowSizeMsg{Width: w, Height: h}) }

// keys presses keys by name; "'…" types text.
func (u *user) keys(names ...string) {
	u.tb.Helper()
	for _, n := range names {
		if n[0] == '\'' {
			for _, r := range n[1:] {
				u.press(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		u.press(keyNamed(n))
	}
}

// press presses a key and lets what it sent be answered.
func (u *user) press(k tea.KeyPressMsg) {
	before := u.m.sending
	_, cmd := u.m.Update(k)
	if u.m.sending > before {
		u.m.Update(cmd())
	}
	u.screen()
}

func keyNamed(n string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
	}
	switch {
	case n == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case n == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case len(n) > 5 && n[:5] == "ctrl+":
		return tea.KeyPressMsg{Code: rune(n[5]), Mod: tea.ModCtrl}
	case codes[n] != 0:
		return tea.KeyPressMsg{Code: codes[n]}
	}
	r := []rune(n)[0]
	return tea.KeyPressMsg{Code: r, Text: n}
}

// pass lets time pass and what came of it arrive.
func (u *user) pass(ms int64) {
	u.h.pass(ms)
	u.m.Update(changedMsg{u.m.watch})
}

// screen is what is on the screen, without colours; every line must have the
// asked width.
func (u *user) screen() string {
	u.tb.Helper()
	content := u.m.View().Content
	lines := splitLines(content)
	if len(lines) != u.m.h {
		u.tb.Fatalf("%d lines on a screen of %d:\n%s", len(lines), u.m.h, ansi.Strip(content))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != u.m.w {
			u.tb.Fatalf("line %d has %d cells of %d: %q", i, n, u.m.w, l)
		}
	}
	return ansi.Strip(content)
}

func splitLines(s string) []string {
	var out []string
	for {
		i := -1
		for k := range len(s) {
			if s[k] == '\n' {
				i = k
				break
			}
		}
		if i < 0 {
			return append(out, s)
		}
		out, s = append(out, s[:i]), s[i+1:]
	}
}
