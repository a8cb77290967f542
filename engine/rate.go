package engine

// Ratings of an objective or a critical task, as the exercise evaluation guide
// of HSEEP (revision of 2020) has them.
const (
	RatingPerformed = "P" // performed without challenges
	RatingSome      = "S" // performed with some challenges
	RatingMajor     = "M" // performed with major challenges
	RatingUnable    = "U" // unable to be performed
)

// Ratings from the best to the worst.
func Ratings() []string { return []string{RatingPerformed, RatingSome, RatingMajor, RatingUnable} }

// Rating is how somebody rates an objective or a critical task.
type Rating struct {
	*Rated
	Seat string
	By   string // the person
	T    Millis
	to   Audience
}

// ratingOf is how a person in a seat rates something now, nil if they do not.
func (x *Exercise) ratingOf(seat, by, on string) *Rating {
	for i := x.ratings.len() - 1; i >= 0; i-- {
		if r := x.ratings.at(i); r.Seat == seat && r.By == by && r.On == on {
			if r.Rating == "" {
				return nil
			}
			return r
		}
	}
	return nil
}

// rate rates an objective or a task, or takes that back.
func (x *Exercise) rate(c *Command, op Rate) error {
	switch op.Rating {
	case "", RatingPerformed, RatingSome, RatingMajor, RatingUnable:
	default:
		return refuse("no-such-rating", "rating", op.Rating)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	if !x.plan.objective[op.On] {
		return refuse("no-such-objective", "objective", op.On)
	}
	was := x.ratingOf(c.Seat, c.By, op.On)
	if was == nil && op.Rating == "" || was != nil && was.Rating == op.Rating && was.Text == "" && op.Text == "" {
		return refuse("nothing-changed")
	}
	to, scope := x.controlsOf(c.Seat), x.scope(c.Seat)
	b := &Rated{On: op.On, Rating: op.Rating, Text: x.typed(to, scope, "", op.Text, "")}
	b.ID = x.next(scope + "-rating")
	x.emit(to, b)
	return nil
}

// Ratings of objectives and critical tasks that stand, each person's latest of
// a thing, oldest first.
func (v View) Ratings() []Rating {
	if !v.Control() {
		return nil
	}
	type key struct{ seat, by, on string }
	last := map[key]int{}
	for i := range v.s.ratings.len() {
		r := v.s.ratings.at(i)
		last[key{r.Seat, r.By, r.On}] = i
	}
	var out []Rating
	for i := range v.s.ratings.len() {
		r := v.s.ratings.at(i)
		if r.Rating != "" && last[key{r.Seat, r.By, r.On}] == i && v.has(r.to) {
			out = append(out, *r)
		}
	}
	return out
}

// objective is the title of an objective or a critical task.
func (t teller) objective(id string) string {
	if sc := t.v.Scenario(); sc != nil {
		for i := range sc.Objectives {
			o := &sc.Objectives[i]
			if o.ID == id {
				return or(t.in(o.Title), id)
			}
			for k := range o.Tasks {
				if o.Tasks[k].ID == id {
					return or(t.in(o.Tasks[k].Title), id)
				}
			}
		}
	}
	return id
}
