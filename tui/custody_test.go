package tui

import (
	"fmt"
	"os"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// newKeeper sits before the console of an exercise with evidence, proposals and
// a commitment, which has begun.
func newKeeper(tb testing.TB, w, h int) *user {
	tb.Helper()
	u := &user{tb, newFakeHost(tb, custodyScenario(tb)), nil}
	u.start()
	u.resize(w, h)
	u.keys("space", "enter")
	u.pass(60_000)
	return u
}

func custodyScenario(tb testing.TB) string {
	tb.Helper()
	toml, err := os.ReadFile("testdata/custody.toml")
	if err != nil {
		tb.Fatal(err)
	}
	return string(toml)
}

// handed lets alder image a server abroad without authority, and birch rely on
// what was handed over; the image goes through other hands on the way.
func handed(u *user) {
	is := func(seat string, op engine.Op) {
		u.do(engine.Command{Seat: seat, Op: op, Said: engine.SaidNow})
	}
	is("alder-cyber", engine.Act{Action: "image", Target: "halden", Cites: []string{"warrant"}})
	is("control", engine.DecideOutcome{Act: "alder-a1", Result: engine.ResultWorks})
	u.pass(60_000)
	is("alder-cyber", engine.HandOver{Exhibit: "alder-e1", To: "alder-prosecutor"})
	is("alder-prosecutor", engine.Certify{Exhibit: "alder-e1", Text: "Imaged on 12 April in the data room; a copy. Signed Reed, Lind."})
	u.pass(60_000)
	is("alder-cyber", engine.HandOver{Exhibit: "alder-e1", To: "birch-cyber", Text: "Not for the press."})
	u.pass(30_000)
	is("birch-cyber", engine.Act{Action: "charge", Uses: []string{"alder-birch-e1"}})
}

// assessed lets the sides speak to the proposals.
func assessed(u *user) {
	is := func(seat string, op engine.Op) {
		u.do(engine.Command{Seat: seat, Op: op, Said: engine.SaidNow})
	}
	is("birch-centre", engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportChanges, Text: "August is a month of holidays: September would do."})
	u.pass(30_000)
	is("alder-legal", engine.AmendProposal{Proposal: "proposal-1", Text: "Experts of both sides meet in September for three days."})
	is("alder-prosecutor", engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportFull})
	is("alder-prosecutor", engine.TableProposal{Title: "A single number", Text: "Each side names one number that is answered day and night."})
	is("alder-prosecutor", engine.AssessProposal{Proposal: "proposal-2", Verdict: engine.SupportDecline, Text: "Our experts can't be spared."})
	is("birch-cyber", engine.AssessProposal{Proposal: "proposal-2", Verdict: engine.SupportFull})
}

// bears lets the time run out in which a commitment would have been kept.
func bears(u *user) {
	u.pass(6 * 60_000)
	u.keys("3", "end")
}

// TestCustodyScreens shows what players meet of evidence and proposals, and
// control of them and of commitments.
func TestCustodyScreens(t *testing.T) {
	t.Parallel()
	goldens(t, newKeeper, []scene{
		{"evidence-own", func(u *user) { handed(u); u.sits("alder-cyber"); u.keys("6") }},
		{"evidence-chain", func(u *user) { handed(u); u.sits("alder-cyber"); u.keys("6", "enter", "pgdown") }},
		{"evidence-received", func(u *user) { handed(u); u.sits("birch-cyber"); u.keys("6") }},
		{"evidence-steps", func(u *user) { handed(u); u.sits("birch-cyber"); u.keys("6", "s") }},
		{"evidence-certify", func(u *user) { handed(u); u.sits("alder-prosecutor"); u.keys("6", "s", "enter") }},
		{"evidence-hand-over", func(u *user) {
			handed(u)
			u.sits("alder-cyber")
			u.keys("6", "s", "down", "enter", "'network police", "tab", "'For this case.", "ctrl+s")
		}},
		{"evidence-used", func(u *user) {
			handed(u)
			u.sits("birch-cyber")
			u.keys("d", "'charge", "down", "tab", "tab", "tab", "tab", "tab")
		}},
		{"evidence-relied-on", func(u *user) { handed(u); u.sits("birch-cyber"); u.keys("2") }},
		{"evidence-control", func(u *user) { handed(u); u.toBetween("alder-e1"); u.keys("enter") }},
		{"proposals", func(u *user) { assessed(u); u.sits("birch-cyber"); u.keys("O") }},
		{"proposals-detail", func(u *user) { assessed(u); u.sits("birch-cyber"); u.keys("O", "enter") }},
		{"proposals-assess", func(u *user) { assessed(u); u.sits("birch-cyber"); u.keys("O", "s", "enter", "down") }},
		{"proposals-amend", func(u *user) { assessed(u); u.sits("birch-cyber"); u.keys("O", "s", "down", "enter") }},
		{"proposals-table", func(u *user) {
			u.sits("birch-cyber")
			u.keys("N", "enter", "'A joint team", "tab", "'Four experts of each side.", "ctrl+s")
		}},
		{"commitment-queue", bears},
		{"commitment-judge", func(u *user) { bears(u); u.keys("x") }},
		{"commitment-accept", func(u *user) { bears(u); u.keys("y") }},
	})
}

