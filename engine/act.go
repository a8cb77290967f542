package engine

import (
	"slices"

	"parley/scenarios"
)

// act records an action. It is never refused for want of authority (rule 6).
func (x *Exercise) act(c *Command, op Act) error {
	side := x.sideOf(c.Seat)
	if err := x.checkAct(side, op.Action, op.Text, op.Target, op.Cites); err != nil {
		return err
	}
	if op.Suggestion != "" {
		if _, err := x.openSuggestion(c.Seat, op.Suggestion); err != nil {
			return err
		}
	}
	for _, id := range op.Uses {
		if _, err := x.heldBy(side, id); err != nil {
			return err
		}
	}
	to := x.aud.side[side]
	b := &Acted{Action: op.Action, Target: op.Target, Cites: slices.Clone(op.Cites), Suggestion: op.Suggestion, Uses: slices.Clone(op.Uses)}
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	b.ID = x.next(side + "-a")
	x.emit(to, b)
	if op.Action != "" {
		x.afterAction(b.ID)
	}
	return nil
}

// actionOf gives a recorded action by id.
func (x *Exercise) actionOf(id string) (*Action, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.actions.len() {
		if a := x.actions.at(int(i)); a.ID == id {
			return a, nil
		}
	}
	return nil, refuse("no-such-act", "act", id)
}

// afterAction decides what follows from an action whose name is known: what
// it is found to be, milestones, expected actions, and when its outcome will
// be proposed.
func (x *Exercise) afterAction(id string) {
	a, err := x.actionOf(id)
	if err != nil {
		return
	}
	def := x.catalogued(a.Side, a.Name())
	x.emit(x.aud.side[a.Side], x.judge(a))
	x.setMilestones(x.aud.control[a.Side], def.Sets, def.Clears, a.At, id)
	x.meetExpectations(a)
	if a.Of != "" {
		return
	}
	if due := a.At + def.Takes; due > x.now.T {
		x.emit(x.aud.control[a.Side], &OutcomeDue{Act: id, Due: due, Result: def.Result})
	} else {
		x.emit(x.aud.control[a.Side], &OutcomeProposed{Act: id, Result: def.Result})
	}
}

func (x *Exercise) proposedResult(a *Action) string {
	if def := x.catalogued(a.Side, a.Name()); def != nil {
		return def.Result
	}
	return ResultPending
}

// expectKey finds the expected actions that an action may answer: those of
// its role and those of anybody (role "").
type expectKey struct{ action, role string }

func expectKeys(e *scenarios.Expect) []expectKey {
	if len(e.By) == 0 {
		return []expectKey{{e.Action, ""}}
	}
	out := make([]expectKey, len(e.By))
	for i, r := range e.By {
		out[i] = expectKey{e.Action, r}
	}
	return out
}

// meetExpectations closes the expected actions that an action answers, in the
// order in which they were opened. One that was missed counts as met after all
// if the action was done in time and only recorded late.
func (x *Exercise) meetExpectations(a *Action) {
	var meets []int32
	for _, key := range [...]expectKey{{a.Name(), a.Role}, {a.Name(), ""}} {
		kept := x.expecting[key][:0]
		for _, i := range x.expecting[key] {
			e := x.expectations.at(int(i))
			switch {
			case e.Status != ExpectOpen && e.Status != ExpectMissed: // closed; no longer looked for
			case a.At < e.Opened || e.Def.Target != "" && e.Def.Target != a.Target || x.perSide() && e.sides&x.aud.named(a.Side) == 0:
				kept = append(kept, i)
			default:
				meets = append(meets, i)
			}
		}
		if len(kept) == 0 {
			delete(x.expecting, key)
		} else {
			x.expecting[key] = kept
		}
	}
	slices.Sort(meets)
	for _, i := range slices.Compact(meets) {
		e := x.expectations.at(int(i))
		status := ExpectMet
		if a.At > e.Deadline {
			status = ExpectLate
		}
		x.emit(x.aud.control[a.Side], &ExpectationSet{ID: e.ID, Status: status, Act: a.ID})
	}
}

// withdraw takes an action back while nothing has come of it. What it met is
// open again, or missed if its time has passed.
func (x *Exercise) withdraw(seat string, op Withdraw) error {
	a, err := x.actionOf(op.Act)
	if err != nil {
		return err
	}
	switch {
	case a.Role != seat:
		return refuse("no-such-act", "act", op.Act)
	case a.Withdrawn:
		return refuse("already-withdrawn", "act", op.Act)
	case a.Outcome != nil && a.Outcome.Result != ResultPending:
		return refuse("outcome-decided", "act", op.Act)
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	to := x.aud.side[a.Side]
	x.emit(to, &Withdrawn{Act: op.Act, Text: x.typed(to, a.Side, "", op.Reason, "")})
	for k := range x.expectations.len() {
		e := x.expectations.at(k)
		if e.Act != op.Act {
			continue
		}
		status := ExpectOpen
		if e.Deadline < x.now.T {
			status = ExpectMissed
		}
		x.emit(x.aud.control[a.Side], &ExpectationSet{ID: e.ID, Status: status, Deadline: e.Deadline, Why: WhyWithdrawn})
	}
	return nil
}

func (x *Exercise) count(op Count) error {
	a, err := x.actionOf(op.Act)
	if err != nil {
		return err
	}
	switch {
	case a.Name() != "":
		return refuse("already-counted", "act", op.Act)
	case a.Withdrawn:
		return refuse("already-withdrawn", "act", op.Act)
	case x.catalogued(a.Side, op.As) == nil:
		return refuse("no-such-action", "action", op.As)
	}
	x.emit(x.aud.side[a.Side], &Counted{Act: op.Act, As: op.As})
	x.afterAction(op.Act)
	return nil
}

// decideOutcome says what came of an action. Its effect lasts as long as the
// authority that it was found to stand on says.
func (x *Exercise) decideOutcome(op DecideOutcome) error {
	a, err := x.actionOf(op.Act)
	if err != nil {
		return err
	}
	if !slices.Contains([]string{ResultWorks, ResultInPart, ResultFails, ResultPending}, op.Result) {
		return refuse("bad-result", "result", op.Result)
	}
	if a.Withdrawn {
		return refuse("already-withdrawn", "act", op.Act)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	to := x.aud.side[a.Side]
	b := &OutcomeDecided{Act: op.Act, Result: op.Result, Text: x.typed(to, x.scope(x.now.Seat), "", op.Text, "")}
	if auth := x.stoodOn(a); worked(op.Result) && auth != nil && auth.Lasts > 0 {
		b.Until = x.now.Story + auth.Lasts
	}
	x.emit(to, b)
	if !worked(op.Result) || slices.ContainsFunc(x.exhibitsOf(op.Act), func(*Exhibit) bool { return true }) {
		return nil
	}
	if def := x.catalogued(a.Side, a.Name()); def != nil {
		for _, ev := range def.Yields {
			x.emit(to, &EvidenceGained{ID: x.next(a.Side + "-e"), Evidence: ev, Side: a.Side, Act: a.ID, Role: a.Role, What: x.evidenceText(ev)})
		}
	}
	return nil
}

func (x *Exercise) exhibitsOf(act string) []*Exhibit {
	var out []*Exhibit
	for i := range x.exhibits.len() {
		if e := x.exhibits.at(i); e.Act == act {
			out = append(out, e)
		}
	}
	return out
}

func (x *Exercise) stoodOn(a *Action) *scenarios.Authority {
	if a.Finding == nil || a.Finding.Verdict == VerdictOutside {
		return nil
	}
	return x.authorityOf(a.Side, a.Finding.Authority)
}
