package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/engine"
)

// pageLink is a line of a page (or several) that speaks of another thing, to
// which one can go.
type pageLink struct {
	at       subject
	from, to int // its lines, to exclusive
}

// link adds a bullet that one can go from to a thing. Only control's pages
// have such: a seat's screen has its lists.
func (p *page) link(at subject, sign, s string) {
	from := len(p.lines)
	p.bullet(sign, s)
	if at.kind != "" && p.m.seat == nil {
		p.links = append(p.links, pageLink{at, from, len(p.lines)})
	}
}

// linkAt is the link chosen in full details, -1 for none. It is looked for
// anew, since the page changes with what happens.
func (f *fullDetail) linkAt(p *page) int {
	if f.on.kind == "" {
		return -1
	}
	if f.link < len(p.links) && p.links[f.link].at == f.on {
		return f.link
	}
	return slices.IndexFunc(p.links, func(l pageLink) bool { return l.at == f.on })
}

// marked are the lines of a page with the chosen link told from the others,
// also where reversed text can't be seen.
func (f *fullDetail) marked(p *page, w int, st *styles) []string {
	at := f.linkAt(p)
	if at < 0 {
		return p.lines
	}
	l := p.links[at]
	out := slices.Clone(p.lines)
	for i := l.from; i < l.to; i++ {
		sign := "▸ "
		if i > l.from {
			sign = "  "
		}
		text := []rune(ansi.Strip(out[i]))
		out[i] = st.chosen.Render(fit(sign+string(text[min(2, len(text)):]), w))
	}
	return out
}

// linkKey chooses the next link of what is shown in full.
func linkKey(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		f, ok := m.top().(*fullDetail)
		if !ok || f.page.page == nil || len(f.page.page.links) == 0 {
			return nil
		}
		p := f.page.page
		at, n := f.linkAt(p), len(p.links)
		switch {
		case at < 0 && d < 0:
			at = n - 1
		case at < 0:
			at = 0
		default:
			at = (at + d + n) % n
		}
		f.link, f.on = at, p.links[at].at
		f.scroll = max(min(f.scroll, p.links[at].from-1), p.links[at].to-f.rows, 0)
		return nil
	}
}

// deepest is how many things one can go through before one goes back.
const deepest = 50

// goKey goes to the chosen link; without one it goes back.
func (m *Model) goKey() tea.Cmd {
	f, ok := m.top().(*fullDetail)
	switch {
	case !ok || f.page.page == nil || f.linkAt(f.page.page) < 0:
		return m.dropTop()
	case len(m.over) >= deepest:
		m.say(m.t("Esc goes back first: this is far enough in"), true)
		return nil
	}
	m.lay(&fullDetail{at: f.on})
	return nil
}

func (m *Model) goWord() string {
	if f, ok := m.top().(*fullDetail); ok && f.on.kind != "" {
		return m.t("go there")
	}
	return "" // it does what Esc does
}

// whyNoLinks: what is shown speaks of nothing that one can go to.
func (m *Model) whyNoLinks() string {
	if f, ok := m.top().(*fullDetail); ok && len(f.page.get(m, m.sight(), f.at, m.w-2).links) > 0 {
		return ""
	}
	return m.t("it names nothing to go to")
}

// Subjects by what they are.
func roleSubject(id string) subject { return subject{kind: onRole, id: id, entry: -1} }

func injectSubject(id string) subject { return subject{kind: onInject, id: id, entry: -1} }

func actionSubject(id string) subject { return subject{kind: onAction, id: id, entry: -1} }

// injectOf is the inject of a delivery or of an expected action.
func injectOf(id string) string {
	for i := range len(id) {
		if id[i] == '#' {
			return id[:i]
		}
	}
	return id
}

// entrySubject is what an entry of control's log speaks of. Beside what a
// seat's log speaks of, these are roles, phases, milestones and rulings.
func entrySubject(e *engine.Event, entry int) subject {
	s := subjectOf(e, entry)
	if s.kind != onEvent {
		return s
	}
	switch b := e.Body.(type) {
	case *engine.SegmentStarted:
		s.kind, s.id = onSegment, b.Segment
	case *engine.MilestoneSet:
		s.kind, s.id = onMilestone, b.Milestone
	case *engine.Rated:
		s.kind, s.id = onObjective, b.On
	case *engine.Ruled:
		s.kind, s.id = onRuling, b.ID
	case *engine.Disclosed:
		s.kind, s.id = onShowing, b.ID
	case *engine.ExpectationSet:
		s.kind, s.id, s.expect = onInject, injectOf(b.ID), b.ID
	case *engine.Lapsed:
		s.kind, s.id = onAction, b.ID
		if b.What == "approval" {
			s.kind = onApproval
		}
	case *engine.Joined, *engine.Left:
		if !engine.IsControl(e.Seat) {
			s.kind, s.id = onRole, e.Seat
		}
	}
	return s
}
