package tui

// Groups of keys that more is said of elsewhere.
const (
	groupLooking   = "Looking"
	groupAsControl = "As control" // on a seat's screen; gone where it was handed over
	groupScreen    = "This screen"
	groupMessages  = "Messages"
	groupPlay      = "Play"
	groupFinding   = "Finding"
)

// deskBindings are the keys for what is this screen's alone.
func deskBindings() []binding {
	const g = groupScreen
	return []binding{
		{scopeConsole, []string{"W"}, "drafts", "what you were writing and have not sent", 2, g, (*Model).draftsForm, (*Model).whyNoDrafts, nil, false},
		{scopeConsole, []string{"B"}, "bell", bellHelp, 3, g, (*Model).bellKeyPressed, nil, (*Model).bellWord, false},
		{scopeConsole, []string{"H"}, "hand over", "hand this screen over to a player; control's console is behind a PIN then", 0, g, (*Model).handoverForm, (*Model).whyNoHandover, nil, false},
		{scopeSeat, []string{"W"}, "drafts", "what you were writing and have not sent", 2, g, (*Model).draftsForm, (*Model).whyNoDrafts, nil, false},
		{scopeSeat, []string{"B"}, "bell", bellHelp, 3, g, (*Model).bellKeyPressed, nil, (*Model).bellWord, false},
	}
}
