package engine

import (
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"

	"parley/scenarios"
)

// Header is what the record of an exercise begins with, for control: all that
// is needed to run it again.
type Header struct {
	Kind    string           `json:"k"` // "scenario"
	Format  int              `json:"format"`
	Version string           `json:"version"` // of the Parley that wrote it
	Rules   int              `json:"rules"`
	Seed    uint64           `json:"seed"`
	Wall    int64            `json:"w"` // Unix milliseconds
	ID      string           `json:"id"`
	Files   []scenarios.File `json:"files"`
	// Injects are the ids in MSEL order and Segments those of the segments:
	// what loading derived that events speak of.
	Injects  []string `json:"injects"`
	Segments []string `json:"segments"`
	// Bots are the seats that bots were to fill, for a resume of what was cut
	// off before they had sat down.
	Bots []string `json:"bots,omitempty"`
}

// SideHeader is the scenario as one side may have it.
type SideHeader struct {
	Kind        string           `json:"k"` // "side-scenario"
	Format      int              `json:"format"`
	ID          string           `json:"id"`
	Title       scenarios.Text   `json:"title"`
	Side        string           `json:"side"`
	Briefings   []scenarios.Text `json:"briefings,omitempty"`
	Seats       []HeadSeat       `json:"seats"`
	Targets     []HeadTarget     `json:"targets,omitempty"`
	Actions     []HeadAction     `json:"actions,omitempty"`
	Authorities []HeadAuthority  `json:"authorities,omitempty"`

	// Earlier records lack what follows; see sidecopy.go.
	Family   string        `json:"family,omitempty"`
	Style    string        `json:"style,omitempty"`
	Language string        `json:"language,omitempty"`
	Marking  string        `json:"marking,omitempty"` // id of the default marking
	Sides    []HeadSide    `json:"sides,omitempty"`
	Agencies []HeadAgency  `json:"agencies,omitempty"`
	Phases   []HeadPhase   `json:"phases,omitempty"`
	Markings []HeadMarking `json:"markings,omitempty"`
	HeadBetween
}

// HeadSeat is a seat in a side's header; the briefing only of its own roles.
type HeadSeat struct {
	Role     string         `json:"role"`
	Side     string         `json:"side"`
	Agency   string         `json:"agency"`
	Title    scenarios.Text `json:"title"`
	Briefing scenarios.Text `json:"briefing,omitempty"`
}

// HeadTarget is a target in a side's header.
type HeadTarget struct {
	ID    string         `json:"id"`
	Side  string         `json:"side,omitempty"`
	Title scenarios.Text `json:"title"`
}

// HeadAction is an entry of the side's catalogue.
type HeadAction struct {
	ID    string         `json:"id"`
	Title scenarios.Text `json:"title"`
}

// HeadAuthority is an authority that the side has stated.
type HeadAuthority struct {
	ID       string         `json:"id"`
	Title    scenarios.Text `json:"title"`
	Agencies []string       `json:"held-by"`
	Basis    string         `json:"basis"`
	Source   string         `json:"source,omitempty"`
	Says     scenarios.Text `json:"says,omitempty"`
	Permits  []string       `json:"permits"`
	Reaches  []string       `json:"reaches"`
	Approval string         `json:"approval,omitempty"` // whose it needs; earlier records lack it
}

// HeaderLeaf is one leaf of the record's first line.
type HeaderLeaf struct {
	To      Audience
	Content []byte
}

// headerFormat is the version of the header's layout.
const headerFormat = 1

// NewHeader makes the leaves of the record's first line.
func NewHeader(x *Exercise, version string, wall int64, bots []string) ([]HeaderLeaf, error) {
	h := Header{
		Kind: "scenario", Format: headerFormat, Version: version, Rules: Rules, Seed: x.seed, Wall: wall,
		ID: x.sc.ID, Files: x.sc.Files, Injects: injectIDs(x.sc), Segments: segmentIDs(x.sc), Bots: bots,
	}
	out := make([]HeaderLeaf, 0, 1+len(x.sc.Sides))
	content, err := json.Marshal(&h, json.Deterministic(true))
	if err != nil {
		return nil, fmt.Errorf("the scenario can't be written into the record: %w", err)
	}
	out = append(out, HeaderLeaf{x.aud.controls, content})
	for i := range x.sc.Sides {
		side := x.sideHeader(&x.sc.Sides[i])
		content, err := json.Marshal(&side, json.Deterministic(true))
		if err != nil {
			return nil, fmt.Errorf("the scenario of %s can't be written into the record: %w", side.Side, err)
		}
		out = append(out, HeaderLeaf{x.aud.side[side.Side], content})
	}
	return out, nil
}

func (x *Exercise) sideHeader(s *scenarios.Side) SideHeader {
	h := SideHeader{Kind: "side-scenario", Format: headerFormat, ID: x.sc.ID, Title: x.sc.Title, Side: s.ID}
	h.Briefings = []scenarios.Text{x.sc.Briefing, s.Briefing}
	for i := range x.sc.Roles {
		r := &x.sc.Roles[i]
		seat := HeadSeat{Role: r.ID, Side: r.Side, Agency: r.Agency, Title: r.Title}
		if r.Side == s.ID {
			seat.Briefing = r.Briefing
		}
		h.Seats = append(h.Seats, seat)
	}
	for i := range x.sc.Targets {
		t := &x.sc.Targets[i]
		h.Targets = append(h.Targets, HeadTarget{t.ID, t.Side, t.Title})
	}
	for i := range x.sc.Actions {
		if a := &x.sc.Actions[i]; a.Side == "" || a.Side == s.ID {
			h.Actions = append(h.Actions, HeadAction{a.ID, a.Title})
		}
	}
	for i := range x.sc.Authorities {
		if a := &x.sc.Authorities[i]; a.Side == s.ID {
			h.Authorities = append(h.Authorities, HeadAuthority{a.ID, a.Title, a.Agencies, a.Basis, a.Source, a.Says, a.Permits, a.Reaches, a.Approval})
		}
	}
	h.stage(x.sc)
	return h
}

func injectIDs(sc *scenarios.Scenario) []string {
	out := make([]string, len(sc.Injects))
	for i := range sc.Injects {
		out[i] = sc.Injects[i].ID
	}
	return out
}

func segmentIDs(sc *scenarios.Scenario) []string {
	var out []string
	for i := range sc.Phases {
		for j := range sc.Phases[i].Segments {
			out = append(out, sc.Phases[i].Segments[j].ID)
		}
	}
	return out
}

// ReadHeader reads control's leaf of a record's first line. The scenario must
// be loaded from its Files and then given to [Header.Check].
func ReadHeader(content []byte) (Header, error) {
	var h Header
	if err := json.Unmarshal(content, &h); err != nil {
		return h, fmt.Errorf("the first line of the record can't be read: %w", err)
	}
	if h.Kind != "scenario" {
		return h, fmt.Errorf("the first line of the record does not begin with a scenario but with %q", h.Kind)
	}
	if h.Format > headerFormat || h.Rules > Rules {
		return h, fmt.Errorf("this record was written by Parley %s, which is newer than this one: use that version", h.Version)
	}
	return h, nil
}

// Check says whether a scenario loaded from the header's files came out as it
// did when the record was begun.
func (h *Header) Check(sc *scenarios.Scenario) error {
	same := sc.ID == h.ID && slices.Equal(h.Injects, injectIDs(sc)) && slices.Equal(h.Segments, segmentIDs(sc))
	if !same {
		return fmt.Errorf("the scenario in this record is read differently by this Parley than by %s, which wrote it: use that version", h.Version)
	}
	return nil
}
