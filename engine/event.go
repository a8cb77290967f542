package engine

// Kind names a kind of event in the record. Kinds and fields are only ever
// added; a new meaning is a new kind.
type Kind string

// Stamp is what every event bears beside its content.
type Stamp struct {
	T     Millis // exercise time
	Story int64  // story time, Unix milliseconds
	Wall  int64  // the host's clock, Unix milliseconds
	By    string // the person, "" where the clock brought it
	Seat  string // the seat it was done for
	How   How    // "" where the clock brought it
	Via   string // the seat of who recorded it for another, "" for themselves
	Said  Millis // exercise time at which it was said; T unless said earlier
	Cmd   string // the command's id
}

// Event is one thing that happened. Events are never changed.
type Event struct {
	Stamp
	To   Audience
	Body Body
}

// Body is the content of an event, one type for each kind.
type Body interface{ Kind() Kind }

// Scheduled is when an inject falls due.
type Scheduled struct {
	Inject string `json:"inject"`
	Due    Millis `json:"due"`
}

// Expecting is an expected action that a delivery opened.
type Expecting struct {
	ID       string `json:"id"`
	Index    int    `json:"index"` // of the inject's expectations, from 0
	Deadline Millis `json:"deadline"`
}

// Cause is why an action is outside stated authority: a Cause constant with
// what it speaks of.
type Cause struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// JumpChoice is what becomes of one thing that a jump passes.
type JumpChoice struct {
	Kind   string `json:"kind"` // inject | expectation | outcome | condition
	ID     string `json:"id"`
	Due    Millis `json:"due"`
	Choice string `json:"choice"` // deliver | skip | shift
}

// Piece is one text of a delivery in each language it has. Typed names, by
// language, the text leaf that stands for it; Stale lists languages that an
// edit left behind.
type Piece struct {
	Text  map[string]string `json:"text,omitempty"`
	Typed map[string]string `json:"typed,omitempty"`
	Stale []string          `json:"stale,omitempty"`
}

// Asked is a question as its addressees have it.
type Asked struct {
	ID      string            `json:"id"`
	Kind    string            `json:"kind"`
	Per     string            `json:"per"`
	Prompt  map[string]string `json:"prompt"`
	Options []AskedOption     `json:"options,omitempty"`
	Min     int64             `json:"min,omitempty"`
	Max     int64             `json:"max,omitempty"`
}

// AskedOption is a choice of a question.
type AskedOption struct {
	ID   string            `json:"id"`
	Text map[string]string `json:"text"`
}

// Enclosed is an attachment as delivered.
type Enclosed struct {
	Name string            `json:"name"`
	Text map[string]string `json:"text"`
}

// Events of the clock. Their audience is everyone.
type (
	// Started is STARTEX.
	Started struct{}
	// Paused stands the clock; Why is "" or "reopened".
	Paused struct {
		Why string `json:"why,omitempty"`
	}
	// Resumed lets it go on.
	Resumed struct{}
	// Frozen is the real world interrupting.
	Frozen struct{}
	// RateSet is exercise time per wall time.
	RateSet struct {
		Num int64 `json:"num"`
		Den int64 `json:"den"`
	}
	// Jumped is the arrival of a jump.
	Jumped struct {
		From Millis `json:"from"`
		To   Millis `json:"to"`
	}
	// SegmentStarted begins a segment, and its phase if First.
	SegmentStarted struct {
		Phase       string `json:"phase"`
		Segment     string `json:"segment"`
		SegmentKind string `json:"segment-kind"`
		First       bool   `json:"first,omitempty"`
		Length      Millis `json:"length"`
		Story       int64  `json:"story"` // Unix milliseconds at its start
		Leap        int64  `json:"leap,omitempty"`
		Pace        int64  `json:"pace"` // 0: story time stands
		Cap         int64  `json:"cap"`  // story time goes no further in this phase; 0: no bound
	}
	// Ended is ENDEX.
	Ended struct{}
	// Marked marks the clock.
	Marked struct{}
	// Reopened says under which rules a host took the record up again.
	Reopened struct {
		Rules int `json:"rules"`
	}
)

