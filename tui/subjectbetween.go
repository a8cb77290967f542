package tui

// What the cursor can be on of what happens between the sides.
const (
	onCall       = "call"
	onCase       = "case"
	onReportLine = "line"
	onProposal   = "proposal"
	onCommitment = "commitment"
	onBearing    = "bearing" // something that may bear on one
	onScore      = "score"
)
