package tui

import (
	"slices"

	"parley/engine"
)

// pane is one of the console's panes.
type pane uint8

// The panes, in the order that Tab goes.
const (
	paneMSEL pane = iota
	paneFeed
	paneWaiting
	paneAgenda // of a tabletop that is talked; stands in the MSEL's place
	paneCount
)

// From these sizes on all three panes, and a detail pane, are in sight.
const (
	wideWidth    = 110
	detailHeight = 30
)

// console is control's screen: cursors, scroll positions and what was drawn.
// What is known of the exercise it takes from the view anew.
type console struct {
	focus pane
	left  pane // which of MSEL, Agenda and Feed is in sight where there is room for one
	plan  pane // which of MSEL and Agenda is in sight
	lists [paneCount]list
	queue []engine.Waiting // decisions first, what is overdue last
	// agenda is the rows of a tabletop that is talked.
	agenda []agendaRow
	next   int // row of the inject that is due next, -1 for none

	version int
	panes   [paneCount]cached[paneKey]
	detail  cached[detailKey]
	page    keptPage
	scroll  int // of the detail pane
	at      subject
	body    beside
	stacked cached[stackKey]
	find    string
	notes   map[string][]int // log entries of notes, by what they are on
	noted   int              // log entries looked at for them
}

// paneKey is all that a pane is drawn from.
type paneKey struct {
	version, style, w, h, cursor, n int
	time                            int64
	focus, follow                   bool
}

// stackKey is two pieces under each other.
type stackKey struct{ upper, lower *drawn }

func newConsole() console {
	c := console{next: -1, version: -1, notes: map[string][]int{}}
	c.lists[paneMSEL].follow = true
	c.lists[paneFeed].follow = true
	c.lists[paneAgenda].follow = true
	return c
}

// begin shows first what leads through the exercise: the agenda of one that is
// talked, else the MSEL.
func (c *console) begin(v engine.View) {
	if talked(v) {
		c.focus, c.left, c.plan = paneAgenda, paneAgenda, paneAgenda
	}
}

// refresh takes in a new view. Nothing here may cost more with every event
// of the feed; the MSEL is looked through once for what is due next.
func (c *console) refresh(v engine.View) {
	if !v.Valid() || v.Version() == c.version {
		return
	}
	c.version = v.Version()
	c.next = -1
	if v.Clock().Life != engine.Over {
		c.next = nextDue(v)
	}
	msel, feed, wait := &c.lists[paneMSEL], &c.lists[paneFeed], &c.lists[paneWaiting]
	msel.set(v.MSELLen())
	if msel.follow && c.next >= 0 {
		msel.cursor = c.next
	}
	c.refreshAgenda(v)
	feed.set(v.LogLen())
	if feed.follow {
		feed.cursor = max(0, feed.n-1)
		feed.settle(c.hidden(v, paneFeed))
	}
	for ; c.noted < v.LogLen(); c.noted++ {
		if n, ok := v.LogAt(c.noted).Body.(*engine.Noted); ok {
			c.notes[n.On] = append(c.notes[n.On], c.noted)
		}
	}
	var kept engine.Waiting
	if wait.cursor < len(c.queue) {
		kept = c.queue[wait.cursor]
	}
	c.queue = sortQueue(append(v.Waiting(), v.WaitingElsewhere()...), v.Clock().Life == engine.Over)
	wait.set(len(c.queue))
	same := func(w engine.Waiting) bool { return w.Class == kept.Class && w.Ref == kept.Ref }
	if i := slices.IndexFunc(c.queue, same); i >= 0 && kept.Ref != "" {
		wait.cursor = i
	}
}

// sortQueue puts what is overdue behind what waits for a decision. After ENDEX
// what can't be decided any more is left out.
func sortQueue(all []engine.Waiting, over bool) []engine.Waiting {
	out := make([]engine.Waiting, 0, len(all))
	for _, w := range all {
		if w.Kind != "overdue" && (!over || decidedLater(w.Kind)) {
			out = append(out, w)
		}
	}
	for _, w := range all {
		if w.Kind == "overdue" {
			out = append(out, w)
		}
	}
	return out
}

// decidedLater reports whether a kind of thing that waits can still be dealt
// with when the exercise is over.
func decidedLater(kind string) bool { return kind == "finding" || kind == "asks" }

// nextDue is the row of the inject that falls due next.
func nextDue(v engine.View) int {
	best, due := -1, engine.Millis(0)
	for i := range v.MSELLen() {
		it := v.MSELAt(i)
		if it.State == engine.InjectPlanned && it.HasDue && (best < 0 || it.Due < due) {
			best, due = i, it.Due
		}
	}
	return best
}