// Events of the MSEL. For controllers, but for deliveries and recalls.
type (
	// DuesSet gives injects their due t.
	DuesSet struct {
		Items []Scheduled `json:"items"`
	}
	// Held keeps injects. Why: hand, ended, skipped-before, recalled-before.
	Held struct {
		Injects []string `json:"injects"`
		Why     string   `json:"why"`
	}
	// Released ends a hold.
	Released struct {
		Inject string `json:"inject"`
	}
	// FellDue is an inject that waits for a hand.
	FellDue struct {
		Inject string `json:"inject"`
	}
	// Cued is an inject that waits for a controller to say it.
	Cued struct {
		Inject string `json:"inject"`
	}
	// Skipped takes an inject out. Why: hand, jump, no-alternative.
	Skipped struct {
		Inject string `json:"inject"`
		Why    string `json:"why"`
		Text   string `json:"text,omitempty"`
	}
	// Edited is an inject changed before delivery. Text leaves by part.
	Edited struct {
		Inject string            `json:"inject"`
		Lang   string            `json:"lang,omitempty"`
		Texts  map[string]string `json:"texts,omitempty"`
		To     []string          `json:"to,omitempty"`
		Roles  []string          `json:"roles,omitempty"`
	}
	// Improvised is an inject made up on the spot.
	Improvised struct {
		Inject  string            `json:"inject"`
		Channel string            `json:"channel"`
		To      []string          `json:"to"`
		Roles   []string          `json:"roles"`
		Lang    string            `json:"lang"`
		Texts   map[string]string `json:"texts"`
	}
	// CondTurned is the condition of an inject turning true or false.
	CondTurned struct {
		Inject string `json:"inject"`
		Holds  bool   `json:"holds"`
	}
	// Proposed is a contingency inject waiting for control. Why is "" or
	// "recall": what turns true by a recall alone is only proposed.
	Proposed struct {
		Inject string `json:"inject"`
		Why    string `json:"why,omitempty"`
	}
	// Dismissed declines a proposal.
	Dismissed struct {
		Inject string `json:"inject"`
		Text   string `json:"text,omitempty"`
	}
	// Delivered puts an inject before its addressees.
	Delivered struct {
		ID        string     `json:"id"` // INJECT#ORDINAL
		Inject    string     `json:"inject"`
		Ordinal   int        `json:"ordinal"`
		Roles     []string   `json:"roles"`
		Channel   string     `json:"channel"`
		From      Piece      `json:"from,omitzero"`
		Marking   string     `json:"marking,omitempty"`
		Subject   Piece      `json:"subject"`
		Body      Piece      `json:"body"`
		Ask       Piece      `json:"ask,omitzero"`
		AskBy     Millis     `json:"ask-by,omitempty"` // exercise time, 0: not said
		Enclosed  []Enclosed `json:"enclosed,omitempty"`
		Questions []Asked    `json:"questions,omitempty"`
	}
	// ChoseAlternative says which text of an inject was delivered, from 0.
	ChoseAlternative struct {
		Delivery    string `json:"delivery"`
		Alternative int    `json:"alternative"`
	}
	// Expected opens the expected actions of a delivery.
	Expected struct {
		Delivery string      `json:"delivery"`
		Items    []Expecting `json:"items"`
	}
	// ExpectationSet is an expected action met, late, missed, waived, open
	// again or shifted.
	ExpectationSet struct {
		ID       string `json:"id"`
		Status   string `json:"status"`
		Act      string `json:"act,omitempty"`
		Deadline Millis `json:"deadline,omitempty"`
		Why      string `json:"why,omitempty"`
	}
	// Recalled takes a delivery out of inboxes.
	Recalled struct {
		Delivery string `json:"delivery"`
		Text     string `json:"text,omitempty"`
	}
	// MilestoneSet sets or clears a milestone.
	MilestoneSet struct {
		Milestone string `json:"milestone"`
		Set       bool   `json:"set"`
		Since     Millis `json:"since"` // t that the fact bears
		Source    string `json:"source,omitempty"`
	}
)

