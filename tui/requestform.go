package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
	"parley/scenarios"
)

// newRequests are the kinds of request that can be written, those that the
// seat's role is stated to send first, and the drafts of its side.
func (m *Model) newRequests() []entry {
	v, own := m.seat.view, m.seat.role
	var ours, others, drafts []entry
	for _, k := range v.RequestKinds() {
		open := func(m *Model) tea.Cmd { return m.requestForm(k, nil) }
		name := m.kindTitle(v, k.ID)
		if slices.Contains(k.Senders, own) {
			ours = append(ours, entry{"request-" + k.ID, m.t("Request: {kind}", "kind", name), open})
			continue
		}
		others = append(others, entry{"request-" + k.ID, m.t("Request: {kind} (off channel for your role)", "kind", name), open})
	}
	for _, d := range v.Drafts() {
		drafts = append(drafts, m.draftEntry(v, d))
	}
	return slices.Concat(ours, drafts, others)
}

// draftEntry goes on with a draft of the side.
func (m *Model) draftEntry(v engine.View, d engine.Draft) entry {
	label := m.t("Draft {id}: {kind}, by {who}", "id", line(d.ID), "kind", m.kindTitle(v, d.Request), "who", m.roleTitle(d.Role))
	return entry{"draft-" + d.ID, label, func(m *Model) tea.Cmd { return m.requestForm(v.RequestKind(d.Request), &d) }}
}

// requestText is a request that is being written.
type requestText struct {
	*form
	kind      *scenarios.RequestKind
	draft     *engine.Draft // that it goes on with, nil for none
	who       *sayer
	addressee *pickField
	urgency   *pickField
	file      *pickField
	contents  []*requestField
	text      *areaField
	cites     *pickField
	then      *pickField
}

// What becomes of a request that was written.
const (
	thenSend = "send"
	thenKeep = "keep"
)

// requestForm writes a request: whatever it lacks, it can be sent, or kept for
// another of the side to go on with.
func (m *Model) requestForm(k *scenarios.RequestKind, d *engine.Draft) tea.Cmd {
	v := m.seat.view
	r := &requestText{kind: k, draft: d, who: m.newSayer()}
	was := draftContents(v, d)
	r.addressee = newPick(m.t("To"), m.receivers(v, k), was.to)
	r.urgency = newPick(m.t("Urgency"), m.urgencies(k), was.urgency)
	r.urgency.rows = len(k.Times)
	r.file = newPick(m.t("Case"), m.caseOptions(v), was.file)
	if !k.FreeText {
		for i := range k.Fields {
			r.contents = append(r.contents, m.newRequestField(&k.Fields[i], was.fields[k.Fields[i].ID]))
		}
	}
	r.text = newArea(m.t("Said besides"), was.text, 3)
	if k.FreeText {
		r.text = newArea(m.t("Text"), was.text, 8)
	}
	r.cites = m.citesFor(v, k.As[scenarios.StepSend])
	r.then = newPick(m.t("Then"), []option{{thenSend, m.t("send it")}, {thenKeep, m.t("keep it as a draft that your side can go on with")}}, thenSend)
	fields := []field{r.addressee, r.urgency, r.file}
	for _, f := range r.contents {
		fields = append(fields, f)
	}
	all, first := r.who.around(append(fields, r.text, r.cites)...)
	r.form = &form{title: m.t("Request: {kind}", "kind", m.kindTitle(v, k.ID)), fields: append(all, r.then), at: first, over: true}
	if d != nil {
		r.about = d.ID
	}
	r.to = func() string { return r.goesTo(m, v) }
	r.does = func() string { return r.doing(m) }
	r.live = func(w int) []string { return r.head(m, first+3, w) }
	r.make = func() (engine.Command, string) { return r.command(m) }
	return m.open(r.form)
}

// head says what kind of request it is until the first few fields are filled,
// and what is lacking until that is read over on the line that sends.
func (r *requestText) head(m *Model, first, w int) []string {
	var out []string
	add := func(s string, l style) {
		for _, part := range styled(indent(" ", s, w-1), l) {
			out = append(out, fit(part, w))
		}
	}
	k := r.kind
	if r.at < first || k.FreeText {
		if help := line(k.Help.In(m.lang)); help != "" {
			add(help, m.st.plain)
		}
		if k.Basis != "" {
			add(m.labelled(m.t("basis"), line(k.Basis)), m.st.dim)
		}
	}
	if !slices.Contains(k.Senders, r.who.who()) && r.at < len(r.fields) {
		add(m.t("Your role is not stated to send this: it would be recorded as off channel."), m.st.warn)
	}
	switch {
	case k.FreeText:
		must := make([]string, len(k.Fields))
		for i := range k.Fields {
			must[i] = m.t("{what} ({more})", "what", m.fieldTitle(&k.Fields[i]), "more", m.weightText(&k.Fields[i]))
		}
		add(m.t("One text. It should contain: {what}.", "what", m.joinNames(must)), m.st.accent)
	case r.at < len(r.fields):
		l := lacksOf(r.contents)
		out = append(out, l.live(m, w)...)
	}
	return out
}

