package book

import (
	"html/template"
	"strings"

	"parley/engine/words"
	"parley/scenarios"
)

// control is the facilitator's book. What stands in it is for control only.
type control struct {
	Marking    string
	Markings   []string // all that injects bear
	Summary    template.HTML
	About      string // family and style
	Length     string
	Stories    []string
	Practice   template.HTML
	Phases     []bookPhase
	Injects    []bookInject
	Personas   []persona
	Milestones []milestone
	Objectives []objective
	Packing    []packed
}

// bookPhase is a phase with what is said at each of its segments.
type bookPhase struct {
	Number   int
	Title    string
	Stories  []string
	Segments []bookSegment
}

// bookSegment is a segment as the facilitator leads it.
type bookSegment struct {
	slot
	KindCode  string   // brief, play, breakout, plenary or break
	Stories   []string // where the story leaps to, none if it goes on
	Injects   []string // numbers of those that come on the clock
	Note      template.HTML
	Questions []bookQuestion
}

// bookQuestion is a question with what control knows of it.
type bookQuestion struct {
	question
	To   []string // whom it is put to
	Note template.HTML
	Sets []optionSets
}

// optionSets are the milestones that an answer sets and clears.
type optionSets struct {
	Option  string
	Changes []string
}

// persona is somebody for whom control speaks.
type persona struct {
	Name, ID string
	Note     template.HTML
	Injects  []string // numbers of those that come from them
}

// objective is rated with its critical tasks.
type objective struct {
	Title string
	Tasks []task
}

type task struct {
	Title string
	Seen  []string // injects whose expected actions show it
}

// packed is what lies in front of a role.
type packed struct {
	Role      string
	Envelopes []string // numbers with codes
}

func (p *printer) control() *control {
	sc := p.sc
	c := &control{
		Marking: p.marking(""), Summary: p.block(sc.Summary), About: p.about(),
		Length: p.span(p.length()), Practice: p.block(sc.Practice),
	}
	for i := range sc.Markings {
		c.Markings = append(c.Markings, words.HarmlessLine(sc.Markings[i].Label))
	}
	if len(sc.Phases) > 0 {
		c.Stories = p.stories(sc.Phases[0].Story)
	}
	for i := range sc.Phases {
		c.Phases = append(c.Phases, p.bookPhase(i))
	}
	w := p.newWeb()
	last := ""
	for i := range sc.Injects {
		in := p.bookInject(w, &sc.Injects[i])
		if g := p.group(&sc.Injects[i]); g != last {
			in.Group, last = g, g
		}
		c.Injects = append(c.Injects, in)
	}
	for i := range sc.Personas {
		c.Personas = append(c.Personas, p.persona(&sc.Personas[i]))
	}
	for i := range sc.Milestones {
		c.Milestones = append(c.Milestones, p.milestone(w, &sc.Milestones[i]))
	}
	for i := range sc.Objectives {
		c.Objectives = append(c.Objectives, p.objective(&sc.Objectives[i]))
	}
	for i := range sc.Roles {
		c.Packing = append(c.Packing, p.packed(&sc.Roles[i]))
	}
	return c
}

// about says what kind of exercise it is.
func (p *printer) about() string {
	family := p.t("cybercrime")
	switch p.sc.Family {
	case "malicious-cyber-activity":
		family = p.t("malicious cyber activity")
	case "network-protection":
		family = p.t("network protection")
	}
	if p.sc.Style == "discussion" {
		return family + " · " + p.t("discussion")
	}
	return family + " · " + p.t("operations")
}

func (p *printer) bookPhase(i int) bookPhase {
	f := &p.sc.Phases[i]
	out := bookPhase{Number: i + 1, Title: p.line(f.Title), Stories: p.stories(f.Story)}
	for j := range f.Segments {
		s := &f.Segments[j]
		seg := bookSegment{slot: p.slot(s, true), KindCode: s.Kind, Note: p.block(s.Note)}
		switch {
		case !s.Story.IsZero():
			seg.Stories = p.stories(s.Story)
		case j == 0:
			seg.Stories = out.Stories
		}
		for k := range p.sc.Injects {
			if in := &p.sc.Injects[k]; in.Segment == s.ID && in.HasAt {
				seg.Injects = append(seg.Injects, number(in.Number))
			}
		}
		for k := range s.Questions {
			seg.Questions = append(seg.Questions, p.discussed(&s.Questions[k]))
		}
		out.Segments = append(out.Segments, seg)
	}
	return out
}

func (p *printer) discussed(d *scenarios.Discussion) bookQuestion {
	q := p.bookQuestion(&d.Question)
	q.Note = p.block(d.Note)
	for _, id := range d.To {
		q.To = append(q.To, p.sideName(id))
	}
	if d.To == nil {
		for i := range p.sc.Sides {
			q.To = append(q.To, p.line(p.sc.Sides[i].Name))
		}
	}
	return q
}

func (p *printer) bookQuestion(q *scenarios.Question) bookQuestion {
	out := bookQuestion{question: p.asked(q)}
	for i := range q.Options {
		o := &q.Options[i]
		if changes := p.changes(o.Sets, o.Clears); changes != nil {
			out.Sets = append(out.Sets, optionSets{p.line(o.Text), changes})
		}
	}
	return out
}

// changes says which milestones are set and cleared.
func (p *printer) changes(sets, clears []string) []string {
	var out []string
	for _, id := range sets {
		out = append(out, p.t("sets “{fact}”", "fact", p.thing(id)))
	}
	for _, id := range clears {
		out = append(out, p.t("clears “{fact}”", "fact", p.thing(id)))
	}
	return out
}

func (p *printer) persona(o *scenarios.Persona) persona {
	out := persona{Name: p.line(o.Name), ID: o.ID, Note: p.block(o.Note)}
	for i := range p.sc.Injects {
		if in := &p.sc.Injects[i]; in.Persona == o.ID {
			out.Injects = append(out.Injects, number(in.Number))
		}
	}
	return out
}

func (p *printer) objective(o *scenarios.Objective) objective {
	out := objective{Title: p.line(o.Title)}
	seen := func(id string) []string {
		var in []string
		for i := range p.sc.Injects {
			if find(p.sc.Injects[i].Expects, func(e *scenarios.Expect) bool { return e.Objective == id }) != nil {
				in = append(in, number(p.sc.Injects[i].Number))
			}
		}
		return in
	}
	if in := seen(o.ID); in != nil || o.Tasks == nil {
		out.Tasks = append(out.Tasks, task{p.t("The objective as a whole"), in})
	}
	for i := range o.Tasks {
		out.Tasks = append(out.Tasks, task{p.line(o.Tasks[i].Title), seen(o.Tasks[i].ID)})
	}
	return out
}

func (p *printer) packed(r *scenarios.Role) packed {
	out := packed{Role: p.roleName(r.ID)}
	for _, e := range p.envelopes(r.ID) {
		out.Envelopes = append(out.Envelopes, strings.TrimSpace(e.Number+" "+e.Code))
	}
	return out
}
