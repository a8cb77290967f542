package engine

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"parley/scenarios"
)

// duel plays the same commands on the engine and the model.
type duel struct {
	t  *rapid.T
	x  *Exercise
	m  *model
	ev []Event
	n  *int
}

// TestClockRulesAgainstTheModel holds rules 1 to 4 against the model with
// random scenarios and commands: t, states, due t, deadlines, story time, and
// the order and exact t of everything that happened.
func TestClockRulesAgainstTheModel(t *testing.T) {
	commands, runs := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		d := newDuel(rt, &commands)
		runs++
		for range rapid.IntRange(5, 60).Draw(rt, "steps") {
			d.step()
			d.compare()
		}
	})
	t.Logf("%d exercises, %d commands and advances agree with the model", runs, commands)
}

func newDuel(rt *rapid.T, n *int) *duel {
	m := &model{num: 1, den: 1, phase: 0}
	var toml strings.Builder
	toml.WriteString(stage[:strings.Index(stage, "[[phase]]")] + stage[strings.Index(stage, "[[side]]"):] + preservation)
	begin := int64(1_460_448_000_000)
	for p := range rapid.IntRange(1, 3).Draw(rt, "phases") {
		ph := modelPhase{story: begin, pace: int64(rapid.SampledFrom([]int{1, 7, 60}).Draw(rt, "pace"))}
		begin += int64(rapid.IntRange(0, 3_600_000).Draw(rt, "gap"))
		fmt.Fprintf(&toml, "[[phase]]\nid = \"p%d\"\ntitle = \"P\"\nstory = %s\npace = %d\n", p, timeOf(ph.story), ph.pace)
		for range rapid.IntRange(1, 3).Draw(rt, "segments") {
			seg := modelSegment{length: int64(rapid.IntRange(1, 600_000).Draw(rt, "length")), play: rapid.Bool().Draw(rt, "play")}
			kind := "play"
			if !seg.play {
				kind = "breakout"
			}
			ph.segments = append(ph.segments, seg)
			fmt.Fprintf(&toml, "  [[phase.segment]]\n  kind = %q\n  length = \"%dms\"\n", kind, seg.length)
		}
		m.plan = append(m.plan, ph)
	}
	m.story = m.plan[0].story
	for k := range rapid.IntRange(1, 8).Draw(rt, "injects") {
		m.injects = append(m.injects, drawInject(rt, m, k, &toml))
	}
	files := fstest.MapFS{"s.toml": {Data: []byte(toml.String())}}
	sc, problems := scenarios.Load(files, "s.toml", fstest.MapFS{})
	if err := problems.Err(); err != nil {
		rt.Fatalf("%v\n%s", problems, toml.String())
	}
	d := &duel{t: rt, x: New(sc, 1), m: m, n: n}
	d.do(Start{}, true, func() {
		m.life = Planned
		m.startSegment(0, 0)
		m.life = Running
	})
	d.compare()
	return d
}

func drawInject(rt *rapid.T, m *model, k int, toml *strings.Builder) modelInject {
	in := modelInject{after: -1, segment: -1, phase: rapid.IntRange(0, len(m.plan)-1).Draw(rt, "phase")}
	fmt.Fprintf(toml, "[[inject]]\nid = \"i%d\"\nchannel = \"email\"\nto = [\"everyone\"]\nsubject = \"S\"\nbody = \"b\"\n", k)
	switch kind := rapid.SampledFrom([]string{"at", "at", "after", "hand", "elapsed"}).Draw(rt, "trigger"); {
	case kind == "after" && k > 0:
		in.after, in.delay = rapid.IntRange(0, k-1).Draw(rt, "after"), int64(rapid.IntRange(0, 300_000).Draw(rt, "delay"))
		fmt.Fprintf(toml, "phase = \"p%d\"\nafter = \"i%d\"\ndelay = \"%dms\"\n", in.phase, in.after, in.delay)
	case kind == "elapsed":
		in.phase, in.elapsed = -1, int64(rapid.IntRange(1, 900_000).Draw(rt, "elapsed"))
		fmt.Fprintf(toml, "when = 'elapsed() > \"%dms\"'\n", in.elapsed)
	case kind == "at":
		in.segment = rapid.IntRange(0, len(m.plan[in.phase].segments)-1).Draw(rt, "segment")
		in.at = int64(rapid.IntRange(0, 600_000).Draw(rt, "at"))
		fmt.Fprintf(toml, "phase = \"p%d\"\nsegment = \"p%d-%d\"\nat = \"%dms\"\n", in.phase, in.phase, in.segment+1, in.at)
	default:
		fmt.Fprintf(toml, "phase = \"p%d\"\n", in.phase)
	}
	if rapid.Bool().Draw(rt, "expects") {
		in.within = int64(rapid.IntRange(0, 300_000).Draw(rt, "within"))
		if in.within > 0 {
			fmt.Fprintf(toml, "  [[inject.expect]]\n  action = \"search\"\n  within = \"%dms\"\n", in.within)
		}
	}
	return in
}

