package book

import (
	"html/template"

	"parley/engine/words"
	"parley/scenarios"
)

// bookInject is an inject with all that control has of it.
type bookInject struct {
	Anchor, Number, ID string
	Category           string // "" for an ordinary inject
	Phase              string
	Group              string // where a new part of the list begins: its heading
	Subject            string // its own, which its texts may replace
	At                 string // planned exercise time, "" if nobody knows it beforehand
	OnClock, ByHand    bool
	Trigger            string
	Written            string // its condition as the planner wrote it
	Spoken             bool
	Channel, From      string
	To                 []string
	ToShort            string // as the planner wrote it
	Marking            string
	Note               template.HTML
	Texts              []bookText
	Questions          []bookQuestion
	Expects            []expected
	Changes            []string // milestones that its delivery sets and clears
	Hangs              []string // what hangs on it
}

// bookText is one of the texts that an inject can have.
type bookText struct {
	Code    string
	When    string // in words; "" for the inject's own
	Written string
	message
}

// expected is an expected action.
type expected struct {
	Action, ID string
	By         []string
	Target     string
	Within     string
	Deadline   string // planned exercise time, "" if nobody knows it beforehand
	Objective  string
	Note       string
}

func (p *printer) bookInject(w *web, in *scenarios.Inject) bookInject {
	out := bookInject{
		Anchor: "i-" + number(in.Number), Number: number(in.Number), ID: in.ID, Phase: p.thing(in.Phase),
		Trigger: p.trigger(in), Written: words.HarmlessLine(in.WhenText), Spoken: spoken(in), Channel: p.say("channel." + in.Channel),
		From: p.from(in), To: p.roleNames(in.Roles), ToShort: p.list(in.To), Marking: p.marking(in.Marking), Note: p.block(in.Note),
		Changes: p.changes(in.Sets, in.Clears), Hangs: w.on(in),
	}
	switch in.Category {
	case scenarios.CategoryContingency:
		out.Category = p.t("contingency")
	case scenarios.CategoryOther:
		out.Category = p.t("other")
	}
	out.Subject, out.OnClock = p.line(in.Content.Subject), in.HasAt
	out.ByHand = !in.HasAt && in.After == "" && in.When == nil
	pl := p.places[in.ID]
	if pl.timed {
		out.At = clock(pl.at)
	}
	for _, v := range variants(in) {
		t := bookText{Code: v.Code, Written: words.HarmlessLine(v.Written), message: p.message(in, &v.Content)}
		t.When = p.inWords(v.When)
		out.Texts = append(out.Texts, t)
	}
	for i := range in.Questions {
		out.Questions = append(out.Questions, p.bookQuestion(&in.Questions[i]))
	}
	for i := range in.Expects {
		out.Expects = append(out.Expects, p.expected(&in.Expects[i], pl))
	}
	return out
}

func (p *printer) inWords(c *scenarios.Cond) string { return (&conditions{printer: p}).words(c) }

// trigger says what makes an inject come.
func (p *printer) trigger(in *scenarios.Inject) string {
	switch {
	case in.When != nil:
		return p.triggerIf(in)
	case in.After != "" && in.Delay == 0:
		return p.t("right after {inject}", "inject", p.injectRef(in.After))
	case in.After != "":
		return p.t("{span} after {inject}", "span", p.span(in.Delay), "inject", p.injectRef(in.After))
	case in.HasAt:
		return p.t("{span} after the start of “{segment}”", "span", p.span(in.At), "segment", p.segmentName(in))
	default:
		return p.t("by hand")
	}
}

// triggerIf says what makes an inject with a condition come.
func (p *printer) triggerIf(in *scenarios.Inject) string {
	condition := p.inWords(in.When)
	switch byItself := in.Auto || in.Category != scenarios.CategoryContingency; {
	case byItself && in.Repeat:
		return p.t("comes by itself, each time that {condition}", "condition", condition)
	case byItself:
		return p.t("comes by itself if {condition}", "condition", condition)
	case in.Repeat:
		return p.t("proposed each time that {condition}", "condition", condition)
	default:
		return p.t("proposed if {condition}", "condition", condition)
	}
}

// group is the part of the list of injects that one belongs to.
func (p *printer) group(in *scenarios.Inject) string {
	switch {
	case in.HasAt && p.segmentName(in) != p.thing(in.Phase):
		return p.thing(in.Phase) + " · " + p.segmentName(in)
	case in.Phase != "":
		return p.thing(in.Phase)
	default:
		return p.t("At any time")
	}
}

// segmentName is the name of the segment that an inject counts from.
func (p *printer) segmentName(in *scenarios.Inject) string {
	for i := range p.sc.Phases {
		f := &p.sc.Phases[i]
		if s := find(f.Segments, func(s *scenarios.Segment) bool { return s.ID == in.Segment }); s != nil {
			if title := p.line(s.Title); title != "" {
				return title
			}
			return p.line(f.Title)
		}
	}
	return in.Segment
}

func (p *printer) expected(e *scenarios.Expect, pl place) expected {
	out := expected{Action: p.actionName("", e.Action), ID: e.Action, By: p.roleNames(e.By), Within: p.span(e.Within), Note: p.line(e.Note)}
	if len(e.By) > 0 {
		out.Action = p.actionName(p.role(e.By[0]).Side, e.Action)
	}
	if e.Target != "" {
		out.Target = p.thing(e.Target)
	}
	if pl.timed {
		out.Deadline = clock(pl.at + e.Within)
	}
	for i := range p.sc.Objectives {
		o := &p.sc.Objectives[i]
		if o.ID == e.Objective {
			out.Objective = p.line(o.Title)
		}
		if t := find(o.Tasks, func(t *scenarios.Task) bool { return t.ID == e.Objective }); t != nil {
			out.Objective = p.line(t.Title)
		}
	}
	return out
}
