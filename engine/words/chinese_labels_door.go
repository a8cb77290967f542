package words

// What is said at the door of an exercise that people join by SSH, and when
// they go.
const chineseDoor = `
EXERCISE · {title} = 演练 · {title}
The password is the code on your slip. Nothing shows while you type it. = 密码（password）即您单子上的加入码。输入时屏幕上什么都不显示。
That was not it. Check the seat before the @ and the code on your slip; your facilitator can make a new one. = 不对。请核对@前的席位名和单子上的加入码；主控可为您重新生成加入码。
The code for this seat has changed: ask your facilitator for the new one. = 本席位的加入码已更换：请向主控索取新的加入码。
Only the first {n} KB of what you pasted were taken. = 您粘贴的内容只取了前{n} KB。
Parley is a screen and needs a terminal. Type the line of your slip into a terminal window, without -T and without anything behind it. = Parley是一个屏幕界面，需要终端。请在终端窗口中输入单子上的那一行，不加-T，后面也不加任何内容。
Parley shows a screen and nothing else: there are no commands and no files here. Leave out what stands behind the address. = Parley只显示屏幕界面：这里没有命令，也没有文件。请去掉地址后面的内容。
Something went wrong with this screen. Your seat and your drafts are kept: connect again. = 此屏幕出了问题。您的席位和草稿都已保留：请重新连接。
Something went wrong with the screen, which was put up again. The exercise went on; what you were writing is kept. = 屏幕出了问题，现已重新显示。演练一直在继续；您正在撰写的内容已保留。
The exercise takes nobody in now: {why} = 演练现在无法让人加入：{why}
The facilitator has closed this terminal. What you were writing is kept. = 主控已关闭此终端。您正在撰写的内容已保留。
You are moved to this seat. Ask for its slip, to come back with. = 您已被调到本席位。请索取本席位的单子，以便断线后重新加入。
The host has closed {title}. What you were writing is kept; it goes on when the host opens it again. = 主机已关闭{title}。您正在撰写的内容已保留；主机重新打开后可继续。
The host is closing. = 主机正在关闭。
This host has as many terminals as it takes. Tell your facilitator. = 主机的终端数已达上限。请告知主控。
More names were given at this seat than anyone needs. Take one that is known there, or ask your facilitator for a new code. = 本席位登记的姓名过多。请选用已有的姓名，或向主控索取新的加入码。
Too many are at the door of this seat. Try again in a minute. = 等待进入本席位的人太多。请一分钟后再试。
You have left {title}. The same line and code bring you back. = 您已离开{title}。用同一行、同一加入码即可回来。
You took your time. Connect again when you are ready. = 等待时间过长。准备好后请重新连接。
{name} has taken this seat over from another terminal. = {name}已从另一终端接替此席位。
`
