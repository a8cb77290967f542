package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// entryWidth bounds what there is to read: it is little.
const entryWidth = 76

// View draws the screen.
func (e *Entry) View() tea.View {
	v := tea.NewView(strings.Join(e.lines(), "\n"))
	v.AltScreen = true
	v.WindowTitle = "Parley — " + e.t("EXERCISE")
	return v
}

func (e *Entry) lines() []string {
	if e.small() {
		return fitAll([]string{
			e.t("EXERCISE"),
			e.t("{w}×{h} is too small,", "w", strconv.Itoa(e.w), "h", strconv.Itoa(e.h)),
			e.t("Parley needs {w}×{h}.", "w", strconv.Itoa(leastWidth), "h", strconv.Itoa(leastHeight)),
			"Ctrl+C " + e.t("leaves"),
		}, e.w, e.h)
	}
	w := min(e.w-4, entryWidth)
	room := e.h - 4 // beside header and footer
	body := e.ask(w, room)
	if e.asked != "" {
		body = e.askPlace(w, room)
	}
	if e.wrong != "" {
		body = append(body, "", e.st.errorLine.Render("✗ "+e.wrong))
	}
	margin := spaces((e.w - w) / 2)
	out := []string{" " + e.st.exercise.Render(e.t("EXERCISE")) + " · " + line(e.opts.Title), e.st.rule.Render(ruleLine("", e.w))}
	out = append(out, make([]string, max(0, (room-len(body))/3))...)
	for _, l := range body {
		out = append(out, margin+l)
	}
	out = fitAll(out, e.w, e.h)
	out[e.h-2] = e.st.rule.Render(ruleLine("", e.w))
	out[e.h-1] = fit(" "+e.keys(), e.w)
	return out
}

// ask asks for the name, above those who are known.
func (e *Entry) ask(w, room int) []string {
	out := e.seatLines(w)
	e.in.SetWidth(NameRunes)
	out = append(out,
		"", e.st.fieldFocus.Render(e.t("Your name")),
		e.st.accent.Render("▸ ")+strings.TrimRight(e.in.View(), " "),
	)
	out = append(out, styled(wrap(e.t("As the others call you: it stands beside what you do. With the same name you find your seat as you left it."), w), e.st.dim)...)
	if len(e.opts.Known) == 0 {
		return out
	}
	out = append(out, "", e.st.heading.Render(e.t("Who has sat here")))
	return append(out, e.people(e.opts.Known, e.chosen, w, room-len(out)-2)...)
}

func (e *Entry) seatLines(w int) []string {
	out := []string{e.st.dim.Render(e.t("You take the seat of"))}
	return append(out, styled(wrap(line(e.opts.Seat), w), e.st.bold)...)
}

// askPlace asks whether to take somebody's place.
func (e *Entry) askPlace(w, room int) []string {
	out := e.seatLines(w)
	name := line(e.seated[e.at].Name)
	out = append(out, "")
	if e.asked == askedSelf {
		out = append(out, styled(wrap(e.t("{name} is here already. If that is you at another terminal, Enter closes that one, and you go on here as it stands there.", "name", name), w), e.st.bold)...)
		out = append(out, wrap(e.t("If it is somebody else of that name, Esc goes back: add a letter to yours."), w)...)
	} else {
		out = append(out, styled(wrap(e.t("The seat is taken. Enter takes the place of {name}: their terminal is told so and closed.", "name", name), w), e.st.bold)...)
		out = append(out, wrap(e.t("What they were writing is kept for them."), w)...)
	}
	out = append(out, "")
	return append(out, e.people(e.seated, e.at, w, room-len(out)-2)...)
}

// people lists some of those known, the chosen one in sight.
func (e *Entry) people(all []Known, chosen, w, room int) []string {
	room = max(1, room)
	from := max(0, min(chosen-room/2, len(all)-room))
	var out []string
	for i := from; i < len(all) && i < from+room; i++ {
		k := &all[i]
		sign, style := "○ ", e.st.dim
		if k.Here {
			sign, style = "● ", e.st.good
		}
		out = append(out, row(w, i == chosen, e.st.chosen, seg{style, sign}, seg{e.st.plain, fit(line(k.Name), min(NameRunes, w-22))}, seg{style, "  " + e.whereabouts(k)}))
	}
	return out
}

func (e *Entry) whereabouts(k *Known) string {
	at := k.Since.Format("15:04")
	switch {
	case k.Here && k.Since.IsZero():
		return e.t("here")
	case k.Here:
		return e.t("here since {time}", "time", at)
	case k.Since.IsZero():
		return e.t("not here")
	}
	return e.t("gone since {time}", "time", at)
}

// keys are what can be pressed now.
func (e *Entry) keys() string {
	key := func(k, does string) string { return e.st.key.Render(k) + " " + does }
	if e.asked != "" {
		parts := []string{key("Enter", e.t("take over")), key("Esc", e.t("back"))}
		if len(e.seated) > 1 {
			parts = append(parts, key("↑ ↓", e.t("choose")))
		}
		return strings.Join(parts, "  ")
	}
	parts := []string{key("Enter", e.t("go in"))}
	if len(e.opts.Known) > 0 {
		parts = append(parts, key("↑ ↓", e.t("choose a name")))
	}
	return strings.Join(append(parts, key("Esc", e.t("leave"))), "  ")
}
