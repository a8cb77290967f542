package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// commitmentDetail is what a side has undertaken, with what came up that bears
// on it. For control it also says what would.
func (m *Model) commitmentDetail(p *page, v engine.View, s subject) {
	id := s.id
	if b, _, ok := v.Bearing(s.id); ok {
		id = b.Commitment
	}
	all := v.Commitments()
	i := slices.IndexFunc(all, func(c scenarios.Commitment) bool { return c.ID == id })
	if i < 0 {
		p.note(m.t("Nothing is chosen."))
		return
	}
	c := &all[i]
	p.title = m.t("Commitment · {id}", "id", line(c.ID))
	p.headline(m.read(c.Title))
	by := m.t("every side")
	if c.Side != "" {
		by = m.sideName(c.Side)
	}
	p.field(m.t("binds"), by)
	p.field(m.t("source"), line(c.Source))
	p.gap()
	p.prose(m.read(c.Text))
	p.gap()
	p.field(m.t("for it"), line(v.TellCond(c.For, m.lang)))
	p.field(m.t("against it"), line(v.TellCond(c.Against, m.lang)))
	first := true
	for _, b := range v.Bearings() {
		if b.Commitment != id {
			continue
		}
		if first {
			p.heading(m.t("What came up"))
			first = false
		}
		m.bearingSaid(p, v, &b)
	}
}

// bearingSaid is something that may bear on a commitment, and what it was
// judged to be.
func (m *Model) bearingSaid(p *page, v engine.View, b *engine.Bearing) {
	p.bullet(shortClock(b.T), m.t("{label}: {text}", "label", line(b.ID), "text", m.t("may speak {way} its being kept", "way", words.Say(m.lang, "way."+b.Way, nil))))
	if b.Judged == nil {
		p.lit("    "+m.t("not judged yet"), m.st.warn)
		return
	}
	p.under(m.judgedText(b.Judged.Way) + " · " + m.t("{who} at {time}", "who", m.seatName(b.JudgedBy), "time", clockText(b.JudgedAt)))
	if b.Judged.Text != "" {
		p.raw(m.typedBlock(v, b.Judged.Text))
	}
}

// judgedText is a judgement in words.
func (m *Model) judgedText(way string) string {
	switch way {
	case engine.WayFor:
		return m.t("it speaks for its being kept")
	case engine.WayAgainst:
		return m.t("it speaks against its being kept")
	}
	return m.t("it does not bear on it")
}

// bearing is what may bear on a commitment, under the cursor; of a commitment
// the first that nobody has judged.
func (m *Model) bearing() (engine.Bearing, *scenarios.Commitment, bool) {
	switch at := m.at(); at.kind {
	case onBearing:
		return m.view.Bearing(at.id)
	case onCommitment:
		for _, b := range m.view.Bearings() {
			if b.Commitment == at.id && b.Judged == nil {
				return m.view.Bearing(b.ID)
			}
		}
	}
	return engine.Bearing{}, nil, false
}

// bearingLines say what is to be judged: the commitment, which way something
// may bear on it, and what came up.
func (m *Model) bearingLines(b *engine.Bearing, c *scenarios.Commitment) []string {
	lines := []string{m.bearingName(b, c)}
	if c == nil {
		return lines
	}
	cond := c.For
	if b.Way == engine.WayAgainst {
		cond = c.Against
	}
	return append(lines, "“"+line(c.Text.In(m.lang))+"”", m.t("What came up: {what}", "what", line(m.view.TellCond(cond, m.lang))))
}

// bearingName is what may bear on which commitment.
func (m *Model) bearingName(b *engine.Bearing, c *scenarios.Commitment) string {
	name := line(b.Commitment)
	if c != nil {
		name = line(c.Title.In(m.lang))
	}
	return m.t("{label}: {text}", "label", name, "text", m.t("may speak {way} its being kept", "way", words.Say(m.lang, "way."+b.Way, nil)))
}

// acceptBearing takes it down as it was proposed.
func (m *Model) acceptBearing() tea.Cmd {
	b, c, _ := m.bearing()
	s := m.accepting(engine.Waiting{Kind: "commitment", Class: "commitment", Ref: b.ID})
	return m.ask(m.t("Does it bear on the commitment?"), s.does, func(m *Model) tea.Cmd {
		return m.orderControl(s.op, m.t("Judged: {id}.", "id", line(b.ID)))
	}, append(m.bearingLines(&b, c), m.t("Seen by control alone."))...)
}

// judgeBearing judges it otherwise: with the reason, since it differs from what
// was proposed.
func (m *Model) judgeBearing() tea.Cmd {
	b, c, _ := m.bearing()
	options := []option{{"", m.judgedText("")}, {engine.WayAgainst, m.judgedText(engine.WayAgainst)}, {engine.WayFor, m.judgedText(engine.WayFor)}}
	way := newPick(m.t("Judgement"), options, "")
	way.taken = []string{""}
	reason := newText(m.t("Reason"), m.t("needed, for the record"), "")
	return m.open(&form{
		title: m.t("Judge {id}", "id", line(b.ID)), lead: m.bearingLines(&b, c), fields: []field{way, reason}, at: 1, send: m.t("judge"), done: m.t("Judged: {id}.", "id", line(b.ID)),
		to: func() string { return m.judgedText(way.value()) },
		make: func() (engine.Command, string) {
			if way.value() != b.Way && reason.value() == "" {
				return engine.Command{}, m.t("give the reason: it is not as it was proposed")
			}
			return m.control(engine.JudgeCommitment{Bearing: b.ID, Way: way.value(), Text: reason.value()}), ""
		},
	})
}
