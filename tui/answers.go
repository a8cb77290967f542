package tui

import (
	"sync"

	tea "charm.land/bubbletea/v2"
)

// answers holds what came of commands until the screen has taken it in. The
// program that gave one may have ended with its connection by then, and what
// that one is told is lost; this is not.
type answers struct {
	mu   sync.Mutex
	last int
	came map[int]tea.Msg
}

// expect gives the answer to a command its place.
func (a *answers) expect() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.last++
	return a.last
}

// keep holds an answer, and gives it on.
func (a *answers) keep(place int, msg tea.Msg) tea.Msg {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.came == nil {
		a.came = map[int]tea.Msg{}
	}
	a.came[place] = msg
	return msg
}

// take reports whether an answer is taken in for the first time.
func (a *answers) take(place int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	_, ok := a.came[place]
	delete(a.came, place)
	return ok || place == 0
}

// waiting are the answers that nobody has taken in.
func (a *answers) waiting() []tea.Msg {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out []tea.Msg
	for _, msg := range a.came {
		out = append(out, msg)
	}
	return out
}

// takeAnswer takes in what came of commands, once.
func (m *Model) takeAnswer(msg tea.Msg) {
	switch msg := msg.(type) {
	case sentMsg:
		if m.answers.take(msg.place) {
			m.sent(msg)
		}
	case batchMsg:
		if m.answers.take(msg.place) {
			m.batched(msg)
		}
	}
}

// lateAnswers takes in those that were told to a program that had ended.
func (m *Model) lateAnswers() {
	for _, msg := range m.answers.waiting() {
		m.takeAnswer(msg)
	}
}
