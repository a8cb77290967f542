package engine

import (
	"slices"
	"strings"

	"parley/engine/words"
)

// TellFinding says what an action was found to be, a line each: the verdict,
// the authority that it was held against with its basis, every cause, how the
// finding stands, what was found at first, and a like case decided before. It
// speaks of authorities as stated and of nothing else.
func (v View) TellFinding(a Action, lang string) []string {
	t := teller{v, lang}
	f := a.Finding
	switch {
	case f == nil && a.Acted != nil && a.Name() == "":
		return []string{t.say("finding.free-text", nil)}
	case f == nil:
		return []string{t.say("finding.none", nil)}
	}
	lines := []string{t.say("verdict."+f.Verdict, nil)}
	if f.Authority != "" {
		title, basis := t.stated(a.Side, f.Authority)
		lines = append(lines, t.say("finding.held-against", map[string]string{"authority": title, "basis": basis}))
	}
	for _, c := range f.Causes {
		lines = append(lines, t.cause(&a, c))
	}
	lines = append(lines, t.say("finding."+f.Standing, map[string]string{
		"authority": f.Authority, "side": t.side(a.Side), "seat": a.FoundBy, "text": t.typed(f.Text),
	}))
	if first := a.FirstFound; first != nil && first.Verdict != f.Verdict {
		lines = append(lines, t.say("finding.first", map[string]string{"verdict": first.Verdict}))
	}
	if _, ok := v.Action(f.Precedent); ok && f.Precedent != a.ID {
		lines = append(lines, t.say("finding.precedent", map[string]string{"act": t.act(f.Precedent)}))
	}
	for i := range lines {
		lines[i] = words.HarmlessLine(lines[i])
	}
	return lines
}

// finding is a finding in one phrase: what covers the action, or why nothing
// does.
func (t teller) finding(f *Found) string {
	a, ok := t.v.Action(f.Act)
	if !ok {
		return t.say("verdict."+f.Verdict, nil)
	}
	if f.Verdict != VerdictOutside || len(f.Causes) == 0 {
		args := map[string]string{"authority": ""}
		if f.Authority != "" {
			args["authority"] = t.authority(a.Side, f.Authority)
		}
		return t.say("finding."+f.Verdict, args)
	}
	causes := make([]string, len(f.Causes))
	for i, c := range f.Causes {
		causes[i] = t.cause(&a, c)
	}
	return t.join("tell.also", causes)
}

// cause says one cause with the names of what it speaks of. What its
// arguments leave out is taken from the action.
func (t teller) cause(a *Action, c Cause) string {
	args := map[string]string{
		"authority": "", "agency": t.agency(t.agencyOf(a.Role)), "holders": "", "action": t.actName(a),
		"side": t.side(a.Side), "target": or(t.target(a.Target), t.actName(a)), "condition": "", "approval": "",
		"what": "", "from": "", "until": "", "where": t.side(t.v.SideOf(a.Target)),
	}
	for k, val := range c.Args {
		switch k {
		case "authority":
			if val != "" {
				val = t.authority(a.Side, val)
			}
		case "agency":
			val = t.agency(val)
		case "holders":
			ids := strings.Fields(val)
			for i := range ids {
				ids[i] = t.agency(ids[i])
			}
			val = t.list(ids)
		case "action":
			val = t.action(a.Side, val)
		case "side":
			val = t.side(val)
		case "target":
			val = or(t.target(val), args["target"])
		case "condition":
			val = or(t.condition(a.Side, c.Args["authority"]), val)
		case "approval":
			val = t.approver(a.Side, val)
		}
		args[k] = val
	}
	return t.say("cause."+c.Code, args)
}

func (t teller) agencyOf(role string) string {
	all := t.v.Seats()
	for i := range all {
		if all[i].ID == role {
			return all[i].Agency
		}
	}
	return ""
}

// approver names who approves: an agency by its name, else the office or role
// as it was stated.
func (t teller) approver(side, id string) string {
	all := t.v.Agencies()
	for i := range all {
		a := &all[i]
		if a.ID == id || a.Side == side && slices.Contains(a.Offices, id) {
			return or(t.in(a.Name), a.ID)
		}
	}
	return id
}

// TellWaiting says what waits for a decision, in one line; "" for what the seat
// may not know.
func (v View) TellWaiting(w Waiting, lang string) string {
	if !v.Control() && w.Class != "finding" && w.Class != "approval" && w.Class != "clearance" {
		return ""
	}
	t := teller{v, lang}
	args := map[string]string{}
	switch w.Class {
	case "inject":
		m, _ := v.Item(w.Ref)
		args["inject"], args["why"] = t.inject(w.Ref), m.Why
	case "action", "finding", "outcome":
		if args = t.waitingAct(w.Ref); args == nil {
			return ""
		}
	case "message":
		m, ok := v.Message(w.Ref)
		if !ok {
			return ""
		}
		args["who"], args["text"] = m.From, t.typed(m.Text)
	case "approval":
		p, ok := v.Approval(w.Ref)
		if !ok {
			return ""
		}
		args["who"], args["approvers"] = p.Role, t.list(p.Approvers)
		args["action"], args["target"] = t.action(p.Side, p.Action), t.target(p.Target)
	case "clearance":
		c, ok := v.Clearance(w.Ref)
		if !ok {
			return ""
		}
		args["who"], args["to"], args["what"], args["item"] = c.Role, or(c.Hand, t.sides(c.To)), c.What, t.item(c.Item)
	case "deadline":
		d, ok := v.Deadline(w.Ref)
		if !ok {
			return ""
		}
		args["side"], args["what"], args["due"] = t.side(d.Side), t.deadlineName(d.DeadlineStarted), t.ownTime(d.Due, d.Exercise, d.Side)
	case "commitment":
		if args = t.bearing(w.Ref); args == nil {
			return ""
		}
	case "expectation":
		e, ok := v.WaitingExpectation(w)
		if !ok {
			return ""
		}
		args = t.expectation(w.Ref)
		args["deadline"] = FormatT(e.Deadline)
		args["inject"], _, _ = strings.Cut(e.Delivery, "#")
	}
	return words.HarmlessLine(t.say("waits."+w.Kind, args))
}

// waitingAct is an action that waits for somebody's word, nil for one that the
// seat may not know.
func (t teller) waitingAct(id string) map[string]string {
	a, ok := t.v.Action(id)
	if !ok {
		return nil
	}
	args := map[string]string{"who": a.Role, "action": t.actName(&a), "target": t.target(a.Target), "result": a.Proposed, "finding": "", "verdict": ""}
	if a.Finding != nil {
		args["finding"] = t.finding(a.Finding)
		if a.Finding.Verdict == VerdictOutside {
			args["verdict"] = VerdictOutside // the scenario's proposal knows nothing of it
		}
	}
	return args
}
