package tui

import (
	"testing"

	"parley/engine"
)

// TestAnswerArrives: somebody who asked control sees that the answer came, from
// whom, and goes to it with one key; what they looked at stays looked at when
// they come back.
func TestAnswerArrives(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, p := sitsDown(t, h, "alder-cyber", "Ana Example", 80, 24)
	h.does(t, engine.Start{})
	u.looks()
	u.keys("1", "A", "'Who called?", "ctrl+s")
	u.lacks("Msgs ●")
	u.keys("n")
	u.shows("everything was opened")
	u.quiet()
	h.does(t, engine.SendMessage{To: []string{"alder-cyber"}, Persona: "editor", Text: "We did."})
	h.does(t, engine.SendMessage{To: []string{"alder"}, Text: "So did we."})
	if !u.rings() {
		t.Error("nothing rings for an answer")
	}
	u.looks()
	u.shows("Msgs ●2")
	u.keys("n")
	u.shows("We did.")
	u.shows("from")
	u.lacks("editor")

	u.m.Detach()
	u.m = New(p, u.m.opts)
	u.resize(80, 24)
	u.shows("Msgs ●1")
	u.keys("n", "esc")
	u.shows("So did we.")
	u.lacks("●1")
	u.m = New(p, u.m.opts)
	u.resize(80, 24)
	u.lacks("Msgs ●")
}

// TestMessageComesWhileBriefed: who still reads the briefing is told.
func TestMessageComesWhileBriefed(t *testing.T) {
	t.Parallel()
	h := newFakeHost(t, exampleScenario)
	u, _ := sitsDown(t, h, "alder-cyber", "Ana Example", 80, 24)
	h.does(t, engine.Start{})
	u.looks()
	u.keys("8")
	u.lacks("A message has come")
	h.pass(125_000)
	u.looks()
	u.shows("A message has come: n opens it.")
	u.keys("n")
	u.lacks("A message has come")
}
