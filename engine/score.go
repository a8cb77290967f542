package engine

import "slices"

// Score is a number with what it comes from, down to the steps of the record.
// Points are out of Of, both at least 0.
type Score struct {
	Code   string            // of the words namespace "score"
	Args   map[string]string // what it speaks of, as ids
	Points float64
	Of     float64
	From   []string // ids of requests, steps, deadlines, actions, calls
	Parts  []Score
}

// SideScore is a side's score as a whole, out of 100.
type SideScore struct {
	Side     string
	Released bool // by its side
	Score
}

// Scores are what the seat may know of the scores.
type Scores struct {
	Sides []SideScore
	// Reciprocity compares how fast the sides answered each other, 1 if equally
	// fast; empty until every side has answered something, or while a side's
	// scores may not be seen.
	Reciprocity []Score
}

// Scores gives the sides' scores that the seat may see: control those of the
// sides that it sees, at any time; a player their own side's after ENDEX, and
// the others' once every side has released its own (rule 8). ok is false where
// there is none, or the scenario does not turn scores on.
//
// What counts how much follows the facts on scoring: requests and responses by
// their contents, timeliness falling from 1 at the target to 0 at three times
// it, authority by findings, hotlines by their entry test.
func (v View) Scores() (s Scores, ok bool) {
	if v.s.sc.Scoring == nil {
		return Scores{}, false
	}
	over := v.s.clock.Life == Over
	all := len(v.s.released) == len(v.s.sc.Sides) && over
	complete := true
	for i := range v.s.sc.Sides {
		side := v.s.sc.Sides[i].ID
		own := v.Sees(side) && (v.Control() || over)
		if !own && !all {
			complete = false
			continue
		}
		t := (scorer{v.s, side}).side()
		if !own {
			t = withoutSources(t)
		}
		s.Sides = append(s.Sides, SideScore{Side: side, Released: slices.Contains(v.s.released, side), Score: t})
	}
	if complete {
		s.Reciprocity = reciprocity(v.s)
	}
	return s, len(s.Sides) > 0
}

// withoutSources leaves away from a released score what names another side's
// own doings.
func withoutSources(t Score) Score {
	t.Parts = slices.Clone(t.Parts)
	for i, p := range t.Parts {
		if p.Code == "authority" {
			p.Parts, p.From = nil, nil
			t.Parts[i] = p
		}
	}
	return t
}

// releaseScores is a side's leave, by one of its roles or by control.
func (x *Exercise) releaseScores(c *Command, op ReleaseScores) error {
	if x.sc.Scoring == nil {
		return refuse("no-scores")
	}
	side := x.sideOf(c.Seat)
	if IsControl(c.Seat) && side == "" {
		side = op.Side
	}
	if _, ok := x.plan.side[side]; !ok || IsControl(c.Seat) && !x.controls(c.Seat, side) {
		return refuse("no-such-side", "side", side)
	}
	if slices.Contains(x.released, side) {
		return refuse("nothing-changed")
	}
	x.emit(x.aud.all, &ScoresReleased{Side: side})
	return nil
}

// applyScores stores an event of scores; false if it is not one.
func (x *Exercise) applyScores(e *Event) bool {
	b, ok := e.Body.(*ScoresReleased)
	if ok && !slices.Contains(x.released, b.Side) {
		x.released = append(slices.Clip(x.released), b.Side)
	}
	return ok
}

// scorer works out the score of one side.
type scorer struct {
	s  *snapshot
	of string // the side
}

// side is the weighted mean of those of the five parts that there is something
// to score in.
func (c scorer) side() Score {
	w := c.s.sc.Scoring
	out := Score{Code: "side", Of: 100, Args: map[string]string{"side": c.of}}
	weights := 0.0
	add := func(weight int64, part Score) {
		if part.Of == 0 {
			return
		}
		part.Args = map[string]string{"weight": itoa(weight)}
		out.Parts = append(out.Parts, part)
		out.Points += float64(weight) * part.Points
		weights += float64(weight)
	}
	add(w.Timeliness, c.timeliness())
	add(w.Requests, c.each("requests", c.sent()))
	add(w.Responses, c.each("responses", c.received()))
	add(w.Authority, c.authority())
	if channels := c.channels(); len(out.Parts) > 0 || len(channels.Parts) > 0 {
		add(w.Channels, channels) // a line that nobody used says nothing by itself
	}
	if weights > 0 {
		out.Points /= weights
	}
	return out
}

// each is the mean of its parts, out of 100; nothing if there is none.
func (c scorer) each(code string, parts []Score) Score {
	out := Score{Code: code, Parts: parts}
	for _, p := range parts {
		out.Points += p.Points / float64(len(parts))
		out.Of = 100
	}
	return out
}

// authority is whether the side acted on stated authority: an action within, or
// covered by one that was not cited, counts in full; one that something stated
// lacks counts half; one that goes beyond what is stated counts nothing.
func (c scorer) authority() Score {
	var parts []Score
	for i := range c.s.actions.len() {
		a := c.s.actions.at(i)
		if a.Side != c.of || a.Finding == nil || a.Withdrawn {
			continue
		}
		parts = append(parts, Score{
			Code: "act", Args: map[string]string{"act": a.ID, "verdict": a.Finding.Verdict}, Points: credit(a.Finding), Of: 100, From: []string{a.ID},
		})
	}
	return c.each("authority", parts)
}

func credit(f *Found) float64 {
	if f.Verdict != VerdictOutside {
		return 100
	}
	beyond := func(c Cause) bool { return c.Code == CauseDoesNotReach || c.Code == CauseNotPermitted }
	if slices.ContainsFunc(f.Causes, beyond) {
		return 0
	}
	return 50
}

// What is taken off for a hotline: routine use, and not using it when needed.
const (
	offForMisuse = 5
	offForUnused = 10
)

// channels is how the side used the hotlines.
func (c scorer) channels() Score {
	out := Score{Code: "channels"}
	if len(c.s.sc.Hotlines) > 0 {
		out.Points, out.Of = 100, 100
	}
	called := map[string]bool{}
	for i := range c.s.calls.len() {
		call := c.s.calls.at(i)
		called[call.Hotline] = true
		if call.FromSide == c.of && call.misused() {
			out.Parts = append(out.Parts, Score{Code: "misuse", Args: map[string]string{"call": call.ID}, Points: -offForMisuse, From: []string{call.ID}})
		}
	}
	for _, id := range c.s.needed {
		if !called[id] {
			out.Parts = append(out.Parts, Score{Code: "unused", Args: map[string]string{"hotline": id}, Points: -offForUnused})
		}
	}
	for _, p := range out.Parts {
		out.Points = max(0, out.Points+p.Points)
	}
	return out
}

// misused reports whether its opening was found against the hotline's rules.
func (c *Call) misused() bool {
	return slices.ContainsFunc(c.Found, func(f HotlineFound) bool { return f.Side == c.FromSide && f.Step == StepOpen && len(f.Causes) > 0 })
}
