package engine

// Events of requests for assistance. What crosses is for both sides; drafts and
// passing on are for one.
type (
	// RequestDrafted is a request as it is being written. Fields and Text name
	// text leaves.
	RequestDrafted struct {
		ID      string            `json:"id"`
		Request string            `json:"request"` // the kind
		To      string            `json:"to"`
		Urgency string            `json:"urgency"`
		Case    string            `json:"case,omitempty"`
		Fields  map[string]string `json:"fields,omitempty"`
		Text    string            `json:"text,omitempty"`
		Sent    string            `json:"sent,omitempty"` // the request that it became
	}
	// RequestSent is a request on its way to another side.
	RequestSent struct {
		ID       string            `json:"id"`
		Request  string            `json:"request"` // the kind
		From     string            `json:"from"`    // role
		FromSide string            `json:"from-side"`
		To       string            `json:"to"` // role
		ToSide   string            `json:"to-side"`
		Urgency  string            `json:"urgency"`
		Case     string            `json:"case,omitempty"`
		Fields   map[string]string `json:"fields,omitempty"`
		Text     string            `json:"text,omitempty"`
		// Basis is what its sender relies on, as the legal basis is cited: the
		// other side has not our authorities.
		Basis []string `json:"basis,omitempty"`
		// OffChannel says which end of it is not a stated one: sender, receiver.
		OffChannel []string `json:"off-channel,omitempty"`
	}
	// RequestChecked is what a request contains, held against its kind when it
	// was sent or supplemented. For control, and for scores.
	RequestChecked struct {
		Request string   `json:"request"`
		Due     []string `json:"due,omitempty"`     // mandatory fields, and conditional ones that apply
		Missing []string `json:"missing,omitempty"` // of these and the technical ones, those not there
		Failing []string `json:"failing,omitempty"` // there, but not as they must be
	}
	// RequestStepped is a step on a request.
	RequestStepped struct {
		ID       string            `json:"id"`
		Request  string            `json:"request"`
		Step     string            `json:"step"`
		Side     string            `json:"side"`
		Basis    []string          `json:"basis,omitempty"`
		Text     string            `json:"text,omitempty"`
		Asked    []string          `json:"asked,omitempty"`
		Fields   map[string]string `json:"fields,omitempty"`
		Ground   string            `json:"ground,omitempty"`
		Review   int64             `json:"review,omitempty"` // story time, Unix milliseconds
		Items    []string          `json:"items,omitempty"`
		Evidence []string          `json:"evidence,omitempty"`
		Result   bool              `json:"result,omitempty"`
	}
	// RequestForwarded is a request passed on within the receiver's side.
	RequestForwarded struct {
		ID      string `json:"id"`
		Request string `json:"request"`
		To      string `json:"to"` // role
		Text    string `json:"text,omitempty"`
	}
	// RequestTicked is what somebody found in a request.
	RequestTicked struct {
		Request string   `json:"request"`
		Fields  []string `json:"fields,omitempty"`
		Faults  []string `json:"faults,omitempty"`
	}
)

// Events of deadlines.
type (
	// DeadlineStarted is a response time, or a legal clock, that runs from now.
	DeadlineStarted struct {
		ID       string `json:"id"`
		Deadline string `json:"deadline,omitempty"` // legal clock of the scenario
		Request  string `json:"request,omitempty"`  // or request, and
		Step     string `json:"step,omitempty"`     // which of its response times
		Call     string `json:"call,omitempty"`     // or call that is to be answered
		Side     string `json:"side"`               // whose it is
		// From and Due are story time in Unix milliseconds, or exercise time if
		// Exercise; Due is the last moment in time.
		From     int64 `json:"from"`
		Due      int64 `json:"due"`
		Exercise bool  `json:"exercise,omitempty"`
	}
	// DeadlineSet is one that is met, late, missed, paused, running again with
	// another Due, or waived. At is when, in the deadline's own time.
	DeadlineSet struct {
		ID     string `json:"id"`
		Status string `json:"status"`
		At     int64  `json:"at"`
		Due    int64  `json:"due,omitempty"`
		Why    string `json:"why,omitempty"` // supplement, postponed, refused, withdrawn, endex
	}
)

// Events of hotlines.
type (
	// HotlineOpened rings at the other end.
	HotlineOpened struct {
		ID       string   `json:"id"`
		Hotline  string   `json:"hotline"`
		From     string   `json:"from"` // role
		FromSide string   `json:"from-side"`
		ToSide   string   `json:"to-side"`
		Topic    string   `json:"topic,omitempty"`
		Urgent   string   `json:"urgent,omitempty"`
		Lower    string   `json:"lower,omitempty"`
		Request  string   `json:"request,omitempty"`
		Text     string   `json:"text,omitempty"`
		Basis    []string `json:"basis,omitempty"`
	}
	// HotlineFound is what the opening, or the answering, of a call was found
	// to be, for the side that did it. Test says whether the entry test holds, of an opening.
	HotlineFound struct {
		Call   string   `json:"call"`
		Step   string   `json:"step"` // open | answer
		Side   string   `json:"side"`
		Test   bool     `json:"test,omitempty"`
		Causes []string `json:"causes,omitempty"` // Misuse constants
	}
	// HotlineStepped is a step in a call.
	HotlineStepped struct {
		ID    string `json:"id"`
		Call  string `json:"call"`
		Step  string `json:"step"`
		Side  string `json:"side"`
		Text  string `json:"text,omitempty"`
		Reads string `json:"reads,omitempty"`
		Tick  string `json:"tick,omitempty"`
		To    string `json:"to,omitempty"`
		Next  int64  `json:"next,omitempty"`
	}
	// HotlineNeeded is when a hotline ought to be used. For control.
	HotlineNeeded struct {
		Hotline string `json:"hotline"`
	}
)

