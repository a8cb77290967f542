package tui

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// origin says how a form was opened, so that it can be opened again: the key,
// and what it was pressed on.
type origin struct {
	Scope string  `json:"scope,omitempty"` // by its title
	Key   string  `json:"key,omitempty"`
	On    draftOn `json:"on,omitzero"`
	// Via are forms that had to be gone through on the way.
	Via [][]keptField `json:"via,omitempty"`
}

// draftOn is a subject as it is kept.
type draftOn struct {
	Kind     string        `json:"kind,omitempty"`
	ID       string        `json:"id,omitempty"`
	Delivery string        `json:"delivery,omitempty"`
	Expect   string        `json:"expect,omitempty"`
	Class    string        `json:"class,omitempty"`
	Entry    int           `json:"entry,omitempty"`
	T        engine.Millis `json:"t,omitempty"`
}

func onSubject(s subject) draftOn {
	return draftOn{Kind: s.kind, ID: s.id, Delivery: s.delivery, Expect: s.expect, Class: s.class, Entry: s.entry, T: s.t}
}

func (o draftOn) subject() subject {
	return subject{kind: o.Kind, id: o.ID, delivery: o.Delivery, expect: o.Expect, class: o.Class, entry: o.Entry, t: o.T}
}

// draft is a form that somebody has not sent.
type draft struct {
	ID    string `json:"id"`   // of the command, the same when it is sent at last
	Seat  string `json:"seat"` // on whose screen it was opened
	Title string `json:"title"`
	Lang  string `json:"lang"` // that the title is in
	About string `json:"about,omitempty"`
	origin
	Fields []keptField `json:"fields"`
	At     int         `json:"at"`   // field in focus
	When   int64       `json:"when"` // Unix milliseconds
}

const draftKeys = "draft/"

// words are what somebody typed, field by field.
func (d *draft) words() []string {
	var out []string
	for _, f := range d.Fields {
		if s := strings.TrimSpace(f.Value); f.Typed && s != "" {
			out = append(out, s)
		}
	}
	return out
}

// name tells a draft from others: its title, and how it begins.
func (d *draft) name() string {
	s := line(d.Title)
	if all := d.words(); len(all) > 0 {
		s += ": " + strings.TrimRight(fit(line(all[0]), 40), " ")
	}
	return s
}

// loadDrafts takes in what the one before the screen has not sent.
func (m *Model) loadDrafts() {
	m.drafts = nil
	seat, person := m.owner()
	for _, key := range m.desk.Keys(seat, person, draftKeys) {
		var d draft
		if err := json.Unmarshal([]byte(m.desk.Recall(seat, person, key)), &d); err != nil || draftKeys+d.ID != key {
			continue // of no use to anybody; the file may have been changed
		}
		m.drafts = append(m.drafts, d)
	}
	slices.SortFunc(m.drafts, func(a, b draft) int { return int(b.When - a.When) })
}

// keepForms keeps what stands in the forms that lie on the screen. Called
// after every key: nothing is lost that was typed.
func (m *Model) keepForms() {
	for _, o := range m.over {
		if f, ok := o.(*form); ok && f.keepable() && !f.sending {
			m.keepForm(f)
		}
	}
}

// keepable reports whether a form can be opened again. Those that send nothing
// hold nothing to lose.
func (f *form) keepable() bool { return f.make != nil && f.instead == nil && f.from.Key != "" }

func (m *Model) keepForm(f *form) {
	fields := f.save()
	if slices.Equal(fields, f.kept) {
		return
	}
	f.kept = fields
	if !f.dirty() {
		m.throwAway(f.id)
		return
	}
	d := draft{ID: f.id, Seat: m.actor(), Title: f.title, Lang: m.lang, About: f.about, origin: f.from, Fields: fields, At: f.at, When: m.wall.UnixMilli()}
	b, err := json.Marshal(d)
	if err != nil {
		return // texts and numbers only: there is none
	}
	m.drafts = slices.DeleteFunc(m.drafts, func(old draft) bool { return old.ID == d.ID })
	m.drafts = slices.Insert(m.drafts, 0, d)
	m.keep(draftKeys+d.ID, string(b))
}

