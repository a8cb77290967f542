package tui

import "parley/engine"

// goesOut says when and to whom an inject goes that is given a time: one that
// is spoken is cued first, and where injects wait for a hand it waits.
func (m *Model) goesOut(when, channel string, roles []string) string {
	to := m.toRoles(roles)
	t, given, ok := parseLater(when, m.now)
	switch {
	case !ok:
		return m.t("to {to}", "to", to)
	case !given || t <= m.now:
		if cuedChannel(channel) {
			return m.t("now cued to you, to be said to {to}", "to", to)
		}
		return m.t("now, to {to}", "to", to)
	case talked(m.view):
		return m.t("waits for your hand from {time} on, for {to}", "time", clockText(t), "to", to)
	case cuedChannel(channel):
		return m.t("cued to you at {time}, to be said to {to}", "time", clockText(t), "to", to)
	}
	return m.t("at {time}, to {to}", "time", clockText(t), "to", to)
}

// madeUp is goesOut for an inject made up on the spot: one that is spoken is
// being said by whoever makes it up.
func (m *Model) madeUp(when, channel string, roles []string) string {
	if t, given, ok := parseLater(when, m.now); ok && (!given || t <= m.now) && cuedChannel(channel) {
		return m.t("counts as said now, to {to}", "to", m.toRoles(roles))
	}
	return m.goesOut(when, channel, roles)
}

// personas that control speaks as, after what stands for none of them.
func (m *Model) personas(none string) []option {
	out := []option{{"", none}}
	for _, p := range m.view.Personas() {
		out = append(out, option{p.ID, line(p.Name.In(m.lang))})
	}
	return out
}

// nobodyYet stands for the persona that a simulator has yet to choose.
const nobodyYet = "-"

// newSpeaker chooses as whom control writes. A simulator speaks for somebody,
// so that they choose; of one persona there is nothing to choose.
func (m *Model) newSpeaker() *pickField {
	all := m.personas(m.t("control"))
	switch {
	case engine.Leads(m.home) || len(all) == 1:
		return newPick(m.t("As"), all, "")
	case len(all) == 2:
		return newPick(m.t("As"), all, all[1].id)
	}
	return newPick(m.t("As"), append([]option{{nobodyYet, m.t("not chosen yet")}}, all...), nobodyYet)
}

// personaName is a persona's name as players read it.
func (m *Model) personaName(id string) string {
	for _, p := range m.view.Personas() {
		if p.ID == id {
			return p.Name.In(m.lang)
		}
	}
	return ""
}
