package engine

// Millis is exercise time or a span of it in integer milliseconds; exercise
// time counts from STARTEX.
type Millis = int64

// How something was said.
type How string

// The ways in which an event came about.
const (
	HowTyped  How = "typed"
	HowSpoken How = "spoken"
	HowPaper  How = "paper"
)

// Command is what somebody wants done. The host fills T and Wall.
type Command struct {
	// ID was made when the form opened; the same id again gets the first
	// answer and does nothing. Empty: never the same as another.
	ID string
	// T is the exercise time at which it came, never before the last event.
	T Millis
	// Wall is the host's clock, Unix milliseconds.
	Wall int64
	// From is the seat at whose terminal it was given, as the host knows it
	// from how they got in. By must sit there. Empty: the host itself, or the
	// console on its own screen, which may speak for anyone.
	From string
	// By is the person, as the "joined" event names them; "bot" for bots.
	By string
	// Seat is the seat it is done for: a role's id or SeatControl. A
	// controller who records a spoken decision names the role here.
	Seat string
	// How it was said, typed if empty.
	How How
	// Said is when it was said, if earlier than T; negative or SaidNow: now.
	Said Millis
	// Via is the seat of who records it for another: control's, or a scribe's
	// of the same side. Empty: who sits in Seat gives it themselves.
	Via string
	// Op is what to do.
	Op Op
}

// SaidNow as Command.Said means: at the moment the command comes.
const SaidNow Millis = -1

// Op is one kind of command. Its exported fields are what a form fills and a
// play file names.
type Op interface{ op() opInfo }

// opInfo says how an op is named and who may give it.
type opInfo struct {
	name string
	who  who
	when when
}

// who may give a command.
type who uint8

const (
	byControl who = 1 << iota
	byPlayer
	byLegal     // a player who is the side's legal adviser
	bySimulator // who answers as the people whom nobody plays
	byEvaluator // who sees what control sees, and changes their notes and ratings
	byAnyone    // in any seat
)

// when a command may be given.
type when uint8

const (
	before   when = 1 << iota // before STARTEX
	during                    // between STARTEX and ENDEX, not frozen
	frozen                    // while frozen
	after                     // after ENDEX
	anywhen  = before | during | frozen | after
	notEnded = before | during
	notFroze = before | during | after
)

// The commands of the clock.
type (
	// Start is STARTEX.
	Start struct{}
	// Pause stands the clock.
	Pause struct{}
	// Resume lets it go on, from a pause or a freeze.
	Resume struct{}
	// Freeze says that the real world interrupts: nothing is taken in.
	Freeze struct{}
	// SetRate sets exercise time per wall time to Num/Den, each 1..100000.
	SetRate struct {
		Num int64 `json:"num"`
		Den int64 `json:"den"`
	}
	// Jump goes to exercise time To within the segment. Choices answers
	// every item of JumpList(To), in its order.
	Jump struct {
		To      Millis       `json:"to"`
		Choices []JumpChoice `json:"choices"`
	}
	// NextSegment ends the present segment and starts the phase's next.
	NextSegment struct{}
	// NextPhase ends the present phase and starts the next.
	NextPhase struct{}
	// End is ENDEX.
	End struct{}
)

// The commands on the MSEL.
type (
	// Deliver delivers an inject now; for a cued one it says that it was said.
	Deliver struct {
		Inject string `json:"inject"`
	}
	// Hold keeps an inject from falling due.
	Hold struct {
		Inject string `json:"inject"`
	}
	// Release ends a hold; if its time has passed it is delivered now.
	Release struct {
		Inject string `json:"inject"`
	}
	// Skip takes an inject out.
	Skip struct {
		Inject string `json:"inject"`
		Reason string `json:"reason,omitempty"`
	}
	// Recall takes a delivery out of inboxes.
	Recall struct {
		Delivery string `json:"delivery"`
		Reason   string `json:"reason,omitempty"`
	}
	// Retime gives an inject a due t; one in the past means now.
	Retime struct {
		Inject string `json:"inject"`
		Due    Millis `json:"due"`
	}
	// Edit changes the text of an undelivered inject in one language, or
	// its addressees. Nil leaves a part as it is.
	Edit struct {
		Inject  string   `json:"inject"`
		Lang    string   `json:"lang,omitempty"`
		Subject *string  `json:"subject,omitempty"`
		Body    *string  `json:"body,omitempty"`
		Ask     *string  `json:"ask,omitempty"`
		To      []string `json:"to,omitempty"`
	}
	// Improvise sends an inject made up on the spot, now, or at Due if that
	// is later than now.
	Improvise struct {
		Channel string   `json:"channel"`
		From    string   `json:"from"`
		To      []string `json:"to"`
		Lang    string   `json:"lang,omitempty"`
		Subject string   `json:"subject"`
		Body    string   `json:"body"`
		Ask     string   `json:"ask,omitempty"`
		Due     Millis   `json:"due,omitempty"`
	}
	// Accept delivers a proposed contingency inject.
	Accept struct {
		Inject string `json:"inject"`
	}
	// Dismiss declines it; with repeat it may be proposed again.
	Dismiss struct {
		Inject string `json:"inject"`
		Reason string `json:"reason,omitempty"`
	}
)

