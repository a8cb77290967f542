package engine

import "parley/scenarios"

// InjectState is where an inject stands.
type InjectState uint8

// The states of an inject.
const (
	InjectPlanned InjectState = iota
	InjectDue                 // its time came; it waits for a hand
	InjectHeld
	InjectCued // a controller is to say it
	InjectProposed
	InjectDelivered
	InjectSkipped
	InjectDismissed
)

// String is the code of the state.
func (s InjectState) String() string {
	return [...]string{"planned", "due", "held", "cued", "proposed", "delivered", "skipped", "dismissed"}[s]
}

// MSELItem is one line of the MSEL: an inject and where it stands.
type MSELItem struct {
	ID     string
	Number int
	Def    *scenarios.Inject // of the scenario, or made for an improvised one
	State  InjectState
	Due    Millis // if HasDue
	HasDue bool
	Why    string // why held or skipped
	Holds  bool   // its condition, as last recorded
	Since  Millis // when it came to its state
	Fires  int
	Roles  []string // addressees; replaced whole by an edit
	To     []string
	Edits  map[string]edit // by part; replaced whole

	deliveries []int32 // in order; replaced or appended by the owner only
	live       int     // deliveries not recalled
}

// edit is a typed text in one language that replaces a part.
type edit struct {
	lang string
	text string // text leaf
}

// Status is how far an addressee has come with a delivery.
type Status uint8

// The states of a delivery for one addressee.
const (
	Unopened Status = iota
	StatusOpened
	StatusAcknowledged
	StatusClosed
	StatusHidden // how far they have come is not for the seat that looks
)

// Delivery is an inject in inboxes.
type Delivery struct {
	*Delivered
	T        Millis
	Story    int64
	Number   int // MSEL number; for control
	Recalled bool
	RecallAt Millis
	Status   []Status // beside Roles
	owned    uint64   // generation in which Status was copied last
	inject   int32
	expectAt int32 // place of the first expected action that it opened
	expects  int32 // how many
}

// Expectation statuses.
const (
	ExpectOpen   = "open"
	ExpectMet    = "met"
	ExpectLate   = "late" // done after its deadline
	ExpectMissed = "missed"
	ExpectWaived = "waived"
)

// Expectation is an expected action after a delivery. For control only.
type Expectation struct {
	ID       string
	Delivery string
	Def      *scenarios.Expect
	Opened   Millis
	Deadline Millis // its last instant
	Status   string
	Act      string
	inject   int32
	sides    sideSet // whose roles are expected to do it
}

// Action is something done. It is named as the record names it; the
// catalogue's entries are scenarios.Action.
type Action struct {
	*Acted
	Role      string
	Side      string
	By        string
	How       How
	Via       string // seat of who recorded it for another
	T         Millis // when it was recorded
	At        Millis // when it was done, as said
	Story     int64  // story time at At
	CountedAs string
	Withdrawn bool
	Finding   *Found // the present one; nil for free text not counted
	FoundBy   string // seat that confirmed or corrected it
	// FirstFound is the provisional finding, if another replaced it.
	FirstFound *Found
	DueOutcome Millis // when it will be proposed; -1: not
	Proposed   string // proposed result, "" none yet
	Outcome    *OutcomeDecided
	Lapsed     bool   // its effect
	Cmd        string // id of the command that did it
}

// Name is the catalogue action it is or counts as, "" for free text that
// nobody has counted.
func (a *Action) Name() string {
	if a.CountedAs != "" {
		return a.CountedAs
	}
	return a.Acted.Action
}

// Approval states.
const (
	ApprovalWaiting = "asked"
	ApprovalGiven   = "approved"
	ApprovalRefused = "refused"
	ApprovalLapsed  = "lapsed"
)

// Approval is an approval asked for.
type Approval struct {
	*ApprovalAsked
	Role      string
	Side      string
	T         Millis
	State     string
	DecidedAt Millis
	DecidedBy string // seat
	Until     int64  // story time, 0 without end
	Note      string
	Cmd       string
}

// Message is a message sent.
type Message struct {
	*Messaged
	From     string // seat
	Side     string // "" from control
	By       string
	T        Millis
	Story    int64
	Answered bool // for one that asks control
	Cmd      string
	to       Audience
}

// Reply is an answer to a question.
type Reply struct {
	*Answered
	Role string
	Side string
	T    Millis
	to   Audience
}

// Ruling is a ruling of control.
type Ruling struct {
	*Ruled
	T  Millis
	to Audience
}

// Note is a note of control.
type Note struct {
	*Noted
	Seat string
	By   string // the person
	T    Millis
	to   Audience
}

// Exhibit is a piece of evidence that a side gained, and what became of it.
// Slices are replaced whole.
type Exhibit struct {
	*EvidenceGained
	T            Millis
	Held         []Holding // by side; the one that gained it first
	Certificates []Certificate
	Handings     []Handing
	aliases      []alias
}

// Showing is an item disclosed to other sides.
type Showing struct {
	*Disclosed
	T  Millis
	to Audience
}

// WrittenText is a typed text as the record has it.
type WrittenText struct {
	Typed
	Leaf     int // ordinal of its event, from 1
	To       Audience
	Seat     string
	T        Millis
	Expunged bool
	// Translations of it, the last of a language last; replaced whole.
	Translations []Translation
}

// Sitting is who sits where.
type Sitting struct {
	Person string
	Name   string
	Bot    bool
	T      Millis
}

// Put is a question that was put up for discussion.
type Put struct {
	*QuestionPut
	T Millis

	phase, segment int // in which it was put, as in [Clock]
}

// Reporting is a side's answer as it told it to the plenary.
type Reporting struct {
	*Reported
	T Millis
}

// Suggestion is an action suggested to whoever holds a seat's pen.
type Suggestion struct {
	*Suggested
	Role    string
	By      string // person
	T       Millis
	Taken   string // the action that took it up, "" if none has
	Dropped bool
}

// Translation is a typed text in another language.
type Translation struct {
	Text string // text leaf
	Lang string
	By   string // person
	Seat string
	T    Millis
}
