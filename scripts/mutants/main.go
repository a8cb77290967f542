// Command mutants breaks rules 1 to 4 of the clock on purpose, one at a time,
// and sees that the property test against the model notices; and rule 13, and
// sees that the tests notice that look at everything a seat may know. It changes
// no file: each break is laid over the source for one test run.
//
//	go run ./scripts/mutants          all of them, some minutes
//	go run ./scripts/mutants "13"     those whose rule begins so
//
// It exits 1 if a break went unnoticed.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// mutant is one break: old in file becomes broken.
type mutant struct {
	rule              string
	file, old, broken string
}

func mutants() []mutant {
	return []mutant{
		{"1 time stands while paused", "clock.go", "if c.Life != Running {\n\t\treturn c.T", "if c.Life == FrozenLife {\n\t\treturn c.T"},
		{"1 time stands while frozen", "clock.go", "if c.Life != Running {\n\t\treturn c.T", "if c.Life == PausedLife {\n\t\treturn c.T"},
		{"1 the rate is a ratio", "clock.go", "return v/den*num + v%den*num/den", "return v/den*num"},
		{"1 a new rate counts from now", "clock.go", "c.Num, c.Den = b.Num, b.Den\n\t\tc.anchor(e)", "c.Num, c.Den = b.Num, b.Den"},
		{"2 an inject bears its due t", "due.go", "x.begin(Stamp{T: next, Wall: wall, Said: next})", "x.begin(Stamp{T: t, Wall: wall, Said: t})"},
		{"2 at counts from the segment's start", "timing.go", "Scheduled{d.ID, x.now.T + d.At}", "Scheduled{d.ID, d.At}"},
		{"2 equal t: MSEL order", "due.go", "return a.ref < b.ref", "return a.ref > b.ref"},
		{"2 equal t: injects before misses", "due.go", "return a.kind < b.kind", "return a.kind > b.kind"},
		{"2 a delay counts from the delivery", "deliver.go", "Scheduled{dep.ID, x.now.T + dep.Def.Delay}", "Scheduled{dep.ID, dep.Def.Delay}"},
		{"2 the last command sets the due t", "deliver.go", "if !dep.HasDue && (dep", "if (dep"},
		{"2 re-timing into the past means now", "msel.go", "if due == x.now.T {\n\t\tx.injectFallsDue(i)\n\t}", ""},
		{"2 releasing into the past means now", "msel.go", "if has && due <= x.now.T &&", "if has && due < 0 &&"},
		{"2 what hangs on a skipped one goes to control", "msel.go", "Why: WhyHand, Text: text})\n\tx.holdDependants(i, WhySkippedBefore)", "Why: WhyHand, Text: text})\n\t_ = i"},
		{"2 within includes its last instant", "apply.go", "x.dues.push(due{it.Deadline + 1, dueExpectation, int32(n)})", "x.dues.push(due{it.Deadline, dueExpectation, int32(n)})"},
		{"2 a late action is late", "act.go", "if a.At > e.Deadline {", "if a.At > e.Deadline+1 {"},
		{"2 said in time corrects a miss", "act.go", "case e.Status != ExpectOpen && e.Status != ExpectMissed:", "case e.Status != ExpectOpen:"},
		{"3 no jump past the segment", "jump.go", "op.To > x.clock.SegmentEnd", "op.To < 0"},
		{"3 a changed list refuses the jump", "jump.go", "if !slices.EqualFunc(list, op.Choices", "if false && !slices.EqualFunc(list, op.Choices"},
		{"3 what is jumped is shifted by its length", "jump.go", "DuesSet{Items: []Scheduled{{c.ID, c.Due + by}}}", "DuesSet{Items: []Scheduled{{c.ID, c.Due}}}"},
		{"3 an expected action is shifted, not missed", "jump.go", "Deadline: e.Deadline + by, Why: WhyJump", "Deadline: e.Deadline, Why: WhyJump"},
		{"3 skipped means waived", "jump.go", "Status: ExpectWaived, Why: WhyJump", "Status: ExpectMissed, Why: WhyJump"},
		{"3 legal periods fire in a jump", "jump.go", "x.lapseOnTheWay(op.To)", ""},
		{"3 delivered on arrival", "jump.go", "x.now.T, x.now.Said = op.To, op.To", "x.now.Said = op.To"},
		{"3 a jump re-anchors the clock", "clock.go", "case *Jumped:\n\t\tc.anchor(e)", "case *Jumped:"},
		{"4 story time stands outside play", "timing.go", "if seg.Kind == \"play\" {", "if true {"},
		{"4 story time runs at the pace", "clock.go", "s := a.story + max(0, t-a.t)*a.pace", "s := a.story + max(0, t-a.t)*min(a.pace, 1)"},
		{"4 it does not pass the next phase", "clock.go", "if a.bound != 0 && s > a.bound {", "if false {"},
		{"4 it leaps to the phase's start", "timing.go", "b.Story = max(b.Story, ph.Story.UnixMilli())\n\t}\n\tif !seg", "_ = ph\n\t}\n\tif !seg"},
		{"4 a leap fires what it passes", "timing.go", "x.lapseUntil(b.Story)", ""},
		{"4 in story order", "due.go", "h[i].story < h[i-1].story", "h[i].story > h[i-1].story"},
		{"4 a period ends when story time gets there", "clock.go", "(story-a.story+a.pace-1)/a.pace", "(story-a.story)/a.pace + 1"},
		{"4 the end of a phase holds its injects", "timing.go", "mine := phase != \"\" && d.Phase == phase ||", "mine := false ||"},
		{"4 the end of a segment holds its injects", "timing.go", "segment != \"\" && d.HasAt && d.Segment == segment", "false"},

		{"13 a seat has what its audience gives it", "hands.go", "return r.all || slices.Contains(to, r.token) || slices.Contains(to, \"all\")", "return true"},
		{"13 the lead sees no side's play", "viewhands.go", "return v.reach.all || v.side >= 0 && v.s.sc.Sides[v.side].ID == side", "return v.Control() || v.s.sc.Sides[v.side].ID == side"},
		{"13 each hand has its own feed", "hands.go", "if h := &x.hands[i]; h.has(e.To) {", "if h := &x.hands[i]; h != nil {"},
		{"13 each hand has its own messages", "applyplay.go", "if h := &x.hands[i]; h.has(e.To) {", "if h := &x.hands[i]; h != nil {"},
		{"13 a message is found by those who have it", "viewplay.go", "if m.ID != id || !v.has(m.to) ||", "if m.ID != id ||"},
		{"13 all events are for those they reach", "viewcontrol.go", "v.Control() && v.has(e.To)", "v.Control()"},
		{"13 texts are for those they reach", "view.go", "t.Expunged || !v.has(t.To)", "t.Expunged"},
		{"13 rulings are for those they reach", "viewplay.go", "v.has(r.to) {\n\t\t\t\tout = append(out, *r)\n\t\t\t}\n\t\t}\n\t\treturn out\n\t}\n\tfor _, i := range v.mine.rulings", "true {\n\t\t\t\tout = append(out, *r)\n\t\t\t}\n\t\t}\n\t\treturn out\n\t}\n\tfor _, i := range v.mine.rulings"},
		{"13 notes are for those they reach", "viewcontrol.go", "v.has(n.to)", "true"},
		{"13 the queue is for those who see it", "routing.go", "if !v.knowsOf(&w) {", "if false {"},
		{"13 only those who see it hear of an event", "tell.go", "if !v.has(e.To) {", "if false {"},
		{"13 who did an expected action is its side's", "viewcontrol.go", "if e.Act != \"\" && v.hand != nil {", "if false {"},
		{"13 what follows by a condition is nobody's act", "settle.go", "= \"\", \"\", \"\", \"\", x.now.T, \"\"", "= x.now.By, x.now.Seat, x.now.How, x.now.Via, x.now.Said, x.now.Cmd"},
		{"13 a controller's MSEL is the side's", "viewhands.go", "return v.Control() && (v.side < 0 || v.seesAny(v.s.plan.sidesOf(roles)))", "return v.Control()"},
		{"13 players get no control's notes", "forplayers.go", "segments[k].Note, segments[k].Questions = nil, nil", "_ = k"},
		{"13 players expect nothing", "viewcontrol.go", "func (v View) Expectations(delivery string) []Expectation {\n\tif !v.Control() {", "func (v View) Expectations(delivery string) []Expectation {\n\tif false {"},
		{"13 players have no MSEL", "viewcontrol.go", "func (v View) Item(id string) (MSELItem, bool) {\n\tif !v.Control() {", "func (v View) Item(id string) (MSELItem, bool) {\n\tif false {"},
	}
}

