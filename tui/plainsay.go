package tui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/engine"
	"parley/engine/words"
)

// line takes in what was typed.
func (p *plain) line(s string) {
	if p.echo {
		seen := words.HarmlessLine(s)
		if f := p.m.topForm(); f != nil {
			if _, ok := f.focused().(secretField); ok {
				seen = ""
			}
		}
		p.write(seen + "\n")
	}
	p.open, p.count, p.busy, p.due = false, 0, false, true
	p.m.pull()
	defer p.m.keepForms()
	defer p.hereIfMoved(p.m.top(), p.place())
	switch o := p.m.top().(type) {
	case *form:
		p.answer(o, s)
	case *confirm:
		p.decide(o, strings.TrimSpace(s))
	default:
		p.command(strings.Fields(s))
	}
}

// place is where the cursor of the screen in sight is.
type place struct {
	actor  string
	tab    tab
	pane   pane
	cursor int
}

func (p *plain) place() place {
	at := place{actor: p.m.actor(), pane: p.m.console.focus, cursor: p.rows().cursor}
	if p.m.seat != nil {
		at.tab = p.m.seat.tab
	}
	return at
}

// hereIfMoved says where the cursor is if a typed line did nothing but move it.
func (p *plain) hereIfMoved(top overlay, was place) {
	m := p.m
	if p.count > 0 || p.busy || m.note != "" || m.top() != nil || m.actor() != was.actor {
		return
	}
	if top == nil || p.place() != was {
		p.here()
	}
}

// promptText says whose line it is, when, and whether the clock runs; in a
// form, what is asked.
func (p *plain) promptText() string {
	m := p.m
	switch o := m.top().(type) {
	case *confirm:
		return m.t("yes or no")
	case *form:
		if x := o.focused(); x != nil {
			return x.name()
		}
		return o.sends()
	}
	m.now = m.host.Now()
	return line(m.actor()) + " " + clockText(m.now) + " " + p.life()
}

// life says whether the clock runs.
func (p *plain) life() string { return words.Say(p.m.lang, "life."+p.m.life().String(), nil) }

// present says what lies on top, if that is another thing than before.
func (p *plain) present() {
	o := p.m.top()
	if o != p.shown {
		p.at, p.choices, p.writing = -1, nil, false
	}
	switch x := o.(type) {
	case nil:
		p.opened = nil
	case *fullDetail:
		p.detail(x.at)
		p.m.drop(x)
		p.present()
		return
	case *helpPane:
		p.m.drop(x)
		p.help("")
		p.present()
		return
	case *form:
		p.ask(x)
	case *confirm:
		if o != p.shown {
			p.question(x)
		}
	default:
		if o != p.shown {
			p.menu(o)
		}
	}
	p.shown = o
}

// question says what is to be confirmed. One that keeps a form from being left
// is asked the way its title is: yes leaves.
func (p *plain) question(c *confirm) {
	m := p.m
	p.print(c.title)
	for _, l := range c.lines {
		p.print(l)
	}
	switch {
	case c.leave != nil:
	case c.no == "":
		p.print(m.t("yes: {yes}", "yes", c.yes))
	default:
		p.print(m.t("yes: {yes}; no: {no}", "yes", c.yes, "no", c.no))
	}
	if c.throw != nil {
		p.print(m.t("x: {what}", "what", c.throwWord(m)))
	}
}

// decide takes a yes or a no. The real world does not wait for either.
func (p *plain) decide(c *confirm, s string) {
	m := p.m
	key := p.yesKey(s)
	switch {
	case p.means(s, m.t("freeze"), "freeze") || s == freezeKey:
		p.press(freezeKey)
	case key == "" && len(s) == 1 && m.bound(scopeConfirm, keyPress(s)) != nil:
		p.press(s) // what else the question takes
	case key == "":
		p.print(m.t("Type yes or no."))
	case c.leave != nil: // its title asks whether to leave
		p.press(map[string]string{"enter": "esc", "esc": "enter"}[key])
	default:
		p.press(key)
	}
}

// yesKey is the key for a yes or a no, "" if it is neither.
func (p *plain) yesKey(s string) string {
	m := p.m
	switch {
	case p.means(s, m.t("yes"), "yes", "y"):
		return "enter"
	case p.means(s, m.t("no"), "no", "n", "cancel", "<"):
		return "esc"
	}
	return ""
}

const freezeKey = "F"

// means reports whether one of some words was typed.
func (p *plain) means(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(s, w) })
}

