package report

import (
	"slices"
	"strconv"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// requests is the ledger of requests for assistance, and under it each in full:
// what it contained, each step with what it was relied on, and its clocks.
func (a *account) requests() {
	if len(a.sc.Requests) == 0 {
		return
	}
	a.page.heading(2, "Requests for assistance")
	all := a.v.Requests()
	var rows [][]string
	for i := range all {
		r := &all[i]
		row := []string{r.ID, a.kind(r.Request), a.urgency(r), a.side(r.FromSide), a.side(r.ToSide), engine.FormatT(r.T), a.say("request." + r.State)}
		for _, step := range scenarios.TimeSteps() {
			row = append(row, a.clocks(r.ID, step))
		}
		rows = append(rows, row)
	}
	head := []string{"Request", "Kind", "Urgency", "From", "To", "Sent", "State"}
	for _, step := range scenarios.TimeSteps() {
		head = append(head, a.say("time."+step))
	}
	a.page.table(head, rows)
	for i := range all {
		r := &all[i]
		a.page.heading(3, r.ID, a.kind(r.Request), r.From+" → "+r.To)
		a.page.list(a.requestInFull(r))
	}
}

func (a *account) kind(id string) string {
	if k := a.v.RequestKind(id); k != nil {
		return a.in(k.Title, id)
	}
	return id
}

func (a *account) urgency(r *engine.Request) string {
	if k := a.v.RequestKind(r.Request); k != nil {
		if t := k.TimesOf(r.Urgency); t != nil {
			return a.in(t.Title, r.Urgency)
		}
	}
	return r.Urgency
}

// clocks are how it stands with a request's response times for a step.
func (a *account) clocks(request, step string) string {
	var out []string
	for _, d := range a.v.DeadlinesOf(request) {
		if d.Step == step {
			out = append(out, a.clock(&d))
		}
	}
	return strings.Join(out, "; ")
}

// clock says how a deadline ended and how long it took.
func (a *account) clock(d *engine.Deadline) string {
	s := a.say("deadline." + d.Status)
	switch d.Status {
	case engine.DeadlineMet, engine.DeadlineLate:
		return s + ", " + span(d.Elapsed(d.At)) + " of " + span(d.Within())
	case engine.DeadlineMissed:
		return s + ", " + span(d.Within()) + " given"
	}
	return s
}

func (a *account) requestInFull(r *engine.Request) []string {
	kind := a.v.RequestKind(r.Request)
	lines := []string{"Sent at " + engine.FormatT(r.T) + ", story time " + a.story(r.Story, r.FromSide)}
	if r.Basis != nil {
		lines = append(lines, "Relying on "+strings.Join(r.Basis, "; "))
	}
	for _, off := range r.OffChannel {
		lines = append(lines, "Off channel: "+a.say("off-channel."+off))
	}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if id := r.Fields[f.ID]; id != "" {
			lines = append(lines, a.in(f.Title, f.ID)+": “"+a.text(id)+"”")
		}
	}
	if r.Text != "" {
		lines = append(lines, "In words: “"+a.text(r.Text)+"”")
	}
	for i, c := range r.Checks {
		when := "As sent"
		if i > 0 {
			when = "At " + engine.FormatT(c.T)
		}
		if found := a.lacks(kind, &c); found != "" {
			lines = append(lines, when+" it lacked: "+found)
		} else {
			lines = append(lines, when+" it lacked nothing")
		}
	}
	for _, t := range r.Ticks {
		what := append(a.fields(kind, t.Fields), a.codes("fault.", t.Faults)...)
		lines = append(lines, "Read by "+t.Seat+" at "+engine.FormatT(t.T)+": "+strings.Join(what, ", "))
	}
	return append(lines, a.steps(r, kind)...)
}

func (a *account) lacks(kind *scenarios.RequestKind, c *engine.Check) string {
	out := a.fields(kind, c.Missing)
	for _, f := range a.fields(kind, c.Failing) {
		out = append(out, f+" (not as it must be)")
	}
	return strings.Join(out, ", ")
}

func (a *account) fields(kind *scenarios.RequestKind, ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = id; kind.Field(id) != nil {
			out[i] = a.in(kind.Field(id).Title, id)
		}
	}
	return out
}

func (a *account) codes(space string, codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = a.say(space + c)
	}
	return out
}