// Events of players. For their side and its controller.
type (
	// Opened is an addressee having a delivery before them.
	Opened struct {
		Delivery string `json:"delivery"`
	}
	// Acknowledged is an addressee having taken it in.
	Acknowledged struct {
		Delivery string `json:"delivery"`
	}
	// Closed is an addressee putting it away.
	Closed struct {
		Delivery string `json:"delivery"`
	}
	// Answered answers a question of a delivery, or one put up for discussion
	// if Delivery is "".
	Answered struct {
		ID       string   `json:"id"`
		Delivery string   `json:"delivery,omitempty"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
		Scale    int64    `json:"scale,omitempty"`
		Text     string   `json:"text,omitempty"`
	}
	// Acted is an action done. What it was found to be is another event.
	Acted struct {
		ID     string   `json:"id"`
		Action string   `json:"action,omitempty"`
		Text   string   `json:"text,omitempty"`
		Target string   `json:"target,omitempty"`
		Cites  []string `json:"cites,omitempty"`
		// Suggestion is what it takes up, "" if nobody suggested it.
		Suggestion string `json:"suggestion,omitempty"`
		// Uses is the evidence that it relies on.
		Uses []string `json:"uses,omitempty"`
		// Of is the request or call that it is a step of, and Step which: what
		// comes of it is the step itself.
		Of   string `json:"of,omitempty"`
		Step string `json:"step,omitempty"`
	}
	// OutcomeDue is when the outcome of an action will be proposed.
	OutcomeDue struct {
		Act    string `json:"act"`
		Due    Millis `json:"due"`
		Result string `json:"result"`
	}
	// Withdrawn takes an action back.
	Withdrawn struct {
		Act  string `json:"act"`
		Text string `json:"text,omitempty"`
	}
	// ApprovalAsked asks Approvers.
	ApprovalAsked struct {
		ID        string   `json:"id"`
		Action    string   `json:"action"`
		Target    string   `json:"target,omitempty"`
		Authority string   `json:"authority"`
		Approvers []string `json:"approvers"`
		Text      string   `json:"text,omitempty"`
	}
	// ApprovalDecided gives or declines it; Until is story time, Unix
	// milliseconds, 0 without end.
	ApprovalDecided struct {
		Approval string `json:"approval"`
		Approved bool   `json:"approved"`
		Until    int64  `json:"until,omitempty"`
		Text     string `json:"text,omitempty"`
	}
	// Lapsed is the end of an approval or of an action's effect in story time.
	Lapsed struct {
		What string `json:"what"` // approval | effect
		ID   string `json:"id"`
	}
	// Messaged is a message. From is a seat, or a persona's name where
	// control speaks as one.
	Messaged struct {
		ID      string   `json:"id"`
		To      []string `json:"to"`
		Roles   []string `json:"roles,omitempty"`
		Control bool     `json:"control,omitempty"` // control is among the addressees
		Persona string   `json:"persona,omitempty"`
		// As is the persona's name, for readers who have no list of personas.
		As      map[string]string `json:"as,omitempty"`
		ReplyTo string            `json:"reply-to,omitempty"`
		Asks    bool              `json:"asks,omitempty"` // asks control for information
		Text    string            `json:"text"`
	}
	// Disclosed shows an item to other sides: what it says, not only its id.
	Disclosed struct {
		ID    string   `json:"id"`
		Item  string   `json:"item"`
		What  string   `json:"what"` // action | message | delivery | evidence
		Side  string   `json:"side"`
		To    []string `json:"to"`
		Title string   `json:"title,omitempty"` // of a catalogue action or evidence: its id
		// Name is that title in words: the other side has not our catalogue.
		Name    map[string]string `json:"name,omitempty"`
		Subject Piece             `json:"subject,omitzero"` // of a delivery
		Body    Piece             `json:"body,omitzero"`
		Text    string            `json:"text,omitempty"`
		// How says how evidence was obtained, as found at this moment.
		How string `json:"obtained,omitempty"`
	}
)

// Events of a tabletop that is talked.
type (
	// QuestionPut puts a question up for discussion. Alone says that each of
	// its sides answers for itself, unheard by the others.
	QuestionPut struct {
		Asked Asked    `json:"asked"`
		Sides []string `json:"sides"`
		Alone bool     `json:"alone,omitempty"`
	}
	// Reported is a side's answer as it told it to the plenary.
	Reported struct {
		ID       string   `json:"id"`
		Answer   string   `json:"answer"`
		Side     string   `json:"side"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
		Scale    int64    `json:"scale,omitempty"`
		Text     string   `json:"text,omitempty"`
	}
	// Practised is a seat having been through the practice inject.
	Practised struct{}
	// PenHanded is the pen of a shared seat in another's hand.
	PenHanded struct {
		Person string `json:"person"`
	}
	// Suggested is an action suggested to whoever holds the seat's pen.
	Suggested struct {
		ID     string   `json:"id"`
		Action string   `json:"action,omitempty"`
		Text   string   `json:"text,omitempty"`
		Target string   `json:"target,omitempty"`
		Cites  []string `json:"cites,omitempty"`
	}
	// SuggestionDropped says that it will not be taken up.
	SuggestionDropped struct {
		Suggestion string `json:"suggestion"`
	}
	// Translated is a translation of a typed text; Text is its leaf, which
	// names the original.
	Translated struct {
		Of   string `json:"of"`
		Text string `json:"text"`
	}
)