// The room that things are drawn in whose words are wanted and not their
// layout: no line of a list or a menu is as long.
const (
	menuRoom = 300
	rowRoom  = 2000
)

// menu says an overlay that is neither a form nor a question: what it would
// draw, and the commands that it takes.
func (p *plain) menu(o overlay) {
	if c, ok := o.(byNumber); ok {
		for _, l := range c.said(p.m) {
			p.print(l)
		}
	} else {
		_, h := o.size(p.m, menuRoom, menuRoom)
		for _, l := range o.draw(p.m, menuRoom, h) {
			if l = bare(l); l != "" {
				p.print(l)
			}
		}
	}
	var names []string
	for _, y := range p.sayings(o.scope()) {
		if y.b != nil && !scrolls(y.b) && (y.b.why == nil || y.b.why(p.m) == "") {
			names = append(names, y.called())
		}
	}
	p.print(p.m.t("Here: {names}.", "names", strings.Join(names, ", ")))
}

// byNumber is an overlay with a list: said with numbers, by which a row is
// chosen.
type byNumber interface {
	overlay
	said(m *Model) []string
	choose(m *Model, n int) bool
}

// chosen takes a number at the end of what was typed as a row of the list on
// top: what is typed before it is done to that row.
func (p *plain) chosen(typed []string) bool {
	c, ok := p.m.top().(byNumber)
	n, isNumber := number(typed[len(typed)-1])
	switch {
	case !ok || !isNumber:
		return false
	case !c.choose(p.m, n):
		p.print(p.m.t("There is no row {n}.", "n", text64(int64(n))))
	case len(typed) == 1:
		p.command([]string{"enter"})
	default:
		p.command(typed[:len(typed)-1])
	}
	return true
}

// scrolls reports whether a key only moves what lines show whole.
func scrolls(b *binding) bool {
	switch b.keys[0] {
	case "up", "down", "pgup", "pgdown":
		return true
	}
	return false
}

// detail says all there is to know about a thing. What it names that one can go
// to bears a number.
func (p *plain) detail(at subject) {
	pg := p.m.detailsOn(&page{m: p.m, st: p.m.st, w: 1 << 16, lean: true}, p.m.sight(), at)
	if pg.title != "" {
		p.print(pg.title)
	}
	for i, l := range pg.lines {
		l = strings.TrimPrefix(ansi.Strip(l), "│ ")
		for n := range pg.links {
			if pg.links[n].from == i {
				l += " [" + text64(int64(n+1)) + "]"
			}
		}
		p.print(l)
	}
	p.links = pg.links
}

// goTo says the details of a thing that the details said last name.
func (p *plain) goTo(arg string) {
	n, ok := number(arg)
	if !ok || n > len(p.links) {
		p.print(p.m.t("Type go and a number that stands in [ ], up to {n}.", "n", text64(int64(len(p.links)))))
		return
	}
	p.detail(p.links[n-1].at)
}

// news says what was added to the log of the seat that is looked from. While
// something lies on top it waits, but for what is urgent.
func (p *plain) news() {
	v, seat := p.m.sight(), p.m.actor()
	from, known := p.seen[seat]
	if !known {
		from = v.LogLen() // what happened before is in its lists
	}
	hold := p.quiet && !p.due || p.m.top() != nil
	p.due = false
	for i := from; i < v.LogLen(); i++ {
		k := newsKey{seat, i}
		switch {
		case hold && (p.ahead[k] || !urgent(v, v.LogAt(i).Body)):
			continue
		case hold:
			p.ahead[k] = true
		case p.ahead[k]:
			delete(p.ahead, k)
			continue
		}
		if s := p.logLine(i); s != "" {
			p.print(s)
		}
	}
	if !hold || !known {
		p.seen[seat] = v.LogLen()
	}
}

// urgent is what nobody should hear of only after the form in hand.
func urgent(v engine.View, b engine.Body) bool {
	switch b := b.(type) {
	case *engine.Frozen, *engine.Ended:
		return true
	case *engine.HotlineOpened: // it rings
		c, ok := v.Call(b.ID)
		return ok && v.MayAnswer(&c)
	}
	return false
}

// logLine is an entry of the log in sight, "" for one that is told with
// another.
func (p *plain) logLine(i int) string {
	m := p.m
	if m.seat == nil {
		return rowLine(m.console.feedRow(m, i, rowRoom, false), nil)
	}
	was := m.seat.tab
	m.seat.tab = tabLog
	defer func() { m.seat.tab = was }()
	return rowLine(m.seat.row(m, i, rowRoom, false), nil)
}

// number reads a whole number from 1.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0
}
