package engine

import "testing"

const branches = `
[[inject]]
id = "report"
phase = "one"
at = "2m"
channel = "email"
to = ["alder-cyber"]
subject = "Report"
body = "x"
sets = ["filed"]
[[inject]]
id = "logs-gone"
category = "contingency"
when = 'since("report") > "6m" and not acted("preserve")'
channel = "email"
to = ["alder-cyber"]
subject = "Logs gone"
body = "x"
[[inject]]
id = "call"
phase = "one"
at = "3m"
channel = "phone"
to = ["birch-cyber"]
subject = "A call"
body = "x"
[[inject]]
id = "news"
channel = "news"
to = ["everyone"]
subject = "News"
  [[inject.alternative]]
  when = 'acted("preserve", "alder")'
  subject = "Data kept"
  body = "kept"
  [[inject.alternative]]
  when = 'delivered("logs-gone")'
  subject = "Data lost"
  body = "lost"
`

func TestAContingencyIsProposedOnceAndDeliveredByHand(t *testing.T) {
	tb := started(t, branches)
	tb.until("20m")
	tb.wantStory("delivered report#1@00:02:00, cued call@00:03:00, proposed logs-gone@00:08:00", "delivered", "proposed", "cued")
	if e := tb.ev[len(tb.ev)-1]; e.T != 8*60_000+1 {
		t.Errorf("> 6m after 2m turned at %d", e.T)
	}
	tb.do(SeatControl, Accept{"logs-gone"})
	tb.do(SeatControl, Deliver{"call"}) // it was said
	tb.do(SeatControl, Deliver{"news"})
	tb.wantStory("delivered report#1@00:02:00, delivered logs-gone#1@00:20:00, delivered call#1@00:20:00, delivered news#1@00:20:00", "delivered")
	c, _ := tb.x.View(SeatControl)
	if m, _ := c.Item("news"); c.ItemText(&m, "subject", "en") != "Data lost" {
		t.Errorf("control reads %q of what went out", c.ItemText(&m, "subject", "en"))
	}
	v, _ := tb.x.View("birch-cyber")
	it := v.InboxAt(v.InboxLen() - 1)
	if s, _, _ := v.Piece(&it.Subject, "en"); s != "Data lost" {
		t.Errorf("the alternative delivered: %q", s)
	}
	tb.refuses("already-delivered", SeatControl, Deliver{"news"})
}

func TestAProposalStaysWhenItsConditionNoLongerHolds(t *testing.T) {
	tb := started(t, branches)
	tb.until("9m")
	tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	m, _ := func() (MSELItem, bool) { v, _ := tb.x.View(SeatControl); return v.Item("logs-gone") }()
	if m.State != InjectProposed || m.Holds {
		t.Errorf("it is %s, holds %v: should stay proposed, marked", m.State, m.Holds)
	}
	tb.do(SeatControl, Dismiss{Inject: "logs-gone", Reason: "they acted"})
	tb.until("25m")
	tb.wantStory("proposed logs-gone@00:08:00", "proposed")
}

func TestRecall(t *testing.T) {
	tb := started(t, branches+`
[[inject]]
id = "follow"
after = "report"
delay = "10m"
channel = "email"
to = ["alder-cyber"]
subject = "Follow"
body = "x"
[[inject]]
id = "nothing-came"
category = "contingency"
auto = true
when = 'elapsed() > "1m" and not delivered("report") and milestone("filed")'
channel = "email"
to = ["alder-cyber"]
subject = "Nothing came"
body = "x"
`)
	tb.until("4m")
	tb.do("alder-cyber", Open{"report#1"})
	tb.do(SeatControl, Recall{Delivery: "report#1", Reason: "wrong side"})
	tb.refuses("already-recalled", SeatControl, Recall{Delivery: "report#1"})
	tb.refuses("recalled", "alder-cyber", Acknowledge{"report#1"})
	tb.until("25m")
	// What hung on it waits for control; what turned true by the recall alone
	// is only proposed, though it says auto.
	tb.wantStory("delivered report#1@00:02:00, cued call@00:03:00, held follow:recalled-before@00:04:00, proposed nothing-came@00:04:00",
		"delivered", "cued", "held", "proposed")
	tb.do(SeatControl, Deliver{"report"}) // again, with an id of its own
	tb.until("30m")
	tb.wantStory("delivered report#1@00:02:00, delivered report#2@00:25:00", "delivered")
}

