package tui

import (
	"parley/engine"
	"parley/engine/words"
)

// addresseesDetail lists to whom an inject goes and who sits there, or for
// each delivery how far everyone has come with it.
func (m *Model) addresseesDetail(p *page, v engine.View, it *engine.MSELItem) {
	all := v.DeliveriesOf(it)
	if len(all) == 0 || it.State != engine.InjectDelivered {
		p.heading(m.t("Goes to"))
		for _, r := range it.Roles {
			p.link(roleSubject(r), "·", m.sitting(m.roleTitle(r), r))
		}
	}
	if len(all) == 0 {
		return
	}
	p.heading(m.t("Delivered"))
	answered := answeredBy(v, it)
	for i := range all {
		d := &all[i]
		s := m.t("{id} at {time}", "id", line(d.ID), "time", clockText(d.T))
		if d.Recalled {
			s = m.t("{what}, recalled at {time}", "what", s, "time", clockText(d.RecallAt))
		}
		p.bullet("▣", s)
		for _, r := range d.Roles {
			st := statusOf(d, r)
			text := m.t("{who}: {what}", "who", m.roleTitle(r), "what", words.Say(m.lang, "status."+statusCode(st), nil))
			if answered[replyKey{d.ID, r}] {
				text += ", " + m.t("answered")
			}
			p.link(roleSubject(r), statusSign(st), text)
		}
	}
}

// replyKey is one addressee of one delivery.
type replyKey struct{ delivery, role string }

// answeredBy says who has answered a question of an inject.
func answeredBy(v engine.View, it *engine.MSELItem) map[replyKey]bool {
	out := map[replyKey]bool{}
	for i := range it.Def.Questions {
		for _, r := range v.Replies(it.Def.Questions[i].ID) {
			out[replyKey{r.Delivery, r.Role}] = true
		}
	}
	return out
}

// statusSign is an addressee's state as a seat's inbox marks it.
func statusSign(s engine.Status) string {
	return [...]string{"●", "○", "✓", "–"}[min(s, engine.StatusClosed)]
}
