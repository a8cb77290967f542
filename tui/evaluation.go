package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// evaluation is the exercise's objectives and critical tasks with how they are
// rated, and by whom.
type evaluation struct{ list list }

// evalRow is an objective or one of its tasks.
type evalRow struct {
	id, title string
	task      bool
}

func (e *evaluation) scope() scope                       { return scopeEvaluation }
func (e *evaluation) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (e *evaluation) size(_ *Model, w, h int) (int, int) { return w, h }

func (e *evaluation) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if k := msg.String(); slices.Contains(engine.Ratings(), k) {
		return m.rateAs(k)
	}
	if m.bound(scopeEvaluation, msg) == nil {
		return m.below(msg, m.t("Esc first"))
	}
	return m.press(scopeEvaluation, msg)
}

// evaluationBindings are the keys of the evaluation, and the one that leads
// there.
func evaluationBindings() []binding {
	return []binding{
		{scopeConsole, []string{"O"}, "objectives", "rate objectives and tasks, P S M U; how they are rated, and by whom", 3, "Play", (*Model).evaluationKey, (*Model).whyNoObjectives, nil, false},

		{scopeEvaluation, []string{"enter"}, "rate it", "rate the objective or task under the cursor, or take your rating back; P, S, M and U begin with that rating", 1, "", (*Model).ratingForm, (*Model).whyFrozen, nil, false},
		{scopeEvaluation, []string{"o"}, "note", "note something on it", 1, "", (*Model).noteForm, (*Model).whyFrozen, nil, false},
		{scopeEvaluation, []string{"d"}, "details", "the objective or task in full", 2, "", (*Model).detailOfObjective, nil, nil, false},
		{scopeEvaluation, []string{"up", "k"}, "", "up", 0, "", evaluationStep(-1), nil, nil, false},
		{scopeEvaluation, []string{"down", "j"}, "", "down", 0, "", evaluationStep(1), nil, nil, false},
		{scopeEvaluation, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeEvaluation, []string{"esc", "q", "ctrl+c"}, "back", "back", 1, "", (*Model).dropTop, nil, nil, false},
	}
}

// rateAs opens the form that rates what the cursor is on, with a rating chosen.
func (m *Model) rateAs(rating string) tea.Cmd {
	cmd := m.press(scopeEvaluation, keyPress("enter"))
	if f := m.topForm(); f != nil {
		if how, ok := f.focused().(*pickField); ok {
			how.taken = []string{rating}
		}
	}
	return cmd
}

func (m *Model) whyNoObjectives() string {
	if len(m.evalRows()) == 0 {
		return m.t("the scenario names no objectives")
	}
	return ""
}

func (m *Model) evaluationKey() tea.Cmd {
	m.lay(&evaluation{})
	return nil
}

func (m *Model) detailOfObjective() tea.Cmd {
	m.lay(&fullDetail{at: m.at()})
	return nil
}

func evaluationStep(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if e, ok := m.top().(*evaluation); ok {
			e.list.move(d, nil)
		}
		return nil
	}
}

// evalRows are the objectives, each followed by its tasks.
func (m *Model) evalRows() []evalRow {
	var out []evalRow
	sc := m.view.Scenario()
	if sc == nil {
		return nil
	}
	for i := range sc.Objectives {
		o := &sc.Objectives[i]
		out = append(out, evalRow{o.ID, m.titled(o.Title.In(m.lang), o.ID), false})
		for _, t := range o.Tasks {
			out = append(out, evalRow{t.ID, m.titled(t.Title.In(m.lang), t.ID), true})
		}
	}
	return out
}

// titled is a title, or the id of what has none.
func (m *Model) titled(title, id string) string {
	if title = line(title); title != "" {
		return title
	}
	return line(id)
}

// subject is what the cursor is on.
func (e *evaluation) subject(m *Model) subject {
	if rows := m.evalRows(); e.list.cursor < len(rows) {
		return subject{kind: onObjective, id: rows[e.list.cursor].id, entry: -1}
	}
	return subject{entry: -1}
}

// objectiveTitle is the title of an objective or a task, "" if there is none of
// that id.
func (m *Model) objectiveTitle(id string) string {
	for _, r := range m.evalRows() {
		if r.id == id {
			return r.title
		}
	}
	return ""
}

// ratingsOf are the ratings of an objective or a task that stand.
func (m *Model) ratingsOf(id string) []engine.Rating {
	var out []engine.Rating
	for _, r := range m.view.Ratings() {
		if r.On == id {
			out = append(out, r)
		}
	}
	return out
}

