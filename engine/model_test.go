package engine

import (
	"fmt"
	"slices"
	"strings"
)

// model is rules 1 to 4 said again as simply as can be: no queue, no index, no
// events, just a walk over everything for each step. The property test plays
// random commands on it and on the engine, and compares.
type model struct {
	life           Life
	t              Millis
	wall           int64
	num, den       int64
	anchorT        Millis
	anchorWall     int64
	phase, segment int
	segmentStart   Millis
	story          int64 // at storyT
	storyT         Millis

	plan     []modelPhase
	injects  []modelInject
	expected []modelExpected
	effects  []modelEffect
	log      []string
}

type modelPhase struct {
	story    int64
	pace     int64
	segments []modelSegment
}

type modelSegment struct {
	length Millis
	play   bool
}

type modelInject struct {
	phase, segment int // segment -1: not by time
	at             Millis
	after          int // -1: none
	delay          Millis
	within         Millis // expected action, 0: none
	elapsed        Millis // contingency when elapsed() > this, 0: none

	state  InjectState
	due    Millis
	hasDue bool
	fired  bool
	given  []modelDelivery
}

type modelDelivery struct {
	recalled bool
}

type modelExpected struct {
	id       string
	inject   int
	opened   Millis
	deadline Millis
	status   string
}

type modelEffect struct {
	ends   int64
	lapsed bool
	act    string
}

func (m *model) note(format string, args ...any) { m.log = append(m.log, fmt.Sprintf(format, args...)) }

func (m *model) tOfWall(wall int64) Millis {
	if m.life != Running {
		return m.t
	}
	return max(m.t, m.anchorT+(wall-m.anchorWall)*m.num/m.den)
}

func (m *model) pace() int64 {
	if m.plan[m.phase].segments[m.segment].play {
		return m.plan[m.phase].pace
	}
	return 0
}

func (m *model) storyAt(t Millis) int64 {
	s := m.story + (t-m.storyT)*m.pace()
	if m.phase+1 < len(m.plan) {
		s = min(s, max(m.story, m.plan[m.phase+1].story))
	}
	return s
}

// advance steps from due instant to due instant.
func (m *model) advance(to Millis) {
	for m.life == Running {
		t, what, i := m.nextDue()
		if t > to {
			break
		}
		m.t = t
		switch what {
		case "effect":
			m.effects[i].lapsed = true
			m.note("lapsed %s@%d", m.effects[i].act, t)
		case "inject":
			m.fall(i)
		case "expected":
			m.expected[i].status = ExpectMissed
			m.note("%s missed@%d", m.expected[i].id, t)
		case "elapsed":
			m.injects[i].fired = true
			m.propose(i)
		}
	}
	m.t = max(m.t, to)
}

func (m *model) fall(i int) {
	if m.injects[i].elapsed > 0 {
		m.propose(i)
		return
	}
	m.deliver(i)
}

// nextDue looks at everything there is. At equal t: legal periods, injects,
// expected actions, conditions; each in its order.
func (m *model) nextDue() (best Millis, what string, i int) {
	best = 1 << 60
	if t, effect, k := m.nextEffect(); effect != "" {
		best, what, i = t, effect, k
	}
	for _, k := range m.mselOrder() {
		in := m.injects[k]
		if in.state == InjectPlanned && in.hasDue && max(in.due, m.t) < best {
			best, what, i = max(in.due, m.t), "inject", k
		}
	}
	for k, e := range m.expected {
		if e.status == ExpectOpen && e.deadline+1 < best {
			best, what, i = e.deadline+1, "expected", k
		}
	}
	for _, k := range m.mselOrder() {
		in := m.injects[k]
		if in.elapsed > 0 && !in.fired && in.state == InjectPlanned && !in.hasDue && max(in.elapsed+1, m.t) < best {
			best, what, i = max(in.elapsed+1, m.t), "elapsed", k
		}
	}
	return best, what, i
}

// mselOrder is by phase, what belongs to none last, then by place.
func (m *model) mselOrder() []int {
	out := make([]int, len(m.injects))
	for k := range out {
		out[k] = k
	}
	rank := func(k int) int {
		if m.injects[k].phase < 0 {
			return len(m.plan)
		}
		return m.injects[k].phase
	}
	slices.SortStableFunc(out, func(a, b int) int { return rank(a) - rank(b) })
	return out
}

func (m *model) reaches(story int64) (Millis, bool) {
	if m.story >= story {
		return m.t, true
	}
	if m.pace() == 0 {
		return 0, false
	}
	t := m.storyT + (story-m.story+m.pace()-1)/m.pace()
	return max(t, m.t), m.storyAt(t) >= story
}

func (m *model) propose(i int) {
	m.injects[i].state = InjectProposed
	m.note("proposed %d@%d", i, m.t)
}

func (m *model) deliver(i int) {
	in := &m.injects[i]
	in.state = InjectDelivered
	in.given = append(in.given, modelDelivery{})
	m.note("delivered %d#%d@%d", i, len(in.given), m.t)
	if in.within > 0 {
		m.expected = append(m.expected, modelExpected{
			id: fmt.Sprintf("i%d#%d/1", i, len(in.given)), inject: i, opened: m.t, deadline: m.t + in.within, status: ExpectOpen,
		})
	}
	for k := range m.injects {
		d := &m.injects[k]
		if d.after == i && !d.hasDue && (d.state == InjectPlanned || d.state == InjectHeld) {
			d.hasDue, d.due = true, m.t+d.delay
		}
	}
}

func (m *model) holdAfter(i int) {
	for k := range m.injects {
		if d := &m.injects[k]; d.after == i && d.state == InjectPlanned {
			d.state = InjectHeld
		}
	}
}

