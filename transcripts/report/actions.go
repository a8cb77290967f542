package report

import (
	"strings"
	"time"

	"parley/engine"
)

// actions lists what was done, and under it each action in full.
func (a *account) actions() {
	a.page.heading(2, "Actions")
	var rows [][]string
	for i := range a.v.ActionsLen() {
		act := a.v.ActionAt(i)
		rows = append(rows, []string{
			act.ID, engine.FormatT(act.At), act.Role, a.done(&act), a.target(act.Target), a.verdict(&act), a.result(&act),
		})
	}
	a.page.table([]string{"Action", "Done at", "By", "What", "Target", "As stated", "Outcome"}, rows)
	for i := range a.v.ActionsLen() {
		act := a.v.ActionAt(i)
		a.page.heading(3, act.ID, act.Role, a.done(&act))
		a.page.list(a.inFull(&act))
	}
}

// done is what an action was: its title, or the beginning of its own words.
func (a *account) done(act *engine.Action) string {
	if name := act.Name(); name != "" {
		return a.action(act.Side, name)
	}
	line, rest, _ := strings.Cut(strings.TrimSpace(a.text(act.Text)), "\n")
	if r := []rune(line); len(r) > maxTitle {
		line, rest = string(r[:maxTitle]), "…"
	}
	if rest != "" {
		line += " …"
	}
	return "“" + line + "”"
}

// maxTitle is how much of an action in free words stands for it in tables, in
// characters. All of it stands in its own section.
const maxTitle = 80

func (a *account) verdict(act *engine.Action) string {
	if act.Finding == nil {
		return ""
	}
	return a.say("verdict."+act.Finding.Verdict) + " (" + a.say("standing."+act.Finding.Standing) + ")"
}

func (a *account) result(act *engine.Action) string {
	switch {
	case act.Withdrawn:
		return "withdrawn"
	case act.Of != "":
		return "step of " + act.Of
	case act.Outcome != nil:
		return a.say("result." + act.Outcome.Result)
	case act.Proposed != "":
		return "not decided (proposed: " + a.say("result."+act.Proposed) + ")"
	}
	return "not decided"
}

func (a *account) inFull(act *engine.Action) []string {
	how := a.say("how." + string(act.How))
	if act.By == "bot" {
		how = "by a bot"
	}
	lines := []string{"Recorded at " + engine.FormatT(act.T) + ", " + how + "; done at " + engine.FormatT(act.At) + ", story time " + a.story(act.Story, act.Side)}
	if act.CountedAs != "" {
		lines = append(lines, "Said as “"+a.text(act.Text)+"” and counted as “"+a.action(act.Side, act.CountedAs)+"”")
	} else if act.Text != "" {
		lines = append(lines, "In words: “"+a.text(act.Text)+"”")
	}
	cited := "nothing"
	if len(act.Cites) > 0 {
		names := make([]string, len(act.Cites))
		for i, id := range act.Cites {
			names[i] = a.authority(act.Side, id)
		}
		cited = strings.Join(names, ", ")
	}
	lines = append(lines, "Cited: "+cited)
	lines = append(lines, a.relied(act)...)
	lines = append(lines, a.findings(act)...)
	for _, e := range a.tally.outcomes[act.ID] {
		b, ok := e.Body.(*engine.OutcomeDecided)
		if !ok {
			continue
		}
		line := "Outcome at " + engine.FormatT(e.T) + " by " + e.Seat + ": " + a.say("result."+b.Result)
		if b.Until != 0 {
			line += ", until " + a.story(b.Until, act.Side)
		}
		lines = append(lines, with(line, a.text(b.Text)))
	}
	if act.Lapsed {
		lines = append(lines, "Its effect has lapsed")
	}
	if act.Withdrawn {
		lines = append(lines, "Withdrawn")
	}
	return append(lines, a.evidence(act.ID)...)
}

// with adds what was typed to a line.
func with(line, text string) string {
	if text == "" {
		return line
	}
	return line + ": “" + text + "”"
}

