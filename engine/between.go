package engine

// decideBetween finds the handler of a command on what happens between the
// sides.
func (x *Exercise) decideBetween(c *Command) error {
	switch op := c.Op.(type) {
	case DraftRequest:
		return x.draftRequest(c, op)
	case SendRequest:
		return x.sendRequest(c, op)
	case StepRequest:
		return x.stepRequest(c, op)
	case TickRequest:
		return x.tickRequest(c, op)
	case OpenHotline:
		return x.openHotline(c, op)
	case StepHotline:
		return x.stepHotline(c, op)
	case Certify:
		return x.certify(c, op)
	case HandOver:
		return x.handOver(c, op)
	case JudgeCommitment:
		return x.judgeCommitment(c, op)
	case TableProposal:
		return x.tableProposal(c, op)
	case AmendProposal:
		return x.amendProposal(c, op)
	case AssessProposal:
		return x.assessProposal(c, op)
	case OpenCase:
		return x.openCase(c, op)
	case FileUnder:
		return x.fileUnder(c, op)
	case WriteAccount:
		return x.writeAccount(c, op)
	case WriteLine:
		return x.writeLine(c, op)
	case MarkLine:
		return x.markLine(c, op)
	case ReleaseScores:
		return x.releaseScores(c, op)
	}
	return refuse("no-command")
}

// applyBetween stores an event of what happens between the sides; false if it
// is not one.
func (x *Exercise) applyBetween(e *Event) bool {
	return x.applyRequests(e) || x.applyDeadlines(e) || x.applyHotlines(e) || x.applyCustody(e) ||
		x.applyCommitments(e) || x.applyProposals(e) || x.applyCases(e) || x.applyScores(e)
}

// refBetween is the id of what an event made, "" for nothing of its own.
func refBetween(b Body) string {
	switch b := b.(type) {
	case *RequestDrafted:
		return b.ID
	case *RequestSent:
		return b.ID
	case *RequestStepped:
		return b.ID
	case *RequestForwarded:
		return b.ID
	case *HotlineOpened:
		return b.ID
	case *HotlineStepped:
		return b.ID
	case *EvidenceHanded:
		return b.ID
	case *ProposalTabled:
		return b.ID
	case *CaseOpened:
		return b.ID
	case *AccountWritten:
		return b.ID
	case *LineWritten:
		return b.ID
	}
	return ""
}

// across is who has what crosses between two sides.
func (x *Exercise) across(a, b string) Audience { return x.aud.of(x.aud.named(a, b)).across }

// basisOf is what authorities cite as their legal basis: what the other side,
// which has not our authorities, may read of them.
func (x *Exercise) basisOf(side string, cites []string) []string {
	var out []string
	for _, id := range cites {
		if a := x.authorityOf(side, id); a != nil && a.Basis != "" {
			out = append(out, a.Basis)
		}
	}
	return out
}

// doneAs records a step as the action that it is, with what it is found to be,
// before the step itself. Nothing is to come of it but the step.
func (x *Exercise) doneAs(c *Command, action, of, step string, cites []string) {
	if action == "" {
		return
	}
	side := x.sideOf(c.Seat)
	b := &Acted{ID: x.next(side + "-a"), Action: action, Cites: cites, Of: of, Step: step}
	x.emit(x.aud.side[side], b)
	x.afterAction(b.ID)
}

// checkCites refuses authorities that the side has not stated.
func (x *Exercise) checkCites(side string, cites []string) error {
	for _, id := range cites {
		if x.authorityOf(side, id) == nil {
			return refuse("no-such-authority", "authority", id)
		}
	}
	return nil
}

// typedAll puts the texts of fields into leaves of their own. from names, by
// field, the text that each copies.
func (x *Exercise) typedAll(to Audience, scope, lang string, fields, from map[string]string) map[string]string {
	var out map[string]string
	for _, k := range sortedKeys(fields) {
		if id := x.typed(to, scope, lang, fields[k], from[k]); id != "" {
			if out == nil {
				out = map[string]string{}
			}
			out[k] = id
		}
	}
	return out
}
