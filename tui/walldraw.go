package tui

import (
	"strconv"
	"strings"

	"parley/engine"
	"parley/engine/words"
)

// The least that the wall lays out; below, it says the time and where the
// exercise is in plain lines.
const (
	wallLeastWidth  = 50
	wallLeastHeight = 16
)

func (w *Wall) content() string {
	c := w.p.Clock()
	head := w.heading()
	h := w.h - 1
	var body []string
	switch {
	case w.w < wallLeastWidth || w.h < wallLeastHeight:
		body = w.inLines(&c)
	case w.host.Err() != nil:
		body = w.banner("!", w.t("The session has ended"), []string{line(w.host.Err().Error())}, w.st.broken, h)
	case c.Life == engine.Planned:
		body = w.beforeStart(h)
	case c.Life == engine.FrozenLife:
		says := []string{w.t("The real world comes first."), w.t("Nothing that is done now counts. The clock stands at {time}.", "time", clockText(w.now))}
		body = w.banner("✳", w.t("FROZEN"), says, w.st.broken, h)
	case c.Life == engine.Over:
		body = w.banner("■", w.t("ENDEX"), []string{w.t("The exercise is over."), clockText(w.now)}, w.st.over, h)
	case c.Life == engine.PausedLife:
		body = w.paused(&c, h)
	default:
		body = w.running(&c, h)
	}
	return strings.Join(append([]string{head}, fitAll(body, w.w, h)...), "\n")
}

// running is the wall while the clock runs: the clock, above what there is to
// read, or the countdown alone and as large as it can be.
func (w *Wall) running(c *engine.Clock, h int) []string {
	if len(w.parts(true)) > 0 {
		return w.withParts(w.clock(c), h)
	}
	w.pages = 1
	label, left, st := w.countdown(c)
	big, now := largest(left, 2*greatest, w.w-8, h*2/5), largest(clockText(w.now), 2, w.w/2, 5)
	if big == nil || now == nil {
		return inMiddle(w.clock(c), h)
	}
	lines := append(w.named(), centred([]string{"", w.st.dim.Render(label)}, w.w)...)
	lines = append(append(lines, centred(styled(big, st), w.w)...), "")
	lines = append(lines, centred(styled(now, w.st.bold), w.w)...)
	return inMiddle(append(lines, centred([]string{"", w.st.dim.Render(w.pace(c) + w.story(c, w.w-8))}, w.w)...), h)
}

// pace is how fast the exercise goes, "" where it goes as the room's clock does.
func (w *Wall) pace(c *engine.Clock) string {
	if c.Num == c.Den {
		return ""
	}
	return "▶ " + rateText(c) + "  "
}

// heading is the first line: EXERCISE, the title, the marking.
func (w *Wall) heading() string {
	h := w.p.Head()
	left := " " + w.t("EXERCISE")
	if w.opts.Practice {
		left = " " + w.t("EXERCISE (practice)")
	}
	left += " · " + line(h.Title.In(w.lang))
	mark := line(h.Marking)
	if mark == "" || width(mark)+wallLeastWidth/2 > w.w {
		return w.st.bar.ends(left, "", w.w)
	}
	return w.st.bar.ends(left, mark, w.w)
}

// ends is a filled line of w cells with text at both ends, of which the second
// has its room.
func (f fill) ends(left, right string, w int) string {
	if right != "" {
		right = " " + right
	}
	room := max(0, w-width(right)-1)
	left = strings.TrimRight(fit(left, room), " ")
	return f.text.Render(left) + f.block.Render(blocks(room-width(left))) + f.text.Render(right) + f.block.Render(blocks(w-room-width(right)))
}

// where is the phase and the segment.
func (w *Wall) where() (phase, segment string) {
	h := w.p.Head()
	if h.Phase == nil {
		return "", ""
	}
	phase, segment = line(h.Phase.Title.In(w.lang)), line(h.Segment.Title.In(w.lang))
	if segment == "" {
		segment = words.Say(w.lang, "segment."+h.Segment.Kind, nil)
	}
	return phase, segment
}

