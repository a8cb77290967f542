package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// How evidence was obtained, by the present finding on the action that yielded
// it. Whether a court would take it is for the court. Records made before
// requests could be sent say VerdictUncited for what is ObtainedNothing.
const (
	ObtainedWithin   = "within"   // within authority as stated
	ObtainedApproved = "approved" // the same, under an authority that needs an approval
	ObtainedOutside  = "outside"  // outside the authority that was relied on
	ObtainedNothing  = "nothing"  // no authority was relied on
	ObtainedUnfound  = "unfound"  // no finding yet
)

// MarkCertified is what a condition asks of evidence beside how it was obtained.
const MarkCertified = "certified"

// Holding is a side having a piece of evidence.
type Holding struct {
	Side  string
	ID    string // what the side calls it
	From  string // side that it came from, "" for the one that gained it
	Role  string // who has it in custody
	Since Millis
	// Obtained is how it was obtained as the side was told, "" for the one that
	// gained it.
	Obtained string
	// Shown: it was disclosed and not handed over; the side has no custody.
	Shown bool
}

// Certificate is a form in which evidence is certified.
type Certificate struct {
	Side string // that certified it
	Role string
	T    Millis
	Text string // text leaf; "": in the form that the scenario names
	// For is the side that has this copy of it, "" for the side that wrote it.
	For string
	to  Audience
}

// same reports whether two are copies of one certificate.
func (c *Certificate) same(d *Certificate) bool {
	return c.Side == d.Side && c.Role == d.Role && c.T == d.T
}

// Handing is a piece of evidence going from hand to hand.
type Handing struct {
	*EvidenceHanded
	T     Millis
	Story int64
	// Gap: the role that gave it was not the one that had it. Known of the
	// seat's own side only.
	Gap bool
	to  Audience
}

// alias is what two sides call a piece of evidence that went from one to the
// other: the first one's own number would count what else it has.
type alias struct{ id, from, to string }

// holding is how a side has it, nil if it has not.
func (e *Exhibit) holding(side string) *Holding {
	for i := range e.Held {
		if e.Held[i].Side == side {
			return &e.Held[i]
		}
	}
	return nil
}

// called reports whether a side knows it by an id.
func (e *Exhibit) called(side, id string) bool {
	if h := e.holding(side); h == nil || h.ID == id {
		return h != nil
	}
	return slices.ContainsFunc(e.aliases, func(a alias) bool { return a.id == id && (a.from == side || a.to == side) })
}

// hasAlias reports whether sides know it by an id between them.
func (e *Exhibit) hasAlias(id string) bool {
	return slices.ContainsFunc(e.aliases, func(a alias) bool { return a.id == id })
}

// exhibitOf finds a piece of evidence by any of its ids, nil if there is none.
func (x *Exercise) exhibitOf(id string) *Exhibit {
	if i, ok := x.exhibitAt(id); ok {
		return x.exhibits.at(i)
	}
	return nil
}

func (x *Exercise) exhibitAt(id string) (int, bool) {
	i, ok := x.placeOf(id)
	if !ok || i < 0 || int(i) >= x.exhibits.len() {
		return 0, false
	}
	e := x.exhibits.at(int(i))
	return int(i), e.ID == id || e.hasAlias(id)
}

// heldBy gives a piece of evidence that a side holds, or was shown.
func (x *Exercise) heldBy(side, id string) (*Exhibit, error) {
	if e := x.exhibitOf(id); e != nil && e.called(side, id) {
		return e, nil
	}
	return nil, refuse("no-such-exhibit", "exhibit", id)
}

// inCustody is heldBy without what the side was only shown.
func (x *Exercise) inCustody(side, id string) (*Exhibit, error) {
	e, err := x.heldBy(side, id)
	if err == nil && e.holding(side).Shown {
		return nil, refuse("not-in-custody", "exhibit", id)
	}
	return e, err
}

// evidenceText is what the planner wrote of a piece of evidence.
func (x *Exercise) evidenceText(id string) EvidenceText {
	i, ok := x.plan.evidence[id]
	if !ok {
		return EvidenceText{}
	}
	d := &x.sc.Evidence[i]
	return EvidenceText{Title: d.Title, Description: d.Description, Hash: d.Hash, Form: d.Certificate, Terms: d.Limits, Marking: d.Marking}
}

