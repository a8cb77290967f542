package tui

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/engine"
)

// placeHost is the exercise as one person has it at a terminal of their own: it
// does what session.Place does, and counts who watches.
type placeHost struct {
	*fakeHost
	seat, person string

	wmu     sync.Mutex
	watched map[chan struct{}]string
	refused []*engine.Refusal
}

func (p *placeHost) Person() string { return p.person }

func (p *placeHost) Sees() []string { return engine.SeatsSeenBy(p.x.Scenario(), p.seat) }

func (p *placeHost) View(seat string) (engine.View, bool) {
	if !slices.Contains(p.Sees(), seat) {
		return engine.View{}, false
	}
	return p.fakeHost.View(seat)
}

func (p *placeHost) Do(ctx context.Context, c engine.Command) (engine.Answer, error) {
	c.From, c.By = p.seat, p.person
	a, err := p.fakeHost.Do(ctx, c)
	if r, ok := err.(*engine.Refusal); ok { //nolint:errorlint // that is what a host answers
		p.refused = append(p.refused, r)
	}
	return a, err
}

func (p *placeHost) Watch(seat string) (changed <-chan struct{}, cancel func()) {
	c := make(chan struct{}, 1)
	p.wmu.Lock()
	defer p.wmu.Unlock()
	if p.watched == nil {
		p.watched = map[chan struct{}]string{}
	}
	p.watched[c] = seat
	return c, func() {
		p.wmu.Lock()
		defer p.wmu.Unlock()
		delete(p.watched, c)
	}
}

