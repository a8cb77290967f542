package engine

import (
	"slices"
	"strings"
	"testing"

	"parley/scenarios"
)

// wall is what a Plenary shows at the moment, in words that compare.
func (tb *table) wall() string {
	p := tb.x.Plenary()
	var out []string
	for _, put := range p.Puts() {
		out = append(out, "asks "+put.Asked.Prompt["en"])
	}
	for _, r := range p.Reportings() {
		text := ""
		if w, ok := p.TextIn(r.Text, "en"); ok {
			text = w.Text
		}
		q, ok := p.Asked(r.Question)
		if !ok {
			tb.t.Errorf("%s answers a question that the room does not have", r.ID)
		}
		out = append(out, r.Side+" says "+text+" to "+q.Prompt["en"])
	}
	for _, d := range p.Deliveries() {
		out = append(out, "has "+d.ID+" "+p.Piece(&d.Subject, "en"))
	}
	for _, r := range p.Rulings() {
		w, _ := p.TextIn(r.Text, "en")
		out = append(out, "ruled "+w.Text)
	}
	return strings.Join(out, "; ")
}

func (tb *table) wantWall(want string) {
	tb.t.Helper()
	if got := tb.wall(); got != want {
		tb.t.Errorf("\nthe wall shows %s\nwant            %s", got, want)
	}
}

// What is asked is on the wall, what a side answers alone is not until it has
// told it to the plenary.
func TestTheWallShowsTheQuestionAndWhatIsReported(t *testing.T) {
	tb := talking(t)
	tb.wantWall("")
	tb.do(SeatControl, NextSegment{})
	tb.do(SeatControl, PutQuestion{"in-time"}) // the firm alone is asked
	tb.wantWall("")
	if _, ok := tb.x.Plenary().Asked("in-time"); ok {
		t.Error("the room may read what only the firm was asked")
	}
	tb.do(SeatControl, PutQuestion{"who-decides"})
	tb.wantWall("asks Who decides?")
	firm := tb.do("manager", AnswerQuestion{Question: "who-decides", Text: "The board."})
	alone := tb.do("manager", AnswerQuestion{Question: "in-time", Options: []string{"no"}, Text: "Hardly."})
	tb.do("officer", AnswerQuestion{Question: "who-decides", Text: "We do."})
	tb.do("manager", SendMessage{To: []string{"firm"}, Text: "Don't tell them."})
	tb.wantWall("asks Who decides?")
	tb.do(SeatControl, NextSegment{})
	tb.wantWall("")
	tb.do("manager", Report{firm})
	tb.wantWall("firm says The board. to Who decides?")
	tb.do("manager", Report{alone})
	tb.do(SeatControl, PutQuestion{"surprised"})
	tb.do("officer", AnswerQuestion{Question: "surprised", Text: "Nothing."}) // said aloud
	tb.wantWall("asks What surprised you?; firm says The board. to Who decides?; firm says Hardly. to Would you be in time?")

	reported := tb.x.Plenary().Reportings()[0].Text
	tb.do("officer", Translate{Of: reported, Lang: "zh-Hans", Text: "董事会。"})
	if w, ok := tb.x.Plenary().TextIn(reported, "zh-Hans"); !ok || w.Text != "董事会。" || w.By+w.Seat != "" {
		t.Errorf("a reader of Chinese has %+v", w)
	}
	tb.do(SeatControl, Expunge{Texts: []string{"firm-t1"}, Reason: "a name"})
	tb.wantWall("asks What surprised you?; firm says  to Who decides?; firm says Hardly. to Would you be in time?")
}

