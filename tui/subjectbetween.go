package tui

// What the cursor can be on of what happens between the sides.
const (
	onProposal   = "proposal"
	onCommitment = "commitment"
	onScore      = "score"
)
