package engine

import (
	"fmt"
	"slices"
	"time"

	"github.com/go-json-experiment/json"

	"parley/scenarios"
)

// HeadSide is a side in a side's header. Timezone is an IANA name.
type HeadSide struct {
	ID       string         `json:"id"`
	Name     scenarios.Text `json:"name"`
	Timezone string         `json:"timezone"`
}

// HeadAgency is an agency in a side's header.
type HeadAgency struct {
	ID   string         `json:"id"`
	Side string         `json:"side"`
	Name scenarios.Text `json:"name"`
}

// HeadPhase is a phase in a side's header, as players have it.
type HeadPhase struct {
	ID       string         `json:"id"`
	Title    scenarios.Text `json:"title"`
	Segments []HeadSegment  `json:"segments,omitempty"`
}

// HeadSegment is a segment of a phase in a side's header. Questions are the ids
// of those for discussion, "" for one that is not for the side: they are counted
// through the scenario.
type HeadSegment struct {
	ID        string         `json:"id"`
	Kind      string         `json:"kind"`
	Title     scenarios.Text `json:"title,omitempty"`
	Questions []string       `json:"questions,omitempty"`
}

// HeadMarking is a marking in a side's header.
type HeadMarking struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// stage adds what everyone may know of the scenario: who is there, and what the
// chapters are called.
func (h *SideHeader) stage(sc *scenarios.Scenario) {
	h.Family, h.Style, h.Language, h.Marking = sc.Family, sc.Style, sc.Language, sc.Marking
	for i := range sc.Sides {
		h.Sides = append(h.Sides, HeadSide{sc.Sides[i].ID, sc.Sides[i].Name, sc.Sides[i].Timezone})
	}
	for i := range sc.Agencies {
		h.Agencies = append(h.Agencies, HeadAgency{sc.Agencies[i].ID, sc.Agencies[i].Side, sc.Agencies[i].Name})
	}
	for i := range sc.Phases {
		ph := HeadPhase{ID: sc.Phases[i].ID, Title: sc.Phases[i].Title}
		for _, s := range sc.Phases[i].Segments {
			seg := HeadSegment{ID: s.ID, Kind: s.Kind, Title: s.Title}
			for _, q := range s.Questions {
				id := q.ID
				if len(q.To) > 0 && !slices.Contains(q.To, h.Side) {
					id = ""
				}
				seg.Questions = append(seg.Questions, id)
			}
			ph.Segments = append(ph.Segments, seg)
		}
		h.Phases = append(h.Phases, ph)
	}
	for _, m := range sc.Markings {
		h.Markings = append(h.Markings, HeadMarking{m.ID, m.Label})
	}
	h.HeadBetween = headBetween(sc, h.Side)
}

// ReadSideHeader reads a side's leaf of a record's first line.
func ReadSideHeader(content []byte) (SideHeader, error) {
	var h SideHeader
	if err := json.Unmarshal(content, &h); err != nil {
		return h, fmt.Errorf("the side's part of the first line can't be read: %w", err)
	}
	switch {
	case h.Kind != "side-scenario" || h.Side == "":
		return h, fmt.Errorf("the side's part of the first line does not begin with a side's scenario but with %q", h.Kind)
	case h.Format > headerFormat:
		return h, fmt.Errorf("this record was written by a Parley that is newer than this one: use that version")
	}
	return h, nil
}

// Copy is one side's copy of a record being read. The scenario is control's and
// is not in it; the copy has what the side's header says, and what the side's
// events speak of: the injects that it got, the questions put to it.
type Copy struct {
	side    string
	sc      *scenarios.Scenario
	phase   string // present one
	segment string
	events  []Event
}

// NewCopy begins to read the copy that has this header.
func NewCopy(h *SideHeader) *Copy {
	return &Copy{side: h.Side, sc: h.scenario()}
}

