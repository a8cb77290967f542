// Package engine is the exercise itself: commands and due instants go in,
// events come out, and the exercise is the fold of its events.
//
// It has no clock, no randomness, no I/O and no goroutine; a linter holds it
// to that. Time comes in as data: a host tells it at which exercise time a
// command came ([Command.T]) and asks when something falls due by itself
// ([Exercise.NextDue]). The host is engine/bots' driver, for rehearsals as for
// live sessions.
//
// # The way of a command
//
//	out, err := x.Do(cmd)      // a refusal changes nothing
//	out      := x.Advance(...) // one due instant
//	x.Apply(event)             // the same, from the record
//
// Deciding and applying are interleaved: [Exercise.Do] decides the first
// event, applies it, and decides what follows from it on the state that it
// left, until nothing follows. Everything decided (which alternative was
// delivered, what was found about an action, which condition turned true)
// stands in an event, so a later version of the rules replays an old record
// as it was. What Apply does beyond storing is keep indexes that can be
// computed again from what is stored.
//
// # Who may know
//
// Each event has one [Audience]. What a seat may see is asked of
// [Exercise.View] and nowhere else: an immutable handle, made in constant
// time, on lists that Apply keeps per role. Lists are persistent vectors
// (vec.go), so a view may be read by other goroutines while Apply goes on.
//
// Control has one seat under control = "single", and it sees everything. Under
// "per-side" each side has a controller, who sees that side, and the lead sees
// what crosses; what a seat of control may do is what its view shows it
// (handsmay.go), and what it can't see is refused like what does not exist. A
// condition is an exception that the planner makes and both sides agreed to: a
// contingency that is proposed tells whoever may decide on it that its
// condition holds, whatever that says of the other side's play.
//
// # Whom a decision waits for
//
// A finding waits for the side's legal adviser, an approval for those who may
// give it, what is to cross for the role that clears it; if their seats are
// empty, for their alternates; else for control. That is computed on looking
// (routing.go), from who sits where, and stops nothing: control may always
// decide. A claim on an entry is a sign to others and no lock.
//
// # Codes, not sentences
//
// Refusals, findings and reasons are codes with arguments; package
// engine/words says them in a language.
package engine
