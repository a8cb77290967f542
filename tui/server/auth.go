package server

import (
	"encoding/base64"
	"strconv"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"parley/engine/session"
)

// maxTries is how often one connection may try to get in. A client with public
// keys in its agent offers some before it asks for the code.
const maxTries = 12

// What is noted of how somebody got in, for the terminal to look at again. Only
// the attempt that succeeded leaves it.
const (
	noteSeat = "parley-seat"
	noteCode = "parley-code" // which code of the seat it was
	noteKey  = "parley-key"
	noteName = "parley-name"
)

// config is how one connection may get in.
func (s *Server) config(ctx ssh.Context) *gossh.ServerConfig {
	c, _ := ctx.Value(connKey{}).(*conn)
	config := &gossh.ServerConfig{
		MaxAuthTries: maxTries,
		BannerCallback: func(gossh.ConnMetadata) string {
			s.door.heard(c)
			return s.banner()
		},
		PasswordCallback: func(m gossh.ConnMetadata, typed []byte) (*gossh.Permissions, error) {
			return s.password(c, m.User(), string(typed))
		},
	}
	if len(s.opts.Keys.bySeat) > 0 {
		config.PublicKeyCallback = func(m gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
			return s.publicKey(m.User(), key)
		}
	}
	return config
}

// password looks at a code. A wrong one is answered late, and in the same words
// whatever was wrong with it.
func (s *Server) password(c *conn, seat, typed string) (*gossh.Permissions, error) {
	began := s.now()
	if !s.isSeat(seat) {
		seat = "" // nothing of it is kept
	}
	var match session.CodeMatch
	s.mu.Lock()
	code := s.codes[seat].number // before it is looked at: a newer one is another code
	s.mu.Unlock()
	select {
	case s.hashing <- struct{}{}: // no more than the processors can take
		match = s.opts.Desk.Codes().Match(seat, typed)
		<-s.hashing
	case <-c.gone:
		return nil, ssh.ErrPermissionDenied
	}
	s.mu.Lock()
	open, after := s.limiter.try(c.from, seat, match, began)
	s.tried = s.tried || !open
	s.mu.Unlock()
	if open {
		return &gossh.Permissions{Extensions: map[string]string{noteSeat: seat, noteCode: strconv.Itoa(code)}}, nil
	}
	s.pace.wait(c.gone, after-s.now().Sub(began))
	return nil, &gossh.BannerError{Err: ssh.ErrPermissionDenied, Message: s.t("That was not it. Check the seat before the @ and the code on your slip; your facilitator can make a new one.") + "\r\n"}
}

// publicKey looks at a key that a client offers or has signed with.
func (s *Server) publicKey(seat string, key gossh.PublicKey) (*gossh.Permissions, error) {
	name, ok := s.opts.Keys.opens(seat, key)
	if !ok || !s.isSeat(seat) {
		return nil, ssh.ErrPermissionDenied
	}
	return &gossh.Permissions{Extensions: map[string]string{
		noteSeat: seat, noteName: name, noteKey: base64.StdEncoding.EncodeToString(key.Marshal()),
	}}, nil
}

// admitted looks again at how somebody got in, now that a seat is to be opened
// to them: it may be later, and nothing is taken from what a handler left
// behind, only from what the protocol itself keeps of the attempt that
// succeeded.
func (s *Server) admitted(c *gossh.ServerConn) bool {
	p := c.Permissions
	if p == nil || p.Extensions[noteSeat] == "" || p.Extensions[noteSeat] != c.User() || !s.isSeat(c.User()) {
		return false
	}
	if key := p.Extensions[noteKey]; key != "" {
		b, err := base64.StdEncoding.DecodeString(key)
		if err != nil {
			return false
		}
		k, err := gossh.ParsePublicKey(b)
		if err != nil {
			return false
		}
		_, ok := s.opts.Keys.opens(c.User(), k)
		return ok
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return p.Extensions[noteCode] == strconv.Itoa(s.codes[c.User()].number)
}

// wait lets time pass, until somebody has gone.
func wait(gone <-chan struct{}, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-gone:
	}
}
