package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
)

// servers is a stage on which Alder seizes the image of a server that stands in
// Birch: it may search at home, with the prosecutor's warrant, and not abroad.
// Birch's files are its own, the court's table asks what Birch holds.
const servers = `
[[evidence]]
id = "server-image"
title = "Image of the server"
description = "Taken while it ran."
hash = "9f86d081884c7d659a2feaa0c55ad015"
certificate = "Custodian, time and place, two signatures."
limits = "For this case alone."
[[action]]
id = "seize"
title = "Image a server"
yields = ["server-image"]
[[action]]
id = "charge"
title = "Charge the suspect"
[[authority]]
id = "warrant"
side = "alder"
title = "Search warrant"
held-by = ["alder-police"]
basis = "Rule 41"
permits = ["seize"]
reaches = ["own"]
approval = "alder-prosecutor"
[[authority]]
id = "consent"
side = "alder"
title = "Consent of the owner"
held-by = ["alder-police"]
basis = "Section 2702"
permits = ["seize"]
reaches = ["own"]
`

// seized is Alder having imaged a server: under an authority or none.
func seized(t *testing.T, target string, cites ...string) *table {
	t.Helper()
	tb := started(t, servers+reliesOn("certified", "within", "approved", "outside", "nothing"))
	tb.seize(target, cites...)
	return tb
}

func (tb *table) seize(target string, cites ...string) {
	tb.t.Helper()
	act := tb.do("alder-cyber", Act{Action: "seize", Target: target, Cites: cites})
	tb.until("1m")
	tb.do(SeatControl, DecideOutcome{Act: act, Result: ResultWorks})
}

// reliesOn has an inject for each mark, delivered when what Birch holds bears
// it.
func reliesOn(marks ...string) string {
	var b strings.Builder
	for _, m := range marks {
		fmt.Fprintf(&b, `
[[inject]]
id = "it-is-%s"
category = "contingency"
auto = true
repeat = true
when = 'has("birch", "server-image", "%s")'
channel = "email"
to = ["birch-cyber"]
subject = "x"
body = "x"
`, m, m)
	}
	return b.String()
}

// exhibit is a piece of evidence as a seat has it.
func (tb *table) exhibit(seat, id string) HeldExhibit {
	tb.t.Helper()
	v, _ := tb.x.View(seat)
	h, ok := v.Exhibit(id)
	if !ok {
		tb.t.Fatalf("%s has no evidence %s", seat, id)
	}
	return h
}

func (tb *table) wantObtained(want, seat, id string) {
	tb.t.Helper()
	if got := tb.exhibit(seat, id).Obtained; got != want {
		tb.t.Errorf("%s sees %s as obtained %q, want %q", seat, id, got, want)
	}
}

func TestEvidenceIsMarkedWithHowItWasObtained(t *testing.T) {
	for _, c := range []struct {
		target string
		cites  []string
		want   string
	}{
		{"corvane", []string{"consent"}, ObtainedWithin},
		{"mistwood", []string{"consent"}, ObtainedOutside},
		{"corvane", nil, ObtainedNothing},  // consent would have covered it, and nobody said so
		{"mistwood", nil, ObtainedNothing}, // nothing would
		{"corvane", []string{"warrant"}, ObtainedOutside},
	} {
		tb := seized(t, c.target, c.cites...)
		tb.wantObtained(c.want, "alder-cyber", "alder-e1")
	}
	tb := started(t, servers)
	asked := tb.do("alder-cyber", AskApproval{Action: "seize", Target: "corvane", Authority: "warrant"})
	tb.do("alder-prosecutor", Approve{Approval: asked})
	tb.seize("corvane", "warrant")
	tb.wantObtained(ObtainedApproved, "alder-cyber", "alder-e1")
}

