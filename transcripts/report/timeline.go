package report

import (
	"strings"
	"time"

	"parley/engine"
	"parley/engine/words"
)

// zone is a time zone with the names of the sides whose it is.
type zone struct {
	loc  *time.Location
	name string
}

// zones are the sides' time zones, each once.
func (a *account) zones() []zone {
	var out []zone
	for i := range a.sc.Sides {
		s := &a.sc.Sides[i]
		name := a.in(s.Name, s.ID)
		known := false
		for k := range out {
			if id := s.Zone.String(); id != "" && out[k].loc.String() == id {
				out[k].name += ", " + name
				known = true
				break
			}
		}
		if !known {
			out = append(out, zone{s.Zone, name})
		}
	}
	return out
}

// timeline is everything that happened, in order: what was typed stands in the
// line of the act, and the engine's own bookkeeping is left out.
func (a *account) timeline() {
	a.page.heading(2, "Timeline")
	zones := a.zones()
	head := []string{"Time"}
	for _, z := range zones {
		head = append(head, "Story time, "+z.name)
	}
	head = append(head, "Who", "How", "What")
	var rows [][]string
	var last engine.Stamp
	for i := range a.v.Events() {
		e := a.v.EventAt(i)
		begins := e.Stamp != last
		if e.Body.Kind() == "typed" || e.Body.Kind() == "" {
			continue // it does not begin anything: what it belongs to follows
		}
		last = e.Stamp
		if !told(e, begins) {
			continue
		}
		row := []string{engine.FormatT(e.T)}
		for _, z := range zones {
			row = append(row, time.UnixMilli(e.Story).In(z.loc).Format("2006-01-02 15:04 -07:00"))
		}
		who := a.v.TellWho(e, a.opt.Lang)
		if who == "" && begins {
			who = e.Seat
		}
		rows = append(rows, append(row, who, a.v.TellMarks(e, a.opt.Lang), a.what(e)))
	}
	a.page.table(head, rows)
}

// what is an event in a line, without the names of people unless they were
// asked for.
func (a *account) what(e *engine.Event) string {
	if !a.opt.Names {
		switch b := e.Body.(type) {
		case *engine.Joined:
			if !b.Bot {
				return words.Say(a.opt.Lang, "event.joined", map[string]string{"person": aPerson})
			}
		case *engine.Left:
			return words.Say(a.opt.Lang, "event.left", map[string]string{"person": aPerson})
		}
	}
	return a.v.TellWhat(e, a.opt.Lang)
}

// told reports whether an event stands in the timeline. begins says that it is
// the first of its command.
func told(e *engine.Event, begins bool) bool {
	switch e.Body.(type) {
	case *engine.Marked, *engine.Expected, *engine.ChoseAlternative, *engine.OutcomeDue, *engine.CondTurned,
		*engine.Opened, *engine.Closed, *engine.EvidenceNamed:
		return false
	case *engine.DuesSet:
		return begins && e.Seat != "" // somebody gave a new time; others follow from what stands beside
	}
	return true
}

// changes are what control did to the plan, and what the plan lost by itself.
func (a *account) changes() {
	a.page.heading(2, "Changes to the plan")
	var rows [][]string
	var last engine.Stamp
	for i := range a.v.Events() {
		e := a.v.EventAt(i)
		begins := e.Stamp != last
		if e.Body.Kind() == "typed" || e.Body.Kind() == "" {
			continue
		}
		last = e.Stamp
		switch b := e.Body.(type) {
		case *engine.DuesSet:
			if !begins || e.Seat == "" {
				continue
			}
		case *engine.Held:
			rows = append(rows, []string{
				engine.FormatT(e.T), e.Seat, "held: " + strings.Join(b.Injects, ", ") + " (" + a.say("why."+b.Why) + ")",
			})
			continue
		case *engine.Released, *engine.Skipped, *engine.Recalled, *engine.Edited, *engine.Improvised, *engine.Jumped, *engine.RateSet:
		default:
			continue
		}
		rows = append(rows, []string{engine.FormatT(e.T), e.Seat, a.v.TellWhat(e, a.opt.Lang)})
	}
	a.page.table([]string{"Time", "Who", "What"}, rows)
	var left [][]string
	for i := range a.v.MSELLen() {
		m := a.v.MSELAt(i)
		if m.State == engine.InjectDelivered {
			continue
		}
		why := ""
		if m.Why != "" {
			why = a.say("why." + m.Why)
		}
		left = append(left, []string{m.ID, a.subject(&m), a.say("state." + m.State.String()), why})
	}
	a.page.heading(3, "Injects not delivered")
	a.page.table([]string{"Inject", "Subject", "State at the end", "Why"}, left)
	var waiting []string
	for _, w := range a.v.WaitingAnywhere() {
		waiting = append(waiting, engine.FormatT(w.Since)+" "+a.v.TellWaiting(w, a.opt.Lang))
	}
	if waiting != nil {
		a.page.heading(3, "Left undecided")
		a.page.list(waiting)
	}
}

// subject of an inject; of one typed in another language as it was typed.
func (a *account) subject(m *engine.MSELItem) string {
	if s := a.v.ItemText(m, "subject", a.opt.Lang); s != "" {
		return s
	}
	return a.v.ItemText(m, "subject", "")
}

func (a *account) contingencies() {
	a.page.heading(2, "Contingency injects")
	var rows [][]string
	for _, p := range a.tally.proposals {
		b, ok := p.proposed.Body.(*engine.Proposed)
		if !ok {
			continue
		}
		condition := ""
		if m, ok := a.v.Item(b.Inject); ok {
			condition = m.Def.WhenText
		}
		row := []string{b.Inject, condition, engine.FormatT(p.proposed.T), "still proposed at the end", "", "", ""}
		if e := p.settled; e != nil {
			row[4], row[5] = engine.FormatT(e.T), span(e.T-p.proposed.T)
			switch s := e.Body.(type) {
			case *engine.Delivered, *engine.Cued:
				row[3] = "accepted"
			case *engine.Dismissed:
				row[3], row[6] = "dismissed", a.text(s.Text)
			case *engine.Skipped:
				row[3], row[6] = "skipped", a.text(s.Text)
			}
		}
		rows = append(rows, row)
	}
	a.page.table([]string{"Inject", "Condition", "Proposed", "Came out", "Decided", "After", "Reason"}, rows)
}
