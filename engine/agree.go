package engine

import (
	"slices"
	"strings"
)

// What the sides' controllers agree on.
const (
	AgreeEndex   = "endex"
	AgreeRelease = "release"
)

// consent is what a side's controller has agreed to.
type consent struct{ endex, release bool }

func (c *consent) to(what string) bool {
	return what == AgreeEndex && c.endex || what == AgreeRelease && c.release
}

func (c *consent) put(what string, yes bool) {
	switch what {
	case AgreeEndex:
		c.endex = yes
	case AgreeRelease:
		c.release = yes
	}
}

// agree records that a side's controller agrees to ENDEX or to the release.
// ENDEX itself stays the lead's key: when everybody has agreed, nobody is
// surprised by who was the last. The release follows from the last agreement,
// and needs every side: no empty chair may open a side's deliberations.
func (x *Exercise) agree(seat string, op Agree) error {
	i, ok := x.plan.side[x.sideOf(seat)]
	over := x.clock.Life == Over
	switch {
	case !x.perSide():
		return refuse("no-agreement-needed")
	case !ok:
		return refuse("controllers-agree")
	case op.What != AgreeEndex && op.What != AgreeRelease:
		return refuse("nothing-to-agree", "what", op.What)
	case op.What == AgreeEndex && over:
		return refuse("ended-already")
	case op.What == AgreeRelease && !over:
		return refuse("not-ended")
	case op.What == AgreeRelease && x.openedUp:
		return refuse("opened-already")
	case x.consents[i].to(op.What) == !op.Not:
		return refuse("nothing-changed")
	}
	x.emit(x.aud.controls, &Agreed{What: op.What, Side: x.aud.sides[i], Not: op.Not})
	if op.What == AgreeRelease && !slices.ContainsFunc(x.consents, func(c consent) bool { return !c.release }) {
		x.emit(x.aud.controls, &OpenedUp{})
	}
	return nil
}

// endByHand is ENDEX, which needs every side's controller who is there: an
// empty seat can't keep the room from going home.
func (x *Exercise) endByHand() error {
	var missing []string
	for i, s := range x.aud.sides {
		if x.perSide() && !x.consents[i].endex && x.routing().seated(SeatControl+"/"+s) {
			missing = append(missing, s)
		}
	}
	if missing != nil {
		return refuse("needs-agreement", "sides", strings.Join(missing, ", "))
	}
	x.end()
	return nil
}

// Agreement is how it stands with what a side's controller agrees to.
type Agreement struct {
	What   string // AgreeEndex or AgreeRelease
	Side   string
	Agreed bool
}

// Agreements to ENDEX and to the release, for each side in the scenario's
// order; none but under control = "per-side", and for control only.
func (v View) Agreements() []Agreement {
	if !v.Control() || !PerSide(v.s.sc) {
		return nil
	}
	var out []Agreement
	for _, what := range [...]string{AgreeEndex, AgreeRelease} {
		for i := range v.s.sc.Sides {
			out = append(out, Agreement{what, v.s.sc.Sides[i].ID, v.s.consents[i].to(what)})
		}
	}
	return out
}

// OpenedUp reports whether the sides have agreed to the release: then all of
// control sees everything.
func (v View) OpenedUp() bool { return v.Control() && v.s.openedUp }
