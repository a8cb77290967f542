package engine

import (
	"slices"

	"parley/scenarios"
)

// snapshot is the state that views of one moment share. Nothing in it is ever
// changed.
type snapshot struct {
	sc    *scenarios.Scenario
	plan  *plan
	clock Clock
	seed  uint64

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
	practised    []bool // by role
	pens         map[string]string
	named        map[string]string
	lists        []idList
	sitting      map[string][]Sitting
	control      []int32
	waiting      []Waiting
	milestones   []milestoneState
	clearances   vec[Clearance]
	between
	hands    []hand
	consents []consent
	openedUp bool
	heard    []int
	reworded []int
}

// View is what one seat may know at one moment. It is immutable and safe for
// use by any goroutine; making one takes constant time. Methods that are for
// control give nothing to a player's view.
type View struct {
	s    *snapshot
	seat string
	role int // -1: control
	side int // of a side's controller too; -1: all of control, or the lead
	own  roleState
	mine sideState

	reach reach
	hand  *hand // of a seat of control that does not see everything
}

// View makes the view of a seat: a role's or one of control's. ok is false for a
// seat that does not exist; a side's controller does under control =
// "per-side" alone.
func (x *Exercise) View(seat string) (View, bool) {
	return view(x.snapshot(), x.roles, x.sides, seat)
}

// Frame is what all seats may know at one moment, for a host that lets other
// goroutines ask for views. Making one takes constant time.
type Frame struct {
	s     *snapshot
	roles vec[roleState]
	sides []sideState
}

// Frame of the present moment.
func (x *Exercise) Frame() *Frame {
	return &Frame{s: x.snapshot(), roles: x.roles, sides: slices.Clone(x.sides)}
}

// View of a seat; ok is false for a seat that does not exist.
func (f *Frame) View(seat string) (View, bool) { return view(f.s, f.roles, f.sides, seat) }

// Clock of the moment.
func (f *Frame) Clock() Clock { return f.s.clock }

func view(s *snapshot, roles vec[roleState], sides []sideState, seat string) (v View, ok bool) {
	v = View{s: s, seat: seat, role: -1, side: -1}
	if h := handOf(s.plan, s.hands, seat); h >= 0 {
		v.reach = reach{token: s.hands[h].token, all: s.openedUp}
		if v.side = h - 1; h > 0 {
			v.mine = sides[v.side]
		}
		if !s.openedUp {
			v.hand = &s.hands[h]
		}
		return v, true
	}
	if desk := deskOf(seat); desk != "" {
		v.reach.all = true
		return v, desk == SeatControl
	}
	r, known := s.plan.role[seat]
	if !known {
		return View{}, false
	}
	v.role, v.side = int(r), int(s.plan.sideOf[r])
	v.own, v.mine = *roles.at(int(r)), sides[v.side]
	v.reach.token = s.sc.Sides[v.side].ID
	return v, true
}

func (x *Exercise) snapshot() *snapshot {
	if x.snap != nil {
		return x.snap
	}
	x.snap = &snapshot{
		sc: x.sc, plan: x.plan, clock: x.clock, seed: x.seed,
		log: x.log, msel: x.msel, deliveries: x.deliveries, expectations: x.expectations, actions: x.actions,
		approvals: x.approvals, messages: x.messages, replies: x.replies, rulings: x.rulings, notes: x.notes, ratings: x.ratings,
		exhibits: x.exhibits, showings: x.showings, texts: x.texts, stated: x.stated,
		puts: x.puts, reportings: x.reportings, suggestions: x.suggestions, practised: x.practised, pens: x.pens, named: x.named,
		lists: slices.Clone(x.ids.lists), sitting: x.sitting, control: x.control, waiting: x.waiting,
		milestones: slices.Clone(x.facts.milestones), clearances: x.clearances, between: x.between,
		hands: slices.Clone(x.hands), consents: slices.Clone(x.consents), openedUp: x.openedUp,
		heard: slices.Clone(x.heard), reworded: slices.Clone(x.reworded),
	}
	x.gen++
	return x.snap
}

// Seat that the view is of.
func (v View) Seat() string { return v.seat }

// Valid reports whether it is a view at all.
func (v View) Valid() bool { return v.s != nil }

