package transcripts

import (
	"fmt"
	"slices"
)

// A ledger holds what must be known of the lines so far to judge the next one: four bytes for each event,
// and each audience once.
type ledger struct {
	hasher *hasher
	n      int // the last line
	hash   Hash
	marked int // the durable mark of the last line
	count  int // events up to the last line

	export   *exportHead
	events   []uint32       // for each event the id of its audience, and whether it is reduced
	owed     map[int]int    // reduced events that no expunging has named yet, and their lines
	named    map[int]bool   // events that an expunging names; false while they still have their content
	unblank  int            // how many of named still have their content
	withheld map[string]int // events that are not for the export's side, by audience
}

const reducedBit = 1 << 31

func newLedger() *ledger {
	return &ledger{
		hasher: newHasher(), hash: start(),
		owed: map[int]int{}, named: map[int]bool{}, withheld: map[string]int{},
	}
}

// A fault is what is wrong with a line.
type fault struct {
	reason Reason
	detail string
}

func faultf(r Reason, format string, args ...any) *fault {
	return &fault{reason: r, detail: fmt.Sprintf(format, args...)}
}

// add judges the next line and takes it in. sum is the hash of the line as computed from the rest of it.
// After a fault the ledger is of no more use.
func (g *ledger) add(l *rawLine, sum Hash) *fault {
	if f := g.place(l, sum); f != nil {
		return f
	}
	for i := range l.leaves {
		if f := g.addLeaf(l.n, i, &l.leaves[i]); f != nil {
			return f
		}
	}
	g.n, g.hash, g.marked, g.count = l.n, l.hash, l.durable, len(g.events)
	return nil
}

// place judges whether the line is whole and is the one that comes next.
func (g *ledger) place(l *rawLine, sum Hash) *fault {
	next := g.n + 1
	switch {
	case l.hash != sum:
		return faultf(Changed, "was changed after it was written: it does not match its own hash")
	case l.n == g.n && l.hash == g.hash:
		return faultf(Repeated, "is not there: line %d stands a second time in its place", l.n)
	case l.n < next:
		return faultf(Repeated, "is not there: a line numbered %d stands in its place", l.n)
	case l.n == next+1:
		return faultf(Missing, "is missing: line %d stands in its place", l.n)
	case l.n > next:
		return faultf(Missing, "is missing, with all up to line %d, which stands in its place", l.n-1)
	case l.prev != g.hash && next == 1:
		return faultf(Unknown, "is not the beginning of a transcript that this Parley can read: it may be of a later version, or what stood before it is gone")
	case l.prev != g.hash:
		return faultf(Unchained, "does not follow on line %d: one of the two was replaced", g.n)
	case l.durable < g.marked || l.durable >= l.n:
		return faultf(Mark, "says that line %d was the last one safely on disk, which can't be", l.durable)
	}
	return nil
}

// addLeaf judges one leaf of line n and takes it in.
func (g *ledger) addLeaf(n, i int, leaf *rawLeaf) *fault {
	entry := leaf.audience.id
	event := 0 // the header's leaves have no ordinal
	if n > 1 {
		event = len(g.events) + 1
	}
	if leaf.content == nil {
		entry |= reducedBit
		if f := g.reduced(n, i, event, leaf.audience); f != nil {
			return f
		}
	} else if g.export != nil && !leaf.audience.meets(g.export.members) {
		return faultf(Leaked, "holds an event (event %d of the line) for %s, which this copy should not hold", i+1, leaf.audience.text)
	}
	if n > 1 {
		g.events = append(g.events, entry)
	}
	if n > 1 && isExpunging(leaf.content) {
		return g.expunging(event, leaf)
	}
	return nil
}

// reduced judges a leaf that has no content.
func (g *ledger) reduced(n, i, event int, a *audience) *fault {
	if g.export != nil && !a.meets(g.export.members) {
		if n > 1 { // what the header has for others is no event
			g.withheld[a.text]++
		}
		return nil
	}
	if n == 1 {
		return faultf(Withheld, "lacks the content of event %d of the line, which nothing can take out of the header", i+1)
	}
	g.owed[event] = n
	return nil
}

// expunging takes in what an expunging names.
func (g *ledger) expunging(event int, leaf *rawLeaf) *fault {
	targets, err := expunged(leaf.content)
	if err != nil {
		return faultf(Expunging, "holds an expunging that can't be read: %v", err)
	}
	for _, t := range targets {
		if t < 1 || t >= event {
			return faultf(Expunging, "expunges event %d, which does not come before it", t)
		}
		entry := g.events[t-1]
		if entry&^reducedBit != leaf.audience.id {
			return faultf(Expunging, "expunges event %d, which is not for the same audience", t)
		}
		if _, known := g.named[t]; known {
			continue
		}
		blank := entry&reducedBit != 0
		g.named[t] = blank
		if !blank {
			g.unblank++
		}
		delete(g.owed, t)
	}
	return nil
}

// unexplained returns the first line with a reduced leaf that nothing explains, or 0.
func (g *ledger) unexplained() (line, event int) {
	for e, n := range g.owed {
		if event == 0 || e < event {
			line, event = n, e
		}
	}
	return line, event
}

// outstanding lists the events that are expunged and still have their content.
func (g *ledger) outstanding() []int {
	var events []int
	if g.unblank == 0 {
		return nil
	}
	for e, blank := range g.named {
		if !blank {
			events = append(events, e)
		}
	}
	slices.Sort(events)
	return events
}

// blanked notes that events no longer have their content.
func (g *ledger) blanked(events []int) {
	for _, e := range events {
		if blank, known := g.named[e]; known && !blank {
			g.named[e] = true
			g.events[e-1] |= reducedBit
			g.unblank--
		}
	}
}
