package engine

import (
	"slices"

	"parley/scenarios"
)

// Why a deadline came to where it stands.
const (
	WhySupplement = "supplement" // a justified supplement was asked for, or given
	WhyPostponed  = "postponed"  // with reasons, until a review date
	WhyAnswered   = "answered"   // nothing is left to do under it
)

// ownTime is now in a deadline's own time; what was said earlier counts then.
func (x *Exercise) ownTime(exercise bool) int64 {
	switch {
	case exercise:
		return x.now.Said
	case x.now.Said < x.now.T:
		return x.clock.StoryAt(x.now.Said)
	}
	return x.now.Story
}

// startResponses lets the response times of a request run, from when it was
// sent.
func (x *Exercise) startResponses(id string, kind *scenarios.RequestKind) {
	r, err := x.requestOf("", id)
	if err != nil {
		return
	}
	times := kind.TimesOf(r.Urgency)
	for _, step := range scenarios.TimeSteps() {
		if within := times.Steps[step]; within > 0 && step != scenarios.TimeUpdate {
			x.startResponse(r, kind, step, within)
		}
	}
}

func (x *Exercise) startResponse(r *Request, kind *scenarios.RequestKind, step string, within Millis) {
	from := x.ownTime(kind.ExerciseTime)
	x.emit(r.to, &DeadlineStarted{
		ID: x.next(r.ID + "-clock"), Request: r.ID, Step: step, Side: r.ToSide, From: from, Due: from + within, Exercise: kind.ExerciseTime,
	})
}

// clockOf is the last deadline of a request for a step that is not over, nil if
// there is none.
func (x *Exercise) clockOf(id, step string) *Deadline {
	r, err := x.requestOf("", id)
	if err != nil {
		return nil
	}
	for _, i := range slices.Backward(r.clocks) {
		if d := x.clocks.at(int(i)); d.Step == step && d.open() {
			return d
		}
	}
	return nil
}

// open reports whether something can still be done under it.
func (d *Deadline) open() bool {
	return d.Status == DeadlineRunning || d.Status == DeadlinePaused || d.Status == DeadlineMissed
}

// respond lets a step on a request do to its response times what it does: meet
// them, pause them, let them go on.
func (x *Exercise) respond(id string, s *RequestStepped, justified bool) {
	r, err := x.requestOf("", id)
	if err != nil {
		return
	}
	if s.Side == r.ToSide {
		for _, t := range scenarios.TimeSteps() {
			if slices.Contains(meets(t), s.Step) {
				x.meet(x.clockOf(id, t))
			}
		}
	}
	switch s.Step {
	case scenarios.StepAskSupplement:
		if justified {
			x.eachOpen(id, x.pauseClock)
		}
	case scenarios.StepSupplement:
		x.eachOpen(id, x.resumeClock)
	case scenarios.StepPostpone:
		if s.Review > x.now.Story && (s.Ground != "" || s.Text != "") {
			x.eachOpen(id, func(d *Deadline) { x.extend(d, s.Review-x.now.Story) })
		}
	case scenarios.StepAccept, scenarios.StepAcceptPart, scenarios.StepUpdate:
		x.nextUpdate(id, s)
	case scenarios.StepRefuse, scenarios.StepWithdraw, scenarios.StepClose:
		x.eachOpen(id, x.waiveClock)
	case scenarios.StepExecute:
		x.waive(x.clockOf(id, scenarios.TimeUpdate))
	}
}

// meets are the receiver's steps that a response time is met by. The verdict on
// completeness is to accept, to ask for a supplement, or to refuse; a refusal is
// an answer.
func meets(time string) []string {
	switch time {
	case scenarios.TimeAcknowledge:
		return scenarios.ReceiverSteps()
	case scenarios.TimeVerdict:
		return []string{
			scenarios.StepAccept, scenarios.StepAcceptPart, scenarios.StepAskSupplement, scenarios.StepRefuse, scenarios.StepPostpone,
			scenarios.StepExecute, scenarios.StepExecutePart,
		}
	case scenarios.TimeProtect:
		return []string{scenarios.StepProtect, scenarios.StepExecute, scenarios.StepExecutePart}
	case scenarios.TimeAnswer:
		return []string{scenarios.StepExecute, scenarios.StepExecutePart, scenarios.StepRefuse}
	default:
		return []string{scenarios.StepUpdate, scenarios.StepExecute, scenarios.StepExecutePart}
	}
}

