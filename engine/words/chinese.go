package words

// chinese gives a namespace of Simplified Chinese, "" for one that does not
// exist. Arguments stand in it without spaces: see put.
//
//nolint:cyclop,funlen // a table in the form of a switch
func chinese(space string) string {
	switch space {
	case "refusal":
		return chineseRefusals + chineseRefusalsBetween + chineseRefusalsCalls
	case "event":
		return chineseEvents + chineseEventsBetween + chineseEventsCalls
	case "op":
		return chineseOps + chineseOpsBetween
	case "cause":
		return chineseCauses
	case "step":
		return chineseSteps
	case "cond":
		return chineseConds + chineseCondsBetween
	case "finding":
		return chineseFindings
	case "waits":
		return chineseWaits
	case "tell":
		return chineseTelling
	case "verdict":
		return chineseVerdicts
	case "standing":
		return chineseStandings
	case "result":
		return chineseResults
	case "state":
		return chineseStates
	case "why":
		return chineseWhys
	case "waiting":
		return chineseWaiting
	case "expect":
		return chineseExpects
	case "approval":
		return chineseApprovals
	case "channel":
		return chineseChannels
	case "segment":
		return chineseSegments
	case "life":
		return chineseLives
	case "how":
		return chineseHows
	case "obtained":
		return chineseObtained
	case "way":
		return chineseWays
	case "support":
		return chineseSupports
	case "proposal":
		return chineseProposals
	case "item":
		return chineseItems
	case "status":
		return chineseStatuses
	case "agree":
		return chineseAgreements
	case "clearance":
		return chineseClearances
	case "call":
		return chineseCalls
	case "urgent":
		return chineseUrgents
	case "lower":
		return chineseLowers
	case "misuse":
		return chineseMisuses
	case "line":
		return chineseLines
	case "request":
		return chineseRequestStates
	case "rstep":
		return chineseRequestSteps
	case "time":
		return chineseTimeSteps
	case "deadline":
		return chineseDeadlines
	case "off-channel":
		return chineseOffChannel
	case "fault":
		return chineseFaults
	case "weight":
		return chineseWeights
	case "rating":
		return chineseRatings
	case "check":
		return chineseChecks
	case "score":
		return chineseScores
	default:
		return ""
	}
}

// Conditions of planners.
const chineseConds = `
and              {a}，且{b}
or               {a}，或{b}
group            （{a}）
always           始终
never            从不
delivered        {a}已发送
delivered-not    {a}未发送
acted            有人采取{a}
acted-not        无人采取{a}
acted-by         有人采取{a}（{b}）
acted-by-not     无人采取{a}（{b}）
answered         {a}已回答
answered-not     {a}未回答
answered-by      {a}以{b}回答
answered-by-not  {a}未以{b}回答
milestone        已达到{a}
milestone-not    未达到{a}
has              {a}持有{b}
has-not          {a}未持有{b}
has-as           {a}持有{b}（{c}）
has-as-not       {a}未持有{b}（{c}）
assessed         各方均已评估{a}
assessed-not     尚有一方未评估{a}
assessed-by      {b}已评估{a}
assessed-by-not  {b}未评估{a}
adopted          {a}已通过
adopted-not      {a}未通过
missed           {a}之后有预期行动未按时完成
missed-not       {a}之后没有预期行动未按时完成
stands           {a}已成功且仍有效
stands-not       {a}未成功或已失效
phase            正值{a}
phase-not        并非{a}
since-after      距{a}已超过{limit}
since-within     距{a}未超过{limit}
elapsed-after    [{a}]开始后已超过{limit}
elapsed-within   [{a}]开始后未超过{limit}
days             {n}天
hours            {n}小时
minutes          {n}分钟
seconds          {n}秒
`

// What a facilitator does next.
const chineseSteps = `
start     开始演练：{segment}，{length}
resume    恢复时钟运行
say       口头传达：{inject} → {to}
deliver   发送{inject}[ “{subject}”][（{in}后到时）]
decide    决定提议：{inject}[ “{subject}”]
put       提出问题{n}：{question}
put.all   提出问题{n}至{last}
report    请{side}汇报问题{n}
segment   下一步：{segment}，{length}[，问题{n}][（{in}后）][；尚未回答：{missing}]
phase     下一步：{phase}，{segment}，{length}[，问题{n}][（{in}后）][；尚未回答：{missing}]
end       下一步：结束演练[（{in}后）]
wait      {inject}[ “{subject}”]将在{in}后到时
`

