package tui

// list is a cursor on rows of which only those in sight are drawn. A row may
// take several lines, or none, and is then passed over.
type list struct {
	n      int // rows
	cursor int
	top    int // first row in sight
	page   int // rows that were in sight, for paging
	follow bool
}

// move moves the cursor by d rows, over rows that hidden says are not there.
func (l *list) move(d int, hidden func(int) bool) {
	step := 1
	if d < 0 {
		step, d = -1, -d
	}
	for at := l.cursor; d > 0; {
		at += step
		if at < 0 || at >= l.n {
			return
		}
		if hidden != nil && hidden(at) {
			continue
		}
		l.cursor = at
		d--
	}
}

// settle takes the cursor off a row that takes no line, to the next one below
// or else above.
func (l *list) settle(hidden func(int) bool) {
	if hidden == nil || l.n == 0 || !hidden(l.cursor) {
		return
	}
	was := l.cursor
	if l.move(1, hidden); l.cursor == was {
		l.move(-1, hidden)
	}
}

// set says how many rows there are and keeps the cursor among them.
func (l *list) set(n int) {
	l.n = n
	l.cursor = max(0, min(l.cursor, n-1))
	l.top = max(0, min(l.top, n-1))
}

// draw draws rows from the top until h lines are full, with the cursor's row
// in sight.
func (l *list) draw(h int, one func(i int) []string) []string {
	if l.n == 0 || h <= 0 {
		return nil
	}
	kept := map[int][]string{}
	rows := func(i int) []string {
		if got, ok := kept[i]; ok {
			return got
		}
		kept[i] = one(i)
		return kept[i]
	}
	l.top = min(l.top, l.cursor)
	used := 0
	for i := l.cursor; i >= l.top; i-- {
		if used += len(rows(i)); used > h {
			l.top = min(i+1, l.cursor)
			break
		}
	}
	// A list that ends in sight fills the pane.
	for ; l.top > 0; l.top-- {
		used = 0
		for i := l.top - 1; i < l.n && used <= h; i++ {
			used += len(rows(i))
		}
		if used > h {
			break
		}
	}
	var out []string
	l.page = 0
	for i := l.top; i < l.n && len(out) < h; i++ {
		out = append(out, rows(i)...)
		l.page++
	}
	return out[:min(h, len(out))]
}
