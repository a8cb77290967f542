package engine

import (
	"slices"
)

// InboxItem is a delivery as one addressee has it.
type InboxItem struct {
	*Delivered
	T        Millis
	Story    int64
	Recalled bool
	Status   Status
}

// InboxLen is how many deliveries came to the seat, recalled ones too.
func (v View) InboxLen() int { return len(v.own.inbox) }

// InboxAt is delivery i of the seat, from the oldest.
func (v View) InboxAt(i int) InboxItem {
	d := v.s.deliveries.at(int(v.own.inbox[i]))
	return InboxItem{Delivered: d.Delivered, T: d.T, Story: d.Story, Recalled: d.Recalled, Status: d.statusOf(v.seat)}
}

// Delivery finds a delivery that the seat may see.
func (v View) Delivery(id string) (InboxItem, bool) {
	if v.Control() {
		for i := v.s.deliveries.len() - 1; i >= 0; i-- {
			if d := v.s.deliveries.at(i); d.ID == id && v.seesRoles(d.Roles) {
				return InboxItem{Delivered: d.Delivered, T: d.T, Story: d.Story, Recalled: d.Recalled}, true
			}
		}
		return InboxItem{}, false
	}
	for i := v.InboxLen() - 1; i >= 0; i-- {
		if it := v.InboxAt(i); it.ID == id {
			return it, true
		}
	}
	return InboxItem{}, false
}

// ActionsLen is how many actions the seat may see: its side's, for one who sees
// everything all.
func (v View) ActionsLen() int {
	if v.reach.all {
		return v.s.actions.len()
	}
	return len(v.mine.actions)
}

// ActionAt is action i, from the oldest. A player who is not the legal adviser
// has no finding before it stands.
func (v View) ActionAt(i int) Action {
	if v.reach.all {
		return *v.s.actions.at(i)
	}
	return v.public(*v.s.actions.at(int(v.mine.actions[i])))
}

func (v View) public(a Action) Action {
	if v.Control() {
		return a
	}
	if !v.routing().advises(v.role) {
		if a.Finding != nil && a.Finding.Standing == StandingProvisional {
			a.Finding = nil
		}
		a.FirstFound = nil
	}
	a.Proposed, a.DueOutcome = "", 0 // what the scenario proposes is for control
	return a
}

// Action finds an action that the seat may see.
func (v View) Action(id string) (Action, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.actions.len() {
		return Action{}, false
	}
	a := *v.s.actions.at(i)
	if a.ID != id || !v.Sees(a.Side) {
		return Action{}, false
	}
	return v.public(a), true
}

// MessagesLen is how many messages the seat may see.
func (v View) MessagesLen() int {
	switch {
	case v.hand != nil:
		return len(v.hand.messages)
	case v.Control():
		return v.s.messages.len()
	}
	return len(v.own.messages)
}

// MessageAt is message i, from the oldest.
func (v View) MessageAt(i int) Message {
	switch {
	case v.hand != nil:
		return *v.s.messages.at(int(v.hand.messages[i]))
	case v.Control():
		return *v.s.messages.at(i)
	}
	return *v.s.messages.at(int(v.own.messages[i]))
}

// Message finds a message that the seat may see.
func (v View) Message(id string) (Message, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.messages.len() {
		return Message{}, false
	}
	m := *v.s.messages.at(i)
	if m.ID != id || !v.has(m.to) || !v.Control() && m.From != v.seat && !slices.Contains(m.Roles, v.seat) {
		return Message{}, false
	}
	return m, true
}

// ApprovalsAsked are those asked of the seat; for control all that it may see.
func (v View) ApprovalsAsked() []Approval {
	return v.approvals(v.own.approvals)
}

// MyApprovals are those that the seat asked for.
func (v View) MyApprovals() []Approval {
	if v.Control() {
		return nil
	}
	return v.approvals(v.own.asked)
}

func (v View) approvals(places []int32) []Approval {
	var out []Approval
	if v.Control() {
		for i := range v.s.approvals.len() {
			if p := v.s.approvals.at(i); v.Sees(p.Side) {
				out = append(out, *p)
			}
		}
		return out
	}
	for _, i := range places {
		out = append(out, *v.s.approvals.at(int(i)))
	}
	return out
}

// Approval finds an approval that the seat may see: its own side's.
func (v View) Approval(id string) (Approval, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.approvals.len() {
		return Approval{}, false
	}
	p := *v.s.approvals.at(i)
	if p.ID != id || !v.Sees(p.Side) {
		return Approval{}, false
	}
	return p, true
}

// Replies are the answers to a question that the seat may see: its own
// side's, for control all; the latest last.
func (v View) Replies(question string) []Reply {
	var out []Reply
	if v.Control() {
		for i := range v.s.replies.len() {
			if r := v.s.replies.at(i); r.Question == question && v.has(r.to) {
				out = append(out, *r)
			}
		}
		return out
	}
	for _, i := range v.mine.replies {
		if r := v.s.replies.at(int(i)); r.Question == question {
			out = append(out, *r)
		}
	}
	return out
}

// Rulings are those made known to the seat's side; for control all that it may see.
func (v View) Rulings() []Ruling {
	var out []Ruling
	if v.Control() {
		for i := range v.s.rulings.len() {
			if r := v.s.rulings.at(i); v.has(r.to) {
				out = append(out, *r)
			}
		}
		return out
	}
	for _, i := range v.mine.rulings {
		out = append(out, *v.s.rulings.at(int(i)))
	}
	return out
}

// Showings are items disclosed by or to the seat's side; for control all that it may see.
func (v View) Showings() []Showing {
	var out []Showing
	if v.Control() {
		for i := range v.s.showings.len() {
			if d := v.s.showings.at(i); v.has(d.to) {
				out = append(out, *d)
			}
		}
		return out
	}
	for _, i := range v.mine.showings {
		out = append(out, *v.s.showings.at(int(i)))
	}
	return out
}
