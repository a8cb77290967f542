package tui

// playerBindings are the further keys of a seat's screen: finding one's way,
// practice, discussion, a shared seat, translations.
func playerBindings() []binding {
	const play, share, look = groupPlay, "A shared seat", groupLooking
	return append(things([]binding{
		{scopeSeat, []string{"R"}, "report", "report your side's answer in plenary", 1, play, (*Model).reportKey, (*Model).whyNoReport, nil, false},
		{scopeSeat, []string{stepsKey}, "steps…", "take a step on the request, call, proposal, case or evidence under the cursor", 1, play, (*Model).stepsMenu, (*Model).whyNoSteps, nil, false},
		{scopeSeat, []string{"t"}, "take the call", "answer the hotline call that rings for your side", 1, play, (*Model).takeCallKey, (*Model).whyNoRing, nil, false},
		{scopeSeat, []string{"T"}, "translate", "add a translation of what is typed there", 3, play, (*Model).translateForm, (*Model).whyNoText, nil, false},
		{scopeConsole, []string{"T"}, "", "add a translation of what somebody typed", 0, play, (*Model).translateForm, (*Model).whyNoText, nil, false},
	}),
		binding{scopeSeat, []string{"N"}, "new…", "begin a request, a hotline call, a proposal or a case", 1, play, (*Model).newMenu, (*Model).whyNothingNew, nil, false},
		binding{scopeSeat, []string{"o"}, "suggest", "suggest an action to whoever holds the pen of this seat", 2, share, (*Model).suggestForm, (*Model).whyNoSuggest, nil, false},
		binding{scopeSeat, []string{"h"}, "pen", "hand the pen on; who sits down here and gets up", 0, share, (*Model).penForm, (*Model).whyNoPen, nil, false},
		binding{scopeSeat, []string{"S"}, "so far", "what happened so far, on one screen", 2, look, (*Model).showSoFar, nil, nil, false},
		binding{scopeSeat, []string{"P"}, "practice", "try this seat; nothing of it is recorded", 0, look, (*Model).practiceKey, (*Model).whyNoPractice, nil, false},
		binding{scopeSeat, []string{"/"}, "find", "find in the list; with nothing typed, the next one", 3, look, (*Model).seatFindForm, (*Model).whyNoList, nil, false},
	)
}
