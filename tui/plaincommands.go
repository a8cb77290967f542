package tui

import (
	"slices"
	"strings"
)

// saying is something that can be typed at the prompt: a binding, or what
// plain mode has of its own.
type saying struct {
	names []string // the first is the one that help gives
	help  string
	b     *binding // nil: its own
	run   func(p *plain, arg string)
	takes string // what may follow, in words for help; "" for nothing
	row   bool   // a number that follows is a row all the same
	why   string // why it is of no use now
}

// own are the commands that no screen needs.
func (p *plain) own() []saying {
	m := p.m
	all := []saying{
		{names: []string{m.t("help"), "help", "?"}, help: m.t("the commands of use now; help all: all of them"), run: (*plain).help, takes: m.t("all")},
		{names: []string{m.t("status"), "status"}, help: m.t("where things stand, as on an empty line"), run: func(p *plain, _ string) { p.status() }},
		{names: []string{m.t("more"), "more"}, help: m.t("what a page had no room for"), run: func(p *plain, _ string) { p.more() }},
		{names: []string{m.t("page"), "page"}, help: m.t("say 20 lines at once, or that many; page off: all"), run: (*plain).setPage, takes: m.t("N")},
		{names: []string{m.t("quiet"), "quiet"}, help: m.t("news wait until something is typed; again: they come at once"), run: func(p *plain, _ string) { p.beQuiet() }},
	}
	if m.top() != nil {
		return all
	}
	if len(p.links) > 0 {
		all = append(all, saying{names: []string{m.t("go"), "go"}, help: m.t("read the thing that stands with [N] in the details said last"), run: (*plain).goTo, takes: m.t("N")})
	}
	of := m.screenScope()
	english := (&Model{lang: "en", seat: m.seat}).namedLists(of)
	for i, l := range m.namedLists(of) {
		key, name := l.key, l.name
		b := m.bound(of, keyPress(key))
		if b == nil {
			continue
		}
		y := saying{names: []string{name, english[i].name}, help: m.t(b.help), takes: m.t("N, WORDS"), run: func(p *plain, arg string) { p.say(name, key, arg) }}
		if b.why != nil {
			y.why = b.why(m)
		}
		all = append(all, y)
	}
	return all
}

// openingKeys open a form that begins with a line: what follows the word is
// typed into it.
func (m *Model) openingKeys() map[string]string {
	keys := map[string]string{
		"d": m.t("WORDS"), "v": m.t("ROLE"), "/": m.t("WORDS"), "w": m.t("WORDS"), "R": m.t("RATE"), "J": m.t("TIME"), "L": m.t("LANGUAGE"),
	}
	if m.seat != nil {
		keys[stepsKey], keys["N"] = m.t("WORDS"), m.t("WORDS")
	}
	return keys
}

// sayings are all commands of a scope, first those of plain mode.
func (p *plain) sayings(s scope) []saying {
	all := p.own()
	for i := range p.m.binds {
		b := &p.m.binds[i]
		if b.scope != s || b.ofList() || b.keys[0] == "?" {
			continue // the lists have names, and help is its own
		}
		var names []string
		word := wordFor(b, p.m.binds)
		for _, n := range append(p.now(b), p.m.t(word), word) {
			if n = plainName(n); n != "" && !slices.Contains(names, n) && !ownName(all, n) {
				names = append(names, n)
			}
		}
		switch b.keys[0] { // what is not in the footer, or called another way on each screen
		case "v":
			names = append([]string{p.m.t("seat"), "seat"}, names...)
		case "w":
			names = append([]string{p.m.t("filter"), "filter"}, names...)
		case "L":
			names = append([]string{p.m.t("language"), "language"}, names...)
		case stepsKey:
			if s == scopeSeat {
				names = append(names, "step")
			}
		}
		y := saying{names: names, help: p.m.t(b.help), b: b}
		if s == p.m.screenScope() {
			y.takes, y.row = p.m.openingKeys()[b.keys[0]], b.keys[0] == "d" || b.keys[0] == stepsKey
		}
		all = append(all, y)
	}
	return all
}

