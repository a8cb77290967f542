package engine

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parley/scenarios"
)

// sitting is a table at which these people sit in a seat of their own each:
// "p1" in the first, and so on. Under "per-side" if a seat has a side.
func sitting(t *testing.T, more string, seats ...string) *table {
	t.Helper()
	var tb *table
	if slices.ContainsFunc(seats, func(s string) bool { return strings.HasPrefix(s, "control/") }) {
		tb = sided(t, more)
	} else {
		tb = started(t, more)
	}
	for i, seat := range seats {
		tb.do(seat, Join{Person: person(i), Name: "Somebody"})
	}
	return tb
}

func person(i int) string { return "p" + string(rune('1'+i)) }

// gives gives a command as it comes from a terminal; with a code it must be
// refused so, and change nothing.
func (tb *table) gives(code string, c Command) string {
	tb.t.Helper()
	c.Said = SaidNow
	if code == "" {
		return tb.give(c)
	}
	tb.advance(tb.at)
	c.T = max(tb.at, tb.x.Clock().T)
	before := dump(tb.t, tb.x)
	a, err := tb.x.Do(c)
	var r *Refusal
	if !errors.As(err, &r) || r.Code != code {
		tb.t.Errorf("%s for %s via %q from %s: got %v, want a refusal %s", opName(c.Op), c.Seat, c.Via, c.From, err, code)
	}
	if a.Ref != "" || a.Repeated || len(a.Events) > 0 {
		tb.t.Errorf("%s for %s from %s was refused and still answered: %+v", opName(c.Op), c.Seat, c.From, a)
	}
	if dump(tb.t, tb.x) != before {
		tb.t.Errorf("%s for %s from %s was refused and still changed something", opName(c.Op), c.Seat, c.From)
	}
	return ""
}

func opName(o Op) string {
	if o == nil {
		return "nothing"
	}
	return OpName(o)
}

func TestTheSeatsOfAScenario(t *testing.T) {
	single, perSide := started(t, ""), sided(t, "")
	for _, c := range []struct {
		tb    *table
		staff string
		sees  map[string]string
	}{
		{
			single, "control simulator evaluator observer observer/alder observer/birch projector",
			map[string]string{
				"control":        "control alder-cyber alder-prosecutor alder-counsel birch-cyber",
				"evaluator":      "evaluator alder-cyber alder-prosecutor alder-counsel birch-cyber",
				"simulator":      "simulator alder-cyber alder-prosecutor alder-counsel birch-cyber",
				"observer":       "alder-cyber alder-prosecutor alder-counsel birch-cyber",
				"observer/birch": "birch-cyber",
				"projector":      "",
				"alder-cyber":    "alder-cyber",
			},
		},
		{
			perSide, "control control/alder control/birch simulator simulator/alder simulator/birch evaluator evaluator/alder evaluator/birch observer/alder observer/birch projector",
			map[string]string{
				"control":         "control",
				"control/birch":   "control/birch birch-cyber",
				"simulator":       "simulator",
				"evaluator/alder": "evaluator/alder alder-cyber alder-prosecutor alder-counsel",
				"observer/birch":  "birch-cyber",
				"projector":       "",
				"birch-cyber":     "birch-cyber",
			},
		},
	} {
		sc := c.tb.x.Scenario()
		staff := StaffSeats(sc)
		if got := strings.Join(staff, " "); got != c.staff {
			t.Errorf("the seats of the staff are %s", got)
		}
		for _, seat := range staff {
			if !IsSeat(sc, seat) || !IsStaff(seat) {
				t.Errorf("%s is no seat, or none of the staff's", seat)
			}
		}
		for seat, want := range c.sees {
			if got := strings.Join(SeatsSeenBy(sc, seat), " "); got != want {
				t.Errorf("%s may look at %s, want %s", seat, got, want)
			}
			for _, other := range SeatsSeenBy(sc, seat) {
				if _, ok := c.tb.x.View(other); !ok {
					t.Errorf("%s may look at %s, of which there is no view", seat, other)
				}
			}
		}
		for _, none := range []string{"", "control/", "control/nobody", "projector/alder", "simulator/nobody", "observer/", "nobody", "Control", "alder"} {
			if IsSeat(sc, none) {
				t.Errorf("%q is a seat", none)
			}
		}
	}
	if IsSeat(single.x.Scenario(), "control/alder") || IsSeat(perSide.x.Scenario(), "observer") {
		t.Error("a seat of the other kind of control is one")
	}
}

