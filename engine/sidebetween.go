package engine

import "parley/scenarios"

// HeadBetween is what a side's header says of what happens between the sides:
// what both agreed, and the side's own duties. When something is due, and what
// control looks for, is not in it.
type HeadBetween struct {
	Requests    []HeadRequest `json:"requests,omitempty"`
	Hotlines    []HeadHotline `json:"hotlines,omitempty"`
	Deadlines   []HeadTitled  `json:"deadlines,omitempty"`   // the side's own
	Commitments []HeadTitled  `json:"commitments,omitempty"` // the side's own, and everyone's
	Proposals   []HeadTitled  `json:"proposals,omitempty"`   // those on the table from STARTEX
	Cases       []HeadTitled  `json:"cases,omitempty"`
}

// HeadRequest is a kind of request in a side's header.
type HeadRequest struct {
	ID      string         `json:"id"`
	Title   scenarios.Text `json:"title"`
	Basis   string         `json:"basis"`
	Class   string         `json:"class"`
	From    []string       `json:"from"` // roles
	To      []string       `json:"to"`   // roles
	Fields  []HeadField    `json:"fields"`
	Times   []HeadTitled   `json:"times"` // by urgency
	Grounds []HeadTitled   `json:"grounds,omitempty"`
}

// HeadField is a field of a kind of request in a side's header.
type HeadField struct {
	ID        string         `json:"id"`
	Title     scenarios.Text `json:"title"`
	Weight    string         `json:"weight"`
	Technical bool           `json:"technical,omitempty"`
	Asks      bool           `json:"asks,omitempty"`
}

// HeadHotline is a hotline in a side's header.
type HeadHotline struct {
	ID     string         `json:"id"`
	Title  scenarios.Text `json:"title"`
	Basis  string         `json:"basis,omitempty"`
	Topics []HeadTitled   `json:"topics,omitempty"`
	Steps  []HeadTitled   `json:"steps,omitempty"`
}

// HeadTitled is what has a title in a side's header, and perhaps a text and a
// legal basis.
type HeadTitled struct {
	ID    string         `json:"id"`
	Title scenarios.Text `json:"title,omitempty"`
	Text  scenarios.Text `json:"text,omitempty"`
	Basis string         `json:"basis,omitempty"`
}

// headBetween is what a side's header says of what happens between the sides.
func headBetween(sc *scenarios.Scenario, side string) HeadBetween {
	var h HeadBetween
	for i := range sc.Requests {
		h.Requests = append(h.Requests, headRequest(&sc.Requests[i]))
	}
	for i := range sc.Hotlines {
		l := &sc.Hotlines[i]
		line := HeadHotline{ID: l.ID, Title: l.Title, Basis: l.Basis}
		for _, t := range l.Topics {
			line.Topics = append(line.Topics, HeadTitled{ID: t.ID, Title: t.Title})
		}
		for _, s := range l.Procedure {
			line.Steps = append(line.Steps, HeadTitled{ID: s.ID, Title: s.Title})
		}
		h.Hotlines = append(h.Hotlines, line)
	}
	for i := range sc.Deadlines {
		if d := &sc.Deadlines[i]; d.Side == side {
			h.Deadlines = append(h.Deadlines, HeadTitled{ID: d.ID, Title: d.Title, Basis: d.Basis})
		}
	}
	for i := range sc.Commitments {
		if c := &sc.Commitments[i]; c.Side == "" || c.Side == side {
			h.Commitments = append(h.Commitments, HeadTitled{ID: c.ID, Title: c.Title, Text: c.Text})
		}
	}
	for i := range sc.Proposals {
		if p := &sc.Proposals[i]; p.When == nil {
			h.Proposals = append(h.Proposals, HeadTitled{ID: p.ID, Title: p.Title, Text: p.Text})
		}
	}
	for i := range sc.Cases {
		h.Cases = append(h.Cases, HeadTitled{ID: sc.Cases[i].ID, Title: sc.Cases[i].Title, Text: sc.Cases[i].Text})
	}
	return h
}

func headRequest(k *scenarios.RequestKind) HeadRequest {
	out := HeadRequest{ID: k.ID, Title: k.Title, Basis: k.Basis, Class: k.Class, From: k.Senders, To: k.Receivers}
	for i := range k.Fields {
		f := &k.Fields[i]
		out.Fields = append(out.Fields, HeadField{f.ID, f.Title, f.Weight, f.Technical, f.Asks})
	}
	for i := range k.Times {
		out.Times = append(out.Times, HeadTitled{ID: k.Times[i].Urgency, Title: k.Times[i].Title})
	}
	for i := range k.Grounds {
		out.Grounds = append(out.Grounds, HeadTitled{ID: k.Grounds[i].ID, Title: k.Grounds[i].Title, Basis: k.Grounds[i].Basis})
	}
	return out
}

// between adds it to the scenario that a copy tells.
func (h *SideHeader) between(sc *scenarios.Scenario) {
	for i := range h.Requests {
		sc.Requests = append(sc.Requests, h.Requests[i].kind())
	}
	for i := range h.Hotlines {
		l := &h.Hotlines[i]
		line := scenarios.Hotline{ID: l.ID, Title: l.Title, Basis: l.Basis}
		for _, t := range l.Topics {
			line.Topics = append(line.Topics, scenarios.Topic{ID: t.ID, Title: t.Title})
		}
		for _, s := range l.Steps {
			line.Procedure = append(line.Procedure, scenarios.HotlineStep{ID: s.ID, Title: s.Title})
		}
		sc.Hotlines = append(sc.Hotlines, line)
	}
	for _, d := range h.Deadlines {
		sc.Deadlines = append(sc.Deadlines, scenarios.Deadline{ID: d.ID, Title: d.Title, Basis: d.Basis, Side: h.Side})
	}
	for _, c := range h.Commitments {
		sc.Commitments = append(sc.Commitments, scenarios.Commitment{ID: c.ID, Title: c.Title, Text: c.Text})
	}
	for _, p := range h.Proposals {
		sc.Proposals = append(sc.Proposals, scenarios.Proposal{ID: p.ID, Title: p.Title, Text: p.Text})
	}
	for _, c := range h.Cases {
		sc.Cases = append(sc.Cases, scenarios.Case{ID: c.ID, Title: c.Title, Text: c.Text})
	}
}

func (h *HeadRequest) kind() scenarios.RequestKind {
	k := scenarios.RequestKind{ID: h.ID, Title: h.Title, Basis: h.Basis, Class: h.Class, Senders: h.From, Receivers: h.To}
	for i := range h.Fields {
		f := &h.Fields[i]
		k.Fields = append(k.Fields, scenarios.RequestField{ID: f.ID, Title: f.Title, Weight: f.Weight, Technical: f.Technical, Asks: f.Asks})
	}
	for _, t := range h.Times {
		k.Times = append(k.Times, scenarios.ResponseTimes{Urgency: t.ID, Title: t.Title})
	}
	for _, g := range h.Grounds {
		k.Grounds = append(k.Grounds, scenarios.Ground{ID: g.ID, Title: g.Title, Basis: g.Basis})
	}
	return k
}
