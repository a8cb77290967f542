package tui

import (
	"strings"
	"unicode"

	"parley/engine"
)

// linePart is a part of a line that says what somebody did.
type linePart uint8

// The parts of "ROLE: what they did > TARGET @-2m", in this order.
const (
	partRole linePart = iota
	partDid
	partTarget
	partWhen
)

// didLine is what such a line says. What is not understood stays in text: no
// word is lost.
type didLine struct {
	role   string // id, "" if it names none
	action string // of the catalogue, "" for none
	text   string // in free words
	target string // id, "" if it names none
	when   string // as typed, "" for now

	// part is what is being typed at the end of the line, and typing what
	// there is of it.
	part   linePart
	typing string
	// several is a name that could be several roles or targets, "" for none.
	several string
}

// lineNames is what a line can name.
type lineNames struct {
	roles     []option                   // by id and title
	catalogue func(role string) []option // of a role's side; of the form's role for ""
	targets   []option
	now       engine.Millis
}

// parseDid reads a line. It is given up at nothing: whatever is typed is some
// line.
func parseDid(s string, n *lineNames) didLine {
	var l didLine
	rest := s
	if name, after, ok := cutColon(s); ok {
		id, several := findNamed(name, n.roles)
		if l.role = id; id != "" {
			rest = after
		} else if several {
			l.several = strings.TrimSpace(name)
		}
	}
	l.part, l.typing = partDid, strings.TrimSpace(rest)
	if l.role == "" && len(namedLike(l.typing, n.roles)) > 0 {
		l.part = partRole
	}
	rest = l.takeWhen(rest, n.now)
	rest = l.takeTarget(rest, n.targets)
	l.takeAction(strings.TrimSpace(rest), n.catalogue(l.role))
	return l
}

// cutColon cuts a line at its first colon, a wide one too.
func cutColon(s string) (before, after string, ok bool) {
	i := strings.IndexAny(s, ":：")
	if i < 0 {
		return s, "", false
	}
	_, after, _ = strings.Cut(s[i:], string([]rune(s[i:])[0]))
	return s[:i], after, true
}

// takeWhen takes the last "@" that a moment follows that has passed.
func (l *didLine) takeWhen(s string, now engine.Millis) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] != '@' || i > 0 && s[i-1] != ' ' {
			continue
		}
		after := strings.TrimLeft(s[i+1:], " ")
		when, more, _ := strings.Cut(after, " ")
		if strings.TrimSpace(more) == "" {
			l.part, l.typing = partWhen, when
		}
		if t, _, ok := parseMoment(when, now); ok && when != "" && t <= now {
			l.when = when
			return s[:i] + more
		}
	}
	return s
}

// takeTarget takes what follows the last arrow, if it names a target.
func (l *didLine) takeTarget(s string, targets []option) string {
	at, n := lastArrow(s)
	if at < 0 {
		return s
	}
	name := strings.TrimSpace(s[at+n:])
	if l.part != partWhen {
		l.part, l.typing = partTarget, name
	}
	id, several := findNamed(name, targets)
	switch {
	case id != "":
		l.target = id
		return s[:at]
	case several:
		l.several = name
	}
	return s
}

// lastArrow finds the last "→", "->", or ">" that stands by itself, a wide one
// too.
func lastArrow(s string) (at, n int) {
	for i := len(s) - 1; i >= 0; i-- {
		switch {
		case strings.HasPrefix(s[i:], "→"):
			return i, len("→")
		case strings.HasPrefix(s[i:], "->"):
			return i, 2
		case i > 0 && s[i-1] != ' ':
		case s[i] == '>':
			return i, 1
		case strings.HasPrefix(s[i:], "》"), strings.HasPrefix(s[i:], "＞"): // as a Chinese keyboard has it
			return i, len("》")
		}
	}
	return -1, 0
}

// takeAction takes an entry of the catalogue that is named in full, by id or
// title, or by an id with words of one's own after it.
func (l *didLine) takeAction(s string, catalogue []option) {
	l.text = s
	s = strings.TrimPrefix(s, "did ")
	for _, o := range catalogue {
		if strings.EqualFold(s, o.id) || strings.EqualFold(s, o.label) {
			l.action, l.text = o.id, ""
			return
		}
		if after, ok := strings.CutPrefix(s, o.id); ok {
			own := strings.TrimLeft(after, ":： ")
			if own != after && (strings.Contains(o.id, "-") || strings.HasPrefix(after, ":")) {
				l.action, l.text = o.id, own
				return
			}
		}
	}
}

// findNamed is what a name means: by its whole, else by a beginning that only
// one has, else by beginnings of words that only one has. several says that
// there is more than one.
func findNamed(name string, all []option) (id string, several bool) {
	name = strings.TrimSpace(name)
	if name == "" {
		return "", false
	}
	for _, is := range [...]func(name string, o option) bool{wholeName, startOf, wordsStart} {
		var found []string
		for _, o := range all {
			if o.id != "" && is(name, o) {
				found = append(found, o.id)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], false
		default:
			return "", true
		}
	}
	return "", false
}

// namedLike are those that a name may be the beginning of, the likeliest first.
func namedLike(name string, all []option) []option {
	if name == "" {
		return nil
	}
	var first, then []option
	for _, o := range all {
		switch {
		case o.id == "":
		case startOf(name, o):
			first = append(first, o)
		case wordsStart(name, o):
			then = append(then, o)
		}
	}
	return append(first, then...)
}

func wholeName(name string, o option) bool {
	return strings.EqualFold(name, o.id) || strings.EqualFold(name, o.label)
}

func startOf(name string, o option) bool {
	return hasPrefixFold(o.id, name) || hasPrefixFold(o.label, name)
}

func hasPrefixFold(s, prefix string) bool {
	return strings.HasPrefix(strings.ToLower(s), strings.ToLower(prefix))
}

// wordsStart reports whether every word of a name begins a word of an id or a
// title.
func wordsStart(name string, o option) bool {
	words := strings.FieldsFunc(o.id+" "+o.label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
next:
	for w := range strings.FieldsSeq(name) {
		for _, x := range words {
			if hasPrefixFold(x, w) {
				continue next
			}
		}
		return false
	}
	return true
}
