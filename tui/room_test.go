package tui

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// fakeRoom is a room whose people the test moves about.
type fakeRoom struct {
	mu        sync.Mutex
	terminals []Terminal
	attempts  []Attempt
	codes     map[string]string
	did       []string
	err       error
	changed   chan struct{}
}

func (r *fakeRoom) Ways(seat string) []string {
	return []string{"ssh -p 2222 " + seat + "@192.168.1.20", "ssh -p 2222 " + seat + "@parley.local"}
}

func (r *fakeRoom) Fingerprint() string { return "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDXYHZLAbTS5ZCqDhM" }

func (r *fakeRoom) Terminals() []Terminal {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.terminals)
}

func (r *fakeRoom) Attempts() []Attempt {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.attempts)
}

func (r *fakeRoom) Changed() (<-chan struct{}, func()) {
	r.changed = make(chan struct{}, 1)
	return r.changed, func() {}
}

func (r *fakeRoom) Code(seat string) string { return r.codes[seat] }

func (r *fakeRoom) NewCode(seat string) (string, error) {
	r.did = append(r.did, "code "+seat)
	if r.codes == nil {
		r.codes = map[string]string{}
	}
	r.codes[seat] = "QX4P-7K2M-9DTR"
	return r.codes[seat], r.err
}

func (r *fakeRoom) Remove(terminal string) error {
	r.did = append(r.did, "remove "+terminal)
	return r.err
}

func (r *fakeRoom) Move(terminal, seat string) error {
	r.did = append(r.did, "move "+terminal+" to "+seat)
	return r.err
}

// drop loses the line of a terminal, and back is its person at another one.
func (r *fakeRoom) drop(i int) {
	r.terminals[i].ID, r.terminals[i].State = r.terminals[i].Person+"@", Gone
}
func (r *fakeRoom) back(i int) { r.terminals[i].ID, r.terminals[i].State = "another", Connected }

// before is a moment some time ago.
func (h *fakeHost) before(d time.Duration) time.Time { return h.now().Add(-d) }

// peopled is a room with people in it: connected, idle, lagging, gone; an
// observer; and one who guesses.
func peopled(h *fakeHost) *fakeRoom {
	r := &fakeRoom{codes: map[string]string{"alder-cyber": "7K2M-QX4P-9DTR"}}
	sit := func(id, seat, name, address string, s State, since time.Duration) {
		r.terminals = append(r.terminals, Terminal{
			ID: id, Seat: seat, Person: "p-" + id, Name: name, Address: address, State: s, Since: h.before(since), Window: "120×40",
		})
		if s != Gone {
			h.seated(seat, "p-"+id, name)
		}
	}
	h.seated(engine.SeatControl, "ana", "Ana Lindqvist")
	sit("1", "alder-cyber", "Chen Yu 陈宇", "192.168.1.31", Connected, time.Minute)
	sit("2", "alder-prosecutor", "Maria del Carmen Fernández Ochoa", "192.168.1.32", Idle, 6*time.Minute)
	sit("3", "birch-cyber", "Bo", "10.0.0.7", Lagging, 12*time.Second)
	sit("4", "birch-cyber", "Li\x1b[31m Wei", "10.0.0.8", Gone, 2*time.Minute)
	sit("5", "observer/alder", "Olu", "2001:db8:85a3::8a2e:370:7334", Connected, time.Hour)
	r.attempts = []Attempt{
		{Seat: "birch-cyber", Address: "10.0.0.66", Wrong: 12, Last: h.before(20 * time.Second), Until: h.now().Add(10 * time.Minute)},
		{Seat: "root", Address: "10.0.0.67", Wrong: 3, Last: h.before(3 * time.Minute)},
	}
	return r
}

// seated says in the record that somebody sits somewhere.
func (h *fakeHost) seated(seat, person, name string) {
	clock := h.x.Clock()
	_, _ = h.x.Do(engine.Command{T: clock.At(h.wall), Wall: h.wall, Seat: seat, By: person, Said: engine.SaidNow, Op: engine.Join{Person: person, Name: name}})
}

