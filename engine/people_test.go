package engine

import (
	"strings"
	"testing"
)

func TestSeatsMayOnlyWhatTheyMay(t *testing.T) {
	tb := started(t, branches)
	tb.refuses("not-yours", "alder-cyber", Deliver{"news"})
	tb.refuses("not-yours", "alder-cyber", Pause{})
	tb.refuses("players-only", SeatControl, Act{Action: "preserve"})
	tb.refuses("no-such-seat", "nobody", Act{Action: "preserve"})
	tb.refuses("no-such-seat", "control/nobody", Pause{})
	tb.refuses("crosses", "alder-cyber", SendMessage{To: []string{"birch-cyber"}, Text: "hello"})
	tb.refuses("no-such-persona", "alder-cyber", SendMessage{To: []string{"alder"}, Persona: "x", Text: "hello"})
	tb.refuses("text-too-long", "alder-cyber", Act{Text: strings.Repeat("x", MaxText+1)})
	tb.refuses("not-text", "alder-cyber", Act{Text: "\xff"})
	tb.refuses("wrong-moment", SeatControl, Start{})
	tb.do(SeatControl, End{})
	tb.refuses("wrong-moment", "alder-cyber", Act{Action: "preserve"})
	tb.do(SeatControl, MakeNote{On: "alder-cyber", Text: "calm under pressure"})
}

// One side's deliberations reach no seat of the other (rule 13).
func TestDeliberationsStayOnTheirSide(t *testing.T) {
	tb := started(t, branches+powers)
	const secret = "our secret"
	tb.do("alder-cyber", SendMessage{To: []string{"alder"}, Text: secret})
	tb.do("alder-cyber", SendMessage{To: []string{SeatControl}, Text: secret})
	ask := tb.do("alder-cyber", AskControl{Text: secret})
	act := tb.do("alder-cyber", Act{Text: secret})
	tb.do("alder-cyber", AskApproval{Action: "search", Target: "corvane", Authority: "warrant", Text: secret})
	tb.do(SeatControl, SendMessage{To: []string{"alder-cyber"}, Text: secret, ReplyTo: ask})
	tb.refuses("no-such-message", "birch-cyber", SendMessage{To: []string{"birch"}, Text: "x", ReplyTo: ask})
	tb.refuses("no-such-item", "birch-cyber", Disclose{Item: act, To: []string{"alder"}})
	v, _ := tb.x.View("birch-cyber")
	for i := range v.LogLen() {
		if to := v.LogAt(i).To; to[0] != "all" {
			t.Errorf("birch's log has %s for %v", v.LogAt(i).Body.Kind(), to)
		}
	}
	if _, ok := v.Action(act); ok || v.ActionsLen() > 0 || v.MessagesLen() > 0 {
		t.Error("birch sees alder's actions or messages")
	}
	for i := 1; i < 9; i++ {
		if _, ok := v.Text("alder-t" + string(rune('0'+i))); ok {
			t.Errorf("birch may read alder-t%d", i)
		}
	}
	if _, ok := v.Approval("alder-p1"); ok {
		t.Error("birch sees alder's approval")
	}
	// By a recorded act, an item of one's own may be shown.
	tb.do("alder-cyber", Disclose{Item: act, To: []string{"birch"}})
	v, _ = tb.x.View("birch-cyber")
	s := v.Showings()
	if len(s) != 1 {
		t.Fatal("birch was shown nothing")
	}
	if text, ok := v.Text(s[0].Text); !ok || text != secret {
		t.Errorf("birch was shown %q", text)
	}
}

// A view is a moment: what comes after does not change it.
func TestAViewNeverChanges(t *testing.T) {
	tb := started(t, branches)
	tb.until("2m")
	before, _ := tb.x.View("alder-cyber")
	was := before.InboxAt(0).Status
	tb.do("alder-cyber", Open{"report#1"})
	for range 100 {
		tb.do("alder-cyber", Act{Action: "preserve", Target: "corvane"})
	}
	after, _ := tb.x.View("alder-cyber")
	if before.InboxAt(0).Status != was || before.ActionsLen() != 0 {
		t.Error("a view changed after it was made")
	}
	if after.InboxAt(0).Status != StatusOpened || after.ActionsLen() != 100 {
		t.Error("a later view does not show what came")
	}
}

// Nothing that a command carries can make an event that the record can't hold.
func TestWhatIsNotTextNeverReachesTheRecord(t *testing.T) {
	tb := started(t, branches)
	tb.until("2m")
	bad := "\xff\xfe"
	for _, c := range []Command{
		{Seat: "alder-cyber", Op: Act{Text: bad}},
		{Seat: "alder-cyber", Op: Act{Text: "x"}, By: bad},
		{Seat: "alder-cyber", Op: Act{Text: "x"}, ID: bad},
		{Seat: "alder-cyber", Op: Act{Text: "x"}, How: HowTyped + HowTyped},
		{Seat: "alder-cyber", Op: Act{Action: bad}},
		{Seat: "alder-cyber", Op: Act{Text: "x", Target: bad}},
		{Seat: "alder-cyber", Op: Act{Text: "x", Cites: []string{bad}}},
		{Seat: SeatControl, Op: Join{Person: bad}},
		{Seat: SeatControl, Op: MakeNote{On: "t:" + bad, Text: "x"}},
		{Seat: SeatControl, Op: Rule{On: bad, Text: "x", Reason: "y"}},
		{Seat: SeatControl, Op: Skip{Inject: "call", Reason: bad}},
		{Seat: SeatControl, Op: Improvise{Channel: bad, To: []string{"alder"}, Body: "x"}},
		{Seat: SeatControl, Op: SendMessage{To: []string{bad}, Text: "x"}},
		{Seat: SeatControl, Op: Expunge{Texts: []string{bad}, Reason: "x"}},
	} {
		c.T, c.Said = tb.at, SaidNow
		if _, err := tb.x.Do(c); err == nil {
			t.Errorf("%s %+v was taken", OpName(c.Op), c)
		}
	}
	tb.do("alder-cyber", Act{Text: "x", Lang: bad}) // its language is the scenario's then
	if w := tb.x.texts.at(0); w.Lang != "en" {
		t.Errorf("language %q", w.Lang)
	}
}
