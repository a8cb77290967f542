package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/engine"
)

// secretField is a field whose content nobody is to see.
type secretField interface {
	field
	secret()
}

// fill puts what was typed into a field. False: the field is still to be
// answered.
func (p *plain) fill(x field, s, raw string, meant bool) bool {
	m := p.m
	if r, ok := x.(*requestField); ok {
		x = r.areaField
	}
	switch x := x.(type) {
	case *textField:
		if meant && s == nothing {
			s = ""
		}
		x.in.SetValue(s)
		x.in.CursorEnd()
		if !strings.HasPrefix(x.in.Value(), s) {
			p.print(m.t("Only the beginning of it is taken: it is too long."))
		}
		return true
	case *areaField:
		switch {
		case meant && s == endText:
			return true
		case meant && s == nothing:
			x.in.SetValue("")
			return true
		}
		x.in.SetValue("")
		p.writing = true
		p.writeLine(strings.TrimPrefix(raw, " "))
		return false
	case secretField:
		x.key(keyPress("ctrl+u"))
		x.paste(s)
		return true
	case *pickField:
		return p.fillPick(x, s)
	case *actField:
		return p.fillAct(x, s)
	case *lineField:
		return p.fillLine(x, s)
	case *jumpField:
		p.fillJump(x, s)
		return false
	}
	p.fillByKeys(x, s)
	return false
}

// writeLine adds a line to the longer text in hand, as if it were pasted: what
// keeps a form that is not sent yet learns of each.
func (p *plain) writeLine(s string) {
	_, cmd := p.m.Update(tea.PasteMsg{Content: s + "\n"})
	p.perform(cmd, true)
}

// fillByKeys presses what was typed, for a field that nothing better is known
// of: the name of a key, or letters.
func (p *plain) fillByKeys(x field, s string) {
	if k := keyPress(s); k.Text == "" || s == "space" {
		x.key(k)
	} else {
		for _, r := range s {
			x.key(keyPress(string(r)))
		}
	}
	for _, l := range x.draw(p.m, menuRoom, true) {
		if l = bare(l); l != "" {
			p.print(l)
		}
	}
}

// fillPick takes what a number or some words mean of a list; of a list of
// several, all that stand between commas.
func (p *plain) fillPick(x *pickField, s string) bool {
	m := p.m
	if s == listAll {
		p.choices = x.options()
		p.offer(x.values(), m.t("taken"))
		return false
	}
	items := []string{s}
	if found := p.meant(x.options(), s); x.several && len(found) != 1 && strings.Contains(s, ",") {
		items = strings.Split(s, ",")
	}
	var taken, names []string
	for _, item := range items {
		item = strings.TrimSpace(item)
		if x.several && item == nothing {
			continue
		}
		found := p.meant(x.options(), item)
		_, byNumber := number(item)
		switch {
		case len(found) == 0:
			p.print(m.t("Nothing matches “{typed}”.", "typed", line(item)))
			return false
		case len(found) == 1 && (byNumber || len(item) > 1): // a single letter may be a slip
			taken, names = append(taken, found[0].id), append(names, bare(found[0].label))
		default:
			p.choices = found
			p.offer(nil, "")
			return false
		}
	}
	x.taken, x.filter, x.touched = taken, "", true
	if len(names) > 0 {
		p.print(m.joinNames(names))
	}
	return true
}

// meant are the choices that a number or words mean: one if they name it.
func (p *plain) meant(options []option, s string) []option {
	if n, ok := number(s); ok && len(p.choices) > 0 {
		return p.choices[min(n, len(p.choices)+1)-1 : min(n, len(p.choices))]
	}
	var found []option
	for _, o := range options {
		if strings.EqualFold(o.id, s) || strings.EqualFold(bare(o.label), s) {
			return []option{o}
		}
		if s != "" && (match(s, o.label) || match(s, o.id)) {
			found = append(found, o)
		}
	}
	return found
}

