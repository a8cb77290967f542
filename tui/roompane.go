package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// roomPane is who sits where, with a terminal of their own or at the host's
// computer, and what can be done about it.
type roomPane struct {
	list list
	on   string // the row under the cursor, so that it stays there when others come
	// ways and print are how one joins, once that was asked for.
	ways  []string
	print string
}

// roomRow is a seat, and one who sits there.
type roomRow struct {
	seat string
	head string          // of the group that it is the first of
	term *Terminal       // nil: none
	sits *engine.Sitting // nil: none, or term's
	more bool            // not the first of its seat
}

func (r *roomRow) key() string {
	switch {
	case r.term != nil:
		return r.seat + " " + r.term.Person // whose terminal may be another one
	case r.sits != nil:
		return r.seat + " " + r.sits.Person
	}
	return r.seat
}

func (p *roomPane) scope() scope                       { return scopeRoom }
func (p *roomPane) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (p *roomPane) size(_ *Model, w, h int) (int, int) { return w, h }

func (p *roomPane) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopeRoom, msg) == nil {
		return m.below(msg, m.t("Esc first"))
	}
	return m.press(scopeRoom, msg)
}

// roomKey shows who is where.
func (m *Model) roomKey() tea.Cmd {
	p := &roomPane{}
	m.lay(p)
	p.place(m)
	room := m.opts.Room
	return func() tea.Msg { return waysMsg{p, room.Ways(m.anySeat()), room.Fingerprint()} }
}

// waysMsg is how one joins.
type waysMsg struct {
	pane  *roomPane
	ways  []string
	print string
}

// anySeat stands for whichever seat in a line to type.
func (m *Model) anySeat() string { return m.t("SEAT") }

func (m *Model) whyNoRoom() string {
	switch {
	case !engine.Leads(m.home):
		return m.t("only a facilitator sees that")
	case m.opts.Room == nil:
		return m.t("nobody can join: it was started without --listen")
	}
	return ""
}

// roomRows are all seats in the facilitator's sight, each with who sits there:
// the sides' first, then the staff's.
func (m *Model) roomRows() []roomRow {
	var out []roomRow
	add := func(head string, seats []string) {
		at := len(out)
		for _, s := range seats {
			if m.seesSeat(s) {
				out = append(out, m.seatRows(s)...)
			}
		}
		if at < len(out) {
			out[at].head = head
		}
	}
	staff := engine.StaffSeats(m.view.Scenario())
	roles := m.view.Seats()
	for _, side := range m.view.Sides() {
		var seats []string
		for i := range roles {
			if roles[i].Side == side.ID {
				seats = append(seats, roles[i].ID)
			}
		}
		for _, s := range staff {
			if m.seatSide(s) == side.ID {
				seats = append(seats, s)
			}
		}
		add(m.sideName(side.ID), seats)
	}
	add(m.t("Staff"), slices.DeleteFunc(staff, func(s string) bool { return m.seatSide(s) != "" }))
	return out
}

// seatRows are who sits in a seat, or that nobody does.
func (m *Model) seatRows(seat string) []roomRow {
	var out []roomRow
	remote, named := 0, m.view.Knows(seat)
	for i := range m.room.terminals {
		if t := &m.room.terminals[i]; t.Seat == seat {
			out = append(out, roomRow{seat: seat, term: t})
			if t.State != Gone {
				remote++
			}
		}
	}
	for _, s := range m.view.Sitting(seat) {
		there := func(r roomRow) bool { return r.term != nil && r.term.Person == s.Person }
		switch {
		case named && slices.ContainsFunc(out, there):
		case !named && !s.Bot && remote > 0:
			remote-- // whoever of them it is
		default:
			out = append(out, roomRow{seat: seat, sits: &s})
		}
	}
	if out == nil {
		out = append(out, roomRow{seat: seat})
	}
	for i := range out {
		out[i].more = i > 0
	}
	return out
}

// place keeps the cursor on what it was on.
func (p *roomPane) place(m *Model) []roomRow {
	rows := m.roomRows()
	p.list.set(len(rows))
	if i := slices.IndexFunc(rows, func(r roomRow) bool { return r.key() == p.on }); i >= 0 {
		p.list.cursor = i
	}
	if p.list.cursor < len(rows) {
		p.on = rows[p.list.cursor].key()
	}
	return rows
}

