package engine

// dueKind is what falls due. At equal t they come in this order; injects
// among themselves in MSEL order, then improvised ones in order of creation.
type dueKind uint8

const (
	dueInject dueKind = iota
	dueExpectation
	dueOutcome
	dueDeadline
	dueCondition
)

// due is one entry of the queue. It may be out of date: what it refers to
// says whether it still falls due at t.
type due struct {
	t    Millis
	kind dueKind
	ref  int32
}

func (a due) before(b due) bool {
	if a.t != b.t {
		return a.t < b.t
	}
	if a.kind != b.kind {
		return a.kind < b.kind
	}
	return a.ref < b.ref
}

// dueQueue is a binary heap; container/heap would box every entry.
type dueQueue []due

func (q *dueQueue) push(d due) {
	*q = append(*q, d)
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h[i].before(h[up]) {
			break
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

func (q *dueQueue) pop() {
	h := *q
	last := len(h) - 1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; ; {
		least := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < len(h) && h[c].before(h[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}

// lapse is the end of something in story time.
type lapse struct {
	story int64
	what  string // approval | effect
	ref   int32
}

// storyQueue is kept sorted, equal ones in order of creation: it is short, and
// a leap walks it in order.
type storyQueue []lapse

func (q *storyQueue) add(l lapse) {
	*q = append(*q, l)
	h := *q
	for i := len(h) - 1; i > 0 && h[i].story < h[i-1].story; i-- {
		h[i], h[i-1] = h[i-1], h[i]
	}
}

// standing reports whether a due entry still falls due.
func (x *Exercise) standing(d due) bool {
	switch d.kind {
	case dueInject:
		m := x.msel.at(int(d.ref))
		return m.HasDue && m.Due == d.t && m.State == InjectPlanned
	case dueExpectation:
		e := x.expectations.at(int(d.ref))
		return e.Status == ExpectOpen && e.Deadline+1 == d.t
	case dueOutcome:
		a := x.actions.at(int(d.ref))
		return d.t >= 0 && a.DueOutcome == d.t && a.Proposed == "" && a.Outcome == nil && !a.Withdrawn
	case dueDeadline:
		return x.missable(d.ref, d.t)
	default:
		return d.ref < 0 || x.msel.at(int(d.ref)).Def.When != nil
	}
}

func (x *Exercise) lapses(l lapse) bool {
	if l.what == "approval" {
		a := x.approvals.at(int(l.ref))
		return a.State == ApprovalGiven && a.Until == l.story
	}
	if l.what == "deadline" {
		return x.missable(l.ref, l.story)
	}
	a := x.actions.at(int(l.ref))
	return a.Outcome != nil && a.Outcome.Until == l.story && !a.Lapsed && !a.Withdrawn
}

// peek drops what no longer stands and returns the next due entry.
func (x *Exercise) peek() (due, bool) {
	for len(x.dues) > 0 {
		if x.standing(x.dues[0]) {
			return x.dues[0], true
		}
		x.dues.pop()
	}
	return due{}, false
}

func (x *Exercise) peekLapse() (lapse, Millis, bool) {
	for len(x.story) > 0 {
		if !x.lapses(x.story[0]) {
			x.story = x.story[1:]
			continue
		}
		t, ok := x.clock.reaches(x.story[0].story)
		return x.story[0], t, ok
	}
	return lapse{}, 0, false
}

// NextDue is the exercise time of the next due instant, and whether there is
// one. It may prove to hold nothing: a condition looked at again and found as
// it was.
func (x *Exercise) NextDue() (Millis, bool) {
	if x.clock.Life != Running {
		return 0, false
	}
	d, ok := x.peek()
	t := max(d.t, x.clock.T)
	if _, lt, lok := x.peekLapse(); lok && (!ok || lt <= t) {
		return max(lt, x.clock.T), true
	}
	return t, ok
}

// Advance lets the next due instant at or before t happen, and returns its
// events; none if there is no such instant. The events bear the due t, not t,
// and are valid until the next command or due instant.
func (x *Exercise) Advance(t Millis, wall int64) []Event {
	for {
		next, ok := x.NextDue()
		if !ok || next > t {
			return nil
		}
		x.begin(Stamp{T: next, Wall: wall, Said: next})
		d, dok := x.peek()
		l, lt, lok := x.peekLapse()
		switch {
		case lok && (!dok || lt <= max(d.t, x.clock.T)):
			x.story = x.story[1:]
			x.now.Story = max(l.story, x.clock.StoryAt(x.clock.T))
			x.lapse(l)
		default:
			x.dues.pop()
			x.fall(d)
		}
		x.settle(false)
		if len(x.out) > 0 {
			return x.finish()
		}
	}
}

// fall decides what happens when something falls due.
func (x *Exercise) fall(d due) {
	switch d.kind {
	case dueInject:
		x.injectFallsDue(int(d.ref))
	case dueExpectation:
		e := x.expectations.at(int(d.ref))
		x.emit(x.expectationAudience(e), &ExpectationSet{ID: e.ID, Status: ExpectMissed})
	case dueOutcome:
		a := x.actions.at(int(d.ref))
		result := x.proposedResult(a)
		x.emit(x.aud.control[a.Side], &OutcomeProposed{Act: a.ID, Result: result})
	case dueDeadline:
		x.miss(d.ref)
	case dueCondition:
		x.dirty = append(x.dirty, d.ref)
	}
}

func (x *Exercise) lapse(l lapse) {
	if l.what == "approval" {
		a := x.approvals.at(int(l.ref))
		x.emit(x.aud.side[a.Side], &Lapsed{What: l.what, ID: a.ID})
		return
	}
	if l.what == "deadline" {
		x.miss(l.ref)
		return
	}
	a := x.actions.at(int(l.ref))
	x.emit(x.aud.side[a.Side], &Lapsed{What: l.what, ID: a.ID})
}
