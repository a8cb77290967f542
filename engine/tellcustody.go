package engine

import (
	"strconv"

	"parley/scenarios"
)

func (t teller) ofCustody(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *EvidenceNamed:
		return map[string]string{"exhibit": b.Exhibit, "as": b.As, "to": t.side(b.To)}
	case *EvidenceCertified:
		return map[string]string{"who": or(t.own(e.Seat), t.side(b.Side)), "exhibit": t.exhibit(b.Exhibit), "text": t.typed(b.Text)}
	case *EvidenceHanded:
		args := map[string]string{
			"who": e.Seat, "to": b.To, "exhibit": t.exhibit(b.Exhibit), "request": b.Request, "obtained": b.Obtained, "limits": "",
		}
		if len(b.Limits) > 0 {
			args["limits"] = t.typed(b.Limits[len(b.Limits)-1])
		}
		return args
	case *EvidenceMarked:
		return map[string]string{"exhibit": t.exhibit(b.Exhibit), "obtained": b.Obtained}
	}
	return nil
}

// exhibit names a piece of evidence by its id and title.
func (t teller) exhibit(id string) string {
	title := ""
	if h, ok := t.v.Exhibit(id); ok && h.Def != nil {
		title = t.quote(t.in(h.Def.Title))
	}
	return t.say("tell.inject", map[string]string{"id": id, "title": title})
}

func (t teller) ofProposals(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *CommitmentBears:
		return map[string]string{"commitment": t.commitment(b.Commitment), "way": b.Way}
	case *CommitmentJudged:
		args := map[string]string{"who": e.Seat, "commitment": b.Bearing, "way": b.Way, "text": t.typed(b.Text)}
		if d, _, ok := t.v.Bearing(b.Bearing); ok {
			args["commitment"] = t.commitment(d.Commitment)
		}
		return args
	case *ProposalTabled:
		return map[string]string{"who": or(e.Seat, t.side(b.Side)), "proposal": t.proposal(b.ID)}
	case *ProposalAmended:
		return map[string]string{"who": e.Seat, "proposal": t.proposal(b.Proposal), "n": strconv.Itoa(b.Version), "text": t.quote(t.piece(&b.Text))}
	case *ProposalAssessed:
		return map[string]string{
			"who": e.Seat, "side": t.side(b.Side), "proposal": t.proposal(b.Proposal), "verdict": b.Verdict, "text": t.typed(b.Text),
		}
	case *ProposalSettled:
		return map[string]string{"proposal": t.proposal(b.Proposal), "outcome": b.Outcome}
	}
	return nil
}

// proposal names a proposal by its id and title.
func (t teller) proposal(id string) string {
	title := ""
	if p, ok := t.v.Proposal(id); ok {
		title = t.quote(t.piece(&p.Title))
	}
	return t.say("tell.inject", map[string]string{"id": id, "title": title})
}

func (t teller) commitment(id string) string {
	for _, c := range t.v.Commitments() {
		if c.ID == id {
			return t.quote(or(t.in(c.Title), id))
		}
	}
	return id
}

// bearing says what bears on a commitment, and by which condition.
func (t teller) bearing(id string) map[string]string {
	d, def, ok := t.v.Bearing(id)
	if !ok {
		return nil
	}
	args := map[string]string{"commitment": t.commitment(d.Commitment), "way": d.Way, "condition": "", "side": ""}
	if def != nil {
		cond := map[string]*scenarios.Cond{WayFor: def.For, WayAgainst: def.Against}[d.Way]
		args["condition"], args["side"] = t.cond(cond), t.side(def.Side)
	}
	return args
}
