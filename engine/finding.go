package engine

import (
	"slices"
	"strings"
)

// foundBy gives an action whose finding a seat may decide on: control any, a
// legal adviser those of their own side.
func (x *Exercise) foundBy(seat, id string) (*Action, error) {
	a, err := x.actionOf(id)
	if err != nil {
		return nil, err
	}
	if side := x.sideOf(seat); side != "" && side != a.Side {
		return nil, refuse("no-such-act", "act", id)
	}
	if a.Finding == nil {
		return nil, refuse("not-counted", "act", id)
	}
	return a, nil
}

func (x *Exercise) confirmFinding(seat string, op ConfirmFinding) error {
	a, err := x.foundBy(seat, op.Act)
	if err != nil {
		return err
	}
	if a.Finding.Standing != StandingProvisional {
		return refuse("not-provisional", "act", op.Act)
	}
	f := *a.Finding
	f.Standing = StandingConfirmed
	x.emit(x.aud.side[a.Side], &f)
	x.remark(a.ID)
	return nil
}

func (x *Exercise) correctFinding(seat string, op CorrectFinding) error {
	a, err := x.foundBy(seat, op.Act)
	if err != nil {
		return err
	}
	switch {
	case !slices.Contains([]string{VerdictWithin, VerdictUncited, VerdictOutside}, op.Verdict):
		return refuse("bad-verdict", "verdict", op.Verdict)
	case op.Authority != "" && x.authorityOf(a.Side, op.Authority) == nil:
		return refuse("no-such-authority", "authority", op.Authority)
	case strings.TrimSpace(op.Reason) == "":
		return refuse("no-reason")
	case op.Verdict == VerdictOutside && !slices.Contains(causeCodes(), op.Cause):
		return refuse("bad-cause", "cause", op.Cause)
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	to := x.aud.side[a.Side]
	f := &Found{Act: a.ID, Verdict: op.Verdict, Authority: op.Authority, Standing: StandingCorrected, Precedent: a.Finding.Precedent}
	switch op.Verdict {
	case VerdictOutside:
		args := map[string]string{"authority": op.Authority, "side": a.Side, "action": a.Name(), "target": a.Target}
		if i, ok := x.plan.target[a.Target]; ok && op.Cause == CauseDoesNotReach {
			args["side"] = x.sc.Targets[i].Side
		}
		f.Causes = []Cause{{Code: op.Cause, Args: args}}
	case VerdictUncited:
		f.Causes = []Cause{{Code: CauseNoneCited, Args: map[string]string{"authority": op.Authority}}}
	}
	f.Text = x.typed(to, x.scope(seat), "", op.Reason, "")
	x.emit(to, f)
	x.remark(a.ID)
	return nil
}

func causeCodes() []string {
	return []string{
		CauseNotHeld, CauseNotPermitted, CauseDoesNotReach, CauseConditionUnmet, CauseApprovalMissing, CauseLapsed, CauseNoneCited,
	}
}

// addAuthority states a further authority of the acting agency for this kind
// of action, and finds the action covered by it.
func (x *Exercise) addAuthority(seat string, op AddAuthority) error {
	a, err := x.foundBy(seat, op.Act)
	if err != nil {
		return err
	}
	if strings.TrimSpace(op.Basis) == "" {
		return refuse("no-basis")
	}
	if err := checkTexts(op.Title, op.Basis); err != nil {
		return err
	}
	for _, r := range op.Reaches {
		_, side := x.plan.side[r]
		_, target := x.plan.target[r]
		if r != "own" && r != "any" && !side && !target {
			return refuse("no-such-reach", "reaches", r)
		}
	}
	to := x.aud.side[a.Side]
	scope := x.scope(seat)
	b := &AuthorityStated{
		ID: x.next(a.Side + ".stated-"), Act: a.ID, Agency: x.sc.Roles[x.plan.role[a.Role]].Agency, Permits: a.Name(), Reaches: op.Reaches,
	}
	if len(b.Reaches) == 0 {
		b.Reaches = []string{"own"}
	}
	b.Title = x.typed(to, scope, "", op.Title, "")
	b.Basis = x.typed(to, scope, "", op.Basis, "")
	x.emit(to, b)
	f := &Found{Act: a.ID, Verdict: VerdictWithin, Authority: b.ID, Standing: StandingCorrected}
	if causes := x.causes(stated(b, a.Side), a); causes != nil {
		f.Verdict, f.Causes = VerdictOutside, causes
	}
	x.emit(to, f)
	x.remark(a.ID)
	return nil
}

func (x *Exercise) askApproval(seat string, op AskApproval) error {
	side := x.sideOf(seat)
	auth := x.authorityOf(side, op.Authority)
	switch {
	case auth == nil:
		return refuse("no-such-authority", "authority", op.Authority)
	case auth.Approval == "":
		return refuse("needs-no-approval", "authority", op.Authority)
	case x.catalogued(side, op.Action) == nil:
		return refuse("no-such-action", "action", op.Action)
	}
	if _, ok := x.plan.target[op.Target]; !ok && op.Target != "" {
		return refuse("no-such-target", "target", op.Target)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	to := x.aud.side[side]
	b := &ApprovalAsked{Action: op.Action, Target: op.Target, Authority: op.Authority, Approvers: auth.Approvers}
	b.Text = x.typed(to, side, "", op.Text, "")
	b.ID = x.next(side + "-p")
	x.emit(to, b)
	return nil
}

// decideApproval gives or declines an approval: one who was asked may, and
// control for one who is absent (rule 17).
func (x *Exercise) decideApproval(c *Command, id string, yes bool, text string) error {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.approvals.len() || x.approvals.at(int(i)).ID != id {
		return refuse("no-such-approval", "approval", id)
	}
	p := x.approvals.at(int(i))
	entitled := x.controls(c.Seat, p.Side) || slices.Contains(p.Approvers, c.Seat) || x.routing().standsIn(c.Seat, p.Approvers)
	if !entitled || x.sideOf(c.Seat) != "" && x.sideOf(c.Seat) != p.Side {
		return refuse("no-such-approval", "approval", id)
	}
	if p.State != ApprovalWaiting {
		return refuse("already-decided", "approval", id)
	}
	if err := checkTexts(text); err != nil {
		return err
	}
	to := x.aud.side[p.Side]
	b := &ApprovalDecided{Approval: id, Approved: yes, Text: x.typed(to, x.scope(c.Seat), "", text, "")}
	if auth := x.authorityOf(p.Side, p.Authority); yes && auth != nil && auth.ApprovalLasts > 0 {
		b.Until = x.clock.StoryAt(c.Said) + auth.ApprovalLasts
	}
	x.emit(to, b)
	return nil
}
