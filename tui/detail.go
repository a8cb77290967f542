package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"parley/engine"
	"parley/engine/words"
)

// detailKey is all that the detail pane is drawn from.
type detailKey struct {
	at                       subject
	version, style, w, h, sc int
}

// drawDetail draws the pane of what is under the cursor.
func (c *console) drawDetail(m *Model, w, h int) *drawn {
	key := detailKey{at: c.at, version: m.view.Version(), style: m.st.gen, w: w, h: h, sc: c.scroll}
	return c.detail.get(key, func() []string {
		d := m.details(m.view, c.at, w-2)
		c.scroll = max(0, min(c.scroll, len(d.lines)-(h-1)))
		title := ruleLine(d.title, w)
		out := []string{m.st.title.Render(title)}
		for _, l := range d.lines[c.scroll:] {
			out = append(out, " "+l)
		}
		if len(out) > h {
			out = append(out[:h-1:h-1], m.st.dim.Render(" … Enter shows all"))
		}
		return fitAll(out, w, h)
	})
}

// page is a text under way to the screen: lines of at most w cells.
type page struct {
	m     *Model
	st    *styles
	w     int
	title string
	lines []string
}

func (p *page) add(s string)          { p.lines = append(p.lines, s) }
func (p *page) gap()                  { p.lines = append(p.lines, "") }
func (p *page) heading(s string)      { p.gap(); p.add(p.st.heading.Render(s)) }
func (p *page) text(s string)         { p.lines = append(p.lines, wrap(s, p.w)...) }
func (p *page) markdown(s string)     { p.lines = append(p.lines, markdown(s, p.w, p.st)...) }
func (p *page) bullet(sign, s string) { p.lines = append(p.lines, indent(sign+" ", s, p.w)...) }
func (p *page) under(s string) {
	p.lines = append(p.lines, styled(indent("    ", s, p.w), p.st.dim)...)
}
func (p *page) say(code string) string { return words.Say(p.m.lang, code, nil) }
func (p *page) note(s string) { p.lines = append(p.lines, styled(wrap(s, p.w), p.st.dim)...) }

func (p *page) lit(s string, l lipgloss.Style) { p.lines = append(p.lines, styled(wrap(s, p.w), l)...) }

// field adds "label  text", wrapped beside the label.
func (p *page) field(label, s string) {
	if s == "" {
		return
	}
	const col = 12
	lines := wrap(s, max(10, p.w-col))
	for i := range lines {
		l := ""
		if i == 0 {
			l = label
		}
		lines[i] = p.st.dim.Render(fit(l, col)) + lines[i]
	}
	p.lines = append(p.lines, lines...)
}

// textWidth bounds the length of lines: wider ones are hard to read.
const textWidth = 100

// details is what there is to know about a subject.
func (m *Model) details(v engine.View, s subject, w int) *page {
	p := &page{m: m, st: m.st, w: max(20, min(w, textWidth))}
	switch s.kind {
	case onInject:
		if it, ok := v.Item(s.id); ok {
			m.injectDetail(p, v, &it, s)
		}
	case onAction:
		if a, ok := v.Action(s.id); ok {
			m.actionDetail(p, v, &a)
		}
	case onMessage:
		if msg, ok := v.Message(s.id); ok {
			m.messageDetail(p, v, &msg)
		}
	case onApproval:
		if a, ok := v.Approval(s.id); ok {
			m.approvalDetail(p, v, &a)
		}
	case onEvent:
		if s.entry >= 0 && s.entry < v.LogLen() {
			m.eventDetail(p, v, v.LogAt(s.entry))
		}
	default:
		if !m.seatDetails(p, v, s) {
			p.note("Nothing is chosen.")
		}
	}
	m.notesOn(p, v, s)
	return p
}

// notesOn adds what was noted on it.
func (m *Model) notesOn(p *page, v engine.View, s subject) {
	if s.kind == "" {
		return
	}
	first := true
	for _, n := range v.Notes() {
		if n.On != s.ref() {
			continue
		}
		if first {
			p.heading("Notes")
			first = false
		}
		p.bullet("✎", shortClock(n.T)+" "+m.typed(v, n.Text))
	}
}

// eventDetail is an entry that speaks of nothing else.
func (m *Model) eventDetail(p *page, v engine.View, e *engine.Event) {
	p.title = clockText(e.T)
	p.text(m.eventLine(v, e))
	if r, ok := e.Body.(*engine.Ruled); ok {
		p.gap()
		p.markdown(m.typedBlock(v, r.Text))
		p.field("because", m.typed(v, r.Reason))
	}
	if n, ok := e.Body.(*engine.Noted); ok {
		p.gap()
		p.markdown(m.typedBlock(v, n.Text))
	}
	p.gap()
	m.provenance(p, e.Seat, e.By, e.How, e.T, e.Said)
}

// provenance says who did it, how, and when it was said.
func (m *Model) provenance(p *page, seat, by string, how engine.How, t, said engine.Millis) {
	if seat == "" {
		p.note("by the clock at " + clockText(t))
		return
	}
	s := m.roleTitle(seat)
	if by != "" {
		s += " (" + line(by) + ")"
	}
	if how != "" {
		s += " · " + words.Say(m.lang, "how."+string(how), nil)
	}
	s += " · " + clockText(t)
	if said < t {
		s += ", said at " + clockText(said)
	}
	p.note(s)
}

// fullDetail shows the details of one thing over the whole body.
type fullDetail struct {
	at     subject
	scroll int
	most   int
	drawn  cached[detailKey]
	inSeat bool
}

func (f *fullDetail) scope() scope                              { return scopeDetail }
func (f *fullDetail) paste(*Model, tea.PasteMsg) tea.Cmd        { return nil }
func (f *fullDetail) size(_ *Model, w, h int) (int, int)        { return w, h }
func (f *fullDetail) key(m *Model, msg tea.KeyPressMsg) tea.Cmd { return m.press(scopeDetail, msg) }

func (f *fullDetail) draw(m *Model, w, h int) []string {
	v := m.sight()
	key := detailKey{at: f.at, version: v.Version(), style: m.st.gen, w: w, h: h, sc: f.scroll}
	return f.drawn.get(key, func() []string {
		p := m.details(v, f.at, w-2)
		f.most = max(0, len(p.lines)-(h-1))
		f.scroll = max(0, min(f.scroll, f.most))
		out := []string{m.st.titleFocus.Render(ruleLine(p.title, w))}
		for _, l := range p.lines[f.scroll:min(len(p.lines), f.scroll+h-1)] {
			out = append(out, " "+l)
		}
		return fitAll(out, w, h)
	}).lines
}

func joinNames(names []string) string { return strings.Join(names, ", ") }
