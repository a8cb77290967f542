package bots

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/scenarios"
)

// proposals has the bot say for its side what it thinks of what lies on the
// table, write it anew, and now and then table something itself.
func (b *chooser) proposals() {
	for i := range b.room.proposals {
		b.assess(&b.room.proposals[i])
		b.amend(&b.room.proposals[i])
	}
	c, seg := b.v.Clock(), b.seg
	t, does := b.inSegment(5, "table?")
	if !does || len(b.room.proposals) == 0 || seg.Kind != scenarios.SegmentPlay || !b.deputed(seg.ID, "table") ||
		slices.ContainsFunc(b.room.proposals, func(p engine.Proposal) bool { return p.Role == b.seat && p.T >= c.SegmentStart }) {
		return
	}
	b.at(t, b.id(seg.ID, "table"), engine.TableProposal{Title: "A test of the channels each quarter", Text: "Each desk sends the other one request a quarter that is only a test. Who is late says why."})
}

// assess says what the bot's side thinks of a proposal as it stands.
func (b *chooser) assess(p *engine.Proposal) {
	own, version := b.side, strconv.Itoa(p.Version)
	if p.Said(own, p.Version) != nil || !b.draws.chance(94, own, p.ID, version, "assess?") || !b.deputed(p.ID, version, "assess") {
		return
	}
	op := engine.AssessProposal{Proposal: p.ID, Version: p.Version, Text: "It can be done with the people that we have; who pays for it is open."}
	d := b.draws.of(own, p.ID, version, "verdict") % 100
	switch {
	case d < 50:
		op.Verdict = engine.SupportFull
		if d < 25 {
			op.Text = ""
		}
	case d < 74:
		op.Verdict = engine.SupportChanges
	case d < 88:
		op.Verdict = engine.SupportDefer
	default:
		op.Verdict = engine.SupportDecline
	}
	b.at(since(p)+b.draws.between(90*second, 6*minute, own, p.ID, version, "assess"), b.id(p.ID, "assess/"+version), op)
}

// since is when a proposal came to stand as it does.
func since(p *engine.Proposal) engine.Millis {
	if n := len(p.Amendments); n > 0 {
		return p.Amendments[n-1].T
	}
	return p.T
}

// amend writes a proposal anew that the bot's side wanted changed, or without
// waiting for anybody's word.
func (b *chooser) amend(p *engine.Proposal) {
	own, version := b.side, strconv.Itoa(p.Version)
	t := since(p)
	said := p.Said(own, p.Version)
	switch {
	case p.Version > 2:
		return
	case said != nil && said.Verdict == engine.SupportChanges && b.draws.chance(55, own, p.ID, version, "amend?"):
		t = said.T
	case !b.draws.chance(4, own, p.ID, version, "at once?"):
		return
	}
	if !b.deputed(p.ID, version, "amend") {
		return
	}
	b.at(t+b.draws.between(minute, 4*minute, own, p.ID, version, "amend"), b.id(p.ID, "amend/"+version), engine.AmendProposal{
		Proposal: p.ID, Version: p.Version, Text: "As tabled, with a first step within three months and a review after a year. Text of " + own + ", version " + strconv.Itoa(p.Version+1) + ".",
	})
}
