package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// How many lines of the feed are kept in words, and how many texts laid out: on
// the one console of a host, and on each of the many screens of seats.
const (
	keptTells, keptTexts         = 4096, 64
	keptSeatTells, keptSeatTexts = 256, 8
)

// tellings keeps what entries of logs read like: telling one looks names up,
// and the same entries are in sight again and again.
type tellings struct {
	lines map[tellKey]string
	rows  map[toldRow][]string
	texts map[textKey][]string
	upTo  int // version up to which the log was looked at for expungings
	// reworded counts those of a seat that is not control's.
	reworded int

	mostLines, mostTexts int // that are kept
}

// textKey is a text as it was laid out.
type textKey struct {
	text     string
	w, style int
}

type tellKey struct {
	seat string
	i    int
}

// toldRow is an entry of a log as it was drawn on a row.
type toldRow struct {
	tellKey
	style int
	look  rowLook
}

func newTellings() *tellings {
	return &tellings{lines: map[tellKey]string{}, rows: map[toldRow][]string{}, texts: map[textKey][]string{}, mostLines: keptTells, mostTexts: keptTexts}
}

// event is entry i of a view's log in words.
func (t *tellings) event(m *Model, v engine.View, i int) string {
	if v.Control() {
		t.forget(v)
	}
	key := tellKey{v.Seat(), i}
	if s, ok := t.lines[key]; ok {
		return s
	}
	if len(t.lines) >= t.mostLines {
		t.drop()
	}
	s := m.eventLine(v, v.LogAt(i))
	t.lines[key] = s
	return s
}

// drop lets go of all entries.
func (t *tellings) drop() {
	clear(t.lines)
	clear(t.rows)
}

// row is entry i of a view's log drawn on a row: once, while it moves up.
func (t *tellings) row(m *Model, v engine.View, i int, look rowLook, draw func() []string) []string {
	key := toldRow{tellKey{v.Seat(), i}, m.st.gen, look}
	if rows, ok := t.rows[key]; ok {
		return rows
	}
	if len(t.rows) >= keptSeatTells {
		clear(t.rows)
	}
	rows := draw()
	t.rows[key] = rows
	return rows
}

// shortText is the length below which keeping one is not worth it.
const shortText = 200

// markdown lays a text out once.
func (t *tellings) markdown(text string, w int, st *styles) []string {
	if len(text) < shortText {
		return markdown(text, w, st)
	}
	key := textKey{text, w, st.gen}
	if lines, ok := t.texts[key]; ok {
		return lines
	}
	if len(t.texts) >= t.mostTexts {
		clear(t.texts)
	}
	lines := markdown(text, w, st)
	t.texts[key] = lines
	return lines
}

// forget lets go of everything when a text was expunged, which must not be
// read from here any longer, or translated. v is of the seat whose terminal it
// is; a player's log does not tell which texts those are.
func (t *tellings) forget(v engine.View) {
	if v.Version() == t.upTo {
		return
	}
	if !v.Control() {
		if v.Reworded() != t.reworded {
			t.drop()
			clear(t.texts)
		}
		t.upTo, t.reworded = v.Version(), v.Reworded()
		return
	}
	for i := t.upTo; i < v.Events(); i++ {
		switch v.EventAt(i).Body.(type) {
		case *engine.Expunged, *engine.Translated:
			t.drop()
			clear(t.texts)
		}
	}
	t.upTo = v.Version()
}

// eventLine is an event in words.
func (m *Model) eventLine(v engine.View, e *engine.Event) string {
	return m.signed(v, e, line(v.Tell(e, m.lang)))
}

// findingText is the whole of what an action was found to be.
func (m *Model) findingText(v engine.View, a *engine.Action) []string {
	return v.TellFinding(*a, m.lang)
}

// findingLine is the gist of it: the first cause where it is outside authority
// as stated, else the verdict.
func (m *Model) findingLine(v engine.View, a *engine.Action) string {
	lines := m.findingText(v, a)
	if len(lines) == 0 {
		return ""
	}
	f := a.Finding
	if f == nil || f.Verdict != engine.VerdictOutside {
		return line(lines[0])
	}
	cause := 1
	if f.Authority != "" {
		cause = 2 // after the authority that it was held against
	}
	if cause >= len(lines) {
		return line(lines[0])
	}
	more := ""
	if n := len(f.Causes); n > 1 {
		more = " " + m.t("(and {n} more)", "n", text64(int64(n-1)))
	}
	return line(m.t("{verdict}: {cause}", "verdict", words.Say(m.lang, "verdict.outside", nil), "cause", lines[cause]) + more)
}

// waitingLine is what waits, in words.
func (m *Model) waitingLine(q engine.Waiting) string { return line(m.view.TellWaiting(q, m.lang)) }
