package scenarios

import (
	"slices"
	"strings"
)

// buildBetween makes what happens between the sides.
func (l *loader) buildBetween() {
	l.buildRequests()
	l.overrideTimes()
	for i := range l.scn.Requests {
		l.checkTimes(&l.scn.Requests[i])
	}
	l.buildHotlines()
	for _, r := range l.each(kindDeadline) {
		l.scn.Deadlines = append(l.scn.Deadlines, Deadline{
			ID: r.id(), Title: r.text("title"), Side: r.str("side"), Basis: r.str("basis"), Source: r.str("source"),
			Starts: l.condition(r, "starts"), StartsText: r.str("starts"), Within: r.millis("within"), ExerciseTime: r.str("clock") == "exercise",
			Met: l.condition(r, "met"), MetText: r.str("met"), Objective: r.str("objective"),
		})
		if r.has("within") {
			l.tooShort(r, "within", "deadline "+quoted(r.id()), r.millis("within"), r.str("clock") == "exercise")
		}
	}
	for _, r := range l.each(kindCommitment) {
		l.scn.Commitments = append(l.scn.Commitments, Commitment{
			ID: r.id(), Side: r.str("side"), Title: r.text("title"), Text: r.text("text"), Source: r.str("source"),
			For: l.condition(r, "for"), ForText: r.str("for"), Against: l.condition(r, "against"), AgainstText: r.str("against"),
		})
	}
	for _, r := range l.each(kindProposal) {
		l.scn.Proposals = append(l.scn.Proposals, Proposal{
			ID: r.id(), Title: r.text("title"), Text: r.text("text"), By: r.str("by"), When: l.condition(r, "when"), WhenText: r.str("when"),
		})
	}
	for _, r := range l.each(kindCase) {
		l.scn.Cases = append(l.scn.Cases, Case{ID: r.id(), Title: r.text("title"), Text: r.text("text")})
	}
	l.buildScoring()
}

// officers resolves offices, agencies and roles to roles, in the order of the
// scenario. Those of a pack count for the sides that take it.
func (l *loader) officers(r *record, key string) []string {
	named := r.list(key)
	known := map[string]bool{}
	agencies := map[string]bool{}
	for _, a := range l.scn.Agencies {
		for _, n := range named {
			if (n == a.ID || slices.Contains(a.Offices, n)) && l.takes(a.Side, r.pack) {
				known[n], agencies[a.ID] = true, true
			}
		}
	}
	var out []string
	for _, role := range l.scn.Roles {
		own := slices.Contains(named, role.ID)
		known[role.ID] = known[role.ID] || own
		if own || agencies[role.Agency] {
			out = append(out, role.ID)
		}
	}
	if l.hasBroken() {
		return out
	}
	for _, it := range r.items(key) {
		if !known[it.value] && r.pack == nil {
			l.errorf(r.elem(key, it.index), "unknown-id", l.spell.meant(it.value, l.officeNames()), "%s names %s, which is no role, no agency and no office that one fills", key, quoted(it.value))
		}
	}
	if len(out) == 0 && len(named) > 0 && r.pack != nil {
		l.warnf(r.at(key), "unused", "write office = […] in the agency that does", "no agency fills %s: nobody is there for %s", listed(named), quoted(r.id()))
	}
	return out
}

func (l *loader) officeNames() []string {
	var out []string
	for _, a := range l.scn.Agencies {
		out = append(append(out, a.ID), a.Offices...)
	}
	for _, r := range l.scn.Roles {
		out = append(out, r.ID)
	}
	return out
}

// takes reports whether a side takes a pack; every side has what stands in the
// scenario itself.
func (l *loader) takes(side string, p *pack) bool {
	if p == nil {
		return true
	}
	for _, s := range l.scn.Sides {
		if s.ID == side {
			return slices.Contains(s.Profile, p.entry)
		}
	}
	return false
}

