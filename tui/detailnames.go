package tui

import (
	"slices"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// itsNames adds what a thing itself names, each to be gone to.
func (m *Model) itsNames(p *page, v engine.View, s subject) {
	from := len(p.links)
	at := len(p.lines)
	p.heading(m.t("It names"))
	switch s.kind {
	case onInject:
		if it, ok := v.Item(s.id); ok {
			m.injectNames(p, &it)
		}
	case onAction:
		if a, ok := v.Action(s.id); ok {
			m.actionNames(p, v, &a)
		}
	case onMessage:
		if msg, ok := v.Message(s.id); ok && m.roleOf(msg.From) != nil {
			p.link(roleSubject(msg.From), "→", m.t("from {role}", "role", m.roleTitle(msg.From)))
		}
		m.thread(p, v, s.id)
	case onSegment, onQuestion:
		m.segmentNames(p, v, s.id)
	case onApproval:
		if a, ok := v.Approval(s.id); ok {
			m.approvalNames(p, v, &a)
		}
	}
	if len(p.links) == from {
		p.lines = p.lines[:at]
	}
}

// segmentNames are the phase of a segment and its questions; of a question its
// segment.
func (m *Model) segmentNames(p *page, v engine.View, id string) {
	sc := v.Scenario()
	for i := range sc.Phases {
		for k := range sc.Phases[i].Segments {
			s := &sc.Phases[i].Segments[k]
			for q := range s.Questions {
				switch id {
				case s.ID:
					m.names(p, m.t("question {n}", "n", m.questionNumber(s.Questions[q].ID)), []string{s.Questions[q].ID})
				case s.Questions[q].ID:
					p.link(subject{kind: onSegment, id: s.ID, entry: -1}, "→", m.t("put in: {segment}", "segment", m.segmentTitle(s)))
				}
			}
			if id == s.ID {
				m.names(p, m.t("in the phase"), []string{sc.Phases[i].ID})
			}
		}
	}
}

// segmentTitle is a segment's title, else what kind it is.
func (m *Model) segmentTitle(s *scenarios.Segment) string {
	if t := line(s.Title.In(m.lang)); t != "" {
		return t
	}
	return words.Say(m.lang, "segment."+s.Kind, nil)
}

func (m *Model) injectNames(p *page, it *engine.MSELItem) {
	d := it.Def
	if d.After != "" {
		m.names(p, m.t("comes after"), []string{d.After})
	}
	asked := askedIDs(d.When)
	for i := range d.Alternatives {
		asked = append(asked, askedIDs(d.Alternatives[i].When)...)
	}
	slices.Sort(asked)
	for _, id := range slices.Compact(asked) {
		if at := m.thingOf(id); at.kind != "" {
			m.names(p, m.t("its condition asks for"), []string{id})
		}
	}
	m.names(p, m.t("sets"), d.Sets)
	m.names(p, m.t("clears"), d.Clears)
	if d.Phase != "" {
		m.names(p, m.t("in the phase"), []string{d.Phase})
	}
}

func (m *Model) actionNames(p *page, v engine.View, a *engine.Action) {
	p.link(roleSubject(a.Role), "→", m.t("by {role}", "role", m.roleTitle(a.Role)))
	if a.Name() != "" {
		m.names(p, m.t("in the catalogue"), []string{a.Name()})
	}
	if a.Target != "" {
		m.names(p, m.t("target"), []string{a.Target})
	}
	m.names(p, m.t("cites"), a.Cites)
	if f := a.Finding; f != nil && f.Authority != "" && !slices.Contains(a.Cites, f.Authority) {
		m.names(p, m.t("held against"), []string{f.Authority})
	}
	if f := a.Finding; f != nil && f.Precedent != "" {
		m.names(p, m.t("found before on"), []string{f.Precedent})
	}
	for _, x := range v.ApprovalsAsked() {
		if x.Role == a.Role && x.Action == a.Name() && x.Target == a.Target {
			m.names(p, m.t("approval"), []string{x.ID})
		}
	}
}

func (m *Model) approvalNames(p *page, v engine.View, a *engine.Approval) {
	p.link(roleSubject(a.Role), "→", m.t("asked by {role}", "role", m.roleTitle(a.Role)))
	for _, r := range a.Approvers {
		p.link(roleSubject(r), "→", m.t("asked of {role}", "role", m.sitting(m.roleTitle(r), r)))
	}
	m.names(p, m.t("in the catalogue"), []string{a.Action})
	m.names(p, m.t("under"), []string{a.Authority})
	if a.Target != "" {
		m.names(p, m.t("target"), []string{a.Target})
	}
	for _, i := range m.console.mentions.of[a.Role] {
		if b, ok := v.LogAt(int(i)).Body.(*engine.Acted); ok && b.Action == a.Action && b.Target == a.Target {
			m.names(p, m.t("done"), []string{b.ID})
		}
	}
}

// threadShown bounds how many messages of a thread are shown.
const threadShown = 60

// thread lists the messages that a message belongs with, the first of them
// first.
func (m *Model) thread(p *page, v engine.View, id string) {
	first := id
	for range threadShown {
		msg, ok := v.Message(first)
		if !ok || msg.ReplyTo == "" {
			break
		}
		first = msg.ReplyTo
	}
	all := m.replies(v, first, nil)
	if len(all) < 2 {
		return
	}
	for _, x := range all {
		msg, ok := v.Message(x)
		if !ok {
			continue
		}
		sign := "✉"
		if x == id {
			sign = "▪"
		}
		p.link(subject{kind: onMessage, id: x, entry: -1}, sign, shortClock(msg.T)+" "+m.t("{who}: {what}", "who", m.messageFrom(&msg), "what", m.typed(v, msg.Text)))
	}
}

// replies are a message and all that answers it, in order.
func (m *Model) replies(v engine.View, id string, out []string) []string {
	if len(out) >= threadShown || slices.Contains(out, id) {
		return out
	}
	out = append(out, id)
	for _, i := range m.console.mentions.of[id] {
		if b, ok := v.LogAt(int(i)).Body.(*engine.Messaged); ok && b.ReplyTo == id {
			out = m.replies(v, b.ID, out)
		}
	}
	return out
}
