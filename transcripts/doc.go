// Package transcripts keeps the record of an exercise: append-only, and such that tampering shows.
//
// Create and Open give a File, the Store that a running exercise writes to. Verify and Lines read a
// transcript from anywhere. Export writes what one side may have of it. The package does not know what
// events mean, apart from expungings: an event is an audience and a JSON object.
//
// # The file
//
// A transcript is a text file in UTF-8. A line is one command, one due instant or one mark of the clock, with
// all its events, and ends with a newline; line 1 is the header. It is written by one program at a time,
// which holds the file PATH.lock locked; that file stays behind and means nothing. A line looks like this
// (broken here for the page; there is no white space in it but in texts):
//
//	{"n":12,"p":"HASH","d":11,"e":[LEAF,LEAF],"h":"HASH"}
//
//	n  the number of the line, from 1
//	p  the hash of the line before; in line 1 the start value below
//	d  the durable mark: the number of the last line known to be safely on disk when this one was written,
//	   0 if none. It never falls from line to line, and is less than n
//	e  the leaves, at least one: one leaf is one event
//	h  the hash of this line. It follows from the rest, and stands here so that damage to the last line
//	   shows, and so that a damaged line can be told from one in the wrong place
//
// Numbers are decimal, without sign or leading zero, below a thousand million. A HASH is 64 hex digits in
// lower case. A leaf is full or reduced:
//
//	{"a":["alder","control/alder"],"s":"SALT","c":CONTENT}
//	{"a":["alder","control/alder"],"x":"HASH"}
//
//	a  the audience: a list of "all", "lead", SIDE, "control/SIDE", sorted by bytes, each once, 1 to 64 of
//	   them, each at most 80 bytes long; SIDE is groups of a-z and 0-9 joined by single hyphens, other than
//	   "all", "lead" and "control"
//	s  the salt: 16 bytes as 32 hex digits in lower case
//	c  the content: a JSON object without white space outside strings, valid UTF-8, nested at most 128 deep
//	x  in place of s and c, the hash of the salt and content that stood there
//
// Every field stands where it is shown, and nothing else does. A reader refuses a line that it would not
// write back with the very same bytes. The content is opaque: its bytes are kept as they are. Whoever writes
// also sees to it that no name stands twice in an object and that escapes make whole characters; a reader
// does not check these two. No line is longer than 64 MiB with its newline.
//
// # Events
//
// The content of a leaf behind the header is one event:
//
//	k     its kind, see below
//	t     exercise time in milliseconds from STARTEX
//	st    story time, Unix milliseconds
//	w     the host's clock, Unix milliseconds; in a run at rate max a simulated one
//	by    the person who did it, as their joined event names them; absent where the clock brought it
//	seat  the seat it was done for: a role's id, control or control/SIDE; absent where the clock or a
//	      condition brought it
//	how   typed, spoken or paper
//	said  exercise time at which it was said, where that was earlier than t
//	via   seat of who recorded it for another: control's, or a scribe's
//	cmd   the id of the command that brought it
//	b     what is particular to the kind, as follows
//
// A piece is a text of a delivery: {text, typed, stale}: text by language as the planner wrote it, typed by
// language the id of a text leaf, stale the languages that an edit left behind. Absent fields are empty,
// zero or false. Kinds and fields are only ever added; a reader that meets a kind it does not know stops and
// says so.
//
// The header's first leaf is {k: "scenario", format, version, rules, seed, w, id, files, injects, segments}:
// the version of Parley and of its rules, every file of the scenario and its packs verbatim, and the ids that
// loading derived, in order. Each further leaf of the header is a side's {k: "side-scenario", format, id,
// title, side, briefings, seats, targets, actions, authorities, family, style, language, marking, sides,
// agencies, phases, markings, requests, hotlines, deadlines, commitments, proposals, cases}: the scenario as
// that side may have it. Earlier records have nothing behind authorities there.
//
// Of the clock:
//
//	started: Started is STARTEX.
//
//	paused: Paused stands the clock; Why is "" or "reopened".
//	  why           "reopened" after a resume, else absent
//
//	resumed: Resumed lets it go on.
//
//	frozen: Frozen is the real world interrupting.
//
//	rate-set: RateSet is exercise time per wall time.
//	  num           exercise time
//	  den           per wall time
//
//	jumped: Jumped is the arrival of a jump.
//	  from          exercise time
//	  to            exercise time
//
//	segment-started: SegmentStarted begins a segment, and its phase if First.
//	  phase         id of the phase
//	  segment       id of the segment
//	  segment-kind  brief, play, breakout, plenary or break
//	  first         the first of its phase
//	  length        planned, milliseconds
//	  story         story time at its start, Unix milliseconds
//	  leap          story time before it leapt, absent if it did not
//	  pace          story time per exercise time, 0 if it stands
//	  cap           story time goes no further in this phase, Unix milliseconds, 0 without bound
//
//	ended: Ended is ENDEX.
//
//	marked: Marked marks the clock.
//
//	reopened: Reopened says under which rules a host took the record up again.
//	  rules         version of the rules
//
// Of the MSEL:
//
//	dues-set: DuesSet gives injects their due t.
//	  items         a list of {inject, due}
//
//	held: Held keeps injects. Why: hand, ended, skipped-before, recalled-before.
//	  injects       ids of the injects
//	  why           hand, ended, skipped-before or recalled-before
//
//	released: Released ends a hold.
//	  inject        id of the inject
//
//	fell-due: FellDue is an inject that waits for a hand.
//	  inject        id of the inject
//
//	cued: Cued is an inject that waits for a controller to say it.
//	  inject        id of the inject
//
//	skipped: Skipped takes an inject out. Why: hand, jump, no-alternative.
//	  inject        id of the inject
//	  why           hand, jump or no-alternative
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	edited: Edited is an inject changed before delivery. Text leaves by part.
//	  inject        id of the inject
//	  lang          language tag
//	  texts         text leaves by part: subject, body, ask, from
//	  to            as written: role, agency or side ids, "everyone"
//	  roles         ids of the roles
//
//	improvised: Improvised is an inject made up on the spot.
//	  inject        id of the inject
//	  channel       as in scenario files
//	  to            as written: role, agency or side ids, "everyone"
//	  roles         ids of the roles
//	  lang          language tag
//	  texts         text leaves by part: subject, body, ask, from
//
//	cond-turned: CondTurned is the condition of an inject turning true or false.
//	  inject        id of the inject
//	  holds         true or false
//
//	proposed: Proposed is a contingency inject waiting for control. Why is "" or "recall": what turns true
//	  by a recall alone is only proposed.
//	  inject        id of the inject
//	  why           "recall" if it turned true only because something was taken back
//
//	dismissed: Dismissed declines a proposal.
//	  inject        id of the inject
//	  text          id of the text leaf with the reason
//
//	delivered: Delivered puts an inject before its addressees.
//	  id            INJECT#ORDINAL
//	  inject        id of the inject
//	  ordinal       of the delivery, from 1
//	  roles         ids of the roles
//	  channel       as in scenario files
//	  from          a piece: who sends it
//	  marking       id of the marking
//	  subject       a piece
//	  body          a piece
//	  ask           a piece
//	  ask-by        exercise time, 0: not said
//	  enclosed      attachments: {name, text by language}
//	  questions     a list of {id, kind, per, prompt, options, min, max}
//
//	chose-alternative: ChoseAlternative says which text of an inject was delivered, from 0.
//	  delivery      id of the delivery
//	  alternative   which one, from 0
//
//	expected: Expected opens the expected actions of a delivery.
//	  delivery      id of the delivery
//	  items         a list of {id, index, deadline}: index counts the expectations of the inject from 0
//
//	expectation-set: ExpectationSet is an expected action met, late, missed, waived, open again or shifted.
//	  id            its id
//	  status        open, met, late, missed or waived
//	  act           id of the action
//	  deadline      exercise time, where it changed
//	  why           recall, jump, withdrawn or endex, where one of them set it
//
//	recalled: Recalled takes a delivery out of inboxes.
//	  delivery      id of the delivery
//	  text          id of the text leaf with the reason
//
//	milestone-set: MilestoneSet sets or clears a milestone.
//	  milestone     its id
//	  set           set (true) or cleared
//	  since         t that the fact bears
//	  source        id of what set it, or "hand"
//
// Of players:
//
//	opened: Opened is an addressee having a delivery before them.
//	  delivery      id of the delivery
//
//	acknowledged: Acknowledged is an addressee having taken it in.
//	  delivery      id of the delivery
//
//	closed: Closed is an addressee putting it away.
//	  delivery      id of the delivery
//
//	answered: Answered answers a question.
//	  id            SIDE-qN
//	  delivery      id of the delivery
//	  question      id of the question
//	  options       ids of the options chosen
//	  scale         number on the scale
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	acted: Acted is an action done. What it was found to be is another event.
//	  id            SIDE-aN
//	  action        id in the catalogue
//	  text          id of the text leaf with the words it was said in
//	  target        id of the target, absent if none
//	  cites         ids of the authorities relied on
//	  suggestion    id of the suggestion that it takes up
//	  uses          ids of the evidence relied on
//	  of            id of the request or call that it is a step of
//	  step          which step of it
//
//	outcome-due: OutcomeDue is when the outcome of an action will be proposed.
//	  act           id of the action
//	  due           exercise time
//	  result        what will be proposed
//
//	question-put: QuestionPut puts a question up for discussion.
//	  asked         the question: id, kind, per, prompt by language, options, min, max
//	  sides         the sides that it is put to
//	  alone         whether each answers for itself, unheard by the others
//
//	reported: Reported is a side's answer as it told it to the plenary.
//	  id            SIDE-rN
//	  answer        id of the answer
//	  side          id of the side
//	  question      id of the question
//	  options       ids of the options chosen
//	  scale         number chosen
//	  text          id of the text leaf, a copy of the answer's
//
//	practised: Practised is a seat having been through the practice inject.
//
//	pen-handed: PenHanded is the pen of a shared seat in another's hand.
//	  person        id of the person
//
//	suggested: Suggested is an action suggested to whoever holds the seat's pen.
//	  id            SIDE-sN
//	  action        id in the catalogue
//	  text          id of the text leaf with the words it was said in
//	  target        id of the target, absent if none
//	  cites         ids of the authorities relied on
//
//	suggestion-dropped: SuggestionDropped says that it will not be taken up.
//	  suggestion    id of the suggestion
//
//	translated: Translated is a translation of a typed text.
//	  of            id of the original's text leaf
//	  text          id of the translation's text leaf
//
//	withdrawn: Withdrawn takes an action back.
//	  act           id of the action
//	  text          id of the text leaf with the reason
//
//	approval-asked: ApprovalAsked asks Approvers.
//	  id            SIDE-pN
//	  action        id in the catalogue
//	  target        id of the target, absent if none
//	  authority     id of the authority
//	  approvers     roles that may approve
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	approval-decided: ApprovalDecided gives or declines it; Until is story time, Unix milliseconds, 0
//	  without end.
//	  approval      id of the approval
//	  approved      yes or no
//	  until         story time, Unix milliseconds, absent without end
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	lapsed: Lapsed is the end of an approval or of an action's effect in story time.
//	  what          approval or effect
//	  id            of the approval or action
//
//	messaged: Messaged is a message. From is a seat, or a persona's name where control speaks as one.
//	  id            SIDE-mN or control-mN
//	  to            as written
//	  roles         ids of the roles
//	  control       control is among the addressees
//	  persona       id of the persona
//	  as            name of the persona by language
//	  reply-to      id of the message answered
//	  asks          asks control for information
//	  text          id of the text leaf
//
//	disclosed: Disclosed shows an item to other sides: what it says, not only its id.
//	  id            SIDE-dN
//	  item          id of the item
//	  what          action, message, delivery or evidence
//	  side          id of the side
//	  to            ids of the sides
//	  title         id of the action or evidence
//	  name          that title by language
//	  subject       of a delivery: a piece
//	  body          of a delivery: a piece
//	  text          id of the text leaf with what was typed, absent if nothing was
//	  obtained      within, approved, outside, nothing or unfound; in older records also uncited
//
// Of judgement:
//
//	found: Found is what an action was found to be. Standing is provisional, confirmed or corrected.
//	  act           id of the action
//	  verdict       within, uncited or outside
//	  authority     id of the authority
//	  causes        a list of {code, args}
//	  standing      provisional, confirmed or corrected
//	  precedent     id of an action found alike before
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	authority-stated: AuthorityStated is a further authority that a side states.
//	  id            its id
//	  act           id of the action
//	  agency        id of the agency
//	  permits       id of the action in the catalogue
//	  reaches       as in scenario files
//	  title         id of the text leaf with its title
//	  basis         id of the text leaf with the legal basis
//
//	counted: Counted says that a free-text action is one of the catalogue.
//	  act           id of the action
//	  as            id of the action in the catalogue
//
//	outcome-proposed: OutcomeProposed is what the scenario proposes came of an action.
//	  act           id of the action
//	  result        works, in-part, fails or pending
//
//	outcome-decided: OutcomeDecided is what came of it. Until is when the effect lapses in story time, Unix
//	  milliseconds, 0 without end.
//	  act           id of the action
//	  result        works, in-part, fails or pending
//	  text          id of the text leaf with what was typed, absent if nothing was
//	  until         story time, Unix milliseconds, absent without end
//
//	evidence-gained: EvidenceGained is what an outcome yields.
//	  id            SIDE-eN
//	  evidence      id in the scenario
//	  side          id of the side
//	  act           id of the action
//	  role          id of the role
//	  what          what the planner wrote of it: {title, description, hash, form, terms, marking}: form is that of
//	                certification, terms are those of use
//
//	ruled: Ruled is a ruling.
//	  id            its id
//	  on            id of what it is about
//	  to            ids of the sides
//	  text          id of the text leaf with the ruling
//	  reason        id of the text leaf with the reason
//
//	noted: Noted is a note of control.
//	  id            its id
//	  on            id of what it is about
//	  text          id of the text leaf with the note
//
//	rated: Rated is how somebody rates an objective or a critical task; without a rating, that they do not
//	  any longer. A later one of the same person and seat replaces the earlier.
//	  id            its id
//	  on            id of the objective or task
//	  rating        P performed without challenges, S with some challenges, M with major challenges, U unable to
//	                be performed; absent if it is taken back
//	  text          id of the text leaf with the reason, absent if none was given
//
// Of control in several hands (control = "per-side" in the scenario). There an event's audience says which
// controllers may see it; the lead, whose member is lead, sees what crosses. What conditions do
// (cond-turned, proposed) is for the controllers of the sides that the inject goes to, and for the lead: so
// it tells them what the planner had the condition ask of another side's play.
//
//	agreed: Agreed is a side's controller agreeing to ENDEX or to the release, or no longer.
//	  what          endex or release
//	  side          id of the side
//	  not           no longer
//
//	opened-up: OpenedUp says that every side has agreed to the release: all of control sees everything.
//
//	clearance-asked: ClearanceAsked is an item that somebody of a side wants to disclose, and that waits for
//	  the role which clears what crosses.
//	  id            SIDE-cN
//	  item          id of the item
//	  what          action, message, delivery or evidence
//	  to            ids of the sides
//	  hand          role that evidence is to be handed to, absent if it is only to be shown
//	  text          id of the text leaf with the limits on its use
//
//	clearance-decided: ClearanceDecided lets it go out or keeps it; if it goes out, disclosed, or evidence-handed, follows.
//	  clearance     id of the clearance
//	  cleared       true or false
//	  text          id of the text leaf with what was typed, absent if nothing was
//
//	claimed: Claimed says who deals with an entry of the queue.
//	  class         inject, action, finding, outcome, message, approval, clearance, expectation,
//	                deadline or commitment
//	  ref           id of what waits
//	  drop          nobody does any more
//
// Of the record:
//
//	request-drafted: RequestDrafted is a request as it is being written.
//	  id            SIDE-draftN
//	  request       id of its kind
//	  to            role
//	  urgency       one of its kind's
//	  case          id of the case it belongs to
//	  fields        by field, the id of its text leaf
//	  text          id of the text leaf
//	  sent          id of the request that it became
//
//	request-sent: RequestSent is a request on its way to another side.
//	  id            SIDE-reqN
//	  request       id of its kind
//	  from          role
//	  from-side     its side
//	  to            role
//	  to-side       its side
//	  urgency       one of its kind's
//	  case          id of the case it belongs to
//	  fields        by field, the id of its text leaf
//	  text          id of the text leaf
//	  basis         the legal bases that its sender relies on, as cited
//	  off-channel   which end is not a stated one: sender, receiver
//
//	request-checked: RequestChecked is what a request contains, held against its kind.
//	  request       id of the request
//	  due           fields that it must contain
//	  missing       of these and the technical ones, those that it does not
//	  failing       fields that do not pass their check
//
//	request-stepped: RequestStepped is a step on a request.
//	  id            REQUEST-stepN
//	  request       id of the request
//	  step          which
//	  side          whose
//	  basis         the legal bases relied on, as cited
//	  text          id of the text leaf
//	  asked         fields that a supplement is asked for
//	  fields        by field, the id of the text leaf of a supplement
//	  ground        id of the ground, of its kind's
//	  review        story time of the review of a postponement
//	  items         fields asked for that it speaks to
//	  evidence      ids of the evidence that goes with it
//	  result        whether it tells a result
//
//	request-forwarded: RequestForwarded is a request passed on within a side.
//	  id            SIDE-forwardN
//	  request       id of the request
//	  to            role
//	  text          id of the text leaf
//
//	request-ticked: RequestTicked is what somebody found in a request.
//	  request       id of the request
//	  fields        fields that it contains
//	  faults        what is wrong with it
//
//	deadline-started: DeadlineStarted is a response time or legal clock that runs from now.
//	  id            REQUEST-clockN or SIDE-clockN
//	  deadline      id of the legal clock
//	  request       id of the request
//	  step          which of its response times
//	  call          id of the call that is to be answered
//	  side          whose deadline it is
//	  from          when it began: story time, or exercise time
//	  due           its last moment
//	  exercise      whether both are exercise time
//
//	deadline-set: DeadlineSet is a deadline met, late, missed, paused, running again or waived.
//	  id            id of the deadline
//	  status        which
//	  at            when, in its own time
//	  due           its last moment, where that is another now
//	  why           why
//
//	hotline-opened: HotlineOpened rings at the other end.
//	  id            SIDE-callN
//	  hotline       id of the hotline
//	  from          id of the role that opens it
//	  from-side     id of its side
//	  to-side       id of the side that is called
//	  topic         id of the topic, absent for something that the hotline is not for
//	  urgent        life, critical-infrastructure, irreversible-loss or escalation; absent for nothing of these
//	  lower         what became of the lower channel: failed, too-slow or not-tried
//	  request       id of the request that failed there
//	  text          id of the text leaf
//	  basis         the legal bases relied on, as cited
//
//	hotline-found: HotlineFound is what the opening, or the answering, of a call was found to be, for the side
//	  that did it.
//	  call          id of the call
//	  step          open or answer
//	  side          id of the side
//	  test          whether the entry test holds, of an opening
//	  causes        wrong-role, out-of-scope, not-urgent, lower-channel-open
//
//	hotline-stepped: HotlineStepped is a step in a call.
//	  id            CALL-stepN
//	  call          id of the call
//	  step          answer, say, tick, summary, sign, escalate or close
//	  side          id of the side that takes it
//	  text          id of the text leaf with what was said
//	  reads         of say: the step that it reads back; of sign: the summary that it signs off
//	  tick          id of the step of the procedure
//	  to            id of the role that it is escalated to
//	  next          story time of the next call, Unix milliseconds
//
//	hotline-needed: HotlineNeeded is when a hotline ought to be used.
//	  hotline       id of the hotline
//
//	evidence-named: EvidenceNamed is what two sides call a piece of evidence that goes from one to the other.
//	  exhibit       its id, as the giver calls it
//	  from          id of the side that gives it
//	  to            id of the side that gets it
//	  as            FROM-TO-eN
//
//	evidence-certified: EvidenceCertified is a form in which a side certifies it.
//	  exhibit       its id, as the reader calls it
//	  side          id of the side that certifies it
//	  to            id of the side that this copy is for, absent for its own
//	  text          id of the text leaf, absent for the form that the scenario names
//
//	evidence-handed: EvidenceHanded is a piece of evidence given from hand to hand. What the planner wrote of
//	  it stands in one that crosses sides, for readers who have not the giver's record.
//	  id            SIDE-hN within a side, FROM-TO-hN across
//	  exhibit       its id, as the reader calls it
//	  evidence      id in the scenario
//	  from          id of the role that gives it
//	  from-side     its side
//	  to            id of the role that gets it
//	  to-side       its side
//	  request       id of the request that it answers
//	  obtained      within, approved, outside, nothing or unfound, as found at this moment
//	  what          as in evidence-gained
//	  certificates  those that the receiver had not yet: {side, role, at, text}: who certified it, when, and the
//	                id of the text leaf
//	  limits        ids of the text leaves with limits on its use
//
//	evidence-marked: EvidenceMarked is another finding on how it was obtained, for those who hold it.
//	  exhibit       its id, as the reader calls it
//	  side          id of the side that holds it
//	  obtained      within, approved, outside, nothing or unfound
//
//	commitment-bears: CommitmentBears is something that may bear on a commitment. For control.
//	  id            COMMITMENT-forN or COMMITMENT-againstN
//	  commitment    id of the commitment
//	  way           for or against
//
//	commitment-judged: CommitmentJudged is control's judgement of it; the last one counts.
//	  bearing       id of what bears on it
//	  way           for or against, absent if it does not bear on it
//	  text          id of the text leaf with the reason
//
//	proposal-tabled: ProposalTabled lies before every side.
//	  id            proposal-N
//	  proposal      id in the scenario, absent for one that a player tabled
//	  side          id of the side that tabled it, absent for nobody in particular
//	  title         a piece
//	  text          a piece
//
//	proposal-amended: ProposalAmended has another text.
//	  proposal      id of the proposal
//	  version       counts from 2
//	  side          id of the side
//	  text          a piece
//
//	proposal-assessed: ProposalAssessed is what a side thinks of a version; its last word counts.
//	  proposal      id of the proposal
//	  version       which
//	  side          id of the side
//	  verdict       support, support-with-changes, defer or decline
//	  text          id of the text leaf with the reasons
//
//	proposal-settled: ProposalSettled is what came of it, once every side has assessed the version.
//	  proposal      id of the proposal
//	  version       which
//	  outcome       adopted, adopted-with-changes, deferred or declined
//
//	case-opened: CaseOpened is a case that players opened.
//	  id            SIDE-caseN
//	  side          id of the side
//	  title         id of the text leaf
//
//	filed: Filed puts an item under a case for one side, or takes it out.
//	  case          id of the case
//	  side          id of the side
//	  item          id of the item
//	  not           whether it takes it out
//
//	account-written: AccountWritten adds to a side's account of a case.
//	  id            SIDE-accountN
//	  case          id of the case
//	  text          id of the text leaf
//
//	line-written: LineWritten is a line of a joint status report, or its new text.
//	  id            SIDE-lineN
//	  case          id of the case
//	  side          id of the side that wrote it
//	  text          id of the text leaf
//
//	line-marked: LineMarked is a side's word on another's line.
//	  line          id of the line
//	  side          id of the side
//	  agrees        whether it agrees; else it disputes it
//	  text          id of the text leaf with the reason
//
//	scores-released: ScoresReleased is a side's leave to show its scores.
//	  side          id of the side
//
//	typed: Typed is what somebody typed, in a leaf of its own that no rule reads. Of names the text that it
//	  copies.
//	  id            SIDE-tN, control-tN or control/SIDE-tN: who wrote it, in a copy too
//	  of            id of the text that it copies
//	  lang          language tag
//	  text          what was typed
//
//	expunged: Expunged names the leaves (counted from 1 after the header) that were taken out of the record,
//	  and the text that stood there.
//	  leaves        ordinals
//	  text          id of the text that stood there
//	  reason        text leaf
//
//	joined: Joined is a person taking a seat; the only place for their name.
//	  person        key of the person, "bot" for bots
//	  name          of the person; nowhere else in the record
//	  bot           it is a bot
//
//	left: Left is a person leaving a seat.
//	  person        key of the person, "bot" for bots
//
// # Hashes
//
// All hashes are SHA-256. u8, u32 and u64 are unsigned integers, the most significant byte first; || joins.
//
//	start value  = SHA-256(the 20 bytes "parley transcript 1\n")
//
//	content hash = SHA-256(the leaf's own text from the quotation mark before s up to and with the last
//	               byte of the content, thus:  "s":"SALT","c":CONTENT  )
//
//	leaf hash    = SHA-256("l" || u8 number of members || for each: u8 length || its bytes
//	               || content hash)
//
//	line hash    = SHA-256("n" || u64 n || p, 32 bytes || u64 d || u32 number of leaves
//	               || for each: leaf hash)
//
// The content hash is what a reduced leaf bears as x. So reducing a leaf changes the hash of no line, and
// what is left still shows for whom the event was, and that it was there. What begins each of the texts (p,
// a quotation mark, l, n) keeps one kind of hash from being passed off as another.
//
// Salts are random, so that nobody can try out what a reduced event may have said. A run without people, at
// the highest rate, takes SeededSalts, so that it gives the same bytes again; such a transcript keeps no
// secrets from somebody who knows the seed.
//
// # Expunging
//
// Events are counted from 1 over all lines behind the header; leaves of the header have no number and can't
// be expunged. A leaf behind the header whose content begins with exactly
//
//	{"k":"expunged",
//
// is an expunging, and b.leaves in its content lists the numbers of the events that it names: one or more,
// each before it, each with exactly its own audience, so that whoever was to have the event sees that it was
// expunged. First the expunging is recorded; then Blank reduces the leaves in a new file, which takes the
// place of the old one in one step. If that was cut short, the next Open does it. In a full transcript each
// reduced leaf is named by an expunging somewhere behind it; otherwise the transcript is refused, at that
// leaf's line.
//
// A fork is a copy of the first lines of a transcript. If they hold reduced leaves whose expunging lies
// behind them, the fork's first own line names those events in expungings of its own.
//
// Blanking reaches this file only: not copies, not files cut off (PATH.cut-1), not what the disk may still
// hold of the old file.
//
// # Copies for one side
//
// A side's copy is the same file with one line more, before line 1 and outside the chain:
//
//	{"export":{"for":["alder","control/alder"],"about":OBJECT}}
//
//	for    for whom it is, written as an audience
//	about  what else is to be said of the copy, such as its marking; a JSON object like a content. May be
//	       left out, with its name and comma
//
// A leaf is for this copy if its audience has "all" or one of for. Such a leaf is full, unless an expunging
// names it; every other leaf is reduced. Both are checked. The first line itself is protected by no hash: a
// changed for shows, because the leaves no longer fit; a changed about does not.
//
// # What a crash leaves, and what else
//
// A batch of lines is one write and one sync, and only then is it acknowledged. Its lines carry as d the line
// before the batch. If a write or sync fails, the store is broken for good; nothing is taken back, and what
// it left is for the next Open. The same goes for a full disk.
//
// A reader stops at the first line that is wrong, and then looks at all that lies behind it. A later line
// (or the one in the wrong line's place) that is whole, that is, written right and matching its own h, and
// that has a d of the wrong line's number or more, claims that the wrong line was durable. If none does, the
// wrong line and all behind it may be what a crash left of the last write, in any state: short, full of
// zeros, with holes. Open then saves this tail beside the file as PATH.cut-1, or the next number that is
// free, cuts it off and says so. If one does, or if the line is whole, follows on the one before and yet
// breaks a rule (a mark that can't be, a leaf that ought not to be reduced, an expunging of what it may not
// expunge), no crash did it, and the transcript is refused by line number. So it is if an event before the
// wrong line lacks its content and its expunging is not there: that was durable before the content went. A
// claim by a line that is damaged itself counts for nothing; where damage has joined two lines to one, the
// second is still found.
//
// It follows that damage to the last batch can't be told from a crash. Whoever writes marks of the clock
// every few seconds keeps that window small. It also follows that somebody who damages every line from one on
// gets them cut off; but he could as well have removed them.
//
// If line 1 is cut short, no exercise began, and there is nothing to resume: Open changes nothing and returns
// ErrNothing.
//
// Before Open returns, all that it has read is durable. The lines that none calls durable it writes once more
// first: after a failed sync a system may take what is in its memory for what is on disk.
//
// # What Verify promises
//
// If Verify finds nothing wrong, then every line is written right, follows on the one before, and has the
// events, audiences and salts with which its hash was computed; no line is missing before the last one; each
// reduced leaf is explained. A single byte changed, added or removed anywhere in the chain is reported, with
// the line it was in.
//
// It does not promise that the lines are those that were first written. Whoever has the file can compute the
// whole chain anew, or take lines off its end, and nothing in the file shows it. What shows it is the hash of
// the last line, noted elsewhere at ENDEX: on paper, in an e-mail to all sides. Report.Hash is that hash. It
// is the same for every copy and after every blanking. Nor does Verify say whether the events make sense:
// that is for who replays them.
//
// Verify takes no lock and may run while an exercise is being recorded. Lines that are being written at that
// moment may show as a torn last line.
//
// # Versions
//
// This is version 1 of the format. The version stands in the start value, so a line 1 that is whole but does
// not carry it is reported as another version's. Kinds of event and their fields are no part of this format;
// they are added without a new version. A transcript of each version stays in testdata for ever.
package transcripts
