package bots

import (
	"slices"

	"parley/engine"
)

// custody has the bot certify the evidence that it has, and give it on: to a
// colleague, now and then to the other side without being asked.
func (b *chooser) custody() {
	own := b.side
	for i := range b.room.custody {
		e := &b.room.custody[i]
		if e.Holder != b.seat && !b.deputed(e.ID, "another's") {
			continue
		}
		is := func(percent uint64, what string) bool { return b.draws.chance(percent, own, e.ID, what) }
		after := func(lo, hi int64, what string) engine.Millis { return e.T + b.draws.between(lo, hi, own, e.ID, what) }
		if e.Holder != b.seat && !is(4, "another's?") {
			continue
		}
		if e.From == "" && is(45, "certify?") && !slices.ContainsFunc(e.Certificates, func(c engine.Certificate) bool { return c.Side == own }) {
			op := engine.Certify{Exhibit: e.ID, Text: "Made by the officer who took it, on the day, with the hash; nothing was changed since."}
			if e.Def != nil && len(e.Def.Certificate) > 0 && is(50, "as stated?") {
				op.Text = ""
			}
			b.at(after(2*minute, 7*minute, "certify"), b.id(e.ID, "certify"), op)
		}
		handed := func(abroad bool) bool {
			return slices.ContainsFunc(e.Chain, func(h engine.Handing) bool { return h.FromSide == own && (h.ToSide != own) == abroad })
		}
		if is(30, "to a colleague?") && !handed(false) {
			b.handOver(e, b.colleague(e.ID), after(3*minute, 9*minute, "to a colleague"))
		}
		if e.From == "" && is(12, "across?") && !handed(true) && len(e.Holders) == 1 {
			b.handOver(e, b.counterpart(e.ID), after(4*minute, 14*minute, "across"))
		}
	}
}

func (b *chooser) handOver(e *engine.HeldExhibit, to string, t engine.Millis) {
	if to == "" || to == e.Holder {
		return
	}
	op := engine.HandOver{Exhibit: e.ID, To: to}
	if b.v.SideOf(to) != b.side || b.draws.chance(30, e.ID, to, "limits?") {
		op.Text = "For this case alone. Ask before anybody else reads it."
	}
	b.at(t, b.id(e.ID, "hand/"+to), op)
}

// colleague is somebody of the bot's side, "" for nobody.
func (b *chooser) colleague(about string) string {
	return b.somebody(about, func(side string) bool { return side == b.side })
}

// counterpart is somebody of another side.
func (b *chooser) counterpart(about string) string {
	return b.somebody(about, func(side string) bool { return side != b.side })
}

func (b *chooser) somebody(about string, of func(side string) bool) string {
	var who []string
	for _, s := range b.v.Seats() {
		if of(s.Side) && s.ID != b.seat {
			who = append(who, s.ID)
		}
	}
	if len(who) == 0 {
		return ""
	}
	return who[b.draws.of(b.seat, about, "who")%uint64(len(who))]
}

// evidence is what the bot's side has that the other side has not, the newest
// first: at most two pieces.
func (b *chooser) evidence(other string) []string {
	var out []string
	for _, e := range slices.Backward(b.room.custody) {
		if !slices.Contains(e.Holders, other) && len(out) < 2 {
			out = append(out, e.ID)
		}
	}
	return out
}

// relied is evidence that the bot relies on in what it does, now and then.
func (b *chooser) relied(about string) []string {
	if !b.draws.chance(18, b.seat, about, "rely?") {
		return nil
	}
	if len(b.exhibits) == 0 {
		return nil
	}
	return []string{b.exhibits[b.draws.of(b.seat, about, "rely")%uint64(len(b.exhibits))].ID}
}
