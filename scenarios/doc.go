// Package scenarios is the format that planners write: TOML files that say who
// sits at the table, which authorities each side has stated, and what will be
// put in front of whom, and when.
//
// A scenario is one file or a folder of files that are merged. Beside the
// scenario's own tables a side takes packs as its profile: files of
// authorities and actions written for offices ("prosecutor") instead of for
// agencies, so that the same scenario can be played with the profiles swapped.
//
// # From file to Scenario
//
// Files are decoded to untyped maps and checked against one schema table
// ([Schema]); the same table makes the reference in docs/ and the
// JSON Schema for editors. What holds is then turned into the types of
// model.go, references are resolved, conditions are parsed into small trees
// ([Cond]), and the injects are numbered in MSEL order: phase, file name,
// place in the file.
//
// Every mistake is reported, all of them at once, as a [Problem] with file,
// line and column, the line itself, and what was probably meant. A syntax
// error ends its own file only.
//
// # What a loaded scenario promises
//
// A [Scenario] returned without an error-level problem is closed: every id in
// it exists, every condition refers to things that exist, every duration is
// within bounds, no delay chain runs in a circle. The engine relies on that
// and does not check again.
package scenarios
