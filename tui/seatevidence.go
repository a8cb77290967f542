package tui

import (
	"slices"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// exhibitTitle is what a piece of evidence is called.
func (m *Model) exhibitTitle(e *engine.HeldExhibit) string {
	if e.Def != nil {
		if t := line(e.Def.Title.In(m.lang)); t != "" {
			return t
		}
	}
	return line(e.Evidence)
}

// exhibitMarks say how it was obtained, and whether it is certified.
func (m *Model) exhibitMarks(e *engine.HeldExhibit) string {
	how := words.Say(m.lang, "obtained."+e.Obtained, nil)
	if len(e.Certificates) == 0 {
		return how
	}
	return m.t("{names}, {name}", "names", how, "name", words.Say(m.lang, "obtained.certified", nil))
}

// exhibitText is a piece of evidence with its marks.
func (m *Model) exhibitText(e *engine.HeldExhibit) string {
	return line(e.ID) + " " + m.exhibitTitle(e) + " — " + m.exhibitMarks(e)
}

// exhibitName is a piece of evidence as far as the seat has it.
func (m *Model) exhibitName(v engine.View, id string) string {
	if e, ok := v.Exhibit(id); ok {
		e.EvidenceGained = &engine.EvidenceGained{ID: id, Evidence: e.Evidence} // by the id that was said
		return m.exhibitText(&e)
	}
	return line(id)
}

// obtainedStyle colours how something was obtained; its words say the same.
func (m *Model) obtainedStyle(how string) style {
	switch how {
	case engine.ObtainedWithin, engine.ObtainedApproved:
		return m.st.good
	case engine.ObtainedOutside:
		return m.st.bad
	case engine.ObtainedUnfound:
		return m.st.dim
	}
	return m.st.warn
}

// exhibitRow is a piece of evidence in the list: below its title its marks, and
// in whose hands it is.
func (m *Model) exhibitRow(e *engine.HeldExhibit, t engine.Millis, look rowLook) []string {
	under := []seg{{m.st.plain, "          "}, {m.obtainedStyle(e.Obtained), m.exhibitMarks(e)}}
	if e.Holder != "" {
		under = append(under, seg{m.st.dim, " · " + m.t("with {who}", "who", m.roleTitle(e.Holder))})
	} else {
		under = append(under, seg{m.st.dim, " · " + m.t("shown by {side}, not handed over", "side", m.sideName(e.From))})
	}
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{m.st.dim, fit(shortClock(t), 8)}, seg{m.st.accent, "⬒ "}, seg{m.st.dim, line(e.ID) + " "}, seg{m.st.bold, m.exhibitTitle(e)}),
		row(look.w, false, m.st.plain, under...),
	}
}

// exhibitDetail is a piece of evidence: how it was obtained, who has it and had
// it, how it is certified, what limits its use, and what relies on it; as far as
// the seat may know.
func (m *Model) exhibitDetail(p *page, v engine.View, e *engine.HeldExhibit) {
	p.title = m.t("Evidence · {id}", "id", line(e.ID))
	def := e.Def
	if def == nil {
		def = &scenarios.Evidence{}
	}
	p.lit(m.exhibitTitle(e), m.st.bold)
	p.lit(words.Say(m.lang, "obtained."+e.Obtained, nil), m.obtainedStyle(e.Obtained))
	if len(e.Certificates) > 0 {
		p.lit(words.Say(m.lang, "obtained.certified", nil), m.st.good)
	} else {
		p.note(m.t("not certified"))
	}
	if !v.Control() && e.Holder != "" {
		p.todo(m.t("{key} certifies it or hands it over.", "key", "s"), m.st.dim)
	}
	if says := m.read(def.Description); says.Text != "" {
		p.gap()
		p.prose(says)
	}
	p.gap()
	p.field(m.t("hash"), line(def.Hash))
	p.field(m.t("marking"), line(v.Marking(def.Marking)))
	if e.Holder != "" {
		p.field(m.t("in hands of"), m.roleAndSide(e.Holder, v.SideOf(e.Holder)))
	}
	m.exhibitHolders(p, v, e)
	m.exhibitLimits(p, v, e, def)
	m.exhibitCertified(p, v, e, def)
	m.exhibitChain(p, v, e)
	m.exhibitRelied(p, v, e)
}

// exhibitHolders says who else has it, and what it is called there.
func (m *Model) exhibitHolders(p *page, v engine.View, e *engine.HeldExhibit) {
	own := e.Side
	if !v.Control() {
		own = v.Side().ID
	}
	for _, h := range e.Held {
		if h.Side == own {
			continue
		}
		text := m.sideName(h.Side)
		if h.Role != "" {
			text = m.roleAndSide(h.Role, h.Side)
		}
		if h.ID != "" && h.ID != e.ID {
			text = m.t("{what}, as {id}", "what", text, "id", line(h.ID))
		}
		p.field(m.t("also with"), text)
	}
}

func (m *Model) exhibitLimits(p *page, v engine.View, e *engine.HeldExhibit, def *scenarios.Evidence) {
	stated := m.read(def.Limits)
	if stated.Text == "" && len(e.Limits) == 0 {
		return
	}
	p.heading(m.t("Limits on its use"))
	if stated.Text != "" {
		p.prose(stated)
	}
	var said []string
	for _, id := range e.Limits {
		if text := m.typed(v, id); !slices.Contains(said, text) { // of two hand-overs perhaps the same
			said = append(said, text)
			p.bullet("·", text)
		}
	}
}

