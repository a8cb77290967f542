package engine

import (
	"strconv"
	"strings"
)

func (t teller) milestone(id string) string {
	if sc := t.v.Scenario(); sc != nil {
		for i := range sc.Milestones {
			if sc.Milestones[i].ID == id {
				return or(t.in(sc.Milestones[i].Title), id)
			}
		}
	}
	return id
}

func (t teller) evidence(id string) string {
	if sc := t.v.Scenario(); sc != nil {
		for i := range sc.Evidence {
			if sc.Evidence[i].ID == id {
				return or(t.in(sc.Evidence[i].Title), id)
			}
		}
		return id
	}
	for _, h := range t.v.Exhibits() {
		if h.Evidence == id && h.Def != nil {
			return or(t.in(h.Def.Title), id)
		}
	}
	return id
}

// phase names a phase; a player knows the present one only.
func (t teller) phase(id string) string {
	if sc := t.v.Scenario(); sc != nil {
		for i := range sc.Phases {
			if sc.Phases[i].ID == id {
				return or(t.in(sc.Phases[i].Title), id)
			}
		}
	}
	if ph := t.v.Head().Phase; ph != nil && ph.ID == id {
		return or(t.in(ph.Title), id)
	}
	return id
}

// segment names a segment by its title, else by its kind.
func (t teller) segment(b *SegmentStarted) string {
	kind := t.say("segment."+b.SegmentKind, nil)
	if seg := t.v.Head().Segment; seg != nil && seg.ID == b.Segment {
		return or(t.in(seg.Title), kind)
	}
	if sc := t.v.Scenario(); sc != nil {
		for i := range sc.Phases {
			for k := range sc.Phases[i].Segments {
				if seg := &sc.Phases[i].Segments[k]; seg.ID == b.Segment {
					return or(t.in(seg.Title), kind)
				}
			}
		}
	}
	return kind
}

// item names what a ruling or a note is on: an action or an inject by name, a
// moment by its time, anything else by its id.
func (t teller) item(id string) string {
	if ms, ok := strings.CutPrefix(id, "t:"); ok {
		if n, err := strconv.ParseInt(ms, 10, 64); err == nil {
			return FormatT(n)
		}
	}
	if _, ok := t.v.Action(id); ok {
		return t.act(id)
	}
	return id
}
