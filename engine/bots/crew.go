package bots

import (
	"slices"
	"strconv"

	"parley/engine"
	"parley/scenarios"
)

// Move is what a bot will do next: the command bears the exercise time.
type Move struct{ engine.Command }

// By is the author of what bots do, wherever it appears.
const By = "bot"

const (
	second = int64(1000)
	minute = 60 * second
	// A message older than this is dealt with or let lie.
	stale = 30 * minute
	// Of a flood of messages nobody reads more than the newest.
	atHand = 60
)

// Crew is a set of bots of one exercise. What it keeps is only what reading a
// message gave, and what the scenario says, which depend on nothing else.
type Crew struct {
	draws  draws
	read   map[readKey]reading
	words  map[string][]string // of titles
	plans  map[planKey]*plan   // nil for none
	powers map[power][]*scenarios.Authority
	rooms  map[string]*room // by side
}

// room is what all of a side have before them at one moment.
type room struct {
	version   int
	roles     []string
	asks      []engine.Request // of the side and to it
	cases     []engine.CaseFile
	calls     []engine.Call
	exhibits  []engine.HeldExhibit
	custody   []engine.HeldExhibit // those of them that it was not only shown
	proposals []engine.Proposal
	acts      map[string][]engine.Action // by role, the newest first; see ownActs
}

// planKey is a message as one seat has it.
type planKey struct {
	readKey
	seat string
}

// power is an action of somebody's.
type power struct{ seat, action string }

// NewCrew makes the bots of an exercise with this seed.
func NewCrew(seed uint64) *Crew {
	return &Crew{draws: draws{seed}, read: map[readKey]reading{}, words: map[string][]string{}, plans: map[planKey]*plan{}, powers: map[power][]*scenarios.Authority{}, rooms: map[string]*room{}}
}

// Next is the next thing that a bot in the view's seat does, if there is one.
func (c *Crew) Next(v engine.View) (Move, bool) {
	head := v.Head()
	b := &chooser{Crew: c, v: v, seat: v.Seat(), lang: head.Language, seg: head.Segment}
	if v.ControlOf() != "" {
		b.controller()
	} else if v.Control() {
		b.control()
	} else if l := v.Clock().Life; l != engine.Planned && l != engine.Over {
		b.player()
	}
	b.best.By = By
	return b.best, b.found
}

// chooser keeps the earliest of the things that a bot might do.
type chooser struct {
	*Crew
	v     engine.View
	seat  string
	best  Move
	found bool
	limit engine.Millis // nothing later than this, if not 0

	side  string // of a player
	lang  string
	seg   *scenarios.Segment // present one, nil before STARTEX
	*room                    // of a player's side
}

// at offers a thing to do. The id says what it is about, so that it is done
// once.
func (b *chooser) at(t engine.Millis, id string, op engine.Op) {
	if b.found && t >= b.best.T || b.limit != 0 && t > b.limit {
		return
	}
	b.best = Move{engine.Command{ID: id, T: t, Seat: b.seat, Said: engine.SaidNow, Op: op}}
	b.found = true
}

func (b *chooser) player() {
	now := b.v.Clock().T
	b.enter()
	for i := b.v.InboxLen() - 1; i >= max(0, b.v.InboxLen()-atHand); i-- {
		it := b.v.InboxAt(i)
		if it.T < now-stale {
			break
		}
		if !it.Recalled {
			// Bounded by the message's age at the time of the move, not
			// at the time of asking, so that asking again later (after a
			// crash) gives the same.
			b.limit = it.T + stale
			b.message(&it)
			b.limit = 0
		}
	}
	for _, p := range b.v.ApprovalsAsked() {
		if p.State == engine.ApprovalWaiting {
			b.approve(&p)
		}
	}
	b.discussed()
	b.unasked()
	b.requests()
	b.hotlines()
	b.casework()
	b.custody()
	b.proposals()
	if b.v.Side().ClearedBy == b.seat {
		b.clear()
	}
	if b.v.Role().Legal {
		b.findings(90*second, 4*minute)
	}
}