// mayGive are the commands that a kind of seat may give; all others are refused.
func mayGive() map[string][]string {
	words := strings.Fields
	player := words(`join leave open acknowledge close answer act withdraw ask-approval approve refuse-approval message ask-control disclose
		report pass-practice hand-pen suggest drop-suggestion translate clear refuse-clearance claim draft-request send-request step-request
		tick-request open-hotline step-hotline certify hand-over table-proposal amend-proposal assess-proposal open-case file-under
		write-account write-line mark-line release-scores`)
	return map[string][]string{
		"player": player,
		"legal":  append(words("confirm-finding correct-finding add-authority"), player...),
		SeatControl: words(`join leave start pause resume freeze set-rate jump next-segment next-phase end deliver hold release skip recall retime
			edit improvise accept dismiss approve refuse-approval message disclose put-question report translate count confirm-finding
			correct-finding add-authority decide-outcome rule note rate set-milestone clear-milestone expunge agree clear refuse-clearance claim
			tick-request judge-commitment release-scores mark reopen`),
		SeatSimulator: words("join leave deliver message translate note claim"),
		SeatEvaluator: words("join leave note rate"),
		SeatObserver:  words("join leave"),
		SeatProjector: words("join leave"),
	}
}

// notTheirs are the codes by which a seat is told that a command is not its.
func notTheirs() []string { return []string{"not-yours", "players-only", "looks-on"} }

// Each seat may give what is its, whatever its screen offers; what it may not
// give is refused before anything else is looked at, and changes nothing.
func TestEveryCommandFromEveryKindOfSeat(t *testing.T) {
	may := mayGive()
	kinds := map[string]string{"alder-cyber": "player", "alder-counsel": "legal"}
	for _, seats := range [][]string{
		{"control", "simulator", "evaluator", "observer", "observer/alder", "projector", "alder-cyber", "alder-counsel"},
		{"control", "control/alder", "simulator/alder", "simulator", "evaluator/alder", "evaluator", "observer/alder", "projector", "alder-cyber", "alder-counsel"},
	} {
		for i, seat := range seats {
			kind, ok := kinds[seat]
			if !ok {
				kind, _, _ = strings.Cut(seat, "/")
			}
			t.Run(strings.Join(seats[:2], "+")+" "+seat, func(t *testing.T) {
				tb := sitting(t, branches+powers, seats...)
				for _, name := range OpNames() {
					op, err := ReadOp(name, []byte("{}"))
					if err != nil {
						t.Fatal(err)
					}
					if !slices.Contains(may[kind], name) {
						before, n := dump(t, tb.x), tb.x.Events()
						r := tb.refusal(seat, op)
						if !slices.Contains(notTheirs(), r.Code) || dump(t, tb.x) != before || tb.x.Events() != n {
							t.Errorf("%s by %s: %v, or it changed something", name, seat, r)
						}
						if name == "mark" || name == "reopen" {
							r.Code = "not-yours" // from no terminal
						}
						tb.gives(r.Code, Command{From: seat, By: person(i), Seat: seat, Op: op})
						continue
					}
					other := sitting(t, branches+powers, seats...)
					a, err := other.x.Do(Command{T: other.at, Seat: seat, Op: op, Said: SaidNow})
					other.ev = append(other.ev, a.Events...)
					var refused *Refusal
					if errors.As(err, &refused) && slices.Contains(notTheirs(), refused.Code) {
						t.Errorf("%s by %s is refused as not theirs", name, seat)
					}
				}
			})
		}
	}
}

