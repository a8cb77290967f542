// Package words says the engine's codes in a language, and makes what people
// typed harmless to draw. It imports nothing of the exercise.
//
// # Tables
//
// A language is a Go file with one constant a namespace. A line of it is a
// code and what it says:
//
//	no-such-target   There is no target {target}: choose one from the list.
//
// {target} stands for the argument of that name, {op:op} for the argument op
// said through the namespace op. What stands in square brackets is left out if
// one of its arguments is empty:
//
//	acted   {who}: {action}[ → {target}][, citing {authorities}]
//
// A code may have forms ("lapsed.approval"), chosen by an argument: see form.
//
// English is the language that the others are held against: each has all its
// codes, with the same arguments, and the same of them optional.
//
// Constants, because they can't be changed: every seat has its own language
// and all of them are read at once.
package words
