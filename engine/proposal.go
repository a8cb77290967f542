package engine

import (
	"slices"
	"strings"

	"parley/scenarios"
)

// What came of a proposal.
const (
	OutcomeAdopted  = "adopted"
	OutcomeChanges  = "adopted-with-changes"
	OutcomeDeferred = "deferred"
	OutcomeDeclined = "declined"
)

// tablePlanned tables a proposal of the scenario, once: at STARTEX, or when its
// condition holds.
func (x *Exercise) tablePlanned(i int) {
	def := &x.sc.Proposals[i]
	if def.When != nil && !x.holds(def.When, x.now.T) {
		return
	}
	for k := range x.tabled.len() {
		if x.tabled.at(k).Proposal == def.ID {
			return
		}
	}
	x.emit(x.aud.all, &ProposalTabled{
		ID: x.next("proposal-"), Proposal: def.ID, Side: def.By, Title: Piece{Text: def.Title}, Text: Piece{Text: def.Text},
	})
}

// tableProposal puts a player's proposal before every side.
func (x *Exercise) tableProposal(c *Command, op TableProposal) error {
	if strings.TrimSpace(op.Title) == "" || strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-proposed")
	}
	if err := checkTexts(op.Title, op.Text); err != nil {
		return err
	}
	side := x.sideOf(c.Seat)
	title := x.typedPiece(side, op.Lang, op.Title)
	text := x.typedPiece(side, op.Lang, op.Text)
	x.emit(x.aud.all, &ProposalTabled{ID: x.next("proposal-"), Side: side, Title: title, Text: text})
	return nil
}

// typedPiece is a text for everyone as a piece in the language that it was typed
// in.
func (x *Exercise) typedPiece(side, lang, text string) Piece {
	id := x.typed(x.aud.all, side, lang, text, "")
	return Piece{Typed: map[string]string{x.texts.at(int(x.mustPlace(id))).Lang: id}}
}

// proposalOf finds a proposal, which must still be as the player saw it:
// version 0 means as it is.
func (x *Exercise) proposalOf(id string, version int) (*Proposal, error) {
	i, ok := x.placeOf(id)
	if !ok || i < 0 || int(i) >= x.tabled.len() || x.tabled.at(int(i)).ID != id {
		return nil, refuse("no-such-proposal", "proposal", id)
	}
	p := x.tabled.at(int(i))
	if version != 0 && version != p.Version {
		return nil, refuse("amended-meanwhile", "proposal", id)
	}
	return p, nil
}