// withRoom sits before a console of an exercise that people have joined.
func withRoom(tb testing.TB, w, h int) *user { return roomUser(tb, exampleScenario, Options{}, w, h) }

func roomUser(tb testing.TB, toml string, o Options, w, h int) *user {
	tb.Helper()
	host := newFakeHost(tb, toml)
	u := &user{tb, host, nil}
	o.Person, o.Desk, o.Now = "ana", host.desk, host.now
	o.NewID = func() string { host.ids++; return "id-" + text64(int64(host.ids)) }
	o.Room = peopled(host)
	u.m = New(host, o)
	u.resize(w, h)
	u.happens()
	return u
}

func (u *user) room() *fakeRoom { return u.m.opts.Room.(*fakeRoom) }

// happens lets the console hear of what changed in the room.
func (u *user) happens() {
	u.m.Update(u.m.room.watch.look())
	u.screen()
}

// inRoom presses keys, each of which may ask the room for something.
func (u *user) inRoom(keys ...string) {
	u.tb.Helper()
	for _, k := range keys {
		if k[0] == '\'' {
			u.keys(k)
			continue
		}
		_, cmd := u.m.Update(keyNamed(k))
		if cmd != nil {
			u.m.Update(cmd())
		}
		u.screen()
	}
}

// TestRoomScreens shows who is where.
func TestRoomScreens(t *testing.T) {
	goldens(t, withRoom, []scene{
		{"room", func(u *user) { u.inRoom("p") }},
		{"room-code", func(u *user) { u.inRoom("p", "enter") }},
		{"room-slip", func(u *user) { u.inRoom("p", "down", "enter") }},
		{"room-move", func(u *user) { u.inRoom("p", "m", "'birch", "enter") }},
		{"room-close", func(u *user) { u.inRoom("q") }},
	})
}

// TestRoomWide uses the room of a large screen.
func TestRoomWide(t *testing.T) {
	t.Parallel()
	u := withRoom(t, 200, 60)
	u.inRoom("p")
	golden(t, "room-200x60", u.screen())
}

// TestRoomSteps asks before anything is done, and says for whom.
func TestRoomSteps(t *testing.T) {
	t.Parallel()
	u := withRoom(t, 100, 40)
	u.inRoom("p", "x")
	u.shows("Remove Chen Yu 陈宇 from Duty officer, cyber division of Republic of Alder?")
	u.inRoom("esc")
	if len(u.room().did) != 0 {
		t.Fatalf("without a yes: %v", u.room().did)
	}
	u.inRoom("x", "enter")
	u.shows("Removed: Chen Yu 陈宇.")
	u.inRoom("n", "enter")
	u.shows("QX4P   Quebec · X-ray · 4 · Papa")
	u.inRoom("esc", "m", "'wei")
	u.inRoom("ctrl+u", "esc", "esc")
	u.inRoom("p", "m", "'birch", "enter")
	u.shows("They will see all that Union of Birch sees.")
	u.shows("There sits already: Bo.")
	u.inRoom("enter")
	want := []string{"remove 1", "code alder-cyber", "move 1 to birch-cyber"}
	if !slices.Equal(u.room().did, want) {
		t.Errorf("done: %v, want %v", u.room().did, want)
	}
	u.room().err = errors.New("there is no such terminal any longer")
	u.inRoom("x", "enter")
	u.shows("✗ Not done: there is no such terminal any longer")
}

// TestRoomQuietly tells of who drops, comes back, and of guesses, in a line that
// disturbs nothing.
func TestRoomQuietly(t *testing.T) {
	t.Parallel()
	u := withRoom(t, 120, 40)
	u.shows("1 gone 1 lagging")
	u.keys("m", "tab", "'Half a sen")
	gone := u.room().terminals
	u.room().terminals = gone[1:] // for a moment it is in no list
	u.happens()
	u.room().terminals = gone
	u.room().attempts[1].Wrong = 7
	u.room().drop(0)
	u.happens()
	u.shows("✓ Chen Yu 陈宇 has dropped (Duty officer, cyber division of Republic of Alder); what they wrote is kept")
	u.shows("Half a sen")
	u.keys("'t")
	u.happens()
	u.shows("✓ codes are being tried: no seat of ours from 10.0.0.67: 7 wrong; p shows who")
	u.keys("'ence")
	u.room().attempts[1].Wrong = 70
	u.room().back(0)
	u.happens()
	u.shows("Chen Yu 陈宇 is back (Duty officer, cyber division of Republic of Alder)")
	u.keys("'.")
	u.happens()
	if s := u.screen(); strings.Contains(s, "being tried") {
		t.Errorf("the same guesses are said twice:\n%s", s)
	}
	u.shows("Half a sentence.")
}

