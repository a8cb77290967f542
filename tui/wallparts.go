package tui

import (
	"slices"
	"strconv"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// wallPart is something to read on the wall: a question, what was reported on
// one, a message to everyone, a ruling.
type wallPart struct {
	id    string
	stays bool // is not paged away while there is room
	lines []string
}

// Letters of the wall's texts: from this size on they are drawn large where
// they can be, and lines are no longer than can be read at a glance.
const (
	largeWidth  = 110
	largeHeight = 34
	glance      = 64
)

// partsKey is all that what there is to read is drawn from.
type partsKey struct {
	version, w, h int
	lang          string
	st            *styles
	tight         bool
}

// parts are what there is to read, the most important first. Tight ones have no
// blank lines between their own.
func (w *Wall) parts(tight bool) []wallPart {
	key := partsKey{w.p.Version(), w.w, w.h, w.lang, w.st, tight}
	i := 0
	if tight {
		i = 1
	}
	if kept := &w.kept[i]; kept.key != key || !kept.drawn {
		kept.key, kept.drawn, kept.parts = key, true, w.drawParts(tight)
	}
	return w.kept[i].parts
}

func (w *Wall) drawParts(tight bool) []wallPart {
	var out []wallPart
	puts := w.p.Puts()
	for i := len(puts) - 1; i >= 0; i-- {
		out = append(out, wallPart{"q" + puts[i].Asked.ID, len(puts) == 1, w.question(&puts[i], tight)})
	}
	c := w.p.Clock()
	var asked []string
	for _, r := range slices.Backward(w.p.Reportings()) {
		if r.T >= c.SegmentStart && !slices.Contains(asked, r.Question) {
			asked = append(asked, r.Question)
			out = append(out, wallPart{"r" + r.Question, false, w.reported(r.Question, tight)})
		}
	}
	// What went to everyone stays until there is something to talk about, and no
	// longer than its phase.
	since := c.PhaseStart
	if len(out) > 0 {
		since = c.SegmentStart
	}
	if all := w.p.Deliveries(); len(all) > 0 {
		if d := &all[len(all)-1]; d.T >= since {
			out = append(out, wallPart{"d" + d.ID, false, w.message(d, tight)})
		}
	}
	if all := w.p.Rulings(); len(all) > 0 {
		if r := &all[len(all)-1]; r.T >= since {
			out = append(out, wallPart{"l" + r.ID, false, w.ruling(r, tight)})
		}
	}
	return out
}

// withParts puts what there is to read below some lines, on as many pages as it
// takes.
func (w *Wall) withParts(top []string, h int) []string {
	room := h - len(top)
	parts := w.parts(false)
	if total(parts) > room && w.h < largeHeight {
		parts = w.parts(true)
	}
	var ids strings.Builder
	for _, p := range parts {
		ids.WriteString(p.id + " ")
	}
	if shown := ids.String(); shown != w.shown {
		w.shown, w.page = shown, 0
	}
	w.pages = 1
	if total(parts) <= room {
		return append(top, inMiddle(stacked(parts), room)...)
	}
	room-- // for the page's number
	if beneath := room - len(parts[0].lines) - 1; len(parts) > 1 && parts[0].stays && longest(parts[1:]) <= beneath {
		top = append(append(top, parts[0].lines...), "")
		room, parts = room-len(parts[0].lines)-1, parts[1:]
	}
	pages := paged(parts, room)
	w.pages = len(pages)
	w.page %= w.pages
	top = append(top, inMiddle(pages[w.page], room)...)
	number := ""
	if w.pages > 1 {
		number = strconv.Itoa(w.page+1) + "/" + strconv.Itoa(w.pages) + " "
	}
	return append(top, spaces(w.w-width(number))+w.st.dim.Render(number))
}

func stacked(parts []wallPart) []string {
	var out []string
	for i, p := range parts {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, p.lines...)
	}
	return out
}

func longest(parts []wallPart) int {
	most := 0
	for _, p := range parts {
		most = max(most, len(p.lines))
	}
	return most
}

func total(parts []wallPart) int { return len(stacked(parts)) }