// do gives a command to the engine; the model says whether it is taken and
// what it does.
func (d *duel) do(op Op, want bool, then func()) {
	d.give("control", SaidNow, op, want, then)
}

func (d *duel) give(seat string, said Millis, op Op, want bool, then func()) string {
	*d.n++
	a, err := d.x.Do(Command{T: d.m.t, Wall: d.m.wall, Seat: seat, Op: op, Said: said})
	var r *Refusal
	if err != nil && !errors.As(err, &r) || (err == nil) != want {
		d.t.Fatalf("%s %+v: engine says %v, model says taken=%v", OpName(op), op, err, want)
	}
	d.ev = append(d.ev, a.Events...)
	if want {
		then()
	}
	return a.Ref
}

func (d *duel) step() {
	m := d.m
	k := rapid.IntRange(0, len(m.injects)-1).Draw(d.t, "inject")
	in := &m.injects[k]
	id := fmt.Sprintf("i%d", k)
	during := m.life == Running || m.life == PausedLife
	switch rapid.SampledFrom([]string{
		"wait", "wait", "wait", "pause", "resume", "freeze", "rate", "hold", "release", "retime", "deliver", "skip", "more", "more", "more", "more", "more", "more",
	}).Draw(d.t, "op") {
	case "wait":
		d.wait(int64(rapid.IntRange(0, 200_000).Draw(d.t, "wall")))
	case "pause":
		d.do(Pause{}, m.life == Running, func() { m.life = PausedLife; m.anchor() })
	case "resume":
		d.do(Resume{}, m.life != Running, func() { m.life = Running; m.anchor() })
	case "freeze":
		d.do(Freeze{}, during, func() { m.life = FrozenLife; m.anchor() })
	case "rate":
		num, den := int64(rapid.IntRange(1, 9).Draw(d.t, "num")), int64(rapid.IntRange(1, 9).Draw(d.t, "den"))
		d.do(SetRate{num, den}, during, func() { m.num, m.den = num, den; m.anchor() })
	case "hold":
		d.do(Hold{id}, during && in.state == InjectPlanned, func() { in.state = InjectHeld })
	case "release":
		d.do(Release{id}, during && in.state == InjectHeld, func() { d.release(k) })
	case "retime":
		due := int64(rapid.IntRange(0, 1_500_000).Draw(d.t, "due"))
		d.do(Retime{id, due}, during && (in.state == InjectPlanned || in.state == InjectHeld), func() {
			in.state, in.hasDue, in.due = InjectPlanned, true, max(due, m.t)
			if in.due == m.t {
				m.fall(k)
			}
		})
	case "deliver":
		live := 0
		for _, g := range in.given {
			if !g.recalled {
				live++
			}
		}
		d.do(Deliver{id}, during && live == 0, func() { m.deliver(k) })
	case "skip":
		can := in.state == InjectPlanned || in.state == InjectHeld || in.state == InjectProposed
		d.do(Skip{Inject: id}, during && can, func() { in.state = InjectSkipped; m.holdAfter(k) })
	default:
		d.more(k, id)
	}
}

func (d *duel) more(k int, id string) {
	m := d.m
	in := &m.injects[k]
	during := m.life == Running || m.life == PausedLife
	switch rapid.SampledFrom([]string{"recall", "next", "jump", "jump", "act", "act", "effect", "effect"}).Draw(d.t, "more") {
	case "recall":
		n := len(in.given)
		can := during && n > 0 && !in.given[max(0, n-1)].recalled
		d.do(Recall{Delivery: fmt.Sprintf("%s#%d", id, n)}, can, func() { d.recalled(k) })
	case "next":
		ph := m.plan[m.phase]
		if m.segment+1 < len(ph.segments) {
			d.do(NextSegment{}, during, func() { m.next() })
		} else {
			d.do(NextPhase{}, during && m.phase+1 < len(m.plan), func() { m.next() })
		}
	case "jump":
		d.jump()
	case "act":
		said := d.said()
		d.give("alder-cyber", said, Act{Action: "search"}, during, func() { d.acted(said) })
	case "effect":
		if !during {
			return
		}
		ref := d.give("alder-cyber", SaidNow, Act{Action: "preserve", Target: "corvane", Cites: []string{"short"}}, true, func() {})
		lasts := int64(10 * 60_000)
		d.do(DecideOutcome{Act: ref, Result: ResultWorks}, true, func() {
			m.effects = append(m.effects, modelEffect{ends: m.storyAt(m.t) + lasts, act: ref})
		})
	}
}

// said is some moment before now, by preference about a deadline.
func (d *duel) said() Millis {
	m := d.m
	if len(m.expected) > 0 && rapid.Bool().Draw(d.t, "about a deadline") {
		e := rapid.SampledFrom(m.expected).Draw(d.t, "deadline")
		return min(m.t, e.deadline+int64(rapid.IntRange(-1, 2).Draw(d.t, "off")))
	}
	return int64(rapid.IntRange(0, int(m.t)).Draw(d.t, "said"))
}

