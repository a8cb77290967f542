package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// askedRow is a question that a seat is asked: by a message, or one that was
// put up for discussion.
type askedRow struct {
	q        *engine.Asked
	t        engine.Millis
	delivery string // "" for one put up for discussion
	recalled bool
	put      engine.Put // for one put up for discussion
}

// questionsOf are all questions of a seat, in the order in which they came.
func questionsOf(v engine.View) []askedRow {
	var out []askedRow
	for i := range v.InboxLen() {
		it := v.InboxAt(i)
		for k := range it.Questions {
			out = append(out, askedRow{q: &it.Questions[k], t: it.T, delivery: it.ID, recalled: it.Recalled})
		}
	}
	for _, p := range v.Puts() {
		if slices.Contains(p.Sides, v.Side().ID) {
			out = append(out, askedRow{q: &p.Asked, t: p.T, put: p})
		}
	}
	slices.SortStableFunc(out, func(a, b askedRow) int { return int(a.t - b.t) })
	return out
}

// own are the answers of the seat's side; of a question to each role, the
// seat's.
func (r *askedRow) own(v engine.View) []engine.Reply {
	return slices.DeleteFunc(v.Replies(r.q.ID), func(a engine.Reply) bool {
		return a.Side != v.Side().ID || a.Delivery != r.delivery || r.q.Per == "role" && a.Role != v.Seat()
	})
}

// open reports whether it waits for an answer.
func (r *askedRow) open(v engine.View) bool { return !r.recalled && len(r.own(v)) == 0 }

// told is when an answer was reported in plenary.
func told(v engine.View, answer string) (engine.Millis, bool) {
	for _, r := range v.Reportings() {
		if r.Answer == answer {
			return r.T, true
		}
	}
	return 0, false
}

// unreported is the side's present answer to a question that it talked over
// alone, if the plenary has not heard it.
func (r *askedRow) unreported(v engine.View) (engine.Reply, bool) {
	own := r.own(v)
	if r.delivery != "" || !r.put.Alone || len(own) == 0 {
		return engine.Reply{}, false
	}
	last := own[len(own)-1]
	_, done := told(v, last.ID)
	return last, !done
}

// name is what a question is called in a line.
func (r *askedRow) name(m *Model) string {
	if n := m.view.QuestionNumber(r.q.ID); r.delivery == "" && n > 0 {
		return m.t("Question {n}", "n", strconv.Itoa(n))
	}
	return m.t("Question")
}

func (r *askedRow) prompt(m *Model) string { return line(scenarios.Text(r.q.Prompt).In(m.lang)) }

// state says where a question stands.
func (r *askedRow) state(m *Model, v engine.View) (string, style) {
	_, unheard := r.unreported(v)
	switch {
	case r.recalled:
		return m.t("recalled"), m.st.dim
	case r.open(v):
		return m.t("not answered"), m.st.warn
	case unheard:
		return m.t("answered, not yet reported in plenary"), m.st.odd
	case r.delivery == "" && r.put.Alone:
		return m.t("reported in plenary"), m.st.good
	}
	return m.t("answered"), m.st.good
}

// questionRow draws a question of the list.
func (s *seatScreen) questionRow(m *Model, r *askedRow, chosen, focus bool, w int) []string {
	sign := "✓"
	if r.open(s.view) {
		sign = "●"
	}
	state, style := r.state(m, s.view)
	where := m.t("of a message")
	switch {
	case r.delivery != "":
	case r.put.Alone:
		where = m.t("your side alone")
	default:
		where = m.t("in the room")
	}
	return []string{
		m.listRow(w, chosen, focus, seg{style, sign + " "}, seg{m.st.dim, fit(shortClock(r.t), 8)}, seg{m.st.bold, r.prompt(m)}),
		fit("           "+m.st.dim.Render(where+" · ")+style.Render(state), w),
	}
}

// row finds a question of the seat.
func (s *seatScreen) question(at subject) (*askedRow, bool) {
	for i := range s.questions {
		if r := &s.questions[i]; r.q.ID == at.id && (at.delivery == "" || r.delivery == at.delivery) {
			return r, true
		}
	}
	return nil, false
}

