package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
)

// evidenceSteps are the steps that can be taken with a piece of evidence that
// the side has in its hands.
func (m *Model) evidenceSteps(at subject) []entry {
	if at.kind != onEvidence {
		return nil
	}
	e, ok := m.seat.view.Exhibit(at.id)
	if !ok || e.Holder == "" {
		return nil
	}
	return []entry{
		{"certify", m.t("certify it"), func(m *Model) tea.Cmd { return m.certifyForm(&e) }},
		{"hand-over", m.t("hand it over"), func(m *Model) tea.Cmd { return m.handOverForm(&e) }},
	}
}

// certifyForm states the form in which a piece of evidence is certified.
func (m *Model) certifyForm(e *engine.HeldExhibit) tea.Cmd {
	v, who := m.seat.view, m.newSayer()
	asked := ""
	if e.Def != nil {
		asked = line(e.Def.Certificate.In(m.lang))
	}
	var lead []string
	if asked != "" {
		lead = []string{m.t("What a court would ask for: {form}", "form", asked), m.t("With nothing written it is certified in that form.")}
	}
	text := newArea(m.t("Certificate"), "", 4)
	fields, first := who.around(text)
	f := &form{title: m.t("Certify {id}", "id", line(e.ID)), about: e.ID, lead: lead, fields: fields, at: first, send: m.t("certify"), done: m.t("Certified: {id}.", "id", line(e.ID))}
	f.to = func() string {
		var also []string
		for _, h := range e.Held {
			if h.From == v.Side().ID && !h.Shown {
				also = append(also, m.sideName(h.Side))
			}
		}
		if also != nil {
			return m.t("for your side, and for those who have it from you: {to}", "to", m.joinNames(also))
		}
		return m.t("for your side; it goes along when the evidence is handed over")
	}
	f.make = func() (engine.Command, string) {
		if asked == "" && text.value() == "" {
			return engine.Command{}, m.t("say in what form it is certified, and by whom")
		}
		return who.command(m, engine.Certify{Exhibit: e.ID, Text: text.value(), Lang: m.lang})
	}
	return m.open(f)
}

// handOverForm gives a piece of evidence to somebody: within the side first.
func (m *Model) handOverForm(e *engine.HeldExhibit) tea.Cmd {
	v, who := m.seat.view, m.newSayer()
	to := newPick(m.t("To"), m.takers(v, e), "")
	to.rows = 7
	limits := newArea(m.t("Limits"), "", 3)
	fields, first := who.around(to, limits)
	f := &form{title: m.t("Hand over {id}", "id", line(e.ID)), about: e.ID, fields: fields, at: first, send: m.t("hand it over"), done: m.t("Handed over: {id}.", "id", line(e.ID)), over: true}
	f.live = func(w int) []string {
		if who.who() == e.Holder {
			return nil
		}
		return styled(indent(" ! ", m.t("It is in the hands of {who}: given by another, the chain of custody has a gap.", "who", m.roleTitle(e.Holder)), w-1), m.st.warn)
	}
	f.to = func() string { return m.handsTo(v, e, who.who(), to.value()) }
	f.make = func() (engine.Command, string) {
		if to.value() == "" {
			return engine.Command{}, m.t("say to whom")
		}
		return who.command(m, engine.HandOver{Exhibit: e.ID, To: to.value(), Text: limits.value(), Lang: m.lang})
	}
	return m.open(f)
}

// takers are the roles that a piece of evidence can be given to, the side's own
// first.
func (m *Model) takers(v engine.View, e *engine.HeldExhibit) []option {
	var own, others []option
	seats := v.Seats()
	for i := range seats {
		switch r := &seats[i]; r.Side {
		case v.Side().ID:
			if r.ID != e.Holder {
				own = append(own, option{r.ID, m.t("{who} (your side)", "who", m.roleTitle(r.ID))})
			}
		case "":
		default:
			others = append(others, option{r.ID, m.roleAndSide(r.ID, r.Side)})
		}
	}
	return append(own, others...)
}

// handsTo says to whom evidence goes, and what goes with it.
func (m *Model) handsTo(v engine.View, e *engine.HeldExhibit, who, to string) string {
	side := v.SideOf(to)
	if side == v.Side().ID {
		return m.t("to {who}, within your side", "who", m.roleTitle(to))
	}
	parts := []string{
		m.t("to {who}, of another side", "who", m.roleAndSide(to, side)),
		m.t("marked: {how}", "how", words.Say(m.lang, "obtained."+e.Obtained, nil)),
	}
	if n := len(e.Certificates); n > 0 {
		parts = append(parts, m.t("certificates: {n}", "n", text64(int64(n))))
	}
	if e.Def != nil && e.Def.Marking != "" {
		parts = append(parts, line(v.Marking(e.Def.Marking)))
	}
	if by := v.Side().ClearedBy; by != "" && by != who {
		parts = append(parts, m.t("waits until {who} clears it", "who", m.roleTitle(by)))
	}
	return strings.Join(parts, " · ")
}

// usable is the evidence that a role's side can rely on, by the ids that the
// side has for it.
func (m *Model) usable(side string) []option {
	var out []option
	v := m.sight()
	for _, e := range v.Exhibits() {
		i := slices.IndexFunc(e.Held, func(h engine.Holding) bool { return h.Side == side && h.ID != "" })
		if i >= 0 {
			out = append(out, option{e.Held[i].ID, m.exhibitName(v, e.Held[i].ID)})
		}
	}
	return out
}

// newUses chooses the evidence that an action relies on; nil while there is
// none. It stands last in its form, which a draft without it still fits then.
func (m *Model) newUses(side func() string) *pickField {
	if len(m.sight().Exhibits()) == 0 {
		return nil
	}
	uses := newSeveral(m.t("Evidence used"), m.t("none"), nil)
	uses.options = func() []option { return m.usable(side()) }
	uses.rows = 5
	return uses
}

// usedBy is what was chosen, of a field that may not be there.
func usedBy(uses *pickField) []string {
	if uses == nil {
		return nil
	}
	return uses.values()
}