// draw draws the list, and below it the ratings of what the cursor is on.
func (e *evaluation) draw(m *Model, w, h int) []string {
	rows := m.evalRows()
	e.list.set(len(rows))
	top := min(len(rows), h-1-max(6, h*2/5))
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("Evaluation"), w))}
	focus := m.top() == e || m.opts.Plain
	out = append(out, fitAll(e.list.draw(top, func(i int) []string {
		r := &rows[i]
		style, title := m.st.bold, r.title
		if r.task {
			style, title = m.st.plain, "  "+r.title
		}
		var letters []string
		for _, x := range m.ratingsOf(r.id) {
			letters = append(letters, x.Rating)
		}
		rating := strings.Join(letters, " ")
		if rating == "" {
			rating = "–"
		}
		room := max(10, w-2-max(6, width(rating)+2))
		return []string{m.listRow(w, i == e.list.cursor, focus, seg{style, fit(title, room) + " "}, seg{m.st.accent, rating})}
	}), w, top)...)
	d := m.details(m.view, e.subject(m), w-2)
	out = append(out, m.st.title.Render(ruleLine(d.title, w)))
	for _, l := range d.lines {
		out = append(out, " "+l)
	}
	if len(out) > h {
		out = append(out[:h-1:h-1], m.st.dim.Render(" "+m.t("… d shows all")))
	}
	return fitAll(out, w, h)
}

// said is the screen in lines, the rows by number.
func (e *evaluation) said(m *Model) []string {
	rows := m.evalRows()
	e.list.set(len(rows))
	out := []string{m.t("Evaluation")}
	for i := range rows {
		rated := m.t("Nobody has rated it.")
		if all := m.ratingsOf(rows[i].id); len(all) > 0 {
			rated = ""
			for _, r := range all {
				rated += " " + m.t("{what} ({more})", "what", words.Say(m.lang, "rating."+r.Rating, nil), "more", m.personName(r.Seat, r.By))
			}
		}
		out = append(out, strconv.Itoa(i+1)+" "+m.labelled(rows[i].title, strings.TrimSpace(rated)))
	}
	return out
}

// choose puts the cursor on row n, from 1.
func (e *evaluation) choose(m *Model, n int) bool {
	if n > len(m.evalRows()) {
		return false
	}
	e.list.cursor = n - 1
	return true
}

// objectiveDetail is an objective or a task: how it is rated, by whom and why,
// and what was expected for it.
func (m *Model) objectiveDetail(p *page, v engine.View, id string) {
	p.title = m.t("Objective · {id}", "id", line(id))
	p.lit(m.objectiveTitle(id), m.st.bold)
	p.heading(m.t("Ratings"))
	all := m.ratingsOf(id)
	if len(all) == 0 {
		p.note(m.t("Nobody has rated it."))
	}
	for _, r := range all {
		who := m.t("{what} ({more})", "what", m.seatTitle(r.Seat), "more", m.personName(r.Seat, r.By))
		p.bullet(r.Rating, words.Say(m.lang, "rating."+r.Rating, nil)+" · "+who+" · "+clockText(r.T))
		if r.Text != "" {
			p.markdown(m.typedBlock(v, r.Text))
		}
	}
	from := len(p.lines)
	p.heading(m.t("Expected actions"))
	at := len(p.lines)
	for _, e := range v.Expectations("") {
		if e.Def.Objective != id {
			continue
		}
		to := injectSubject(injectOf(e.ID))
		if e.Act != "" {
			to = actionSubject(e.Act)
		}
		p.link(to, expectSign(e.Status), m.expectText(e.Def)+" — "+words.Say(m.lang, "expect."+e.Status, nil))
	}
	if len(p.lines) == at {
		p.lines = p.lines[:from]
	}
}

// ratingForm rates what the cursor is on.
func (m *Model) ratingForm() tea.Cmd {
	on := m.at()
	if on.kind != onObjective {
		return nil
	}
	var options []option
	for _, r := range engine.Ratings() {
		options = append(options, option{r, words.Say(m.lang, "rating."+r, nil)})
	}
	mine, to := "", m.t("seen by control alone")
	for _, r := range m.ratingsOf(on.id) {
		if r.Seat == m.home && r.By == m.me() {
			mine, to = r.Rating, m.t("seen by control alone; it takes the place of your rating {rating}", "rating", r.Rating)
			options = append(options, option{"-", m.t("none: take my rating back")})
		}
	}
	how := newPick(m.t("Rating"), options, mine)
	text := newArea(m.t("Why"), "", 5)
	return m.open(&form{
		title: m.t("Rate: {what}", "what", m.objectiveTitle(on.id)), about: on.id, fields: []field{how, text}, send: m.t("rate it"), done: m.t("Rated."),
		to: func() string { return to },
		make: func() (engine.Command, string) {
			op := engine.Rate{On: on.id, Rating: how.value(), Text: text.value()}
			if op.Rating == "-" {
				op.Rating = ""
			}
			return m.control(op), ""
		},
	})
}
