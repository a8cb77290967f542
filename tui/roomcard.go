package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// codeCard shows how one gets into a seat, to be read aloud or copied.
type codeCard struct {
	seat, code, print string
	ways              []string
}

func newCodeCard(r Room, seat, code string) *codeCard {
	return &codeCard{seat: seat, code: code, print: r.Fingerprint(), ways: r.Ways(seat)}
}

func (c *codeCard) scope() scope                       { return scopeCode }
func (c *codeCard) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (c *codeCard) size(_ *Model, w, h int) (int, int) { return w, h }

func (c *codeCard) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopeCode, msg) == nil {
		return m.below(msg, m.t("Esc first"))
	}
	return m.press(scopeCode, msg)
}

// draw draws the code first, for that is what is read out; then what to type.
func (c *codeCard) draw(m *Model, w, h int) []string {
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("To join as {seat}", "seat", m.seatTitle(c.seat)), w)), ""}
	say := func(s string) { out = append(out, indent("  ", s, w-2)...) }
	if c.code == "" {
		say(m.t("The code is on the seat's slip. Here only its hash is known; {key} makes a new one.", "key", "n"))
	} else {
		out = append(out, c.letters(m, w)...)
		out = append(out, "")
		for _, group := range strings.Split(line(c.code), "-") {
			out = append(out, "      "+m.st.bold.Render(group)+"   "+m.st.dim.Render(spelled(group)))
		}
	}
	out = append(out, "")
	say(m.t("In a terminal, type the line of the network that both computers are in:"))
	for _, way := range c.ways {
		out = append(out, "      "+m.st.key.Render(line(way)))
	}
	out = append(out, "")
	say(m.t("Asked whether the host is the right one, compare this, and type yes:"))
	out = append(out, "      "+line(c.print), "")
	say(m.t("The code is the password. Nothing shows while it is typed; capitals and dashes do not matter."))
	return fitAll(out, w, h)
}

// letters are the code as large as there is room for, and once more as it is
// typed where it is large.
func (c *codeCard) letters(m *Model, w int) []string {
	code := line(c.code)
	if !m.opts.Plain {
		if big := largest(code, 2, w-12, 5); big != nil {
			return indentAll(styled(big, m.st.bold))
		}
	}
	return indentAll([]string{m.st.bold.Render(spacedCode(code))})
}

// indentAll sets lines in.
func indentAll(lines []string) []string {
	for i := range lines {
		lines[i] = "      " + lines[i]
	}
	return lines
}

// spacedCode sets the letters of a code apart.
func spacedCode(code string) string {
	return strings.Join(strings.Split(strings.ReplaceAll(code, "-", " – "), ""), " ")
}

// spelled is a part of a code in the alphabet of radio and aviation.
func spelled(group string) string {
	names := [26]string{
		"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima", "Mike",
		"November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu",
	}
	var out []string
	for _, r := range group {
		if i := r - 'A'; i >= 0 && int(i) < len(names) {
			out = append(out, names[i])
			continue
		}
		out = append(out, string(r))
	}
	return strings.Join(out, " · ")
}
