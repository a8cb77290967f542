package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
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

func (m *Model) nextSegmentKey() tea.Cmd {
	h := m.view.Head()
	segments := h.Phase.Segments
	next := "the phase has no further segment; P starts the next phase"
	if n := m.view.Clock().Segment + 1; n < len(segments) {
		next = "next: " + m.segmentWord(n)
	}
	return m.ask("End this segment?", "end it", func(m *Model) tea.Cmd { return m.orderControl(engine.NextSegment{}, "The next segment has begun.") },
		"Now: "+m.segmentName()+"; "+next+".", "What it has not delivered is put on hold.")
}

func (m *Model) segmentWord(n int) string {
	s := &m.view.Head().Phase.Segments[n]
	name := line(s.Title.In(m.lang))
	if name == "" {
		name = words.Say(m.lang, "segment."+s.Kind, nil)
	}
	return name + ", " + spanText(s.Length)
}

func (m *Model) nextPhaseKey() tea.Cmd {
	next := "There is no further phase; E ends the exercise."
	sc, n := m.view.Scenario(), m.view.Clock().Phase+1
	if n < len(sc.Phases) {
		p := &sc.Phases[n]
		next = "Next: " + line(p.Title.In(m.lang)) + ", story time " + storyTexts(p.Story.UnixMilli(), m.view.Sides()) + "."
	}
	return m.ask("End this phase?", "end it", func(m *Model) tea.Cmd { return m.orderControl(engine.NextPhase{}, "The next phase has begun.") },
		next, "What it has not delivered is put on hold.")
}

func (m *Model) endKey() tea.Cmd {
	return m.askTwice("End the exercise (ENDEX)?", "end it for everyone", func(m *Model) tea.Cmd { return m.orderControl(engine.End{}, "The exercise is over.") },
		"This can't be taken back: the clock stops for "+m.everyone()+".")
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
	what := "The exercise is over."
	if m.life() != engine.Over {
		what = "The exercise is not over; it can be taken up again from its record."
	}
	return m.ask("Leave Parley?", "leave", func(*Model) tea.Cmd { return tea.Quit }, what, where)
}
