package server

import (
	"errors"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"parley/tui"
)

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