func (m *model) startSegment(p, s int) {
	story := m.story
	if m.life != Planned {
		story = m.storyAt(m.t)
	}
	if s == 0 {
		story = max(story, m.plan[p].story)
	}
	order := make([]int, 0, len(m.effects))
	for k := range m.effects {
		order = append(order, k)
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(max(-1, min(1, m.effects[a].ends-m.effects[b].ends))) })
	for _, k := range order {
		if e := &m.effects[k]; !e.lapsed && e.ends <= story {
			e.lapsed = true
			m.note("lapsed %s@%d", e.act, m.t)
		}
	}
	m.phase, m.segment, m.segmentStart = p, s, m.t
	m.story, m.storyT = story, m.t
	for k := range m.injects {
		in := &m.injects[k]
		if in.phase == p && in.segment == s && !in.hasDue && (in.state == InjectPlanned || in.state == InjectHeld) {
			in.hasDue, in.due = true, m.t+in.at
		}
	}
}

func (m *model) next() bool {
	if m.segment+1 < len(m.plan[m.phase].segments) {
		m.hold(func(in *modelInject) bool { return in.phase == m.phase && in.segment == m.segment })
		m.startSegment(m.phase, m.segment+1)
		return true
	}
	if m.phase+1 < len(m.plan) {
		m.hold(func(in *modelInject) bool { return in.phase == m.phase })
		m.startSegment(m.phase+1, 0)
		return true
	}
	return false
}

func (m *model) hold(which func(*modelInject) bool) {
	for k := range m.injects {
		if in := &m.injects[k]; which(in) && in.state == InjectPlanned {
			in.state = InjectHeld
		}
	}
}

// jumpList is what lies between.
func (m *model) jumpList(to Millis) []JumpChoice {
	var out []JumpChoice
	for _, k := range m.mselOrder() {
		in := m.injects[k]
		if in.state == InjectPlanned && in.hasDue && in.due <= to {
			out = append(out, JumpChoice{Kind: "inject", ID: fmt.Sprintf("i%d", k), Due: in.due})
		}
	}
	for _, e := range m.expected {
		if e.status == ExpectOpen && e.deadline+1 <= to {
			out = append(out, JumpChoice{Kind: "expectation", ID: e.id, Due: e.deadline + 1})
		}
	}
	for _, k := range m.mselOrder() {
		in := m.injects[k]
		if in.elapsed > 0 && !in.fired && in.state == InjectPlanned && in.elapsed+1 <= to && in.elapsed+1 > m.t {
			out = append(out, JumpChoice{Kind: "condition", ID: fmt.Sprintf("i%d", k), Due: in.elapsed + 1})
		}
	}
	slices.SortStableFunc(out, func(a, b JumpChoice) int { return int(max(-1, min(1, a.Due-b.Due))) })
	return out
}

// jump: what is not delivered is shifted by the length or left out; legal
// periods fire on the way; the rest happens on arrival, in order.
func (m *model) jump(to Millis, choices []JumpChoice) {
	by := to - m.t
	for _, c := range choices {
		if c.Choice == JumpDeliver {
			continue
		}
		skip := c.Choice == JumpSkip
		var k int
		if c.Kind != "expectation" {
			_, _ = fmt.Sscanf(c.ID, "i%d", &k)
			if in := &m.injects[k]; skip {
				in.state = InjectSkipped
				m.holdAfter(k)
			} else {
				in.hasDue, in.due = true, c.Due+by
			}
			continue
		}
		e := m.expectedByID(c.ID)
		if skip {
			e.status = ExpectWaived
		} else {
			e.deadline += by
		}
	}
	for {
		t, what, i := m.nextEffect()
		if what == "" || t > to {
			break
		}
		m.t = max(m.t, t)
		m.effects[i].lapsed = true
		m.note("lapsed %s@%d", m.effects[i].act, m.t)
	}
	m.t = to
	m.anchor()
	for _, c := range choices {
		if c.Choice != JumpDeliver {
			continue
		}
		if c.Kind == "expectation" {
			m.expectedByID(c.ID).status = ExpectMissed
			m.note("%s missed@%d", c.ID, m.t)
			continue
		}
		if c.Kind == "inject" {
			var k int
			_, _ = fmt.Sscanf(c.ID, "i%d", &k)
			m.fall(k)
		}
	}
	m.settleElapsed()
}

func (m *model) nextEffect() (Millis, string, int) {
	best, what, at := Millis(1<<60), "", 0
	for k, e := range m.effects {
		if e.lapsed {
			continue
		}
		if t, ok := m.reaches(e.ends); ok && (t < best || t == best && e.ends < m.effects[at].ends) {
			best, what, at = t, "effect", k
		}
	}
	return best, what, at
}

// settleElapsed fires the contingencies whose time has passed.
func (m *model) settleElapsed() {
	for _, k := range m.mselOrder() {
		in := &m.injects[k]
		if in.elapsed > 0 && m.t > in.elapsed && !in.fired && in.state == InjectPlanned && (!in.hasDue || in.due <= m.t) {
			in.fired = true
			m.propose(k)
		}
	}
}

func (m *model) expectedByID(id string) *modelExpected {
	i := slices.IndexFunc(m.expected, func(e modelExpected) bool { return e.id == id })
	return &m.expected[i]
}

// state says everything that both must agree on.
func (m *model) state() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s t=%d at=%d/%d story=%d\n", m.life, m.t, m.phase, m.segment, m.storyAt(m.t))
	for k, in := range m.injects {
		fmt.Fprintf(&b, "i%d %s due=%v,%d given=%d\n", k, in.state, in.hasDue, in.due, len(in.given))
	}
	for _, e := range m.expected {
		fmt.Fprintf(&b, "%s %s %d\n", e.id, e.status, e.deadline)
	}
	return b.String() + strings.Join(m.log, "\n")
}
