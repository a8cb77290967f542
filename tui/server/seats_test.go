package server

import (
	"errors"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/scenarios"
	"parley/tui"
)

// quick lets a server's times pass fast: a tenth of a second for each.
func quick(_ *Options, s **Server) {
	if s != nil {
		p := &(*s).pace
		p.grace, p.resumed, p.sweep, p.patience = 50*time.Millisecond, 50*time.Millisecond, 10*time.Millisecond, time.Second
	}
}

// seated is a client who sits at a seat as the record has it.
func (h *host) seated(seat, name string) *client {
	h.t.Helper()
	c := h.joins(seat, name)
	h.eventually(name+" sits at "+seat, func() bool { return h.sits(seat, name) })
	return c
}

// TestWhoDropsFindsTheirSeatAsItWas: a form that was not sent is there again, on
// another terminal, and it is the same person to the record.
func TestWhoDropsFindsTheirSeatAsItWas(t *testing.T) {
	h := opened(t, quick)
	c := h.seated("alder-cyber", "Li Wei")
	person := h.person("alder-cyber", "Li Wei")
	c.types("m\tThe half of a mess")
	c.sees("half of a mess")
	_ = c.conn.Close()
	h.eventually("their seat is kept", func() bool { return h.state("alder-cyber") == tui.Gone })
	h.eventually("after a while the record has them leave", func() bool { return !h.sits("alder-cyber", "Li Wei") })

	again := h.terminal("alder-cyber", 140, 45)
	again.gives("li wei")
	again.sees("half of a mess")
	again.types("age")
	again.sees("half of a message")
	h.eventually("they sit again, the same person", func() bool { return h.person("alder-cyber", "Li Wei") == person })
}

// TestTheRecordForgetsNobodySoon: a short loss of the network is not in the
// record.
func TestAShortLossIsNotInTheRecord(t *testing.T) {
	h := opened(t)
	c := h.seated("alder-cyber", "Li Wei")
	_ = c.conn.Close()
	h.eventually("gone", func() bool { return h.state("alder-cyber") == tui.Gone })
	h.joins("alder-cyber", "Li Wei")
	h.eventually("back", func() bool { return h.state("alder-cyber") == tui.Connected })
	v, _ := h.live.View("alder-cyber")
	if s := v.Sitting("alder-cyber"); len(s) != 1 || s[0].Name != "Li Wei" {
		t.Errorf("the record has %+v", s)
	}
}

// TestASeatForOneIsTakenOver: somebody else gets in only by taking it over;
// whoever sat there is told, and their terminal has ended before.
func TestASeatForOneIsTakenOver(t *testing.T) {
	h := opened(t)
	first := h.seated("alder-cyber", "Li Wei")
	second := h.terminal("alder-cyber", 100, 30)
	second.sees("Li Wei")
	second.types("Bo\r")
	second.sees("takes the place")
	if h.sits("alder-cyber", "Bo") {
		t.Fatal("two sit where one may")
	}
	second.types("\r")
	first.isEnded()
	first.sees("Bo has taken this seat over")
	h.eventually("Bo sits there alone", func() bool { return h.sits("alder-cyber", "Bo") && !h.sits("alder-cyber", "Li Wei") })
	if all := h.Terminals(); len(all) != 2 || all[0].Name != "Bo" || all[0].State != tui.Connected || all[1].State != tui.Gone {
		t.Errorf("%+v", all)
	}
	// And the same person from another terminal.
	third := h.terminal("alder-cyber", 100, 30)
	third.sees("name")
	third.types("\x15BO\r")
	third.sees("take over")
	third.types("\r")
	second.isEnded()
	h.eventually("one terminal at the seat", func() bool {
		n := 0
		for _, x := range h.Terminals() {
			if x.State != tui.Gone {
				n++
			}
		}
		return n == 1
	})
}