// seatQuestion is a question with where it stands, what the side answered and
// what others reported.
func (m *Model) seatQuestion(p *page, v engine.View, at subject) {
	r, ok := m.seat.question(at)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = r.name(m)
	p.lit(r.prompt(m), m.st.bold)
	for _, o := range r.q.Options {
		p.bullet("○", line(scenarios.Text(o.Text).In(m.lang)))
	}
	if r.q.Kind == "scale" {
		p.note(m.t("a number from {min} to {max}", "min", text64(r.q.Min), "max", text64(r.q.Max)))
	}
	p.gap()
	m.whoHears(p, v, r)
	own := r.own(v)
	if len(own) > 0 {
		p.heading(m.t("Your side's answer"))
	}
	for i := len(own) - 1; i >= 0; i-- { // the one that stands first
		a := &own[i]
		s := m.t("{who} at {time}", "who", m.roleTitle(a.Role), "time", clockText(a.T))
		if t, ok := told(v, a.ID); ok {
			s += " · " + m.t("reported at {time}", "time", clockText(t))
		}
		if i < len(own)-1 {
			p.under(m.t("before: {answer}", "answer", m.askedReply(v, r.q, a)))
		} else {
			p.bullet("»", m.askedReply(v, r.q, a))
		}
		p.under(s)
	}
	m.othersAnswers(p, v, r)
	p.gap()
	m.leftToDo(p, v, r)
}

// whoHears says whether a side is alone with a question.
func (m *Model) whoHears(p *page, v engine.View, r *askedRow) {
	if r.delivery != "" {
		if it, ok := v.Delivery(r.delivery); ok {
			p.note(m.t("Asked by the message “{subject}”; control and your side see the answer.", "subject", m.piece(v, &it.Subject)))
		}
		return
	}
	if r.put.Alone {
		p.note(m.t("Put at {time} to your side alone: the others don't hear your answer until you report it in plenary.", "time", clockText(r.put.T)))
		return
	}
	p.note(m.t("Put at {time} in the room: everyone hears the answers.", "time", clockText(r.put.T)))
}

// othersAnswers are what other sides said in the room or reported in plenary.
func (m *Model) othersAnswers(p *page, v engine.View, r *askedRow) {
	if r.delivery != "" {
		return
	}
	side := v.Side().ID
	var lines []string
	for _, a := range v.Replies(r.q.ID) {
		if a.Side != side {
			lines = append(lines, m.t("{side}: {answer}", "side", m.sideName(a.Side), "answer", m.askedReply(v, r.q, &a)))
		}
	}
	for _, told := range v.Reportings() {
		if told.Question == r.q.ID && told.Side != side {
			lines = append(lines, m.t("{side}: {answer}", "side", m.sideName(told.Side), "answer", m.askedReply(v, r.q, replyOf(&told))))
		}
	}
	if len(lines) == 0 {
		return
	}
	p.heading(m.t("What other sides answered"))
	for _, l := range lines {
		p.bullet("»", l)
	}
}

// replyOf is what was reported, as the answer that it tells.
func replyOf(r *engine.Reporting) *engine.Reply {
	return &engine.Reply{Answered: &engine.Answered{Question: r.Question, Options: r.Options, Scale: r.Scale, Text: r.Text}, Side: r.Side, T: r.T}
}

// leftToDo says with which key it goes on.
func (m *Model) leftToDo(p *page, v engine.View, r *askedRow) {
	_, unheard := r.unreported(v)
	plenary := v.Head().Segment != nil && v.Head().Segment.Kind == scenarios.SegmentPlenary
	switch {
	case r.recalled:
	case r.open(v):
		p.todo(m.t("Not answered yet: {key} answers.", "key", "r"), m.st.warn)
	case unheard && plenary:
		p.todo(m.t("It is plenary: {key} reports the answer to everyone.", "key", "R"), m.st.warn)
	case unheard:
		p.todo(m.t("Reported with {key} as soon as it is plenary. {again} answers again.", "key", "R", "again", "r"), m.st.dim)
	default:
		p.todo(m.t("{key} answers again.", "key", "r"), m.st.dim)
	}
}

// openPuts are the questions for discussion that wait for the side's answer.
func (s *seatScreen) openPuts() []*askedRow {
	var out []*askedRow
	for i := range s.questions {
		if r := &s.questions[i]; r.delivery == "" && r.open(s.view) {
			out = append(out, r)
		}
	}
	return out
}

