package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// newCallListener sits before a console in lines, of the scenario with a hotline.
func newCallListener(tb testing.TB) *listener {
	tb.Helper()
	r := &listener{tb: tb, h: newFakeHost(tb, callScenario)}
	n := 0
	m := New(still{r.h}, Options{Person: "ana", Plain: true, NoBell: true, NewID: func() string { n++; return fmt.Sprintf("id-%d", n) }})
	r.p = newPlain(m, &r.out)
	r.p.echo = true
	r.p.launch = func(cmd tea.Cmd, mine bool) { r.p.took(cmd(), mine) }
	r.p.show()
	r.p.prompt()
	return r
}

// TestPlainCall opens a call, answers it at the other end, talks, and closes it,
// in lines; and writes a line of a report.
func TestPlainCall(t *testing.T) {
	t.Parallel()
	r := newCallListener(t)
	r.types("start", "yes")
	r.pass(60_000)
	r.types("seat alder-prosecutor", "hotline", "1")
	r.types("new red phone", "1", "loss", "slow", "The logs are overwritten at midnight.", ".", "1", "", "", "")
	op := r.gave("open-hotline", "alder-prosecutor").Op.(engine.OpenHotline)
	if op.Topic != "" || op.Urgent != engine.UrgentLoss || op.Lower != engine.LowerTooSlow {
		t.Errorf("opened %+v", op)
	}
	r.types("seat birch-cyber", "status", "take the call")
	r.gave("step-hotline", "birch-cyber")
	r.types("hotline", "1", "steps say", "Who speaks?", ".", "")
	if op := r.gave("step-hotline", "birch-cyber").Op.(engine.StepHotline); op.Step != engine.CallSay || op.Text != "Who speaks?" {
		t.Errorf("said %+v", op)
	}
	r.types("seat alder-prosecutor", "hotline", "2", "steps read back", "You ask who speaks.", ".", "")
	if op := r.gave("step-hotline", "alder-prosecutor").Op.(engine.StepHotline); op.Reads == "" {
		t.Errorf("read back %+v", op)
	}
	r.types("steps propose", "Nothing was agreed.", ".", "", "seat birch-cyber", "hotline", "1", "steps sign", "yes")
	r.types("steps close", "+2h", "", "")
	r.gave("step-hotline", "birch-cyber")
	r.types("hotline", "1", "new line", "A call was had.", ".", "")
	r.gave("write-line", "birch-cyber")
	r.types("seat alder-prosecutor", "cases", "2", "steps agree", "yes")
	r.gave("mark-line", "alder-prosecutor")
	golden(t, "plain-call", r.out.String())
}