// Events of judgement.
type (
	// Found is what an action was found to be. Standing is provisional,
	// confirmed or corrected.
	Found struct {
		Act       string  `json:"act"`
		Verdict   string  `json:"verdict"`
		Authority string  `json:"authority,omitempty"`
		Causes    []Cause `json:"causes,omitempty"`
		Standing  string  `json:"standing"`
		Precedent string  `json:"precedent,omitempty"`
		Text      string  `json:"text,omitempty"`
	}
	// AuthorityStated is a further authority that a side states.
	AuthorityStated struct {
		ID      string   `json:"id"`
		Act     string   `json:"act"`
		Agency  string   `json:"agency"`
		Permits string   `json:"permits"`
		Reaches []string `json:"reaches"`
		Title   string   `json:"title"`
		Basis   string   `json:"basis"`
	}
	// Counted says that a free-text action is one of the catalogue.
	Counted struct {
		Act string `json:"act"`
		As  string `json:"as"`
	}
	// OutcomeProposed is what the scenario proposes came of an action.
	OutcomeProposed struct {
		Act    string `json:"act"`
		Result string `json:"result"`
	}
	// OutcomeDecided is what came of it. Until is when the effect lapses in
	// story time, Unix milliseconds, 0 without end.
	OutcomeDecided struct {
		Act    string `json:"act"`
		Result string `json:"result"`
		Text   string `json:"text,omitempty"`
		Until  int64  `json:"until,omitempty"`
	}
	// EvidenceGained is what an outcome yields.
	EvidenceGained struct {
		ID       string `json:"id"`
		Evidence string `json:"evidence"`
		Side     string `json:"side"`
		Act      string `json:"act"`
		Role     string `json:"role"`
		// What the planner wrote of it; earlier records lack it.
		What EvidenceText `json:"what,omitzero"`
	}
	// Ruled is a ruling.
	Ruled struct {
		ID     string   `json:"id"`
		On     string   `json:"on,omitempty"`
		To     []string `json:"to"`
		Text   string   `json:"text"`
		Reason string   `json:"reason"`
	}
	// Noted is a note of control.
	Noted struct {
		ID   string `json:"id"`
		On   string `json:"on,omitempty"`
		Text string `json:"text"`
	}
	// Rated is how somebody rates an objective or a critical task; without a
	// rating, that they do not any longer.
	Rated struct {
		ID     string `json:"id"`
		On     string `json:"on"`
		Rating string `json:"rating,omitempty"`
		Text   string `json:"text,omitempty"`
	}
)

// Events of control in several hands.
type (
	// Agreed is a side's controller agreeing to ENDEX or to the release, or no
	// longer.
	Agreed struct {
		What string `json:"what"` // endex | release
		Side string `json:"side"`
		Not  bool   `json:"not,omitempty"`
	}
	// OpenedUp says that every side has agreed to the release: from now on all
	// of control sees everything.
	OpenedUp struct{}
	// ClearanceAsked is an item that somebody of a side wants to disclose, and
	// that waits for the role which clears what crosses.
	ClearanceAsked struct {
		ID   string   `json:"id"`
		Item string   `json:"item"`
		What string   `json:"what"` // action | message | delivery | evidence
		To   []string `json:"to"`
		// Hand is the role that evidence is to be handed to, and Text the limits
		// on its use; "": it is only to be shown.
		Hand string `json:"hand,omitempty"`
		Text string `json:"text,omitempty"`
	}
	// ClearanceDecided lets it go out or keeps it.
	ClearanceDecided struct {
		Clearance string `json:"clearance"`
		Cleared   bool   `json:"cleared"`
		Text      string `json:"text,omitempty"`
	}
	// Claimed says who deals with an entry of the queue; Drop, that nobody
	// does any more.
	Claimed struct {
		Class string `json:"class"`
		Ref   string `json:"ref"`
		Drop  bool   `json:"drop,omitempty"`
	}
)

// Events of the record.
type (
	// Typed is what somebody typed, in a leaf of its own that no rule reads.
	// Of names the text that it copies.
	Typed struct {
		ID   string `json:"id"`
		Of   string `json:"of,omitempty"`
		Lang string `json:"lang"`
		Text string `json:"text"`
	}
	// Expunged names the leaves (counted from 1 after the header) that were
	// taken out of the record, and the text that stood there.
	Expunged struct {
		Leaves []int  `json:"leaves"`
		Text   string `json:"text"`
		Reason string `json:"reason,omitempty"` // text leaf
	}
	// Joined is a person taking a seat; the only place for their name.
	Joined struct {
		Person string `json:"person"`
		Name   string `json:"name,omitempty"`
		Bot    bool   `json:"bot,omitempty"`
	}
	// Left is a person leaving a seat.
	Left struct {
		Person string `json:"person"`
	}
)
