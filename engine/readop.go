package engine

import (
	"fmt"

	"github.com/go-json-experiment/json"
)

// ReadOp makes the op of a name ("deliver") from its fields as JSON. A field
// that the op does not have is an error.
func ReadOp(name string, fields []byte) (Op, error) {
	op := newOp(name)
	if op == nil {
		return nil, fmt.Errorf("there is no command %q", name)
	}
	if err := json.Unmarshal(fields, op, json.RejectUnknownMembers(true)); err != nil {
		return nil, fmt.Errorf("command %s: %w", name, err)
	}
	return settled(op), nil
}

// OpNames are the names of all commands.
func OpNames() []string {
	return []string{
		"start",
		"pause",
		"resume",
		"freeze",
		"set-rate",
		"jump",
		"next-segment",
		"next-phase",
		"end",
		"deliver",
		"hold",
		"release",
		"skip",
		"recall",
		"retime",
		"edit",
		"improvise",
		"accept",
		"dismiss",
		"open",
		"acknowledge",
		"close",
		"answer",
		"act",
		"withdraw",
		"ask-approval",
		"approve",
		"refuse-approval",
		"message",
		"ask-control",
		"disclose",
		"put-question",
		"report",
		"pass-practice",
		"hand-pen",
		"suggest",
		"drop-suggestion",
		"translate",
		"count",
		"confirm-finding",
		"correct-finding",
		"add-authority",
		"decide-outcome",
		"rule",
		"note",
		"rate",
		"set-milestone",
		"clear-milestone",
		"expunge",
		"agree",
		"clear",
		"refuse-clearance",
		"claim",
		"draft-request",
		"send-request",
		"step-request",
		"tick-request",
		"open-hotline",
		"step-hotline",
		"certify",
		"hand-over",
		"judge-commitment",
		"table-proposal",
		"amend-proposal",
		"assess-proposal",
		"open-case",
		"file-under",
		"write-account",
		"write-line",
		"mark-line",
		"release-scores",
		"join",
		"leave",
		"mark",
		"reopen",
	}
}

// newOp makes an empty op to decode into, nil for a name that is none.
//
//nolint:cyclop,funlen,gocyclo // a table in the form of a switch
func newOp(name string) any {
	switch name {
	case "start":
		return &Start{}
	case "pause":
		return &Pause{}
	case "resume":
		return &Resume{}
	case "freeze":
		return &Freeze{}
	case "set-rate":
		return &SetRate{}
	case "jump":
		return &Jump{}
	case "next-segment":
		return &NextSegment{}
	case "next-phase":
		return &NextPhase{}
	case "end":
		return &End{}
	case "deliver":
		return &Deliver{}
	case "hold":
		return &Hold{}
	case "release":
		return &Release{}
	case "skip":
		return &Skip{}
	case "recall":
		return &Recall{}
	case "retime":
		return &Retime{}
	case "edit":
		return &Edit{}
	case "improvise":
		return &Improvise{}
	case "accept":
		return &Accept{}
	case "dismiss":
		return &Dismiss{}
	case "open":
		return &Open{}
	case "acknowledge":
		return &Acknowledge{}
	case "close":
		return &Close{}
	case "answer":
		return &AnswerQuestion{}
	case "act":
		return &Act{}
	case "withdraw":
		return &Withdraw{}
	case "ask-approval":
		return &AskApproval{}
	case "approve":
		return &Approve{}
	case "refuse-approval":
		return &RefuseApproval{}
	case "message":
		return &SendMessage{}
	case "ask-control":
		return &AskControl{}
	case "disclose":
		return &Disclose{}
	case "put-question":
		return &PutQuestion{}
	case "report":
		return &Report{}
	case "pass-practice":
		return &PassPractice{}
	case "hand-pen":
		return &HandPen{}
	case "suggest":
		return &Suggest{}
	case "drop-suggestion":
		return &DropSuggestion{}
	case "translate":
		return &Translate{}
	case "count":
		return &Count{}
	case "confirm-finding":
		return &ConfirmFinding{}
	case "correct-finding":
		return &CorrectFinding{}
	case "add-authority":
		return &AddAuthority{}
	case "decide-outcome":
		return &DecideOutcome{}
	case "rule":
		return &Rule{}
	case "note":
		return &MakeNote{}
	case "rate":
		return &Rate{}
	case "set-milestone":
		return &SetMilestone{}
	case "clear-milestone":
		return &ClearMilestone{}
	case "expunge":
		return &Expunge{}
	case "agree":
		return &Agree{}
	case "clear":
		return &Clear{}
	case "refuse-clearance":
		return &RefuseClearance{}
	case "claim":
		return &Claim{}
	case "draft-request":
		return &DraftRequest{}
	case "send-request":
		return &SendRequest{}
	case "step-request":
		return &StepRequest{}
	case "tick-request":
		return &TickRequest{}
	case "open-hotline":
		return &OpenHotline{}
	case "step-hotline":
		return &StepHotline{}
	case "certify":
		return &Certify{}
	case "hand-over":
		return &HandOver{}
	case "judge-commitment":
		return &JudgeCommitment{}
	case "table-proposal":
		return &TableProposal{}
	case "amend-proposal":
		return &AmendProposal{}
	case "assess-proposal":
		return &AssessProposal{}
	case "open-case":
		return &OpenCase{}
	case "file-under":
		return &FileUnder{}
	case "write-account":
		return &WriteAccount{}
	case "write-line":
		return &WriteLine{}
	case "mark-line":
		return &MarkLine{}
	case "release-scores":
		return &ReleaseScores{}
	case "join":
		return &Join{}
	case "leave":
		return &Leave{}
	case "mark":
		return &Mark{}
	case "reopen":
		return &Reopen{}
	}
	return nil
}

