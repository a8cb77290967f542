package words

// english gives a namespace of English, "" for one that does not exist.
//
//nolint:cyclop,funlen // a table in the form of a switch
func english(space string) string {
	switch space {
	case "refusal":
		return englishRefusals + englishRefusalsBetween + englishRefusalsCalls
	case "event":
		return englishEvents + englishEventsBetween + englishEventsCalls
	case "op":
		return englishOps + englishOpsBetween
	case "cause":
		return englishCauses
	case "step":
		return englishSteps
	case "cond":
		return englishConds + englishCondsBetween
	case "finding":
		return englishFindings
	case "waits":
		return englishWaits
	case "tell":
		return englishTelling
	case "verdict":
		return englishVerdicts
	case "standing":
		return englishStandings
	case "result":
		return englishResults
	case "state":
		return englishStates
	case "why":
		return englishWhys
	case "waiting":
		return englishWaiting
	case "expect":
		return englishExpects
	case "approval":
		return englishApprovals
	case "channel":
		return englishChannels
	case "segment":
		return englishSegments
	case "life":
		return englishLives
	case "how":
		return englishHows
	case "obtained":
		return englishObtained
	case "way":
		return englishWays
	case "support":
		return englishSupports
	case "proposal":
		return englishProposals
	case "item":
		return englishItems
	case "status":
		return englishStatuses
	case "agree":
		return englishAgreements
	case "clearance":
		return englishClearances
	case "call":
		return englishCalls
	case "urgent":
		return englishUrgents
	case "lower":
		return englishLowers
	case "misuse":
		return englishMisuses
	case "line":
		return englishLines
	case "request":
		return englishRequestStates
	case "rstep":
		return englishRequestSteps
	case "time":
		return englishTimeSteps
	case "deadline":
		return englishDeadlines
	case "off-channel":
		return englishOffChannel
	case "fault":
		return englishFaults
	case "weight":
		return englishWeights
	case "rating":
		return englishRatings
	case "check":
		return englishChecks
	case "score":
		return englishScores
	default:
		return ""
	}
}

// What a facilitator does next.
const englishSteps = `
start     Start the exercise: {segment}, {length}
resume    Let the clock run again
say       Say aloud: {inject} to {to}
deliver   Deliver {inject}[ “{subject}”][ (due in {in})]
decide    Decide: {inject}[ “{subject}”] is proposed
put       Put question {n}: {question}
put.all   Put questions {n} to {last}
report    Ask {side} to report on question {n}
segment   Next: {segment}, {length}[, question {n}][ (in {in})][; no answer yet: {missing}]
phase     Next: {phase}, {segment}, {length}[, question {n}][ (in {in})][; no answer yet: {missing}]
end       Next: ENDEX[ (in {in})]
wait      {inject}[ “{subject}”] comes in {in}
`

// Conditions of planners in words; a and b are names.
const englishConds = `
and              {a}, and {b}
or               {a}, or {b}
group            ({a})
always           always
never            never
delivered        {a} was delivered
delivered-not    {a} was not delivered
acted            somebody did {a}
acted-not        nobody did {a}
acted-by         somebody did {a} ({b})
acted-by-not     nobody did {a} ({b})
answered         {a} was answered
answered-not     {a} was not answered
answered-by      {a} was answered with {b}
answered-by-not  {a} was not answered with {b}
milestone        {a} has been reached
milestone-not    {a} has not been reached
has              {a} has {b}
has-not          {a} does not have {b}
has-as           {a} has {b}, {c}
has-as-not       {a} does not have {b}, {c}
assessed         every side has assessed {a}
assessed-not     not every side has assessed {a}
assessed-by      {b} has assessed {a}
assessed-by-not  {b} has not assessed {a}
adopted          {a} is adopted
adopted-not      {a} is not adopted
missed           an action expected after {a} was missed
missed-not       no action expected after {a} was missed
stands           {a} worked and still has effect
stands-not       {a} did not work, or has no effect any more
phase            it is {a}
phase-not        it is not {a}
since-after      more than {limit} have passed since {a}
since-within     it is within {limit} of {a}
elapsed-after    more than {limit} have passed since the start[ of {a}]
elapsed-within   it is within {limit} of the start[ of {a}]
days             {n} d
hours            {n} h
minutes          {n} min
seconds          {n} s
`