// answerable are the questions that r answers now: the one under the cursor,
// those of the message under it, or those that are open for discussion.
func (m *Model) answerable() []*askedRow {
	s, at := m.seat, m.at()
	if at.kind == onQuestion {
		if r, ok := s.question(at); ok && !r.recalled {
			return []*askedRow{r}
		}
	}
	var out []*askedRow
	for i := range s.questions {
		if r := &s.questions[i]; r.delivery != "" && r.delivery == at.delivery && at.kind == onDelivery && !r.recalled {
			out = append(out, r)
		}
	}
	return append(out, s.openPuts()...)
}

func (m *Model) whyNoQuestion() string {
	if len(m.answerable()) == 0 {
		return m.t("no question waits, and none is under the cursor")
	}
	return m.whyNotDuring()
}

// answerKey answers a question; of several, one is chosen.
func (m *Model) answerKey() tea.Cmd {
	all := m.answerable()
	if len(all) == 1 {
		return m.answerRow(all[0])
	}
	var options []option
	first := ""
	for i, r := range all {
		sign := "✓ "
		if r.open(m.seat.view) {
			sign = "○ "
			if first == "" {
				first = strconv.Itoa(i)
			}
		}
		options = append(options, option{strconv.Itoa(i), sign + r.prompt(m)})
	}
	pick := newPick(m.t("Question"), options, first)
	f := &form{title: m.t("Answer"), fields: []field{pick}, send: m.t("answer it")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		i, err := strconv.Atoi(pick.value())
		if err != nil {
			return nil, m.t("choose a question")
		}
		m.drop(f)
		return m.answerRow(all[i]), ""
	}
	return m.open(f)
}

// answerRow answers a question; the form says who will hear it.
func (m *Model) answerRow(r *askedRow) tea.Cmd {
	f := m.answerTo(r.delivery, r.q, nil)
	switch {
	case r.delivery != "":
	case r.put.Alone:
		f.to = func() string { return m.t("for your side alone, until you report it in plenary") }
	default:
		f.to = func() string { return m.t("in the room: everyone sees it") }
	}
	return m.open(f)
}

// reportable is the question whose answer R reports: the one under the cursor,
// else the first that the plenary has not heard.
func (m *Model) reportable() (*askedRow, engine.Reply, bool) {
	s, at := m.seat, m.at()
	if at.kind == onQuestion {
		if r, ok := s.question(at); ok {
			a, ok := r.unreported(s.view)
			return r, a, ok
		}
	}
	for i := range s.questions {
		if a, ok := s.questions[i].unreported(s.view); ok {
			return &s.questions[i], a, true
		}
	}
	return nil, engine.Reply{}, false
}

func (m *Model) whyNoReport() string {
	_, _, ok := m.reportable()
	seg := m.view.Head().Segment
	switch {
	case !ok:
		return m.t("no answer of your side waits to be reported")
	case seg == nil || seg.Kind != scenarios.SegmentPlenary:
		return m.t("answers are reported in plenary")
	}
	return m.whyNotDuring()
}

// reportKey tells the plenary what the side answered.
func (m *Model) reportKey() tea.Cmd {
	r, a, _ := m.reportable()
	return m.ask(m.t("Report your side's answer?"), m.t("report it: every side sees it"), func(m *Model) tea.Cmd {
		return m.order(engine.Report{Answer: a.ID}, m.t("Everyone has it now."))
	}, "“"+r.prompt(m)+"”", m.t("{side}: {answer}", "side", m.sideName(a.Side), "answer", m.askedReply(m.seat.view, r.q, &a)))
}

// questionNotice is the line under the header while a question for discussion
// waits for the side; "" for none.
func (s *seatScreen) questionNotice(m *Model) string {
	open := s.openPuts()
	if len(open) == 0 {
		return ""
	}
	r := open[0]
	where := m.t("in the room")
	if r.put.Alone {
		where = m.t("your side alone")
	}
	text := m.t("{question}, {where}:", "question", r.name(m), "where", where) + " "
	key := "  " + m.t("{key} answers", "key", "r")
	if m.looksOn() {
		key = ""
	} else if n := len(open) - 1; n > 0 {
		key = "  " + m.t("{key} answers; {n} more", "key", "r", "n", strconv.Itoa(n))
	}
	room := max(10, m.w-2-width(text)-width(key))
	prompt := "“" + r.prompt(m) + "”"
	return m.st.warn.Render(" "+text) + m.st.bold.Render(fit(prompt, min(room, width(prompt)))) + m.st.key.Render(key)
}
