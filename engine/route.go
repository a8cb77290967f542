package engine

// route puts an event into the logs of the roles that may read it, and into
// control's feed. Texts, marks and the engine's own bookkeeping are in none.
func (x *Exercise) route(e *Event, n int32) {
	switch b := e.Body.(type) {
	case *Started, *Paused, *Resumed, *Frozen, *RateSet, *Jumped, *SegmentStarted, *Ended, *Reopened:
		x.routeHeard(x.aud.all, n)
		x.feed(e, n)
	case *Delivered:
		x.routeTo(b.Roles, n)
		x.feed(e, n)
	case *Recalled:
		if i, ok := x.placeOf(b.Delivery); ok {
			x.routeTo(x.deliveries.at(int(i)).Roles, n)
		}
		x.feed(e, n)
	case *Messaged:
		x.routeMessage(e, b, n)
		x.feed(e, n)
	case *Found:
		x.routeFound(e, b, n)
		x.feed(e, n)
	case *Answered:
		if b.Delivery == "" {
			x.routeHeard(e.To, n)
		} else {
			x.routeAnswer(e, b, n)
		}
		x.feed(e, n)
	case *QuestionPut, *Reported:
		x.routeHeard(e.To, n)
		x.feed(e, n)
	case *Suggested, *SuggestionDropped, *PenHanded:
		x.routeTo([]string{e.Seat}, n)
		x.feed(e, n)
	case *Acted, *Withdrawn, *Counted, *ApprovalAsked, *ApprovalDecided, *OutcomeDecided, *EvidenceGained,
		*AuthorityStated, *Lapsed, *Disclosed, *Ruled, *Expunged:
		x.routeSides(e.To, n)
		x.feed(e, n)
	case *Joined, *Left, *Held, *Released, *FellDue, *Cued, *Skipped, *Edited, *Improvised, *Proposed, *Dismissed,
		*ExpectationSet, *MilestoneSet, *OutcomeProposed, *Noted, *Rated, *Acknowledged, *Practised,
		*Translated, *Agreed, *OpenedUp:
		x.feed(e, n)
	case *ClearanceAsked, *ClearanceDecided:
		x.routeSides(e.To, n)
		x.feed(e, n)
	default:
		x.routeBetween(e, n)
	}
}

// routeBetween puts what happens between the sides into the logs of all roles of
// the sides that may have it.
func (x *Exercise) routeBetween(e *Event, n int32) {
	switch b := e.Body.(type) {
	case *RequestSent, *RequestStepped, *RequestForwarded, *RequestTicked, *HotlineOpened, *HotlineStepped, *EvidenceCertified, *EvidenceHanded,
		*EvidenceMarked, *ProposalTabled, *ProposalAmended, *ProposalAssessed, *ProposalSettled, *CaseOpened, *LineWritten, *LineMarked,
		*ScoresReleased:
		x.routeHeard(e.To, n)
		x.feed(e, n)
	case *DeadlineSet:
		if b.Status == DeadlineMissed || b.Status == DeadlineLate || b.Why == WhySupplement || b.Why == WhyPostponed {
			x.routeHeard(e.To, n)
			x.feed(e, n)
		}
	case *DeadlineStarted:
		if b.Deadline != "" {
			x.routeHeard(e.To, n)
			x.feed(e, n)
		}
	case *RequestDrafted, *Filed, *AccountWritten:
		x.routeSides(e.To, n)
	case *HotlineFound:
		if len(b.Causes) > 0 {
			x.routeSides(e.To, n)
			x.feed(e, n)
		}
	case *HotlineNeeded, *CommitmentBears, *CommitmentJudged:
		x.feed(e, n)
	}
}

// routeHeard puts an event into the logs of everyone, or of every role of the
// sides in its audience.
func (x *Exercise) routeHeard(to Audience, n int32) {
	if len(to) == 1 && to[0] == "all" {
		for i := range x.roles.len() {
			rlog := x.roles.edit(i, x.gen)
			rlog.log = append(rlog.log, n)
		}
		return
	}
	x.routeSides(to, n)
}

func (x *Exercise) routeTo(roles []string, n int32) {
	for _, r := range roles {
		if i, ok := x.plan.role[r]; ok {
			rlog := x.roles.edit(int(i), x.gen)
			rlog.log = append(rlog.log, n)
		}
	}
}

// routeSides puts an event into the logs of every role of the sides in its
// audience.
func (x *Exercise) routeSides(to Audience, n int32) {
	for _, a := range to {
		if s, ok := x.plan.side[a]; ok {
			for _, r := range x.plan.rolesOf[s] {
				rlog := x.roles.edit(int(r), x.gen)
				rlog.log = append(rlog.log, n)
			}
		}
	}
}

// routeAnswer: those of the side who have the question before them.
func (x *Exercise) routeAnswer(e *Event, b *Answered, n int32) {
	i, ok := x.placeOf(b.Delivery)
	if !ok {
		return
	}
	side := x.sideOf(e.Seat)
	for _, r := range x.deliveries.at(int(i)).Roles {
		if x.sideOf(r) == side {
			x.routeTo([]string{r}, n)
		}
	}
}

// routeMessage: addressees and the sender.
func (x *Exercise) routeMessage(e *Event, b *Messaged, n int32) {
	x.routeTo(b.Roles, n)
	for _, r := range b.Roles {
		if r == e.Seat {
			return
		}
	}
	x.routeTo([]string{e.Seat}, n)
}

// routeFound: a provisional finding is for the side's legal advisers; once it
// stands, for the side.
func (x *Exercise) routeFound(e *Event, b *Found, n int32) {
	if b.Standing != StandingProvisional {
		x.routeSides(e.To, n)
		return
	}
	if i, ok := x.placeOf(b.Act); ok {
		for _, r := range x.plan.legal[x.plan.side[x.actions.at(int(i)).Side]] {
			rlog := x.roles.edit(int(r), x.gen)
			rlog.log = append(rlog.log, n)
		}
	}
}