// How a finding is said. Never more than what was stated: nothing here is
// advice on law.
const (
	englishVerdicts = `
within    within authority as stated
uncited   covered by a stated authority, but none was cited
outside   outside authority as stated
`
	englishStandings = `
provisional   provisional
confirmed     confirmed
corrected     corrected
`
	englishCauses = `
not-held              {authority} is not stated as held by {agency}[, but by {holders}]
not-held.none         no authority for this is stated as held by {agency}
not-permitted         {authority} as stated does not permit “{action}”
not-permitted.none    no authority stated by {side} permits “{action}”
does-not-reach        {authority} as stated does not reach {target}[ ({where})]
does-not-reach.none   no authority stated by {agency} covers {target}
condition-unmet       the condition stated for {authority} was not met[: {condition}]
condition-unmet.none  a stated condition was not met
approval-missing      {authority} as stated needs an approval[ by {approval}] that had not been given to this role for this action and target
approval-missing.none an approval that is stated as needed had not been given
lapsed                {authority} as stated was not in force
lapsed.none           no authority stated by {side} was in force
lapsed.not-yet        {authority} as stated was not yet in force[ (from {from})]
lapsed.power          {authority} as stated was no longer in force[ (until {until})]
lapsed.approval       the approval under {authority} had lapsed
none-cited            no authority was cited; {authority} as stated would cover this
none-cited.none       no authority was cited
`
	englishFindings = `
none          no finding stands yet
free-text     said in free words: nobody has counted it as an action yet, so there is no finding
within        within {authority} as stated
within.none   within authority as stated
uncited       covered by {authority} as stated, which was not cited
uncited.none  covered by a stated authority that was not cited
outside       outside authority as stated
held-against  {authority}[: {basis}]
provisional   provisional: waits for the legal adviser or the controller of {side}
confirmed     confirmed[ by {seat}]
corrected     corrected[ by {seat}][: {text}]
first         found at first: {verdict:verdict}
precedent     a like case was decided before: {act}
`
	englishResults = `
works     works
in-part   works in part
fails     fails
pending   pending
`
	englishObtained = `
within      obtained within authority as stated
approved    obtained within authority as stated, on approval
outside     obtained outside authority as stated
nothing     obtained without an authority being relied on
unfound     no finding yet on how it was obtained
uncited     obtained under a stated authority that was not cited
certified   certified
`
)

// Which way something bears on a commitment, and what sides think of proposals.
const (
	englishWays = `
for       for
against   against
`
	englishSupports = `
support                supports it
support-with-changes   supports it with changes
defer                  defers it
decline                declines it
`
	englishProposals = `
adopted                adopted
adopted-with-changes   adopted with changes
deferred               deferred
declined               declined
`
)

// Where things stand.
const (
	englishStates = `
planned     planned
due         due
held        held
cued        cued
proposed    proposed
delivered   delivered
skipped     skipped
dismissed   dismissed
`
	englishWhys = `
hand             by hand
ended            its phase or segment ended
skipped-before   what it follows was skipped
recalled-before  what it follows was recalled
jump             the clock jumped past it
no-alternative   none of its alternatives applies
recall           a delivery was recalled
withdrawn        the action was withdrawn
endex            the exercise ended
reopened         the record was taken up again
supplement       a supplement was asked for with reason
postponed        postponed with reasons
answered         nothing is left to do under it
`
	englishWaiting = `
proposed    proposed inject
cued        inject to say aloud
due         inject due
depends     inject whose predecessor is gone
finding     finding to confirm
outcome     outcome to decide
free-text   action in free words
asks        question to control
approval    approval asked
clearance   disclosure to clear
commitment  bearing on a commitment
overdue     expected action missed
late        deadline missed
`
	englishExpects = `
open     open
met      met
late     met late
missed   missed
waived   waived
`
	englishApprovals = `
asked      asked
approved   approved
refused    refused
lapsed     lapsed
`
	englishStatuses = `
unopened       not opened
opened         opened
acknowledged   acknowledged
closed         closed
hidden         not for this seat
`
	englishAgreements = `
endex     ENDEX
release   the release of everything to all of control
`
	englishClearances = `
asked     waits
cleared   cleared
refused   not cleared
`
	englishLives = `
planned   before STARTEX
running   running
paused    paused
frozen    frozen
ended     ended
`
	englishSegments = `
brief      brief
play       play
breakout   breakout
plenary    plenary
break      break
`
	englishChannels = `
email                 email
phone                 phone
news                  news
social-media          social media
diplomatic-cable      diplomatic cable
intelligence-report   intelligence report
cert-alert            CERT alert
in-person             in person
controller            controller
`
	englishHows = `
typed    typed
spoken   spoken
paper    on paper
`
	englishItems = `
action     action
message    message
delivery   message received
evidence   evidence
`
)