// certify states the form in which a piece of evidence is certified. It goes to
// the sides that have it from this one: they need it for their courts.
func (x *Exercise) certify(c *Command, op Certify) error {
	side := x.sideOf(c.Seat)
	e, err := x.inCustody(side, op.Exhibit)
	if err != nil {
		return err
	}
	if strings.TrimSpace(op.Text) == "" && len(x.evidenceText(e.Evidence).Form) == 0 {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	own := x.aud.side[side]
	text := x.typed(own, side, op.Lang, op.Text, "")
	x.emit(own, &EvidenceCertified{Exhibit: e.holding(side).ID, Side: side, Text: text})
	for _, h := range e.Held {
		if h.From == side && !h.Shown {
			to := x.across(side, h.Side)
			x.emit(to, &EvidenceCertified{Exhibit: h.ID, Side: side, To: h.Side, Text: x.typed(to, side, op.Lang, op.Text, text)})
		}
	}
	return nil
}

// handOver gives a piece of evidence to a role: within the side, or across.
func (x *Exercise) handOver(c *Command, op HandOver) error {
	side := x.sideOf(c.Seat)
	e, err := x.inCustody(side, op.Exhibit)
	if err != nil {
		return err
	}
	if _, ok := x.plan.role[op.To]; !ok {
		return refuse("no-such-seat", "seat", op.To)
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	if e.holding(side).Role == op.To {
		return refuse("nothing-changed")
	}
	to := x.aud.side[side]
	if other := x.sideOf(op.To); other != side {
		if x.mustAsk(int(x.plan.role[c.Seat])) {
			x.emit(to, &ClearanceAsked{
				ID: x.next(side + "-c"), Item: e.holding(side).ID, What: "evidence", To: []string{other}, Hand: op.To,
				Text: x.typed(to, side, op.Lang, op.Text, ""),
			})
			return nil
		}
		x.give(giving{id: x.commonID(e, side, other), side: side, from: c.Seat, to: op.To, limits: op.Text, lang: op.Lang})
		return nil
	}
	b := &EvidenceHanded{Exhibit: e.holding(side).ID, Evidence: e.Evidence, From: c.Seat, FromSide: side, To: op.To, ToSide: side}
	if id := x.typed(to, side, op.Lang, op.Text, ""); id != "" {
		b.Limits = []string{id}
	}
	b.ID = x.next(side + "-h")
	x.emit(to, b)
	return nil
}

// commonID is what two sides call a piece of evidence that goes from one to the
// other.
func (x *Exercise) commonID(e *Exhibit, from, to string) string {
	for _, a := range e.aliases {
		if a.from == from && a.to == to || a.from == to && a.to == from {
			return a.id
		}
	}
	id := x.next(from + "-" + to + "-e")
	x.emit(x.aud.side[from], &EvidenceNamed{Exhibit: e.holding(from).ID, From: from, To: to, As: id})
	return id
}

// commonIDs gives pieces of evidence of a side the ids under which they go to
// another.
func (x *Exercise) commonIDs(from, to string, ids []string) []string {
	var out []string
	for _, id := range ids {
		if e, err := x.inCustody(from, id); err == nil {
			out = append(out, x.commonID(e, from, to))
		}
	}
	return out
}

// clearedHand hands evidence to another side once that is cleared.
func (x *Exercise) clearedHand(c *Clearance) error {
	e, err := x.inCustody(c.Side, c.Item)
	if err != nil {
		return err
	}
	g := giving{id: x.commonID(e, c.Side, c.To[0]), side: c.Side, from: c.Role, to: c.Hand, limits: x.read(c.ClearanceAsked.Text), of: c.ClearanceAsked.Text}
	x.give(g)
	return nil
}

// giving is a hand-over to another side.
type giving struct {
	id       string // of the evidence between the two
	side     string // that gives it
	from, to string // roles
	request  string
	limits   string // typed
	lang, of string // its language, and the text leaf that it stands in already
}

// give hands evidence to a role of another side. What is certified and what
// limits its use go with it: what happened to it within the side does not.
func (x *Exercise) give(g giving) {
	e := x.exhibitOf(g.id)
	own, other := e.holding(g.side), x.sideOf(g.to)
	to := x.across(g.side, other)
	b := &EvidenceHanded{
		Exhibit: g.id, Evidence: e.Evidence, From: g.from, FromSide: g.side, To: g.to, ToSide: other, Request: g.request, Obtained: own.Obtained,
		What: x.evidenceText(e.Evidence),
	}
	if g.side == e.Side {
		b.Obtained = x.obtained(e)
	}
	for i := range e.Certificates {
		if c := &e.Certificates[i]; c.known(g.side) && !e.certifiedTo(other, c) {
			b.Certificates = append(b.Certificates, CertificateCopy{Side: c.Side, Role: c.Role, At: c.T, Text: x.copyOf(to, g.side, c.Text)})
		}
	}
	for i := range e.Handings {
		if h := &e.Handings[i]; h.ToSide == g.side && h.FromSide != g.side {
			for _, l := range h.Limits {
				b.Limits = append(b.Limits, x.copyOf(to, g.side, l))
			}
		}
	}
	b.Limits = append(b.Limits, x.typed(to, g.side, g.lang, g.limits, g.of))
	b.Limits = slices.DeleteFunc(b.Limits, func(l string) bool { return l == "" })
	b.ID = x.next(g.side + "-" + other + "-h")
	x.emit(to, b)
}

// known reports whether a side has this copy.
func (c *Certificate) known(side string) bool {
	return c.For == side || c.For == "" && c.Side == side
}

func (e *Exhibit) certifiedTo(side string, c *Certificate) bool {
	return slices.ContainsFunc(e.Certificates, func(d Certificate) bool { return d.known(side) && d.same(c) })
}

// copyOf copies a typed text for others into a leaf that names its source, so
// that it can be expunged with it; "" for one that is gone.
func (x *Exercise) copyOf(to Audience, scope, text string) string {
	i, ok := x.placeOf(text)
	if !ok || text == "" || int(i) >= x.texts.len() || x.texts.at(int(i)).Expunged {
		return ""
	}
	t := x.texts.at(int(i))
	return x.typed(to, scope, t.Lang, t.Text, text)
}

// obtained says how evidence came about, by the present finding on the action
// that yielded it.
func (x *Exercise) obtained(e *Exhibit) string {
	a, err := x.actionOf(e.Act)
	if err != nil {
		return ObtainedUnfound
	}
	return howObtained(x.sc, x.plan, a)
}

func howObtained(sc *scenarios.Scenario, p *plan, a *Action) string {
	switch {
	case a.Finding == nil:
		return ObtainedUnfound
	case a.Finding.Verdict == VerdictWithin:
		if i, ok := p.authority[a.Finding.Authority]; ok && sc.Authorities[i].Approval != "" {
			return ObtainedApproved
		}
		return ObtainedWithin
	case a.Finding.Verdict == VerdictOutside && len(a.Cites) > 0:
		return ObtainedOutside
	}
	return ObtainedNothing
}

// remark tells those who hold what an action yielded how it was obtained, where
// that is found otherwise now. Whose finding it was is not theirs to know.
func (x *Exercise) remark(act string) {
	now := x.now
	defer func() { x.now = now }()
	x.now.By, x.now.Seat, x.now.How, x.now.Via, x.now.Said, x.now.Cmd = "", "", "", "", x.now.T, ""
	for _, e := range x.exhibitsOf(act) {
		how := x.obtained(e)
		for _, h := range e.Held {
			if h.Side != e.Side && h.Obtained != how {
				x.emit(x.across(h.From, h.Side), &EvidenceMarked{Exhibit: h.ID, Side: h.Side, Obtained: how})
			}
		}
	}
}

// has is whether a side held a piece of evidence at a time, and it bears a mark
// if one is asked.
func (x *Exercise) has(e *Exhibit, side, mark string, at Millis) bool {
	h := e.holding(side)
	return h != nil && h.Since <= at && (mark == "" || x.marked(e, h, mark))
}

func (x *Exercise) marked(e *Exhibit, h *Holding, mark string) bool {
	if mark == MarkCertified {
		return slices.ContainsFunc(e.Certificates, func(c Certificate) bool { return c.known(h.Side) })
	}
	how := h.Obtained
	if h.Side == e.Side {
		how = x.obtained(e)
	}
	switch how {
	case VerdictUncited:
		how = ObtainedNothing
	case ObtainedApproved:
		return mark == ObtainedApproved || mark == ObtainedWithin
	}
	return how == mark
}

// markOf is the mark that has() asks for, "" for none.
func markOf(c *scenarios.Cond) string {
	if len(c.IDs) < 3 {
		return ""
	}
	return c.IDs[2]
}

// aliasAudience is who knows a piece of evidence by an id between two sides.
func (x *Exercise) aliasAudience(e *Exhibit, id string) Audience {
	for _, a := range e.aliases {
		if a.id == id {
			return x.across(a.from, a.to)
		}
	}
	return nil
}