func (m *Model) exhibitCertified(p *page, v engine.View, e *engine.HeldExhibit, def *scenarios.Evidence) {
	form := m.read(def.Certificate)
	if form.Text == "" && len(e.Certificates) == 0 {
		return
	}
	p.heading(m.t("Certification"))
	if form.Text != "" {
		p.under(m.t("What a court would ask for: {form}", "form", p.tagged(form)))
	}
	for _, c := range e.Certificates {
		p.bullet("✓", m.t("{who} at {time}", "who", m.roleAndSide(c.Role, c.Side), "time", clockText(c.T)))
		if c.Text == "" {
			p.under(m.t("in that form"))
		} else {
			p.raw(m.typedBlock(v, c.Text))
		}
	}
}

// exhibitChain is how it came here and went from hand to hand.
func (m *Model) exhibitChain(p *page, v engine.View, e *engine.HeldExhibit) {
	p.heading(m.t("Chain of custody"))
	if e.Act != "" {
		text := m.t("{who}: gained", "who", m.roleAndSide(e.Role, e.Side))
		if a, ok := v.Action(e.Act); ok {
			text = m.t("{who}: gained by “{what}”", "who", m.roleAndSide(e.Role, e.Side), "what", m.actText(v, &a))
		}
		p.link(actionSubject(e.Act), shortClock(e.T), text)
	}
	if len(e.Chain) == 0 && e.From != "" {
		p.bullet(shortClock(e.T), m.t("shown by {side}, not handed over", "side", m.sideName(e.From)))
	}
	for i := range e.Chain {
		h := &e.Chain[i]
		from, to := m.roleTitle(h.From), m.roleTitle(h.To)
		if h.FromSide != h.ToSide {
			from, to = m.roleAndSide(h.From, h.FromSide), m.roleAndSide(h.To, h.ToSide)
		}
		text := from + " → " + to
		if h.Request != "" {
			text = m.t("{what}, for {id}", "what", text, "id", line(h.Request))
		}
		p.link(handedFor(v, h), shortClock(h.T), text)
		if h.FromSide != h.ToSide {
			p.under(m.t("as then found: {how}", "how", words.Say(m.lang, "obtained."+h.Obtained, nil)))
		}
		for _, l := range h.Limits {
			if !slices.Contains(e.Limits, l) { // else it stands above
				p.under(m.labelled(m.t("Limits"), m.typed(v, l)))
			}
		}
		if h.Gap {
			p.lit("    ! "+m.t("a gap: it was not in the hands of who gave it"), m.st.warn)
		}
	}
}

// handedFor is the request that a hand-over answers, nothing for none.
func handedFor(v engine.View, h *engine.Handing) subject {
	if _, ok := v.Request(h.Request); ok && h.Request != "" {
		return of(onRequest, h.Request)
	}
	return subject{entry: -1}
}

// exhibitRelied are the actions that rely on it.
func (m *Model) exhibitRelied(p *page, v engine.View, e *engine.HeldExhibit) {
	var called []string
	for _, h := range e.Held {
		called = append(called, h.ID)
	}
	first := true
	for i := range v.ActionsLen() {
		a := v.ActionAt(i)
		if a.Withdrawn || !slices.ContainsFunc(a.Uses, func(id string) bool { return id == e.ID || slices.Contains(called, id) }) {
			continue
		}
		if first {
			p.heading(m.t("What relies on it"))
			first = false
		}
		p.link(actionSubject(a.ID), "»", shortClock(a.At)+" "+line(a.ID)+" "+m.whoDid(v, &a))
	}
}

// reliedOn adds the evidence that an action relies on, with its marks.
func (m *Model) reliedOn(p *page, v engine.View, a *engine.Action) {
	all := v.Relied(a)
	if len(all) == 0 {
		return
	}
	p.heading(m.t("Evidence it relies on"))
	for i := range all {
		e := &all[i]
		p.link(of(onEvidence, e.ID), "⬒", line(e.ID)+" "+m.exhibitTitle(e))
		p.lit("    "+m.exhibitMarks(e), m.obtainedStyle(e.Obtained))
	}
}

// evidenceTexts are the typed texts of a piece of evidence.
func evidenceTexts(e *engine.HeldExhibit) []string {
	out := slices.Clone(e.Limits)
	for i := range e.Certificates {
		out = append(out, e.Certificates[i].Text)
	}
	return out
}

// urgentItems adds what of evidence and proposals reaches a side from another:
// evidence, another finding on how it was obtained, a proposal or another text
// of it.
func urgentItems(v engine.View, side string, out map[alarm]bool) {
	for _, e := range v.Exhibits() {
		if e.From != "" {
			out[alarm{"evidence", e.ID + " " + e.Obtained}] = true
		}
	}
	for _, p := range v.Proposals() {
		by := p.Side
		if p.Version > 1 {
			by = p.Amendments[len(p.Amendments)-1].Side
		}
		if by != side {
			out[alarm{"proposal", p.ID + " " + text64(int64(p.Version))}] = true
		}
	}
}
