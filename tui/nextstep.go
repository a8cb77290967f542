package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// nextPart says the facilitator's next step in words, with the key that takes
// it.
func (m *Model) nextPart() string {
	if m.seat != nil || m.looksOn() {
		return "" // a facilitator takes it
	}
	s, ok := m.view.NextStep()
	if !ok {
		return ""
	}
	return m.st.key.Render("g") + " " + m.st.accent.Render(m.view.TellStep(s, m.lang, m.now))
}

func (m *Model) whyNoStep() string {
	if _, ok := m.view.NextStep(); !ok {
		return m.t("there is no next step: the exercise is over")
	}
	return ""
}

// nextStepKey shows what the next step is, to whom it goes, and takes it on
// Enter.
func (m *Model) nextStepKey() tea.Cmd {
	s, _ := m.view.NextStep()
	switch s.Kind {
	case engine.StepStart, engine.StepResume:
		return m.spaceKey()
	case engine.StepPut:
		return m.putForm(s.Questions)
	case engine.StepReport:
		return m.reportForm(s.Question, s.Side)
	case engine.StepSegment:
		return m.nextSegmentKey()
	case engine.StepPhase:
		return m.askPhase()
	case engine.StepEnd:
		return m.endKey()
	}
	return m.stepOfInject(s)
}

// stepOfInject brings the inject of a step under the cursor and does with it
// what its key would.
func (m *Model) stepOfInject(s engine.Step) tea.Cmd {
	// What is shown in full is another thing, and would be what is delivered.
	m.over = slices.DeleteFunc(m.over, func(o overlay) bool { _, full := o.(*fullDetail); return full })
	m.console.goTo(m, s.Inject)
	if it, ok := m.inject(); !ok || it.ID != s.Inject {
		return nil // no row of it is in sight
	}
	if s.Kind == engine.StepDecide {
		return m.acceptKey()
	}
	return m.deliverKey()
}

// putForm shows questions as their sides will see them, with what control is to
// listen for, and puts them on Enter.
func (m *Model) putForm(questions []string) tea.Cmd {
	alone := m.view.Head().Segment.Kind == scenarios.SegmentBreakout
	title := m.t("Put question {n}?", "n", m.questionNumber(questions[0]))
	if last := questions[len(questions)-1]; len(questions) > 1 {
		title = m.t("Put questions {n} to {last}?", "n", m.questionNumber(questions[0]), "last", m.questionNumber(last))
	}
	var lines []string
	for _, id := range questions {
		d := m.view.Discussion(id)
		if d == nil {
			return nil
		}
		lines = append(lines, m.questionNumber(id)+" “"+line(d.Prompt.In(m.lang))+"” "+m.putTo(d))
		if len(questions) > 1 {
			continue // the agenda has the rest
		}
		for _, o := range d.Options {
			lines = append(lines, "  ○ "+line(o.Text.In(m.lang)))
		}
		if note := line(d.Note.In(m.lang)); note != "" {
			lines = append(lines, m.t("For you: {note}", "note", note))
		}
	}
	hears := m.t("In the room: everyone hears the answers.")
	if alone {
		hears = m.t("Each side alone: nobody hears another side's answer until it is reported in plenary.")
	}
	return m.ask(title, m.t("put it"), func(m *Model) tea.Cmd {
		puts := make([]tea.Cmd, len(questions))
		for i, id := range questions {
			puts[i] = m.orderControl(engine.PutQuestion{Question: id}, m.t("The question is put."))
		}
		return tea.Sequence(puts...)
	}, append(lines, hears)...)
}

func (m *Model) questionNumber(id string) string {
	return text64(int64(m.view.QuestionNumber(id)))
}

// putTo names the sides that a question goes to.
func (m *Model) putTo(d *scenarios.Discussion) string {
	if len(d.To) == 0 {
		return m.t("→ everyone")
	}
	names := make([]string, len(d.To))
	for i, s := range d.To {
		names[i] = m.sideName(s)
	}
	return "→ " + m.joinNames(names)
}

