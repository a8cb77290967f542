package engine

// newBetween makes an empty body of a kind of what happens between the sides, nil
// for another.
//
//nolint:cyclop,funlen // a table in the form of a switch
func newBetween(k Kind) Body {
	switch k {
	case "request-drafted":
		return &RequestDrafted{}
	case "request-sent":
		return &RequestSent{}
	case "request-checked":
		return &RequestChecked{}
	case "request-stepped":
		return &RequestStepped{}
	case "request-forwarded":
		return &RequestForwarded{}
	case "request-ticked":
		return &RequestTicked{}
	case "deadline-started":
		return &DeadlineStarted{}
	case "deadline-set":
		return &DeadlineSet{}
	case "hotline-opened":
		return &HotlineOpened{}
	case "hotline-found":
		return &HotlineFound{}
	case "hotline-stepped":
		return &HotlineStepped{}
	case "hotline-needed":
		return &HotlineNeeded{}
	case "evidence-named":
		return &EvidenceNamed{}
	case "evidence-certified":
		return &EvidenceCertified{}
	case "evidence-handed":
		return &EvidenceHanded{}
	case "evidence-marked":
		return &EvidenceMarked{}
	case "commitment-bears":
		return &CommitmentBears{}
	case "commitment-judged":
		return &CommitmentJudged{}
	case "proposal-tabled":
		return &ProposalTabled{}
	case "proposal-amended":
		return &ProposalAmended{}
	case "proposal-assessed":
		return &ProposalAssessed{}
	case "proposal-settled":
		return &ProposalSettled{}
	case "case-opened":
		return &CaseOpened{}
	case "filed":
		return &Filed{}
	case "account-written":
		return &AccountWritten{}
	case "line-written":
		return &LineWritten{}
	case "line-marked":
		return &LineMarked{}
	case "scores-released":
		return &ScoresReleased{}
	}
	return nil
}

// Kind names the event in the record.
func (*RequestDrafted) Kind() Kind { return "request-drafted" }

// Kind names the event in the record.
func (*RequestSent) Kind() Kind { return "request-sent" }

// Kind names the event in the record.
func (*RequestChecked) Kind() Kind { return "request-checked" }

// Kind names the event in the record.
func (*RequestStepped) Kind() Kind { return "request-stepped" }

// Kind names the event in the record.
func (*RequestForwarded) Kind() Kind { return "request-forwarded" }

// Kind names the event in the record.
func (*RequestTicked) Kind() Kind { return "request-ticked" }

// Kind names the event in the record.
func (*DeadlineStarted) Kind() Kind { return "deadline-started" }

// Kind names the event in the record.
func (*DeadlineSet) Kind() Kind { return "deadline-set" }

// Kind names the event in the record.
func (*HotlineOpened) Kind() Kind { return "hotline-opened" }

// Kind names the event in the record.
func (*HotlineFound) Kind() Kind { return "hotline-found" }

// Kind names the event in the record.
func (*HotlineStepped) Kind() Kind { return "hotline-stepped" }

// Kind names the event in the record.
func (*HotlineNeeded) Kind() Kind { return "hotline-needed" }

// Kind names the event in the record.
func (*EvidenceNamed) Kind() Kind { return "evidence-named" }

// Kind names the event in the record.
func (*EvidenceCertified) Kind() Kind { return "evidence-certified" }

// Kind names the event in the record.
func (*EvidenceHanded) Kind() Kind { return "evidence-handed" }

// Kind names the event in the record.
func (*EvidenceMarked) Kind() Kind { return "evidence-marked" }

// Kind names the event in the record.
func (*CommitmentBears) Kind() Kind { return "commitment-bears" }

// Kind names the event in the record.
func (*CommitmentJudged) Kind() Kind { return "commitment-judged" }

// Kind names the event in the record.
func (*ProposalTabled) Kind() Kind { return "proposal-tabled" }

// Kind names the event in the record.
func (*ProposalAmended) Kind() Kind { return "proposal-amended" }

// Kind names the event in the record.
func (*ProposalAssessed) Kind() Kind { return "proposal-assessed" }

// Kind names the event in the record.
func (*ProposalSettled) Kind() Kind { return "proposal-settled" }

// Kind names the event in the record.
func (*CaseOpened) Kind() Kind { return "case-opened" }

// Kind names the event in the record.
func (*Filed) Kind() Kind { return "filed" }

// Kind names the event in the record.
func (*AccountWritten) Kind() Kind { return "account-written" }

// Kind names the event in the record.
func (*LineWritten) Kind() Kind { return "line-written" }

// Kind names the event in the record.
func (*LineMarked) Kind() Kind { return "line-marked" }

// Kind names the event in the record.
func (*ScoresReleased) Kind() Kind { return "scores-released" }
