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
// Times are in exercise time and at human speed: half a minute to open a
// message, minutes to act on it.
//
// # Without people
//
// The bot of control starts, moves on at planned lengths, accepts proposals,
// speaks cues, lets outcomes be as proposed, confirms what no legal adviser
// has, and ends. The engine knows no such mode.
package bots
