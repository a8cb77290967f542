package tui

// What the cursor can be on of what happens between the sides.
const (
	onCall       = "call"
	onProposal   = "proposal"
	onCase       = "case"
	onReportLine = "line"
	onCommitment = "commitment"
	onScore      = "score"
)