// draw draws the console on w×h cells.
func (c *console) draw(m *Model, w, h int) *drawn {
	c.at = c.subject(m.view)
	low := 0
	if h >= detailHeight {
		low = h * 2 / 5
	}
	var upper *drawn
	if w >= wideWidth {
		mw, ww := w*29/100, w*27/100
		upper = c.body.join(m.rule(), c.pane(m, c.plan, mw, h-low), c.pane(m, paneFeed, w-mw-ww-2, h-low), c.pane(m, paneWaiting, ww, h-low))
	} else {
		ww := w * 2 / 5
		upper = c.body.join(m.rule(), c.pane(m, c.left, w-ww-1, h-low), c.pane(m, paneWaiting, ww, h-low))
	}
	if low == 0 {
		return upper
	}
	lower := c.drawDetail(m, w, low)
	return c.stacked.get(stackKey{upper, lower}, func() []string { return slices.Concat(upper.lines, lower.lines) })
}

// pane draws one of the panes.
func (c *console) pane(m *Model, p pane, w, h int) *drawn {
	l := &c.lists[p]
	key := paneKey{
		version: m.view.Version(), style: m.st.gen, w: w, h: h, cursor: l.cursor, n: l.n,
		focus: p == c.focus && m.top() == nil, follow: l.follow,
	}
	switch p {
	case paneMSEL, paneAgenda:
		key.time = m.now / 1000 // it counts down
	case paneWaiting:
		key.time = m.now / 60_000
	}
	return c.panes[p].get(key, func() []string {
		lines := []string{c.paneTitle(m, p, w, key.focus)}
		one := func(i int) []string { return c.paneRow(m, p, i, w, key.focus) }
		rows := l.draw(h-1, one)
		if l.n == 0 {
			rows = []string{m.st.dim.Render(" " + m.emptyPane(p))}
		}
		return fitAll(append(lines, rows...), w, h)
	})
}

func (m *Model) emptyPane(p pane) string {
	return [paneCount]string{m.t("No injects."), m.t("Nothing has happened yet."), m.t("Nothing waits for you."), m.t("No segments.")}[p]
}

func (c *console) paneRow(m *Model, p pane, i, w int, focus bool) []string {
	switch p {
	case paneMSEL:
		return c.mselRow(m, i, w, focus)
	case paneFeed:
		return c.feedRow(m, i, w, focus)
	case paneAgenda:
		return c.agendaRow(m, i, w, focus)
	default:
		return c.waitingRow(m, i, w, focus)
	}
}

// hidden says which rows of a pane take no line.
func (c *console) hidden(v engine.View, p pane) func(int) bool {
	if p != paneFeed {
		return nil
	}
	return func(i int) bool { return joined(v, i) || seatedWithNext(v, i) }
}

// step moves the cursor of the pane in focus.
func (c *console) step(m *Model, d int) {
	l := &c.lists[c.focus]
	l.follow = false
	hidden := c.hidden(m.view, c.focus)
	l.move(d, hidden)
	l.settle(hidden)
	if c.focus == paneFeed && (l.cursor == l.n-1 || l.cursor == l.n-2 && hidden(l.n-1)) {
		l.follow = true // at the end one sees what comes
	}
	c.scroll = 0
}

// turn brings another pane into focus: of MSEL and Agenda the one in sight.
func (c *console) turn(d int) {
	order := [...]pane{c.plan, paneFeed, paneWaiting}
	i := max(0, slices.Index(order[:], c.focus))
	c.show(order[(i+d+len(order))%len(order)])
}

// show brings a pane into focus.
func (c *console) show(p pane) {
	c.focus = p
	if p != paneWaiting {
		c.left = p
	}
	if p == paneMSEL || p == paneAgenda {
		c.plan = p
	}
	c.scroll = 0
}

// goTo puts the cursor on an inject, in the agenda if that has it.
func (c *console) goTo(m *Model, inject string) {
	if c.plan == paneAgenda {
		for i := range c.agenda {
			if r := &c.agenda[i]; r.kind == onInject && r.id == inject {
				c.show(paneAgenda)
				c.lists[paneAgenda].cursor = i
				return
			}
		}
	}
	for i := range m.view.MSELLen() {
		if it := m.view.MSELAt(i); it.ID == inject {
			c.show(paneMSEL)
			c.lists[paneMSEL].cursor, c.lists[paneMSEL].follow = i, false
			return
		}
	}
}
