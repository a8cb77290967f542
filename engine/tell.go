package engine

import (
	"fmt"
	"strconv"
	"time"

	"parley/engine/words"
)

// Tell says an event in one line, for the seat of the view: "" for one that
// the seat may not have. It begins with who did it and ends with how it came
// about, where that is not by a person typing.
func (v View) Tell(e *Event, lang string) string {
	line := v.tell(e, lang, true)
	marks := v.TellMarks(e, lang)
	if line == "" || marks == "" {
		return line
	}
	return words.HarmlessLine(words.Say(lang, "tell.marks", map[string]string{"line": line, "marks": marks}))
}

// TellWhat is Tell without who did it and how it came about, for a table with
// columns of their own for these.
func (v View) TellWhat(e *Event, lang string) string { return v.tell(e, lang, false) }

// TellWho is who did an act: a seat, a persona that control speaks as, or the
// side of another's seat; "" for what the clock or the rules brought about.
func (v View) TellWho(e *Event, lang string) string {
	if !v.mayTell(e) {
		return ""
	}
	return words.HarmlessLine(teller{v, lang}.args(e)["who"])
}

func (v View) tell(e *Event, lang string, who bool) string {
	if !v.mayTell(e) {
		return ""
	}
	t := teller{v, lang}
	args := t.args(e)
	if args == nil {
		return ""
	}
	if _, has := args["who"]; has && !who {
		args["who"] = ""
	}
	return words.HarmlessLine(t.say("event."+string(e.Body.Kind()), args))
}

// TellMarks says how an act came about, "" for one that a person typed there
// and then: by a bot, spoken, on paper, said earlier.
func (v View) TellMarks(e *Event, lang string) string {
	if !ownAct(e.Body) {
		return ""
	}
	t := teller{v, lang}
	var marks []string
	if e.By == "bot" {
		marks = append(marks, t.say("tell.bot", nil))
	}
	if e.How == HowSpoken || e.How == HowPaper {
		marks = append(marks, t.say("how."+string(e.How), nil))
	}
	if e.Said < e.T {
		marks = append(marks, t.say("tell.said", map[string]string{"t": FormatT(e.Said)}))
	}
	return t.join("tell.listed", marks)
}

// FormatT writes an exercise time: "T+01:02:03".
func FormatT(t Millis) string {
	sign := "+"
	if t < 0 {
		sign, t = "-", -t
	}
	s := t / 1000
	return fmt.Sprintf("T%s%02d:%02d:%02d", sign, s/3600, s/60%60, s%60)
}

// FormatStory writes a story time, in Unix milliseconds, with its date and
// offset: "2016-04-12 04:42 UTC-04:00".
func FormatStory(story int64, zone *time.Location) string {
	if zone == nil {
		zone = time.UTC
	}
	return time.UnixMilli(story).In(zone).Format("2006-01-02 15:04 UTC-07:00")
}

// mayTell reports whether a seat may have an event. Logs hold no other; a
// caller who hands in another event learns nothing by it.
func (v View) mayTell(e *Event) bool {
	if !v.has(e.To) {
		return false
	}
	if v.Control() {
		return true
	}
	switch b := e.Body.(type) {
	case *Delivered:
		_, ok := v.Delivery(b.ID)
		return ok
	case *Recalled:
		_, ok := v.Delivery(b.Delivery)
		return ok
	case *Messaged:
		_, ok := v.Message(b.ID)
		return ok
	case *Found:
		return b.Standing != StandingProvisional || v.routing().advises(v.role)
	case *Opened, *Acknowledged, *Closed, *Suggested, *SuggestionDropped, *PenHanded:
		return e.Seat == v.seat
	case *Translated:
		return false // it shows where its original is shown, for those who have that
	}
	return true
}

// ownAct reports whether an event is what somebody did, and not what followed
// from it.
func ownAct(b Body) bool {
	switch b := b.(type) {
	case *Acted, *Withdrawn, *Answered, *Reported, *Suggested, *Translated, *ApprovalAsked, *ApprovalDecided, *Messaged, *Disclosed, *AuthorityStated,
		*Counted, *OutcomeDecided, *Ruled, *Noted, *Rated, *Opened, *Acknowledged, *Closed, *Agreed, *ClearanceAsked, *ClearanceDecided,
		*RequestDrafted, *RequestSent, *RequestStepped, *RequestForwarded, *RequestTicked,
		*HotlineOpened, *HotlineStepped, *CaseOpened, *Filed, *AccountWritten, *LineWritten, *LineMarked,
		*EvidenceCertified, *EvidenceHanded, *CommitmentJudged, *ProposalAmended, *ProposalAssessed:
		return true
	case *ProposalTabled:
		return b.Proposal == ""
	case *Found:
		return b.Standing != StandingProvisional
	}
	return false
}

