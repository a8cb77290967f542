package position

import (
	"strings"
	"unicode/utf8"
)

// Inside returns how many bytes of raw, a TOML string with its quotes, come
// before its n-th character (from 0, counted in what the string means). So a
// mistake within a condition is shown at its place in the file.
func Inside(raw string, n int) int {
	quote, body := opening(raw)
	if quote == "" {
		return 0
	}
	i := len(raw) - len(body)
	basic := quote[0] == '"'
	for ; i < len(raw); n-- {
		size, stands := character(raw[i:], basic, len(quote) == 3)
		if !stands { // a line's end that means nothing
			i += size
			size, _ = character(raw[i:], basic, true)
		}
		if n <= 0 {
			break
		}
		i += size
	}
	return min(i, max(len(raw)-len(quote), 0))
}

// opening splits the quotes off. A newline right after three of them is not
// part of the string.
func opening(raw string) (quote, body string) {
	for _, q := range []string{`"""`, "'''"} {
		if body, ok := strings.CutPrefix(raw, q); ok && len(raw) >= 6 {
			if rest, ok := strings.CutPrefix(body, "\r\n"); ok {
				return q, rest
			}
			return q, strings.TrimPrefix(body, "\n")
		}
	}
	if raw == "" || raw[0] != '"' && raw[0] != '\'' {
		return "", raw
	}
	return raw[:1], raw[1:]
}

// character measures the character at the start of s as written, and says
// whether it stands for one.
func character(s string, basic, multiline bool) (size int, stands bool) {
	switch {
	case basic && strings.HasPrefix(s, `\`):
		return escape(s, multiline)
	case strings.HasPrefix(s, "\r\n"):
		return 2, true
	}
	_, size = utf8.DecodeRuneInString(s)
	return size, true
}

// escape measures the escape at the start of s, and says whether it stands for
// a character.
func escape(s string, multiline bool) (size int, stands bool) {
	if len(s) < 2 {
		return len(s), true
	}
	switch s[1] {
	case 'u':
		return min(6, len(s)), true
	case 'U':
		return min(10, len(s)), true
	case 'x':
		return min(4, len(s)), true
	case ' ', '\t', '\r', '\n':
		if multiline {
			rest := strings.TrimLeft(s[1:], " \t\r\n")
			return len(s) - len(rest), false
		}
	}
	return 2, true
}