// step moves the cursor.
func (p *roomPane) step(m *Model, d int) {
	rows := p.place(m)
	p.list.move(d, nil)
	if d > 1 || d < -1 {
		p.list.cursor = max(0, min(p.list.cursor, len(rows)-1))
	}
	if p.list.cursor < len(rows) {
		p.on = rows[p.list.cursor].key()
	}
}

// roomAt is the row under the cursor of the screen of who is where.
func (m *Model) roomAt() (roomRow, bool) {
	for i := len(m.over) - 1; i >= 0; i-- {
		if p, ok := m.over[i].(*roomPane); ok {
			rows := p.place(m)
			if p.list.cursor < len(rows) {
				return rows[p.list.cursor], true
			}
		}
	}
	return roomRow{}, false
}

func roomStep(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if p, ok := m.top().(*roomPane); ok {
			p.step(m, d)
		}
		return nil
	}
}

func roomPage(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if p, ok := m.top().(*roomPane); ok {
			for range max(1, p.list.page-1) {
				p.step(m, d)
			}
		}
		return nil
	}
}

// The widths from which a row has more columns, and from which what was tried
// in vain stands beside the list.
const (
	roomWide   = 104
	roomBeside = 150
)

// draw draws the list; below it, or beside it where there is room, what was
// tried in vain and how one joins.
func (p *roomPane) draw(m *Model, w, h int) []string {
	now := m.opts.Now()
	rows := p.place(m)
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("Who is where"), w)), fit(" "+m.roomSum(rows), w)}
	h -= len(out)
	lw, foot := w, p.foot(m, w, now, max(3, h/3))
	if w >= roomBeside {
		lw = w * 2 / 3
		foot = p.foot(m, w-lw-3, now, h)
	}
	focus := m.top() == p || m.opts.Plain
	one := func(i int) []string { return m.roomLines(&rows[i], lw, i == p.list.cursor, focus, now) }
	if lw == w {
		out = append(out, fitAll(p.list.draw(h-len(foot), one), w, h-len(foot))...)
		return fitAll(append(out, foot...), w, h+2)
	}
	left, right := fitAll(p.list.draw(h, one), lw, h), fitAll(foot, w-lw-3, h)
	for i := range h {
		out = append(out, left[i]+m.st.rule.Render(" │ ")+right[i])
	}
	return out
}

// said is the screen in lines, the rows by number.
func (p *roomPane) said(m *Model) []string {
	now := m.opts.Now()
	rows := p.place(m)
	out := []string{m.t("Who is where"), bare(m.roomSum(rows))}
	for i := range rows {
		r := &rows[i]
		who, where, state, _ := m.whoIs(r, now)
		parts := slices.DeleteFunc([]string{who, where, state, m.tried(r)}, func(s string) bool { return s == "" || s == "–" })
		out = append(out, strconv.Itoa(i+1)+" "+m.labelled(m.seatTitle(r.seat), strings.Join(parts, ", ")))
	}
	for _, l := range p.foot(m, menuRoom, now, menuRoom) {
		out = append(out, bare(l))
	}
	return out
}

// choose puts the cursor on row n, from 1.
func (p *roomPane) choose(m *Model, n int) bool {
	rows := p.place(m)
	if n > len(rows) {
		return false
	}
	p.list.cursor, p.on = n-1, rows[n-1].key()
	return true
}

// roomSum counts.
func (m *Model) roomSum(rows []roomRow) string {
	empty := 0
	for i := range rows {
		if r := &rows[i]; r.term == nil && r.sits == nil && !engine.IsStaff(r.seat) {
			empty++
		}
	}
	parts := []string{m.t("{n} connected", "n", text64(int64(m.room.connected())))}
	gone, lagging := m.room.troubled()
	if gone > 0 {
		parts = append(parts, m.st.bad.Render(m.t("{n} gone", "n", text64(int64(gone)))))
	}
	if lagging > 0 {
		parts = append(parts, m.st.warn.Render(m.t("{n} lagging", "n", text64(int64(lagging)))))
	}
	if empty > 0 {
		parts = append(parts, m.t("seats of players that are empty: {n}", "n", text64(int64(empty))))
	}
	return strings.Join(parts, "   ")
}

