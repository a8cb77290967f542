package tui

import (
	"strconv"
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
	v.WindowTitle = "Parley — " + m.t("EXERCISE")
	return v
}

func (m *Model) content() string {
	if m.small() {
		return m.tooSmall()
	}
	if m.seat == nil && m.alone() {
		return m.noSuchSeat()
	}
	head, foot := m.drawHeader(), m.drawFooter()
	h := m.h - len(head.lines) - len(foot.lines)
	return m.frame.whole.join(append([]*drawn{head}, append(m.drawBody(m.w, h), foot)...)...)
}

// drawBody draws what lies between header and footer: the screen, or the
// overlay that takes its place, and below it the overlay on top if that wants
// only a part.
func (m *Model) drawBody(w, h int) []*drawn {
	base := -1 // the last overlay that takes the whole body
	for i, o := range m.over {
		if _, oh := o.size(m, w, h); oh >= h {
			base = i
		}
	}
	top := len(m.over) - 1
	if top == base {
		return []*drawn{m.drawBase(base, w, h)}
	}
	_, oh := m.over[top].size(m, w, h)
	low := &drawn{m.over[top].draw(m, w, oh)}
	if base < 0 && m.seat != nil && m.seat.follows() {
		return []*drawn{m.drawBase(base, w, h-oh), low} // its end is what there is to see
	}
	body := m.drawBase(base, w, h)
	body = m.frame.cut.get(cutKey{body, h - oh}, func() []string { return body.lines[:h-oh] })
	return []*drawn{body, low}
}

// drawBase draws overlay i over the whole body, or the screen if it is -1.
func (m *Model) drawBase(i, w, h int) *drawn {
	switch {
	case i >= 0:
		ow, _ := m.over[i].size(m, w, h)
		body := &drawn{m.over[i].draw(m, ow, h)}
		if ow < w {
			return m.frame.body.join(m.rule(), body, m.besideForm(w-ow-1, h))
		}
		return body
	case m.seat != nil:
		return m.seat.draw(m, w, h)
	default:
		return m.console.draw(m, w, h)
	}
}

// besideForm is what stays in sight beside a form: the feed, or on a seat's
// screen what the cursor is on, such as the message that one answers. Nothing
// of control's may stand there.
func (m *Model) besideForm(w, h int) *drawn {
	if m.seat != nil {
		return m.seat.drawDetail(m, m.at(), w, h)
	}
	return m.console.pane(m, paneFeed, w, h)
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
		m.t("EXERCISE") + " " + clockText(m.now),
		m.t("{w}×{h} is too small,", "w", strconv.Itoa(m.w), "h", strconv.Itoa(m.h)),
		m.t("Parley needs {w}×{h}.", "w", strconv.Itoa(leastWidth), "h", strconv.Itoa(leastHeight)),
		m.t("The exercise goes on."),
	}
	if m.leaving {
		lines = append([]string{m.t("Again leaves.")}, lines...)
	}
	return strings.Join(fitAll(lines, m.w, m.h), "\n")
}
