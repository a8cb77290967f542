package server

import (
	"encoding/binary"
	"net/netip"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// connKey is where a connection lies in its context.
type connKey struct{}

// session is what a client asked for by opening a channel: a terminal or
// nothing. It answers the requests on that channel as long as there is one; all
// that is not named here is refused: commands, subsystems, agents, X11, and
// whatever else there may be.
func (s *Server) session(_ *ssh.Server, sc *gossh.ServerConn, offered gossh.NewChannel, ctx ssh.Context) {
	c, _ := ctx.Value(connKey{}).(*conn)
	if c == nil || !s.door.seize(c) {
		_ = offered.Reject(gossh.ResourceShortage, "one connection has one terminal: open another connection")
		return
	}
	ch, requests, err := offered.Accept()
	if err != nil {
		_ = sc.Close() // it is gone already
		return
	}
	t := s.newTerminal(sc, ch, c)
	defer t.hangUp() // whoever still uses it finds it closed
	defer s.recovered("a terminal's requests")
	t.answer(requests)
}

// answer answers the requests on a terminal's channel.
func (t *terminal) answer(requests <-chan *gossh.Request) {
	begun, typed := false, false // the shell, and the kind of terminal
	for req := range requests {
		ok := false
		switch req.Type {
		case "pty-req":
			if !begun && !typed {
				ok = t.typeIs(req.Payload)
				typed = ok
			}
		case "window-change":
			if w, valid := windowOf(req.Payload); valid && typed {
				t.window.change(w)
				ok = true
			}
		case "env":
			// Whether colours are wanted is all that is taken, as a yes.
			if name, value, valid := twoStrings(req.Payload); valid && !begun && name == "NO_COLOR" && value != "" {
				t.noColor = true
				ok = true
			}
		case "shell":
			if begun {
				break
			}
			begun = true
			_ = req.Reply(true, nil) // before the first it draws
			t.srv.door.open(t.knock)
			if typed {
				go t.live()
			} else {
				go t.noScreen()
			}
			continue
		case "exec", "subsystem":
			t.sayBeside(t.srv.t("Parley shows a screen and nothing else: there are no commands and no files here. Leave out what stands behind the address."))
			_ = req.Reply(false, nil)
			t.hangUp()
			continue
		}
		_ = req.Reply(ok, nil) // if it can't be said, the next request can't be read either
	}
}

// typeIs takes in what a client says of its terminal.
func (t *terminal) typeIs(payload []byte) bool {
	term, rest, ok := cutString(payload)
	if !ok {
		return false
	}
	w, ok := windowOf(rest)
	if !ok {
		return false
	}
	t.term = cleanTerm(term)
	t.window.change(w)
	return true
}

// windowOf reads the size of a window, in cells.
func windowOf(payload []byte) (size, bool) {
	if len(payload) < 16 { // columns, rows, and both in pixels
		return size{}, false
	}
	return clamp(binary.BigEndian.Uint32(payload), binary.BigEndian.Uint32(payload[4:])), true
}

// cutString cuts a string of the protocol off.
func cutString(b []byte) (s string, rest []byte, ok bool) {
	if len(b) < 4 {
		return "", nil, false
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)-4) {
		return "", nil, false
	}
	return string(b[4 : 4+n]), b[4+n:], true
}

func twoStrings(b []byte) (one, two string, ok bool) {
	one, b, ok = cutString(b)
	if !ok {
		return "", "", false
	}
	two, _, ok = cutString(b)
	return one, two, ok
}

// showAddr is an address for people, "" if it is unknown.
func showAddr(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}