func TestEditAndImprovise(t *testing.T) {
	tb := started(t, branches)
	subject, body := "Corrected", "Read **this**."
	tb.do(SeatControl, Edit{Inject: "report", Subject: &subject, Body: &body, To: []string{"birch"}})
	tb.refuses("nothing-changed", SeatControl, Edit{Inject: "report"})
	tb.refuses("no-such-addressee", SeatControl, Edit{Inject: "report", To: []string{"nobody"}})
	tb.until("2m")
	v, _ := tb.x.View("birch-cyber")
	it := v.InboxAt(0)
	if s, _, gone := v.Piece(&it.Subject, "en"); s != subject || gone {
		t.Errorf("birch reads %q", s)
	}
	if a, _ := tb.x.View("alder-cyber"); a.InboxLen() != 0 {
		t.Error("alder got it too")
	}
	id := tb.do(SeatControl, Improvise{Channel: "phone", From: "The minister", To: []string{"alder-cyber"}, Subject: "Well?", Body: "What is going on?"})
	if id != "improvised-1" {
		t.Errorf("it is called %s", id)
	}
	tb.refuses("no-such-channel", SeatControl, Improvise{Channel: "pigeon", To: []string{"alder"}, Body: "x"})
	tb.refuses("nothing-said", SeatControl, Improvise{Channel: "email", To: []string{"alder"}})
	later := tb.do(SeatControl, Improvise{Channel: "email", To: []string{"everyone"}, Body: "Lunch", Due: 300_000})
	tb.until("6m")
	tb.wantStory("delivered report#1@00:02:00, delivered improvised-1#1@00:02:00, delivered "+later+"#1@00:05:00", "delivered")
}

// A part that an edit emptied is not there; it is not taken for expunged.
func TestAnEmptiedPartIsNotDelivered(t *testing.T) {
	tb := started(t, `
[[inject]]
id = "asks"
phase = "one"
at = "2m"
channel = "email"
to = ["alder-cyber"]
subject = "Asks"
body = "x"
ask = "Answer within the hour."
`)
	none := ""
	tb.do(SeatControl, Edit{Inject: "asks", Ask: &none})
	tb.until("3m")
	v, _ := tb.x.View("alder-cyber")
	it := v.InboxAt(0)
	if s, _, gone := v.Piece(&it.Ask, "en"); s != "" || gone {
		t.Errorf("it asks %q, gone %v", s, gone)
	}
}

func TestExpungedTextIsGoneWithEveryCopy(t *testing.T) {
	tb := started(t, branches)
	body := "a name that must not stay"
	tb.do(SeatControl, Edit{Inject: "report", Body: &body})
	tb.until("2m")
	m := tb.do("alder-cyber", SendMessage{To: []string{"alder"}, Text: "unrelated"})
	v, _ := tb.x.View(SeatControl)
	texts := v.Texts()
	tb.do(SeatControl, Expunge{Texts: []string{texts[0].ID}, Reason: "personal data"})
	p, _ := tb.x.View("alder-cyber")
	it := p.InboxAt(0)
	if s, _, gone := p.Piece(&it.Body, "en"); s != "" || !gone {
		t.Errorf("the delivery still says %q", s)
	}
	if msg, ok := p.Message(m); !ok || msg.Text == "" {
		t.Error("another text went with it")
	}
	n := 0
	for _, e := range tb.ev {
		if e.Body.Kind() == "expunged" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d leaves expunged, want the text and its copy", n)
	}
	tb.refuses("no-such-text", SeatControl, Expunge{Texts: []string{texts[0].ID}, Reason: "again"})
}

