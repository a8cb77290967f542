package engine

import (
	"slices"

	"parley/scenarios"
)

// What a request counts, of 100 points, and what is taken off.
const (
	forMandatory   = 60
	forConditional = 15
	forTechnical   = 15
	forChannel     = 5
	forLanguage    = 5
	capIncomplete  = 60 // a request that lacks a mandatory field counts no more
	offOverBroad   = 15
	offNeedless    = 10
)

// sent scores the requests that the side sent, as they were sent: what the
// receiver had to ask for afterwards was not in them. Free text counts as it was
// ticked in the end.
func (c scorer) sent() []Score {
	var out []Score
	for i := range c.s.requests.len() {
		if r := c.s.requests.at(i); r.FromSide == c.of && len(r.Checks) > 0 {
			out = append(out, c.quality(r))
		}
	}
	return out
}

func (c scorer) quality(r *Request) Score {
	_, kind := c.request(r.ID)
	check := r.Checks[0]
	if kind.FreeText {
		check = r.Checks[len(r.Checks)-1]
	}
	out := Score{Code: "request", Of: 100, Args: map[string]string{"request": r.ID}, From: []string{r.ID}}
	share := func(code string, points float64, of func(f *scenarios.RequestField) bool) (missing bool) {
		all, good := 0, 0
		for i := range kind.Fields {
			f := &kind.Fields[i]
			if !of(f) {
				continue
			}
			all++
			switch {
			case slices.Contains(check.Missing, f.ID) && r.ticked(f.ID):
				good++ // in words, where somebody read it
			case slices.Contains(check.Missing, f.ID):
				missing = true
			case !slices.Contains(check.Failing, f.ID):
				good++
			}
		}
		part := Score{Code: code, Points: points, Of: points, From: []string{r.ID}, Args: map[string]string{"good": itoa(int64(good)), "all": itoa(int64(all))}}
		if all > 0 {
			part.Points = points * float64(good) / float64(all)
		}
		out.add(part)
		return missing
	}
	lacks := share("mandatory", forMandatory, func(f *scenarios.RequestField) bool { return f.Weight == scenarios.WeightMandatory })
	share("conditional", forConditional, func(f *scenarios.RequestField) bool {
		return f.Weight == scenarios.WeightConditional && slices.Contains(check.Due, f.ID)
	})
	technical := slices.ContainsFunc(kind.Fields, func(f scenarios.RequestField) bool { return f.Technical })
	share("technical", forTechnical, func(f *scenarios.RequestField) bool {
		return f.Technical && (slices.Contains(check.Due, f.ID) || !slices.Contains(check.Missing, f.ID) || r.askedFor(f.ID))
	})
	if p := &out.Parts[len(out.Parts)-1]; technical && p.Args["all"] == "0" {
		out.Points, p.Points = out.Points-p.Points, 0 // nothing technical at all
	}
	out.add(either("channel", forChannel, len(r.OffChannel) == 0, r.ID))
	out.add(either("language", forLanguage, !r.faulty(FaultLanguage), r.ID))
	if lacks && out.Points > capIncomplete {
		out.add(Score{Code: "capped", Points: capIncomplete - out.Points, From: []string{r.ID}})
	}
	for _, f := range [...]struct {
		fault string
		off   float64
	}{{FaultOverBroad, offOverBroad}, {FaultNeedlessData, offNeedless}} {
		if r.faulty(f.fault) {
			out.add(Score{Code: f.fault, Points: -min(f.off, out.Points), From: []string{r.ID}})
		}
	}
	return out
}

// askedFor reports whether a supplement of a field was asked for: what nobody
// has, and nobody asks for, does not lack.
func (r *Request) askedFor(field string) bool {
	return slices.ContainsFunc(r.Steps, func(s RequestStep) bool { return slices.Contains(s.Asked, field) })
}

func (t *Score) add(part Score) {
	t.Parts = append(t.Parts, part)
	t.Points += part.Points
}

