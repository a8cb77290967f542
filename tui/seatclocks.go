package tui

import (
	"cmp"
	"slices"

	"parley/engine"
	"parley/engine/words"
)

// onClock: the cursor is on a response time or a legal clock.
const onClock = "deadline"

// clockSheet is the tab of what runs against the side, and what is owed to it:
// what was missed first, then what ends next, and at the end what is over.
type clockSheet struct {
	rows []clockRow
	side string
	// wide is the column of how long things have yet, as it was in a second
	// and in a language.
	wide    int
	wideAt  int64
	wideFor string
}

// clockRow is a deadline, or something that comes to its end of itself.
type clockRow struct {
	d   *engine.Deadline
	end *engine.Ending
}

func (*clockSheet) shown(v engine.View) bool { return v.HasDeadlines() }

func (s *clockSheet) refresh(v engine.View) int {
	s.rows, s.side, s.wide = nil, v.Side().ID, 0
	for _, d := range v.Deadlines() {
		s.rows = append(s.rows, clockRow{d: &d})
	}
	for _, e := range v.Endings() {
		s.rows = append(s.rows, clockRow{end: &e})
	}
	slices.SortStableFunc(s.rows, func(a, b clockRow) int {
		return cmp.Or(cmp.Compare(a.rank(s.side), b.rank(s.side)), cmp.Compare(a.left(v), b.left(v)))
	})
	return len(s.rows)
}

// rank orders what somebody must see before what is only to be kept.
func (r *clockRow) rank(side string) int {
	switch {
	case r.end != nil && r.end.Over:
		return 4
	case r.end != nil:
		return 2
	}
	switch r.d.Status {
	case engine.DeadlineMissed:
		if r.d.Side == side {
			return 0
		}
		return 1
	case engine.DeadlineRunning:
		return 2
	case engine.DeadlinePaused:
		return 3
	case engine.DeadlineLate:
		return 4
	}
	return 5
}

// left is how much play something has yet, for ordering. What the story does
// not get to by itself comes after what it does.
func (r *clockRow) left(v engine.View) int64 {
	d := r.d
	if d == nil {
		d = untilStory(r.end.Until)
	}
	c := v.Clock()
	if left, ok := v.Left(d, c.T); ok {
		return left
	}
	return d.Due - ownTimeAt(v, d.Exercise, c.T)
}

func (s *clockSheet) subject(i int) subject {
	r := &s.rows[i]
	if r.d != nil {
		return subject{kind: onClock, id: r.d.ID, entry: -1}
	}
	kind := map[string]string{"approval": onApproval, "effect": onAction, "power": onAuthority}[r.end.What]
	return subject{kind: kind, id: r.end.Ref, entry: -1}
}

// waits counts the deadlines that the side has missed and not done yet.
func (s *clockSheet) waits() int {
	n := 0
	for i := range s.rows {
		if d := s.rows[i].d; d != nil && d.Side == s.side && d.Status == engine.DeadlineMissed {
			n++
		}
	}
	return n
}

func (s *clockSheet) countsDown() bool { return len(s.rows) > 0 }

func (*clockSheet) empty(m *Model) string { return m.t("No clock runs against your side or for it.") }

func (s *clockSheet) row(m *Model, i int, look rowLook) []string {
	r, v := &s.rows[i], m.seat.view
	if r.end != nil {
		return s.endingRow(m, v, r.end, look)
	}
	d := r.d
	sign, whose := "● ", m.t("ours")
	if d.Side != s.side {
		sign, whose = "○ ", m.t("theirs")
	}
	when, style := m.deadlineWhen(v, d)
	mark := m.st.dim
	if d.Side == s.side && openDeadline(d) {
		mark = m.st.accent
	}
	due := m.t("due {time}", "time", m.ownTime(v, d.Due, d.Exercise))
	if d.Status == engine.DeadlineRunning && !d.Exercise {
		if play := m.playText(v, d.Due); play != "" {
			due += " · " + play
		}
	}
	if why := m.deadlineWhy(d); why != "" {
		due += " · " + why
	}
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{mark, sign}, seg{style, m.column(when, s.column(m, v))}, seg{m.st.bold, m.deadlineName(v, d)}),
		row(look.w, false, m.st.plain, seg{mark, "   " + whose}, seg{m.st.dim, " · " + due}),
	}
}

// mostColumn bounds the room for how long something has yet.
const mostColumn = 20

// column is the room that how long something has yet takes, of all rows.
func (s *clockSheet) column(m *Model, v engine.View) int {
	if s.wide > 0 && s.wideAt == m.now/1000 && s.wideFor == m.lang {
		return s.wide
	}
	s.wide, s.wideAt, s.wideFor = 4, m.now/1000, m.lang
	for i := range s.rows {
		var when string
		if r := &s.rows[i]; r.end != nil {
			when, _ = m.endingWhen(v, r.end)
		} else {
			when, _ = m.deadlineWhen(v, r.d)
		}
		s.wide = max(s.wide, min(mostColumn, width(when)))
	}
	return s.wide
}

// endingWhen is how long something has yet that comes to its end of itself.
func (m *Model) endingWhen(v engine.View, e *engine.Ending) (string, style) {
	left := e.Until - m.ownNow(v, false)
	switch {
	case e.Over || left <= 0:
		return m.t("has ended"), m.st.dim
	case left < day:
		return m.t("in {time}", "time", m.longSpan(left)), m.st.warn
	}
	return m.t("in {time}", "time", m.longSpan(left)), m.st.plain
}

