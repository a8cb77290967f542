package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

func text64(n int64) string { return strconv.FormatInt(n, 10) }

// recent is how many of the latest items can be chosen for disclosing.
const recent = 100

// disclosable are items of one side, the latest first, what is under the
// cursor before all.
func (m *Model) disclosable() []option {
	v, s := m.sight(), m.at()
	var out []option
	switch {
	case s.kind == onAction, s.kind == onMessage:
		out = append(out, option{s.id, m.subjectName(s)})
	case s.delivery != "":
		out = append(out, option{s.delivery, m.t("delivery {id}", "id", line(s.delivery))})
	}
	for _, e := range v.Exhibits() {
		out = append(out, option{e.ID, m.t("evidence {what}", "what", m.exhibitText(&e))})
	}
	for i := v.ActionsLen() - 1; i >= max(0, v.ActionsLen()-recent); i-- {
		a := v.ActionAt(i)
		out = append(out, option{a.ID, m.t("action {id}: {what}", "id", line(a.ID), "what", m.actText(v, &a))})
	}
	for i := v.MessagesLen() - 1; i >= max(0, v.MessagesLen()-recent); i-- {
		if msg := v.MessageAt(i); msg.Side != "" {
			out = append(out, option{msg.ID, m.t("message {id}: “{text}”", "id", line(msg.ID), "text", m.typed(v, msg.Text))})
		}
	}
	for i := v.InboxLen() - 1; i >= max(0, v.InboxLen()-recent); i-- {
		d := v.InboxAt(i)
		out = append(out, option{d.ID, m.t("message received {id}", "id", line(d.ID))})
	}
	return uniqueOptions(out)
}

func uniqueOptions(all []option) []option {
	seen := map[string]bool{}
	out := all[:0]
	for _, o := range all {
		if !seen[o.id] {
			seen[o.id] = true
			out = append(out, o)
		}
	}
	return out
}

// itemSide is whose an item is: it goes to others.
func itemSide(v engine.View, id string) string {
	if a, ok := v.Action(id); ok {
		return a.Side
	}
	if msg, ok := v.Message(id); ok {
		return msg.Side
	}
	for _, e := range v.Exhibits() {
		if e.ID == id {
			return e.Side
		}
	}
	if s := v.Side(); s != nil {
		return s.ID
	}
	return ""
}

func (m *Model) discloseForm() tea.Cmd {
	options := m.disclosable()
	if len(options) == 0 {
		m.say(m.t("there is nothing to disclose"), true)
		return nil
	}
	item := newPick(m.t("Item"), options, "")
	item.taken = []string{options[0].id}
	to := newSeveral(m.t("To"), m.t("nobody yet"), nil)
	sides, v := m.sideOptions(), m.sight()
	to.options = func() []option {
		own := itemSide(v, item.value())
		return slices.DeleteFunc(slices.Clone(sides), func(o option) bool { return o.id == own })
	}
	seat := m.actor()
	return m.open(&form{
		title: m.t("Disclose"), fields: []field{item, to}, send: m.t("disclose"), done: m.t("Disclosed."),
		to: func() string { return m.t("what it says goes to: {to}", "to", to.summary(m)) },
		make: func() (engine.Command, string) {
			return engine.Command{Seat: seat, Op: engine.Disclose{Item: item.value(), To: to.values()}, Said: engine.SaidNow}, ""
		},
	})
}
