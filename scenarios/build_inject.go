package scenarios

import (
	"cmp"
	"slices"
	"strings"
)

// draft is an inject with what it was made of.
type draft struct {
	Inject
	rec   *record
	phase int // its place among the phases, or after all of them
}

func (l *loader) buildInjects() {
	rank := map[string]int{}
	for i, p := range l.scn.Phases {
		rank[p.ID] = i
	}
	a := l.addressees()
	var drafts []draft
	for _, r := range l.each(kindInject) {
		d := draft{Inject: l.inject(r, a), rec: r, phase: len(rank)}
		if n, ok := rank[d.Phase]; ok {
			d.phase = n
		}
		drafts = append(drafts, d)
	}
	l.checkChains(drafts)
	// Files are read in the order of their names, so a stable sort by phase
	// leaves file name and place in the file as they are.
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(a.phase, b.phase) })
	for i, d := range drafts {
		d.Number = i + 1
		l.scn.Injects = append(l.scn.Injects, d.Inject)
	}
}

func (l *loader) inject(r *record, a map[string][]string) Inject {
	in := Inject{
		ID: r.id(), Phase: r.str("phase"), HasAt: r.has("at"), At: r.millis("at"),
		After: r.str("after"), Delay: r.millis("delay"),
		When: l.condition(r, "when"), WhenText: r.str("when"),
		Auto: r.yes("auto"), Repeat: r.yes("repeat"),
		Channel: r.str("channel"), From: r.str("from"), To: r.list("to"), Marking: r.str("marking"),
		Content: l.content(r), Note: r.text("note"),
		Sets: r.list("sets"), Clears: r.list("clears"), File: r.src.Name,
	}
	l.checkMilestones(r)
	l.trigger(r, &in)
	l.segment(r, &in)
	l.persona(r, &in)
	l.roles(r, &in, a)
	for _, sub := range r.subs["alternative"] {
		in.Alternatives = append(in.Alternatives, Alternative{
			When: l.condition(sub, "when"), WhenText: sub.str("when"), Content: l.content(sub),
		})
	}
	for _, sub := range r.subs["expect"] {
		in.Expects = append(in.Expects, l.expect(sub))
	}
	for _, sub := range r.subs["question"] {
		in.Questions = append(in.Questions, l.question(sub, "role"))
	}
	return in
}

// trigger checks what makes the inject fall due: one thing at most.
func (l *loader) trigger(r *record, in *Inject) {
	var given []string
	for _, k := range []string{"at", "after", "when"} {
		if r.given(k) {
			given = append(given, k)
		}
	}
	if len(given) > 1 {
		l.errorf(r.key(given[1]), "two-triggers", "keep one of them", "inject %s has %s: it can have one of at, after and when", quoted(in.ID), strings.Join(given, " and "))
	}
	when := r.given("when")
	in.Category = r.strOr("category", CategoryInject)
	if when {
		in.Category = r.strOr("category", CategoryContingency)
	}
	// A contingency without a condition is one that control delivers by hand;
	// with a time it would be no contingency.
	switch {
	case in.Category == CategoryContingency && (r.given("at") || r.given("after")):
		l.errorf(r.at("category"), "no-contingency", `write when = '…' in place of its time, or leave category out`, "a contingency inject waits for a condition or a hand, not for a time")
	case in.Category == CategoryInject && when:
		l.warnf(r.at("category"), "no-contingency", `leave category out, or write "contingency"`, "an inject with a condition is a contingency inject")
	}
	if in.Repeat && !when {
		l.errorf(r.key("repeat"), "no-condition", `write when = '…'`, "repeat needs a condition")
	}
	if in.Auto && !when {
		l.warnf(r.key("auto"), "no-effect", "", "auto has no effect without when: what is timed is delivered unasked anyway")
	}
	if r.given("delay") && !r.given("after") {
		l.errorf(r.key("delay"), "no-after", `write after = "…", or at`, "delay needs an inject to count from")
	}
	if (r.given("at") || r.given("segment")) && !r.given("phase") {
		key := "at"
		if !r.given(key) {
			key = "segment"
		}
		l.errorf(r.key(key), "no-phase", `write phase = "…"`, "inject %s has %s, but no phase", quoted(in.ID), key)
	}
}

// segment finds the segment from whose start the inject counts.
func (l *loader) segment(r *record, in *Inject) {
	i := slices.IndexFunc(l.scn.Phases, func(p Phase) bool { return p.ID == in.Phase && p.ID != "" })
	if i < 0 {
		return
	}
	segments := l.scn.Phases[i].Segments
	named := r.str("segment")
	j := slices.IndexFunc(segments, func(s Segment) bool { return s.ID == named && named != "" })
	switch {
	case named != "" && j < 0:
		l.errorf(r.at("segment"), "other-phase", "", "segment %s is not in phase %s", quoted(named), quoted(in.Phase))
		return
	case named == "" && !in.HasAt:
		return
	case j < 0:
		j = slices.IndexFunc(segments, func(s Segment) bool { return s.Kind == "play" })
		j = max(j, 0)
	}
	if j >= len(segments) {
		return
	}
	in.Segment = segments[j].ID
	if length := segments[j].Length; in.HasAt && length > 0 && in.At > length {
		l.warnf(r.at("at"), "after-segment", "it is then held, unless the segment takes longer than planned", "inject %s falls due %s after the start of segment %s, which is planned to take %s", quoted(in.ID), formatMillis(in.At), quoted(in.Segment), formatMillis(length))
	}
}

// persona takes from as a persona's id, or as any text.
func (l *loader) persona(r *record, in *Inject) {
	if in.From == "" {
		return
	}
	if e := l.index.get(in.From, kindPersona); e != nil {
		in.Persona = in.From
		in.From = e.rec.text("name").In(l.lang)
		return
	}
	if reason, _ := checkID(in.From); reason != "" || !strings.Contains(in.From, "-") {
		return
	}
	if hint := l.spell.meant(in.From, l.index.names(kindPersona)); hint != "" && !l.broken[in.From] {
		l.warnf(r.at("from"), "unknown-id", hint, "from %s is no persona, and will be shown as it stands", quoted(in.From))
	}
}

// addressees maps what `to` can name to roles, by the order of the scenario.
func (l *loader) addressees() map[string][]string {
	out := map[string][]string{}
	for _, r := range l.scn.Roles {
		for _, name := range []string{r.ID, r.Agency, r.Side, "everyone"} {
			if name != "" {
				out[name] = append(out[name], r.ID)
			}
		}
	}
	return out
}

func (l *loader) roles(r *record, in *Inject, a map[string][]string) {
	wanted := map[string]bool{}
	for _, it := range r.items("to") {
		roles := a[it.value]
		if len(roles) == 0 && !l.hasBroken() && len(l.scn.Roles) > 0 {
			l.errorf(r.elem("to", it.index), "nobody", "write a [[role]] there, or leave it out", "nobody sits in %s", quoted(it.value))
		}
		for _, role := range roles {
			wanted[role] = true
		}
	}
	if len(wanted) == 0 {
		return
	}
	for _, role := range l.scn.Roles {
		if wanted[role.ID] {
			in.Roles = append(in.Roles, role.ID)
		}
	}
}
