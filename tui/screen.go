package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// frame is what of a screen was drawn last.
type frame struct {
	header cached[headerKey]
	footer cached[footerKey]
	whole  below
	body   beside
	cut    cached[cutKey]
}

// cutKey is a body of which only the first lines are in sight.
type cutKey struct {
	body *drawn
	h    int
}

// View draws the screen.
func (m *Model) View() tea.View {
	v := tea.NewView(m.content())
	v.AltScreen = true
	v.WindowTitle = "Parley — EXERCISE"
	return v
}

func (m *Model) content() string {
	if m.w < leastWidth || m.h < leastHeight {
		return m.tooSmall()
	}
	head, foot := m.drawHeader(), m.drawFooter()
	h := m.h - len(head.lines) - len(foot.lines)
	return m.frame.whole.join(append([]*drawn{head}, append(m.drawBody(m.w, h), foot)...)...)
}

// drawBody draws what lies between header and footer: the screen, and what
// lies over it.
func (m *Model) drawBody(w, h int) []*drawn {
	base, rest := -1, h // the last overlay that takes the whole body
	for i, o := range m.over {
		if _, oh := o.size(m, w, h); oh >= h {
			base = i
		}
	}
	var low []*drawn
	for i := len(m.over) - 1; i > base; i-- {
		_, oh := m.over[i].size(m, w, rest)
		rest -= oh
		low = append([]*drawn{{m.over[i].draw(m, w, oh)}}, low...)
		if i > base {
			break // those below a question keep out of sight
		}
	}
	var body *drawn
	if base >= 0 {
		ow, _ := m.over[base].size(m, w, h)
		body = &drawn{m.over[base].draw(m, ow, h)}
		if ow < w {
			body = m.frame.body.join(m.rule(), body, m.console.side(m, w-ow-1, h))
		}
	} else if m.seat != nil {
		body = m.seat.draw(m, w, h)
	} else {
		body = m.console.draw(m, w, h)
	}
	if rest < h {
		body = m.frame.cut.get(cutKey{body, rest}, func() []string { return body.lines[:rest] })
	}
	return append([]*drawn{body}, low...)
}

func (m *Model) rule() string { return m.st.rule.Render("│") }

// ruleLine is a horizontal rule with a title in it.
func ruleLine(title string, w int) string {
	if title == "" {
		return strings.Repeat("─", max(0, w))
	}
	s := "─ " + title + " "
	return fit(s+strings.Repeat("─", max(0, w-width(s))), w)
}

// tooSmall says so, and goes on as soon as there is room.
func (m *Model) tooSmall() string {
	lines := []string{
		"EXERCISE " + clockText(m.now),
		fmt.Sprintf("%d×%d is too small,", m.w, m.h),
		fmt.Sprintf("Parley needs %d×%d.", leastWidth, leastHeight),
		"The exercise goes on.",
	}
	return strings.Join(fitAll(lines, m.w, m.h), "\n")
}
