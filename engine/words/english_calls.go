package words

// Hotlines, cases and their joint status reports.

const englishEventsCalls = `
hotline-opened            [{who} ]opens {id} on {hotline} to {to}, about {topic}[; urgent: {urgent:urgent}][; {lower:lower}][, {request}][: {text}]
hotline-found             finding on {call}[ ({side})][: {causes}]
hotline-stepped           [{who} ]takes a step in {call}[: {text}]
hotline-stepped.answer    [{who} ]answers {call}
hotline-stepped.say       [{who} ]says in {call}[: {text}]
hotline-stepped.read-back [{who} ]reads back in {call}[: {text}]
hotline-stepped.tick      [{who} ]ticks off in {call}[: {tick}]
hotline-stepped.summary   [{who} ]proposes a summary of {call}[: {text}]
hotline-stepped.sign      [{who} ]signs off the summary of {call}
hotline-stepped.escalate  [{who} ]escalates {call}[ to {to}][: {text}]
hotline-stepped.close     [{who} ]closes {call}[; next call {next}][: {text}]
hotline-needed            {hotline} ought to be used now
case-opened               [{who} ]opens a case: {case}
filed                     [{who} ]files {item} under {case}
filed.no                  [{who} ]takes {item} out of {case}
account-written           [{who} ]writes in the side's account: {text}[ ({case})]
line-written              [{who} ]writes in the joint report: {text}[ ({case})]
line-marked               [{who} ]marks {line}[: {text}]
line-marked.yes           [{who} ]agrees to {line}[: {text}]
line-marked.no            [{who} ]disputes {line}[: {text}]
`

const englishRefusalsCalls = `
no-such-hotline     There is no hotline {hotline}: choose one from the list.
no-such-topic       The hotline is not for {topic}: choose a topic from the list, or say that it is something else.
not-an-urgency      “{urgent}” is nothing that makes a call urgent: choose from the list, or say that nothing does.
not-a-lower         “{lower}” is nothing that can have become of the lower channel: choose from the list.
no-such-call        There is no call {call} that your side is an end of: choose one from the list.
no-such-call-step   There is no step {step} in a call: choose one from the list.
call-over           {call} is closed: open another call if there is more to say.
own-call            Your side opened {call}: it is for the other side to answer it.
already-answered    {call} is answered already: go on with it.
not-answered        Nobody has answered {call} yet: nothing can be said in it before. Who opened it can escalate it, or give it up by closing it.
not-to-read-back    {turn} is nothing that the other side said in this call: choose one of its turns.
not-in-procedure    The procedure has no step {step}: choose one from the list.
nothing-to-sign     Nobody has proposed a summary of {call} yet: propose one, or wait for it.
another-summary     Another summary of {call} was proposed meanwhile: read that, then sign.
already-signed      Your side has signed off this summary of {call} already.
escalates-own-side  A call is escalated within one's own side: choose one of its roles[ ({to} is none)].
next-call-past      The next call has to be later than now: give a later time, or none.
not-filed           Your side has not filed {item} under this case; a request that was sent under it stays there.
no-such-line        There is no line {line} in a joint report: choose one from the list.
not-your-line       {line} is another side's line: agree to it or dispute it, or write one of your own.
own-line            Your side wrote {line}: whether it stands is for the others to say.
line-rewritten      {line} was rewritten meanwhile: read it again, then agree or dispute.
`

const (
	englishCalls = `
ringing     ringing
unanswered  not answered in time
answered    under way
closed      closed
answer      answer
say         say
tick        tick off
summary     propose a summary
sign        sign off
escalate    escalate
close       close
no-topic    something else
to-answer   answering the call
`
	englishUrgents = `
life                     a danger to life
critical-infrastructure  critical infrastructure
irreversible-loss        a loss that can't be undone
escalation               a danger of escalation
`
	englishLowers = `
failed     the lower channel has failed
too-slow   the lower channel is too slow
not-tried  the lower channel was not tried
`
	englishMisuses = `
wrong-role          by a role that is not stated for it
out-of-scope        out of scope
not-urgent          nothing urgent was named
lower-channel-open  the lower channel has neither failed nor is it too slow
`
	englishLines = `
open      open
agreed    agreed
disputed  disputed
`
)