// throwAway lets go of a draft, if there is one.
func (m *Model) throwAway(id string) {
	n := len(m.drafts)
	if m.drafts = slices.DeleteFunc(m.drafts, func(d draft) bool { return d.ID == id }); len(m.drafts) < n {
		m.keep(draftKeys+id, "")
	}
}

// runFrom runs a binding, and remembers of a form that it opens how that came.
func (m *Model) runFrom(b *binding) tea.Cmd {
	at, before := m.at(), m.topForm()
	cmd := b.run(m)
	if f := m.topForm(); f != nil && f != before {
		f.from = origin{Scope: b.scope.title(), Key: b.keys[0], On: onSubject(at)}
	}
	return cmd
}

// goThrough takes a form that leads to another one, and remembers of that how
// it came.
func (m *Model) goThrough(f *form) (tea.Cmd, string) {
	cmd, wrong := f.instead(m)
	if next := m.topForm(); next != nil && next != f && f.from.Key != "" {
		next.from = f.from
		next.from.Via = append(slices.Clone(f.from.Via), f.save())
	}
	return cmd, wrong
}

// askKeep asks what becomes of a form that is left.
func (m *Model) askKeep(f *form) {
	m.lay(&confirm{
		title: m.t("Leave without sending?"), bad: true, yes: m.t("keeps it as a draft"), no: m.t("goes on writing"),
		act: func(m *Model) tea.Cmd {
			m.drop(f)
			m.say(m.t("Kept as a draft: W goes on with it."), false)
			return nil
		},
		throw: func(m *Model) tea.Cmd {
			m.drop(f)
			m.throwAway(f.id)
			return nil
		},
	})
}

// offerDrafts says what was not sent: of one seat, or of all if it is "".
func (m *Model) offerDrafts(seat string) {
	var some []draft
	for _, d := range m.drafts {
		if seat == "" || d.Seat == seat {
			some = append(some, d)
		}
	}
	switch len(some) {
	case 0:
	case 1:
		d := some[0]
		m.lay(&confirm{
			title: m.t("You were writing “{what}”, {ago}", "what", d.name(), "ago", m.draftAge(&d)),
			lines: m.draftPlace(&d), yes: m.t("goes on"), no: m.t("later"),
			act:   func(m *Model) tea.Cmd { return m.writeOn(d) },
			throw: throws(d.ID),
		})
	default:
		m.lay(&confirm{
			title: m.t("There are {n} drafts that you have not sent", "n", text64(int64(len(some)))), yes: m.t("shows them"), no: m.t("later"),
			act: func(m *Model) tea.Cmd { return m.draftsForm() },
		})
	}
}

func throws(id string) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.throwAway(id)
		return nil
	}
}

func (m *Model) draftAge(d *draft) string {
	since := m.wall.Sub(time.UnixMilli(d.When))
	if since < time.Minute {
		return m.t("just now")
	}
	return m.agoText(since.Milliseconds())
}

// draftPlace says on whose screen it was written, if not on this one.
func (m *Model) draftPlace(d *draft) []string {
	if d.Seat == m.actor() || engine.IsControl(d.Seat) {
		return nil
	}
	return []string{m.t("as {who}", "who", m.roleTitle(d.Seat))}
}

func (m *Model) whyNoDrafts() string {
	if len(m.drafts) == 0 {
		return m.t("there is no draft")
	}
	return ""
}

