package report

import (
	"slices"
	"strconv"
	"strings"

	"parley/engine"
	"parley/scenarios"
)

// answers are all questions with what was answered: those put up for
// discussion in the order of the agenda, then those of injects in MSEL order.
func (a *account) answers() {
	a.page.heading(2, "Questions and answers")
	asked := false
	one := func(q *scenarios.Question, heading string) {
		if replies := a.v.Replies(q.ID); len(replies) > 0 {
			asked = true
			a.page.heading(3, heading, a.in(q.Prompt, ""))
			a.page.table([]string{"At", "By", "Side", "Answer", "In words", ""}, a.replyRows(q, replies))
		}
	}
	for _, p := range a.sc.Phases {
		for _, s := range p.Segments {
			for k := range s.Questions {
				q := &s.Questions[k].Question
				one(q, "Question "+strconv.Itoa(a.v.QuestionNumber(q.ID)))
			}
		}
	}
	for i := range a.sc.Injects {
		for k := range a.sc.Injects[i].Questions {
			q := &a.sc.Injects[i].Questions[k]
			one(q, q.ID)
		}
	}
	if !asked {
		a.page.paragraph("None.")
	}
}

func (a *account) replyRows(q *scenarios.Question, replies []engine.Reply) [][]string {
	var rows [][]string
	for i, r := range replies {
		replaced := ""
		if slices.ContainsFunc(replies[i+1:], func(later engine.Reply) bool {
			return later.Role == r.Role || q.Per == "side" && later.Side == r.Side
		}) {
			replaced = "replaced later"
		}
		for _, told := range a.v.Reportings() {
			if told.Answer == r.ID {
				replaced = strings.TrimPrefix(replaced+", ", ", ") + "reported in plenary " + engine.FormatT(told.T)
			}
		}
		var chosen []string
		for k := range q.Options {
			if slices.Contains(r.Options, q.Options[k].ID) {
				chosen = append(chosen, a.in(q.Options[k].Text, q.Options[k].ID))
			}
		}
		if q.Kind == "scale" {
			chosen = append(chosen, strconv.FormatInt(r.Scale, 10)+" ("+strconv.FormatInt(q.Min, 10)+" to "+strconv.FormatInt(q.Max, 10)+")")
		}
		rows = append(rows, []string{
			engine.FormatT(r.T), r.Role, a.side(r.Side), strings.Join(chosen, ", "), a.text(r.Text), replaced,
		})
	}
	return rows
}

// messages are what was written, in full.
func (a *account) messages() {
	a.page.heading(2, "Messages")
	var rows [][]string
	for i := range a.v.MessagesLen() {
		m := a.v.MessageAt(i)
		from := m.From
		for _, p := range a.sc.Personas {
			if m.Persona == p.ID && m.Persona != "" {
				from += " as " + a.in(p.Name, p.ID)
			}
		}
		kind := ""
		switch {
		case m.Asks && m.Answered:
			kind = "question to control, answered"
		case m.Asks:
			kind = "question to control, not answered"
		case m.ReplyTo != "":
			kind = "reply to " + m.ReplyTo
		}
		rows = append(rows, []string{engine.FormatT(m.T), m.ID, from, strings.Join(m.To, ", "), a.text(m.Text), kind})
	}
	a.page.table([]string{"At", "Message", "From", "To", "Text", ""}, rows)
}

// remarks are notes and milestones.
func (a *account) remarks() {
	a.page.heading(2, "Notes")
	var rows [][]string
	for _, n := range a.v.Notes() {
		rows = append(rows, []string{engine.FormatT(n.T), n.Seat, n.On, a.text(n.Text)})
	}
	a.page.table([]string{"At", "By", "On", "Note"}, rows)

	a.page.heading(2, "Milestones")
	rows = nil
	for _, m := range a.v.Milestones() {
		state := "not reached"
		if m.Reached {
			state = "reached"
		}
		var changes []string
		for _, e := range a.tally.milestones[m.ID] {
			if b, ok := e.Body.(*engine.MilestoneSet); ok {
				changes = append(changes, change(b))
			}
		}
		rows = append(rows, []string{a.in(m.Title, m.ID), state, strings.Join(changes, "; ")})
	}
	a.page.table([]string{"Milestone", "At the end", "Changes"}, rows)
}

func (a *account) disclosures() {
	a.page.heading(2, "Disclosures")
	var rows [][]string
	for _, s := range a.v.Showings() {
		obtained := ""
		if s.How != "" {
			obtained = a.say("obtained." + s.How)
		}
		rows = append(rows, []string{
			engine.FormatT(s.T), a.side(s.Side), a.sides(s.To), a.say("item." + s.What), s.Item, a.shown(s.Disclosed), a.text(s.Text), obtained,
		})
	}
	a.page.table([]string{"At", "From", "To", "What", "Item", "Title", "Text", "Obtained"}, rows)
}

// shown is the title of what was disclosed.
func (a *account) shown(b *engine.Disclosed) string {
	if b.What == "delivery" {
		subject, _, _ := a.v.Piece(&b.Subject, a.opt.Lang)
		return subject
	}
	return a.in(b.Name, b.Title)
}

func change(b *engine.MilestoneSet) string {
	s := "cleared"
	if b.Set {
		s = "reached"
	}
	s += " " + engine.FormatT(b.Since)
	switch b.Source {
	case "":
		return s
	case "hand":
		return s + " by hand"
	}
	return s + " by " + b.Source
}

// record is what was taken out of the record.
func (a *account) record() {
	a.page.heading(2, "Expunged texts")
	var rows [][]string
	for _, e := range a.tally.expunged {
		if b, ok := e.Body.(*engine.Expunged); ok {
			leaves := make([]string, len(b.Leaves))
			for i, n := range b.Leaves {
				leaves[i] = strconv.Itoa(n)
			}
			rows = append(rows, []string{engine.FormatT(e.T), e.Seat, b.Text, strings.Join(leaves, ", "), a.text(b.Reason)})
		}
	}
	a.page.table([]string{"At", "By", "Text", "Leaf", "Reason"}, rows)
}
