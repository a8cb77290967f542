package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// scoreEntries are what a side can do with scores, after ENDEX: read its own,
// and let the others read them.
func (m *Model) scoreEntries() []entry {
	v := m.seat.view
	scores, ok := v.Scores()
	if !ok {
		return nil
	}
	var out []entry
	for _, s := range scores.Sides {
		at := of(onScore, s.Side)
		out = append(out, entry{"scores-" + s.Side, m.t("the scores of {side}", "side", m.sideName(s.Side)), func(m *Model) tea.Cmd {
			m.lay(&fullDetail{at: at})
			return nil
		}})
		if s.Side == v.Side().ID && !s.Released {
			out = append(out, entry{"release-scores", m.t("release your side's scores to the others"), (*Model).releaseScores})
		}
	}
	return out
}

func (m *Model) releaseScores() tea.Cmd {
	return m.ask(m.t("Release your side's scores?"), m.t("release"), func(m *Model) tea.Cmd {
		return m.order(engine.ReleaseScores{}, m.t("Your side's scores are released."))
	}, m.t("The others see them once every side has released its own. It can't be taken back."))
}
