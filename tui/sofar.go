package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// onSoFar is what happened so far, for who comes late.
const onSoFar = "so-far"

// shownSoFar is how many of the latest things of a kind are told.
const shownSoFar = 8

// showSoFar shows on one screen what the seat knows of what happened so far.
// It is for a seat's screen.
func (m *Model) showSoFar() tea.Cmd {
	if m.seat != nil {
		m.lay(&fullDetail{at: subject{kind: onSoFar, entry: -1}})
	}
	return nil
}

// soFar is made of the seat's view and nothing else: what is open first, then
// what came, what the side did, and what was decided.
func (m *Model) soFar(p *page, v engine.View) {
	h, c := v.Head(), v.Clock()
	p.title = m.t("So far · {time}", "time", clockText(m.now))
	now := m.segmentWords()
	if h.Phase != nil {
		if t := line(h.Segment.Title.In(m.lang)); t != "" {
			now = t + " · " + now
		}
		now = line(h.Phase.Title.In(m.lang)) + " · " + now
	}
	if s := m.countdown(&c); s != "" {
		now += " · " + s
	}
	p.lit(now, m.st.bold)
	p.text(m.t("You are {role}, {agency}, {side}. In the story it is {time}.", "role", m.roleTitle(v.Seat()), "agency", m.agencyName(v.Role().Agency),
		"side", m.sideName(v.Side().ID), "time", m.storyOf(v, c.StoryAt(m.now))))
	m.soFarOpen(p, v)
	m.soFarCame(p, v)
	m.soFarDone(p, v)
	m.soFarDecided(p, v)
	m.soFarPeople(p, v)
}

// soFarOpen is what waits for the seat.
func (m *Model) soFarOpen(p *page, v engine.View) {
	p.heading(m.t("Waits for you"))
	was := len(p.lines)
	for i := range m.seat.questions {
		if r := &m.seat.questions[i]; r.open(v) {
			p.bullet("?", m.t("{what}: “{text}”", "what", r.name(m), "text", r.prompt(m)))
		}
	}
	for _, a := range v.ApprovalsAsked() {
		if a.State == engine.ApprovalWaiting {
			p.bullet("✍", m.t("{who} asks: {what}", "who", m.roleTitle(a.Role), "what", m.actionName(v, a.Side, a.Action)))
		}
	}
	for i := range v.InboxLen() {
		it := v.InboxAt(i)
		if ask := m.piece(v, &it.Ask); ask != "" && it.AskBy > 0 && it.Status != engine.StatusClosed && !it.Recalled {
			p.bullet("→", ask+" ("+m.askedWhen(it.AskBy)+")")
		}
	}
	m.soFarCalls(p, v)
	m.soFarRequests(p, v)
	m.soFarProposals(p, v)
	if m.seat.unread > 0 && !m.looksOn() {
		p.bullet("●", m.t("not opened: {n}; {key} opens the next", "n", text64(int64(m.seat.unread)), "key", "n"))
	}
	if len(p.lines) == was {
		p.note(m.t("nothing"))
	}
}

// latest adds the last few of n things, the newest first, and says how many
// came before.
func (p *page) latest(n int, one func(i int)) {
	from := max(0, n-shownSoFar)
	for i := n - 1; i >= from; i-- {
		one(i)
	}
	if from > 0 {
		p.note(p.m.t("and {n} before", "n", text64(int64(from))))
	}
}

func (m *Model) soFarCame(p *page, v engine.View) {
	p.heading(m.t("What came in, the newest first"))
	if v.InboxLen() == 0 {
		p.note(m.t("nothing"))
	}
	p.latest(v.InboxLen(), func(i int) {
		it := v.InboxAt(i)
		state := words.Say(m.lang, "status."+statusCode(it.Status), nil)
		if it.Recalled {
			state = m.t("recalled")
		}
		p.bullet(shortClock(it.T), m.piece(v, &it.Subject)+" — "+m.piece(v, &it.From)+" · "+state)
		if ask := m.piece(v, &it.Ask); ask != "" && !it.Recalled {
			if it.AskBy > 0 {
				ask += " (" + m.askedWhen(it.AskBy) + ")"
			}
			p.under("→ " + ask)
		}
	})
}

func (m *Model) soFarDone(p *page, v engine.View) {
	p.heading(m.t("What your side did, and what came of it"))
	if v.ActionsLen() == 0 {
		p.note(m.t("nothing"))
	}
	p.latest(v.ActionsLen(), func(i int) {
		a := v.ActionAt(i)
		on := ""
		if a.Target != "" {
			on = " → " + m.targetName(a.Target)
		}
		p.bullet(shortClock(a.At), m.whoDid(v, &a)+on+m.resultSuffix(&a))
	})
}

// soFarDecided are rulings, disclosures and what was told in plenary.
func (m *Model) soFarDecided(p *page, v engine.View) {
	rulings, shown, told := v.Rulings(), v.Showings(), v.Reportings()
	if len(rulings)+len(shown)+len(told) == 0 {
		return
	}
	p.heading(m.t("Decided, disclosed and reported"))
	p.latest(len(rulings), func(i int) { p.bullet("⚖", m.typed(v, rulings[i].Text)) })
	p.latest(len(shown), func(i int) { p.bullet("⇄", m.showingText(v, &shown[i])) })
	p.latest(len(told), func(i int) {
		r := &told[i]
		if q := putAsked(v, r.Question); q != nil {
			p.bullet("»", m.t("{side}: {answer}", "side", m.sideName(r.Side), "answer", m.askedReply(v, q, replyOf(r))))
		}
	})
}

// putAsked is a question that was put, as it was asked; nil if the seat does
// not have it.
func putAsked(v engine.View, question string) *engine.Asked {
	for _, p := range v.Puts() {
		if p.Asked.ID == question {
			return &p.Asked
		}
	}
	return nil
}

// soFarPeople is who of the side sits where.
func (m *Model) soFarPeople(p *page, v engine.View) {
	p.heading(m.t("Your side"))
	seats := v.Seats()
	for i := range seats {
		r := &seats[i]
		if r.Side != v.Side().ID {
			continue
		}
		var names []string
		for _, s := range v.Sitting(r.ID) {
			if s.Bot {
				names = append(names, m.t("bot"))
			} else {
				names = append(names, personLabel(&s))
			}
		}
		who := strings.Join(names, ", ")
		if who == "" {
			who = "–"
		}
		p.bullet("·", m.roleTitle(r.ID)+", "+m.agencyName(r.Agency)+": "+who)
	}
}