// steps are a request's steps and where it was passed on to, in order of time.
func (a *account) steps(r *engine.Request, kind *scenarios.RequestKind) []string {
	type at struct {
		t    engine.Millis
		line string
	}
	var all []at
	for i := range r.Steps {
		all = append(all, at{r.Steps[i].T, a.requestStep(r, kind, &r.Steps[i])})
	}
	for _, f := range r.Forwards {
		all = append(all, at{f.T, with(engine.FormatT(f.T)+" "+f.From+" passes it on to "+f.To, a.text(f.Text))})
	}
	slices.SortStableFunc(all, func(x, y at) int { return int(x.t - y.t) })
	out := make([]string, len(all))
	for i := range all {
		out[i] = all[i].line
	}
	return out
}

func (a *account) requestStep(r *engine.Request, kind *scenarios.RequestKind, s *engine.RequestStep) string {
	parts := []string{engine.FormatT(s.T) + " " + s.ID + " " + s.Role + " " + a.say("rstep."+s.Step)}
	if s.Basis != nil {
		parts = append(parts, "relying on "+strings.Join(s.Basis, "; "))
	}
	if g := kind.Ground(s.Ground); g != nil {
		parts = append(parts, "ground: "+a.in(g.Title, s.Ground))
	}
	if s.Asked != nil {
		parts = append(parts, "asking for "+strings.Join(a.fields(kind, s.Asked), ", "))
	}
	if s.Items != nil {
		parts = append(parts, "on "+strings.Join(a.fields(kind, s.Items), ", "))
	}
	for i := range kind.Fields {
		if id := s.Fields[kind.Fields[i].ID]; id != "" {
			parts = append(parts, a.in(kind.Fields[i].Title, kind.Fields[i].ID)+": “"+a.text(id)+"”")
		}
	}
	if s.Evidence != nil {
		parts = append(parts, "with "+strings.Join(s.Evidence, ", "))
	}
	if s.Review != 0 {
		parts = append(parts, "to be reviewed "+a.story(s.Review, r.ToSide))
	}
	if s.Result {
		parts = append(parts, "a result")
	}
	return with(strings.Join(parts, "; "), a.text(s.Text))
}

// deadlines are the legal clocks.
func (a *account) deadlines() {
	if len(a.sc.Deadlines) == 0 {
		return
	}
	a.page.heading(2, "Legal clocks")
	var rows [][]string
	for _, d := range a.v.Deadlines() {
		def := a.v.DeadlineDef(&d)
		if def == nil {
			continue
		}
		own := func(at int64) string {
			if d.Exercise {
				return engine.FormatT(at)
			}
			return a.story(at, d.Side)
		}
		rows = append(rows, []string{d.ID, a.side(d.Side), a.in(def.Title, def.ID), def.Basis, own(d.From), own(d.Due), a.clock(&d)})
	}
	a.page.table([]string{"Clock", "Side", "What", "Basis", "Began", "Due", "How it ended"}, rows)
}

// scores are the sides' scores, each number with what it comes from.
func (a *account) scores() {
	scores, ok := a.v.Scores()
	if !ok {
		return
	}
	a.page.heading(2, "Scores")
	a.page.paragraph("Never a ranking of sides: each number opens to the steps that it comes from. The weights stand in the scenario, which all sides agreed.")
	for i := range scores.Sides {
		s := &scores.Sides[i]
		a.page.heading(3, a.side(s.Side), s.Shown()+" of 100")
		var rows [][]string
		var add func(s *engine.Score, depth int)
		add = func(s *engine.Score, depth int) {
			of := ""
			if s.Of > 0 {
				of = strconv.FormatFloat(s.Of, 'f', -1, 64)
			}
			from := slices.DeleteFunc(slices.Clone(s.From), func(id string) bool { return id == "" })
			rows = append(rows, []string{strings.Repeat("– ", depth) + a.v.TellScore(s, a.opt.Lang), s.Shown(), of, strings.Join(from, ", ")})
			for i := range s.Parts {
				add(&s.Parts[i], depth+1)
			}
		}
		for i := range s.Parts {
			add(&s.Parts[i], 0)
		}
		a.page.table([]string{"What", "Points", "Of", "From"}, rows)
	}
	for i := range scores.Reciprocity {
		s := &scores.Reciprocity[i]
		a.page.list([]string{a.v.TellScore(s, a.opt.Lang) + ": " + s.Shown()})
	}
}
