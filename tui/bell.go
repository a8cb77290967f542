package tui

import (
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// bellKey is what the desk keeps of the bell: something if it is off.
const bellKey = "bell-off"

// bellEvery is the least time between two rings.
const bellEvery = 2 * time.Second

// alarm is one thing that somebody should look up for.
type alarm struct{ kind, id string }

// bellState rings once for everything that becomes urgent.
type bellState struct {
	off   bool
	heard map[string]map[alarm]bool // what was urgent when looked at last, by seat
	spare map[alarm]bool            // to look with
	owed  bool
	rung  bool
	since time.Time // of the first tick after the last ring
}

// listen finds what has become urgent since the last look. What is so when a
// seat is first looked from is nothing new.
func (b *bellState) listen(v engine.View, me string, t engine.Millis) {
	if b.heard == nil {
		b.heard = map[string]map[alarm]bool{}
	}
	now, before := b.spare, b.heard[v.Seat()]
	if now == nil {
		now = map[alarm]bool{}
	}
	urgentIn(now, v, me, t)
	for u := range now {
		if before != nil && !before[u] {
			b.owed = true
		}
	}
	b.heard[v.Seat()], b.spare = now, before
	clear(b.spare)
}

// urgentIn adds what is urgent for who sits in a seat. What one did oneself is
// not.
func urgentIn(out map[alarm]bool, v engine.View, me string, t engine.Millis) {
	if v.Clock().Life == engine.FrozenLife && frozenBy(v) != me {
		out[alarm{"frozen", ""}] = true
	}
	if v.Control() {
		for _, w := range v.Waiting() {
			if !rings(v.Seat(), w.Kind) {
				continue
			}
			switch w.Kind {
			case "asks":
				if msg, ok := v.Message(w.Ref); ok && msg.By == me {
					continue
				}
			case "proposed", "cued", "due":
			default:
				continue
			}
			out[alarm{w.Kind, w.Ref}] = true
		}
		ringAlarms(v, me, out)
		return
	}
	for i := range v.InboxLen() {
		it := v.InboxAt(i)
		kind := "inbox"
		if it.Recalled {
			kind = "recalled"
		}
		out[alarm{kind, it.ID}] = true
	}
	for i := range v.MessagesLen() {
		if msg := v.MessageAt(i); msg.By != me && callsOn(&msg, v.Seat()) {
			out[alarm{"message", msg.ID}] = true
		}
	}
	for _, a := range v.ApprovalsAsked() {
		if a.State == engine.ApprovalWaiting {
			out[alarm{"approval", a.ID}] = true
		}
	}
	urgentBetween(v, t, out)
	ringAlarms(v, me, out)
}

// callsOn reports whether a message calls on a role: control's to it or its side,
// and its colleagues' to it by name. What is said to the whole side does not.
func callsOn(msg *engine.Message, role string) bool {
	return msg.From != role && slices.Contains(msg.Roles, role) && (engine.IsControl(msg.From) || slices.Contains(msg.To, role))
}

// rings reports whether what waits is for a seat of control's to deal with: for
// a simulator what is asked and what is to be said, for an evaluator nothing.
func rings(seat, kind string) bool {
	if kind == "asks" {
		return engine.MayGive(seat, engine.SendMessage{})
	}
	return engine.Leads(seat) || kind == "cued" && engine.MayGive(seat, engine.Deliver{})
}

// frozenBy is who froze the exercise last.
func frozenBy(v engine.View) string {
	for i := v.LogLen() - 1; i >= 0; i-- {
		e := v.LogAt(i)
		if _, ok := e.Body.(*engine.Frozen); ok {
			return e.By
		}
	}
	return ""
}

// listen listens for who sits before the screen.
func (m *Model) listen() {
	to := map[string]engine.View{}
	if m.lock == nil && !m.alone() {
		to[m.view.Seat()] = m.view
	}
	if m.seat != nil {
		to[m.seat.role] = m.seat.view
	}
	maps.DeleteFunc(m.bell.heard, func(seat string, _ map[alarm]bool) bool { return !to[seat].Valid() })
	me := m.me()
	for _, v := range to {
		m.bell.listen(v, me, m.now)
	}
}

// ring rings if it has to.
func (m *Model) ring() tea.Cmd {
	b := &m.bell
	if b.off {
		b.owed = false
	}
	if !b.owed || b.rung && (b.since.IsZero() || m.wall.Sub(b.since) < bellEvery) {
		return nil
	}
	b.owed, b.rung, b.since = false, true, time.Time{}
	return tea.Raw(bell)
}

// bellKeyPressed turns the bell off or on for this screen.
func (m *Model) bellKeyPressed() tea.Cmd {
	if m.bell.off = !m.bell.off; m.bell.off {
		m.keep(bellKey, "off")
		m.say(m.t("The bell is off."), false)
		return nil
	}
	m.keep(bellKey, "")
	m.say(m.t("The bell is on: it rings for what is urgent."), false)
	return nil
}

// bellHelp is what help says of the key, with how it stands.
const bellHelp = "turn the bell for what is urgent off or on"

// bellWord is what the key does now.
func (m *Model) bellWord() string {
	if m.bell.off {
		return m.t("bell on")
	}
	return m.t("bell off")
}

func (m *Model) bellStands() string {
	if m.bell.off {
		return m.t("it is off")
	}
	return m.t("it is on")
}
