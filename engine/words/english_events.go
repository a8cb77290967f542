package words

// One line for each kind of event. {who} is the seat that did it, left out
// where that stands beside the line; lines without it speak of what the clock or
// the rules brought about, or of control.
const englishEvents = `
started                      STARTEX: the exercise begins
paused                       the clock is paused
paused.reopened              the clock is paused: the record was taken up again
resumed                      the clock runs again
frozen                       FROZEN: the real world interrupts, nothing is taken in
rate-set                     the clock runs at ×{rate}
jumped                       the clock jumped from {from} to {to}
segment-started              {segment} begins[: {phase}][, story time leaps to {story}]
ended                        ENDEX: the exercise is over
marked                       the clock was marked
reopened                     the record was taken up again (rules {rules})
dues-set                     due: {injects}
held                         held: {injects} ({why:why})
released                     released: {inject}
fell-due                     due and waiting to be delivered: {inject}
cued                         cued, to be said aloud: {inject}
skipped                      skipped: {inject} ({why:why})[: {text}]
edited                       edited: {inject}
improvised                   improvised: {inject} → {to}
cond-turned                  the condition changed: {inject}
cond-turned.yes              the condition holds: {inject}
cond-turned.no               the condition no longer holds: {inject}
proposed                     proposed: {inject}
proposed.recall              proposed, since something was taken back: {inject}
dismissed                    proposal dismissed: {inject}[: {text}]
delivered                    {inject}[ → {to}]
chose-alternative            {inject}: delivered in its alternative {n}
expected                     expected now: {actions}
expectation-set              expected action: {action}[ → {target}] ({status:expect})
expectation-set.open         expected again: {action}[ → {target}][ by {by}][, until {deadline}][ ({why:why})]
expectation-set.met          expectation met: {action}[ → {target}][ ({act})]
expectation-set.late         expectation met late: {action}[ → {target}][ ({act})]
expectation-set.missed       expectation missed: {action}[ → {target}][ by {by}][ ({why:why})]
expectation-set.waived       expectation waived: {action}[ → {target}][ by {by}][ ({why:why})]
recalled                     recalled: {inject}[: {text}]
milestone-set                milestone changed: {milestone}
milestone-set.yes            milestone reached: {milestone}
milestone-set.no             milestone cleared: {milestone}
opened                       [{who} ]opens {inject}
acknowledged                 [{who} ]acknowledges {inject}
closed                       [{who} ]closes {inject}
answered                     [{who} ]answers[ {question}]: {answer}
question-put                 question {n}: {question}
question-put.yes             question {n}, each side alone: {question}[ → {to}]
reported                     {side} reports[ on {question}]: {answer}
practised                    [{who} ]has tried the practice inject
pen-handed                   [{who}: ]the pen is with {person}
suggested                    [{who}: ]{person} suggests: {action}[ → {target}]
suggestion-dropped           [{who}: ]a suggestion is dropped ({suggestion})
translated                   [{who} ]translates {of}: {text}
acted                        [{who}: ]{action}[ → {target}][, citing {authorities}]
outcome-due                  outcome of {act} due at {due}
withdrawn                    [{who} ]withdraws {act}[: {text}]
approval-asked               [{who} ]asks approval[ of {approvers}]: {action}[ → {target}][, under {authority}][: {text}]
approval-decided             [{who} ]decides on {approval}[: {text}]
approval-decided.yes         [{who} ]approves {approval}[, until {until}][: {text}]
approval-decided.no          [{who} ]refuses {approval}[: {text}]
lapsed                       lapsed: {item}
lapsed.approval              the approval has lapsed: {item}
lapsed.effect                the effect has lapsed: {item}
messaged                     [{who} ]→ {to}: {text}
messaged.direct              [{who}: ]{text}
disclosed                    [{who} ]discloses to {to}: {what:item}[ {title}][: {text}][, {obtained:obtained}]
found                        finding on {act}: {finding} ({standing:standing})[: {text}]
authority-stated             [{who} ]states a further authority for {act}: {authority}[, {basis}]
counted                      [{who} ]counts {act} as {action}
outcome-proposed             outcome proposed: {act} {result:result}
outcome-decided              outcome: {act} {result:result}[, until {until}][: {text}]
evidence-gained              {side} gains evidence: {evidence}[ (from {act})]
evidence-named               {exhibit} goes to {to} as {as}
evidence-certified           [{who} ]certifies {exhibit}[: {text}]
evidence-handed              [{who} ]hands {exhibit} to {to}[, for {request}][, {obtained:obtained}][, on these limits: {limits}]
evidence-marked              another finding on {exhibit}: {obtained:obtained}
commitment-bears             may speak {way:way} the keeping of {commitment}
commitment-judged            [{who} ]judges: it does not bear on {commitment}[: {text}]
commitment-judged.for        [{who} ]judges: it speaks for the keeping of {commitment}[: {text}]
commitment-judged.against    [{who} ]judges: it speaks against the keeping of {commitment}[: {text}]
proposal-tabled              on the table[ from {who}]: {proposal}
proposal-amended             [{who} ]amends {proposal} (version {n}): {text}
proposal-assessed            [{who}, ]for {side}, on {proposal}: {verdict:support}[: {text}]
proposal-settled             {proposal}: {outcome:proposal}
ruled                        ruling[ on {item}][, for {to}]: {text}[, because {reason}]
noted                        [{who} ]notes[ on {item}]: {text}
rated                        [{who} ]takes its rating of {what} back
rated.yes                    [{who} ]rates {what}: {rating:rating}[: {text}]
agreed                       the controller of {side} agrees: {what:agree}
agreed.no-more               the controller of {side} no longer agrees: {what:agree}
opened-up                    all sides agree: from now on all of control sees everything
clearance-asked              [{who} ]wants to disclose to {to}: {what:item} {item}
clearance-decided            [{who} ]decides on {clearance}[: {text}]
clearance-decided.yes        [{who} ]clears {clearance} to go out[: {text}]
clearance-decided.no         [{who} ]does not clear {clearance}[: {text}]
claimed                      [{who} ]deals with {ref}
claimed.dropped              [{who} ]no longer deals with {ref}
typed                        a text was typed
expunged                     [{who} ]expunges a text[: {reason}]
joined                       [{who}: ]{person} sits down
left                         [{who}: ]{person} leaves
`

// What waits, for the queue.
const englishWaits = `
proposed    proposed: {inject}
cued        to be said aloud: {inject}
due         due: {inject}
depends     {inject}: {why:why}
finding     finding to confirm: {who}: {action}[ → {target}]: {finding}
outcome     outcome to decide: {who}: {action}[ → {target}][ (proposed: {result:result})][; {verdict:verdict}]
free-text   which action is this? {who}: {action}[ → {target}]
asks        {who} asks control: {text}
approval    {who} asks approval[ of {approvers}]: {action}[ → {target}]
clearance   {who} wants to disclose to {to}: {what:item} {item}
commitment  may speak {way:way} the keeping of {commitment}[ ({side})]: {condition}
overdue     overdue[ by {by}]: {action}[ → {target}], expected by {deadline}[, after {inject}]
late        {side} is late: {what}, due {due}
`

// Small parts of lines.
const englishTelling = `
marks      {line} ({marks})
bot        bot
minutes    {n} min
said       said at {t}
listed     {list}, {next}
also       {list}; {next}
more       {list} and {n} more
expunged   [expunged]
withheld   [withheld]
everyone   everyone
quoted     “{text}”
inject     {id}[ {title}]
from       [{from}: ]{title}
act        {id}[ ({action})]
untitled   without a subject
`
