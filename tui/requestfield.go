package tui

import (
	"strings"

	"parley/engine/words"
	"parley/scenarios"
)

// requestField is what a request says of one of the things that it must
// contain, or what is answered to that. While it is typed, it says whether it is
// as it must be.
type requestField struct {
	*areaField
	def   *scenarios.RequestField
	title string
	// asked is what the field answers to; "" where it is the request's own.
	asked string
	// checked is the text that good was found of.
	checked string
	good    bool
}

func (m *Model) newRequestField(f *scenarios.RequestField, text string) *requestField {
	title := m.fieldTitle(f)
	return &requestField{areaField: newArea(title, text, 3), def: f, title: title}
}

// newAnswer answers to one of the things that a request asks for.
func (m *Model) newAnswer(f *scenarios.RequestField, asked string) *requestField {
	a := m.newRequestField(&scenarios.RequestField{ID: f.ID, Weight: scenarios.WeightDesirable}, "")
	a.title, a.label, a.asked = m.fieldTitle(f), m.fieldTitle(f), m.t("asked: “{text}”", "text", asked)
	return a
}

// note says how much it weighs, or what it answers to.
func (f *requestField) note(m *Model) string {
	if f.asked != "" {
		return f.asked
	}
	return m.weightText(f.def)
}

// empty reports whether nothing stands there.
func (f *requestField) empty() bool { return f.value() == "" }

// fails reports whether something stands there that is not as it must be.
func (f *requestField) fails() bool {
	text := f.value()
	if text == "" {
		return false
	}
	if f.checked != text {
		f.checked, f.good = text, scenarios.CheckValue(f.def.Check, text)
	}
	return !f.good
}

// checkText says how it must be.
func (f *requestField) checkText(m *Model) string {
	return words.Say(m.lang, "check."+f.def.Check, nil)
}

// said is what stands there, on one line.
func (f *requestField) said(m *Model) string {
	text := line(strings.Join(strings.Fields(clip(f.value(), lineBytes)), " "))
	switch {
	case text == "":
		return m.t("nothing ({weight})", "weight", f.note(m))
	case f.fails():
		return m.t("{text} — not as it must be: {why}", "text", text, "why", f.checkText(m))
	}
	return text
}

// sign and its style say at a glance how it stands.
func (f *requestField) sign(m *Model) (string, style) {
	return m.fieldSign(f.def, !f.empty(), f.fails())
}

func (m *Model) fieldSign(f *scenarios.RequestField, there, fails bool) (string, style) {
	switch {
	case fails:
		return "✗ ", m.st.bad
	case there:
		return "✓ ", m.st.good
	case f.Weight == scenarios.WeightMandatory:
		return "○ ", m.st.warn
	case f.Weight == scenarios.WeightConditional:
		return "? ", m.st.odd
	}
	return "· ", m.st.dim
}

func (f *requestField) draw(m *Model, w int, focus bool) []string { return f.drawWhole(m, w, focus) }

// drawWhole draws a field that has not the keys on one line: how it stands,
// what it is, and how it begins or what is wrong. One that has them says all.
func (f *requestField) drawWhole(m *Model, w int, focus bool) []string {
	sign, style := f.sign(m)
	if !focus {
		col := max(24, min(48, w/2))
		text, look := line(strings.Join(strings.Fields(clip(f.value(), lineBytes)), " ")), m.st.plain
		switch {
		case f.fails():
			text, look = f.checkText(m), m.st.bad
		case text == "":
			text, look = f.note(m), style
		}
		return []string{fit("  "+style.Render(sign)+m.st.fieldLabel.Render(fit(f.title, col))+" "+look.Render(text), w)}
	}
	out := f.drawFocused(m, w)
	return fitAll(out, w, len(out))
}

// drawFocused says beside what is typed how much it weighs, what is meant, and
// whether it is as it must be.
func (f *requestField) drawFocused(m *Model, w int) []string {
	sign, how := f.sign(m)
	iw := min(w-4, textWidth)
	weight := f.note(m)
	if f.def.Asks {
		weight += " · " + m.t("the answer must speak to it")
	}
	out := []string{m.st.accent.Render("▸ ") + how.Render(sign) + m.st.fieldFocus.Render(f.title)}
	add := func(s string, l style) {
		for _, part := range styled(wrap(s, iw), l) {
			out = append(out, "    "+part)
		}
	}
	if width(out[0])+2+width(weight) <= w {
		out[0] += "  " + m.st.dim.Render(weight)
	} else {
		add(weight, m.st.dim)
	}
	if help := line(f.def.Help.In(m.lang)); help != "" {
		add(help, m.st.dim)
	}
	for _, l := range f.areaField.draw(m, iw, true) {
		out = append(out, "    "+l)
	}
	switch {
	case f.fails():
		add("✗ "+f.checkText(m), m.st.bad)
	case f.def.Check != "" && !f.empty():
		add("✓ "+m.t("as it must be"), m.st.good)
	case f.def.Check != "":
		add(f.checkText(m), m.st.dim)
	}
	return out
}

// lacks is what a request lacks as it stands.
type lacks struct {
	mandatory, conditional, technical, failing []*requestField
}

func lacksOf(fields []*requestField) lacks {
	var l lacks
	for _, f := range fields {
		switch {
		case f.fails():
			l.failing = append(l.failing, f)
		case !f.empty():
		case f.def.Weight == scenarios.WeightMandatory:
			l.mandatory = append(l.mandatory, f)
		case f.def.Weight == scenarios.WeightConditional:
			l.conditional = append(l.conditional, f)
		case f.def.Technical:
			l.technical = append(l.technical, f)
		}
	}
	return l
}

// lackLine is a line of what is lacking, by how much it weighs.
type lackLine struct {
	text  string
	style style
}

// lines say what is lacking; in full, also why.
func (l *lacks) lines(m *Model, full bool) []lackLine {
	var out []lackLine
	add := func(all []*requestField, style style, text string, more func(f *requestField) string) {
		if len(all) == 0 {
			return
		}
		names := make([]string, len(all))
		for i, f := range all {
			names[i] = f.title
			if full && more != nil {
				names[i] = m.t("{what} ({more})", "what", f.title, "more", more(f))
			}
		}
		out = append(out, lackLine{words.Fill(m.lang, text, "n", text64(int64(len(all))), "what", m.joinNames(names)), style})
	}
	add(l.mandatory, m.st.warn, m.t("Missing, mandatory ({n}): {what}"), nil)
	add(l.failing, m.st.bad, m.t("Not as it must be ({n}): {what}"), func(f *requestField) string { return f.checkText(m) })
	add(l.conditional, m.st.odd, m.t("Missing, needed if it applies ({n}): {what}"), func(f *requestField) string { return m.weightText(f.def) })
	add(l.technical, m.st.dim, m.t("Missing of the technical minimum ({n}): {what}"), nil)
	return out
}

// live says in a form's head what is lacking, each on a line.
func (l *lacks) live(m *Model, w int) []string {
	said := l.lines(m, false)
	if len(said) == 0 {
		return []string{fit(" "+m.st.good.Render("✓ "+m.t("Nothing that must be there is missing.")), w)}
	}
	out := make([]string, len(said))
	for i := range said {
		out[i] = fit(" "+said[i].style.Render(said[i].text), w)
	}
	return out
}

// text says what is lacking on the line that sends.
func (l *lacks) text(m *Model) []string {
	said := l.lines(m, true)
	if len(said) == 0 {
		return []string{m.t("Nothing that must be there is missing.")}
	}
	out := make([]string, len(said))
	for i := range said {
		out[i] = said[i].text
	}
	return out
}