// findings are the first, provisional finding and what stands, each with its
// causes in words.
func (a *account) findings(act *engine.Action) []string {
	if act.Finding == nil {
		return a.v.TellFinding(*act, a.opt.Lang)
	}
	events := a.tally.found[act.ID]
	var lines []string
	if first := act.FirstFound; first != nil && len(events) > 0 {
		was := *act
		was.Finding, was.FirstFound, was.FoundBy = first, nil, ""
		lines = append(lines, "Found first, "+engine.FormatT(events[0].T)+": "+strings.Join(a.v.TellFinding(was, a.opt.Lang), "; "))
	}
	at := ""
	if n := len(events); n > 0 {
		at = ", " + engine.FormatT(events[n-1].T)
	}
	now := *act
	now.FirstFound = nil // it has a line of its own
	return append(lines, "Finding"+at+": "+strings.Join(a.v.TellFinding(now, a.opt.Lang), "; "))
}

func (a *account) evidence(act string) []string {
	var lines []string
	for _, h := range a.v.Exhibits() {
		if h.Act != act {
			continue
		}
		title := h.Evidence
		if h.Def != nil {
			title = a.in(h.Def.Title, h.Evidence)
		}
		lines = append(lines, "Evidence "+h.ID+" at "+engine.FormatT(h.T)+": "+title+", "+a.say("obtained."+h.Obtained)+"; held by "+a.sides(h.Holders))
	}
	return lines
}

func (a *account) story(at int64, side string) string {
	if at == 0 {
		return ""
	}
	loc := time.UTC
	for i := range a.sc.Sides {
		if a.sc.Sides[i].ID == side {
			loc = a.sc.Sides[i].Zone
		}
	}
	return engine.FormatStory(at, loc)
}

func (a *account) approvals() {
	a.page.heading(2, "Approvals")
	var rows [][]string
	for _, p := range a.v.ApprovalsAsked() {
		decided := ""
		if p.DecidedBy != "" {
			decided = engine.FormatT(p.DecidedAt) + " by " + p.DecidedBy
		}
		rows = append(rows, []string{
			p.ID, engine.FormatT(p.T), p.Role, a.action(p.Side, p.Action), a.target(p.Target), a.authority(p.Side, p.Authority),
			a.text(p.Text), strings.Join(p.Approvers, ", "), a.say("approval." + p.State), decided, a.story(p.Until, p.Side), a.text(p.Note),
		})
	}
	a.page.table([]string{
		"Approval", "Asked at", "By", "Action", "Target", "Under", "Because", "Of", "State", "Decided", "Until", "Note",
	}, rows)
}

// judgements are rulings and outcomes.
func (a *account) judgements() {
	a.page.heading(2, "Rulings")
	var rows [][]string
	for _, r := range a.v.Rulings() {
		rows = append(rows, []string{r.ID, engine.FormatT(r.T), r.On, a.sides(r.To), a.text(r.Text), a.text(r.Reason)})
	}
	a.page.table([]string{"Ruling", "At", "On", "For", "What", "Why"}, rows)
	a.page.heading(2, "Outcomes and evidence")
	rows = nil
	for i := range a.v.ActionsLen() {
		act := a.v.ActionAt(i)
		for _, e := range a.tally.outcomes[act.ID] {
			if b, ok := e.Body.(*engine.OutcomeDecided); ok {
				rows = append(rows, []string{
					act.ID, a.done(&act), a.say("result." + b.Result), engine.FormatT(e.T), e.Seat, a.text(b.Text),
					strings.Join(a.yielded(act.ID), ", "),
				})
			}
		}
	}
	a.page.table([]string{"Action", "What", "Outcome", "At", "Decided by", "Text", "Evidence"}, rows)
}

func (a *account) yielded(act string) []string {
	var ids []string
	for _, h := range a.v.Exhibits() {
		if h.Act == act {
			ids = append(ids, h.ID)
		}
	}
	return ids
}
