package engine

import (
	"strings"
	"unicode/utf8"
)

// Answer is what came of a command.
type Answer struct {
	// Ref is the id of what the command made ("alder-a3"), or "".
	Ref string
	// Events are new; none where the same command came before or nothing
	// changed. They are valid until the next command or due instant.
	Events []Event
	// Repeated says that the same command id was taken before.
	Repeated bool
}

// Do decides a command and applies what it decides. An error is a *Refusal and
// changes nothing. Everything due before c.T must have happened: see
// [Exercise.Advance].
func (x *Exercise) Do(c Command) (Answer, error) {
	if c.Op == nil {
		return Answer{}, refuse("no-command")
	}
	if err := x.mayComeFrom(&c); err != nil {
		return Answer{}, err
	}
	if c.ID != "" {
		if n, ok := x.done[c.ID]; ok {
			if c.From != "" && x.log.at(n).Seat != c.Seat {
				return Answer{}, refuse("not-your-seat", "seat", c.Seat) // whose it is, is theirs to know
			}
			return Answer{Ref: x.refOf(n), Repeated: true}, nil
		}
	}
	if err := x.admit(&c); err != nil {
		return Answer{}, err
	}
	if err := x.mayTouch(c.Seat, c.Op); err != nil {
		return Answer{}, err
	}
	x.begin(Stamp{T: c.T, Wall: c.Wall, By: c.By, Seat: c.Seat, How: c.How, Via: c.Via, Said: c.Said, Cmd: c.ID})
	first := x.log.len()
	alone, err := x.decide(&c)
	if err != nil {
		return Answer{}, err
	}
	x.settle(alone)
	a := Answer{Events: x.finish()}
	if len(a.Events) > 0 {
		a.Ref = x.refOf(first)
	}
	return a, nil
}

// admit checks who gives a command and when, and completes it.
func (x *Exercise) admit(c *Command) error {
	info := c.Op.op()
	if c.How == "" {
		c.How = HowTyped
	}
	if c.How != HowTyped && c.How != HowSpoken && c.How != HowPaper {
		return refuse("bad-how", "how", string(c.How))
	}
	if err := checkTexts(c.ID, c.By); err != nil {
		return err
	}
	if err := x.mayGive(c.Seat, info); err != nil {
		return err
	}
	if err := x.mayHold(c, info); err != nil {
		return err
	}
	if info.when&x.moment() == 0 {
		return refuse("wrong-moment", "op", info.name, "life", x.clock.Life.String())
	}
	if c.T < x.clock.T || x.clock.Life != Running && c.T != x.clock.T {
		return refuse("wrong-time")
	}
	// Reopening stands the clock where it was cut off; what is due then comes
	// when it goes on.
	_, reopen := c.Op.(Reopen)
	if next, ok := x.NextDue(); ok && !reopen && next <= c.T && x.clock.Life == Running && x.realDue(c.T) {
		return refuse("not-advanced")
	}
	if c.Said < 0 {
		c.Said = c.T
	}
	if c.Said > c.T {
		return refuse("said-later")
	}
	return nil
}

// realDue reports whether something other than a condition's second look is
// due at or before t.
func (x *Exercise) realDue(t Millis) bool {
	d, ok := x.peek()
	if ok && d.t <= t && d.kind != dueCondition {
		return true
	}
	_, lt, lok := x.peekLapse()
	return lok && lt <= t
}

func (x *Exercise) moment() when {
	switch x.clock.Life {
	case Planned:
		return before
	case FrozenLife:
		return frozen
	case Over:
		return after
	default:
		return during
	}
}

func (x *Exercise) mayGive(seat string, info opInfo) error {
	if IsStaff(seat) {
		return x.mayStaff(seat, info)
	}
	r, ok := x.plan.role[seat]
	if !ok {
		return refuse("no-such-seat", "seat", seat)
	}
	if info.who&(byPlayer|byAnyone) != 0 || info.who&byLegal != 0 && x.routing().advises(int(r)) {
		return nil
	}
	return refuse("not-yours", "op", info.name, "seat", seat)
}

// refOf is the id of what the command whose first event is log entry n made.
func (x *Exercise) refOf(n int) string {
	cmd := x.log.at(n).Cmd
	for ; n < x.log.len(); n++ {
		e := x.log.at(n)
		if e.Cmd != cmd {
			break
		}
		switch b := e.Body.(type) {
		case *Acted:
			if b.Of == "" {
				return b.ID
			}
		case *Answered:
			return b.ID
		case *Messaged:
			return b.ID
		case *ApprovalAsked:
			return b.ID
		case *Improvised:
			return b.Inject
		case *Ruled:
			return b.ID
		case *Noted:
			return b.ID
		case *Rated:
			return b.ID
		case *Disclosed:
			return b.ID
		case *ClearanceAsked:
			return b.ID
		case *ClearanceDecided:
			return b.Clearance
		case *AuthorityStated:
			return b.ID
		case *Reported:
			return b.ID
		case *Suggested:
			return b.ID
		default:
			if ref := refBetween(b); ref != "" {
				return ref
			}
		}
	}
	return ""
}