func (l *loader) buildRequests() {
	for _, r := range l.withPacks(kindRequest) {
		k := RequestKind{
			ID: r.id(), Title: r.text("title"), Help: r.text("help"), Basis: r.str("basis"), Source: r.str("source"), Class: r.strOr("class", r.id()),
			Senders: l.officers(r, "from"), Receivers: l.officers(r, "to"),
			As: stepActions(r), FreeText: r.yes("free-text"), ExerciseTime: r.str("clock") == "exercise",
		}
		l.fields(r, &k)
		for _, sub := range r.subs["time"] {
			if k.TimesOf(sub.str("urgency")) != nil {
				l.errorf(sub.at("urgency"), "duplicate-id", "", "the request has times for %s already", quoted(sub.str("urgency")))
			}
			k.Times = append(k.Times, responseTimes(sub))
		}
		for _, sub := range r.subs["ground"] {
			if k.Ground(sub.id()) != nil {
				l.errorf(sub.at("id"), "duplicate-id", "", "the request has the ground %s already", quoted(sub.id()))
			}
			k.Grounds = append(k.Grounds, Ground{ID: sub.id(), Title: sub.text("title"), Basis: sub.str("basis"), Postpone: sub.yes("postpone")})
		}
		switch {
		case len(k.Fields) == 0:
			l.errorf(r.here(), "no-fields", "write [[request.field]] with id and title below it", "request %s says not what it must contain", quoted(k.ID))
		case len(k.Times) == 0:
			l.errorf(r.here(), "no-times", "write [[request.time]] with urgency and response times below it", "request %s has no response times", quoted(k.ID))
		}
		l.scn.Requests = append(l.scn.Requests, k)
	}
}

// stepActions gives each step its action.
func stepActions(r *record) map[string]string {
	as := map[string]string{}
	put := func(key, otherwise string, steps ...string) {
		for _, s := range steps {
			as[s] = r.strOr(key, r.str(otherwise))
		}
	}
	put("sends-as", "", StepSend, StepWithdraw, StepClose)
	put("supplements-as", "sends-as", StepSupplement, StepReply)
	put("handles-as", "", StepAcknowledge, StepAccept, StepAcceptPart, StepForward)
	put("asks-as", "handles-as", StepAskSupplement, StepConsult)
	put("refuses-as", "handles-as", StepRefuse)
	put("postpones-as", "handles-as", StepPostpone)
	put("updates-as", "handles-as", StepUpdate)
	put("executes-as", "", StepExecute, StepExecutePart)
	put("protects-as", "executes-as", StepProtect)
	return as
}

func (l *loader) fields(r *record, k *RequestKind) {
	for _, sub := range r.subs["field"] {
		f := RequestField{
			ID: sub.id(), Title: sub.text("title"), Help: sub.text("help"), Weight: sub.strOr("weight", WeightMandatory),
			When: l.condition(sub, "when"), WhenText: sub.str("when"), Check: sub.str("check"), Technical: sub.yes("technical"), Asks: sub.yes("asks"),
		}
		switch {
		case k.Field(f.ID) != nil:
			l.errorf(sub.at("id"), "duplicate-id", "", "the request has the field %s already", quoted(f.ID))
		case f.Weight == WeightConditional && !sub.given("when"):
			l.errorf(sub.here(), "missing-key", `write when = "…"`, "the conditional field %s does not say when it is mandatory", quoted(f.ID))
		case f.Weight != WeightConditional && sub.has("when"):
			l.warnf(sub.key("when"), "no-effect", `write weight = "conditional"`, "when has no effect on a field that is %s", f.Weight)
		}
		k.Fields = append(k.Fields, f)
	}
}

func responseTimes(r *record) ResponseTimes {
	t := ResponseTimes{Urgency: r.str("urgency"), Title: r.text("title"), Steps: map[string]Millis{}}
	for _, step := range TimeSteps() {
		if r.has(step) {
			t.Steps[step] = r.millis(step)
		}
	}
	return t
}

// overrideTimes puts the scenario's response times in the place of a pack's.
func (l *loader) overrideTimes() {
	for _, r := range l.each("response") {
		i := slices.IndexFunc(l.scn.Requests, func(k RequestKind) bool { return k.ID == r.str("request") })
		if i < 0 {
			continue // reported as a reference
		}
		k := &l.scn.Requests[i]
		if r.has("clock") {
			k.ExerciseTime = r.str("clock") == "exercise"
		}
		t := responseTimes(r)
		if old := k.TimesOf(t.Urgency); old != nil {
			if t.Title == nil {
				t.Title = old.Title
			}
			*old = t
			continue
		}
		k.Times = append(k.Times, t)
	}
}

// leastPlay is the least of play that a response time should leave: people
// must read, talk and type.
const leastPlay = Millis(5 * 60 * 1000)

