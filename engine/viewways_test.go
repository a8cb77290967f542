package engine

import "testing"

// wayTitles are the titles of a side's ways to do an action, with the basis.
func wayTitles(t *testing.T, v View, side, action string) []string {
	t.Helper()
	var out []string
	for _, w := range v.Ways(action) {
		if w.Side == side {
			for _, way := range w.Ways {
				out = append(out, way.Authority.Title.In("en")+", "+way.Authority.Basis)
			}
		}
	}
	return out
}

// What a side states during the exercise is on the map of those who may know
// it, and on no player's.
func TestWaysHaveWhatWasStated(t *testing.T) {
	tb := sided(t, powers)
	act := tb.do("alder-cyber", Act{Action: "search", Target: "mistwood"})
	before := len(wayTitles(t, tb.sees(ofAlder), "alder", "search"))
	tb.do(ofAlder, AddAuthority{Act: act, Title: "Treaty", Basis: "Art. 9", Reaches: []string{"birch"}})
	got := wayTitles(t, tb.sees(ofAlder), "alder", "search")
	if len(got) != before+1 || got[before] != "Treaty, Art. 9" {
		t.Errorf("Alder's controller has %q", got)
	}
	if other := wayTitles(t, tb.sees(ofAlder), "alder", "preserve"); len(other) > 0 && other[len(other)-1] == "Treaty, Art. 9" {
		t.Error("it was stated for searching alone")
	}
	for _, seat := range []string{ofBirch, SeatControl} {
		if got := wayTitles(t, tb.sees(seat), "alder", "search"); len(got) != before {
			t.Errorf("%s has %q: what Alder stated in play is Alder's", seat, got)
		}
	}
	if got := tb.sees("birch-cyber").Ways("search"); got != nil {
		t.Errorf("a player has the map: %+v", got)
	}
}
