package server

import (
	"errors"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

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
