// Package tui is what people see: control's console and, from it, any seat's
// view, in a terminal.
//
// Only [Model] is a Bubble Tea model. What it draws are plain structs: panes
// (a list with a cursor each), overlays (forms, questions, help) and the
// screen of a seat. Update does no I/O: a command to the exercise is given in a
// tea.Cmd and its answer comes back as a message; a token on [Host.Watch]'s
// channel makes the model pull the newest view.
//
// View runs after every message, so every pane keeps what it drew with a key
// of all that it was drawn from, and draws only the rows that can be seen: a
// frame costs the same after a hundred events and after ten thousand.
//
// What a key does, how it is called in the footer, what help says of it and
// why it may be of no use now stand in one [binding] record, in bindings*.go.
//
// Whatever a person or a scenario wrote goes through line or block (text.go)
// before it is drawn; nothing else may put such text on a screen.
package tui
