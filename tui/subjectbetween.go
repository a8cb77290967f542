package tui

// What the cursor can be on of what happens between the sides.
const (
	onRequest    = "request"
	onDraft      = "draft"
	onDeadline   = "deadline"
	onCall       = "call"
	onProposal   = "proposal"
	onCase       = "case"
	onReportLine = "line"
	onCommitment = "commitment"
	onBearing    = "bearing" // something that may bear on one
	onScore      = "score"
)
