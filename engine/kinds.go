package engine

// newBody makes an empty body of a kind, nil for a kind this version does not
// know.
//
//nolint:cyclop,funlen,gocyclo // a table in the form of a switch: package-level maps would be mutable
func newBody(k Kind) Body {
	switch k {
	case "started":
		return &Started{}
	case "paused":
		return &Paused{}
	case "resumed":
		return &Resumed{}
	case "frozen":
		return &Frozen{}
	case "rate-set":
		return &RateSet{}
	case "jumped":
		return &Jumped{}
	case "segment-started":
		return &SegmentStarted{}
	case "ended":
		return &Ended{}
	case "marked":
		return &Marked{}
	case "reopened":
		return &Reopened{}
	case "dues-set":
		return &DuesSet{}
	case "held":
		return &Held{}
	case "released":
		return &Released{}
	case "fell-due":
		return &FellDue{}
	case "cued":
		return &Cued{}
	case "skipped":
		return &Skipped{}
	case "edited":
		return &Edited{}
	case "improvised":
		return &Improvised{}
	case "cond-turned":
		return &CondTurned{}
	case "proposed":
		return &Proposed{}
	case "dismissed":
		return &Dismissed{}
	case "delivered":
		return &Delivered{}
	case "chose-alternative":
		return &ChoseAlternative{}
	case "expected":
		return &Expected{}
	case "expectation-set":
		return &ExpectationSet{}
	case "recalled":
		return &Recalled{}
	case "milestone-set":
		return &MilestoneSet{}
	case "opened":
		return &Opened{}
	case "acknowledged":
		return &Acknowledged{}
	case "closed":
		return &Closed{}
	case "answered":
		return &Answered{}
	case "question-put":
		return &QuestionPut{}
	case "reported":
		return &Reported{}
	case "practised":
		return &Practised{}
	case "pen-handed":
		return &PenHanded{}
	case "suggested":
		return &Suggested{}
	case "suggestion-dropped":
		return &SuggestionDropped{}
	case "translated":
		return &Translated{}
	case "acted":
		return &Acted{}
	case "outcome-due":
		return &OutcomeDue{}
	case "withdrawn":
		return &Withdrawn{}
	case "approval-asked":
		return &ApprovalAsked{}
	case "approval-decided":
		return &ApprovalDecided{}
	case "lapsed":
		return &Lapsed{}
	case "messaged":
		return &Messaged{}
	case "disclosed":
		return &Disclosed{}
	case "found":
		return &Found{}
	case "authority-stated":
		return &AuthorityStated{}
	case "counted":
		return &Counted{}
	case "outcome-proposed":
		return &OutcomeProposed{}
	case "outcome-decided":
		return &OutcomeDecided{}
	case "evidence-gained":
		return &EvidenceGained{}
	case "ruled":
		return &Ruled{}
	case "noted":
		return &Noted{}
	case "rated":
		return &Rated{}
	case "agreed":
		return &Agreed{}
	case "opened-up":
		return &OpenedUp{}
	case "clearance-asked":
		return &ClearanceAsked{}
	case "clearance-decided":
		return &ClearanceDecided{}
	case "claimed":
		return &Claimed{}
	case "typed":
		return &Typed{}
	case "expunged":
		return &Expunged{}
	case "joined":
		return &Joined{}
	case "left":
		return &Left{}
	}
	return newBetween(k)
}

// Kind names the event in the record.
func (*Started) Kind() Kind { return "started" }

// Kind names the event in the record.
func (*Paused) Kind() Kind { return "paused" }

// Kind names the event in the record.
func (*Resumed) Kind() Kind { return "resumed" }

// Kind names the event in the record.
func (*Frozen) Kind() Kind { return "frozen" }

// Kind names the event in the record.
func (*RateSet) Kind() Kind { return "rate-set" }

// Kind names the event in the record.
func (*Jumped) Kind() Kind { return "jumped" }

// Kind names the event in the record.
func (*SegmentStarted) Kind() Kind { return "segment-started" }

// Kind names the event in the record.
func (*Ended) Kind() Kind { return "ended" }

// Kind names the event in the record.
func (*Marked) Kind() Kind { return "marked" }

// Kind names the event in the record.
func (*Reopened) Kind() Kind { return "reopened" }

// Kind names the event in the record.
func (*DuesSet) Kind() Kind { return "dues-set" }

// Kind names the event in the record.
func (*Held) Kind() Kind { return "held" }

// Kind names the event in the record.
func (*Released) Kind() Kind { return "released" }

// Kind names the event in the record.
func (*FellDue) Kind() Kind { return "fell-due" }

// Kind names the event in the record.
func (*Cued) Kind() Kind { return "cued" }

