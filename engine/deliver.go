package engine

import (
	"slices"
	"strconv"
	"strings"

	"parley/scenarios"
)

// injectFallsDue decides what becomes of an inject whose time has come.
func (x *Exercise) injectFallsDue(i int) {
	m := x.msel.at(i)
	switch {
	case m.Def.When != nil && m.Def.Category == scenarios.CategoryContingency && !m.Def.Auto:
		x.emit(x.injectControls(m), &Proposed{Inject: m.ID})
	case x.sc.Style == "discussion":
		x.emit(x.injectControls(m), &FellDue{Inject: m.ID})
	default:
		x.deliver(i, false)
	}
}

// deliver puts an inject before its addressees; one that is spoken is cued to
// a controller first.
func (x *Exercise) deliver(i int, spoken bool) {
	m := x.msel.at(i)
	if !spoken && saidAloud(m) {
		x.emit(x.injectControls(m), &Cued{Inject: m.ID})
		return
	}
	sides := x.partyOf(m.Roles)
	to := sides.across
	alt, content := x.contentOf(m)
	if alt == noContent {
		x.emit(x.injectControls(m), &Skipped{Inject: m.ID, Why: WhyNoAlternative})
		x.holdDependants(i, WhySkippedBefore)
		return
	}
	d := &Delivered{
		Inject: m.ID, Ordinal: len(m.deliveries) + 1, Roles: m.Roles, Channel: m.Def.Channel, Marking: m.Def.Marking,
	}
	if d.Marking == "" {
		d.Marking = x.sc.Marking
	}
	d.ID = m.ID + "#" + strconv.Itoa(d.Ordinal)
	d.From = x.piece(to, m, "from", nil)
	if from := sender(x.sc, m.Def); from != nil {
		d.From = Piece{Text: from}
	}
	d.Subject = x.piece(to, m, "subject", content.Subject)
	d.Body = x.piece(to, m, "body", content.Body)
	d.Ask = x.piece(to, m, "ask", content.Ask)
	if content.AskWithin > 0 {
		d.AskBy = x.now.T + content.AskWithin
	}
	for _, a := range content.Attachments {
		d.Enclosed = append(d.Enclosed, Enclosed{Name: a.Name, Text: a.Text})
	}
	if m.Def.Questions != nil {
		d.Questions = x.plan.questions[i]
	}
	x.emit(to, d)
	if alt >= 0 {
		x.emit(sides.controls, &ChoseAlternative{Delivery: d.ID, Alternative: alt})
	}
	x.afterDelivery(i, d, sides)
}

// saidAloud reports whether a controller says an inject, or hands it over.
func saidAloud(m *MSELItem) bool {
	return m.Def.Channel == scenarios.ChannelPhone || m.Def.Channel == scenarios.ChannelInPerson
}

const (
	ownContent = -1 // the inject's own text
	noContent  = -2 // nothing to deliver: no alternative holds and there is no own text
)

// contentOf chooses the text of an inject: the first alternative whose
// condition holds, else its own.
func (x *Exercise) contentOf(m *MSELItem) (int, scenarios.Content) {
	own := m.Def.Content
	for i := range m.Def.Alternatives {
		a := &m.Def.Alternatives[i]
		if a.When != nil && !x.holds(a.When, x.now.T) {
			continue
		}
		c := a.Content
		if c.Subject == nil {
			c.Subject = own.Subject
		}
		if c.Body == nil {
			c.Body = own.Body
		}
		if c.Ask == nil {
			c.Ask = own.Ask
		}
		if c.AskWithin == 0 {
			c.AskWithin = own.AskWithin
		}
		if c.Attachments == nil {
			c.Attachments = own.Attachments
		}
		return i, c
	}
	if len(m.Def.Alternatives) > 0 && len(own.Body) == 0 && m.Edits == nil {
		return noContent, own
	}
	return ownContent, own
}

// piece is a part of a delivery's text. An edit stands for its language as a
// copy that names its source; the other languages are out of date then.
func (x *Exercise) piece(to Audience, m *MSELItem, part string, text scenarios.Text) Piece {
	ed, ok := m.Edits[part]
	if !ok {
		return Piece{Text: text}
	}
	p := Piece{Typed: map[string]string{}}
	src := x.texts.at(int(x.mustPlace(ed.text)))
	if !src.Expunged && strings.TrimSpace(src.Text) == "" {
		return Piece{} // emptied: there is nothing in any language
	}
	if src.Expunged {
		p.Typed[ed.lang] = ed.text
	} else {
		p.Typed[ed.lang] = x.typed(to, writer(ed.text), ed.lang, src.Text, ed.text)
	}
	for lang, s := range text {
		if lang == ed.lang {
			continue
		}
		if p.Text == nil {
			p.Text = map[string]string{}
		}
		p.Text[lang] = s
		p.Stale = append(p.Stale, lang)
	}
	slices.Sort(p.Stale)
	return p
}

// afterDelivery decides what a delivery opens: expectations, milestones, and
// the due t of what comes after it.
func (x *Exercise) afterDelivery(i int, d *Delivered, sides *party) {
	def := x.msel.at(i).Def
	if len(def.Expects) > 0 {
		items := make([]Expecting, len(def.Expects))
		for k := range def.Expects {
			items[k] = Expecting{ID: d.ID + "/" + strconv.Itoa(k+1), Index: k, Deadline: x.now.T + def.Expects[k].Within}
		}
		x.emit(sides.controls, &Expected{Delivery: d.ID, Items: items})
	}
	x.setMilestones(sides.controls, def.Sets, def.Clears, x.now.T, d.ID)
	if i >= len(x.plan.dependants) {
		return
	}
	var dues []Scheduled
	for _, j := range x.plan.dependants[i] {
		dep := x.msel.at(int(j))
		if !dep.HasDue && (dep.State == InjectPlanned || dep.State == InjectHeld) {
			dues = append(dues, Scheduled{dep.ID, x.now.T + dep.Def.Delay})
		}
	}
	x.emitDues(dues)
}

// setMilestones emits the milestones that change.
func (x *Exercise) setMilestones(to Audience, sets, clears []string, since Millis, source string) {
	for _, id := range sets {
		if !x.facts.milestones[x.plan.milestone[id]].set {
			x.emit(to, &MilestoneSet{Milestone: id, Set: true, Since: since, Source: source})
		}
	}
	for _, id := range clears {
		if x.facts.milestones[x.plan.milestone[id]].set {
			x.emit(to, &MilestoneSet{Milestone: id, Set: false, Since: since, Source: source})
		}
	}
}

// holdDependants sends what hangs on an inject to control's queue.
func (x *Exercise) holdDependants(i int, why string) {
	if i >= len(x.plan.dependants) {
		return
	}
	var ids []string
	for _, j := range x.plan.dependants[i] {
		if dep := x.msel.at(int(j)); dep.State == InjectPlanned || dep.State == InjectDue {
			ids = append(ids, dep.ID)
		}
	}
	x.emitHeld(ids, why)
}
