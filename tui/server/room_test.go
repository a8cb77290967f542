package server

import (
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"parley/engine"
	"parley/tui"
)

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
	c.sees("You are moved to this seat")
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
