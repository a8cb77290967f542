package engine

// between is what happened between the sides, in persistent vectors. Slices in
// their elements are replaced whole, never written to.
type between struct {
	drafts   vec[Draft]
	requests vec[Request]
	clocks   vec[Deadline]
	calls    vec[Call]
	bearings vec[Bearing]
	tabled   vec[Proposal]
	cases    vec[OpenedCase]
	filings  vec[Filing]
	accounts vec[Account]
	lines    vec[ReportLine]
	released []string // sides that have released their scores
	needed   []string // hotlines that ought to be used
}

// Draft is a request that is being written.
type Draft struct {
	*RequestDrafted
	Role string
	Side string
	T    Millis
}

// Where a request stands.
const (
	RequestOpen         = "sent"
	RequestAcknowledged = "acknowledged"
	RequestAsked        = "supplement-asked"
	RequestAccepted     = "accepted"
	RequestRefused      = "refused"
	RequestPostponed    = "postponed"
	RequestExecuted     = "executed"
	RequestClosed       = "closed"
	RequestWithdrawn    = "withdrawn"
)

// Request is a request for assistance with all that came of it.
type Request struct {
	*RequestSent
	T        Millis // when it was sent
	Story    int64
	State    string
	Steps    []RequestStep
	Forwards []Forward // for its receiver's side and control
	Checks   []Check   // first as sent, then as supplemented; for control
	Ticks    []Tick
	clocks   []int32
	to       Audience
}

// RequestStep is a step on a request.
type RequestStep struct {
	*RequestStepped
	Role  string
	T     Millis // when it was done, as said
	Story int64  // story time then
	How   How
}

// Forward is a request passed on within a side.
type Forward struct {
	*RequestForwarded
	From string // role
	T    Millis
}

// Check is what a request contained at a moment.
type Check struct {
	*RequestChecked
	T Millis
}

// Tick is what somebody found in a request.
type Tick struct {
	*RequestTicked
	Seat string
	T    Millis
	to   Audience
}

// How it stands with a deadline.
const (
	DeadlineRunning = "running"
	DeadlinePaused  = "paused"
	DeadlineMet     = "met"
	DeadlineLate    = "late"   // done after its last moment
	DeadlineMissed  = "missed" // and not done yet
	DeadlineWaived  = "waived"
)

// Deadline is a response time or a legal clock that was started. Times are its
// own: story time in Unix milliseconds, or exercise time if Exercise.
type Deadline struct {
	*DeadlineStarted
	T      Millis // exercise time at which it was started
	Due    int64  // as it is now
	Status string
	At     int64      // when it came to its status
	Pauses [][2]int64 // from, until; until 0 while it stands
	Why    string
	to     Audience
}

// Call is a call on a hotline.
type Call struct {
	*HotlineOpened
	By       string // the person who opened it
	T        Millis
	Story    int64
	State    string // one of the states of a call
	Steps    []CallStep
	Found    []HotlineFound // for the side that it speaks of, and control
	Agreed   string         // step of the summary that both sides signed off
	Summary  string         // step of the last one proposed
	SignedBy []string       // sides that signed that off
	clock    string         // its deadline, "" for none
	to       Audience
}

// States of a call.
const (
	CallRinging    = "ringing"
	CallUnanswered = "unanswered" // not in time; it still rings
	CallAnswered   = "answered"
	CallClosed     = "closed"
)

// CallStep is a step in a call.
type CallStep struct {
	*HotlineStepped
	Role  string
	By    string
	T     Millis
	Story int64
}

// Bearing is something that may bear on a commitment.
type Bearing struct {
	*CommitmentBears
	T Millis
	// Judged is the last judgement of it, nil while it waits.
	Judged   *CommitmentJudged
	JudgedBy string // seat
	JudgedAt Millis
	to       Audience
}

// Proposal is a proposal on the table.
type Proposal struct {
	*ProposalTabled
	Role        string // that tabled it, "" for one of the scenario
	T           Millis
	Version     int // from 1
	Amendments  []Amendment
	Assessments []Assessment // of all versions, in order
	Outcome     string       // an Outcome constant, of Version; "" while it is open
	Settled     Millis       // when it came to its outcome
}

// Amendment is another text of a proposal.
type Amendment struct {
	*ProposalAmended
	Role string
	T    Millis
}

// Assessment is what a side thinks of a version of a proposal.
type Assessment struct {
	*ProposalAssessed
	Role string
	T    Millis
}

// OpenedCase is a case that players opened.
type OpenedCase struct {
	*CaseOpened
	Role string
	T    Millis
}

// Filing is an item that a side has under a case.
type Filing struct {
	Case, Item, Side string
	T                Millis
	Gone             bool
}

// Account is a part of a side's own account of a case.
type Account struct {
	*AccountWritten
	Side string
	Role string
	T    Millis
}

// ReportLine is a line of a joint status report with what the sides say of it.
type ReportLine struct {
	*LineWritten
	Role  string
	T     Millis
	Marks []LineMark // one a side
}

// LineMark is a side's word on another's line.
type LineMark struct {
	*LineMarked
	Role string
	T    Millis
}
