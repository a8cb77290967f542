package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// judgeMenu shows an action with what there is to decide on it.
type judgeMenu struct {
	in scope
	at subject
}

func (j *judgeMenu) scope() scope                       { return j.in }
func (j *judgeMenu) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (j *judgeMenu) size(m *Model, w, h int) (int, int) { return w, min(h, len(j.lines(m, w))) }

func (j *judgeMenu) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(j.in, msg) == nil {
		return m.below(msg, m.t("Esc first"))
	}
	return m.press(j.in, msg)
}

func (j *judgeMenu) draw(m *Model, w, h int) []string { return fitAll(j.lines(m, w), w, h) }

func (j *judgeMenu) lines(m *Model, w int) []string {
	v := m.sight()
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("Adjudicate"), w))}
	a, ok := v.Action(j.at.id)
	if !ok {
		return append(out, " "+m.t("It is no longer there."))
	}
	out = append(out, " "+m.st.bold.Render(m.whoDid(v, &a)))
	for i, l := range m.findingText(v, &a) {
		style := m.st.dim
		if i == 0 {
			style = m.findingStyle(&a)
		}
		out = append(out, styled(indent("   ", l, w-2), style)...)
	}
	out = append(out, "")
	for i := range m.binds {
		b := &m.binds[i]
		if b.scope != j.in || b.help == "help" || b.help == "back" {
			continue
		}
		text := "   " + m.st.key.Render(fit(b.keyText(), 3)) + " " + m.t(b.help)
		if b.why != nil {
			if why := b.why(m); why != "" {
				text = "   " + m.st.dim.Render(fit(b.keyText(), 3)+" "+m.t(b.help)+" — "+why)
			}
		}
		out = append(out, text)
	}
	return out
}

func (m *Model) adjudicateKey() tea.Cmd {
	m.lay(&judgeMenu{in: scopeAdjudicate, at: m.at()})
	return nil
}

func (m *Model) findingKey() tea.Cmd {
	m.lay(&judgeMenu{in: scopeFinding, at: m.at()})
	return nil
}

// dropMenu closes the menu that a form was opened from.
func (m *Model) dropMenu() {
	if j, ok := m.top().(*judgeMenu); ok {
		m.drop(j)
	}
}

// judged opens a form on the action under the cursor.
func (m *Model) judged(a *engine.Action, f *form, make func() (engine.Op, string)) tea.Cmd {
	m.dropMenu()
	seat := m.actor()
	f.lead = append([]string{m.st.bold.Render(m.whoDid(m.sight(), a))}, f.lead...)
	f.make = func() (engine.Command, string) {
		op, wrong := make()
		return engine.Command{Seat: seat, Op: op, Said: engine.SaidNow}, wrong
	}
	return m.open(f)
}

func (m *Model) outcomeForm() tea.Cmd {
	a, _ := m.act()
	first := a.Proposed
	if first == "" {
		first = engine.ResultWorks
	}
	var options []option
	for _, r := range []string{engine.ResultWorks, engine.ResultInPart, engine.ResultFails, engine.ResultPending} {
		options = append(options, option{r, words.Say(m.lang, "result."+r, nil)})
	}
	result := newPick(m.t("Outcome"), options, first)
	text := newArea(m.t("Words"), "", 4)
	f := &form{
		title: m.t("Outcome of {id}", "id", line(a.ID)), fields: []field{result, text}, send: m.t("decide"), done: m.t("Decided: {id}.", "id", line(a.ID)),
		to: func() string { return m.t("to {to}", "to", m.wholeSide(a.Side)) },
	}
	if a.Proposed != "" {
		f.lead = []string{m.t("Proposed by the scenario: {result}", "result", words.Say(m.lang, "result."+a.Proposed, nil))}
	}
	return m.judged(&a, f, func() (engine.Op, string) {
		return engine.DecideOutcome{Act: a.ID, Result: result.value(), Text: text.value()}, ""
	})
}

func (m *Model) confirmFindingKey() tea.Cmd {
	a, _ := m.act()
	m.dropMenu()
	lines := append([]string{m.whoDid(m.sight(), &a)}, m.findingText(m.sight(), &a)...)
	return m.ask(m.t("Confirm this finding?"), m.t("confirm; {side} sees it", "side", m.sideName(a.Side)), func(m *Model) tea.Cmd {
		return m.order(engine.ConfirmFinding{Act: a.ID}, m.t("Confirmed: the finding on {id}.", "id", line(a.ID)))
	}, lines...)
}

