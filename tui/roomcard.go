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

func (c *codeCard) draw(m *Model, w, h int) []string {
	out := []string{m.st.titleFocus.Render(ruleLine(m.t("To join as {seat}", "seat", m.seatTitle(c.seat)), w)), ""}
	say := func(s string) { out = append(out, indent("  ", s, w-2)...) }
	say(m.t("1. In a terminal, type the line of the network that the two computers share:"))
	out = append(out, "")
	for _, way := range c.ways {
		out = append(out, "      "+m.st.key.Render(line(way)))
	}
	out = append(out, "")
	say(m.t("2. Asked whether the host is the right one, compare, and type yes:"))
	out = append(out, "", "      "+line(c.print), "")
	if c.code == "" {
		say(m.t("3. The password is the code on the seat's slip. Here only its hash is known; n makes a new one."))
		return fitAll(out, w, h)
	}
	say(m.t("3. The password is the code. Nothing shows while it is typed; capitals and dashes do not matter:"))
	out = append(out, "", "      "+m.st.bold.Render(spacedCode(line(c.code))), "")
	for _, group := range strings.Split(line(c.code), "-") {
		out = append(out, "      "+m.st.bold.Render(group)+"   "+m.st.dim.Render(spelled(group)))
	}
	return fitAll(out, w, h)
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
