package tui

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// TestDraftsOfEveryForm kills the program with each form half written, and
// goes on with it: what is sent then is what would have been sent.
func TestDraftsOfEveryForm(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		open, write []string
		op, seat    string
	}{
		"note":       {[]string{"1", "home", "o"}, []string{"'Watch “this”.", "enter", "'Twice."}, "note", "control"},
		"inject":     {[]string{"i"}, []string{"down", "tab", "tab", "'the editor", "tab", "'birch", "space", "tab", "'Hello", "tab", "'How are you?", "tab", "'Answer.", "tab", "'+5m"}, "improvise", "control"},
		"did":        {[]string{"d"}, []string{"tab", "'legal", "tab", "'preserve", "down", "tab", "'mist", "tab", "space", "tab", "down", "tab", "'-1m"}, "act", "alder-legal"},
		"free words": {[]string{"d"}, []string{"tab", "tab", "'we wait  and see"}, "act", "alder-cyber"},
		"one line":   {[]string{"d"}, []string{"'alder-legal: preserve-data at once > mistwood @-1m"}, "act", "alder-legal"},
		"edit":       {[]string{"1", "end", "up", "up", "e"}, []string{"tab", "'More."}, "edit", "control"},
		"retime":     {[]string{"1", "end", "t"}, []string{"ctrl+u", "'+20m"}, "retime", "control"},
		"skip":       {[]string{"1", "end", "s"}, []string{"'not today"}, "skip", "control"},
		"recall":     {[]string{"1", "home", "u"}, []string{"'wrong seat"}, "recall", "control"},
		"message":    {[]string{"m"}, []string{"space", "tab", "down", "tab", "'Any news?"}, "message", "control"},
		"ruling":     {[]string{"r"}, []string{"'It counts.", "tab", "'As agreed."}, "rule", "control"},
		"outcome":    {[]string{"2", "home", "/", "'preserve stored", "enter", "a", "o"}, []string{"down", "tab", "'A clean image."}, "decide-outcome", "control"},
		"correct":    {[]string{"2", "home", "/", "'preserve stored", "enter", "a", "k"}, []string{"tab", "down", "down", "down", "tab", "tab", "'it reaches"}, "correct-finding", "control"},
		"authority":  {[]string{"2", "home", "/", "'preserve stored", "enter", "a", "+"}, []string{"'Emergency power", "tab", "'Decree 4"}, "add-authority", "control"},
		"jump":       {[]string{"J", "'+9m", "enter"}, []string{"s"}, "jump", "control"},
		"answer":     {[]string{"v", "enter", "end", "r"}, []string{"down", "tab", "'Because."}, "answer", "alder-cyber"},
		"approval":   {[]string{"v", "enter", "p"}, []string{"'search", "tab", "tab", "tab", "'Please."}, "ask-approval", "alder-cyber"},
		"we do":      {[]string{"v", "enter", "d"}, []string{"'search", "down"}, "act", "alder-cyber"},
		"seat's":     {[]string{"v", "enter", "m"}, []string{"space", "tab", "'What now?"}, "message", "alder-cyber"},
		"ask":        {[]string{"v", "enter", "A"}, []string{"'Who is on duty?"}, "ask-control", "alder-cyber"},
		"disclose":   {[]string{"v", "enter", "2", "D"}, []string{"tab", "space"}, "disclose", "alder-cyber"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			send := func(die bool) engine.Command {
				u := newUser(t, 100, 40)
				inPlay(u)
				u.keys(slices.Concat(c.open, c.write)...)
				id := ""
				if f := u.m.topForm(); f != nil {
					id = f.id
				}
				if die {
					u.start()
					u.shows("You were writing “")
					u.keys("enter")
				}
				u.keys("ctrl+s")
				u.gave(c.op, c.seat)
				if u.last().ID != id {
					t.Errorf("sent as %s, opened as %s", u.last().ID, id)
				}
				if len(u.m.drafts) != 0 || len(u.h.desk.Keys("control", "ana", draftKeys)) != 0 {
					t.Error("the draft outlives its sending")
				}
				return u.last()
			}
			whole, died := send(false), send(true)
			if a, b := text(t, whole.Op), text(t, died.Op); a != b || whole.Said != died.Said || whole.How != died.How {
				t.Errorf("sent %s, and without the death %s", b, a)
			}
		})
	}
}

