package words

// What was refused, and what to do next. Codes that are typed as they are
// stand in brackets beside what they mean.
const chineseRefusals = `
no-command             此处不识别该命令：连接双方须使用同一版本的 Parley。
bad-how                “{how}”不是表达方式：请用键入（typed）、口头（spoken）或书面（paper）。
wrong-moment           现在不能“{op:op}”（{life:life}）。
wrong-moment.planned   开始演练之前不能“{op:op}”：须先开始演练。
wrong-moment.running   “{op:op}”只能在开始演练之前进行：演练正在进行。
wrong-moment.paused    “{op:op}”只能在开始演练之前进行：演练已经开始，现为暂停。
wrong-moment.frozen    演练已冻结，真实情况优先：主控恢复演练之前，不受理任何操作。
wrong-moment.ended     结束演练之后不能“{op:op}”。消息、备注、认定和裁决仍可进行。
wrong-time             时钟在此期间已经前进：请重新发出命令。
not-advanced           有事项先行到时：请重新发出命令。
said-later             所填的提出时间晚于现在：请填写实际提出的时间，或留空。
no-such-seat           没有席位{seat}：请从席位列表中选择。
players-only           “{op:op}”仅供参演人员使用：请记在实施该行动的角色名下。
not-yours              席位{seat}不能“{op:op}”：请联系主控；如涉及认定，请联系本方法律顾问。
text-too-long          文字过长：请缩短或分次发送。本次内容均未收录。
not-text               这不是可读的文字（不是有效的 UTF-8 编码）：请重新键入。
nothing-said           尚无内容：请先填写。
no-reason              请一并说明理由：理由将记录在案。
no-basis               请填写本方所声明的法律依据。
nothing-changed        没有变化：现状已是如此。
no-such-action         {action}不在本方的行动目录中：请从目录中选择，或自行表述。
item-of-a-side         {item}仅属于{side}：有关裁决只能发给该方，否则其他各方会得知其存在。
no-such-target         没有对象{target}：请从列表中选择，或留空。
no-such-authority      本方未声明职权{authority}：请从列表中选择，或不援引。
no-such-act            没有可作此操作的行动{act}：请核对编号。
already-withdrawn      {act}已经收回。
outcome-decided        {act}的结果已经决定，不能再收回：请另行采取行动。
already-counted        {act}已归为目录中的行动：请改为更正其认定。
bad-result             “{result}”不是结果：请用成功（works）、部分成功（in-part）、失败（fails）或待定（pending）。
not-counted            尚未说明{act}归为哪项行动：请先归类，之后才有认定。
not-provisional        对{act}的认定已经成立：如有错误，请更正。
bad-verdict            “{verdict}”不是认定：请用在职权之内（within）、未援引（uncited）或超出职权（outside）。
bad-cause              请说明为何超出所声明的职权：“{cause}”不在所列原因之中。
no-such-reach          “{reaches}”不是职权可以涵盖的范围：请用本方（own）、不限（any）、某一方或某一对象。
needs-no-approval      按声明，{authority}无须批准：请直接行动。
no-such-approval       没有可由本席位决定的批准申请{approval}：请核对编号。
already-decided        {approval}已有决定：如需不同的决定，请重新申请。
no-such-delivery       此处没有消息{delivery}：请查看收件箱。
recalled               {delivery}已撤回：视同从未收到。
already-recalled       {delivery}此前已撤回。
no-such-question       该消息没有提出问题{question}：请查看其中的问题。
choose-one             请在{question}的答案中选择一项。
choose-some            请在{question}的答案中至少选择一项。
off-the-scale          请在{question}的分值范围内选择一个数字。
no-such-option         {option}不在答案之列，或重复选择：请从列表中选择。
jump-back              时钟不能倒退：请选择更晚的时间。
jump-past-segment      跳转不能超出当前环节：请先跳至环节末尾，再开始下一环节。
jump-list-changed      跳转途经的事项已有变化：请重新查看列表后再跳转。
bad-choice             对跳转途经的事项不能“{choice}”：请用发送（deliver）、跳过（skip）或顺延（shift）。
no-such-inject         没有注入{inject}：请查看事件清单。
wrong-state            {inject}现为“{state:state}”：目前不能进行此操作。
wrong-state.planned    {inject}仍在计划中，既未提议也未搁置：如现在需要，请手动发送。
wrong-state.held       {inject}已经搁置：请解除搁置、发送或跳过。
wrong-state.delivered  {inject}已经发送：如有错误，请撤回。
wrong-state.skipped    {inject}已经跳过：如仍需要，请手动发送。
wrong-state.dismissed  {inject}的提议未采纳：如仍需要，请手动发送。
already-delivered      {inject}已经发送：请先撤回，或另作临时注入。
no-such-addressee      没有角色、机构或一方名为{to}：请从列表中选择，或用所有人（everyone）。
nobody-addressed       请说明发给谁。
no-such-channel        “{channel}”不是可用的渠道：请从列表中选择。
no-such-persona        没有本席位可以使用的扮演身份{persona}。
crosses                {to}属于另一方：请由主控转交，或作出披露。
no-such-message        没有可以回复的消息{message}。
no-such-item           此处没有可以选用的{item}：请核对编号。
no-such-side           不能发给{side}：该方不在可选范围之内。
no-such-milestone      没有里程碑{milestone}：请查看列表。
no-such-text           没有文字{text}，或已经清除。
already-paused         时钟已经停止。
already-running        时钟已在运行。
bad-rate               倍速由两个 1 至 100000 之间的整数组成，如 2/1 或 1/2。
last-segment           这是本阶段的最后一个环节：请开始下一阶段，或结束演练。
last-phase             这是最后一个阶段：推演完毕后请结束演练。
`

// What commands are called, as short imperatives.
const chineseOps = `
start             开始演练
pause             暂停
resume            恢复
freeze            冻结
set-rate          设定倍速
jump              跳转
next-segment      开始下一环节
next-phase        开始下一阶段
end               结束演练
deliver           立即发送
hold              搁置
release           解除搁置
skip              跳过
recall            撤回
retime            改定时间
edit              修改
improvise         临时注入
accept            采纳提议
dismiss           不采纳提议
open              打开
acknowledge       知悉
close             关闭
answer            回答
act               行动
withdraw          收回
ask-approval      申请批准
approve           批准
refuse-approval   不批准
message           发送消息
ask-control       询问主控
disclose          披露
count             归为行动
confirm-finding   确认认定
correct-finding   更正认定
add-authority     补充声明职权
decide-outcome    决定结果
rule              裁决
note              备注
set-milestone     设定里程碑
clear-milestone   取消里程碑
expunge           清除
join              入席
leave             离席
mark              标记时钟
reopen            接续记录
`