// What comes from a player's terminal is for that player's seat, whatever it
// says itself.
func TestForgedCommandsFromAPlayersTerminal(t *testing.T) {
	tb := sitting(t, branches+powers, "alder-cyber", "alder-prosecutor", "birch-cyber", "control")
	say := SendMessage{To: []string{"control"}, Text: "hello"}
	for _, c := range []struct {
		code string
		Command
	}{
		{"not-your-seat", Command{Seat: "alder-prosecutor", Op: say}},
		{"not-your-seat", Command{Seat: "birch-cyber", Op: say}},
		{"not-your-seat", Command{Seat: "control", Op: Pause{}}},
		{"not-your-seat", Command{Seat: "control", Op: say}},
		{"not-your-seat", Command{Seat: "nobody", Op: say}},
		{"not-your-seat", Command{Seat: "", Op: say}},
		{"not-your-seat", Command{Seat: "alder-cyber", Via: "alder-prosecutor", Op: say}},
		{"not-your-seat", Command{Seat: "alder-cyber", Via: "control", Op: say}},
		{"not-your-seat", Command{Seat: "alder-prosecutor", Via: "control", How: HowSpoken, Op: say}},
		{"not-your-seat", Command{Seat: "control", Via: "control", Op: Pause{}}},
		{"not-yours", Command{Seat: "alder-cyber", Op: Pause{}}},
		{"not-yours", Command{Seat: "alder-prosecutor", Via: "alder-cyber", How: HowSpoken, Op: say}}, // is no scribe
		{"not-yours", Command{Seat: "birch-cyber", Via: "alder-cyber", How: HowSpoken, Op: say}},
		{"not-yours", Command{Seat: "control", Via: "alder-cyber", Op: say}},
		{"not-yours", Command{Seat: "control", Via: "alder-cyber", Op: Pause{}}},
		{"not-yours", Command{Seat: "alder-cyber", Op: Mark{}}},
		{"not-yours", Command{Seat: "alder-cyber", Op: Reopen{Rules: 1}}},
		{"not-yours", Command{Seat: "alder-cyber", Op: Join{Person: "p9", Name: "Guest"}}},
		{"not-yours", Command{Seat: "alder-cyber", Op: Leave{Person: "p1"}}},
		{"not-yours", Command{Seat: "birch-cyber", Op: Leave{Person: "p3"}}},
		{"not-yours", Command{Seat: "birch-cyber", Via: "alder-cyber", Op: Leave{Person: "p3"}}},
		{"no-command", Command{Seat: "alder-cyber"}},
	} {
		c.From, c.By = "alder-cyber", "p1"
		tb.gives(c.code, c.Command)
	}
	// Neither as somebody who does not sit there, nor from a seat where nobody is.
	for _, c := range []Command{
		{From: "alder-cyber", By: "p2"},
		{From: "alder-cyber", By: ""},
		{From: "alder-cyber", By: "bot"},
		{From: "alder-counsel", By: "p1"},
		{From: "control", By: "p1"},
		{From: "nobody", By: "p1"},
		{From: "control/alder", By: "p1"},
	} {
		c.Seat, c.Op = c.From, say
		tb.gives("not-seated", c)
		c.Seat, c.Op = "alder-cyber", Act{Action: "preserve"}
		tb.gives("not-seated", c)
	}
	tb.gives("", Command{From: "alder-cyber", By: "p1", Seat: "alder-cyber", Op: say})
	tb.gives("", Command{From: "alder-cyber", By: "p1", Seat: "alder-cyber", Via: "alder-cyber", Op: say})

	tb.do("alder-cyber", Leave{Person: "p1"})
	tb.gives("not-seated", Command{From: "alder-cyber", By: "p1", Seat: "alder-cyber", Op: say})
	tb.do("alder-cyber", Join{Person: "p1", Name: "Somebody"})
	tb.gives("", Command{From: "alder-cyber", By: "p1", Seat: "alder-cyber", Op: say})
}

