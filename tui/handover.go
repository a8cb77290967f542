package tui

import (
	"encoding/json"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// lock says that the screen is a seat's that was handed over: nothing of
// control's is on it, and no key but the PIN leads there.
type lock struct {
	Seat   string `json:"seat"`
	Person string `json:"person"`
	Name   string `json:"name"`
}

// What the desk keeps of it, in control's name.
const (
	lockKey  = "lock"
	triesKey = "wrong-pins"
)

// tries slows down who tries PINs.
type tries struct {
	wrong int
	since time.Time // of the first tick after the last one
	asked bool      // one is being checked
}

// wait is how long it takes until another PIN is looked at: 1 s after the
// first wrong one, twice as long after each, never more than a minute.
func (t *tries) wait(wall time.Time) time.Duration {
	if t.wrong == 0 {
		return 0
	}
	d := min(time.Second<<min(t.wrong-1, 6), time.Minute)
	if t.since.IsZero() {
		return d
	}
	return max(0, d-wall.Sub(t.since))
}

type (
	// handedMsg is what came of handing a seat over.
	handedMsg struct {
		form *form
		lock lock
		err  error
	}
	// pinMsg says whether a PIN was the right one.
	pinMsg struct {
		form *form
		ok   bool
	}
)

// keepLock keeps what outlives the program, in control's name.
func (m *Model) keepLock(key string, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		return // texts and numbers only: there is none
	}
	m.desk.Keep(m.home, m.opts.Person, key, string(b))
}

// handoverForm hands a seat to somebody who sits down at this terminal.
func (m *Model) handoverForm() tea.Cmd {
	seat := newPick(m.t("Seat"), m.seatOptions(), "")
	seat.rows = 8
	name := newText(m.t("Name"), m.t("who sits down there"), "")
	f := &form{
		title: m.t("Hand this screen over"), send: m.t("hand over"), fields: []field{seat, name},
		lead: []string{m.t("The screen becomes that seat's, and nothing of control's can be seen until your PIN is typed.")},
		to:   func() string { return m.t("{who}'s, until control's PIN is typed", "who", m.roleTitle(seat.value())) },
	}
	var digits, again *pinField
	if !m.desk.HasPIN() {
		digits, again = newPIN(m.t("New PIN"), m.t("4 to 12 digits, to come back with")), newPIN(m.t("PIN again"), "")
		f.fields = append(f.fields, digits, again)
	}
	f.instead = func(m *Model) (tea.Cmd, string) {
		chosen := ""
		switch {
		case name.value() == "":
			return nil, m.t("say who sits down there")
		case digits != nil && !digits.whole():
			return nil, m.t("a PIN has 4 to 12 digits")
		case digits != nil && digits.digits != again.digits:
			return nil, m.t("the two PINs are not the same")
		case digits != nil:
			chosen = digits.digits
		}
		f.sending = true
		return m.handOver(f, lock{seat.value(), "p-" + strings.ToLower(clip(m.opts.NewID(), 8)), name.value()}, chosen), ""
	}
	return m.open(f)
}

// whyNoHandover: what was said in lines stays where it was said.
func (m *Model) whyNoHandover() string {
	if m.opts.Remote {
		return m.t("that is for the computer that the exercise runs on")
	}
	if m.opts.Plain {
		return m.t("what was said in lines can still be read; hand over a screen without --plain")
	}
	return ""
}

// handOver keeps the PIN, if it is a new one, and records who sits down.
func (m *Model) handOver(f *form, l lock, pin string) tea.Cmd {
	host, ctx, desk := m.host, m.ctx, m.desk
	c := engine.Command{ID: f.id, Seat: l.Seat, Op: engine.Join{Person: l.Person, Name: l.Name}, Said: engine.SaidNow}
	m.sending++
	return func() tea.Msg {
		if pin != "" {
			if err := desk.SetPIN(pin); err != nil {
				return handedMsg{f, l, err}
			}
		}
		_, err := host.Do(ctx, c)
		return handedMsg{f, l, err}
	}
}

// handed locks the screen, if all went well.
func (m *Model) handed(msg handedMsg) tea.Cmd {
	m.sending = max(0, m.sending-1)
	msg.form.sending = false
	if msg.err != nil {
		m.say(m.reason(msg.err), true)
		return nil
	}
	cmd := m.lockWith(msg.lock)
	if m.lock == nil {
		return cmd
	}
	m.keepLock(lockKey, msg.lock)
	m.say(m.t("This is {name}'s screen now; Esc gives it back, with control's PIN.", "name", line(msg.lock.Name)), false)
	return cmd
}