func (m *Model) correctForm() tea.Cmd {
	a, _ := m.act()
	pick := func(space string, codes ...string) []option {
		var out []option
		for _, c := range codes {
			out = append(out, option{c, m.causeName(space, c)})
		}
		return out
	}
	verdict := newPick(m.t("Verdict"), pick("verdict", engine.VerdictWithin, engine.VerdictUncited, engine.VerdictOutside), a.Finding.Verdict)
	cause := newPick(m.t("Cause"), append([]option{{"", m.t("none (not outside)")}}, pick("cause", engine.CauseNotHeld, engine.CauseNotPermitted, engine.CauseDoesNotReach,
		engine.CauseConditionUnmet, engine.CauseApprovalMissing, engine.CauseLapsed, engine.CauseNoneCited)...), "")
	authority := newPick(m.t("Authority"), append([]option{{"", m.t("none")}}, m.citable(a.Side)...), a.Finding.Authority)
	reason := newText(m.t("Reason"), m.t("needed"), "")
	f := &form{
		title: m.t("Correct the finding on {id}", "id", line(a.ID)), fields: []field{verdict, cause, authority, reason}, send: m.t("correct"),
		done: m.t("Corrected: the finding on {id}.", "id", line(a.ID)), to: func() string { return m.t("{side} sees it", "side", m.sideName(a.Side)) },
	}
	return m.judged(&a, f, func() (engine.Op, string) {
		op := engine.CorrectFinding{Act: a.ID, Verdict: verdict.value(), Cause: cause.value(), Authority: authority.value(), Reason: reason.value()}
		switch {
		case op.Reason == "":
			return nil, m.t("a correction needs its reason")
		case op.Verdict == engine.VerdictOutside && op.Cause == "":
			return nil, m.t("outside for what cause?")
		case op.Verdict != engine.VerdictOutside:
			op.Cause = ""
		}
		return op, ""
	})
}

// causeName is a verdict or a cause in words that need no arguments.
func (m *Model) causeName(space, code string) string {
	if space == "verdict" {
		return words.Say(m.lang, "verdict."+code, nil)
	}
	return map[string]string{
		engine.CauseNotHeld: m.t("not held by the agency"), engine.CauseNotPermitted: m.t("does not permit the action"),
		engine.CauseDoesNotReach: m.t("does not reach the target"), engine.CauseConditionUnmet: m.t("its condition was not met"),
		engine.CauseApprovalMissing: m.t("an approval is missing"), engine.CauseLapsed: m.t("lapsed"), engine.CauseNoneCited: m.t("none was cited"),
	}[code]
}

func (m *Model) authorityForm() tea.Cmd {
	a, _ := m.act()
	title := newText(m.t("Title"), m.t("what the power is called"), "")
	basis := newText(m.t("Basis"), m.t("the law or rule, as cited"), "")
	reach := append([]option{{"own", m.t("the side itself")}, {"any", m.t("anywhere")}}, m.sideOptions()...)
	reach = append(reach, m.targets()[1:]...)
	reaches := newSeveral(m.t("Reaches"), m.t("the side itself"), reach)
	f := &form{
		title: m.t("State a further authority"), fields: []field{title, basis, reaches}, send: m.t("state"), done: m.t("Stated; the finding is made again with it."),
		to: func() string {
			return m.t("for {side}, to permit: {action}", "side", m.sideName(a.Side), "action", m.actionName(m.sight(), a.Side, a.Name()))
		},
	}
	return m.judged(&a, f, func() (engine.Op, string) {
		return engine.AddAuthority{Act: a.ID, Title: title.value(), Basis: basis.value(), Reaches: reaches.values()}, ""
	})
}

func (m *Model) countForm() tea.Cmd {
	a, _ := m.act()
	as := newPick(m.t("Counts as"), m.catalogue(a.Side), "")
	as.rows = 10
	f := &form{
		title: m.t("Count {id} as", "id", line(a.ID)), fields: []field{as}, send: m.t("count"), done: m.t("Counted: {id}.", "id", line(a.ID)),
		to: func() string { return m.t("the finding and what was expected follow from it") },
	}
	return m.judged(&a, f, func() (engine.Op, string) { return engine.Count{Act: a.ID, As: as.value()}, "" })
}
