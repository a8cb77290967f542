package engine

// The commands of what happens between the sides.
type (
	// DraftRequest keeps a request that is being written, for one's own side to
	// read; with Request it replaces that draft.
	DraftRequest struct {
		Request string            `json:"request,omitempty"`
		Kind    string            `json:"kind"`
		To      string            `json:"to"` // role of another side
		Urgency string            `json:"urgency,omitempty"`
		Case    string            `json:"case,omitempty"`
		Fields  map[string]string `json:"fields,omitempty"` // by field
		Text    string            `json:"text,omitempty"`   // of free text, or what is said besides
		Lang    string            `json:"lang,omitempty"`
	}
	// SendRequest sends one; with Draft and no Kind that draft as it stands, with
	// both what is given here in its place.
	SendRequest struct {
		Draft   string            `json:"draft,omitempty"`
		Kind    string            `json:"kind,omitempty"`
		To      string            `json:"to,omitempty"`
		Urgency string            `json:"urgency,omitempty"` // "": the kind's first
		Case    string            `json:"case,omitempty"`
		Fields  map[string]string `json:"fields,omitempty"`
		Text    string            `json:"text,omitempty"`
		Lang    string            `json:"lang,omitempty"`
		Cites   []string          `json:"cites,omitempty"`
	}
	// StepRequest takes a step on a request: one of scenarios.SenderSteps by a
	// role of the sender's side, of scenarios.ReceiverSteps by one of the
	// receiver's.
	StepRequest struct {
		Request  string            `json:"request"`
		Step     string            `json:"step"`
		Cites    []string          `json:"cites,omitempty"`
		Text     string            `json:"text,omitempty"`
		Lang     string            `json:"lang,omitempty"`
		Asked    []string          `json:"asked,omitempty"`    // of ask-supplement: fields
		Fields   map[string]string `json:"fields,omitempty"`   // of supplement: by field
		Ground   string            `json:"ground,omitempty"`   // of refuse, accept-part, execute-part, postpone
		Review   int64             `json:"review,omitempty"`   // of postpone: story time, Unix milliseconds
		Items    []string          `json:"items,omitempty"`    // fields asked for that it speaks to
		Evidence []string          `json:"evidence,omitempty"` // exhibits that go with it
		To       string            `json:"to,omitempty"`       // of forward: role of one's own side
		Result   bool              `json:"result,omitempty"`   // of update: it tells a result, not only how things stand
	}
	// TickRequest says what a request contains, as its receiver or control
	// reads it, and what is wrong with it: the Fault constants.
	TickRequest struct {
		Request string   `json:"request"`
		Fields  []string `json:"fields,omitempty"`
		Faults  []string `json:"faults,omitempty"`
	}
	// OpenHotline opens a call to another side. Urgent and Lower are the entry
	// test: an Urgent constant and a Lower constant; Request is what failed on
	// the lower channel.
	OpenHotline struct {
		Hotline string   `json:"hotline"`
		To      string   `json:"to"` // side
		Topic   string   `json:"topic,omitempty"`
		Urgent  string   `json:"urgent,omitempty"`
		Lower   string   `json:"lower,omitempty"`
		Request string   `json:"request,omitempty"`
		Text    string   `json:"text,omitempty"`
		Lang    string   `json:"lang,omitempty"`
		Cites   []string `json:"cites,omitempty"`
	}
	// StepHotline takes a step in a call, one of the Call constants.
	StepHotline struct {
		Call  string `json:"call"`
		Step  string `json:"step"`
		Text  string `json:"text,omitempty"` // of say, summary, escalate, close
		Lang  string `json:"lang,omitempty"`
		Reads string `json:"reads,omitempty"` // of say: the turn that it reads back; of sign: the summary meant, "" for the present one
		Tick  string `json:"tick,omitempty"`  // of tick: step of the procedure
		To    string `json:"to,omitempty"`    // of escalate: role of one's own side
		Next  int64  `json:"next,omitempty"`  // of close: story time of the next call, Unix milliseconds
	}
	// Certify states the form in which a piece of evidence is certified; without
	// Text it is the one that the scenario names for it.
	Certify struct {
		Exhibit string `json:"exhibit"`
		Text    string `json:"text,omitempty"`
		Lang    string `json:"lang,omitempty"`
	}
	// HandOver gives a piece of evidence to a role, of one's own or another
	// side; Text are limits on its use.
	HandOver struct {
		Exhibit string `json:"exhibit"`
		To      string `json:"to"`
		Text    string `json:"text,omitempty"`
		Lang    string `json:"lang,omitempty"`
	}
	// JudgeCommitment says whether what came up bears on a commitment: Way is a
	// Way constant, "" if it does not bear on it. The reason may be left out
	// where it is as proposed.
	JudgeCommitment struct {
		Bearing string `json:"bearing"`
		Way     string `json:"way,omitempty"`
		Text    string `json:"text,omitempty"`
	}
	// TableProposal puts a proposal before every side.
	TableProposal struct {
		Title string `json:"title"`
		Text  string `json:"text"`
		Lang  string `json:"lang,omitempty"`
	}
	// AmendProposal gives it another text; what was assessed was the old one.
	// Version is the one that was looked at; 0: whichever it is.
	AmendProposal struct {
		Proposal string `json:"proposal"`
		Version  int    `json:"version,omitempty"`
		Text     string `json:"text"`
		Lang     string `json:"lang,omitempty"`
	}
	// AssessProposal says what one's side thinks of it: a Support constant,
	// with reasons, which plain support may leave out.
	AssessProposal struct {
		Proposal string `json:"proposal"`
		Version  int    `json:"version,omitempty"` // as in AmendProposal
		Verdict  string `json:"verdict"`
		Text     string `json:"text,omitempty"`
		Lang     string `json:"lang,omitempty"`
	}
	// OpenCase opens a case that all sides know of.
	OpenCase struct {
		Title string `json:"title"`
		Lang  string `json:"lang,omitempty"`
	}
	// FileUnder files an item of one's own side under a case; Not takes it out.
	FileUnder struct {
		Case string `json:"case"`
		Item string `json:"item"`
		Not  bool   `json:"not,omitempty"`
	}
	// WriteAccount adds to one's own side's account of a case.
	WriteAccount struct {
		Case string `json:"case"`
		Text string `json:"text"`
		Lang string `json:"lang,omitempty"`
	}
	// WriteLine puts a line into a case's joint status report; with Line it
	// replaces that line, which one's own side wrote.
	WriteLine struct {
		Case string `json:"case"`
		Line string `json:"line,omitempty"`
		Text string `json:"text"`
		Lang string `json:"lang,omitempty"`
	}
	// MarkLine agrees to a line that another side wrote, or disputes it.
	MarkLine struct {
		Line   string `json:"line"`
		Reads  string `json:"reads,omitempty"` // text leaf of the line as read, "" for the present one
		Agrees bool   `json:"agrees,omitempty"`
		Text   string `json:"text,omitempty"`
		Lang   string `json:"lang,omitempty"`
	}
	// ReleaseScores shows one's side's scores to the others, once all have
	// released theirs. Side is for control to name.
	ReleaseScores struct {
		Side string `json:"side,omitempty"`
	}
)

