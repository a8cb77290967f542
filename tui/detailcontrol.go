package tui

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// What control's cursor can come to beside what a log speaks of.
const (
	onRole      = "role"
	onPhase     = "phase"
	onMilestone = "milestone"
	onObjective = "objective" // or a critical task of one
	onCatalogue = "catalogue"
	onTarget    = "target"
	onEvidence  = "evidence"
	onCue       = "cue" // the card of an inject that is to be said
)

// thingOf is what an id of the scenario names.
func (m *Model) thingOf(id string) subject {
	s := subject{id: id, entry: -1}
	sc := m.view.Scenario()
	switch _, inject := m.view.Item(id); {
	case sc == nil || id == "":
		return subject{entry: -1}
	case inject:
		s.kind = onInject
	case m.roleOf(id) != nil:
		s.kind = onRole
	case m.phaseNumber(id) > 0:
		s.kind = onPhase
	case named(sc.Actions, id, func(a *scenarios.Action) string { return a.ID }) != nil:
		s.kind = onCatalogue
	case named(sc.Milestones, id, func(a *scenarios.Milestone) string { return a.ID }) != nil:
		s.kind = onMilestone
	case m.objectiveTitle(id) != "":
		s.kind = onObjective
	case named(sc.Targets, id, func(a *scenarios.Target) string { return a.ID }) != nil:
		s.kind = onTarget
	case named(sc.Evidence, id, func(a *scenarios.Evidence) string { return a.ID }) != nil:
		s.kind = onEvidence
	case named(sc.Authorities, id, func(a *scenarios.Authority) string { return a.ID }) != nil:
		s.kind = onAuthority
	case m.view.Discussion(id) != nil:
		s.kind = onQuestion
	default:
		s.kind = m.happened(id)
	}
	return s
}

// happened is the kind of what came about in the exercise, "" for none.
func (m *Model) happened(id string) string {
	if _, ok := m.view.Action(id); ok {
		return onAction
	}
	if _, ok := m.view.Message(id); ok {
		return onMessage
	}
	if _, ok := m.view.Approval(id); ok {
		return onApproval
	}
	for _, s := range m.view.Stated() {
		if s.ID == id {
			return onAuthority
		}
	}
	return ""
}

func named[T any](all []T, id string, name func(*T) string) *T {
	for i := range all {
		if name(&all[i]) == id {
			return &all[i]
		}
	}
	return nil
}

// thingName is what a thing of the scenario is called.
func (m *Model) thingName(s subject) string {
	sc := m.view.Scenario()
	var title scenarios.Text
	switch s.kind {
	case onRole:
		return m.roleTitle(s.id)
	case onTarget:
		return m.targetName(s.id)
	case onObjective:
		return m.objectiveTitle(s.id)
	case onPhase:
		title = sc.Phases[m.phaseNumber(s.id)-1].Title
	case onMilestone:
		title = named(sc.Milestones, s.id, func(a *scenarios.Milestone) string { return a.ID }).Title
	case onCatalogue:
		title = named(sc.Actions, s.id, func(a *scenarios.Action) string { return a.ID }).Title
	case onEvidence:
		title = named(sc.Evidence, s.id, func(a *scenarios.Evidence) string { return a.ID }).Title
	case onAuthority:
		if a := named(sc.Authorities, s.id, func(a *scenarios.Authority) string { return a.ID }); a != nil {
			return m.authorityLabel(a)
		}
	case onQuestion:
		if d := m.view.Discussion(s.id); d != nil {
			return line(d.Prompt.In(m.lang))
		}
	case onInject:
		if it, ok := m.view.Item(s.id); ok {
			return line(s.id) + "  " + line(m.view.ItemText(&it, "subject", m.lang))
		}
	}
	if t := line(title.In(m.lang)); t != "" {
		return t
	}
	return line(s.id)
}

// controlDetails is what control's console shows of a subject that no seat's
// screen has; false if it is none of its own.
func (m *Model) controlDetails(p *page, v engine.View, s subject) bool {
	switch s.kind {
	case onRole:
		m.roleDetail(p, v, s.id)
	case onPhase:
		m.phaseDetail(p, v, s.id)
	case onMilestone:
		m.milestoneDetail(p, v, s.id)
	case onObjective:
		m.objectiveDetail(p, v, s.id)
	case onCatalogue:
		m.catalogueDetail(p, v, s.id)
	case onEvidence:
		if e, ok := v.Exhibit(s.id); ok {
			m.exhibitDetail(p, v, &e)
			break
		}
		m.evidenceDetail(p, v, s.id)
	case onTarget:
		p.title = m.t("Target · {id}", "id", line(s.id))
		p.lit(m.ofSide(m.targetName(s.id), v.SideOf(s.id)), m.st.bold)
	case onAuthority:
		m.controlsCard(p, v, s.id)
	case onRuling:
		m.rulingDetail(p, v, s.id)
	case onWays:
		m.waysDetail(p, v, s.id)
	case onCue:
		if it, ok := v.Item(s.id); ok {
			m.cuePage(p, v, &it)
		}
	default:
		return false
	}
	return true
}

