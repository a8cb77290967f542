package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/engine/words"
)

// namedList is a list of a screen: what it is called, and the key that brings
// it into sight.
type namedList struct{ key, name string }

// namedLists are the lists of a screen that are there.
func (m *Model) namedLists(of scope) []namedList {
	if of != scopeSeat {
		return []namedList{{"1", m.t("msel")}, {"2", m.t("feed")}, {"3", m.t("waiting")}, {"4", m.t("agenda")}, {"5", m.t("between")}}
	}
	var out []namedList
	for t, n := range m.tabNames() {
		if m.seat == nil || m.seat.has(tab(t)) {
			out = append(out, namedList{tab(t).key(), n.word})
		}
	}
	return out
}

// listing is a list as it was said: a row that is chosen by its number is the
// thing that stood there, wherever it stands now.
type listing struct {
	seat string
	name string
	key  string
	rows []subject
}

// rows is the list in sight.
type rows struct {
	*list
	at     func() subject // of the cursor
	draw   func(i int) []string
	hidden func(i int) bool
	signs  map[string]string // what the sign before a row means
	latest bool              // the newest stand last
	empty  string
}

func (p *plain) rows() rows {
	m := p.m
	if s := m.seat; s != nil {
		return rows{
			list: &s.lists[s.tab], at: s.subject, empty: s.emptyText(m), latest: s.tab == tabLog, signs: m.tabSigns(s.tab),
			draw: func(i int) []string { return s.row(m, i, rowRoom, false) },
		}
	}
	c := &m.console
	f := c.focus
	r := rows{
		list: &c.lists[f], at: func() subject { return c.subject(m.view) }, empty: m.emptyPane(f), latest: f == paneFeed,
		draw: func(i int) []string { return c.paneRow(m, f, i, rowRoom, false) }, hidden: c.hidden(m.view, f),
	}
	switch f {
	case paneMSEL:
		r.signs = map[string]string{"✓": m.t("delivered")}
	case paneAgenda:
		r.signs = map[string]string{"✓": m.t("done"), "▶": m.t("now")}
	}
	return r
}

// tabSigns are the signs of a seat's lists that the row does not say in words.
func (m *Model) tabSigns(t tab) map[string]string {
	switch t {
	case tabInbox:
		return map[string]string{"●": m.t("unread"), "○": m.t("opened"), "✓": m.t("acknowledged"), "–": m.t("closed")}
	case tabAuthorities:
		return map[string]string{"◆": m.t("of your agency"), "◇": m.t("of another agency")}
	case tabCases:
		return map[string]string{"✓": words.Say(m.lang, "line.agreed", nil), "✗": words.Say(m.lang, "line.disputed", nil), "○": words.Say(m.lang, "line.open", nil)}
	case tabEvidence:
		return map[string]string{"⬒": m.t("evidence"), "⇄": m.t("disclosed"), "⚖": m.t("ruling")}
	case tabRequests:
		return map[string]string{"→": m.t("sent"), "←": m.t("received"), "✎": m.t("draft")}
	}
	return nil
}

// subjects are what all rows of a list are.
func (r rows) subjects() []subject {
	was := r.cursor
	defer func() { r.cursor = was }()
	out := make([]subject, r.n)
	for i := range out {
		r.cursor = i
		out[i] = r.at()
	}
	return out
}

// say says a list: all of it, the newest or first N, or the rows that have all
// the words.
func (p *plain) say(name, key, arg string) {
	p.press(key)
	m := p.m
	if m.note != "" {
		return // it is no list of this exercise
	}
	if m.seat != nil && m.seat.tab == tabBriefing {
		p.detail(m.seat.subject())
		return
	}
	r := p.rows()
	p.sayFilter()
	p.listed = &listing{seat: m.actor(), name: name, key: key, rows: r.subjects()}
	from, to, words := 0, r.n, arg
	if n, ok := number(arg); ok {
		if words = ""; r.latest {
			from = max(0, r.n-n)
		} else {
			to = min(n, r.n)
		}
	}
	said := 0
	for i := from; i < to; i++ {
		if r.hidden != nil && r.hidden(i) {
			continue
		}
		text := r.text(i)
		if !match(words, text) {
			continue
		}
		p.print(text64(int64(i+1)) + "  " + text)
		said++
	}
	switch {
	case r.n == 0:
		p.print(r.empty)
	case said == 0:
		p.print(m.t("Nothing in the list has these words: {words}", "words", line(words)))
	}
}

// choose puts the cursor on a row of the list said last.
func (p *plain) choose(n int) bool {
	m, l := p.m, p.listed
	switch {
	case l == nil || l.seat != m.actor():
		var names []string
		for _, l := range m.namedLists(m.screenScope()) {
			names = append(names, l.name)
		}
		p.print(m.t("Which list? First say one: {lists}.", "lists", strings.Join(names, ", ")))
		return false
	case n > len(l.rows):
		p.print(m.t("{list} has {n} rows.", "list", l.name, "n", text64(int64(len(l.rows)))))
		return false
	}
	p.press(l.key)
	r := p.rows()
	i := slices.Index(r.subjects(), l.rows[n-1])
	if i < 0 {
		p.print(m.t("It is no longer in the list: {list} says it anew.", "list", l.name))
		return false
	}
	r.cursor, r.follow = i, false
	return true
}

