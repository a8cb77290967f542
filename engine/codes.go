package engine

// Verdicts of a finding, as stated authorities have it.
const (
	VerdictWithin  = "within"
	VerdictUncited = "uncited" // some stated authority covers it, but none was cited
	VerdictOutside = "outside"
)

// Causes of a finding outside authority (rule 6).
const (
	CauseNotHeld         = "not-held"
	CauseNotPermitted    = "not-permitted"
	CauseDoesNotReach    = "does-not-reach"
	CauseConditionUnmet  = "condition-unmet"
	CauseApprovalMissing = "approval-missing"
	CauseLapsed          = "lapsed"
	CauseNoneCited       = "none-cited"
)

// Standings of a finding.
const (
	StandingProvisional = "provisional"
	StandingConfirmed   = "confirmed"
	StandingCorrected   = "corrected"
)

// Results of an action.
const (
	ResultWorks   = "works"
	ResultInPart  = "in-part"
	ResultFails   = "fails"
	ResultPending = "pending"
)

// Why an inject is held or was skipped.
const (
	WhyHand           = "hand"
	WhyEnded          = "ended" // its phase or segment ended
	WhySkippedBefore  = "skipped-before"
	WhyRecalledBefore = "recalled-before"
	WhyJump           = "jump"
	WhyNoAlternative  = "no-alternative"
	WhyRecall         = "recall"
	WhyWithdrawn      = "withdrawn"
	WhyEndex          = "endex"
)

// MaxText is how long a typed text may be, in bytes. A longer one is refused,
// not cut: nobody loses a word without knowing.
const MaxText = 256 << 10

// Refusal is why a command was not taken. It changes nothing.
type Refusal struct {
	Code string
	Args map[string]string
}

// Error gives the code with its arguments; package words says it properly.
func (r *Refusal) Error() string {
	s := "refused: " + r.Code
	for k, v := range r.Args {
		s += " " + k + "=" + v
	}
	return s
}

// refuse makes a refusal; args are name, value, name, value.
func refuse(code string, args ...string) error {
	r := &Refusal{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if r.Args == nil {
			r.Args = map[string]string{}
		}
		r.Args[args[i]] = args[i+1]
	}
	return r
}
