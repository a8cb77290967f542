package engine

// ofCalls: hotlines.
func (t teller) ofCalls(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *HotlineOpened:
		return map[string]string{
			"who": e.Seat, "id": b.ID, "hotline": t.hotline(b.Hotline), "to": t.side(b.ToSide), "topic": t.topic(b.Hotline, b.Topic),
			"urgent": b.Urgent, "lower": b.Lower, "request": t.requested(b.Request), "text": t.typed(b.Text),
		}
	case *HotlineFound:
		return map[string]string{"call": t.call(b.Call), "side": t.side(b.Side), "causes": t.codes("misuse.", b.Causes)}
	case *HotlineStepped:
		args := map[string]string{
			"who": e.Seat, "call": b.Call, "step": b.Step, "text": t.typed(b.Text), "tick": t.procedure(b.Call, b.Tick), "to": b.To,
			"next": t.story(b.Next, b.Side),
		}
		if b.Step == CallSay && b.Reads != "" {
			args["step"] = "read-back"
		}
		return args
	case *HotlineNeeded:
		return map[string]string{"hotline": t.hotline(b.Hotline)}
	}
	return nil
}

// requested is request for one that is named.
func (t teller) requested(id string) string {
	if id == "" {
		return ""
	}
	return t.request(id)
}

func (t teller) hotline(id string) string {
	if h := t.v.Hotline(id); h != nil {
		return or(t.in(h.Title), id)
	}
	return id
}

// topic is what a call is about; nothing that the hotline is for is something
// else.
func (t teller) topic(hotline, id string) string {
	if id == "" {
		return t.say("call.no-topic", nil)
	}
	if h := t.v.Hotline(hotline); h != nil {
		for i := range h.Topics {
			if h.Topics[i].ID == id {
				return t.quote(or(t.in(h.Topics[i].Title), id))
			}
		}
	}
	return id
}

// call names a call by its id and its hotline.
func (t teller) call(id string) string {
	c, ok := t.v.Call(id)
	if !ok {
		return id
	}
	return t.say("tell.act", map[string]string{"id": id, "action": t.hotline(c.Hotline)})
}

// procedure names a step of the procedure of a call's hotline.
func (t teller) procedure(call, id string) string {
	if c, ok := t.v.Call(call); ok {
		if h := t.v.Hotline(c.Hotline); h != nil {
			for i := range h.Procedure {
				if h.Procedure[i].ID == id {
					return t.quote(or(t.in(h.Procedure[i].Title), id))
				}
			}
		}
	}
	return id
}

// ofCases: cases with their joint status reports.
func (t teller) ofCases(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *CaseOpened:
		return map[string]string{"who": or(t.own(e.Seat), t.side(b.Side)), "id": b.ID, "case": t.typed(b.Title)}
	case *Filed:
		return map[string]string{"who": e.Seat, "item": t.item(b.Item), "case": t.caseFile(b.Case), "yes": yes(!b.Not)}
	case *AccountWritten:
		return map[string]string{"who": e.Seat, "case": t.caseFile(b.Case), "text": t.typed(b.Text)}
	case *LineWritten:
		return map[string]string{"who": or(t.own(e.Seat), t.side(b.Side)), "id": b.ID, "case": t.caseFile(b.Case), "text": t.typed(b.Text)}
	case *LineMarked:
		args := map[string]string{"who": or(t.own(e.Seat), t.side(b.Side)), "line": b.Line, "yes": yes(b.Agrees), "text": t.typed(b.Text)}
		if l, ok := t.v.Line(b.Line); ok {
			args["line"] = t.say("tell.act", map[string]string{"id": b.Line, "action": t.typed(l.Text)})
		}
		return args
	}
	return nil
}

func (t teller) caseFile(id string) string { return t.quote(or(t.v.CaseTitle(id, t.lang), id)) }
