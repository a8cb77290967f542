package tui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// last is the last command that reached the host.
func (u *user) last() engine.Command {
	u.tb.Helper()
	if len(u.h.asked) == 0 {
		u.tb.Fatal("no command was given")
	}
	return u.h.asked[len(u.h.asked)-1]
}

// gave checks the name and the seat of the last command, and that it was taken.
func (u *user) gave(op, seat string) {
	u.tb.Helper()
	c := u.last()
	if engine.OpName(c.Op) != op || c.Seat != seat {
		u.tb.Errorf("gave %s as %s, want %s as %s", engine.OpName(c.Op), c.Seat, op, seat)
	}
	if u.m.failed {
		u.tb.Errorf("%s was refused: %s", op, u.m.note)
	}
	if len(u.m.over) > 0 {
		u.tb.Errorf("after %s something still lies over the screen:\n%s", op, u.screen())
	}
}

// toMSEL puts the cursor on an inject.
func (u *user) toMSEL(id string) {
	u.tb.Helper()
	u.keys("1", "home", "/", "'"+id, "enter")
	if it, ok := u.m.inject(); !ok || it.ID != id {
		u.tb.Fatalf("the cursor is not on %s", id)
	}
}

// TestControlsCommands gives every command of control's by keys.
func TestControlsCommands(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	u.keys("space", "enter")
	u.gave("start", "control")
	u.keys("space")
	u.gave("pause", "control")
	u.keys("space")
	u.gave("resume", "control")
	u.keys("F")
	u.gave("freeze", "control")
	u.keys("space", "enter")
	u.gave("resume", "control")
	u.keys("R", "ctrl+u", "'4", "enter")
	u.gave("set-rate", "control")
	u.keys("R", "ctrl+u", "'1", "enter")

	u.toMSEL("mfa-note")
	u.keys("h")
	u.gave("hold", "control")
	u.keys("h")
	u.gave("release", "control")
	u.keys("t", "ctrl+u", "'+20m", "ctrl+s")
	u.gave("retime", "control")
	u.keys("e", "'!", "ctrl+s")
	u.gave("edit", "control")
	if e := u.last().Op.(engine.Edit); *e.Subject != "Note between ministries!" || e.Body != nil || e.To != nil {
		t.Errorf("edited more than was changed: %+v", e)
	}
	u.toMSEL("loss-estimate")
	u.keys("n", "enter")
	u.gave("deliver", "control")
	u.keys("u", "'wrong seat", "ctrl+s")
	u.gave("recall", "control")
	u.toMSEL("second-wave")
	u.keys("s", "'not today", "ctrl+s")
	u.gave("skip", "control")
	u.keys("i", "tab", "tab", "'the editor", "tab", "space", "tab", "'Hello", "tab", "'How are you?", "ctrl+s")
	u.gave("improvise", "control")
	u.keys("J", "'+1m", "enter", "H", "ctrl+s")
	u.gave("jump", "control")
	u.keys("m", "space", "tab", "down", "tab", "'Any news?", "ctrl+s")
	u.gave("message", "control")
	if msg := u.last().Op.(engine.SendMessage); msg.Persona != "editor" {
		t.Errorf("as %q, want the editor", msg.Persona)
	}
	u.keys("r", "'It counts.", "tab", "'As agreed.", "ctrl+s")
	u.gave("rule", "control")
	u.toMSEL("mfa-note")
	u.keys("o", "'Watch this.", "ctrl+s")
	u.gave("note", "control")
	if on := u.last().Op.(engine.MakeNote).On; on != "mfa-note" {
		t.Errorf("noted on %q, want what is under the cursor", on)
	}
	u.keys("M", "ctrl+s")
	u.gave("set-milestone", "control")
	u.keys("M", "ctrl+s")
	u.gave("clear-milestone", "control")
	u.keys("X", "space", "tab", "'a real name", "ctrl+s")
	u.gave("expunge", "control")
	u.keys(">", "enter")
	u.gave("next-segment", "control")
	u.keys("P", "enter")
	u.gave("next-phase", "control")
	u.keys("E", "enter")
	u.gave("end", "control")
}

// TestJudging goes through what waits on actions and proposals.
func TestJudging(t *testing.T) {
	t.Parallel()
	u := newUser(t, 100, 40)
	inPlay(u)
	u.keys("2", "/", "'preserve stored", "enter")
	u.keys("a", "c", "enter")
	u.gave("confirm-finding", "control")
	u.keys("a", "k", "tab", "down", "down", "down", "tab", "tab", "'it reaches", "ctrl+s")
	u.gave("correct-finding", "control")
	u.keys("a", "+", "'Emergency power", "tab", "'Decree 4", "ctrl+s")
	u.gave("add-authority", "control")
	u.keys("a", "o", "tab", "'A clean image.", "ctrl+s")
	u.gave("decide-outcome", "control")
	u.keys("D", "tab", "space", "ctrl+s")
	if u.last().Op.(engine.Disclose).Item != "alder-a1" {
		t.Errorf("disclosed %+v", u.last().Op)
	}

	u.keys("d", "tab", "tab", "'we write to everybody", "tab", "tab", "tab", "tab", "'-1m", "ctrl+s")
	u.gave("act", "alder-cyber")
	if c := u.last(); c.How != engine.HowSpoken || c.Said < 0 {
		t.Errorf("how %q, said at %d", c.How, c.Said)
	}
	u.keys("2", "end", "/", "'write to everybody", "enter", "a", "=", "'call", "ctrl+s")
	u.gave("count", "control")
}

