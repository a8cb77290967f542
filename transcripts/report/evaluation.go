package report

import (
	"strconv"

	"parley/engine"
)

// evaluation is how each objective and each of its critical tasks was rated, by
// whom and why. A record without ratings has no such section: nobody evaluated.
func (a *account) evaluation() {
	ratings := a.v.Ratings()
	if len(ratings) == 0 {
		return
	}
	a.page.heading(2, "Evaluation")
	a.page.list([]string{a.say("rating.P"), a.say("rating.S"), a.say("rating.M"), a.say("rating.U")})
	for i := range a.sc.Objectives {
		o := &a.sc.Objectives[i]
		a.page.heading(3, a.in(o.Title, o.ID))
		rows := a.ratedRows(ratings, o.ID, "the objective")
		for k := range o.Tasks {
			t := &o.Tasks[k]
			rows = append(rows, a.ratedRows(ratings, t.ID, a.in(t.Title, t.ID))...)
		}
		a.page.table([]string{"Task", "Rating", "By", "At", "Why"}, rows)
	}
}

// ratedRows are the ratings of an objective or a task, or that there is none.
func (a *account) ratedRows(all []engine.Rating, id, name string) [][]string {
	var rows [][]string
	for _, r := range all {
		if r.On == id {
			rows = append(rows, []string{name, r.Rating, a.rater(&r), engine.FormatT(r.T), a.text(r.Text)})
		}
	}
	if rows == nil {
		rows = append(rows, []string{name, "not rated", "", "", ""})
	}
	return rows
}

// rater is who rated: the seat, and which of several people there.
func (a *account) rater(r *engine.Rating) string {
	n, of := 0, map[string]bool{}
	for _, j := range a.tally.joined[r.Seat] {
		if of[j.Person] {
			continue
		}
		of[j.Person] = true
		if j.Person != r.By {
			continue
		}
		if n = len(of); a.opt.Names && j.Name != "" {
			return r.Seat + " (" + j.Name + ")"
		}
	}
	if n == 0 || len(of) < 2 {
		return r.Seat
	}
	return r.Seat + " (person " + strconv.Itoa(n) + ")"
}