// How a finding is said. Never more than what was stated: nothing here is
// advice on law.
const (
	chineseVerdicts = `
within    在所声明的职权之内
uncited   属于所声明的职权范围，但未援引
outside   超出所声明的职权
`
	chineseStandings = `
provisional   暂定
confirmed     已确认
corrected     已更正
`
	chineseCauses = `
not-held              未声明{agency}享有{authority}这一职权[，所声明的享有者为{holders}]
not-held.none         未声明{agency}享有实施此项行动的职权
not-permitted         所声明的{authority}未准许“{action}”
not-permitted.none    {side}所声明的职权均未准许“{action}”
does-not-reach        所声明的{authority}未涵盖{target}[（{where}）]
does-not-reach.none   {agency}所声明的职权均未涵盖{target}
condition-unmet       就{authority}所声明的条件未满足[：{condition}]
condition-unmet.none  有一项所声明的条件未满足
approval-missing      按声明，{authority}须经[{approval}]批准，而该角色当时尚未就此项行动和对象获得批准
approval-missing.none 按声明须经批准，而当时尚未获得批准
lapsed                所声明的{authority}当时不在有效期内
lapsed.none           {side}所声明的职权当时均不在有效期内
lapsed.not-yet        所声明的{authority}当时尚未生效[（自{from}起）]
lapsed.power          所声明的{authority}当时已失效[（截至{until}）]
lapsed.approval       {authority}项下的批准当时已失效
none-cited            未援引职权；所声明的{authority}可涵盖此项行动
none-cited.none       未援引职权
`
	chineseFindings = `
none          尚未形成认定
free-text     自行表述：尚未归为行动目录中的某项行动，因此没有认定
within        在所声明的{authority}范围之内
within.none   在所声明的职权之内
uncited       属于所声明的{authority}的范围，但未援引
uncited.none  属于所声明的职权范围，但未援引
outside       超出所声明的职权
held-against  {authority}[：{basis}]
provisional   暂定：待{side}的法律顾问或主控确认
confirmed     已[由{seat}]确认
corrected     已[由{seat}]更正[：{text}]
first         最初认定：{verdict:verdict}
precedent     此前已有同类先例：{act}
`
	chineseResults = `
works     成功
in-part   部分成功
fails     失败
pending   待定
`
	chineseObtained = `
within      在所声明的职权之内取得
approved    经批准在所声明的职权之内取得
outside     超出所声明的职权取得
nothing     未依据任何职权取得
unfound     取得方式尚未形成认定
uncited     依据所声明但未援引的职权取得
certified   已出具证明
`
)

// Which way something bears on a commitment, and what sides think of proposals.
const (
	chineseWays = `
for       有利于
against   不利于
`
	chineseSupports = `
support                赞成
support-with-changes   修改后赞成
defer                  暂缓
decline                不赞成
`
	chineseProposals = `
adopted                通过
adopted-with-changes   修改后通过
deferred               暂缓
declined               未通过
`
)

// Where things stand.
const (
	chineseStates = `
planned     计划中
due         已到时
held        搁置
cued        待口头传达
proposed    提议
delivered   已发送
skipped     已跳过
dismissed   未采纳
`
	chineseWhys = `
hand             手动
ended            所属阶段或环节已结束
skipped-before   前置注入已跳过
recalled-before  前置注入已撤回
jump             时钟跳转越过
no-alternative   备选内容均不适用
recall           有发送内容被撤回
withdrawn        该行动已收回
endex            演练已结束
reopened         演练记录已接续
supplement       有理由要求补充
postponed        附理由推迟
answered         已无须处理
`
	chineseWaiting = `
proposed    提议的注入
cued        待口头传达的注入
due         已到时的注入
depends     失去前置的注入
finding     待确认的认定
outcome     待决定的结果
free-text   自行表述的行动
asks        向主控提出的问题
approval    批准申请
overdue     逾期的预期行动
late        逾期的期限
commitment  与承诺有关的事项
clearance   待放行的披露
`
	chineseExpects = `
open     待完成
met      已完成
late     逾期完成
missed   逾期未完成
waived   已免除
`
	chineseApprovals = `
asked      已申请
approved   已批准
refused    未批准
lapsed     已失效
`
	chineseStatuses = `
unopened       未打开
opened         已打开
acknowledged   已知悉
closed         已关闭
hidden         本席位不可见
`
	chineseAgreements = `
endex     结束演练
release   向所有主控开放全部内容
`
	chineseClearances = `
asked     待放行
cleared   已放行
refused   未放行
`
	chineseLives = `
planned   尚未开始
running   进行中
paused    暂停
frozen    冻结
ended     已结束
`
	chineseSegments = `
brief      通报
play       推演
breakout   分组
plenary    全体
break      休息
`
	chineseChannels = `
email                 电子邮件
phone                 电话
news                  新闻
social-media          社交媒体
diplomatic-cable      外交电报
intelligence-report   情报报告
cert-alert            CERT 预警
in-person             当面
controller            主控
`
	chineseHows = `
typed    键入
spoken   口头
paper    书面
`
	chineseItems = `
action     行动
message    消息
delivery   收到的消息
evidence   证据
`
)
