package tui

import (
	"strconv"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// How much of a kind the waiting room names where it stands above the briefing:
// one who looks for all finds it on the tabs.
const (
	fewPeople = 6
	fewCards  = 3
)

// waits reports whether the seat is in the waiting room: nothing has begun.
func (s *seatScreen) waits() bool { return s.view.Clock().Life == engine.Planned }

// drawWaiting draws the waiting room: the briefing, and beside it, where there
// is room, whom one is, who is here, and what one's agency may do.
func (s *seatScreen) drawWaiting(m *Model, w, h int) *drawn {
	if w < wideWidth {
		return s.drawDetail(m, s.subject(), w, h)
	}
	rw := w * 2 / 5
	key := seatKey{tab: tabBriefing, version: s.version, style: m.st.gen, w: rw, h: h}
	right := s.listPart.get(key, func() []string {
		p := &page{m: m, st: m.st, w: rw - 2}
		m.waitingAbout(p, s.view)
		m.waitingPeople(p, s.view, max(fewPeople, (h-len(p.lines))/2))
		m.waitingCards(p, s.view, max(fewCards, h-len(p.lines)-4))
		out := []string{m.st.title.Render(ruleLine(m.t("You and the others"), rw))}
		for _, l := range p.lines {
			out = append(out, " "+l)
		}
		return fitAll(out, rw, h)
	})
	return s.body.join(m.rule(), s.drawDetail(m, s.subject(), w-rw-1, h), right)
}

// waitingRoom is what the briefing's page says before the exercise begins. w is
// the width of the whole screen: where it is small all stands here.
func (m *Model) waitingRoom(p *page, v engine.View) {
	p.title = m.t("Waiting room")
	if m.w < wideWidth {
		m.waitingAbout(p, v)
		m.waitingPeople(p, v, fewPeople)
		m.waitingCards(p, v, fewCards)
		p.gap()
		p.add(p.st.title.Render(ruleLine(m.t("Briefing"), p.w)))
	} else {
		p.note(m.t("Not started yet: control starts it, and this screen goes on by itself."))
	}
	m.briefings(p, v)
}

// waitingAbout says where one is.
func (m *Model) waitingAbout(p *page, v engine.View) {
	if m.w < wideWidth {
		p.note(m.t("Not started yet: control starts it, and this screen goes on by itself."))
	}
	p.gap()
	r := v.Role()
	label := m.t("your seat")
	if m.looksOn() {
		label = m.t("the seat")
	}
	p.field(label, m.st.bold.Render(m.roleTitle(r.ID)))
	p.field("", m.agencyName(r.Agency)+", "+m.sideName(r.Side))
}

// waitingPeople says who of the side is here by name, and of others how many
// seats are taken.
func (m *Model) waitingPeople(p *page, v engine.View, most int) {
	seats, side := v.Seats(), v.Side().ID
	taken, of := map[string]int{}, map[string]int{}
	var own []*scenarios.Role
	for i := range seats {
		r := &seats[i]
		of[r.Side]++
		if len(v.Sitting(r.ID)) > 0 {
			taken[r.Side]++
		}
		switch {
		case r.Side != side:
		case r.ID == v.Seat():
			own = append([]*scenarios.Role{r}, own...)
		default:
			own = append(own, r)
		}
	}
	p.heading(m.t("Who is here: {taken} of {n} seats of your side", "taken", strconv.Itoa(taken[side]), "n", strconv.Itoa(of[side])))
	for i, r := range own {
		if i == most-1 && len(own) > most {
			p.note(m.t("… and {n} more", "n", strconv.Itoa(len(own)-i)))
			break
		}
		m.waitingSeat(p, v, r)
	}
	for _, s := range v.Sides() {
		if s.ID != side {
			p.note(m.t("{side}: {taken} of {n} seats taken", "side", m.sideName(s.ID), "taken", strconv.Itoa(taken[s.ID]), "n", strconv.Itoa(of[s.ID])))
		}
	}
}

// waitingSeat is a seat of the side and who sits there.
func (m *Model) waitingSeat(p *page, v engine.View, r *scenarios.Role) {
	var names []string
	ready := v.Practised(r.ID)
	for _, s := range v.Sitting(r.ID) {
		switch {
		case s.Bot:
			names = append(names, m.t("bot"))
		case s.Person == m.me() && r.ID == v.Seat() && m.alone():
			names = append(names, m.t("{name} (you)", "name", personLabel(&s)))
		default:
			names = append(names, personLabel(&s))
		}
	}
	sign, style, who := "●", m.st.good, strings.Join(names, ", ")
	if names == nil {
		sign, style, who = "○", m.st.dim, m.t("not here yet")
	}
	if ready {
		who += " · " + m.t("has practised")
	}
	first := style.Render(sign+" ") + m.roleTitle(r.ID)
	if room := p.w - width(first) - 2; room >= width(who) {
		p.add(first + style.Render("  "+who))
		return
	}
	p.add(fit(first, p.w))
	p.lines = append(p.lines, styled(indent("  ", who, p.w), style)...)
}

// waitingCards names what the seat's agency may do, and on what basis.
func (m *Model) waitingCards(p *page, v engine.View, most int) {
	var own []card
	all := cardsOf(v)
	for _, c := range all {
		if c.own {
			own = append(own, c)
		}
	}
	p.heading(m.t("What your agency may do: {n} authorities", "n", strconv.Itoa(len(own))))
	for i := range own {
		if i == most-1 && len(own) > most {
			break
		}
		p.add(fit(m.st.accent.Render("◆ ")+own[i].title(m), p.w))
	}
	if n := len(all) - len(own); n > 0 {
		p.lit(m.t("{key}: the cards in full, and {n} of your side's other agencies", "key", tabAuthorities.key(), "n", strconv.Itoa(n)), m.st.key)
		return
	}
	p.lit(m.t("{key}: the cards in full", "key", tabAuthorities.key()), m.st.key)
}

// goIn leads from the waiting room to the inbox as the exercise begins, unless
// it begins with the briefing.
func (m *Model) goIn(waited bool) {
	s := m.seat
	if !waited || s.waits() || s.tab != tabBriefing || !m.handedOver() {
		return
	}
	if seg := s.view.Head().Segment; seg != nil && seg.Kind != scenarios.SegmentBrief {
		s.tab, s.scroll = tabInbox, 0
	}
}
