package engine

import (
	"slices"

	"parley/scenarios"
)

// applyPlay stores an event of players; false if it is not one.
func (x *Exercise) applyPlay(e *Event) bool {
	switch b := e.Body.(type) {
	case *Opened:
		x.applyStatus(b.Delivery, e.Seat, StatusOpened)
	case *Acknowledged:
		x.applyStatus(b.Delivery, e.Seat, StatusAcknowledged)
	case *Closed:
		x.applyStatus(b.Delivery, e.Seat, StatusClosed)
	case *Answered:
		x.applyAnswered(e, b)
	case *Acted:
		x.applyActed(e, b)
	case *OutcomeDue:
		if i, ok := x.placeOf(b.Act); ok {
			x.actions.edit(int(i), x.gen).DueOutcome = b.Due
			x.dues.push(due{b.Due, dueOutcome, i})
		}
	case *Withdrawn:
		x.applyWithdrawn(b)
	case *ApprovalAsked:
		x.applyAsked(e, b)
	case *ApprovalDecided:
		x.applyDecided(e, b)
	case *Lapsed:
		x.applyLapsed(b)
	case *Messaged:
		x.applyMessaged(e, b)
	case *Disclosed:
		x.applyDisclosed(e, b)
	default:
		return false
	}
	return true
}

func (x *Exercise) applyStatus(delivery, seat string, s Status) {
	i, ok := x.placeOf(delivery)
	if !ok {
		return
	}
	d := x.deliveries.at(int(i))
	at := slices.Index(d.Roles, seat)
	if at < 0 || d.Status[at] >= s {
		return
	}
	d = x.deliveries.edit(int(i), x.gen)
	if d.owned != x.gen { // a view may hold it
		d.Status, d.owned = slices.Clone(d.Status), x.gen
	}
	d.Status[at] = s
}

func (x *Exercise) applyAnswered(e *Event, b *Answered) {
	side := x.sideOf(e.Seat)
	n := x.replies.add(Reply{Answered: b, Role: e.Seat, Side: side, T: e.T, to: e.To}, x.gen)
	x.keep(b.ID, n)
	for s := range x.sides { // what is answered in the room everybody hears
		if id := x.sc.Sides[s].ID; id == side || slices.Contains(e.To, "all") {
			x.sides[s].replies = append(x.sides[s].replies, int32(n))
		}
	}
	q, ok := x.plan.question[b.Question]
	perSide := ok && q.Per == "side"
	kept := slices.DeleteFunc(slices.Clone(x.facts.replies[b.Question]), func(i int32) bool {
		old := x.replies.at(int(i))
		return old.Role == e.Seat || perSide && old.Side == side
	})
	x.facts.replies[b.Question] = append(kept, int32(n))
	x.touch(factKey{fact: scenarios.FactAnswered, id: b.Question})
}

func (x *Exercise) applyActed(e *Event, b *Acted) {
	side := x.sideOf(e.Seat)
	n := x.actions.add(Action{
		Acted: b, Role: e.Seat, Side: side, By: e.By, How: e.How, Via: e.Via, T: e.T, At: e.Said,
		Story: x.clock.StoryAt(e.Said), DueOutcome: -1, Cmd: e.Cmd,
	}, x.gen)
	x.keep(b.ID, n)
	if i, ok := x.placeOf(b.Suggestion); ok && b.Suggestion != "" {
		x.suggestions.edit(int(i), x.gen).Taken = b.ID
	}
	if s, ok := x.plan.side[side]; ok {
		x.sides[s].actions = append(x.sides[s].actions, int32(n))
	}
	if b.Action == "" {
		x.wait(Waiting{Kind: "free-text", Class: "action", Ref: b.ID, Since: e.T, Seat: SeatControl, Side: side})
		return
	}
	x.actedFact(b.Action, int32(n))
}

func (x *Exercise) actedFact(name string, n int32) {
	a := x.actions.at(int(n))
	for i, k := range actKeys(a) {
		if i > 0 && k.filter == "" || !x.plan.asked[k] {
			continue
		}
		if !slices.ContainsFunc(x.facts.acts[k], func(i int32) bool { return !x.actions.at(int(i)).Withdrawn }) {
			x.touch(factKey{scenarios.FactActed, k.action, k.filter}) // it was not so before
		}
		x.facts.acts[k] = append(x.facts.acts[k], n)
	}
	if x.plan.filtered {
		x.touch(factKey{scenarios.FactActed, name, furtherFilters})
	}
	if x.plan.asked[actKey{name, ""}] {
		x.facts.happened(x, factKey{fact: scenarios.FactSince, id: name}, a.At)
	}
}