// TestNeverTwoWhereOneMaySit: many at once ask for a seat for one, each ready
// to take it over; at every moment at most one has its screen.
func TestNeverTwoWhereOneMaySit(t *testing.T) {
	h := opened(t)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			default:
			}
			h.mu.Lock()
			n := len(h.sitting("alder-cyber"))
			h.mu.Unlock()
			if n > 1 {
				t.Errorf("%d sit where one may", n)
				return
			}
		}
	}()
	terms := make(chan error)
	for range 6 {
		go func() {
			t1 := h.nobody()
			p, err := h.take(t1, "alder-cyber", "Li Wei", "Li Wei")
			if err == nil && p.at != t1 {
				err = errors.New("somebody else has the place")
			}
			h.vacate(t1, p, false)
			close(t1.done)
			terms <- err
		}()
	}
	for range 6 {
		if err := <-terms; err != nil {
			t.Error(err)
		}
	}
	close(stop)
	<-done
}

// nobody is a terminal without a client.
func (h *host) nobody() *terminal {
	return &terminal{srv: h.Server, conn: &gossh.ServerConn{Conn: noConn{}}, done: make(chan struct{}), ctx: h.t.Context()}
}

type noConn struct{ gossh.Conn }

func (noConn) Close() error { return nil }

// forTwo is a scenario at one of whose seats two may sit.
func forTwo(t *testing.T) *scenarios.Scenario {
	t.Helper()
	sc, problems := scenarios.Open("quiet-lathe")
	if problems.Err() != nil {
		t.Fatal(problems)
	}
	for i := range sc.Roles {
		if sc.Roles[i].ID == "alder-cyber" {
			sc.Roles[i].People = 2
		}
	}
	return sc
}

func TestSeveralAtOneSeat(t *testing.T) {
	h := openedWith(t, forTwo(t), &memory{})
	h.seated("alder-cyber", "Li Wei")
	h.seated("alder-cyber", "Bo")
	third := h.terminal("alder-cyber", 100, 30)
	third.sees("Bo")
	third.types("Cy\r")
	third.sees("take over")
	h.mu.Lock()
	n := len(h.sitting("alder-cyber"))
	h.mu.Unlock()
	if n != 2 || h.sits("alder-cyber", "Cy") {
		t.Errorf("%d sit there", n)
	}
}

// TestPlacesAreNotKeptForEver: of those who have gone, as many are remembered
// as the seat needs.
func TestPlacesAreNotKeptForEver(t *testing.T) {
	h := opened(t)
	for _, name := range strings.Fields("A1 B2 C3 D4 E5 F6 G7") {
		h.mu.Lock()
		if h.placeOf("alder-cyber", name) == nil {
			h.newPlace("alder-cyber", name).gone = h.now()
		}
		n := len(h.places["alder-cyber"])
		h.mu.Unlock()
		if n > keptFor {
			t.Fatalf("%d are remembered", n)
		}
	}
	h.joins("alder-cyber", "Li Wei")
}

func TestAsManyTerminalsAsTheHostTakes(t *testing.T) {
	h := opened(t, func(o *Options, _ **Server) { o.MaxSeats = 2 })
	h.seated("alder-cyber", "Li Wei")
	h.seated("birch-cyber", "Bo")
	third := h.terminal("observer", 100, 30)
	third.gives("Eve")
	third.isEnded()
	third.sees("as many terminals as it takes")
	wall := h.terminal("projector", 100, 30)
	wall.isEnded()
	h.seated("control", "Ada")
}

