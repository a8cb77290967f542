package engine

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parley/scenarios"
)

// talked is a tabletop that is talked: each module has a breakout and a
// plenary.
const talked = `
format = 1
[scenario]
id = "talked"
title = "Talked"
family = "cybercrime"
style = "discussion"
[[phase]]
id = "module"
title = "Friday evening"
story = 2025-03-07T18:00:00Z
  [[phase.segment]]
  id = "welcome"
  kind = "brief"
  length = "3m"
  [[phase.segment]]
  id = "apart"
  kind = "breakout"
  length = "8m"
    [[phase.segment.question]]
    id = "who-decides"
    kind = "text"
    prompt = "Who decides?"
    note = "Listen for the works council."
    [[phase.segment.question]]
    id = "in-time"
    kind = "one"
    prompt = "Would you be in time?"
    to = ["firm"]
      [[phase.segment.question.option]]
      id = "yes"
      text = "Yes"
      sets = ["sure"]
      [[phase.segment.question.option]]
      id = "no"
      text = "No"
  [[phase.segment]]
  id = "together"
  kind = "plenary"
  length = "7m"
    [[phase.segment.question]]
    id = "surprised"
    kind = "text"
    prompt = "What surprised you?"
[[side]]
id = "firm"
name = "The firm"
timezone = "UTC"
[[side]]
id = "office"
name = "The office"
timezone = "UTC"
[[agency]]
id = "firm-it"
side = "firm"
name = "IT"
[[agency]]
id = "office-desk"
side = "office"
name = "Desk"
[[role]]
id = "manager"
agency = "firm-it"
title = "Manager"
[[role]]
id = "counsel"
agency = "firm-it"
title = "Counsel"
scribe = true
[[role]]
id = "officer"
agency = "office-desk"
title = "Officer"
[[action]]
id = "notify"
title = "Notify"
[[milestone]]
id = "sure"
title = "Sure of being in time"
[[inject]]
id = "call-in"
phase = "module"
segment = "apart"
channel = "email"
to = ["manager"]
subject = "The screens are dark"
body = "x"
`

func talking(t *testing.T) *table {
	t.Helper()
	sc, problems := scenarios.Load(fstest.MapFS{"s.toml": {Data: []byte(talked)}}, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	tb := &table{t: t, x: New(sc, 1)}
	t.Cleanup(tb.holdsAgainstItsFold)
	tb.do(SeatControl, Start{})
	return tb
}

// next is the step that the facilitator is told of.
func (tb *table) next() string {
	v, _ := tb.x.View(SeatControl)
	s, ok := v.NextStep()
	if !ok {
		return ""
	}
	return v.TellStep(s, "en", tb.x.Clock().T)
}

// takeStep does what comes next.
func (tb *table) takeStep() {
	tb.t.Helper()
	v, _ := tb.x.View(SeatControl)
	s, _ := v.NextStep()
	tb.do(SeatControl, s.Op)
}

func TestTheNextStepLeadsThroughATabletop(t *testing.T) {
	tb := talking(t)
	var told []string
	for tb.x.Clock().Life != Over {
		v, _ := tb.x.View(SeatControl)
		if s, _ := v.NextStep(); s.Question == "in-time" && s.Kind == StepPut {
			tb.do("manager", AnswerQuestion{Question: "who-decides", Text: "The manager."})
		}
		told = append(told, tb.next())
		tb.takeStep()
	}
	want := []string{
		"Next: breakout, 8 min, question 1 (in 3:00)",
		"Deliver call-in “The screens are dark”",
		"Put questions 1 to 2",
		"Put question 2: “Would you be in time?”",
		"Next: plenary, 7 min, question 3 (in 8:00); no answer yet: The office, The firm",
		"Ask The firm to report on question 1",
		"Put question 3: “What surprised you?”",
		"Next: ENDEX (in 7:00)",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told\n%s\nwant\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
}

func TestABreakoutsAnswerIsItsSidesUntilThePlenaryHearsIt(t *testing.T) {
	tb := talking(t)
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, PutQuestion{"who-decides"})
	tb.refuses("already-put", SeatControl, PutQuestion{"who-decides"})
	tb.refuses("no-such-question", "officer", AnswerQuestion{Question: "in-time", Options: []string{"yes"}})
	answer := tb.do("manager", AnswerQuestion{Question: "who-decides", Text: "The manager, unasked."})

	hears := func(seat string) bool {
		v, _ := tb.x.View(seat)
		for i := range v.LogLen() {
			if strings.Contains(v.Tell(v.LogAt(i), "en"), "unasked") {
				return true
			}
		}
		return len(v.Replies("who-decides")) > 0
	}
	if !hears("counsel") || hears("officer") {
		t.Error("an answer in a breakout is its side's, and nobody else's")
	}
	tb.refuses("not-plenary", "manager", Report{answer})
	tb.do(SeatControl, NextSegment{})
	tb.refuses("no-such-answer", "officer", Report{answer})
	tb.do("manager", Report{answer})
	tb.refuses("reported-already", SeatControl, Report{answer})
	if !hears("officer") {
		t.Error("the plenary heard the report")
	}
	v, _ := tb.x.View("officer")
	if r := v.Reportings(); len(r) != 1 || r[0].Side != "firm" {
		t.Errorf("reported: %v", r)
	}
	if len(v.Replies("who-decides")) != 0 {
		t.Error("the answer itself stays the side's")
	}
}

func TestWhatIsAnsweredInTheRoomEverybodyHears(t *testing.T) {
	tb := talking(t)
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, PutQuestion{"surprised"})
	answer := tb.do("officer", AnswerQuestion{Question: "surprised", Text: "How fast it went."})
	v, _ := tb.x.View("manager")
	if r := v.Replies("surprised"); len(r) != 1 || r[0].ID != answer {
		t.Errorf("the other side heard %v", r)
	}
	tb.refuses("heard-already", "officer", Report{answer})
}

