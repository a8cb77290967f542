package tui

import (
	"slices"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// What the cursor can be on among calls.
const (
	onTurn    = "turn" // something said in a call
	onHotline = "hotline"
)

// hotlineSheet is the tab of calls on hotlines, the newest first: below one that
// is under way what was said in it, so that one can read back what the cursor is
// on; and last the hotlines themselves.
type hotlineSheet struct {
	rows  []hotlineRow
	side  string
	calls []engine.Call
	more  bool // there is a call more than before
}

// hotlineRow is a call, something said in it, or a hotline.
type hotlineRow struct {
	call *engine.Call
	turn *engine.CallStep
	line *scenarios.Hotline
}

func (*hotlineSheet) shown(v engine.View) bool { return len(v.Hotlines()) > 0 }

func (s *hotlineSheet) refresh(v engine.View) int {
	calls := v.Calls()
	s.rows, s.side, s.more, s.calls = nil, v.Side().ID, len(calls) > len(s.calls), calls
	for i := range slices.Backward(s.calls) {
		c := &s.calls[i]
		s.rows = append(s.rows, hotlineRow{call: c})
		if c.State != engine.CallAnswered {
			continue
		}
		for k := range slices.Backward(c.Steps) {
			if t := &c.Steps[k]; spoken(t) {
				s.rows = append(s.rows, hotlineRow{call: c, turn: t})
			}
		}
	}
	for _, h := range v.Hotlines() {
		s.rows = append(s.rows, hotlineRow{line: h})
	}
	return len(s.rows)
}

// redirect goes from the card of a hotline to the call that is opened on it.
func (s *hotlineSheet) redirect(was subject) subject {
	if s.more && was.kind == onHotline {
		return callSubject(s.calls[len(s.calls)-1].ID)
	}
	return was
}

// spoken reports whether a step is something said, and no more than said.
func spoken(s *engine.CallStep) bool { return s.Step == engine.CallSay || s.Step == engine.CallSummary }

func (s *hotlineSheet) subject(i int) subject {
	switch r := &s.rows[i]; {
	case r.turn != nil:
		return subject{kind: onTurn, id: r.turn.ID, entry: -1}
	case r.call != nil:
		return callSubject(r.call.ID)
	default:
		return subject{kind: onHotline, id: r.line.ID, entry: -1}
	}
}

func callSubject(id string) subject { return subject{kind: onCall, id: id, entry: -1} }

// callOfStep is the call that a step is one of, by its id.
func callOfStep(id string) string {
	call, _, _ := strings.Cut(id, "-step")
	return call
}

// waits counts the calls that ring for the side, and the summaries that wait for
// its signature.
func (s *hotlineSheet) waits() int {
	n := 0
	for i := range s.calls {
		if c := &s.calls[i]; c.Rings() && c.ToSide == s.side || toSign(c, s.side) {
			n++
		}
	}
	return n
}

// toSign reports whether a summary waits for a side's signature.
func toSign(c *engine.Call, side string) bool {
	return c.State == engine.CallAnswered && c.Summary != "" && !slices.Contains(c.SignedBy, side)
}

func (s *hotlineSheet) countsDown() bool {
	return slices.ContainsFunc(s.calls, func(c engine.Call) bool { return c.Rings() })
}

func (*hotlineSheet) empty(*Model) string { return "" } // the hotlines stand there

func (s *hotlineSheet) row(m *Model, i int, look rowLook) []string {
	r, v := &s.rows[i], m.seat.view
	switch {
	case r.turn != nil:
		return s.turnRow(m, r.turn, look)
	case r.line != nil:
		return []string{
			m.listRow(look.w, look.chosen, look.focus, seg{m.st.dim, "◇ "}, seg{m.st.plain, m.hotlineTitle(v, r.line.ID)}, seg{m.st.dim, " · " + m.t("what it is for, and who may open it")}),
		}
	}
	c := r.call
	arrow, style := "→ ", m.st.plain
	if c.ToSide == s.side {
		arrow = "← "
	}
	state, stateStyle := m.callState(v, c)
	if c.State != engine.CallClosed {
		style = m.st.bold
	}
	return []string{
		m.listRow(look.w, look.chosen, look.focus, seg{stateStyle, "☎ "}, seg{m.st.dim, fit(shortClock(c.T), 8)},
			seg{style, arrow + m.sideName(c.Other(s.side))}, seg{m.st.dim, " · " + m.hotlineTitle(v, c.Hotline) + " · " + line(c.ID)}),
		row(look.w, false, m.st.plain, seg{m.st.plain, "           "}, seg{stateStyle, state}),
	}
}

// turnRow is something said in a call that is under way.
func (s *hotlineSheet) turnRow(m *Model, t *engine.CallStep, look rowLook) []string {
	who := m.t("they")
	if t.Side == s.side {
		who = m.t("we")
	}
	what := m.t("{who}: {what}", "who", who, "what", m.typed(m.seat.view, t.Text))
	switch {
	case t.Step == engine.CallSummary:
		what = m.t("{who}, as a summary: {text}", "who", who, "text", m.typed(m.seat.view, t.Text))
	case t.Reads != "":
		what = m.t("{who}, reading back: {text}", "who", who, "text", m.typed(m.seat.view, t.Text))
	}
	style := m.st.plain
	if t.Side == s.side {
		style = m.st.dim
	}
	return []string{m.listRow(look.w, look.chosen, look.focus, seg{m.st.dim, "  " + fit(shortClock(t.T), 8)}, seg{style, what})}
}

// callState says how a call stands for who looks, and how urgent that is.
func (m *Model) callState(v engine.View, c *engine.Call) (string, style) {
	side := ""
	if !v.Control() {
		side = v.Side().ID
	}
	switch {
	case c.Rings():
		return m.ringState(v, c, side)
	case c.State == engine.CallClosed:
		if next := c.Next(); next != 0 {
			return m.t("closed; next call {when}", "when", m.storyOf(v, next)), m.st.dim
		}
		return words.Say(m.lang, "call.closed", nil), m.st.dim
	}
	under := words.Say(m.lang, "call.answered", nil)
	switch {
	case c.Summary == "":
		return under, m.st.good
	case c.Agreed == c.Summary:
		return under + " · " + m.t("summary signed off by both"), m.st.good
	case side == "":
		return under + " · " + m.t("summary signed by {sides}", "sides", m.sideNames(c.SignedBy)), m.st.warn
	case toSign(c, side):
		return under + " · " + m.t("a summary waits for your side's signature"), m.st.warn
	}
	return under + " · " + m.t("the summary waits for their signature"), m.st.good
}

// ringState says of a call that rings where, and how long yet.
func (m *Model) ringState(v engine.View, c *engine.Call, side string) (string, style) {
	text := m.t("rings at {side}", "side", m.sideName(c.ToSide))
	style := m.st.warn
	if c.ToSide == side {
		text = m.t("rings for your side")
		style = m.st.bad
	}
	if c.State == engine.CallUnanswered {
		return m.t("{what}; not answered in time", "what", text), m.st.bad
	}
	if d, ok := v.DeadlineOfCall(c); ok {
		left, _ := m.deadlineLeft(v, &d)
		return m.t("{what}; to be answered {when}", "what", text, "when", left), style
	}
	return text, style
}

// sideNames names sides in a line.
func (m *Model) sideNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = m.sideName(id)
	}
	return m.joinNames(names)
}

// hotlineTitle is what a hotline is called.
func (m *Model) hotlineTitle(v engine.View, id string) string {
	if h := v.Hotline(id); h != nil {
		if t := line(h.Title.In(m.lang)); t != "" {
			return t
		}
	}
	return line(id)
}

// topicTitle is what a call is about.
func (m *Model) topicTitle(v engine.View, hotline, id string) string {
	if id == "" {
		return m.t("something else than what it is for")
	}
	if h := v.Hotline(hotline); h != nil {
		for i := range h.Topics {
			if h.Topics[i].ID == id {
				return line(h.Topics[i].Title.In(m.lang))
			}
		}
	}
	return line(id)
}
