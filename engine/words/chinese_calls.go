package words

// Hotlines, cases and their joint status reports, as in English.

const chineseEventsCalls = `
hotline-opened            [{who} ]启用{hotline}，呼叫{to}（{id}），事由：{topic}[；紧急：{urgent:urgent}][；{lower:lower}][，{request}][：{text}]
hotline-found             对{call}的认定[（{side}）][：{causes}]
hotline-stepped           [{who} ]在{call}中采取步骤[：{text}]
hotline-stepped.answer    [{who} ]接听{call}
hotline-stepped.say       [{who} ]在{call}中发言[：{text}]
hotline-stepped.read-back [{who} ]在{call}中复述[：{text}]
hotline-stepped.tick      [{who} ]在{call}中勾选步骤[：{tick}]
hotline-stepped.summary   [{who} ]就{call}提出纪要[：{text}]
hotline-stepped.sign      [{who} ]签认{call}的纪要
hotline-stepped.escalate  [{who} ]将{call}上报[至{to}][：{text}]
hotline-stepped.close     [{who} ]结束{call}[；下次通话：{next}][：{text}]
hotline-needed            现应启用{hotline}
case-opened               [{who} ]立案：{case}
filed                     [{who} ]将{item}归入{case}
filed.no                  [{who} ]将{item}从{case}中移出
account-written           [{who} ]撰写本方案情：{text}[（{case}）]
line-written              [{who} ]撰写联合情况报告：{text}[（{case}）]
line-marked               [{who} ]表态：{line}[：{text}]
line-marked.yes           [{who} ]同意{line}[：{text}]
line-marked.no            [{who} ]质疑{line}[：{text}]
`

const chineseRefusalsCalls = `
no-such-hotline     没有热线{hotline}：请从列表中选择。
no-such-topic       该热线不用于{topic}：请从列表中选择事由，或注明为其他事项。
not-an-urgency      “{urgent}”不是通话紧急的原因：请从列表中选择，或注明没有紧急原因。
not-a-lower         “{lower}”不是常规渠道的情况：请从列表中选择。
no-such-call        没有本方参与的通话{call}：请从列表中选择。
no-such-call-step   通话中没有{step}这一步骤：请从列表中选择。
call-over           {call}已经结束：如还有话要说，请另行呼叫。
own-call            {call}由本方呼叫：应由对方接听。
already-answered    {call}已经接听：请继续通话。
not-answered        {call}尚无人接听：接听之前不能发言。呼叫方可以上报，或结束通话以放弃呼叫。
not-to-read-back    {turn}不是对方在此次通话中的发言：请选择对方的一段发言。
not-in-procedure    规程中没有步骤{step}：请从列表中选择。
nothing-to-sign     {call}尚无纪要：请提出纪要，或等待对方提出。
another-summary     {call}另有新提出的纪要：请先阅读，再签认。
already-signed      本方已经签认{call}的这份纪要。
escalates-own-side  通话只在本方内部上报：请选择本方角色[（{to}不是）]。
next-call-past      下次通话须晚于现在：请填写更晚的时间，或留空。
not-filed           本方未将{item}归入该案件；随该案件发出的请求一直归于其下。
no-such-line        联合报告中没有条目{line}：请从列表中选择。
not-your-line       {line}是另一方的条目：请同意或质疑，或另写本方的条目。
own-line            {line}由本方撰写：是否成立由他方表态。
line-rewritten      {line}已经改写：请重新阅读，再表示同意或质疑。
`

const (
	chineseCalls = `
ringing     振铃中
unanswered  未按时接听
answered    通话中
closed      已结束
answer      接听
say         发言
tick        勾选步骤
summary     提出纪要
sign        签认纪要
escalate    上报
close       结束通话
no-topic    其他事项
to-answer   接听通话
`
	chineseUrgents = `
life                     危及生命
critical-infrastructure  危及关键基础设施
irreversible-loss        不可挽回的损失
escalation               事态升级的危险
`
	chineseLowers = `
failed     常规渠道已失效
too-slow   常规渠道过慢
not-tried  未尝试常规渠道
`
	chineseMisuses = `
wrong-role          并非所述角色
out-of-scope        超出热线用途
not-urgent          未说明紧急原因
lower-channel-open  常规渠道既未失效也非过慢
`
	chineseLines = `
open      待表态
agreed    已同意
disputed  有异议
`
)
