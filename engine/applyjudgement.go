package engine

import (
	"maps"
	"slices"

	"parley/scenarios"
)

// applyJudgement stores an event of judgement; false if it is not one.
func (x *Exercise) applyJudgement(e *Event) bool {
	switch b := e.Body.(type) {
	case *Found:
		x.applyFound(e, b)
	case *AuthorityStated:
		x.stated.add(*b, x.gen)
		x.numbered(b.ID)
	case *Counted:
		if i, ok := x.placeOf(b.Act); ok {
			x.actions.edit(int(i), x.gen).CountedAs = b.As
			x.unwait("action", b.Act)
			x.actedFact(b.As, i)
		}
	case *OutcomeProposed:
		if i, ok := x.placeOf(b.Act); ok {
			a := x.actions.edit(int(i), x.gen)
			a.Proposed = b.Result
			x.wait(Waiting{Kind: "outcome", Class: "outcome", Ref: b.Act, Since: e.T, Seat: SeatControl, Side: a.Side})
		}
	case *OutcomeDecided:
		if i, ok := x.placeOf(b.Act); ok {
			a := x.actions.edit(int(i), x.gen)
			a.Outcome = b
			x.unwait("outcome", b.Act)
			if b.Until != 0 {
				x.story.add(lapse{b.Until, "effect", i})
			}
			x.touch(factKey{fact: scenarios.FactStands, id: a.Name()})
		}
	case *EvidenceGained:
		n := x.exhibits.add(Exhibit{EvidenceGained: b, T: e.T, Held: []Holding{{Side: b.Side, ID: b.ID, Role: b.Role, Since: e.T}}}, x.gen)
		x.keep(b.ID, n)
		x.facts.exhibits[b.Evidence] = append(x.facts.exhibits[b.Evidence], int32(n))
		x.touch(factKey{fact: scenarios.FactHas, id: b.Evidence})
	case *Ruled:
		n := x.rulings.add(Ruling{Ruled: b, T: e.T, to: e.To}, x.gen)
		x.keep(b.ID, n)
		for _, s := range b.To {
			if i, ok := x.plan.side[s]; ok {
				x.sides[i].rulings = append(x.sides[i].rulings, int32(n))
			}
		}
	case *Noted:
		x.keep(b.ID, x.notes.add(Note{Noted: b, Seat: e.Seat, By: e.By, T: e.T, to: e.To}, x.gen))
	case *Rated:
		x.keep(b.ID, x.ratings.add(Rating{Rated: b, Seat: e.Seat, By: e.By, T: e.T, to: e.To}, x.gen))
	default:
		return false
	}
	return true
}

func (x *Exercise) applyFound(e *Event, b *Found) {
	i, ok := x.placeOf(b.Act)
	if !ok {
		return
	}
	a := x.actions.edit(int(i), x.gen)
	if a.Finding != nil && a.FirstFound == nil {
		a.FirstFound = a.Finding
	}
	a.Finding = b
	x.touchEvidence(b.Act)
	x.unwait("finding", b.Act)
	if b.Standing == StandingProvisional {
		if a.Of != "" && b.Verdict != VerdictOutside {
			return // a request has many steps: only what may be amiss asks to be looked at
		}
		x.wait(Waiting{Kind: "finding", Class: "finding", Ref: b.Act, Since: e.T, Seat: SeatControl, Side: a.Side})
		return
	}
	a.FoundBy = e.Seat
	x.past[x.precedentKey(a, b)] = b.Act
}

// applyRecord stores an event of the record itself. leaf is the event's
// ordinal from 1.
func (x *Exercise) applyRecord(e *Event, leaf int) {
	switch b := e.Body.(type) {
	case *Typed:
		n := x.texts.add(WrittenText{Typed: *b, Leaf: leaf, To: e.To, Seat: e.Seat, T: e.T}, x.gen)
		x.keep(b.ID, n)
	case *Expunged:
		i, ok := x.placeOf(b.Text)
		if !ok {
			// Its leaf was blank already when the record was read.
			i = int32(x.texts.add(WrittenText{To: e.To}, x.gen))
			x.keep(b.Text, int(i))
		}
		t := x.texts.edit(int(i), x.gen)
		x.untranslate(t.Of, b.Text)
		t.Typed, t.Expunged, t.T, t.Translations = Typed{ID: b.Text}, true, 0, nil
		if b.Leaves != nil {
			t.Leaf = b.Leaves[0]
			x.blankLog(b.Leaves[0])
		}
	case *Joined:
		x.named = maps.Clone(x.named)
		x.named[e.Seat+" "+b.Person] = b.Name
		x.sitting = maps.Clone(x.sitting)
		x.sitting[e.Seat] = seated(x.sitting[e.Seat], Sitting{Person: b.Person, Name: b.Name, Bot: b.Bot, T: e.T})
	case *Left:
		x.sitting = maps.Clone(x.sitting)
		x.sitting[e.Seat] = slices.DeleteFunc(slices.Clone(x.sitting[e.Seat]), func(s Sitting) bool { return s.Person == b.Person })
	}
}

// seated adds somebody to those who sit in a seat. Who sits there already, and
// comes again after the host was killed, is still one person.
func seated(there []Sitting, who Sitting) []Sitting {
	out := slices.Clone(there)
	for i := range out {
		if out[i].Person == who.Person && out[i].Bot == who.Bot {
			out[i].Name = who.Name
			return out
		}
	}
	return append(out, who)
}

// blankLog takes a text's content out of the log in memory too.
func (x *Exercise) blankLog(leaf int) {
	if leaf < 1 || leaf > x.log.len() {
		return
	}
	ev := x.log.edit(leaf-1, x.gen)
	if _, ok := ev.Body.(*Typed); ok {
		*ev = Event{To: ev.To, Body: blank{}}
	}
}

// precedentKey is what makes two findings alike (rule 6).
func (x *Exercise) precedentKey(a *Action, f *Found) string {
	side := ""
	if i, ok := x.plan.target[a.Target]; ok {
		side = x.sc.Targets[i].Side
	}
	key := a.Role + "|" + a.Name() + "|" + side + "|" + f.Authority
	for _, c := range a.Cites {
		key += "|" + c
	}
	return key
}
