package tui

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// What the cursor can be on in the agenda beside injects.
const (
	onSegment  = "segment"
	onQuestion = "question"
)

// agendaRow is a line of the agenda: a segment, or what lies in it.
type agendaRow struct {
	kind    string // onSegment, onInject, onQuestion
	id      string
	phase   int // -1: of no segment
	segment int
}

// agendaOf is a tabletop from its first segment to its last: what is delivered
// and asked in each, in the order in which it comes, and at the end what comes
// only if it comes to it.
func agendaOf(v engine.View) []agendaRow {
	sc := v.Scenario()
	if sc == nil {
		return nil
	}
	var out []agendaRow
	placed := map[string]bool{}
	for p := range sc.Phases {
		for s := range sc.Phases[p].Segments {
			seg := &sc.Phases[p].Segments[s]
			out = append(out, agendaRow{onSegment, seg.ID, p, s})
			for i := range sc.Injects {
				d := &sc.Injects[i]
				if d.When == nil && (d.Segment == seg.ID || d.Segment == "" && d.Phase == sc.Phases[p].ID && s == 0) {
					placed[d.ID] = true
					out = append(out, agendaRow{onInject, d.ID, p, s})
				}
			}
			for i := range seg.Questions {
				out = append(out, agendaRow{onQuestion, seg.Questions[i].ID, p, s})
			}
		}
	}
	for i := range v.MSELLen() {
		if it := v.MSELAt(i); !placed[it.ID] {
			out = append(out, agendaRow{onInject, it.ID, -1, 0})
		}
	}
	return out
}

// talked reports whether the exercise is a tabletop that is talked, and has an
// agenda.
func talked(v engine.View) bool { return v.Head().Style == "discussion" }

// refreshAgenda takes in a new view. The cursor follows the next step.
func (c *console) refreshAgenda(v engine.View) {
	if !talked(v) {
		return
	}
	c.agenda = agendaOf(v)
	l := &c.lists[paneAgenda]
	l.set(len(c.agenda))
	if s, ok := v.NextStep(); ok && l.follow {
		if l.cursor = c.presentRow(v); !begun(v) {
			return // what is to be said at its beginning comes first
		}
		if i := c.askedRow(v); i >= 0 {
			l.cursor = i // what people talk about: d records their answer
			return
		}
		for i := range c.agenda {
			if c.isStep(&c.agenda[i], &s) {
				l.cursor = i
				return
			}
		}
	}
}

// askedRow is the row of the first question of the present segment that was put
// and waits for an answer, -1 for none.
func (c *console) askedRow(v engine.View) int {
	clock := v.Clock()
	waits := map[string]bool{}
	for _, p := range v.Puts() {
		for _, side := range p.Sides {
			if !slices.ContainsFunc(v.Replies(p.Asked.ID), func(r engine.Reply) bool { return r.Side == side }) {
				waits[p.Asked.ID] = true
			}
		}
	}
	for i := range c.agenda {
		if r := &c.agenda[i]; r.kind == onQuestion && r.phase == clock.Phase && r.segment == clock.Segment && waits[r.id] {
			return i
		}
	}
	return -1
}

// begun reports whether something was put, delivered or reported in the
// present segment.
func begun(v engine.View) bool {
	start := v.Clock().SegmentStart
	for i := v.LogLen() - 1; i >= 0; i-- {
		e := v.LogAt(i)
		switch e.Body.(type) {
		case *engine.SegmentStarted:
			return false
		case *engine.Delivered, *engine.QuestionPut, *engine.Reported:
			return true
		}
		if e.T < start {
			return false
		}
	}
	return false
}

func (c *console) isStep(r *agendaRow, s *engine.Step) bool {
	switch s.Kind {
	case engine.StepPut, engine.StepReport:
		return r.kind == onQuestion && r.id == s.Question
	case engine.StepSay, engine.StepDeliver, engine.StepDecide:
		return r.kind == onInject && r.id == s.Inject
	}
	return false
}