// roomLines draws a row, below the name of its group if it begins one.
func (m *Model) roomLines(r *roomRow, w int, chosen, focus bool, now time.Time) []string {
	var out []string
	if r.head != "" {
		out = append(out, fit(" "+m.st.heading.Render(r.head), w))
	}
	seat := m.seatKind(r.seat) // whose it is stands above
	if r.more {
		seat = ""
	}
	who, where, state, look := m.whoIs(r, now)
	sw, nw, aw := 24, 17, 16
	if w >= roomWide {
		sw, nw, aw = w*28/100, w*20/100, w*14/100
	}
	segs := []seg{{m.st.plain, fit(" "+seat, sw) + " "}, {m.st.bold, fit(who, nw) + " "}, {m.st.dim, fit(where, aw) + " "}}
	last := fit(state, 16)
	if w >= roomWide {
		last = fit(state, 18)
	}
	segs = append(segs, seg{look, last})
	if w >= roomWide {
		segs = append(segs, seg{m.st.dim, m.windowOf(r)})
	}
	return append(out, m.listRow(w, chosen, focus, segs...))
}

// windowOf is the size of a terminal's window, and whether its seat has
// practised.
func (m *Model) windowOf(r *roomRow) string {
	s := ""
	if r.term != nil {
		s = line(r.term.Window)
	}
	return fit(s, 9) + m.tried(r)
}

// tried says whether who sits there has been through practice.
func (m *Model) tried(r *roomRow) string {
	if engine.IsStaff(r.seat) || r.term == nil && r.sits == nil {
		return ""
	}
	return m.practisedWord(r.seat)
}

// whoIs says who sits in a row, where, and how they do.
func (m *Model) whoIs(r *roomRow, now time.Time) (who, where, state string, look style) {
	switch {
	case r.term != nil:
		state, look = m.stateText(r.term, now)
		if where = line(r.term.Address); !m.view.Knows(r.seat) {
			where = "" // as telling as a name
		}
		return m.terminalName(r.term), where, state, look
	case r.sits == nil:
		return "–", "", m.t("empty"), m.st.dim
	case r.sits.Bot:
		return m.t("bot"), "", "", m.st.dim
	}
	if who = line(r.sits.Name); who == "" {
		who = line(r.sits.Person)
	}
	if who == "" {
		who = m.t("somebody")
	}
	return who, m.t("this host"), m.t("at the host"), m.st.plain
}

// foot is what was tried in vain, and how one joins, on at most h lines.
func (p *roomPane) foot(m *Model, w int, now time.Time, h int) []string {
	var out []string
	if all := m.room.attempts; len(all) > 0 {
		out = append(out, m.st.rule.Render(ruleLine(m.t("Codes tried in vain"), w)))
		room := max(1, h-1)
		if h > 8 {
			room = h - 4 - len(p.ways)
		}
		for i := range all {
			if i == room {
				break
			}
			out = append(out, m.attemptLines(&all[i], w, now)...)
		}
	}
	if len(p.ways) > 0 && len(out)+2 <= h {
		out = append(out, m.st.rule.Render(ruleLine(m.t("To join"), w)))
		for _, way := range p.ways[:min(len(p.ways), max(1, h-len(out)-1))] {
			out = append(out, fit(" "+line(way), w))
		}
		if len(out) < h && p.print != "" {
			out = append(out, fit(m.st.dim.Render(" "+m.t("host key {print}", "print", line(p.print))), w))
		}
	}
	return out[:min(h, len(out))]
}

// attemptLines are codes tried in vain: a line, or two where it is narrow.
func (m *Model) attemptLines(a *Attempt, w int, now time.Time) []string {
	s := m.attemptText(a)
	if a.Until.After(now) {
		s += " · " + m.st.warn.Render(m.t("locked for {time}", "time", m.ago(a.Until.Sub(now))))
	}
	last := m.t("the last {time} ago", "time", m.ago(now.Sub(a.Last)))
	if w < leastWidth+20 {
		return append(indent(" ", s, w-1), "   "+m.st.dim.Render(last))
	}
	return []string{fit(" "+s+" · "+last, w)}
}
