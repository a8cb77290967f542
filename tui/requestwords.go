package tui

import (
	"strings"

	"parley/engine/words"
	"parley/scenarios"
)

// What the parts of a request are called.

func (m *Model) fieldTitle(f *scenarios.RequestField) string {
	if t := line(f.Title.In(m.lang)); t != "" {
		return t
	}
	return line(f.ID)
}

// fieldTitles names fields of a kind in a line.
func (m *Model) fieldTitles(k *scenarios.RequestKind, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = line(id)
		if f := k.Field(id); f != nil {
			names[i] = m.fieldTitle(f)
		}
	}
	return m.joinNames(names)
}

// weightText says how much a field weighs, and when it is needed.
func (m *Model) weightText(f *scenarios.RequestField) string {
	text := words.Say(m.lang, "weight."+f.Weight, nil)
	if f.Weight == scenarios.WeightConditional {
		text = m.t("needed if {condition}", "condition", line(m.sight().TellCond(f.When, m.lang)))
	}
	if f.Technical {
		text = m.t("{weight}, technical", "weight", text)
	}
	return text
}

// groundText is a ground with its basis.
func (m *Model) groundText(g *scenarios.Ground) string {
	name := line(g.Title.In(m.lang))
	if name == "" {
		name = line(g.ID)
	}
	if g.Basis != "" {
		name += " · " + line(g.Basis)
	}
	return name
}

// urgencyText is an urgency with the response times that it means.
func (m *Model) urgencyText(k *scenarios.RequestKind, t *scenarios.ResponseTimes) string {
	name := line(t.Title.In(m.lang))
	if name == "" {
		name = line(t.Urgency)
	}
	var times []string
	for _, step := range scenarios.TimeSteps() {
		if within := t.Steps[step]; within > 0 {
			times = append(times, m.shortTime(step)+" "+m.longSpan(within))
		}
	}
	if len(times) == 0 {
		return name
	}
	name = m.t("{label}: {text}", "label", name, "text", strings.Join(times, " · "))
	if k.ExerciseTime {
		name += " " + m.t("(exercise time)")
	}
	return name
}

// shortTime is what a response time is for, where room is short.
func (m *Model) shortTime(step string) string {
	switch step {
	case scenarios.TimeAcknowledge:
		return m.t("acknowledgement")
	case scenarios.TimeVerdict:
		return m.t("verdict")
	case scenarios.TimeProtect:
		return m.t("protective step")
	case scenarios.TimeAnswer:
		return m.t("first answer")
	case scenarios.TimeUpdate:
		return m.t("update")
	}
	return line(step)
}

// stepName is a step in words, as somebody took it.
func (m *Model) stepName(step string) string { return words.Say(m.lang, "rstep."+step, nil) }

// faultText is what can be wrong with a request.
func (m *Model) faultText(fault string) string { return words.Say(m.lang, "fault."+fault, nil) }
