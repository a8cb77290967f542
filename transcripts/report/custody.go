package report

import (
	"slices"
	"strconv"
	"strings"

	"parley/engine"
)

// custody is the evidence: how each piece was obtained, its chain of custody,
// what certifies it, what limits its use, and what relies on it.
func (a *account) custody() {
	all := a.v.Exhibits()
	if len(all) == 0 {
		return
	}
	a.page.heading(2, "Evidence")
	var rows [][]string
	for i := range all {
		e := &all[i]
		certified := ""
		if len(e.Certificates) > 0 {
			certified = a.say("obtained." + engine.MarkCertified)
		}
		rows = append(rows, []string{e.ID, a.exhibit(e), a.side(e.Side), engine.FormatT(e.T), a.say("obtained." + e.Obtained), certified, a.holders(e)})
	}
	a.page.table([]string{"Evidence", "What", "From", "At", "Obtained how", "Certified", "In hands of"}, rows)
	for i := range all {
		e := &all[i]
		a.page.heading(3, e.ID, a.exhibit(e))
		a.page.list(a.exhibitInFull(e))
	}
}

func (a *account) exhibit(e *engine.HeldExhibit) string {
	if e.Def != nil {
		return a.in(e.Def.Title, e.Evidence)
	}
	return e.Evidence
}