func text(t *testing.T, op engine.Op) string {
	t.Helper()
	b, err := json.Marshal(op)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestDraftKept leaves a form, and comes back to it in the same run.
func TestDraftKept(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.tick()
	u.keys("W")
	u.shows("there is no draft")
	u.keys("o", "'One thing", "esc")
	u.shows("Leave without sending?")
	u.shows("Enter keeps it as a draft   x throws it away   Esc goes on writing")
	u.keys("enter")
	u.shows("W goes on with it")
	u.keys("r", "'Another thing", "tab", "'Because.", "esc", "enter", "v", "enter", "d", "'a third", "esc", "enter", "esc")
	if len(u.m.drafts) != 3 {
		t.Fatalf("%d drafts", len(u.m.drafts))
	}
	u.pass(3 * 60_000)
	u.tick()
	u.keys("W")
	u.shows("Note: One thing · 3m ago")
	u.shows("We do …: a third · 3m ago · as Duty officer, cyber division")
	golden(t, "drafts-80x24", u.screen())
	u.keys("'third", "enter")
	if u.m.actor() != "alder-cyber" {
		t.Errorf("going on with it as %s", u.m.actor())
	}
	u.shows("a third")
	u.keys("esc", "x", "esc", "W", "'another", "enter", "ctrl+s")
	u.gave("rule", "control")
	if len(u.m.drafts) != 1 {
		t.Errorf("%d drafts are left", len(u.m.drafts))
	}
}

// TestDraftOffers says at the start, and in a seat, what was not sent.
func TestDraftOffers(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.tick()
	u.keys("v", "enter", "d", "'keep the data", "tab")
	u.h.wall += 3*60_000 + 1
	u.start()
	golden(t, "draft-offer-80x24", u.screen())
	u.keys("esc")
	if len(u.m.over) != 0 || u.m.seat != nil || len(u.m.drafts) != 1 {
		t.Fatal("Esc does not leave it for later")
	}
	u.keys("v", "enter")
	u.shows("You were writing “We do …: keep the data”, 3m ago")
	u.keys("x")
	u.start()
	u.hides("You were writing")

	u.keys("o", "'one", "esc", "enter")
	u.h.wall += 1000
	u.tick()
	u.keys("o", "'two", "esc", "enter")
	u.start()
	u.shows("There are 2 drafts that you have not sent")
	u.keys("enter")
	u.shows("Drafts")
	u.keys("enter")
	u.shows("two")
}

// TestDraftOfNothing keeps no form that was left as it was opened.
func TestDraftOfNothing(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.keys("o", "tab", "esc", "i", "'x", "backspace", "esc", "v", "'dut")
	u.start()
	u.hides("You were writing")
	u.keys("o", "'x", "backspace")
	u.start()
	u.hides("You were writing")
}

// TestSentBeforeDeath sends a form whose answer was lost with the program: it
// is not recorded twice, and what was changed since is not lost.
func TestSentBeforeDeath(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]bool{"as it was": false, "changed": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newUser(t, 100, 30)
			inPlay(u)
			u.keys("o", "'A note")
			_, cmd := u.m.Update(keyNamed("ctrl+s"))
			cmd() // on disk; nobody is told
			notes := len(u.m.view.Notes())
			u.start()
			if notes++; len(u.m.view.Notes()) != notes {
				t.Fatal("the note was not taken")
			}
			u.keys("enter")
			if change {
				u.keys("'!")
			}
			u.keys("ctrl+s")
			if len(u.m.view.Notes()) != notes {
				t.Error("it was recorded twice")
			}
			u.shows("This was taken before already")
			if !change {
				if len(u.m.over) != 0 || len(u.m.drafts) != 0 {
					t.Error("it still lies there")
				}
				return
			}
			u.shows("A note!")
			u.keys("ctrl+s")
			if len(u.m.view.Notes()) != notes+1 || len(u.m.drafts) != 0 {
				t.Error("what was changed can't be sent")
			}
		})
	}
}