// A bot's seat is nobody's terminal.
func TestNobodySpeaksAsABotFromATerminal(t *testing.T) {
	tb := started(t, branches)
	tb.do("birch-cyber", Join{Person: "bot", Bot: true})
	tb.gives("not-seated", Command{From: "birch-cyber", By: "bot", Seat: "birch-cyber", Op: Act{Action: "preserve"}})
}

// With the id of another's command one learns neither what it made nor that
// there was one.
func TestAnothersCommandIDTellsNothing(t *testing.T) {
	for _, seats := range [][]string{{"alder-cyber", "birch-cyber", "control"}, {"alder-cyber", "birch-cyber", "control/birch"}} {
		tb := sitting(t, branches, seats...)
		act := tb.gives("", Command{ID: "mine", From: "alder-cyber", By: "p1", Seat: "alder-cyber", Op: Act{Action: "preserve"}})
		for _, c := range []struct {
			code string
			Command
		}{
			{"not-your-seat", Command{Seat: "birch-cyber", Op: Act{Action: "preserve"}}},
			{"not-your-seat", Command{Seat: "alder-cyber", Op: Act{Action: "preserve"}}},
			{"not-your-seat", Command{Seat: "alder-cyber", Via: "control", Op: Act{Action: "preserve"}}},
			{"not-yours", Command{Seat: "alder-cyber", Via: "birch-cyber", How: HowSpoken, Op: Act{Action: "preserve"}}},
		} {
			c.ID, c.From, c.By = "mine", "birch-cyber", "p2"
			tb.gives(c.code, c.Command)
		}
		if seat := seats[2]; seat == "control/birch" {
			tb.gives("not-yours", Command{ID: "mine", From: seat, By: "p3", Seat: "alder-cyber", Via: seat, How: HowSpoken, Op: Act{Action: "preserve"}})
		}
		again, err := tb.x.Do(Command{ID: "mine", T: tb.x.Clock().T, From: "alder-cyber", By: "p1", Seat: "alder-cyber", Op: Act{Action: "preserve"}})
		if err != nil || !again.Repeated || again.Ref != act {
			t.Errorf("whose command it was gets %+v, %v, want %s again", again, err, act)
		}
	}
}

// A scribe records for their side from their own terminal, control at a role's
// screen from control's.
func TestWhoRecordsForAnotherDoesSoFromTheirOwnTerminal(t *testing.T) {
	const more = "[[role]]\nid = \"alder-scribe\"\nagency = \"alder-police\"\ntitle = \"Scribe\"\nscribe = true\n"
	tb := sitting(t, branches+more, "alder-scribe", "control", "alder-cyber")
	act := func(seat, via string) Command {
		return Command{Seat: seat, Via: via, How: HowSpoken, Op: Act{Action: "preserve"}}
	}
	from := func(code, seat, who string, c Command) {
		t.Helper()
		c.From, c.By = seat, who
		tb.gives(code, c)
	}
	from("", "alder-scribe", "p1", act("alder-cyber", "alder-scribe"))
	from("not-yours", "alder-scribe", "p1", act("birch-cyber", "alder-scribe"))
	from("not-your-seat", "alder-scribe", "p1", act("alder-cyber", ""))
	from("not-your-seat", "alder-cyber", "p3", act("alder-prosecutor", "alder-scribe"))
	from("", "control", "p2", act("alder-cyber", "control"))
	from("", "control", "p2", act("birch-cyber", "control"))
	from("not-your-seat", "control", "p2", act("birch-cyber", ""))

	tb = sitting(t, branches+more, "control/alder", "control", "control/birch")
	from("", "control/alder", "p1", act("alder-cyber", "control/alder"))
	from("not-yours", "control/alder", "p1", act("birch-cyber", "control/alder"))
	from("not-yours", "control", "p2", act("alder-cyber", "control"))
	from("not-your-seat", "control/alder", "p1", act("birch-cyber", "control/birch"))
	from("not-your-seat", "control/alder", "p1", act("birch-cyber", "control"))
	from("not-your-seat", "control/alder", "p1", Command{Seat: "control", Op: Pause{}})
}