// here says where the cursor is, after keys that move it.
func (p *plain) here() {
	r := p.rows()
	if r.list == nil || r.n == 0 || r.cursor >= r.n {
		return
	}
	p.sayFilter()
	p.print(text64(int64(r.cursor+1)) + "  " + r.text(r.cursor))
}

// sayFilter says that the MSEL does not show all.
func (p *plain) sayFilter() {
	c := &p.m.console
	if p.m.seat == nil && c.focus == paneMSEL && c.filter.show != showAll {
		title, count := c.mselCount(p.m)
		p.print(title + " " + count)
	}
}

// text is a row in words.
func (r rows) text(i int) string { return rowLine(r.draw(i), r.signs) }

// rowLine makes one line of a drawn row: without styles, without columns, and
// with a word for the sign before it, or nothing where the row says it anyway.
func rowLine(drawn []string, signs map[string]string) string {
	var parts []string
	for _, l := range drawn {
		if l = bare(l); l == "" {
			continue
		}
		first, rest, _ := strings.Cut(l, " ")
		if clock := first; isClock(clock) { // a feed has the sign after the time
			first, rest, _ = strings.Cut(strings.TrimLeft(rest, " "), " ")
			if isSign(first) {
				l = clock + "  " + strings.TrimLeft(rest, " ")
			}
		} else if isSign(first) {
			l = strings.TrimLeft(signs[first]+"  "+strings.TrimLeft(rest, " "), " ")
		}
		parts = append(parts, l)
	}
	return strings.Join(parts, "; ")
}

// bare is a drawn line without styles, rules, the mark of a cursor and the
// room between columns.
func bare(l string) string {
	l = ansi.Strip(l)
	l = strings.TrimPrefix(strings.TrimPrefix(l, "▸"), "·")
	l = strings.Trim(l, "─ ")
	for strings.Contains(l, "   ") {
		l = strings.ReplaceAll(l, "   ", "  ")
	}
	return l
}

// isSign reports whether a word is a single mark and neither letter nor digit.
func isSign(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && n == len(s) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// isClock reports whether a word is a time such as 42:10.
func isClock(s string) bool {
	return strings.Contains(s, ":") && strings.Trim(s, "0123456789:") == ""
}

// status says where things stand: the time, what is next, and who waits.
func (p *plain) status() {
	m := p.m
	m.now = m.host.Now()
	c := m.view.Clock()
	p.print(m.exercisePart() + m.whereParts()[0])
	when := clockText(m.now) + ", " + p.life()
	if c.Life != engine.Over {
		when += " " + rateText(&c)
	}
	if left := m.countdown(&c); left != "" {
		when += ", " + left
	}
	p.print(when + ", " + m.storyParts(&c)[0])
	w := m.w
	m.w = rowRoom // nothing of it is to give way
	second := bare(m.secondLine())
	m.w = w
	if second != "" {
		p.print(second)
	}
	if m.seat != nil {
		p.seatStatus()
		return
	}
	p.controlStatus()
}

func (p *plain) controlStatus() {
	m := p.m
	if i := m.console.next; i >= 0 {
		it := m.view.MSELAt(i)
		_, when, _ := m.mselState(&it)
		step, _ := m.view.NextStep()
		if step.Inject != it.ID { // said already
			p.print(m.t("Next: {id} {when}, {subject}", "id", line(it.ID), "when", when, "subject", line(m.view.ItemText(&it, "subject", m.lang))))
		}
	}
	waits, late := 0, []engine.Waiting(nil)
	for _, q := range m.console.queue {
		if q.Kind == "overdue" {
			late = append(late, q)
		} else {
			waits++
		}
	}
	p.print(m.t("Waiting for you: {n}; taken: {seats}.", "n", text64(int64(waits)), "seats", m.seatsPart()))
	for _, q := range late {
		p.print(m.waitingLine(q) + ", " + m.agoText(m.now-q.Since))
	}
}

func (p *plain) seatStatus() {
	m := p.m
	s := m.seat
	w := m.w
	m.w = rowRoom // nothing of them is to give way
	for _, n := range s.notices(m) {
		p.print(bare(n))
	}
	m.w = w
	p.print(m.t("Unread: {n}. Approvals asked of you: {asked}.", "n", text64(int64(s.unread)), "asked", text64(int64(s.waitingApprovals()))))
	for i := range s.view.InboxLen() {
		it := s.view.InboxAt(i)
		if it.AskBy > 0 && !it.Recalled && it.Status != engine.StatusClosed {
			p.print(m.t("Asked by {when}: {subject}", "when", clockText(it.AskBy), "subject", m.piece(s.view, &it.Subject)))
		}
	}
}

// column is a piece of a label in columns; in lines it ends with a comma.
func (m *Model) column(s string, w int) string {
	switch {
	case !m.opts.Plain:
		return fit(s, w) + " "
	case s == "":
		return ""
	}
	return s + ", "
}