// What was delivered to every role is on the wall, what went to some is not, nor
// what was recalled; and rulings for everyone alone.
func TestTheWallShowsWhatEveryoneHas(t *testing.T) {
	const all = "[[inject]]\nid = \"flash\"\nphase = \"one\"\nchannel = \"news\"\nto = [\"everyone\"]\nsubject = \"Flash\"\nbody = \"x\"\n" +
		"[[inject]]\nid = \"alders\"\nphase = \"one\"\nchannel = \"news\"\nto = [\"alder\"]\nsubject = \"For Alder\"\nbody = \"x\"\n"
	for _, open := range []func(*testing.T, string) *table{started, sided} {
		tb := open(t, branches+all)
		tb.until("2m30s") // the report went to one role
		tb.do(SeatControl, Deliver{"alders"})
		tb.wantWall("")
		text := "Flash!"
		tb.do(SeatControl, Edit{Inject: "flash", Lang: "en", Subject: &text})
		tb.wantWall("")
		tb.do(SeatControl, Deliver{"flash"})
		tb.wantWall("has flash#1 Flash!")
		d := tb.x.Plenary().Deliveries()[0]
		if tb.do("alder-cyber", Open{d.ID}); len(d.Status) != 0 || d.Number != 0 || len(tb.x.Plenary().Deliveries()[0].Status) != 0 {
			t.Errorf("the wall tells how far the roles have come: %+v", d)
		}
		hand := SeatControl
		if tb.x.perSide() {
			hand = ofAlder
		}
		tb.do(hand, Rule{To: []string{"alder"}, Text: "For one side.", Reason: "x"})
		act := tb.do("alder-cyber", Act{Text: "our secret"})
		tb.do(hand, Rule{On: act, To: []string{"alder"}, Text: "On what one side did.", Reason: "x"})
		tb.wantWall("has flash#1 Flash!")
		tb.do(SeatControl, Rule{Text: "For all.", Reason: "x"})
		tb.wantWall("has flash#1 Flash!; ruled For all.")
		tb.do(SeatControl, Recall{Delivery: "flash#1"})
		tb.wantWall("ruled For all.")
	}
}

// No id opens a text that is not everyone's, whoever hands it in.
func TestThePlenaryResolvesNothingOfOneSide(t *testing.T) {
	tb := started(t, branches+powers)
	tb.do("alder-cyber", Act{Text: "our secret"})
	tb.do("alder-cyber", AskControl{Text: "our question"})
	tb.do(SeatControl, MakeNote{Text: "a note"})
	tb.do(SeatControl, Rule{To: []string{"alder"}, Text: "for one", Reason: "x"})
	p := tb.x.Plenary()
	for _, w := range tb.sees(SeatControl).Texts() {
		if got, ok := p.TextIn(w.ID, "en"); ok {
			t.Errorf("%s: %q", w.ID, got.Text)
		}
		if got := p.Piece(&Piece{Typed: map[string]string{"en": w.ID}}, "en"); got != "" {
			t.Errorf("%s as a piece: %q", w.ID, got)
		}
	}
	if slices.ContainsFunc(p.Sides(), func(s scenarios.Side) bool { return s.Briefing != nil }) {
		t.Error("a side's briefing is on the wall")
	}
}

// How many seats are taken counts roles, however many sit in one.
func TestTheWallCountsSeats(t *testing.T) {
	tb := play(t, "")
	count := func(want int) {
		t.Helper()
		if taken, of := tb.x.Plenary().Seats(); taken != want || of != 4 {
			t.Errorf("%d of %d seats are taken, want %d", taken, of, want)
		}
	}
	count(0)
	before := tb.x.Plenary().Version()
	tb.do("alder-cyber", Join{Person: "p1", Name: "Ann"})
	tb.do("alder-cyber", Join{Person: "p2", Name: "Ben"})
	tb.do("observer/alder", Join{Person: "p3", Name: "Cem"})
	tb.do("birch-cyber", Join{Person: "bot", Bot: true})
	count(2)
	if tb.x.Plenary().Version() == before {
		t.Error("the wall is not told that somebody came")
	}
	tb.do("alder-cyber", Leave{Person: "p1"})
	count(2)
	tb.do("alder-cyber", Leave{Person: "p2"})
	count(1)
}
