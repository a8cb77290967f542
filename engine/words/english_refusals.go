package words

// What was refused, and what to do next.
const englishRefusals = `
no-command             This command is not known here: both sides of the connection need the same Parley.
bad-how                “{how}” is not a way in which something is said: use typed, spoken or paper.
wrong-moment           “{op:op}” is not possible now ({life:life}).
wrong-moment.planned   “{op:op}” is not possible before STARTEX: the exercise has to be started first.
wrong-moment.running   “{op:op}” is only possible before STARTEX: the exercise is under way.
wrong-moment.paused    “{op:op}” is only possible before STARTEX: the exercise is under way, but paused.
wrong-moment.frozen    The exercise is frozen, since the real world comes first: nothing is taken in until control resumes it.
wrong-moment.ended     “{op:op}” is not possible after ENDEX. Messages, notes, findings and rulings still are.
wrong-time             The clock has moved on meanwhile: give the command again.
not-advanced           Something falls due first: give the command again.
said-later             That was said later than now: give the time at which it was said, or leave it out.
no-such-seat           There is no seat {seat}: choose one from the list of seats.
players-only           “{op:op}” is for players: record it for the role that does it.
not-yours              “{op:op}” is not for the seat {seat}: ask control, or your side's legal adviser for a finding.
text-too-long          This text is too long: shorten it or send it in parts. Nothing of it was taken.
not-text               This is not readable text (not valid UTF-8): type it again.
nothing-said           There is nothing in it yet: write something first.
no-reason              Give the reason too: it goes on the record.
no-basis               Give the legal basis as your side states it.
nothing-changed        That changes nothing: it is so already.
no-such-action         {action} is not in your side's catalogue: choose from it, or say it in your own words.
item-of-a-side         {item} is an item of {side} alone: a ruling on it can only be addressed to that side, or it would show the others that it exists.
no-such-target         There is no target {target}: choose one from the list, or leave it out.
no-such-authority      Your side has not stated an authority {authority}: choose one from the list, or cite none.
no-such-act            There is no action {act} that you can do this to: check its number.
already-withdrawn      {act} was withdrawn already.
outcome-decided        The outcome of {act} is decided: it can't be withdrawn any more. Do something about it instead.
already-counted        {act} is known as an action of the catalogue already: correct its finding instead.
bad-result             “{result}” is not an outcome: use works, in-part, fails or pending.
not-counted            Nobody has said yet which action {act} counts as: count it first, then there is a finding.
not-provisional        The finding on {act} stands already: correct it if it is wrong.
bad-verdict            “{verdict}” is not a finding: use within, uncited or outside.
bad-cause              Say why it is outside authority as stated: “{cause}” is not one of the causes.
no-such-reach          “{reaches}” is nothing that an authority can reach: use own, any, a side or a target.
needs-no-approval      {authority} as stated needs no approval: act on it directly.
no-such-approval       There is no approval {approval} for you to decide: check its number.
already-decided        {approval} is decided already: ask anew for a different decision.
no-such-delivery       There is no message {delivery} here: look in the inbox.
recalled               {delivery} was recalled: it counts as if it had never come.
already-recalled       {delivery} was recalled already.
no-such-question       This message does not ask {question}: look at its questions.
choose-one             Choose one of the answers to {question}.
choose-some            Choose at least one of the answers to {question}.
off-the-scale          Choose a number on the scale of {question}.
no-such-option         {option} is not among the answers, or was given twice: choose from the list.
jump-back              The clock never goes back: choose a later time.
jump-past-segment      A jump stays within its segment: go to its end, then start the next segment.
jump-list-changed      What lies on the way has changed meanwhile: look at the list again, then jump.
bad-choice             “{choice}” is nothing that can be done with what a jump passes: use deliver, skip or shift.
no-such-inject         There is no inject {inject}: look in the MSEL.
wrong-state            {inject} is {state:state}: this can't be done with it now.
wrong-state.planned    {inject} is still planned and nothing has proposed or held it: deliver it by hand if it is wanted now.
wrong-state.held       {inject} is held already: release it, deliver it or skip it.
wrong-state.delivered  {inject} was delivered already: recall the delivery if it was wrong.
wrong-state.skipped    {inject} was skipped: deliver it by hand if it is wanted after all.
wrong-state.dismissed  The proposal of {inject} was dismissed: deliver it by hand if it is wanted after all.
already-delivered      {inject} was delivered already: recall that delivery first, or improvise an inject.
no-such-addressee      There is no role, agency or side {to}: choose from the list, or “everyone”.
nobody-addressed       Say to whom.
no-such-channel        “{channel}” is not a channel: choose one from the list.
no-such-persona        There is no persona {persona} that you can speak as.
crosses                {to} is of another side: ask control to pass it on, or disclose it.
no-such-message        There is no message {message} that you can reply to.
no-such-item           There is no {item} that you can name here: check its number.
no-such-side           {side} is not a side that this can go to.
no-such-objective      There is no objective or task {objective}: choose one from the list.
no-such-rating         “{rating}” is not a rating: P, S, M or U.
no-such-milestone      There is no milestone {milestone}: look at the list.
no-such-text           There is no text {text}, or it was expunged already.
already-paused         The clock stands already.
already-running        The clock runs already.
bad-rate               A rate is two whole numbers between 1 and 100000, such as 2/1 or 1/2.
already-put            Question {question} was put already: its answers can still be changed.
no-such-answer         There is no answer {answer} that you can report.
heard-already          The room has heard {answer} already: there is nothing to report.
reported-already       {answer} was reported already: answer the question anew first if it has changed.
not-plenary            Answers of a breakout are reported in plenary: start the plenary first.
not-your-seat          This terminal is not that seat's: what is done for another seat is done there, or recorded by its side's scribe or control.
not-seated             You don't sit in this seat any longer: join again with your code, or ask control.
looks-on               Who sits here looks on: nothing can be done from this seat.
cued-only              A simulator says what is cued; all else of the MSEL is the facilitator's: ask control.
no-pen                 {person} holds the pen of this seat: suggest it to them, or have the pen handed to you.
nobody-there           {person} does not share this seat: the pen goes to somebody who sits there.
no-such-suggestion     There is no suggestion {suggestion} at this seat.
suggestion-settled     {suggestion} was taken up or dropped already.
no-language            Say which language it is in.
same-language          It is in that language ({lang}) already: choose the language of the translation.
last-segment           This is the last segment of its phase: start the next phase, or end the exercise.
last-phase             This is the last phase: end the exercise when play is over.
lead-only              “{op:op}” is for the lead facilitator: ask in the room.
goes-to-others         {item} goes to another side too: it is the lead's to deal with.
text-of-others         {text} was written by others: only the controller of the side that wrote it can expunge it.
needs-agreement        The exercise ends when the controllers agree. Not yet: {sides}.
no-agreement-needed    One facilitator runs this exercise: there is nobody to agree with.
controllers-agree      It is the controllers of the sides who agree to this.
nothing-to-agree       “{what}” is nothing to agree on: use endex or release.
ended-already          The exercise has ended already.
not-ended              The exercise has to end first: until then each side's deliberations are its own.
opened-already         All of control sees everything already: that can't be taken back.
no-such-clearance      There is no clearance {clearance} for you to decide: check its number.
already-cleared        {clearance} is decided already: disclose the item anew for a different decision.
no-such-exhibit        Your side has no evidence {exhibit}: check its number.
not-in-custody         Your side was told of {exhibit} and has not got it: ask for it to be handed over.
no-such-bearing        There is nothing {bearing} that bears on a commitment and is for you to judge: look at the queue.
no-such-way            “{way}” is no way in which something bears on a commitment: use for or against, or leave it out if it does not bear on it.
nothing-proposed       A proposal needs a title and a text: write both.
no-such-proposal       There is no proposal {proposal} on the table: check its number.
amended-meanwhile      {proposal} was amended meanwhile: read it as it stands now, then say what your side thinks of it.
no-such-support        “{verdict}” is not an assessment: use support, support-with-changes, defer or decline.
nothing-waits          {ref} does not wait for you, or not any more: look at the queue.
`