// TestProposal accepts one contingency and dismisses the next.
func TestProposal(t *testing.T) {
	t.Parallel()
	for key, op := range map[string]string{"y": "accept", "x": "dismiss"} {
		u := newUser(t, 100, 40)
		u.keys("space", "enter")
		u.pass(19 * 60_000)
		u.toMSEL("logs-gone")
		u.keys(key)
		if op == "accept" {
			u.keys("enter")
		} else {
			u.keys("ctrl+s")
		}
		u.gave(op, "control")
	}
}

// TestSeatsCommands gives every command of a player's from a seat's screen.
func TestSeatsCommands(t *testing.T) {
	t.Parallel()
	u := newUser(t, 120, 40)
	u.keys("space", "enter")
	u.pass(125_000)
	u.keys("v", "enter")
	if u.m.actor() != "alder-cyber" {
		t.Fatalf("looking from %s", u.m.actor())
	}
	u.keys("enter")
	u.gave("open", "alder-cyber")
	u.keys("a")
	u.gave("acknowledge", "alder-cyber")
	u.keys("r", "down", "ctrl+s")
	u.gave("answer", "alder-cyber")
	if got := u.last().Op.(engine.AnswerQuestion).Options; !slices.Equal(got, []string{"later"}) {
		t.Errorf("answered %v", got)
	}
	u.keys("c")
	u.gave("close", "alder-cyber")
	u.keys("p", "'search", "tab", "tab", "down", "ctrl+s")
	u.gave("ask-approval", "alder-cyber")
	u.keys("d", "'search", "down", "ctrl+s")
	u.gave("act", "alder-cyber")
	if act := u.last().Op.(engine.Act); act.Action != "search-premises" || act.Text != "" {
		t.Errorf("did %+v", act)
	}
	u.keys("2", "w", "'a mistake", "ctrl+s")
	u.gave("withdraw", "alder-cyber")
	u.keys("m", "space", "tab", "'What now?", "ctrl+s")
	u.gave("message", "alder-cyber")
	u.keys("A", "'Who is on duty?", "ctrl+s")
	u.gave("ask-control", "alder-cyber")
	u.keys("2", "D", "tab", "space", "ctrl+s")
	u.gave("disclose", "alder-cyber")

	u.keys("v", "'prosecutor", "enter", "4", "y", "'Yes.", "ctrl+s")
	u.gave("approve", "alder-prosecutor")
	u.keys("v", "'cyber div", "enter", "p", "'search", "tab", "tab", "down", "ctrl+s", "v", "'prosecutor", "enter", "4", "x", "ctrl+s")
	u.gave("refuse-approval", "alder-prosecutor")
	u.keys("v", "'legal", "enter", "d", "'call", "down", "ctrl+s", "2", "f", "c", "enter")
	u.gave("confirm-finding", "alder-legal")
	u.keys("esc")
	if u.m.seat != nil {
		t.Error("Esc does not come back to control")
	}
}

