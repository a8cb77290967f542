package engine

import (
	"parley/scenarios"
)

// ofBetween: requests and deadlines.
func (t teller) ofBetween(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *RequestDrafted:
		return map[string]string{"who": t.own(e.Seat), "kind": t.requestKind(b.Request), "to": b.To}
	case *RequestSent:
		return map[string]string{
			"who": t.own(e.Seat), "id": b.ID, "kind": t.requestKind(b.Request), "to": b.To, "urgency": t.urgency(b.Request, b.Urgency),
			"basis": t.list(b.Basis), "off": t.codes("off-channel.", b.OffChannel),
		}
	case *RequestChecked:
		kind := t.kindOf(b.Request)
		return map[string]string{"request": t.request(b.Request), "missing": t.fields(kind, b.Missing), "failing": t.fields(kind, b.Failing)}
	case *RequestStepped:
		return t.step(e, b)
	case *RequestForwarded:
		return map[string]string{"who": t.own(e.Seat), "request": t.request(b.Request), "to": b.To, "text": t.typed(b.Text)}
	case *RequestTicked:
		return map[string]string{
			"who": t.own(e.Seat), "request": t.request(b.Request), "fields": t.fields(t.kindOf(b.Request), b.Fields), "faults": t.codes("fault.", b.Faults),
		}
	case *DeadlineStarted:
		return map[string]string{"side": t.side(b.Side), "what": t.deadlineName(b), "due": t.ownTime(b.Due, b.Exercise, b.Side)}
	case *DeadlineSet:
		args := map[string]string{"status": b.Status, "what": b.ID, "due": "", "why": b.Why}
		if d, ok := t.v.Deadline(b.ID); ok {
			args["what"] = t.deadlineName(d.DeadlineStarted)
			if b.Due != 0 {
				args["due"] = t.ownTime(b.Due, d.Exercise, d.Side)
			}
		}
		return args
	case *ScoresReleased:
		return map[string]string{"side": t.side(b.Side)}
	}
	return nil
}

func (t teller) step(e *Event, b *RequestStepped) map[string]string {
	kind := t.kindOf(b.Request)
	args := map[string]string{
		"who": t.own(e.Seat), "step": b.Step, "request": t.request(b.Request), "ground": t.ground(kind, b.Ground), "text": t.typed(b.Text),
		"review": t.story(b.Review, b.Side), "evidence": t.list(b.Evidence), "fields": t.fields(kind, b.Asked),
	}
	switch b.Step {
	case scenarios.StepSupplement:
		args["fields"] = t.fields(kind, sortedKeys(b.Fields))
	case scenarios.StepAcceptPart, scenarios.StepExecutePart:
		args["fields"] = t.fields(kind, b.Items)
	}
	return args
}

func (t teller) codes(space string, codes []string) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = t.say(space+c, nil)
	}
	return t.list(out)
}

func (t teller) requestKind(id string) string {
	if k := t.v.RequestKind(id); k != nil {
		return or(t.in(k.Title), id)
	}
	return id
}

func (t teller) urgency(kind, id string) string {
	if k := t.v.RequestKind(kind); k != nil {
		if times := k.TimesOf(id); times != nil {
			return or(t.in(times.Title), id)
		}
	}
	return id
}

// request names a request by its id and what it is.
func (t teller) request(id string) string {
	r, ok := t.v.Request(id)
	if !ok {
		return id
	}
	return t.say("tell.act", map[string]string{"id": id, "action": t.requestKind(r.Request)})
}

func (t teller) kindOf(request string) *scenarios.RequestKind {
	if r, ok := t.v.Request(request); ok {
		return t.v.RequestKind(r.Request)
	}
	return nil
}

func (t teller) fields(kind *scenarios.RequestKind, ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if kind != nil {
			if f := kind.Field(id); f != nil {
				out[i] = or(t.in(f.Title), id)
			}
		}
	}
	return t.list(out)
}

func (t teller) ground(kind *scenarios.RequestKind, id string) string {
	if kind != nil {
		if g := kind.Ground(id); g != nil {
			return or(t.in(g.Title), id)
		}
	}
	return id
}

// deadlineName says what a deadline is for.
func (t teller) deadlineName(b *DeadlineStarted) string {
	if def := t.v.DeadlineDef(&Deadline{DeadlineStarted: b}); def != nil {
		return or(t.in(def.Title), b.Deadline)
	}
	if b.Call != "" {
		return t.say("tell.inject", map[string]string{"id": b.Call, "title": t.say("call.to-answer", nil)})
	}
	if b.Step == "" {
		return b.ID
	}
	return t.say("tell.inject", map[string]string{"id": b.Request, "title": t.say("time."+b.Step, nil)})
}

// ownTime writes a moment of a deadline's own time.
func (t teller) ownTime(at int64, exercise bool, side string) string {
	if exercise {
		return FormatT(at)
	}
	return t.story(at, side)
}

// TellDeadline names a deadline: the request and step that it is for, or what
// the scenario calls it.
func (v View) TellDeadline(d *Deadline, lang string) string {
	return teller{v, lang}.deadlineName(d.DeadlineStarted)
}

// TellOwnTime writes a moment of a deadline's own time, story time in the
// reader's zone.
func (v View) TellOwnTime(d *Deadline, at int64, lang string) string {
	return teller{v, lang}.ownTime(at, d.Exercise, d.Side)
}
