package book

import (
	"html/template"
	"slices"

	"parley/scenarios"
)

// message is an inject as its addressees read it.
type message struct {
	Channel, From string
	To            []string
	Marking       string
	Subject       string
	Body          template.HTML
	Ask           string
	Within        string // by when, from when it is read
	Attachments   []attachment
	Questions     []question
}

type attachment struct{ Name, Text string }

// question is put to people on paper.
type question struct {
	Prompt, Kind string
	Options      []option
	Scale        []string
	Side         bool // one answer for the side
}

type option struct{ Text string }

// envelope is one message for one role, under a label that says nothing of it.
type envelope struct {
	Anchor       string
	Number, Code string
	Role, ID     string
	Agency, Side string
	At           string // planned exercise time, "" if nobody knows it beforehand
	Spoken       bool   // control reads it aloud
	Message      message
}

// variant is one of the texts that an inject can have.
type variant struct {
	Code    string // "" if there is only one
	When    *scenarios.Cond
	Written string // the condition as the planner wrote it
	scenarios.Content
}

// variants are the texts of an inject in the order in which they are tried; its
// own comes last, if it has one of its own.
func variants(in *scenarios.Inject) []variant {
	own := in.Content
	var out []variant
	for i := range in.Alternatives {
		a := &in.Alternatives[i]
		c := a.Content
		if c.Subject == nil {
			c.Subject = own.Subject
		}
		if c.Body == nil {
			c.Body = own.Body
		}
		if c.Ask == nil {
			c.Ask = own.Ask
		}
		if c.AskWithin == 0 {
			c.AskWithin = own.AskWithin
		}
		if c.Attachments == nil {
			c.Attachments = own.Attachments
		}
		out = append(out, variant{letter(i), a.When, a.WhenText, c})
	}
	switch {
	case out == nil:
		out = append(out, variant{Content: own})
	case len(own.Body) > 0:
		out = append(out, variant{Code: letter(len(out)), Content: own})
	}
	return out
}

// envelopes are those of all roles, or of one: role by role, in MSEL order.
func (p *printer) envelopes(role string) []envelope {
	var out []envelope
	for i := range p.sc.Roles {
		r := &p.sc.Roles[i]
		if role != "" && r.ID != role {
			continue
		}
		for j := range p.sc.Injects {
			in := &p.sc.Injects[j]
			if !slices.Contains(in.Roles, r.ID) {
				continue
			}
			for _, v := range variants(in) {
				out = append(out, p.envelope(r, in, &v))
			}
		}
	}
	return out
}

func (p *printer) envelope(r *scenarios.Role, in *scenarios.Inject, v *variant) envelope {
	e := envelope{
		Anchor: "e-" + r.ID + "-" + number(in.Number) + v.Code, Number: number(in.Number), Code: v.Code,
		Role: p.line(r.Title), ID: r.ID, Agency: p.agencyName(r.Agency), Side: p.sideName(r.Side), Spoken: spoken(in),
		Message: p.message(in, &v.Content),
	}
	if pl := p.places[in.ID]; pl.timed {
		e.At = clock(pl.at)
	}
	return e
}

// spoken reports whether control says an inject aloud.
func spoken(in *scenarios.Inject) bool {
	return in.Channel == scenarios.ChannelPhone || in.Channel == scenarios.ChannelInPerson
}

func (p *printer) message(in *scenarios.Inject, c *scenarios.Content) message {
	m := message{
		Channel: p.say("channel." + in.Channel), From: p.from(in), Marking: p.marking(in.Marking),
		Subject: p.line(c.Subject), Body: p.block(c.Body), Ask: p.line(c.Ask), Questions: p.questions(in.Questions),
	}
	for _, id := range in.Roles {
		m.To = append(m.To, p.line(p.role(id).Title))
	}
	if len(in.Roles) == len(p.sc.Roles) {
		m.To = []string{p.t("everyone")}
	}
	if c.AskWithin > 0 {
		m.Within = p.span(c.AskWithin)
	}
	for i := range c.Attachments {
		a := &c.Attachments[i]
		m.Attachments = append(m.Attachments, attachment{p.line(scenarios.Text{p.lang: a.Name}), p.plain(a.Text)})
	}
	return m
}

func (p *printer) questions(all []scenarios.Question) []question {
	var out []question
	for i := range all {
		out = append(out, p.asked(&all[i]))
	}
	return out
}

// maxScale is how many numbers of a scale are printed as boxes.
const maxScale = 21

func (p *printer) asked(q *scenarios.Question) question {
	out := question{Prompt: p.line(q.Prompt), Kind: q.Kind, Side: q.Per == "side"}
	for i := range q.Options {
		out.Options = append(out.Options, option{p.line(q.Options[i].Text)})
	}
	if q.Kind == "scale" && q.Max-q.Min < maxScale {
		for n := q.Min; n <= q.Max; n++ {
			out.Scale = append(out.Scale, number(int(n)))
		}
	}
	return out
}

// questionSheet has the questions of a segment for one side to discuss.
type questionSheet struct {
	Side, Marking string
	Segment       slot
	Questions     []question
}

// questionSheets are those of all sides, or of a role's side.
func (p *printer) questionSheets(role string) []questionSheet {
	var out []questionSheet
	for i := range p.sc.Phases {
		for j := range p.sc.Phases[i].Segments {
			s := &p.sc.Phases[i].Segments[j]
			for k := range p.sc.Sides {
				side := p.sc.Sides[k].ID
				if role != "" && p.role(role).Side != side {
					continue
				}
				sheet := questionSheet{Side: p.line(p.sc.Sides[k].Name), Marking: p.marking(""), Segment: p.slot(s, true)}
				for n := range s.Questions {
					if d := &s.Questions[n]; len(d.To) == 0 || slices.Contains(d.To, side) {
						sheet.Questions = append(sheet.Questions, p.asked(&d.Question))
					}
				}
				if sheet.Questions != nil {
					out = append(out, sheet)
				}
			}
		}
	}
	return out
}