// TestSeatSeesItsOwnOnly holds a seat's screens against words that are
// control's alone.
func TestSeatSeesItsOwnOnly(t *testing.T) {
	t.Parallel()
	u := newUser(t, 160, 50)
	inPlay(u)
	u.keys("1", "home", "o", "'secret note", "ctrl+s", "v", "enter", "enter")
	for _, keys := range [][]string{{"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}, {"7"}, {"8"}, {"9"}, {"S"}, {"esc", "1", "enter"}, {"d"}} {
		u.keys(keys...)
		s := u.screen()
		for _, secret := range []string{"Expected", "expectation", "Look for", "secret note", "mfa-note", "Note between"} {
			if strings.Contains(s, secret) {
				t.Errorf("after %v the seat's screen says %q:\n%s", keys, secret, s)
			}
		}
	}
}

// TestRefusal shows a refusal in words until the next key.
func TestRefusal(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	u.h.pass(1000)
	u.keys("r", "'No reason given", "ctrl+s")
	if !u.m.failed || !strings.Contains(u.screen(), "✗ ") {
		t.Fatalf("the refusal is not shown:\n%s", u.screen())
	}
	if len(u.m.over) != 1 {
		t.Fatal("a refused form is closed")
	}
	first := u.last().ID
	u.keys("tab", "'Because.")
	if u.m.note != "" {
		t.Error("the refusal outlives the next key")
	}
	u.keys("ctrl+s")
	u.gave("rule", "control")
	if u.last().ID != first {
		t.Errorf("sent again as %s, first as %s", u.last().ID, first)
	}
}

// TestFormKeepsItsKeys holds that nothing acts behind a form, and that what
// arrives leaves it as it is.
func TestFormKeepsItsKeys(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter", "o")
	given := len(u.h.asked)
	u.keys("'Fqnhs E>P?")
	u.pass(130_000)
	u.keys("'!")
	if len(u.h.asked) != given {
		t.Errorf("a key acted behind the form: %+v", u.last())
	}
	if !strings.Contains(u.screen(), "Fqnhs E>P?!") {
		t.Errorf("the form lost what was typed:\n%s", u.screen())
	}
	u.keys("esc")
	if !strings.Contains(u.screen(), "Leave without sending?") {
		t.Error("Esc does not ask")
	}
	u.keys("esc")
	if !strings.Contains(u.screen(), "Fqnhs E>P?!") {
		t.Error("Esc on the question does not go on writing")
	}
	u.keys("esc", "x")
	if len(u.m.over) != 0 || len(u.m.drafts) != 0 {
		t.Error("x does not throw the form away")
	}
}

// TestQuit asks, and says where the record lies.
func TestQuit(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("q")
	if !strings.Contains(u.screen(), "tin-whistle.parley") {
		t.Errorf("the question does not say where the record lies:\n%s", u.screen())
	}
	_, cmd := u.m.Update(keyNamed("enter"))
	if cmd == nil {
		t.Fatal("Enter does not leave")
	}
	if _, ok := cmd().(tea.QuitMsg); !ok {
		t.Error("Enter does not leave")
	}
}

// TestBindings holds every binding to its record.
func TestBindings(t *testing.T) {
	t.Parallel()
	u := newUser(t, 200, 60)
	seen := map[scope]map[string]bool{}
	var help strings.Builder
	for s := range scopeCount {
		help.WriteString(strings.Join(u.m.helpOf(s, 200), "\n"))
	}
	for _, b := range u.m.binds {
		if b.help == "" || len(b.keys) == 0 {
			t.Errorf("%+v has no keys or no description", b)
		}
		if b.run == nil && b.scope != scopeForm {
			t.Errorf("%v does nothing", b.keys)
		}
		if b.foot > 0 && b.short == "" && b.now == nil {
			t.Errorf("%v has no word for the footer", b.keys)
		}
		if !strings.Contains(help.String(), b.help) {
			t.Errorf("help does not say %q", b.help)
		}
		if seen[b.scope] == nil {
			seen[b.scope] = map[string]bool{}
		}
		for _, k := range b.keys {
			if seen[b.scope][k] {
				t.Errorf("%s is bound twice in scope %d", k, b.scope)
			}
			seen[b.scope][k] = true
		}
	}
}

// TestControlApproves approves in the place of an approver.
func TestControlApproves(t *testing.T) {
	t.Parallel()
	for key, op := range map[string]string{"y": "approve", "x": "refuse-approval"} {
		u := newUser(t, 100, 40)
		u.keys("space", "enter", "v", "enter", "p", "'search", "tab", "tab", "down", "ctrl+s", "esc")
		u.keys("2", "end", key, "ctrl+s")
		u.gave(op, "control")
	}
}

// TestSessionEnded says that nothing is saved any longer, and why.
func TestSessionEnded(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.h.err = errors.New("no space left on device")
	if s := u.screen(); !strings.Contains(s, "NOT SAVED") || !strings.Contains(s, "no space left") {
		t.Errorf("the screen does not say so:\n%s", s)
	}
}

// TestSending says so while a command is under way.
func TestSending(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	u.keys("space", "enter")
	_, cmd := u.m.Update(keyNamed("space"))
	if s := u.screen(); !strings.Contains(s, "sending…") || !strings.Contains(s, "○ saving") {
		t.Errorf("the screen does not say that something is sent:\n%s", s)
	}
	u.m.Update(cmd())
	if s := u.screen(); !strings.Contains(s, "PAUSED") || !strings.Contains(s, "● saved") {
		t.Errorf("the pause does not show:\n%s", s)
	}
}

// TestFollow keeps the MSEL on what is due next until the reader scrolls.
func TestFollow(t *testing.T) {
	t.Parallel()
	u := newUser(t, 110, 24)
	u.keys("space", "enter")
	at := func(want string) {
		t.Helper()
		if it, ok := u.m.inject(); !ok || it.ID != want {
			t.Errorf("the cursor is on %s, want %s", it.ID, want)
		}
	}
	at("corvane-reports")
	u.pass(125_000)
	at("halden-calls")
	u.keys("up")
	u.pass(240_000)
	at("corvane-reports")
	u.keys("f")
	at("mfa-note")
}