func TestANewCode(t *testing.T) {
	h := opened(t)
	old := h.Code("alder-cyber")
	sitting := h.seated("alder-cyber", "Li Wei")
	atTheDoor := h.terminal("alder-cyber", 100, 30)
	atTheDoor.sees("Li Wei")
	authenticated := h.in(t, "alder-cyber")
	for range lockSeat {
		h.mu.Lock()
		h.limiter.try(address("192.0.2.1"), "alder-cyber", 1, h.now())
		h.mu.Unlock()
	}
	code, err := h.NewCode("alder-cyber")
	if err != nil || code == old || h.Code("alder-cyber") != code {
		t.Fatalf("%q, %v", code, err)
	}
	if c, err := h.dial("alder-cyber", old); err == nil {
		_ = c.Close()
		t.Error("the old code opens the seat")
	}
	if c, err := h.dial("alder-cyber", code); err != nil {
		t.Errorf("the new code does not open it: %v", err)
	} else {
		_ = c.Close()
	}
	// Who sits there stays; who only got as far as the door does not get in.
	sitting.types("?")
	sitting.sees("A seat's screen")
	late := h.terminalOn(authenticated, "xterm", 80, 24)
	late.isEnded()
	late.sees("has changed")
	atTheDoor.types("\x15Bo\r")
	atTheDoor.sees("takes the place")
	atTheDoor.types("\r")
	atTheDoor.isEnded()
	if !h.sits("alder-cyber", "Li Wei") {
		t.Error("who sat there was taken over by an old code")
	}
	if _, err := h.NewCode("no-such-seat"); err == nil {
		t.Error("there is a code for no seat")
	}
}

func TestRemove(t *testing.T) {
	h := opened(t)
	c := h.seated("alder-cyber", "Li Wei")
	if err := h.Remove(h.terminalAt("alder-cyber")); err != nil {
		t.Fatal(err)
	}
	c.isEnded()
	c.sees("The facilitator has closed this terminal")
	h.eventually("the seat is empty", func() bool { return !h.sits("alder-cyber", "Li Wei") && h.state("alder-cyber") == "" })
	if err := h.Remove("no-such"); err == nil {
		t.Error("nothing was removed without an error")
	}
	// Somebody who dropped can be removed too.
	h.seated("alder-cyber", "Li Wei").conn.Close()
	h.eventually("gone", func() bool { return h.state("alder-cyber") == tui.Gone })
	if err := h.Remove(h.terminalAt("alder-cyber")); err != nil {
		t.Fatal(err)
	}
	h.eventually("the seat is empty again", func() bool { return !h.sits("alder-cyber", "Li Wei") && h.state("alder-cyber") == "" })
}

func TestMove(t *testing.T) {
	h := opened(t)
	c := h.seated("alder-cyber", "Li Wei")
	person := h.person("alder-cyber", "Li Wei")
	h.seated("birch-cyber", "Bo")
	id := h.terminalAt("alder-cyber")
	for seat, says := range map[string]string{
		"birch-cyber": "no free place", "alder-cyber": "already", "projector": "projector", "nowhere": "no seat",
	} {
		if err := h.Move(id, seat); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("to %s: %v", seat, err)
		}
	}
	to := "alder-prosecutor"
	if !h.isSeat(to) {
		t.Fatal("no such seat")
	}
	if err := h.Move(id, to); err != nil {
		t.Fatal(err)
	}
	c.sees("The facilitator has moved you")
	h.eventually("they sit there and no longer here", func() bool { return h.person(to, "Li Wei") == person && !h.sits("alder-cyber", "Li Wei") })
	if h.terminalAt(to) != id {
		t.Error("it is another terminal")
	}
	// What they may do is the new seat's.
	_, err := h.live.At("alder-cyber", person).Do(t.Context(), engine.Command{Seat: "alder-cyber", Said: engine.SaidNow, Op: engine.AskControl{Text: "x"}})
	if err == nil {
		t.Error("they still act for the seat they left")
	}
}