// amendProposal gives a proposal another text. What was assessed was the old
// one, so its outcome is open again.
func (x *Exercise) amendProposal(c *Command, op AmendProposal) error {
	p, err := x.proposalOf(op.Proposal, op.Version)
	if err != nil {
		return err
	}
	if strings.TrimSpace(op.Text) == "" {
		return refuse("nothing-said")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	now := p.Piece(p.Version)
	if slices.ContainsFunc(sortedKeys(now.Typed), func(lang string) bool { return x.read(now.Typed[lang]) == op.Text }) {
		return refuse("nothing-changed")
	}
	side := x.sideOf(c.Seat)
	x.emit(x.aud.all, &ProposalAmended{Proposal: p.ID, Version: p.Version + 1, Side: side, Text: x.typedPiece(side, op.Lang, op.Text)})
	return nil
}

// assessProposal says what a side thinks of a proposal as it stands; its last
// word counts. When every side has said so, what comes of it is settled.
func (x *Exercise) assessProposal(c *Command, op AssessProposal) error {
	p, err := x.proposalOf(op.Proposal, op.Version)
	if err != nil {
		return err
	}
	switch {
	case !slices.Contains(Supports(), op.Verdict):
		return refuse("no-such-support", "verdict", op.Verdict)
	case op.Verdict != SupportFull && strings.TrimSpace(op.Text) == "":
		return refuse("no-reason")
	}
	if err := checkTexts(op.Text); err != nil {
		return err
	}
	side, id, version := x.sideOf(c.Seat), p.ID, p.Version
	x.emit(x.aud.all, &ProposalAssessed{
		Proposal: id, Version: version, Side: side, Verdict: op.Verdict, Text: x.typed(x.aud.all, side, op.Lang, op.Text, ""),
	})
	p, _ = x.proposalOf(id, 0)
	if out := p.agreed(x.aud.sides); out != p.Outcome {
		x.emit(x.aud.all, &ProposalSettled{Proposal: id, Version: version, Outcome: out})
	}
	return nil
}

// Said is what a side thinks of a version, nil if it has not said.
func (p *Proposal) Said(side string, version int) *Assessment {
	for i := len(p.Assessments) - 1; i >= 0; i-- {
		if a := &p.Assessments[i]; a.Side == side && a.Version == version {
			return a
		}
	}
	return nil
}

// agreed is what comes of the present version, "" until each of these sides has
// assessed it. The least willing decides: one that declines declines it, else
// one that defers defers it; changes that any side wants are still to be
// written, so that it is adopted as it stands only where every side supports
// just that.
func (p *Proposal) agreed(sides []string) string {
	outcomes := [...]string{OutcomeAdopted, OutcomeChanges, OutcomeDeferred, OutcomeDeclined}
	least := 0
	for _, s := range sides {
		a := p.Said(s, p.Version)
		if a == nil {
			return ""
		}
		least = max(least, slices.Index(Supports(), a.Verdict))
	}
	return outcomes[least]
}

// Piece is the text of a version, empty for one that there is not.
func (p *Proposal) Piece(version int) Piece {
	if version == 1 {
		return p.Text
	}
	for i := range p.Amendments {
		if p.Amendments[i].Version == version {
			return p.Amendments[i].Text
		}
	}
	return Piece{}
}

// applyProposals stores an event of proposals; false if it is not one.
func (x *Exercise) applyProposals(e *Event) bool {
	switch b := e.Body.(type) {
	case *ProposalTabled:
		x.keep(b.ID, x.tabled.add(Proposal{ProposalTabled: b, Role: e.Seat, T: e.T, Version: 1}, x.gen))
	case *ProposalAmended:
		if p := x.editProposal(b.Proposal); p != nil {
			p.Amendments = append(slices.Clip(p.Amendments), Amendment{ProposalAmended: b, Role: e.Seat, T: e.T})
			p.Version, p.Outcome, p.Settled = b.Version, "", 0
		}
	case *ProposalAssessed:
		if p := x.editProposal(b.Proposal); p != nil {
			p.Assessments = append(slices.Clip(p.Assessments), Assessment{ProposalAssessed: b, Role: e.Seat, T: e.T})
		}
	case *ProposalSettled:
		if p := x.editProposal(b.Proposal); p != nil {
			p.Outcome, p.Settled = b.Outcome, e.T
		}
	default:
		return false
	}
	return true
}

// editProposal gives a proposal to write to, and has the conditions looked at
// again that ask for it.
func (x *Exercise) editProposal(id string) *Proposal {
	i, ok := x.placeOf(id)
	if !ok || i < 0 || int(i) >= x.tabled.len() || x.tabled.at(int(i)).ID != id {
		return nil
	}
	p := x.tabled.edit(int(i), x.gen)
	for _, f := range [...]scenarios.Fact{scenarios.FactAssessed, scenarios.FactAdopted} {
		x.touch(factKey{fact: f, id: p.Proposal})
	}
	return p
}

// proposalSo is whether a proposal of the scenario has been assessed, or
// adopted, as it stands.
func (x *Exercise) proposalSo(c *scenarios.Cond, at Millis) bool {
	for i := range x.tabled.len() {
		p := x.tabled.at(i)
		if p.Proposal != c.IDs[0] {
			continue
		}
		if c.Fact == scenarios.FactAdopted {
			return p.Outcome == OutcomeAdopted && p.Settled <= at
		}
		sides := c.IDs[1:]
		if len(sides) == 0 {
			sides = x.aud.sides
		}
		return !slices.ContainsFunc(sides, func(s string) bool {
			a := p.Said(s, p.Version)
			return a == nil || a.T > at
		})
	}
	return false
}

// Proposals are those on the table, from the first; everyone sees them.
func (v View) Proposals() []Proposal {
	out := make([]Proposal, v.s.tabled.len())
	for i := range out {
		out[i] = *v.s.tabled.at(i)
	}
	return out
}

// Proposal finds one on the table.
func (v View) Proposal(id string) (Proposal, bool) {
	i, ok := place(v.s.lists, id)
	if !ok || i >= v.s.tabled.len() || v.s.tabled.at(i).ID != id {
		return Proposal{}, false
	}
	return *v.s.tabled.at(i), true
}

// HasProposals reports whether proposals are a part of this exercise: the
// scenario has some, or a player has tabled one.
func (v View) HasProposals() bool { return len(v.s.sc.Proposals)+v.s.tabled.len() > 0 }
