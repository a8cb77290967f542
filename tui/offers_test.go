package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parley/engine"
	"parley/engine/bots"
	"parley/scenarios"
)

// notTheirs are refusals that say that somebody gave what is not for them to
// give. What a screen offers is never refused so: nobody has to try to learn
// what is theirs.
func notTheirs() []string {
	return []string{"not-yours", "not-your-seat", "players-only", "looks-on", "no-such-seat", "not-seated", "no-pen", "wrong-moment"}
}

// played is an exercise that bots play, at which people sit at terminals of
// their own.
type played struct {
	*fakeHost
	driver *bots.Driver
	base   int64 // wall time of STARTEX
}

func newPlayed(t *testing.T, id string) *played {
	t.Helper()
	sc, problems := scenarios.Open(id)
	if err := problems.Err(); err != nil {
		t.Fatal(problems)
	}
	x := engine.New(sc, 7)
	seats := []string{engine.SeatControl}
	for i := range sc.Roles {
		seats = append(seats, sc.Roles[i].ID)
	}
	h := &fakeHost{x: x, wall: 1_000_000, chans: map[string]chan struct{}{}, desk: &fakeDesk{}}
	return &played{h, bots.NewDriver(x, seats, nil), 1_000_000}
}

// until lets the bots play until an exercise time.
func (p *played) until(t engine.Millis) {
	for {
		if _, ok := p.driver.Step(t, func(at engine.Millis) int64 { return p.base + at }); !ok {
			break
		}
	}
	p.wall = p.base + t
}

// kinds of seats of a scenario: of each side a role, its legal adviser, its
// scribe, and those of the staff that are no facilitator's.
func kinds(sc *scenarios.Scenario) []string {
	var out []string
	have := map[string]bool{}
	for i := range sc.Roles {
		r := &sc.Roles[i]
		kind := fmt.Sprint(r.Side, r.Legal, r.Scribe)
		if !have[kind] {
			have[kind] = true
			out = append(out, r.ID)
		}
	}
	for _, seat := range engine.StaffSeats(sc) {
		if !engine.Leads(seat) && seat != engine.SeatProjector {
			out = append(out, seat)
		}
	}
	return out
}

// presser presses everything that a screen offers.
type presser struct {
	t     *testing.T
	r     *rand.Rand
	given map[string]int // commands that left the screen, by seat and name
	open  int            // forms that were filled
	// refused for other reasons, such as what the form said: by code.
	refused map[string]int
}

// TestNothingOfferedThatIsNotTheirs presses, at each kind of seat and in many
// states of two exercises that bots play, every key that is bound, on every
// list, and fills and sends the forms that open.
func TestNothingOfferedThatIsNotTheirs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id      string
		moments []engine.Millis // minutes
	}{{"open-hours", []engine.Millis{4, 11, 19, 33}}, {"quiet-lathe", []engine.Millis{31}}} {
		t.Run(c.id, func(t *testing.T) {
			t.Parallel()
			p := newPlayed(t, c.id)
			pr := &presser{t: t, r: rand.New(rand.NewPCG(1, 2)), given: map[string]int{}, refused: map[string]int{}}
			pr.everySeat(p, "before")
			mustDo(t, p.fakeHost, engine.Command{Seat: engine.SeatControl, By: "host", Op: engine.Start{}, Said: engine.SaidNow})
			for i, m := range c.moments {
				p.until(m * 60_000)
				pr.everySeat(p, fmt.Sprintf("at %d minutes", m))
				op := engine.Op(engine.Pause{})
				if i%2 == 0 {
					op = engine.Freeze{}
				}
				mustDo(t, p.fakeHost, engine.Command{Seat: engine.SeatControl, By: "host", Op: op, Said: engine.SaidNow})
				pr.everySeat(p, "stopped")
				mustDo(t, p.fakeHost, engine.Command{Seat: engine.SeatControl, By: "host", Op: engine.Resume{}, Said: engine.SaidNow})
			}
			mustDo(t, p.fakeHost, engine.Command{Seat: engine.SeatControl, By: "host", Op: engine.End{}, Said: engine.SaidNow})
			pr.everySeat(p, "after")
			pr.didEnough()
		})
	}
}

// everySeat has somebody sit down at each kind of seat and press everything;
// at one of them two, of whom one has the pen.
func (pr *presser) everySeat(p *played, when string) {
	sc := p.x.Scenario()
	for i, seat := range kinds(sc) {
		people := []string{"Ana"}
		if i == 0 {
			people = append(people, "Bo")
		}
		for _, name := range people {
			p.desk = &fakeDesk{} // drafts of others are theirs
			u, place := sitsDown(pr.t, p.fakeHost, seat, name, 120, 40)
			u.m.opts.NewID = func() string { p.ids++; return fmt.Sprintf("id-%d", p.ids) }
			pr.everyKey(u, place, when)
		}
		for _, name := range people {
			mustDo(pr.t, p.fakeHost, engine.Command{Seat: seat, By: "p-" + name, Op: engine.Leave{Person: "p-" + name}, Said: engine.SaidNow})
		}
	}
}