func (x *Exercise) applyWithdrawn(b *Withdrawn) {
	i, ok := x.placeOf(b.Act)
	if !ok {
		return
	}
	a := x.actions.edit(int(i), x.gen)
	a.Withdrawn = true
	for _, class := range [...]string{"action", "finding", "outcome"} {
		x.unwait(class, b.Act)
	}
	name := a.Name()
	for _, k := range actKeys(a) {
		x.touch(factKey{scenarios.FactActed, k.action, k.filter})
	}
	x.touch(factKey{scenarios.FactActed, name, furtherFilters})
	x.touch(factKey{fact: scenarios.FactStands, id: name})
	if t, ok := x.lastSo(name, x.clock.T); ok && name != "" {
		x.facts.happened(x, factKey{fact: scenarios.FactSince, id: name}, t)
	} else {
		x.touch(factKey{fact: scenarios.FactSince, id: name})
	}
}

func (x *Exercise) applyAsked(e *Event, b *ApprovalAsked) {
	side := x.sideOf(e.Seat)
	n := x.approvals.add(Approval{ApprovalAsked: b, Role: e.Seat, Side: side, T: e.T, State: ApprovalWaiting, Cmd: e.Cmd}, x.gen)
	x.keep(b.ID, n)
	if r, ok := x.plan.role[e.Seat]; ok {
		rasked := x.roles.edit(int(r), x.gen)
		rasked.asked = append(rasked.asked, int32(n))
	}
	for _, a := range b.Approvers {
		if r, ok := x.plan.role[a]; ok {
			rapprovals := x.roles.edit(int(r), x.gen)
			rapprovals.approvals = append(rapprovals.approvals, int32(n))
		}
	}
	x.wait(Waiting{Kind: "approval", Class: "approval", Ref: b.ID, Since: e.T, Seat: first(b.Approvers), Side: side, approvers: b.Approvers})
}

func first(s []string) string {
	if len(s) == 0 {
		return SeatControl
	}
	return s[0]
}

func (x *Exercise) applyDecided(e *Event, b *ApprovalDecided) {
	i, ok := x.placeOf(b.Approval)
	if !ok {
		return
	}
	a := x.approvals.edit(int(i), x.gen)
	a.State = ApprovalRefused
	if b.Approved {
		a.State = ApprovalGiven
	}
	a.DecidedAt, a.DecidedBy, a.Until, a.Note = e.Said, e.Seat, b.Until, b.Text
	if b.Until != 0 {
		x.story.add(lapse{b.Until, "approval", i})
	}
	x.unwait("approval", b.Approval)
}

func (x *Exercise) applyLapsed(b *Lapsed) {
	i, ok := x.placeOf(b.ID)
	if !ok {
		return
	}
	if b.What == "approval" {
		x.approvals.edit(int(i), x.gen).State = ApprovalLapsed
		return
	}
	a := x.actions.edit(int(i), x.gen)
	a.Lapsed = true
	x.touch(factKey{fact: scenarios.FactStands, id: a.Name()})
}

func (x *Exercise) applyMessaged(e *Event, b *Messaged) {
	side := ""
	if !IsControl(e.Seat) {
		side = x.sideOf(e.Seat)
	}
	n := x.messages.add(Message{Messaged: b, From: e.Seat, Side: side, By: e.By, T: e.T, Story: e.Story, Cmd: e.Cmd, to: e.To}, x.gen)
	for i := range x.hands {
		if h := &x.hands[i]; h.has(e.To) {
			h.messages = append(h.messages, int32(n))
		}
	}
	x.keep(b.ID, n)
	readers := b.Roles
	if !slices.Contains(readers, e.Seat) {
		readers = append(slices.Clip(readers), e.Seat)
	}
	for _, r := range readers {
		if i, ok := x.plan.role[r]; ok {
			rmessages := x.roles.edit(int(i), x.gen)
			rmessages.messages = append(rmessages.messages, int32(n))
		}
	}
	if b.ReplyTo != "" {
		if i, ok := x.placeOf(b.ReplyTo); ok && int(i) < x.messages.len() && x.messages.at(int(i)).ID == b.ReplyTo {
			x.messages.edit(int(i), x.gen).Answered = true
			x.unwait("message", b.ReplyTo)
		}
	}
	if b.Asks {
		x.wait(Waiting{Kind: "asks", Class: "message", Ref: b.ID, Since: e.T, Seat: SeatControl, Side: side})
	}
}

func (x *Exercise) applyDisclosed(e *Event, b *Disclosed) {
	n := x.showings.add(Showing{Disclosed: b, T: e.T, to: e.To}, x.gen)
	x.keep(b.ID, n)
	for _, s := range append([]string{b.Side}, b.To...) {
		if i, ok := x.plan.side[s]; ok {
			x.sides[i].showings = append(x.sides[i].showings, int32(n))
		}
	}
	if i, ok := x.placeOf(b.Item); ok && b.What == "evidence" {
		ex := x.exhibits.edit(int(i), x.gen)
		for _, s := range b.To {
			if ex.holding(s) == nil {
				ex.hold(Holding{Side: s, ID: b.Item, From: b.Side, Since: e.T, Obtained: b.How, Shown: true})
			}
		}
		x.touch(factKey{fact: scenarios.FactHas, id: ex.Evidence})
	}
}