// The commands of players.
type (
	// Open says that an addressee has a delivery before them.
	Open struct {
		Delivery string `json:"delivery"`
	}
	// Acknowledge says that they have taken it in.
	Acknowledge struct {
		Delivery string `json:"delivery"`
	}
	// Close puts it away.
	Close struct {
		Delivery string `json:"delivery"`
	}
	// AnswerQuestion answers a question of a delivery or, with Delivery empty,
	// one that was put up for discussion; a later answer replaces an earlier
	// one.
	AnswerQuestion struct {
		Delivery string   `json:"delivery,omitempty"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
		Scale    int64    `json:"scale,omitempty"`
		Text     string   `json:"text,omitempty"`
		Lang     string   `json:"lang,omitempty"`
	}
	// Act does an action of the catalogue, or one in free words, to a
	// target, relying on the cited authorities. All but one of Action and
	// Text may be empty.
	Act struct {
		Action string   `json:"action,omitempty"`
		Text   string   `json:"text,omitempty"`
		Target string   `json:"target,omitempty"`
		Cites  []string `json:"cites,omitempty"`
		Lang   string   `json:"lang,omitempty"`
		// Suggestion is what it takes up, if it was suggested.
		Suggestion string `json:"suggestion,omitempty"`
		// Uses are the exhibits that it relies on.
		Uses []string `json:"uses,omitempty"`
	}
	// Withdraw takes back an action whose outcome is not decided.
	Withdraw struct {
		Act    string `json:"act"`
		Reason string `json:"reason,omitempty"`
	}
	// AskApproval asks those who may approve an action under an authority.
	AskApproval struct {
		Action    string `json:"action"`
		Target    string `json:"target,omitempty"`
		Authority string `json:"authority"`
		Text      string `json:"text,omitempty"`
	}
	// Approve gives it.
	Approve struct {
		Approval string `json:"approval"`
		Text     string `json:"text,omitempty"`
	}
	// RefuseApproval declines it.
	RefuseApproval struct {
		Approval string `json:"approval"`
		Text     string `json:"text,omitempty"`
	}
	// SendMessage goes to roles or the whole of one's own side, or to
	// control; from control to anyone, also as a persona.
	SendMessage struct {
		To      []string `json:"to"`
		Text    string   `json:"text"`
		Lang    string   `json:"lang,omitempty"`
		Persona string   `json:"persona,omitempty"`
		ReplyTo string   `json:"reply-to,omitempty"`
	}
	// AskControl asks control for information.
	AskControl struct {
		Text string `json:"text"`
		Lang string `json:"lang,omitempty"`
	}
	// Disclose shows an item of one's own side (action, message, delivery,
	// evidence) to other sides.
	Disclose struct {
		Item string   `json:"item"`
		To   []string `json:"to"`
	}
)

// The commands of a tabletop that is talked.
type (
	// PutQuestion puts a segment's question up for discussion: in a breakout
	// to each side alone, otherwise to the room.
	PutQuestion struct {
		Question string `json:"question"`
	}
	// Report tells the plenary what a side answered in its breakout.
	Report struct {
		Answer string `json:"answer"`
	}
	// PassPractice says that the seat has been through the practice inject.
	PassPractice struct{}
	// HandPen gives the pen of a shared seat to another who sits there.
	HandPen struct {
		Person string `json:"person"`
	}
	// Suggest proposes an action to whoever holds the seat's pen.
	Suggest struct {
		Action string   `json:"action,omitempty"`
		Text   string   `json:"text,omitempty"`
		Target string   `json:"target,omitempty"`
		Cites  []string `json:"cites,omitempty"`
		Lang   string   `json:"lang,omitempty"`
	}
	// DropSuggestion says that it will not be taken up.
	DropSuggestion struct {
		Suggestion string `json:"suggestion"`
	}
	// Translate adds a translation of a typed text, beside its original.
	Translate struct {
		Of   string `json:"of"`
		Lang string `json:"lang"`
		Text string `json:"text"`
	}
)

// The commands of judgement.
type (
	// Count says that a free-text action is one of the catalogue.
	Count struct {
		Act string `json:"act"`
		As  string `json:"as"`
	}
	// ConfirmFinding makes a provisional finding stand.
	ConfirmFinding struct {
		Act string `json:"act"`
	}
	// CorrectFinding replaces it. Verdict is one of the Verdict constants;
	// Cause one of the Cause constants where the verdict is outside.
	CorrectFinding struct {
		Act       string `json:"act"`
		Verdict   string `json:"verdict"`
		Cause     string `json:"cause,omitempty"`
		Authority string `json:"authority,omitempty"`
		Reason    string `json:"reason"`
	}
	// AddAuthority states a further authority of the acting side, for the
	// action at hand; the finding is made again with it.
	AddAuthority struct {
		Act     string   `json:"act"`
		Title   string   `json:"title"`
		Basis   string   `json:"basis"`
		Reaches []string `json:"reaches,omitempty"`
	}
	// DecideOutcome says what came of an action: works, in-part, fails,
	// pending.
	DecideOutcome struct {
		Act    string `json:"act"`
		Result string `json:"result"`
		Text   string `json:"text,omitempty"`
	}
	// Rule is a decision of control on play, with its reason. On names an
	// item or is empty; To are sides, empty means all.
	Rule struct {
		On     string   `json:"on,omitempty"`
		To     []string `json:"to,omitempty"`
		Text   string   `json:"text"`
		Reason string   `json:"reason"`
	}
	// MakeNote notes something on an item, a role, an objective, an event
	// ("e12") or a moment ("t:120000").
	MakeNote struct {
		On   string `json:"on,omitempty"`
		Text string `json:"text"`
	}
	// Rate rates how an objective, or a critical task of one, was met; Rating
	// is one of the Rating constants, "" takes one's own back. A later one of
	// the same person replaces the earlier.
	Rate struct {
		On     string `json:"on"`
		Rating string `json:"rating,omitempty"`
		Text   string `json:"text,omitempty"`
	}
	// SetMilestone sets a milestone by hand.
	SetMilestone struct {
		Milestone string `json:"milestone"`
	}
	// ClearMilestone clears it.
	ClearMilestone struct {
		Milestone string `json:"milestone"`
	}
	// Expunge takes typed text, and every copy of it, out of the record.
	Expunge struct {
		Texts  []string `json:"texts"`
		Reason string   `json:"reason"`
	}
)

// The commands of the host.
type (
	// Join says that a person has taken the seat.
	Join struct {
		Person string `json:"person"`
		Name   string `json:"name,omitempty"`
		Bot    bool   `json:"bot,omitempty"`
	}
	// Leave says that they left it.
	Leave struct {
		Person string `json:"person"`
	}
	// Mark marks the clock, so that a resume loses little of it.
	Mark struct{}
	// Reopen says that a host took the record up again, under these rules.
	// The clock stands afterwards.
	Reopen struct {
		Rules int `json:"rules"`
	}
)

// The commands of control in several hands.
type (
	// Agree says, for a side's controller, that its side agrees to ENDEX
	// ("endex") or, after it, that everything is opened up to all of control
	// ("release"). Not takes it back.
	Agree struct {
		What string `json:"what"`
		Not  bool   `json:"not,omitempty"`
	}
	// Clear lets go out what somebody of the side wants to disclose.
	Clear struct {
		Clearance string `json:"clearance"`
	}
	// RefuseClearance keeps it.
	RefuseClearance struct {
		Clearance string `json:"clearance"`
		Text      string `json:"text,omitempty"`
	}
	// Claim says that one deals with an entry of the queue. It is a courtesy
	// and locks nothing.
	Claim struct {
		Class string `json:"class"`
		Ref   string `json:"ref"`
		Drop  bool   `json:"drop,omitempty"`
	}
)

func (Agree) op() opInfo           { return opInfo{"agree", byControl, during | frozen | after} }
func (Clear) op() opInfo           { return opInfo{"clear", both, during} }
func (RefuseClearance) op() opInfo { return opInfo{"refuse-clearance", both, during} }
func (Claim) op() opInfo           { return opInfo{"claim", both | bySimulator, notFroze} }

const both = byControl | byPlayer

func (Start) op() opInfo          { return opInfo{"start", byControl, before} }
func (Pause) op() opInfo          { return opInfo{"pause", byControl, during} }
func (Resume) op() opInfo         { return opInfo{"resume", byControl, during | frozen} }
func (Freeze) op() opInfo         { return opInfo{"freeze", byControl, during} }
func (SetRate) op() opInfo        { return opInfo{"set-rate", byControl, notEnded} }
func (Jump) op() opInfo           { return opInfo{"jump", byControl, during} }
func (NextSegment) op() opInfo    { return opInfo{"next-segment", byControl, during} }
func (NextPhase) op() opInfo      { return opInfo{"next-phase", byControl, during} }
func (End) op() opInfo            { return opInfo{"end", byControl, during | frozen} }
func (Deliver) op() opInfo        { return opInfo{"deliver", byControl | bySimulator, during} }
func (Hold) op() opInfo           { return opInfo{"hold", byControl, notEnded} }
func (Release) op() opInfo        { return opInfo{"release", byControl, notEnded} }
func (Skip) op() opInfo           { return opInfo{"skip", byControl, notEnded} }
func (Recall) op() opInfo         { return opInfo{"recall", byControl, during} }
func (Retime) op() opInfo         { return opInfo{"retime", byControl, during} }
func (Edit) op() opInfo           { return opInfo{"edit", byControl, notEnded} }
func (Improvise) op() opInfo      { return opInfo{"improvise", byControl, during} }
func (Accept) op() opInfo         { return opInfo{"accept", byControl, during} }
func (Dismiss) op() opInfo        { return opInfo{"dismiss", byControl, during} }
func (Open) op() opInfo           { return opInfo{"open", byPlayer, during} }
func (Acknowledge) op() opInfo    { return opInfo{"acknowledge", byPlayer, during} }
func (Close) op() opInfo          { return opInfo{"close", byPlayer, during} }
func (AnswerQuestion) op() opInfo { return opInfo{"answer", byPlayer, during} }
func (Act) op() opInfo            { return opInfo{"act", byPlayer, during} }
func (Withdraw) op() opInfo       { return opInfo{"withdraw", byPlayer, during} }
func (AskApproval) op() opInfo    { return opInfo{"ask-approval", byPlayer, during} }
func (Approve) op() opInfo        { return opInfo{"approve", both, during} }
func (RefuseApproval) op() opInfo { return opInfo{"refuse-approval", both, during} }
func (SendMessage) op() opInfo    { return opInfo{"message", both | bySimulator, notFroze} }
func (AskControl) op() opInfo     { return opInfo{"ask-control", byPlayer, notFroze} }
func (Disclose) op() opInfo       { return opInfo{"disclose", both, during} }
func (PutQuestion) op() opInfo    { return opInfo{"put-question", byControl, during} }
func (Report) op() opInfo         { return opInfo{"report", both, during} }
func (PassPractice) op() opInfo   { return opInfo{"pass-practice", byPlayer, before | during} }
func (HandPen) op() opInfo        { return opInfo{"hand-pen", byPlayer, anywhen} }
func (Suggest) op() opInfo        { return opInfo{"suggest", byPlayer, during} }
func (DropSuggestion) op() opInfo { return opInfo{"drop-suggestion", byPlayer, during} }
func (Translate) op() opInfo      { return opInfo{"translate", both | bySimulator, notFroze} }
func (Count) op() opInfo          { return opInfo{"count", byControl, during} }
func (ConfirmFinding) op() opInfo { return opInfo{"confirm-finding", byControl | byLegal, notFroze} }

func (CorrectFinding) op() opInfo { return opInfo{"correct-finding", byControl | byLegal, notFroze} }
func (AddAuthority) op() opInfo   { return opInfo{"add-authority", byControl | byLegal, notFroze} }
func (DecideOutcome) op() opInfo  { return opInfo{"decide-outcome", byControl, during} }
func (Rule) op() opInfo           { return opInfo{"rule", byControl, notFroze} }
func (MakeNote) op() opInfo       { return opInfo{"note", byControl | bySimulator | byEvaluator, notFroze} }
func (Rate) op() opInfo           { return opInfo{"rate", byControl | byEvaluator, notFroze} }
func (SetMilestone) op() opInfo   { return opInfo{"set-milestone", byControl, during} }
func (ClearMilestone) op() opInfo { return opInfo{"clear-milestone", byControl, during} }
func (Expunge) op() opInfo        { return opInfo{"expunge", byControl, notFroze} }
func (Join) op() opInfo           { return opInfo{"join", byAnyone, anywhen} }
func (Leave) op() opInfo          { return opInfo{"leave", byAnyone, anywhen} }
func (Mark) op() opInfo           { return opInfo{"mark", byControl, during} }
func (Reopen) op() opInfo         { return opInfo{"reopen", byControl, anywhen} }

// OpName is how play files and the record name an op.
func OpName(o Op) string { return o.op().name }
