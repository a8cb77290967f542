package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// helpPane shows every binding there is, those of the screen below first.
type helpPane struct {
	first  scope
	scroll int
	most   int
}

func (p *helpPane) scope() scope                       { return scopeHelp }
func (p *helpPane) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (p *helpPane) size(_ *Model, w, h int) (int, int) { return w, h }

func (p *helpPane) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopeHelp, msg) == nil {
		return m.below(msg, m.t("Esc first"))
	}
	return m.press(scopeHelp, msg)
}

func (m *Model) helpKey() tea.Cmd {
	m.lay(&helpPane{first: m.currentScope()})
	return nil
}

func helpScroll(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if p, ok := m.top().(*helpPane); ok {
			p.scroll = max(0, min(p.scroll+d, p.most))
		}
		return nil
	}
}

func (p *helpPane) draw(m *Model, w, h int) []string {
	lines := p.lines(m, w)
	p.most = max(0, len(lines)-(h-1))
	p.scroll = min(p.scroll, p.most)
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("Help"), w))}
	out = append(out, lines[p.scroll:min(len(lines), p.scroll+h-1)]...)
	return fitAll(out, w, h)
}

func (p *helpPane) lines(m *Model, w int) []string {
	order := []scope{p.first}
	for s := range scopeCount {
		if s != p.first {
			order = append(order, s)
		}
	}
	var out []string
	for _, s := range order {
		if !slices.ContainsFunc(m.binds, func(b binding) bool { return b.scope == s }) {
			continue // a seat that was handed over has none of control's keys
		}
		out = append(out, m.helpOf(s, w)...)
		out = append(out, "")
	}
	return out
}

// scopeTitle heads the keys of a scope: a console is called by whose it is.
func (m *Model) scopeTitle(s scope) string {
	if s == scopeConsole && !engine.Leads(m.home) {
		return m.t("Console: {seat}", "seat", m.seatTitle(m.home))
	}
	return m.t(s.title())
}

// helpOf lists the bindings of a scope by group; one that is of no use now
// says why.
func (m *Model) helpOf(s scope, w int) []string {
	out := []string{" " + m.st.heading.Render(m.scopeTitle(s))}
	group := ""
	current := s == scopeConsole && m.seat == nil || s == scopeSeat && m.seat != nil
	for i := range m.binds {
		b := &m.binds[i]
		if b.scope != s {
			continue
		}
		if b.group != group && b.group != "" {
			group = b.group
			out = append(out, " "+m.st.dim.Render(m.t(group)))
		}
		why := ""
		if current {
			why = b.against(m)
		}
		out = append(out, m.helpLines(b, why, w)...)
	}
	return out
}

// helpLines are a key with what it does and why it is of no use now. What has
// no room beside the key goes on below.
func (m *Model) helpLines(b *binding, why string, w int) []string {
	const col = 15
	help := m.t(b.help)
	if b.help == bellHelp {
		help += ": " + m.bellStands()
	}
	out := wrap(help, max(1, w-col))
	if why != "" {
		why = " — " + m.t("not now: {why}", "why", why)
	}
	if last := len(out) - 1; width(out[last]+why) <= w-col {
		out[last] += m.st.dim.Render(why)
	} else {
		out = append(out, styled(wrap(strings.TrimLeft(why, " —"), max(1, w-col)), m.st.dim)...)
	}
	for i := range out {
		key := spaces(11)
		if i == 0 {
			key = m.st.key.Render(fit(m.keyName(b.keyText()), 11))
		}
		out[i] = fit("   "+key+" "+out[i], w)
	}
	return out
}
