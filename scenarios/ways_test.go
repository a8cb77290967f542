package scenarios

import (
	"slices"
	"testing"
)

// twoSides is a scenario in which Alder's police and prosecutor may preserve
// data, and Birch has stated nothing for it.
func twoSides() *Scenario {
	return &Scenario{
		Sides:    []Side{{ID: "alder"}, {ID: "birch"}},
		Agencies: []Agency{{ID: "alder-police", Side: "alder"}, {ID: "alder-justice", Side: "alder"}, {ID: "birch-police", Side: "birch"}},
		Roles: []Role{
			{ID: "alder-cyber", Agency: "alder-police", Side: "alder"},
			{ID: "alder-chief", Agency: "alder-police", Side: "alder"},
			{ID: "alder-law", Agency: "alder-justice", Side: "alder"},
			{ID: "birch-cyber", Agency: "birch-police", Side: "birch"},
		},
		Actions: []Action{
			{ID: "preserve", Takes: 1}, {ID: "preserve", Side: "birch", Takes: 2}, {ID: "ask"}, {ID: "handle"}, {ID: "detain", Side: "birch"},
		},
		Authorities: []Authority{
			{ID: "alder.letter", Side: "alder", Agencies: []string{"alder-police"}, Permits: []string{"preserve"}},
			{ID: "alder.order", Side: "alder", Agencies: []string{"alder-justice"}, Permits: []string{"ask", "preserve"}},
			{ID: "birch.desk", Side: "birch", Agencies: []string{"birch-police"}, Permits: []string{"handle"}},
		},
	}
}

func wayIDs(w SideWays) []string {
	var out []string
	for _, way := range w.Ways {
		out = append(out, way.Authority.ID)
	}
	return out
}

func TestWaysOfEachSide(t *testing.T) {
	s := twoSides()
	all := s.Ways("preserve")
	if len(all) != 2 || !slices.Equal(wayIDs(all[0]), []string{"alder.letter", "alder.order"}) || len(all[1].Ways) != 0 {
		t.Fatalf("%+v", all)
	}
	if roles := all[0].Ways[0].Roles; !slices.Equal(roles, []string{"alder-cyber", "alder-chief"}) {
		t.Errorf("the letter is used by %v", roles)
	}
	if all[0].Action.Takes != 1 || all[1].Action.Takes != 2 {
		t.Error("a side's own action does not come before everyone's")
	}
	if detain := s.Ways("detain"); detain[0].Action != nil || detain[1].Action == nil {
		t.Error("an action of Birch's pack is in Alder's catalogue")
	}
}

func TestWaysStatedFurther(t *testing.T) {
	s := twoSides()
	treaty := &Authority{ID: "birch.stated-1", Side: "birch", Agencies: []string{"birch-police"}, Permits: []string{"preserve"}}
	all := s.Ways("preserve", Way{Authority: treaty, Act: "birch-a1"})
	if len(all[0].Ways) != 2 || len(all[1].Ways) != 1 || !slices.Equal(all[1].Ways[0].Roles, []string{"birch-cyber"}) {
		t.Errorf("%+v", all)
	}
	if other := s.Ways("ask", Way{Authority: treaty}); len(other[1].Ways) != 0 {
		t.Error("it permits what it was not stated for")
	}
}

// TestRequestWays puts the steps that are one action together, and gives both
// ends for either side.
func TestRequestWays(t *testing.T) {
	s := twoSides()
	as := map[string]string{}
	for _, step := range append([]string{StepSend}, SenderSteps()...) {
		as[step] = "ask"
	}
	for _, step := range ReceiverSteps() {
		as[step] = "handle"
	}
	as[StepExecute], as[StepExecutePart] = "preserve", "preserve"
	k := &RequestKind{ID: "preservation", Senders: []string{"alder-law", "birch-cyber"}, Receivers: []string{"birch-cyber"}, As: as}
	all := s.RequestWays(k)
	alder, birch := all[0], all[1]
	if !slices.Equal(alder.Senders, []string{"alder-law"}) || alder.Receivers != nil || !slices.Equal(birch.Receivers, []string{"birch-cyber"}) {
		t.Errorf("%+v", all)
	}
	if len(alder.Sends) != 1 || len(alder.Handles) != 2 || !slices.Equal(alder.Handles[1].Steps, []string{StepExecute, StepExecutePart}) {
		t.Errorf("steps: %+v", alder)
	}
	if !slices.Equal(wayIDs(alder.Sends[0].SideWays), []string{"alder.order"}) || !slices.Equal(wayIDs(birch.Handles[0].SideWays), []string{"birch.desk"}) {
		t.Error("the steps lack their authorities")
	}
	if len(birch.Handles[1].Ways) != 0 {
		t.Error("Birch has stated nothing for carrying it out")
	}
}
