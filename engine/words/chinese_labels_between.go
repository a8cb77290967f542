package words

// Labels of control's pane of what happens between the sides.
const chineseBetween = `
Late = 逾期
Running out next = 即将到期
Requests = 请求
Calls on the hotline = 热线通话
Commitments = 承诺
Scores = 评分
late: {what} = 逾期：{what}
released = 已公开
clock paused = 计时暂停
Nothing has happened between the sides yet. = 各方之间尚无往来。
Between the sides = 各方之间
between the sides: requests, clocks, calls, evidence, proposals, scores; who is late = 各方之间：请求、期限、通话、证据、提案、评分；谁已逾期
not assessed = 未评估
between = 往来
{what} (proposed) = {what}（待评判）
{n} of {all} = {n}/{all}
not answered in time = 未按时接听
Score of {side} = {side}评分
this scenario has no requests, hotlines, deadlines or proposals = 本想定没有请求、热线、期限或提案
the scores of {side} = {side}的评分
release your side's scores to the others = 向其他各方公开本方评分
Release your side's scores? = 公开本方评分？
release = 公开
Your side's scores are released. = 本方评分已公开。
The others see them once every side has released its own. It can't be taken back. = 各方均公开后，其他各方方可见。公开后不能收回。
`
