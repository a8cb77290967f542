package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/scenarios"
)

// onWays is the authority map: how each side may do an action, or go about a
// request. The subject's id lists their ids, with spaces between.
const onWays = "ways"

// From the first width on the sides stand side by side, each in a column of at
// least the second.
const (
	sideBySide  = 96
	leastColumn = 46
)

// AuthorityMap says how each side may do actions and go about kinds of request,
// by their ids: who, on what basis, with whose approval. Its lines are of at
// most w cells, w 40 or more, and bear no styles. The scenario must be free of
// errors.
func AuthorityMap(sc *scenarios.Scenario, lang string, w int, ids []string) string {
	v, _ := engine.New(sc, 0).View(engine.SeatControl)
	m := &Model{view: v, lang: lang, home: engine.SeatControl, st: newStyles(neutralPalette(), 0), tells: newTellings(), console: newConsole()}
	p := &page{m: m, st: m.st, w: max(40, w)}
	parts := []string{m.t("EXERCISE")}
	if marking := line(v.Head().Marking); marking != "" {
		parts = append(parts, marking)
	}
	p.text(strings.Join(append(parts, line(sc.Title.In(lang)), m.t("Authority map")), " · "))
	p.note(m.t("How each side may do it, as it has stated its authorities."))
	for _, id := range ids {
		p.gap()
		p.add(strings.Repeat("═", p.w))
		m.oneWays(p, v, id)
	}
	for i, l := range p.lines {
		p.lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(p.lines, "\n") + "\n"
}

// waysDetail is the authority map of actions and kinds of request.
func (m *Model) waysDetail(p *page, v engine.View, ids string) {
	p.title = m.t("Authority map")
	for i, id := range strings.Fields(ids) {
		if i > 0 {
			p.gap()
			if !p.lean {
				p.add(m.st.rule.Render(strings.Repeat("═", p.w)))
			}
		}
		m.oneWays(p, v, id)
	}
}

// oneWays is the map of one action or kind of request.
func (m *Model) oneWays(p *page, v engine.View, id string) {
	if kind := v.RequestKind(id); kind != nil {
		m.requestWays(p, v, kind)
		return
	}
	all := v.Ways(id)
	title := m.waysTitle(all)
	p.lit(m.t("{what} ({more})", "what", title, "more", line(id)), m.st.bold)
	p.gap()
	cols := make([]column, len(all))
	for i := range all {
		c := p.column(len(all))
		c.sideHead(all[i].Side)
		m.sideWays(c, v, &all[i], title)
		cols[i] = column{c.lines}
	}
	p.beside(cols)
	from := len(p.links)
	for _, k := range v.RequestKinds() {
		if isStep(k, id) {
			if len(p.links) == from {
				p.gap()
			}
			p.link(waysSubject(k.ID), "→", m.t("a step of: {request}", "request", line(k.Title.In(m.lang))))
		}
	}
}

func isStep(k *scenarios.RequestKind, action string) bool {
	for _, a := range k.As {
		if a == action {
			return true
		}
	}
	return false
}

func waysSubject(ids ...string) subject {
	return subject{kind: onWays, id: strings.Join(ids, " "), entry: -1}
}

// waysTitle is what an action is called by the first side that has it.
func (m *Model) waysTitle(all []scenarios.SideWays) string {
	for i := range all {
		if a := all[i].Action; a != nil {
			if t := line(a.Title.In(m.lang)); t != "" {
				return t
			}
		}
	}
	if len(all) > 0 {
		return line(all[0].ID)
	}
	return ""
}

// sideWays are the ways of one side. title is what the map calls the action.
func (m *Model) sideWays(c *page, v engine.View, w *scenarios.SideWays, title string) {
	if w.Action != nil {
		if own := line(w.Action.Title.In(m.lang)); own != title {
			c.text(own)
		}
		if w.Action.Takes > 0 {
			c.field(m.t("takes"), m.t("{time} of exercise time", "time", m.lengthText(w.Action.Takes)))
		}
	}
	if len(c.lines) > 1 {
		c.gap()
	}
	switch {
	case len(w.Ways) > 0:
	case w.Action == nil:
		c.lit(m.t("not in this side's catalogue"), m.st.warn)
	default:
		c.lit(m.t("nothing stated"), m.st.warn)
	}
	for i := range w.Ways {
		if i > 0 {
			c.gap()
		}
		m.way(c, v, &w.Ways[i])
	}
}

// way is one authority by which a side may do it.
func (m *Model) way(c *page, v engine.View, w *scenarios.Way) {
	a := w.Authority
	title := m.read(a.Title)
	if title.Text == "" {
		title.Text, title.Lang = a.ID, m.lang
	}
	c.headline(title)
	c.field(m.t("who"), m.whoHolds(a, w.Roles))
	c.field(m.t("basis"), line(a.Basis))
	c.field(m.t("reaches"), m.reachText(a.Reaches))
	c.field(m.t("condition"), line(v.TellCond(a.Condition, m.lang)))
	c.field(m.t("approval of"), m.approvalText(a))
	if a.Lasts > 0 {
		c.field(m.t("effect"), m.t("lasts {time}", "time", m.lengthText(a.Lasts)))
	}
	clock := v.Clock()
	c.field(m.t("in force"), m.inForce(a, clock.StoryAt(clock.T)))
	if w.Act != "" {
		c.note(m.t("stated during the exercise, on {act}", "act", line(w.Act)))
	}
}

// approvalText says whose approval an authority needs and how long that lasts,
// "" for nobody's.
func (m *Model) approvalText(a *scenarios.Authority) string {
	by := line(a.Approval)
	if len(a.Approvers) > 0 {
		by = m.roleTitles(a.Approvers)
	}
	if by != "" && a.ApprovalLasts > 0 {
		by = m.t("{who}, lasts {time}", "who", by, "time", m.lengthText(a.ApprovalLasts))
	}
	return by
}

// whoHolds are the agencies that hold an authority, each with its roles.
func (m *Model) whoHolds(a *scenarios.Authority, roles []string) string {
	var out []string
	for _, agency := range a.Agencies {
		var in []string
		for _, id := range roles {
			if r := m.roleOf(id); r != nil && r.Agency == agency {
				in = append(in, m.roleTitle(id))
			}
		}
		name := m.agencyName(agency)
		if in != nil {
			name = m.t("{what} ({more})", "what", name, "more", m.joinNames(in))
		}
		out = append(out, name)
	}
	if out == nil {
		return m.t("nobody: no agency of the side holds it")
	}
	return m.joinNames(out)
}

func (m *Model) roleTitles(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = m.roleTitle(id)
	}
	return m.joinNames(names)
}