// paged lays parts out on pages of h lines: as many on one as fit, and one that
// is longer than a page on several.
func paged(parts []wallPart, h int) [][]string {
	h = max(1, h)
	var out [][]string
	var now []string
	flush := func() {
		if now != nil {
			out = append(out, now)
		}
		now = nil
	}
	for _, p := range parts {
		if now != nil && len(now)+1+len(p.lines) <= h {
			now = append(append(now, ""), p.lines...)
			continue
		}
		flush()
		rest := p.lines
		for len(rest) > h {
			out = append(out, rest[:h])
			rest = rest[h:]
		}
		now = slices.Clip(rest)
	}
	flush()
	if out == nil {
		return [][]string{nil}
	}
	return out
}

// say lays a harmless text out for the room: in large letters where they can be
// drawn and take no more than most lines, else on lines with a blank one between.
func (w *Wall) say(text string, room, most int, st style, tight bool) []string {
	if lines := w.large(text, room, most); lines != nil {
		return styled(lines, st)
	}
	var out []string
	for i, l := range even(text, min(room, glance)) {
		if i > 0 && !tight {
			out = append(out, "")
		}
		out = append(out, st.Render(l))
	}
	return out
}

// large is a text in large letters, nil where the wall has no room for them or
// it can't be drawn so on most lines.
func (w *Wall) large(text string, room, most int) []string {
	if w.w < largeWidth || w.h < largeHeight {
		return nil
	}
	if lines := largeText(text, room); len(lines) <= most {
		return lines
	}
	return nil
}

// even breaks a harmless text into as few lines of at most room columns as it
// takes, none much shorter than the others.
func even(text string, room int) []string {
	lines := wrap(text, room)
	for room > glance/4 {
		room--
		narrower := wrap(text, room)
		if len(narrower) > len(lines) {
			return lines
		}
		lines = narrower
	}
	return lines
}

// block puts lines into the middle of the wall as they stand to each other.
func (w *Wall) block(lines []string) []string {
	most := 0
	for _, l := range lines {
		most = max(most, width(l))
	}
	pad := spaces((w.w - most) / 2)
	for i := range lines {
		lines[i] = pad + lines[i]
	}
	return lines
}

func (w *Wall) label(text string) string { return w.st.dim.Render(text) }

// question is one that was put to everyone, with its options.
func (w *Wall) question(put *engine.Put, tight bool) []string {
	q, room := &put.Asked, w.w-8
	head := w.t("Question") + " · " + w.t("to the whole room")
	if put.Alone {
		head = w.t("Question") + " · " + w.t("each side talks it over alone")
	}
	out := []string{w.label(head)}
	if !tight {
		out = append(out, "")
	}
	out = append(out, w.say(line(scenarios.Text(q.Prompt).In(w.lang)), room, w.h/3, w.st.bold, tight)...)
	out = centred(out, w.w)
	if q.Kind == "scale" {
		text := w.t("a number from {min} to {max}", "min", text64(q.Min), "max", text64(q.Max))
		return append(append(out, ""), centred([]string{text}, w.w)...)
	}
	var options []string
	for i, o := range q.Options {
		text := line(scenarios.Text(o.Text).In(w.lang))
		letter := string(rune('A' + i%26))
		lines := w.large(letter+": "+text, room, w.h/8)
		if lines == nil {
			lines = indent(letter+"  ", text, min(room, glance))
		}
		if !tight || i == 0 {
			options = append(options, "")
		}
		options = append(options, lines...)
	}
	return append(out, w.block(options)...)
}

// reported is what the sides told the plenary on a question, side by side.
func (w *Wall) reported(question string, tight bool) []string {
	q, _ := w.p.Asked(question)
	var columns [][]string
	sides := w.p.Sides()
	n := 0
	for i := range sides {
		if len(w.reports(question, sides[i].ID)) > 0 {
			n++
		}
	}
	const rule = " │ "
	room := (w.w-8+len(rule))/max(1, n) - len(rule)
	beside := room >= 20
	if !beside {
		room = w.w - 8
	}
	for i := range sides {
		var lines []string
		for _, r := range w.reports(question, sides[i].ID) {
			lines = append(lines, w.report(&r, &q, room, tight)...)
		}
		if lines != nil {
			columns = append(columns, append([]string{w.st.heading.Render(line(sides[i].Name.In(w.lang)))}, lines...))
		}
	}
	prompt := wrap(line(scenarios.Text(q.Prompt).In(w.lang)), min(w.w-8, 2*glance))
	out := centred(append([]string{w.label(w.t("Reported to the plenary"))}, prompt...), w.w)
	out = append(out, "")
	if !beside {
		return append(out, w.block(slices.Concat(columns...))...)
	}
	return append(out, w.block(besides(columns, rule))...)
}

