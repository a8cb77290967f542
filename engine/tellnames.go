package engine

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"parley/engine/words"
	"parley/scenarios"
)

// teller looks up what things are called, by exported methods of the view
// alone: what a seat may not know it can't say.
type teller struct {
	v    View
	lang string
}

func (t teller) say(code string, args map[string]string) string {
	return words.Say(t.lang, code, args)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// in is a planner's text in the reader's language.
func (t teller) in(text scenarios.Text) string { return text.In(t.lang) }

func (t teller) quote(s string) string {
	if s == "" {
		return ""
	}
	return t.say("tell.quoted", map[string]string{"text": s})
}

// typed is the first line of a typed text, in quotes; "" for none.
func (t teller) typed(id string) string {
	if id == "" {
		return ""
	}
	w, ok := t.v.TextIn(id, t.lang)
	switch {
	case !ok && !t.v.Expunged(id):
		return t.say("tell.withheld", nil)
	case !ok:
		return t.say("tell.expunged", nil)
	case w.Original != "":
		return w.Mark(t.lang) + " " + t.quote(firstLine(w.Text))
	}
	return t.quote(firstLine(w.Text))
}

// firstLine is the first line of a text that says something, marked if more
// follows.
func firstLine(text string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.TrimSpace(line)
	if strings.TrimSpace(rest) != "" {
		line += " …"
	}
	return line
}

// maxListed is how many names a line lists.
const maxListed = 4

func (t teller) list(names []string) string {
	if len(names) <= maxListed+1 {
		return t.join("tell.listed", names)
	}
	return t.say("tell.more", map[string]string{
		"list": t.join("tell.listed", names[:maxListed]), "n": strconv.Itoa(len(names) - maxListed),
	})
}

// join puts parts into one with the separator of the reader's language, which
// the code says.
func (t teller) join(code string, parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	list := parts[0]
	for _, next := range parts[1:] {
		list = t.say(code, map[string]string{"list": list, "next": next})
	}
	return list
}

// roles names roles: everyone, whole sides by name, single ones by id.
func (t teller) roles(ids []string) string {
	all := t.v.Seats()
	if len(ids) == len(all) && len(all) > 1 {
		return t.say("tell.everyone", nil)
	}
	var names []string
	whole := map[string]bool{}
	for _, s := range t.v.Sides() {
		in, has := 0, 0
		for i := range all {
			if all[i].Side == s.ID {
				in++
				if slices.Contains(ids, all[i].ID) {
					has++
				}
			}
		}
		if in > 1 && has == in {
			whole[s.ID] = true
			names = append(names, t.side(s.ID))
		}
	}
	for _, id := range ids {
		if !whole[t.v.SideOf(id)] {
			names = append(names, id)
		}
	}
	return t.list(names)
}

func (t teller) side(id string) string {
	for _, s := range t.v.Sides() {
		if s.ID == id {
			return or(t.in(s.Name), id)
		}
	}
	return id
}

func (t teller) sides(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.side(id)
	}
	return t.list(names)
}

// zone is where a reader's story time is told: a player's own side's, else the
// given side's, else UTC.
func (t teller) zone(side string) *time.Location {
	if s := t.v.Side(); s != nil {
		return s.Zone
	}
	for _, s := range t.v.Sides() {
		if s.ID == side {
			return s.Zone
		}
	}
	return time.UTC
}

// story writes a story time, "" for none.
func (t teller) story(at int64, side string) string {
	if at == 0 {
		return ""
	}
	return FormatStory(at, t.zone(side))
}

func (t teller) agency(id string) string {
	for _, a := range t.v.Agencies() {
		if a.ID == id {
			return or(t.in(a.Name), id)
		}
	}
	return id
}

func (t teller) target(id string) string {
	for _, x := range t.v.Targets() {
		if x.ID == id {
			return or(t.in(x.Title), id)
		}
	}
	return id
}

func (t teller) action(side, id string) string {
	if def := t.v.CatalogueAction(side, id); def != nil {
		return or(t.in(def.Title), id)
	}
	return id
}

// stated names an authority and gives its basis. One stated during the
// exercise bears what was typed.
func (t teller) stated(side, id string) (title, basis string) {
	for _, a := range t.v.Authorities(side) {
		if a.ID == id {
			return or(t.in(a.Title), id), a.Basis
		}
	}
	for _, s := range t.v.Stated() {
		if s.ID == id {
			return or(t.typed(s.Title), id), t.typed(s.Basis)
		}
	}
	return id, ""
}

func (t teller) authority(side, id string) string {
	title, _ := t.stated(side, id)
	return title
}

func (t teller) authorities(side string, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.authority(side, id)
	}
	return t.list(names)
}

// actName is what an action was: its title, or its own words.
func (t teller) actName(a *Action) string {
	if name := a.Name(); name != "" {
		return t.action(a.Side, name)
	}
	return t.typed(a.Text)
}

// act names an action done by its id and title.
func (t teller) act(id string) string {
	a, ok := t.v.Action(id)
	if !ok {
		return id
	}
	return t.say("tell.act", map[string]string{"id": id, "action": t.actName(&a)})
}

func (t teller) approval(id string) string {
	p, ok := t.v.Approval(id)
	if !ok {
		return id
	}
	return t.say("tell.act", map[string]string{"id": id, "action": t.action(p.Side, p.Action)})
}

func (t teller) approvalSide(id string) string {
	p, _ := t.v.Approval(id)
	return p.Side
}

// inject names an inject by its id and subject; players know it by neither.
func (t teller) inject(id string) string {
	m, ok := t.v.Item(id)
	if !ok {
		return id
	}
	subject := or(t.v.ItemText(&m, "subject", t.lang), t.v.ItemText(&m, "subject", "")) // typed in another language
	return t.say("tell.inject", map[string]string{"id": id, "title": t.quote(firstLine(subject))})
}

// delivery names a delivery: for control by inject and subject, for a player by
// sender and subject.
func (t teller) delivery(id string) string {
	d, ok := t.v.Delivery(id)
	if !ok {
		return id
	}
	subject := t.piece(&d.Subject)
	if t.v.Control() {
		return t.say("tell.inject", map[string]string{"id": d.Inject, "title": t.quote(subject)})
	}
	subject = or(subject, t.say("tell.untitled", nil))
	return t.say("tell.from", map[string]string{"from": t.piece(&d.From), "title": subject})
}

func (t teller) piece(p *Piece) string {
	text, _, gone := t.v.Piece(p, t.lang)
	if gone {
		return t.say("tell.expunged", nil)
	}
	return firstLine(text)
}

// expectation is an expected action in words: action, target, by.
func (t teller) expectation(id string) map[string]string {
	args := map[string]string{"action": id, "target": "", "by": ""}
	inject, _, _ := strings.Cut(id, "#")
	m, ok := t.v.Item(inject)
	_, tail, _ := strings.Cut(id, "/")
	n, err := strconv.Atoi(tail)
	if !ok || err != nil || n < 1 || n > len(m.Def.Expects) {
		return args
	}
	def := &m.Def.Expects[n-1]
	side := ""
	if len(m.Roles) > 0 {
		side = t.v.SideOf(m.Roles[0])
	}
	if len(def.By) > 0 {
		side = t.v.SideOf(def.By[0])
	}
	args["action"], args["target"], args["by"] = t.action(side, def.Action), t.target(def.Target), t.list(def.By)
	return args
}