// Conditions that set each other off stop: each fires at most once in a
// settling, and a repeating one at most a hundred times.
func TestConditionsThatTriggerEachOtherForEverStop(t *testing.T) {
	tb := started(t, `
[[inject]]
id = "ping"
category = "contingency"
auto = true
repeat = true
when = 'not milestone("filed")'
channel = "email"
to = ["alder-cyber"]
subject = "Ping"
body = "x"
sets = ["filed"]
[[inject]]
id = "pong"
category = "contingency"
auto = true
repeat = true
when = 'milestone("filed")'
channel = "email"
to = ["alder-cyber"]
subject = "Pong"
body = "x"
clears = ["filed"]
[[inject]]
id = "tick"
category = "contingency"
auto = true
repeat = true
when = 'elapsed() > "1s" and not (since("tick") < "1s")'
channel = "email"
to = ["alder-cyber"]
subject = "Tick"
body = "x"
`)
	tb.until("30m")
	if n := tb.x.deliveries.len(); n > 210 {
		t.Errorf("%d deliveries", n)
	}
	m := tb.x.msel.at(2)
	if len(m.deliveries) != maxFires {
		t.Errorf("tick was delivered %d times, want %d", len(m.deliveries), maxFires)
	}
}

func TestTheSameCommandTwiceIsTakenOnce(t *testing.T) {
	tb := started(t, branches)
	c := Command{ID: "form-1", Seat: "alder-cyber", Op: Act{Text: "We wait"}, Said: SaidNow}
	first, _ := tb.x.Do(c)
	tb.ev = append(tb.ev, first.Events...)
	again, err := tb.x.Do(c)
	if err != nil || !again.Repeated || again.Ref != first.Ref || len(again.Events) != 0 {
		t.Errorf("the second time: %+v, %v", again, err)
	}
}

func TestQuestions(t *testing.T) {
	tb := started(t, `
[[inject]]
id = "ask"
channel = "email"
to = ["alder"]
subject = "Decide"
body = "x"
  [[inject.question]]
  id = "public"
  kind = "one"
  prompt = "Go public?"
  per = "side"
    [[inject.question.option]]
    id = "yes"
    text = "Yes"
    sets = ["filed"]
    [[inject.question.option]]
    id = "no"
    text = "No"
    clears = ["filed"]
  [[inject.question]]
  id = "sure"
  kind = "scale"
  prompt = "How sure?"
[[inject]]
id = "so-public"
category = "contingency"
auto = true
when = 'answered("public", "yes")'
channel = "news"
to = ["everyone"]
subject = "Public"
body = "x"
`)
	tb.do(SeatControl, Deliver{"ask"})
	answer := func(q string, opts ...string) AnswerQuestion {
		return AnswerQuestion{Delivery: "ask#1", Question: q, Options: opts}
	}
	tb.refuses("choose-one", "alder-cyber", answer("public", "yes", "no"))
	tb.refuses("no-such-option", "alder-cyber", answer("public", "maybe"))
	tb.refuses("off-the-scale", "alder-cyber", AnswerQuestion{Delivery: "ask#1", Question: "sure", Scale: 9})
	tb.refuses("no-such-delivery", "birch-cyber", answer("public", "yes"))
	tb.do("alder-cyber", answer("public", "yes"))
	tb.do("alder-prosecutor", answer("public", "no")) // for the side: it replaces the first
	if len(tb.x.facts.replies["public"]) != 1 {
		t.Error("a side has two answers")
	}
	tb.wantStory("delivered ask#1@00:00:00, milestone-set filed@00:00:00, delivered so-public#1@00:00:00, milestone-set not-filed@00:00:00", "delivered", "milestone-set")
	v, _ := tb.x.View("birch-cyber")
	if len(v.Replies("public")) != 0 {
		t.Error("birch sees alder's answers")
	}
}
