package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/engine/words"
)

// detailKey is all that the detail pane is drawn from.
type detailKey struct {
	at                       subject
	version, style, w, h, sc int
	second                   int64 // where it counts down
}

// twoColumns is the width from which details go on in a second column.
const twoColumns = 150

// drawDetail draws the pane of what is under the cursor.
func (c *console) drawDetail(m *Model, w, h int) *drawn {
	at := m.cardOr(c.at)
	key := detailKey{at: at, version: m.view.Version(), style: m.st.gen, w: w, h: h, sc: c.scroll}
	return c.detail.get(key, func() []string {
		cols := 1
		if w >= twoColumns {
			cols = 2
		}
		cw := (w - 1 - 3*(cols-1)) / cols
		d := c.page.get(m, m.view, at, cw-1)
		room := (h - 1) * cols
		c.scroll = max(0, min(c.scroll, len(d.lines)-room))
		out := []string{m.st.title.Render(ruleLine(d.title, w))}
		for i := range h - 1 {
			s := " " + fit(lineAt(d.lines, c.scroll+i), cw)
			if cols > 1 {
				s += m.st.rule.Render("│ ") + lineAt(d.lines, c.scroll+h-1+i)
			}
			out = append(out, s)
		}
		if c.scroll+room < len(d.lines) {
			all := m.t("… Enter shows all")
			room := w - width(all) - 1
			out[h-1] = fit(ansi.Truncate(out[h-1], room, ""), room) + " " + m.st.dim.Render(all)
		}
		return fitAll(out, w, h)
	})
}

func lineAt(lines []string, i int) string {
	if i < 0 || i >= len(lines) {
		return ""
	}
	return lines[i]
}

// keptPage keeps the lines of what is shown in detail, so that scrolling
// does not lay them out again.
type keptPage struct {
	key  detailKey
	page *page
}

func (k *keptPage) get(m *Model, v engine.View, s subject, w int) *page {
	key := detailKey{at: s, version: v.Version(), style: m.st.gen, w: w, second: m.secondOf(v, s)}
	if k.page == nil || k.key != key {
		k.key, k.page = key, m.details(v, s, w)
	}
	return k.page
}

// page is a text under way to the screen: lines of at most w cells.
type page struct {
	m     *Model
	st    *styles
	w     int
	title string
	lines []string
	// marked is the mark of the text before.
	marked string
	links  []pageLink
	lean   bool // no columns and no rules: it is read aloud
}

func (p *page) add(s string)     { p.lines = append(p.lines, s) }
func (p *page) gap()             { p.lines = append(p.lines, "") }
func (p *page) heading(s string) { p.gap(); p.add(p.st.heading.Render(s)) }
func (p *page) text(s string)    { p.lines = append(p.lines, wrap(s, p.w)...) }

func (p *page) bullet(sign, s string) { p.lines = append(p.lines, indent(sign+" ", s, p.w)...) }
func (p *page) under(s string) {
	p.lines = append(p.lines, styled(indent("    ", s, p.w), p.st.dim)...)
}

func (p *page) note(s string) { p.lines = append(p.lines, styled(wrap(s, p.w), p.st.dim)...) }

func (p *page) lit(s string, l style) { p.lines = append(p.lines, styled(wrap(s, p.w), l)...) }

// todo adds what its reader can do about it; who looks on can do nothing.
func (p *page) todo(s string, l style) {
	if !p.m.looksOn() {
		p.lit(s, l)
	}
}

// markdown adds a text, laid out once for a width.
func (p *page) markdown(s string) {
	p.lines = append(p.lines, p.m.tells.markdown(s, p.w, p.st)...)
}

// verbatim adds a text line by line as it stands: a log extract is no prose.
func (p *page) verbatim(r engine.Reading) {
	if mark := p.mark(r); mark != "" {
		p.note(mark)
	}
	for l := range strings.SplitSeq(strings.Trim(block(r.Text), "\n"), "\n") {
		for _, part := range wrap(l, max(1, p.w-2)) {
			p.add(p.st.dim.Render("│ ") + part)
		}
	}
}

// field adds "label  text", wrapped beside the label.
func (p *page) field(label, s string) {
	if s == "" {
		return
	}
	if p.lean {
		p.add(p.m.labelled(label, s))
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
	if s.kind != onWays { // which has columns
		w = min(w, textWidth)
	}
	return m.detailsOn(&page{m: m, st: m.st, w: max(20, w)}, v, s)
}

// detailsOn puts them on a page.
func (m *Model) detailsOn(p *page, v engine.View, s subject) *page {
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
	case onSegment:
		m.segmentDetail(p, v, s.id)
	case onScore:
		m.scoreDetail(p, v, s.id)
	case onQuestion:
		if !v.Control() {
			m.seatQuestion(p, v, s)
			break
		}
		m.questionDetail(p, v, s.id)
	case onEvent:
		if s.entry >= 0 && s.entry < v.LogLen() {
			m.eventDetail(p, v, v.LogAt(s.entry))
		}
	default:
		if (!v.Control() || !m.controlDetails(p, v, s)) && !m.seatDetails(p, v, s) {
			p.note(m.t("Nothing is chosen."))
		}
	}
	m.notesOn(p, v, s)
	m.goesWith(p, v, s)
	return p
}