func either(code string, points float64, good bool, from ...string) Score {
	s := Score{Code: code, Of: points, From: from}
	if good {
		s.Points = points
	}
	return s
}

func (r *Request) faulty(fault string) bool {
	return slices.ContainsFunc(r.Ticks, func(t Tick) bool { return slices.Contains(t.Faults, fault) })
}

// What an answer counts, of 100 points.
const (
	forResult       = 40
	forCompleteness = 20
	forEvidence     = 5 // usable: certified or with its hash,
	forReadable     = 5 // said in words,
	forTheirs       = 5 // and in a language of theirs
	forUpdates      = 10
	forOutcome      = 5
	forLimits       = 10
)

// received scores the answers to the requests that the side received, once they
// have been answered, or should have been.
func (c scorer) received() []Score {
	var out []Score
	for i := range c.s.requests.len() {
		r := c.s.requests.at(i)
		if r.ToSide != c.of || r.State == RequestWithdrawn && r.answer() == nil {
			continue
		}
		if r.answer() != nil || c.s.clock.Life == Over || c.overdue(r) {
			out = append(out, c.response(r))
		}
	}
	return out
}

func (c scorer) overdue(r *Request) bool {
	return slices.ContainsFunc(r.clocks, func(i int32) bool {
		d := c.s.clocks.at(int(i))
		return d.Step == scenarios.TimeAnswer && d.Status == DeadlineMissed
	})
}

// answer is the last step that answers a request, nil for none.
func (r *Request) answer() *RequestStep {
	for i := len(r.Steps) - 1; i >= 0; i-- {
		switch r.Steps[i].Step {
		case scenarios.StepExecute, scenarios.StepExecutePart, scenarios.StepRefuse, scenarios.StepPostpone:
			return &r.Steps[i]
		}
	}
	return nil
}

func (c scorer) response(r *Request) Score {
	out := Score{Code: "response", Of: 100, Args: map[string]string{"request": r.ID}, From: []string{r.ID}}
	a := r.answer()
	out.add(c.result(r, a))
	if a == nil {
		return out // silence counts nothing
	}
	out.add(c.completeness(r, a))
	out.add(either("evidence", forEvidence, c.usable(r), r.ID))
	out.add(either("readable", forReadable, a.Text != "", a.ID))
	out.add(either("language", forTheirs, c.theirs(r, a), a.ID))
	out.add(c.updates(r))
	out.add(either("outcome", forOutcome, r.told(), a.ID))
	out.add(either("limits", forLimits, !r.faulty(FaultLimitBroken), r.ID))
	return out
}

// result is what was done about a request. A lawful part, a reasoned
// postponement and a refusal on a stated ground after consultation count as
// much as full execution; what lacks its reasons counts less.
func (c scorer) result(r *Request, a *RequestStep) Score {
	consulted := slices.ContainsFunc(r.Steps, func(s RequestStep) bool { return s.Step == scenarios.StepConsult })
	var code string
	var points float64
	switch {
	case a == nil:
		return Score{Code: "silence", Of: forResult, From: []string{r.ID}}
	case a.Step == scenarios.StepExecute:
		code, points = "executed", 40
	case a.Step == scenarios.StepExecutePart && r.grounded():
		code, points = "lawful-part", 40
	case a.Step == scenarios.StepExecutePart:
		code, points = "part", 25
	case a.Step == scenarios.StepPostpone && (a.Ground != "" || a.Text != "") && a.Review != 0:
		code, points = "postponed", 40
	case a.Step == scenarios.StepPostpone:
		code, points = "put-off", 10
	case a.Ground != "" && consulted:
		code, points = "refused-consulted", 40
	case a.Ground != "":
		code, points = "refused", 30
	default:
		code, points = "refused-bare", 10
	}
	return Score{Code: code, Points: points, Of: forResult, From: []string{a.ID}}
}

// grounded reports whether a ground was given for what was not done.
func (r *Request) grounded() bool {
	return slices.ContainsFunc(r.Steps, func(s RequestStep) bool {
		return s.Ground != "" && (s.Step == scenarios.StepAcceptPart || s.Step == scenarios.StepExecutePart || s.Step == scenarios.StepRefuse)
	})
}

