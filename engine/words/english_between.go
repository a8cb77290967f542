package words

// What happens between the sides: requests for assistance and their clocks.

const englishOpsBetween = `
draft-request     Draft a request
send-request      Send a request
step-request      Take a step on a request
tick-request      Tick what a request contains
open-hotline      Open the hotline
step-hotline      Take a step in a call
certify           Certify evidence
hand-over         Hand evidence over
judge-commitment  Judge what bears on a commitment
table-proposal    Table a proposal
amend-proposal    Amend a proposal
assess-proposal   Assess a proposal
open-case         Open a case
file-under        File under a case
write-account     Write in one's own account of a case
write-line        Write a line of the joint report
mark-line         Agree to a line, or dispute it
release-scores    Release one's scores
`

const englishEventsBetween = `
request-drafted    [{who} ]drafts a request: {kind}[ → {to}]
request-sent       [{who} ]sends {id}: {kind} → {to}[ ({urgency})][, relying on {basis}][ ({off})]
request-checked    {request} was held against what it must contain[; missing: {missing}][; not as it must be: {failing}]
request-stepped    [{who} ]{step:rstep}: {request}[, {ground}][: {fields}][, with {evidence}][, until {review}][: {text}]
request-forwarded  [{who} ]passes {request} on to {to}[: {text}]
request-ticked     [{who} ]ticks what {request} contains[: {fields}][; {faults}]
deadline-started   a deadline begins[ for {side}]: {what}, until {due}
deadline-set       {status:deadline}: {what}[, until {due}][ ({why:why})]
scores-released    {side} releases its scores
`

const englishRefusalsBetween = `
no-such-request-kind  There is no kind of request {kind}: choose one from the list.
not-another-side      A request goes to a role of another side: choose one from the list[ ({to} is none)].
no-such-urgency       This kind of request has no urgency {urgency}: choose one from the list.
no-such-case          There is no case {case}: choose one from the list, or leave it out.
no-such-field         This kind of request has no field {field}: choose from its fields.
no-such-draft         Your side has no draft {request}: choose one from the list.
already-sent          This was sent already, as {request}: take a step on that instead.
no-such-request       There is no request {request} that you can see: choose one from the list.
no-such-step          There is no step {step}: choose one from the list.
not-your-step         “{step:rstep}” is the other side's step: choose one from the list.
request-over          {request} is closed or withdrawn: send a new request.
nothing-asked         Say what is to be supplemented: choose the fields, or write it.
review-past           A review lies ahead: give a later date and hour than the story has now.
no-such-ground        This kind of request has no ground {ground}: choose one from the list, or write your reasons.
not-own-side          A request is passed on within one's own side: choose a role of it[ ({to} is none)].
no-such-fault         {fault} is no fault that can be ticked: choose one from the list.
no-scores             This scenario has no scores.
`

const (
	englishRequestStates = `
sent              sent
acknowledged      acknowledged
supplement-asked  supplement asked for
accepted          accepted
refused           refused
postponed         postponed
executed          executed
closed            closed
withdrawn         withdrawn
`
	englishRequestSteps = `
send            sends it
supplement      supplements
reply           replies
withdraw        withdraws
close           closes
acknowledge     acknowledges
ask-supplement  asks for a supplement
consult         consults on
accept          accepts
accept-part     accepts in part
refuse          refuses
postpone        postpones
protect         takes a protective step
execute         executes
execute-part    executes in part
update          updates on
forward         passes on
tick            ticking what it contains
open            opens it
`
	englishTimeSteps = `
acknowledge  acknowledgement
verdict      verdict on completeness
protect      protective step
answer       first answer of substance
update       update on status and results
`
	englishDeadlines = `
running  deadline running
paused   clock paused
met      deadline met
late     done late
missed   deadline missed
waived   deadline no longer counts
`
	englishOffChannel = `
sender    sent by a role that is not stated to send it
receiver  sent to a role that is not stated to receive it
`
	englishFaults = `
over-broad     asks for everything
needless-data  holds data that need not be there
language       not in a language that its receiver reads
limit-broken   a limit on use was not kept in the answer
`
	englishWeights = `
mandatory    mandatory
conditional  mandatory if it applies
desirable    desirable
`
	englishChecks = `
time    a time needs its hour and its zone, as in 2016-04-12 08:14 UTC
ip      each IP address needs its port, as in 203.0.113.7:443
hash    a hash has 32, 40, 56, 64, 96 or 128 hexadecimal digits
period  a period needs two dates, as in 2016-04-01 to 2016-04-12
`
)

