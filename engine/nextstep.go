package engine

import (
	"slices"

	"parley/scenarios"
)

// Kinds of steps.
const (
	StepStart   = "start"
	StepResume  = "resume"
	StepSay     = "say"     // a cued inject
	StepDeliver = "deliver" // an inject that waits for a hand, or will fall due at At
	StepDecide  = "decide"  // a proposed inject
	StepPut     = "put"     // a question
	StepReport  = "report"  // a side's answer, to the plenary
	StepSegment = "segment"
	StepPhase   = "phase"
	StepEnd     = "end"
	StepWait    = "wait" // for an inject that falls due by itself
)

// Step is what a facilitator does next, so that nobody has to look for it.
type Step struct {
	Kind string
	// Op does it; nil where there is only to wait.
	Op       Op
	Inject   string
	Question string // that is put or reported, or is the first of the segment that comes
	Side     string // that reports
	// Questions are all that can be put at once: in a breakout those of the
	// segment that are left, since nobody hears another's.
	Questions []string
	Phase     *scenarios.Phase
	Segment   *scenarios.Segment // that comes
	// At is when it comes by itself, or is planned; 0: now.
	At Millis
	// Missing are the sides that have not answered what was put in this
	// segment.
	Missing []string
}

// NextStep is the step that comes next, false after ENDEX and for players. In
// a tabletop that is talked (style discussion) it leads through the segments:
// what waits to be said or delivered, then the injects and questions of the
// segment in their order, then what comes after it. In operations the clock
// leads, and it says what the clock waits for.
func (v View) NextStep() (Step, bool) {
	if !v.Control() {
		return Step{}, false
	}
	c := &v.s.clock
	if v.ControlOf() != "" { // the steps are the lead's; what a side answered alone is its own to report
		if c.Life != Running {
			return Step{}, false
		}
		return v.reportStep()
	}
	switch c.Life {
	case Planned:
		return v.withSegment(Step{Kind: StepStart, Op: Start{}}, 0, 0), true
	case Over:
		return Step{}, false
	case PausedLife, FrozenLife:
		return Step{Kind: StepResume, Op: Resume{}}, true
	}
	if s, ok := v.waitingStep(); ok {
		return s, true
	}
	over := v.afterSegment()
	if v.s.sc.Style != "discussion" {
		if i, ok := v.nextDue(); ok && v.s.msel.at(i).Due < over.At {
			m := v.s.msel.at(i)
			return Step{Kind: StepWait, Inject: m.ID, At: m.Due}, true
		}
		return over, true
	}
	for _, next := range [...]func() (Step, bool){v.reportStep, v.byHandStep, v.questionStep, v.comingStep} {
		if s, ok := next(); ok {
			return s, true
		}
	}
	over.Missing = v.unanswered()
	return over, true
}

// waitingStep is the oldest inject that waits for a hand.
func (v View) waitingStep() (Step, bool) {
	kinds := map[string]string{"cued": StepSay, "due": StepDeliver, "proposed": StepDecide}
	for _, w := range v.s.waiting {
		kind, ok := kinds[w.Kind]
		if !ok {
			continue
		}
		if kind == StepDeliver && saidAloud(v.s.msel.at(int(w.place))) {
			kind = StepSay
		}
		if kind == StepDecide {
			return Step{Kind: kind, Op: Accept{Inject: w.Ref}, Inject: w.Ref}, true
		}
		return Step{Kind: kind, Op: Deliver{Inject: w.Ref}, Inject: w.Ref}, true
	}
	return Step{}, false
}

// reportStep is an answer of a breakout that the plenary has not heard.
func (v View) reportStep() (Step, bool) {
	if v.present().Kind != scenarios.SegmentPlenary {
		return Step{}, false
	}
	for i := range v.s.puts.len() {
		p := v.s.puts.at(i)
		for _, side := range p.Sides {
			if r, ok := v.unreported(p, side); ok {
				return Step{Kind: StepReport, Op: Report{Answer: r.ID}, Question: p.Asked.ID, Side: side}, true
			}
		}
	}
	return Step{}, false
}

// unreported is a side's last answer to a question that it answered alone, if
// no answer of its to it was reported.
func (v View) unreported(p *Put, side string) (Reply, bool) {
	if !p.Alone || !v.Sees(side) {
		return Reply{}, false
	}
	for i := range v.s.reportings.len() {
		if r := v.s.reportings.at(i); r.Question == p.Asked.ID && r.Side == side {
			return Reply{}, false
		}
	}
	return v.lastReply(p.Asked.ID, side)
}

