package words

// What the screens of a terminal of one's own say: going in, leaving, looking
// on, the waiting room.
const chineseOwn = `
Your name = 您的姓名
You take the seat of = 您将就座的席位
As the others call you: it stands beside what you do. With the same name you find your seat as you left it. = 请用他人对您的称呼：它会记在您的操作旁。用同一姓名回来，席位保持您离开时的样子。
Who has sat here = 在此就座过的人
Say who you are: a name of up to {n} letters. = 请说明您是谁：姓名最多{n}个字。
{name} is here already. If that is you at another terminal, Enter closes that one, and you go on here as it stands there. = {name}已在席。如果那是您的另一台终端，按Enter将关闭那台，您在此接着进行。
If it is somebody else of that name, Esc goes back: add a letter to yours. = 如果是同名的另一人，按Esc返回，在您的姓名上加一个字。
The seat is taken. Enter takes the place of {name}: their terminal is told so and closed. = 席位已满。按Enter将接替{name}：其终端会收到告知并关闭。
What they were writing is kept for them. = 其正在撰写的内容会为其保留。
here = 在席
here since {time} = {time}起在席
not here = 不在
gone since {time} = {time}离开
go in = 进入
take over = 接替
choose a name = 选择姓名
leaves = 退出
Leave? = 离开？
Your seat and what you were writing are kept; the same code brings you back. = 您的席位和正在撰写的内容都会保留；用同一加入码即可回来。
The same code brings you back. = 用同一加入码即可回来。
The exercise goes on without you; nothing is ended or paused. = 演练在您离开后继续：不会结束，也不会暂停。
leave this terminal; your seat is kept = 离开本终端；席位保留
looking on: {role} = 旁观：{role}
Look at another seat = 查看另一席位
look at another seat's screen; Enter goes to the next one = 查看另一席位的屏幕；Enter转到下一个
there is no other seat to look at = 没有其他席位可看
Nothing stands here yet. = 此处尚无内容。
You have the pen; beside you: {others} = 由您执笔；同席：{others}
{key} hands it on = {key}移交
{key} suggests = {key}提出建议
{who} has the pen: {key} suggests = 由{who}执笔：{key}提出建议
{who} takes it up or drops it = 由{who}采用或放弃
Hand the pen on = 移交执笔
nobody shares this seat = 无人同席
you have the pen: d says what you do = 由您执笔：按d说明您的行动
that is for the computer that the exercise runs on = 此操作须在运行演练的计算机上进行
You and the others = 您与其他人
Waiting room = 候场室
Not started yet: control starts it, and this screen goes on by itself. = 尚未开始：由主控开始，届时本屏幕自动进入演练。
your seat = 您的席位
the seat = 席位
Who is here: {taken} of {n} seats of your side = 已到：本方{n}席中的{taken}席
{side}: {taken} of {n} seats taken = {side}：{n}席中{taken}席已就座
{name} (you) = {name}（您）
not here yet = 尚未到
has practised = 已练习
What your agency may do: {n} authorities = 本机构可行使：{n}项职权
{key}: the cards in full, and {n} of your side's other agencies = {key}：完整卡片，另有本方其他机构的{n}项
{key}: the cards in full = {key}：完整卡片
A message has come: {key} opens it. = 来了一条消息：按{key}打开。
`
