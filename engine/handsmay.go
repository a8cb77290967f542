package engine

import (
	"slices"
	"strings"
)

// mayTouch refuses what is not for a control seat under control = "per-side".
// A side's controller has charge of that side; the lead of the clock, of the
// injects and of what crosses. What a seat can't see is refused exactly as what
// does not exist.
func (x *Exercise) mayTouch(seat string, op Op) error {
	if !x.perSide() || !IsControl(seat) {
		return nil
	}
	side := x.sideOf(seat) // "" for the lead
	if act, ok := actNamed(op); ok {
		if a, err := x.actionOf(act); err == nil && a.Side != side {
			return refuse("no-such-act", "act", act)
		}
		return nil
	}
	if d, ok := op.(Disclose); ok && side == "" { // what crosses is the sides' to say
		return refuse("no-such-item", "item", d.Item)
	}
	if r, ok := op.(Report); ok && side == "" {
		return refuse("no-such-answer", "answer", r.Answer)
	}
	if side == "" {
		return nil
	}
	return x.controllerMay(side, op)
}

// actNamed is the action that a command of judgement speaks of.
func actNamed(op Op) (string, bool) {
	switch op := op.(type) {
	case Count:
		return op.Act, true
	case ConfirmFinding:
		return op.Act, true
	case CorrectFinding:
		return op.Act, true
	case AddAuthority:
		return op.Act, true
	case DecideOutcome:
		return op.Act, true
	}
	return "", false
}

// injectNamed is the inject that a command on the MSEL speaks of.
func injectNamed(op Op) (string, bool) {
	switch op := op.(type) {
	case Deliver:
		return op.Inject, true
	case Hold:
		return op.Inject, true
	case Release:
		return op.Inject, true
	case Skip:
		return op.Inject, true
	case Retime:
		return op.Inject, true
	case Edit:
		return op.Inject, true
	case Accept:
		return op.Inject, true
	case Dismiss:
		return op.Inject, true
	}
	return "", false
}

// controllerMay refuses what is not for a side's controller.
func (x *Exercise) controllerMay(side string, op Op) error {
	if inject, ok := injectNamed(op); ok {
		if i, ok := x.item(inject); ok {
			if err := x.onlyFor(side, x.msel.at(i).Roles, inject, refuse("no-such-inject", "inject", inject)); err != nil {
				return err
			}
		}
	}
	switch op := op.(type) {
	case Edit:
		return x.ownAddressees(side, op.To)
	case Improvise:
		return x.ownAddressees(side, op.To)
	case SendMessage:
		return x.ownAddressees(side, op.To)
	case Recall:
		if i, ok := x.placeOf(op.Delivery); ok && int(i) < x.deliveries.len() && x.deliveries.at(int(i)).ID == op.Delivery {
			return x.onlyFor(side, x.deliveries.at(int(i)).Roles, op.Delivery, refuse("no-such-delivery", "delivery", op.Delivery))
		}
	case Rule:
		for _, s := range op.To {
			if _, known := x.plan.side[s]; known && s != side {
				return refuse("crosses", "to", s)
			}
		}
	case Resume:
		if x.clock.Life == FrozenLife {
			return refuse("lead-only", "op", OpName(op))
		}
	case Deliver, Hold, Release, Skip, Retime, Accept, Dismiss, Pause, Freeze, Approve, RefuseApproval, Disclose, MakeNote, Rate,
		SetMilestone, ClearMilestone, Expunge, Join, Leave, Agree, Clear, RefuseClearance, Claim, Report, Translate, JudgeCommitment,
		TickRequest, ReleaseScores:
	default:
		return refuse("lead-only", "op", OpName(op))
	}
	return nil
}

// onlyFor refuses what does not go to a side, as if it were not there, and what
// goes to others too, which is the lead's.
func (x *Exercise) onlyFor(side string, roles []string, id string, gone error) error {
	switch own := x.partyOf(roles).sides; {
	case !slices.Contains(own, side):
		return gone
	case len(own) > 1:
		return refuse("goes-to-others", "item", id)
	}
	return nil
}

