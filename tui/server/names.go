package server

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/engine/words"
)

// maxName is how long a person's name may be, in characters.
const maxName = 40

// cleanName makes a name of what somebody gave as theirs: valid, one line,
// without what can't be seen, no longer than maxName. ok is false if nothing is
// left.
func cleanName(given string) (name string, ok bool) {
	if len(given) > 16*maxName {
		given = given[:16*maxName]
	}
	given = words.HarmlessLine(evenName(strings.ToValidUTF8(given, "")))
	name = strings.Join(strings.Fields(given), " ")
	if utf8.RuneCountInString(name) > maxName {
		name = strings.TrimSpace(string([]rune(name)[:maxName]))
	}
	visible := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	return name, visible
}

// mostMarks is how many marks a letter of a name may bear: two, as in Vietnamese.
const mostMarks = 2

// evenName drops what spoils a column: what has no width, belongs to nobody's
// script, or is stacked upon a letter.
func evenName(s string) string {
	marks := mostMarks // a mark without a letter has none to stand on
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > mostMarks {
				return -1
			}
			return r
		case unicode.IsSpace(r):
			marks = mostMarks
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Co, unicode.Cn):
			return -1
		}
		marks = 0
		return r
	}, s)
}

// sameName reports whether two names are one person's.
func sameName(a, b string) bool { return strings.EqualFold(a, b) }

// cleanTerm is a terminal's type as a client gave it, or a plain one.
func cleanTerm(given string) string {
	const most = 40
	if given == "" || len(given) > most {
		return "xterm"
	}
	for i := range len(given) {
		c := given[i]
		if c != '.' && c != '+' && c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return "xterm"
		}
	}
	return given
}