const englishCondsBetween = `
missed-deadline        the deadline {a} was missed
missed-deadline-not    the deadline {a} was not missed
requested              a request {a} was sent
requested-not          no request {a} was sent
requested-by           {b} sent a request {a}
requested-by-not       {b} sent no request {a}
acknowledged           a request {a} was acknowledged
acknowledged-not       no request {a} was acknowledged
acknowledged-by        a request {a} of {b} was acknowledged
acknowledged-by-not    no request {a} of {b} was acknowledged
accepted               a request {a} was accepted
accepted-not           no request {a} was accepted
accepted-by            a request {a} of {b} was accepted
accepted-by-not        no request {a} of {b} was accepted
refused                a request {a} was refused
refused-not            no request {a} was refused
refused-by             a request {a} of {b} was refused
refused-by-not         no request {a} of {b} was refused
executed               a request {a} was executed
executed-not           no request {a} was executed
executed-by            a request {a} of {b} was executed
executed-by-not        no request {a} of {b} was executed
late                   a response time of {a} was missed
late-not               no response time of {a} was missed
late-by                a response time of a request {a} of {b} was missed
late-by-not            no response time of a request {a} of {b} was missed
called                 {a} was opened
called-not             {a} was not opened
called-by              {b} opened {a}
called-by-not          {b} did not open {a}
connected              a call on {a} was answered
connected-not          no call on {a} was answered
connected-by           a call of {b} on {a} was answered
connected-by-not       no call of {b} on {a} was answered
misused                {a} was misused
misused-not            {a} was not misused
misused-by             {b} misused {a}
misused-by-not         {b} did not misuse {a}
met                    the deadline {a} was met
met-not                the deadline {a} was not met
`

const englishScores = `
side               {side}, in all
timeliness         timeliness[ ({weight} %)]
class              class {class}
response-time      {request}: {time}[ after {took} of {within}]
response-never     {request}: {time} did not come[ within {within}]
requests           quality of requests[ ({weight} %)]
request            request {request}
mandatory          mandatory fields, {good} of {all}
conditional        conditional fields that apply, {good} of {all}
technical          technical minimum, {good} of {all}
channel            sent and received by the stated roles
language           in a language that the other side reads
capped             a mandatory field is missing: no more than 60
over-broad         asks for everything
needless-data      holds data that need not be there
responses          quality of answers[ ({weight} %)]
response           answer to {request}
silence            not answered
executed           executed
lawful-part        executed in part, the rest refused on a ground
part               executed in part, without a ground for the rest
postponed          postponed with reasons and a review date
put-off            postponed without reasons or a review date
refused-consulted  refused on a ground, after consultation
refused            refused on a ground, without consultation
refused-bare       refused without a ground
completeness       items answered, {good} of {all}
evidence           no evidence without a certificate or its hash
readable           answered in words
updates            updates in time, {good} of {all}
outcome            told what came of it
limits             limits on use kept
authority          authority of its actions[ ({weight} %)]
act                {act}: {verdict:verdict}
channels           use of hotlines[ ({weight} %)]
misuse             {call} against the hotline’s rules
unused             {hotline} needed and not used
reciprocity        reciprocity: {time}, the faster side’s median time over the slower’s
`
