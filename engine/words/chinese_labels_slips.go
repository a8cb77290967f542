package words

// What the slips say by which people join at terminals of their own. What ssh
// says is English everywhere and stays so.
const chineseSlips = `
join codes = 加入码
Whoever has this page can sit in any seat: print it, then delete it. = 持有本页即可进入任何席位：打印后请删除。
Print on one side of the paper, A4 or Letter, at 100 %. Cut along the lines. Give each person the slip of their seat and no other. = 请单面打印，纸张为 A4 或 Letter，缩放 100%。沿线裁开，每人只发本席位的一张。
seat = 席位
The code of this seat = 本席位加入码
staff of the exercise = 演练工作人员
Controller of a side = 一方主控
Lead facilitator = 总主控
Facilitator = 主控
Simulator = 模拟员
Evaluator = 评估员
Observer = 观察员
The screen on the wall = 墙上投影
Who joins here leads the exercise: keep this slip to yourself. Several may join with it. = 由此加入者主持演练：本单请自行保管。可多人用同一加入码加入。
Who joins here speaks for the people whom nobody plays: keep this slip to yourself. Several may join with it. = 由此加入者代言无人扮演的人物：本单请自行保管。可多人用同一加入码加入。
Who joins here sees more than players may: keep this slip to yourself. Several may join with it. = 由此加入者所见多于参演人员：本单请自行保管。可多人用同一加入码加入。
For a computer with a projector: the time, the question, and what is for everyone. = 供接投影的电脑使用：显示时间、问题和面向全体的内容。
For up to {n} people, each at a computer of their own: the same line, the same code, each with their own name. One has the pen, the others suggest. = 最多{n}人，各用一台电脑：输入同一行、同一加入码，各报自己的姓名。一人执笔，其他人建议。
Open a window to type in, and make it large. = 打开命令窗口，并放大。
open Terminal or PowerShell from the Start menu = 在“开始”菜单中打开“终端”（Terminal）或 PowerShell
press ⌘ and the space bar, type terminal, press Enter = 按 ⌘ 和空格键，输入 terminal，按回车
open Terminal = 打开“终端”
Type this line just as it stands, with its spaces, and press Enter: = 照原样输入下面这一行，包括空格，然后按回车：
If nothing comes for ten seconds, press Ctrl and C together, and type this instead: = 如十秒内没有反应，同时按 Ctrl 和 C，改为输入：
The first time it asks “Are you sure you want to continue connecting (yes/no/[fingerprint])?” = 第一次会询问“Are you sure you want to continue connecting (yes/no/[fingerprint])?”（是否确定连接）
Above that stands a fingerprint. Compare it with this one: = 其上方显示一个指纹（fingerprint），请与此核对：
If all of it is the same, type yes and press Enter. If not, type no and call the facilitator. = 完全相同，则输入 yes 并按回车；不同，则输入 no 并叫主控。
It asks for a password (“…’s password:”): type the code of this seat and press Enter. = 询问密码（“…’s password:”）时，输入本席位加入码并按回车。
Nothing shows while you type, not even dots. Capitals and dashes do not matter; 0 is zero, 1 is one. = 输入时屏幕上什么都不显示，连圆点也没有。大小写和连字符均可不计；0 是数字零，1 是数字一。
It asks for your name: type it as the others should read it, and press Enter. You are in. = 询问姓名时，输入希望他人看到的姓名并按回车，即已加入。
? shows all keys; the mouse does nothing here. = 按 ? 显示全部按键；鼠标在此不起作用。
The screen for the wall comes. = 出现墙上画面。
Make the window fill the projector. = 请让窗口占满投影。
To come back = 重新进入
If the connection is lost, or the screen stands still: close the window and begin again with 1, with the same line and the same code. = 连接中断或画面不动时：关闭窗口，从第 1 步重新开始，输入同一行、同一加入码。
If the connection is lost, or the screen stands still: close the window and begin again with 1, with the same line, the same code and the same name. You find all as you left it, even what you had not sent. = 连接中断或画面不动时：关闭窗口，从第 1 步重新开始，输入同一行、同一加入码、同一姓名。一切如离开时一样，未发送的内容也在。
If it says = 如果显示
The code was mistyped. Type it again, letter by letter; after three times begin again with 2. Each time takes a little longer. If it never works, ask the facilitator for a new code. = 加入码输错了。请逐个字符重新输入；三次之后从第 2 步重新开始。每次等待会长一些。始终不行，请向主控要新的加入码。
Something in the line is mistyped, or the exercise is not open yet. Check the line, wait a minute, then ask the facilitator. = 这一行有输错之处，或演练尚未开放。请核对这一行，等一分钟，再询问主控。
Stop and call the facilitator. Only if they say so, type this, and begin again with 2: = 请停下并叫主控。只有主控要求时，才输入下面这一行，然后从第 2 步重新开始：
This computer has no ssh. On Windows: Settings, Optional features, add OpenSSH Client. = 这台电脑没有 ssh。Windows：在“设置”的“可选功能”中添加“OpenSSH 客户端”。
nothing, or “timed out”, “No route to host” = 没有反应，或“timed out”“No route to host”
Is this computer on the network of the exercise (Wi-Fi, cable)? Press Ctrl and C together, then begin again with 2. = 这台电脑是否连在演练的网络上（Wi-Fi 或网线）？同时按 Ctrl 和 C，然后从第 2 步重新开始。
`
