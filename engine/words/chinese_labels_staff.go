package words

// What the consoles of evaluators and simulators say, and the evaluation.
const chineseStaff = `
Rate: {what} = 评定：{what}
Rating = 评定
the scenario names no objectives = 想定没有列出目标
Objective · {id} = 目标 · {id}
Why = 理由
Evaluation = 评估
seen by control alone; it takes the place of your rating {rating} = 仅主控可见；替换您原来的评定 {rating}
note something on it = 对其作备注
Rated. = 已评定。
… d shows all = … 按 d 查看全部
only what is cued is said; a facilitator delivers all else = 只转达口头传达的内容；其余由主持人发送
none: take my rating back = 无：收回我的评定
rate objectives and tasks, P S M U; how they are rated, and by whom = 评定目标和任务（P S M U）；查看评定及评定人
the objective or task in full = 查看该目标或任务的全部内容
Ratings = 评定
Nobody has rated it. = 无人评定。
rate the objective or task under the cursor, or take your rating back; P, S, M and U begin with that rating = 评定光标处的目标或任务，或收回您的评定；按P、S、M、U则预选该评级
objectives = 目标
Evaluation (O) = 评估（O）
what to say, and that it was said, of the cued inject under the cursor = 光标处待口头传达的注入：要说的内容，以及记录已说
said = 已说
see what a seat sees = 查看某席位所见
You look on: nothing can be done there. Esc comes back. = 您仅旁观，在该处不能操作。按 Esc 返回。
rate it = 评定
`
