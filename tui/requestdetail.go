package tui

import (
	"slices"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// requestDetail is a request with all that came of it, as far as the seat may
// have it.
func (m *Model) requestDetail(p *page, v engine.View, id string) {
	r, ok := v.Request(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	k := v.RequestKind(r.Request)
	p.title = m.t("Request · {id}", "id", line(r.ID))
	p.headline(m.read(k.Title))
	m.requestStands(p, v, &r)
	p.gap()
	p.field(m.t("from"), m.roleAndSide(r.From, r.FromSide))
	p.field(m.t("to"), m.roleAndSide(r.To, r.ToSide))
	p.field(m.t("sent"), clockText(r.T)+" · "+m.storyOf(v, r.Story))
	if t := k.TimesOf(r.Urgency); t != nil {
		p.field(m.t("urgency"), m.urgencyText(k, t))
	}
	if len(r.Basis) > 0 {
		p.field(m.t("relies on"), line(strings.Join(r.Basis, "; ")))
	} else {
		p.field(m.t("relies on"), m.t("no authority cited"))
	}
	p.field(m.t("basis"), line(k.Basis))
	if r.Case != "" {
		p.field(m.t("case"), m.caseName(v, r.Case))
	}
	for _, off := range r.OffChannel {
		p.lit(m.t("Off channel: {what}.", "what", words.Say(m.lang, "off-channel."+off, nil)), m.st.warn)
	}
	m.requestContents(p, v, &r, k)
	m.requestFound(p, &r, k)
	m.requestSaid(p, v, &r, k)
	m.requestClocks(p, v, &r)
	m.requestEvidence(p, v, &r)
}

// roleAndSide names a role with the side that it belongs to.
func (m *Model) roleAndSide(role, side string) string {
	return m.t("{role}, {side}", "role", m.roleTitle(role), "side", m.sideName(side))
}

// requestStands says where a request stands, whose turn it is and what is due.
func (m *Model) requestStands(p *page, v engine.View, r *engine.Request) {
	state := words.Say(m.lang, "request."+r.State, nil)
	side := ""
	if !v.Control() {
		side = v.Side().ID
	}
	t := turnOf(r)
	switch of := t.of(r); {
	case of == "":
	case side != "":
		state += " · " + m.turnText(t, of == side)
	default:
		state += " · " + m.t("the next step is with {side}", "side", m.sideName(of))
	}
	p.lit(state, m.stateStyle(r))
	if d := nextDeadline(v.DeadlinesOf(r.ID)); d != nil {
		left, style := m.deadlineLeft(v, d)
		p.lit(m.t("{what}: {when}", "what", m.timeWord(d.Step), "when", left), style)
	}
	if side != "" && t != turnNone && t.of(r) == side {
		p.todo(m.t("{key} takes a step.", "key", "s"), m.st.warn)
	}
}

// requestContents shows each field as it is now; what was supplemented says
// when, and what stood there before.
func (m *Model) requestContents(p *page, v engine.View, r *engine.Request, k *scenarios.RequestKind) {
	p.heading(m.t("What it contains"))
	now := r.Contents()
	var lacks []string
	for i := range k.Fields {
		f := &k.Fields[i]
		id, there := now[f.ID]
		if !there {
			if !k.FreeText && (f.Weight != scenarios.WeightDesirable || f.Technical) {
				lacks = append(lacks, m.fieldTitle(f)+" ("+m.weightText(f)+")")
			}
			continue
		}
		p.text(m.st.bold.Render(m.fieldTitle(f)) + m.st.dim.Render(" · "+m.weightText(f)))
		if s, ok := supplemented(r, f.ID); ok {
			p.under(m.t("supplemented at {time}", "time", clockText(s.T)))
		}
		p.raw(m.typedBlock(v, id))
		if old := r.Fields[f.ID]; old != "" && old != id {
			p.under(m.t("as sent: {text}", "text", m.typed(v, old)))
		}
	}
	if r.Text != "" {
		if !k.FreeText {
			p.text(m.st.bold.Render(m.t("Said besides")))
		}
		p.raw(m.typedBlock(v, r.Text))
	}
	if len(lacks) > 0 {
		p.text(m.st.bold.Render(m.t("Not there")))
		for _, l := range lacks {
			p.under(l)
		}
	}
}

// supplemented is the last step that gave a field.
func supplemented(r *engine.Request, field string) (engine.RequestStep, bool) {
	for _, s := range slices.Backward(r.Steps) {
		if s.Fields[field] != "" {
			return s, true
		}
	}
	return engine.RequestStep{}, false
}

// raw adds a typed text line by line as it stands: addresses and hashes are no
// prose.
func (p *page) raw(s string) {
	if s == "" {
		return
	}
	for l := range strings.SplitSeq(strings.Trim(block(s), "\n"), "\n") {
		p.lines = append(p.lines, indent("    ", l, p.w)...)
	}
}

// requestFound is what its receiver ticked in it.
func (m *Model) requestFound(p *page, r *engine.Request, k *scenarios.RequestKind) {
	if len(r.Ticks) == 0 {
		return
	}
	t := &r.Ticks[len(r.Ticks)-1]
	p.heading(m.t("What was found in it"))
	p.note(m.t("{who} at {time}", "who", m.seatName(t.Seat), "time", clockText(t.T)))
	for i := range k.Fields {
		switch f := &k.Fields[i]; {
		case slices.Contains(t.Fields, f.ID):
			p.bullet("✓", m.fieldTitle(f))
		case f.Weight == scenarios.WeightMandatory && k.FreeText:
			p.bullet("–", m.t("{what}: not found", "what", m.fieldTitle(f)))
		}
	}
	for _, f := range t.Faults {
		p.lit("! "+words.Say(m.lang, "fault."+f, nil), m.st.warn)
	}
}

// requestSaid is what was done with it, step by step; for the receiver's side
// also to whom it was passed on.
func (m *Model) requestSaid(p *page, v engine.View, r *engine.Request, k *scenarios.RequestKind) {
	p.heading(m.t("Steps"))
	if len(r.Steps)+len(r.Forwards) == 0 {
		p.note(m.t("none yet"))
	}
	forwards := r.Forwards
	for i := range r.Steps {
		s := &r.Steps[i]
		for len(forwards) > 0 && forwards[0].T <= s.T {
			m.forwardSaid(p, v, &forwards[0])
			forwards = forwards[1:]
		}
		m.stepSaid(p, v, s, k)
	}
	for i := range forwards {
		m.forwardSaid(p, v, &forwards[i])
	}
}

func (m *Model) forwardSaid(p *page, v engine.View, f *engine.Forward) {
	p.bullet(shortClock(f.T), m.t("{who} passes it on to {to}", "who", m.roleTitle(f.From), "to", m.roleTitle(f.To)))
	p.raw(m.typedBlock(v, f.Text))
}

// stepSaid is a step: who, what, on what basis, with what.
func (m *Model) stepSaid(p *page, v engine.View, s *engine.RequestStep, k *scenarios.RequestKind) {
	p.bullet(shortClock(s.T), m.t("{who}: {what}", "who", m.roleAndSide(s.Role, s.Side), "what", m.stepName(s.Step)))
	under := func(label, text string) {
		if text != "" {
			p.under(m.labelled(label, text))
		}
	}
	if len(s.Basis) > 0 {
		under(m.t("relies on"), line(strings.Join(s.Basis, "; ")))
	}
	if g := k.Ground(s.Ground); g != nil {
		under(m.t("ground"), m.groundText(g))
	}
	under(m.t("asked for"), m.fieldTitles(k, s.Asked))
	under(m.t("supplemented"), m.fieldTitles(k, sortedFields(k, s.Fields)))
	under(m.t("speaks to"), m.fieldTitles(k, s.Items))
	if s.Review != 0 {
		under(m.t("taken up again"), m.storyOf(v, s.Review))
	}
	if s.Step == scenarios.StepUpdate && s.Result {
		under(m.t("tells"), m.t("a result"))
	}
	for _, id := range s.Evidence {
		under(m.t("with it"), m.exhibitName(v, id))
	}
	p.raw(m.typedBlock(v, s.Text))
}

// sortedFields are the fields of a kind that a map has, in the kind's order.
func sortedFields(k *scenarios.RequestKind, fields map[string]string) []string {
	var out []string
	for i := range k.Fields {
		if _, ok := fields[k.Fields[i].ID]; ok {
			out = append(out, k.Fields[i].ID)
		}
	}
	return out
}

// requestClocks are its response times, with their pauses.
func (m *Model) requestClocks(p *page, v engine.View, r *engine.Request) {
	all := v.DeadlinesOf(r.ID)
	if len(all) == 0 {
		return
	}
	p.heading(m.t("Clocks"))
	for i := range all {
		d := &all[i]
		p.bullet("◷", m.t("{what}: {when}", "what", m.timeWord(d.Step), "when", m.deadlineStands(v, d)))
		m.pausesSaid(p, v, d)
	}
}

// requestEvidence is what came with the answers.
func (m *Model) requestEvidence(p *page, v engine.View, r *engine.Request) {
	var all []string
	for i := range r.Steps {
		for _, id := range r.Steps[i].Evidence {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	p.heading(m.t("Evidence that came with it"))
	for _, id := range all {
		p.bullet("⬒", m.exhibitName(v, id))
	}
}

// draftDetail is a draft of the side as it stands.
func (m *Model) draftDetail(p *page, v engine.View, id string) {
	d, ok := draftOf(v, id)
	if !ok {
		p.note(m.t("It was sent, or is no longer there."))
		return
	}
	k := v.RequestKind(d.Request)
	p.title = m.t("Draft · {id}", "id", line(d.ID))
	p.headline(m.read(k.Title))
	p.lit(m.t("draft of your side, not sent"), m.st.odd)
	p.todo(m.t("{key} goes on with it, or sends it.", "key", "s"), m.st.warn)
	p.gap()
	p.field(m.t("written by"), m.roleTitle(d.Role)+" · "+clockText(d.T))
	p.field(m.t("to"), m.roleAndSide(d.To, v.SideOf(d.To)))
	if t := k.TimesOf(d.Urgency); t != nil {
		p.field(m.t("urgency"), m.urgencyText(k, t))
	}
	p.heading(m.t("What it contains"))
	for i := range k.Fields {
		f := &k.Fields[i]
		if k.FreeText {
			break
		}
		text := v.DraftText(d.Fields, f.ID)
		sign, style := m.fieldSign(f, text != "", text != "" && !scenarios.CheckValue(f.Check, text))
		p.text(style.Render(sign) + m.st.bold.Render(m.fieldTitle(f)) + m.st.dim.Render(" · "+m.weightText(f)))
		p.raw(m.typedBlock(v, d.Fields[f.ID]))
	}
	p.raw(m.typedBlock(v, d.Text))
}

func draftOf(v engine.View, id string) (engine.Draft, bool) {
	for _, d := range v.Drafts() {
		if d.ID == id {
			return d, true
		}
	}
	return engine.Draft{}, false
}