// nextUpdate starts the time to the next update, unless a result was told.
func (x *Exercise) nextUpdate(id string, s *RequestStepped) {
	r, err := x.requestOf("", id)
	if err != nil || s.Result || r.State == RequestExecuted || x.clockOf(id, scenarios.TimeUpdate) != nil {
		return
	}
	kind := x.plan.requestKind(x.sc, r.Request)
	if within := kind.TimesOf(r.Urgency).Steps[scenarios.TimeUpdate]; within > 0 {
		x.startResponse(r, kind, scenarios.TimeUpdate, within)
	}
}

func (x *Exercise) eachOpen(id string, do func(*Deadline)) {
	r, err := x.requestOf("", id)
	if err != nil {
		return
	}
	for _, i := range r.clocks {
		if d := x.clocks.at(int(i)); d.open() {
			do(d)
		}
	}
}

// meet closes a deadline as met, or late.
func (x *Exercise) meet(d *Deadline) {
	if d == nil {
		return
	}
	x.meetAt(d, x.ownTime(d.Exercise))
}

func (x *Exercise) meetAt(d *Deadline, at int64) {
	status := DeadlineMet
	if at > d.Due && d.Status != DeadlinePaused {
		status = DeadlineLate
	}
	x.emit(d.to, &DeadlineSet{ID: d.ID, Status: status, At: at})
}

func (x *Exercise) pauseClock(d *Deadline) {
	if d.Status == DeadlineRunning {
		x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlinePaused, At: x.ownTime(d.Exercise), Why: WhySupplement})
	}
}

func (x *Exercise) resumeClock(d *Deadline) {
	if d.Status != DeadlinePaused {
		return
	}
	now := x.ownTime(d.Exercise)
	x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineRunning, At: now, Due: d.Due + max(0, now-d.At), Why: WhySupplement})
}

// extend gives a deadline as much longer as a reasoned postponement says, which
// it says in story time.
func (x *Exercise) extend(d *Deadline, by int64) {
	if d.Status != DeadlineRunning {
		return
	}
	if d.Exercise {
		by /= max(1, x.sc.Phases[max(0, x.clock.Phase)].Pace)
	}
	x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineRunning, At: x.ownTime(d.Exercise), Due: d.Due + by, Why: WhyPostponed})
}

func (x *Exercise) waiveClock(d *Deadline) { x.waive(d) }

// waive ends a deadline under which nothing is left to do. One that was missed
// stays so.
func (x *Exercise) waive(d *Deadline) {
	if d == nil || d.Status == DeadlineMissed {
		return
	}
	x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineWaived, At: x.ownTime(d.Exercise), Why: WhyAnswered})
}

// startLegal starts a legal clock of the scenario, once, from when its fact was
// established.
func (x *Exercise) startLegal(i int) {
	def := &x.sc.Deadlines[i]
	if x.legalClock(def.ID) != nil || !x.holds(def.Starts, x.now.T) {
		return
	}
	since := x.sinceWhen(def.Starts)
	from := since
	if !def.ExerciseTime {
		from = x.storySince(since)
	}
	x.emit(x.aud.side[def.Side], &DeadlineStarted{
		ID: x.next(def.Side + "-clock"), Deadline: def.ID, Side: def.Side, From: from, Due: from + def.Within, Exercise: def.ExerciseTime,
	})
	x.dirty = append(x.dirty, watcher(watchMet, i))
}

// storySince is the story time at an exercise time that is not after now. While
// a leap of story time is under way, now is where it has come to.
func (x *Exercise) storySince(t Millis) int64 {
	if t >= x.now.T {
		return x.now.Story
	}
	return x.clock.StoryAt(t)
}

func (x *Exercise) meetLegal(i int) {
	def := &x.sc.Deadlines[i]
	d := x.legalClock(def.ID)
	if d == nil || !d.open() || !x.holds(def.Met, x.now.T) {
		return
	}
	since := x.sinceWhen(def.Met)
	at := since
	if !def.ExerciseTime {
		at = x.storySince(since)
	}
	x.meetAt(d, max(at, d.From))
}

func (x *Exercise) legalClock(def string) *Deadline {
	for i := range x.clocks.len() {
		if d := x.clocks.at(i); d.Deadline == def {
			return d
		}
	}
	return nil
}

