package engine

import (
	"slices"

	"parley/scenarios"
)

// putQuestion puts a question up for discussion, once. Whether each side talks
// it over alone depends on where the exercise is, not on where the planner
// meant it to stand: in plenary nobody is alone.
func (x *Exercise) putQuestion(op PutQuestion) error {
	def, ok := x.plan.discuss[op.Question]
	if !ok {
		return refuse("no-such-question", "question", op.Question)
	}
	if x.putOf(op.Question) != nil {
		return refuse("already-put", "question", op.Question)
	}
	b := &QuestionPut{Asked: asked(&def.Question), Sides: slices.Clone(def.To), Alone: x.segment().Kind == scenarios.SegmentBreakout}
	if len(b.Sides) == 0 {
		b.Sides = slices.Clone(x.aud.sides)
	}
	to := x.aud.all
	if b.Alone {
		to = x.aud.of(x.aud.named(b.Sides...)).across
	}
	x.emit(to, b)
	return nil
}

// segment is the present one.
func (x *Exercise) segment() *scenarios.Segment {
	return &x.sc.Phases[x.clock.Phase].Segments[x.clock.Segment]
}

func (x *Exercise) putOf(question string) *Put {
	for i := range x.puts.len() {
		if p := x.puts.at(i); p.Asked.ID == question {
			return p
		}
	}
	return nil
}

// answerPut answers a question that was put up for discussion. An answer given
// alone is the side's own until it reports it; one given in the room everybody
// has heard.
func (x *Exercise) answerPut(seat string, op AnswerQuestion) error {
	p := x.putOf(op.Question)
	side := x.sideOf(seat)
	if p == nil || !slices.Contains(p.Sides, side) {
		return refuse("no-such-question", "question", op.Question)
	}
	if err := checkAnswer(&p.Asked, &op); err != nil {
		return err
	}
	to, control := x.aud.all, x.aud.controls
	if p.Alone {
		to, control = x.aud.side[side], x.aud.control[side]
	}
	b := &Answered{Question: op.Question, Options: op.Options}
	if p.Asked.Kind == "scale" {
		b.Scale = op.Scale
	}
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	b.ID = x.next(side + "-q")
	x.emit(to, b)
	x.chose(control, b)
	return nil
}

// report tells the plenary what a side answered in its breakout: a copy of the
// answer, which goes with it if it is expunged.
func (x *Exercise) report(seat string, op Report) error {
	i, ok := x.placeOf(op.Answer)
	if !ok || int(i) >= x.replies.len() || x.replies.at(int(i)).ID != op.Answer {
		return refuse("no-such-answer", "answer", op.Answer)
	}
	r := x.replies.at(int(i))
	p := x.putOf(r.Question)
	switch side := x.sideOf(seat); {
	case side != "" && side != r.Side:
		return refuse("no-such-answer", "answer", op.Answer)
	case p == nil || !p.Alone:
		return refuse("heard-already", "answer", op.Answer)
	case x.segment().Kind != scenarios.SegmentPlenary:
		return refuse("not-plenary")
	}
	for k := range x.reportings.len() {
		if x.reportings.at(k).Answer == op.Answer {
			return refuse("reported-already", "answer", op.Answer)
		}
	}
	b := &Reported{Answer: r.ID, Side: r.Side, Question: r.Question, Options: r.Options, Scale: r.Scale}
	if ti, ok := x.placeOf(r.Text); ok && r.Text != "" && !x.texts.at(int(ti)).Expunged {
		t := x.texts.at(int(ti))
		b.Text = x.typed(x.aud.all, r.Side, t.Lang, t.Text, t.ID)
	}
	b.ID = x.next(r.Side + "-r")
	x.emit(x.aud.all, b)
	return nil
}

// passPractice notes, once, that a seat has been through the practice inject.
// Control has to know who has not, so the lead learns it too.
func (x *Exercise) passPractice(seat string) error {
	if x.practised[x.plan.role[seat]] {
		return nil
	}
	x.emit(x.partyOf([]string{seat}).across, &Practised{})
	return nil
}

// applyDiscussion stores an event of a tabletop that is talked; false if it is
// not one.
func (x *Exercise) applyDiscussion(e *Event) bool {
	switch b := e.Body.(type) {
	case *QuestionPut:
		x.puts.add(Put{QuestionPut: b, T: e.T, phase: x.clock.Phase, segment: x.clock.Segment}, x.gen)
	case *Reported:
		x.keep(b.ID, x.reportings.add(Reporting{Reported: b, T: e.T}, x.gen))
	case *Practised:
		if r, ok := x.plan.role[e.Seat]; ok {
			x.practised = slices.Clone(x.practised)
			x.practised[r] = true
		}
	case *PenHanded:
		x.applyPen(e.Seat, b.Person)
	case *Suggested:
		n := x.suggestions.add(Suggestion{Suggested: b, Role: e.Seat, By: e.By, T: e.T}, x.gen)
		x.keep(b.ID, n)
	case *SuggestionDropped:
		if i, ok := x.placeOf(b.Suggestion); ok {
			x.suggestions.edit(int(i), x.gen).Dropped = true
		}
	case *Translated:
		x.applyTranslated(e, b)
	default:
		return false
	}
	return true
}