// inLines is all that fits on the smallest windows.
func (w *Wall) inLines(c *engine.Clock) []string {
	phase, segment := w.where()
	life := ""
	switch c.Life {
	case engine.Planned:
		life = w.t("not started")
	case engine.PausedLife:
		life = w.t("PAUSED")
	case engine.FrozenLife:
		life = w.t("FROZEN")
	case engine.Over:
		life = w.t("ENDEX")
	}
	_, left, _ := w.countdown(c)
	return []string{w.st.bold.Render(clockText(w.now) + "  " + life), left, phase, segment}
}

// countdown is what is left of the segment, or by how much it has run over, what
// that is, and in which colour.
func (w *Wall) countdown(c *engine.Clock) (label, time string, st style) {
	if c.Phase < 0 || c.Life == engine.Over {
		return "", "", w.st.plain
	}
	switch left := c.SegmentEnd - w.now; {
	case left < 0:
		return w.t("over its time"), "+" + spanText(-left), w.st.bad
	case left <= soon:
		return w.t("left in this segment"), spanText(left), w.st.paused
	default:
		return w.t("left in this segment"), spanText(left), w.st.running
	}
}

// greatest is the largest scale of the wall's letters.
const greatest = 6

// soon is how much is left of a segment, in milliseconds, when the countdown
// takes another colour.
const soon = 60_000

// clockScale is how large the countdown may be, so that there is room for all
// else.
func (w *Wall) clockScale() int {
	switch {
	case w.h < 32:
		return 2
	case w.h < 50:
		return 3
	case w.h < 80:
		return 4
	}
	return greatest
}

// clock is the segment, the time that is left of it, and the exercise time,
// both in letters that a room can read.
func (w *Wall) clock(c *engine.Clock) []string {
	label, left, leftStyle := w.countdown(c)
	room := w.w - 4
	now := clockText(w.now)
	var big, small []string
	for scale := w.clockScale(); scale > 0; scale-- {
		big, small = large(left, scale, room), large(now, max(1, scale/2), room)
		if big != nil && small != nil && width(big[0])+4+width(small[0]) <= room {
			break
		}
	}
	if big == nil || small == nil {
		return append(w.named(), centred([]string{leftStyle.Render(left) + "  " + now}, w.w)...)
	}
	time := []string{w.st.dim.Render(fit(w.t("exercise time"), width(small[0])))}
	time = append(time, styled(small, w.st.bold)...)
	pace := w.pace(c)
	time = append(time, "", w.st.dim.Render(pace+w.story(c, room-width(big[0])-4-width(pace))))
	lines := w.named()
	lines = append(lines, "")
	bigger := append([]string{w.st.dim.Render(fit(label, width(big[0])))}, styled(big, leftStyle)...)
	wide := room - width(big[0])
	for i := range max(len(bigger), len(time)) {
		l, r := "", ""
		if i < len(time) {
			l = time[i]
		}
		if i < len(bigger) {
			r = bigger[i]
		}
		lines = append(lines, "  "+fit(l, wide)+r)
	}
	return append(lines, "")
}

// story is the story's date and hour, as short as w columns need it.
func (w *Wall) story(c *engine.Clock, room int) string {
	ms, sides := c.StoryAt(w.now), w.p.Sides()
	for _, layout := range []string{dateLayout, weekdayLayout, ""} {
		if s := storyIn(w.lang, ms, sides, layout); width(s) <= room {
			return s
		}
	}
	return ""
}

// named is where the exercise is: the phase on a line, the segment in large
// letters where there is room.
func (w *Wall) named() []string {
	phase, segment := w.where()
	if w.h >= 36 {
		if lines := largest(segment, 2, w.w-4, 5); lines != nil {
			return append(centred([]string{"", w.st.dim.Render(phase), ""}, w.w), centred(styled(lines, w.st.heading), w.w)...)
		}
	}
	name := segment
	if phase != "" && phase != segment {
		name = phase + " · " + segment
	}
	if width(name) > w.w-2 {
		name = segment
	}
	return centred([]string{"", w.st.heading.Render(fit(name, min(width(name), w.w)))}, w.w)
}