// ownName reports whether one of plain mode's own commands has a name: in some
// languages a list is called as what is done.
func ownName(all []saying, name string) bool {
	return slices.ContainsFunc(all, func(y saying) bool { return y.b == nil && slices.Contains(y.names, name) })
}

// now is the word for what a key does now, in the screen's language and in
// English.
func (p *plain) now(b *binding) []string {
	here, lang := b.footLabel(p.m), p.m.lang
	p.m.lang = "en"
	defer func() { p.m.lang = lang }()
	return []string{here, b.footLabel(p.m)}
}

// ofList reports whether a key brings a list into sight.
func (b *binding) ofList() bool {
	if b.scope == scopeSeat {
		_, ok := listedBy(b.keys[0])
		return ok
	}
	return isDigit(b.keys[0])
}

func isDigit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// plainName is a name as one types it.
func plainName(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.TrimRight(s, "…. "))), " ")
}

// is reports whether a name or a key is exactly what was typed. A single letter
// is a key, and keys tell capitals from others.
func (y *saying) is(typed string) bool {
	if y.isKey(typed) {
		return true
	}
	typed = plainName(typed)
	return typed != "" && slices.Contains(y.names, typed)
}

// isKey reports whether one of its keys was typed, by its name.
func (y *saying) isKey(typed string) bool {
	return y.b != nil && slices.ContainsFunc(y.b.keys, func(k string) bool {
		return k == typed || len(k) > 1 && strings.EqualFold(k, typed)
	})
}

// begins reports whether a name, or what help says of it, begins with what was
// typed.
func (y *saying) begins(typed string) bool {
	all := y.names
	if y.b == nil || y.b.now == nil { // help names both of what one key does
		all = append([]string{y.help}, all...)
	}
	for _, n := range all {
		if strings.HasPrefix(plainName(n), typed) {
			return true
		}
	}
	return false
}

// command does what was typed: a word or a key, and behind it what the command
// takes, or a row of the list said last.
func (p *plain) command(typed []string) {
	if len(typed) == 0 {
		p.status()
		return
	}
	if p.chosen(typed) {
		return
	}
	all := p.sayings(p.m.currentScope())
	for n := len(typed); n > 0; n-- {
		for i := range all {
			y := &all[i]
			if (n == len(typed) || y.accepts(typed[n:])) && y.is(strings.Join(typed[:n], " ")) {
				p.do(y, typed, n)
				return
			}
		}
	}
	if p.m.top() != nil && len(typed) == 1 {
		if key := p.yesKey(typed[0]); key != "" && p.m.bound(p.m.currentScope(), keyPress(key)) != nil {
			p.press(key)
			return
		}
	}
	if n, ok := number(typed[len(typed)-1]); ok && p.m.top() == nil {
		switch {
		case !p.choose(n):
		case len(typed) == 1:
			p.press("enter")
		default:
			p.command(typed[:len(typed)-1]) // what words mean may hang on the row
		}
		return
	}
	p.guess(all, typed)
}

// accepts reports whether a command takes what follows it.
func (y *saying) accepts(rest []string) bool {
	_, isRow := number(rest[0])
	return y.takes != "" && (!y.row || len(rest) > 1 || !isRow)
}

// do does a command, of which n words are the name. A word for a key that does
// one thing or its contrary has to be the one that holds now.
func (p *plain) do(y *saying, typed []string, n int) {
	name, arg := strings.Join(typed[:n], " "), strings.Join(typed[n:], " ")
	if y.b == nil {
		y.run(p, arg)
		return
	}
	if y.b.now != nil && !y.isKey(name) {
		now := p.now(y.b)
		if !slices.ContainsFunc(now, func(n string) bool { return strings.HasPrefix(plainName(n), plainName(name)) }) {
			p.print(p.m.t("No: now it is “{now}”.", "now", now[0]))
			return
		}
	}
	if n, ok := number(typed[len(typed)-1]); ok && arg != "" && y.b.scope == scopeSeat && y.b.keys[0] == stepsKey { // a step, and on which row
		if !p.choose(n) {
			return
		}
		arg = strings.TrimSpace(strings.TrimSuffix(arg, typed[len(typed)-1]))
	}
	p.press(y.b.keys[0])
	if f, ok := p.m.top().(*form); ok && y.takes != "" && arg != "" {
		p.shown, p.opened, p.at = f, f, f.at
		if x, ok := f.focused().(*pickField); ok {
			p.choices = x.options()
		}
		p.answer(f, arg)
	}
}

