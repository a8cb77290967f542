package book

import (
	"html/template"

	"parley/scenarios"
)

// slot is a segment in the agenda.
type slot struct {
	From, To string // exercise time
	Kind     string
	Title    string // "" where it would tell players what is to come
	Length   string
}

// chapter is a phase in the agenda.
type chapter struct {
	Number int
	Title  string
	Slots  []slot
}

// agenda is when the segments come if all last as planned. Titles of phases
// and segments are the programme of a discussion, but in an exercise that the
// clock drives they give the story away.
func (p *printer) agenda(titles bool) []chapter {
	var out []chapter
	for i := range p.sc.Phases {
		f := &p.sc.Phases[i]
		c := chapter{Number: i + 1}
		if titles {
			c.Title = p.line(f.Title)
		}
		for j := range f.Segments {
			c.Slots = append(c.Slots, p.slot(&f.Segments[j], titles))
		}
		out = append(out, c)
	}
	return out
}

func (p *printer) slot(s *scenarios.Segment, titles bool) slot {
	start := p.starts[s.ID]
	sl := slot{From: clock(start), To: clock(start + s.Length), Kind: p.say("segment." + s.Kind), Length: p.span(s.Length)}
	if titles {
		sl.Title = p.line(s.Title)
	}
	return sl
}

// length is how long the whole exercise is planned to take.
func (p *printer) length() scenarios.Millis {
	var t scenarios.Millis
	for i := range p.sc.Phases {
		for j := range p.sc.Phases[i].Segments {
			t += p.sc.Phases[i].Segments[j].Length
		}
	}
	return t
}

// briefing is what everybody reads before STARTEX.
type briefing struct {
	Marking string
	Text    template.HTML
	Length  string
	Stories []string // when the story starts, on each side's clocks
	Sides   []sidePeople
	Agenda  []chapter
	Spoken  bool   // the scenario has texts in the page's language
	Tongues string // else the languages that it has
}

// sidePeople is who sits on a side.
type sidePeople struct {
	Name     string
	Agencies []agencyPeople
}

type agencyPeople struct {
	Name  string
	Roles []person
}

// person is a role as others see it.
type person struct {
	Title, ID string
	Legal     bool
	Scribe    bool
}

func (p *printer) briefing() *briefing {
	sc := p.sc
	b := &briefing{
		Marking: p.marking(""), Text: p.block(sc.Briefing), Length: p.span(p.length()),
		Agenda: p.agenda(sc.Style == "discussion"), Spoken: p.spoken, Tongues: p.list(Languages(sc)),
	}
	if len(sc.Phases) > 0 {
		b.Stories = p.stories(sc.Phases[0].Story)
	}
	for i := range sc.Sides {
		b.Sides = append(b.Sides, p.people(&sc.Sides[i]))
	}
	return b
}

func (p *printer) people(s *scenarios.Side) sidePeople {
	out := sidePeople{Name: p.line(s.Name)}
	for i := range p.sc.Agencies {
		a := &p.sc.Agencies[i]
		if a.Side != s.ID {
			continue
		}
		ap := agencyPeople{Name: p.line(a.Name)}
		for j := range p.sc.Roles {
			if r := &p.sc.Roles[j]; r.Agency == a.ID {
				ap.Roles = append(ap.Roles, person{p.line(r.Title), r.ID, r.Legal, r.Scribe})
			}
		}
		out.Agencies = append(out.Agencies, ap)
	}
	return out
}

// sideBriefing is for the people of one side only.
type sideBriefing struct {
	Name, Marking string
	Text          template.HTML
	Zone          string
	Legal         []string // its legal advisers
	ClearedBy     string
}

// sideBriefings are those of all sides that have one, or of a role's side.
func (p *printer) sideBriefings(role string) []sideBriefing {
	var out []sideBriefing
	for i := range p.sc.Sides {
		s := &p.sc.Sides[i]
		if role != "" && p.role(role).Side != s.ID {
			continue
		}
		b := sideBriefing{Name: p.line(s.Name), Marking: p.marking(""), Text: p.block(s.Briefing), Zone: s.Timezone, Legal: p.legal(s.ID)}
		if s.ClearedBy != "" {
			b.ClearedBy = p.roleName(s.ClearedBy)
		}
		out = append(out, b)
	}
	return out
}

// legal are the roles that advise a side on law.
func (p *printer) legal(side string) []string {
	var out []string
	for i := range p.sc.Roles {
		if r := &p.sc.Roles[i]; r.Side == side && r.Legal {
			out = append(out, p.roleName(r.ID))
		}
	}
	return out
}
