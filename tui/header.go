package tui

import (
	"slices"
	"strconv"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// headerKey is all that the header is drawn from.
type headerKey struct {
	version, style, w int
	second            int64
	sending, lost     bool
	seat, name        string
	room              int
}

func (m *Model) drawHeader() *drawn {
	key := headerKey{
		version: m.view.Version(), style: m.st.gen, w: m.w, second: m.now / 1000,
		sending: m.sending > 0, lost: m.host.Err() != nil, seat: m.actor(), room: m.room.gen,
	}
	key.name = m.myName()
	return m.frame.header.get(key, func() []string {
		lines := []string{m.headLine()}
		if s := m.secondLine(); s != "" {
			lines = append(lines, s)
		}
		return lines
	})
}

// part is a piece of the header; the one with the highest rank goes first when
// there is not room for all.
type part struct {
	text string
	rank int
}

// headLine is what a facilitator sees in two seconds.
func (m *Model) headLine() string {
	c := m.view.Clock()
	left := m.exercisePart()
	parts := []part{{m.st.bold.Render(clockText(m.now)) + " " + m.lifePart(&c), 0}}
	if s := m.countdown(&c); s != "" {
		parts = append(parts, part{s, 1})
	}
	stories := m.storyParts(&c)
	story := len(parts)
	parts = append(parts, part{stories[0], 4})
	if m.seat == nil {
		parts = append(parts, part{m.seatsPart(), 5})
		if s := m.troublePart(); s != "" {
			parts = append(parts, part{s, 3})
		}
		if s := m.practised(); s != "" {
			parts = append(parts, part{m.st.warn.Render(s), 3})
		}
	}
	parts = append(parts, part{m.savedPart(), 2})
	where := m.whereParts()
	title := min(width(" · "+line(m.view.Head().Title.In(m.lang))), titleRoom)
	for {
		var b strings.Builder
		for _, p := range parts {
			b.WriteString("  " + p.text)
		}
		room := m.w - 1 - width(left) - width(b.String())
		switch {
		case room >= title || len(parts) <= 2, room >= 0 && !rankFrom(parts, 4):
			return fit(" "+left+fitWhere(where, room)+b.String(), m.w)
		case len(stories) > 1: // the date gives way first
			stories = stories[1:]
			parts[story].text = stories[0]
		default:
			parts = dropRank(parts)
		}
	}
}

// titleRoom is the least that is kept for a long title.
const titleRoom = 20

// rankFrom reports whether a part of at least a rank is left to give way.
func rankFrom(parts []part, rank int) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.rank >= rank })
}

// fitWhere gives title, phase and segment the room that is left, and the rest
// of the line to what follows.
func fitWhere(where []string, room int) string {
	if room < 8 {
		return spaces(max(0, room))
	}
	for _, w := range where {
		if width(w) <= room {
			return fit(w, room)
		}
	}
	return fit(where[len(where)-1], room)
}

func dropRank(parts []part) []part {
	worst := 0
	for i := range parts {
		if parts[i].rank > parts[worst].rank {
			worst = i
		}
	}
	return append(parts[:worst:worst], parts[worst+1:]...)
}

func (m *Model) exercisePart() string {
	s := m.t("EXERCISE")
	if m.opts.Practice {
		s = m.t("EXERCISE (practice)")
	}
	return m.st.exercise.Render(s)
}

// whereParts say where the exercise is, from all of it to the segment alone.
func (m *Model) whereParts() []string {
	h := m.view.Head()
	title := " · " + line(h.Title.In(m.lang))
	if h.Phase == nil {
		return []string{title}
	}
	phase, segment := " · "+line(h.Phase.Title.In(m.lang)), " · "+m.segmentName()
	return []string{title + phase + segment, phase + segment, segment}
}

func (m *Model) segmentName() string {
	h := m.view.Head()
	if t := line(h.Segment.Title.In(m.lang)); t != "" {
		return t
	}
	return words.Say(m.lang, "segment."+h.Segment.Kind, nil)
}

func (m *Model) lifePart(c *engine.Clock) string {
	switch c.Life {
	case engine.Planned:
		return m.st.paused.Render("○ " + m.t("not started"))
	case engine.Running:
		return m.st.running.Render("▶ " + rateText(c))
	case engine.PausedLife:
		return m.st.paused.Render("⏸ " + m.t("PAUSED") + " " + rateText(c))
	case engine.FrozenLife:
		return m.st.gone.Render(" ❄ " + m.t("FROZEN") + " ")
	default:
		return m.st.bold.Render("■ " + m.t("ENDEX"))
	}
}

// countdown is what is left of the segment, or how far it has run over.
func (m *Model) countdown(c *engine.Clock) string {
	if c.Phase < 0 || c.Life == engine.Over {
		return ""
	}
	left := c.SegmentEnd - m.now
	if left < 0 {
		return m.st.warn.Render(m.t("over +{time}", "time", spanText(-left)))
	}
	return m.t("{time} left", "time", spanText(left))
}

// storyParts is the story's date and hour, and shorter ways to write it: with
// the day of the week, and the hour alone.
func (m *Model) storyParts(c *engine.Clock) []string {
	ms, sides := c.StoryAt(m.now), m.view.Sides()
	if m.seat != nil {
		sides = []scenarios.Side{*m.seat.view.Side()}
	}
	return []string{m.storyTexts(ms, sides), m.storyAs(ms, sides, weekdayLayout), m.storyAs(ms, sides, "")}
}

func (m *Model) seatsPart() string {
	taken := 0
	seats := m.view.Seats()
	for i := range seats {
		if len(m.view.Sitting(seats[i].ID)) > 0 {
			taken++
		}
	}
	return m.t("{taken}/{n} seats", "taken", strconv.Itoa(taken), "n", strconv.Itoa(len(seats)))
}

// troublePart says how many of those at terminals of their own are gone, or lag.
func (m *Model) troublePart() string {
	gone, lagging := m.room.troubled()
	var parts []string
	if gone > 0 {
		parts = append(parts, m.st.bad.Render(m.t("{n} gone", "n", strconv.Itoa(gone))))
	}
	if lagging > 0 {
		parts = append(parts, m.st.warn.Render(m.t("{n} lagging", "n", strconv.Itoa(lagging))))
	}
	return strings.Join(parts, " ")
}

func (m *Model) savedPart() string {
	switch {
	case m.host.Err() != nil:
		return m.st.gone.Render("✗ " + m.t("NOT SAVED"))
	case m.sending > 0:
		return m.st.warn.Render("○ " + m.t("saving"))
	default:
		return m.st.good.Render("● " + m.t("saved"))
	}
}

// secondLine bears the marking, and whose screen it is if not control's.
func (m *Model) secondLine() string {
	var parts []string
	if mark := line(m.view.Head().Marking); mark != "" {
		parts = append(parts, m.st.warn.Render(mark))
	}
	if s := m.handPart(); s != "" && m.lock == nil {
		parts = append(parts, s)
	}
	if m.seat != nil {
		parts = append(parts, m.seatParts()...)
	} else if s := m.ringsWhere(); s != "" {
		parts = append(parts, s)
	}
	if s := m.nextPart(); s != "" && m.host.Err() == nil {
		parts = append(parts, s)
	}
	if m.life() == engine.Over && m.seat == nil && !m.opts.Remote {
		parts = append(parts, m.afterWord())
	}
	if err := m.host.Err(); err != nil {
		parts = append(parts, m.st.errorLine.Render(m.t("The session has ended: {error}", "error", line(err.Error()))))
	}
	if len(parts) == 0 {
		return ""
	}
	return fit(" "+strings.Join(parts, "   "), m.w)
}
