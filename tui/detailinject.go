package tui

import (
	"strconv"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// injectDetail is an inject with all that control has of it.
func (m *Model) injectDetail(p *page, v engine.View, it *engine.MSELItem, s subject) {
	sign, when, style := m.mselState(it)
	p.title = m.t("Inject {n} · {id}", "n", strconv.Itoa(it.Number), "id", line(it.ID))
	state := style.Render(sign + " " + words.Say(m.lang, "state."+it.State.String(), nil))
	switch {
	case m.life() == engine.Over && undelivered(it), it.State == engine.InjectDelivered && m.recalled(it):
		state = style.Render(sign + " " + when)
	case it.State == engine.InjectDelivered:
		state += "  " + when
	}
	if it.Why != "" {
		state = m.t("{what} ({more})", "what", state, "more", words.Say(m.lang, "why."+it.Why, nil))
	}
	if it.HasDue && m.life() != engine.Over && (it.State == engine.InjectPlanned || it.State == engine.InjectHeld) {
		state += "  " + m.st.dim.Render(m.t("due {time}", "time", clockText(it.Due)))
	}
	p.add(state)
	p.field(m.t("channel"), words.Say(m.lang, "channel."+it.Def.Channel, nil))
	p.field(m.t("from"), line(v.ItemText(it, "from", m.lang)))
	p.field(m.t("to"), ids(it.To)+m.st.dim.Render("  "+m.countRoles(it)))
	if it.Def.WhenText != "" {
		p.field(m.t("if"), line(v.TellCond(it.Def.When, m.lang)))
	}
	if it.Def.After != "" {
		p.field(m.t("after"), line(it.Def.After)+" +"+spanText(it.Def.Delay))
	}
	p.gap()
	p.headline(v.ItemIn(it, "subject", m.lang))
	p.prose(v.ItemIn(it, "body", m.lang))
	if ask := v.ItemIn(it, "ask", m.lang); ask.Text != "" {
		p.gap()
		p.bullet(m.st.accent.Render("→"), m.within(p.tagged(ask), it.Def.Content.AskWithin))
	}
	if note := m.read(it.Def.Note); note.Text != "" {
		p.heading(m.t("Note for control"))
		p.prose(note)
	}
	m.expectations(p, v, it, s)
	m.questionsDetail(p, v, it)
	m.alternatives(p, it)
	m.addresseesDetail(p, v, it)
	for _, a := range it.Def.Content.Attachments {
		p.heading(m.t("Attached: {name}", "name", line(a.Name)))
		p.verbatim(m.read(a.Text))
	}
}

func (m *Model) countRoles(it *engine.MSELItem) string {
	if len(it.Roles) == 1 {
		return m.roleTitle(it.Roles[0])
	}
	return m.t("{n} roles", "n", strconv.Itoa(len(it.Roles)))
}

// within adds to what is asked or expected by when.
func (m *Model) within(what string, d engine.Millis) string {
	if d == 0 {
		return what
	}
	return m.t("{what} (within {time})", "what", what, "time", spanText(d))
}

// expectations lists what the planner expects, with what came of it for the
// delivery in question or the last one.
func (m *Model) expectations(p *page, v engine.View, it *engine.MSELItem, s subject) {
	if len(it.Def.Expects) == 0 {
		return
	}
	p.heading(m.t("Expected actions (players never see these)"))
	delivery := s.delivery
	if all := v.DeliveriesOf(it); delivery == "" && len(all) > 0 {
		delivery = all[len(all)-1].ID
	}
	var open []engine.Expectation
	if delivery != "" {
		open = v.Expectations(delivery)
	}
	for i := range it.Def.Expects {
		d := &it.Def.Expects[i]
		text := m.expectText(d)
		sign, met := "○", subject{kind: onCatalogue, id: d.Action, entry: -1}
		for k := range open {
			if open[k].Def == d {
				sign = expectSign(open[k].Status)
				text += " — " + words.Say(m.lang, "expect."+open[k].Status, nil)
				if open[k].Status == engine.ExpectOpen {
					text = m.t("{what}, by {time}", "what", text, "time", clockText(open[k].Deadline))
				}
				if open[k].Act != "" {
					text = m.t("{what} ({more})", "what", text, "more", line(open[k].Act))
					met = actionSubject(open[k].Act)
				}
			}
		}
		p.link(met, sign, text)
		if n := d.Note.In(m.lang); n != "" {
			p.under(line(n))
		}
	}
}

func (m *Model) expectText(d *scenarios.Expect) string {
	s := line(d.Action)
	if d.Target != "" {
		s += " → " + m.targetName(d.Target)
	}
	if len(d.By) > 0 {
		s = m.t("{what} by {who}", "what", s, "who", ids(d.By))
	}
	s = m.within(s, d.Within)
	if d.Objective != "" {
		s += " [" + line(d.Objective) + "]"
	}
	return s
}

func expectSign(status string) string {
	switch status {
	case engine.ExpectMet:
		return "✓"
	case engine.ExpectLate:
		return "≈"
	case engine.ExpectMissed:
		return "✗"
	case engine.ExpectWaived:
		return "–"
	}
	return "○"
}

func (m *Model) questionsDetail(p *page, v engine.View, it *engine.MSELItem) {
	if len(it.Def.Questions) == 0 {
		return
	}
	p.heading(m.t("Questions"))
	for i := range it.Def.Questions {
		q := &it.Def.Questions[i]
		p.bullet("?", p.tagged(m.read(q.Prompt)))
		for _, r := range v.Replies(q.ID) {
			p.under(shortClock(r.T) + " " + m.t("{who}: {what}", "who", line(r.Role), "what", m.replyText(v, q, &r)))
		}
	}
}

// replyText is an answer in words.
func (m *Model) replyText(v engine.View, q *scenarios.Question, r *engine.Reply) string {
	var parts []string
	for _, id := range r.Options {
		for _, o := range q.Options {
			if o.ID == id {
				parts = append(parts, line(o.Text.In(m.lang)))
			}
		}
	}
	if q.Kind == "scale" {
		parts = append(parts, m.t("{n} of {min}–{max}", "n", text64(r.Scale), "min", text64(q.Min), "max", text64(q.Max)))
	}
	if r.Answered.Text != "" {
		parts = append(parts, "“"+m.typed(v, r.Answered.Text)+"”")
	}
	return strings.Join(parts, "; ")
}

func (m *Model) alternatives(p *page, it *engine.MSELItem) {
	if len(it.Def.Alternatives) == 0 {
		return
	}
	p.heading(m.t("Alternatives (the first that holds on delivery is sent)"))
	for i := range it.Def.Alternatives {
		a := &it.Def.Alternatives[i]
		cond := m.view.TellCond(a.When, m.lang)
		if cond == "" {
			cond = m.t("else")
		}
		p.bullet("◇", line(cond))
		text := a.Content.Body.In(m.lang)
		if text == "" {
			text = a.Content.Subject.In(m.lang)
		}
		p.under(line(text))
	}
}

func statusCode(s engine.Status) string {
	return [...]string{"unopened", "opened", "acknowledged", "closed", "hidden"}[min(s, engine.StatusHidden)]
}