// paused is the clock's standing, over the whole wall where there is nothing to
// talk about, else above it.
func (w *Wall) paused(c *engine.Clock, h int) []string {
	st := w.st.stands
	_, left, _ := w.countdown(c)
	says := []string{clockText(w.now) + " · " + w.t("{time} left", "time", left)}
	if strings.HasPrefix(left, "+") {
		says[0] = clockText(w.now) + " · " + w.t("over its time") + " " + left
	}
	if len(w.parts(false)) == 0 {
		_, segment := w.where()
		return w.banner("‖", w.t("PAUSED"), append(says, segment), st, h)
	}
	band := w.banner("‖", w.t("PAUSED"), says, st, max(10, h*2/5))
	return w.withParts(append(append(band, w.named()...), ""), h)
}

// banner fills h lines of the wall with one word, as large as it can be drawn,
// else with a sign, and what there is to say of it.
func (w *Wall) banner(sign, word string, says []string, f fill, h int) []string {
	lines := largest(word, greatest, w.w-8, h/2)
	if lines == nil {
		lines = append(largest(sign, greatest, w.w-8, h/3), "", word)
	}
	lines = append(lines, "")
	for _, s := range says {
		for _, l := range wrap(s, w.w-8) {
			if lines = append(lines, l); h > 14 {
				lines = append(lines, "")
			}
		}
	}
	out := make([]string, 0, h)
	for _, l := range inMiddle(centred(lines, w.w), h) {
		out = append(out, f.line(l, w.w))
	}
	return out
}

// line is a line of w cells, filled but for what stands on it: large letters are
// left free.
func (f fill) line(l string, w int) string {
	text := strings.TrimSpace(l)
	switch {
	case text == "":
		return f.block.Render(blocks(w))
	case strings.Trim(text, " █▀▄") == "":
		return f.block.Render(strings.NewReplacer(" ", "█", "█", " ", "▀", "▄", "▄", "▀").Replace(fit(l, w)))
	}
	lead := max(0, width(l)-width(text)-1)
	text = fit(" "+text+" ", min(width(text)+2, w-lead))
	return f.block.Render(blocks(lead)) + f.text.Render(text) + f.block.Render(blocks(w-lead-width(text)))
}

func blocks(n int) string { return strings.Repeat("█", max(0, n)) }

// beforeStart is the wall before STARTEX: what will be played, and who is still
// missing.
func (w *Wall) beforeStart(h int) []string {
	title := line(w.p.Head().Title.In(w.lang))
	lines := styled(largest(title, 4, w.w-8, h/3), w.st.heading)
	if lines == nil {
		lines = []string{w.st.heading.Render(title)}
	}
	taken, of := w.p.Seats()
	seats := w.t("{taken} of {n} seats taken", "taken", strconv.Itoa(taken), "n", strconv.Itoa(of))
	lines = append(lines, "", "", w.st.dim.Render(w.t("The exercise has not started.")), "", "")
	if big := largest(seats, 2, w.w-8, h/5); big != nil && w.h >= 30 {
		lines = append(lines, styled(big, w.st.bold)...)
	} else {
		lines = append(lines, w.st.bold.Render(seats))
	}
	return inMiddle(centred(lines, w.w), h)
}

// centred puts each line into the middle of w columns.
func centred(lines []string, w int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = spaces((w-width(l))/2) + l
	}
	return out
}

// inMiddle puts lines into the middle of h.
func inMiddle(lines []string, h int) []string {
	out := make([]string, max(0, (h-len(lines))/2), max(h, len(lines)))
	out = append(out, lines...)
	for len(out) < h {
		out = append(out, "")
	}
	return out[:h]
}
