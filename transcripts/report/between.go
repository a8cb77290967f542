package report

import (
	"strconv"
	"strings"

	"parley/engine"
)

// calls are the calls on hotlines, each with what was found of its opening,
// every turn, and what both sides signed off.
func (a *account) calls() {
	if len(a.sc.Hotlines) == 0 {
		return
	}
	a.page.heading(2, "Calls on the hotline")
	calls := a.v.Calls()
	if len(calls) == 0 {
		a.page.paragraph("None.")
	}
	for i := range calls {
		c := &calls[i]
		title := c.Hotline
		if h := a.v.Hotline(c.Hotline); h != nil {
			title = a.in(h.Title, c.Hotline)
			for _, t := range h.Topics {
				if t.ID == c.Topic {
					title += ", " + a.in(t.Title, t.ID)
				}
			}
		}
		a.page.heading(3, c.ID, a.side(c.FromSide)+" → "+a.side(c.ToSide), title)
		a.page.list(a.call(c))
	}
}

func (a *account) call(c *engine.Call) []string {
	lines := []string{with(engine.FormatT(c.T)+" opened by "+c.From+", story time "+a.story(c.Story, c.FromSide)+"; "+a.say("call."+c.State), a.text(c.Text))}
	for _, f := range c.Found {
		found := append([]string{"the entry test holds"}, a.codes("misuse.", f.Causes)...)
		if f.Step != engine.StepOpen {
			found = found[1:]
		} else if !f.Test {
			found[0] = "the entry test does not hold"
		}
		lines = append(lines, "Found for "+a.side(f.Side)+": "+strings.Join(found, "; "))
	}
	if d, ok := a.v.DeadlineOfCall(c); ok {
		lines = append(lines, "To be answered: "+a.clock(&d))
	}
	for i := range c.Steps {
		s := &c.Steps[i]
		line := engine.FormatT(s.T) + " " + s.Role + " " + callStep(s)
		if s.Next != 0 {
			line += ", next call " + a.story(s.Next, s.Side)
		}
		lines = append(lines, with(line, a.text(s.Text)))
	}
	if t := c.AgreedText(); t != "" {
		lines = append(lines, "Agreed by both: “"+a.text(t)+"”")
	}
	return lines
}

// callStep says a step in a call; headings and the like are English.
func callStep(s *engine.CallStep) string {
	switch s.Step {
	case engine.CallAnswer:
		return "answers"
	case engine.CallSay:
		if s.Reads != "" {
			return "reads back " + s.Reads
		}
		return "says"
	case engine.CallTick:
		return "ticks off " + s.Tick
	case engine.CallSummary:
		return "proposes as summary"
	case engine.CallSign:
		return "signs the summary off"
	case engine.CallEscalate:
		return "raises it to " + s.To
	}
	return "closes"
}

// custody is the evidence with its way from hand to hand.
func (a *account) custody() {
	held := a.v.Exhibits()
	if len(held) == 0 {
		return
	}
	a.page.heading(2, "Evidence")
	for i := range held {
		e := &held[i]
		title := e.Evidence
		if e.Def != nil {
			title = a.in(e.Def.Title, e.Evidence)
		}
		a.page.heading(3, e.ID, title)
		lines := []string{"Gained " + engine.FormatT(e.T) + ", " + a.say("obtained."+e.Obtained) + "; held by " + a.sides(e.Holders)}
		if e.Def != nil && e.Def.Hash != "" {
			lines = append(lines, "Hash "+e.Def.Hash)
		}
		for _, c := range e.Certificates {
			lines = append(lines, with("Certified by "+a.side(c.Side), a.text(c.Text)))
		}
		for _, h := range e.Chain {
			line := engine.FormatT(h.T) + " from " + h.From + " to " + h.To
			if h.Request != "" {
				line += ", with " + h.Request
			}
			lines = append(lines, line)
		}
		for _, l := range e.Limits {
			lines = append(lines, "Limit on its use: “"+a.text(l)+"”")
		}
		a.page.list(lines)
	}
}

// commitments are what was undertaken, and what control judged to bear on it.
func (a *account) commitments() {
	if len(a.sc.Commitments) == 0 {
		return
	}
	a.page.heading(2, "Commitments")
	var rows [][]string
	for _, b := range a.v.Bearings() {
		_, c, _ := a.v.Bearing(b.ID)
		if c == nil {
			continue
		}
		side, judged, text := "every side", "not judged", ""
		if c.Side != "" {
			side = a.side(c.Side)
		}
		if j := b.Judged; j != nil {
			if judged = "does not bear on it"; j.Way != "" {
				judged = a.say("way." + j.Way)
			}
			text = a.text(j.Text)
		}
		rows = append(rows, []string{engine.FormatT(b.T), side, a.in(c.Title, c.ID), a.say("way." + b.Way), judged, text})
	}
	a.page.table([]string{"At", "Of", "Commitment", "Proposed", "Judged", "Because"}, rows)
}

// proposals are what lay on the table, each version with what the sides said of
// it.
func (a *account) proposals() {
	all := a.v.Proposals()
	if len(all) == 0 {
		return
	}
	a.page.heading(2, "Proposals")
	for i := range all {
		p := &all[i]
		title, _, _ := a.v.Piece(&p.Title, a.opt.Lang)
		outcome := "open"
		if p.Outcome != "" {
			outcome = a.say("proposal." + p.Outcome)
		}
		a.page.heading(3, p.ID, title, outcome)
		text, _, _ := a.v.Piece(&p.Text, a.opt.Lang)
		lines := []string{"Tabled at " + engine.FormatT(p.T) + ": “" + text + "”"}
		for _, m := range p.Amendments {
			text, _, _ := a.v.Piece(&m.Text, a.opt.Lang)
			lines = append(lines, engine.FormatT(m.T)+" amended by "+a.side(m.Side)+", "+m.Role+": “"+text+"”")
		}
		for _, s := range p.Assessments {
			lines = append(lines, with(engine.FormatT(s.T)+" "+a.side(s.Side)+", "+s.Role+", on version "+strconv.Itoa(s.Version)+": "+a.say("support."+s.Verdict), a.text(s.Text)))
		}
		a.page.list(lines)
	}
}

// cases are what belongs together, with each side's own account and the joint
// status report.
func (a *account) cases() {
	all := a.v.Cases()
	if len(all) == 0 {
		return
	}
	a.page.heading(2, "Cases")
	for i := range all {
		c := &all[i]
		a.page.heading(3, c.ID, a.v.CaseTitle(c.ID, a.opt.Lang))
		var lines []string
		for _, it := range c.Items {
			line := engine.FormatT(it.T) + " " + it.Item
			if it.Side != "" {
				line += ", filed by " + a.side(it.Side)
			}
			lines = append(lines, line)
		}
		for _, t := range c.Accounts {
			lines = append(lines, with(engine.FormatT(t.T)+" account of "+a.side(t.Side)+", "+t.Role, a.text(t.Text)))
		}
		a.page.list(lines)
		var rows [][]string
		for k := range c.Lines {
			l := &c.Lines[k]
			var said []string
			for _, m := range l.Marks {
				said = append(said, with(a.side(m.Side), a.text(m.LineMarked.Text)))
			}
			rows = append(rows, []string{a.side(l.Side), a.text(l.LineWritten.Text), a.say("line." + a.v.LineState(l)), strings.Join(said, "; ")})
		}
		if rows != nil {
			a.page.table([]string{"By", "Line of the joint report", "Stands", "Of others"}, rows)
		}
	}
}
