package engine

import (
	"fmt"
	"strconv"

	"parley/engine/words"
)

func (t teller) ofDiscussion(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *QuestionPut:
		return map[string]string{
			"n": strconv.Itoa(t.v.QuestionNumber(b.Asked.ID)), "question": t.quote(t.in(b.Asked.Prompt)), "alone": yes(b.Alone), "to": t.sides(b.Sides),
		}
	case *Reported:
		question, answer := t.answerTo(t.put(b.Question), b.Options, b.Scale, b.Text)
		return map[string]string{"side": t.side(b.Side), "question": question, "answer": answer}
	case *Practised:
		return map[string]string{"who": e.Seat}
	case *PenHanded:
		return map[string]string{"who": e.Seat, "person": t.person(e.Seat, b.Person)}
	case *Suggested:
		action := t.typed(b.Text)
		if b.Action != "" {
			action = t.action(t.v.SideOf(e.Seat), b.Action)
		}
		return map[string]string{"who": e.Seat, "person": t.person(e.Seat, e.By), "action": action, "target": t.target(b.Target)}
	case *SuggestionDropped:
		return map[string]string{"who": e.Seat, "suggestion": b.Suggestion}
	case *Translated:
		return map[string]string{"who": t.own(e.Seat), "of": t.typed(b.Of), "text": t.typed(b.Text)}
	}
	return nil
}

// put is a question put up for discussion, nil for one that the seat may not
// have.
func (t teller) put(question string) *Asked {
	for i := range t.v.s.puts.len() {
		if p := t.v.s.puts.at(i); p.Asked.ID == question {
			return &p.Asked
		}
	}
	return nil
}

// person is the name of somebody who sits, or sat, at a seat.
func (t teller) person(seat, person string) string {
	if person == "bot" {
		return t.say("tell.bot", nil)
	}
	for _, s := range t.v.Sitting(seat) {
		if s.Person == person {
			return or(s.Name, person)
		}
	}
	if t.v.Sees(t.v.SideOf(seat)) {
		return or(t.v.s.named[seat+" "+person], person) // they have left
	}
	return person
}

// TellStep says what comes next in one line ("Next: breakout, 20 min, question
// 2"); now is the exercise time.
func (v View) TellStep(s Step, lang string, now Millis) string {
	t := teller{v, lang}
	args := map[string]string{
		"inject": "", "subject": "", "to": "", "n": "", "question": "", "side": t.side(s.Side), "phase": "", "segment": "", "length": "", "in": "", "missing": t.sides(s.Missing),
	}
	if s.Inject != "" {
		if it, ok := v.Item(s.Inject); ok {
			args["inject"], args["to"] = s.Inject, t.roles(it.Roles)
			args["subject"] = v.ItemText(&it, "subject", lang)
		}
	}
	if d := v.Discussion(s.Question); d != nil {
		args["last"] = ""
		if n := len(s.Questions); n > 1 {
			args["last"] = strconv.Itoa(v.QuestionNumber(s.Questions[n-1]))
		}
		args["n"], args["question"] = strconv.Itoa(v.QuestionNumber(s.Question)), t.quote(firstLine(t.in(d.Prompt)))
	}
	if s.Segment != nil {
		args["segment"] = or(t.in(s.Segment.Title), t.say("segment."+s.Segment.Kind, nil))
		args["length"] = t.say("tell.minutes", map[string]string{"n": strconv.FormatInt((s.Segment.Length+59_999)/60_000, 10)})
	}
	if s.Kind == StepPhase || s.Kind == StepStart {
		args["phase"] = t.in(s.Phase.Title)
	}
	if s.At > now {
		left := (s.At - now + 999) / 1000
		args["in"] = fmt.Sprintf("%d:%02d", left/60, left%60)
	}
	return words.HarmlessLine(t.say("step."+s.Kind, args))
}
