package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// actionDetail is an action with what it was found to be and what came of it.
func (m *Model) actionDetail(p *page, v engine.View, a *engine.Action) {
	p.title = "Action · " + line(a.ID)
	p.lit(m.roleTitle(a.Role)+": "+m.actText(v, a), m.st.bold)
	if a.Withdrawn {
		p.lit("withdrawn", m.st.warn)
	}
	if a.Target != "" {
		p.field("target", m.targetName(a.Target)+m.ofSide(v.SideOf(a.Target)))
	}
	cites := "none"
	for i, id := range a.Cites {
		if i == 0 {
			cites = m.authorityName(v, a.Side, id)
			continue
		}
		cites += "; " + m.authorityName(v, a.Side, id)
	}
	p.field("cites", cites)
	if a.CountedAs != "" {
		p.field("counted as", m.actionName(v, a.Side, a.CountedAs))
	}
	if full := m.typedBlock(v, a.Acted.Text); full != "" {
		p.gap()
		p.markdown(full)
	}
	p.heading("Finding (as the side stated its authorities)")
	for i, l := range m.findingText(v, a) {
		if i == 0 {
			p.lit(l, m.findingStyle(a))
			continue
		}
		p.bullet("·", l)
	}
	p.heading("Outcome")
	switch {
	case a.Outcome != nil:
		p.text(words.Say(m.lang, "result."+a.Outcome.Result, nil))
		if t := m.typedBlock(v, a.Outcome.Text); t != "" {
			p.markdown(t)
		}
		if a.Lapsed {
			p.lit("its effect has lapsed", m.st.warn)
		}
	case a.Proposed != "":
		p.text("proposed: " + words.Say(m.lang, "result."+a.Proposed, nil) + " — for control to decide")
	case a.DueOutcome > 0:
		p.text("to be proposed at " + clockText(a.DueOutcome))
	default:
		p.text("not decided")
	}
	m.yielded(p, v, a)
	p.gap()
	m.provenance(p, a.Role, a.By, a.How, a.T, a.At)
}

func (m *Model) yielded(p *page, v engine.View, a *engine.Action) {
	for _, e := range v.Exhibits() {
		if e.Act != a.ID {
			continue
		}
		p.bullet("⬒", m.exhibitText(&e))
	}
}

// exhibitText is a piece of evidence with how it was obtained.
func (m *Model) exhibitText(e *engine.HeldExhibit) string {
	name := line(e.Evidence)
	if e.Def != nil {
		name = line(e.Def.Title.In(m.lang))
	}
	return line(e.ID) + " " + name + " — " + words.Say(m.lang, "obtained."+e.Obtained, nil)
}

func (m *Model) ofSide(side string) string {
	if side == "" {
		return ""
	}
	return " (" + m.sideName(side) + ")"
}

func (m *Model) messageDetail(p *page, v engine.View, msg *engine.Message) {
	p.title = "Message · " + line(msg.ID)
	p.field("from", m.messageFrom(msg))
	p.field("to", ids(msg.To))
	if msg.ReplyTo != "" {
		if to, ok := v.Message(msg.ReplyTo); ok {
			p.field("reply to", m.messageFrom(&to)+": "+m.typed(v, to.Text))
		}
	}
	if msg.Asks {
		p.lit("asks control for information", m.st.odd)
	}
	p.gap()
	p.markdown(m.typedBlock(v, msg.Text))
	p.gap()
	p.note(clockText(msg.T))
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
		return line(msg.Persona)
	}
	if engine.IsControl(msg.From) {
		return "control"
	}
	return m.roleTitle(msg.From)
}

func (m *Model) approvalDetail(p *page, v engine.View, a *engine.Approval) {
	p.title = "Approval · " + line(a.ID)
	p.lit(m.roleTitle(a.Role)+" asks: "+m.actionName(v, a.Side, a.Action), m.st.bold)
	if a.Target != "" {
		p.field("target", m.targetName(a.Target)+m.ofSide(v.SideOf(a.Target)))
	}
	p.field("under", m.authorityName(v, a.Side, a.Authority))
	p.field("asked of", ids(a.Approvers))
	p.field("state", words.Say(m.lang, "approval."+a.State, nil))
	if a.DecidedBy != "" {
		p.field("decided by", m.roleTitle(a.DecidedBy)+" at "+clockText(a.DecidedAt))
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