// The exercise of the issue: an image seized abroad without authority is handed
// over, the other side relies on it, and the finding is corrected later.
func TestTheMarkTravelsWithTheEvidence(t *testing.T) {
	tb := seized(t, "mistwood", "consent")
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "Not for the press."})
	tb.until("2m")
	charge := tb.do("birch-cyber", Act{Action: "charge", Uses: []string{"alder-birch-e1"}})

	tb.wantObtained(ObtainedOutside, "alder-cyber", "alder-e1")
	tb.wantObtained(ObtainedOutside, "birch-cyber", "alder-birch-e1")
	relied := func(seat string) string {
		v, _ := tb.x.View(seat)
		a, _ := v.Action(charge)
		var out []string
		for _, h := range v.Relied(&a) {
			out = append(out, h.ID+" "+h.Obtained+fmt.Sprint(len(h.Certificates)))
		}
		return strings.Join(out, ", ")
	}
	if got := relied("birch-cyber"); got != "alder-birch-e1 outside0" {
		t.Errorf("the charge relies on %s", got)
	}
	if got := relied("alder-cyber"); got != "" {
		t.Errorf("alder sees what birch relies on: %s", got)
	}

	tb.until("3m")
	tb.do("alder-counsel", CorrectFinding{Act: "alder-a1", Verdict: VerdictWithin, Authority: "consent", Reason: "The owner sat in Alder."})
	tb.wantObtained(ObtainedWithin, "alder-cyber", "alder-e1")
	tb.wantObtained(ObtainedWithin, "birch-cyber", "alder-birch-e1")
	if got := relied("birch-cyber"); got != "alder-birch-e1 within0" {
		t.Errorf("after the correction the charge relies on %s", got)
	}
	tb.until("4m")
	tb.do("alder-cyber", Certify{Exhibit: "alder-e1", Text: "Imaged by Ann and Bob, Tue 04:42, office 12."})
	if got := relied("birch-cyber"); got != "alder-birch-e1 within1" {
		t.Errorf("once certified the charge relies on %s", got)
	}
	tb.wantStory("delivered it-is-outside#1@00:01:00, delivered it-is-within#1@00:03:00, delivered it-is-certified#1@00:04:00", "delivered")
}

// What went on within the other side is in nothing that reaches this one.
func TestTheInnerChainDoesNotCross(t *testing.T) {
	tb := seized(t, "mistwood", "consent")
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "alder-prosecutor", Text: "Keep it from the ministry."})
	tb.do("alder-prosecutor", Certify{Exhibit: "alder-e1", Text: "Signed for Alder."})
	tb.do("alder-prosecutor", HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "Not for the press."})
	tb.do("alder-prosecutor", HandOver{Exhibit: "alder-e1", To: "alder-counsel", Text: "For your opinion."})
	tb.do("alder-counsel", CorrectFinding{Act: "alder-a1", Verdict: VerdictOutside, Authority: "consent", Cause: CauseNotHeld, Reason: "We never had it."})
	tb.do("alder-counsel", AddAuthority{Act: "alder-a1", Basis: "A treaty.", Reaches: []string{"birch"}})

	h := tb.exhibit("birch-cyber", "alder-birch-e1")
	if h.Act != "" || h.Role != "" || h.Holder != "birch-cyber" || h.From != "alder" || h.Def.Hash == "" {
		t.Errorf("birch has %+v", h)
	}
	if len(h.Chain) != 1 || h.Chain[0].From != "alder-prosecutor" || h.Chain[0].Gap || len(h.Limits) != 1 || len(h.Certificates) != 1 {
		t.Errorf("what came with it: %+v, limits %v, certificates %v", h.Chain, h.Limits, h.Certificates)
	}
	for _, held := range h.Held {
		if held.Side == "alder" && (held.Role != "" || held.ID != "") {
			t.Errorf("birch sees how alder has it: %+v", held)
		}
	}
	v, _ := tb.x.View("birch-cyber")
	if _, ok := v.Exhibit("alder-e1"); ok {
		t.Error("birch finds it under alder's own number")
	}
	tb.refuses("no-such-exhibit", "birch-cyber", Act{Action: "charge", Uses: []string{"alder-e1"}})
	for i := range tb.ev {
		e := &tb.ev[i]
		if !v.has(e.To) {
			continue
		}
		content, err := json.Marshal([]any{e.Stamp, e.Body})
		if err != nil {
			t.Fatal(err)
		}
		for _, private := range []string{"ministry", "opinion", "never had it", "treaty", "alder-a1", "alder-e1", "alder-counsel"} {
			if strings.Contains(string(content), private) {
				t.Errorf("birch may read %q in %s", private, content)
			}
		}
	}
	// Alder's own chain is whole.
	own := tb.exhibit("alder-cyber", "alder-e1")
	hands := ""
	for _, c := range own.Chain {
		hands += c.From + ">" + c.To + " "
	}
	if want := "alder-cyber>alder-prosecutor alder-prosecutor>birch-cyber alder-prosecutor>alder-counsel "; hands != want {
		t.Errorf("alder's chain is %s", hands)
	}
	if own.Holder != "alder-counsel" || !slices.Equal(own.Holders, []string{"alder", "birch"}) {
		t.Errorf("alder has it with %s, of %v", own.Holder, own.Holders)
	}
}