// enter looks at what the bot's side has before it. Those who look at the same
// moment look together.
func (b *chooser) enter() {
	side := b.v.Side().ID
	b.side = side
	if r := b.rooms[side]; r != nil && r.version == b.v.Version() {
		b.room = r
		return
	}
	exhibits := b.v.Exhibits()
	b.room = &room{
		version: b.v.Version(), asks: b.v.Requests(), cases: b.v.Cases(), calls: b.v.Calls(), exhibits: exhibits, proposals: b.v.Proposals(),
		custody: slices.DeleteFunc(slices.Clone(exhibits), func(e engine.HeldExhibit) bool { return e.Holder == "" }),
		acts:    map[string][]engine.Action{},
	}
	if old := b.rooms[side]; old != nil {
		b.room.roles = old.roles
	} else {
		for _, s := range b.v.Seats() {
			if s.Side == side {
				b.room.roles = append(b.room.roles, s.ID)
			}
		}
	}
	c := b.v.Clock()
	for i := b.v.ActionsLen() - 1; i >= 0; i-- {
		a := b.v.ActionAt(i)
		if a.T < min(c.SegmentStart, c.T-stale) {
			break
		}
		b.room.acts[a.Role] = append(b.room.acts[a.Role], a)
	}
	b.rooms[side] = b.room
}

// id names a thing that the bot does about something. It does not say what: the
// ids of commands stand in events that the other side has too.
func (b *chooser) id(about, what string) string {
	return "bot/" + b.seat + "/" + strconv.FormatUint(b.draws.of(b.seat, about, what, "id"), 36)
}

// message deals with one delivery: open, acknowledge, answer, act, and now and
// then say something.
func (b *chooser) message(it *engine.InboxItem) {
	opened := it.T + b.draws.between(8*second, 45*second, b.seat, it.ID, "open")
	acked := opened + b.draws.between(6*second, 30*second, b.seat, it.ID, "ack")
	switch it.Status {
	case engine.Unopened:
		b.at(opened, b.id(it.ID, "open"), engine.Open{Delivery: it.ID})
		return
	case engine.StatusOpened:
		b.at(acked, b.id(it.ID, "ack"), engine.Acknowledge{Delivery: it.ID})
		return
	}
	for k := range it.Questions {
		b.question(it, &it.Questions[k], acked)
	}
	if b.draws.chance(12, b.seat, it.ID, "say?") && !b.said(b.id(it.ID, "say"), it.T) {
		b.at(acked+b.draws.between(20*second, 2*minute, b.seat, it.ID, "say"), b.id(it.ID, "say"),
			engine.SendMessage{To: []string{b.side}, Text: "For our side: we have read “" + b.subject(it) + "” and are looking into it."})
	}
	if b.draws.chance(4, b.seat, it.ID, "ask?") && !b.said(b.id(it.ID, "ask"), it.T) {
		b.at(acked+b.draws.between(minute, 3*minute, b.seat, it.ID, "ask"), b.id(it.ID, "ask"),
			engine.AskControl{Text: "Who else has received “" + b.subject(it) + "”?"})
	}
	b.deed(it, acked)
}

func (b *chooser) subject(it *engine.InboxItem) string {
	s, _, _ := b.v.Piece(&it.Subject, b.lang)
	return s
}

// did looks in the log for a command of the bot's, back to since.
func (b *chooser) did(id string, since engine.Millis) bool {
	for i := b.v.LogLen() - 1; i >= 0; i-- {
		e := b.v.LogAt(i)
		if e.Cmd == id {
			return true
		}
		if e.T < since {
			break
		}
	}
	return false
}

// said looks for the bot's own message with a command id, back to since.
func (b *chooser) said(id string, since engine.Millis) bool {
	for i := b.v.MessagesLen() - 1; i >= 0; i-- {
		m := b.v.MessageAt(i)
		if m.Cmd == id {
			return true
		}
		if m.T < since {
			break
		}
	}
	return false
}

