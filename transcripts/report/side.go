package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"parley/engine"
)

// Side writes one side's account of an exercise, from what its copy of the
// record folds to: what reached the side and what it did, and nothing of
// control's plan. seat is the seat whose view has all that is in the copy.
func Side(w io.Writer, x *engine.Exercise, seat string, opt Options) error {
	v, ok := x.View(seat)
	side := v.ControlOf()
	if !ok || side == "" {
		return fmt.Errorf("the copy has no view for %s", seat)
	}
	a := newAccount(v, x, opt)
	a.whose = side
	a.banner()
	a.page.paragraph("This is made from the copy of the record that " + a.side(side) + " may have. What others did is in it where it crossed.")
	a.sideSummary()
	for _, s := range a.sections() {
		if !s.control {
			s.write()
		}
	}
	a.banner()
	return a.write(w)
}

func (a *account) sideSummary() {
	a.page.heading(2, "Summary")
	t, c := a.tally, a.v.Clock()
	rows := [][]string{
		{"Scenario", a.in(a.sc.Title, a.sc.ID) + " (" + a.sc.ID + ")"},
		{"Account of", a.side(a.whose)},
		{"STARTEX", t.startex()},
		{"ENDEX", t.endex(c)},
		{"Exercise time", span(c.T)},
	}
	if a.sc.Family != "" {
		rows = append(rows, []string{"Family and style", strings.Trim(a.sc.Family+", "+a.sc.Style, ", ")})
	}
	if a.opt.Transcript != "" {
		rows = append(rows, []string{"Copy", a.opt.Transcript})
	}
	if a.opt.Hash != "" {
		rows = append(rows, []string{"Hash of its last line, as of the whole record", a.opt.Hash})
	}
	a.page.table([]string{"", ""}, rows)
	a.page.table([]string{"What", "How many"}, t.counts(a.v))
	a.page.table([]string{"Events withheld, of", "How many"}, a.withheld())
	a.seats()
}

// withheld counts the events of others, by whose they are.
func (a *account) withheld() [][]string {
	rows := make([][]string, 0, len(a.opt.Withheld))
	for _, o := range a.opt.Withheld {
		whose := "Control"
		if o.Sides != nil {
			whose = a.sides(o.Sides)
		}
		rows = append(rows, []string{whose, strconv.Itoa(o.Events)})
	}
	return rows
}
