package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"parley/engine"
	"parley/engine/words"
	"parley/scenarios"
)

// Options say what a document needs beside the exercise.
type Options struct {
	// Lang is the language of what planners wrote and of codes; the
	// scenario's if empty. Headings are English.
	Lang string
	// Transcript names the record, and Hash is that of its last line.
	Transcript, Hash string
	// Names gives the names of those who sat in the seats. Without it the
	// report tells people from bots and nothing else.
	Names bool
	// Withheld says of one side's copy how many events of others are not in it.
	Withheld []Others
}

// Others are events that a copy has not, by whose they are: these sides', or if
// there are none control's.
type Others struct {
	Sides  []string
	Events int
}

// Markdown writes control's account of an exercise: everything that happened,
// whoever may know it.
func Markdown(w io.Writer, x *engine.Exercise, opt Options) error {
	v, ok := x.View(engine.SeatControl)
	if !ok {
		return errors.New("the exercise has no view for control")
	}
	a := newAccount(v, x, opt)
	a.banner()
	a.summary()
	for _, s := range a.sections() {
		s.write()
	}
	a.banner()
	return a.write(w)
}

// section is a part of an account. What is control's alone is in no side's.
type section struct {
	write   func()
	control bool
}

// sections of an account in order.
func (a *account) sections() []section {
	return []section{
		{a.objectives, true},
		{a.evaluation, true},
		{a.timeline, false},
		{a.actions, false},
		{a.requests, false},
		{a.deadlines, false},
		{a.calls, false},
		{a.custody, false},
		{a.commitments, true},
		{a.proposals, false},
		{a.cases, false},
		{a.approvals, false},
		{a.judgements, false},
		{a.answers, false},
		{a.messages, false},
		{a.contingencies, true},
		{a.changes, true},
		{a.acknowledgements, false},
		{a.scores, false},
		{a.remarks, true},
		{a.disclosures, false},
		{a.record, false},
	}
}

func newAccount(v engine.View, x *engine.Exercise, opt Options) *account {
	if opt.Lang == "" {
		opt.Lang = x.Scenario().Language
	}
	return &account{v: v, sc: x.Scenario(), opt: opt, tally: tallyOf(v)}
}

func (a *account) write(w io.Writer) error {
	if _, err := io.WriteString(w, strings.TrimRight(a.page.b.String(), "\n")+"\n"); err != nil {
		return fmt.Errorf("the report can't be written: %w", err)
	}
	return nil
}

// account is an account being written: control's, or one side's.
type account struct {
	whose string // the side whose account it is, "" for control's
	page  page
	v     engine.View
	sc    *scenarios.Scenario
	opt   Options
	tally *tally
}

func (a *account) in(t scenarios.Text, otherwise string) string {
	if s := t.In(a.opt.Lang); s != "" {
		return s
	}
	return otherwise
}

func (a *account) say(code string) string { return words.Say(a.opt.Lang, code, nil) }

// text is a typed text in full.
func (a *account) text(id string) string {
	if id == "" {
		return ""
	}
	if w, ok := a.v.TextIn(id, a.opt.Lang); ok && w.Original != "" {
		// What was said stands first; the time that translating took is no delay
		// of who said it.
		return fmt.Sprintf("%s [translated by %s, %s after: %s]", w.Original, w.Seat, engine.FormatT(w.Took), w.Text)
	}
	if s, ok := a.v.Text(id); ok {
		return s
	}
	if !a.v.Expunged(id) {
		return a.say("tell.withheld")
	}
	return a.say("tell.expunged")
}

// banner stands at both ends: every document says that it is of an exercise.
func (a *account) banner() {
	parts := []string{"EXERCISE"}
	if m := a.v.Head().Marking; m != "" {
		parts = append(parts, m)
	}
	if a.whose != "" {
		parts = append(parts, a.side(a.whose)+" only")
	}
	a.page.heading(1, append(parts, a.in(a.sc.Title, a.sc.ID))...)
}