// A facilitator lets people in and out of the seats that they have charge of.
func TestAFacilitatorSeatsPeople(t *testing.T) {
	join := func(seat string) Command { return Command{Seat: seat, Op: Join{Person: "p9", Name: "Guest"}} }
	tb := sitting(t, "", "control", "simulator", "evaluator")
	from := func(code, seat, who string, c Command) {
		t.Helper()
		c.From, c.By = seat, who
		tb.gives(code, c)
	}
	from("", "control", "p1", join("alder-cyber"))
	from("", "control", "p1", join("evaluator"))
	for i, seat := range []string{"simulator", "evaluator"} {
		from("not-yours", seat, person(i+1), join("alder-cyber"))
		from("not-yours", seat, person(i+1), join(seat))
	}
	tb = sitting(t, "", "control/alder", "control")
	from("", "control/alder", "p1", join("alder-cyber"))
	from("", "control/alder", "p1", join("evaluator/alder"))
	from("not-yours", "control/alder", "p1", join("birch-cyber"))
	from("not-yours", "control/alder", "p1", join("control/birch"))
	from("not-yours", "control/alder", "p1", join("control"))
	from("not-yours", "control", "p2", join("birch-cyber"))
	from("not-yours", "control", "p2", Command{Seat: "birch-cyber", Op: Leave{Person: "p9"}})
}

// personas is a stage with somebody whom nobody plays, and two calls that are
// said by hand.
const personas = `
[[persona]]
id = "editor"
name = "An editor"
[[inject]]
id = "other-call"
phase = "one"
at = "3m"
channel = "phone"
from = "editor"
to = ["alder-cyber"]
subject = "Another call"
body = "x"
[[inject]]
id = "unplanned"
phase = "one"
channel = "phone"
to = ["alder-cyber"]
subject = "Never cued"
body = "x"
`

// A simulator says what is cued and nothing else, answers as a persona, and is
// answered through control.
func TestASimulatorSaysWhatIsCued(t *testing.T) {
	tb := sitting(t, branches+personas, "simulator", "alder-cyber")
	from := func(code string, op Op) string {
		t.Helper()
		return tb.gives(code, Command{From: "simulator", By: "p1", Seat: "simulator", Op: op})
	}
	from("cued-only", Deliver{"call"}) // not yet
	tb.until("4m")
	from("", Deliver{"call"})
	from("already-delivered", Deliver{"call"})
	from("cued-only", Deliver{"news"})
	from("cued-only", Deliver{"unplanned"})
	from("cued-only", Deliver{"logs-gone"})
	from("no-such-inject", Deliver{"nothing"})
	from("not-yours", Accept{"logs-gone"})
	from("not-yours", Improvise{Channel: "email", To: []string{"alder-cyber"}, Body: "x"})
	from("not-yours", Rule{Text: "x", Reason: "y"})

	said := from("", SendMessage{To: []string{"alder-cyber"}, Persona: "editor", Text: "We print tonight."})
	m, ok := tb.sees("alder-cyber").Message(said)
	if !ok || m.As["en"] != "An editor" {
		t.Errorf("the player has %+v", m)
	}
	if _, ok := tb.sees("birch-cyber").Message(said); ok {
		t.Error("birch has a message to alder")
	}
	player := func(op Op) string {
		t.Helper()
		return tb.gives("", Command{From: "alder-cyber", By: "p2", Seat: "alder-cyber", Op: op})
	}
	reply := player(SendMessage{To: []string{"simulator"}, Text: "Please wait.", ReplyTo: said})
	ask := player(AskControl{Text: "What does the editor want?"})
	for _, seat := range []string{"control", "simulator"} {
		tb.wantMessage(seat, reply, true)
		tb.wantQueue(seat, "cued other-call, asks "+ask)
	}
	from("", Claim{Class: "message", Ref: ask})
	from("", SendMessage{To: []string{"alder-cyber"}, Persona: "editor", Text: "A word from you.", ReplyTo: ask})
	tb.wantQueue("control", "cued other-call")
}

