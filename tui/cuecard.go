package tui

import (
	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// cueCard is what a controller who says an inject aloud holds in hand: whom to
// call, who they are, what to say. Enter says that it was said.
type cueCard struct {
	inject string
	scroll int
	most   int
	page   keptPage
}

func (c *cueCard) scope() scope                       { return scopeCue }
func (c *cueCard) paste(*Model, tea.PasteMsg) tea.Cmd { return nil }
func (c *cueCard) size(_ *Model, w, h int) (int, int) { return w, h }

func (c *cueCard) key(m *Model, msg tea.KeyPressMsg) tea.Cmd {
	if m.bound(scopeCue, msg) == nil {
		return m.below(msg, m.t("Enter or Esc first"))
	}
	return m.press(scopeCue, msg)
}

func (c *cueCard) draw(m *Model, w, h int) []string {
	p := c.page.get(m, m.view, subject{kind: onCue, id: c.inject, entry: -1}, w-2)
	room := h - 3
	c.most = max(0, len(p.lines)-room)
	c.scroll = max(0, min(c.scroll, c.most))
	title := p.title
	if c.scroll < c.most {
		title += " · " + m.t("↓ goes on")
	}
	out := []string{m.st.titleFocus.Render(ruleLine(title, w))}
	for _, l := range p.lines[c.scroll:min(len(p.lines), c.scroll+room)] {
		out = append(out, " "+l)
	}
	out = fitAll(out, w, h)
	out[h-2] = m.st.rule.Render(ruleLine("", w))
	later := ""
	if m.bound(scopeCue, keyPress("t")) != nil {
		later = m.st.key.Render("t") + " " + m.t("later") + "   "
	}
	out[h-1] = fit(" "+m.st.key.Render("Enter")+" "+m.t("it was said: record it as delivered")+"   "+later+m.st.key.Render("Esc")+" "+m.t("not yet"), w)
	return out
}

// cuePage is the card's text.
func (m *Model) cuePage(p *page, v engine.View, it *engine.MSELItem) {
	p.title = m.t("To be said aloud · {id}", "id", line(it.ID))
	call := m.t("Call")
	if it.Def.Channel == scenarios.ChannelInPerson {
		call = m.t("Go to")
	}
	for i, r := range it.Roles {
		label := ""
		if i == 0 {
			label = call
		}
		p.labelled(label, m.sitting(m.st.bold.Render(m.roleTitle(r)), r))
	}
	p.labelled(m.t("You are"), m.st.bold.Render(line(v.ItemText(it, "from", m.lang))))
	if note := m.personaNote(v, it.Def.Persona); note != "" {
		p.gap()
		p.markdown(note)
		p.gap()
	}
	p.labelled(m.t("About"), line(v.ItemText(it, "subject", m.lang)))
	p.heading(m.t("Say"))
	p.prose(v.ItemIn(it, "body", m.lang))
	if text := v.ItemText(it, "ask", m.lang); text != "" {
		p.gap()
		p.labelled(m.t("Ask"), m.within(line(text), it.Def.Content.AskWithin))
	}
	m.alternatives(p, it)
	if note := m.read(it.Def.Note); note.Text != "" {
		p.heading(m.t("Note for control"))
		p.prose(note)
	}
	for _, a := range it.Def.Content.Attachments {
		p.heading(m.t("To hand over: {name}", "name", line(a.Name)))
		p.verbatim(m.read(a.Text))
	}
	p.gap()
	when := m.stateWord(it)
	if it.State == engine.InjectCued {
		when = m.t("cued at {time}", "time", clockText(it.Since))
	}
	p.note(words.Say(m.lang, "channel."+it.Def.Channel, nil) + " · " + when)
}

// labelled is a field that also stands without a label, below another.
func (p *page) labelled(label, s string) {
	if label == "" {
		label = " "
	}
	p.field(label, s)
}

// personaNote is how somebody whom control speaks as is to be played.
func (m *Model) personaNote(v engine.View, id string) string {
	for _, x := range v.Personas() {
		if x.ID == id && id != "" {
			return x.Note.In(m.lang)
		}
	}
	return ""
}

// cueKey lays the card of a cued inject over the screen.
func (m *Model) cueKey(inject string) tea.Cmd {
	m.lay(&cueCard{inject: inject})
	return nil
}

// cardOr is the card of an inject that is to be said, in the place of its
// details; any other thing as it is.
func (m *Model) cardOr(s subject) subject {
	if it, ok := m.view.Item(s.id); ok && s.kind == onInject && it.State == engine.InjectCued {
		s.kind = onCue
	}
	return s
}

// cue is the card on top.
func (m *Model) cue() *cueCard {
	c, _ := m.top().(*cueCard)
	return c
}

// saidKey records that what the card says was said.
func (m *Model) saidKey() tea.Cmd {
	c := m.cue()
	if c == nil {
		return nil
	}
	m.drop(c)
	if it, ok := m.view.Item(c.inject); ok && !undelivered(&it) && !it.Def.Repeat {
		m.say(m.t("the inject is {state}", "state", m.stateWord(&it)), true)
		return nil
	}
	return m.orderControl(engine.Deliver{Inject: c.inject}, m.t("Delivered: {id}.", "id", line(c.inject)))
}

// cueLaterKey gives a cued inject another time.
func (m *Model) cueLaterKey() tea.Cmd {
	c := m.cue()
	if c == nil {
		return nil
	}
	cmd := m.retimeForm()
	m.drop(c)
	return cmd
}

// cueDetailKey shows the inject with all that hangs on it.
func (m *Model) cueDetailKey() tea.Cmd {
	if c := m.cue(); c != nil {
		m.lay(&fullDetail{at: injectSubject(c.inject)})
	}
	return nil
}

func cueScroll(d int) func(m *Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if c := m.cue(); c != nil {
			c.scroll = max(0, min(c.scroll+d, c.most))
		}
		return nil
	}
}

// cueBindings are the keys of a cue's card.
func cueBindings() []binding {
	return []binding{
		{scopeCue, []string{"enter"}, "", "it was said: record it as delivered", 0, "", (*Model).saidKey, (*Model).whyNotDuring, nil, false},
		{scopeCue, []string{"t"}, "", "give it another time", 0, "", (*Model).cueLaterKey, (*Model).whyNotDuring, nil, false},
		{scopeCue, []string{"d"}, "details", "the inject with all that hangs on it", 1, "", (*Model).cueDetailKey, nil, nil, false},
		{scopeCue, []string{"up", "k"}, "", "up", 0, "", cueScroll(-1), nil, nil, false},
		{scopeCue, []string{"down", "j"}, "", "down", 0, "", cueScroll(1), nil, nil, false},
		{scopeCue, []string{"pgup"}, "", "a page up", 0, "", cueScroll(-12), nil, nil, false},
		{scopeCue, []string{"pgdown"}, "", "a page down", 0, "", cueScroll(12), nil, nil, false},
		{scopeCue, []string{"?", "f1"}, "", "help", 0, "", (*Model).helpKey, nil, nil, false},
		{scopeCue, []string{"esc", "q", "ctrl+c"}, "", "not yet", 0, "", (*Model).dropTop, nil, nil, false},
	}
}
