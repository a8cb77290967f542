package tui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// still is a host whose watchers are told nothing: the test says when to look.
type still struct{ *fakeHost }

func (still) Watch(string) (<-chan struct{}, func()) {
	c := make(chan struct{})
	close(c)
	return c, func() {}
}

// listener sits before a console in lines.
type listener struct {
	tb  testing.TB
	h   *fakeHost
	p   *plain
	out bytes.Buffer
}

func newListener(tb testing.TB) *listener {
	tb.Helper()
	return newListenerTo(tb, exampleScenario)
}

// newListenerTo reads an exercise of its own.
func newListenerTo(tb testing.TB, toml string) *listener {
	tb.Helper()
	r := &listener{tb: tb, h: newFakeHost(tb, toml)}
	n := 0
	m := New(still{r.h}, Options{Person: "ana", Plain: true, NoBell: true, NewID: func() string { n++; return fmt.Sprintf("id-%d", n) }})
	r.p = newPlain(m, &r.out)
	r.p.echo = true
	r.p.launch = func(cmd tea.Cmd, mine bool) { r.p.took(cmd(), mine) }
	r.p.show()
	r.p.prompt()
	return r
}

// types types lines, each at its prompt, and gives what was said on them.
func (r *listener) types(lines ...string) string {
	r.tb.Helper()
	from := r.out.Len()
	for _, l := range lines {
		r.p.line(l)
		r.p.show()
		r.p.prompt()
	}
	said := r.out.String()[from:]
	if i := strings.IndexFunc(said, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f }); i >= 0 {
		r.tb.Errorf("a control character is put out: %.60q", said[i:])
	}
	return said
}

// pass lets time pass and what came of it arrive.
func (r *listener) pass(ms int64) {
	r.h.pass(ms)
	fmt.Fprintf(&r.out, "\n(%s pass)\n", time.Duration(ms)*time.Millisecond)
	r.p.open = false
	r.p.update(changedMsg{r.p.m.watch})
	if s := r.p.m.seat; s != nil {
		r.p.update(changedMsg{s.watch})
	}
	r.p.show()
	r.p.prompt()
}

// gave checks the last command that reached the host.
func (r *listener) gave(op, seat string) engine.Command {
	r.tb.Helper()
	if len(r.h.asked) == 0 {
		r.tb.Fatalf("nothing was given, want %s", op)
	}
	c := r.h.asked[len(r.h.asked)-1]
	if engine.OpName(c.Op) != op || c.Seat != seat {
		s := r.out.String()
		r.tb.Errorf("gave %s as %s, want %s as %s:\n…%s", engine.OpName(c.Op), c.Seat, op, seat, s[max(0, len(s)-3000):])
	}
	return c
}

// TestPlainFacilitator plays a while as control, and keeps what was said.
func TestPlainFacilitator(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("start", "yes")
	r.gave("start", "control")
	r.pass(125_000)
	r.types("msel", "4", "deliver", "yes")
	r.gave("deliver", "control")
	r.types("we did", "", "cyber", "1", "preserve the server image", "1", "mist", "1", "", "-1m", "")
	if c := r.gave("act", "alder-cyber"); c.How != engine.HowSpoken || c.Op.(engine.Act).Action != "preserve-data" || c.Op.(engine.Act).Target != "mistwood" {
		t.Errorf("recorded %+v", c)
	}
	r.types("go 1", "we did legal: ring and call the provider > mistwood @-1m", "1", "")
	if op := r.gave("act", "alder-legal").Op.(engine.Act); op.Action != "call-provider" || op.Text != "ring and call the provider" || op.Target != "mistwood" {
		t.Errorf("recorded %+v", op)
	}
	r.types("waiting", "adjudicate 1", "confirm finding", "yes")
	r.gave("confirm-finding", "control")
	r.types("seat alder-prosecutor", "ask control", "Who is on duty?", "Tonight, I mean.", ".", "", "control")
	r.gave("ask-control", "alder-prosecutor")
	r.types("waiting 5", "message 1", "The duty officer.", ".", "")
	if to := r.gave("message", "control").Op.(engine.SendMessage); to.ReplyTo == "" || to.Text != "The duty officer." {
		t.Errorf("sent %+v", to)
	}
	r.types("mess", "?", "alder-legal, birch", "<", "4", "", "-", "cancel", "yes")
	r.types("rate 4", "jump +14m", "deliver", "2 skip", "", "")
	r.gave("jump", "control")
	r.types("waiting")
	r.types("F", "resume", "yes", "status", "re", "nonsense", "q", "no")
	golden(t, "plain-facilitator", r.out.String())
}

// TestPlainProposal accepts what a condition proposes.
func TestPlainProposal(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("space", "y")
	r.pass(19 * 60_000)
	r.types("waiting logs-gone")
	r.types("accept 2", "yes")
	r.gave("accept", "control")
}

