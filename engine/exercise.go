package engine

import (
	"parley/scenarios"
)

// Rules is the version of the rules that Decide follows. The record names it.
const Rules = 1

// Exercise is one run of one scenario. It is used by one goroutine; views of
// it by any.
type Exercise struct {
	sc   *scenarios.Scenario
	seed uint64
	plan *plan
	aud  audiences

	state
	clock Clock
	facts facts
	dues  dueQueue
	story storyQueue

	gen   uint64    // generation of the vectors; counted up by a snapshot
	snap  *snapshot // of the present state, nil after a change
	now   Stamp     // stamp of what is being decided
	out   []Event   // events of the decision under way
	dirty []int32   // conditions to evaluate again
	spare []int32   // room for the next round of them
}

// state is what events left, in persistent vectors.
type state struct {
	log          vec[Event]
	msel         vec[MSELItem]
	deliveries   vec[Delivery]
	expectations vec[Expectation]
	actions      vec[Action]
	approvals    vec[Approval]
	messages     vec[Message]
	replies      vec[Reply]
	rulings      vec[Ruling]
	notes        vec[Note]
	ratings      vec[Rating]
	exhibits     vec[Exhibit]
	showings     vec[Showing]
	texts        vec[WrittenText]
	stated       vec[AuthorityStated]
	puts         vec[Put]
	reportings   vec[Reporting]
	suggestions  vec[Suggestion]
	clearances   vec[Clearance]
	between

	roles      vec[roleState]
	sides      []sideState
	heard      []int   // events that each side may have, and last those that everyone may
	reworded   []int   // of those of each side, how many change how others read
	control    []int32 // ordinals (from 0) of the events of control's feed
	hands      []hand  // under control = "per-side": the lead's, then each side's controller's
	consents   []consent
	openedUp   bool
	waiting    []Waiting
	waitingGen uint64
	queued     int                  // entries there have been
	inQueue    map[queueKey]int     // order of the entries there are
	sitting    map[string][]Sitting // by seat; replaced whole by Apply
	named      map[string]string    // names of who ever sat, by seat and person; replaced whole by Apply
	pens       map[string]string    // by seat, where it was handed on; replaced whole by Apply
	practised  []bool               // by role; replaced whole by Apply

	ids  ids
	done map[string]int // command ids to the ordinal of their first event
	past map[string]string

	expecting map[expectKey][]int32 // expectations open or missed
}

// roleState is what Apply keeps for a role.
type roleState struct {
	inbox     []int32
	messages  []int32
	approvals []int32 // asked of this role
	asked     []int32 // asked by this role
	log       []int32
}

// sideState is what Apply keeps for a side.
type sideState struct {
	actions  []int32
	showings []int32 // shown to it, or by it
	rulings  []int32
	replies  []int32
}

// Plan is a scenario made ready to be run, many times if need be. It is never
// changed and may be shared.
type Plan struct {
	sc   *scenarios.Scenario
	plan *plan
}

// Prepare makes a scenario ready. It must be free of errors.
func Prepare(sc *scenarios.Scenario) *Plan { return &Plan{sc: sc, plan: newPlan(sc)} }

// New makes the exercise of a scenario before STARTEX.
func New(sc *scenarios.Scenario, seed uint64) *Exercise { return Prepare(sc).New(seed) }

// New makes an exercise before STARTEX.
func (p *Plan) New(seed uint64) *Exercise {
	sc := p.sc
	sides := make([]string, len(sc.Sides))
	for i := range sc.Sides {
		sides[i] = sc.Sides[i].ID
	}
	x := &Exercise{sc: sc, seed: seed, plan: p.plan, aud: newAudiences(sides), gen: 1}
	x.ids.at = map[string]int{}
	x.done = map[string]int{}
	x.past = map[string]string{}
	x.inQueue = map[queueKey]int{}
	x.expecting = map[expectKey][]int32{}
	x.sitting = map[string][]Sitting{}
	x.named = map[string]string{}
	x.practised = make([]bool, len(sc.Roles))
	for range sc.Roles {
		x.roles.add(roleState{}, x.gen)
	}
	x.sides = make([]sideState, len(sc.Sides))
	x.heard, x.reworded = make([]int, len(sc.Sides)+1), make([]int, len(sc.Sides))
	x.clock = newClock(sc)
	x.facts = newFacts(x)
	for i := range sc.Injects {
		d := &sc.Injects[i]
		x.msel.add(MSELItem{ID: d.ID, Number: d.Number, Def: d, Roles: d.Roles, To: d.To}, x.gen)
	}
	x.hands, x.consents = newHands(x), make([]consent, len(sc.Sides))
	return x
}

// Scenario is what is being run.
func (x *Exercise) Scenario() *scenarios.Scenario { return x.sc }

// Seed of the exercise's draws.
func (x *Exercise) Seed() uint64 { return x.seed }

// Clock as it stands after the last event.
func (x *Exercise) Clock() Clock { return x.clock }

// Events is how many events there have been.
func (x *Exercise) Events() int { return x.log.len() }

