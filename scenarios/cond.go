package scenarios

// CondOp is what a node of a condition does.
type CondOp uint8

// The nodes of a condition tree.
const (
	CondFalse CondOp = iota
	CondTrue
	CondAnd  // all of Args
	CondOr   // any of Args
	CondNot  // not Args[0]
	CondFact // the fact Fact about IDs
	CondTime // compare Fact (since or elapsed) about IDs with Limit by Cmp
)

// Fact names what a condition can ask. The ids of a fact are literals that
// exist in the scenario.
type Fact uint8

// The facts. What is said of a side's action holds whoever found what about
// its authority.
const (
	FactNone      Fact = iota
	FactDelivered      // delivered(inject): at least one delivery that was not recalled
	FactActed          // acted(action[, role-or-side-or-target…]): done, typed or spoken, and not withdrawn
	FactAnswered       // answered(question[, option]): somebody answered (with that option)
	FactMilestone      // milestone(id): is set
	FactHas            // has(side, evidence): the side holds it
	FactMissed         // missed(inject): an expected action after it was missed
	FactStands         // stands(action): done, worked, and its effect has not lapsed
	FactPhase          // phase(id): is the present phase
	FactSince          // since(inject | action | milestone | request | hotline): exercise time since it last became so
	FactElapsed        // elapsed([phase]): exercise time since STARTEX or the phase's start

	FactRequested      // requested(kind[, side]): a request of the kind was sent (by that side)
	FactAcknowledged   // acknowledged(kind[, side]): one (of that side's) was acknowledged
	FactAccepted       // accepted(kind[, side]): in whole or in part
	FactRefused        // refused(kind[, side]): in whole
	FactExecuted       // executed(kind[, side]): in whole or in part
	FactLate           // late(kind[, side]): some response time of one (of that side's) was missed
	FactCalled         // called(hotline[, side]): it was opened (by that side)
	FactConnected      // connected(hotline[, side]): and answered
	FactMisused        // misused(hotline[, side]): opened against its own rules
	FactMissedDeadline // missed(deadline): it passed, whatever was done later
	FactMet            // met(deadline): in time
	FactAssessed       // assessed(proposal[, side]): by that side, or by every side
	FactAdopted        // adopted(proposal): every side supports it as it stands
)

// Cmp is how a time is compared with a constant.
type Cmp uint8

// The comparisons. Equality is not among them: at millisecond resolution it
// never means what its writer meant.
const (
	CmpLess Cmp = iota
	CmpLessEqual
	CmpGreater
	CmpGreaterEqual
)

// Cond is a condition, parsed, with every id known to exist.
type Cond struct {
	Op    CondOp
	Args  []*Cond
	Fact  Fact
	IDs   []string
	Cmp   Cmp
	Limit Millis
}
