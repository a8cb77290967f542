package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// spaceKey starts, pauses or resumes, whichever there is to do.
func (m *Model) spaceKey() tea.Cmd {
	switch m.life() {
	case engine.Planned:
		return m.ask(m.t("Start the exercise (STARTEX)?"), m.t("start"), func(m *Model) tea.Cmd { return m.orderControl(engine.Start{}, m.t("The exercise has started.")) },
			m.t("The clock starts, and what is due reaches the players: {everyone}.", "everyone", m.everyone()))
	case engine.Running:
		return m.orderControl(engine.Pause{}, m.t("Paused."))
	case engine.FrozenLife:
		return m.ask(m.t("Go on after the freeze?"), m.t("go on"), func(m *Model) tea.Cmd { return m.orderControl(engine.Resume{}, m.t("The exercise goes on.")) },
			m.t("The clock runs again from {time}.", "time", clockText(m.now)))
	default:
		return m.orderControl(engine.Resume{}, m.t("The clock runs."))
	}
}

func (m *Model) spaceWord() string {
	switch m.life() {
	case engine.Planned:
		return m.t("start")
	case engine.Running:
		return m.t("pause")
	default:
		return m.t("resume")
	}
}

// everyone says how many players there are.
func (m *Model) everyone() string {
	return m.t("{roles} roles on {sides} sides", "roles", strconv.Itoa(len(m.view.Seats())), "sides", strconv.Itoa(len(m.view.Sides())))
}

// freezeKey asks nothing: the real world does not wait.
func (m *Model) freezeKey() tea.Cmd {
	return m.orderControl(engine.Freeze{}, m.t("Frozen. Space goes on."))
}

// lastSegment reports whether no segment of the phase is left.
func (m *Model) lastSegment() bool {
	h := m.view.Head()
	return h.Phase == nil || m.view.Clock().Segment+1 >= len(h.Phase.Segments)
}

// nextSegmentKey ends the segment; the last one of a phase ends with it.
func (m *Model) nextSegmentKey() tea.Cmd {
	h := m.view.Head()
	if m.lastSegment() {
		return m.askPhase(m.t("This is the last segment of {phase}.", "phase", line(h.Phase.Title.In(m.lang))))
	}
	n := m.view.Clock().Segment + 1
	of := h.Segment.ID
	return m.ask(m.t("End this segment?"), m.t("end it"), func(m *Model) tea.Cmd {
		return m.orderControl(engine.NextSegment{}, m.t("The next segment has begun."))
	},
		m.t("Now: {now}; next: {next}.", "now", m.segmentName(), "next", m.segmentWord(n)),
		m.leftOver(func(d *scenarios.Inject) bool { return of != "" && d.HasAt && d.Segment == of }))
}

// leftOver says how many injects an ending phase or segment has not delivered.
func (m *Model) leftOver(mine func(d *scenarios.Inject) bool) string {
	n := 0
	for i := range m.view.MSELLen() {
		it := m.view.MSELAt(i)
		if s := it.State; (s == engine.InjectPlanned || s == engine.InjectDue) && mine(it.Def) {
			n++
		}
	}
	switch n {
	case 0:
		return m.t("Nothing of it is left to deliver.")
	case 1:
		return m.t("1 inject not delivered goes on hold.")
	}
	return m.t("{n} injects not delivered go on hold.", "n", strconv.Itoa(n))
}

func (m *Model) segmentWord(n int) string {
	s := &m.view.Head().Phase.Segments[n]
	name := line(s.Title.In(m.lang))
	if name == "" {
		name = words.Say(m.lang, "segment."+s.Kind, nil)
	}
	return m.t("{name}, {length}", "name", name, "length", spanText(s.Length))
}

func (m *Model) nextPhaseKey() tea.Cmd { return m.askPhase() }

// askPhase asks whether the next phase, of which there is one, is to start.
func (m *Model) askPhase(first ...string) tea.Cmd {
	c := m.view.Clock()
	p := &m.view.Scenario().Phases[c.Phase+1]
	story := m.t("Story time goes on.")
	if to := p.Story.UnixMilli(); to > c.StoryAt(m.now) {
		story = m.t("Story time leaps to {time}.", "time", m.storyTexts(to, m.view.Sides()))
	}
	now := m.view.Head().Phase.ID
	return m.ask(m.t("Start the phase {phase}?", "phase", line(p.Title.In(m.lang))), m.t("start it"), func(m *Model) tea.Cmd { return m.orderControl(engine.NextPhase{}, m.t("The next phase has begun.")) },
		append(first, story, m.leftOver(func(d *scenarios.Inject) bool { return d.Phase == now }))...)
}

func (m *Model) endKey() tea.Cmd {
	if m.view.ControlOf() != "" {
		return m.agreeKey()
	}
	return m.askTwice(m.t("End the exercise (ENDEX)?"), m.t("end it for everyone"), func(m *Model) tea.Cmd { return m.orderControl(engine.End{}, m.t("The exercise is over.")) },
		m.t("This can't be taken back: the clock stops for {everyone}.", "everyone", m.everyone()),
		m.agreed(engine.AgreeEndex),
		m.t("Decide outcomes and proposals before; findings, rulings and notes can be dealt with after."), m.t("Afterwards q leaves, and this makes the account:"), "  parley report "+line(m.host.Path()))
}

// afterWord is what is next when the exercise is over.
func (m *Model) afterWord() string {
	return m.t("q leaves; then: parley report {path}", "path", line(m.host.Path()))
}

func (m *Model) rateForm() tea.Cmd {
	c := m.view.Clock()
	rate := newText(m.t("Rate"), "2, 1/2, 10 …", rateText(&c))
	return m.open(&form{
		title: m.t("Rate"), lead: []string{m.t("Exercise time per real time. Now {rate}.", "rate", rateText(&c))}, fields: []field{rate}, send: m.t("set"),
		done: m.t("The rate is set."),
		make: func() (engine.Command, string) {
			num, den, ok := parseRate(rate.value())
			if !ok {
				return engine.Command{}, m.t("a rate is a number such as 2 or 1/2")
			}
			return m.control(engine.SetRate{Num: num, Den: den}), ""
		},
	})
}

// control makes a command of control's.
func (m *Model) control(op engine.Op) engine.Command {
	return engine.Command{Seat: m.home, Op: op, Said: engine.SaidNow}
}

// quitKey asks, and says how the exercise goes on.
func (m *Model) quitKey() tea.Cmd {
	switch {
	case m.opts.Remote:
		return m.askLeave()
	case m.hosts():
		return m.closeConsole()
	}
	path := line(m.host.Path())
	lines := []string{m.t("The exercise is saved, and stands until it is resumed with:"), "  parley resume " + path}
	switch {
	case m.host.Err() != nil:
		lines[0] = m.t("What was acknowledged is saved. The exercise can be resumed with:")
	case m.life() == engine.Over:
		lines = []string{m.t("The exercise is over and saved. This makes the account of it:"), "  parley report " + path}
	}
	if n := len(m.drafts); n > 0 {
		lines = append(lines, m.t("Drafts that are kept: {n}.", "n", strconv.Itoa(n)))
	}
	return m.ask(m.t("Leave Parley?"), m.t("leave"), func(m *Model) tea.Cmd { return m.leave() }, lines...)
}
