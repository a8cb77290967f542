package scenarios

import (
	"strings"
	"unicode/utf8"
)

// What is looked at in a condition before the parser sees it.

// tooDeep returns where brackets are nested too deep, in characters, or -1.
func tooDeep(text string) int {
	depth := 0
	for i, r := range []rune(text) {
		switch r {
		case '(', '[', '{':
			if depth++; depth > maxConditionDepth {
				return i
			}
		case ')', ']', '}':
			depth--
		}
	}
	return -1
}

// foreignOperator finds an operator that planners know from elsewhere, outside
// of literals. The parser would take some of these, and stumble over others
// with a message about something else.
func foreignOperator(text string) (at int, op string) {
	var quote rune
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case quote != 0 && r == '\\':
			i++
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case strings.ContainsRune("\"'`", r):
			quote = r
		default:
			rest := string(runes[i:min(i+2, len(runes))])
			if rest == "<=" || rest == ">=" {
				i++
			} else if op := foreign(rest); op != "" {
				return i, op
			}
		}
	}
	return 0, ""
}

// foreign returns the foreign operator at the start of two characters, or "".
func foreign(rest string) string {
	switch rest {
	case "&&", "||", "==", "!=", "=>", "=<":
		return rest
	}
	if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("!=&|“”„‘’", r) {
		return string(r)
	}
	return ""
}

func inWords(op string) string {
	switch op {
	case "&&", "&":
		return "and"
	case "||", "|":
		return "or"
	case "!":
		return "not"
	case "=>":
		return ">="
	case "=<":
		return "<="
	case "==", "=", "!=":
		return "milestone(\"x\") or not milestone(\"x\"); times compare by <, <=, > and >= only, since to the millisecond nothing is ever equal"
	}
	return `straight quotes: "some-id"`
}
