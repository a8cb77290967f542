package book

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark"

	"parley/engine/words"
	"parley/scenarios"
)

// printer knows the scenario by its ids, in one language.
type printer struct {
	sc     *scenarios.Scenario
	lang   string
	spoken bool // the scenario has texts in this language
	md     goldmark.Markdown
	starts map[string]scenarios.Millis // of segments, if all last as long as planned
	places map[string]place            // of injects
}

// place is what the MSEL says of an inject's time.
type place struct {
	number int
	timed  bool             // at is known beforehand
	at     scenarios.Millis // exercise time as planned
}

func newPrinter(sc *scenarios.Scenario, lang string) *printer {
	p := &printer{
		sc: sc, lang: lang, md: newMarkdown(),
		spoken: slices.ContainsFunc(Languages(sc), func(tag string) bool { return scenarios.SameLanguage(tag, lang) }),
	}
	p.plan()
	return p
}

// Languages lists the tags of the languages in which a scenario's main texts
// stand, sorted.
func Languages(sc *scenarios.Scenario) []string {
	texts := []scenarios.Text{sc.Title, sc.Summary, sc.Briefing}
	for i := range sc.Sides {
		texts = append(texts, sc.Sides[i].Name, sc.Sides[i].Briefing)
	}
	for i := range sc.Roles {
		texts = append(texts, sc.Roles[i].Title, sc.Roles[i].Briefing)
	}
	for i := range sc.Injects {
		texts = append(texts, sc.Injects[i].Content.Subject, sc.Injects[i].Content.Body)
	}
	var out []string
	for _, t := range texts {
		for tag := range t {
			if !slices.Contains(out, tag) {
				out = append(out, tag)
			}
		}
	}
	slices.Sort(out)
	return out
}

// plan works out when everything comes if every segment lasts as planned.
func (p *printer) plan() {
	p.starts = map[string]scenarios.Millis{}
	var t scenarios.Millis
	for i := range p.sc.Phases {
		for j := range p.sc.Phases[i].Segments {
			s := &p.sc.Phases[i].Segments[j]
			p.starts[s.ID] = t
			t += s.Length
		}
	}
	p.places = make(map[string]place, len(p.sc.Injects))
	for i := range p.sc.Injects {
		in := &p.sc.Injects[i]
		pl := place{number: in.Number}
		if start, ok := p.starts[in.Segment]; ok && in.HasAt {
			pl.timed, pl.at = true, start+in.At
		}
		p.places[in.ID] = pl
	}
	for i := range p.sc.Injects {
		p.follow(&p.sc.Injects[i])
	}
}

// follow gives an inject that comes after others their time. Chains have no
// circles.
func (p *printer) follow(in *scenarios.Inject) {
	var chain []*scenarios.Inject
	for in != nil && in.After != "" && !p.places[in.ID].timed {
		chain = append(chain, in)
		in = p.inject(in.After)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		c := chain[i]
		before, pl := p.places[c.After], p.places[c.ID]
		if !before.timed {
			return
		}
		pl.timed, pl.at = true, before.at+c.Delay
		p.places[c.ID] = pl
	}
}

func find[T any](all []T, is func(*T) bool) *T {
	for i := range all {
		if is(&all[i]) {
			return &all[i]
		}
	}
	return nil
}

func (p *printer) inject(id string) *scenarios.Inject {
	if pl, ok := p.places[id]; ok && pl.number >= 1 && pl.number <= len(p.sc.Injects) {
		return &p.sc.Injects[pl.number-1]
	}
	return nil
}

func (p *printer) role(id string) *scenarios.Role {
	return find(p.sc.Roles, func(r *scenarios.Role) bool { return r.ID == id })
}

// roleName is a role's title with its id, by which the consoles know it.
func (p *printer) roleName(id string) string {
	r := p.role(id)
	if r == nil {
		return id
	}
	return p.t("{title} ({id})", "title", p.line(r.Title), "id", id)
}

func (p *printer) roleNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.roleName(id)
	}
	return out
}

func (p *printer) sideName(id string) string {
	if s := find(p.sc.Sides, func(s *scenarios.Side) bool { return s.ID == id }); s != nil {
		return p.line(s.Name)
	}
	return id
}

func (p *printer) agencyName(id string) string {
	if a := find(p.sc.Agencies, func(a *scenarios.Agency) bool { return a.ID == id }); a != nil {
		return p.line(a.Name)
	}
	return id
}

// actionName is the title of an action: a side's own before everyone's.
func (p *printer) actionName(side, id string) string {
	for _, s := range []string{side, ""} {
		if a := find(p.sc.Actions, func(a *scenarios.Action) bool { return a.ID == id && a.Side == s }); a != nil {
			return p.line(a.Title)
		}
	}
	if a := find(p.sc.Actions, func(a *scenarios.Action) bool { return a.ID == id }); a != nil {
		return p.line(a.Title)
	}
	return id
}

// thing is what an id is called that may be a role, a side, a target, a
// milestone, a phase or a piece of evidence.
func (p *printer) thing(id string) string {
	sc := p.sc
	if r := p.role(id); r != nil {
		return p.line(r.Title)
	}
	if t := find(sc.Targets, func(t *scenarios.Target) bool { return t.ID == id }); t != nil {
		return p.line(t.Title)
	}
	if m := find(sc.Milestones, func(m *scenarios.Milestone) bool { return m.ID == id }); m != nil {
		return p.line(m.Title)
	}
	if f := find(sc.Phases, func(f *scenarios.Phase) bool { return f.ID == id }); f != nil {
		return p.line(f.Title)
	}
	if e := find(sc.Evidence, func(e *scenarios.Evidence) bool { return e.ID == id }); e != nil {
		return p.line(e.Title)
	}
	return p.sideName(id)
}

// marking is the label of a marking, the scenario's own for "".
func (p *printer) marking(id string) string {
	if id == "" {
		id = p.sc.Marking
	}
	if m := find(p.sc.Markings, func(m *scenarios.Marking) bool { return m.ID == id }); m != nil {
		return words.HarmlessLine(m.Label)
	}
	return ""
}

// from is the sender of an inject.
func (p *printer) from(in *scenarios.Inject) string {
	if who := find(p.sc.Personas, func(o *scenarios.Persona) bool { return o.ID == in.Persona }); who != nil {
		return p.line(who.Name)
	}
	if in.From == "" {
		return ""
	}
	return p.line(scenarios.Text{p.sc.Language: in.From})
}

func number(n int) string { return strconv.Itoa(n) }
