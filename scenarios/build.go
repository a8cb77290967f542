package scenarios

import (
	"slices"
	"time"
)

// build makes the Scenario of what has been checked. It goes on after
// mistakes, since a later step may find more of them.
func (l *loader) build() {
	l.buildHead()
	l.buildPhases()
	l.buildSides()
	l.buildThings()
	l.buildActions()
	l.buildAuthorities()
	l.buildInjects()
	l.buildBetween()
	for _, src := range l.sources {
		l.scn.Files = append(l.scn.Files, src.File)
	}
}

// buildHead reads [scenario], which stands once.
func (l *loader) buildHead() {
	heads := l.each("scenario")
	if len(heads) == 0 {
		l.nothing("[scenario]", "write [scenario] with id, title and family")
		return
	}
	for _, r := range heads[1:] {
		other := heads[0].here()
		l.add(report{site: r.here(), Severity: SeverityError, code: "twice", message: "[scenario] stands once in a scenario; the other is", other: &other})
	}
	r, s := heads[0], l.scn
	s.ID, s.Title = r.id(), r.text("title")
	s.Family, s.Style = r.str("family"), r.strOr("style", "operations")
	s.Control = r.strOr("control", "single")
	s.Language = l.lang
	if lang := r.str("language"); lang != "" && !languageTag(lang) {
		l.errorf(r.at("language"), "bad-language", `write a tag such as "en", "fr" or "zh-Hans"`, "%s is not a language", quoted(lang))
	}
	s.Summary, s.Briefing, s.Practice = r.text("summary"), r.text("briefing"), r.text("practice")
	s.Era, s.Marking = r.str("era"), r.str("marking")
}

// nothing reports that the scenario lacks what every scenario has, unless it
// may stand in a file that cannot be read.
func (l *loader) nothing(what, hint string) {
	if l.hasBroken() || len(l.files) == 0 {
		return
	}
	l.errorf(atOffset(l.files[0].src, 0), "missing-table", hint, "the scenario has no %s", what)
}

func (l *loader) buildPhases() {
	records := l.each("phase")
	if len(records) == 0 {
		l.nothing("phase", "write [[phase]] with at least one [[phase.segment]]")
	}
	for _, r := range records {
		p := Phase{ID: r.id(), Title: r.text("title"), Story: r.story(), Pace: r.number("pace", 1)}
		plays := false
		for _, sub := range r.subs["segment"] {
			seg := Segment{
				ID: sub.id(), Kind: sub.str("kind"), Title: sub.text("title"),
				Length: sub.millis("length"), Story: sub.story(), Note: sub.text("note"),
			}
			for _, q := range sub.subs["question"] {
				seg.Questions = append(seg.Questions, Discussion{Question: l.question(q, "side"), To: q.list("to"), Note: q.text("note")})
			}
			plays = plays || seg.Kind == "play" || sub.wrong["kind"]
			p.Segments = append(p.Segments, seg)
		}
		switch {
		case len(p.Segments) == 0:
			l.errorf(r.here(), "no-segments", "write [[phase.segment]] with kind and length below it", "phase %s has no segments", quoted(p.ID))
		case !plays && l.scn.Style != "discussion":
			l.warnf(r.here(), "no-play", `write kind = "play" in one of its segments, unless it is meant so`, "phase %s has no segment of play: its clock stands, and timed injects count from its first segment", quoted(p.ID))
		}
		l.scn.Phases = append(l.scn.Phases, p)
	}
	l.checkStory(records)
}

// checkStory holds the dates of phases and segments against each other: the
// story never goes back.
func (l *loader) checkStory(records []*record) {
	var last time.Time
	for i, r := range records {
		start := r.story()
		if start.IsZero() {
			continue
		}
		if start.Before(last) {
			l.errorf(r.at("story"), "story-goes-back", "the story never goes back; the preceding phase starts at "+last.Format(time.RFC3339), "phase %s starts before the one that precedes it", quoted(r.id()))
		}
		var next time.Time
		if i+1 < len(records) {
			next = records[i+1].story()
		}
		at := start
		for _, seg := range r.subs["segment"] {
			story := seg.story()
			switch {
			case story.IsZero():
				continue
			case story.Before(at):
				l.errorf(seg.at("story"), "story-goes-back", "the story has reached "+at.Format(time.RFC3339), "the segment's story starts before what precedes it")
			case !next.IsZero() && story.After(next):
				l.errorf(seg.at("story"), "story-too-late", "the next phase starts at "+next.Format(time.RFC3339), "the segment's story starts after the next phase")
			default:
				at = story
			}
		}
		last = start
	}
}