// lockWith makes the screen a seat's alone.
func (m *Model) lockWith(l lock) tea.Cmd {
	m.over, m.note = nil, ""
	cmd := m.enterSeat(l.Seat)
	if m.seat == nil {
		return nil // there is no such seat, and nothing to hide control's console behind
	}
	m.lock, m.binds = &l, lockedBindings()
	m.changeHands()
	return cmd
}

// unlock gives the screen back to control, and records that the other left.
func (m *Model) unlock() tea.Cmd {
	l := m.lock
	m.lock, m.binds, m.over, m.note = nil, consoleBindings(m.home), nil, ""
	m.desk.Keep(m.home, m.opts.Person, lockKey, "")
	m.tries = tries{}
	m.keepLock(triesKey, 0)
	m.leaveSeat()
	m.changeHands()
	return m.send(engine.Command{Seat: l.Seat, Op: engine.Leave{Person: l.Person}, Said: engine.SaidNow}, nil, "")
}

// changeHands takes in what the one who now sits before the screen had.
func (m *Model) changeHands() {
	m.langs = map[string]string{}
	seat, person := m.owner()
	for _, key := range m.desk.Keys(seat, person, langKeys) {
		m.langs[strings.TrimPrefix(key, langKeys)] = m.recall(key)
	}
	m.speak()
	m.loadDrafts()
	m.recallLooked()
	m.bell.off = m.opts.NoBell || m.recall(bellKey) != ""
	m.offerDrafts("")
}

// restoreLock locks the screen again that was locked when the program ended.
// A PIN that was cleared since gives it back.
func (m *Model) restoreLock() tea.Cmd {
	_ = json.Unmarshal([]byte(m.desk.Recall(m.home, m.opts.Person, triesKey)), &m.tries.wrong) // none is none
	var l lock
	err := json.Unmarshal([]byte(m.desk.Recall(m.home, m.opts.Person, lockKey)), &l)
	_, ok := m.host.View(l.Seat)
	switch {
	case err != nil, !ok, engine.IsControl(l.Seat):
		m.changeHands()
		return nil
	case !m.desk.HasPIN():
		m.lock = &l
		return m.unlock()
	}
	m.lockWith(l) // Init waits for what is watched
	return nil
}

// lockedBindings are the keys of a seat's screen without those of control's.
func lockedBindings() []binding {
	var out []binding
	for _, b := range allBindings() {
		switch b.scope {
		case scopeSeat, scopePractice, scopeFinding, scopeDetail, scopeForm, scopeConfirm, scopeHelp:
			if b.group != groupAsControl {
				out = append(out, b)
			}
		}
	}
	return append(out, binding{
		scopeSeat, []string{"esc"}, "give back", "give the screen back to control, with control's PIN", 2, groupLooking, (*Model).pinForm, nil, nil, false,
	})
}

// pinForm asks for control's PIN.
func (m *Model) pinForm() tea.Cmd {
	pin := newPIN(m.t("Control's PIN"), "")
	f := &form{
		title: m.t("Give this screen back to control"), fields: []field{pin}, send: m.t("open"),
		lead: []string{
			m.t("Control's console is locked while {name} sits here. Esc goes on here.", "name", line(m.lock.Name)),
			m.t("If the PIN is forgotten: parley help resume."),
		},
	}
	f.instead = func(m *Model) (tea.Cmd, string) {
		left := m.tries.wait(m.wall)
		switch {
		case !pin.whole():
			return nil, m.t("a PIN has 4 to 12 digits")
		case left > 0:
			return nil, m.t("not yet: another PIN is looked at in {n} s", "n", text64(int64((left+time.Second-1)/time.Second)))
		}
		m.tries = tries{wrong: m.tries.wrong + 1, asked: true} // until it is found to be right
		m.keepLock(triesKey, m.tries.wrong)
		f.sending = true
		desk, digits := m.desk, pin.digits
		pin.digits = ""
		return func() tea.Msg { return pinMsg{f, desk.CheckPIN(digits)} }, ""
	}
	return m.open(f)
}

// checked gives the screen back, or says how long to wait.
func (m *Model) checked(msg pinMsg) tea.Cmd {
	msg.form.sending, m.tries.asked = false, false
	if m.lock == nil {
		return nil
	}
	if msg.ok {
		return m.unlock()
	}
	m.say(m.t("That is not the PIN. The next one is looked at in {n} s.", "n", text64(int64(m.tries.wait(m.wall)/time.Second))), true)
	return nil
}