// guess does the one command that begins with what was typed. If there is
// none, or more, it says which there are.
func (p *plain) guess(all []saying, typed []string) {
	words := plainName(strings.Join(typed, " "))
	var found []*saying
	if len(words) > 1 { // a single letter is a key
		for i := range all {
			if y := &all[i]; len(y.names) > 0 && y.begins(words) {
				found = append(found, y)
			}
		}
	}
	if len(found) == 1 {
		p.do(found[0], typed, len(typed))
		return
	}
	p.print(p.whatIsThere(found, typed))
}

// whatIsThere says why nothing was done.
func (p *plain) whatIsThere(found []*saying, typed []string) string {
	m, said := p.m, line(strings.Join(typed, " "))
	if len(found) > 0 {
		names := make([]string, len(found))
		for i, y := range found {
			names[i] = y.called()
		}
		return m.t("“{typed}” can be: {names}.", "typed", said, "names", strings.Join(names, ", "))
	}
	if m.seat != nil && m.top() == nil {
		for i := range m.binds {
			b := &m.binds[i]
			if y := (saying{names: []string{plainName(wordFor(b, m.binds))}, b: b}); b.scope == scopeConsole && y.is(said) {
				return m.t("That is a command of control's: control goes back.")
			}
		}
	}
	return m.t("There is no command “{typed}” here; help lists them.", "typed", said)
}

// called is how one types a command.
func (y *saying) called() string {
	name := ""
	if len(y.names) > 0 {
		name = y.names[0]
	}
	if y.takes != "" {
		name += " [" + y.takes + "]"
	}
	if y.b == nil {
		return name
	}
	keys := strings.Join(y.b.keys, " ")
	if name == "" {
		return keys
	}
	return name + " (" + keys + ")"
}

// help says the commands of use now, or all of them.
func (p *plain) help(arg string) {
	m := p.m
	if !p.means(arg, m.t("all"), "all") {
		p.helpOf(m.currentScope(), true)
		if m.top() == nil {
			p.print(m.t("A number shows that row of the list said last; after a command it is done to that row: n 3."))
		}
		return
	}
	for s := range scopeCount {
		if !typedIn(s) {
			continue
		}
		p.print(m.labelled(m.t(s.title()), ""))
		p.helpOf(s, false)
	}
	p.howToFill()
}

// helpOf says the commands of a scope: those of use now, by name; or all, and
// why one is of no use.
func (p *plain) helpOf(s scope, ofUse bool) {
	m := p.m
	group, current := "", s == m.currentScope()
	for _, y := range p.sayings(s) {
		why := y.why
		if y.b != nil && y.b.why != nil && current {
			why = y.b.why(m)
		}
		switch {
		case ofUse && (why != "" || len(y.names) == 0), y.b == nil && !current:
			continue
		case y.b != nil && y.b.group != group:
			if group = y.b.group; group != "" {
				p.print(m.labelled(m.t(group), ""))
			}
		}
		text := m.labelled(y.called(), y.help)
		if why != "" {
			text += " — " + m.t("not now: {why}", "why", why)
		}
		p.print(text)
	}
}

const pageLines = 20

// setPage says how many lines come at once.
func (p *plain) setPage(arg string) {
	n, ok := number(arg)
	switch {
	case p.means(arg, p.m.t("off"), "off"):
		p.page = 0
		p.print(p.m.t("All lines come at once."))
		return
	case !ok:
		n = pageLines
	}
	p.page = n
	p.print(p.m.t("{n} lines come at once; more goes on.", "n", text64(int64(n))))
}

// beQuiet keeps the news back while nothing is typed, or no longer.
func (p *plain) beQuiet() {
	if p.quiet = !p.quiet; p.quiet {
		p.print(p.m.t("Quiet: news wait until something is typed."))
		return
	}
	p.print(p.m.t("News come at once."))
}
