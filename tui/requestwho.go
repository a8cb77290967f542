package tui

import (
	"slices"

	"parley/engine"
)

// sayer is who says something, how and when: of a scribe's form the role comes
// first, since others speak and the scribe writes.
type sayer struct {
	own  string
	role *pickField // nil: the seat itself
	how  *pickField
	when *textField
}

func (m *Model) newSayer() *sayer {
	v, own := m.seat.view, m.seat.role
	s := &sayer{own: own}
	how := engine.HowTyped
	if v.Role().Scribe {
		how = engine.HowSpoken
		s.role = newPick(m.t("Role"), m.roleOptions(v.Side().ID), own)
	}
	s.how = newPick(m.t("How"), m.hows(), string(how))
	s.when = m.lasting(newText(m.t("Said at"), m.t("now; or -2m, T+00:40:00"), ""), parseMoment)
	return s
}

// around puts the fields of who, how and when around others, and says how many
// stand before them.
func (s *sayer) around(fields ...field) ([]field, int) {
	all := slices.Concat(fields, []field{s.how, s.when})
	if s.role == nil {
		return all, 0
	}
	return append([]field{s.role}, all...), 1
}

// who is the role that says it.
func (s *sayer) who() string {
	if s.role != nil {
		return s.role.value()
	}
	return s.own
}

// command gives an op as said by that role then. What a scribe writes for
// another role is recorded as that role's, by the scribe.
func (s *sayer) command(m *Model, op engine.Op) (engine.Command, string) {
	t, given, ok := parseMoment(s.when.value(), m.now)
	if !ok {
		return engine.Command{}, m.t("a time is -2m or T+00:40:00")
	}
	if why := m.whyLater(t); given && why != "" {
		return engine.Command{}, why
	}
	if !given {
		t = engine.SaidNow
	}
	c := engine.Command{Seat: s.who(), Op: op, How: engine.How(s.how.value()), Said: t}
	if c.Seat != s.own {
		c.Via = s.own
	}
	return c, ""
}

// as says as whom it is recorded, where that is not plain.
func (s *sayer) as(m *Model) string {
	if s.how.value() == string(engine.HowTyped) && s.when.value() == "" {
		return m.t("as {role}", "role", m.roleTitle(s.who()))
	}
	return m.recordedAs(s.who(), s.how.value(), s.when.value())
}
