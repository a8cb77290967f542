package engine

import (
	"maps"
	"slices"
	"strings"
)

// penOf says who of several people at a seat holds its pen: whom it was handed
// to, if they still sit there, else who has sat there longest. "" where
// nobody, or only one, sits.
func penOf(sitting []Sitting, handed string) string {
	var first string
	people := 0
	for _, s := range sitting {
		if s.Bot {
			continue
		}
		people++
		if first == "" || s.Person == handed {
			first = s.Person
		}
	}
	if people < 2 {
		return ""
	}
	return first
}

// mayHold refuses what somebody does at a seat whose pen another holds, and
// what somebody records for a seat that they may not record for (rule 14).
func (x *Exercise) mayHold(c *Command, info opInfo) error {
	if c.Via != "" && c.Via != c.Seat {
		if info.who&(byPlayer|byLegal|byAnyone) == 0 || !x.mayRecord(c.Via, c.Seat) {
			return refuse("not-yours", "op", info.name, "seat", c.Via)
		}
		return nil
	}
	if IsControl(c.Seat) || penFree(c.Op) {
		return nil
	}
	if holder := penOf(x.sitting[c.Seat], x.pens[c.Seat]); holder != "" && holder != c.By {
		return refuse("no-pen", "person", holder)
	}
	return nil
}

// penFree reports whether everyone at a shared seat may give a command.
func penFree(op Op) bool {
	switch op.(type) {
	case Suggest, HandPen, PassPractice, Open, Join, Leave:
		return true
	}
	return false
}

// mayRecord reports whether a seat may record what another said or handed in
// on paper: control any seat's, a side's controller and a scribe their side's.
func (x *Exercise) mayRecord(via, seat string) bool {
	if via == SeatControl {
		return x.sc.Control != "per-side"
	}
	side := x.sideOf(seat)
	if IsControl(via) {
		return via == SeatControl+"/"+side
	}
	i, ok := x.plan.role[via]
	return ok && x.sc.Roles[i].Scribe && x.sc.Roles[i].Side == side
}

// handPen gives the pen to another who sits there. Who holds it may, anyone
// whose holder has gone, and control.
func (x *Exercise) handPen(c *Command, op HandPen) error {
	holder := penOf(x.sitting[c.Seat], x.pens[c.Seat])
	sits := slices.ContainsFunc(x.sitting[c.Seat], func(s Sitting) bool { return s.Person == op.Person && !s.Bot })
	switch {
	case holder == "" || !sits:
		return refuse("nobody-there", "person", op.Person)
	case c.Via == "" && c.By != holder:
		return refuse("no-pen", "person", holder)
	case op.Person == holder:
		return refuse("nothing-changed")
	}
	x.emit(x.aud.side[x.sideOf(c.Seat)], &PenHanded{Person: op.Person})
	return nil
}

func (x *Exercise) applyPen(seat, person string) {
	x.pens = maps.Clone(x.pens)
	if x.pens == nil {
		x.pens = map[string]string{}
	}
	x.pens[seat] = person
}

// suggest puts an action before whoever holds the seat's pen. It is checked as
// the action itself would be, so that it can be taken up as it stands.
func (x *Exercise) suggest(seat string, op Suggest) error {
	side := x.sideOf(seat)
	if err := x.checkAct(side, op.Action, op.Text, op.Target, op.Cites); err != nil {
		return err
	}
	to := x.aud.side[side]
	b := &Suggested{Action: op.Action, Target: op.Target, Cites: slices.Clone(op.Cites)}
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	b.ID = x.next(side + "-s")
	x.emit(to, b)
	return nil
}

// checkAct refuses an action that can't be: unknown in the catalogue, of
// nothing, on an unknown target, citing what the side has not stated.
func (x *Exercise) checkAct(side, action, text, target string, cites []string) error {
	if action != "" && x.catalogued(side, action) == nil {
		return refuse("no-such-action", "action", action)
	}
	if action == "" && strings.TrimSpace(text) == "" {
		return refuse("nothing-said")
	}
	if _, ok := x.plan.target[target]; !ok && target != "" {
		return refuse("no-such-target", "target", target)
	}
	for _, id := range cites {
		if x.authorityOf(side, id) == nil {
			return refuse("no-such-authority", "authority", id)
		}
	}
	return checkTexts(text)
}

func (x *Exercise) dropSuggestion(seat string, op DropSuggestion) error {
	s, err := x.openSuggestion(seat, op.Suggestion)
	if err != nil {
		return err
	}
	x.emit(x.aud.side[x.sideOf(seat)], &SuggestionDropped{Suggestion: s.ID})
	return nil
}

// openSuggestion finds a suggestion at a seat that is neither taken up nor
// dropped.
func (x *Exercise) openSuggestion(seat, id string) (*Suggestion, error) {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.suggestions.len() || x.suggestions.at(int(i)).ID != id || x.suggestions.at(int(i)).Role != seat {
		return nil, refuse("no-such-suggestion", "suggestion", id)
	}
	s := x.suggestions.at(int(i))
	if s.Dropped || s.Taken != "" {
		return nil, refuse("suggestion-settled", "suggestion", id)
	}
	return s, nil
}
