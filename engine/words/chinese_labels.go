package words

// What the screens say of themselves, by its English, a line each. A text of
// several lines is several labels. Arguments stand without spaces: see put.
//
// The terms, the same as in the other tables:
//
//	exercise 演练          STARTEX 开始演练       ENDEX 结束演练
//	scenario 想定          story time 想定时间    phase 阶段, segment 环节
//	inject 注入            MSEL 事件清单          contingency 应变注入
//	control 主控           seat 席位              role 角色
//	side 一方, 本方, 各方  agency 机构            player 参演人员
//	deliver 发送           hold 搁置              release 解除搁置
//	skip 跳过              recall 撤回            cued 口头传达
//	propose 提议           accept 采纳            dismiss 不采纳
//	freeze 冻结            pause 暂停             jump 跳转
//	authority 职权         basis 依据             cite 援引
//	finding 认定           outcome 结果           ruling 裁决
//	approve 批准           adjudicate 裁定        expunge 清除
//	action 行动            target 对象            catalogue 行动目录
//	free words 自行表述    withdraw 收回          disclose 披露
//	acknowledge 知悉       milestone 里程碑       hot wash 热评
const chineseLabels = chineseScreens + chineseForms + chineseKeys + chineseTalk + chinesePlain + chineseSeat + chinesePaper + chineseDesk + chineseRequests +
	chineseBetween + chineseMap + chineseCallLabels + chineseCustody + chineseOwn + chineseRoom + chineseSlips + chineseDoor + chineseStaff + chineseWall

