package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// TestHostileRequests has hostile texts come in by every field of a request and
// of its steps, and looks at them from both sides and from control, on lists, in
// details, and in the forms that take them up.
func TestHostileRequests(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text = whole(text, engine.MaxText)
			u := newRequester(t, 80, 24)
			all := func(part string) map[string]string {
				out := map[string]string{}
				for _, id := range []string{"authority", "offence", "data", "addresses", "times", "hashes", "period", "loss", "caution"} {
					out[id] = part
				}
				return out
			}
			part := whole(text, engine.MaxText/16)
			for _, c := range []engine.Command{
				{Seat: "alder-cyber", Op: engine.DraftRequest{Kind: "keep", To: "birch-cyber", Fields: all(part), Text: part}},
				{Seat: "alder-cyber", Op: engine.SendRequest{Kind: "keep", To: "birch-cyber", Fields: all(part), Text: part, Lang: "zh"}},
				{Seat: "birch-cyber", Op: engine.SendRequest{Kind: "tip", To: "alder-cyber", Text: text}},
				{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "ask-supplement", Asked: []string{"data", "addresses"}, Text: text}},
				{Seat: "alder-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "supplement", Fields: all(part), Text: text}},
				{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "forward", To: "birch-centre", Text: text}},
				{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "consult", Text: text}},
				{Seat: "alder-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "reply", Text: text}},
				{Seat: "birch-cyber", Op: engine.StepRequest{Request: "alder-req1", Step: "refuse", Ground: "sovereignty", Text: text}},
				{Seat: "alder-cyber", Op: engine.StepRequest{Request: "birch-req1", Step: "execute", Items: []string{"ask"}, Text: text}},
			} {
				u.do(c)
			}
			for i, role := range []string{"'cyber div", "'network pol"} {
				u.resize(60+90*i, 20+30*i)
				for _, keys := range [][]string{
					{"esc", "esc", "v", role, "enter", "Q", "home"},
					{"enter"},
					{"pgdown", "pgdown", "esc", "down"},
					{"enter"},
					{"esc", "end", "s"},
					{"enter"},
					{"tab", "tab"},
					{"ctrl+c", "x", "K", "home"},
					{"enter"},
					{"esc", "2", "home", "enter"},
					{"esc", "7", "end"},
					{"S"},
					{"esc", "T"},
					{"esc", "esc", "esc", "2", "end"},
					{"enter"},
					{"esc", "5", "home"},
					{"enter"},
				} {
					u.keys(keys...)
					clean(t, u)
				}
			}
		})
	}
}

// TestHostileRequestForms pastes hostile texts into each field of the forms of
// requests, and goes on with a draft that holds them.
func TestHostileRequestForms(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newRequester(t, 80, 24)
			received(u)
			for _, open := range [][]string{
				{"v", "'cyber div", "enter", "N", "enter"},
				{"Q", "home", "s", "'refuse", "enter"},
				{"s", "'postpone", "enter"},
				{"s", "'execute it in", "enter"},
				{"s", "'tick", "enter"},
			} {
				u.keys(open...)
				f := u.m.topForm()
				if f == nil {
					t.Fatalf("%v opens no form:\n%s", open, u.screen())
				}
				for range len(f.fields) {
					u.m.Update(tea.PasteMsg{Content: text})
					clean(t, u)
					u.keys("tab")
					clean(t, u)
				}
				u.keys("esc")
				clean(t, u)
				if u.m.top() != nil {
					u.keys("x")
				}
			}
		})
	}
}
