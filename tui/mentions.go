package tui

import (
	"parley/engine"
)

// mentions finds the entries of control's log that speak of a thing, by its
// id: what happened to it, and what somebody did.
type mentions struct {
	of   map[string][]int32
	upTo int // entries that were looked at
	// people are the names of all who ever sat down.
	people map[string]string
	// staff are the people who ever sat in each seat of the staff.
	staff map[string]map[string]bool
}

func newMentions() mentions {
	return mentions{of: map[string][]int32{}, people: map[string]string{}, staff: map[string]map[string]bool{}}
}

// take looks at the entries that came since.
func (x *mentions) take(v engine.View) {
	for ; x.upTo < v.LogLen(); x.upTo++ {
		at := int32(x.upTo)
		x.joined(v.LogAt(x.upTo))
		speaksOf(v.LogAt(x.upTo), func(id string) {
			if list := x.of[id]; id != "" && (len(list) == 0 || list[len(list)-1] != at) {
				x.of[id] = append(list, at)
			}
		})
	}
}

// joined remembers who sat down.
func (x *mentions) joined(e *engine.Event) {
	b, ok := e.Body.(*engine.Joined)
	if !ok {
		return
	}
	x.people[b.Person] = b.Name
	if engine.IsStaff(e.Seat) && !b.Bot {
		if x.staff[e.Seat] == nil {
			x.staff[e.Seat] = map[string]bool{}
		}
		x.staff[e.Seat][b.Person] = true
	}
}

// speaksOf names what an entry of the log speaks of: who did it, what it was
// done to, and whom it reached.
func speaksOf(e *engine.Event, is func(id string)) {
	if !engine.IsControl(e.Seat) {
		is(e.Seat)
	}
	s := entrySubject(e, 0)
	is(s.id)
	switch b := e.Body.(type) {
	case *engine.SegmentStarted:
		is(b.Phase)
	case *engine.Delivered:
		each(b.Roles, is)
	case *engine.Held:
		each(b.Injects, is)
	case *engine.Acted:
		is(b.Action)
		is(b.Target)
		each(b.Cites, is)
		each(b.Uses, is)
	case *engine.Counted:
		is(b.As)
	case *engine.EvidenceGained:
		is(b.Evidence)
		is(b.Act)
	case *engine.ApprovalAsked:
		is(b.Authority)
		each(b.Approvers, is)
	case *engine.Lapsed:
		is(b.ID)
	case *engine.Messaged:
		is(b.ReplyTo)
		each(b.Roles, is)
	case *engine.Disclosed:
		is(b.Item)
	case *engine.EvidenceHanded:
		is(b.Evidence)
		is(b.To)
		is(b.Request)
	case *engine.CommitmentBears:
		is(b.Commitment)
	case *engine.ExpectationSet:
		is(injectOf(b.ID))
	case *engine.MilestoneSet:
		is(b.Source)
	case *engine.Ruled:
		is(b.On)
	case *engine.Noted:
		is(b.On)
	}
}

func each(all []string, is func(id string)) {
	for _, id := range all {
		is(id)
	}
}
