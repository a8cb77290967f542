package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// plannedCase finds a case of the scenario, nil if it has none of that id.
func plannedCase(sc *scenarios.Scenario, id string) *scenarios.Case {
	for i := range sc.Cases {
		if sc.Cases[i].ID == id {
			return &sc.Cases[i]
		}
	}
	return nil
}

// knowsCase reports whether there is a case of an id: of the scenario, or
// opened by players. All sides know of all.
func (x *Exercise) knowsCase(id string) bool {
	if plannedCase(x.sc, id) != nil {
		return true
	}
	i, ok := x.placeOf(id)
	return ok && int(i) < x.cases.len() && x.cases.at(int(i)).ID == id
}

func (x *Exercise) openCase(c *Command, op OpenCase) error {
	if strings.TrimSpace(op.Title) == "" {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Title); err != nil {
		return err
	}
	side := x.sideOf(c.Seat)
	x.emit(x.aud.all, &CaseOpened{Title: x.typed(x.aud.all, side, op.Lang, op.Title, ""), Side: side, ID: x.next(side + "-case")})
	return nil
}

// fileUnder files what one's own side knows of under a case, or takes it out.
func (x *Exercise) fileUnder(c *Command, op FileUnder) error {
	side := x.sideOf(c.Seat)
	if !x.knowsCase(op.Case) {
		return refuse("no-such-case", "case", op.Case)
	}
	if !x.fileable(side, op.Item) {
		return refuse("no-such-item", "item", op.Item)
	}
	switch filed := x.filed(op.Case, op.Item, side); {
	case op.Not && !filed:
		return refuse("not-filed", "item", op.Item)
	case !op.Not && (filed || x.sentUnder(op.Case, op.Item)):
		return refuse("nothing-changed")
	}
	x.emit(x.aud.side[side], &Filed{Case: op.Case, Side: side, Item: op.Item, Not: op.Not})
	return nil
}

// filed reports whether a side has an item under a case.
func (x *Exercise) filed(file, item, side string) bool {
	i := x.filingOf(file, item, side)
	return i >= 0 && !x.filings.at(i).Gone
}

func (x *Exercise) filingOf(file, item, side string) int {
	for i := range x.filings.len() {
		if f := x.filings.at(i); f.Case == file && f.Item == item && f.Side == side {
			return i
		}
	}
	return -1
}

// sentUnder reports whether an item is a request of that case: it belongs to it
// for both sides.
func (x *Exercise) sentUnder(file, item string) bool {
	r, err := x.requestOf("", item)
	return err == nil && r.Case == file
}

// fileable reports whether a side knows of something that can be filed.
func (x *Exercise) fileable(side, id string) bool {
	if _, err := x.heldBy(side, id); err == nil {
		return true
	}
	i, ok := x.placeOf(id)
	if !ok {
		return false
	}
	switch n := int(i); {
	case n < 0:
		return false
	case n < x.actions.len() && x.actions.at(n).ID == id:
		return x.actions.at(n).Side == side
	case n < x.messages.len() && x.messages.at(n).ID == id, n < x.deliveries.len() && x.deliveries.at(n).ID == id,
		n < x.showings.len() && x.showings.at(n).ID == id, n < x.requests.len() && x.requests.at(n).ID == id,
		n < x.calls.len() && x.calls.at(n).ID == id:
		return slices.Contains(x.audienceOf(id, n), side)
	}
	return false
}

// audienceBetween is who knows of a thing between the sides, nil where it is
// none.
func (x *Exercise) audienceBetween(id string, n int) Audience {
	switch {
	case n < 0:
	case n < x.requests.len() && x.requests.at(n).ID == id:
		return x.requests.at(n).to
	case n < x.drafts.len() && x.drafts.at(n).ID == id:
		return x.aud.side[x.drafts.at(n).Side]
	case n < x.clocks.len() && x.clocks.at(n).ID == id:
		return x.clocks.at(n).to
	case n < x.calls.len() && x.calls.at(n).ID == id:
		return x.calls.at(n).to
	case n < x.accounts.len() && x.accounts.at(n).ID == id:
		return x.aud.side[x.accounts.at(n).Side]
	case n < x.cases.len() && x.cases.at(n).ID == id, n < x.lines.len() && x.lines.at(n).ID == id:
		return x.aud.all
	}
	return nil
}

// writeAccount adds to one's own side's account of a case.
func (x *Exercise) writeAccount(c *Command, op WriteAccount) error {
	if err := x.checkWriting(op.Case, op.Text); err != nil {
		return err
	}
	side := x.sideOf(c.Seat)
	to := x.aud.side[side]
	x.emit(to, &AccountWritten{Text: x.typed(to, side, op.Lang, op.Text, ""), Case: op.Case, ID: x.next(side + "-account")})
	return nil
}

