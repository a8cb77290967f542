package words

// What the projector's wall says.
const chineseWall = `
The session has ended = 会话已终止
The real world comes first. = 现实情况优先。
Nothing that is done now counts. The clock stands at {time}. = 此刻的一切操作均不计入演练。时钟停在 {time}。
The exercise is over. = 演练已结束。
left in this segment = 本环节剩余
over its time = 已超时
{taken} of {n} seats taken = 已就座 {taken}/{n}
The exercise has not started. = 演练尚未开始。
to the whole room = 向全体提出
each side talks it over alone = 各方分别讨论
Reported to the plenary = 已向全体汇报
To everyone = 发给全体
Ruling of control = 导演裁定
Reason: {reason} = 理由：{reason}
`
