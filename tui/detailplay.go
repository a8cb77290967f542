package tui

import (
	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// actionDetail is an action with what it was found to be and what came of it.
func (m *Model) actionDetail(p *page, v engine.View, a *engine.Action) {
	p.title = m.t("Action · {id}", "id", line(a.ID))
	p.lit(m.whoDid(v, a), m.st.bold)
	if a.Withdrawn {
		p.lit(m.t("withdrawn"), m.st.warn)
	}
	if a.Target != "" {
		p.field(m.t("target"), m.ofSide(m.targetName(a.Target), v.SideOf(a.Target)))
	}
	cites := m.t("none")
	for i, id := range a.Cites {
		if i == 0 {
			cites = m.authorityName(v, a.Side, id)
			continue
		}
		cites += "; " + m.authorityName(v, a.Side, id)
	}
	p.field(m.t("cites"), cites)
	if a.CountedAs != "" {
		p.field(m.t("counted as"), m.actionName(v, a.Side, a.CountedAs))
	}
	if full := m.typedBlock(v, a.Acted.Text); full != "" {
		p.gap()
		p.markdown(full)
	}
	m.reliedOn(p, v, a)
	p.heading(m.t("Finding (as the side stated its authorities)"))
	for i, l := range m.findingText(v, a) {
		if i == 0 {
			p.lit(l, m.findingStyle(a))
			continue
		}
		p.bullet("·", l)
	}
	p.heading(m.t("Outcome"))
	switch {
	case a.Outcome != nil:
		p.text(words.Say(m.lang, "result."+a.Outcome.Result, nil))
		if t := m.typedBlock(v, a.Outcome.Text); t != "" {
			p.markdown(t)
		}
		if a.Lapsed {
			p.lit(m.t("its effect has lapsed"), m.st.warn)
		}
	case a.Proposed != "":
		p.text(m.t("proposed: {result} — for control to decide", "result", words.Say(m.lang, "result."+a.Proposed, nil)))
	case a.DueOutcome > 0:
		p.text(m.t("to be proposed at {time}", "time", clockText(a.DueOutcome)))
	default:
		p.text(m.t("not decided"))
	}
	m.yielded(p, v, a)
	p.gap()
	m.provenance(p, a.Role, a.By, a.How, a.T, a.At)
	if a.Via != "" && a.Via != m.home {
		p.note(m.t("recorded by {who}", "who", m.seatName(a.Via)))
	}
}

func (m *Model) yielded(p *page, v engine.View, a *engine.Action) {
	for _, e := range v.Exhibits() {
		if e.Act != a.ID {
			continue
		}
		p.link(of(onEvidence, e.ID), "⬒", m.exhibitText(&e))
	}
}

// ofSide names a thing with the side that it belongs to.
func (m *Model) ofSide(what, side string) string {
	if side == "" {
		return what
	}
	return m.t("{what} ({more})", "what", what, "more", m.sideName(side))
}

func (m *Model) messageDetail(p *page, v engine.View, msg *engine.Message) {
	p.title = m.t("Message · {id}", "id", line(msg.ID))
	p.field(m.t("from"), m.messageFrom(msg))
	p.field(m.t("to"), m.addressed(msg.To))
	if msg.ReplyTo != "" {
		if to, ok := v.Message(msg.ReplyTo); ok {
			p.field(m.t("reply to"), m.t("{who}: {what}", "who", m.messageFrom(&to), "what", m.typed(v, to.Text)))
		}
	}
	if msg.Asks {
		p.lit(m.t("asks control for information"), m.st.odd)
	}
	p.gap()
	p.markdown(m.typedBlock(v, msg.Text))
	p.gap()
	p.note(clockText(msg.T))
	m.seatThread(p, v, msg)
}

// messageFrom is who speaks: a persona where control speaks as one.
func (m *Model) messageFrom(msg *engine.Message) string {
	if msg.Persona != "" {
		if sc := m.view.Scenario(); sc != nil {
			for i := range sc.Personas {
				if sc.Personas[i].ID == msg.Persona {
					return line(sc.Personas[i].Name.In(m.lang))
				}
			}
		}
		if name := line(scenarios.Text(msg.As).In(m.lang)); name != "" {
			return name // players have no list of personas
		}
		return line(msg.Persona)
	}
	if engine.IsControl(msg.From) {
		return m.t("control")
	}
	return m.roleTitle(msg.From)
}

func (m *Model) approvalDetail(p *page, v engine.View, a *engine.Approval) {
	p.title = m.t("Approval · {id}", "id", line(a.ID))
	p.lit(m.t("{who} asks: {what}", "who", m.roleTitle(a.Role), "what", m.actionName(v, a.Side, a.Action)), m.st.bold)
	if a.Target != "" {
		p.field(m.t("target"), m.ofSide(m.targetName(a.Target), v.SideOf(a.Target)))
	}
	p.field(m.t("under"), m.authorityName(v, a.Side, a.Authority))
	p.field(m.t("asked of"), m.toRoles(a.Approvers))
	p.field(m.t("state"), words.Say(m.lang, "approval."+a.State, nil))
	if a.DecidedBy != "" {
		p.field(m.t("decided by"), m.t("{who} at {time}", "who", m.roleTitle(a.DecidedBy), "time", clockText(a.DecidedAt)))
	}
	if t := m.typedBlock(v, a.ApprovalAsked.Text); t != "" {
		p.gap()
		p.markdown(t)
	}
	if t := m.typedBlock(v, a.Note); t != "" {
		p.gap()
		p.markdown(t)
	}
	p.gap()
	p.note(clockText(a.T))
}
