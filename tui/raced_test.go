//go:build race

package tui

// raced: the race detector is on. It makes layout ten times as slow, and what
// hostile texts do is no question of races: a few of them will do.
const raced = true
