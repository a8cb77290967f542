package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// find gives the inject of a command, if it stands in one of the states.
func (x *Exercise) find(id string, states ...InjectState) (int, *MSELItem, error) {
	i, ok := x.item(id)
	if !ok {
		return 0, nil, refuse("no-such-inject", "inject", id)
	}
	m := x.msel.at(i)
	if !slices.Contains(states, m.State) {
		return 0, nil, refuse("wrong-state", "inject", id, "state", m.State.String())
	}
	return i, m, nil
}

func (x *Exercise) deliverNow(op Deliver) error {
	i, ok := x.item(op.Inject)
	if !ok {
		return refuse("no-such-inject", "inject", op.Inject)
	}
	if m := x.msel.at(i); m.live > 0 && !m.Def.Repeat {
		return refuse("already-delivered", "inject", op.Inject)
	}
	if kind, _ := seatName(x.now.Seat); kind == SeatSimulator && x.msel.at(i).State != InjectCued {
		return refuse("cued-only", "inject", op.Inject)
	}
	x.deliver(i, true)
	return nil
}

func (x *Exercise) hold(op Hold) error {
	_, m, err := x.find(op.Inject, InjectPlanned, InjectDue, InjectCued)
	if err != nil {
		return err
	}
	x.emit(x.injectControls(m), &Held{Injects: []string{m.ID}, Why: WhyHand})
	return nil
}

func (x *Exercise) release(op Release) error {
	i, m, err := x.find(op.Inject, InjectHeld)
	if err != nil {
		return err
	}
	due, has := m.Due, m.HasDue
	x.emit(x.injectControls(m), &Released{Inject: m.ID})
	if has && due <= x.now.T && x.clock.Life != Planned {
		x.injectFallsDue(i)
	}
	return nil
}

