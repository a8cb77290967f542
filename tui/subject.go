package tui

import (
	"fmt"
	"strings"

	"parley/engine"
)

// What the cursor can be on.
const (
	onInject   = "inject"
	onAction   = "action"
	onMessage  = "message"
	onApproval = "approval"
	onEvent    = "event"
)

// subject is what the cursor is on, whichever pane it was reached from. What
// keys do they do to it.
type subject struct {
	kind string
	id   string
	// delivery, if one of an inject is meant.
	delivery string
	// expected action that the queue names.
	expect string
	// class of the entry of the queue that it was reached from: its finding
	// or its outcome is meant.
	class string
	// log entry it was reached from, -1 if from elsewhere.
	entry int
	t     engine.Millis
}

// ref is the id by which a note or a ruling speaks of it.
func (s subject) ref() string {
	switch s.kind {
	case onInject, onAction, onMessage, onApproval, onRole, onRuling, onRequest, onClock, onCall, onCase, onReportLine, onProposal, onBearing, onObjective:
		return s.id
	}
	return fmt.Sprintf("t:%d", s.t)
}

// subject is what the console's cursor is on.
func (c *console) subject(v engine.View) subject {
	l := &c.lists[c.focus]
	if l.n == 0 {
		return subject{entry: -1}
	}
	switch c.focus {
	case paneMSEL:
		it := v.MSELAt(c.mselAt(l.cursor))
		return subject{kind: onInject, id: it.ID, entry: -1}
	case paneAgenda:
		r := &c.agenda[l.cursor]
		return subject{kind: r.kind, id: r.id, entry: -1}
	case paneBetween:
		return c.between[l.cursor].at
	case paneFeed:
		return entrySubject(v.LogAt(l.cursor), l.cursor)
	default:
		return c.queueSubject(v, c.queue[l.cursor])
	}
}

func (c *console) queueSubject(v engine.View, q engine.Waiting) subject {
	s := subject{id: q.Ref, entry: -1, t: q.Since}
	switch q.Class {
	case "inject":
		s.kind = onInject
	case "action", "finding", "outcome":
		s.kind, s.class = onAction, q.Class
	case "message":
		s.kind = onMessage
	case "approval":
		s.kind = onApproval
	case "deadline":
		s.kind = onClock
	case "commitment":
		s.kind = onBearing
	case "expectation":
		s.kind, s.expect = onInject, q.Ref
		if e, ok := v.WaitingExpectation(q); ok {
			s.delivery = e.Delivery
			s.id, _, _ = strings.Cut(e.Delivery, "#")
		}
	}
	return s
}

// subjectOf is what an entry of the log speaks of.
func subjectOf(e *engine.Event, entry int) subject {
	s := subject{kind: onEvent, entry: entry, t: e.T}
	is := func(id string) { s.kind, s.id = onInject, id }
	switch b := e.Body.(type) {
	case *engine.Delivered:
		is(b.Inject)
		s.delivery = b.ID
	case *engine.Recalled:
		s.ofDelivery(b.Delivery)
	case *engine.Acknowledged:
		s.ofDelivery(b.Delivery)
	case *engine.Answered:
		if s.kind, s.id = onQuestion, b.Question; b.Delivery != "" {
			s.ofDelivery(b.Delivery)
		}
	case *engine.Released:
		is(b.Inject)
	case *engine.FellDue:
		is(b.Inject)
	case *engine.Cued:
		is(b.Inject)
	case *engine.Skipped:
		is(b.Inject)
	case *engine.Edited:
		is(b.Inject)
	case *engine.Improvised:
		is(b.Inject)
	case *engine.Proposed:
		is(b.Inject)
	case *engine.Dismissed:
		is(b.Inject)
	case *engine.Held:
		if len(b.Injects) == 1 {
			is(b.Injects[0])
		}
	default:
		s.ofPlay(e.Body)
	}
	return s
}

func (s *subject) ofDelivery(id string) {
	s.kind, s.delivery = onInject, id
	s.id, _, _ = strings.Cut(id, "#")
}

// ofPlay is what an event of players or of judgement speaks of.
func (s *subject) ofPlay(body engine.Body) {
	is := func(kind, id string) { s.kind, s.id = kind, id }
	switch b := body.(type) {
	case *engine.Acted:
		is(onAction, b.ID)
	case *engine.Withdrawn:
		is(onAction, b.Act)
	case *engine.Found:
		is(onAction, b.Act)
	case *engine.Counted:
		is(onAction, b.Act)
	case *engine.OutcomeProposed:
		is(onAction, b.Act)
	case *engine.OutcomeDecided:
		is(onAction, b.Act)
	case *engine.AuthorityStated:
		is(onAction, b.Act)
	case *engine.EvidenceGained:
		is(onEvidence, b.ID)
	case *engine.Messaged:
		is(onMessage, b.ID)
	case *engine.QuestionPut:
		is(onQuestion, b.Asked.ID)
	case *engine.Reported:
		is(onQuestion, b.Question)
	case *engine.ApprovalAsked:
		is(onApproval, b.ID)
	case *engine.ApprovalDecided:
		is(onApproval, b.Approval)
	case *engine.ExpectationSet:
		if b.Act != "" {
			is(onAction, b.Act)
		}
	default:
		s.ofBetween(body)
	}
}

// ofBetween is what an event between the sides speaks of.
func (s *subject) ofBetween(body engine.Body) {
	is := func(kind, id string) { s.kind, s.id = kind, id }
	switch b := body.(type) {
	case *engine.RequestDrafted:
		if is(onDraft, b.ID); b.Sent != "" {
			is(onRequest, b.Sent)
		}
	case *engine.RequestSent:
		is(onRequest, b.ID)
	case *engine.RequestStepped:
		is(onRequest, b.Request)
	case *engine.RequestForwarded:
		is(onRequest, b.Request)
	case *engine.RequestTicked:
		is(onRequest, b.Request)
	case *engine.RequestChecked:
		is(onRequest, b.Request)
	case *engine.DeadlineStarted:
		is(onClock, b.ID)
	case *engine.DeadlineSet:
		is(onClock, b.ID)
	default:
		s.ofCalls(body)
		s.ofCustody(body)
	}
}

// ofCustody is what an event of evidence, commitments or proposals speaks of.
func (s *subject) ofCustody(body engine.Body) {
	is := func(kind, id string) { s.kind, s.id = kind, id }
	switch b := body.(type) {
	case *engine.EvidenceCertified:
		is(onEvidence, b.Exhibit)
	case *engine.EvidenceHanded:
		is(onEvidence, b.Exhibit)
	case *engine.EvidenceMarked:
		is(onEvidence, b.Exhibit)
	case *engine.CommitmentBears:
		is(onBearing, b.ID)
	case *engine.CommitmentJudged:
		is(onBearing, b.Bearing)
	case *engine.ProposalTabled:
		is(onProposal, b.ID)
	case *engine.ProposalAmended:
		is(onProposal, b.Proposal)
	case *engine.ProposalAssessed:
		is(onProposal, b.Proposal)
	case *engine.ProposalSettled:
		is(onProposal, b.Proposal)
	}
}