// reports are what a side told of its answers to a question.
func (w *Wall) reports(question, side string) []engine.Reporting {
	return slices.DeleteFunc(w.p.Reportings(), func(r engine.Reporting) bool {
		return r.Question != question || r.Side != side || r.T < w.p.Clock().SegmentStart
	})
}

// report is one side's answer.
func (w *Wall) report(r *engine.Reporting, q *engine.Asked, room int, tight bool) []string {
	var out []string
	for _, o := range q.Options {
		if slices.Contains(r.Options, o.ID) {
			text := line(scenarios.Text(o.Text).In(w.lang))
			lines := w.large(text, room, w.h/8)
			if lines == nil {
				lines = indent("● ", text, min(room, glance))
			}
			out = append(append(out, styled(lines, w.st.bold)...), "")
		}
	}
	if q.Kind == "scale" {
		out = append(out, w.st.bold.Render(text64(r.Scale)))
	}
	if text, ok := w.p.TextIn(r.Text, w.lang); ok {
		said := "“" + line(text.Text) + "”"
		if mark := text.Mark(w.lang); mark != "" {
			said = line(mark) + " " + said
		}
		out = append(out, w.say(said, room, w.h/6, w.st.plain, tight)...)
	}
	return out
}

// besides puts columns beside each other, a rule between them.
func besides(columns [][]string, rule string) []string {
	var out []string
	most := 0
	for _, c := range columns {
		most = max(most, len(c))
	}
	for y := range most {
		var b strings.Builder
		for i, c := range columns {
			wide := 0
			for _, l := range c {
				wide = max(wide, width(l))
			}
			if i > 0 {
				b.WriteString(rule)
			}
			if y < len(c) {
				b.WriteString(fit(c[y], wide))
			} else {
				b.WriteString(spaces(wide))
			}
		}
		out = append(out, b.String())
	}
	return out
}

// message is what was delivered to everyone.
func (w *Wall) message(d *engine.Delivery, tight bool) []string {
	parts := []string{w.t("To everyone"), words.Say(w.lang, "channel."+d.Channel, nil), clockText(d.T)}
	if mark := line(w.p.Marking(d.Marking)); mark != "" {
		parts = append(parts, mark)
	}
	out := []string{w.label(strings.Join(parts, " · "))}
	if from := line(w.p.Piece(&d.From, w.lang)); from != "" {
		out = append(out, w.label(from))
	}
	room := w.w - 8
	if subject := line(w.p.Piece(&d.Subject, w.lang)); subject != "" {
		if !tight {
			out = append(out, "")
		}
		out = append(out, w.say(subject, room, w.h/6, w.st.bold, tight)...)
	}
	out = append(out, "")
	body := w.p.Piece(&d.Body, w.lang)
	lines := w.large(line(plainEmphasis(strings.ReplaceAll(body, "**", ""))), room, w.h/4)
	if lines == nil || strings.ContainsAny(body, "#>|`\n") {
		lines = markdown(body, min(room, glance), w.st)
	}
	return w.block(append(out, lines...))
}

// ruling is one of control's for everyone, with its reason.
func (w *Wall) ruling(r *engine.Ruling, tight bool) []string {
	out := []string{w.label(w.t("Ruling of control") + " · " + clockText(r.T))}
	if !tight {
		out = append(out, "")
	}
	room := w.w - 8
	if text, ok := w.p.TextIn(r.Text, w.lang); ok {
		out = append(out, w.say(line(text.Text), room, w.h/4, w.st.bold, tight)...)
	}
	if reason, ok := w.p.TextIn(r.Reason, w.lang); ok {
		out = append(append(out, ""), wrap(w.t("Reason: {reason}", "reason", line(reason.Text)), min(room, glance))...)
	}
	return w.block(out)
}
