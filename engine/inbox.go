package engine

import (
	"slices"
	"strings"
)

// inInbox gives a delivery that a seat has in its inbox.
func (x *Exercise) inInbox(seat, id string) (*Delivery, error) {
	if i, ok := x.placeOf(id); ok && int(i) < x.deliveries.len() {
		if d := x.deliveries.at(int(i)); d.ID == id && slices.Contains(d.Roles, seat) {
			return d, nil
		}
	}
	return nil, refuse("no-such-delivery", "delivery", id)
}

func (d *Delivery) statusOf(seat string) Status {
	if i := slices.Index(d.Roles, seat); i >= 0 && i < len(d.Status) {
		return d.Status[i]
	}
	return Unopened
}

// advanceStatus emits b if the addressee has not come that far; saying it
// twice is nothing.
func (x *Exercise) advanceStatus(seat, id string, s Status, b Body) error {
	d, err := x.inInbox(seat, id)
	if err != nil {
		return err
	}
	if d.Recalled {
		return refuse("recalled", "delivery", id)
	}
	if d.statusOf(seat) < s {
		x.emit(x.aud.side[x.sideOf(seat)], b)
	}
	return nil
}

func (x *Exercise) open(seat string, op Open) error {
	return x.advanceStatus(seat, op.Delivery, StatusOpened, &Opened{Delivery: op.Delivery})
}

func (x *Exercise) acknowledge(seat string, op Acknowledge) error {
	return x.advanceStatus(seat, op.Delivery, StatusAcknowledged, &Acknowledged{Delivery: op.Delivery})
}

func (x *Exercise) closeDelivery(seat string, op Close) error {
	return x.advanceStatus(seat, op.Delivery, StatusClosed, &Closed{Delivery: op.Delivery})
}

func (x *Exercise) answer(seat string, op AnswerQuestion) error {
	if op.Delivery == "" {
		return x.answerPut(seat, op)
	}
	d, err := x.inInbox(seat, op.Delivery)
	if err != nil {
		return err
	}
	if d.Recalled {
		return refuse("recalled", "delivery", op.Delivery)
	}
	k := slices.IndexFunc(d.Questions, func(q Asked) bool { return q.ID == op.Question })
	if k < 0 {
		return refuse("no-such-question", "question", op.Question)
	}
	if err := checkAnswer(&d.Questions[k], &op); err != nil {
		return err
	}
	side := x.sideOf(seat)
	to := x.aud.side[side]
	b := &Answered{Delivery: op.Delivery, Question: op.Question, Options: op.Options}
	if d.Questions[k].Kind == "scale" {
		b.Scale = op.Scale
	}
	b.Text = x.typed(to, side, op.Lang, op.Text, "")
	b.ID = x.next(side + "-q")
	x.emit(to, b)
	x.chose(x.aud.control[side], b)
	return nil
}

// chose sets the milestones of the options that an answer chose.
func (x *Exercise) chose(to Audience, b *Answered) {
	for _, o := range x.plan.question[b.Question].Options {
		if slices.Contains(b.Options, o.ID) {
			x.setMilestones(to, o.Sets, o.Clears, x.now.Said, b.ID)
		}
	}
}

func checkAnswer(q *Asked, op *AnswerQuestion) error {
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	switch q.Kind {
	case "one":
		if len(op.Options) != 1 {
			return refuse("choose-one", "question", q.ID)
		}
	case "several":
		if len(op.Options) == 0 {
			return refuse("choose-some", "question", q.ID)
		}
	case "scale":
		if op.Scale < q.Min || op.Scale > q.Max {
			return refuse("off-the-scale", "question", q.ID)
		}
	default:
		if strings.TrimSpace(op.Text) == "" {
			return refuse("nothing-said")
		}
	}
	seen := map[string]bool{}
	for _, o := range op.Options {
		known := slices.ContainsFunc(q.Options, func(a AskedOption) bool { return a.ID == o })
		if !known || seen[o] {
			return refuse("no-such-option", "option", o)
		}
		seen[o] = true
	}
	return nil
}
