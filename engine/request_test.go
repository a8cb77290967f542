package engine

import (
	"slices"
	"testing"
	"time"

	"parley/scenarios"
)

// keepRequests is a kind of request on the stage, in exercise time so that
// what is on time can be counted on one's fingers.
const keepRequests = `
[[action]]
id = "send-it"
title = "Request preservation abroad"
[[action]]
id = "handle-it"
title = "Handle a request"
[[authority]]
id = "treaty"
title = "Treaty"
side = "alder"
held-by = ["alder-police"]
basis = "Treaty, Art. 29"
permits = ["send-it"]
reaches = ["any"]
[[authority]]
id = "duty"
title = "Duty to answer"
side = "birch"
held-by = ["birch-police"]
basis = "Treaty, Art. 35"
permits = ["handle-it", "preserve"]
reaches = ["own"]
[[request]]
id = "keep"
title = "Preservation"
basis = "Treaty, Art. 29"
class = "preservation"
from = ["alder-cyber", "birch-cyber"]
to = ["alder-cyber", "birch-cyber"]
clock = "exercise"
sends-as = "send-it"
handles-as = "handle-it"
executes-as = "preserve"
  [[request.field]]
  id = "authority"
  title = "Authority seeking it"
  [[request.field]]
  id = "offence"
  title = "Offence and facts"
  [[request.field]]
  id = "addresses"
  title = "Addresses with ports"
  check = "ip"
  technical = true
  asks = true
  [[request.field]]
  id = "logs"
  title = "Logs of a period"
  weight = "desirable"
  check = "period"
  asks = true
  [[request.field]]
  id = "case-number"
  title = "Case number"
  weight = "conditional"
  when = 'milestone("filed")'
  [[request.time]]
  urgency = "urgent"
  acknowledge = "6m"
  verdict = "8m"
  protect = "10m"
  answer = "20m"
  update = "10m"
  [[request.ground]]
  id = "sovereignty"
  title = "Sovereignty"
  [[request.ground]]
  id = "own-case"
  title = "Own case"
  postpone = true
[[inject]]
id = "victim-complains"
to = ["alder"]
channel = "email"
subject = "Nothing was kept"
when = 'late("keep", "alder") and not executed("keep")'
`

// full is a request that lacks nothing.
func full() map[string]string {
	return map[string]string{
		"authority": "Alder police", "offence": "Intrusion, s. 1030", "addresses": "203.0.113.7:443", "logs": "2016-04-01 to 2016-04-12",
	}
}

// clocks of a request, as "step:status", in order.
func (tb *table) clocks(request string) string {
	tb.t.Helper()
	v, _ := tb.x.View(SeatControl)
	out := ""
	for _, d := range v.DeadlinesOf(request) {
		out += d.Step + ":" + d.Status + " "
	}
	return out
}