// shownNotes is how many of the latest notes on a thing are shown.
const shownNotes = 50

// notesOn adds what was noted on it.
func (m *Model) notesOn(p *page, v engine.View, s subject) {
	if s.kind == "" || s.kind == onWays || !v.Control() {
		return
	}
	var on []string
	for _, i := range m.console.mentions.of[s.ref()] {
		e := v.LogAt(int(i))
		if n, ok := e.Body.(*engine.Noted); ok && n.On == s.ref() {
			text := shortClock(e.T) + " " + m.typed(v, n.Text)
			if who := m.signature(v, e); who != "" {
				text = m.t("{what} ({more})", "what", text, "more", who)
			} else if e.Seat != engine.SeatControl {
				text = m.t("{what} ({more})", "what", text, "more", m.seatTitle(e.Seat))
			}
			on = append(on, text)
		}
	}
	if len(on) == 0 {
		return
	}
	p.heading(m.t("Notes"))
	for _, text := range on[max(0, len(on)-shownNotes):] {
		p.bullet("✎", text)
	}
}

// eventDetail is an entry that speaks of nothing else.
func (m *Model) eventDetail(p *page, v engine.View, e *engine.Event) {
	p.title = clockText(e.T)
	p.text(m.eventLine(v, e))
	if r, ok := e.Body.(*engine.Ruled); ok {
		p.gap()
		p.markdown(m.typedBlock(v, r.Text))
		p.field(m.t("because"), m.typed(v, r.Reason))
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
		p.note(m.t("by the clock at {time}", "time", clockText(t)))
		return
	}
	s := m.roleTitle(seat)
	if by != "" && m.seat == nil { // a player knows roles, not who is at which terminal
		s = m.t("{what} ({more})", "what", s, "more", m.personName(seat, by))
	}
	if how != "" {
		s += " · " + words.Say(m.lang, "how."+string(how), nil)
	}
	s += " · " + clockText(t)
	if said < t {
		s = m.t("{who}, said at {time}", "who", s, "time", clockText(said))
	}
	p.note(s)
}

// fullDetail shows the details of one thing over the whole body.
type fullDetail struct {
	at     subject
	scroll int
	most   int
	rows   int     // that were in sight
	link   int     // of its page, chosen to go to
	on     subject // what that link is to; none if its kind is ""
	drawn  cached[fullKey]
	page   keptPage
}

// fullKey is all that full details are drawn from.
type fullKey struct {
	detailKey
	link int
	on   subject
}

func (f *fullDetail) scope() scope                       { return scopeDetail }
func (f *fullDetail) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (f *fullDetail) size(_ *Model, w, h int) (int, int) { return w, h }

// key scrolls, or does to what is shown what the screen below would do.
func (f *fullDetail) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopeDetail, msg) != nil {
		return m.press(scopeDetail, msg)
	}
	if b := m.bound(m.screenScope(), msg); b != nil && (b.onThing || b.ofClock()) {
		return m.press(m.screenScope(), msg)
	}
	return m.below(msg, m.t("Esc first"))
}

func (f *fullDetail) draw(m *Model, w, h int) []string {
	v := m.sight()
	key := fullKey{detailKey{at: f.at, version: v.Version(), style: m.st.gen, w: w, h: h, sc: f.scroll, second: m.secondOf(v, f.at)}, f.link, f.on}
	return f.drawn.get(key, func() []string {
		p := f.page.get(m, v, f.at, w-2)
		f.rows = h - 1
		f.most = max(0, len(p.lines)-(h-1))
		f.scroll = max(0, min(f.scroll, f.most))
		out := []string{m.st.titleFocus.Render(ruleLine(p.title, w))}
		lines := f.marked(p, w-2, m.st)
		for _, l := range lines[f.scroll:min(len(lines), f.scroll+h-1)] {
			out = append(out, " "+l)
		}
		if f.scroll < f.most {
			more := m.t("↓ more")
			out[h-1] = fit(out[h-1], w-width(more)-2) + " " + m.st.key.Render(more) + " "
		}
		return fitAll(out, w, h)
	}).lines
}

// joinNames joins names that may have commas of their own.
func (m *Model) joinNames(names []string) string {
	if len(names) == 0 {
		return ""
	}
	out := names[0]
	for _, name := range names[1:] {
		out = m.t("{names}; {name}", "names", out, "name", name)
	}
	return out
}
