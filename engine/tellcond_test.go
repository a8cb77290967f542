package engine

import (
	"testing"

	"parley/scenarios"
)

// What a planner wrote as a condition is read by people who have never seen
// one.
func TestAConditionIsToldInWords(t *testing.T) {
	tb := play(t, branches)
	v, _ := tb.x.View(SeatControl)
	for i := range v.MSELLen() {
		m := v.MSELAt(i)
		for _, c := range []struct {
			inject string
			cond   func() *scenarios.Cond
			lang   string
			want   string
		}{
			{"logs-gone", func() *scenarios.Cond { return m.Def.When }, "en", "more than 6 min have passed since report “Report”, and nobody did “Preserve data”"},
			{"logs-gone", func() *scenarios.Cond { return m.Def.When }, "zh", "距 report “Report”已超过 6 分钟，且无人采取“Preserve data”"},
			{"news", func() *scenarios.Cond { return m.Def.Alternatives[0].When }, "en", "somebody did “Preserve data” (Alder)"},
			{"news", func() *scenarios.Cond { return m.Def.Alternatives[1].When }, "en", "logs-gone “Logs gone” was delivered"},
			{"call", func() *scenarios.Cond { return m.Def.When }, "en", ""},
		} {
			if m.ID != c.inject {
				continue
			}
			if got := v.TellCond(c.cond(), c.lang); got != c.want {
				t.Errorf("%s: %q, want %q", m.ID, got, c.want)
			}
		}
	}
}