// checkTimes warns of response times that leave less than [leastPlay], in
// words that say how much play each leaves.
func (l *loader) checkTimes(k *RequestKind) {
	for _, r := range append(l.each("response"), l.withPacks(kindRequest)...) {
		if r.table.Name == "response" && r.str("request") == k.ID {
			l.checkTime(k, r, r.str("urgency"))
		}
		if r.table.Name == kindRequest && r.id() == k.ID {
			for _, sub := range r.subs["time"] {
				if !l.overridden(k.ID, sub.str("urgency")) {
					l.checkTime(k, sub, sub.str("urgency"))
				}
			}
		}
	}
}

func (l *loader) overridden(kind, urgency string) bool {
	return slices.ContainsFunc(l.each("response"), func(r *record) bool { return r.str("request") == kind && r.str("urgency") == urgency })
}

func (l *loader) checkTime(k *RequestKind, r *record, urgency string) {
	for _, step := range TimeSteps() {
		if r.has(step) && l.tooShort(r, step, "request "+quoted(k.ID)+", "+urgency, r.millis(step), k.ExerciseTime) {
			return // the others of the same table follow from it
		}
	}
}

// tooShort warns of a time that leaves less play than people need, where the
// story runs fastest.
func (l *loader) tooShort(r *record, key, what string, within Millis, exerciseTime bool) bool {
	pace, phase := int64(1), ""
	for _, p := range l.scn.Phases {
		if plays := slices.ContainsFunc(p.Segments, func(s Segment) bool { return s.Kind == SegmentPlay }); plays && (phase == "" || p.Pace < pace) {
			pace, phase = p.Pace, p.ID
		}
	}
	if exerciseTime {
		pace = 1
	}
	if within <= 0 || within/pace >= leastPlay {
		return false
	}
	where := ""
	if pace > 1 {
		where = " even in phase " + quoted(phase) + ", where the story runs slowest"
	}
	l.warnf(r.at(key), "short-time", `give the table more, or write clock = "exercise" and times of its own`,
		"%s: %s of %s leaves %s of play%s", what, key, formatMillis(within), strings.TrimPrefix(formatSeconds(within/pace), " "), where)
	return true
}

func formatSeconds(m Millis) string {
	if m < 1000 {
		return "less than a second"
	}
	return formatMillis(m / 1000 * 1000)
}

func (l *loader) buildHotlines() {
	for _, r := range l.each(kindHotline) {
		h := Hotline{
			ID: r.id(), Title: r.text("title"), Basis: r.str("basis"), Scope: r.text("scope"),
			Openers: l.officers(r, "opens"), Contacts: l.officers(r, "contacts"), OpensAs: r.str("opens-as"),
			AnswerWithin: r.millis("answer-within"), ExerciseTime: r.str("clock") == "exercise",
			Needed: l.condition(r, "needed"), NeededText: r.str("needed"),
		}
		seen := map[string]bool{}
		for _, sub := range r.subs["topic"] {
			l.onceIn(seen, sub, "topic")
			h.Topics = append(h.Topics, Topic{ID: sub.id(), Title: sub.text("title")})
		}
		seen = map[string]bool{}
		for _, sub := range r.subs["step"] {
			l.onceIn(seen, sub, "step")
			h.Procedure = append(h.Procedure, HotlineStep{ID: sub.id(), Title: sub.text("title")})
		}
		if len(h.Topics) == 0 {
			l.warnf(r.here(), "no-topics", "write [[hotline.topic]] with id and title below it", "hotline %s names no topics: every call will count as out of scope", quoted(h.ID))
		}
		l.scn.Hotlines = append(l.scn.Hotlines, h)
	}
}

func (l *loader) onceIn(seen map[string]bool, r *record, what string) {
	if seen[r.id()] && r.id() != "" {
		l.errorf(r.at("id"), "duplicate-id", "", "the hotline has the %s %s already", what, quoted(r.id()))
	}
	seen[r.id()] = true
}

func (l *loader) buildScoring() {
	tables := l.each("scores")
	if len(tables) == 0 {
		return
	}
	for _, r := range tables[1:] {
		other := tables[0].here()
		l.add(report{site: r.here(), Severity: SeverityError, code: "twice", message: "[scores] stands once in a scenario; the other is", other: &other})
	}
	r := tables[0]
	s := &Scoring{
		Timeliness: r.number("timeliness", 30), Requests: r.number("requests", 20), Responses: r.number("responses", 25),
		Authority: r.number("authority", 15), Channels: r.number("channels", 10),
	}
	if sum := s.Timeliness + s.Requests + s.Responses + s.Authority + s.Channels; sum != 100 {
		l.errorf(r.here(), "bad-weights", "", "the weights of the scores add up to %d, not to 100", sum)
	}
	l.scn.Scoring = s
}
