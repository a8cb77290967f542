package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// newDidLine is the line that fills the fields of "we did …" while it is
// typed. A part that is taken back leaves its field as it was at first; what
// was changed in a field stays until the line says something else.
func (m *Model) newDidLine(role *pickField, did *actField, target *pickField, when *textField) *lineField {
	first := role.value()
	names := func() lineNames {
		return lineNames{
			roles: m.rolesByTitle(), targets: m.targetsByTitle(), now: m.now,
			catalogue: func(id string) []option {
				if id == "" {
					id = role.value()
				}
				return m.catalogue(m.sight().SideOf(id))
			},
		}
	}
	return newLine(m.t("In one line"), names, func(was, is didLine) {
		if is.role != was.role {
			role.taken = []string{is.role}
			if is.role == "" {
				role.taken = []string{first}
			}
		}
		if is.action != was.action || is.text != was.text {
			did.in.SetValue(is.text)
			did.chosen, did.cursor = is.action, -1
		}
		if is.target != was.target {
			target.taken = []string{is.target}
		}
		if is.when != was.when {
			when.in.SetValue(is.when)
		}
	})
}

func (m *Model) rolesByTitle() []option {
	var out []option
	for _, r := range m.sight().Seats() {
		out = append(out, option{r.ID, m.roleTitle(r.ID)})
	}
	return out
}

func (m *Model) targetsByTitle() []option {
	var out []option
	for _, t := range m.sight().Targets() {
		out = append(out, option{t.ID, m.targetName(t.ID)})
	}
	return out
}

// recordedAs says for whom something is recorded, how it was said and when.
func (m *Model) recordedAs(role, how, when string) string {
	at, given, ok := parseMoment(when, m.now)
	switch {
	case !ok:
		when = "?"
	case given:
		when = m.t("said at {time}", "time", clockText(at))
	default:
		when = m.t("now, {time}", "time", clockText(m.now))
	}
	return m.t("as {role} of {side}, {how}, {when}", "role", m.roleTitle(role), "side", m.sideName(m.sight().SideOf(role)),
		"how", words.Say(m.lang, "how."+how, nil), "when", when)
}

// whyLater says what is wrong with a moment that has not come, "" if nothing.
func (m *Model) whyLater(t engine.Millis) string {
	if t > m.now {
		return m.t("nobody has said it yet at {time}; it is {now}", "time", clockText(t), "now", clockText(m.now))
	}
	return ""
}