// completeness is how much of what was asked for the answer speaks to, item by
// item. A refusal on a ground speaks to all of it.
func (c scorer) completeness(r *Request, a *RequestStep) Score {
	_, kind := c.request(r.ID)
	given := contents(r)
	var items, from []string
	for i := range r.Steps {
		if len(r.Steps[i].Items) > 0 {
			items, from = append(items, r.Steps[i].Items...), append(from, r.Steps[i].ID)
		}
	}
	all, answered := 0, 0
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if _, there := given[f.ID]; !f.Asks || !there && !kind.FreeText {
			continue
		}
		all++
		if slices.Contains(items, f.ID) || a.Step == scenarios.StepRefuse && a.Ground != "" {
			answered++
		}
	}
	s := Score{Code: "completeness", Points: forCompleteness, Of: forCompleteness, From: append(from, a.ID), Args: map[string]string{"good": itoa(int64(answered)), "all": itoa(int64(all))}}
	if all > 0 {
		s.Points = forCompleteness * float64(answered) / float64(all)
	}
	return s
}

// usable reports whether no evidence came that is neither certified to the
// sender's side nor bears a hash.
func (c scorer) usable(r *Request) bool {
	for i := range r.Steps {
		for _, id := range r.Steps[i].Evidence {
			if e := c.exhibit(id); e != nil && !e.usable(c.s, r.FromSide) {
				return false
			}
		}
	}
	return true
}

func (c scorer) exhibit(id string) *Exhibit {
	for i := range c.s.exhibits.len() {
		if e := c.s.exhibits.at(i); e.ID == id || e.hasAlias(id) {
			return e
		}
	}
	return nil
}

func (e *Exhibit) usable(s *snapshot, side string) bool {
	if slices.ContainsFunc(e.Certificates, func(c Certificate) bool { return c.known(side) }) {
		return true
	}
	i, ok := s.plan.evidence[e.Evidence]
	return ok && s.sc.Evidence[i].Hash != ""
}

// theirs reports whether an answer can be read by the sender's side: it is in
// their language, or somebody translated it.
func (c scorer) theirs(r *Request, a *RequestStep) bool {
	lang := c.s.sc.Language
	if i, ok := c.s.plan.side[r.FromSide]; ok && c.s.sc.Sides[i].Language != "" {
		lang = c.s.sc.Sides[i].Language
	}
	n, ok := place(c.s.lists, a.Text)
	if a.Text == "" || !ok || n >= c.s.texts.len() {
		return a.Text == ""
	}
	t := c.s.texts.at(n)
	return t.Expunged || scenarios.SameLanguage(t.Lang, lang) ||
		slices.ContainsFunc(t.Translations, func(tr Translation) bool { return scenarios.SameLanguage(tr.Lang, lang) })
}

// updates is the share of the updates that were due and came in time.
func (c scorer) updates(r *Request) Score {
	all, met := 0, 0
	var from []string
	for _, i := range r.clocks {
		d := c.s.clocks.at(int(i))
		if d.Step != scenarios.TimeUpdate || d.Status == DeadlineWaived || d.Status == DeadlineRunning {
			continue
		}
		all++
		from = append(from, d.ID)
		if d.Status == DeadlineMet {
			met++
		}
	}
	s := Score{Code: "updates", Points: forUpdates, Of: forUpdates, From: from, Args: map[string]string{"good": itoa(int64(met)), "all": itoa(int64(all))}}
	if all > 0 {
		s.Points = forUpdates * float64(met) / float64(all)
	}
	return s
}

// told reports whether the sender was told what came of it.
func (r *Request) told() bool {
	return slices.ContainsFunc(r.Steps, func(s RequestStep) bool {
		return s.Side == r.ToSide && (s.Result || s.Text != "" && (s.Step == scenarios.StepExecute || s.Step == scenarios.StepExecutePart || s.Step == scenarios.StepRefuse))
	})
}
