package tui

import (
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// proposalSheet is the tab of proposals on the table, in the order in which
// they were tabled.
type proposalSheet struct {
	rows []engine.Proposal
	side string
}

func (*proposalSheet) shown(v engine.View) bool { return v.HasProposals() }

func (s *proposalSheet) refresh(v engine.View) int {
	s.rows, s.side = v.Proposals(), v.Side().ID
	return len(s.rows)
}

func (s *proposalSheet) subject(i int) subject { return of(onProposal, s.rows[i].ID) }

func (*proposalSheet) countsDown() bool { return false }

func (*proposalSheet) empty(m *Model) string {
	return m.t("No proposal is on the table yet. {key} tables one.", "key", "N")
}

// waits counts the proposals that the side has not assessed as they stand.
func (s *proposalSheet) waits() int {
	n := 0
	for i := range s.rows {
		if s.rows[i].Said(s.side, s.rows[i].Version) == nil {
			n++
		}
	}
	return n
}

func (s *proposalSheet) row(m *Model, i int, look rowLook) []string {
	p := &s.rows[i]
	sign, mark, name := "◇ ", m.st.accent, m.st.plain
	if p.Outcome != "" {
		sign, mark = "◆ ", m.outcomeStyle(p.Outcome)
	}
	waits := p.Said(s.side, p.Version) == nil
	if waits {
		name = m.st.bold
	}
	id := line(p.ID) + " "
	if p.Version > 1 {
		id += m.t("v{n}", "n", text64(int64(p.Version))) + " "
	}
	first := []seg{{mark, sign}, {m.st.dim, id}, {name, m.proposalName(p)}}
	under := []seg{{m.st.plain, "    "}}
	switch {
	case p.Outcome != "":
		under = append(under, seg{mark, words.Say(m.lang, "proposal."+p.Outcome, nil)}, seg{m.st.plain, " · "})
	case waits:
		under = append(under, seg{m.st.warn, m.t("yours to assess")}, seg{m.st.plain, " · "})
	}
	but := ""
	if waits {
		but = s.side // that is said
	}
	under = append(under, seg{m.st.dim, m.whoSaid(m.seat.view, p, but)})
	return []string{m.listRow(look.w, look.chosen, look.focus, first...), row(look.w, false, m.st.plain, under...)}
}

func (m *Model) outcomeStyle(outcome string) style {
	switch outcome {
	case engine.OutcomeAdopted, engine.OutcomeChanges:
		return m.st.good
	case engine.OutcomeDeclined:
		return m.st.bad
	}
	return m.st.odd
}

// whoSaid is what each side but one says of a proposal as it stands, in a line.
func (m *Model) whoSaid(v engine.View, p *engine.Proposal, but string) string {
	out := ""
	for _, s := range v.Sides() {
		if s.ID == but {
			continue
		}
		if out != "" {
			out += " · "
		}
		out += m.t("{side}: {answer}", "side", m.sideName(s.ID), "answer", m.saidOf(p.Said(s.ID, p.Version)))
	}
	return out
}

// saidOf is what a side says of a proposal, or that it has not.
func (m *Model) saidOf(a *engine.Assessment) string {
	if a == nil {
		return m.t("not assessed")
	}
	return words.Say(m.lang, "support."+a.Verdict, nil)
}

// proposalDetail is a proposal with its text as it stands, what each side says
// of it, and what stood there before.
func (m *Model) proposalDetail(p *page, v engine.View, id string) {
	d, ok := v.Proposal(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Proposal · {id}", "id", line(d.ID))
	p.headline(m.pieceIn(v, &d.Title))
	switch {
	case d.Outcome != "":
		p.lit(words.Say(m.lang, "proposal."+d.Outcome, nil)+" · "+clockText(d.Settled), m.outcomeStyle(d.Outcome))
	case !v.Control() && d.Said(v.Side().ID, d.Version) == nil:
		p.todo(m.t("Your side has not assessed it: {key} assesses it, or amends it.", "key", "s"), m.st.warn)
	default:
		p.note(m.t("open until every side has assessed it as it stands"))
	}
	p.gap()
	by := ""
	if d.Role != "" {
		by = m.roleAndSide(d.Role, d.Side) + " · "
	} else if d.Side != "" {
		by = m.sideName(d.Side) + " · "
	}
	p.field(m.t("tabled"), by+clockText(d.T))
	if d.Version > 1 {
		a := &d.Amendments[len(d.Amendments)-1]
		p.field(m.t("version"), m.t("{n}, by {who}", "n", text64(int64(d.Version)), "who", m.roleAndSide(a.Role, a.Side)+" · "+clockText(a.T)))
	}
	p.gap()
	text := d.Piece(d.Version)
	p.prose(m.pieceIn(v, &text))
	p.heading(m.t("What the sides say"))
	for _, s := range v.Sides() {
		m.assessed(p, v, s.ID, d.Said(s.ID, d.Version))
	}
	m.earlier(p, v, &d)
}

// assessed is what a side says of a version, with who said it and why.
func (m *Model) assessed(p *page, v engine.View, side string, a *engine.Assessment) {
	p.bullet("·", m.t("{side}: {answer}", "side", m.sideName(side), "answer", m.saidOf(a)))
	if a == nil {
		return
	}
	p.under(m.roleTitle(a.Role) + " · " + clockText(a.T))
	if a.Text != "" {
		p.raw(m.typedBlock(v, a.Text))
	}
}

// earlier are the versions before the present one, the latest first, with what
// was said of each.
func (m *Model) earlier(p *page, v engine.View, d *engine.Proposal) {
	for n := d.Version - 1; n >= 1; n-- {
		p.heading(m.t("Version {n}", "n", text64(int64(n))))
		text := d.Piece(n)
		p.prose(m.pieceIn(v, &text))
		for _, s := range v.Sides() {
			if a := d.Said(s.ID, n); a != nil {
				m.assessed(p, v, s.ID, a)
			}
		}
	}
}

// proposalSteps are the steps that can be taken with a proposal.
func (m *Model) proposalSteps(at subject) []entry {
	if at.kind != onProposal {
		return nil
	}
	p, ok := m.seat.view.Proposal(at.id)
	if !ok {
		return nil
	}
	return []entry{
		{"assess", m.t("assess it: say what your side thinks"), func(m *Model) tea.Cmd { return m.assessForm(&p) }},
		{"amend", m.t("amend it: write another text"), func(m *Model) tea.Cmd { return m.amendForm(&p) }},
	}
}

// newProposals tables one.
func (m *Model) newProposals() []entry {
	if !m.seat.view.HasProposals() {
		return nil
	}
	return []entry{{"proposal", m.t("Proposal to every side"), (*Model).tableForm}}
}

// assessForm says what the seat's side thinks of a proposal as it stands.
func (m *Model) assessForm(p *engine.Proposal) tea.Cmd {
	v, who := m.seat.view, m.newSayer()
	verdict := newPick(m.t("Your side"), []option{
		{engine.SupportFull, m.t("supports it as it stands")},
		{engine.SupportChanges, m.t("supports it with changes")},
		{engine.SupportDefer, m.t("defers it")},
		{engine.SupportDecline, m.t("declines it")},
	}, "")
	text := newArea(m.t("Reasons"), "", 4)
	fields, first := who.around(verdict, text)
	now := p.Piece(p.Version)
	f := &form{
		title: m.t("Assess {id}: {what}", "id", line(p.ID), "what", m.proposalName(p)), about: p.ID, fields: fields, at: first, done: m.t("Assessed: {id}.", "id", line(p.ID)),
		lead: []string{"“" + line(m.pieceIn(v, &now).Text) + "”"},
	}
	f.to = func() string {
		to := m.t("to every side, for {side}", "side", m.sideName(v.Side().ID))
		if p.Said(v.Side().ID, p.Version) != nil {
			to += " · " + m.t("replaces what it said before")
		}
		return to
	}
	f.make = func() (engine.Command, string) {
		if verdict.value() != engine.SupportFull && text.value() == "" {
			return engine.Command{}, m.t("give your side's reasons: only plain support needs none")
		}
		return who.command(m, engine.AssessProposal{Proposal: p.ID, Version: p.Version, Verdict: verdict.value(), Text: text.value(), Lang: m.lang})
	}
	return m.open(f)
}

// amendForm gives a proposal another text, which begins as the present one.
func (m *Model) amendForm(p *engine.Proposal) tea.Cmd {
	v, who := m.seat.view, m.newSayer()
	now := p.Piece(p.Version)
	text := newArea(m.t("Text"), block(m.pieceIn(v, &now).Text), 8)
	fields, first := who.around(text)
	f := &form{
		title: m.t("Amend {id}: {what}", "id", line(p.ID), "what", m.proposalName(p)), about: p.ID, fields: fields, at: first, send: m.t("amend it"), done: m.t("Amended: {id}.", "id", line(p.ID)), over: true,
		to: func() string { return m.t("to every side; each assesses it anew") },
	}
	f.make = func() (engine.Command, string) {
		if !text.dirty() {
			return engine.Command{}, m.t("nothing is changed yet")
		}
		return who.command(m, engine.AmendProposal{Proposal: p.ID, Version: p.Version, Text: text.value(), Lang: m.lang})
	}
	return m.open(f)
}

// tableForm puts a proposal before every side.
func (m *Model) tableForm() tea.Cmd {
	who := m.newSayer()
	title := newText(m.t("Title"), m.t("what it is called"), "")
	text := newArea(m.t("Text"), "", 7)
	fields, first := who.around(title, text)
	f := &form{
		title: m.t("Table a proposal"), fields: fields, at: first, send: m.t("table it"), done: m.t("Tabled."), over: true,
		to: func() string { return m.t("to every side; each assesses it") },
	}
	f.make = func() (engine.Command, string) {
		if title.value() == "" || text.value() == "" {
			return engine.Command{}, m.t("a proposal needs a title and a text")
		}
		return who.command(m, engine.TableProposal{Title: title.value(), Text: text.value(), Lang: m.lang})
	}
	return m.open(f)
}

// soFarProposals adds those that the seat's side has yet to assess.
func (m *Model) soFarProposals(p *page, v engine.View) {
	for _, d := range v.Proposals() {
		if d.Said(v.Side().ID, d.Version) == nil {
			p.bullet("◇", m.t("{label}: {text}", "label", m.t("yours to assess"), "text", line(d.ID)+" "+m.proposalName(&d)))
		}
	}
}

// proposalTexts are the typed texts of a proposal.
func proposalTexts(p *engine.Proposal) []string {
	var out []string
	for n := p.Version; n >= 1; n-- {
		text := p.Piece(n)
		out = slices.AppendSeq(out, maps.Values(text.Typed))
	}
	out = slices.AppendSeq(out, maps.Values(p.Title.Typed))
	for i := range p.Assessments {
		out = append(out, p.Assessments[i].Text)
	}
	return out
}