func main() {
	survived := 0
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(1)
	}
	tried := 0
	for _, m := range mutants() {
		if len(os.Args) > 1 && !strings.HasPrefix(m.rule, os.Args[1]) {
			continue
		}
		tried++
		verdict, err := try(m, dir)
		if err != nil {
			fmt.Fprintf(os.Stderr, "mutants: %s: %v\n", m.rule, err)
			survived++
			continue
		}
		if verdict == "SURVIVED" {
			survived++
		}
		fmt.Printf("%-50s %s\n", m.rule, verdict)
	}
	_ = os.RemoveAll(dir)
	fmt.Printf("%d breaks, %d unnoticed\n", tried, survived)
	if survived > 0 {
		os.Exit(1)
	}
}

// noticing is the test run that should notice a break.
func noticing(m mutant) []string {
	if strings.HasPrefix(m.rule, "13") {
		return []string{"./engine", "./engine/bots", "-run", "NothingOf|OfEachHand|OfSeveralSides"}
	}
	return []string{"./engine", "-run", "AgainstTheModel", "-rapid.checks=3000", "-rapid.nofailfile"}
}

// try runs the test with one break laid over the source.
func try(m mutant, dir string) (string, error) {
	path, err := filepath.Abs(filepath.Join("engine", m.file))
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if strings.Count(string(source), m.old) != 1 {
		return "", fmt.Errorf("%s does not hold exactly once: %s", m.file, m.old)
	}
	broken, overlay := filepath.Join(dir, m.file), filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(broken, []byte(strings.Replace(string(source), m.old, m.broken, 1)), 0o600); err != nil {
		return "", err
	}
	laid, err := json.Marshal(map[string]map[string]string{"Replace": {path: broken}})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(overlay, laid, 0o600); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, "go", append([]string{"test", "-overlay", overlay}, noticing(m)...)...).CombinedOutput()
	switch {
	case err == nil:
		return "SURVIVED", nil
	case strings.Contains(string(out), "[build failed]"):
		return "", fmt.Errorf("does not build:\n%s", out)
	}
	return "noticed", nil
}