// fillAct takes free words, and then offers what the catalogue has like them.
func (p *plain) fillAct(x *actField, s string) bool {
	m := p.m
	if n, ok := number(s); ok && n <= len(p.choices) {
		x.chosen = p.choices[n-1].id
		p.print(bare(p.choices[n-1].label))
		return true
	}
	if s == listAll {
		p.choices = x.catalogue()
		p.offer([]string{x.action()}, m.t("taken"))
		return false
	}
	x.in.SetValue(s)
	x.in.CursorEnd()
	x.chosen, x.cursor = "", -1
	if p.choices = x.suggest(); len(p.choices) == 0 {
		return true
	}
	p.print(m.t("In the catalogue:"))
	p.offer(nil, "")
	p.print(m.t("A number takes it; an empty line leaves your own words."))
	return false
}

// sayJump says what lies between and what becomes of it.
func (p *plain) sayJump(x *jumpField) {
	m := p.m
	p.print(m.labelled(x.name(), ""))
	for i := range x.choices {
		c := &x.choices[i]
		text := text64(int64(i+1)) + "  " + m.choiceWord(c.Choice) + "  " + shortClock(c.Due) + "  " + m.jumpText(c)
		if x.fresh[thing{c.Kind, c.ID}] {
			text = m.t("new:") + " " + text
		}
		p.print(text)
	}
	p.print(m.t("Type deliver, skip or shift for all, or 1,3 skip for some."))
}

// fillJump takes a choice for all that lies between, or for some of it.
func (p *plain) fillJump(x *jumpField, s string) {
	m := p.m
	words := strings.Fields(strings.ReplaceAll(s, ",", " "))
	last := words[len(words)-1]
	choice := ""
	for _, c := range []string{engine.JumpDeliver, engine.JumpSkip, engine.JumpShift} {
		if len(last) > 1 && strings.HasPrefix(c, strings.ToLower(last)) || p.means(last, m.choiceWord(c)) {
			choice = c
		}
	}
	switch last {
	case "D":
		choice = engine.JumpDeliver
	case "S":
		choice = engine.JumpSkip
	case "H":
		choice = engine.JumpShift
	}
	x.rows.set(len(x.choices))
	some := words[:len(words)-1]
	if choice == "" || !oneOfEach(some, len(x.choices)) {
		p.print(p.m.t("Type deliver, skip or shift for all, or 1,3 skip for some."))
		return
	}
	if len(some) == 0 {
		x.chooseAll(choice)
	}
	for _, w := range some {
		n, _ := number(w)
		x.rows.cursor = n - 1
		x.choose(choice)
	}
	p.sayJump(x)
}

// oneOfEach reports whether all words are numbers of rows.
func oneOfEach(words []string, rows int) bool {
	for _, w := range words {
		if n, ok := number(w); !ok || n > rows {
			return false
		}
	}
	return true
}

// fillLine takes one line that says it all. A name in it that could mean
// several things, and words that are like something in the catalogue, are asked
// about.
func (p *plain) fillLine(x *lineField, s string) bool {
	m := p.m
	n, isNumber := number(s)
	switch {
	case !isNumber || n > len(p.choices):
		x.in.SetValue(s)
	case x.unclear() != "":
		x.cursor = n - 1
		x.complete(true)
	default:
		o, own := p.choices[n-1], x.said.text
		called := o.id
		if !match(own, o.label) && !match(own, o.id) {
			called += ": " + own
		}
		x.in.SetValue(strings.Replace(x.in.Value(), own, called, 1))
	}
	x.in.CursorEnd()
	x.read()
	switch names := x.names(); {
	case x.unclear() != "":
		p.choices = x.suggest()
	case x.said.action == "":
		p.choices = rank(x.said.text, names.catalogue(x.said.role))
	default:
		p.choices = nil
	}
	if len(p.choices) == 0 {
		return true
	}
	p.print(x.in.Value())
	p.offer(nil, "")
	p.print(m.t("A number takes it; an empty line leaves your own words."))
	return false
}
