package engine

import (
	"maps"
	"slices"
	"strings"
)

// message sends a message: a player's within their side or to control,
// control's to anyone.
func (x *Exercise) message(seat string, op SendMessage) error {
	if strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	side := ""
	if !IsControl(seat) {
		side = x.sideOf(seat)
	}
	if _, ok := x.plan.persona[op.Persona]; op.Persona != "" && (!ok || side != "") {
		return refuse("no-such-persona", "persona", op.Persona)
	}
	b := &Messaged{To: op.To, Persona: op.Persona, ReplyTo: op.ReplyTo}
	if err := x.toWhom(b, side); err != nil {
		return err
	}
	if op.ReplyTo != "" {
		if err := x.mayReply(seat, side, op.ReplyTo); err != nil {
			return err
		}
	}
	if op.Persona != "" {
		b.As = x.sc.Personas[x.plan.persona[op.Persona]].Name
	}
	to := x.aud.side[side]
	scope := x.scope(seat)
	if side == "" {
		to = x.handAudience(seat, x.partyOf(b.Roles).across)
	}
	b.Text = x.typed(to, scope, op.Lang, op.Text, "")
	b.ID = x.next(scope + "-m")
	x.emit(to, b)
	return nil
}

// toWhom resolves the addressees of a message from a side, "" for control.
func (x *Exercise) toWhom(b *Messaged, side string) error {
	var names []string
	for _, to := range b.To {
		if IsControl(to) {
			b.Control = true
			continue
		}
		names = append(names, to)
	}
	if names != nil {
		roles, err := x.addressees(names)
		if err != nil {
			return err
		}
		for _, r := range roles {
			if side != "" && x.sideOf(r) != side {
				return refuse("crosses", "to", r)
			}
		}
		b.Roles = roles
	}
	if b.Roles == nil && !b.Control || b.Control && side == "" {
		return refuse("nobody-addressed")
	}
	return nil
}

// mayReply refuses a reply to a message that the side does not have.
func (x *Exercise) mayReply(seat, side, id string) error {
	i, ok := x.placeOf(id)
	if !ok || int(i) >= x.messages.len() || x.messages.at(int(i)).ID != id {
		return refuse("no-such-message", "message", id)
	}
	m := x.messages.at(int(i))
	mine := side == "" && x.reachOf(seat).has(m.to) || side != "" && m.Side == side || slices.ContainsFunc(m.Roles, func(r string) bool { return x.sideOf(r) == side })
	if !mine {
		return refuse("no-such-message", "message", id)
	}
	return nil
}

func (x *Exercise) askControl(seat string, op AskControl) error {
	if strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	side := x.sideOf(seat)
	to := x.aud.side[side]
	b := &Messaged{To: []string{SeatControl}, Control: true, Asks: true, Text: x.typed(to, side, op.Lang, op.Text, "")}
	b.ID = x.next(side + "-m")
	x.emit(to, b)
	return nil
}

// disclose shows an item to other sides: what it says goes with it, as a copy
// that names its source, so that it can be expunged with it.
func (x *Exercise) disclose(seat string, op Disclose) error {
	owner := x.sideOf(seat)
	b, text := x.showable(op.Item)
	if b == nil || owner != "" && b.Side != owner {
		return refuse("no-such-item", "item", op.Item)
	}
	if i, ok := x.plan.role[seat]; ok && x.mustAsk(int(i)) {
		return x.askClearance(b, op)
	}
	return x.show(b, text, op)
}

// show makes the disclosure of an item.
func (x *Exercise) show(b *Disclosed, text string, op Disclose) error {
	if err := x.toSides(b, op.To); err != nil {
		return err
	}
	to := x.aud.of(x.aud.named(b.To...) | x.aud.named(b.Side)).across
	if i, ok := x.placeOf(text); ok && text != "" && !x.texts.at(int(i)).Expunged {
		t := x.texts.at(int(i))
		b.Text = x.typed(to, b.Side, t.Lang, t.Text, t.ID)
	}
	b.Subject, b.Body = x.copied(to, b.Side, b.Subject), x.copied(to, b.Side, b.Body)
	b.ID = x.next(b.Side + "-d")
	x.emit(to, b)
	return nil
}

// toSides says to whom an item is disclosed.
func (x *Exercise) toSides(b *Disclosed, to []string) error {
	b.To = sorted(slices.Clone(to))
	for _, s := range b.To {
		if _, ok := x.plan.side[s]; !ok || s == b.Side {
			return refuse("no-such-side", "side", s)
		}
	}
	if len(b.To) == 0 {
		return refuse("nobody-addressed")
	}
	return nil
}

// copied is a piece for another audience: what was typed in it is copied into
// leaves that name their source.
func (x *Exercise) copied(to Audience, scope string, p Piece) Piece {
	if len(p.Typed) == 0 {
		return p
	}
	typed := map[string]string{}
	for _, lang := range slices.Sorted(maps.Keys(p.Typed)) {
		id := p.Typed[lang]
		typed[lang] = id
		if i, ok := x.placeOf(id); ok && !x.texts.at(int(i)).Expunged {
			typed[lang] = x.typed(to, scope, lang, x.texts.at(int(i)).Text, id)
		}
	}
	p.Typed = typed
	return p
}

