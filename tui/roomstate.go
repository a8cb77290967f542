package tui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// room is what a facilitator's console knows of the terminals of the others.
// It is asked for where nothing waits for it, and kept.
type room struct {
	watch     *roomWatch // nil where nobody has a terminal of their own
	known     bool       // it was asked for once
	terminals []Terminal
	attempts  []Attempt
	gen       int                 // counted up when it was asked for
	news      []string            // not said yet
	last      map[seatedKey]State // of all who ever had a terminal
	guessed   map[Attempt]bool
	warned    time.Time // when guesses were told of last
	goOn      bool      // this screen was closed, and the others play on
}

// seatedKey is a person in a seat: their terminal may be another one later.
type seatedKey struct{ seat, person string }

// roomWatch listens to a [Room].
type roomWatch struct {
	room    Room
	changed <-chan struct{}
	cancel  func()
	done    chan struct{} // closed when nobody looks any more
}

// What a room brings, and what came of something done there.
type (
	roomMsg struct {
		w         *roomWatch
		terminals []Terminal
		attempts  []Attempt
	}
	roomDoneMsg struct {
		done string // said if all went well
		card *codeCard
		err  error
	}
)

// watchRoom begins to listen to the room, where there is one.
func (m *Model) watchRoom() {
	if m.opts.Room == nil || m.room.watch != nil || !engine.Leads(m.home) {
		return
	}
	w := &roomWatch{room: m.opts.Room, done: make(chan struct{})}
	w.changed, w.cancel = w.room.Changed()
	m.room.watch = w
}

// unwatchRoom lets go of it.
func (m *Model) unwatchRoom() {
	if w := m.room.watch; w != nil {
		w.cancel()
		close(w.done)
		m.room.watch = nil
	}
}

// look asks who is there.
func (w *roomWatch) look() tea.Msg {
	msg := roomMsg{w: w, terminals: w.room.Terminals(), attempts: w.room.Attempts()}
	return msg
}

// first asks for the first time; nil where there is nothing to ask.
func (w *roomWatch) first() tea.Cmd {
	if w == nil {
		return nil
	}
	return w.look
}

// wait waits for a change and asks again.
func (w *roomWatch) wait() tea.Cmd {
	return func() tea.Msg {
		select {
		case <-w.done:
			return nil
		case _, ok := <-w.changed:
			if !ok {
				return nil
			}
			return w.look()
		}
	}
}

// roomed takes in who is there.
func (m *Model) roomed(msg roomMsg) tea.Cmd {
	r := &m.room
	if msg.w != r.watch {
		return nil // of a time when nobody looked
	}
	r.terminals = slices.DeleteFunc(slices.Clone(msg.terminals), func(t Terminal) bool { return !m.seesSeat(t.Seat) })
	r.attempts = slices.DeleteFunc(slices.Clone(msg.attempts), func(a Attempt) bool { return !m.seesSeat(a.Seat) })
	m.comings()
	m.guesses()
	r.known = true
	r.gen++
	m.sayRoom()
	return msg.w.wait()
}

// maxNews is how many lines wait to be said: who was away for a while reads the
// screen, not the past.
const maxNews = 8

func (r *room) tell(s string) {
	if r.news = append(r.news, s); len(r.news) > maxNews {
		r.news = r.news[len(r.news)-maxNews:]
	}
}

// comings notices who dropped, and who came back. Between the two somebody may
// be in no list for a moment.
func (m *Model) comings() {
	r := &m.room
	if r.last == nil {
		r.last = map[seatedKey]State{}
	}
	for i := range r.terminals {
		t := &r.terminals[i]
		key := seatedKey{t.Seat, t.Person}
		was, known := r.last[key]
		r.last[key] = t.State
		switch {
		case !r.known || !known || (was == Gone) == (t.State == Gone):
		case t.State == Gone:
			r.tell(m.t("{who} has dropped ({seat}); what they wrote is kept", "who", m.terminalName(t), "seat", m.seatTitle(t.Seat)))
		default:
			r.tell(m.t("{who} is back ({seat})", "who", m.terminalName(t), "seat", m.seatTitle(t.Seat)))
		}
	}
}

// worthSaying is how many wrong codes are more than somebody's mistyping.
const worthSaying = 5

// warnEvery is the least time between two lines about guesses: whoever has many
// addresses is not to fill the screen from outside.
const warnEvery = time.Minute

// guesses notices, once for an address and for a seat, that codes are being
// tried.
func (m *Model) guesses() {
	r := &m.room
	known := map[Attempt]bool{}
	for i := range r.attempts {
		a := &r.attempts[i]
		key := Attempt{Address: a.Address}
		if a.Address == "" {
			key.Seat = a.Seat
		}
		if a.Wrong < worthSaying && a.Until.IsZero() {
			continue
		}
		known[key] = true
		if now := m.opts.Now(); r.known && !r.guessed[key] && now.Sub(r.warned) >= warnEvery {
			r.warned = now
			r.tell(m.t("codes are being tried: {what}; {key} shows who", "what", m.attemptText(a), "key", "p"))
		}
	}
	r.guessed = known
}

