package engine

import (
	"slices"
	"strconv"
	"strings"

	"parley/scenarios"
)

// begin opens the decision of a command or a due instant.
func (x *Exercise) begin(s Stamp) {
	x.now = s
	x.now.Story = x.clock.StoryAt(s.T)
	x.out = x.out[:0]
}

// emit adds an event to the decision under way and applies it.
func (x *Exercise) emit(to Audience, b Body) {
	e := x.log.grow(x.gen)
	e.Stamp, e.To, e.Body = x.now, to, b
	x.applied(e)
	x.out = append(x.out, *e)
}

// finish gives what was decided, nil if nothing. The next decision uses the
// slice again.
func (x *Exercise) finish() []Event {
	if len(x.out) == 0 {
		return nil
	}
	return x.out
}

// Apply stores an event. It computes nothing but indexes of what it stores.
func (x *Exercise) Apply(e Event) {
	x.applied(x.log.at(x.log.add(e, x.gen)))
}

// applied stores what the last event of the log says.
func (x *Exercise) applied(e *Event) {
	x.snap = nil
	x.clock.T = max(x.clock.T, e.T)
	n := x.log.len() - 1
	if e.Cmd != "" {
		if _, ok := x.done[e.Cmd]; !ok {
			x.done[e.Cmd] = n
		}
	}
	if !x.applyMSEL(e) && !x.applyPlay(e) && !x.applyDiscussion(e) && !x.applyJudgement(e) && !x.applyClock(e) && !x.applyHands(e) && !x.applyBetween(e) {
		x.applyRecord(e, n+1)
	}
	x.route(e, int32(n))
	x.hear(e)
}

// hear counts an event for those who may have it. Who sits where is everyone's
// to know, if not by name; a mark of the clock changes nothing that is seen.
func (x *Exercise) hear(e *Event) {
	public, rewords := false, false
	switch e.Body.(type) {
	case *Marked:
		return
	case *Joined, *Left:
		public = true
	case *Expunged, *Translated:
		rewords = true
	}
	public = public || slices.Contains(e.To, "all")
	sides := 0
	for i, side := range x.aud.sides {
		if public || slices.Contains(e.To, side) {
			x.heard[i]++
			sides++
			if rewords {
				x.reworded[i]++
			}
		}
	}
	if sides == len(x.aud.sides) {
		x.heard[sides]++ // everyone's
	}
}

// ApplyBlank stands for an event whose leaf was taken out of the record.
func (x *Exercise) ApplyBlank(to Audience) {
	x.snap = nil
	x.log.add(Event{To: to, Body: blank{}}, x.gen)
	x.hear(&Event{To: to, Body: blank{}})
}

// blank is what is left of an expunged event.
type blank struct{}

// Kind of a blank is empty: it never stands in a record.
func (blank) Kind() Kind { return "" }

// numbered keeps the highest number of ids that end in one ("alder-a3"), so
// that the next is free after a replay with gaps too.
func (x *Exercise) numbered(id string) {
	x.ids.put(id, gone)
}

// next makes the next id with a prefix.
func (x *Exercise) next(prefix string) string {
	return prefix + strconv.Itoa(x.ids.count(prefix)+1)
}

// placeOf finds a thing by its id in the vector of its kind: a delivery is
// INJECT#ORDINAL, an expected action DELIVERY/NUMBER, all else is counted under
// a prefix.
func (x *Exercise) placeOf(id string) (int32, bool) {
	inject, rest, delivered := strings.Cut(id, "#")
	if !delivered {
		n, ok := x.ids.find(id)
		return int32(n), ok
	}
	i, ok := x.item(inject)
	if !ok {
		return 0, false
	}
	ordinal, number, expected := strings.Cut(rest, "/")
	n, err := strconv.Atoi(ordinal)
	m := x.msel.at(i)
	if err != nil || n < 1 || n > len(m.deliveries) {
		return 0, false
	}
	place := m.deliveries[n-1]
	if !expected {
		return place, true
	}
	d := x.deliveries.at(int(place))
	k, err := strconv.Atoi(number)
	if err != nil || k < 1 || k > int(d.expects) {
		return 0, false
	}
	return d.expectAt + int32(k) - 1, true
}

// mustPlace is placeOf for an id that is known to be good.
func (x *Exercise) mustPlace(id string) int32 {
	n, _ := x.placeOf(id)
	return n
}

// keep indexes something by its id.
func (x *Exercise) keep(id string, place int) {
	x.ids.put(id, place)
}

// item finds an inject of the MSEL, improvised ones too.
func (x *Exercise) item(id string) (int, bool) {
	if i, ok := x.plan.inject[id]; ok {
		return int(i), true
	}
	i, ok := x.ids.find(id) // of an improvised one, or of something else
	if !ok || i >= x.msel.len() || x.msel.at(i).ID != id {
		return 0, false
	}
	return i, true
}

