package report

import (
	"fmt"
	"slices"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// expected is one line of what was expected: an expectation that a delivery
// opened, or one that never was, since its inject was never delivered.
type expected struct {
	inject engine.MSELItem
	def    *scenarios.Expect
	opened *engine.Expectation
}

// expectedFor gathers what was expected for the tasks named; "" names those
// without an objective.
func (a *account) expectedFor(ids ...string) []expected {
	var out []expected
	for i := range a.v.MSELLen() {
		m := a.v.MSELAt(i)
		deliveries := a.v.DeliveriesOf(&m)
		for k := range m.Def.Expects {
			def := &m.Def.Expects[k]
			if !slices.Contains(ids, def.Objective) {
				continue
			}
			if len(deliveries) == 0 {
				out = append(out, expected{m, def, nil})
			}
			for _, d := range deliveries {
				for _, e := range a.tally.expectations(a.v, d.ID) {
					if e.Def == def {
						out = append(out, expected{m, def, &e})
					}
				}
			}
		}
	}
	return out
}

// expectations of a delivery. The view gives them by walking all of them, so
// one walk is kept for the whole document.
func (t *tally) expectations(v engine.View, delivery string) []engine.Expectation {
	if t.expected == nil {
		t.expected = map[string][]engine.Expectation{}
		for _, e := range v.Expectations("") {
			t.expected[e.Delivery] = append(t.expected[e.Delivery], e)
		}
	}
	return t.expected[delivery]
}

func (a *account) objectives() {
	a.page.heading(2, "Objectives")
	for i := range a.sc.Objectives {
		o := &a.sc.Objectives[i]
		a.page.heading(3, a.in(o.Title, o.ID))
		rows := a.expectedRows(a.in(o.Title, o.ID), a.expectedFor(o.ID))
		all := a.expectedFor(o.ID)
		for k := range o.Tasks {
			task := &o.Tasks[k]
			list := a.expectedFor(task.ID)
			all = append(all, list...)
			if list == nil {
				rows = append(rows, []string{a.in(task.Title, task.ID), "nothing was expected for it", "", "", "", "", ""})
			}
			rows = append(rows, a.expectedRows(a.in(task.Title, task.ID), list)...)
		}
		a.page.paragraph(tallied(all))
		a.page.table(a.expectedHead(), rows)
	}
	if loose := a.expectedFor(""); loose != nil {
		a.page.heading(3, "Expected without an objective")
		a.page.paragraph(tallied(loose))
		a.page.table(a.expectedHead(), a.expectedRows("", loose))
	}
	if a.sc.Objectives == nil && a.expectedFor("") == nil {
		a.page.paragraph("None.")
	}
}

func (a *account) expectedHead() []string {
	return []string{"Objective or task", "Expected", "By", "After inject", "Came out", "Action", "After delivery (allowed)"}
}

// tallied counts how expected actions came out.
func tallied(list []expected) string {
	counts := map[string]int{}
	for _, e := range list {
		if e.opened == nil {
			counts[""]++
			continue
		}
		counts[e.opened.Status]++
	}
	s := fmt.Sprintf("Met %d, late %d, missed %d, waived %d", counts[engine.ExpectMet], counts[engine.ExpectLate], counts[engine.ExpectMissed], counts[engine.ExpectWaived])
	if n := counts[engine.ExpectOpen]; n > 0 {
		s += fmt.Sprintf(", still open %d", n)
	}
	if n := counts[""]; n > 0 {
		s += fmt.Sprintf(", never opened %d", n)
	}
	return s + "."
}

func (a *account) expectedRows(task string, list []expected) [][]string {
	var rows [][]string
	for _, e := range list {
		side := ""
		if len(e.inject.Roles) > 0 {
			side = a.v.SideOf(e.inject.Roles[0])
		}
		if len(e.def.By) > 0 {
			side = a.v.SideOf(e.def.By[0])
		}
		what := a.action(side, e.def.Action)
		if e.def.Target != "" {
			what += " → " + a.target(e.def.Target)
		}
		by := strings.Join(e.def.By, ", ")
		if by == "" {
			by = "anyone"
		}
		row := []string{task, what, by, e.inject.ID, "", "", "(" + span(e.def.Within) + ")"}
		if e.opened == nil {
			row[4] = "never opened: the inject is " + a.say("state."+e.inject.State.String())
			rows = append(rows, row)
			continue
		}
		row[3] = e.opened.Delivery
		row[4] = a.say("expect." + e.opened.Status)
		row[5] = e.opened.Act
		if act, ok := a.v.Action(e.opened.Act); ok {
			row[6] = span(act.At-e.opened.Opened) + " (" + span(e.def.Within) + ")"
			row[5] += " by " + act.Role
		}
		rows = append(rows, row)
	}
	return rows
}
