package tui

import (
	"fmt"
	"slices"
	"strings"
)

// KeyReference is a page in Markdown with every key of every screen, made from
// the one record of bindings.
func KeyReference() string {
	var b strings.Builder
	b.WriteString(`# Keys

Every key, by the screen that it holds on. ` + "`?`" + ` shows the same on the screen (` + "`F1`" + ` in a form), and says why one is
of no use just now. ` + "`^`" + ` is Ctrl, ` + "`⇧`" + ` is Shift. The words are what one may type in place of the key
[without a screen](facilitators.md#without-a-screen).

At a terminal of their own, players have the keys of a seat's screen but for those under *As control*, and ` + "`q`" + ` to leave;
observers have those that only look, ` + "`v`" + ` for another seat's screen, and ` + "`q`" + `.

This page is made from the program; ` + "`go run ./cmd/parley help keys > docs/keys.md`" + ` makes it anew.
`)
	all := allBindings()
	for s := range scopeCount {
		fmt.Fprintf(&b, "\n## %s\n", s.title())
		keysOfScope(&b, s, all)
	}
	return b.String()
}

// keysOfScope writes a table for each group of a scope, in the order in which
// the groups are first met.
func keysOfScope(b *strings.Builder, s scope, all []binding) {
	var groups []string
	for i := range all {
		if g := all[i].group; all[i].scope == s && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	for _, g := range groups {
		if g != "" && len(groups) > 1 {
			fmt.Fprintf(b, "\n### %s\n", g)
		}
		words := typedIn(s)
		if words {
			b.WriteString("\n| key | word | what it does |\n| --- | --- | --- |\n")
		} else {
			b.WriteString("\n| key | what it does |\n| --- | --- |\n")
		}
		for i := range all {
			d := &all[i]
			if d.scope != s || d.group != g {
				continue
			}
			if b.WriteString("| " + docKeys(d) + " | "); words {
				b.WriteString(docCell(plainName(wordFor(d, all))) + " | ")
			}
			b.WriteString(docCell(d.help) + " |\n")
		}
	}
}

// typedIn reports whether words can be typed for the keys of a scope in plain
// mode, which has another way for forms, questions, details and help.
func typedIn(s scope) bool {
	switch s {
	case scopeDetail, scopeForm, scopeConfirm, scopeHelp:
		return false
	}
	return true
}

// docKeys writes each key as code.
func docKeys(d *binding) string {
	names := strings.Fields(d.keyText())
	for i := range names {
		names[i] = "`" + docCell(names[i]) + "`"
	}
	return strings.Join(names, " ")
}

func docCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// wordFor is a binding's short name; that of a list; or on a seat's screen that
// of control's binding of the same key; "" if it has none.
func wordFor(d *binding, all []binding) string {
	if d.ofList() {
		for _, l := range (&Model{lang: "en"}).namedLists(d.scope) {
			if l.key == d.keys[0] {
				return l.name
			}
		}
	}
	if d.short != "" || d.scope != scopeSeat {
		return d.short
	}
	for i := range all {
		if o := &all[i]; o.scope == scopeConsole && o.keys[0] == d.keys[0] {
			return o.short
		}
	}
	return ""
}