// Take takes in the next event of the copy.
func (c *Copy) Take(e Event) {
	c.events = append(c.events, e)
	switch b := e.Body.(type) {
	case *SegmentStarted:
		c.segmentStarts(b)
	case *Delivered:
		c.delivered(b)
	case *QuestionPut:
		c.put(&b.Asked)
	case *EvidenceGained:
		c.evidence(b.Evidence, &b.What)
	case *EvidenceHanded:
		c.evidence(b.Evidence, &b.What)
	case *Messaged:
		if b.Persona != "" && !slices.ContainsFunc(c.sc.Personas, func(p scenarios.Persona) bool { return p.ID == b.Persona }) {
			c.sc.Personas = append(c.sc.Personas, scenarios.Persona{ID: b.Persona, Name: b.As})
		}
	}
}

// TakeBlank takes in an event that is for others, or was expunged.
func (c *Copy) TakeBlank(to Audience) { c.events = append(c.events, Event{To: to, Body: blank{}}) }

// Exercise is what the copy folds to, and the seat that has all that is in it:
// that of the side's controller. It can be looked at, not gone on with.
func (c *Copy) Exercise() (x *Exercise, seat string) {
	x = New(c.sc, 0)
	for i := range c.events {
		if _, gone := c.events[i].Body.(blank); gone {
			x.ApplyBlank(c.events[i].To)
			continue
		}
		x.Apply(c.events[i])
	}
	return x, SeatControl + "/" + c.side
}

// Side that the copy is for.
func (c *Copy) Side() string { return c.side }

// scenario is the scenario as far as the header tells. Records of before the
// header had them name sides by their ids alone.
func (h *SideHeader) scenario() *scenarios.Scenario {
	sc := &scenarios.Scenario{
		ID: h.ID, Title: h.Title, Family: h.Family, Style: h.Style, Language: h.Language, Marking: h.Marking,
		Control: "per-side", // so that there is a seat that has one side's play and no more
	}
	if sc.Language == "" {
		sc.Language = "en"
	}
	if len(h.Briefings) > 0 {
		sc.Briefing = h.Briefings[0]
	}
	for _, s := range h.Sides {
		sc.Sides = append(sc.Sides, scenarios.Side{ID: s.ID, Name: s.Name, Timezone: s.Timezone, Zone: scenarios.Zone(s.Timezone)})
	}
	for _, a := range h.Agencies {
		sc.Agencies = append(sc.Agencies, scenarios.Agency{ID: a.ID, Side: a.Side, Name: a.Name})
	}
	named := func(side string) {
		if !slices.ContainsFunc(sc.Sides, func(s scenarios.Side) bool { return s.ID == side }) {
			sc.Sides = append(sc.Sides, scenarios.Side{ID: side, Zone: time.UTC})
		}
	}
	named(h.Side)
	for _, s := range h.Seats {
		named(s.Side)
		sc.Roles = append(sc.Roles, scenarios.Role{ID: s.Role, Side: s.Side, Agency: s.Agency, Title: s.Title, Briefing: s.Briefing})
	}
	h.play(sc)
	h.between(sc)
	return sc
}

// play adds the header's catalogue, authorities and chapters.
func (h *SideHeader) play(sc *scenarios.Scenario) {
	for _, t := range h.Targets {
		sc.Targets = append(sc.Targets, scenarios.Target{ID: t.ID, Side: t.Side, Title: t.Title})
	}
	for _, a := range h.Actions {
		sc.Actions = append(sc.Actions, scenarios.Action{ID: a.ID, Title: a.Title})
	}
	for _, a := range h.Authorities {
		sc.Authorities = append(sc.Authorities, scenarios.Authority{
			ID: a.ID, Side: h.Side, Title: a.Title, Agencies: a.Agencies, Basis: a.Basis, Source: a.Source, Says: a.Says, Permits: a.Permits, Reaches: a.Reaches, Approval: a.Approval,
		})
	}
	for _, p := range h.Phases {
		ph := scenarios.Phase{ID: p.ID, Title: p.Title}
		for _, s := range p.Segments {
			seg := scenarios.Segment{ID: s.ID, Kind: s.Kind, Title: s.Title}
			for _, id := range s.Questions {
				seg.Questions = append(seg.Questions, scenarios.Discussion{Question: scenarios.Question{ID: id}})
			}
			ph.Segments = append(ph.Segments, seg)
		}
		sc.Phases = append(sc.Phases, ph)
	}
	for _, m := range h.Markings {
		sc.Markings = append(sc.Markings, scenarios.Marking{ID: m.ID, Label: m.Label})
	}
	if sc.Phases == nil {
		sc.Phases = []scenarios.Phase{{Title: h.Title}} // an exercise has at least one
	}
}