// What commands are called, as short imperatives.
const englishOps = `
start             Start the exercise
pause             Pause
resume            Resume
freeze            Freeze
set-rate          Set the rate
jump              Jump
next-segment      Start the next segment
next-phase        Start the next phase
end               End the exercise
deliver           Deliver now
hold              Hold
release           Release
skip              Skip
recall            Recall
retime            Give a new time
edit              Edit
improvise         Improvise an inject
accept            Accept the proposal
dismiss           Dismiss the proposal
open              Open
acknowledge       Acknowledge
close             Close
answer            Answer
act               Act
withdraw          Withdraw
ask-approval      Ask for approval
approve           Approve
refuse-approval   Refuse approval
message           Send a message
ask-control       Ask control
disclose          Disclose
put-question      Put the question
report            Report to the plenary
pass-practice     Finish the practice inject
hand-pen          Hand on the pen
suggest           Suggest
drop-suggestion   Drop the suggestion
translate         Translate
count             Count as an action
confirm-finding   Confirm the finding
correct-finding   Correct the finding
add-authority     State a further authority
decide-outcome    Decide the outcome
rule              Rule
note              Make a note
rate              Rate
set-milestone     Set a milestone
clear-milestone   Clear a milestone
expunge           Expunge
agree             Agree
clear             Clear to go out
refuse-clearance  Refuse to clear
claim             Claim
join              Take a seat
leave             Leave a seat
mark              Mark the clock
reopen            Take up the record again
`
