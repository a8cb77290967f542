package engine

import "slices"

// Waiting is something that waits for a decision. It never stops play.
type Waiting struct {
	// Kind is proposed, cued, due, depends (an inject whose predecessor was
	// skipped or recalled), finding, outcome, free-text, asks, approval,
	// clearance, overdue (an expected action that was missed) or late (a
	// deadline that was).
	Kind    string
	Class   string // what Ref names: inject, action, finding, outcome, message, approval, clearance, expectation, deadline
	Ref     string
	Since   Millis
	Seat    string   // whom it waits for; in a view, whom it waits for now
	Side    string   // whose thing it is, "" for control's own
	Claimed Claimant // who has said that they deal with it
	place   int32    // of Ref in its vector
	order   int      // of coming into the queue

	approvers []string // of an approval
}

// queueKey finds an entry of the queue; there is one of a class for a thing.
type queueKey struct{ class, ref string }

// wait adds to the queue. The queue is copied if a view may hold it.
func (x *Exercise) wait(w Waiting) {
	w.place = x.mustPlace(w.Ref)
	if w.Class == "inject" {
		i, _ := x.item(w.Ref)
		w.place = int32(i)
	}
	x.ownWaiting()
	x.queued++
	w.order = x.queued
	x.inQueue[queueKey{w.Class, w.Ref}] = w.order
	x.waiting = append(x.waiting, w)
}

func (x *Exercise) unwait(class, ref string) {
	order, ok := x.inQueue[queueKey{class, ref}]
	if !ok {
		return
	}
	delete(x.inQueue, queueKey{class, ref})
	i, _ := slices.BinarySearchFunc(x.waiting, order, func(w Waiting, order int) int { return w.order - order })
	x.ownWaiting()
	x.waiting = slices.Delete(x.waiting, i, i+1)
}

func (x *Exercise) ownWaiting() {
	if x.waitingGen != x.gen {
		x.waiting = slices.Clone(x.waiting)
		x.waitingGen = x.gen
	}
}