// showable describes an item that a side has of its own, and names its text.
func (x *Exercise) showable(id string) (b *Disclosed, text string) {
	i, ok := x.placeOf(id)
	if !ok {
		return nil, ""
	}
	n := int(i)
	if n < x.actions.len() && x.actions.at(n).ID == id {
		a := x.actions.at(n)
		b := &Disclosed{Item: id, What: "action", Side: a.Side, Title: a.Name()}
		if def := x.catalogued(a.Side, a.Name()); def != nil {
			b.Name = def.Title
		}
		return b, a.Acted.Text
	}
	if n < x.messages.len() && x.messages.at(n).ID == id && x.messages.at(n).Side != "" {
		m := x.messages.at(n)
		return &Disclosed{Item: id, What: "message", Side: m.Side}, m.Text
	}
	if n < x.exhibits.len() && x.exhibits.at(n).ID == id {
		e := x.exhibits.at(n)
		return &Disclosed{Item: id, What: "evidence", Side: e.Side, Title: e.Evidence, Name: x.sc.Evidence[x.plan.evidence[e.Evidence]].Title, How: x.obtained(e)}, ""
	}
	if n < x.deliveries.len() && x.deliveries.at(n).ID == id {
		d := x.deliveries.at(n)
		sides := x.partyOf(d.Roles).sides
		if len(sides) == 1 {
			return &Disclosed{Item: id, What: "delivery", Side: sides[0], Subject: d.Subject, Body: d.Body}, ""
		}
	}
	return nil, ""
}

func (x *Exercise) rule(seat string, op Rule) error {
	if strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-said")
	}
	if strings.TrimSpace(op.Reason) == "" {
		return refuse("no-reason")
	}
	if err := checkTexts(op.Text, op.Reason); err != nil {
		return err
	}
	sides := sorted(slices.Clone(op.To))
	for _, s := range sides {
		if _, ok := x.plan.side[s]; !ok {
			return refuse("no-such-side", "side", s)
		}
	}
	if len(sides) == 0 {
		sides = x.ruledBy(seat)
	}
	if op.On != "" && !x.knows(seat, op.On) {
		return refuse("no-such-item", "item", op.On)
	}
	if owner := x.ownerOf(op.On); owner != "" && (len(sides) != 1 || sides[0] != owner) {
		return refuse("item-of-a-side", "item", op.On, "side", owner)
	}
	to := x.handAudience(seat, x.aud.of(x.aud.named(sides...)).across)
	b := &Ruled{On: op.On, To: sides}
	b.Text = x.typed(to, x.scope(seat), "", op.Text, "")
	b.Reason = x.typed(to, x.scope(seat), "", op.Reason, "")
	b.ID = x.next(x.scope(seat) + "-r")
	x.emit(to, b)
	return nil
}

func (x *Exercise) note(seat string, op MakeNote) error {
	if strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	if op.On != "" && !x.knows(seat, op.On) {
		return refuse("no-such-item", "item", op.On)
	}
	to := x.controlsOf(seat)
	b := &Noted{On: op.On, Text: x.typed(to, x.scope(seat), "", op.Text, "")}
	b.ID = x.next(x.scope(seat) + "-n")
	x.emit(to, b)
	return nil
}

func (x *Exercise) milestoneByHand(seat, id string, set bool) error {
	i, ok := x.plan.milestone[id]
	if !ok {
		return refuse("no-such-milestone", "milestone", id)
	}
	if x.facts.milestones[i].known(x.reachOf(seat), x.sc.Milestones[i].Set) == set {
		return refuse("nothing-changed")
	}
	x.emit(x.controlsOf(seat), &MilestoneSet{Milestone: id, Set: set, Since: x.now.Said, Source: "hand"})
	return nil
}

// expunge takes texts and their copies out of the record. Who could read a
// text learns that it is gone.
func (x *Exercise) expunge(seat string, op Expunge) error {
	if strings.TrimSpace(op.Reason) == "" {
		return refuse("no-reason")
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	gone := map[string]bool{}
	for _, id := range op.Texts {
		i, ok := x.placeOf(id)
		if !ok || int(i) >= x.texts.len() || x.texts.at(int(i)).ID != id || x.texts.at(int(i)).Expunged {
			return refuse("no-such-text", "text", id)
		}
		if err := x.mayExpunge(seat, x.texts.at(int(i))); err != nil {
			return err
		}
		gone[id] = true
	}
	if len(gone) == 0 {
		return refuse("nothing-changed")
	}
	reason := x.typed(x.controlsOf(seat), x.scope(seat), "", op.Reason, "")
	for i := range x.texts.len() {
		t := x.texts.at(i)
		if !t.Expunged && (gone[t.ID] || gone[t.Of]) {
			gone[t.ID] = true // copies of copies follow
			x.emit(t.To, &Expunged{Leaves: []int{t.Leaf}, Text: t.ID, Reason: reason})
		}
	}
	return nil
}

// ownerOf is the side that an item is one side's own, "" if it is nobody's or
// not only one's.
func (x *Exercise) ownerOf(id string) string {
	if b, _ := x.showable(id); b != nil {
		return b.Side
	}
	if i, ok := x.placeOf(id); ok && int(i) < x.approvals.len() && x.approvals.at(int(i)).ID == id {
		return x.approvals.at(int(i)).Side
	}
	return ""
}

// numbered reports whether an id is a prefix and a number: a moment ("t:5000")
// or an event ("e12").
func numbered(id, prefix string) bool {
	rest, ok := strings.CutPrefix(id, prefix)
	return ok && rest != "" && len(rest) < 16 && strings.Trim(rest, "0123456789") == ""
}

// known reports whether an id names something that can be spoken of.
func (x *Exercise) known(id string) bool {
	if _, ok := x.placeOf(id); ok {
		return true
	}
	if _, ok := x.item(id); ok {
		return true
	}
	if _, ok := x.plan.role[id]; ok {
		return true
	}
	if x.plan.objective[id] || x.knowsCase(id) {
		return true
	}
	return numbered(id, "t:") || numbered(id, "e")
}
