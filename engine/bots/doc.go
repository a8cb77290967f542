// Package bots holds players and a controller made of code, and the driver
// that lets an exercise go on: the clock's due instants, bots and scripted
// steps, in the one order that a live session and a rehearsal share.
//
// # What a bot is
//
// A bot is a pure function of what its seat can see, the seed and the seat
// ([Crew.Next]): it answers with a command and the exercise time at which the
// command comes. It has no memory, so a killed exercise, resumed, goes on as
// if nothing had been; what it did already it reads from the record, by the
// ids of its commands. It is not told what the planner expects: like a person
// it reads the message before it, and picks from the catalogue what sounds
// like what is asked, often enough rightly, sometimes without citing an
// authority, sometimes citing a wrong one.
//
// Between the sides it asks for what a message calls for, and now and then
// unasked; answers requests mostly in time, asks for what is missing, refuses
// on grounds; opens and answers hotlines, not always properly; keeps evidence,
// cases and the joint report, and says what it thinks of proposals. Each side
// has a temper: one in seven is slow, or hardly moves.
//
// Times are in exercise time and at human speed: half a minute to open a
// message, minutes to act on it.
//
// # Without people
//
// The bot of control starts, moves on at planned lengths, accepts proposals,
// speaks cues, uses its own hand now and then, lets outcomes be as proposed,
// confirms what no legal adviser has, judges commitments, releases scores, and
// ends. The engine knows no such mode.
package bots