// holders are those who have it, and what they call it.
func (a *account) holders(e *engine.HeldExhibit) string {
	var out []string
	for _, h := range e.Held {
		s := a.side(h.Side)
		if h.Role != "" {
			s = h.Role + ", " + s
		}
		if h.ID != "" && h.ID != e.ID {
			s += " (as " + h.ID + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func (a *account) exhibitInFull(e *engine.HeldExhibit) []string {
	var lines []string
	if def := e.Def; def != nil {
		if def.Hash != "" {
			lines = append(lines, "Hash: "+def.Hash)
		}
		if terms := a.in(def.Limits, ""); terms != "" {
			lines = append(lines, "Limits as stated: "+terms)
		}
	}
	var all []moment
	add := func(t engine.Millis, line string) { all = append(all, moment{t, engine.FormatT(t) + " " + line}) }
	if e.Act != "" {
		add(e.T, "gained by "+e.Role+", "+e.Act)
	}
	for i := range e.Chain {
		add(e.Chain[i].T, a.handing(&e.Chain[i]))
	}
	for _, c := range e.Certificates {
		add(c.T, with("certified by "+c.Role, a.text(c.Text)))
	}
	for _, h := range e.Held {
		for _, m := range a.tally.marked[h.ID] {
			if b, ok := m.Body.(*engine.EvidenceMarked); ok && b.Side == h.Side {
				add(m.T, a.side(h.Side)+" learns: "+a.say("obtained."+b.Obtained))
			}
		}
	}
	for i := range a.v.ActionsLen() {
		act := a.v.ActionAt(i)
		for _, id := range act.Uses {
			if id == e.ID || heldAs(e, id) {
				add(act.At, "relied on by "+act.ID+", "+act.Role+", as "+id)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y moment) int { return int(x.t - y.t) })
	for _, m := range all {
		lines = append(lines, m.line)
	}
	return lines
}

// moment is a line of what happened at a time.
type moment struct {
	t    engine.Millis
	line string
}

// heldAs reports whether some side calls it by an id.
func heldAs(e *engine.HeldExhibit, id string) bool {
	for _, h := range e.Held {
		if h.ID == id {
			return true
		}
	}
	return false
}

// handing is a hand-over in a line.
func (a *account) handing(h *engine.Handing) string {
	s := h.From + " → " + h.To
	if h.Request != "" {
		s += ", for " + h.Request
	}
	if h.FromSide != h.ToSide {
		s += ", as " + h.Exhibit + ", then found: " + a.say("obtained."+h.Obtained)
	}
	if h.Gap {
		s += "; a gap: it was not in the hands of who gave it"
	}
	for _, l := range h.Limits {
		s += "; on these limits: “" + a.text(l) + "”"
	}
	return s
}

// relied is the evidence that an action relies on, with the marks that it bears
// now.
func (a *account) relied(act *engine.Action) []string {
	var lines []string
	for _, e := range a.v.Relied(act) {
		s := "Relies on " + e.ID + ", " + a.exhibit(&e) + ": " + a.say("obtained."+e.Obtained)
		if len(e.Certificates) > 0 {
			s += ", " + a.say("obtained."+engine.MarkCertified)
		}
		lines = append(lines, s)
	}
	return lines
}

// commitments are what the sides have undertaken, and what came up that bears on
// it, as control judged it.
func (a *account) commitments() {
	all := a.v.Commitments()
	if len(all) == 0 {
		return
	}
	a.page.heading(2, "Commitments")
	bearings := a.v.Bearings()
	for i := range all {
		c := &all[i]
		by := "every side"
		if c.Side != "" {
			by = a.side(c.Side)
		}
		a.page.heading(3, a.in(c.Title, c.ID), by)
		a.page.paragraph(a.in(c.Text, ""))
		var rows [][]string
		for _, b := range bearings {
			if b.Commitment == c.ID {
				rows = append(rows, a.bearing(&b))
			}
		}
		a.page.table([]string{"Came up", "At", "Would speak", "Judged", "By", "At", "Why"}, rows)
	}
}

func (a *account) bearing(b *engine.Bearing) []string {
	row := []string{b.ID, engine.FormatT(b.T), a.say("way." + b.Way), "not judged", "", "", ""}
	if j := b.Judged; j != nil {
		judged := "does not bear on it"
		if j.Way != "" {
			judged = "speaks " + a.say("way."+j.Way) + " it"
		}
		row = append(row[:3], judged, b.JudgedBy, engine.FormatT(b.JudgedAt), a.text(j.Text))
	}
	return row
}

// piece is a text that the planner wrote or somebody typed.
func (a *account) piece(p *engine.Piece) string {
	r := a.v.PieceIn(p, a.opt.Lang)
	if r.Gone {
		return a.say("tell.expunged")
	}
	return r.Text
}

// proposals are what lay on the table, in each version, with what each side said
// and what came of it.
func (a *account) proposals() {
	all := a.v.Proposals()
	if len(all) == 0 {
		return
	}
	a.page.heading(2, "Proposals")
	var rows [][]string
	for i := range all {
		p := &all[i]
		outcome := "open"
		if p.Outcome != "" {
			outcome = a.say("proposal."+p.Outcome) + ", " + engine.FormatT(p.Settled)
		}
		rows = append(rows, []string{p.ID, a.piece(&p.Title), a.tabledBy(p), engine.FormatT(p.T), strconv.Itoa(p.Version), outcome})
	}
	a.page.table([]string{"Proposal", "Title", "Tabled by", "At", "Version", "Outcome"}, rows)
	for i := range all {
		p := &all[i]
		a.page.heading(3, p.ID, a.piece(&p.Title))
		a.page.list(a.proposalInFull(p))
	}
}

func (a *account) tabledBy(p *engine.Proposal) string {
	switch {
	case p.Role != "":
		return p.Role
	case p.Side != "":
		return a.side(p.Side)
	}
	return "nobody in particular"
}

func (a *account) proposalInFull(p *engine.Proposal) []string {
	var lines []string
	for n := 1; n <= p.Version; n++ {
		text, head := p.Piece(n), "Version 1"
		if n > 1 {
			m := &p.Amendments[n-2]
			head = "Version " + strconv.Itoa(n) + ", " + engine.FormatT(m.T) + ", by " + m.Role
		}
		lines = append(lines, head+": “"+a.piece(&text)+"”")
		for i := range p.Assessments {
			if s := &p.Assessments[i]; s.Version == n {
				lines = append(lines, with(engine.FormatT(s.T)+" "+a.side(s.Side)+" ("+s.Role+"): "+a.say("support."+s.Verdict), a.text(s.Text)))
			}
		}
	}
	return lines
}