func TestAnOptionOfADiscussionSetsItsMilestone(t *testing.T) {
	tb := talking(t)
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, PutQuestion{"in-time"})
	tb.do("manager", AnswerQuestion{Question: "in-time", Options: []string{"yes"}})
	tb.wantStory("milestone-set sure@00:00:00", "milestone-set")
}

func TestControlSeesWhoHasNotPractised(t *testing.T) {
	tb := play(t, "")
	tb.do("alder-cyber", PassPractice{})
	tb.do("alder-cyber", PassPractice{})
	if n := strings.Count(tb.story("practised"), "practised"); n != 1 {
		t.Errorf("practised %d times", n)
	}
	v, _ := tb.x.View(SeatControl)
	if !v.Practised("alder-cyber") || v.Practised("birch-cyber") {
		t.Error("control does not see who has practised")
	}
	p, _ := tb.x.View("birch-cyber")
	if p.Practised("alder-cyber") {
		t.Error("the other side is told who has practised")
	}
}

func TestASharedSeatHasOnePen(t *testing.T) {
	tb := started(t, "")
	by := func(person string, op Op) error {
		_, err := tb.x.Do(Command{T: tb.x.Clock().T, Seat: "alder-cyber", By: person, Op: op, Said: SaidNow})
		return err
	}
	give := func(person string, op Op) string {
		t.Helper()
		return tb.give(Command{Seat: "alder-cyber", By: person, Op: op, Said: SaidNow})
	}
	refused := func(code string, err error) {
		t.Helper()
		var r *Refusal
		if !errors.As(err, &r) || r.Code != code {
			t.Errorf("got %v, want %s", err, code)
		}
	}
	give("ann", Join{Person: "ann", Name: "Ann"})
	give("ann", Act{Action: "preserve"})
	give("bo", Join{Person: "bo", Name: "Bo"})
	refused("no-pen", by("bo", Act{Action: "search"}))
	s := give("bo", Suggest{Action: "search", Target: "corvane"})

	v, _ := tb.x.View("alder-cyber")
	if sg := v.Suggestions(); v.Pen("alder-cyber") != "ann" || len(sg) != 1 || sg[0].By != "bo" {
		t.Errorf("the pen is with %q, suggested: %v", v.Pen("alder-cyber"), sg)
	}
	if o, _ := tb.x.View("alder-prosecutor"); len(o.Suggestions()) != 0 {
		t.Error("a suggestion is for its seat alone")
	}
	a := give("ann", Act{Action: "search", Target: "corvane", Suggestion: s})
	v, _ = tb.x.View("alder-cyber")
	if got, _ := v.Suggestion(s); got.Taken != a {
		t.Errorf("taken up as %q, want %q", got.Taken, a)
	}
	refused("suggestion-settled", by("ann", DropSuggestion{s}))

	refused("no-pen", by("bo", HandPen{"bo"}))
	refused("nobody-there", by("ann", HandPen{"cy"}))
	give("ann", HandPen{"bo"})
	refused("no-pen", by("ann", Act{Action: "preserve"}))
	give("bo", Act{Action: "preserve"})
	// Control records what was said, whoever holds the pen.
	tb.give(Command{Seat: "alder-cyber", By: "fay", Via: SeatControl, How: HowSpoken, Op: Act{Action: "search"}, Said: SaidNow})
	give("bo", Leave{Person: "bo"})
	give("ann", Act{Action: "preserve"}) // alone again
}