// Control reports whether it is a view of control's.
func (v View) Control() bool { return v.role < 0 }

// Clock as of the view.
func (v View) Clock() Clock { return v.s.clock }

// Seed of the exercise's draws.
func (v View) Seed() uint64 { return v.s.seed }

// Version counts the events that the seat may have. A later view of the same
// seat has a higher one, or shows the same.
func (v View) Version() int {
	if v.role >= 0 {
		return v.s.heard[v.side]
	}
	return v.s.log.len()
}

// Reworded counts the events that a role's seat may have which change how
// others read: a text was expunged or translated. Who keeps texts that were
// made of a view makes them anew when it is another number.
func (v View) Reworded() int {
	if v.role >= 0 {
		return v.s.reworded[v.side]
	}
	return v.s.log.len()
}

// Head is what everyone may know of the scenario.
type Head struct {
	ID, Style, Language, Marking string
	Title                        scenarios.Text
	Phase                        *scenarios.Phase   // present one, nil before STARTEX
	Segment                      *scenarios.Segment // present one, nil before STARTEX
}

// Head of the exercise.
func (v View) Head() Head { return headOf(v.s, v.phases()) }

func headOf(s *snapshot, phases []scenarios.Phase) Head {
	sc := s.sc
	h := Head{ID: sc.ID, Style: sc.Style, Language: sc.Language, Title: sc.Title, Marking: View{s: s}.Marking(sc.Marking)}
	if c := &s.clock; c.Phase >= 0 {
		h.Phase = &phases[c.Phase]
		h.Segment = &h.Phase.Segments[c.Segment]
	}
	return h
}

func (v View) phases() []scenarios.Phase {
	if v.Control() {
		return v.s.sc.Phases
	}
	return v.s.plan.forPlayers.phases
}

func (v View) actions() []scenarios.Action {
	if v.Control() {
		return v.s.sc.Actions
	}
	return v.s.plan.forPlayers.actions
}

// Marking is the label of a marking, "" for none.
func (v View) Marking(id string) string {
	for i := range v.s.sc.Markings {
		if v.s.sc.Markings[i].ID == id {
			return v.s.sc.Markings[i].Label
		}
	}
	return ""
}

// Sides of the exercise; they are known to everyone. What is written for a side
// is for its own players and control.
func (v View) Sides() []scenarios.Side {
	if v.Control() {
		return v.s.sc.Sides
	}
	return v.s.plan.forPlayers.sides[v.side]
}

// Agencies of all sides.
func (v View) Agencies() []scenarios.Agency { return v.s.sc.Agencies }

// Targets of actions.
func (v View) Targets() []scenarios.Target { return v.s.sc.Targets }

// Seats are the roles with their titles; briefings only of one's own, for
// control of all.
func (v View) Seats() []scenarios.Role {
	if v.Control() {
		return v.s.sc.Roles
	}
	out := slices.Clone(v.s.sc.Roles)
	for i := range out {
		if i != v.role {
			out[i].Briefing = nil
		}
	}
	return out
}

// Role is one's own role, nil for control.
func (v View) Role() *scenarios.Role {
	if v.Control() {
		return nil
	}
	return &v.s.sc.Roles[v.role]
}

// Side is one's own side, nil for control.
func (v View) Side() *scenarios.Side {
	if v.Control() {
		return nil
	}
	return &v.s.sc.Sides[v.side]
}

// SideOf is the side of a role or a target, "" if it has none.
func (v View) SideOf(id string) string {
	if i, ok := v.s.plan.role[id]; ok {
		return v.s.sc.Roles[i].Side
	}
	if i, ok := v.s.plan.target[id]; ok {
		return v.s.sc.Targets[i].Side
	}
	return ""
}

// Briefings are the texts to read before STARTEX: everyone's, the side's, the
// role's.
func (v View) Briefings() []scenarios.Text {
	out := []scenarios.Text{v.s.sc.Briefing}
	if !v.Control() {
		out = append(out, v.Side().Briefing, v.Role().Briefing)
	}
	return out
}

// Catalogue is what a side can do. A player's is their own side's, whatever
// side is asked for.
func (v View) Catalogue(side string) []*scenarios.Action {
	if !v.Control() {
		side = v.Side().ID
	}
	var out []*scenarios.Action
	all := v.actions()
	for i := range all {
		if a := &all[i]; a.Side == "" || a.Side == side {
			out = append(out, a)
		}
	}
	return out
}