// What can be wrong with a request beside what it lacks.
const (
	FaultOverBroad    = "over-broad"    // asks for everything
	FaultNeedlessData = "needless-data" // holds intelligence or personal data that need not be there
	FaultLanguage     = "language"      // not in a language that the receiver reads
	FaultLimitBroken  = "limit-broken"  // in the answer: confidentiality, a use limit or a label was not kept
)

// Faults that can be ticked.
func Faults() []string {
	return []string{FaultOverBroad, FaultNeedlessData, FaultLanguage, FaultLimitBroken}
}

// Why a call on a hotline is urgent.
const (
	UrgentLife       = "life"
	UrgentCritical   = "critical-infrastructure"
	UrgentLoss       = "irreversible-loss"
	UrgentEscalation = "escalation"
)

// Urgencies of a call.
func Urgencies() []string {
	return []string{UrgentLife, UrgentCritical, UrgentLoss, UrgentEscalation}
}

// What became of the lower channel before a call.
const (
	LowerFailed   = "failed"
	LowerTooSlow  = "too-slow"
	LowerNotTried = "not-tried"
)

// Lowers are what can have become of the lower channel.
func Lowers() []string { return []string{LowerFailed, LowerTooSlow, LowerNotTried} }

// StepOpen is the step of opening a call, which [OpenHotline] takes.
const StepOpen = "open"

// The steps of a call.
const (
	CallAnswer   = "answer"
	CallSay      = "say"
	CallTick     = "tick"
	CallSummary  = "summary" // proposes the text that both sides sign off
	CallSign     = "sign"
	CallEscalate = "escalate"
	CallClose    = "close"
)

// CallSteps are the steps of a call.
func CallSteps() []string {
	return []string{CallAnswer, CallSay, CallTick, CallSummary, CallSign, CallEscalate, CallClose}
}

// What a side thinks of a proposal.
const (
	SupportFull    = "support"
	SupportChanges = "support-with-changes"
	SupportDefer   = "defer"
	SupportDecline = "decline"
)

// Supports are what a side can think of a proposal.
func Supports() []string {
	return []string{SupportFull, SupportChanges, SupportDefer, SupportDecline}
}

func (DraftRequest) op() opInfo    { return opInfo{"draft-request", byPlayer, during} }
func (SendRequest) op() opInfo     { return opInfo{"send-request", byPlayer, during} }
func (StepRequest) op() opInfo     { return opInfo{"step-request", byPlayer, during} }
func (TickRequest) op() opInfo     { return opInfo{"tick-request", both, notFroze} }
func (OpenHotline) op() opInfo     { return opInfo{"open-hotline", byPlayer, during} }
func (StepHotline) op() opInfo     { return opInfo{"step-hotline", byPlayer, during} }
func (Certify) op() opInfo         { return opInfo{"certify", byPlayer, during} }
func (HandOver) op() opInfo        { return opInfo{"hand-over", byPlayer, during} }
func (JudgeCommitment) op() opInfo { return opInfo{"judge-commitment", byControl, notFroze} }
func (TableProposal) op() opInfo   { return opInfo{"table-proposal", byPlayer, during} }
func (AmendProposal) op() opInfo   { return opInfo{"amend-proposal", byPlayer, during} }
func (AssessProposal) op() opInfo  { return opInfo{"assess-proposal", byPlayer, during} }
func (OpenCase) op() opInfo        { return opInfo{"open-case", byPlayer, during} }
func (FileUnder) op() opInfo       { return opInfo{"file-under", byPlayer, during} }
func (WriteAccount) op() opInfo    { return opInfo{"write-account", byPlayer, during} }
func (WriteLine) op() opInfo       { return opInfo{"write-line", byPlayer, during} }
func (MarkLine) op() opInfo        { return opInfo{"mark-line", byPlayer, during} }
func (ReleaseScores) op() opInfo   { return opInfo{"release-scores", both, notFroze} }
