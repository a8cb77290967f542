package engine

import (
	"slices"
	"strconv"

	"parley/scenarios"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// zeroAt is at how many times its target a response counts nothing.
const zeroAt = 3

// TimeScore is what a response counts that took so long: 1 up to its target,
// falling in a straight line to 0 at three times it.
func TimeScore(took, target int64) float64 {
	if target <= 0 || took <= target {
		return 1
	}
	return max(0, 1-float64(took-target)/float64((zeroAt-1)*target))
}

// timeliness is the mean over the response times that have come to an end, by
// class of request.
func (c scorer) timeliness() Score {
	byClass := map[string][]Score{}
	n := 0.0
	for i := range c.s.clocks.len() {
		d := c.s.clocks.at(i)
		points, ok := d.score()
		if d.Side != c.of || d.Request == "" || !ok {
			continue
		}
		r, kind := c.request(d.Request)
		code := "response-time"
		if d.Status == DeadlineMissed {
			code = "response-never"
		}
		byClass[kind.Class] = append(byClass[kind.Class], Score{
			Code: code, Points: 100 * points, Of: 100, From: []string{d.ID, c.metBy(r, d)},
			Args: map[string]string{"request": d.Request, "time": d.Step, "took": itoa(d.Elapsed(d.At)), "within": itoa(d.Within()), "status": d.Status},
		})
		n++
	}
	out := Score{Code: "timeliness"}
	for _, class := range sortedKeys(byClass) {
		part := c.each("class", byClass[class])
		part.Args = map[string]string{"class": class}
		out.Parts = append(out.Parts, part)
		out.Points += part.Points * float64(len(part.Parts)) / n
		out.Of = 100
	}
	return out
}

// score is what a response time counts, once it has come to an end: one that
// was never met counts nothing.
func (d *Deadline) score() (points float64, ok bool) {
	switch d.Status {
	case DeadlineMet, DeadlineLate:
		return TimeScore(d.Elapsed(d.At), d.Within()), true
	case DeadlineMissed:
		return 0, true
	}
	return 0, false
}

func (c scorer) request(id string) (*Request, *scenarios.RequestKind) {
	i, _ := place(c.s.lists, id)
	r := c.s.requests.at(i)
	return r, c.s.plan.requestKind(c.s.sc, r.Request)
}

// metBy is the step that met a response time, "" for none.
func (c scorer) metBy(r *Request, d *Deadline) string {
	for i := range r.Steps {
		s := &r.Steps[i]
		at := s.Story
		if d.Exercise {
			at = s.T
		}
		if s.Side == r.ToSide && at == d.At && slices.Contains(meets(d.Step), s.Step) {
			return s.ID
		}
	}
	return ""
}

// reciprocity compares the sides' median times to acknowledge and to answer:
// the faster over the slower.
func reciprocity(s *snapshot) []Score {
	var out []Score
	for _, step := range []string{scenarios.TimeAcknowledge, scenarios.TimeAnswer} {
		least, most, sides := int64(0), int64(0), 0
		var from []string
		for i := range s.sc.Sides {
			took, ids := times(s, s.sc.Sides[i].ID, step)
			if len(took) == 0 {
				continue
			}
			m := median(took)
			if sides == 0 || m < least {
				least = m
			}
			most, sides, from = max(most, m), sides+1, append(from, ids...)
		}
		if sides < len(s.sc.Sides) {
			continue
		}
		points := 1.0
		if most > 0 {
			points = float64(least) / float64(most)
		}
		out = append(out, Score{Code: "reciprocity", Args: map[string]string{"time": step}, Points: points, Of: 1, From: from})
	}
	return out
}

func times(s *snapshot, side, step string) (took []int64, ids []string) {
	for i := range s.clocks.len() {
		if d := s.clocks.at(i); d.Side == side && d.Step == step && (d.Status == DeadlineMet || d.Status == DeadlineLate) {
			took, ids = append(took, d.Elapsed(d.At)), append(ids, d.ID)
		}
	}
	return took, ids
}

func median(v []int64) int64 {
	slices.Sort(v)
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}