// CatalogueAction finds an entry of a side's catalogue. A player's is their
// own side's, whatever side is asked for.
func (v View) CatalogueAction(side, id string) *scenarios.Action {
	if !v.Control() {
		side = v.Side().ID
	}
	for _, s := range [2]string{side, ""} {
		if i, ok := v.s.plan.action[s][id]; ok {
			return &v.actions()[i]
		}
	}
	return nil
}

// Authorities are those stated by a side. A player's are their own side's,
// whatever side is asked for.
func (v View) Authorities(side string) []*scenarios.Authority {
	if !v.Control() {
		side = v.Side().ID
	}
	var out []*scenarios.Authority
	if s, ok := v.s.plan.side[side]; ok {
		for _, i := range v.s.plan.ofSide[s] {
			out = append(out, &v.s.sc.Authorities[i])
		}
	}
	return out
}

// Stated are the further authorities stated during the exercise that the seat
// may know.
func (v View) Stated() []AuthorityStated {
	var out []AuthorityStated
	for i := range v.s.stated.len() {
		s := *v.s.stated.at(i)
		if a, ok := v.s.plan.agency[s.Agency]; v.reach.all || ok && v.Sees(v.s.sc.Agencies[a].Side) {
			out = append(out, s)
		}
	}
	return out
}

// Text resolves a typed text. A text that the seat may not have, or that was
// expunged, is not ok.
func (v View) Text(id string) (text string, ok bool) {
	i, found := place(v.s.lists, id)
	if !found || i >= v.s.texts.len() {
		return "", false
	}
	t := v.s.texts.at(i)
	if t.ID != id || t.Expunged || !v.has(t.To) {
		return "", false
	}
	return t.Text, true
}

// Expunged reports whether a text that the seat can't have was taken out of the
// record. Any other is another's: one side's copy of a record lacks it.
func (v View) Expunged(id string) bool {
	i, found := place(v.s.lists, id)
	return found && i < v.s.texts.len() && v.s.texts.at(i).ID == id && v.s.texts.at(i).Expunged
}

// has reports whether the seat may have what goes to an audience.
func (v View) has(to Audience) bool { return v.reach.has(to) }

// Piece is a part of a delivery in a language: its text, and whether that is
// out of date or gone.
func (v View) Piece(p *Piece, lang string) (text string, stale, gone bool) {
	r := v.PieceIn(p, lang)
	return r.Text, r.Stale, r.Gone
}

// LogLen is how many events the seat's log holds: for control the feed.
func (v View) LogLen() int {
	return len(v.log())
}

// LogAt is entry i of the log, from the oldest.
func (v View) LogAt(i int) *Event {
	return v.s.log.at(int(v.log()[i]))
}

func (v View) log() []int32 {
	switch {
	case v.hand != nil:
		return v.hand.log
	case v.Control():
		return v.s.control
	}
	return v.own.log
}

// LogLen is how many events a seat's log holds, without making a view.
func (x *Exercise) LogLen(seat string) int {
	if r, ok := x.plan.role[seat]; ok {
		return len(x.roles.at(int(r)).log)
	}
	if h := handOf(x.plan, x.hands, seat); h >= 0 && !x.openedUp {
		return len(x.hands[h].log)
	}
	return len(x.control)
}

// Sitting is who sits in a seat. Where it is not for one to know who, one
// learns that somebody does, and whether it is a bot.
func (v View) Sitting(seat string) []Sitting {
	who := v.s.sitting[seat]
	if v.Knows(seat) {
		return who
	}
	out := make([]Sitting, len(who))
	for i := range who {
		out[i] = Sitting{Bot: who[i].Bot, T: who[i].T}
	}
	return out
}

// Knows reports whether one learns by name who sits in a seat: a side of its
// own and of who looks on at it, control of its staff's.
func (v View) Knows(seat string) bool {
	side := v.SideOf(seat)
	if IsStaff(seat) {
		_, side = seatName(seat)
	}
	switch {
	case v.reach.all || seat == v.seat:
		return true
	case side == "":
		return v.Control()
	}
	return v.Sees(side)
}