func (v View) lastReply(question, side string) (Reply, bool) {
	for i := v.s.replies.len() - 1; i >= 0; i-- {
		if r := v.s.replies.at(i); r.Question == question && r.Side == side {
			return *r, true
		}
	}
	return Reply{}, false
}

// byHandStep is the next inject of the present segment that is delivered by
// hand.
func (v View) byHandStep() (Step, bool) {
	return v.injectStep(func(m *MSELItem) bool { return !m.HasDue && m.Def.After == "" })
}

// comingStep is the next inject of the present segment that will fall due.
func (v View) comingStep() (Step, bool) {
	return v.injectStep(func(m *MSELItem) bool { return m.HasDue && m.Due <= v.s.clock.SegmentEnd })
}

func (v View) injectStep(is func(m *MSELItem) bool) (Step, bool) {
	best := -1
	for i := range v.s.msel.len() {
		m := v.s.msel.at(i)
		if m.State == InjectPlanned && m.Def.When == nil && v.inSegment(m) && is(m) && (best < 0 || m.Due < v.s.msel.at(best).Due) {
			best = i
		}
	}
	if best < 0 {
		return Step{}, false
	}
	m := v.s.msel.at(best)
	if saidAloud(m) {
		return Step{Kind: StepSay, Op: Deliver{Inject: m.ID}, Inject: m.ID, At: m.Due}, true
	}
	return Step{Kind: StepDeliver, Op: Deliver{Inject: m.ID}, Inject: m.ID, At: m.Due}, true
}

// inSegment reports whether an inject belongs to the present segment, or to
// its phase and to no segment.
func (v View) inSegment(m *MSELItem) bool {
	if m.Def.Segment != "" {
		return m.Def.Segment == v.present().ID
	}
	return m.HasDue || m.Def.Phase == v.s.sc.Phases[v.s.clock.Phase].ID
}

// questionStep is the next question of the present segment that was not put; in
// a breakout all of them.
func (v View) questionStep() (Step, bool) {
	var left []string
	for i := range v.present().Questions {
		if q := v.present().Questions[i].ID; !v.wasPut(q) {
			left = append(left, q)
		}
	}
	if left == nil {
		return Step{}, false
	}
	if v.present().Kind != scenarios.SegmentBreakout {
		left = left[:1]
	}
	return Step{Kind: StepPut, Op: PutQuestion{Question: left[0]}, Question: left[0], Questions: left}, true
}

func (v View) wasPut(question string) bool {
	for i := range v.s.puts.len() {
		if v.s.puts.at(i).Asked.ID == question {
			return true
		}
	}
	return false
}

// unanswered are the sides that have not answered a question of this segment.
func (v View) unanswered() []string {
	var out []string
	for i := range v.s.puts.len() {
		p := v.s.puts.at(i)
		if p.T < v.s.clock.SegmentStart || !p.Alone {
			continue
		}
		for _, side := range p.Sides {
			if _, ok := v.lastReply(p.Asked.ID, side); !ok && v.Sees(side) && !slices.Contains(out, side) {
				out = append(out, side)
			}
		}
	}
	return out
}

// afterSegment is what comes when the present segment is over.
func (v View) afterSegment() Step {
	c := &v.s.clock
	switch {
	case c.Segment+1 < len(v.s.sc.Phases[c.Phase].Segments):
		return v.withSegment(Step{Kind: StepSegment, Op: NextSegment{}, At: c.SegmentEnd}, c.Phase, c.Segment+1)
	case c.Phase+1 < len(v.s.sc.Phases):
		return v.withSegment(Step{Kind: StepPhase, Op: NextPhase{}, At: c.SegmentEnd}, c.Phase+1, 0)
	}
	return Step{Kind: StepEnd, Op: End{}, At: c.SegmentEnd}
}

// withSegment says which segment a step leads into, and its first question.
func (v View) withSegment(s Step, phase, segment int) Step {
	s.Phase = &v.s.sc.Phases[phase]
	s.Segment = &s.Phase.Segments[segment]
	if len(s.Segment.Questions) > 0 {
		s.Question = s.Segment.Questions[0].ID
	}
	return s
}

// present is the present segment.
func (v View) present() *scenarios.Segment {
	return &v.s.sc.Phases[v.s.clock.Phase].Segments[v.s.clock.Segment]
}

// nextDue is the inject that falls due next.
func (v View) nextDue() (int, bool) {
	best, ok := 0, false
	for i := range v.s.msel.len() {
		m := v.s.msel.at(i)
		if m.State == InjectPlanned && m.HasDue && (!ok || m.Due < v.s.msel.at(best).Due) {
			best, ok = i, true
		}
	}
	return best, ok
}