func (c *Copy) segmentStarts(b *SegmentStarted) {
	c.phase, c.segment = b.Phase, b.Segment
	i := slices.IndexFunc(c.sc.Phases, func(p scenarios.Phase) bool { return p.ID == b.Phase })
	if i < 0 {
		i = len(c.sc.Phases)
		c.sc.Phases = append(c.sc.Phases, scenarios.Phase{ID: b.Phase})
	}
	ph := &c.sc.Phases[i]
	if !slices.ContainsFunc(ph.Segments, func(s scenarios.Segment) bool { return s.ID == b.Segment }) {
		ph.Segments = append(ph.Segments, scenarios.Segment{ID: b.Segment, Kind: b.SegmentKind})
	}
}

// delivered makes an inject of the first delivery that the side got of it.
func (c *Copy) delivered(b *Delivered) {
	if slices.ContainsFunc(c.sc.Injects, func(i scenarios.Inject) bool { return i.ID == b.Inject }) {
		return
	}
	d := scenarios.Inject{
		ID: b.Inject, Number: len(c.sc.Injects) + 1, Category: scenarios.CategoryInject, Phase: c.phase, Segment: c.segment,
		Channel: b.Channel, Roles: b.Roles, Marking: b.Marking,
		Content: scenarios.Content{Subject: b.Subject.Text, Body: b.Body.Text, Ask: b.Ask.Text},
	}
	for i := range b.Questions {
		d.Questions = append(d.Questions, questionOf(&b.Questions[i]))
	}
	c.sc.Injects = append(c.sc.Injects, d)
}

// put gives the words to a question that was put up for discussion; one that the
// header does not have belongs to the segment in which it was put.
func (c *Copy) put(a *Asked) {
	var now *scenarios.Segment
	for i := range c.sc.Phases {
		for k := range c.sc.Phases[i].Segments {
			s := &c.sc.Phases[i].Segments[k]
			for q := range s.Questions {
				if s.Questions[q].ID == a.ID {
					s.Questions[q].Question = questionOf(a)
					return
				}
			}
			if c.sc.Phases[i].ID == c.phase && s.ID == c.segment {
				now = s
			}
		}
	}
	if now != nil {
		now.Questions = append(now.Questions, scenarios.Discussion{Question: questionOf(a)})
	}
}

// evidence is what the planner wrote of a piece of evidence that the side has
// had in its hands.
func (c *Copy) evidence(id string, t *EvidenceText) {
	if slices.ContainsFunc(c.sc.Evidence, func(e scenarios.Evidence) bool { return e.ID == id }) {
		return
	}
	c.sc.Evidence = append(c.sc.Evidence, scenarios.Evidence{
		ID: id, Title: t.Title, Description: t.Description, Hash: t.Hash, Certificate: t.Form, Limits: t.Terms, Marking: t.Marking,
	})
}

func questionOf(a *Asked) scenarios.Question {
	q := scenarios.Question{ID: a.ID, Kind: a.Kind, Per: a.Per, Prompt: a.Prompt, Min: a.Min, Max: a.Max}
	for _, o := range a.Options {
		q.Options = append(q.Options, scenarios.Option{ID: o.ID, Text: o.Text})
	}
	return q
}