// inForce is when a power is in force, "" for always, and whether it is not at
// a story time.
func (m *Model) inForce(a *scenarios.Authority, now int64) string {
	var out []string
	if !a.From.IsZero() {
		out = append(out, m.t("from {date}", "date", m.day(a.From, "2 Jan 2006")))
	}
	if !a.Until.IsZero() {
		out = append(out, m.t("until {date}", "date", m.day(a.Until, "2 Jan 2006")))
	}
	switch s := strings.Join(out, " "); {
	case !a.From.IsZero() && now < a.From.UnixMilli():
		return m.t("{what} ({more})", "what", s, "more", m.t("not yet in force"))
	case !a.Until.IsZero() && now >= a.Until.UnixMilli():
		return m.t("{what} ({more})", "what", s, "more", m.t("no longer in force"))
	default:
		return s
	}
}

// lengthText says how long something takes, in words: "1 h 30 min", "90 days".
func (m *Model) lengthText(ms engine.Millis) string {
	const second, minute, hour, day = 1000, 60_000, 3_600_000, 86_400_000
	switch {
	case ms == day:
		return m.t("1 day")
	case ms > 0 && ms%day == 0:
		return m.t("{n} days", "n", text64(ms/day))
	}
	var parts []string
	if ms >= hour {
		parts, ms = append(parts, m.t("{n} h", "n", text64(ms/hour))), ms%hour
	}
	if ms >= minute {
		parts, ms = append(parts, m.t("{n} min", "n", text64(ms/minute))), ms%minute
	}
	if ms > 0 || parts == nil {
		parts = append(parts, m.t("{n} s", "n", text64((ms+second-1)/second)))
	}
	return strings.Join(parts, " ")
}

// column is one side's part of a map, in pieces that are level with those of
// the other sides.
type column [][]string

// column begins a piece of one of n columns.
func (p *page) column(n int) *page {
	return &page{m: p.m, st: p.st, w: p.columnWidth(n), lean: p.lean}
}

// across is how many of n columns stand side by side.
func (p *page) across(n int) int {
	if p.lean || p.w < sideBySide {
		return 1
	}
	return max(1, min(n, (p.w+3)/(leastColumn+3)))
}

func (p *page) columnWidth(n int) int {
	k := p.across(n)
	return (p.w - 3*(k-1)) / k
}

func (p *page) sideHead(side string) {
	name := p.m.sideName(side)
	if !p.lean {
		name = ruleLine(name, p.w)
	}
	p.add(p.st.heading.Render(name))
}

// beside adds columns side by side, as many as there is room for, the others
// below.
func (p *page) beside(cols []column) {
	k := p.across(len(cols))
	for at := 0; at < len(cols); at += k {
		if at > 0 {
			p.gap()
		}
		p.level(cols[at:min(at+k, len(cols))], p.columnWidth(len(cols)))
	}
}

// level adds columns side by side, piece by piece.
func (p *page) level(cols []column, w int) {
	for i := range cols[0] {
		if len(cols) == 1 {
			p.lines = append(p.lines, cols[0][i]...)
			continue
		}
		rows := 0
		for _, c := range cols {
			rows = max(rows, len(c[i]))
		}
		for r := range rows {
			var b strings.Builder
			for n, c := range cols {
				if n > 0 {
					b.WriteString(p.st.rule.Render(" │ "))
				}
				b.WriteString(fit(lineAt(c[i], r), w))
			}
			p.add(b.String())
		}
	}
}