// Evidence is certified and handed over by forms; the mark is there wherever it
// goes, and changes there.
func TestEvidenceGoesFromHandToHand(t *testing.T) {
	t.Parallel()
	u := newKeeper(t, 120, 44)
	u.do(engine.Command{Seat: "alder-cyber", Op: engine.Act{Action: "image", Target: "halden", Cites: []string{"warrant"}}, Said: engine.SaidNow})
	u.do(engine.Command{Seat: "control", Op: engine.DecideOutcome{Act: "alder-a1", Result: engine.ResultWorks}, Said: engine.SaidNow})
	u.sits("alder-cyber")
	u.keys("6")
	u.shows("alder-e1 Image of the rented server")
	u.shows("obtained outside authority as stated")
	u.shows("not certified")
	u.keys("s", "enter")
	u.shows("What a court would ask for: Where and when it was taken")
	u.keys("'A copy, signed Reed and Lind.", "ctrl+s")
	u.gave("certify", "alder-cyber")
	u.shows("A copy, signed Reed and Lind.")
	u.keys("s", "'hand", "enter", "'network police")
	u.shows("to Duty officer, network police, Union of Birch, of another side · marked: obtained outside")
	u.keys("tab", "'Not for the press.", "ctrl+s", "enter")
	u.gave("hand-over", "alder-cyber")
	if op := u.last().Op.(engine.HandOver); op.Exhibit != "alder-e1" || op.To != "birch-cyber" || op.Text != "Not for the press." {
		t.Errorf("handed over %+v", op)
	}
	u.sits("birch-cyber")
	u.keys("6")
	u.shows("alder-birch-e1 Image of the rented")
	u.shows("Not for the press.")
	u.hides("gained by")
	u.hides("alder-e1 ")
	u.keys("d", "'charge", "down", "tab", "tab", "tab", "tab", "tab", "space", "ctrl+s")
	u.gave("act", "birch-cyber")
	if op := u.last().Op.(engine.Act); !slices.Equal(op.Uses, []string{"alder-birch-e1"}) {
		t.Errorf("the charge uses %v", op.Uses)
	}
	u.keys("2", "home")
	u.shows("Evidence it relies on")
	u.shows("obtained outside authority as stated, certified")
	u.do(engine.Command{Seat: "alder-legal", Op: engine.CorrectFinding{Act: "alder-a1", Verdict: engine.VerdictWithin, Authority: "warrant", Reason: "They agreed."}, Said: engine.SaidNow})
	u.pass(1000)
	u.shows("obtained within authority as stated, certified")
}

// A proposal is assessed as it stands: one that was amended meanwhile has to be
// read anew.
func TestAProposalIsAssessedAsItStands(t *testing.T) {
	t.Parallel()
	u := newKeeper(t, 120, 44)
	u.sits("birch-cyber")
	u.keys("O")
	u.shows("O Proposals ●2")
	u.shows("yours to assess")
	u.keys("s", "enter", "down", "ctrl+s")
	u.shows("give your side's reasons")
	u.keys("tab", "'September, please.")
	u.do(engine.Command{Seat: "alder-legal", Op: engine.AmendProposal{Proposal: "proposal-1", Text: "In September."}, Said: engine.SaidNow})
	u.keys("ctrl+s")
	u.shows("was amended meanwhile")
	u.keys("esc", "enter", "O")
	u.shows("proposal-1 v2 Seminar")
	u.keys("s", "enter", "enter", "ctrl+s")
	u.gave("assess-proposal", "birch-cyber")
	if op := u.last().Op.(engine.AssessProposal); op.Version != 2 || op.Verdict != engine.SupportFull {
		t.Errorf("assessed %+v", op)
	}
	u.shows("O Proposals ●1")
	u.do(engine.Command{Seat: "alder-legal", Op: engine.AssessProposal{Proposal: "proposal-1", Verdict: engine.SupportFull}, Said: engine.SaidNow})
	u.pass(1000)
	u.shows("adopted")
}

