package tui

import (
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// What the cursor can be on at a seat's screen beside what control's can.
const (
	onDelivery  = "delivery"
	onAuthority = "authority"
	onShowing   = "showing"
	onRuling    = "ruling"
	onBriefing  = "briefing"
)

// seatDetails is what a seat's screen shows of a subject; false if it is none
// of its own.
func (m *Model) seatDetails(p *page, v engine.View, s subject) bool {
	switch s.kind {
	case onDelivery:
		if it, ok := v.Delivery(s.id); ok {
			m.deliveryDetail(p, v, &it)
		}
	case onAuthority:
		m.authorityDetail(p, v, s.id)
	case onShowing:
		for _, x := range v.Showings() {
			if x.ID == s.id {
				p.title = m.t("Disclosed · {id}", "id", line(x.ID))
				p.text(m.showingText(v, &x))
				p.gap()
				p.markdown(m.typedBlock(v, x.Text))
			}
		}
	case onRuling:
		for _, r := range v.Rulings() {
			if r.ID == s.id {
				p.title = m.t("Ruling · {id}", "id", line(r.ID))
				p.markdown(m.typedBlock(v, r.Text))
				p.gap()
				p.field(m.t("because"), m.typed(v, r.Reason))
			}
		}
	case onBriefing:
		m.briefing(p, v)
	case onSuggestion:
		m.suggestionDetail(p, v, s.id)
	case onSoFar:
		m.soFar(p, v)
	default:
		return m.betweenDetails(p, v, s)
	}
	return true
}

// betweenDetails is what there is to know about something that happens between
// the sides; false if it is none of that.
func (m *Model) betweenDetails(p *page, v engine.View, s subject) bool {
	switch s.kind {
	case onRequest:
		m.requestDetail(p, v, s.id)
	case onDraft:
		m.draftDetail(p, v, s.id)
	case onClock:
		m.clockDetail(p, v, s.id)
	case onEvidence:
		if e, ok := v.Exhibit(s.id); ok {
			m.exhibitDetail(p, v, &e)
		}
	case onProposal:
		m.proposalDetail(p, v, s.id)
	case onCommitment, onBearing:
		m.commitmentDetail(p, v, s)
	default:
		return m.callDetails(p, v, s) || m.caseDetails(p, v, s)
	}
	return true
}

func (m *Model) briefing(p *page, v engine.View) {
	if v.Clock().Life == engine.Planned {
		m.waitingRoom(p, v)
		return
	}
	p.title = m.t("Briefing")
	r := v.Role()
	p.lit(line(r.Title.In(m.lang))+", "+m.agencyName(r.Agency)+", "+m.sideName(r.Side), m.st.bold)
	m.briefings(p, v)
}

// briefings are the texts to read before the exercise begins.
func (m *Model) briefings(p *page, v engine.View) {
	heads := []string{m.t("For everyone"), m.t("For your side"), m.t("For your role")}
	for i, t := range v.Briefings() {
		if text := m.read(t); text.Text != "" && i < len(heads) {
			p.heading(heads[i])
			p.prose(text)
		}
	}
}

// deliveryDetail is a message as its addressee reads it: never what is
// expected of them.
func (m *Model) deliveryDetail(p *page, v engine.View, it *engine.InboxItem) {
	p.title = m.t("EXERCISE") + " · " + words.Say(m.lang, "channel."+it.Channel, nil)
	if mark := line(v.Marking(it.Marking)); mark != "" {
		p.title += " · " + mark
	}
	if it.Recalled && !v.Control() {
		p.lit("⤺ "+m.t("This message was recalled."), m.st.warn)
		p.field(m.t("from"), m.piece(v, &it.From))
		p.field(m.t("subject"), m.piece(v, &it.Subject))
		p.field(m.t("came"), clockText(it.T)+" · "+m.storyOf(v, it.Story))
		p.gap()
		p.note(m.t("It counts as if it had never come: nothing is asked of you by it any more. What was done on it stands."))
		return
	}
	if it.Status == engine.Unopened && !v.Control() && !m.looksOn() {
		p.lit("● "+m.t("unread"), m.st.accent)
		p.field(m.t("from"), m.piece(v, &it.From))
		p.field(m.t("subject"), m.piece(v, &it.Subject))
		p.gap()
		p.note(m.t("Enter opens it."))
		return
	}
	if it.Recalled {
		p.lit("⤺ "+m.t("This message was recalled."), m.st.warn)
	}
	p.field(m.t("from"), m.piece(v, &it.From))
	p.field(m.t("to"), m.toRoles(it.Roles))
	p.field(m.t("came"), clockText(it.T)+" · "+m.storyOf(v, it.Story))
	p.gap()
	p.headline(m.pieceIn(v, &it.Subject))
	m.askDetail(p, v, it)
	p.gap()
	p.prose(m.pieceIn(v, &it.Body))
	for _, e := range it.Enclosed {
		p.heading(m.t("Attached: {name}", "name", line(e.Name)))
		p.verbatim(m.read(e.Text))
	}
	for i := range it.Questions {
		m.askedDetail(p, v, &it.Questions[i])
	}
	m.leftOfMessage(p, v, it)
}

func (m *Model) storyOf(v engine.View, ms int64) string {
	if s := v.Side(); s != nil {
		return m.storyText(ms, s.Zone)
	}
	return m.storyTexts(ms, v.Sides())
}

func (m *Model) askDetail(p *page, v engine.View, it *engine.InboxItem) {
	ask := p.tagged(m.pieceIn(v, &it.Ask))
	if ask == "" {
		return
	}
	p.lines = append(p.lines, styled(indent("→ ", m.t("Asked of you: {ask}", "ask", ask), p.w), m.st.accent)...)
	if it.AskBy > 0 {
		p.lit("  "+m.askedWhen(it.AskBy), m.st.warn)
	}
}

// pieceIn is a part of a delivery as the reader gets it, or a word that it is
// gone.
func (m *Model) pieceIn(v engine.View, p *engine.Piece) engine.Reading {
	r := v.PieceIn(p, m.lang)
	if r.Gone {
		return engine.Reading{Text: m.t("[expunged]"), Lang: m.lang}
	}
	return r
}

// askedDetail is a question with its side's answers.
func (m *Model) askedDetail(p *page, v engine.View, q *engine.Asked) {
	p.heading(m.t("Question"))
	p.text(p.tagged(m.read(q.Prompt)))
	for _, o := range q.Options {
		p.bullet("·", line(scenarios.Text(o.Text).In(m.lang)))
	}
	if q.Kind == "scale" {
		p.note(m.t("from {min} to {max}", "min", text64(q.Min), "max", text64(q.Max)))
	}
	for _, r := range v.Replies(q.ID) {
		p.under(m.t("{who}: {what}", "who", m.roleTitle(r.Role), "what", m.askedReply(v, q, &r)))
	}
}

func (m *Model) askedReply(v engine.View, q *engine.Asked, r *engine.Reply) string {
	var parts []string
	for _, id := range r.Options {
		for _, o := range q.Options {
			if o.ID == id {
				parts = append(parts, line(scenarios.Text(o.Text).In(m.lang)))
			}
		}
	}
	if q.Kind == "scale" {
		parts = append(parts, text64(r.Scale))
	}
	if r.Answered.Text != "" {
		parts = append(parts, "“"+m.typed(v, r.Answered.Text)+"”")
	}
	return strings.Join(parts, "; ")
}