func (x *Exercise) editItem(id string) *MSELItem {
	i, ok := x.item(id)
	if !ok {
		return &MSELItem{} // a record of another scenario: nothing to keep
	}
	return x.msel.edit(i, x.gen)
}

// putState stores where an inject stands.
func (x *Exercise) putState(e *Event, id string, s InjectState, why string) {
	m := x.editItem(id)
	if m.State != InjectPlanned {
		x.unwait("inject", id)
	}
	m.State, m.Why, m.Since = s, why, e.T
	switch s {
	case InjectProposed, InjectCued, InjectDue:
		x.wait(Waiting{Kind: s.String(), Class: "inject", Ref: id, Since: e.T, Seat: SeatControl})
	case InjectHeld:
		if why != WhyHand && why != WhyEnded {
			x.wait(Waiting{Kind: "depends", Class: "inject", Ref: id, Since: e.T, Seat: SeatControl})
		}
	}
}

// applyMSEL stores an event of the MSEL; false if it is not one.
//
//nolint:cyclop // one case an event
func (x *Exercise) applyMSEL(e *Event) bool {
	switch b := e.Body.(type) {
	case *DuesSet:
		for _, s := range b.Items {
			i, ok := x.item(s.Inject)
			if !ok {
				continue
			}
			m := x.msel.edit(i, x.gen)
			m.HasDue, m.Due = true, s.Due
			x.dues.push(due{s.Due, dueInject, int32(i)})
		}
	case *Held:
		for _, id := range b.Injects {
			x.putState(e, id, InjectHeld, b.Why)
		}
	case *Released:
		x.putState(e, b.Inject, InjectPlanned, "")
		x.rearm(b.Inject)
	case *FellDue:
		x.putState(e, b.Inject, InjectDue, "")
	case *Cued:
		x.putState(e, b.Inject, InjectCued, "")
	case *Skipped:
		x.putState(e, b.Inject, InjectSkipped, b.Why)
	case *Proposed:
		x.putState(e, b.Inject, InjectProposed, b.Why)
		x.editItem(b.Inject).Fires++
	case *Dismissed:
		x.putState(e, b.Inject, InjectDismissed, "")
	case *CondTurned:
		x.editItem(b.Inject).Holds = b.Holds
	case *Edited:
		x.applyEdit(b)
	case *Improvised:
		x.applyImprovised(b)
	case *Delivered:
		x.applyDelivered(e, b)
	case *ChoseAlternative:
	case *Expected:
		x.applyExpected(e, b)
	case *ExpectationSet:
		x.applyExpectation(e, b)
	case *Recalled:
		x.applyRecalled(e, b)
	case *MilestoneSet:
		x.applyMilestone(e, b)
	default:
		return false
	}
	return true
}

// rearm lets a planned inject fall due again, or its condition be looked at.
func (x *Exercise) rearm(id string) {
	i, ok := x.item(id)
	if !ok {
		return
	}
	m := x.msel.at(i)
	if m.HasDue {
		x.dues.push(due{m.Due, dueInject, int32(i)})
	}
	if m.Def.When != nil {
		x.dirty = append(x.dirty, int32(i))
	}
}

func (x *Exercise) applyEdit(b *Edited) {
	m := x.editItem(b.Inject)
	edits := make(map[string]edit, len(m.Edits)+len(b.Texts))
	for k, v := range m.Edits {
		edits[k] = v
	}
	for part, text := range b.Texts {
		edits[part] = edit{lang: b.Lang, text: text}
	}
	m.Edits = edits
	if len(b.Roles) > 0 {
		m.To, m.Roles = b.To, b.Roles
		x.readdress()
	}
}

func (x *Exercise) applyImprovised(b *Improvised) {
	d := &scenarios.Inject{
		ID: b.Inject, Category: scenarios.CategoryOther, Channel: b.Channel, To: b.To, Roles: b.Roles,
	}
	edits := map[string]edit{}
	for part, text := range b.Texts {
		edits[part] = edit{lang: b.Lang, text: text}
	}
	n := x.msel.add(MSELItem{ID: b.Inject, Number: x.msel.len() + 1, Def: d, Roles: b.Roles, To: b.To, Edits: edits}, x.gen)
	x.keep(b.Inject, n)
	x.readdress()
}

func (x *Exercise) applyDelivered(e *Event, b *Delivered) {
	i, ok := x.item(b.Inject)
	if !ok {
		return
	}
	n := x.deliveries.add(Delivery{
		Delivered: b, T: e.T, Story: e.Story, Number: x.msel.at(i).Number, Status: make([]Status, len(b.Roles)), owned: x.gen, inject: int32(i),
	}, x.gen)
	x.putState(e, b.Inject, InjectDelivered, "")
	m := x.msel.edit(i, x.gen)
	m.deliveries = append(slices.Clip(m.deliveries), int32(n))
	m.live++
	for _, r := range b.Roles {
		if ri, ok := x.plan.role[r]; ok {
			rinbox := x.roles.edit(int(ri), x.gen)
			rinbox.inbox = append(rinbox.inbox, int32(n))
		}
	}
	if m.live == 1 {
		x.touch(factKey{fact: scenarios.FactDelivered, id: b.Inject})
	}
	x.facts.happened(x, factKey{fact: scenarios.FactSince, id: b.Inject}, e.T)
}