// presentRow is the row of the present segment.
func (c *console) presentRow(v engine.View) int {
	clock := v.Clock()
	for i := range c.agenda {
		if r := &c.agenda[i]; r.kind == onSegment && r.phase == clock.Phase && r.segment == clock.Segment {
			return i
		}
	}
	return 0
}

// agendaRow draws a line of the agenda.
func (c *console) agendaRow(m *Model, i, w int, focus bool) []string {
	r := &c.agenda[i]
	chosen := i == c.lists[paneAgenda].cursor
	switch r.kind {
	case onSegment:
		return c.segmentRow(m, r, w, chosen, focus)
	case onQuestion:
		sign, style := m.questionState(r.id)
		d := m.view.Discussion(r.id)
		return []string{m.listRow(w, chosen, focus, seg{style, "  " + sign + " "},
			seg{m.st.bold, strconv.Itoa(m.view.QuestionNumber(r.id)) + " "}, seg{m.st.dim, m.answeredShort(r.id)}, seg{m.st.plain, line(d.Prompt.In(m.lang))})}
	}
	it, ok := m.view.Item(r.id)
	if !ok {
		return []string{fit("", w)}
	}
	sign, when, style := m.mselState(&it)
	var head []string
	if r.phase < 0 && (i == 0 || c.agenda[i-1].phase >= 0) {
		head = []string{fit(m.st.title.Render(" "+m.t("If it comes to it")), w)}
	}
	text := line(m.view.ItemText(&it, "subject", m.lang))
	return append(head, m.listRow(w, chosen, focus, seg{style, "  " + sign + " "}, seg{m.st.plain, text}, seg{m.st.dim, "  " + when}))
}

// segmentRow is a segment with its planned length, or what is left of it.
func (c *console) segmentRow(m *Model, r *agendaRow, w int, chosen, focus bool) []string {
	phase := &m.view.Scenario().Phases[r.phase]
	s := &phase.Segments[r.segment]
	clock := m.view.Clock()
	var out []string
	if r.segment == 0 {
		out = append(out, fit(m.st.title.Render(" "+line(phase.Title.In(m.lang))), w))
	}
	sign, style, length := "○", m.st.plain, spanText(s.Length)
	switch {
	case clock.Phase == r.phase && clock.Segment == r.segment && clock.Life != engine.Over:
		sign, style, length = "▶", m.st.bold, m.leftOf(&clock)
	case clock.Phase > r.phase || clock.Phase == r.phase && clock.Segment >= r.segment:
		sign, style = "✓", m.st.dim
	}
	kind := words.Say(m.lang, "segment."+s.Kind, nil)
	name := line(s.Title.In(m.lang))
	if name == "" {
		name, kind = kind, ""
	} else {
		kind = " · " + kind
	}
	return append(out, m.listRow(w, chosen, focus, seg{style, sign + " "}, seg{m.st.dim, fit(length, segmentRoom)}, seg{style, name}, seg{m.st.dim, kind}))
}

// segmentRoom is the room of a segment's length before its name.
const segmentRoom = 7

// leftOf is what is left of the present segment, "+" and how far it has run
// over.
func (m *Model) leftOf(c *engine.Clock) string {
	if left := c.SegmentEnd - m.now; left >= 0 {
		return spanText(left)
	}
	return "+" + spanText(m.now-c.SegmentEnd)
}

// questionState is a question's sign: to come, put, heard in plenary.
func (m *Model) questionState(id string) (string, style) {
	p, ok := m.putOf(id)
	switch {
	case !ok:
		return "?", m.st.accent
	case len(m.missing(&p)) == 0:
		return "✓", m.st.good
	}
	return "…", m.st.warn
}

// putOf finds a question that was put.
func (m *Model) putOf(id string) (engine.Put, bool) {
	for _, p := range m.view.Puts() {
		if p.Asked.ID == id {
			return p, true
		}
	}
	return engine.Put{}, false
}

// missing are the sides that a question waits for.
func (m *Model) missing(p *engine.Put) []string {
	var out []string
	for _, side := range p.Sides {
		if _, ok := m.lastAnswer(p.Asked.ID, side); !ok {
			out = append(out, side)
		}
	}
	return out
}

