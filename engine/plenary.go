package engine

import (
	"slices"

	"parley/scenarios"
)

// Plenary is what the whole room may see at one moment: the clock, the segment,
// the question put to the room, what sides told the plenary, what was delivered
// to every role, and rulings for everyone. It is a type of its own and not a
// [View], so that nothing of a side's or of control's can be asked of it. It is
// immutable and safe for use by any goroutine.
type Plenary struct {
	s *snapshot
}

// Plenary of the moment.
func (f *Frame) Plenary() Plenary { return Plenary{f.s} }

// Plenary of the present moment.
func (x *Exercise) Plenary() Plenary { return Plenary{x.snapshot()} }

// Valid reports whether it is one at all.
func (p Plenary) Valid() bool { return p.s != nil }

// Version counts the events that everyone may have; a later Plenary has a
// higher one, or shows the same.
func (p Plenary) Version() int { return p.s.heard[len(p.s.heard)-1] }

// Clock as of the moment.
func (p Plenary) Clock() Clock { return p.s.clock }

// Head is what everyone may know of the scenario.
func (p Plenary) Head() Head { return headOf(p.s, p.s.plan.forPlayers.phases) }

// Sides by their names and time zones, without what is written for one.
func (p Plenary) Sides() []scenarios.Side {
	out := slices.Clone(p.s.sc.Sides)
	for i := range out {
		out[i].Briefing = nil
	}
	return out
}

// Seats are how many roles there are, and in how many of them somebody sits.
func (p Plenary) Seats() (taken, n int) {
	for i := range p.s.sc.Roles {
		if len(p.s.sitting[p.s.sc.Roles[i].ID]) > 0 {
			taken++
		}
	}
	return taken, len(p.s.sc.Roles)
}

// Puts are the questions put up for discussion in the present segment, the
// newest last. One that each side discusses alone is put to all the same: what
// is asked is plenary, what is answered is not.
func (p Plenary) Puts() []Put {
	var out []Put
	h := p.Head()
	if h.Segment == nil {
		return nil
	}
	for i := range p.s.puts.len() {
		put := p.s.puts.at(i)
		if put.Alone && len(put.Sides) < len(p.s.sc.Sides) {
			continue // that is for some sides
		}
		for k := range h.Segment.Questions {
			if h.Segment.Questions[k].ID == put.Asked.ID {
				out = append(out, *put)
			}
		}
	}
	return out
}

// Question as everyone has it, nil for one that is none.
func (p Plenary) Question(id string) *scenarios.Question { return p.s.plan.question[id] }

// Reportings are what sides told the plenary of their answers, oldest first.
func (p Plenary) Reportings() []Reporting { return View{s: p.s}.Reportings() }

// Rulings are those for everyone, oldest first.
func (p Plenary) Rulings() []Ruling {
	var out []Ruling
	for i := range p.s.rulings.len() {
		if r := p.s.rulings.at(i); p.public(r.to) {
			out = append(out, *r)
		}
	}
	return out
}

// Deliveries are those that went to every role and were not recalled, oldest
// first.
func (p Plenary) Deliveries() []Delivery {
	var out []Delivery
	for i := range p.s.deliveries.len() {
		if d := p.s.deliveries.at(i); !d.Recalled && len(d.Roles) == len(p.s.sc.Roles) && len(d.Roles) > 0 {
			out = append(out, *d)
		}
	}
	return out
}

// Piece is a part of one of Deliveries in a language.
func (p Plenary) Piece(piece *Piece, lang string) string {
	v := View{s: p.s, role: 0, side: 0, reach: reach{all: true}}
	text, _, gone := v.Piece(piece, lang)
	if gone {
		return ""
	}
	return text
}

// Text resolves a typed text that everyone may have.
func (p Plenary) Text(id string) (text string, ok bool) {
	i, found := place(p.s.lists, id)
	if !found || i >= p.s.texts.len() {
		return "", false
	}
	t := p.s.texts.at(i)
	if t.ID != id || t.Expunged || !p.public(t.To) {
		return "", false
	}
	return t.Text, true
}

// public reports whether an audience is everyone, or every side.
func (p Plenary) public(to Audience) bool {
	if slices.Contains(to, "all") {
		return true
	}
	for i := range p.s.sc.Sides {
		if !slices.Contains(to, p.s.sc.Sides[i].ID) {
			return false
		}
	}
	return true
}
