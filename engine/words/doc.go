// Package words says the engine's codes in a language. It imports nothing of
// the exercise.
package words