// written is what a draft holds.
type written struct {
	to, urgency, file, text string
	fields                  map[string]string
}

func draftContents(v engine.View, d *engine.Draft) written {
	if d == nil {
		return written{}
	}
	w := written{to: d.To, urgency: d.Urgency, file: d.Case, fields: map[string]string{}}
	w.text, _ = v.Text(d.Text)
	for id := range d.Fields {
		w.fields[id] = block(v.DraftText(d.Fields, id))
	}
	w.text = block(w.text)
	return w
}

// receivers are the roles of other sides, those stated to receive a kind first.
func (m *Model) receivers(v engine.View, k *scenarios.RequestKind) []option {
	var stated, others []option
	seats := v.Seats()
	for i := range seats {
		r := &seats[i]
		switch {
		case r.Side == v.Side().ID || r.Side == "":
		case slices.Contains(k.Receivers, r.ID):
			stated = append(stated, option{r.ID, m.roleAndSide(r.ID, r.Side)})
		default:
			others = append(others, option{r.ID, m.t("{who} (off channel: not stated to receive it)", "who", m.roleAndSide(r.ID, r.Side))})
		}
	}
	return append(stated, others...)
}

func (m *Model) urgencies(k *scenarios.RequestKind) []option {
	out := make([]option, len(k.Times))
	for i := range k.Times {
		out[i] = option{k.Times[i].Urgency, m.urgencyText(k, &k.Times[i])}
	}
	return out
}

// caseOptions are the cases that something can belong to.
func (m *Model) caseOptions(v engine.View) []option {
	return append([]option{{"", m.t("none")}}, m.allCases(v)...)
}

// citesFor chooses authorities to rely on, those that permit an action first.
func (m *Model) citesFor(v engine.View, action string) *pickField {
	side := v.Side().ID
	all := m.citable(side)
	permits := map[string]bool{}
	for _, a := range v.Authorities(side) {
		permits[a.ID] = action != "" && slices.Contains(a.Permits, action)
	}
	slices.SortStableFunc(all, func(a, b option) int {
		switch x, y := permits[a.id], permits[b.id]; {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	for i := range all {
		if permits[all[i].id] {
			all[i].label = m.t("{what} (permits it, as stated)", "what", all[i].label)
		}
	}
	cites := newSeveral(m.t("Relying on"), m.t("no authority cited"), all)
	cites.rows = 5
	return cites
}

// doing is what Enter does at the end.
func (r *requestText) doing(m *Model) string {
	if r.then.value() == thenKeep {
		return m.t("keep the draft")
	}
	return m.t("send it")
}

// goesTo says to whom it goes and what it lacks.
func (r *requestText) goesTo(m *Model, v engine.View) string {
	if r.then.value() == thenKeep {
		return m.t("for your side alone: nothing goes out yet")
	}
	parts := []string{m.t("to {who}, {as}", "who", m.roleAndSide(r.addressee.value(), v.SideOf(r.addressee.value())), "as", r.who.as(m))}
	if !slices.Contains(r.kind.Senders, r.who.who()) || !slices.Contains(r.kind.Receivers, r.addressee.value()) {
		parts = append(parts, m.t("off channel"))
	}
	if len(r.cites.values()) == 0 {
		parts = append(parts, m.t("no authority cited"))
	}
	if !r.kind.FreeText {
		l := lacksOf(r.contents)
		return strings.Join(append([]string{strings.Join(parts, " · ")}, l.text(m)...), "\n")
	}
	return strings.Join(parts, " · ")
}

func (r *requestText) command(m *Model) (engine.Command, string) {
	if r.addressee.value() == "" {
		return engine.Command{}, m.t("nobody is there to receive it")
	}
	fields := map[string]string{}
	for _, f := range r.contents {
		if !f.empty() {
			fields[f.def.ID] = f.value()
		}
	}
	if r.kind.FreeText && r.text.value() == "" {
		return engine.Command{}, m.t("the text is empty")
	}
	draft := ""
	if r.draft != nil {
		draft = r.draft.ID
	}
	if r.then.value() == thenKeep {
		r.done = m.t("Kept as a draft of your side: it stands among the requests.")
		return r.who.command(m, engine.DraftRequest{
			Request: draft, Kind: r.kind.ID, To: r.addressee.value(), Urgency: r.urgency.value(), Case: r.file.value(), Fields: fields, Text: r.text.value(), Lang: m.lang,
		})
	}
	r.done = m.t("Sent to {who}.", "who", m.roleTitle(r.addressee.value()))
	return r.who.command(m, engine.SendRequest{
		Draft: draft, Kind: r.kind.ID, To: r.addressee.value(), Urgency: r.urgency.value(), Case: r.file.value(), Fields: fields, Text: r.text.value(), Lang: m.lang, Cites: r.cites.values(),
	})
}
