// Package session is one live exercise: the wall clock, who sits where, the
// record, and who watches.
//
// One goroutine owns the exercise. It takes all commands that wait, lets
// happen what is due before each, decides them, appends what was decided to
// the record as one batch, syncs once, and only then answers and publishes a
// new [engine.Frame]. So nobody sees, and nobody is told, what a power cut
// could still take back; and sixty-four people who press Enter together cost
// one sync.
//
// A record that can't be written ends the session (rule 10): what is on disk
// is safe, and parley resume goes on from there.
//
// [Run] is the same without a wall clock: as fast as it goes, for headless
// exercises at rate max.
package session
