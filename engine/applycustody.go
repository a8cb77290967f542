package engine

import (
	"slices"

	"parley/scenarios"
)

// applyCustody stores an event of evidence on its way; false if it is not one.
func (x *Exercise) applyCustody(e *Event) bool {
	switch b := e.Body.(type) {
	case *EvidenceNamed:
		if i, ok := x.exhibitAt(b.Exhibit); ok {
			ex := x.exhibits.edit(i, x.gen)
			ex.aliases = append(slices.Clip(ex.aliases), alias{b.As, b.From, b.To})
			x.keep(b.As, i)
		}
	case *EvidenceCertified:
		x.applyCertified(e, b)
	case *EvidenceHanded:
		x.numbered(b.ID)
		x.applyHanded(e, b)
	case *EvidenceMarked:
		x.applyMarked(b)
	default:
		return false
	}
	return true
}

func (x *Exercise) applyCertified(e *Event, b *EvidenceCertified) {
	i, ok := x.exhibitAt(b.Exhibit)
	if !ok {
		return
	}
	ex := x.exhibits.edit(i, x.gen)
	ex.Certificates = append(slices.Clip(ex.Certificates), Certificate{Side: b.Side, Role: e.Seat, T: e.Said, Text: b.Text, For: b.To, to: e.To})
	x.touch(factKey{fact: scenarios.FactHas, id: ex.Evidence})
}

func (x *Exercise) applyHanded(e *Event, b *EvidenceHanded) {
	i, ok := x.exhibitAt(b.Exhibit)
	if !ok { // in the copy of a side that got it: where it was before is the giver's
		g := &EvidenceGained{ID: b.Exhibit, Evidence: b.Evidence, Side: b.FromSide}
		i = x.exhibits.add(Exhibit{EvidenceGained: g, T: e.T, Held: []Holding{{Side: b.FromSide, ID: b.Exhibit, Since: e.T}}}, x.gen)
		x.keep(b.Exhibit, i)
		x.facts.exhibits[b.Evidence] = append(x.facts.exhibits[b.Evidence], int32(i))
	}
	ex := x.exhibits.edit(i, x.gen)
	ex.Handings = append(slices.Clip(ex.Handings), Handing{EvidenceHanded: b, T: e.Said, Story: x.clock.StoryAt(e.Said), to: e.To})
	for _, c := range b.Certificates {
		ex.Certificates = append(slices.Clip(ex.Certificates), Certificate{Side: c.Side, Role: c.Role, T: c.At, Text: c.Text, For: b.ToSide, to: e.To})
	}
	h := Holding{Side: b.ToSide, ID: b.Exhibit, From: b.FromSide, Role: b.To, Since: e.Said, Obtained: b.Obtained}
	if old := ex.holding(b.ToSide); old != nil && !old.Shown {
		h = *old
		h.Role = b.To
		if b.ToSide != ex.Side && b.FromSide != b.ToSide {
			h.Obtained = b.Obtained
		}
	} else if old != nil {
		h.Since = old.Since
	}
	ex.hold(h)
	x.touch(factKey{fact: scenarios.FactHas, id: ex.Evidence})
}

// hold stores how a side has it.
func (e *Exhibit) hold(h Holding) {
	e.Held = slices.Clone(e.Held)
	if old := e.holding(h.Side); old != nil {
		*old = h
		return
	}
	e.Held = append(e.Held, h)
}

func (x *Exercise) applyMarked(b *EvidenceMarked) {
	i, ok := x.exhibitAt(b.Exhibit)
	if !ok {
		return
	}
	ex := x.exhibits.edit(i, x.gen)
	if h := ex.holding(b.Side); h != nil {
		now := *h
		now.Obtained = b.Obtained
		ex.hold(now)
	}
	x.touch(factKey{fact: scenarios.FactHas, id: ex.Evidence})
}

// touchEvidence has the conditions looked at again that ask for what an action
// yielded: it may be found otherwise now.
func (x *Exercise) touchEvidence(act string) {
	for i := range x.exhibits.len() {
		if e := x.exhibits.at(i); e.Act == act {
			x.touch(factKey{fact: scenarios.FactHas, id: e.Evidence})
		}
	}
}