// statusOf is how far an addressee has come with a delivery.
func statusOf(d *engine.Delivery, role string) engine.Status {
	if i := slices.Index(d.Roles, role); i >= 0 && i < len(d.Status) {
		return d.Status[i]
	}
	return engine.Unopened
}

// roleDetail is a seat: who sits there, what is unread, what is asked of it.
func (m *Model) roleDetail(p *page, v engine.View, id string) {
	r := m.roleOf(id)
	if r == nil {
		return
	}
	p.title = m.t("Role · {id}", "id", line(id))
	p.lit(m.roleTitle(id)+", "+m.agencyName(r.Agency)+", "+m.sideName(r.Side), m.st.bold)
	p.field(m.t("sits there"), m.whoSits(id))
	if r.Legal {
		p.field("", m.t("the side's legal adviser"))
	}
	if r.Scribe {
		p.field("", m.t("a scribe: records what others of its side say"))
	}
	if r.Alternate != "" {
		p.link(roleSubject(r.Alternate), "→", m.t("in its place: {role}", "role", m.roleTitle(r.Alternate)))
	}
	m.unopened(p, v, id)
	for _, a := range v.ApprovalsAsked() {
		if a.State == engine.ApprovalWaiting && slices.Contains(a.Approvers, id) {
			p.link(subject{kind: onApproval, id: a.ID, entry: -1}, "✍", m.t("is asked to approve: {action}, since {time}", "action", m.actionName(v, a.Side, a.Action), "time", clockText(a.T)))
		}
	}
	if text := m.read(r.Briefing); text.Text != "" {
		p.heading(m.t("Its briefing"))
		p.prose(text)
	}
}

// sitting is a role's name and who sits in its seat.
func (m *Model) sitting(name, role string) string {
	who := m.t("nobody sits there")
	if len(m.view.Sitting(role)) > 0 {
		who = m.whoSits(role)
	}
	return m.t("{what} ({more})", "what", name, "more", who)
}

// unopened lists the deliveries that a role has not opened or not
// acknowledged.
func (m *Model) unopened(p *page, v engine.View, role string) {
	p.heading(m.t("Not yet opened or acknowledged"))
	n := 0
	for _, i := range m.console.mentions.of[role] {
		d, ok := v.LogAt(int(i)).Body.(*engine.Delivered)
		if !ok || !slices.Contains(d.Roles, role) {
			continue
		}
		it, _ := v.Item(d.Inject)
		all := v.DeliveriesOf(&it)
		for k := range all {
			if st := statusOf(&all[k], role); all[k].ID == d.ID && !all[k].Recalled && st < engine.StatusAcknowledged {
				n++
				p.link(injectSubject(d.Inject), "●", clockText(all[k].T)+" "+line(d.ID)+" “"+line(v.ItemText(&it, "subject", m.lang))+"”: "+words.Say(m.lang, "status."+statusCode(st), nil))
			}
		}
	}
	if n == 0 {
		p.note(m.t("nothing"))
	}
}

func (m *Model) phaseDetail(p *page, v engine.View, id string) {
	sc, n := v.Scenario(), m.phaseNumber(id)
	if n == 0 {
		return
	}
	ph := &sc.Phases[n-1]
	p.title = m.t("Phase {n} · {id}", "n", strconv.Itoa(n), "id", line(id))
	p.lit(line(ph.Title.In(m.lang)), m.st.bold)
	p.field(m.t("story"), m.storyTexts(ph.Story.UnixMilli(), v.Sides()))
	c := v.Clock()
	p.heading(m.t("Segments"))
	for i := range ph.Segments {
		s := &ph.Segments[i]
		name := line(s.Title.In(m.lang))
		if name == "" {
			name = line(s.ID)
		}
		sign := "○"
		if c.Phase == n-1 && c.Segment == i {
			sign = "▶"
		}
		p.link(subject{kind: onSegment, id: s.ID, entry: -1}, sign, words.Say(m.lang, "segment."+s.Kind, nil)+" · "+name+" · "+spanText(s.Length))
	}
	p.heading(m.t("Injects"))
	for i := range v.MSELLen() {
		it := v.MSELAt(i)
		if it.Def.Phase == id && len(p.links) < mostListed {
			sign, _, _ := m.mselState(&it)
			p.link(injectSubject(it.ID), sign, m.t("{who}: {what}", "who", m.stateWord(&it), "what", m.thingName(injectSubject(it.ID))))
		}
	}
}