// miss is a deadline passing.
func (x *Exercise) miss(i int32) {
	d := x.clocks.at(int(i))
	x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineMissed, At: d.Due + 1})
}

// missable reports whether a deadline passes at a moment of its own time.
func (x *Exercise) missable(i int32, at int64) bool {
	d := x.clocks.at(int(i))
	return d.Status == DeadlineRunning && d.Due+1 == at
}

// shiftClocks moves deadlines in exercise time along with a jump: nobody could
// play meanwhile, and those that stood in an order stay in it.
func (x *Exercise) shiftClocks(by Millis) {
	for i := range x.clocks.len() {
		if d := x.clocks.at(i); d.Exercise && d.Status == DeadlineRunning {
			x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineRunning, At: x.now.T, Due: d.Due + by, Why: WhyJump})
		}
	}
}

// endClocks waives at ENDEX what has not come to its end.
func (x *Exercise) endClocks() {
	for i := range x.clocks.len() {
		if d := x.clocks.at(i); d.Status == DeadlineRunning || d.Status == DeadlinePaused {
			x.emit(d.to, &DeadlineSet{ID: d.ID, Status: DeadlineWaived, At: x.ownTime(d.Exercise), Why: WhyEndex})
		}
	}
}

// applyDeadlines stores an event of deadlines; false if it is not one.
func (x *Exercise) applyDeadlines(e *Event) bool {
	switch b := e.Body.(type) {
	case *DeadlineStarted:
		n := x.clocks.add(Deadline{DeadlineStarted: b, T: e.T, Due: b.Due, Status: DeadlineRunning, At: b.From, to: e.To}, x.gen)
		x.keep(b.ID, n)
		if r := x.editRequest(b.Request); r != nil {
			r.clocks = append(slices.Clip(r.clocks), int32(n))
		}
		x.applyCallClock(x.clocks.at(n))
		x.runs(int32(n))
	case *DeadlineSet:
		x.applyDeadlineSet(e, b)
	default:
		return false
	}
	return true
}

// runs lets a deadline fall due.
func (x *Exercise) runs(i int32) {
	d := x.clocks.at(int(i))
	if d.Exercise {
		x.dues.push(due{d.Due + 1, dueDeadline, i})
		return
	}
	x.story.add(lapse{d.Due + 1, "deadline", i})
}

func (x *Exercise) applyDeadlineSet(e *Event, b *DeadlineSet) {
	i, ok := x.placeOf(b.ID)
	if !ok || int(i) >= x.clocks.len() {
		return
	}
	d := x.clocks.edit(int(i), x.gen)
	switch {
	case b.Status == DeadlinePaused:
		d.Pauses = append(slices.Clip(d.Pauses), [2]int64{b.At, 0})
	case b.Why == WhyPostponed || b.Why == WhyJump:
		d.Pauses = append(slices.Clip(d.Pauses), [2]int64{b.At, b.At + b.Due - d.Due})
	case d.Status == DeadlinePaused:
		d.Pauses = slices.Clone(d.Pauses)
		d.Pauses[len(d.Pauses)-1][1] = b.At
	}
	d.Status, d.At, d.Why = b.Status, b.At, b.Why
	x.unwait("deadline", b.ID)
	switch b.Status {
	case DeadlineRunning:
		d.Due = b.Due
		x.runs(i)
	case DeadlineMissed:
		x.wait(Waiting{Kind: "late", Class: "deadline", Ref: b.ID, Since: e.T, Seat: SeatControl, Side: d.Side})
	}
	x.applyCallClock(d)
	if r := x.editRequest(d.Request); r != nil {
		x.touch(factKey{fact: scenarios.FactLate, id: r.Request})
	}
	x.touch(factKey{fact: scenarios.FactMissedDeadline, id: d.Deadline})
	x.touch(factKey{fact: scenarios.FactMet, id: d.Deadline})
}

// Elapsed is how long a deadline has run, in its own time, when it came to its
// status or until now if it still runs: without the pauses.
func (d *Deadline) Elapsed(now int64) int64 {
	if d.Status != DeadlineRunning && d.Status != DeadlineMissed {
		now = d.At
	}
	out := now - d.From
	for _, p := range d.Pauses {
		until := p[1]
		if until == 0 || until > now {
			until = now
		}
		out -= max(0, until-p[0])
	}
	return max(0, out)
}

// Within is how long it is.
func (d *Deadline) Within() int64 { return d.DeadlineStarted.Due - d.From }
