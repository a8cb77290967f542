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
	paneAgenda  // of a tabletop that is talked; stands in the MSEL's place
	paneBetween // what happens between the sides; stands there too
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
	queue []engine.Waiting // by kind, what is overdue last
	// agenda is the rows of a tabletop that is talked.
	agenda []agendaRow
	// between is the rows of what happens between the sides.
	between []betweenRow
	next    int // place in the MSEL of the inject that is due next, -1 for none

	marks   map[queueKey]bool
	markGen int  // counted up when a mark changed
	grouped bool // the queue is longer than its pane

	filter   mselFilter
	shown    []int32 // places in the MSEL that the filter lets through, nil: all
	shownGen int     // counted up when they were looked for

	version int
	panes   [paneCount]cached[paneKey]
	detail  cached[detailKey]
	page    keptPage
	scroll  int // of the detail pane
	at      subject
	body    beside
	stacked cached[stackKey]
	find    string

	mentions mentions
	ties     ties
}

// paneKey is all that a pane is drawn from.
type paneKey struct {
	version, style, w, h, cursor, n int
	time                            int64
	gen                             int // of what the pane shows
	focus, follow                   bool
}

// stackKey is two pieces under each other.
type stackKey struct{ upper, lower *drawn }

func newConsole() console {
	c := console{next: -1, version: -1, mentions: newMentions(), marks: map[queueKey]bool{}}
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
	feed := &c.lists[paneFeed]
	c.refreshMSEL(v, true)
	c.refreshAgenda(v)
	c.refreshBetween(v)
	feed.set(v.LogLen())
	if feed.follow {
		feed.cursor = max(0, feed.n-1)
		feed.settle(c.hidden(v, paneFeed))
	}
	c.mentions.take(v)
	c.refreshQueue(v)
}

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
		if c.plan != paneMSEL { // which is read, not only looked at
			mw, ww = w*42/100, w*24/100
		}
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
	case paneMSEL, paneAgenda, paneBetween:
		key.time = m.now / 1000 // it counts down
		key.gen = c.shownGen
	case paneWaiting:
		key.time = m.now / 60_000
		key.gen = c.markGen
		c.grouped = l.n*fullLines > h-1
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
	if p == paneMSEL && m.view.MSELLen() > 0 {
		return m.t("nothing") // of what was asked for
	}
	return [paneCount]string{m.t("No injects."), m.t("Nothing has happened yet."), m.t("Nothing waits for you."), m.t("No segments."), m.t("Nothing has happened between the sides yet.")}[p]
}

func (c *console) paneRow(m *Model, p pane, i, w int, focus bool) []string {
	switch p {
	case paneMSEL:
		return c.mselRow(m, i, w, focus)
	case paneFeed:
		return c.feedRow(m, i, w, focus)
	case paneAgenda:
		return c.agendaRow(m, i, w, focus)
	case paneBetween:
		return c.betweenLine(m, i, w, focus)
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

// show brings a pane into focus; MSEL, Agenda and Between share a place.
func (c *console) show(p pane) {
	c.focus = p
	if p != paneWaiting {
		c.left = p
	}
	if p != paneFeed && p != paneWaiting {
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
			if _, there := c.mselRowOf(i); !there {
				m.showOnly(mselFilter{})
			}
			c.show(paneMSEL)
			c.lists[paneMSEL].cursor, _ = c.mselRowOf(i)
			c.lists[paneMSEL].follow = false
			return
		}
	}
}
