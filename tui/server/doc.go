// Package server lets people into an exercise by SSH, each with a terminal of
// their own.
//
// What somebody sends before and after they got in is hostile until it was
// checked: the name that they ask for is a seat's or nothing, the terminal's
// type is a plain word, its window is clamped, of what comes only keys and
// pasted text are taken, and a paste is bounded before it is gathered. There is nothing but the screen: no command, no subsystem, no
// forwarding, no agent, no environment.
//
// Getting in: [door] holds so many connections that are on their way in, auth.go
// and [limiter] look at codes and keys, channel.go gives a connection its one
// [terminal] and refuses all else. The terminal leads who it is to a [place]:
// one person at one seat (seating.go, visit.go), which outlives the connection.
// What goes in passes [input], what is drawn [output], and a screen runs behind
// a [guard]. [Server] itself is the facilitator's [tui.Room] (room.go), and looks
// now and then at who is where (sweep.go).
//
// A person who got in has a [session.Place], which the engine holds them to,
// and a screen of package tui, which is kept while they are away: a dropped
// player finds it as it was. Each screen pulls the newest view when it gets
// round to it; one whose network takes nothing stands still alone.
package server
