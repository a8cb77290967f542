package words

// What the authority map says, on screen and printed.
const chineseMap = `
Authority map = 职权对照
How each side may do it, as it has stated its authorities. = 各方依其所声明的职权可以如何行事。
Request: {title} ({id}) = 请求：{title}（{id}）
a step of: {request} = 属于请求的步骤：{request}
and {n} more, held by others of the side = 另有 {n} 项，由该方其他角色享有
as {action} = 即行动：{action}
effect = 效力
exercise time = 演练时间
it is in free words, and counts as nothing yet = 此为自行表述的行动，尚未计为行动目录中的行动
it speaks of no action of the catalogue, and of no request = 此处未涉及行动目录中的行动，也未涉及请求
lasts {time} = 持续{time}
map = 对照
no longer in force = 已失效
no response times = 未规定答复时限
nobody of this side = 该方无人
nobody: no agency of the side holds it = 无人：该方没有机构享有此项职权
not in this side's catalogue = 不在该方行动目录中
not yet in force = 尚未生效
nothing stated = 未声明职权
postponed = 推迟理由
receives = 接收者
refused on = 拒绝理由
sends = 发出者
stated during the exercise, on {act} = 演练中声明，针对{act}
story time = 想定时间
the authority map: how each side may do it = 职权对照：各方可以如何实施此行动
the authority map: how each side may do what is under the cursor, or what is expected there = 职权对照：光标处的行动或预期行动，各方可以如何实施
this is it = 这就是职权对照
who = 行使者
{time} of exercise time = 演练时间{time}
`
