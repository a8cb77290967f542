package tui

import (
	"strings"
	"testing"

	"parley/engine"
)

// typedBy are the commands in which somebody types something, with a hostile
// text in every such field. ref names what an earlier command made.
func typedBy(text string, ref map[string]string) []engine.Command {
	cmd := func(seat string, op engine.Op) engine.Command {
		return engine.Command{Seat: seat, Op: op, Said: engine.SaidNow, By: whole(text, 100)}
	}
	return []engine.Command{
		cmd("alder-cyber", engine.Join{Person: "p7", Name: text}),
		cmd("alder-cyber", engine.Join{Person: "p8", Name: text}),
		cmd("alder-cyber", engine.Suggest{Text: text, Target: "mistwood", Lang: "zh"}),
		cmd("alder-prosecutor", engine.Act{Action: "search-premises", Text: text, Target: "mistwood"}),
		cmd("alder-prosecutor", engine.Act{Text: text}),
		cmd("alder-prosecutor", engine.AskControl{Text: text}),
		cmd("alder-prosecutor", engine.SendMessage{To: []string{"alder"}, Text: text, Lang: "zh"}),
		cmd("alder-prosecutor", engine.AskApproval{Action: "search-premises", Authority: "search", Text: text}),
		cmd("control", engine.CorrectFinding{Act: ref["act"], Verdict: engine.VerdictWithin, Authority: "preservation", Reason: text}),
		cmd("control", engine.AddAuthority{Act: ref["act"], Title: text, Basis: text}),
		cmd("control", engine.DecideOutcome{Act: ref["act"], Result: engine.ResultInPart, Text: text}),
		cmd("control", engine.Approve{Approval: ref["approval"], Text: text}),
		cmd("control", engine.Edit{Inject: "mfa-note", Subject: &text, Body: &text, Ask: &text}),
		cmd("control", engine.Deliver{Inject: "mfa-note"}),
		cmd("control", engine.Recall{Delivery: "corvane-reports#1", Reason: text}),
		cmd("control", engine.Skip{Inject: "second-wave", Reason: text}),
		cmd("control", engine.Improvise{Channel: "phone", From: text, To: []string{"alder"}, Subject: text, Body: text, Ask: text}),
		cmd("control", engine.SendMessage{To: []string{"alder"}, Text: text, Persona: "editor"}),
		cmd("control", engine.MakeNote{On: ref["act"], Text: text}),
		cmd("control", engine.Rule{Text: text, Reason: text}),
		cmd("control", engine.Translate{Of: ref["text"], Lang: "fr", Text: text}),
		cmd("control", engine.Disclose{Item: ref["act"], To: []string{"birch"}}),
		cmd("alder-prosecutor", engine.Withdraw{Act: ref["free"], Reason: text}),
		cmd("control", engine.Expunge{Texts: []string{ref["text"]}, Reason: text}),
	}
}

// TestHostileInEveryField has hostile texts come in by every field that people
// type into, and looks at every list and detail of every screen that they reach.
func TestHostileInEveryField(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text = whole(text, engine.MaxText)
			u := newUser(t, 80, 24)
			inPlay(u)
			ref := map[string]string{"act": "alder-a1"}
			for i := 0; ; i++ {
				all := typedBy(text, ref)
				if i == len(all) {
					break
				}
				a, err := u.h.Do(t.Context(), all[i])
				if err != nil {
					t.Fatalf("%s: %v", engine.OpName(all[i].Op), err)
				}
				ref = withRef(ref, all[i].Op, a.Ref, u)
			}
			u.pass(1000)
			u.everyScreen(t)
		})
	}
}

// whole is the beginning of a text that is a text.
func whole(text string, n int) string { return strings.ToValidUTF8(text[:min(len(text), n)], "") }

// withRef notes what a command made, for those that come after it.
func withRef(ref map[string]string, op engine.Op, made string, u *user) map[string]string {
	switch o := op.(type) {
	case engine.Act:
		if o.Action == "" {
			ref["free"] = made
		}
	case engine.AskApproval:
		ref["approval"] = made
	case engine.SendMessage:
		v, _ := u.h.View("control")
		if m, ok := v.Message(made); ok && ref["text"] == "" {
			ref["text"] = m.Text
		}
	}
	return ref
}

// everyScreen looks at every list of both consoles, and at every detail.
func (u *user) everyScreen(t *testing.T) {
	t.Helper()
	for _, size := range [][2]int{{60, 20}, {160, 50}} {
		u.resize(size[0], size[1])
		for _, pane := range []string{"1", "2", "3"} {
			u.keys("esc", "esc", pane, "home")
			for range 12 {
				u.keys("enter")
				clean(t, u)
				u.keys("pgdown", "esc", "esc", "down")
				clean(t, u)
			}
		}
		for _, k := range []string{"d", "m", "i", "o", "D", "X", "v", "w", "?"} {
			u.keys("esc", "esc", k)
			clean(t, u)
			u.keys("esc", "esc")
		}
		for _, role := range []string{"'alder-cyber", "'alder-pros", "'birch-cyber"} {
			u.keys("esc", "esc", "v", role, "enter")
			for tab := '1'; tab <= '9'; tab++ {
				u.keys(string(tab), "home")
				for range 4 {
					u.keys("enter")
					clean(t, u)
					u.keys("esc", "down")
					if u.m.seat == nil { // Esc left the seat: there was nothing to open
						u.keys("v", role, "enter", string(tab))
					}
				}
			}
			u.keys("S")
			clean(t, u)
			u.keys("esc", "esc")
		}
	}
}

// TestHostileTalk has hostile texts come in by what a tabletop that is talked
// asks of people, and looks at them as the other side does.
func TestHostileTalk(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text = whole(text, engine.MaxText)
			u := newTalker(t, 80, 24)
			inBreakout(u)
			answer := u.do(engine.Command{Seat: "manager", Op: engine.AnswerQuestion{Question: "who-decides", Text: text}})
			u.do(engine.Command{Seat: "manager", Op: engine.AnswerQuestion{Delivery: "dark#1", Question: "tell", Text: text}})
			u.do(engine.Command{Seat: "control", Op: engine.NextSegment{}})
			u.do(engine.Command{Seat: "control", Op: engine.Report{Answer: answer.Ref}})
			v, _ := u.h.View("control")
			u.do(engine.Command{Seat: "control", Op: engine.Translate{Of: v.Reportings()[0].Text, Lang: "zh", Text: text}})
			for _, size := range [][2]int{{60, 20}, {160, 50}} {
				u.resize(size[0], size[1])
				for _, keys := range [][]string{{"esc", "esc", "4", "home"}, {"down", "down", "down", "enter"}, {"esc", "v", "'officer", "enter", "9", "home"}, {"enter"}, {"esc", "7", "end"}, {"S"}, {"esc"}} {
					u.keys(keys...)
					clean(t, u)
				}
			}
		})
	}
}
