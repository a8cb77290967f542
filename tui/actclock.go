package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// spaceKey starts, pauses or resumes, whichever there is to do.
func (m *Model) spaceKey() tea.Cmd {
	switch m.life() {
	case engine.Planned:
		return m.ask("Start the exercise (STARTEX)?", "start", func(m *Model) tea.Cmd { return m.orderControl(engine.Start{}, "The exercise has started.") },
			"The clock starts, and what is due reaches the players: "+m.everyone()+".")
	case engine.Running:
		return m.orderControl(engine.Pause{}, "Paused.")
	case engine.FrozenLife:
		return m.ask("Go on after the freeze?", "go on", func(m *Model) tea.Cmd { return m.orderControl(engine.Resume{}, "The exercise goes on.") },
			"The clock runs again from "+clockText(m.now)+".")
	default:
		return m.orderControl(engine.Resume{}, "The clock runs.")
	}
}

func (m *Model) spaceWord() string {
	switch m.life() {
	case engine.Planned:
		return "start"
	case engine.Running:
		return "pause"
	default:
		return "resume"
	}
}

// everyone says how many players there are.
func (m *Model) everyone() string {
	return fmt.Sprintf("%d roles on %d sides", len(m.view.Seats()), len(m.view.Sides()))
}

// freezeKey asks nothing: the real world does not wait.
func (m *Model) freezeKey() tea.Cmd { return m.orderControl(engine.Freeze{}, "Frozen. Space goes on.") }

// lastSegment reports whether no segment of the phase is left.
func (m *Model) lastSegment() bool {
	h := m.view.Head()
	return h.Phase == nil || m.view.Clock().Segment+1 >= len(h.Phase.Segments)
}

// nextSegmentKey ends the segment; the last one of a phase ends with it.
func (m *Model) nextSegmentKey() tea.Cmd {
	h := m.view.Head()
	if m.lastSegment() {
		return m.askPhase("This is the last segment of " + line(h.Phase.Title.In(m.lang)) + ".")
	}
	n := m.view.Clock().Segment + 1
	of := h.Segment.ID
	return m.ask("End this segment?", "end it", func(m *Model) tea.Cmd { return m.orderControl(engine.NextSegment{}, "The next segment has begun.") },
		"Now: "+m.segmentName()+"; next: "+m.segmentWord(n)+".",
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
		return "Nothing of it is left to deliver."
	case 1:
		return "1 inject not delivered goes on hold."
	}
	return fmt.Sprintf("%d injects not delivered go on hold.", n)
}

func (m *Model) segmentWord(n int) string {
	s := &m.view.Head().Phase.Segments[n]
	name := line(s.Title.In(m.lang))
	if name == "" {
		name = words.Say(m.lang, "segment."+s.Kind, nil)
	}
	return name + ", " + spanText(s.Length)
}

func (m *Model) nextPhaseKey() tea.Cmd { return m.askPhase() }

// askPhase asks whether the next phase, of which there is one, is to start.
func (m *Model) askPhase(first ...string) tea.Cmd {
	c := m.view.Clock()
	p := &m.view.Scenario().Phases[c.Phase+1]
	story := "Story time goes on."
	if to := p.Story.UnixMilli(); to > c.StoryAt(m.now) {
		story = "Story time leaps to " + storyTexts(to, m.view.Sides()) + "."
	}
	now := m.view.Head().Phase.ID
	return m.ask("Start the phase "+line(p.Title.In(m.lang))+"?", "start it", func(m *Model) tea.Cmd { return m.orderControl(engine.NextPhase{}, "The next phase has begun.") },
		append(first, story, m.leftOver(func(d *scenarios.Inject) bool { return d.Phase == now }))...)
}

func (m *Model) endKey() tea.Cmd {
	return m.askTwice("End the exercise (ENDEX)?", "end it for everyone", func(m *Model) tea.Cmd { return m.orderControl(engine.End{}, "The exercise is over.") },
		"This can't be taken back: the clock stops for "+m.everyone()+".",
		"Decide outcomes and proposals before; findings, rulings and notes can be dealt with after.", "Afterwards q leaves, and this makes the account:", "  parley report "+line(m.host.Path()))
}

// afterWord is what is next when the exercise is over.
func (m *Model) afterWord() string {
	return "q leaves; then: parley report " + line(m.host.Path())
}

func (m *Model) rateForm() tea.Cmd {
	c := m.view.Clock()
	rate := newText("Rate", "2, 1/2, 10 …", rateText(&c))
	return m.open(&form{
		title: "Rate", lead: []string{"Exercise time per real time. Now " + rateText(&c) + "."}, fields: []field{rate}, send: "set",
		done: "The rate is set.",
		make: func() (engine.Command, string) {
			num, den, ok := parseRate(rate.value())
			if !ok {
				return engine.Command{}, "a rate is a number such as 2 or 1/2"
			}
			return m.control(engine.SetRate{Num: num, Den: den}), ""
		},
	})
}

// control makes a command of control's.
func (m *Model) control(op engine.Op) engine.Command {
	return engine.Command{Seat: engine.SeatControl, Op: op, Said: engine.SaidNow}
}

// quitKey asks, and says where the transcript lies.
func (m *Model) quitKey() tea.Cmd {
	where := "The record lies in " + line(m.host.Path()) + "."
	what := "The exercise is over; parley report makes the account of it."
	if m.life() != engine.Over {
		what = "The exercise is not over; it can be taken up again from its record."
	}
	return m.ask("Leave Parley?", "leave", func(*Model) tea.Cmd { return tea.Quit }, what, where)
}
