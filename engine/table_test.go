package engine

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-json-experiment/json"

	"parley/scenarios"
)

// table is an exercise being played in a test. When the test ends, the live
// exercise is held against the fold of its encoded events.
type table struct {
	t  *testing.T
	x  *Exercise
	at Millis
	ev []Event
}

// stage is what most tests play on: two sides, three phases, nothing in the
// MSEL. Tests add to it.
const stage = `
format = 1
[scenario]
id = "test"
title = "Test"
family = "cybercrime"
[[phase]]
id = "one"
title = "One"
story = 2016-04-12T08:00:00Z
  [[phase.segment]]
  id = "one-play"
  kind = "play"
  length = "30m"
  [[phase.segment]]
  id = "one-talk"
  kind = "breakout"
  length = "10m"
[[phase]]
id = "two"
title = "Two"
story = 2016-04-20T08:00:00Z
pace = 60
  [[phase.segment]]
  id = "two-play"
  kind = "play"
  length = "30m"
[[side]]
id = "alder"
name = "Alder"
timezone = "America/New_York"
[[side]]
id = "birch"
name = "Birch"
timezone = "Asia/Shanghai"
[[agency]]
id = "alder-police"
side = "alder"
name = "Police"
office = ["investigator"]
[[agency]]
id = "alder-court"
side = "alder"
name = "Court"
office = ["prosecutor"]
[[agency]]
id = "birch-police"
side = "birch"
name = "Police"
office = ["investigator"]
[[role]]
id = "alder-cyber"
agency = "alder-police"
title = "Duty officer"
[[role]]
id = "alder-prosecutor"
agency = "alder-court"
title = "Prosecutor"
[[role]]
id = "alder-counsel"
agency = "alder-court"
title = "Counsel"
legal-adviser = true
[[role]]
id = "birch-cyber"
agency = "birch-police"
title = "Duty officer"
[[target]]
id = "corvane"
side = "alder"
title = "Corvane"
[[target]]
id = "mistwood"
side = "birch"
title = "Mistwood"
[[action]]
id = "preserve"
title = "Preserve data"
takes = "5m"
[[action]]
id = "search"
title = "Search premises"
[[milestone]]
id = "filed"
title = "Case filed"
`