func (x *Exercise) skip(op Skip) error {
	i, m, err := x.find(op.Inject, InjectPlanned, InjectDue, InjectHeld, InjectCued, InjectProposed)
	if err != nil {
		return err
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	to := x.injectControls(m)
	text := x.typed(to, x.scope(x.now.Seat), "", op.Reason, "")
	x.emit(to, &Skipped{Inject: op.Inject, Why: WhyHand, Text: text})
	x.holdDependants(i, WhySkippedBefore)
	return nil
}

// recall takes a delivery back: what was expected after it is waived, what
// hangs on it and was not delivered goes to control.
func (x *Exercise) recall(op Recall) error {
	di, ok := x.placeOf(op.Delivery)
	if !ok || int(di) >= x.deliveries.len() || x.deliveries.at(int(di)).ID != op.Delivery {
		return refuse("no-such-delivery", "delivery", op.Delivery)
	}
	d := x.deliveries.at(int(di))
	if d.Recalled {
		return refuse("already-recalled", "delivery", op.Delivery)
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	sides := x.partyOf(d.Roles)
	text := x.typed(sides.controls, x.scope(x.now.Seat), "", op.Reason, "")
	x.emit(sides.across, &Recalled{Delivery: d.ID, Text: text})
	for k := range x.expectations.len() {
		e := x.expectations.at(k)
		if e.Delivery == op.Delivery && e.Status == ExpectOpen {
			x.emit(x.expectationAudience(e), &ExpectationSet{ID: e.ID, Status: ExpectWaived, Why: WhyRecall})
		}
	}
	if x.msel.at(int(d.inject)).live == 0 {
		x.holdDependants(int(d.inject), WhyRecalledBefore)
	}
	return nil
}

func (x *Exercise) retime(op Retime) error {
	i, m, err := x.find(op.Inject, InjectPlanned, InjectDue, InjectHeld, InjectCued)
	if err != nil {
		return err
	}
	due := max(op.Due, x.now.T)
	x.emit(x.injectControls(m), &DuesSet{Items: []Scheduled{{m.ID, due}}})
	if x.msel.at(i).State != InjectPlanned {
		x.emit(x.injectControls(m), &Released{Inject: m.ID})
	}
	if due == x.now.T {
		x.injectFallsDue(i)
	}
	return nil
}

func (x *Exercise) edit(op Edit) error {
	_, m, err := x.find(op.Inject, InjectPlanned, InjectDue, InjectHeld, InjectCued, InjectProposed)
	if err != nil {
		return err
	}
	parts := map[string]*string{"subject": op.Subject, "body": op.Body, "ask": op.Ask}
	b := &Edited{Inject: m.ID, Lang: op.Lang, Texts: map[string]string{}}
	if !isTag(b.Lang) {
		b.Lang = x.sc.Language
	}
	if len(op.To) > 0 {
		if b.Roles, err = x.addressees(op.To); err != nil {
			return err
		}
		b.To = op.To
	}
	for _, name := range [...]string{"subject", "body", "ask"} {
		if p := parts[name]; p != nil {
			if err := checkTexts(*p); err != nil {
				return err
			}
		}
	}
	if op.Subject == nil && op.Body == nil && op.Ask == nil && len(op.To) == 0 {
		return refuse("nothing-changed")
	}
	roles := m.Roles
	if b.Roles != nil {
		roles = b.Roles
	}
	to := x.partyOf(slices.Concat(m.Roles, roles)).controls
	for _, name := range [...]string{"subject", "body", "ask"} {
		if p := parts[name]; p != nil {
			b.Texts[name] = x.leaf(to, x.scope(x.now.Seat), b.Lang, *p)
		}
	}
	x.emit(to, b)
	return nil
}

// leaf is typed for texts that may be empty: an emptied part is an edit too.
func (x *Exercise) leaf(to Audience, scope, lang, text string) string {
	id := x.next(scope + "-t")
	x.emit(to, &Typed{ID: id, Lang: lang, Text: text})
	return id
}

// addressees resolves role, agency and side ids and "everyone" to roles, in
// scenario order.
func (x *Exercise) addressees(to []string) ([]string, error) {
	want := map[string]bool{}
	for _, t := range to {
		found := false
		for i := range x.sc.Roles {
			r := &x.sc.Roles[i]
			if t == "everyone" || t == r.ID || t == r.Agency || t == r.Side {
				want[r.ID], found = true, true
			}
		}
		if !found {
			return nil, refuse("no-such-addressee", "to", t)
		}
	}
	var roles []string
	for i := range x.sc.Roles {
		if want[x.sc.Roles[i].ID] {
			roles = append(roles, x.sc.Roles[i].ID)
		}
	}
	if roles == nil {
		return nil, refuse("nobody-addressed")
	}
	return roles, nil
}

func (x *Exercise) improvise(op Improvise) error {
	roles, err := x.addressees(op.To)
	if err != nil {
		return err
	}
	if !slices.Contains(channels(), op.Channel) {
		return refuse("no-such-channel", "channel", op.Channel)
	}
	if err := checkTexts(op.From, op.Subject, op.Body, op.Ask); err != nil {
		return err
	}
	if strings.TrimSpace(op.Subject+op.Body) == "" {
		return refuse("nothing-said")
	}
	lang := op.Lang
	if !isTag(lang) {
		lang = x.sc.Language
	}
	to := x.partyOf(roles).controls
	b := &Improvised{Inject: x.next(x.improvised()), Channel: op.Channel, To: op.To, Roles: roles, Lang: lang, Texts: map[string]string{}}
	parts := [...]struct{ name, text string }{{"from", op.From}, {"subject", op.Subject}, {"body", op.Body}, {"ask", op.Ask}}
	for _, p := range parts {
		if p.text != "" {
			b.Texts[p.name] = x.leaf(to, x.scope(x.now.Seat), lang, p.text)
		}
	}
	x.emit(to, b)
	i, _ := x.item(b.Inject)
	if op.Due > x.now.T {
		x.emit(to, &DuesSet{Items: []Scheduled{{b.Inject, op.Due}}})
		return nil
	}
	// Made up by the controller who sends it: a spoken one is being said.
	x.deliver(i, true)
	return nil
}

func channels() []string {
	return []string{
		scenarios.ChannelEmail, scenarios.ChannelPhone, scenarios.ChannelNews, scenarios.ChannelSocial, scenarios.ChannelCable,
		scenarios.ChannelIntelligence, scenarios.ChannelCERT, scenarios.ChannelInPerson, scenarios.ChannelController,
	}
}

func (x *Exercise) accept(op Accept) error {
	i, _, err := x.find(op.Inject, InjectProposed)
	if err != nil {
		return err
	}
	x.deliver(i, false)
	return nil
}

func (x *Exercise) dismiss(op Dismiss) error {
	_, m, err := x.find(op.Inject, InjectProposed)
	if err != nil {
		return err
	}
	if err := checkTexts(op.Reason); err != nil {
		return err
	}
	to := x.injectControls(m)
	x.emit(to, &Dismissed{Inject: m.ID, Text: x.typed(to, x.scope(x.now.Seat), "", op.Reason, "")})
	return nil
}
