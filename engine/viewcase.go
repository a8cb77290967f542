package engine

import "parley/scenarios"

// CaseFile is a case as the seat has it.
type CaseFile struct {
	ID     string
	Def    *scenarios.Case // of the scenario, nil for one that players opened
	Opened *OpenedCase     // by players, nil for one of the scenario
	// Items are what is filed under it: the requests that were sent under it,
	// then what the seat's side put there; for control of all sides that it may
	// see.
	Items    []CaseItem
	Accounts []Account    // of the seat's side; for control all that it may see
	Lines    []ReportLine // of the joint status report
}

// CaseItem is something filed under a case.
type CaseItem struct {
	Item string
	Side string // that filed it, "" for what belongs to the case by itself
	T    Millis
}

// Cases are the scenario's, then those that players opened.
func (v View) Cases() []CaseFile {
	var out []CaseFile
	for i := range v.s.sc.Cases {
		def := &v.s.sc.Cases[i]
		out = append(out, v.caseFile(CaseFile{ID: def.ID, Def: def}))
	}
	for i := range v.s.cases.len() {
		c := v.s.cases.at(i)
		out = append(out, v.caseFile(CaseFile{ID: c.ID, Opened: c}))
	}
	return out
}

// Case finds a case.
func (v View) Case(id string) (CaseFile, bool) {
	if def := plannedCase(v.s.sc, id); def != nil {
		return v.caseFile(CaseFile{ID: id, Def: def}), true
	}
	if i, ok := place(v.s.lists, id); ok && i < v.s.cases.len() && v.s.cases.at(i).ID == id {
		return v.caseFile(CaseFile{ID: id, Opened: v.s.cases.at(i)}), true
	}
	return CaseFile{}, false
}

func (v View) caseFile(c CaseFile) CaseFile {
	for i := range v.s.requests.len() {
		if r := v.s.requests.at(i); r.Case == c.ID && v.has(r.to) {
			c.Items = append(c.Items, CaseItem{Item: r.ID, T: r.T})
		}
	}
	for i := range v.s.filings.len() {
		if f := v.s.filings.at(i); f.Case == c.ID && !f.Gone && v.Sees(f.Side) {
			c.Items = append(c.Items, CaseItem{Item: f.Item, Side: f.Side, T: f.T})
		}
	}
	for i := range v.s.accounts.len() {
		if a := v.s.accounts.at(i); a.Case == c.ID && v.Sees(a.Side) {
			c.Accounts = append(c.Accounts, *a)
		}
	}
	for i := range v.s.lines.len() {
		if l := v.s.lines.at(i); l.Case == c.ID {
			c.Lines = append(c.Lines, *l)
		}
	}
	return c
}

// Line finds a line of a joint status report.
func (v View) Line(id string) (ReportLine, bool) {
	if i, ok := place(v.s.lists, id); ok && i < v.s.lines.len() && v.s.lines.at(i).ID == id {
		return *v.s.lines.at(i), true
	}
	return ReportLine{}, false
}

// LineState is how a line stands between all sides: disputed if one disputes it,
// agreed if all agree to it, else open.
func (v View) LineState(l *ReportLine) string {
	state := LineAgreed
	for i := range v.s.sc.Sides {
		switch l.StateFor(v.s.sc.Sides[i].ID) {
		case LineDisputed:
			return LineDisputed
		case LineOpen:
			state = LineOpen
		}
	}
	return state
}

// CaseTitle is what a case is called in a language; its id where its
// title is gone, "" where there is no such case.
func (v View) CaseTitle(id, lang string) string {
	c, ok := v.Case(id)
	switch {
	case !ok:
		return ""
	case c.Def != nil:
		return or(c.Def.Title.In(lang), id)
	default:
		if w, there := v.TextIn(c.Opened.Title, lang); there {
			return or(firstLine(w.Text), id)
		}
	}
	return id
}
