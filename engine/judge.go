package engine

import (
	"slices"
	"strings"
	"time"

	"parley/scenarios"
)

// authorityOf gives an authority that a side has stated, in the scenario or
// since.
func (x *Exercise) authorityOf(side, id string) *scenarios.Authority {
	if i, ok := x.plan.authority[id]; ok && x.sc.Authorities[i].Side == side {
		return &x.sc.Authorities[i]
	}
	for i := range x.stated.len() {
		if s := x.stated.at(i); s.ID == id && x.agencySide(s.Agency) == side {
			return stated(s, side)
		}
	}
	return nil
}

func (x *Exercise) agencySide(agency string) string {
	if i, ok := x.plan.agency[agency]; ok {
		return x.sc.Agencies[i].Side
	}
	return ""
}

func stated(s *AuthorityStated, side string) *scenarios.Authority {
	return &scenarios.Authority{
		ID: s.ID, Side: side, Agencies: []string{s.Agency}, Basis: s.Basis, Permits: []string{s.Permits}, Reaches: s.Reaches,
	}
}

// judge holds an action against the authorities that its side has stated, as
// they were in force and approved when it was done. With citations the cited
// ones count; without, whatever the side has stated for such an action.
func (x *Exercise) judge(a *Action) *Found {
	f := &Found{Act: a.ID, Standing: StandingProvisional}
	best, causes := x.bestOf(x.candidates(a), a)
	switch {
	case len(a.Cites) > 0:
		f.Authority, f.Causes = best.ID, causes
		f.Verdict = VerdictWithin
		if causes != nil {
			f.Verdict = VerdictOutside
		}
	case best == nil:
		f.Verdict = VerdictOutside
		f.Causes = []Cause{{Code: CauseNotPermitted, Args: map[string]string{"side": a.Side, "action": a.Name()}}}
	case causes == nil:
		f.Verdict, f.Authority = VerdictUncited, best.ID
		f.Causes = []Cause{{Code: CauseNoneCited, Args: map[string]string{"authority": best.ID}}}
	default:
		f.Verdict, f.Authority = VerdictOutside, best.ID
		f.Causes = append([]Cause{{Code: CauseNoneCited}}, causes...)
	}
	if len(x.past) > 0 {
		f.Precedent = x.past[x.precedentKey(a, f)]
	}
	return f
}

func (x *Exercise) candidates(a *Action) []*scenarios.Authority {
	var out []*scenarios.Authority
	for _, id := range a.Cites {
		if auth := x.authorityOf(a.Side, id); auth != nil {
			out = append(out, auth)
		}
	}
	if len(a.Cites) > 0 {
		return out
	}
	for _, i := range x.plan.ofSide[x.plan.side[a.Side]] {
		if auth := &x.sc.Authorities[i]; slices.Contains(auth.Permits, a.Name()) {
			out = append(out, auth)
		}
	}
	for i := range x.stated.len() {
		if s := x.stated.at(i); s.Permits == a.Name() && x.agencySide(s.Agency) == a.Side {
			out = append(out, stated(s, a.Side))
		}
	}
	return out
}

// bestOf is the candidate with the fewest causes against it, the first of
// equals.
func (x *Exercise) bestOf(cands []*scenarios.Authority, a *Action) (*scenarios.Authority, []Cause) {
	var best *scenarios.Authority
	var least []Cause
	for _, c := range cands {
		causes := x.causes(c, a)
		if best == nil || len(causes) < len(least) {
			best, least = c, causes
		}
		if causes == nil {
			break
		}
	}
	return best, least
}

// causes lists why an authority does not cover an action; none: it does.
func (x *Exercise) causes(auth *scenarios.Authority, a *Action) []Cause {
	var out []Cause
	add := func(code string, args ...string) {
		c := Cause{Code: code, Args: map[string]string{"authority": auth.ID}}
		for i := 0; i+1 < len(args); i += 2 {
			c.Args[args[i]] = args[i+1]
		}
		out = append(out, c)
	}
	agency := x.sc.Roles[x.plan.role[a.Role]].Agency
	if !slices.Contains(auth.Agencies, agency) {
		add(CauseNotHeld, "agency", agency, "holders", strings.Join(auth.Agencies, " "))
	}
	if !slices.Contains(auth.Permits, a.Name()) {
		add(CauseNotPermitted, "action", a.Name())
	}
	if side, ok := x.reached(auth, a); !ok {
		add(CauseDoesNotReach, "target", a.Target, "side", side)
	}
	if auth.Condition != nil && !x.holds(auth.Condition, a.At) {
		add(CauseConditionUnmet, "condition", auth.ConditionText)
	}
	story := time.UnixMilli(a.Story).UTC()
	switch {
	case !auth.From.IsZero() && story.Before(auth.From):
		add(CauseLapsed, "what", "not-yet", "from", auth.From.UTC().Format(time.DateOnly))
	case !auth.Until.IsZero() && !story.Before(auth.Until):
		add(CauseLapsed, "what", "power", "until", auth.Until.UTC().Format(time.DateOnly))
	}
	switch x.approved(auth, a) {
	case ApprovalLapsed:
		add(CauseLapsed, "what", "approval")
	case ApprovalWaiting:
		add(CauseApprovalMissing, "approval", auth.Approval)
	}
	return out
}

// reached reports whether an authority reaches an action's target; an action
// without one has nothing to reach.
func (x *Exercise) reached(auth *scenarios.Authority, a *Action) (side string, ok bool) {
	i, known := x.plan.target[a.Target]
	if !known {
		return "", true
	}
	side = x.sc.Targets[i].Side
	return side, slices.ContainsFunc(auth.Reaches, func(r string) bool {
		return r == "any" || r == "own" && (side == a.Side || side == "") || r == a.Target || side != "" && r == side
	})
}

// approved says how it stands with the approval that an authority needs, at
// the moment of the action: given (or none needed), lapsed, or not given. One
// who may approve needs nobody else's approval.
func (x *Exercise) approved(auth *scenarios.Authority, a *Action) string {
	if auth.Approval == "" || slices.Contains(auth.Approvers, a.Role) {
		return ApprovalGiven
	}
	state := ApprovalWaiting
	for _, i := range x.roles.at(int(x.plan.role[a.Role])).asked {
		p := x.approvals.at(int(i))
		covers := p.Action == a.Name() && p.Target == a.Target && p.Authority == auth.ID
		given := p.State == ApprovalGiven || p.State == ApprovalLapsed
		if !covers || !given || p.DecidedAt > a.At {
			continue
		}
		if p.Until == 0 || a.Story < p.Until {
			return ApprovalGiven
		}
		state = ApprovalLapsed
	}
	return state
}