// draftsForm chooses a draft to go on with.
func (m *Model) draftsForm() tea.Cmd {
	var options []option
	for i := range m.drafts {
		d := &m.drafts[i]
		label := append([]string{d.name(), m.draftAge(d)}, m.draftPlace(d)...)
		options = append(options, option{d.ID, strings.Join(label, " · ")})
	}
	pick := newPick(m.t("Draft"), options, "")
	pick.rows = 12
	f := &form{title: m.t("Drafts"), fields: []field{pick}, send: m.t("go on with it")}
	f.instead = func(m *Model) (tea.Cmd, string) {
		m.drop(f)
		f.from = origin{} // what is gone on with came as it came, and not from this list
		for _, d := range m.drafts {
			if d.ID == pick.value() {
				return m.writeOn(d), ""
			}
		}
		return nil, ""
	}
	return m.open(f)
}

// writeOn opens a draft's form again. Where that can't be done, what was typed is
// shown, so that it can be said in another way.
func (m *Model) writeOn(d draft) tea.Cmd {
	var cmd tea.Cmd
	switch {
	case d.Seat == m.actor():
	case engine.IsControl(d.Seat):
		m.leaveSeat()
	default:
		cmd = m.enterSeat(d.Seat)
	}
	under, sending := len(m.over), m.sending
	opened, wrong := m.reopen(&d)
	if wrong != "" { // as if the key had not been pressed
		m.over, m.sending, opened = m.over[:under], sending, nil
		var lines []string
		for _, s := range d.words() {
			lines = append(lines, strings.Split(block(s), "\n")...)
		}
		m.lay(&confirm{
			title: m.t("This can't be gone on with: {why}", "why", wrong), lines: append([]string{d.name()}, lines...), bad: true,
			yes: m.t("keeps it"), no: m.t("keeps it"), act: func(*Model) tea.Cmd { return nil }, throw: throws(d.ID),
		})
	}
	return tea.Batch(cmd, opened)
}

// reopen presses the key again that the form came from, on what it was pressed
// on, and goes the way that was gone.
func (m *Model) reopen(d *draft) (cmd tea.Cmd, wrong string) {
	i := slices.IndexFunc(m.binds, func(b binding) bool { return b.scope.title() == d.Scope && b.keys[0] == d.Key })
	if i < 0 {
		return nil, m.t("this Parley has no such form")
	}
	b := &m.binds[i]
	hold := &fullDetail{at: d.On.subject()} // where the cursor was
	m.lay(hold)
	defer m.drop(hold)
	if why := b.against(m); why != "" {
		return nil, why
	}
	before := m.topForm()
	cmd = m.runFrom(b)
	for _, via := range d.Via {
		f := m.topForm()
		if f != nil && f != before && d.fits(f, m.lang) {
			break // the way is shorter now
		}
		if f == nil || f == before || f.instead == nil || !f.load(via) {
			return nil, m.t("the form is another one now")
		}
		if cmd, wrong = m.goThrough(f); wrong != "" {
			return nil, wrong
		}
	}
	f := m.topForm()
	if f == nil || f == before || !d.fits(f, m.lang) || !f.load(d.Fields) {
		return nil, m.t("the form is another one now")
	}
	f.from = d.origin
	f.id, f.at, f.kept = d.ID, max(0, min(d.At, len(f.fields))), f.save()
	f.resumed = f.kept
	return cmd, ""
}

// fits reports whether a form is the one that the draft is of.
func (d *draft) fits(f *form, lang string) bool {
	return f.keepable() && f.about == d.About && (f.title == d.Title || lang != d.Lang)
}

// taken is done when a form's command was taken. One that was taken before,
// and only its answer was lost, is not sent twice; but nothing is lost either
// of what was changed since.
func (m *Model) taken(f *form, again bool) {
	m.throwAway(f.id)
	if again && !slices.Equal(f.save(), f.resumed) {
		f.id, f.kept = m.opts.NewID(), nil
		m.keepForms()
		m.say(m.t("This was taken before already, as it was then. Sent again, it goes out a second time as it is now."), true)
		return
	}
	m.drop(f)
	if again {
		m.say(m.t("This was taken before already; it was not sent twice."), false)
	}
}
