// Package server lets people into an exercise by SSH, each with a terminal of
// their own.
//
// What somebody sends before and after they got in is hostile until it was
// checked: the name that they ask for is a seat's or nothing, the terminal's
// type is one of few, its window is clamped, pasted text is bounded before it is
// gathered. There is nothing but the screen: no command, no subsystem, no
// forwarding, no agent, no environment.
//
// A person who got in has a [session.Place], which the engine holds them to,
// and a screen of package tui, which is kept while they are away: a dropped
// player finds it as it was. Each screen pulls the newest view when it gets
// round to it; one whose network takes nothing stands still alone.
package server