func (x *Exercise) applyExpected(e *Event, b *Expected) {
	di, ok := x.placeOf(b.Delivery)
	if !ok {
		return
	}
	d := x.deliveries.edit(int(di), x.gen)
	d.expectAt, d.expects = int32(x.expectations.len()), int32(len(b.Items))
	inject := d.inject
	def := x.msel.at(int(inject)).Def
	for _, it := range b.Items {
		if it.Index >= len(def.Expects) {
			d.expects-- // a record of another scenario
			continue
		}
		n := x.expectations.add(Expectation{
			ID: it.ID, Delivery: b.Delivery, Def: &def.Expects[it.Index], Opened: e.T, Deadline: it.Deadline,
			Status: ExpectOpen, inject: inject, sides: x.expectedOf(&def.Expects[it.Index], d.Roles),
		}, x.gen)
		for _, key := range expectKeys(&def.Expects[it.Index]) {
			x.expecting[key] = append(x.expecting[key], int32(n))
		}
		x.dues.push(due{it.Deadline + 1, dueExpectation, int32(n)})
	}
}

func (x *Exercise) applyExpectation(e *Event, b *ExpectationSet) {
	i, ok := x.placeOf(b.ID)
	if !ok {
		return
	}
	ex := x.expectations.edit(int(i), x.gen)
	was := ex.Status
	if over := was != ExpectOpen && was != ExpectMissed; over && (b.Status == ExpectOpen || b.Status == ExpectMissed) {
		for _, key := range expectKeys(ex.Def) { // what met it was withdrawn
			x.expecting[key] = append(x.expecting[key], i)
		}
	}
	ex.Status, ex.Act = b.Status, b.Act
	if b.Deadline != 0 {
		ex.Deadline = b.Deadline
		x.dues.push(due{b.Deadline + 1, dueExpectation, i})
	}
	x.unwait("expectation", b.ID)
	if b.Status == ExpectMissed {
		x.wait(Waiting{Kind: "overdue", Class: "expectation", Ref: b.ID, Since: e.T, Seat: SeatControl})
	}
	missed := func(s string) bool { return s == ExpectMissed || s == ExpectLate }
	inject := x.msel.at(int(ex.inject)).ID
	switch {
	case missed(b.Status) && !missed(was):
		x.facts.missed[inject]++
		x.touch(factKey{fact: scenarios.FactMissed, id: inject})
	case !missed(b.Status) && missed(was):
		x.facts.missed[inject]--
		x.touch(factKey{fact: scenarios.FactMissed, id: inject})
	}
}

func (x *Exercise) applyRecalled(e *Event, b *Recalled) {
	i, ok := x.placeOf(b.Delivery)
	if !ok {
		return
	}
	d := x.deliveries.edit(int(i), x.gen)
	d.Recalled, d.RecallAt = true, e.T
	m := x.msel.edit(int(d.inject), x.gen)
	m.live--
	x.touch(factKey{fact: scenarios.FactDelivered, id: d.Inject})
	if t, ok := x.lastDelivery(d.Inject, e.T); ok {
		x.facts.happened(x, factKey{fact: scenarios.FactSince, id: d.Inject}, t)
	} else {
		x.touch(factKey{fact: scenarios.FactSince, id: d.Inject})
	}
}

func (x *Exercise) applyMilestone(e *Event, b *MilestoneSet) {
	i, ok := x.plan.milestone[b.Milestone]
	if !ok {
		return
	}
	m := &x.facts.milestones[i]
	was := m.set
	m.set = b.Set
	m.history = append(m.history, flip{b.Since, b.Set, e.To})
	if was == b.Set {
		return // said by somebody who may not know that it was so
	}
	if b.Set {
		m.since = b.Since
		x.facts.happened(x, factKey{fact: scenarios.FactSince, id: b.Milestone}, b.Since)
	} else {
		x.touch(factKey{fact: scenarios.FactSince, id: b.Milestone})
	}
	x.touch(factKey{fact: scenarios.FactMilestone, id: b.Milestone})
}

// scope is the prefix of ids that a seat's things are counted under: its side,
// or the seat itself for control's, so that no side's controller can count what
// another's did.
func (x *Exercise) scope(seat string) string {
	if i, ok := x.plan.role[seat]; ok {
		return x.sc.Roles[i].Side
	}
	if desk := deskOf(seat); desk != "" {
		return desk
	}
	return SeatControl
}

// sideOf is the side of a seat, "" for those of no side.
func (x *Exercise) sideOf(seat string) string {
	if i, ok := x.plan.role[seat]; ok {
		return x.sc.Roles[i].Side
	}
	_, side := seatName(seat)
	return side
}