// plan is the scenario by id, and what follows from it alone.
type plan struct {
	role      map[string]int32
	side      map[string]int32
	agency    map[string]int32
	inject    map[string]int32
	target    map[string]int32
	milestone map[string]int32
	evidence  map[string]int32
	objective map[string]bool
	authority map[string]int32
	persona   map[string]int32
	request   map[string]int32
	hotline   map[string]int32
	question  map[string]*scenarios.Question
	discuss   map[string]*scenarios.Discussion
	action    map[string]map[string]int32 // side ("" for all) -> id -> place

	sideOf     []int32   // role -> side
	rolesOf    [][]int32 // side -> roles
	legal      [][]int32 // side -> its legal advisers
	dependants [][]int32 // inject -> injects that come after it
	questions  [][]Asked // inject -> as delivered
	watchers   map[factKey][]int32
	timed      map[factKey][]timedTerm
	filtered   bool            // some condition asks for an action with several filters
	asked      map[actKey]bool // actions that some condition asks for
	ofSide     [][]int32       // side -> authorities
	forPlayers forPlayers
}

func newPlan(sc *scenarios.Scenario) *plan {
	p := &plan{
		role: map[string]int32{}, side: map[string]int32{}, agency: map[string]int32{}, inject: map[string]int32{},
		target: map[string]int32{}, milestone: map[string]int32{}, evidence: map[string]int32{}, objective: map[string]bool{},
		authority: map[string]int32{}, persona: map[string]int32{}, request: map[string]int32{}, hotline: map[string]int32{}, question: map[string]*scenarios.Question{}, discuss: map[string]*scenarios.Discussion{},
		action: map[string]map[string]int32{}, watchers: map[factKey][]int32{}, timed: map[factKey][]timedTerm{}, asked: map[actKey]bool{},
	}
	for i := range sc.Sides {
		p.side[sc.Sides[i].ID] = int32(i)
	}
	p.rolesOf = make([][]int32, len(sc.Sides))
	p.legal = make([][]int32, len(sc.Sides))
	p.ofSide = make([][]int32, len(sc.Sides))
	for i := range sc.Agencies {
		p.agency[sc.Agencies[i].ID] = int32(i)
	}
	for i := range sc.Roles {
		r := &sc.Roles[i]
		s := p.side[r.Side]
		p.role[r.ID] = int32(i)
		p.sideOf = append(p.sideOf, s)
		p.rolesOf[s] = append(p.rolesOf[s], int32(i))
		if r.Legal {
			p.legal[s] = append(p.legal[s], int32(i))
		}
	}
	for i := range sc.Targets {
		p.target[sc.Targets[i].ID] = int32(i)
	}
	for i := range sc.Milestones {
		p.milestone[sc.Milestones[i].ID] = int32(i)
	}
	for i := range sc.Evidence {
		p.evidence[sc.Evidence[i].ID] = int32(i)
	}
	for i := range sc.Personas {
		p.persona[sc.Personas[i].ID] = int32(i)
	}
	for i := range sc.Objectives {
		p.objective[sc.Objectives[i].ID] = true
		for _, t := range sc.Objectives[i].Tasks {
			p.objective[t.ID] = true
		}
	}
	for i := range sc.Authorities {
		a := &sc.Authorities[i]
		p.authority[a.ID] = int32(i)
		p.asks(a.Condition)
		if s, ok := p.side[a.Side]; ok {
			p.ofSide[s] = append(p.ofSide[s], int32(i))
		}
	}
	for i := range sc.Actions {
		a := &sc.Actions[i]
		if p.action[a.Side] == nil {
			p.action[a.Side] = map[string]int32{}
		}
		p.action[a.Side][a.ID] = int32(i)
	}
	p.planInjects(sc)
	p.planBetween(sc)
	p.forPlayers = newForPlayers(sc)
	p.planSegments(sc)
	return p
}

func (p *plan) planSegments(sc *scenarios.Scenario) {
	for i := range sc.Phases {
		for j := range sc.Phases[i].Segments {
			questions := sc.Phases[i].Segments[j].Questions
			for k := range questions {
				p.question[questions[k].ID] = &questions[k].Question
				p.discuss[questions[k].ID] = &questions[k]
			}
		}
	}
}

func (p *plan) planInjects(sc *scenarios.Scenario) {
	p.dependants = make([][]int32, len(sc.Injects))
	p.questions = make([][]Asked, len(sc.Injects))
	for i := range sc.Injects {
		p.inject[sc.Injects[i].ID] = int32(i)
	}
	for i := range sc.Injects {
		d := &sc.Injects[i]
		if d.After != "" {
			j := p.inject[d.After]
			p.dependants[j] = append(p.dependants[j], int32(i))
		}
		for q := range d.Questions {
			p.question[d.Questions[q].ID] = &d.Questions[q]
			p.questions[i] = append(p.questions[i], asked(&d.Questions[q]))
		}
		p.asks(d.When)
		for k := range d.Alternatives {
			p.asks(d.Alternatives[k].When)
		}
		if d.When != nil {
			p.watch(int32(i), d.When)
		}
	}
}

func asked(q *scenarios.Question) Asked {
	a := Asked{ID: q.ID, Kind: q.Kind, Per: q.Per, Prompt: q.Prompt, Min: q.Min, Max: q.Max}
	for _, o := range q.Options {
		a.Options = append(a.Options, AskedOption{ID: o.ID, Text: o.Text})
	}
	return a
}

// catalogued finds an action for a side: the side's own before everyone's.
func (x *Exercise) catalogued(side, id string) *scenarios.Action {
	for _, s := range [2]string{side, ""} {
		if i, ok := x.plan.action[s][id]; ok {
			return &x.sc.Actions[i]
		}
	}
	return nil
}