// A hand-over by somebody who has not got it leaves a gap in the chain, for
// those to see whose chain it is.
func TestAHandOverBySomebodyElseIsAGap(t *testing.T) {
	tb := seized(t, "corvane", "consent")
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "alder-prosecutor"})
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber"})
	if c := tb.exhibit("alder-cyber", "alder-e1").Chain; len(c) != 2 || c[0].Gap || !c[1].Gap {
		t.Errorf("alder's chain: %+v", c)
	}
	if c := tb.exhibit("birch-cyber", "alder-birch-e1").Chain; len(c) != 1 || c[0].Gap {
		t.Errorf("birch's chain: %+v", c)
	}
	tb.refuses("nothing-changed", "alder-cyber", HandOver{Exhibit: "alder-e1", To: "alder-prosecutor"})
	tb.refuses("no-such-seat", "alder-cyber", HandOver{Exhibit: "alder-e1", To: SeatControl})
	tb.refuses("no-such-exhibit", "birch-cyber", HandOver{Exhibit: "alder-e1", To: "alder-cyber"})
}

func TestCertificatesAndLimitsGoWithIt(t *testing.T) {
	tb := seized(t, "corvane", "consent")
	tb.do("alder-cyber", Certify{Exhibit: "alder-e1", Text: "First."})
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber"})
	tb.do("alder-cyber", Certify{Exhibit: "alder-e1", Text: "Second."})
	tb.do("birch-cyber", Certify{Exhibit: "alder-birch-e1", Text: "Received whole."})
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber"}) // again: nothing doubles
	texts := func(seat, id string) string {
		v, _ := tb.x.View(seat)
		var out []string
		for _, c := range tb.exhibit(seat, id).Certificates {
			text, ok := v.Text(c.Text)
			if !ok {
				t.Errorf("%s may not read a certificate of %s", seat, id)
			}
			out = append(out, text)
		}
		return strings.Join(out, " ")
	}
	if got := texts("birch-cyber", "alder-birch-e1"); got != "First. Second. Received whole." {
		t.Errorf("birch has the certificates %s", got)
	}
	if got := texts("alder-cyber", "alder-e1"); got != "First. Second." {
		t.Errorf("alder has the certificates %s", got)
	}
	tb.do("alder-cyber", Certify{Exhibit: "alder-e1"}) // in the form that the scenario names
	if n := len(tb.exhibit("birch-cyber", "alder-birch-e1").Certificates); n != 4 {
		t.Errorf("birch has %d certificates", n)
	}
}

func TestEvidenceGoesWithTheAnswerToARequest(t *testing.T) {
	tb := started(t, servers+`
[[request]]
id = "ask"
title = "Ask for an image"
basis = "A treaty"
sends-as = "charge"
handles-as = "charge"
executes-as = "charge"
from = ["birch-cyber"]
to = ["alder-cyber"]
  [[request.field]]
  id = "what"
  title = "What is sought"
  [[request.time]]
  urgency = "normal"
  title = "Normal"
  acknowledge = "10m"
`)
	tb.seize("corvane", "consent")
	r := tb.do("birch-cyber", SendRequest{Kind: "ask", To: "alder-cyber", Fields: map[string]string{"what": "the image"}})
	tb.do("alder-cyber", StepRequest{Request: r, Step: "execute", Evidence: []string{"alder-e1"}})
	h := tb.exhibit("birch-cyber", "alder-birch-e1")
	if len(h.Chain) != 1 || h.Chain[0].Request != r || h.Holder != "birch-cyber" {
		t.Errorf("what came with the answer: %+v", h)
	}
	v, _ := tb.x.View("birch-cyber")
	req, _ := v.Request(r)
	if s := req.Steps; len(s) != 1 || !slices.Equal(s[0].Evidence, []string{"alder-birch-e1"}) {
		t.Errorf("the step: %+v", s)
	}
	// And back again with a supplement, to whom it was asked of.
	tb.do("birch-cyber", StepRequest{Request: r, Step: "reply", Evidence: []string{"alder-birch-e1"}})
	if h := tb.exhibit("alder-cyber", "alder-e1"); len(h.Chain) != 2 || h.Holder != "alder-cyber" || h.Obtained != ObtainedWithin {
		t.Errorf("what came back: %+v", h)
	}
}