// What lies on the screens.
const chineseScreens = `
{n}m ago = {n}分前
{h}h{mm} ago = {h}时{mm}分前
No injects. = 没有注入。
Nothing waits for you. = 没有待办事项。
Inject {n} · {id} = 注入{n} · {id}
due {time} = 定于{time}
channel = 渠道
if = 条件
after = 前置
Note for control = 主控备注
{n} roles = {n}个角色
{what} (within {time}) = {what}（{time}之内）
Expected actions (players never see these) = 预期行动（参演人员不可见）
{what}, by {time} = {what}，截止{time}
{what} by {who} = {what}，由{who}
{n} of {min}–{max} = {n}（{min}–{max}）
Alternatives (the first that holds on delivery is sent) = 备选内容（发送时取首个成立者）
else = 其他情况
Delivered = 发送情况
{id} at {time} = {id}，{time}
{what}, recalled at {time} = {what}，于{time}撤回
Action · {id} = 行动 · {id}
cites = 援引
counted as = 归为
Finding (as the side stated its authorities) = 认定（依该方所声明的职权）
Outcome = 结果
its effect has lapsed = 其效力已届满
proposed: {result} — for control to decide = 提议：{result}，由主控决定
to be proposed at {time} = 定于{time}提出
not decided = 未决定
Message · {id} = 消息 · {id}
reply to = 回复
asks control for information = 向主控询问情况
Approval · {id} = 批准申请 · {id}
{who} asks: {what} = {who}申请：{what}
target = 对象
under = 依据
asked of = 申请对象
state = 状态
decided by = 决定者
{who} at {time} = {who}，{time}
… Enter shows all = …… 按 Enter 查看全文
Nothing is chosen. = 未选中任何内容。
Notes = 备注
by the clock at {time} = 由时钟触发，{time}
{who}, said at {time} = {who}，于{time}提出
{n} bots sit down = {n}个机器人入席
EXERCISE (practice) = 演练（练习）
not started = 未开始
PAUSED = 暂停
FROZEN = 冻结
ENDEX = 演练结束
over +{time} = 超时 +{time}
{time} left = 剩余{time}
{taken}/{n} seats = 席位{taken}/{n}
NOT SAVED = 未保存
saving = 保存中
saved = 已保存
as {role} = 以{role}身份
what you do here is recorded as theirs = 此处的操作记在该席位名下
The session has ended: {error} = 会话已终止：{error}
Esc first = 请先按 Esc
not now: {why} = 目前不可：{why}
Not done: {error} = 未完成：{error}
Esc first: that is a key of control's console = 请先按 Esc：这是主控台的按键
following = 跟随
{n} newer below = 下方另有{n}条
Waiting ({n}) = 待办（{n}）
not delivered = 未发送
DUE = 已到时
held = 搁置
say it = 待传达
proposed = 提议
skipped = 已跳过
dismissed = 未采纳
in {time} = {time}后
if … = 视条件
after … = 待前置
phase {n} = 阶段{n}
by hand = 手动
bot = 机器人
{w}×{h} is too small, = {w}×{h} 过小，
Parley needs {w}×{h}. = Parley 需要{w}×{h}。
The exercise goes on. = 演练继续进行。
Authority · {id} = 职权 · {id}
stated during the exercise = 演练期间声明
basis = 依据
held by = 享有者
permits = 准许
reaches = 涵盖
condition = 条件
{who}, lasts {time} = {who}，有效期{time}
approval of = 须经批准
lasts = 效力期限
from {date} = 自{date}
in force = 有效期
until {date} = 至{date}
source = 出处
{n} days = {n}天
the side itself = 本方
anywhere = 不限
Disclosed · {id} = 披露 · {id}
Ruling · {id} = 裁决 · {id}
because = 理由
For everyone = 致全体
For your side = 致本方
For your role = 致本角色
unread = 未读
subject = 主题
Enter opens it. = 按 Enter 打开。
This message was recalled. = 此消息已撤回。
from = 发件人
to = 收件人
came = 送达
Attached: {name} = 附件：{name}
Asked of you: {ask} = 要求你方：{ask}
[out of date] = ［已过时］
{names}; {name} = {names}、{name}
Question = 问题
from {min} to {max} = 从{min}到{max}
{what} ({more}) = {what}（{more}）
{what}: “{text}” = {what}：“{text}”
{verdict}: {cause} = {verdict}：{cause}
{who}: {what} = {who}：{what}
Actions = 行动
Approvals = 批准
Authorities = 职权
Briefing = 简报
Inbox = 收件箱
Acts = 行动
Msgs = 消息
Appr. = 批准
Auth. = 职权
Log = 日志
Brief = 简报
of your agency = 本机构
of another agency of your side = 本方其他机构
No message has come yet. = 尚未收到消息。
Your side has done nothing yet. d says what you do. = 本方尚未采取行动。按 d 说明行动。
No messages. m writes one. = 没有消息。按 m 写消息。
No approvals are asked. = 没有批准申请。
No authorities are stated. = 未声明职权。
No evidence, disclosures or rulings. = 没有证据、披露或裁决。
Nothing has happened yet. = 尚无动态。
from {who} = 来自{who}
to {to} = 发给{to}
withdrawn = 已收回
recalled = 已撤回
was asked by {time} = 已过截止{time}
[expunged] = ［已清除］
there is no such seat = 没有该席位
… [ and ] scroll = …… 按 [ 和 ] 滚动
Overdue = 逾期
EXERCISE = 演练
clears = 取消
{n} earlier = 更早的{n}条
✓ reached, since {time} = ✓ 已达成，自{time}起
○ not reached = ○ 未达成
is asked to approve: {action}, since {time} = 待其批准：{action}，自{time}起
done = 已采取
You are = 您扮演
Its briefing = 其简报
yields it = 产生它
yields = 产生
on {thing} = 针对{thing}
sits there = 就座者
nobody sits there = 无人就座
its condition asks for = 其条件涉及
delivered = 已发送
expects it = 预期它
Phase {n} · {id} = 阶段{n} · {id}
by {role} = 由{role}
Say = 请说
permits it = 准许它
this phase = 本阶段
What happened = 经过
Evidence · {id} = 证据 · {id}
from {role} = 来自{role}
Not yet opened or acknowledged = 尚未打开或知悉
waiting = 待处理
later = 改时间
{n}h = {n}小时
{n}m = {n}分
in the catalogue = 在行动目录中
nothing = 无
cued at {time} = 于{time}提示传达
It names = 涉及
to {side} = 发给{side}
About = 事由
Role · {id} = 角色 · {id}
comes after = 前置
found before on = 先例
To hand over: {name} = 须转交：{name}
put in: {segment} = 提出环节：{segment}
an answer to it changes it = 其答案会改变它
in its place: {role} = 替代者：{role}
Target · {id} = 对象 · {id}
question {n} = 问题{n}
to come = 未到时
sets = 设定
the side's legal adviser = 本方法律顾问
story = 想定时间
has a text that asks for it = 有一段备选内容以其为条件
conditional = 视条件
{n} marked = 已标记{n}项
asks for it = 以其为条件
Call = 致电
asked by {role} = 申请人：{role}
approval = 批准申请
in the phase = 所属阶段
Goes to = 收件人
{count} of {all} = {count}（共{all}）
To be said aloud · {id} = 口头传达 · {id}
Milestone · {id} = 里程碑 · {id}
you = 您
What hangs on it = 相关事项
answered = 已回答
a scribe: records what others of its side say = 记录员：记录本方其他人所说
takes = 耗时
for {whom} = 待{whom}
… and {n} more = …… 另有{n}项
if {condition} = 条件：{condition}
held against = 对照
{n} of {m} with “{words}” = {m}处“{words}”中的第{n}处
Ask = 要求
stated on {act} = 就{act}声明
Segments = 环节
at = 时间
comes after it = 在其之后
by {thing} = 由{thing}
asked of {role} = 申请对象：{role}
Action of the catalogue · {id} = 目录中的行动 · {id}
Go to = 当面告知
↓ goes on = 按 ↓ 继续
all = 全部
`