func TestAPublicKeyOpensItsSeat(t *testing.T) {
	mine, line := keyPair(t)
	other, _ := keyPair(t)
	h := opened(t, func(o *Options, s **Server) {
		if s != nil {
			return
		}
		var err error
		if o.Keys, err = ReadKeys(keysFile(t, "alder-cyber "+line+" Li Wei"), []string{"alder-cyber"}); err != nil {
			t.Fatal(err)
		}
	})
	dial := func(seat string, auth ...gossh.AuthMethod) (*gossh.Client, error) {
		return gossh.Dial("tcp", h.addr, &gossh.ClientConfig{Config: cheap(), User: seat, Auth: auth, HostKeyCallback: gossh.FixedHostKey(h.key.PublicKey())})
	}
	if c, err := dial("birch-cyber", gossh.PublicKeys(mine)); err == nil {
		_ = c.Close()
		t.Error("a key opens another seat")
	}
	if c, err := dial("alder-cyber", gossh.PublicKeys(other)); err == nil {
		_ = c.Close()
		t.Error("any key opens the seat")
	}
	// Who has other keys in their agent is asked for the code all the same.
	many := []gossh.Signer{}
	for range 6 {
		k, _ := keyPair(t)
		many = append(many, k)
	}
	c, err := dial("birch-cyber", gossh.PublicKeys(many...), gossh.Password(h.Code("birch-cyber")))
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	// The file says who it is; their other terminal gives way.
	var terms []*client
	for range 2 {
		c, err := dial("alder-cyber", gossh.PublicKeys(mine))
		if err != nil {
			t.Fatal(err)
		}
		terms = append(terms, h.terminalOn(c, "xterm", 100, 30))
		h.eventually("Li Wei sits", func() bool { return h.state("alder-cyber") == tui.Connected && h.sits("alder-cyber", "Li Wei") })
	}
	terms[0].isEnded()
	terms[1].sees("Li Wei")
}

// TestTheHostCloses: everyone is told, and their terminals are as before.
func TestTheHostCloses(t *testing.T) {
	h := opened(t)
	c := h.seated("alder-cyber", "Li Wei")
	door := h.terminal("birch-cyber", 80, 24)
	door.sees("name")
	knocking, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	h.eventually("somebody is at the door", func() bool { return h.door.waiting() == 1 })
	if err := h.stop(); err != nil {
		t.Fatal(err)
	}
	_ = knocking.SetReadDeadline(time.Now().Add(within))
	if _, err := io.Copy(io.Discard, knocking); err != nil {
		t.Errorf("who knocks is left standing: %v", err)
	}
	for _, x := range []*client{c, door} {
		x.isEnded()
		x.sees("The host has closed")
		if raw := x.output(); !strings.Contains(raw, "\x1b[?1049l") || !strings.Contains(raw, "\x1b[?25h") || !strings.Contains(raw, "\x1b[?2004l") {
			t.Error("the terminal was not given back as it was")
		}
	}
	if _, err := h.dial("alder-cyber", h.Code("alder-cyber")); err == nil {
		t.Error("somebody still gets in")
	}
}

// TestAMistakeInAScreenEndsThatScreenAlone lets a screen panic.
func TestAMistakeInAScreenEndsThatScreenAlone(t *testing.T) {
	var broken atomic.Bool
	h := opened(t, func(o *Options, s **Server) {
		if s == nil {
			o.Screen.NewID = func() string {
				if broken.Load() {
					panic("boom")
				}
				return randomLetters(20)
			}
		}
	})
	other := h.seated("birch-cyber", "Bo")
	c := h.seated("alder-cyber", "Li Wei")
	broken.Store(true)
	c.types("m")
	c.isEnded()
	c.sees("Something went wrong with this screen")
	if log := h.logs.String(); !strings.Contains(log, "boom") {
		t.Errorf("the host was told %q", log)
	}
	broken.Store(false)
	other.types("?")
	other.sees("A seat's screen")
	h.joins("alder-cyber", "Li Wei").until("their screen", func(s string) bool { return strings.Contains(s, "Li Wei") && !strings.Contains(s, "Your name") })
}