// wantMessage says whether a seat has a message, and can see in its feed that it
// came.
func (tb *table) wantMessage(seat, id string, want bool) {
	tb.t.Helper()
	v := tb.sees(seat)
	_, has := v.Message(id)
	told := false
	for i := range v.LogLen() {
		b, ok := v.LogAt(i).Body.(*Messaged)
		told = told || ok && b.ID == id
	}
	if has != want || told != want {
		tb.t.Errorf("%s has the message %s: %v, is told of it: %v", seat, id, has, told)
	}
}

// Under "per-side" what a side's simulator says stays on the side.
func TestASidesSimulatorStaysOnTheSide(t *testing.T) {
	tb := sitting(t, branches+personas, "simulator/alder", "alder-cyber", "control/alder")
	from := func(code string, op Op) string {
		t.Helper()
		return tb.gives(code, Command{From: "simulator/alder", By: "p1", Seat: "simulator/alder", Op: op})
	}
	tb.until("4m")
	from("no-such-inject", Deliver{"call"}) // birch's
	from("", Deliver{"other-call"})
	from("crosses", SendMessage{To: []string{"birch-cyber"}, Text: "x"})
	from("crosses", SendMessage{To: []string{"everyone"}, Text: "x"})
	said := from("", SendMessage{To: []string{"alder"}, Persona: "editor", Text: "We print tonight."})
	reply := tb.gives("", Command{From: "alder-cyber", By: "p2", Seat: "alder-cyber", Op: SendMessage{To: []string{"control"}, Text: "Please wait.", ReplyTo: said}})
	ask := tb.gives("", Command{From: "alder-cyber", By: "p2", Seat: "alder-cyber", Op: AskControl{Text: "Is that true?"}})
	for _, seat := range []string{"control/alder", "simulator/alder", "evaluator/alder", "alder-cyber"} {
		tb.wantMessage(seat, said, true)
		tb.wantMessage(seat, reply, true)
	}
	tb.wantQueue("simulator/alder", "asks "+ask)
	for _, seat := range []string{"control", "simulator", "evaluator", "control/birch", "simulator/birch", "evaluator/birch", "birch-cyber"} {
		tb.wantMessage(seat, said, false)
		tb.wantMessage(seat, reply, false)
		if strings.Contains(tb.queue(seat), ask) {
			t.Errorf("what alder asks waits for %s", seat)
		}
	}
	from("", SendMessage{To: []string{"alder-cyber"}, Text: "It is.", ReplyTo: ask})
	tb.wantQueue("control/alder", "")
}

// What an evaluator notes reaches control, and no player.
func TestAnEvaluatorsNotesAreControls(t *testing.T) {
	tb := sitting(t, branches, "evaluator", "alder-cyber")
	note := tb.gives("", Command{From: "evaluator", By: "p1", Seat: "evaluator", Op: MakeNote{On: "alder-cyber", Text: "hesitates"}})
	tb.gives("not-yours", Command{From: "evaluator", By: "p1", Seat: "evaluator", Op: SendMessage{To: []string{"alder-cyber"}, Text: "x"}})
	tb.gives("not-yours", Command{From: "evaluator", By: "p1", Seat: "alder-cyber", Via: "evaluator", How: HowSpoken, Op: Act{Action: "preserve"}})
	tb.gives("not-your-seat", Command{From: "evaluator", By: "p1", Seat: "control", Op: MakeNote{Text: "x"}})
	tb.gives("not-yours", Command{From: "evaluator", By: "p1", Seat: "control", Via: "evaluator", Op: MakeNote{Text: "x"}})
	tb.seesNote(note, map[string]bool{"control": true, "evaluator": true, "simulator": true, "alder-cyber": false, "birch-cyber": false})

	tb = sitting(t, branches, "control/alder", "evaluator/alder", "evaluator")
	note = tb.gives("", Command{From: "evaluator/alder", By: "p2", Seat: "evaluator/alder", Op: MakeNote{On: "alder-cyber", Text: "hesitates"}})
	tb.seesNote(note, map[string]bool{
		"control/alder": true, "evaluator/alder": true, "control": false, "evaluator": false, "control/birch": false, "evaluator/birch": false, "alder-cyber": false,
	})
	act := tb.do("birch-cyber", Act{Action: "preserve"})
	tb.gives("no-such-item", Command{From: "evaluator/alder", By: "p2", Seat: "evaluator/alder", Op: MakeNote{On: act, Text: "x"}})
}

