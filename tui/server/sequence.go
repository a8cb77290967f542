package server

import "unicode/utf8"

// kind of a control sequence.
type kind int

const (
	otherSequence kind = iota
	keySequence        // a key, or an answer that is asked for
)

// measure is how long the sequence is that begins buf with an Esc, 0 if its end
// has not come.
func measure(buf []byte) (n int, k kind) {
	if len(buf) < 2 {
		return 0, otherSequence
	}
	switch c := buf[1]; c {
	case '[':
		return measureCSI(buf)
	case 'O':
		for i := 2; i < len(buf); i++ {
			if buf[i] < '0' || buf[i] > '9' {
				return i + 1, keySequence
			}
		}
		return 0, otherSequence
	case ']':
		n = measureString(buf)
		if n > 5 && string(buf[2:5]) == "11;" { // the ground's colour
			return n, keySequence
		}
		return n, otherSequence
	case 'P', '_', '^', 'X':
		return measureString(buf), otherSequence
	case '\x1b':
		return 1, keySequence
	default:
		if !utf8.FullRune(buf[1:]) {
			return 0, otherSequence
		}
		r, size := utf8.DecodeRune(buf[1:])
		if r == utf8.RuneError {
			return 1 + size, otherSequence
		}
		return 1 + size, keySequence // with Alt
	}
}

// measureCSI measures "ESC [ parameters final". Of those that are no keys, only
// the report of a mode is asked for.
func measureCSI(buf []byte) (int, kind) {
	for i := 2; i < len(buf); i++ {
		c := buf[i]
		switch {
		case c == '[' && i == 2: // the Linux console's function keys
			if len(buf) < 4 {
				return 0, otherSequence
			}
			return 4, otherSequence
		case c >= ' ' && c <= '?':
			if i > 64 {
				return i, otherSequence
			}
			continue
		case c < '@' || c > '~':
			return i, otherSequence // broken off: what comes now is something new
		}
		switch c {
		case 't', '_', 'M', 'm', 'c', 'n': // sizes of windows, keys that count themselves, the mouse, answers
			return i + 1, otherSequence
		}
		return i + 1, keySequence
	}
	return 0, otherSequence
}

// measureString measures a sequence that goes on to a terminator.
func measureString(buf []byte) int {
	for i := 2; i < len(buf); i++ {
		switch buf[i] {
		case '\a', '\x18', '\x1a':
			return i + 1
		case '\x1b':
			if i+1 == len(buf) {
				return 0
			}
			if buf[i+1] == '\\' {
				return i + 2
			}
			return i
		}
	}
	return 0
}