// Who was only told of a piece of evidence can rely on it and learns how it was
// obtained, but has nothing to certify or hand over.
func TestDisclosedEvidenceIsNotInCustody(t *testing.T) {
	tb := seized(t, "mistwood", "consent")
	tb.do("alder-cyber", Disclose{Item: "alder-e1", To: []string{"birch"}})
	h := tb.exhibit("birch-cyber", "alder-e1")
	if h.Holder != "" || h.Def.Hash != "" || h.Obtained != ObtainedOutside {
		t.Errorf("birch was told %+v", h)
	}
	tb.refuses("not-in-custody", "birch-cyber", Certify{Exhibit: "alder-e1", Text: "x"})
	tb.refuses("not-in-custody", "birch-cyber", HandOver{Exhibit: "alder-e1", To: "alder-cyber"})
	tb.do("birch-cyber", Act{Action: "charge", Uses: []string{"alder-e1"}})
	tb.do("alder-counsel", CorrectFinding{Act: "alder-a1", Verdict: VerdictWithin, Authority: "consent", Reason: "x"})
	tb.wantObtained(ObtainedWithin, "birch-cyber", "alder-e1")
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber"})
	if h := tb.exhibit("birch-cyber", "alder-birch-e1"); h.Holder != "birch-cyber" || h.Def.Hash == "" {
		t.Errorf("then it was handed over: %+v", h)
	}
}

// Under a controller for each side, evidence is that side's controller's to see,
// and what crosses the lead's.
func TestWhoOfControlSeesEvidence(t *testing.T) {
	tb := sided(t, servers)
	act := tb.do("alder-cyber", Act{Action: "seize", Target: "mistwood", Cites: []string{"consent"}})
	tb.do(ofAlder, DecideOutcome{Act: act, Result: ResultWorks})
	seen := func(seat string) string {
		var out []string
		for _, h := range tb.sees(seat).Exhibits() {
			out = append(out, h.ID+" "+h.Holder+" "+h.Obtained+" "+h.Act)
		}
		return strings.Join(out, ", ")
	}
	if got := seen(ofAlder); got != "alder-e1 alder-cyber outside alder-a1" || seen(ofBirch)+seen(SeatControl) != "" {
		t.Errorf("before: alder's controller sees %s, others %s, %s", got, seen(ofBirch), seen(SeatControl))
	}
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "alder-prosecutor"})
	tb.do("alder-prosecutor", HandOver{Exhibit: "alder-e1", To: "birch-cyber"})
	if got := seen(ofBirch); got != "alder-birch-e1 birch-cyber outside " {
		t.Errorf("after: birch's controller sees %s", got)
	}
	if got := seen(SeatControl); got != "alder-birch-e1  outside " {
		t.Errorf("after: the lead sees %s", got)
	}
	id := tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "A second time."}) // not by whom the side clears with
	if len(tb.exhibit("birch-cyber", "alder-birch-e1").Chain) != 1 {
		t.Error("evidence went to another side uncleared")
	}
	tb.do("alder-prosecutor", Clear{Clearance: id})
	if c := tb.exhibit("birch-cyber", "alder-birch-e1").Chain; len(c) != 2 || c[1].From != "alder-cyber" || len(c[1].Limits) != 1 {
		t.Errorf("once cleared: %+v", c)
	}
	if c := tb.sees(SeatControl).Exhibits()[0].Chain; len(c) != 2 {
		t.Errorf("the lead sees %d hand-overs", len(c))
	}
}