// deadlineWhen is how long a deadline has yet, or how it ended.
func (m *Model) deadlineWhen(v engine.View, d *engine.Deadline) (string, style) {
	if openDeadline(d) {
		return m.deadlineLeft(v, d)
	}
	word := words.Say(m.lang, "deadline."+d.Status, nil)
	switch d.Status {
	case engine.DeadlineMet:
		return word, m.st.good
	case engine.DeadlineLate:
		return word, m.st.warn
	}
	return word, m.st.dim
}

// deadlineName is what a deadline is for.
func (m *Model) deadlineName(v engine.View, d *engine.Deadline) string {
	if r, ok := v.Request(d.Request); ok && d.Step != "" {
		return m.t("{id} {what} · {kind}", "id", line(r.ID), "what", m.shortTime(d.Step), "kind", m.kindTitle(v, r.Request))
	}
	if c, ok := v.Call(d.Call); ok {
		return m.t("{id} {what} · {kind}", "id", line(c.ID), "what", words.Say(m.lang, "call.to-answer", nil), "kind", m.hotlineTitle(v, c.Hotline))
	}
	return line(v.TellDeadline(d, m.lang))
}

// deadlineWhy is why a deadline stands or was moved, "" where there is nothing
// to say.
func (m *Model) deadlineWhy(d *engine.Deadline) string {
	if d.Why == "" || d.Status == engine.DeadlineMet {
		return ""
	}
	return words.Say(m.lang, "why."+d.Why, nil)
}

// deadlineStands is how it stands with a deadline, in full.
func (m *Model) deadlineStands(v engine.View, d *engine.Deadline) string {
	when, _ := m.deadlineWhen(v, d)
	text := m.t("{when}, due {time}", "when", when, "time", m.ownTime(v, d.Due, d.Exercise))
	if why := m.deadlineWhy(d); why != "" {
		text = m.t("{what} ({more})", "what", text, "more", why)
	}
	return text
}

// pausesSaid lists from when until when a deadline stood.
func (m *Model) pausesSaid(p *page, v engine.View, d *engine.Deadline) {
	for _, at := range d.Pauses {
		if at[1] == 0 {
			p.under(m.t("stands since {time}", "time", m.ownTime(v, at[0], d.Exercise)))
			continue
		}
		p.under(m.t("stood from {time}, for {span}", "time", m.ownTime(v, at[0], d.Exercise), "span", m.ownSpan(at[1]-at[0], d.Exercise)))
	}
}

// endingRow is an approval, the effect of an action or a power, with its end.
func (s *clockSheet) endingRow(m *Model, v engine.View, e *engine.Ending, look rowLook) []string {
	when, style := m.endingWhen(v, e)
	under := m.t("ends {time}", "time", m.storyOf(v, e.Until))
	if play := m.playText(v, e.Until); play != "" && !e.Over {
		under += " · " + play
	}
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{m.st.dim, "◌ "}, seg{style, m.column(when, s.column(m, v))}, seg{m.st.plain, m.endingName(v, e)}),
		row(look.w, false, m.st.plain, seg{m.st.dim, "   " + under}),
	}
}

func (m *Model) endingName(v engine.View, e *engine.Ending) string {
	switch e.What {
	case "approval":
		if a, ok := v.Approval(e.Ref); ok {
			return m.t("approval {id}: {what}", "id", line(a.ID), "what", m.actionName(v, a.Side, a.Action))
		}
	case "effect":
		if a, ok := v.Action(e.Ref); ok {
			return m.t("effect of {id}: {what}", "id", line(a.ID), "what", m.actText(v, &a))
		}
	case "power":
		return m.t("power: {what}", "what", m.authorityName(v, e.Side, e.Ref))
	}
	return line(e.Ref)
}

// clockDetail is a deadline with what it is for and how it went.
func (m *Model) clockDetail(p *page, v engine.View, id string) {
	d, ok := v.Deadline(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Clock · {id}", "id", line(d.ID))
	p.lit(m.deadlineName(v, &d), m.st.bold)
	when, style := m.deadlineWhen(v, &d)
	p.lit(when, style)
	p.gap()
	p.field(m.t("whose"), m.sideName(d.Side))
	p.field(m.t("began"), m.ownTime(v, d.From, d.Exercise))
	p.field(m.t("due"), m.ownTime(v, d.Due, d.Exercise))
	if !openDeadline(&d) {
		p.field(m.t("ended"), m.ownTime(v, d.At, d.Exercise))
	}
	p.field(m.t("length"), m.ownSpan(d.Within(), d.Exercise))
	p.field(m.t("has run"), m.ownSpan(d.Elapsed(m.ownNow(v, d.Exercise)), d.Exercise))
	p.field(m.t("because"), m.deadlineWhy(&d))
	if d.Status == engine.DeadlineRunning && !d.Exercise {
		p.field(m.t("that is"), m.playText(v, d.Due))
	}
	if def := v.DeadlineDef(&d); def != nil {
		p.field(m.t("basis"), line(def.Basis))
		p.field(m.t("source"), line(def.Source))
		p.field(m.t("starts when"), line(v.TellCond(def.Starts, m.lang)))
		p.field(m.t("met when"), line(v.TellCond(def.Met, m.lang)))
	}
	if len(d.Pauses) > 0 {
		p.heading(m.t("Pauses"))
		m.pausesSaid(p, v, &d)
	}
	if c, ok := v.Call(d.Call); ok {
		p.gap()
		m.callStands(p, v, &c)
	}
	if r, ok := v.Request(d.Request); ok {
		p.heading(m.t("Of the request"))
		p.text(m.t("{kind} {id}", "kind", m.kindTitle(v, r.Request), "id", line(r.ID)))
		m.requestStands(p, v, &r)
	}
}