func TestAScribeRecordsForTheirSideAlone(t *testing.T) {
	tb := talking(t)
	via := func(via, seat string, op Op) error {
		_, err := tb.x.Do(Command{T: tb.x.Clock().T, Seat: seat, Via: via, How: HowSpoken, Op: op, Said: SaidNow})
		return err
	}
	tb.give(Command{Seat: "manager", Via: "counsel", How: HowSpoken, Op: Act{Action: "notify"}, Said: SaidNow})
	v, _ := tb.x.View("manager")
	if a := v.ActionAt(0); a.Role != "manager" || a.Via != "counsel" || a.How != HowSpoken {
		t.Errorf("recorded: %+v", a)
	}
	for _, c := range []struct {
		via, seat string
		op        Op
	}{
		{"counsel", "officer", Act{Action: "notify"}}, // another side's
		{"manager", "counsel", Act{Action: "notify"}}, // no scribe
		{"counsel", SeatControl, Pause{}},             // not a player's
	} {
		if err := via(c.via, c.seat, c.op); err == nil {
			t.Errorf("%s recorded %s for %s", c.via, OpName(c.op), c.seat)
		}
	}
}

func TestATranslationStandsBesideItsOriginalAndGoesWithIt(t *testing.T) {
	tb := started(t, "")
	m := tb.do("alder-cyber", SendMessage{To: []string{"alder"}, Text: "Keep the server.", Lang: "en"})
	v, _ := tb.x.View("alder-prosecutor")
	msg, _ := v.Message(m)
	tb.until("3m")
	tb.refuses("no-such-text", "birch-cyber", Translate{Of: msg.Text, Lang: "zh-Hans", Text: "x"})
	tb.refuses("same-language", "alder-counsel", Translate{Of: msg.Text, Lang: "en", Text: "x"})
	tb.do("alder-counsel", Translate{Of: msg.Text, Lang: "zh-Hans", Text: "保留服务器。"})

	v, _ = tb.x.View("alder-prosecutor")
	w, ok := v.TextIn(msg.Text, "zh")
	if !ok || w.Text != "保留服务器。" || w.Original != "Keep the server." || w.Seat != "alder-counsel" || w.Took != 3*60_000 {
		t.Errorf("in Chinese: %+v %v", w, ok)
	}
	if w, _ := v.TextIn(msg.Text, "en"); w.Text != "Keep the server." || w.Original != "" {
		t.Errorf("in English: %+v", w)
	}
	tb.do(SeatControl, Expunge{Texts: []string{msg.Text}, Reason: "a name"})
	v, _ = tb.x.View("alder-prosecutor")
	for _, text := range v.Texts() {
		t.Errorf("a player's view lists %v", text)
	}
	if _, ok := v.TextIn(msg.Text, "zh"); ok {
		t.Error("the translation outlived its original")
	}
}

func TestAnExpungedTranslationLeavesTheOriginal(t *testing.T) {
	tb := started(t, "")
	m := tb.do("alder-cyber", SendMessage{To: []string{"alder"}, Text: "Keep it.", Lang: "en"})
	v, _ := tb.x.View("alder-cyber")
	msg, _ := v.Message(m)
	tb.do("alder-counsel", Translate{Of: msg.Text, Lang: "zh", Text: "错的"})
	tb.do(SeatControl, Expunge{Texts: []string{"alder-t2"}, Reason: "wrong"})
	v, _ = tb.x.View("alder-cyber")
	if w, ok := v.TextIn(msg.Text, "zh"); !ok || w.Text != "Keep it." {
		t.Errorf("left: %+v %v", w, ok)
	}
}