// answered says how many of its sides have answered a question that was put.
func (m *Model) answered(id string) string {
	p, ok := m.putOf(id)
	if !ok {
		return ""
	}
	return "  " + m.t("{n}/{of} answered", "n", strconv.Itoa(len(p.Sides)-len(m.missing(&p))), "of", strconv.Itoa(len(p.Sides)))
}

// answeredShort is answered in the fewest cells, before the question itself.
func (m *Model) answeredShort(id string) string {
	p, ok := m.putOf(id)
	if !ok {
		return ""
	}
	return strconv.Itoa(len(p.Sides)-len(m.missing(&p))) + "/" + strconv.Itoa(len(p.Sides)) + " "
}

// segmentDetail is what a facilitator reads while a segment runs.
func (m *Model) segmentDetail(p *page, v engine.View, id string) {
	sc := v.Scenario()
	for i := range sc.Phases {
		for k := range sc.Phases[i].Segments {
			if s := &sc.Phases[i].Segments[k]; s.ID == id {
				p.title = line(sc.Phases[i].Title.In(m.lang))
				name := words.Say(m.lang, "segment."+s.Kind, nil)
				if t := line(s.Title.In(m.lang)); t != "" {
					name = t + " · " + name
				}
				p.lit(name+" · "+spanText(s.Length), m.st.bold)
				if note := m.read(s.Note); note.Text != "" {
					p.gap()
					p.prose(note)
				}
				m.segmentQuestions(p, s)
			}
		}
	}
}

func (m *Model) segmentQuestions(p *page, s *scenarios.Segment) {
	if len(s.Questions) == 0 {
		return
	}
	p.heading(m.t("Questions"))
	for i := range s.Questions {
		q := &s.Questions[i]
		p.bullet(strconv.Itoa(m.view.QuestionNumber(q.ID)), line(q.Prompt.In(m.lang))+m.st.dim.Render(m.answered(q.ID)))
	}
}

// questionDetail is a question with what control listens for and what was
// answered.
func (m *Model) questionDetail(p *page, v engine.View, id string) {
	d := v.Discussion(id)
	if d == nil {
		return
	}
	p.title = m.t("Question {n}", "n", strconv.Itoa(v.QuestionNumber(id)))
	p.headline(m.read(d.Prompt))
	for _, o := range d.Options {
		p.bullet("○", line(o.Text.In(m.lang)))
	}
	if d.Kind == "scale" {
		p.note(m.t("a number from {min} to {max}", "min", text64(d.Min), "max", text64(d.Max)))
	}
	put, ok := m.putOf(id)
	switch {
	case !ok:
		p.note(m.t("Not put yet: n puts it."))
	case put.Alone:
		p.note(m.t("Put at {time} to each side alone. d records an answer, n its report in plenary.", "time", clockText(put.T)))
	default:
		p.note(m.t("Put at {time} to the room. d records an answer.", "time", clockText(put.T)))
	}
	if note := m.read(d.Note); note.Text != "" {
		p.heading(m.t("For you"))
		p.prose(note)
	}
	m.answersDetail(p, v, d)
}

func (m *Model) answersDetail(p *page, v engine.View, d *scenarios.Discussion) {
	replies := v.Replies(d.ID)
	if len(replies) == 0 {
		return
	}
	p.heading(m.t("Answers"))
	told := map[string]engine.Millis{}
	for _, r := range v.Reportings() {
		told[r.Answer] = r.T
	}
	for i := range replies {
		r := &replies[i]
		p.bullet("»", m.t("{side}: {answer}", "side", m.sideName(r.Side), "answer", m.replyText(v, &d.Question, r)))
		s := m.t("{who} at {time}", "who", m.roleTitle(r.Role), "time", clockText(r.T))
		if t, ok := told[r.ID]; ok {
			s += " · " + m.t("reported at {time}", "time", clockText(t))
		}
		p.under(s)
	}
}