// Kind names the event in the record.
func (*Skipped) Kind() Kind { return "skipped" }

// Kind names the event in the record.
func (*Edited) Kind() Kind { return "edited" }

// Kind names the event in the record.
func (*Improvised) Kind() Kind { return "improvised" }

// Kind names the event in the record.
func (*CondTurned) Kind() Kind { return "cond-turned" }

// Kind names the event in the record.
func (*Proposed) Kind() Kind { return "proposed" }

// Kind names the event in the record.
func (*Dismissed) Kind() Kind { return "dismissed" }

// Kind names the event in the record.
func (*Delivered) Kind() Kind { return "delivered" }

// Kind names the event in the record.
func (*ChoseAlternative) Kind() Kind { return "chose-alternative" }

// Kind names the event in the record.
func (*Expected) Kind() Kind { return "expected" }

// Kind names the event in the record.
func (*ExpectationSet) Kind() Kind { return "expectation-set" }

// Kind names the event in the record.
func (*Recalled) Kind() Kind { return "recalled" }

// Kind names the event in the record.
func (*MilestoneSet) Kind() Kind { return "milestone-set" }

// Kind names the event in the record.
func (*Opened) Kind() Kind { return "opened" }

// Kind names the event in the record.
func (*Acknowledged) Kind() Kind { return "acknowledged" }

// Kind names the event in the record.
func (*Closed) Kind() Kind { return "closed" }

// Kind names the event in the record.
func (*Answered) Kind() Kind { return "answered" }

// Kind names the event in the record.
func (*Acted) Kind() Kind { return "acted" }

// Kind names the event in the record.
func (*OutcomeDue) Kind() Kind { return "outcome-due" }

// Kind names the event in the record.
func (*Withdrawn) Kind() Kind { return "withdrawn" }

// Kind names the event in the record.
func (*ApprovalAsked) Kind() Kind { return "approval-asked" }

// Kind names the event in the record.
func (*ApprovalDecided) Kind() Kind { return "approval-decided" }

// Kind names the event in the record.
func (*Lapsed) Kind() Kind { return "lapsed" }

// Kind names the event in the record.
func (*Messaged) Kind() Kind { return "messaged" }

// Kind names the event in the record.
func (*Disclosed) Kind() Kind { return "disclosed" }

// Kind names the event in the record.
func (*Found) Kind() Kind { return "found" }

// Kind names the event in the record.
func (*AuthorityStated) Kind() Kind { return "authority-stated" }

// Kind names the event in the record.
func (*Counted) Kind() Kind { return "counted" }

// Kind names the event in the record.
func (*OutcomeProposed) Kind() Kind { return "outcome-proposed" }

// Kind names the event in the record.
func (*OutcomeDecided) Kind() Kind { return "outcome-decided" }

// Kind names the event in the record.
func (*EvidenceGained) Kind() Kind { return "evidence-gained" }

// Kind names the event in the record.
func (*Ruled) Kind() Kind { return "ruled" }

// Kind names the event in the record.
func (*Noted) Kind() Kind { return "noted" }

// Kind names the event in the record.
func (*Rated) Kind() Kind { return "rated" }

// Kind names the event in the record.
func (*Agreed) Kind() Kind { return "agreed" }

// Kind names the event in the record.
func (*OpenedUp) Kind() Kind { return "opened-up" }

// Kind names the event in the record.
func (*ClearanceAsked) Kind() Kind { return "clearance-asked" }

// Kind names the event in the record.
func (*ClearanceDecided) Kind() Kind { return "clearance-decided" }

// Kind names the event in the record.
func (*Claimed) Kind() Kind { return "claimed" }

// Kind names the event in the record.
func (*Typed) Kind() Kind { return "typed" }

// Kind names the event in the record.
func (*Expunged) Kind() Kind { return "expunged" }

// Kind names the event in the record.
func (*Joined) Kind() Kind { return "joined" }

// Kind names the event in the record.
func (*Left) Kind() Kind { return "left" }

// Kind of a question put up for discussion.
func (*QuestionPut) Kind() Kind { return "question-put" }

// Kind of an answer told to the plenary.
func (*Reported) Kind() Kind { return "reported" }

// Kind of having been through the practice inject.
func (*Practised) Kind() Kind { return "practised" }

// Kind of the pen in another's hand.
func (*PenHanded) Kind() Kind { return "pen-handed" }

// Kind of a suggested action.
func (*Suggested) Kind() Kind { return "suggested" }

// Kind of a suggestion that will not be taken up.
func (*SuggestionDropped) Kind() Kind { return "suggestion-dropped" }

// Kind of a translation of a typed text.
func (*Translated) Kind() Kind { return "translated" }
