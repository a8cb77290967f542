package words

// What a player's screen says of requests for assistance, of clocks, and of the
// menus of steps.
const chineseRequests = `
Clocks = 期限
clocks = 期限
Cases = 案件
cases = 案件
Hotline = 热线
hotline = 热线
Proposals = 提案
proposals = 提案
Requests = 请求
requests = 请求
Evidence = 证据
Evid. = 证据
requests for assistance, sent and received = 发出和收到的协助请求
clocks that run against your side, and what is owed to it = 本方须遵守的期限，以及他方应履行的期限
calls on a hotline = 热线通话
proposals on the table = 已提出的提案
cases, and what belongs to them = 案件及其所含事项
this exercise has no such list = 本次演练没有该列表
begin a request, a hotline call, a proposal or a case = 新建请求、热线通话、提案或案件
take a step on the request, call, proposal, case or evidence under the cursor = 对光标所在的请求、通话、提案、案件或证据采取步骤
only a seat does that = 只有席位可以这样做
Step = 步骤
Steps with what is under the cursor = 对光标所在事项可采取的步骤
no step can be taken with what is under the cursor = 对光标所在事项没有可采取的步骤
this exercise has nothing to begin; d says what you do, m writes a message = 本次演练没有可新建的事项；按 d 说明行动，按 m 写消息
New = 新建
new… = 新建…
steps… = 步骤…
choose one = 请选择一项
`
