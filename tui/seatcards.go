package tui

import (
	"slices"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// card is an authority on a seat's screen.
type card struct {
	id     string
	own    bool // held by the seat's own agency
	auth   *scenarios.Authority
	stated *engine.AuthorityStated
}

// cardsOf are a side's authorities, those of the seat's own agency first.
func cardsOf(v engine.View) []card {
	if v.Control() {
		return nil
	}
	var own, other []card
	add := func(c card, agencies []string) {
		if c.own = slices.Contains(agencies, v.Role().Agency); c.own {
			own = append(own, c)
			return
		}
		other = append(other, c)
	}
	for _, a := range v.Authorities("") {
		add(card{id: a.ID, auth: a}, a.Agencies)
	}
	for _, s := range v.Stated() {
		add(card{id: s.ID, stated: &s}, []string{s.Agency})
	}
	return append(own, other...)
}

func (c *card) title(m *Model) string {
	if c.stated != nil {
		v := m.sight()
		return m.typed(v, c.stated.Title) + " · " + m.typed(v, c.stated.Basis)
	}
	return m.authorityLabel(c.auth)
}

// authorityDetail is the card of an authority: what its side has stated.
func (m *Model) authorityDetail(p *page, v engine.View, id string) {
	p.title = m.t("Authority · {id}", "id", line(id))
	for _, c := range cardsOf(v) {
		if c.id != id {
			continue
		}
		if c.stated != nil {
			m.statedCard(p, v, c.stated)
			return
		}
		m.authorityCard(p, v, c.auth)
	}
}

func (m *Model) statedCard(p *page, v engine.View, s *engine.AuthorityStated) {
	p.lit(m.typed(v, s.Title), m.st.bold)
	p.field(m.t("basis"), m.typed(v, s.Basis))
	p.field(m.t("held by"), m.agencyName(s.Agency))
	p.field(m.t("permits"), m.actionName(v, v.Side().ID, s.Permits))
	p.field(m.t("reaches"), m.reachText(s.Reaches))
	p.note(m.t("stated during the exercise"))
}

func (m *Model) authorityCard(p *page, v engine.View, a *scenarios.Authority) {
	p.headline(m.read(a.Title))
	p.field(m.t("basis"), line(a.Basis))
	if says := m.read(a.Says); says.Text != "" {
		p.gap()
		p.prose(says)
		p.gap()
	}
	names := make([]string, len(a.Agencies))
	for i, id := range a.Agencies {
		names[i] = m.agencyName(id)
	}
	p.field(m.t("held by"), m.joinNames(names))
	acts := make([]string, len(a.Permits))
	for i, id := range a.Permits {
		acts[i] = m.actionName(v, a.Side, id)
	}
	p.field(m.t("permits"), m.joinNames(acts))
	p.field(m.t("reaches"), m.reachText(a.Reaches))
	p.field(m.t("condition"), line(v.TellCond(a.Condition, m.lang)))
	if a.Approval != "" {
		by := line(a.Approval)
		if len(a.Approvers) > 0 {
			by = m.toRoles(a.Approvers)
		}
		if a.ApprovalLasts > 0 {
			by = m.t("{who}, lasts {time}", "who", by, "time", m.daysText(a.ApprovalLasts))
		}
		p.field(m.t("approval of"), by)
	}
	if a.Lasts > 0 {
		p.field(m.t("lasts"), m.daysText(a.Lasts))
	}
	if !a.From.IsZero() {
		p.field(m.t("in force"), m.t("from {date}", "date", m.day(a.From, "2 Jan 2006")))
	}
	if !a.Until.IsZero() {
		p.field(m.t("in force"), m.t("until {date}", "date", m.day(a.Until, "2 Jan 2006")))
	}
	p.field(m.t("source"), line(a.Source))
}

// daysText writes a long span of story time.
func (m *Model) daysText(d engine.Millis) string {
	const day = 24 * 3600 * 1000
	if d >= day && d%day == 0 {
		return m.t("{n} days", "n", text64(d/day))
	}
	return spanText(d)
}

func (m *Model) agencyName(id string) string {
	for _, a := range m.view.Agencies() {
		if a.ID == id {
			return line(a.Name.In(m.lang))
		}
	}
	return line(id)
}

// reachText says where an authority reaches.
func (m *Model) reachText(reaches []string) string {
	out := make([]string, len(reaches))
	for i, r := range reaches {
		switch r {
		case "own":
			out[i] = m.t("the side itself")
		case "any":
			out[i] = m.t("anywhere")
		default:
			out[i] = m.targetName(r)
			if out[i] == line(r) {
				out[i] = m.sideName(r)
			}
		}
	}
	return m.joinNames(out)
}

// caseRow is a piece of evidence, a disclosure or a ruling.
type caseRow struct {
	t       engine.Millis
	at      subject
	exhibit *engine.HeldExhibit
	shown   *engine.Showing
	ruling  *engine.Ruling
}

// caseOf gathers them in order of time.
func caseOf(v engine.View) []caseRow {
	var out []caseRow
	for _, e := range v.Exhibits() {
		out = append(out, caseRow{t: e.T, exhibit: &e, at: of(onEvidence, e.ID)})
	}
	for _, s := range v.Showings() {
		out = append(out, caseRow{t: s.T, shown: &s, at: subject{kind: onShowing, id: s.ID, entry: -1, t: s.T}})
	}
	for _, r := range v.Rulings() {
		out = append(out, caseRow{t: r.T, ruling: &r, at: subject{kind: onRuling, id: r.ID, entry: -1, t: r.T}})
	}
	slices.SortStableFunc(out, func(a, b caseRow) int { return int(a.t - b.t) })
	return out
}

func (c *caseRow) text(m *Model, v engine.View) string {
	switch {
	case c.shown != nil:
		return "⇄ " + m.showingText(v, c.shown)
	default:
		return "⚖ " + m.typed(v, c.ruling.Text)
	}
}

// showingText is a disclosure on one line.
func (m *Model) showingText(v engine.View, s *engine.Showing) string {
	what := words.Say(m.lang, "item."+s.What, nil)
	if s.Title != "" {
		what += " " + line(s.Title)
	}
	return m.t("{who}: {what}", "who", m.sideName(s.Side)+" → "+ids(s.To), "what", what+" "+m.typed(v, s.Text))
}
