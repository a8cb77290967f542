package transcripts

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// maxDepth is how deep objects and lists may stand in each other in a content.
const maxDepth = 128

// object returns the index after the compact JSON object that begins at b[i], or -1. The text must hold a
// byte that no JSON ends with behind the object, such as the newline of its line.
//
// It reads the syntax of RFC 8259 without white space, and valid UTF-8. It does not look for names that
// stand twice in an object.
func object(b []byte, i int) int {
	if b[i] != '{' {
		return -1
	}
	begin := i
	var inObject [maxDepth]bool
	depth := 0
	var seen uint64 // all bytes of strings or-ed together, and some others
	for {
		// A value begins at b[i].
		switch c := b[i]; c {
		case '"':
			i, seen = quoted(b, i, seen)
		case '{', '[':
			if depth == maxDepth {
				return -1
			}
			inObject[depth] = c == '{'
			depth++
			i++
			if b[i] == c+2 { // empty: '{'+2 is '}', '['+2 is ']'
				break
			}
			if c == '{' {
				if i, seen = name(b, i, seen); i < 0 {
					return -1
				}
			}
			continue
		default:
			i = scalar(b, i)
		}
		if i < 0 {
			return -1
		}
		// A value ended before b[i], or an empty object or list ends at it.
		if i, depth = closing(b, i, depth, &inObject); depth == 0 {
			break
		}
		if b[i] != ',' {
			return -1
		}
		i++
		if inObject[depth-1] {
			if i, seen = name(b, i, seen); i < 0 {
				return -1
			}
		}
	}
	if seen&highs != 0 && !utf8.Valid(b[begin:i]) {
		return -1
	}
	return i
}

// closing passes over the brackets that end at b[i], and returns how deep it is then.
func closing(b []byte, i, depth int, inObject *[maxDepth]bool) (end, rest int) {
	for depth > 0 && (b[i] == '}' && inObject[depth-1] || b[i] == ']' && !inObject[depth-1]) {
		depth--
		i++
	}
	return i, depth
}

// name reads a name and its colon.
func name(b []byte, i int, seen uint64) (int, uint64) {
	if b[i] != '"' {
		return -1, 0
	}
	if i, seen = quoted(b, i, seen); i < 0 || b[i] != ':' {
		return -1, 0
	}
	return i + 1, seen
}

// scalar reads a value that is not a string, an object or a list.
func scalar(b []byte, i int) int {
	switch c := b[i]; {
	case c == '-' || isDigit(c):
		return number(b, i)
	case c == 't':
		return word(b, i, "true")
	case c == 'f':
		return word(b, i, "false")
	case c == 'n':
		return word(b, i, "null")
	}
	return -1
}

func word(b []byte, i int, w string) int {
	if len(b)-i < len(w) || string(b[i:i+len(w)]) != w {
		return -1
	}
	return i + len(w)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func digits(b []byte, i int) int {
	if !isDigit(b[i]) {
		return -1
	}
	for isDigit(b[i]) {
		i++
	}
	return i
}

func number(b []byte, i int) int {
	if b[i] == '-' {
		i++
	}
	if b[i] == '0' {
		i++
	} else if i = digits(b, i); i < 0 {
		return -1
	}
	if b[i] == '.' {
		if i = digits(b, i+1); i < 0 {
			return -1
		}
	}
	if b[i] == 'e' || b[i] == 'E' {
		i++
		if b[i] == '+' || b[i] == '-' {
			i++
		}
		return digits(b, i)
	}
	return i
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// quoted reads a string, sixteen bytes at a time where it is long. It adds what it saw to seen, so that the
// high bits show whether there was anything but ASCII.
func quoted(b []byte, i int, seen uint64) (int, uint64) {
	i++
	for {
		for i+16 <= len(b) {
			x, y := binary.LittleEndian.Uint64(b[i:]), binary.LittleEndian.Uint64(b[i+8:])
			seen |= x
			if odd := special(x); odd != 0 {
				i += bits.TrailingZeros64(odd) / 8
				break
			}
			seen |= y
			if odd := special(y); odd != 0 {
				i += 8 + bits.TrailingZeros64(odd)/8
				break
			}
			i += 16
		}
		switch c := b[i]; {
		case c == '"':
			return i + 1, seen
		case c == '\\':
			if i = escape(b, i+1); i < 0 {
				return -1, 0
			}
		case c < ' ':
			return -1, 0
		default:
			seen |= uint64(c)
			i++
		}
	}
}

// special has the high bit set in the first byte of x that is a quote, a backslash or a control character.
// Bytes behind it may be marked in error.
func special(x uint64) uint64 {
	return (((x ^ ones*'"') - ones) | ((x ^ ones*'\\') - ones) | (x - ones*' ')) &^ x & highs
}

func escape(b []byte, i int) int {
	switch b[i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 1
	case 'u':
		for range 4 {
			i++
			c := b[i] | 0x20
			if !isDigit(b[i]) && (c < 'a' || c > 'f') {
				return -1
			}
		}
		return i + 1
	}
	return -1
}
