package bots

import (
	"slices"

	"parley/engine"
	"parley/scenarios"
)

// casework has the bot open cases, file under them, and write its side's account
// and its part of the joint report.
func (b *chooser) casework() {
	b.openCase()
	for i := range b.cases {
		b.file(&b.cases[i])
		b.account(&b.cases[i])
		b.report(&b.cases[i])
	}
}

// deputed reports whether the bot is the one of its side who sees to something.
func (b *chooser) deputed(about ...string) bool {
	return b.roles[b.draws.of(append(about, b.side, "who")...)%uint64(len(b.roles))] == b.seat
}

// inSegment draws when something happens in the present segment, if it does: in
// percent of draws.
func (b *chooser) inSegment(percent uint64, about string) (engine.Millis, bool) {
	c, seg := b.v.Clock(), b.seg
	side := b.side
	return c.SegmentStart + b.draws.between(seg.Length/10, seg.Length*4/5, side, seg.ID, about, "when"), b.draws.chance(percent, side, seg.ID, about)
}

// openCase opens a case seldom, and only in exercises that have cases.
func (b *chooser) openCase() {
	seg, start := b.seg, b.v.Clock().SegmentStart
	t, does := b.inSegment(4, "open a case?")
	if !does || len(b.cases) == 0 || seg.Kind != scenarios.SegmentPlay || !b.deputed(seg.ID, "case") {
		return
	}
	if slices.ContainsFunc(b.cases, func(c engine.CaseFile) bool { return c.Opened != nil && c.Opened.Role == b.seat && c.Opened.T >= start }) {
		return
	}
	b.at(t, b.id(seg.ID, "case"), engine.OpenCase{Title: "Second strand, looked at apart"})
}

// fileOf is the case that something belongs to, "" for none.
func (b *chooser) fileOf(about string) string {
	d := b.draws.of(about, "case")
	if len(b.cases) == 0 || d%100 < 35 {
		return ""
	}
	return b.cases[d/100%uint64(len(b.cases))].ID
}

// file puts what the bot did lately, and requests that were sent under no case,
// under a case now and then, and takes some of it out again.
func (b *chooser) file(c *engine.CaseFile) {
	put := func(item string, t engine.Millis, percent uint64) {
		if b.fileOf(item) != c.ID || !b.draws.chance(percent, item, "file?") {
			return
		}
		b.limit = t + stale
		defer func() { b.limit = 0 }()
		id := b.id(c.ID, "file/"+item)
		i := slices.IndexFunc(c.Items, func(it engine.CaseItem) bool { return it.Item == item })
		switch {
		case i < 0:
			if !b.did(id, t) {
				b.at(t+b.draws.between(minute, 4*minute, item, "file"), id, engine.FileUnder{Case: c.ID, Item: item})
			}
		case c.Items[i].Side == b.side && b.draws.chance(6, item, "take it out?"):
			b.at(c.Items[i].T+b.draws.between(3*minute, 9*minute, item, "take it out"), id+"/not", engine.FileUnder{Case: c.ID, Item: item, Not: true})
		}
	}
	for _, a := range b.own() {
		if a.Of == "" {
			put(a.ID, a.T, 12)
		}
	}
	for i := range b.asks {
		if r := &b.asks[i]; r.Case == "" && (r.From == b.seat || handler(r) == b.seat) {
			put(r.ID, r.T, 40)
		}
	}
}

// account adds to the side's own account of a case: where each side is alone or
// the room sums up mostly, in play seldom.
func (b *chooser) account(c *engine.CaseFile) {
	seg := b.seg
	t, does := b.inSegment(b.summingUp(60, 8), c.ID+"/account")
	start := b.v.Clock().SegmentStart
	written := slices.ContainsFunc(c.Accounts, func(a engine.Account) bool { return a.Role == b.seat && a.T >= start })
	if does && !written && b.deputed(seg.ID, c.ID, "account") {
		b.at(t, b.id(c.ID, "account/"+seg.ID), engine.WriteAccount{Case: c.ID, Text: "What we did, on which basis, what came of it, and what we would not say to the other side."})
	}
}

func (b *chooser) summingUp(percent, inPlay uint64) uint64 {
	switch b.seg.Kind {
	case scenarios.SegmentBreakout, scenarios.SegmentPlenary:
		return percent
	case scenarios.SegmentPlay:
		return inPlay
	}
	return 0
}

// report writes lines of the joint report, says what the side thinks of the
// other's, and writes anew what is disputed.
func (b *chooser) report(c *engine.CaseFile) {
	own, seg := b.side, b.seg
	start := b.v.Clock().SegmentStart
	t, does := b.inSegment(b.summingUp(80, 6), c.ID+"/line")
	written := slices.ContainsFunc(c.Lines, func(l engine.ReportLine) bool { return l.Role == b.seat && l.T >= start })
	if does && !written && b.deputed(seg.ID, c.ID, "line") {
		b.at(t, b.id(c.ID, "line/"+seg.ID), engine.WriteLine{Case: c.ID, Text: "Both sides received the other's request and answered it in the time that their law left them."})
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		switch {
		case l.Side != own:
			if l.StateFor(own) == engine.LineOpen && b.deputed(l.ID, "mark") {
				b.mark(l)
			}
		case l.Role == b.seat && b.v.LineState(l) == engine.LineDisputed && b.draws.chance(60, l.ID, l.Text, "again?"):
			t := b.disputedAt(l) + b.draws.between(minute, 4*minute, l.ID, l.Text, "again")
			b.at(t, b.id(l.ID, "again/"+l.Text), engine.WriteLine{Line: l.ID, Text: "Each side received the other's request. What was late, and why, stands in the two accounts."})
		}
	}
}

func (b *chooser) mark(l *engine.ReportLine) {
	t := l.T + b.draws.between(50*second, 3*minute, l.ID, l.Text, "mark")
	op := engine.MarkLine{Line: l.ID, Agrees: b.draws.chance(65, l.ID, l.Text, "agree?")}
	if !op.Agrees {
		op.Text = "We remember it otherwise: our first answer went out within the hour."
	}
	b.at(t, b.id(l.ID, "mark/"+l.Text), op)
}

func (b *chooser) disputedAt(l *engine.ReportLine) engine.Millis {
	t := l.T
	for _, m := range l.Marks {
		t = max(t, m.T)
	}
	return t
}