// maxSides is how many sides an audience can tell apart.
const maxSides = 60

// checkReserved refuses ids that mean something of their own where people,
// audiences and reaches are named.
func (l *loader) checkReserved(r *record, id string) {
	switch id {
	case "all", "any", "bot", "control", "evaluator", "everyone", "lead", "observer", "own", "projector", "simulator":
		l.errorf(r.at("id"), "reserved-id", "give it another id", "%s has a meaning of its own", quoted(id))
	}
}

func (l *loader) buildSides() {
	s := l.scn
	for _, r := range l.each("side") {
		side := Side{
			ID: r.id(), Name: r.text("name"), Timezone: r.strOr("timezone", "UTC"),
			Profile: r.list("profile"), Briefing: r.text("briefing"), Language: r.str("language"),
			ClearedBy: r.str("cleared-by"),
		}
		zone, err := time.LoadLocation(side.Timezone)
		if err != nil {
			zone = time.UTC
		}
		side.Zone = zone
		if side.Language != "" && !languageTag(side.Language) {
			l.errorf(r.at("language"), "bad-language", `write a tag such as "en", "fr" or "zh-Hans"`, "%s is not a language", quoted(side.Language))
		}
		l.checkProfile(r)
		l.checkReserved(r, side.ID)
		s.Sides = append(s.Sides, side)
	}
	if len(s.Sides) > maxSides {
		l.errorf(l.each("side")[maxSides].at("id"), "too-many-sides", "let smaller parties sit as agencies of one side", "there are %d sides, and %d is the most", len(s.Sides), maxSides)
	}
	sideOf := map[string]string{}
	for _, r := range l.each("agency") {
		a := Agency{ID: r.id(), Side: r.str("side"), Name: r.text("name"), Offices: r.list("office")}
		l.checkReserved(r, a.ID)
		sideOf[a.ID] = a.Side
		s.Agencies = append(s.Agencies, a)
	}
	for _, r := range l.each("role") {
		role := Role{
			ID: r.id(), Agency: r.str("agency"), Title: r.text("title"), Briefing: r.text("briefing"),
			Legal: r.yes("legal-adviser"), Alternate: r.str("alternate"), Scribe: r.yes("scribe"), People: int(r.number("people", 1)),
		}
		l.checkReserved(r, role.ID)
		role.Side = sideOf[role.Agency]
		s.Roles = append(s.Roles, role)
	}
	if len(s.Sides) == 0 {
		l.nothing("side", "write [[side]] with id, name and timezone")
	} else if len(s.Roles) == 0 {
		l.nothing("role", "write [[role]] with id, agency and title")
	}
	l.checkAlternates()
	l.checkClearers()
}

// checkClearers reports who is to clear what another side shows.
func (l *loader) checkClearers() {
	for _, r := range l.each("side") {
		by := r.str("cleared-by")
		i := slices.IndexFunc(l.scn.Roles, func(role Role) bool { return role.ID == by })
		if i >= 0 && l.scn.Roles[i].Side != "" && l.scn.Roles[i].Side != r.id() {
			l.errorf(r.at("cleared-by"), "other-side", "", "role %s sits on another side", quoted(by))
		}
	}
}

func (l *loader) checkAlternates() {
	sideOf := map[string]string{}
	for _, r := range l.scn.Roles {
		sideOf[r.ID] = r.Side
	}
	for _, r := range l.each("role") {
		switch alt := r.str("alternate"); {
		case alt == "":
		case alt == r.id():
			l.errorf(r.at("alternate"), "bad-alternate", "", "role %s is its own alternate", quoted(alt))
		case sideOf[alt] != sideOf[r.id()] && sideOf[alt] != "" && sideOf[r.id()] != "":
			l.warnf(r.at("alternate"), "bad-alternate", "", "%s sits on another side than role %s", quoted(alt), quoted(r.id()))
		}
	}
}

