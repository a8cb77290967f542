package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// stepsKey opens the menu of steps.
const stepsKey = "s"

// entry is something of a menu that can be done now.
type entry struct {
	key   string // the same whatever the language: drafts keep it, plain mode takes it
	label string
	open  func(m *Model) tea.Cmd
}

// stepsHere are the steps that can be taken with what is under the cursor, the
// likeliest first. Each part gives those of its kind of thing, and none for
// others.
func (m *Model) stepsHere() []entry {
	at := m.at()
	return slices.Concat(m.requestSteps(at), m.callSteps(at), m.evidenceSteps(at), m.proposalSteps(at), m.caseSteps(at))
}

// newThings are what can be begun.
func (m *Model) newThings() []entry {
	if m.life() == engine.Over {
		return m.scoreEntries()
	}
	return slices.Concat(m.newRequests(), m.newCalls(), m.newProposals(), m.newCases())
}

func (m *Model) whyNoSteps() string {
	switch {
	case m.seat == nil:
		return m.t("only a seat does that")
	case len(m.stepsHere()) == 0:
		return m.t("no step can be taken with what is under the cursor")
	}
	return m.whyNotDuring()
}

func (m *Model) whyNothingNew() string {
	switch {
	case m.seat == nil:
		return m.t("only a seat does that")
	case len(m.newThings()) == 0:
		return m.t("this exercise has nothing to begin; d says what you do, m writes a message")
	case m.life() == engine.Over:
		return ""
	}
	return m.whyNotDuring()
}

func (m *Model) stepsMenu() tea.Cmd {
	at := m.at()
	if r, ok := requestAt(m.seat.view, at); ok {
		at = requestSubject(r.ID)
	}
	return m.menu(m.t("Steps: {what}", "what", m.details(m.seat.view, at, textWidth).title), m.t("Step"), m.stepsHere())
}

func (m *Model) newMenu() tea.Cmd { return m.menu(m.t("New"), m.t("What"), m.newThings()) }

// menu has one entry chosen, and does it.
func (m *Model) menu(title, label string, all []entry) tea.Cmd {
	options := make([]option, len(all))
	for i := range all {
		options[i] = option{all[i].key, all[i].label}
	}
	pick := newPick(label, options, "")
	pick.rows = 14
	f := &form{title: title, fields: []field{pick}, send: m.t("go on"), low: true}
	f.instead = func(m *Model) (tea.Cmd, string) {
		for i := range all {
			if all[i].key == pick.value() {
				m.drop(f)
				return all[i].open(m), ""
			}
		}
		return nil, m.t("choose one")
	}
	return m.open(f)
}
