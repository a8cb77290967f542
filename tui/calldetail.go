package tui

import (
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// callDetails is what is shown of hotlines and calls; false if a subject is none.
func (m *Model) callDetails(p *page, v engine.View, s subject) bool {
	switch s.kind {
	case onCall:
		m.callDetail(p, v, s.id)
	case onTurn:
		m.turnDetail(p, v, s.id)
	case onHotline:
		m.hotlineDetail(p, v, s.id)
	default:
		return false
	}
	return true
}

// callDetail is a call with all that was said in it, as far as the seat may have
// it.
func (m *Model) callDetail(p *page, v engine.View, id string) {
	c, ok := v.Call(id)
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	h := v.Hotline(c.Hotline)
	p.title = m.t("Call · {id}", "id", line(c.ID))
	p.headline(m.read(h.Title))
	m.callStands(p, v, &c)
	if c.Rings() { // why it was opened is what matters then
		m.callWhy(p, v, &c)
		m.callSaid(p, v, &c)
	} else {
		m.callSummary(p, v, &c)
		m.callSaid(p, v, &c)
	}
	m.callProcedure(p, &c, h)
	if !c.Rings() {
		m.callWhy(p, v, &c)
	}
}

// callWhy is who opened a call, about what, and what that was found to be.
func (m *Model) callWhy(p *page, v engine.View, c *engine.Call) {
	if c.Rings() {
		p.gap()
	} else {
		p.heading(m.t("How it was opened"))
	}
	p.field(m.t("from"), m.speaker(c.From, c.FromSide))
	p.field(m.t("to"), m.sideName(c.ToSide))
	p.field(m.t("about"), m.topicTitle(v, c.Hotline, c.Topic))
	urgent := m.t("nothing was named")
	if c.Urgent != "" {
		urgent = words.Say(m.lang, "urgent."+c.Urgent, nil)
	}
	p.field(m.t("urgent"), urgent)
	p.field(m.t("before it"), m.lowerText(v, c.Lower, c.Request))
	p.field(m.t("relies on"), line(strings.Join(c.Basis, "; ")))
	m.callFound(p, v, c)
	if v.Control() {
		p.link(roleSubject(c.From), "⇢", m.roleTitle(c.From))
		if c.Request != "" {
			p.link(requestSubject(c.Request), "⇢", m.requestName(v, c.Request))
		}
	}
}

// lowerText is what became of the lower channel, with the request that failed
// there.
func (m *Model) lowerText(v engine.View, lower, request string) string {
	if lower == "" {
		return m.t("nothing was said of the lower channel")
	}
	text := words.Say(m.lang, "lower."+lower, nil)
	if request != "" {
		text = m.t("{what} ({more})", "what", text, "more", m.requestName(v, request))
	}
	return text
}

// requestName is a request by what it is and its id.
func (m *Model) requestName(v engine.View, id string) string {
	if r, ok := v.Request(id); ok {
		return m.kindTitle(v, r.Request) + " · " + line(id)
	}
	return line(id)
}

// callStands says how a call stands, and what the seat can do.
func (m *Model) callStands(p *page, v engine.View, c *engine.Call) {
	state, style := m.callState(v, c)
	p.lit(state, style)
	if v.Control() || c.State == engine.CallClosed {
		return
	}
	switch side := v.Side().ID; {
	case c.Rings() && side == c.ToSide && v.MayAnswer(c):
		p.todo(m.t("{key} answers it.", "key", "t"), m.st.warn)
	case c.Rings() && side == c.ToSide:
		p.note(m.t("It is for {who} to answer it.", "who", m.contactsOf(v, c)))
	case c.Rings():
		p.todo(m.t("Nothing can be said before it is answered. {key} escalates it or gives it up.", "key", "s"), m.st.dim)
	default:
		p.todo(m.t("{key}: say something, read back, tick off, propose a summary, close", "key", "s"), m.st.dim)
	}
}

// contactsOf names those of the side that is called who answer it.
func (m *Model) contactsOf(v engine.View, c *engine.Call) string {
	var names []string
	if h := v.Hotline(c.Hotline); h != nil {
		for _, r := range h.Contacts {
			if v.SideOf(r) == c.ToSide {
				names = append(names, m.roleTitle(r))
			}
		}
	}
	if names == nil {
		return m.t("nobody that is stated")
	}
	return m.joinNames(names)
}

// callFound is what the opening and the answer were found to be: for the side
// that did it, and control.
func (m *Model) callFound(p *page, v engine.View, c *engine.Call) {
	for i := range c.Found {
		f := &c.Found[i]
		text := m.t("Recorded of the answer: {what}.", "what", m.misuseText(f.Causes))
		if f.Step == engine.StepOpen {
			text = m.t("Recorded of the opening: {what}.", "what", m.misuseText(f.Causes))
		}
		if len(f.Causes) == 0 {
			text = m.t("The entry test holds.")
		}
		if v.Control() {
			text = m.t("{who}: {what}", "who", m.sideName(f.Side), "what", text)
		}
		style := m.st.warn
		if len(f.Causes) == 0 {
			style = m.st.good
		}
		p.lit(text, style)
	}
	if len(c.Found) > 0 && !v.Control() {
		p.note(m.t("Your side and control see this; the other side does not."))
	}
}

// misuseText names what a misuse is.
func (m *Model) misuseText(causes []string) string {
	names := make([]string, len(causes))
	for i, c := range causes {
		names[i] = words.Say(m.lang, "misuse."+c, nil)
	}
	return m.joinNames(names)
}

// callSummary is the summary, and who signed it off.
func (m *Model) callSummary(p *page, v engine.View, c *engine.Call) {
	if c.Agreed != "" {
		p.heading(m.t("Summary, signed off by both"))
		m.saidBlock(p, v, c.AgreedText(), 2)
	}
	if c.Summary != "" && c.Summary != c.Agreed {
		p.heading(m.t("Summary as proposed"))
		m.saidBlock(p, v, c.SummaryText(), 2)
		p.note("  " + m.t("signed by {sides}", "sides", m.sideNames(c.SignedBy)))
	}
}

// underClock is how far in a text stands below a time and who said it then.
const underClock = 6

// saidBlock adds what was said, so far in.
func (m *Model) saidBlock(p *page, v engine.View, text string, in int) {
	if text == "" {
		return
	}
	for _, l := range m.tells.markdown(m.typedBlock(v, text), p.w-in, p.st) {
		p.add(spaces(in) + l)
	}
}

// callSaid is the thread of a call, from its opening on.
func (m *Model) callSaid(p *page, v engine.View, c *engine.Call) {
	p.heading(m.t("What was said"))
	p.bullet(shortClock(c.T), m.t("{who} opens the call", "who", m.speaker(c.From, c.FromSide)))
	m.saidBlock(p, v, c.Text, underClock)
	heard := map[string]string{c.FromSide: c.From} // who spoke last, by side
	for i := range c.Steps {
		s := &c.Steps[i]
		if s.Step == engine.CallTick {
			continue // stands in the procedure
		}
		who := m.sideName(s.Side)
		if heard[s.Side] != s.Role {
			who = m.speaker(s.Role, s.Side)
		}
		heard[s.Side] = s.Role
		p.bullet(shortClock(s.T), m.callStepText(v, c, s, who))
		m.saidBlock(p, v, s.Text, underClock)
	}
}

// speaker is a side with the role that speaks for it.
func (m *Model) speaker(role, side string) string {
	return m.t("{what} ({more})", "what", m.sideName(side), "more", m.roleTitle(role))
}

// callStepText says what somebody did in a call; the words stand below it.
func (m *Model) callStepText(v engine.View, c *engine.Call, s *engine.CallStep, who string) string {
	switch s.Step {
	case engine.CallAnswer:
		return m.t("{who} answers", "who", who)
	case engine.CallSummary:
		return m.t("{who} proposes a summary:", "who", who)
	case engine.CallSign:
		return m.t("{who} signs the summary off", "who", who)
	case engine.CallEscalate:
		return m.t("{who} escalates it to {to}", "who", who, "to", m.roleTitle(s.To))
	case engine.CallClose:
		if s.Next != 0 {
			return m.t("{who} closes the call; the next one is {when}", "who", who, "when", m.storyOf(v, s.Next))
		}
		return m.t("{who} closes the call", "who", who)
	}
	for i := range c.Steps {
		if r := &c.Steps[i]; s.Reads != "" && r.ID == s.Reads {
			return m.t("{who} reads back what was said at {time}:", "who", who, "time", shortClock(r.T))
		}
	}
	return m.t("{who} says:", "who", who)
}

// callProcedure is the checklist, with who ticked what.
func (m *Model) callProcedure(p *page, c *engine.Call, h *scenarios.Hotline) {
	if len(h.Procedure) == 0 {
		return
	}
	p.heading(m.t("Procedure"))
	for i := range h.Procedure {
		step := &h.Procedure[i]
		var by []string
		for _, side := range []string{c.FromSide, c.ToSide} {
			if c.Ticked(step.ID, side) {
				by = append(by, m.sideName(side))
			}
		}
		text := line(step.Title.In(m.lang))
		if by == nil {
			p.bullet("○", text)
			continue
		}
		p.bullet("✓", m.t("{what} ({more})", "what", text, "more", m.joinNames(by)))
	}
}

// turnDetail is something said in a call: what it reads back, and who read it
// back.
func (m *Model) turnDetail(p *page, v engine.View, id string) {
	c, ok := v.Call(callOfStep(id))
	if !ok {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Call · {id}", "id", line(c.ID))
	for i := range c.Steps {
		s := &c.Steps[i]
		if s.ID != id && s.Reads != id {
			continue
		}
		if s.ID != id {
			p.gap()
		}
		p.bullet(shortClock(s.T), m.callStepText(v, &c, s, m.speaker(s.Role, s.Side)))
		m.saidBlock(p, v, s.Text, underClock)
	}
	if s := stepOf(&c, id); s != nil && !v.Control() && s.Side != v.Side().ID && c.State == engine.CallAnswered {
		p.gap()
		p.todo(m.t("{key} reads it back, or answers.", "key", "s"), m.st.dim)
	}
}

// stepOf finds a step of a call.
func stepOf(c *engine.Call, id string) *engine.CallStep {
	for i := range c.Steps {
		if c.Steps[i].ID == id {
			return &c.Steps[i]
		}
	}
	return nil
}

// hotlineDetail is a hotline as its card: scope, who opens it, who answers, the
// procedure.
func (m *Model) hotlineDetail(p *page, v engine.View, id string) {
	h := v.Hotline(id)
	if h == nil {
		p.note(m.t("Nothing is chosen."))
		return
	}
	p.title = m.t("Hotline · {id}", "id", line(h.ID))
	p.headline(m.read(h.Title))
	if v.HotlineNeeded(id) {
		p.lit(m.t("It ought to be used now."), m.st.warn)
	}
	p.prose(m.read(h.Scope))
	p.gap()
	p.field(m.t("basis"), line(h.Basis))
	p.field(m.t("opened by"), m.rolesBySide(v, h.Openers))
	p.field(m.t("answered by"), m.rolesBySide(v, h.Contacts))
	if h.AnswerWithin > 0 {
		p.field(m.t("within"), m.ownSpan(h.AnswerWithin, h.ExerciseTime))
	}
	p.heading(m.t("What it is for"))
	for i := range h.Topics {
		p.bullet("·", line(h.Topics[i].Title.In(m.lang)))
	}
	p.heading(m.t("The entry test"))
	p.text(m.t("There is something urgent, and the lower channel has failed or is too slow."))
	if len(h.Procedure) > 0 {
		p.heading(m.t("Procedure"))
		for i := range h.Procedure {
			p.bullet("○", line(h.Procedure[i].Title.In(m.lang)))
		}
	}
	if !v.Control() {
		p.gap()
		p.todo(m.t("{key} opens a call.", "key", "s"), m.st.dim)
	}
}

// rolesBySide names roles, those of each side together.
func (m *Model) rolesBySide(v engine.View, roles []string) string {
	var out []string
	for _, s := range v.Sides() {
		var names []string
		for _, r := range roles {
			if v.SideOf(r) == s.ID {
				names = append(names, m.roleTitle(r))
			}
		}
		if names != nil {
			out = append(out, m.t("{who}: {what}", "who", m.sideName(s.ID), "what", m.joinNames(names)))
		}
	}
	return strings.Join(out, " · ")
}
