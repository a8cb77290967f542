package book

import (
	"html/template"
	"slices"

	"parley/scenarios"
)

// roleCard is all that a role has in hand beside its envelopes.
type roleCard struct {
	Anchor                           string
	Title, ID, Side, Agency, Marking string
	Briefing                         template.HTML
	Legal, Scribe                    bool
	Advisers                         []string // of law, on its side
	Alternate                        string   // who decides in its place
	StandsFor                        []string // for whom it is the alternate
	ClearedBy                        string
	Clears                           bool // what its side shows to others
	Approves                         []string
	Authorities                      []authority
	Actions                          []string
}

// authority is a card of an agency's card-file.
type authority struct {
	Title, Basis  string
	Says          template.HTML
	Permits       string
	Reaches       string
	Condition     string // in words
	Approval      string // by whom
	ApprovalLasts string
	Lasts         string
	From, Until   string
	Source        string
}

// roleCards are the cards of all roles, or of one.
func (p *printer) roleCards(role string) []roleCard {
	var out []roleCard
	for i := range p.sc.Roles {
		if r := &p.sc.Roles[i]; role == "" || r.ID == role {
			out = append(out, p.roleCard(r))
		}
	}
	return out
}

func (p *printer) roleCard(r *scenarios.Role) roleCard {
	sc := p.sc
	c := roleCard{
		Anchor: "r-" + r.ID, Title: p.line(r.Title), ID: r.ID, Side: p.sideName(r.Side), Agency: p.agencyName(r.Agency), Marking: p.marking(""),
		Briefing: p.block(r.Briefing), Legal: r.Legal, Scribe: r.Scribe, Advisers: p.legal(r.Side),
	}
	if r.Alternate != "" {
		c.Alternate = p.roleName(r.Alternate)
	}
	for i := range sc.Roles {
		if o := &sc.Roles[i]; o.Alternate == r.ID {
			c.StandsFor = append(c.StandsFor, p.roleName(o.ID))
		}
	}
	if s := find(sc.Sides, func(s *scenarios.Side) bool { return s.ID == r.Side }); s.ClearedBy == r.ID {
		c.Clears = true
	} else if s.ClearedBy != "" {
		c.ClearedBy = p.roleName(s.ClearedBy)
	}
	for i := range sc.Authorities {
		a := &sc.Authorities[i]
		if a.Side == r.Side && slices.Contains(a.Approvers, r.ID) {
			c.Approves = append(c.Approves, p.t("{authority} (asked by {agency})", "authority", p.line(a.Title), "agency", p.agencies(a)))
		}
		if a.Side == r.Side && slices.Contains(a.Agencies, r.Agency) {
			c.Authorities = append(c.Authorities, p.authority(a))
		}
	}
	c.Actions = p.catalogue(r.Side)
	return c
}

func (p *printer) agencies(a *scenarios.Authority) string {
	names := make([]string, len(a.Agencies))
	for i, id := range a.Agencies {
		names[i] = p.agencyName(id)
	}
	return p.list(names)
}

func (p *printer) authority(a *scenarios.Authority) authority {
	out := authority{
		Title: p.line(a.Title), Basis: p.line(scenarios.Text{p.lang: a.Basis}), Says: p.block(a.Says),
		Source: p.line(scenarios.Text{p.lang: a.Source}), Condition: (&conditions{printer: p, forPlayers: true, side: a.Side}).words(a.Condition),
	}
	permits := make([]string, len(a.Permits))
	for i, id := range a.Permits {
		permits[i] = p.actionName(a.Side, id)
	}
	out.Permits = p.phrases(permits)
	reaches := make([]string, len(a.Reaches))
	for i, id := range a.Reaches {
		switch id {
		case "own":
			reaches[i] = p.t("what belongs to your side")
		case "any":
			reaches[i] = p.t("everywhere")
		default:
			reaches[i] = p.thing(id)
		}
	}
	out.Reaches = p.list(reaches)
	if out.Approval = a.Approval; len(a.Approvers) > 0 {
		out.Approval = p.list(p.roleNames(a.Approvers))
	}
	if a.ApprovalLasts > 0 {
		out.ApprovalLasts = p.span(a.ApprovalLasts)
	}
	if a.Lasts > 0 {
		out.Lasts = p.span(a.Lasts)
	}
	if !a.From.IsZero() {
		out.From = p.date(a.From)
	}
	if !a.Until.IsZero() {
		out.Until = p.date(a.Until)
	}
	return out
}

// catalogue is what a side can do, by title.
func (p *printer) catalogue(side string) []string {
	var out []string
	for i := range p.sc.Actions {
		if a := &p.sc.Actions[i]; a.Side == "" || a.Side == side {
			out = append(out, p.line(a.Title))
		}
	}
	return out
}
