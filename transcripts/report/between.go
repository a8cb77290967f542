package report

import (
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