// reportForm tells the plenary what a side answered.
func (m *Model) reportForm(question, side string) tea.Cmd {
	d := m.view.Discussion(question)
	r, ok := m.lastAnswer(question, side)
	if d == nil || !ok {
		return nil
	}
	return m.ask(m.t("Has {side} reported on question {n}?", "side", m.sideName(side), "n", m.questionNumber(question)), m.t("yes: everyone sees the answer"), func(m *Model) tea.Cmd {
		return m.orderControl(engine.Report{Answer: r.ID}, m.t("Everyone has it now."))
	},
		"“"+line(d.Prompt.In(m.lang))+"”", m.t("{side}: {answer}", "side", m.sideName(side), "answer", m.replyText(m.view, &d.Question, &r)))
}

// lastAnswer is a side's present answer to a question.
func (m *Model) lastAnswer(question, side string) (engine.Reply, bool) {
	var last engine.Reply
	found := false
	for _, r := range m.view.Replies(question) {
		if r.Side == side {
			last, found = r, true
		}
	}
	return last, found
}

// question is the question for discussion under the cursor.
func (m *Model) question() *scenarios.Discussion {
	if s := m.at(); s.kind == onQuestion {
		return m.view.Discussion(s.id)
	}
	return nil
}

func (m *Model) whyNoAgenda() string {
	if !talked(m.view) {
		return m.t("this exercise is run on the clock: the MSEL leads through it")
	}
	return ""
}

func (m *Model) whyNothingBetween() string {
	if !hasBetween(m.view) {
		return m.t("this scenario has no requests, hotlines, deadlines or proposals")
	}
	return ""
}

// whyNotNow is whyNoInject, for questions too.
func (m *Model) whyNotNow() string {
	d := m.question()
	if d == nil {
		return m.whyNoInject()
	}
	if _, put := m.putOf(d.ID); put && m.toReport(d) == "" {
		return m.t("it is put, and no answer waits to be reported")
	}
	return m.whyNotDuring()
}

// toReport is a side whose answer to a question the plenary has not heard, ""
// if there is none or it is not plenary.
func (m *Model) toReport(d *scenarios.Discussion) string {
	p, ok := m.putOf(d.ID)
	if !ok || !p.Alone || m.view.Head().Segment.Kind != scenarios.SegmentPlenary {
		return ""
	}
	told := map[string]bool{}
	for _, r := range m.view.Reportings() {
		told[r.Answer] = true
	}
	for _, side := range p.Sides {
		if r, ok := m.lastAnswer(d.ID, side); ok && !told[r.ID] {
			return side
		}
	}
	return ""
}

// nowKey delivers the inject under the cursor, or puts the question.
func (m *Model) nowKey() tea.Cmd {
	d := m.question()
	if d == nil {
		return m.deliverKey()
	}
	if side := m.toReport(d); side != "" {
		return m.reportForm(d.ID, side)
	}
	return m.putForm([]string{d.ID})
}

// recordForm records what was said: an answer, if the cursor is on a question
// that was put, else an action.
func (m *Model) recordForm() tea.Cmd {
	if d := m.question(); d != nil {
		if p, ok := m.putOf(d.ID); ok {
			return m.recordAnswer(&p)
		}
	}
	return m.didForm()
}

// recordAnswer records what a side answered in the room, for whoever spoke.
func (m *Model) recordAnswer(p *engine.Put) tea.Cmd {
	var roles []option
	for _, side := range p.Sides {
		roles = append(roles, m.roleOptions(side)...)
	}
	who := newPick(m.t("Who spoke"), roles, "")
	if missing := m.missing(p); len(missing) > 0 {
		if first := m.roleOptions(missing[0]); len(first) > 0 {
			who.taken = []string{first[0].id}
		}
	}
	return m.open(m.answerTo("", &p.Asked, who))
}