// TestAfterACrashTheSeatsAreKeptForAWhile: a host that takes the record up
// again waits for those who sat there, knows them by their names, and then has
// the others leave.
func TestAfterACrashTheSeatsAreKeptForAWhile(t *testing.T) {
	store := &memory{}
	sc := forTwo(t)
	h := openedWith(t, sc, store)
	h.seated("alder-cyber", "Li Wei")
	h.seated("birch-cyber", "Bo")
	person := h.person("alder-cyber", "Li Wei")
	_ = h.stop()
	h.live.Close()

	again := openedWith(t, sc, store, func(_ *Options, s **Server) {
		if s != nil {
			(*s).pace.sweep = 10 * time.Millisecond
		}
	})
	if all := again.Terminals(); len(all) != 2 || all[0].State != tui.Gone {
		t.Errorf("%+v", all)
	}
	c := again.terminal("alder-cyber", 100, 30)
	c.sees("Li Wei")
	c.types("\r")
	again.eventually("they are back", func() bool {
		return again.state("alder-cyber") == tui.Connected && again.person("alder-cyber", "Li Wei") == person
	})
	again.sweep(again.now().Add(2 * time.Minute))
	again.eventually("who is not back has left", func() bool { return !again.sits("birch-cyber", "Bo") })
	if !again.sits("alder-cyber", "Li Wei") {
		t.Error("who is back has left too")
	}
}

func TestTheWallHasNoName(t *testing.T) {
	h := opened(t)
	wall := h.terminal("projector", 120, 40)
	wall.sees("Quiet Lathe")
	h.eventually("it is on the list", func() bool { return h.state("projector") == tui.Connected })
	wall.types("q")
	wall.isEnded()
	if n := len(h.live.People()); n != 0 {
		t.Errorf("the record knows of %d people", n)
	}
}

// TestWhoPressesNoKeyIsIdle, and is connected again with the next.
func TestWhoPressesNoKeyIsIdle(t *testing.T) {
	var ahead atomic.Int64
	h := opened(t, func(o *Options, s **Server) {
		quick(o, s)
		o.Now = func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
	})
	c := h.seated("alder-cyber", "Li Wei")
	ahead.Store(int64(tui.IdleAfter))
	changed, cancel := h.Changed()
	defer cancel()
	select {
	case <-changed: // nothing but time has passed
	case <-time.After(within):
		t.Fatal("nobody is told")
	}
	h.eventually("idle", func() bool { return h.state("alder-cyber") == tui.Idle })
	c.types("?")
	h.eventually("connected", func() bool { return h.state("alder-cyber") == tui.Connected })
}

func TestWaysToJoin(t *testing.T) {
	h := opened(t)
	port := h.addr[strings.LastIndex(h.addr, ":")+1:]
	h.eventually("it listens", func() bool { return h.Ways("control") != nil })
	if w := h.Ways("observer/alder"); len(w) != 1 || w[0] != "ssh -p "+port+" observer/alder@127.0.0.1" {
		t.Errorf("%q", w)
	}
	if w := Way("alder-cyber", "parley.local", 22); w != "ssh alder-cyber@parley.local" {
		t.Error(w)
	}
	h = opened(t, func(o *Options, _ **Server) { o.Hosts = []string{"10.0.0.1", "fd00::1"} })
	h.eventually("it listens", func() bool { return h.Ways("control") != nil })
	if w := h.Ways("control"); len(w) != 2 || !strings.HasSuffix(w[0], " control@10.0.0.1") || !strings.HasSuffix(w[1], " control@fd00::1") {
		t.Errorf("%q", w)
	}
}

// TestNamesWithoutEnd: who has a code can't fill the record with people.
func TestNamesWithoutEnd(t *testing.T) {
	h := opened(t)
	sit := func(name string) error {
		t1 := h.nobody()
		p, err := h.take(t1, "alder-cyber", name, "")
		if err == nil {
			h.vacate(t1, p, true)
		}
		return err
	}
	var err error
	n := 0
	for ; err == nil && n < 10*maxNames; n++ {
		err = sit(randomLetters(12))
	}
	if !errors.Is(err, errNames) || n > maxNames+1 {
		t.Fatalf("%d names, then %v", n, err)
	}
	c := h.terminal("alder-cyber", 100, 30)
	c.gives("Li Wei")
	c.isEnded()
	c.sees("More names were given")
	if _, err := h.NewCode("alder-cyber"); err != nil {
		t.Fatal(err)
	}
	h.seated("alder-cyber", "Li Wei")
}
