package tui

import tea "charm.land/bubbletea/v2"

// seatBindings are the keys of a seat's screen.
func seatBindings() []binding {
	const read, play, look = groupMessages, groupPlay, groupLooking
	all := things([]binding{
		{scopeSeat, []string{"enter"}, "open", "open the message, or show the thing in full", 1, read, (*Model).openKey, (*Model).whyNothing, nil, false},
		{scopeSeat, []string{"n"}, "next unread", "go to the next unread message, and open it", 1, read, (*Model).nextUnreadKey, (*Model).whyNoUnread, nil, false},
		{scopeSeat, []string{"a"}, "acknowledge", "acknowledge the message", 1, read, (*Model).acknowledgeKey, (*Model).whyNoAcknowledge, nil, false},
		{scopeSeat, []string{"r"}, "answer", "answer the question under the cursor or of the message, or the one for discussion", 1, read, (*Model).answerKey, (*Model).whyNoQuestion, nil, false},
		{scopeSeat, []string{"c"}, "close", "put the message away", 2, read, (*Model).closeKey, (*Model).whyNoClose, nil, false},

		{scopeSeat, []string{"d"}, "we do…", "say what you do, in one line", 1, play, (*Model).seatDidForm, (*Model).whyNotDuring, nil, false},
		{scopeSeat, []string{"w"}, "withdraw", "withdraw your action under the cursor", 2, play, (*Model).withdrawForm, (*Model).whyNotMine, nil, false},
		{scopeSeat, []string{"p"}, "ask approval", "ask approval for an action under an authority", 2, play, (*Model).askApprovalForm, (*Model).whyNotDuring, nil, false},
		{scopeSeat, []string{"y"}, "approve", "approve what is asked, or take up what is suggested", 1, play, (*Model).seatYesKey, (*Model).whyNoYes, (*Model).yesWord, false},
		{scopeSeat, []string{"x"}, "refuse", "refuse what is asked, or drop what is suggested", 1, play, (*Model).seatNoKey, (*Model).whyNoYes, (*Model).noWord, false},
		{scopeSeat, []string{"m"}, "message", "message your side or control; replies to the message under the cursor", 2, play, (*Model).seatMessageForm, (*Model).whyFrozen, nil, false},
		{scopeSeat, []string{"A"}, "ask control", "ask control for information", 3, play, (*Model).askControlForm, (*Model).whyFrozen, nil, false},
		{scopeSeat, []string{"D"}, "disclose", "disclose an item of your side to another", 0, play, (*Model).discloseForm, (*Model).whyNotDuring, nil, false},
		{scopeSeat, []string{"f"}, "finding", "confirm or correct a finding, for the side's legal adviser", 1, play, (*Model).findingKey, (*Model).whyNotLegal, nil, false},

		{scopeSeat, []string{"esc"}, "control", "back to control's console", 1, groupAsControl, (*Model).leaveSeatKey, nil, nil, false},
		{scopeSeat, []string{"v"}, "other seat", "look from another seat", 3, groupAsControl, (*Model).seatForm, nil, nil, false},
		{scopeSeat, []string{"space"}, "", "pause or resume", 0, groupAsControl, (*Model).spaceKey, (*Model).whyNotStarted, nil, false},
		{scopeSeat, []string{"F"}, "", "freeze", 0, groupAsControl, (*Model).freezeKey, (*Model).whyNoFreeze, nil, false},
		{scopeSeat, []string{"q", "ctrl+c"}, "", "leave Parley", 0, groupAsControl, (*Model).quitKey, nil, nil, false},
		{scopeSeat, []string{"tab", "right"}, "next list", "next list", 3, look, turnTab(1), nil, nil, false},
		{scopeSeat, []string{"shift+tab", "left"}, "", "previous list", 0, look, turnTab(-1), nil, nil, false},
		{scopeSeat, []string{"up", "k"}, "", "up", 0, look, seatStep(-1), nil, nil, false},
		{scopeSeat, []string{"down", "j"}, "", "down", 0, look, seatStep(1), nil, nil, false},
		{scopeSeat, []string{"pgup"}, "", "a page up", 0, look, seatPage(-1), nil, nil, false},
		{scopeSeat, []string{"pgdown"}, "", "a page down", 0, look, seatPage(1), nil, nil, false},
		{scopeSeat, []string{"home", "g"}, "", "to the first", 0, look, seatPage(-1000000), nil, nil, false},
		{scopeSeat, []string{"end", "G"}, "", "to the last", 0, look, seatPage(1000000), nil, nil, false},
		{scopeSeat, []string{"["}, "", "scroll the text up", 0, look, seatScroll(-3), nil, nil, false},
		{scopeSeat, []string{"]"}, "", "scroll the text down", 0, look, seatScroll(3), nil, nil, false},
		{scopeSeat, []string{"L"}, "", "the language of this screen", 0, look, (*Model).languageForm, nil, nil, false},
		{scopeSeat, []string{"?", "f1"}, "", "this help", 0, look, (*Model).helpKey, nil, nil, false},
	})
	for t := range tabCount {
		all = append(all, binding{scopeSeat, []string{t.key()}, "", tabHelp(t), 0, look, turnTo(t), whyNoTab(t), nil, false})
	}
	return all
}

func seatStep(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		s := m.seat
		if s.tab == tabBriefing {
			s.scroll = max(0, s.scroll+d)
			return nil
		}
		l := &s.lists[s.tab]
		l.cursor = max(0, min(l.cursor+d, l.n-1))
		l.follow = s.tab == tabLog && l.cursor == l.n-1
		s.scroll = 0
		return nil
	}
}

func seatPage(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		return seatStep(d * max(1, m.seat.lists[m.seat.tab].page-1))(m)
	}
}

func seatScroll(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.seat.scroll = max(0, m.seat.scroll+d)
		return nil
	}
}