// What bears on a commitment is judged in the queue: as proposed by one key,
// otherwise with the reason; also when the exercise is over.
func TestControlJudgesWhatBearsOnACommitment(t *testing.T) {
	t.Parallel()
	u := newKeeper(t, 120, 44)
	bears(u)
	u.shows("may speak against the keeping")
	u.keys("x")
	u.shows("it does not bear on it")
	u.keys("ctrl+s")
	u.shows("give the reason")
	u.keys("'Nobody had asked for help.", "ctrl+s")
	u.gave("judge-commitment", "control")
	if op := u.last().Op.(engine.JudgeCommitment); op.Way != "" || op.Text == "" {
		t.Errorf("judged %+v", op)
	}
	u.toBetween("timely-help")
	u.keys("enter")
	u.shows("Nobody had asked for help.")

	over := newKeeper(t, 120, 44)
	bears(over)
	over.do(engine.Command{Seat: "control", Op: engine.End{}, Said: engine.SaidNow})
	over.pass(1000)
	over.keys("3", "end", "y")
	over.shows("Does it bear on the commitment?")
	over.keys("enter")
	over.gave("judge-commitment", "control")
	if op := over.last().Op.(engine.JudgeCommitment); op.Way != engine.WayAgainst {
		t.Errorf("judged %+v", op)
	}
}

// The bell rings for evidence that comes, for another finding on it, and for
// another side's proposal; not for one's own side's.
func TestTheBellRingsForWhatCrosses(t *testing.T) {
	t.Parallel()
	u := newKeeper(t, 120, 44)
	handed(u)
	u.sits("birch-centre")
	u.rings()
	for _, c := range []struct {
		seat  string
		op    engine.Op
		rings bool
	}{
		{"alder-legal", engine.CorrectFinding{Act: "alder-a1", Verdict: engine.VerdictWithin, Authority: "warrant", Reason: "They agreed."}, true},
		{"alder-legal", engine.AmendProposal{Proposal: "proposal-1", Text: "In September."}, true},
		{"birch-cyber", engine.AmendProposal{Proposal: "proposal-1", Text: "In October."}, false},
		{"birch-cyber", engine.HandOver{Exhibit: "alder-birch-e1", To: "birch-centre"}, false},
	} {
		u.quiet()
		u.by(c.seat, c.op)
		if got := u.rings(); got != c.rings {
			t.Errorf("%s: it rings: %v", engine.OpName(c.op), got)
		}
	}
}

// A draft of "we do …" from before there was any evidence is gone on with when
// there is: the field for it has come behind the others.
func TestAnOldDraftFitsAFormWithEvidence(t *testing.T) {
	t.Parallel()
	u := newKeeper(t, 120, 44)
	u.sits("alder-cyber")
	was := u.m.newSeatAct("We do …")
	was.did.in.SetValue("ask the provider")
	kept := was.save()
	handed(u)
	u.pass(1000)
	now := u.m.newSeatAct("We do …")
	if now.uses == nil || len(now.fields) != len(was.fields)+1 {
		t.Fatal("the form does not ask for evidence")
	}
	if !now.load(kept) || now.did.in.Value() != "ask the provider" {
		t.Error("the draft is lost")
	}
}

// TestChineseCustody draws the screens in Chinese at every size.
func TestChineseCustody(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		u := newKeeper(t, size[0], size[1])
		handed(u)
		assessed(u)
		for _, role := range []string{"alder-cyber", "birch-cyber"} {
			u.sits(role)
			u.keys("L", "'中", "enter", "esc")
			for _, keys := range [][]string{
				{"6"},
				{"6", "enter"},
				{"6", "s"},
				{"6", "s", "enter"},
				{"6", "s", "down", "enter"},
				{"2"},
				{"d", "tab", "tab", "tab", "tab", "tab"},
				{"O"},
				{"O", "enter"},
				{"O", "s", "enter"},
				{"O", "s", "down", "enter"},
				{"N"},
				{"N", "enter"},
			} {
				u.sits(role)
				u.keys(keys...)
				onTerminal(t, u)
				for range 4 {
					if u.m.seat != nil {
						u.keys("esc")
					}
				}
			}
		}
		if size[0] == 80 {
			u.sits("birch-cyber")
			u.keys("6", "home")
			golden(t, "zh-evidence-80x24", u.screen())
			u.keys("O", "home")
			golden(t, "zh-proposals-80x24", u.screen())
			u.keys("s", "enter")
			golden(t, "zh-proposals-assess-80x24", u.screen())
		}
	}
}