// TestPlainPlayer looks from a seat, and keeps what was said.
func TestPlainPlayer(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("start", "yes")
	r.pass(125_000)
	r.types("v alder-cyber", "inbox", "1")
	r.gave("open", "alder-cyber")
	r.types("acknowledge")
	r.gave("acknowledge", "alder-cyber")
	r.types("answer", "later", "After we have looked.", ".", "")
	r.gave("answer", "alder-cyber")
	r.types("briefing", "authorities", "2", "ask approval", "search", "mist", "1", "", "")
	r.gave("ask-approval", "alder-cyber")
	r.types("we do", "we ring everybody up", "", "", "", "", "", "")
	if act := r.gave("act", "alder-cyber").Op.(engine.Act); act.Action != "" || act.Text != "we ring everybody up" {
		t.Errorf("did %+v", act)
	}
	r.types("actions", "msel", "log", "help")
	r.pass(240_000)
	r.types("inbox 1", "control")
	golden(t, "plain-player", r.out.String())
}

// TestPlainRows acts on the thing that stood at a number, wherever it stands
// now, and on none that is gone.
func TestPlainRows(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	if s := r.types("n 3"); !strings.Contains(s, "Which list?") {
		t.Errorf("said %q", s)
	}
	r.types("start", "yes", "msel", "hold 3")
	if op := r.gave("hold", "control").Op.(engine.Hold); op.Inject != "mfa-note" {
		t.Errorf("held %s", op.Inject)
	}
	// Hold and release are one key: a word does what it says or nothing.
	if s := r.types("hold 3"); !strings.Contains(s, "release") {
		t.Errorf("said %q", s)
	}
	r.gave("hold", "control")
	r.types("release 3")
	r.gave("release", "control")
	if s := r.types("msel 99", "99"); !strings.Contains(s, "has 6 rows") {
		t.Errorf("said %q", s)
	}
	r.pass(361_000)
	r.types("waiting", "n 1", "no", "n 1", "yes")
	r.gave("deliver", "control")
	given := len(r.h.asked)
	if s := r.types("n 1"); !strings.Contains(s, "no longer in the list") || len(r.h.asked) != given {
		t.Errorf("said %q", s)
	}
}

// TestPlainHoldsBack keeps news back while a form or a question is open, but
// for what is urgent.
func TestPlainHoldsBack(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("start", "yes", "note")
	from := r.out.Len()
	r.pass(125_000)
	if s := r.out.String()[from:]; strings.Contains(s, "corvane") {
		t.Errorf("news come into a form: %s", s)
	}
	if _, err := r.h.Do(t.Context(), engine.Command{ID: "x", Seat: engine.SeatControl, Op: engine.Freeze{}, Said: engine.SaidNow}); err != nil {
		t.Fatal(err)
	}
	r.pass(1)
	if s := r.out.String()[from:]; strings.Count(s, "FROZEN") != 1 || strings.Contains(s, "corvane") {
		t.Errorf("a freeze does not come through: %s", s)
	}
	s := r.types("cancel")
	if strings.Count(s, "corvane") != 1 || strings.Contains(s, "FROZEN") {
		t.Errorf("after the form: %s", s)
	}
	r.types("quiet", "resume", "yes")
	from = r.out.Len()
	r.pass(240_000)
	if s := r.out.String()[from:]; strings.Contains(s, "halden") {
		t.Errorf("it is not quiet: %s", s)
	}
	if s := r.types(""); !strings.Contains(s, "halden-calls") {
		t.Errorf("what was kept back is lost: %s", s)
	}
}

// TestPlainInOrder does what a sequence of commands brings one after another.
func TestPlainInOrder(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	var did []string
	step := func(name string) tea.Cmd {
		return func() tea.Msg {
			did = append(did, name)
			return sentMsg{done: name}
		}
	}
	r.p.perform(tea.Batch(tea.Sequence(step("a"), step("b"), step("c")), step("d")), true)
	if got := strings.Join(did, ""); got != "abcd" && got != "dabc" {
		t.Errorf("done in the order %q", got)
	}
}

// TestPlainLeaves asks before it drops what was typed, and before it leaves.
func TestPlainLeaves(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("start", "yes", "note", "half a", ".")
	if s := r.types("cancel"); !strings.Contains(s, "Leave without sending?") {
		t.Errorf("said %q", s)
	}
	if s := r.types("no"); !strings.Contains(s, "note it>") {
		t.Errorf("no does not go on: %q", s)
	}
	r.types("cancel", "yes")
	if r.p.m.top() != nil {
		t.Error("yes does not leave the form")
	}
	r.types("o", " .", "cancel", ".", "")
	if n := r.gave("note", "control").Op.(engine.MakeNote); n.Text != ".\ncancel" {
		t.Errorf("noted %q", n.Text)
	}
	r.types("quit", "what?", "no")
	if r.p.left {
		t.Error("no leaves")
	}
	r.types("quit", "yes")
	if !r.p.left {
		t.Error("yes does not leave")
	}
}