func TestARequestIsSentAndAnsweredInTime(t *testing.T) {
	tb := started(t, keepRequests)
	tb.until("1m")
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full(), Cites: []string{"treaty"}})
	if q != "alder-req1" {
		t.Fatalf("the request is called %q", q)
	}
	if got := tb.finding("alder-a1"); got != "within" {
		t.Errorf("sending it was found %s", got)
	}
	if v, _ := tb.x.View(SeatControl); len(v.Waiting()) != 0 {
		t.Errorf("a step within authority waits for somebody: %v", v.Waiting())
	}
	tb.until("7m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "acknowledge", Cites: []string{"duty"}})
	tb.do("birch-cyber", StepRequest{Request: q, Step: "accept"})
	tb.until("11m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "protect"})
	tb.until("17m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "update", Text: "The snapshot is taken."})
	tb.until("21m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "execute", Items: []string{"addresses", "logs"}, Text: "Kept for 90 days."})
	if got, want := tb.clocks(q), "acknowledge:met verdict:met protect:met answer:met update:met update:met "; got != want {
		t.Errorf("the clocks stand at %s, want %s", got, want)
	}
	tb.do("alder-cyber", StepRequest{Request: q, Step: "close"})
	tb.refuses("request-over", "birch-cyber", StepRequest{Request: q, Step: "update", Text: "More."})
	tb.refuses("not-your-step", "alder-cyber", StepRequest{Request: q, Step: "accept"})
}

func TestSilenceNeverStopsTheClock(t *testing.T) {
	tb := started(t, keepRequests)
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.until("6m")
	if got, want := tb.clocks(q), "acknowledge:running verdict:running protect:running answer:running "; got != want {
		t.Errorf("the last moment is in time: %s", got)
	}
	tb.until("6m1s")
	if got, want := tb.clocks(q), "acknowledge:missed verdict:running protect:running answer:running "; got != want {
		t.Errorf("the clocks stand at %s, want %s", got, want)
	}
	tb.wantStory("", "delivered") // proposed only
	tb.wantStory("proposed victim-complains@00:06:00", "proposed")
	tb.until("9m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "acknowledge"})
	if got, want := tb.clocks(q), "acknowledge:late verdict:missed protect:running answer:running "; got != want {
		t.Errorf("the clocks stand at %s, want %s", got, want)
	}
	tb.until("25m")
	tb.do(SeatControl, End{})
	if got, want := tb.clocks(q), "acknowledge:late verdict:missed protect:missed answer:missed "; got != want {
		t.Errorf("the clocks stand at %s, want %s", got, want)
	}
}

func TestAJustifiedSupplementStopsTheClock(t *testing.T) {
	tb := started(t, keepRequests)
	lacking := full()
	delete(lacking, "offence")
	lacking["addresses"] = "203.0.113.7" // no port
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: lacking})
	tb.until("2m")
	tb.do("birch-cyber", StepRequest{Request: q, Step: "ask-supplement", Asked: []string{"authority"}, Text: "Which police?"})
	if got, want := tb.clocks(q), "acknowledge:met verdict:met protect:running answer:running "; got != want {
		t.Errorf("what is there need not be asked for: %s", got)
	}
	tb.do("birch-cyber", StepRequest{Request: q, Step: "ask-supplement", Asked: []string{"offence", "addresses"}})
	tb.until("29m")
	if got, want := tb.clocks(q), "acknowledge:met verdict:met protect:paused answer:paused "; got != want {
		t.Errorf("the clocks stand at %s, want %s", got, want)
	}
	tb.do("alder-cyber", StepRequest{Request: q, Step: "supplement", Fields: map[string]string{"offence": "Intrusion", "addresses": "203.0.113.7:443"}})
	v, _ := tb.x.View(SeatControl)
	d := v.DeadlinesOf(q)[2]
	if want := int64(37 * 60_000); d.Due != want {
		t.Errorf("ten minutes less the two that had run are due at %d, want %d", d.Due, want)
	}
	r, _ := v.Request(q)
	if got := r.Checks[0]; !slices.Equal(got.Missing, []string{"offence"}) || !slices.Equal(got.Failing, []string{"addresses"}) {
		t.Errorf("as sent it lacks %v, and %v fails", got.Missing, got.Failing)
	}
	if got := r.Checks[len(r.Checks)-1]; got.Missing != nil || got.Failing != nil {
		t.Errorf("as supplemented it lacks %v, and %v fails", got.Missing, got.Failing)
	}
}

func TestAReasonedPostponementExtendsTheClockAndAnUnreasonedOneDoesNot(t *testing.T) {
	for _, c := range []struct {
		ground string
		want   Millis
	}{{"own-case", 25}, {"", 20}} {
		tb := started(t, keepRequests)
		q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
		v, _ := tb.x.View(SeatControl)
		clock := v.Clock()
		review := clock.StoryAt(0) + 5*60_000 // pace 1: five minutes of play
		tb.do("birch-cyber", StepRequest{Request: q, Step: "postpone", Ground: c.ground, Review: review})
		v, _ = tb.x.View(SeatControl)
		if d := v.DeadlinesOf(q)[3]; d.Due != c.want*60_000 {
			t.Errorf("on ground %q the answer is due at %d, want %d minutes", c.ground, d.Due, c.want)
		}
	}
}

func TestALegalClockCountsFromTheFactAndALeapPassesIt(t *testing.T) {
	tb := started(t, `
[[action]]
id = "report-it"
title = "Report the case"
[[deadline]]
id = "in-24h"
title = "Report in 24 hours"
side = "birch"
basis = "Regulation 147"
starts = 'acted("search", "birch")'
within = "24h"
met = 'acted("report-it", "birch")'
[[inject]]
id = "rebuke"
to = ["birch"]
channel = "email"
subject = "You did not report"
when = 'missed("in-24h")'
auto = true
`)
	tb.until("5m")
	tb.said("birch-cyber", "3m", Act{Action: "search"}) // said now, done two minutes ago
	v, _ := tb.x.View("birch-cyber")
	d := v.Deadlines()[0]
	if got := time.UnixMilli(d.Due).UTC().Format(time.DateTime); got != "2016-04-13 08:03:00" {
		t.Errorf("it is due at %s", got)
	}
	if v, _ := tb.x.View("alder-cyber"); len(v.Deadlines()) != 0 {
		t.Error("the other side sees it")
	}
	tb.do(SeatControl, NextPhase{}) // eight days on
	tb.wantStory("delivered rebuke#1@00:05:00", "delivered")
	v, _ = tb.x.View("birch-cyber")
	if d := v.Deadlines()[0]; d.Status != DeadlineMissed {
		t.Errorf("it is %s", d.Status)
	}
	tb.do("birch-cyber", Act{Action: "report-it"})
	v, _ = tb.x.View("birch-cyber")
	if d := v.Deadlines()[0]; d.Status != DeadlineLate {
		t.Errorf("it is %s", d.Status)
	}
}

func TestDraftsAndPassingOnStayWithTheirSide(t *testing.T) {
	tb := started(t, keepRequests)
	d := tb.do("alder-prosecutor", DraftRequest{Kind: "keep", To: "birch-cyber", Fields: map[string]string{"offence": "half a thou"}})
	if v, _ := tb.x.View("alder-cyber"); len(v.Drafts()) != 1 {
		t.Error("the side does not see its own draft")
	}
	if v, _ := tb.x.View("birch-cyber"); len(v.Drafts()) != 0 {
		t.Error("the other side sees the draft")
	}
	tb.do("alder-cyber", DraftRequest{Request: d, Kind: "keep", To: "birch-cyber", Fields: full()})
	q := tb.do("alder-prosecutor", SendRequest{Draft: d})
	v, _ := tb.x.View("birch-cyber")
	r, ok := v.Request(q)
	if !ok || !slices.Equal(r.OffChannel, []string{"sender"}) || r.Checks != nil {
		t.Errorf("the receiver has %+v", r)
	}
	if text := v.DraftText(r.Fields, "offence"); text != "Intrusion, s. 1030" {
		t.Errorf("the receiver reads %q", text)
	}
	if v, _ := tb.x.View("alder-cyber"); len(v.Drafts()) != 0 {
		t.Error("what was sent is still a draft")
	}
	tb.refuses("already-sent", "alder-cyber", SendRequest{Draft: d})
	tb.refuses("not-own-side", "birch-cyber", StepRequest{Request: q, Step: "forward", To: "alder-cyber"})
	tb.do("birch-cyber", StepRequest{Request: q, Step: scenarios.StepForward, To: "birch-cyber"})
	v, _ = tb.x.View("alder-cyber")
	if r, _ := v.Request(q); r.Forwards != nil {
		t.Error("the sender sees whom it was passed on to")
	}
}

// TestADraftIsSentAsItWasWrittenOn: who takes up a draft of the side may write
// on before it goes out; what stayed names the text that it copies.
func TestADraftIsSentAsItWasWrittenOn(t *testing.T) {
	tb := started(t, keepRequests)
	d := tb.do("alder-prosecutor", DraftRequest{Kind: "keep", To: "birch-cyber", Fields: map[string]string{"offence": "half a thou", "authority": "Alder police"}})
	fields := full()
	q := tb.do("alder-cyber", SendRequest{Draft: d, Kind: "keep", To: "birch-cyber", Fields: fields})
	v, _ := tb.x.View("birch-cyber")
	r, _ := v.Request(q)
	for field, want := range fields {
		if got := v.DraftText(r.Fields, field); got != want {
			t.Errorf("%s reads %q, want %q", field, got, want)
		}
	}
	v, _ = tb.x.View("alder-cyber")
	if len(v.Drafts()) != 0 {
		t.Error("what was sent is still a draft")
	}
	tb.refuses("already-sent", "alder-prosecutor", SendRequest{Draft: d})
}

func TestAConditionalFieldIsDueWhileItsConditionHolds(t *testing.T) {
	tb := started(t, keepRequests)
	q := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	tb.do(SeatControl, SetMilestone{Milestone: "filed"})
	p := tb.do("alder-cyber", SendRequest{Kind: "keep", To: "birch-cyber", Fields: full()})
	v, _ := tb.x.View(SeatControl)
	for id, want := range map[string][]string{q: nil, p: {"case-number"}} {
		if r, _ := v.Request(id); !slices.Equal(r.Checks[0].Missing, want) {
			t.Errorf("%s lacks %v, want %v", id, r.Checks[0].Missing, want)
		}
	}
}