// TestRoomHandedOver: nothing of it is on a screen that a player has.
func TestRoomHandedOver(t *testing.T) {
	t.Parallel()
	u := withRoom(t, 120, 40)
	u.m.lockWith(lock{"alder-cyber", "p-9", "Kim"})
	u.room().terminals[2].State = Gone
	u.happens()
	u.inRoom("p")
	if s := u.screen(); strings.Contains(s, "dropped") || strings.Contains(s, "gone") || strings.Contains(s, "192.168") {
		t.Errorf("a player sees the room:\n%s", s)
	}
}

// TestRoomOfASide: a side's controller deals with the side's terminals, the lead
// with the staff's, and neither learns who sits at another's.
func TestRoomOfASide(t *testing.T) {
	t.Parallel()
	toml := strings.Replace(exampleScenario, "style = ", "control = \"per-side\"\nstyle = ", 1)
	u := roomUser(t, toml, Options{Seat: "control/alder", Remote: true}, 120, 40)
	u.inRoom("p")
	for _, never := range []string{"Bo", "10.0.0", "Birch", "Wei"} {
		if strings.Contains(u.screen(), never) {
			t.Errorf("alder's controller sees %q:\n%s", never, u.screen())
		}
	}
	u.shows("Olu")
	u.inRoom("x")
	u.shows("Remove Chen Yu 陈宇")
	u = roomUser(t, toml, Options{}, 120, 40)
	u.inRoom("p")
	for _, never := range []string{"Bo", "Chen", "Olu", "192.168.1.3"} {
		if strings.Contains(u.screen(), never) {
			t.Errorf("the lead learns %q:\n%s", never, u.screen())
		}
	}
	u.shows("somebody")
	u.inRoom("n")
	u.shows("that is for the controller of Republic of Alder")
	if len(u.room().did) != 0 {
		t.Errorf("done all the same: %v", u.room().did)
	}
	golden(t, "room-lead-120x40", u.screen())
}

// TestRoomStands: a room that does not answer holds up nothing.
func TestRoomStands(t *testing.T) {
	t.Parallel()
	u := withRoom(t, 100, 40)
	r := u.room()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.changed <- struct{}{}
	_, cmd := u.m.Update(keyNamed("p"))
	u.keys("down", "esc", "space", "enter")
	if u.m.life() != engine.Running || cmd == nil {
		t.Errorf("the console waits for the room")
	}
}

// TestCloseConsole closes this screen, or all of Parley.
func TestCloseConsole(t *testing.T) {
	t.Parallel()
	quits := func(key string) (*user, bool) {
		u := withRoom(t, 100, 40)
		u.keys("q")
		u.shows("People at terminals of their own: 4.")
		_, cmd := u.m.Update(keyNamed(key))
		if cmd == nil {
			return u, false
		}
		_, quit := cmd().(tea.QuitMsg)
		return u, quit
	}
	if u, quit := quits("enter"); !quit || !u.m.room.goOn {
		t.Error("Enter does not close this console alone")
	}
	if u, quit := quits("x"); !quit || u.m.room.goOn {
		t.Error("x does not stop Parley")
	}
	if _, quit := quits("esc"); quit {
		t.Error("Esc closes something")
	}
}

// TestRoomInChinese fits all the same.
func TestRoomInChinese(t *testing.T) {
	t.Parallel()
	u := roomUser(t, exampleScenario, Options{Lang: "zh-Hans"}, 80, 24)
	u.inRoom("p")
	golden(t, "room-zh-80x24", u.screen())
	u.inRoom("enter")
	golden(t, "room-code-zh-80x24", u.screen())
}