// ownAddressees refuses to send anything to another side.
func (x *Exercise) ownAddressees(side string, to []string) error {
	to = slices.DeleteFunc(slices.Clone(to), func(s string) bool { return s == SeatControl })
	if len(to) == 0 {
		return nil
	}
	roles, err := x.addressees(to)
	if err != nil {
		return err
	}
	for _, r := range roles {
		if x.sideOf(r) != side {
			return refuse("crosses", "to", r)
		}
	}
	return nil
}

// knows reports whether a seat may speak of something: what it can't see is to
// it as what does not exist.
func (x *Exercise) knows(seat, id string) bool {
	if !x.known(id) {
		return false
	}
	r := x.reachOf(seat)
	if r.all {
		return true
	}
	if i, ok := x.item(id); ok {
		return r.has(x.injectControls(x.msel.at(i)))
	}
	if i, ok := x.placeOf(id); ok {
		to := x.audienceOf(id, int(i))
		return to != nil && r.has(to)
	}
	return true // a role, an objective, a moment
}

// audienceOf is who knows of a thing in one of the vectors, nil where it is in
// none.
//
//nolint:cyclop // one case a vector
func (x *Exercise) audienceOf(id string, n int) Audience {
	switch {
	case n < 0:
	case n < x.actions.len() && x.actions.at(n).ID == id:
		return x.aud.side[x.actions.at(n).Side]
	case n < x.approvals.len() && x.approvals.at(n).ID == id:
		return x.aud.side[x.approvals.at(n).Side]
	case n < x.clearances.len() && x.clearances.at(n).ID == id:
		return x.aud.side[x.clearances.at(n).Side]
	case n < x.exhibits.len() && x.exhibits.at(n).ID == id:
		return x.aud.side[x.exhibits.at(n).Side]
	case n < x.exhibits.len() && x.exhibits.at(n).hasAlias(id):
		return x.aliasAudience(x.exhibits.at(n), id)
	case n < x.replies.len() && x.replies.at(n).ID == id:
		return x.replies.at(n).to
	case n < x.messages.len() && x.messages.at(n).ID == id:
		return x.messages.at(n).to
	case n < x.deliveries.len() && x.deliveries.at(n).ID == id:
		return x.partyOf(x.deliveries.at(n).Roles).across
	case n < x.expectations.len() && x.expectations.at(n).ID == id:
		return x.expectationAudience(x.expectations.at(n))
	case n < x.reportings.len() && x.reportings.at(n).ID == id:
		return x.aud.all
	case n < x.suggestions.len() && x.suggestions.at(n).ID == id:
		return x.aud.side[x.sideOf(x.suggestions.at(n).Role)]
	case n < x.rulings.len() && x.rulings.at(n).ID == id:
		return x.rulings.at(n).to
	case n < x.notes.len() && x.notes.at(n).ID == id:
		return x.notes.at(n).to
	case n < x.ratings.len() && x.ratings.at(n).ID == id:
		return x.ratings.at(n).to
	case n < x.showings.len() && x.showings.at(n).ID == id:
		return x.showings.at(n).to
	case n < x.texts.len() && x.texts.at(n).ID == id:
		return x.texts.at(n).To
	case n < x.tabled.len() && x.tabled.at(n).ID == id:
		return x.aud.all
	case n < x.bearings.len() && x.bearings.at(n).ID == id:
		return x.bearings.at(n).to
	}
	return x.audienceBetween(id, n)
}

// writer is whose a typed text is, by its id: a side, "control" or
// "control/SIDE". A copy keeps it.
func writer(text string) string {
	prefix, _ := splitID(text)
	return strings.TrimSuffix(prefix, "-t")
}

// mayExpunge: only the controller whose side wrote a text may take it out of
// the record, the lead what the lead wrote (rule 11).
func (x *Exercise) mayExpunge(seat string, t *WrittenText) error {
	by := writer(t.ID)
	switch side := x.sideOf(seat); {
	case !x.perSide(), by == seat, side != "" && by == side:
		return nil
	case x.reachOf(seat).has(t.To):
		return refuse("text-of-others", "text", t.ID)
	}
	return refuse("no-such-text", "text", t.ID)
}
