package engine

import (
	"maps"
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

// Marking is the label of a marking, "" for none.
func (p Plenary) Marking(id string) string { return View{s: p.s}.Marking(id) }

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
	c := &p.s.clock
	for i := range p.s.puts.len() {
		if put := p.s.puts.at(i); put.phase == c.Phase && put.segment == c.Segment && p.forEveryone(put) {
			out = append(out, *put)
		}
	}
	return out
}

// forEveryone reports whether a question was put to all sides.
func (p Plenary) forEveryone(put *Put) bool {
	return !put.Alone || len(put.Sides) == len(p.s.sc.Sides)
}

// Asked is a question that was put to everyone, or that a side answered to the
// plenary.
func (p Plenary) Asked(question string) (Asked, bool) {
	for i := range p.s.puts.len() {
		put := p.s.puts.at(i)
		if put.Asked.ID != question {
			continue
		}
		told := func(r Reporting) bool { return r.Question == question }
		return put.Asked, p.forEveryone(put) || slices.ContainsFunc(p.Reportings(), told)
	}
	return Asked{}, false
}

// Reportings are what sides told the plenary of their answers, oldest first.
func (p Plenary) Reportings() []Reporting { return View{s: p.s}.Reportings() }

// Rulings are those for everyone, oldest first.
func (p Plenary) Rulings() []Ruling {
	var out []Ruling
	for i := range p.s.rulings.len() {
		if r := p.s.rulings.at(i); p.view().has(r.to) {
			out = append(out, *r)
		}
	}
	return out
}

// Deliveries are those that went to every role and were not recalled, oldest
// first, without what is control's: how far each role has come with them, and
// their numbers in the MSEL.
func (p Plenary) Deliveries() []Delivery {
	var out []Delivery
	for i := range p.s.deliveries.len() {
		d := *p.s.deliveries.at(i)
		if !d.Recalled && len(d.Roles) == len(p.s.sc.Roles) && len(d.Roles) > 0 {
			d.Number, d.Status = 0, nil
			out = append(out, d)
		}
	}
	return out
}

// Piece is a part of one of Deliveries in a language.
func (p Plenary) Piece(piece *Piece, lang string) string {
	own := *piece
	own.Typed = maps.Clone(piece.Typed)
	maps.DeleteFunc(own.Typed, func(_, id string) bool { return !p.says(id) })
	text, _, gone := p.view().Piece(&own, lang)
	if gone {
		return ""
	}
	return text
}

// TextIn resolves a typed text of a Reporting or a Ruling, for readers of a
// language. Who translated it is not said.
func (p Plenary) TextIn(id, lang string) (Written, bool) {
	if !p.says(id) {
		return Written{}, false
	}
	w, ok := p.view().TextIn(id, lang)
	w.By, w.Seat, w.Took = "", "", 0
	return w, ok
}

// says reports whether a typed text is control's, or one that a side told the
// plenary. What sides type is for their own screens, also where all may read it.
func (p Plenary) says(id string) bool {
	return IsControl(writer(id)) || slices.ContainsFunc(p.Reportings(), func(r Reporting) bool { return r.Text == id })
}

// view has what every side may have. It is handed to nobody.
func (p Plenary) view() View {
	v := View{s: p.s, role: -1, side: -1}
	v.reach.every = make([]string, len(p.s.sc.Sides))
	for i := range p.s.sc.Sides {
		v.reach.every[i] = p.s.sc.Sides[i].ID
	}
	return v
}
