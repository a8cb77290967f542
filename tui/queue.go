package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// queueKey is an entry of the queue: there is one of a class for a thing.
type queueKey struct{ class, ref string }

func keyOf(q engine.Waiting) queueKey { return queueKey{q.Class, q.Ref} }

// queueOrder are the kinds of what waits, what holds people up before what can
// be looked at later. A kind that is not here comes between the two.
func queueOrder(kind string) int {
	order := []string{"cued", "due", "proposed", "depends", "approval", "asks", "", "free-text", "finding", "outcome", "overdue", "late", "commitment"}
	if i := slices.Index(order, kind); i >= 0 {
		return i
	}
	return slices.Index(order, "")
}

// sortQueue orders what waits by kind, and of a kind the oldest first. After
// ENDEX what can't be decided any more is left out.
func sortQueue(all []engine.Waiting, over bool) []engine.Waiting {
	out := make([]engine.Waiting, 0, len(all))
	for _, w := range all {
		if !over || w.Kind == "overdue" || w.Kind == "late" || decidedLater(w.Kind) {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b engine.Waiting) int { return queueOrder(a.Kind) - queueOrder(b.Kind) })
	return out
}

// decidedLater reports whether a kind of thing that waits can still be dealt
// with when the exercise is over.
func decidedLater(kind string) bool {
	return kind == "finding" || kind == "asks" || kind == "commitment"
}

// refreshQueue takes in what waits. The cursor stays on its entry, else where
// that was; marks of what no longer waits are gone.
func (c *console) refreshQueue(v engine.View) {
	wait := &c.lists[paneWaiting]
	var kept queueKey
	if wait.cursor < len(c.queue) {
		kept = keyOf(c.queue[wait.cursor])
	}
	c.queue = sortQueue(append(v.Waiting(), v.WaitingElsewhere()...), v.Clock().Life == engine.Over)
	wait.set(len(c.queue))
	if top := c.focus != paneWaiting && wait.cursor == 0; top {
		kept = queueKey{} // nobody is at it: what comes on top is looked at first
	}
	marks := map[queueKey]bool{}
	for i, q := range c.queue {
		k := keyOf(q)
		if k == kept {
			wait.cursor = i
		}
		if c.marks[k] {
			marks[k] = true
		}
	}
	c.marks = marks
}

// marked are the marked entries in their order.
func (c *console) marked() []engine.Waiting {
	var out []engine.Waiting
	for _, q := range c.queue {
		if c.marks[keyOf(q)] {
			out = append(out, q)
		}
	}
	return out
}

// waits reports whether an entry still waits.
func (c *console) waits(q engine.Waiting) bool {
	return slices.ContainsFunc(c.queue, func(w engine.Waiting) bool { return keyOf(w) == keyOf(q) })
}

// mark marks entries, or takes their marks away if all have one.
func (c *console) mark(all []engine.Waiting) {
	on := slices.ContainsFunc(all, func(q engine.Waiting) bool { return !c.marks[keyOf(q)] })
	for _, q := range all {
		if on {
			c.marks[keyOf(q)] = true
		} else {
			delete(c.marks, keyOf(q))
		}
	}
	c.markGen++
}

// whyNoMark: marks are for the queue.
func (m *Model) whyNoMark() string {
	if m.console.focus != paneWaiting || len(m.console.queue) == 0 {
		return m.t("marks are for what waits; 3 goes there")
	}
	return ""
}

// markKey marks the entry under the cursor and goes on to the next.
func (m *Model) markKey() tea.Cmd {
	c := &m.console
	at := c.lists[paneWaiting].cursor
	c.mark(c.queue[at : at+1])
	c.step(m, 1)
	return nil
}

// markKindKey marks all that are of the kind of the entry under the cursor.
func (m *Model) markKindKey() tea.Cmd {
	c := &m.console
	kind := c.queue[c.lists[paneWaiting].cursor].Kind
	c.mark(slices.DeleteFunc(slices.Clone(c.queue), func(q engine.Waiting) bool { return q.Kind != kind }))
	return nil
}

// batching reports whether y and x are about the marked entries.
func (m *Model) batching() bool {
	return m.seat == nil && m.top() == nil && m.console.focus == paneWaiting && len(m.console.marks) > 0
}

// queueTitle says how many wait, and how many are marked or how to.
func (c *console) queueTitle(m *Model, focus bool) (title, more string) {
	title = m.t("Waiting ({n})", "n", strconv.Itoa(len(c.queue)))
	switch n := len(c.marks); {
	case n > 0:
		more = m.t("{n} marked", "n", strconv.Itoa(n))
	case focus && len(c.queue) > 1 && !m.looksOn():
		more = m.t("* + mark")
	}
	return title, more
}

// claimKey says that one deals with what is under the cursor, or does not any
// more. It locks nothing: whoever may decide still may.
func (m *Model) claimKey() tea.Cmd {
	q := m.console.queue[m.console.lists[paneWaiting].cursor]
	op := engine.Claim{Class: q.Class, Ref: q.Ref, Drop: q.Claimed.Seat == m.home && (q.Claimed.Person == m.me() || m.me() == "")}
	if op.Drop {
		return m.orderControl(op, m.t("It is anybody's again."))
	}
	return m.orderControl(op, m.t("The others see that you deal with it."))
}

func (m *Model) whyNoClaim() string {
	if m.console.focus != paneWaiting || len(m.console.queue) == 0 {
		return m.t("claims are for what waits; 3 goes there")
	}
	return m.whyFrozen()
}
