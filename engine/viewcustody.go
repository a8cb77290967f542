package engine

import (
	"slices"

	"parley/scenarios"
)

// HeldExhibit is a piece of evidence as the seat's side has it; for one who sees
// everything, as the side has it that gained it. Of one that came from another
// side, EvidenceGained bears what this side knows: neither the action nor the
// role that it came from.
type HeldExhibit struct {
	*EvidenceGained
	T            Millis              // when the side came to have it
	Def          *scenarios.Evidence // nil for one that the scenario has not
	Obtained     string              // an Obtained constant; in old records VerdictUncited
	Holder       string              // role that has it in custody, "" for one that was only shown
	From         string              // side that it came from, "" for one's own
	Certificates []Certificate
	Chain        []Handing // as far as the seat may know
	Limits       []string  // text leaves, beside what Def says
	Held         []Holding // who has it, as far as the seat may know
	Holders      []string  // their sides
}

// Exhibits are the evidence that the seat's side has; for control all that it
// may see. From the first that came.
func (v View) Exhibits() []HeldExhibit {
	var out []HeldExhibit
	for i := range v.s.exhibits.len() {
		if h, ok := v.exhibit(v.s.exhibits.at(i)); ok {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b HeldExhibit) int { return int(a.T - b.T) })
	return out
}

// Exhibit finds a piece of evidence that the seat may see, by any id that it
// knows it by.
func (v View) Exhibit(id string) (HeldExhibit, bool) {
	e := v.exhibitOf(id)
	if e == nil {
		return HeldExhibit{}, false
	}
	h, ok := v.exhibit(e)
	known := v.reach.all || h.EvidenceGained != nil && h.ID == id || v.side >= 0 && e.called(v.s.sc.Sides[v.side].ID, id)
	if !ok || !known {
		return HeldExhibit{}, false
	}
	return h, true
}

func (v View) exhibitOf(id string) *Exhibit {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.exhibits.len() {
		return nil
	}
	if e := v.s.exhibits.at(i); e.ID == id || e.hasAlias(id) {
		return e
	}
	return nil
}

func (v View) exhibit(e *Exhibit) (HeldExhibit, bool) {
	switch {
	case v.reach.all:
		return v.heldAs(e, e.Side), true
	case v.side >= 0:
		side := v.s.sc.Sides[v.side].ID
		if e.holding(side) == nil {
			return HeldExhibit{}, false
		}
		return v.heldAs(e, side), true
	}
	for i := range e.Held { // the lead sees what crosses
		if h := &e.Held[i]; h.From != "" {
			return v.heldAs(e, h.Side), true
		}
	}
	return HeldExhibit{}, false
}

// Relied is the evidence that an action relies on, with the marks that it bears
// now, as the side has it whose action it is.
func (v View) Relied(a *Action) []HeldExhibit {
	if a.Acted == nil || !v.Sees(a.Side) {
		return nil
	}
	var out []HeldExhibit
	for _, id := range a.Uses {
		if e := v.exhibitOf(id); e != nil && e.holding(a.Side) != nil {
			h := v.heldAs(e, a.Side)
			out = append(out, h)
		}
	}
	return out
}

// heldAs is a piece of evidence as a side has it, without what the seat may not
// know.
func (v View) heldAs(e *Exhibit, side string) HeldExhibit {
	own := *e.holding(side)
	out := HeldExhibit{EvidenceGained: e.EvidenceGained, T: e.T, Holder: own.Role, From: own.From, Obtained: own.Obtained}
	if i, ok := v.s.plan.evidence[e.Evidence]; ok {
		out.Def = &v.s.sc.Evidence[i]
		if own.Shown {
			out.Def = &scenarios.Evidence{ID: out.Def.ID, Title: out.Def.Title}
		}
	}
	switch i, ok := place(v.s.lists, e.Act); {
	case side != e.Side:
		out.EvidenceGained = &EvidenceGained{ID: own.ID, Evidence: e.Evidence, Side: own.From}
		out.T = own.Since
	case ok && i < v.s.actions.len() && v.s.actions.at(i).ID == e.Act:
		out.Obtained = howObtained(v.s.sc, v.s.plan, v.s.actions.at(i))
	default:
		out.Obtained = ObtainedUnfound
	}
	if !v.Sees(side) {
		out.Holder = ""
	}
	out.Chain = v.chain(e)
	for i := range out.Chain {
		if h := &out.Chain[i]; h.ToSide == side || v.reach.all {
			out.Limits = append(out.Limits, h.Limits...)
		}
	}
	for _, c := range e.Certificates {
		if c.known(side) || v.reach.all && c.For == "" {
			out.Certificates = append(out.Certificates, c)
		}
	}
	v.holders(&out, e, side)
	return out
}

// chain is how it went from hand to hand, as far as the seat may know.
func (v View) chain(e *Exhibit) []Handing {
	var out []Handing
	had := map[string]string{e.Side: e.Role}
	for _, h := range e.Handings {
		h.Gap = v.Sees(h.FromSide) && had[h.FromSide] != h.From
		had[h.ToSide] = h.To
		if v.has(h.to) {
			out = append(out, h)
		}
	}
	return out
}

// holders lists who has it. Where it went within another side is not for this
// one: of those it knows what crossed.
func (v View) holders(out *HeldExhibit, e *Exhibit, side string) {
	crossed := map[string]string{}
	for i := range out.Chain {
		if h := &out.Chain[i]; h.FromSide != h.ToSide {
			crossed[h.ToSide] = h.To
		}
	}
	for _, h := range e.Held {
		_, came := crossed[h.Side]
		switch {
		case v.Sees(h.Side):
		case h.From == side || came:
			h.Role = crossed[h.Side]
		case h.Side == e.holding(side).From:
			h = Holding{Side: h.Side}
		default:
			continue
		}
		out.Held = append(out.Held, h)
		out.Holders = append(out.Holders, h.Side)
	}
}
