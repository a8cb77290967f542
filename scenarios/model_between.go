package scenarios

// What happens between the sides: requests for assistance, hotlines, legal
// clocks, commitments, proposals, cases, scores.

// The weights of a request's field.
const (
	WeightMandatory   = "mandatory"   // the request is incomplete without it
	WeightConditional = "conditional" // mandatory while its condition holds
	WeightDesirable   = "desirable"   // helps; its lack is no fault
)

// The checks that a field's value can be held against; see [CheckValue].
const (
	CheckTime   = "time"   // a date and an hour with their zone
	CheckAddr   = "ip"     // IP addresses, each with a port
	CheckHash   = "hash"   // a hash of a length that a common algorithm gives
	CheckPeriod = "period" // two dates
)

// The steps of a request that a response time can be stated for, as the facts
// on response times have them (t1 to t5).
const (
	TimeAcknowledge = "acknowledge" // it has arrived
	TimeVerdict     = "verdict"     // it is complete and accepted, or not
	TimeProtect     = "protect"     // nothing can be lost any more
	TimeAnswer      = "answer"      // the first answer of substance
	TimeUpdate      = "update"      // what has become of it since
)

// The steps of a request. Sending, supplementing, replying, withdrawing and
// closing are its sender's, the others its receiver's.
const (
	StepSend          = "send"
	StepSupplement    = "supplement"
	StepReply         = "reply" // to a consultation
	StepWithdraw      = "withdraw"
	StepClose         = "close"
	StepAcknowledge   = "acknowledge"
	StepAskSupplement = "ask-supplement"
	StepConsult       = "consult" // before refusing, on what could be done instead
	StepAccept        = "accept"
	StepAcceptPart    = "accept-part"
	StepRefuse        = "refuse"
	StepPostpone      = "postpone"
	StepProtect       = "protect" // so that nothing is lost meanwhile
	StepExecute       = "execute"
	StepExecutePart   = "execute-part"
	StepUpdate        = "update"
	StepForward       = "forward" // to another role of the receiver's side
)

// SenderSteps are the steps that are the sender's side's, after sending.
func SenderSteps() []string {
	return []string{StepSupplement, StepReply, StepWithdraw, StepClose}
}

// ReceiverSteps are the steps that are the receiver's side's.
func ReceiverSteps() []string {
	return []string{
		StepAcknowledge, StepAskSupplement, StepConsult, StepAccept, StepAcceptPart, StepRefuse, StepPostpone, StepProtect,
		StepExecute, StepExecutePart, StepUpdate, StepForward,
	}
}

// RequestKind is a kind of request for assistance.
type RequestKind struct {
	ID     string
	Title  Text
	Help   Text
	Basis  string // the legal basis as cited
	Source string // where the planner has it from, and how sure that is
	Class  string // under which its timeliness is reported; its id if not given
	// Senders and Receivers are the roles of all sides that may send and
	// receive it, in scenario order; who else does is recorded as off channel.
	Senders   []string
	Receivers []string
	As        map[string]string // the action that each step is, by Step constant
	FreeText  bool              // one text, of which somebody ticks what it contains
	// ExerciseTime says that its response times are exercise time.
	ExerciseTime bool
	Fields       []RequestField
	Times        []ResponseTimes // at least one; the first is what is proposed
	Grounds      []Ground
}

// RequestField is something that a request is to contain.
type RequestField struct {
	ID        string // within its kind
	Title     Text
	Help      Text
	Weight    string // a Weight constant
	When      *Cond  // of a conditional one
	WhenText  string
	Check     string // a Check constant, "" for none
	Technical bool   // belongs to the technical minimum
	Asks      bool   // is something that the answer must speak to
}

// ResponseTimes are what a kind of request allows for each step under one
// urgency; 0: not stated.
type ResponseTimes struct {
	Urgency string
	Title   Text
	Steps   map[string]Millis // by Time constant
}

// TimeSteps are the steps of [ResponseTimes] in order.
func TimeSteps() []string {
	return []string{TimeAcknowledge, TimeVerdict, TimeProtect, TimeAnswer, TimeUpdate}
}

// Ground is a reason for which a request may be refused or postponed.
type Ground struct {
	ID       string // within its kind
	Title    Text
	Basis    string
	Postpone bool // for postponing, not for refusing
}

// Field finds a field of the kind, nil if it has none of that id.
func (k *RequestKind) Field(id string) *RequestField {
	for i := range k.Fields {
		if k.Fields[i].ID == id {
			return &k.Fields[i]
		}
	}
	return nil
}

// Ground finds a ground of the kind, nil if it has none of that id.
func (k *RequestKind) Ground(id string) *Ground {
	for i := range k.Grounds {
		if k.Grounds[i].ID == id {
			return &k.Grounds[i]
		}
	}
	return nil
}

// TimesOf are the response times under an urgency, nil if there are none.
func (k *RequestKind) TimesOf(urgency string) *ResponseTimes {
	for i := range k.Times {
		if k.Times[i].Urgency == urgency {
			return &k.Times[i]
		}
	}
	return nil
}

// Hotline is an escalation channel between sides.
type Hotline struct {
	ID       string
	Title    Text
	Basis    string
	Scope    Text
	Topics   []Topic // what it is for, to choose from
	Openers  []string
	Contacts []string // roles that answer, of all sides
	OpensAs  string   // the action that opening it is, "" for none
	// AnswerWithin is by when it is to be answered; exercise time if
	// ExerciseTime, else story time.
	AnswerWithin Millis
	ExerciseTime bool
	Procedure    []HotlineStep
	Needed       *Cond // when not to use it is a fault
	NeededText   string
}

// Topic is something that a hotline is for.
type Topic struct {
	ID    string // within its hotline
	Title Text
}

// HotlineStep is a step of the procedure on a hotline.
type HotlineStep struct {
	ID    string // within its hotline
	Title Text
}

// Deadline is a legal clock: a fact starts it, another stops it.
type Deadline struct {
	ID         string
	Title      Text
	Side       string // whose duty it is
	Basis      string
	Source     string
	Starts     *Cond
	StartsText string
	Within     Millis
	// ExerciseTime says that Within is exercise time; else story time.
	ExerciseTime bool
	Met          *Cond
	MetText      string
	Objective    string
}

// Commitment is what a side has undertaken.
type Commitment struct {
	ID          string
	Side        string // "": every side
	Title       Text
	Text        Text
	Source      string
	For         *Cond // what speaks for its being kept
	ForText     string
	Against     *Cond
	AgainstText string
}

// Proposal is what lies on the table for every side to assess.
type Proposal struct {
	ID       string
	Title    Text
	Text     Text
	By       string // side that tables it, "": both, or nobody
	When     *Cond  // tabled when this holds; nil: at STARTEX
	WhenText string
}

// Case is what requests, evidence, deadlines and messages belong to.
type Case struct {
	ID    string
	Title Text
	Text  Text
}

// Scoring turns scores on. Weights are percent and add up to 100.
type Scoring struct {
	Timeliness, Requests, Responses, Authority, Channels int64
}
