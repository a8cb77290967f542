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
	p.field(m.t("undertaken by"), by)
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
		return m.t("it speaks for the commitment's being kept")
	case engine.WayAgainst:
		return m.t("it speaks against the commitment's being kept")
	}
	return m.t("it does not bear on the commitment")
}

// bearing is what may bear on a commitment, under the cursor.
func (m *Model) bearing() (engine.Bearing, *scenarios.Commitment, bool) {
	if at := m.at(); at.kind == onBearing {
		return m.view.Bearing(at.id)
	}
	return engine.Bearing{}, nil, false
}

// acceptBearing takes it down as it was proposed.
func (m *Model) acceptBearing() tea.Cmd {
	b, c, _ := m.bearing()
	s := m.accepting(engine.Waiting{Kind: "commitment", Class: "commitment", Ref: b.ID})
	lines := []string{s.name}
	if c != nil {
		lines = append(lines, "“"+line(c.Text.In(m.lang))+"”")
	}
	return m.ask(m.t("Take it down so?"), s.does, func(m *Model) tea.Cmd {
		return m.orderControl(s.op, m.t("Judged: {id}.", "id", line(b.ID)))
	}, append(lines, m.t("Seen by control alone."))...)
}

// judgeBearing judges it otherwise: with the reason, since it differs from what
// was proposed.
func (m *Model) judgeBearing() tea.Cmd {
	b, _, _ := m.bearing()
	options := []option{{"", m.judgedText("")}, {engine.WayAgainst, m.judgedText(engine.WayAgainst)}, {engine.WayFor, m.judgedText(engine.WayFor)}}
	way := newPick(m.t("Judgement"), options, "")
	way.taken = []string{""}
	reason := newText(m.t("Reason"), m.t("needed, for the record"), "")
	s := m.accepting(engine.Waiting{Kind: "commitment", Class: "commitment", Ref: b.ID})
	return m.open(&form{
		title: m.t("Judge {id}", "id", line(b.ID)), lead: []string{s.name}, fields: []field{way, reason}, at: 1, send: m.t("judge"), done: m.t("Judged: {id}.", "id", line(b.ID)),
		to: func() string { return m.judgedText(way.value()) },
		make: func() (engine.Command, string) {
			if way.value() != b.Way && reason.value() == "" {
				return engine.Command{}, m.t("give the reason: it is not as it was proposed")
			}
			return m.control(engine.JudgeCommitment{Bearing: b.ID, Way: way.value(), Text: reason.value()}), ""
		},
	})
}