// everyKey presses every key of the screen on every list, and looks at help.
func (pr *presser) everyKey(u *user, place *placeHost, when string) {
	pr.t.Helper()
	tabs := []string{"1", "2", "3", "4", "5"}
	if u.m.seat != nil {
		tabs = nil
		for t := range tabCount {
			if u.m.seat.has(t) {
				tabs = append(tabs, t.key())
			}
		}
	}
	for _, tab := range tabs {
		for i := range u.m.binds {
			b := u.m.binds[i]
			if b.scope != u.m.screenScope() || b.group == groupLooking && (tab != tabs[0] || b.keys[0] == "v") {
				continue
			}
			u.m.over, u.m.note = nil, ""
			pr.press(u, tab)
			for range pr.r.IntN(3) {
				pr.press(u, "down")
			}
			before := len(place.asked)
			pr.press(u, b.keys[0])
			pr.through(u, 6)
			pr.judge(place, before, fmt.Sprintf("%s %s on %s, list %s", place.seat, when, b.keys[0], tab))
		}
	}
	u.m.over = nil
	pr.press(u, "?")
	if observes(place.seat) {
		for _, word := range []string{"approve", "we do", "practice", "withdraw", "drafts", "suggest"} {
			if help := strings.Join((&helpPane{first: scopeSeat}).lines(u.m, 120), "\n"); strings.Contains(help, word) {
				pr.t.Errorf("help of %s speaks of %q", place.seat, word)
			}
		}
	}
	u.m.over = nil
	u.screen()
}

func observes(seat string) bool {
	return strings.HasPrefix(seat, engine.SeatObserver)
}

func (pr *presser) press(u *user, key string) {
	before := u.m.sending
	_, cmd := u.m.Update(keyPress(key))
	if u.m.sending > before && cmd != nil {
		u.m.Update(cmd())
	}
}

// through fills what opened, sends it, says yes to what is asked, and goes
// through menus, some steps deep.
func (pr *presser) through(u *user, depth int) {
	for range depth {
		switch o := u.m.top().(type) {
		case nil:
			return
		case *form:
			pr.open++
			for _, f := range o.fields {
				pr.fill(f)
			}
			pr.press(u, "ctrl+s")
			if u.m.top() == overlay(o) && o.over {
				pr.press(u, "ctrl+s")
			}
		case *confirm:
			if strings.HasPrefix(o.title, u.m.t("Leave?")) {
				return
			}
			pr.press(u, "enter")
		default:
			var keys []string
			for i := range u.m.binds {
				if b := &u.m.binds[i]; b.scope == o.scope() && b.run != nil && b.keys[0] != "esc" && b.keys[0] != "?" {
					keys = append(keys, b.keys[0])
				}
			}
			if len(keys) == 0 {
				return
			}
			pr.press(u, keys[pr.r.IntN(len(keys))])
		}
	}
}

// fill answers a field with something that can be meant.
func (pr *presser) fill(f field) {
	words := []string{"", "something in words", "2"}[pr.r.IntN(3)]
	switch f := f.(type) {
	case *pickField:
		if all := f.options(); len(all) > 0 && pr.r.IntN(3) > 0 {
			f.load(all[pr.r.IntN(len(all))].id)
		}
	case *actField:
		if all := f.catalogue(); len(all) > 0 && pr.r.IntN(2) > 0 {
			f.load(all[pr.r.IntN(len(all))].id + "\n")
			return
		}
		f.load("\nsomething in words")
	case *areaField:
		f.load("something in words")
	case *textField:
		f.load(words)
	case *requestField:
		f.load("something in words")
	}
}

// judge looks at what the exercise said to what was given since.
func (pr *presser) judge(place *placeHost, before int, what string) {
	for _, c := range place.asked[before:] {
		pr.given[place.seat+" "+engine.OpName(c.Op)]++
		if observes(place.seat) {
			pr.t.Errorf("%s: an observer gives %s", what, engine.OpName(c.Op))
		}
	}
	for _, r := range place.refused {
		pr.refused[r.Code]++
		if slices.Contains(notTheirs(), r.Code) {
			pr.t.Errorf("%s: refused as %s, %v", what, r.Code, r.Args)
		}
	}
	place.refused = nil
}

// didEnough holds that commands of many kinds were given: a test that presses
// nothing finds nothing.
func (pr *presser) didEnough() {
	ops := map[string]bool{}
	for k := range pr.given {
		_, op, _ := strings.Cut(k, " ")
		ops[op] = true
	}
	pr.t.Logf("%d forms, %d kinds of commands: %v; refused for other reasons: %v", pr.open, len(ops), pr.given, pr.refused)
	for _, op := range []string{"act", "message", "ask-control", "withdraw", "note"} {
		if !ops[op] {
			pr.t.Errorf("nobody gave %s", op)
		}
	}
}
