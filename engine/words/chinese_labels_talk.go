package words

// What a tabletop that is talked says: the agenda and the next step.
const chineseTalk = `
Has {side} reported on question {n}? = {side}是否已汇报问题{n}？
Who spoke = 发言人
Everyone has it now. = 全体均已收到。
Not put yet: n puts it. = 尚未提出：按 n 提出。
Put at {time} to each side alone. d records an answer, n its report in plenary. = 于{time}向各方分别提出。d 记录回答，n 在全体环节汇报。
{n}/{of} answered = 已答 {n}/{of}
Question {n} = 问题{n}
The question is put. = 问题已提出。
Put question {n}? = 提出问题{n}？
yes: everyone sees the answer = 是：全体将看到答案
No segments. = 没有环节。
If it comes to it = 视情况而定
there is no next step: the exercise is over = 没有下一步：演练已结束
record an action that a role did, spoken or on paper; on a question, an answer = 记录某角色口头或书面的行动；在问题上则记录回答
deliver the inject now, for a cued one: it was said; put the question, or report its answer = 立即发出注入，待口头传达的则表示已传达；提出问题，或汇报其答案
Put at {time} to the room. d records an answer. = 于{time}向全体提出。d 记录回答。
Agenda = 议程
this exercise is run on the clock: the MSEL leads through it = 本演练按时钟推进：以主事件清单为准
Put questions {n} to {last}? = 提出问题{n}至{last}？
In the room: everyone hears the answers. = 当场提出：全体都会听到答案。
Each side alone: nobody hears another side's answer until it is reported in plenary. = 各方分别讨论：在全体环节汇报之前，任何一方都听不到他方的答案。
→ everyone = → 全体
put it = 提出
For you: {note} = 供您参考：{note}
take the next step, as the second line says it = 执行第二行所示的下一步
For you = 供您参考
reported at {time} = 于{time}汇报
Agenda, of an exercise that is talked = 议程（讨论式演练）
{side}: {answer} = {side}：{answer}
it is put, and no answer waits to be reported = 已提出，且没有待汇报的答案
next = 下一步
now cued to you, to be said to {to} = 现由主持人口头传达给{to}
waits for your hand from {time} on, for {to} = 自{time}起待手动发送给{to}
* + mark = * + 标记
now, to {to} = 立即，发给{to}
cued to you at {time}, to be said to {to} = {time}提示口头传达给{to}
counts as said now, to {to} = 视为现已口头传达给{to}
new = 新
somebody else, named below = 其他人，见下栏
to {to}, as {whom} = 以{whom}名义，发给{to}
at {time}, to {to} = {time}，发给{to}
who writes or calls, if none was chosen = 未选择时，来信或来电者
`
