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
go in in their place = 接替进入
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
`
