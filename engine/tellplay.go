package engine

import (
	"slices"
	"strconv"
)

func (t teller) ofPlay(e *Event) map[string]string {
	side := t.v.SideOf(e.Seat)
	switch b := e.Body.(type) {
	case *Answered:
		question, answer := t.answer(b)
		return map[string]string{"who": e.Seat, "question": question, "answer": answer}
	case *Acted:
		action := t.typed(b.Text)
		if b.Action != "" {
			action = t.action(side, b.Action)
		}
		return map[string]string{
			"who": e.Seat, "action": action, "target": t.target(b.Target), "authorities": t.authorities(side, b.Cites),
		}
	case *OutcomeDue:
		return map[string]string{"act": t.act(b.Act), "due": FormatT(b.Due)}
	case *Withdrawn:
		return map[string]string{"who": e.Seat, "act": t.act(b.Act), "text": t.typed(b.Text)}
	case *ApprovalAsked:
		return map[string]string{
			"who": e.Seat, "approvers": t.list(b.Approvers), "action": t.action(side, b.Action),
			"target": t.target(b.Target), "authority": t.authority(side, b.Authority), "text": t.typed(b.Text),
		}
	case *ApprovalDecided:
		return map[string]string{
			"who": e.Seat, "approval": t.approval(b.Approval), "yes": yes(b.Approved),
			"until": t.story(b.Until, t.approvalSide(b.Approval)), "text": t.typed(b.Text),
		}
	case *Lapsed:
		if b.What == "approval" {
			return map[string]string{"what": b.What, "item": t.approval(b.ID)}
		}
		return map[string]string{"what": b.What, "item": t.act(b.ID)}
	}
	return nil
}

// answer gives a question as asked and what was answered: the chosen options
// in their words, the number, the text.
func (t teller) answer(b *Answered) (question, answer string) {
	if b.Delivery == "" {
		return t.answerTo(t.put(b.Question), b.Options, b.Scale, b.Text)
	}
	if d, ok := t.v.Delivery(b.Delivery); ok {
		for i := range d.Questions {
			if q := &d.Questions[i]; q.ID == b.Question {
				return t.answerTo(q, b.Options, b.Scale, b.Text)
			}
		}
	}
	return t.answerTo(nil, nil, 0, b.Text)
}

// answerTo puts an answer to a question into words.
func (t teller) answerTo(q *Asked, options []string, scale int64, text string) (question, answer string) {
	var parts []string
	if q != nil {
		question = t.quote(t.in(q.Prompt))
		for _, o := range q.Options {
			if slices.Contains(options, o.ID) {
				parts = append(parts, or(t.in(o.Text), o.ID))
			}
		}
		if q.Kind == "scale" {
			parts = append(parts, strconv.FormatInt(scale, 10))
		}
	}
	if text != "" {
		parts = append(parts, t.typed(text))
	}
	return question, t.join("tell.listed", parts)
}

func (t teller) ofTalk(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *Messaged:
		args := map[string]string{"who": e.Seat, "to": t.list(b.To), "text": t.typed(b.Text)}
		if b.Persona != "" {
			args["who"] = or(t.in(b.As), b.Persona)
		}
		if !t.v.Control() && e.Seat != t.v.Seat() {
			args["to"] = "" // who else has it is the sender's
		}
		return args
	case *Disclosed:
		return map[string]string{
			"who": or(t.own(e.Seat), t.side(b.Side)), "to": t.sides(b.To), "what": b.What, "title": t.disclosed(b),
			"text": t.typed(b.Text), "obtained": b.How,
		}
	case *Ruled:
		return map[string]string{"item": t.item(b.On), "to": t.sides(b.To), "text": t.typed(b.Text), "reason": t.typed(b.Reason)}
	case *Noted:
		return map[string]string{"who": e.Seat, "item": t.item(b.On), "text": t.typed(b.Text)}
	case *Rated:
		return map[string]string{"who": e.Seat, "what": t.quote(t.objective(b.On)), "yes": yes(b.Rating != ""), "rating": b.Rating, "text": t.typed(b.Text)}
	case *Expunged:
		args := map[string]string{"who": e.Seat, "reason": ""}
		if t.v.Control() { // the reason is control's
			args["reason"] = t.typed(b.Reason)
		}
		return args
	case *Joined:
		person := or(b.Name, b.Person)
		if b.Bot {
			person = t.say("tell.bot", nil)
		}
		return map[string]string{"who": e.Seat, "person": person}
	case *Left:
		return map[string]string{"who": e.Seat, "person": t.person(e.Seat, b.Person)}
	}
	return nil
}

// own is a seat that the view's reader may be told of: control's and the
// reader's own side's, for control any.
func (t teller) own(seat string) string {
	if t.v.Control() || IsControl(seat) || t.v.SideOf(seat) == t.v.Side().ID {
		return seat
	}
	return ""
}

// disclosed names what was disclosed.
func (t teller) disclosed(b *Disclosed) string {
	if b.What == "delivery" {
		subject, _, _ := t.v.Piece(&b.Subject, t.lang)
		return t.quote(subject)
	}
	return t.quote(or(t.in(b.Name), b.Title))
}

func (t teller) ofJudgement(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *Found:
		return map[string]string{
			"act": b.Act, "finding": t.finding(b), "standing": b.Standing, "text": t.typed(b.Text),
		}
	case *AuthorityStated:
		return map[string]string{
			"who": e.Seat, "act": t.act(b.Act), "authority": or(t.typed(b.Title), b.ID), "basis": t.typed(b.Basis),
		}
	case *Counted:
		side := ""
		if a, ok := t.v.Action(b.Act); ok {
			side = a.Side
		}
		return map[string]string{"who": e.Seat, "act": b.Act, "action": t.quote(t.action(side, b.As))}
	case *OutcomeProposed:
		return map[string]string{"act": t.act(b.Act), "result": b.Result}
	case *OutcomeDecided:
		side := ""
		if a, ok := t.v.Action(b.Act); ok {
			side = a.Side
		}
		return map[string]string{"act": t.act(b.Act), "result": b.Result, "until": t.story(b.Until, side), "text": t.typed(b.Text)}
	case *EvidenceGained:
		return map[string]string{"side": t.side(b.Side), "evidence": t.evidence(b.Evidence), "act": b.Act}
	}
	return nil
}
