package tui

import (
	"parley/engine"
	"parley/scenarios"
)

// requestNotice is the line above the tabs while requests wait for the side, or
// a clock that runs against it is near its end or has run out; "" for none.
func (s *seatScreen) requestNotice(m *Model) string {
	if !s.has(tabClocks) {
		return ""
	}
	requests, ok := s.sheets[tabRequests].(*requestSheet)
	clocks, ok2 := s.sheets[tabClocks].(*clockSheet)
	if !ok || !ok2 {
		return ""
	}
	clock, style := clocks.pressing(m, s.view)
	text := clock
	if what := requests.waiting(m); what != "" {
		if text = what; clock == "" {
			style = m.st.warn
		} else {
			text = clock + " · " + what
		}
	}
	if text == "" {
		return ""
	}
	keys := "  " + m.t("{k} clocks", "k", "K")
	if s.has(tabRequests) {
		keys = "  " + m.t("{q} requests, {k} clocks", "q", "Q", "k", "K")
	}
	room := max(10, m.w-1-width(keys))
	return style.Render(fit(" "+text, min(room, width(text)+1))) + m.st.key.Render(keys)
}

// waiting says what waits for the side: of one request what it is, of several
// how many; "" for none.
func (s *requestSheet) waiting(m *Model) string {
	n := s.waits()
	if n > 1 {
		return m.t("{n} requests wait for your side", "n", text64(int64(n)))
	}
	for i := range s.rows {
		if r := s.rows[i].r; s.rows[i].waits {
			return m.t("{what}: {id} {kind}", "what", m.turnText(turnOf(r), true), "id", line(r.ID), "kind", m.kindTitle(m.seat.view, r.Request))
		}
	}
	return ""
}

// pressing is the clock against the side that has run out first, or that is
// nearest its end; "" for none.
func (s *clockSheet) pressing(m *Model, v engine.View) (string, style) {
	var worst *engine.Deadline
	for i := range s.rows {
		d := s.rows[i].d
		if d == nil || d.Side != s.side || !pressing(v, d, m.now) {
			continue
		}
		if worst == nil || d.Status == engine.DeadlineMissed && worst.Status != engine.DeadlineMissed {
			worst = d
		}
	}
	if worst == nil {
		return "", m.st.warn
	}
	when, style := m.deadlineLeft(v, worst)
	return m.t("{label}: {text}", "label", when, "text", m.deadlineName(v, worst)), style
}

// pressing reports whether a clock has run out or is near its end.
func pressing(v engine.View, d *engine.Deadline, now engine.Millis) bool {
	return d.Status == engine.DeadlineMissed || d.Status == engine.DeadlineRunning && nearEnd(d, d.Due-ownTimeAt(v, d.Exercise, now))
}

// urgentBetween adds what is urgent of what happens between the sides: what
// reaches the seat's side, and clocks against it that are near their end or
// were missed.
func urgentBetween(v engine.View, now engine.Millis, out map[alarm]bool) {
	side := v.Side().ID
	for _, r := range v.Requests() {
		if r.ToSide == side {
			out[alarm{"request", r.ID}] = true
		}
		for i := range r.Steps {
			if s := &r.Steps[i]; s.Side != side && s.Step != scenarios.StepAcknowledge {
				out[alarm{"step", s.ID}] = true
			}
		}
	}
	for _, d := range v.Deadlines() {
		if d.Side != side {
			continue
		}
		if pressing(v, &d, now) {
			out[alarm{"pressing", d.ID}] = true
		}
		if d.Status == engine.DeadlineMissed {
			out[alarm{"missed", d.ID}] = true
		}
	}
	urgentItems(v, side, out)
}

// soFarRequests adds what of requests and clocks waits for the side.
func (m *Model) soFarRequests(p *page, v engine.View) {
	for _, r := range v.Requests() {
		t := turnOf(&r)
		if !waitsFor(v, &r, v.Side().ID) {
			continue
		}
		text := m.t("{what}: {id} {kind}", "what", m.turnText(t, true), "id", line(r.ID), "kind", m.kindTitle(v, r.Request))
		if d := nextDeadline(v.DeadlinesOf(r.ID)); d != nil && d.Side == v.Side().ID {
			left, _ := m.deadlineLeft(v, d)
			text += " (" + m.t("{what}: {when}", "what", m.timeWord(d.Step), "when", left) + ")"
		}
		p.bullet("⇄", text)
	}
	for _, d := range v.Deadlines() {
		if d.Deadline != "" && d.Side == v.Side().ID && openDeadline(&d) {
			left, _ := m.deadlineLeft(v, &d)
			p.bullet("◷", m.t("{what}: {when}", "what", m.deadlineName(v, &d), "when", left))
		}
	}
}