// Events of evidence on its way.
type (
	// EvidenceNamed is what two sides call a piece of evidence that goes from one
	// to the other. For the giver: its own number would count what else it has.
	EvidenceNamed struct {
		Exhibit string `json:"exhibit"`
		From    string `json:"from"` // side
		To      string `json:"to"`   // side
		As      string `json:"as"`
	}
	// EvidenceCertified is a form in which a side certifies it; To is the side
	// that this copy is for, "" for its own. Text "" means the form that the
	// scenario names.
	EvidenceCertified struct {
		Exhibit string `json:"exhibit"`
		Side    string `json:"side"`
		To      string `json:"to,omitempty"`
		Text    string `json:"text,omitempty"`
	}
	// EvidenceText is what the planner wrote of a piece of evidence, for readers
	// who have not the scenario.
	EvidenceText struct {
		Title       map[string]string `json:"title,omitempty"`
		Description map[string]string `json:"description,omitempty"`
		Hash        string            `json:"hash,omitempty"`
		Form        map[string]string `json:"form,omitempty"`  // of certification
		Terms       map[string]string `json:"terms,omitempty"` // of use
		Marking     string            `json:"marking,omitempty"`
	}
	// CertificateCopy is a certificate that goes with evidence.
	CertificateCopy struct {
		Side string `json:"side"`
		Role string `json:"role"`
		At   Millis `json:"at"` // when it was certified
		Text string `json:"text,omitempty"`
	}
	// EvidenceHanded is a piece of evidence given from hand to hand. Across sides
	// it bears what the receiver has of it: they have not the giver's record. To
	// a role of the same side all that stays empty.
	EvidenceHanded struct {
		ID       string `json:"id"`
		Exhibit  string `json:"exhibit"`
		Evidence string `json:"evidence"`
		From     string `json:"from"` // role
		FromSide string `json:"from-side"`
		To       string `json:"to"` // role
		ToSide   string `json:"to-side"`
		Request  string `json:"request,omitempty"`
		// Obtained is how it was obtained as found at this moment.
		Obtained string `json:"obtained,omitempty"`
		// What the planner wrote of it.
		What EvidenceText `json:"what,omitzero"`
		// Certificates that the receiver had not yet, and Limits on its use, which
		// are text leaves.
		Certificates []CertificateCopy `json:"certificates,omitempty"`
		Limits       []string          `json:"limits,omitempty"`
	}
	// EvidenceMarked is another finding on how it was obtained, for those who
	// hold it.
	EvidenceMarked struct {
		Exhibit  string `json:"exhibit"`
		Side     string `json:"side"` // that holds it
		Obtained string `json:"obtained"`
	}
)

// Events of commitments, proposals and cases.
type (
	// CommitmentBears is something that may bear on a commitment. For control.
	CommitmentBears struct {
		ID         string `json:"id"`
		Commitment string `json:"commitment"`
		Way        string `json:"way"` // for | against
	}
	// CommitmentJudged is control's judgement of it; Way "" says that it does not
	// bear on the commitment.
	CommitmentJudged struct {
		Bearing string `json:"bearing"`
		Way     string `json:"way,omitempty"`
		Text    string `json:"text,omitempty"`
	}
	// ProposalTabled lies before every side.
	ProposalTabled struct {
		ID       string `json:"id"`
		Proposal string `json:"proposal,omitempty"` // of the scenario
		Side     string `json:"side,omitempty"`     // "" for one that nobody in particular tables
		Title    Piece  `json:"title"`
		Text     Piece  `json:"text"`
	}
	// ProposalAmended has another text; Version counts from 2.
	ProposalAmended struct {
		Proposal string `json:"proposal"`
		Version  int    `json:"version"`
		Side     string `json:"side"`
		Text     Piece  `json:"text"`
	}
	// ProposalAssessed is what a side thinks of a version.
	ProposalAssessed struct {
		Proposal string `json:"proposal"`
		Version  int    `json:"version"`
		Side     string `json:"side"`
		Verdict  string `json:"verdict"`
		Text     string `json:"text,omitempty"`
	}
	// ProposalSettled is what came of it, once every side has assessed the
	// version: an Outcome constant.
	ProposalSettled struct {
		Proposal string `json:"proposal"`
		Version  int    `json:"version"`
		Outcome  string `json:"outcome"`
	}
	// CaseOpened is a case that players opened.
	CaseOpened struct {
		ID    string `json:"id"`
		Side  string `json:"side"`
		Title string `json:"title"`
	}
	// Filed puts an item under a case for one side, or takes it out.
	Filed struct {
		Case string `json:"case"`
		Side string `json:"side"`
		Item string `json:"item"`
		Not  bool   `json:"not,omitempty"`
	}
	// AccountWritten adds to a side's account of a case.
	AccountWritten struct {
		ID   string `json:"id"`
		Case string `json:"case"`
		Text string `json:"text"`
	}
	// LineWritten is a line of a joint status report, or its new text: then
	// what others said of it is gone.
	LineWritten struct {
		ID   string `json:"id"`
		Case string `json:"case"`
		Side string `json:"side"`
		Text string `json:"text"`
	}
	// LineMarked is a side's word on another's line.
	LineMarked struct {
		Line   string `json:"line"`
		Side   string `json:"side"`
		Agrees bool   `json:"agrees,omitempty"`
		Text   string `json:"text,omitempty"`
	}
	// ScoresReleased is a side's leave to show its scores.
	ScoresReleased struct {
		Side string `json:"side"`
	}
)
