package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// Which way something bears on a commitment.
const (
	WayFor     = "for"     // it speaks for its being kept
	WayAgainst = "against" // it speaks against it
)

// bears proposes to control that something bears on a commitment, once a way.
func (x *Exercise) bears(i int, way string, cond *scenarios.Cond) {
	def := &x.sc.Commitments[i]
	if cond == nil || !x.holds(cond, x.now.T) {
		return
	}
	for k := range x.bearings.len() {
		if b := x.bearings.at(k); b.Commitment == def.ID && b.Way == way {
			return
		}
	}
	x.emit(x.controllersOf(def.Side), &CommitmentBears{ID: x.next(def.ID + "-" + way), Commitment: def.ID, Way: way})
}

// controllersOf are a side's controllers, "": those of every side, without the
// lead, who sees no side's play.
func (x *Exercise) controllersOf(side string) Audience {
	if a, ok := x.aud.control[side]; ok {
		return a
	}
	return x.aud.of(x.aud.named(x.aud.sides...)).own
}

// judgeCommitment says whether what came up bears on a commitment, and which
// way. A later judgement replaces it.
func (x *Exercise) judgeCommitment(c *Command, op JudgeCommitment) error {
	i, ok := x.placeOf(op.Bearing)
	if !ok || i < 0 || int(i) >= x.bearings.len() || x.bearings.at(int(i)).ID != op.Bearing || !x.reachOf(c.Seat).has(x.bearings.at(int(i)).to) {
		return refuse("no-such-bearing", "bearing", op.Bearing)
	}
	b := x.bearings.at(int(i))
	switch {
	case op.Way != "" && op.Way != WayFor && op.Way != WayAgainst:
		return refuse("no-such-way", "way", op.Way)
	case op.Way != b.Way && strings.TrimSpace(op.Text) == "":
		return refuse("no-reason")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	x.emit(b.to, &CommitmentJudged{Bearing: op.Bearing, Way: op.Way, Text: x.typed(b.to, x.scope(c.Seat), "", op.Text, "")})
	return nil
}

// applyCommitments stores an event of commitments; false if it is not one.
func (x *Exercise) applyCommitments(e *Event) bool {
	switch b := e.Body.(type) {
	case *CommitmentBears:
		side := ""
		if i := slices.IndexFunc(x.sc.Commitments, func(c scenarios.Commitment) bool { return c.ID == b.Commitment }); i >= 0 {
			side = x.sc.Commitments[i].Side
		}
		x.keep(b.ID, x.bearings.add(Bearing{CommitmentBears: b, T: e.T, to: e.To}, x.gen))
		x.wait(Waiting{Kind: "commitment", Class: "commitment", Ref: b.ID, Since: e.T, Seat: SeatControl, Side: side})
	case *CommitmentJudged:
		if i, ok := x.placeOf(b.Bearing); ok && i >= 0 && int(i) < x.bearings.len() {
			d := x.bearings.edit(int(i), x.gen)
			d.Judged, d.JudgedBy, d.JudgedAt = b, e.Seat, e.T
			x.unwait("commitment", b.Bearing)
		}
	default:
		return false
	}
	return true
}

// Commitments are what the seat's side has undertaken, and what every side has;
// for control all of the scenario. What would speak for or against one is
// control's to know.
func (v View) Commitments() []scenarios.Commitment {
	var out []scenarios.Commitment
	for _, c := range v.s.sc.Commitments {
		if !v.Control() {
			if c.Side != "" && !v.Sees(c.Side) {
				continue
			}
			c.For, c.Against, c.ForText, c.AgainstText = nil, nil, "", ""
		}
		out = append(out, c)
	}
	return out
}

// Bearings are what came up that bears on commitments; for control.
func (v View) Bearings() []Bearing {
	if !v.Control() {
		return nil
	}
	var out []Bearing
	for i := range v.s.bearings.len() {
		if b := v.s.bearings.at(i); v.has(b.to) {
			out = append(out, *b)
		}
	}
	return out
}

// Bearing finds one that the seat may see, with the commitment that it is on,
// which is nil if the scenario has it not.
func (v View) Bearing(id string) (Bearing, *scenarios.Commitment, bool) {
	for _, b := range v.Bearings() {
		if b.ID != id {
			continue
		}
		for i := range v.s.sc.Commitments {
			if c := &v.s.sc.Commitments[i]; c.ID == b.Commitment {
				return b, c, true
			}
		}
		return b, nil, true
	}
	return Bearing{}, nil, false
}
