package words

// What happens between the sides, as in English.

const chineseOpsBetween = `
draft-request     起草请求
send-request      发出请求
step-request      处理请求
tick-request      勾选请求所含内容
open-hotline      启用热线
step-hotline      在通话中采取步骤
certify           出具证据证明
hand-over         移交证据
judge-commitment  评判与承诺有关的情况
table-proposal    提出提案
amend-proposal    修改提案
assess-proposal   评估提案
open-case         立案
file-under        归入案件
write-account     记录本方案情
write-line        撰写联合报告条目
mark-line         同意或质疑条目
release-scores    公开本方评分
`

const chineseEventsBetween = `
request-drafted    [{who} ]起草请求：{kind}[ → {to}]
request-sent       [{who} ]发出{id}：{kind} → {to}[（{urgency}）][，依据{basis}][（{off}）]
request-checked    {request}已按应含内容核对[；缺少：{missing}][；不合要求：{failing}]
request-stepped    [{who} ]{step:rstep}：{request}[，{ground}][：{fields}][，附{evidence}][，至{review}][：{text}]
request-forwarded  [{who} ]将{request}转交{to}[：{text}]
request-ticked     [{who} ]勾选{request}所含内容[：{fields}][；{faults}]
deadline-started   期限开始[（{side}）]：{what}，至{due}
deadline-set       {status:deadline}：{what}[，至{due}][（{why:why}）]
scores-released    {side}公开其评分
`

const chineseRefusalsBetween = `
no-such-request-kind  没有{kind}这种请求，请从列表中选择。
not-another-side      请求须发给另一方的角色，请从列表中选择[（{to}不是）]。
no-such-urgency       此类请求没有紧急程度{urgency}，请从列表中选择。
no-such-case          没有案件{case}，请从列表中选择，或不填。
no-such-field         此类请求没有{field}一项，请从其各项中选择。
no-such-draft         本方没有草稿{request}，请从列表中选择。
already-sent          此件已作为{request}发出，请对该请求采取步骤。
no-such-request       没有您可见的请求{request}，请从列表中选择。
no-such-step          没有{step}这一步骤，请从列表中选择。
not-your-step         “{step:rstep}”是对方的步骤，请从列表中选择。
request-over          {request}已结束或撤回，请另发请求。
nothing-asked         请说明需要补充什么：选择各项，或写明。
review-past           复核须在此后，请给出晚于当前想定时间的日期与时刻。
no-such-ground        此类请求没有理由{ground}，请从列表中选择，或写明原因。
not-own-side          请求只在本方内部转交，请选择本方角色[（{to}不是）]。
no-such-fault         {fault}不是可勾选的缺陷，请从列表中选择。
no-scores             本想定不设评分。
`

const (
	chineseRequestStates = `
sent              已发出
acknowledged      已确认收到
supplement-asked  已要求补充
accepted          已受理
refused           已拒绝
postponed         已推迟
executed          已执行
closed            已结束
withdrawn         已撤回
`
	chineseRequestSteps = `
send            发出
supplement      补充
reply           答复磋商
withdraw        撤回
close           结束
acknowledge     确认收到
ask-supplement  要求补充
consult         磋商
accept          受理
accept-part     部分受理
refuse          拒绝
postpone        推迟
protect         采取保全步骤
execute         执行
execute-part    部分执行
update          通报进展
forward         转交
tick            勾选所含内容
open            启用
`
	chineseTimeSteps = `
acknowledge  确认收到
verdict      完整性意见
protect      保全步骤
answer       首次实质答复
update       进展与结果通报
`
	chineseDeadlines = `
running  期限进行中
paused   计时暂停
met      按期完成
late     逾期完成
missed   逾期未完成
waived   期限不再计算
`
	chineseOffChannel = `
sender    发出角色并非所述有权发出者
receiver  接收角色并非所述接收者
`
	chineseFaults = `
over-broad     索要一切
needless-data  含不必要的数据
language       未用接收方可读的语言
limit-broken   答复中未遵守使用限制
`
	chineseWeights = `
mandatory    必填
conditional  适用时必填
desirable    宜填
`
	chineseChecks = `
time    时间须写明时刻与时区
ip      每个 IP 地址须写明端口
hash    哈希值为32、40、56、64、96或128位十六进制
period  期间须有两个日期，如2016-04-01至2016-04-12
`
)

const chineseCondsBetween = `
missed-deadline        期限{a}逾期
missed-deadline-not    期限{a}未逾期
requested              已发出请求{a}
requested-not          未发出请求{a}
requested-by           {b}已发出请求{a}
requested-by-not       {b}未发出请求{a}
acknowledged           请求{a}已确认收到
acknowledged-not       请求{a}未确认收到
acknowledged-by        {b}的请求{a}已确认收到
acknowledged-by-not    {b}的请求{a}未确认收到
accepted               请求{a}已受理
accepted-not           请求{a}未受理
accepted-by            {b}的请求{a}已受理
accepted-by-not        {b}的请求{a}未受理
refused                请求{a}已拒绝
refused-not            请求{a}未拒绝
refused-by             {b}的请求{a}已拒绝
refused-by-not         {b}的请求{a}未拒绝
executed               请求{a}已执行
executed-not           请求{a}未执行
executed-by            {b}的请求{a}已执行
executed-by-not        {b}的请求{a}未执行
late                   请求{a}有答复时限逾期
late-not               请求{a}无答复时限逾期
late-by                {b}的请求{a}有答复时限逾期
late-by-not            {b}的请求{a}无答复时限逾期
called                 {a}已启用
called-not             {a}未启用
called-by              {b}已启用{a}
called-by-not          {b}未启用{a}
connected              {a}已接通
connected-not          {a}未接通
connected-by           {b}启用的{a}已接通
connected-by-not       {b}启用的{a}未接通
misused                {a}使用不当
misused-not            {a}未见使用不当
misused-by             {b}对{a}使用不当
misused-by-not         {b}未对{a}使用不当
met                    期限{a}已按期完成
met-not                期限{a}未按期完成
`

const chineseScores = `
side               {side}总分
timeliness         及时性[（{weight}%）]
class              类别{class}
response-time      {request}：{time}[，用时{took}，时限{within}]
response-never     {request}：{time}未完成[，时限{within}]
requests           请求质量[（{weight}%）]
request            请求{request}
mandatory          必填项，{all}项中有{good}项
conditional        适用的条件项，{all}项中有{good}项
technical          最低技术信息，{all}项中有{good}项
channel            由所述角色发出和接收
language           使用对方可读的语言
capped             缺少必填项，不超过60分
over-broad         索要一切
needless-data      含不必要的数据
responses          答复质量[（{weight}%）]
response           对{request}的答复
silence            未答复
executed           已执行
lawful-part        部分执行，其余依理由拒绝
part               部分执行，其余未说明理由
postponed          附理由与复核日期推迟
put-off            推迟而无理由或复核日期
refused-consulted  磋商后依理由拒绝
refused            依理由拒绝，未经磋商
refused-bare       无理由拒绝
completeness       逐项答复，{all}项中有{good}项
evidence           没有缺少证明或哈希值的证据
readable           以文字答复
updates            按时通报，{all}次中有{good}次
outcome            已告知结果
limits             遵守使用限制
authority          行动的权限依据[（{weight}%）]
act                {act}：{verdict:verdict}
channels           热线的使用[（{weight}%）]
misuse             {call}不符合热线规则
unused             需要{hotline}而未使用
reciprocity        对等性：{time}，较快一方的中位用时与较慢一方之比
`
