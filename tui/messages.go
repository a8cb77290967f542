package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// What the model is told beside keys.
type (
	// tickMsg is the exercise clock's next second.
	tickMsg struct{ at time.Time }
	// changedMsg says that a seat's view may have changed.
	changedMsg struct{ w *watch }
	// sentMsg is what came of a command.
	sentMsg struct {
		form *form // that made it, or nil
		done string
		err  error
		// again says that the same command had been taken before.
		again bool
		// place of the answer among those that are awaited, from 1; 0: none.
		place int
	}
)

// watch is one seat that is looked at.
type watch struct {
	seat    string
	changed <-chan struct{}
	cancel  func()
	done    chan struct{} // closed when nobody looks any more
}

func newWatch(h watched, seat string) *watch {
	w := &watch{seat: seat, done: make(chan struct{})}
	w.changed, w.cancel = h.Watch(seat)
	return w
}

func (w *watch) stop() {
	if w == nil {
		return
	}
	w.cancel()
	close(w.done)
}

// watched is a host as far as it is watched.
type watched interface {
	Watch(seat string) (changed <-chan struct{}, cancel func())
}

// wait waits for the next token.
func (w *watch) wait() tea.Cmd {
	if w == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case <-w.done:
			return nil
		case _, ok := <-w.changed:
			if !ok {
				return nil
			}
			return changedMsg{w}
		}
	}
}

// tick waits for the exercise clock's next full second.
func (m *Model) tick() tea.Cmd { return tickAt(m.view.Clock(), m.now) }

func tickAt(c engine.Clock, now engine.Millis) tea.Cmd {
	wait := time.Second
	if c.Life == engine.Running {
		left := 1000 - now%1000
		wait = max(time.Duration(left)*time.Millisecond*time.Duration(c.Den)/time.Duration(c.Num), 100*time.Millisecond)
		wait = min(wait, time.Second)
	}
	return tea.Tick(wait, func(at time.Time) tea.Msg { return tickMsg{at} })
}

// send gives a command in a tea.Cmd. done is said when it was taken, "" for
// nothing.
func (m *Model) send(c engine.Command, f *form, done string) tea.Cmd {
	if c.ID == "" {
		c.ID = m.opts.NewID()
	}
	m.asControl(&c)
	if m.lock != nil && c.By == "" {
		c.By = m.lock.Person
	}
	m.sending++
	host, ctx, place := m.host, m.ctx, m.answers.expect()
	return func() tea.Msg {
		a, err := host.Do(ctx, c)
		return m.answers.keep(place, sentMsg{form: f, done: done, err: err, again: a.Repeated, place: place})
	}
}

// order gives a command of the seat whose screen is shown.
func (m *Model) order(op engine.Op, done string) tea.Cmd {
	return m.send(engine.Command{Seat: m.actor(), Op: op, Said: engine.SaidNow}, nil, done)
}

// orderControl gives a command of control's, from whichever screen.
func (m *Model) orderControl(op engine.Op, done string) tea.Cmd {
	return m.send(m.control(op), nil, done)
}

// sent takes in what came of a command.
func (m *Model) sent(msg sentMsg) {
	m.sending = max(0, m.sending-1)
	if msg.form != nil {
		msg.form.sending = false
	}
	if msg.err != nil {
		m.say(m.reason(msg.err), true)
		var r *engine.Refusal
		if msg.form != nil && msg.form.refused != nil && errors.As(msg.err, &r) {
			msg.form.refused(m, r.Code)
		}
		return
	}
	if msg.done != "" {
		m.say(msg.done, false)
	}
	if msg.form != nil {
		m.taken(msg.form, msg.again)
	}
	m.pull()
}

// reason puts an error of a command into words.
func (m *Model) reason(err error) string {
	var r *engine.Refusal
	if errors.As(err, &r) {
		return line(words.Say(m.lang, "refusal."+r.Code, r.Args))
	}
	return line(m.t("Not done: {error}", "error", err.Error()))
}
