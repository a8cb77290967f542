package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// agreeKey is ENDEX, and after it the release, at the console of a side's
// controller: both need every side.
func (m *Model) agreeKey() tea.Cmd {
	what, title := engine.AgreeEndex, m.t("Agree to ENDEX for {side}?", "side", m.sideName(m.view.ControlOf()))
	follows := m.t("The lead ends the exercise once every side has agreed.")
	if m.life() == engine.Over {
		what, title = engine.AgreeRelease, m.t("Agree to the release for {side}?", "side", m.sideName(m.view.ControlOf()))
		follows = m.t("Once every side has agreed, all of control sees what every side did and said. This can't be taken back then.")
	}
	not := m.hasAgreed(what, m.view.ControlOf())
	yes := m.t("agree")
	if not {
		title, yes = m.t("Take the agreement back?"), m.t("take it back")
	}
	return m.askTwice(title, yes, func(m *Model) tea.Cmd {
		return m.orderControl(engine.Agree{What: what, Not: not}, m.t("Recorded."))
	}, follows, m.agreed(what))
}

func (m *Model) hasAgreed(what, side string) bool {
	for _, a := range m.view.Agreements() {
		if a.What == what && a.Side == side {
			return a.Agreed
		}
	}
	return false
}

// agreed says which sides have agreed to something, "" where nobody needs to.
func (m *Model) agreed(what string) string {
	var yes, no []string
	for _, a := range m.view.Agreements() {
		switch {
		case a.What != what:
		case a.Agreed:
			yes = append(yes, m.sideName(a.Side))
		default:
			no = append(no, m.sideName(a.Side))
		}
	}
	switch {
	case len(yes)+len(no) == 0:
		return ""
	case len(no) == 0:
		return m.t("Agreed: every side.")
	case len(yes) == 0:
		return m.t("Not agreed yet: {sides}.", "sides", m.joinNames(no))
	}
	return m.t("Agreed: {yes}. Not yet: {no}.", "yes", m.joinNames(yes), "no", m.joinNames(no))
}

// handPart says whose console it is, where control sits in several seats.
func (m *Model) handPart() string {
	switch {
	case m.looksOn() && !m.alone():
		return m.st.bold.Render(m.seatTitle(m.home))
	case len(m.view.Agreements()) == 0:
		return ""
	case m.view.ControlOf() == "":
		return m.st.bold.Render(m.t("lead"))
	}
	return m.st.bold.Render(m.t("controller of {side}", "side", m.sideName(m.view.ControlOf())))
}

// whyNoEnd: after ENDEX a side's controller can still agree to the release.
func (m *Model) whyNoEnd() string {
	if m.view.ControlOf() != "" && m.life() == engine.Over && !m.view.OpenedUp() {
		return ""
	}
	return m.whyNotStarted()
}