// TestDraftWithoutItsForm shows what was typed where the form can't be opened
// any more.
func TestDraftWithoutItsForm(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.toMSEL("mfa-note")
	u.keys("s", "'Nobody is at the ministry", "esc", "enter", "n", "enter", "W", "enter")
	u.shows("This can't be gone on with: the inject is delivered")
	u.shows("Nobody is at the ministry")
	u.keys("enter")
	if len(u.m.drafts) != 1 {
		t.Error("the draft is gone")
	}
	u.keys("W", "enter", "x")
	if len(u.m.drafts) != 0 || len(u.m.over) != 0 {
		t.Error("the draft can't be thrown away")
	}
}

// TestDraftsOnDesk takes nothing amiss that the desk holds.
func TestDraftsOnDesk(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	for _, s := range []string{
		"", "null", "{", `"x"`, `{"id":"1"}`, `{"id":"1","seat":"nobody","title":"\u001b[2J","scope":"Forms","key":"W","at":-9,"fields":[{"kind":"x"}]}`,
		`{"id":"1","seat":"control","title":"t","scope":"Control's console","key":"o","at":99,"fields":[]}`,
		`{"id":"1","seat":"control","title":"t","scope":"Control's console","key":"space"}`,
		`{"id":"1","seat":"control","title":"t","scope":"Control's console","key":"o","on":{"kind":"action","id":"none"},"at":99,"fields":[{"kind":"*tui.pickField","changed":true,"value":"none\nall"},{"kind":"*tui.areaField","changed":true,"value":"a\u001b[31m\u202eb"}]}`,
	} {
		u.h.desk.kept = map[[3]string]string{{"control", "ana", draftKeys + "1"}: s, {"control", "ana", lockKey}: s, {"control", "ana", triesKey}: s}
		u.start()
		u.keys("space", "enter", "enter", "tab", "esc", "esc", "esc", "W", "enter")
		clean(t, u)
		if len(u.h.asked) > 1 {
			t.Fatalf("%s does something by itself: %+v", s, u.last())
		}
		u.h.asked = nil
	}
}

// TestDraftsOfLongTexts keeps what is pasted as it is, and asks for no time
// that a key can be felt to wait.
func TestDraftsOfLongTexts(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.keys("o")
	long := strings.Repeat("word ", 6000)
	u.m.Update(tea.PasteMsg{Content: long})
	from := time.Now()
	u.keys("'.")
	if d := time.Since(from); d > time.Second {
		t.Errorf("a key takes %v", d)
	}
	u.start()
	u.keys("enter", "ctrl+s")
	if got := u.last().Op.(engine.MakeNote).Text; got != strings.TrimSpace(long)+" ." {
		t.Errorf("%d bytes of %d", len(got), len(long)+1)
	}
}

// TestDraftAgain goes on with the same draft again and again from the list of
// drafts, changing it each time.
func TestDraftAgain(t *testing.T) {
	t.Parallel()
	u := newUser(t, 80, 24)
	inPlay(u)
	u.keys("o", "'one", "esc", "enter", "r", "'a ruling", "esc", "enter")
	for range 4 {
		u.keys("W", "enter", "'!", "esc", "enter")
	}
	if len(u.m.drafts) != 2 {
		t.Errorf("%d drafts", len(u.m.drafts))
	}
	for _, d := range u.m.drafts {
		if d.Key == "W" || len(d.Via) > 0 {
			t.Errorf("%s came by %s and %d forms", d.Title, d.Key, len(d.Via))
		}
	}
}
