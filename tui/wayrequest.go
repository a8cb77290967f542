package tui

import (
	"slices"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// requestWays is the map of a kind of request: what both sides agreed on it, and
// each side's ways at either end.
func (m *Model) requestWays(p *page, v engine.View, k *scenarios.RequestKind) {
	p.lit(m.t("Request: {title} ({id})", "title", line(k.Title.In(m.lang)), "id", line(k.ID)), m.st.bold)
	p.field(m.t("basis"), line(k.Basis))
	for i := range k.Times {
		p.field(m.urgencyName(&k.Times[i]), m.responseTimes(k, &k.Times[i]))
	}
	p.field(m.t("refused on"), m.grounds(k, false))
	p.field(m.t("postponed"), m.grounds(k, true))
	p.gap()
	all := v.RequestWays(k)
	cols := make([]column, len(all))
	for i := range all {
		cols[i] = m.requestColumn(p, v, &all[i], len(all))
	}
	p.beside(cols)
}

// requestColumn is one side's part: who sends it and by what, then who receives
// it. What receives can carry it out by others, whom it is passed on to.
func (m *Model) requestColumn(p *page, v engine.View, w *scenarios.RequestWays, n int) column {
	var out column
	c := p.column(n)
	c.sideHead(w.Side)
	c.field(m.t("sends"), m.officers(w.Senders))
	c.field(m.t("receives"), m.officers(w.Receivers))
	out = append(out, c.lines)
	for i := range w.Sends {
		out = append(out, m.stepWays(p.column(n), v, &w.Sends[i], w.Senders, false))
	}
	for i := range w.Handles {
		s := &w.Handles[i]
		out = append(out, m.stepWays(p.column(n), v, s, w.Receivers, slices.Contains(s.Steps, scenarios.StepExecute) || slices.Contains(s.Steps, scenarios.StepProtect)))
	}
	return out
}

// stepWays are the ways of a side to take steps of a request: those of the roles
// at that end of it, in short; anybody's if no role of theirs has one, or if
// anyone may be asked to do it.
func (m *Model) stepWays(c *page, v engine.View, s *scenarios.StepWays, roles []string, anyone bool) []string {
	if len(roles) == 0 && len(s.Ways) == 0 {
		return nil
	}
	var theirs []scenarios.Way
	for _, w := range s.Ways {
		if w.Roles = both(w.Roles, roles); len(w.Roles) > 0 {
			theirs = append(theirs, w)
		}
	}
	if anyone || theirs == nil {
		theirs = s.Ways
	}
	c.gap()
	c.lit(m.stepNames(s.Steps), m.st.accent)
	c.note(m.t("as {action}", "action", m.t("{what} ({more})", "what", m.stepAction(s), "more", line(s.ID))))
	for i := range theirs {
		m.shortWay(c, v, &theirs[i])
	}
	switch rest := len(s.Ways) - len(theirs); {
	case len(s.Ways) == 0 && s.Action == nil:
		c.lit(m.t("not in this side's catalogue"), m.st.warn)
	case len(s.Ways) == 0:
		c.lit(m.t("nothing stated"), m.st.warn)
	case rest > 0:
		c.note(m.t("and {n} more, held by others of the side", "n", text64(int64(rest))))
	}
	return c.lines
}

func both(a, b []string) []string {
	var out []string
	for _, s := range a {
		if slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return out
}

// shortWay is an authority in short: what it is called, its basis, who has it,
// and what limits it.
func (m *Model) shortWay(c *page, v engine.View, w *scenarios.Way) {
	a := w.Authority
	c.bullet("§", m.authorityLabel(a))
	parts := []string{m.roleTitles(w.Roles)}
	if len(w.Roles) == 0 {
		parts[0] = m.whoHolds(a, nil)
	}
	if !slices.Equal(a.Reaches, []string{"any"}) {
		parts = append(parts, m.labelled(m.t("reaches"), m.reachText(a.Reaches)))
	}
	if a.Condition != nil {
		parts = append(parts, m.labelled(m.t("condition"), line(v.TellCond(a.Condition, m.lang))))
	}
	if by := m.approvalText(a); by != "" {
		parts = append(parts, m.labelled(m.t("approval of"), by))
	}
	if a.Lasts > 0 {
		parts = append(parts, m.labelled(m.t("effect"), m.t("lasts {time}", "time", m.lengthText(a.Lasts))))
	}
	clock := v.Clock()
	if s := m.inForce(a, clock.StoryAt(clock.T)); s != "" {
		parts = append(parts, m.labelled(m.t("in force"), s))
	}
	for _, s := range parts {
		c.under(s)
	}
}

func (m *Model) stepAction(s *scenarios.StepWays) string {
	return m.waysTitle([]scenarios.SideWays{s.SideWays})
}

func (m *Model) officers(roles []string) string {
	if len(roles) == 0 {
		return m.t("nobody of this side")
	}
	return m.roleTitles(roles)
}

func (m *Model) urgencyName(t *scenarios.ResponseTimes) string {
	if title := line(t.Title.In(m.lang)); title != "" && width(title) < 12 {
		return title
	}
	return line(t.Urgency)
}

// responseTimes are the stated ones in order.
func (m *Model) responseTimes(k *scenarios.RequestKind, t *scenarios.ResponseTimes) string {
	var out []string
	for _, step := range scenarios.TimeSteps() {
		if d := t.Steps[step]; d > 0 {
			out = append(out, m.labelled(words.Say(m.lang, "time."+step, nil), m.lengthText(d)))
		}
	}
	if out == nil {
		return m.t("no response times")
	}
	clock := m.t("story time")
	if k.ExerciseTime {
		clock = m.t("exercise time")
	}
	return m.t("{what} ({more})", "what", m.joinNames(out), "more", clock)
}

func (m *Model) grounds(k *scenarios.RequestKind, postpone bool) string {
	var out []string
	for i := range k.Grounds {
		g := &k.Grounds[i]
		if g.Postpone != postpone {
			continue
		}
		s := line(g.Title.In(m.lang))
		if g.Basis != "" {
			s = m.t("{what} ({more})", "what", s, "more", line(g.Basis))
		}
		out = append(out, s)
	}
	return m.joinNames(out)
}

// stepNames says steps of a request, as what somebody does.
func (m *Model) stepNames(steps []string) string {
	names := make([]string, len(steps))
	for i, s := range steps {
		names[i] = words.Say(m.lang, "rstep."+s, nil)
	}
	return m.joinNames(names)
}