func (x *Exercise) checkWriting(file, text string) error {
	if !x.knowsCase(file) {
		return refuse("no-such-case", "case", file)
	}
	if strings.TrimSpace(text) == "" {
		return refuse("nothing-said")
	}
	return checkTexts(text)
}

// writeLine puts a line into a joint status report, or gives one of one's own
// side's another text, which nobody has agreed to then.
func (x *Exercise) writeLine(c *Command, op WriteLine) error {
	side := x.sideOf(c.Seat)
	if op.Line != "" {
		l, err := x.lineOf(op.Line)
		if err != nil {
			return err
		}
		if l.Side != side {
			return refuse("not-your-line", "line", op.Line)
		}
		op.Case = l.Case
	}
	if err := x.checkWriting(op.Case, op.Text); err != nil {
		return err
	}
	b := &LineWritten{ID: op.Line, Case: op.Case, Side: side, Text: x.typed(x.aud.all, side, op.Lang, op.Text, "")}
	if b.ID == "" {
		b.ID = x.next(side + "-line")
	}
	x.emit(x.aud.all, b)
	return nil
}

func (x *Exercise) lineOf(id string) (*ReportLine, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.lines.len() && x.lines.at(int(i)).ID == id {
		return x.lines.at(int(i)), nil
	}
	return nil, refuse("no-such-line", "line", id)
}

// markLine agrees to another side's line, or disputes it with a reason.
func (x *Exercise) markLine(c *Command, op MarkLine) error {
	side := x.sideOf(c.Seat)
	l, err := x.lineOf(op.Line)
	if err != nil {
		return err
	}
	switch {
	case l.Side == side:
		return refuse("own-line", "line", op.Line)
	case op.Reads != "" && op.Reads != l.Text:
		return refuse("line-rewritten", "line", op.Line)
	case !op.Agrees && strings.TrimSpace(op.Text) == "":
		return refuse("no-reason")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	if op.Agrees && strings.TrimSpace(op.Text) == "" && l.StateFor(side) == LineAgreed {
		return refuse("nothing-changed")
	}
	x.emit(x.aud.all, &LineMarked{Line: l.ID, Side: side, Agrees: op.Agrees, Text: x.typed(x.aud.all, side, op.Lang, op.Text, "")})
	return nil
}

// applyCases stores an event of cases; false if it is not one.
func (x *Exercise) applyCases(e *Event) bool {
	switch b := e.Body.(type) {
	case *CaseOpened:
		x.keep(b.ID, x.cases.add(OpenedCase{CaseOpened: b, Role: e.Seat, T: e.T}, x.gen))
	case *Filed:
		f := Filing{Case: b.Case, Item: b.Item, Side: b.Side, T: e.T, Gone: b.Not}
		if i := x.filingOf(b.Case, b.Item, b.Side); i >= 0 {
			*x.filings.edit(i, x.gen) = f
		} else {
			x.filings.add(f, x.gen)
		}
	case *AccountWritten:
		x.keep(b.ID, x.accounts.add(Account{AccountWritten: b, Side: x.sideOf(e.Seat), Role: e.Seat, T: e.T}, x.gen))
	case *LineWritten:
		l := ReportLine{LineWritten: b, Role: e.Seat, T: e.T}
		if _, err := x.lineOf(b.ID); err == nil {
			*x.lines.edit(int(x.mustPlace(b.ID)), x.gen) = l
		} else {
			x.keep(b.ID, x.lines.add(l, x.gen))
		}
	case *LineMarked:
		if _, err := x.lineOf(b.Line); err == nil {
			l := x.lines.edit(int(x.mustPlace(b.Line)), x.gen)
			l.Marks = slices.DeleteFunc(slices.Clone(l.Marks), func(m LineMark) bool { return m.Side == b.Side })
			l.Marks = append(l.Marks, LineMark{LineMarked: b, Role: e.Seat, T: e.T})
		}
	default:
		return false
	}
	return true
}

// How a line of a joint status report stands.
const (
	LineOpen     = "open"
	LineAgreed   = "agreed"
	LineDisputed = "disputed"
)

// StateFor is what a side says of a line: who wrote it agrees to it.
func (l *ReportLine) StateFor(side string) string {
	if side == l.Side {
		return LineAgreed
	}
	for _, m := range l.Marks {
		switch {
		case m.Side == side && m.Agrees:
			return LineAgreed
		case m.Side == side:
			return LineDisputed
		}
	}
	return LineOpen
}