// question answers for the role, or for the side if the bot is the side's
// first addressee.
func (b *chooser) question(it *engine.InboxItem, q *engine.Asked, from engine.Millis) {
	speaker := b.seat
	if q.Per == "side" {
		i := slices.IndexFunc(it.Roles, func(r string) bool { return b.v.SideOf(r) == b.side })
		speaker = it.Roles[i]
	}
	answered := slices.ContainsFunc(b.v.Replies(q.ID), func(r engine.Reply) bool { return q.Per == "side" || r.Role == b.seat })
	if speaker != b.seat || answered {
		return
	}
	op := b.answer(engine.AnswerQuestion{Delivery: it.ID, Question: q.ID}, q)
	b.at(from+b.draws.between(minute, 4*minute, b.seat, it.ID, q.ID), b.id(it.ID, q.ID), op)
}

// answer draws an answer to a question.
func (b *chooser) answer(op engine.AnswerQuestion, q *engine.Asked) engine.AnswerQuestion {
	d := b.draws.of(b.seat, op.Delivery, q.ID, "answer")
	switch q.Kind {
	case "one":
		op.Options = []string{q.Options[d%uint64(len(q.Options))].ID}
	case "several":
		for i, o := range q.Options {
			if d>>i&1 == 1 || i == len(q.Options)-1 && op.Options == nil {
				op.Options = append(op.Options, o.ID)
			}
		}
	case "scale":
		op.Scale = q.Min + int64(d%uint64(q.Max-q.Min+1))
	default:
		op.Text = "We would first settle who decides, and on what basis."
	}
	return op
}

// approve decides on an approval; one who is not asked first waits longer.
func (b *chooser) approve(p *engine.Approval) {
	t := p.T + b.draws.between(40*second, 150*second, b.seat, p.ID)
	if i := slices.Index(p.Approvers, b.seat); i > 0 {
		t += int64(i) * 3 * minute
	}
	if b.draws.chance(85, b.seat, p.ID, "yes?") {
		b.at(t, b.id(p.ID, "approve"), engine.Approve{Approval: p.ID})
	} else {
		b.at(t, b.id(p.ID, "refuse"), engine.RefuseApproval{Approval: p.ID, Text: "Not on what is known so far."})
	}
}

// clear decides on what others of the side want to disclose.
func (b *chooser) clear() {
	for _, c := range b.v.Clearances() {
		if c.State != engine.ClearanceWaiting {
			continue
		}
		t := c.T + b.draws.between(40*second, 150*second, b.seat, c.ID)
		if b.draws.chance(85, b.seat, c.ID, "yes?") {
			b.at(t, b.id(c.ID, "clear"), engine.Clear{Clearance: c.ID})
		} else {
			b.at(t, b.id(c.ID, "refuse"), engine.RefuseClearance{Clearance: c.ID, Text: "Not in this form."})
		}
	}
}

// findings confirms what was found, some time after.
func (b *chooser) findings(lo, hi engine.Millis) {
	now := b.v.Clock().T
	for i := b.v.ActionsLen() - 1; i >= 0; i-- {
		a := b.v.ActionAt(i)
		if a.T < now-stale {
			return
		}
		if a.Finding != nil && a.Finding.Standing == engine.StandingProvisional && !a.Withdrawn {
			b.at(a.T+b.draws.between(lo, hi, b.seat, a.ID, "confirm"), b.id(a.ID, "confirm"), engine.ConfirmFinding{Act: a.ID})
		}
	}
}

// held are the authorities that the bot's agency holds and that permit an
// action.
func (b *chooser) held(action string) []*scenarios.Authority {
	if out, known := b.powers[power{b.seat, action}]; known {
		return out
	}
	var out []*scenarios.Authority
	for _, a := range b.v.Authorities(b.side) {
		if slices.Contains(a.Permits, action) && slices.Contains(a.Agencies, b.v.Role().Agency) {
			out = append(out, a)
		}
	}
	b.powers[power{b.seat, action}] = out
	return out
}