// TestPlainCustody certifies, hands over, assesses, amends and judges in lines.
func TestPlainCustody(t *testing.T) {
	t.Parallel()
	r := &listener{tb: t, h: newFakeHost(t, custodyScenario(t))}
	n := 0
	m := New(still{r.h}, Options{Person: "ana", Plain: true, NoBell: true, NewID: func() string { n++; return fmt.Sprintf("id-%d", n) }})
	r.p = newPlain(m, &r.out)
	r.p.echo = true
	r.p.launch = func(cmd tea.Cmd, mine bool) { r.p.took(cmd(), mine) }
	r.p.show()
	r.p.prompt()
	r.types("start", "yes")
	r.pass(60_000)
	for _, c := range []engine.Command{
		{Seat: "alder-cyber", Op: engine.Act{Action: "image", Target: "halden", Cites: []string{"warrant"}}, Said: engine.SaidNow},
		{Seat: "control", Op: engine.DecideOutcome{Act: "alder-a1", Result: engine.ResultWorks}, Said: engine.SaidNow},
	} {
		if _, err := r.h.Do(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	r.pass(1000)
	r.types("seat alder-cyber", "evidence", "1", "steps certify", "", "", "", "")
	r.gave("certify", "alder-cyber")
	r.types("steps hand", "network police", "Not for the press.", ".", "", "", "")
	if op := r.gave("hand-over", "alder-cyber").Op.(engine.HandOver); op.To != "birch-cyber" || op.Text != "Not for the press." {
		t.Errorf("handed over %+v", op)
	}
	r.types("seat birch-cyber", "evidence", "1", "we do charge", "1", "", "", "", "", "1", "")
	if op := r.gave("act", "birch-cyber").Op.(engine.Act); !slices.Equal(op.Uses, []string{"alder-birch-e1"}) {
		t.Errorf("did %+v", op)
	}
	r.types("actions", "1", "proposals", "1", "steps assess", "changes", "September would do.", ".", "", "", "")
	r.gave("assess-proposal", "birch-cyber")
	r.types("new proposal", "A number", "One number.", ".", "", "", "")
	r.gave("table-proposal", "birch-cyber")
	r.pass(6 * 60_000)
	r.types("control", "waiting", "waiting keeping", "dismiss 4", "Nobody had asked.", "")
	if op := r.gave("judge-commitment", "control").Op.(engine.JudgeCommitment); op.Way != "" || op.Text != "Nobody had asked." {
		t.Errorf("judged %+v", op)
	}
	golden(t, "plain-custody", r.out.String())
}

// TestHostileCustody has hostile texts come in by every field of evidence,
// proposals and commitments, and looks at them from every side.
func TestHostileCustody(t *testing.T) {
	t.Parallel()
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text = whole(text, engine.MaxText)
			u := newKeeper(t, 80, 24)
			handed(u)
			u.pass(6 * 60_000)
			for _, c := range []engine.Command{
				{Seat: "birch-cyber", Op: engine.Certify{Exhibit: "alder-birch-e1", Text: text}},
				{Seat: "birch-cyber", Op: engine.HandOver{Exhibit: "alder-birch-e1", To: "birch-centre", Text: text, Lang: "zh"}},
				{Seat: "birch-cyber", Op: engine.TableProposal{Title: text, Text: text, Lang: "zh"}},
				{Seat: "alder-cyber", Op: engine.AmendProposal{Proposal: "proposal-3", Text: "x " + whole(text, 1000)}},
				{Seat: "alder-cyber", Op: engine.AssessProposal{Proposal: "proposal-3", Verdict: engine.SupportDefer, Text: text}},
				{Seat: "control", Op: engine.JudgeCommitment{Bearing: "timely-help-against1", Text: text}},
			} {
				c.Said = engine.SaidNow
				_, _ = u.h.Do(t.Context(), c) // what can't be text is refused
			}
			u.pass(1000)
			for _, size := range [][2]int{{60, 20}, {160, 50}} {
				u.resize(size[0], size[1])
				for _, role := range []string{"alder-cyber", "birch-centre"} {
					for _, keys := range [][]string{{"6"}, {"6", "enter"}, {"6", "s", "enter"}, {"O", "end"}, {"O", "end", "enter"}, {"O", "end", "s", "enter"}, {"O", "end", "s", "down", "enter"}, {"7", "end"}, {"S"}} {
						u.sits(role)
						u.keys(keys...)
						clean(t, u)
						for range 4 {
							if u.m.seat != nil {
								u.keys("esc")
							}
						}
					}
				}
				for _, id := range []string{"alder-e1", "proposal-3", "timely-help"} {
					u.toBetween(id)
					u.keys("enter")
					clean(t, u)
					u.keys("pgdown")
					clean(t, u)
					u.keys("esc")
				}
			}
		})
	}
}
