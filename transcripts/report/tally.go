package report

import (
	"strconv"

	"parley/engine"
)

// tally is what one walk over the events gathers that the state at the end
// does not hold: when, by whom, and in which order.
type tally struct {
	started, ended *engine.Event
	rules          int
	joined         map[string][]*engine.Joined // by seat
	found          map[string][]*engine.Event  // by act
	outcomes       map[string][]*engine.Event  // by act
	marked         map[string][]*engine.Event  // by evidence, as those call it who hold it
	opened, acked  map[addressee]engine.Millis
	replies        map[string]*engine.Event // by id
	milestones     map[string][]*engine.Event
	expunged       []*engine.Event
	proposals      []*proposal
	opening        map[string]*proposal            // those not settled, by inject
	expected       map[string][]engine.Expectation // by delivery; made when first asked for
}

type addressee struct{ delivery, role string }

// proposal is a contingency inject that waited for control.
type proposal struct {
	proposed *engine.Event
	settled  *engine.Event // nil: it never was
}

func tallyOf(v engine.View) *tally {
	t := &tally{
		joined: map[string][]*engine.Joined{}, found: map[string][]*engine.Event{}, outcomes: map[string][]*engine.Event{}, marked: map[string][]*engine.Event{},
		opened: map[addressee]engine.Millis{}, acked: map[addressee]engine.Millis{}, replies: map[string]*engine.Event{},
		milestones: map[string][]*engine.Event{}, opening: map[string]*proposal{},
	}
	for i := range v.Events() {
		e := v.EventAt(i)
		t.stage(e)
		t.play(e)
		t.proposal(e)
	}
	return t
}

func (t *tally) stage(e *engine.Event) {
	switch b := e.Body.(type) {
	case *engine.Started:
		t.started = e
	case *engine.Ended:
		t.ended = e
	case *engine.Reopened:
		t.rules = b.Rules
	case *engine.Joined:
		t.joined[e.Seat] = append(t.joined[e.Seat], b)
	case *engine.MilestoneSet:
		t.milestones[b.Milestone] = append(t.milestones[b.Milestone], e)
	case *engine.Expunged:
		t.expunged = append(t.expunged, e)
	}
}

func (t *tally) play(e *engine.Event) {
	switch b := e.Body.(type) {
	case *engine.Opened:
		first(t.opened, addressee{b.Delivery, e.Seat}, e.Said)
	case *engine.Acknowledged:
		first(t.acked, addressee{b.Delivery, e.Seat}, e.Said)
		first(t.opened, addressee{b.Delivery, e.Seat}, e.Said) // nobody acknowledges unread
	case *engine.Found:
		t.found[b.Act] = append(t.found[b.Act], e)
	case *engine.EvidenceMarked:
		t.marked[b.Exhibit] = append(t.marked[b.Exhibit], e)
	case *engine.OutcomeDecided:
		t.outcomes[b.Act] = append(t.outcomes[b.Act], e)
	case *engine.Answered:
		t.replies[b.ID] = e
	}
}

func first(m map[addressee]engine.Millis, k addressee, t engine.Millis) {
	if _, ok := m[k]; !ok {
		m[k] = t
	}
}

// proposal follows contingency injects: proposed, then delivered, dismissed or
// skipped.
func (t *tally) proposal(e *engine.Event) {
	inject := ""
	switch b := e.Body.(type) {
	case *engine.Proposed:
		p := &proposal{proposed: e}
		t.proposals = append(t.proposals, p)
		t.opening[b.Inject] = p
		return
	case *engine.Delivered:
		inject = b.Inject
	case *engine.Cued:
		inject = b.Inject
	case *engine.Dismissed:
		inject = b.Inject
	case *engine.Skipped:
		inject = b.Inject
	}
	if p := t.opening[inject]; p != nil {
		p.settled = e
		delete(t.opening, inject)
	}
}

func (t *tally) startex() string {
	if t.started == nil {
		return "not yet"
	}
	return wall(t.started.Wall)
}

func (t *tally) endex(c engine.Clock) string {
	switch {
	case t.ended != nil && t.started != nil:
		return wall(t.ended.Wall) + ", " + engine.FormatT(t.ended.T) + ", " + span(t.ended.Wall-t.started.Wall) + " of wall time after STARTEX"
	default:
		return "not yet; the record ends at " + engine.FormatT(c.T)
	}
}

func (t *tally) counts(v engine.View) [][]string {
	deliveries, recalled := 0, 0
	for i := range v.MSELLen() {
		m := v.MSELAt(i)
		for _, d := range v.DeliveriesOf(&m) {
			deliveries++
			if d.Recalled {
				recalled++
			}
		}
	}
	within, outside, withdrawn := 0, 0, 0
	for i := range v.ActionsLen() {
		a := v.ActionAt(i)
		switch {
		case a.Withdrawn:
			withdrawn++
		case a.Finding == nil:
		case a.Finding.Verdict == engine.VerdictOutside:
			outside++
		default:
			within++
		}
	}
	n := strconv.Itoa
	return [][]string{
		{"Deliveries, of these recalled", n(deliveries) + ", " + n(recalled)},
		{"Actions", n(v.ActionsLen())},
		{"– covered by stated authority, as found", n(within)},
		{"– outside stated authority, as found", n(outside)},
		{"– withdrawn", n(withdrawn)},
		{"Approvals asked", n(len(v.ApprovalsAsked()))},
		{"Messages", n(v.MessagesLen())},
		{"Rulings", n(len(v.Rulings()))},
		{"Pieces of evidence", n(len(v.Exhibits()))},
		{"Events in the record", n(v.Events())},
	}
}