// args are what the line of an event is filled with, nil for an event that
// nothing is left of.
func (t teller) args(e *Event) map[string]string {
	for _, of := range [...]func(*Event) map[string]string{t.ofClock, t.ofMSEL, t.ofDelivery, t.ofPlay, t.ofTalk, t.ofDiscussion, t.ofJudgement, t.ofHands, t.ofBetween, t.ofCalls, t.ofCases, t.ofCustody, t.ofProposals} {
		if args := of(e); args != nil {
			return args
		}
	}
	return nil
}

func (t teller) ofClock(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *Started, *Resumed, *Frozen, *Ended, *Marked:
		return map[string]string{}
	case *Paused:
		return map[string]string{"why": b.Why}
	case *RateSet:
		return map[string]string{"rate": rate(b.Num, b.Den)}
	case *Jumped:
		return map[string]string{"from": FormatT(b.From), "to": FormatT(b.To)}
	case *SegmentStarted:
		args := map[string]string{"segment": t.segment(b), "phase": "", "story": ""}
		if b.First {
			args["phase"] = t.phase(b.Phase)
		}
		if b.Leap != 0 {
			args["story"] = FormatStory(b.Story, t.zone(""))
		}
		return args
	case *Reopened:
		return map[string]string{"rules": strconv.Itoa(b.Rules)}
	case *Typed:
		return map[string]string{}
	}
	return nil
}

func rate(num, den int64) string {
	if den == 1 {
		return strconv.FormatInt(num, 10)
	}
	return strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10)
}

func (t teller) ofMSEL(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *DuesSet:
		var list []string
		for _, s := range b.Items {
			list = append(list, s.Inject+" "+FormatT(s.Due))
		}
		return map[string]string{"injects": t.list(list)}
	case *Held:
		return map[string]string{"injects": t.list(b.Injects), "why": b.Why}
	case *Released:
		return map[string]string{"inject": t.inject(b.Inject)}
	case *FellDue:
		return map[string]string{"inject": t.inject(b.Inject)}
	case *Cued:
		return map[string]string{"inject": t.inject(b.Inject)}
	case *Skipped:
		return map[string]string{"inject": t.inject(b.Inject), "why": b.Why, "text": t.typed(b.Text)}
	case *Edited:
		return map[string]string{"inject": t.inject(b.Inject)}
	case *Improvised:
		return map[string]string{"inject": t.inject(b.Inject), "to": t.roles(b.Roles)}
	case *CondTurned:
		return map[string]string{"inject": t.inject(b.Inject), "yes": yes(b.Holds)}
	case *Proposed:
		return map[string]string{"inject": t.inject(b.Inject), "why": b.Why}
	case *Dismissed:
		return map[string]string{"inject": t.inject(b.Inject), "text": t.typed(b.Text)}
	case *MilestoneSet:
		return map[string]string{"milestone": t.milestone(b.Milestone), "yes": yes(b.Set)}
	}
	return nil
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func (t teller) ofDelivery(e *Event) map[string]string {
	switch b := e.Body.(type) {
	case *Delivered:
		args := map[string]string{"inject": t.delivery(b.ID), "to": ""}
		if t.v.Control() { // players do not learn who else has it
			args["to"] = t.roles(b.Roles)
		}
		return args
	case *Recalled:
		args := map[string]string{"inject": t.delivery(b.Delivery), "text": ""}
		if t.v.Control() { // the reason is control's
			args["text"] = t.typed(b.Text)
		}
		return args
	case *ChoseAlternative:
		return map[string]string{"inject": t.delivery(b.Delivery), "n": strconv.Itoa(b.Alternative + 1)}
	case *Expected:
		var actions []string
		for i := range b.Items {
			actions = append(actions, t.expectation(b.Items[i].ID)["action"])
		}
		return map[string]string{"actions": t.list(actions)}
	case *ExpectationSet:
		args := t.expectation(b.ID)
		args["status"], args["why"], args["act"] = b.Status, b.Why, b.Act
		args["deadline"] = ""
		if b.Deadline != 0 {
			args["deadline"] = FormatT(b.Deadline)
		}
		return args
	case *Opened:
		return map[string]string{"who": e.Seat, "inject": t.delivery(b.Delivery)}
	case *Acknowledged:
		return map[string]string{"who": e.Seat, "inject": t.delivery(b.Delivery)}
	case *Closed:
		return map[string]string{"who": e.Seat, "inject": t.delivery(b.Delivery)}
	}
	return nil
}