// decide finds the handler of a command. Handlers check everything before
// they emit anything. alone says that what turns true by this command alone
// is only proposed.
//
//nolint:cyclop,funlen,gocyclo // a table in the form of a switch
func (x *Exercise) decide(c *Command) (alone bool, err error) {
	switch op := c.Op.(type) {
	case Start:
		x.start()
	case Pause:
		return false, x.pause()
	case Resume:
		return false, x.resume()
	case Freeze:
		x.emit(x.aud.all, &Frozen{})
	case SetRate:
		return false, x.setRate(op)
	case Jump:
		return false, x.jump(op)
	case NextSegment:
		return false, x.nextSegment()
	case NextPhase:
		return false, x.nextPhase()
	case End:
		return false, x.endByHand()
	case Deliver:
		return false, x.deliverNow(op)
	case Hold:
		return false, x.hold(op)
	case Release:
		return false, x.release(op)
	case Skip:
		return false, x.skip(op)
	case Recall:
		return true, x.recall(op)
	case Retime:
		return false, x.retime(op)
	case Edit:
		return false, x.edit(op)
	case Improvise:
		return false, x.improvise(op)
	case Accept:
		return false, x.accept(op)
	case Dismiss:
		return false, x.dismiss(op)
	case Open:
		return false, x.open(c.Seat, op)
	case Acknowledge:
		return false, x.acknowledge(c.Seat, op)
	case Close:
		return false, x.closeDelivery(c.Seat, op)
	case AnswerQuestion:
		return false, x.answer(c.Seat, op)
	case Act:
		return false, x.act(c, op)
	case Withdraw:
		return true, x.withdraw(c.Seat, op)
	case AskApproval:
		return false, x.askApproval(c.Seat, op)
	case Approve:
		return false, x.decideApproval(c, op.Approval, true, op.Text)
	case RefuseApproval:
		return false, x.decideApproval(c, op.Approval, false, op.Text)
	case SendMessage:
		return false, x.message(c.Seat, op)
	case AskControl:
		return false, x.askControl(c.Seat, op)
	case Disclose:
		return false, x.disclose(c.Seat, op)
	default:
		return false, x.decideDiscussion(c)
	}
	return false, nil
}

func (x *Exercise) decideDiscussion(c *Command) error {
	switch op := c.Op.(type) {
	case PutQuestion:
		return x.putQuestion(op)
	case Report:
		return x.report(c.Seat, op)
	case PassPractice:
		return x.passPractice(c.Seat)
	case HandPen:
		return x.handPen(c, op)
	case Suggest:
		return x.suggest(c.Seat, op)
	case DropSuggestion:
		return x.dropSuggestion(c.Seat, op)
	case Translate:
		return x.translate(c.Seat, op)
	default:
		return x.decideJudgement(c)
	}
}

func (x *Exercise) decideJudgement(c *Command) error {
	switch op := c.Op.(type) {
	case Count:
		return x.count(op)
	case ConfirmFinding:
		return x.confirmFinding(c.Seat, op)
	case CorrectFinding:
		return x.correctFinding(c.Seat, op)
	case AddAuthority:
		return x.addAuthority(c.Seat, op)
	case DecideOutcome:
		return x.decideOutcome(op)
	case Rule:
		return x.rule(c.Seat, op)
	case MakeNote:
		return x.note(c.Seat, op)
	case Rate:
		return x.rate(c, op)
	case SetMilestone:
		return x.milestoneByHand(c.Seat, op.Milestone, true)
	case ClearMilestone:
		return x.milestoneByHand(c.Seat, op.Milestone, false)
	case Expunge:
		return x.expunge(c.Seat, op)
	case Join:
		if err := checkTexts(op.Person, op.Name); err != nil {
			return err
		}
		x.emit(x.comingsAudience(c.Seat), &Joined{Person: op.Person, Name: op.Name, Bot: op.Bot})
	case Leave:
		if err := checkTexts(op.Person); err != nil {
			return err
		}
		x.emit(x.comingsAudience(c.Seat), &Left{Person: op.Person})
	case Mark:
		x.emit(x.aud.all, &Marked{})
	case Reopen:
		x.emit(x.aud.all, &Reopened{Rules: op.Rules})
		if x.clock.Life == Running {
			x.emit(x.aud.all, &Paused{Why: "reopened"})
		}
	default:
		return x.decideHands(c)
	}
	return nil
}

func (x *Exercise) decideHands(c *Command) error {
	switch op := c.Op.(type) {
	case Agree:
		return x.agree(c.Seat, op)
	case Clear:
		return x.clear(c.Seat, op.Clearance, true, "")
	case RefuseClearance:
		return x.clear(c.Seat, op.Clearance, false, op.Text)
	case Claim:
		return x.claim(c, op)
	}
	return x.decideBetween(c)
}

// comingsAudience is who knows by name of a seat's comings and goings: a side of
// its own, and of who looks on at it.
func (x *Exercise) comingsAudience(seat string) Audience {
	if a, ok := x.aud.side[x.sideOf(seat)]; ok {
		return a
	}
	return x.aud.controls
}

// checkTexts refuses what is too long or not text; empty is fine.
func checkTexts(texts ...string) error {
	for _, t := range texts {
		if len(t) > MaxText {
			return refuse("text-too-long")
		}
		if !utf8.ValidString(t) {
			return refuse("not-text")
		}
	}
	return nil
}

// isTag reports whether a language tag can be one ("en", "zh-Hans").
func isTag(lang string) bool {
	return lang != "" && len(lang) <= 35 && strings.Trim(lang, "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// typed puts a typed text into a leaf of its own and returns its id, "" for
// none. of names the text that it copies.
func (x *Exercise) typed(to Audience, scope, lang, text, of string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	if !isTag(lang) {
		lang = x.sc.Language
	}
	id := x.next(scope + "-t")
	x.emit(to, &Typed{ID: id, Of: of, Lang: lang, Text: text})
	return id
}

// Taken reports whether a command with this id was taken.
func (x *Exercise) Taken(id string) bool {
	_, ok := x.done[id]
	return ok && id != ""
}

// BeforeStart reports whether a command may be given before STARTEX.
func BeforeStart(o Op) bool { return o.op().when&before != 0 }