func (a *account) summary() {
	a.page.heading(2, "Summary")
	t, c := a.tally, a.v.Clock()
	sides := make([]string, len(a.sc.Sides))
	for i := range a.sc.Sides {
		sides[i] = a.in(a.sc.Sides[i].Name, a.sc.Sides[i].ID)
	}
	rows := [][]string{
		{"Scenario", a.in(a.sc.Title, a.sc.ID) + " (" + a.sc.ID + ")"},
		{"Family and style", strings.Trim(a.sc.Family+", "+a.sc.Style, ", ")},
		{"Sides", strings.Join(sides, ", ")},
		{"STARTEX", t.startex()},
		{"ENDEX", t.endex(c)},
		{"Exercise time", span(c.T)},
		{"Seed", strconv.FormatUint(a.v.Seed(), 10)},
	}
	if t.rules != 0 {
		rows = append(rows, []string{"Last taken up again under rules", strconv.Itoa(t.rules)})
	}
	if a.opt.Transcript != "" {
		rows = append(rows, []string{"Transcript", a.opt.Transcript})
	}
	if a.opt.Hash != "" {
		rows = append(rows, []string{"Hash of its last line", a.opt.Hash})
	}
	a.page.table([]string{"", ""}, rows)
	plan := []string{"Injects planned and improvised", strconv.Itoa(a.v.MSELLen())}
	a.page.table([]string{"What", "How many"}, append([][]string{plan}, t.counts(a.v)...))
	a.seats()
}

func (a *account) seats() {
	a.page.heading(3, "Seats")
	var rows [][]string
	if a.whose == "" {
		rows = append(rows, []string{engine.SeatControl, "Control", "", "", a.sitters(engine.SeatControl)})
	}
	for _, s := range a.sc.Sides {
		if seat := engine.SeatControl + "/" + s.ID; a.tally.joined[seat] != nil {
			rows = append(rows, []string{seat, "Control", "", a.in(s.Name, s.ID), a.sitters(seat)})
		}
	}
	for i := range a.sc.Roles {
		r := &a.sc.Roles[i]
		if !a.ofWhose(r.ID) {
			continue
		}
		rows = append(rows, []string{r.ID, a.in(r.Title, r.ID), a.agency(r.Agency), a.side(r.Side), a.sitters(r.ID)})
	}
	a.page.table([]string{"Seat", "Title", "Agency", "Side", "Who sat there"}, rows)
}

// ofWhose reports whether a role's comings and goings are in the record.
func (a *account) ofWhose(role string) bool { return a.whose == "" || a.v.SideOf(role) == a.whose }

// aPerson stands for somebody whose name the report does not give.
const aPerson = "a person"

// sitters are those who ever sat in a seat.
func (a *account) sitters(seat string) string {
	var names []string
	people := 0
	came := map[string]bool{} // who comes back is nobody new
	for _, j := range a.tally.joined[seat] {
		if came[j.Person] {
			continue
		}
		came[j.Person] = true
		switch {
		case j.Bot:
			if !slices.Contains(names, "bot") {
				names = append(names, "bot")
			}
		case a.opt.Names && j.Name != "":
			names = append(names, j.Name)
		default:
			people++
		}
	}
	switch {
	case people == 1:
		names = append(names, aPerson)
	case people > 1:
		names = append(names, strconv.Itoa(people)+" people")
	case names == nil:
		return "nobody"
	}
	return strings.Join(names, ", ")
}

func (a *account) side(id string) string {
	for i := range a.sc.Sides {
		if a.sc.Sides[i].ID == id {
			return a.in(a.sc.Sides[i].Name, id)
		}
	}
	return id
}

func (a *account) sides(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = a.side(id)
	}
	return strings.Join(names, ", ")
}

func (a *account) agency(id string) string {
	for i := range a.sc.Agencies {
		if a.sc.Agencies[i].ID == id {
			return a.in(a.sc.Agencies[i].Name, id)
		}
	}
	return id
}

func (a *account) target(id string) string {
	for i := range a.sc.Targets {
		if a.sc.Targets[i].ID == id {
			return a.in(a.sc.Targets[i].Title, id)
		}
	}
	return id
}

func (a *account) action(side, id string) string {
	if def := a.v.CatalogueAction(side, id); def != nil {
		return a.in(def.Title, id)
	}
	return id
}

func (a *account) authority(side, id string) string {
	for _, s := range a.v.Authorities(side) {
		if s.ID == id {
			return a.in(s.Title, id)
		}
	}
	for _, s := range a.v.Stated() {
		if title := a.text(s.Title); s.ID == id && title != "" {
			return title
		}
	}
	return id
}