// attemptText is codes tried in vain: from an address, or by somebody who has
// the beginning of a seat's code right.
func (m *Model) attemptText(a *Attempt) string {
	n := text64(int64(a.Wrong))
	if a.Address == "" {
		return m.t("{seat}: its code was mistyped {n} times", "seat", m.triedSeat(a.Seat), "n", n)
	}
	return m.t("{seat} from {address}: {n} wrong", "seat", m.triedSeat(a.Seat), "address", line(a.Address), "n", n)
}

// sayRoom says the next line, quietly: never over another, and never where
// control's console is not.
func (m *Model) sayRoom() {
	r := &m.room
	if len(r.news) == 0 || m.note != "" || m.lock != nil {
		return
	}
	m.say(r.news[0], false)
	r.news = r.news[1:]
}

// seatSide is the side of a seat, a role's or of the staff, "" for none.
func (m *Model) seatSide(seat string) string {
	if _, side, ok := strings.Cut(seat, "/"); ok && engine.IsStaff(seat) {
		return side
	}
	return m.view.SideOf(seat)
}

// perSide reports whether control sits in several seats.
func (m *Model) perSide() bool { return engine.PerSide(m.view.Scenario()) }

// seesSeat reports whether the facilitator is told of terminals in a seat: a
// side's controller of those of the side.
func (m *Model) seesSeat(seat string) bool {
	side := m.view.ControlOf()
	return !m.perSide() || side == "" || m.seatSide(seat) == side
}

// managesSeat reports whether codes of a seat, and who sits there, are the
// facilitator's to deal with: the lead's are those of the staff, a controller's
// those of the side.
func (m *Model) managesSeat(seat string) bool {
	switch side := m.view.ControlOf(); {
	case !m.perSide():
		return true
	case side == "":
		return engine.IsStaff(seat)
	default:
		return m.seatSide(seat) == side
	}
}

// terminalName is the name of who sits at a terminal, as far as it is for the
// facilitator to know.
func (m *Model) terminalName(t *Terminal) string {
	switch name := line(t.Name); {
	case !m.view.Knows(t.Seat):
		return m.t("somebody")
	case name == "" && t.Seat == engine.SeatProjector:
		return m.t("the wall")
	case name == "":
		return line(t.Person)
	default:
		return name
	}
}

// seatKind is any seat in words, without its side.
func (m *Model) seatKind(seat string) string {
	kind, side, _ := strings.Cut(seat, "/")
	switch {
	case !engine.IsStaff(seat):
		return m.roleTitle(seat)
	case kind == engine.SeatControl && side != "":
		return m.t("controller")
	}
	return map[string]string{
		engine.SeatControl: m.t("facilitator"), engine.SeatSimulator: m.t("simulator"), engine.SeatEvaluator: m.t("evaluator"),
		engine.SeatObserver: m.t("observer"), engine.SeatProjector: m.t("projector"),
	}[kind]
}

// seatTitle is any seat in words, and whose it is.
func (m *Model) seatTitle(seat string) string {
	side := m.seatSide(seat)
	switch {
	case side == "":
		return m.seatKind(seat)
	case engine.Leads(seat):
		return m.t("controller of {side}", "side", m.sideName(side))
	}
	return m.t("{what} of {side}", "what", m.seatKind(seat), "side", m.sideName(side))
}

// triedSeat is a seat that somebody asked for, if there is one of that name.
func (m *Model) triedSeat(seat string) string {
	if engine.IsSeat(m.view.Scenario(), seat) {
		return m.seatTitle(seat)
	}
	return m.t("no seat of ours")
}

// stateText says how a terminal does, with a sign that needs no colour.
func (m *Model) stateText(t *Terminal, now time.Time) (string, style) {
	since := m.ago(now.Sub(t.Since))
	switch t.State {
	case Idle:
		return "◌ " + m.t("idle {time}", "time", since), m.st.dim
	case Lagging:
		return "◑ " + m.t("lagging {time}", "time", since), m.st.warn
	case Gone:
		return "✗ " + m.t("gone {time}", "time", since), m.st.bad
	default:
		return "● " + m.t("connected"), m.st.good
	}
}

// ago is a span of wall time in its greatest unit.
func (m *Model) ago(d time.Duration) string {
	switch d = max(0, d); {
	case d < time.Minute:
		return m.t("{n} s", "n", text64(int64(d/time.Second)))
	case d < time.Hour:
		return m.t("{n} min", "n", text64(int64(d/time.Minute)))
	default:
		return m.t("{n} h", "n", text64(int64(d/time.Hour)))
	}
}

// troubled counts the terminals that are gone and that lag.
func (r *room) troubled() (gone, lagging int) {
	for i := range r.terminals {
		switch r.terminals[i].State {
		case Gone:
			gone++
		case Lagging:
			lagging++
		}
	}
	return gone, lagging
}

// connected counts the people who are there, at terminals of their own.
func (r *room) connected() int {
	n := 0
	for i := range r.terminals {
		if r.terminals[i].State != Gone {
			n++
		}
	}
	return n
}