// settled gives the op that a pointer holds: commands are values.
//
//nolint:cyclop,funlen,gocyclo // a table in the form of a switch
func settled(op any) Op {
	switch o := op.(type) {
	case *Start:
		return *o
	case *Pause:
		return *o
	case *Resume:
		return *o
	case *Freeze:
		return *o
	case *SetRate:
		return *o
	case *Jump:
		return *o
	case *NextSegment:
		return *o
	case *NextPhase:
		return *o
	case *End:
		return *o
	case *Deliver:
		return *o
	case *Hold:
		return *o
	case *Release:
		return *o
	case *Skip:
		return *o
	case *Recall:
		return *o
	case *Retime:
		return *o
	case *Edit:
		return *o
	case *Improvise:
		return *o
	case *Accept:
		return *o
	case *Dismiss:
		return *o
	case *Open:
		return *o
	case *Acknowledge:
		return *o
	case *Close:
		return *o
	case *AnswerQuestion:
		return *o
	case *Act:
		return *o
	case *Withdraw:
		return *o
	case *AskApproval:
		return *o
	case *Approve:
		return *o
	case *RefuseApproval:
		return *o
	case *SendMessage:
		return *o
	case *AskControl:
		return *o
	case *Disclose:
		return *o
	case *PutQuestion:
		return *o
	case *Report:
		return *o
	case *PassPractice:
		return *o
	case *HandPen:
		return *o
	case *Suggest:
		return *o
	case *DropSuggestion:
		return *o
	case *Translate:
		return *o
	case *Count:
		return *o
	case *ConfirmFinding:
		return *o
	case *CorrectFinding:
		return *o
	case *AddAuthority:
		return *o
	case *DecideOutcome:
		return *o
	case *Rule:
		return *o
	case *MakeNote:
		return *o
	case *Rate:
		return *o
	case *SetMilestone:
		return *o
	case *ClearMilestone:
		return *o
	case *Expunge:
		return *o
	case *Agree:
		return *o
	case *Clear:
		return *o
	case *RefuseClearance:
		return *o
	case *Claim:
		return *o
	case *DraftRequest:
		return *o
	case *SendRequest:
		return *o
	case *StepRequest:
		return *o
	case *TickRequest:
		return *o
	case *OpenHotline:
		return *o
	case *StepHotline:
		return *o
	case *Certify:
		return *o
	case *HandOver:
		return *o
	case *JudgeCommitment:
		return *o
	case *TableProposal:
		return *o
	case *AmendProposal:
		return *o
	case *AssessProposal:
		return *o
	case *OpenCase:
		return *o
	case *FileUnder:
		return *o
	case *WriteAccount:
		return *o
	case *WriteLine:
		return *o
	case *MarkLine:
		return *o
	case *ReleaseScores:
		return *o
	case *Join:
		return *o
	case *Leave:
		return *o
	case *Mark:
		return *o
	case *Reopen:
		return *o
	}
	return nil
}
