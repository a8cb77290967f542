// Package tui is what people see: control's console and, from it, any seat's
// view, in a terminal.
package tui