// TestPlainNames holds that each name and key means one thing on its screen,
// and that every list has a name.
func TestPlainNames(t *testing.T) {
	t.Parallel()
	m := &Model{lang: "en"}
	if len(m.namedLists(scopeConsole)) != int(paneCount) || len(m.namedLists(scopeSeat)) != int(tabCount) {
		t.Error("a list has no name")
	}
	r := newListener(t)
	r.types("start", "yes")
	for _, enter := range []string{"", "v alder-cyber"} {
		r.types(enter)
		for _, lang := range []string{"en", "zh-Hans"} {
			r.p.m.lang = lang
			seen := map[string]string{}
			for _, y := range r.p.sayings(r.p.m.currentScope()) {
				for _, n := range y.names {
					if other, ok := seen[n]; ok && other != y.help {
						t.Errorf("%s: %q is %q and %q", lang, n, other, y.help)
					}
					seen[n] = y.help
				}
			}
		}
	}
}

// TestPlainChinese takes the words of the reader's language, and English ones.
func TestPlainChinese(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("language zh-Hans", "开始", "是")
	r.gave("start", "control")
	r.types("pause")
	r.gave("pause", "control")
	if s := r.types("事件清单", "搁置 2"); !strings.Contains(s, "记者来电") {
		t.Errorf("said %q", s)
	}
	r.gave("hold", "control")
	r.types("席位 alder-cyber", "language 中文", "询问主控", "谁值班？", ".", "", "主控")
	r.gave("ask-control", "alder-cyber")
	if s := r.types("quit", "取消", "帮助"); strings.Contains(s, "not now") || !strings.Contains(s, "动态") {
		t.Errorf("said %q", s)
	}
}

// TestPlainHostile takes in and puts out hostile text without a control
// character.
func TestPlainHostile(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	bad := "\x1b[2Jx\x1b]0;t\a\u202e\x9b1mend\x00\r" + strings.Repeat("a\u0301\u0301\u0301", 3000)
	r.types("start", "yes", bad, "note", bad, bad, ".", "", "m", bad, "1", "", bad, ".", "", "d", "", "", bad, "", "", "", "", "", "")
	r.gave("act", "alder-cyber")
	r.types("d "+bad, "", "")
	r.gave("act", "alder-cyber")
	r.types("feed", "1", "find x", "waiting", "1", "seat alder-cyber", "log", "actions", "1")
}

// TestPlainPages says so many lines at once.
func TestPlainPages(t *testing.T) {
	t.Parallel()
	r := newListener(t)
	r.types("page 3")
	if s := r.types("msel"); strings.Count(s, "\n") != 3+2 || !strings.Contains(s, "3 more lines; more goes on") {
		t.Errorf("said %q", s)
	}
	if s := r.types("more"); !strings.Contains(s, "logs-gone") {
		t.Errorf("said %q", s)
	}
	if s := r.types("page off", "help"); strings.Contains(s, "more lines") {
		t.Errorf("said %q", s)
	}
}

// TestPlainRun goes through the loop itself: it plays what comes in, says
// prompts, and ends with its input. Nothing that it started is left behind, or
// the bubble would not end.
func TestPlainRun(t *testing.T) {
	t.Parallel()
	for end, want := range map[string]string{"": "running> \n", "q\nyes\n": "yes or no> yes\n"} {
		synctest.Test(t, func(t *testing.T) {
			host := newFakeHost(t, exampleScenario)
			in := "space\nyes\nF\nresume\nyes\nseat alder-legal\ncontrol\nmsel\n" + end
			var out bytes.Buffer
			if _, err := Run(t.Context(), host, Options{Plain: true, In: strings.NewReader(in), Out: &out}); err != nil {
				t.Fatal(err)
			}
			if s := out.String(); !strings.HasSuffix(s, want) || strings.Contains(s, "\x1b") {
				t.Errorf("said:\n%s", s)
			}
			if n := len(host.asked); n != 3 {
				t.Errorf("%d commands came through", n)
			}
			time.Sleep(time.Second) // the last tick, by the bubble's own clock
		})
	}
}

// TestPlainStops ends when it is told to, though nobody types, and when nobody
// listens.
func TestPlainStops(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		in, typing := io.Pipe()
		ctx, cancel := context.WithCancel(t.Context())
		host := newFakeHost(t, exampleScenario)
		done := make(chan error)
		go func() {
			_, err := Run(ctx, host, Options{Plain: true, In: in, Out: io.Discard})
			done <- err
		}()
		synctest.Wait()
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if _, err := Run(t.Context(), host, Options{Plain: true, In: in, Out: deaf{}}); err == nil {
			t.Error("an output that is gone is no error")
		}
		_ = typing.Close() // lets go of who still reads
		time.Sleep(time.Second)
	})
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