// checkProfile reports packs that do not exist, or are of another era.
func (l *loader) checkProfile(side *record) {
	for _, it := range side.items("profile") {
		p := l.packs[it.value]
		if p == nil {
			l.unknownPack(side.elem("profile", it.index), it.value)
			continue
		}
		for _, r := range p.each("pack") {
			if era := r.str("era"); era != "" && l.scn.Era != "" && era != l.scn.Era {
				l.warnf(side.elem("profile", it.index), "era", "", "the pack %s gives the law of %s, but the scenario plays in %s", quoted(it.value), quoted(era), quoted(l.scn.Era))
			}
		}
	}
}

func (l *loader) unknownPack(s site, entry string) {
	if isPath(entry) {
		l.errorf(s, "unknown-pack", "a path counts from the scenario's folder and leads to a *.toml file or a folder of them", "there is no pack at %s", quoted(entry))
		return
	}
	known := l.from.packs()
	hint := l.spell.meant(entry, known)
	if hint == "" && len(known) > 0 && len(known) <= maxListed {
		hint = "the library has: " + oneOf(known)
	}
	if hint == "" {
		hint = "a pack of your own is named by its path: \"./packs/" + quotedPlain(entry) + ".toml\""
	}
	l.errorf(s, "unknown-pack", hint, "the library has no pack %s", quoted(entry))
}

// buildThings makes what needs no resolving.
func (l *loader) buildThings() {
	s := l.scn
	for _, r := range l.each("target") {
		s.Targets = append(s.Targets, Target{ID: r.id(), Side: r.str("side"), Title: r.text("title")})
	}
	for _, r := range l.withPacks(kindMilestone) {
		s.Milestones = append(s.Milestones, Milestone{ID: r.id(), Title: r.text("title"), Set: r.yes("set")})
	}
	for _, r := range l.each("objective") {
		o := Objective{ID: r.id(), Title: r.text("title")}
		for _, t := range r.subs["task"] {
			o.Tasks = append(o.Tasks, Task{ID: t.id(), Title: t.text("title")})
		}
		s.Objectives = append(s.Objectives, o)
	}
	for _, r := range l.each("persona") {
		s.Personas = append(s.Personas, Persona{ID: r.id(), Name: r.text("name"), Note: r.text("note")})
	}
	for _, r := range l.withPacks(kindEvidence) {
		s.Evidence = append(s.Evidence, Evidence{
			ID: r.id(), Title: r.text("title"), Description: r.text("description"),
			Hash: r.str("hash"), Marking: r.str("marking"), Certificate: r.text("certificate"), Limits: r.text("limits"),
		})
	}
	for _, r := range l.each("marking") {
		s.Markings = append(s.Markings, Marking{ID: r.id(), Label: r.str("label"), Releasable: r.list("releasable")})
	}
}

// withPacks returns the scenario's records of a table, then each pack's, once
// however many sides take it.
func (l *loader) withPacks(table string) []*record {
	out := l.each(table)
	for _, entry := range l.order {
		out = append(out, l.packs[entry].each(table)...)
	}
	return out
}

func (l *loader) buildActions() {
	for _, r := range l.each(kindAction) {
		l.action(r, "")
	}
	for _, side := range l.each("side") {
		for _, entry := range side.list("profile") {
			for _, r := range l.packs[entry].each(kindAction) {
				l.action(r, side.id())
			}
		}
	}
}

func (l *loader) action(r *record, side string) {
	l.checkMilestones(r)
	l.scn.Actions = append(l.scn.Actions, Action{
		ID: r.id(), Side: side, Title: r.text("title"), Help: r.text("help"), Takes: r.millis("takes"),
		Result: r.strOr("result", "works"), Yields: r.list("yields"), Sets: r.list("sets"), Clears: r.list("clears"),
	})
}

// checkMilestones reports what is set and cleared at once.
func (l *loader) checkMilestones(r *record) {
	for _, it := range r.items("clears") {
		if slices.Contains(r.list("sets"), it.value) {
			l.warnf(r.elem("clears", it.index), "sets-and-clears", "", "the milestone %s is set and cleared at once", quoted(it.value))
		}
	}
}

// condition parses the condition of a key, if it is there.
func (l *loader) condition(r *record, key string) *Cond {
	if !r.has(key) {
		return nil
	}
	return parseCondition(l.desk, l.index, r.at(key), r.str(key))
}

// options returns the ids of a question's options.
func (x *index) options(question string) []string {
	e := x.get(question, kindQuestion)
	if e == nil {
		return nil
	}
	var out []string
	for _, o := range e.rec.subs["option"] {
		out = append(out, o.id())
	}
	return out
}