// play opens an exercise on the stage with more TOML, before STARTEX.
func play(t *testing.T, more string) *table {
	t.Helper()
	sc, problems := scenarios.Load(fstest.MapFS{"s.toml": {Data: []byte(stage + more)}}, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	tb := &table{t: t, x: New(sc, 1)}
	t.Cleanup(tb.holdsAgainstItsFold)
	return tb
}

// started is play after STARTEX.
func started(t *testing.T, more string) *table {
	t.Helper()
	tb := play(t, more)
	tb.do(SeatControl, Start{})
	return tb
}

// until lets everything happen that is due up to t ("12m30s" from STARTEX).
func (tb *table) until(at string) *table {
	tb.t.Helper()
	t, err := scenarios.ParseDuration(at)
	if err != nil {
		tb.t.Fatal(err)
	}
	tb.advance(t)
	tb.at = t
	return tb
}

func (tb *table) advance(t Millis) {
	for {
		events := tb.x.Advance(t, t)
		if events == nil {
			return
		}
		tb.ev = append(tb.ev, events...)
	}
}

// do gives a command that must be taken, and returns what it made.
func (tb *table) do(seat string, op Op) string {
	tb.t.Helper()
	return tb.give(Command{Seat: seat, Op: op, Said: SaidNow})
}

// said gives a spoken command of an earlier moment.
func (tb *table) said(seat, when string, op Op) string {
	tb.t.Helper()
	t, err := scenarios.ParseDuration(when)
	if err != nil {
		tb.t.Fatal(err)
	}
	return tb.give(Command{Seat: seat, Op: op, Said: t, How: HowSpoken})
}

func (tb *table) give(c Command) string {
	tb.t.Helper()
	tb.advance(tb.at) // what the last command made due comes first
	c.T, c.Wall = max(tb.at, tb.x.Clock().T), tb.at
	a, err := tb.x.Do(c)
	if err != nil {
		tb.t.Fatalf("%s by %s: %v", OpName(c.Op), c.Seat, err)
	}
	tb.ev = append(tb.ev, a.Events...)
	return a.Ref
}

// refuses gives a command that must be refused with a code, and change
// nothing.
func (tb *table) refuses(code, seat string, op Op) {
	tb.t.Helper()
	tb.advance(tb.at)
	before := tb.x.Events()
	_, err := tb.x.Do(Command{T: max(tb.at, tb.x.Clock().T), Seat: seat, Op: op, Said: SaidNow})
	var r *Refusal
	if !errors.As(err, &r) || r.Code != code {
		tb.t.Errorf("%s by %s: got %v, want a refusal %s", OpName(op), seat, err, code)
	}
	if tb.x.Events() != before {
		tb.t.Errorf("%s by %s was refused and still left events", OpName(op), seat)
	}
}

// story lists events as "kind what@t" without the bookkeeping, from the first
// or since a mark.
func (tb *table) story(kinds ...Kind) string {
	var out []string
	for _, e := range tb.ev {
		for _, k := range kinds {
			if e.Body.Kind() == k {
				out = append(out, string(k)+" "+what(e.Body)+"@"+FormatT(e.T)[2:])
			}
		}
	}
	return strings.Join(out, ", ")
}

func what(b Body) string {
	switch b := b.(type) {
	case *Delivered:
		return b.ID
	case *Proposed:
		return b.Inject
	case *Cued:
		return b.Inject
	case *Held:
		return strings.Join(b.Injects, "+") + ":" + b.Why
	case *Skipped:
		return b.Inject + ":" + b.Why
	case *ExpectationSet:
		return b.ID + ":" + b.Status
	case *SegmentStarted:
		return b.Segment
	case *Lapsed:
		return b.What + ":" + b.ID
	case *MilestoneSet:
		if b.Set {
			return b.Milestone
		}
		return "not-" + b.Milestone
	}
	return ""
}

func (tb *table) wantStory(want string, kinds ...Kind) {
	tb.t.Helper()
	if got := tb.story(kinds...); got != want {
		tb.t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// finding of an action: verdict and causes.
func (tb *table) finding(act string) string {
	tb.t.Helper()
	a, err := tb.x.actionOf(act)
	if err != nil || a.Finding == nil {
		return "none"
	}
	out := a.Finding.Verdict
	for _, c := range a.Finding.Causes {
		out += " " + c.Code
		if w := c.Args["what"]; w != "" {
			out += ":" + w
		}
	}
	return out
}

func (tb *table) holdsAgainstItsFold() {
	if tb.t.Failed() {
		return
	}
	y := New(tb.x.sc, tb.x.seed)
	for i := range tb.ev {
		content, err := Encode(&tb.ev[i])
		if err != nil {
			tb.t.Fatal(err)
		}
		e, err := Decode(tb.ev[i].To, content)
		if err != nil {
			tb.t.Fatal(err)
		}
		if _, gone := tb.x.log.at(i).Body.(blank); gone {
			y.ApplyBlank(tb.ev[i].To) // as the record would have it
			continue
		}
		y.Apply(e)
	}
	if live, folded := dump(tb.t, tb.x), dump(tb.t, y); live != folded {
		tb.t.Errorf("the live exercise is not the fold of its events:\nlive   %s\nfolded %s", live, folded)
	}
}

// custody is how each side has each piece of evidence.
func custody(x *Exercise) []any {
	var out []any
	for i := range x.exhibits.len() {
		e := x.exhibits.at(i)
		out = append(out, e, fmt.Sprint(e.aliases))
	}
	return out
}

// dump shows all that events left, in words that compare.
func dump(t *testing.T, x *Exercise) string {
	t.Helper()
	v, _ := x.View(SeatControl)
	v.reach.all, v.hand = true, nil // also where no seat sees it all
	clock := x.clock
	taken := map[string]int{} // numbers of ids
	for _, l := range x.ids.lists {
		taken[l.prefix] = len(l.places)
	}
	clock.anchors = nil
	all := map[string]any{
		"clock": clock, "anchors": fmt.Sprint(x.clock.anchors), "waiting": x.waiting, "counts": taken, "milestones": v.Milestones(), "log": x.log.len(),
		"expectations": v.Expectations(""), "approvals": v.ApprovalsAsked(), "rulings": v.Rulings(), "notes": v.Notes(), "ratings": v.Ratings(),
		"exhibits": v.Exhibits(), "showings": v.Showings(), "sitting": x.sitting, "stated": v.Stated(), "done": x.done,
		"puts": v.Puts(), "reportings": v.Reportings(), "suggestions": v.Suggestions(), "practised": x.practised, "pens": x.pens,
		"hands": fmt.Sprint(x.hands, x.consents, x.openedUp), "clearances": v.Clearances(),
		"drafts": v.Drafts(), "requests": v.Requests(), "clocks": v.Deadlines(), "released": x.released, "needed": x.needed,
		"calls": v.Calls(), "cases": v.Cases(),
		"bearings": v.Bearings(), "proposals": v.Proposals(), "custody": custody(x),
	}
	var msel, deliveries, actions, messages []any
	texts := map[string]any{} // by id: an expunged one may stand elsewhere in the fold
	for i := range v.MSELLen() {
		m := v.MSELAt(i)
		edits := fmt.Sprint(m.Edits)
		m.Def, m.Edits = nil, nil
		msel = append(msel, m, edits, v.DeliveriesOf(&m))
	}
	for i := range v.ActionsLen() {
		actions = append(actions, v.ActionAt(i))
	}
	for i := range v.MessagesLen() {
		messages = append(messages, v.MessageAt(i))
	}
	for _, w := range v.Texts() {
		if w.Expunged {
			w.Seat = "" // gone with the leaf
		}
		texts[w.ID] = w
	}
	all["msel"], all["deliveries"], all["actions"], all["messages"], all["texts"] = msel, deliveries, actions, messages, texts
	out, err := json.Marshal(all, json.Deterministic(true))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
