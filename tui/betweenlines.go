package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// Lines of the pane of what happens between the sides, by what they are of: a
// sign, what it is, how it stands. Sides go by their ids: there is no room for
// names of states.

// callLine: what was found of an opening stands here too, for control.
func (m *Model) callLine(c *engine.Call) (sign string, st style, text, more string) {
	text = c.FromSide + " → " + c.ToSide
	if h := m.view.Hotline(c.Hotline); h != nil {
		text += ": " + line(h.Title.In(m.lang))
	}
	sign, st, more = "☎", m.st.accent, words.Say(m.lang, "call."+c.State, nil)
	if d, ok := m.view.DeadlineOfCall(c); ok && c.State == engine.CallRinging {
		st = m.st.warn
		if d.Status == engine.DeadlineMissed {
			st, more = m.st.bad, m.t("not answered in time")
		} else if left, runs := m.view.Left(&d, m.now); runs {
			more += " " + spanText(max(0, left))
		}
	}
	for _, f := range c.Found {
		for _, cause := range f.Causes {
			more += " · " + words.Say(m.lang, "misuse."+cause, nil)
		}
	}
	return sign, st, text, more
}

func (m *Model) evidenceLine(id string) (sign string, st style, text, more string) {
	e, ok := m.view.Exhibit(id)
	if !ok {
		return "⬒", m.st.dim, id, ""
	}
	text = e.Evidence
	if e.Def != nil {
		text = line(e.Def.Title.In(m.lang))
	}
	st = m.st.accent
	if e.Obtained == engine.VerdictOutside || e.Obtained == engine.ObtainedNothing {
		st = m.st.bad
	}
	more = words.Say(m.lang, "obtained."+e.Obtained, nil)
	if len(e.Certificates) > 0 {
		more += " · " + words.Say(m.lang, "obtained.certified", nil)
	}
	return "⬒", st, m.joinNames(e.Holders) + ": " + text, more
}

// proposalLine says what each side thinks of it, or what came of it.
func (m *Model) proposalLine(id string) (sign string, st style, text, more string) {
	p, ok := m.view.Proposal(id)
	if !ok {
		return "◇", m.st.dim, id, ""
	}
	text = m.proposalName(&p)
	if p.Outcome != "" {
		return "◆", m.st.good, text, words.Say(m.lang, "proposal."+p.Outcome, nil)
	}
	for _, s := range m.view.Sides() {
		said := m.t("not assessed")
		if a := p.Said(s.ID, p.Version); a != nil {
			said = words.Say(m.lang, "support."+a.Verdict, nil)
		}
		if more != "" {
			more += " · "
		}
		more += m.t("{side}: {answer}", "side", s.ID, "answer", said)
	}
	return "◇", m.st.accent, text, more
}

// proposalName is a proposal's title, of the scenario or as a player wrote it.
func (m *Model) proposalName(p *engine.Proposal) string {
	title, _, _ := m.view.Piece(&p.Title, m.lang)
	return line(title)
}

// commitmentLine says how often something was judged to speak for it and
// against it.
func (m *Model) commitmentLine(id string) (sign string, st style, text, more string) {
	text = id
	for _, c := range m.view.Commitments() {
		if c.ID == id {
			text = line(c.Title.In(m.lang))
		}
	}
	st = m.st.accent
	for _, b := range m.view.Bearings() {
		if b.Commitment != id {
			continue
		}
		found := b.Way
		if b.Judged != nil {
			found = b.Judged.Way
		}
		if found == "" {
			continue // it does not bear on it
		}
		way := words.Say(m.lang, "way."+found, nil)
		if b.Judged == nil {
			way = m.t("{what} (proposed)", "what", way)
		}
		if found == "against" && b.Judged != nil {
			st = m.st.bad
		}
		if more != "" {
			more += " · "
		}
		more += way
	}
	return "⚑", st, text, more
}