func (m *Model) milestoneDetail(p *page, v engine.View, id string) {
	p.title = m.t("Milestone · {id}", "id", line(id))
	for _, s := range v.Milestones() {
		if s.ID != id {
			continue
		}
		p.lit(line(s.Title.In(m.lang)), m.st.bold)
		if s.Reached {
			p.lit(m.t("✓ reached, since {time}", "time", clockText(s.Since)), m.st.good)
		} else {
			p.note(m.t("○ not reached"))
		}
	}
	for _, i := range m.console.mentions.of[id] {
		if b, ok := v.LogAt(int(i)).Body.(*engine.MilestoneSet); ok && b.Source != "" && b.Source != "hand" {
			p.link(m.thingOf(injectOf(b.Source)), "→", m.t("by {thing}", "thing", line(b.Source)))
		}
	}
}

// catalogueDetail is an action of the catalogue as each side has it.
func (m *Model) catalogueDetail(p *page, v engine.View, id string) {
	p.title = m.t("Action of the catalogue · {id}", "id", line(id))
	sc := v.Scenario()
	for i := range sc.Actions {
		a := &sc.Actions[i]
		if a.ID != id {
			continue
		}
		p.lit(m.ofSide(line(a.Title.In(m.lang)), a.Side), m.st.bold)
		p.prose(m.read(a.Help))
		p.field(m.t("takes"), spanText(a.Takes))
		p.field(m.t("outcome"), words.Say(m.lang, "result."+a.Result, nil))
		m.names(p, m.t("sets"), a.Sets)
		m.names(p, m.t("clears"), a.Clears)
		m.names(p, m.t("yields"), a.Yields)
	}
}

func (m *Model) evidenceDetail(p *page, v engine.View, id string) {
	e := named(v.Scenario().Evidence, id, func(e *scenarios.Evidence) string { return e.ID })
	if e == nil {
		return
	}
	p.title = m.t("Evidence · {id}", "id", line(id))
	p.lit(line(e.Title.In(m.lang)), m.st.bold)
	p.prose(m.read(e.Description))
	for _, h := range v.Exhibits() {
		if h.Evidence == id {
			p.link(of(onEvidence, h.ID), "⬒", m.t("{who}: {what}", "who", m.t("{who} at {time}", "who", m.sideName(h.Side), "time", clockText(h.T)), "what", m.exhibitText(&h)))
		}
	}
}

// controlsCard is the card of an authority, of whichever side.
func (m *Model) controlsCard(p *page, v engine.View, id string) {
	p.title = m.t("Authority · {id}", "id", line(id))
	if a := named(v.Scenario().Authorities, id, func(a *scenarios.Authority) string { return a.ID }); a != nil {
		p.note(m.sideName(a.Side))
		m.authorityCard(p, v, a)
		return
	}
	for _, s := range v.Stated() {
		if s.ID == id {
			side := m.agencySide(s.Agency)
			p.note(m.sideName(side))
			p.lit(m.authorityName(v, side, id), m.st.bold)
			p.field(m.t("held by"), m.agencyName(s.Agency))
			p.field(m.t("permits"), m.actionName(v, side, s.Permits))
			p.field(m.t("reaches"), m.reachText(s.Reaches))
			p.link(actionSubject(s.Act), "→", m.t("stated on {act}", "act", line(s.Act)))
		}
	}
}

func (m *Model) rulingDetail(p *page, v engine.View, id string) {
	for _, r := range v.Rulings() {
		if r.ID != id {
			continue
		}
		p.title = m.t("Ruling · {id}", "id", line(id))
		p.markdown(m.typedBlock(v, r.Text))
		p.gap()
		p.field(m.t("because"), m.typed(v, r.Reason))
		names := make([]string, len(r.To))
		for i, s := range r.To {
			names[i] = m.sideName(s)
		}
		p.field(m.t("to"), m.joinNames(names))
		p.field(m.t("at"), clockText(r.T))
		if r.On != "" {
			p.link(m.thingOf(r.On), "→", m.t("on {thing}", "thing", m.nameOf(r.On)))
		}
	}
}

// nameOf is what an id names, in words.
func (m *Model) nameOf(id string) string {
	switch s := m.thingOf(id); s.kind {
	case "":
		return line(id)
	case onAction, onMessage, onApproval:
		return m.subjectName(s)
	default:
		return m.thingName(s)
	}
}

// names adds links to what ids name, each with the same word before it.
func (m *Model) names(p *page, word string, all []string) {
	for _, id := range all {
		p.link(m.thingOf(id), "→", m.t("{who}: {what}", "who", word, "what", m.nameOf(id)))
	}
}
