package engine

import (
	"slices"
	"testing"
)

// A side's copy of the record, folded, has its evidence as the side's view has
// it: what came from another side too, though where it was before is withheld.
func TestACopyHasTheSidesEvidence(t *testing.T) {
	tb := seized(t, "mistwood", "consent")
	tb.do("alder-cyber", HandOver{Exhibit: "alder-e1", To: "alder-prosecutor"})
	tb.do("alder-prosecutor", Certify{Exhibit: "alder-e1", Text: "Signed."})
	tb.do("alder-prosecutor", HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "Not for the press."})
	tb.do("birch-cyber", Act{Action: "charge", Uses: []string{"alder-birch-e1"}})
	tb.do("alder-counsel", CorrectFinding{Act: "alder-a1", Verdict: VerdictWithin, Authority: "warrant", Reason: "x"})
	tb.do("alder-prosecutor", Certify{Exhibit: "alder-e1", Text: "Signed again."})
	for side, role := range map[string]string{"alder": "alder-cyber", "birch": "birch-cyber"} {
		h := tb.x.sideHeader(&tb.x.sc.Sides[tb.x.plan.side[side]])
		c := NewCopy(&h)
		for _, e := range tb.ev {
			if slices.Contains(e.To, side) || slices.Contains(e.To, "all") {
				c.Take(e)
			} else {
				c.TakeBlank(e.To)
			}
		}
		x, seat := c.Exercise()
		v, _ := x.View(seat)
		want, got := tb.sees(role).Exhibits(), v.Exhibits()
		if len(got) != 1 || len(want) != 1 {
			t.Fatalf("the copy of %s has %d pieces of evidence, its view %d", side, len(got), len(want))
		}
		w, g := want[0], got[0]
		same := w.ID == g.ID && w.Holder == g.Holder && w.From == g.From && w.Obtained == g.Obtained && w.T == g.T &&
			len(w.Chain) == len(g.Chain) && len(w.Certificates) == len(g.Certificates) && len(w.Limits) == len(g.Limits) &&
			slices.Equal(w.Holders, g.Holders) && g.Def != nil && w.Def.Title.In("en") == g.Def.Title.In("en") && w.Def.Hash == g.Def.Hash
		if !same {
			t.Errorf("the copy of %s has %+v\nwant %+v", side, g, w)
		}
	}
}