// wake puts a token into the channel of all who watch.
func (p *placeHost) wake() {
	p.wmu.Lock()
	defer p.wmu.Unlock()
	for c := range p.watched {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// sitsDown has somebody sit down at a terminal of their own.
func sitsDown(tb testing.TB, h *fakeHost, seat, name string, w, height int) (*user, *placeHost) {
	tb.Helper()
	p := &placeHost{fakeHost: h, seat: seat, person: "p-" + name}
	join := engine.Command{Seat: seat, By: p.person, Op: engine.Join{Person: p.person, Name: name}, Said: engine.SaidNow}
	if _, err := h.Do(tb.Context(), join); err != nil {
		tb.Fatalf("%s does not sit down as %s: %v", name, seat, err)
	}
	u := &user{tb, h, New(p, Options{Person: "@" + name, Seat: seat, Remote: true, Desk: h.desk, Now: h.now})}
	u.resize(w, height)
	return u, p
}

// does gives a command of control's at the host.
func (h *fakeHost) does(tb testing.TB, op engine.Op) {
	tb.Helper()
	if _, err := h.Do(tb.Context(), engine.Command{Seat: engine.SeatControl, Op: op, Said: engine.SaidNow}); err != nil {
		tb.Fatalf("%s: %v", engine.OpName(op), err)
	}
}

// looks lets everything that happened arrive.
func (u *user) looks() string {
	u.tb.Helper()
	u.m.pull()
	return u.screen()
}

// TestWaitingRoom shows it as people join, at the sizes that everything is
// looked at in.
func TestWaitingRoom(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		h := newFakeHost(t, exampleScenario)
		u, _ := sitsDown(t, h, "alder-cyber", "Ana Example", size.w, size.h)
		u.lacks("Bo Example")
		bo, _ := sitsDown(t, h, "alder-prosecutor", "Bo Example", 80, 24)
		bo.keys("P", "enter", "a", "d", "'we call", "enter", "enter")
		sitsDown(t, h, "birch-cyber", "Chen", 80, 24)
		golden(t, "waiting-room-"+size.name, u.looks())
		u.lacks("Chen")
		h.does(t, engine.Start{})
		u.looks()
		u.shows("No message has come yet.")
	}
}

// TestOwnScreen is a player's: made of their view alone, with nothing of
// control's to press or to read, and their commands are their seat's.
func TestOwnScreen(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, p := sitsDown(t, h, "alder-cyber", "Ana Example", 80, 24)
	h.does(t, engine.Start{})
	h.pass(125_000)
	u.looks()
	golden(t, "own-inbox-80x24", u.screen())
	u.shows("Ana Example · Duty officer, cyber division")
	u.keys("enter")
	if c := u.last(); engine.OpName(c.Op) != "open" || c.Seat != "alder-cyber" || c.Via != "" || c.From != "alder-cyber" {
		t.Errorf("opened as %+v", c)
	}
	u.keys("esc", "a", "d", "'we call them", "ctrl+s")
	u.gave("act", "alder-cyber")
	for _, key := range []string{"esc", "v", "F", "space", "E", "i", "M", "X", "H"} {
		given := len(h.asked)
		u.keys(key)
		u.seesNothingOfControl(key)
		if len(h.asked) > given || u.m.seat == nil || u.m.seat.role != "alder-cyber" {
			t.Errorf("%s does something", key)
		}
		u.m.over = nil
	}
	if len(p.refused) > 0 {
		t.Errorf("refused: %+v", p.refused)
	}
	if _, ok := u.m.host.View(engine.SeatControl); ok {
		t.Error("the test's host shows control's view")
	}
}

// TestOwnLeave asks, says what is kept, and tells the one who runs the program
// that it was meant.
func TestOwnLeave(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	for _, seat := range []string{"alder-cyber", "observer/alder", engine.SeatControl} {
		u, _ := sitsDown(t, h, seat, "Ana", 80, 24)
		for _, key := range []string{"q", "ctrl+c"} {
			if u.keys(key); u.m.Left() {
				t.Fatalf("%s leaves %s without a question", key, seat)
			}
			u.shows("Leave?")
			u.keys("esc")
		}
		u.keys("q")
		golden(t, "leave-"+map[string]string{"alder-cyber": "player", "observer/alder": "observer", "control": "control"}[seat], u.screen())
		if !u.hit(keyNamed("enter")) || !u.m.Left() {
			t.Errorf("%s is not left", seat)
		}
		u.m.Detach()
		if u.m.Attach(); u.m.Left() {
			t.Errorf("%s: who comes back has left", seat)
		}
		u.resize(40, 10)
		u.keys("ctrl+c")
		if u.hit(keyNamed("ctrl+c")); !u.m.Left() {
			t.Errorf("%s can't be left while the window is too small", seat)
		}
	}
}

// TestRemoteControl can do what control does, but not what is for the computer
// that the exercise runs on.
func TestRemoteControl(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, p := sitsDown(t, h, engine.SeatControl, "Bea", 120, 40)
	u.keys("H")
	u.shows("that is for the computer that the exercise runs on")
	u.keys("space", "enter")
	u.gave("start", "control")
	u.keys("v", "enter", "d", "'we call them", "ctrl+s")
	u.gave("act", "alder-cyber")
	if c := u.last(); c.Via != "control" || c.From != "control" {
		t.Errorf("recorded as %+v", c)
	}
	sitsDown(t, h, "alder-cyber", "Ana", 80, 24)
	sitsDown(t, h, "alder-cyber", "Bo", 80, 24)
	u.looks()
	u.keys("o", "'we look", "ctrl+s")
	u.gave("suggest", "alder-cyber")
	u.keys("h", "'pen to bo", "ctrl+s")
	u.gave("hand-pen", "alder-cyber")
	u.keys("h", "'new", "tab", "'Cy", "ctrl+s")
	u.gave("join", "alder-cyber")
	if len(p.refused) > 0 {
		t.Errorf("refused: %+v", p.refused[0])
	}
}

// TestOwnPen: one of those who share a seat acts, the others suggest, each at a
// terminal of their own.
func TestOwnPen(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	ana, _ := sitsDown(t, h, "alder-cyber", "Ana", 100, 30)
	ana.keys("h")
	ana.shows("nobody shares this seat")
	bo, boHost := sitsDown(t, h, "alder-cyber", "Bo", 100, 30)
	h.does(t, engine.Start{})
	h.pass(125_000)
	ana.looks()
	ana.shows("You have the pen; beside you: Bo  h hands it on")
	bo.looks()
	bo.shows("Ana has the pen; beside: Bo  o suggests")
	for _, key := range []string{"d", "a", "m", "A", "h"} {
		bo.keys(key)
		bo.shows("Ana has the pen: o suggests")
	}
	bo.lacks("d we do")
	bo.keys("enter") // everyone reads
	if len(boHost.refused) > 0 || engine.OpName(bo.last().Op) != "open" {
		t.Errorf("Bo can't read: %+v", boHost.refused)
	}
	bo.keys("esc", "o", "'preserve", "down", "ctrl+s")
	bo.gave("suggest", "alder-cyber")
	if c := bo.last(); c.By != "p-Bo" || c.Via != "" {
		t.Errorf("suggested as %+v", c)
	}
	ana.looks()
	ana.keys("2", "home")
	ana.shows("Bo suggests")
	ana.keys("y", "enter")
	ana.gave("act", "alder-cyber")
	ana.keys("h")
	ana.lacks("sits down")
	ana.lacks("gets up")
	ana.keys("ctrl+s")
	ana.gave("hand-pen", "alder-cyber")
	bo.looks()
	bo.keys("d", "'we look", "ctrl+s")
	bo.gave("act", "alder-cyber")
}

// running runs the cmds that a program would run, each in a goroutine of its
// own, and gives what they bring.
type running struct {
	msgs chan tea.Msg
	over chan struct{}
}

func run(cmds ...tea.Cmd) *running {
	r := &running{make(chan tea.Msg), make(chan struct{})}
	r.start(cmds...)
	return r
}

func (r *running) start(cmds ...tea.Cmd) {
	for _, cmd := range cmds {
		if cmd == nil {
			continue
		}
		go func() {
			msg := cmd()
			if batch, ok := msg.(tea.BatchMsg); ok {
				r.start(batch...)
				return
			}
			select {
			case r.msgs <- msg:
			case <-r.over: // as a program that has ended: nobody hears it
			}
		}()
	}
}

// until feeds the model with what comes until something holds.
func (r *running) until(tb testing.TB, m *Model, holds func() bool) {
	tb.Helper()
	for end := time.After(10 * time.Second); !holds(); {
		select {
		case msg := <-r.msgs:
			_, cmd := m.Update(msg)
			r.start(cmd)
		case <-end:
			tb.Fatalf("it never came:\n%s", m.content())
		}
	}
}

// TestComesBack drops a connection again and again while things happen: what
// was typed, the list and the cursor stay, and no news is lost to the program
// that has ended.
func TestComesBack(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, p := sitsDown(t, h, "alder-cyber", "Ana", 120, 40)
	h.does(t, engine.Start{})
	h.pass(800_000)
	u.looks()
	u.keys("2", "1", "down", "d", "'we call the pro")
	for i := range 20 {
		prog := run(u.m.Init())
		told := func() bool { return strings.Contains(u.m.sight().Seat(), "alder") && u.m.seat.view.MessagesLen() == i }
		prog.until(t, u.m, told)
		close(prog.over) // its goroutines still wait, for a token or the clock
		u.m.Detach()
		if n := len(p.watched); n != 0 {
			t.Fatalf("%d channels are watched and nobody looks", n)
		}
		say := engine.Command{Seat: engine.SeatControl, Op: engine.SendMessage{To: []string{"alder"}, Text: "hello"}, Said: engine.SaidNow}
		if i%2 == 0 { // while nobody looks
			mustDo(t, h, say)
			p.wake()
		}
		u.m.Attach()
		if i%2 == 1 { // as soon as they do, and the old goroutines have not ended
			mustDo(t, h, say)
			p.wake()
		}
		next := run(u.m.Init())
		next.until(t, u.m, func() bool { return u.m.seat.view.MessagesLen() == i+1 })
		close(next.over)
		u.m.Detach()
		u.m.Attach()
		u.resize(80+i, 24+i)
		u.screen()
		u.m.Update(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	}
	u.shows("we call the pro")
	u.keys("'vider", "esc", "esc", "ctrl+s")
	if act, ok := u.last().Op.(engine.Act); !ok || act.Text != "we call the provider" {
		t.Errorf("sent %+v", u.last().Op)
	}
	if u.m.seat.tab != tabInbox || u.m.seat.lists[tabInbox].cursor != 1 {
		t.Errorf("list %d, row %d", u.m.seat.tab, u.m.seat.lists[tabInbox].cursor)
	}
}

func mustDo(tb testing.TB, h *fakeHost, c engine.Command) {
	tb.Helper()
	if _, err := h.Do(tb.Context(), c); err != nil {
		tb.Fatal(err)
	}
}

// TestAnswerWhileAway: what came of a command that was under way when the
// connection dropped is said to who comes back, and the form is free again.
func TestAnswerWhileAway(t *testing.T) {
	t.Parallel()
	for _, refused := range []bool{false, true} {
		h := newFakeHost(t, exampleScenario)
		u, _ := sitsDown(t, h, "alder-cyber", "Ana", 80, 24)
		h.does(t, engine.Start{})
		h.pass(125_000)
		u.looks()
		if refused {
			h.refuse = func(engine.Command) error { return &engine.Refusal{Code: "nothing-said"} }
		}
		u.keys("d", "'we call them")
		_, cmd := u.m.Update(keyNamed("ctrl+s"))
		cmd() // its answer is told to a program that has ended
		u.m.Detach()
		u.m.Attach()
		switch f := u.m.topForm(); {
		case u.m.sending > 0:
			t.Error("it is still sending")
		case refused && (f == nil || f.sending || !u.m.failed):
			t.Errorf("refused, and the form is not there to be sent again:\n%s", u.screen())
		case !refused && (f != nil || u.m.note != "Recorded."):
			t.Errorf("taken, and that is not said:\n%s", u.screen())
		}
		if !refused && u.m.seat.view.ActionsLen() != 1 {
			t.Error("it is not done once")
		}
		u.m.Update(cmd()) // the same command again: it had been taken
		if n := u.m.seat.view.ActionsLen(); n > 1 {
			t.Errorf("done %d times", n)
		}
	}
}

// TestTold says what the host has to say until a key is pressed, whether
// somebody looks or not.
func TestTold(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, _ := sitsDown(t, h, "alder-cyber", "Ana", 80, 24)
	u.m.Detach()
	u.m.Told("Part of what you pasted\x1b[2J was left out.")
	u.m.Attach()
	u.tick()
	u.h.wall += 60_000
	u.tick()
	u.shows("» Part of what you pasted")
	u.keys("down")
	u.lacks("pasted")
	u.m.Update(ToldMsg{"Somebody has taken your seat."})
	u.shows("» Somebody has taken your seat.")
}

// TestObserver looks at the screens of those it may look at, reads what they
// have, and changes nothing: opening a message is not recorded.
func TestObserver(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}} {
		h := newFakeHost(t, exampleScenario)
		u, p := sitsDown(t, h, "observer/alder", "Olga", size.w, size.h)
		h.does(t, engine.Start{})
		h.pass(125_000)
		u.looks()
		golden(t, "observer-"+size.name, u.screen())
		given := len(h.asked)
		u.keys("enter")
		u.shows("report a crime")
		golden(t, "observer-message-"+size.name, u.screen())
		u.keys("esc", "v")
		golden(t, "observer-seats-"+size.name, u.screen())
		u.lacks("Union of Birch")
		u.keys("enter")
		if u.m.seat.role != "alder-prosecutor" {
			t.Errorf("v, Enter goes to %s", u.m.seat.role)
		}
		u.keys("v", "enter", "v", "enter")
		if u.m.seat.role != "alder-cyber" {
			t.Errorf("round leads to %s", u.m.seat.role)
		}
		for _, key := range []string{"P", "W", "d", "a", "m", "h", "o", "y", "F", "space", "esc"} {
			u.keys(key)
		}
		if len(h.asked) != given || len(u.m.over) > 0 {
			t.Errorf("an observer gave %+v", h.asked[given:])
		}
		if it := u.m.view.InboxAt(0); it.Status != engine.Unopened {
			t.Errorf("the message is %v", it.Status)
		}
		if _, ok := p.View("birch-cyber"); ok {
			t.Error("sees the other side")
		}
	}
}