func (tb *table) seesNote(id string, want map[string]bool) {
	tb.t.Helper()
	for seat, sees := range want {
		v := tb.sees(seat)
		if got := slices.ContainsFunc(v.Notes(), func(n Note) bool { return n.ID == id }); got != sees {
			tb.t.Errorf("%s sees the note: %v", seat, got)
		}
		if !sees {
			for i := range v.Events() {
				if strings.Contains(v.Tell(v.EventAt(i), "en"), "hesitates") {
					tb.t.Errorf("%s is told of the note", seat)
				}
			}
		}
	}
}

// Who sits where is known by name to those whom it concerns.
func TestWhoIsHere(t *testing.T) {
	tb := sitting(t, "", "alder-cyber", "evaluator", "control", "observer/alder")
	names := func(looks, at string) string {
		var out []string
		for _, s := range tb.sees(looks).Sitting(at) {
			out = append(out, "<"+s.Person+">")
		}
		return strings.Join(out, "")
	}
	for _, c := range [][3]string{
		{"control", "alder-cyber", "<p1>"},
		{"alder-prosecutor", "alder-cyber", "<p1>"},
		{"birch-cyber", "alder-cyber", "<>"},
		{"birch-cyber", "evaluator", "<>"},
		{"control", "evaluator", "<p2>"},
		{"birch-cyber", "observer/alder", "<>"},
	} {
		if got := names(c[0], c[1]); got != c[2] {
			t.Errorf("%s sees %s in %s, want %s", c[0], got, c[1], c[2])
		}
	}
}

// Who comes again without having left, as after the host was killed, is one
// person and needs no pen.
func TestWhoComesAgainIsOnePerson(t *testing.T) {
	tb := sitting(t, "", "alder-cyber")
	tb.do("alder-cyber", Join{Person: "p1", Name: "Somebody else"})
	if s := tb.sees("control").Sitting("alder-cyber"); len(s) != 1 || s[0].Name != "Somebody else" {
		t.Errorf("there sit %v", s)
	}
	tb.do("alder-cyber", Join{Person: "p2", Name: "Another"})
	if pen := tb.sees("alder-cyber").Pen("alder-cyber"); pen != "p1" {
		t.Errorf("the pen is %s's", pen)
	}
	tb.do("alder-cyber", Leave{Person: "p1"})
	tb.gives("", Command{From: "alder-cyber", By: "p2", Seat: "alder-cyber", Op: Act{Action: "preserve"}})
}

// A role's key says how many may sit there at terminals of their own.
func TestHowManyMaySitInASeat(t *testing.T) {
	text := strings.Replace(stage, "title = \"Prosecutor\"\n", "title = \"Prosecutor\"\npeople = 3\n", 1)
	sc, problems := scenarios.Load(fstest.MapFS{"s.toml": {Data: []byte(text)}}, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	if sc.Roles[0].People != 1 || sc.Roles[1].People != 3 {
		t.Errorf("people: %d and %d", sc.Roles[0].People, sc.Roles[1].People)
	}
}
