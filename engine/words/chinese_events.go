package words

// One line for each kind of event, as in English: {who} is left out where it
// stands beside the line.
const chineseEvents = `
started                      演练开始
paused                       时钟已暂停
paused.reopened              时钟已暂停：演练记录已接续
resumed                      时钟恢复运行
frozen                       演练冻结：真实情况优先，暂不受理任何操作
rate-set                     时钟以×{rate}倍速运行
jumped                       时钟由{from}跳转至{to}
segment-started              {segment}开始[：{phase}][，想定时间跃至{story}]
ended                        演练结束
marked                       已标记时钟
reopened                     演练记录已接续（规则版本{rules}）
dues-set                     排定时间：{injects}
held                         搁置：{injects}（{why:why}）
released                     解除搁置：{inject}
fell-due                     已到时，待发送：{inject}
cued                         待口头传达：{inject}
skipped                      跳过：{inject}（{why:why}）[：{text}]
edited                       修改：{inject}
improvised                   临时注入：{inject} → {to}
cond-turned                  条件变化：{inject}
cond-turned.yes              条件成立：{inject}
cond-turned.no               条件不再成立：{inject}
proposed                     提议：{inject}
proposed.recall              因有内容收回或撤回而提议：{inject}
dismissed                    提议未采纳：{inject}[：{text}]
delivered                    {inject}[ → {to}]
chose-alternative            {inject}：按备选内容{n}发送
expected                     现预期：{actions}
expectation-set              预期行动：{action}[ → {target}]（{status:expect}）
expectation-set.open         重新预期：{action}[ → {target}][，由{by}完成][，截止{deadline}][（{why:why}）]
expectation-set.met          预期行动已完成：{action}[ → {target}][（{act}）]
expectation-set.late         预期行动逾期完成：{action}[ → {target}][（{act}）]
expectation-set.missed       预期行动逾期未完成：{action}[ → {target}][，应由{by}完成][（{why:why}）]
expectation-set.waived       预期行动已免除：{action}[ → {target}][，原由{by}完成][（{why:why}）]
recalled                     撤回：{inject}[：{text}]
milestone-set                里程碑变更：{milestone}
milestone-set.yes            里程碑达成：{milestone}
milestone-set.no             里程碑取消：{milestone}
opened                       [{who}]打开：{inject}
acknowledged                 [{who}]知悉：{inject}
closed                       [{who}]关闭：{inject}
answered                     [{who}]回答[{question}]：{answer}
question-put                 问题{n}：{question}
question-put.yes             问题{n}，各方分别讨论：{question}[ → {to}]
reported                     {side}[就{question}]作汇报：{answer}
practised                    [{who}]已完成练习注入
pen-handed                   [{who}：]执笔人现为{person}
suggested                    [{who}：]{person}建议：{action}[ → {target}]
suggestion-dropped           [{who}：]一项建议未采用（{suggestion}）
translated                   [{who}]翻译{of}：{text}
acted                        [{who}：]{action}[ → {target}][，援引{authorities}]
outcome-due                  {act}的结果定于{due}提出
withdrawn                    [{who}]收回{act}[：{text}]
approval-asked               [{who}][向{approvers}]申请批准：{action}[ → {target}][，依{authority}][：{text}]
approval-decided             [{who}]就{approval}作出决定[：{text}]
approval-decided.yes         [{who}]批准{approval}[，有效期至{until}][：{text}]
approval-decided.no          [{who}]不批准{approval}[：{text}]
lapsed                       失效：{item}
lapsed.approval              批准已失效：{item}
lapsed.effect                效力已届满：{item}
messaged                     [{who} ]→ {to}：{text}
messaged.direct              [{who}：]{text}
disclosed                    [{who}]向{to}披露：{what:item}[{title}][：{text}][，{obtained:obtained}]
found                        对{act}的认定（{standing:standing}）：{finding}[：{text}]
authority-stated             [{who}]就{act}补充声明职权：{authority}[，{basis}]
counted                      [{who}]将{act}归为{action}
outcome-proposed             提议结果：{act}，{result:result}
outcome-decided              结果：{act}，{result:result}[，效力至{until}][：{text}]
evidence-gained              {side}取得证据：{evidence}[（来自{act}）]
evidence-named               {exhibit}以{as}为编号提供给{to}
evidence-certified           [{who}]出具{exhibit}的证明[：{text}]
evidence-handed              [{who}]将{exhibit}移交{to}[，用于{request}][，{obtained:obtained}][，使用限制：{limits}]
evidence-marked              对{exhibit}的认定有变：{obtained:obtained}
commitment-bears             可能{way:way}承诺{commitment}的履行
commitment-judged            [{who}]判断：与承诺{commitment}无关[：{text}]
commitment-judged.for        [{who}]判断：有利于承诺{commitment}的履行[：{text}]
commitment-judged.against    [{who}]判断：不利于承诺{commitment}的履行[：{text}]
proposal-tabled              [{who}]提出提案{proposal}
proposal-amended             [{who}]修正提案{proposal}（第{n}版）：{text}
proposal-assessed            [{who}，]代表{side}，对提案{proposal}：{verdict:support}[：{text}]
proposal-settled             提案{proposal}：{outcome:proposal}
ruled                        [就{item}]作出裁决[，致{to}]：{text}[，理由：{reason}]
noted                        [{who}][就{item}]备注：{text}
rated                        [{who}]收回对{what}的评定
rated.yes                    [{who}]评定{what}：{rating:rating}[：{text}]
agreed                       {side}的主控同意：{what:agree}
agreed.no-more               {side}的主控不再同意：{what:agree}
opened-up                    各方均已同意：自此所有主控可看到全部内容
clearance-asked              [{who}]申请向{to}披露：{what:item}{item}
clearance-decided            [{who}]就{clearance}作出放行决定[：{text}]
clearance-decided.yes        [{who}]放行{clearance}[：{text}]
clearance-decided.no         [{who}]不予放行{clearance}[：{text}]
claimed                      [{who}]认领{ref}
claimed.dropped              [{who}]不再处理{ref}
typed                        键入一段文字
expunged                     [{who}]清除一段文字[：{reason}]
joined                       [{who}：]{person}入席
left                         [{who}：]{person}离席
`

// What waits, for the queue.
const chineseWaits = `
proposed    提议：{inject}
cued        待口头传达：{inject}
due         已到时：{inject}
depends     {inject}：{why:why}
finding     待确认的认定：{who}：{action}[ → {target}]：{finding}
outcome     待决定的结果：{who}：{action}[ → {target}][（提议：{result:result}）][；{verdict:verdict}]
free-text   这属于哪项行动？{who}：{action}[ → {target}]
asks        {who}询问主控：{text}
approval    {who}[向{approvers}]申请批准：{action}[ → {target}]
clearance   {who}申请向{to}披露：{what:item}{item}
commitment  可能{way:way}承诺{commitment}的履行[（{side}）]：{condition}
overdue     [{by}]逾期：{action}[ → {target}]，应于{deadline}前完成[，源自{inject}]
late        {side}逾期：{what}，应于{due}前完成
`

// Small parts of lines.
const chineseTelling = `
marks      {line}（{marks}）
bot        机器人
minutes    {n}分钟
said       于{t}提出
listed     {list}、{next}
also       {list}；{next}
more       {list}及另外{n}个
expunged   ［已清除］
withheld   ［未提供］
everyone   所有人
quoted     “{text}”
inject     {id}[ {title}]
from       [{from}：]{title}
act        {id}[（{action}）]
untitled   无主题
`
