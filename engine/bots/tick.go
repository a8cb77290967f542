package bots

import (
	"slices"

	"parley/engine"
)

// tick has the bot say what a request contains, and what is wrong with it: in
// percent of draws of a free text, which nobody else can tell, and of one with
// fields. It is false if there is nothing to say, or it was said.
func (a *answering) tick(from engine.Millis, free, fielded uint64) bool {
	likely := fielded
	if a.k.FreeText {
		likely = free
	}
	if !a.draws.chance(likely, a.seat, a.r.ID, "tick?") || slices.ContainsFunc(a.r.Ticks, func(t engine.Tick) bool { return t.Seat == a.seat }) {
		return false
	}
	op := engine.TickRequest{Request: a.r.ID}
	there := a.r.Contents()
	for _, f := range a.k.Fields {
		if _, ok := there[f.ID]; ok || a.k.FreeText && a.draws.chance(80, a.seat, a.r.ID, f.ID, "is there?") {
			op.Fields = append(op.Fields, f.ID)
		}
	}
	for _, f := range engine.Faults() {
		if a.draws.chance(7, a.seat, a.r.ID, f, "is it?") {
			op.Faults = append(op.Faults, f)
		}
	}
	a.at(from+a.draws.between(minute, 3*minute, a.seat, a.r.ID, "tick"), a.id(a.r.ID, "tick"), op)
	return true
}

// readRequests has control, or a side's controller for what its side received,
// say what requests contain.
func (b *chooser) readRequests() {
	if b.v.ControlOf() == "" && engine.PerSide(b.v.Scenario()) {
		return // each side's is its controller's to read
	}
	for _, r := range b.v.Requests() {
		if of := b.v.ControlOf(); of == "" || of == r.ToSide {
			a := answering{chooser: b, r: &r, k: b.v.RequestKind(r.Request)}
			a.tick(r.T, 60, 8)
		}
	}
}