func (d *duel) release(k int) {
	in := &d.m.injects[k]
	in.state = InjectPlanned
	if in.hasDue && in.due <= d.m.t {
		d.m.fall(k)
		return
	}
	if in.elapsed > 0 && !in.hasDue && d.m.t > in.elapsed && !in.fired {
		in.fired = true
		d.m.propose(k)
	}
}

func (d *duel) recalled(k int) {
	in := &d.m.injects[k]
	in.given[len(in.given)-1].recalled = true
	for i := range d.m.expected {
		if e := &d.m.expected[i]; e.inject == k && e.status == ExpectOpen && e.id == fmt.Sprintf("i%d#%d/1", k, len(in.given)) {
			e.status = ExpectWaived
		}
	}
	d.m.holdAfter(k)
}

func (d *duel) acted(said Millis) {
	for i := range d.m.expected {
		e := &d.m.expected[i]
		if (e.status != ExpectOpen && e.status != ExpectMissed) || said < e.opened {
			continue
		}
		e.status = ExpectMet
		if said > e.deadline {
			e.status = ExpectLate
		}
	}
}

func (d *duel) jump() {
	m := d.m
	end := m.segmentStart + m.plan[m.phase].segments[m.segment].length
	to := m.t + int64(rapid.IntRange(-10, 600_000).Draw(d.t, "to"))
	during := m.life == Running || m.life == PausedLife
	can := during && to > m.t && to <= end
	list := m.jumpList(to)
	for i := range list {
		list[i].Choice = rapid.SampledFrom([]string{JumpDeliver, JumpSkip, JumpShift}).Draw(d.t, "choice")
	}
	if can && len(list) > 0 && rapid.IntRange(0, 9).Draw(d.t, "stale") == 0 {
		d.do(Jump{To: to, Choices: list[1:]}, false, nil)
		return
	}
	d.do(Jump{To: to, Choices: list}, can, func() { m.jump(to, list) })
}

func (m *model) anchor() { m.anchorT, m.anchorWall = m.t, m.wall }

// wait lets wall time go by, and everything happen that it makes due.
func (d *duel) wait(wall int64) {
	*d.n++
	d.m.wall += wall
	t := d.m.tOfWall(d.m.wall)
	if c := d.x.Clock(); c.At(d.m.wall) != t {
		d.t.Fatalf("at wall %d the clock shows %d, the model %d", d.m.wall, c.At(d.m.wall), t)
	}
	before := d.m.t
	d.m.advance(t)
	for {
		events := d.x.Advance(t, d.m.wall)
		if events == nil {
			break
		}
		d.ev = append(d.ev, events...)
	}
	if t > before {
		d.do(Mark{}, d.m.life == Running, func() {})
	}
}

// compare holds both states and both logs together.
func (d *duel) compare() {
	d.wait(0) // what the last command made due now
	var b strings.Builder
	c := d.x.Clock()
	fmt.Fprintf(&b, "%s t=%d at=%d/%d story=%d\n", c.Life, c.T, c.Phase, c.Segment, c.StoryAt(c.T))
	for k := range d.m.injects {
		i, _ := d.x.item(fmt.Sprintf("i%d", k))
		it := d.x.msel.at(i)
		fmt.Fprintf(&b, "i%d %s due=%v,%d given=%d\n", k, it.State, it.HasDue, it.Due, len(it.deliveries))
	}
	for k := range d.x.expectations.len() {
		e := d.x.expectations.at(k)
		fmt.Fprintf(&b, "%s %s %d\n", e.ID, e.Status, e.Deadline)
	}
	var log []string
	last := Event{}
	for _, e := range d.ev {
		if e.T < last.T || e.Story < last.Story {
			d.t.Fatalf("time went back: %s at %d (story %d) after %d (%d)", e.Body.Kind(), e.T, e.Story, last.T, last.Story)
		}
		last = e
		switch body := e.Body.(type) {
		case *Delivered:
			log = append(log, fmt.Sprintf("delivered %s#%d@%d", body.Inject[1:], body.Ordinal, e.T))
		case *Proposed:
			log = append(log, fmt.Sprintf("proposed %s@%d", body.Inject[1:], e.T))
		case *Lapsed:
			log = append(log, fmt.Sprintf("lapsed %s@%d", body.ID, e.T))
		case *ExpectationSet:
			if body.Status == ExpectMissed {
				log = append(log, fmt.Sprintf("%s missed@%d", body.ID, e.T))
			}
		}
	}
	got := b.String() + strings.Join(log, "\n")
	if want := d.m.state(); got != want {
		d.t.Fatalf("engine:\n%s\n\nmodel:\n%s", got, want)
	}
}

func timeOf(ms int64) string {
	return time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z")
}
