package tui

import (
	"parley/engine"
	"parley/scenarios"
)

// requestWays is the map of a kind of request: what both sides agreed on it, and
// each side's ways at either end.
func (m *Model) requestWays(p *page, v engine.View, k *scenarios.RequestKind) {
	p.lit(m.t("Request: {title} ({id})", "title", line(k.Title.In(m.lang)), "id", line(k.ID)), m.st.bold)
	p.field(m.t("basis"), line(k.Basis))
	for i := range k.Times {
		p.field(m.urgencyName(&k.Times[i]), m.responseTimes(k, &k.Times[i]))
	}
	p.field(m.t("refused on"), m.grounds(k, false))
	p.field(m.t("postponed on"), m.grounds(k, true))
	p.gap()
	all := v.RequestWays(k)
	cols := make([]column, len(all))
	for i := range all {
		cols[i] = m.requestColumn(p, v, &all[i], len(all))
	}
	p.beside(cols)
}

// requestColumn is one side's part: who sends it and by what, then who receives
// it.
func (m *Model) requestColumn(p *page, v engine.View, w *scenarios.RequestWays, n int) column {
	var out column
	c := p.column(n)
	c.sideHead(w.Side)
	c.field(m.t("sends"), m.officers(w.Senders))
	c.field(m.t("receives"), m.officers(w.Receivers))
	out = append(out, c.lines)
	for _, end := range [...]struct {
		roles []string
		steps []scenarios.StepWays
	}{{w.Senders, w.Sends}, {w.Receivers, w.Handles}} {
		for i := range end.steps {
			s := &end.steps[i]
			c := p.column(n)
			if len(end.roles) > 0 || len(s.Ways) > 0 {
				c.gap()
				c.lit(m.stepNames(s.Steps), m.st.accent)
				c.note(m.t("as {action}", "action", m.stepAction(s)))
				m.sideWays(c, v, &s.SideWays, m.stepAction(s))
			}
			out = append(out, c.lines)
		}
	}
	return out
}

func (m *Model) stepAction(s *scenarios.StepWays) string {
	return m.waysTitle([]scenarios.SideWays{s.SideWays})
}

func (m *Model) officers(roles []string) string {
	if len(roles) == 0 {
		return m.t("nobody of this side")
	}
	return m.roleTitles(roles)
}

func (m *Model) urgencyName(t *scenarios.ResponseTimes) string {
	if title := line(t.Title.In(m.lang)); title != "" && width(title) < 12 {
		return title
	}
	return line(t.Urgency)
}

// responseTimes are the stated ones in order.
func (m *Model) responseTimes(k *scenarios.RequestKind, t *scenarios.ResponseTimes) string {
	names := map[string]string{
		scenarios.TimeAcknowledge: m.t("acknowledged"), scenarios.TimeVerdict: m.t("complete or not"), scenarios.TimeProtect: m.t("secured"),
		scenarios.TimeAnswer: m.t("first answer"), scenarios.TimeUpdate: m.t("then an update every"),
	}
	var out []string
	for _, step := range scenarios.TimeSteps() {
		if d := t.Steps[step]; d > 0 {
			out = append(out, names[step]+" "+m.lengthText(d))
		}
	}
	if out == nil {
		return m.t("no response times")
	}
	clock := m.t("story time")
	if k.ExerciseTime {
		clock = m.t("exercise time")
	}
	return m.t("{what} ({more})", "what", m.joinNames(out), "more", clock)
}

func (m *Model) grounds(k *scenarios.RequestKind, postpone bool) string {
	var out []string
	for i := range k.Grounds {
		g := &k.Grounds[i]
		if g.Postpone != postpone {
			continue
		}
		s := line(g.Title.In(m.lang))
		if g.Basis != "" {
			s = m.t("{what} ({more})", "what", s, "more", line(g.Basis))
		}
		out = append(out, s)
	}
	return m.joinNames(out)
}

// stepNames says steps of a request, as what somebody does.
func (m *Model) stepNames(steps []string) string {
	said := map[string]string{
		scenarios.StepSend: m.t("send"), scenarios.StepSupplement: m.t("supplement"), scenarios.StepReply: m.t("reply to a consultation"),
		scenarios.StepWithdraw: m.t("withdraw"), scenarios.StepClose: m.t("close"),
		scenarios.StepAcknowledge: m.t("acknowledge"), scenarios.StepAskSupplement: m.t("ask for a supplement"),
		scenarios.StepConsult: m.t("consult before refusing"), scenarios.StepAccept: m.t("accept"), scenarios.StepAcceptPart: m.t("accept in part"),
		scenarios.StepRefuse: m.t("refuse"), scenarios.StepPostpone: m.t("postpone"), scenarios.StepProtect: m.t("secure what could be lost"),
		scenarios.StepExecute: m.t("carry out"), scenarios.StepExecutePart: m.t("carry out in part"), scenarios.StepUpdate: m.t("report how it stands"),
		scenarios.StepForward: m.t("pass on"),
	}
	names := make([]string, len(steps))
	for i, s := range steps {
		names[i] = said[s]
	}
	return m.joinNames(names)
}
